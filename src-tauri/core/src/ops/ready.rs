//! What stands between the agreement and the signatures (R144, R146, C9).

use super::agreement::{named, sides};
use super::form::Copy;
use super::section::LEAVE_OUT;
use super::{Desk, Outcome, expectation, find_own, suggestion};
use crate::api::form::{Missing, Ready, StillTalking, UnfitName};
use crate::api::relationship::Which;
use crate::domain::ids::RelationshipId;
use crate::domain::side::Side;
use crate::domain::signer;
use crate::domain::template::{Answer, Field, Kind, template};
use crate::error::Result;
use crate::record::state::State;
use crate::store::Tx;

/// The answers that are needed and missing, each with the place where it is given.
pub(crate) fn missing(state: &State, relationship: &RelationshipId) -> Result<Vec<Missing>> {
    let mut all = Vec::new();
    let mut add = |code: &'static str, field: &str, side: Option<Side>, why: String| {
        let (Some(described), Some(section)) =
            (template().field(field), template().section_of(field))
        else {
            return;
        };
        if state.standing(&section.key) == "not_for_us" {
            return;
        }
        all.push(Missing {
            code,
            section: section.key.clone(),
            title: state.title(section).into_owned(),
            field: field.to_owned(),
            side,
            label: named(state, &described.label),
            why,
            route: format!("/relationship/{relationship}/agreement/{}", section.key),
        });
    };
    for field in template().fields() {
        if !field.required || !state.asks(field) {
            continue;
        }
        for side in sides(field) {
            if !answered(state, field, side) {
                add("required", &field.key, side, required(state, side));
            }
        }
    }
    let text = |key: &str| {
        template()
            .field(key)
            .and_then(|field| state.answer(field, None))
    };
    let chosen = |key: &str, option: &str| text(key) == Some(Answer::Choice(option.to_owned()));
    let vague = match state.terms.revisit.as_deref() {
        None => true,
        Some("other") => state.terms.revisit_months.is_none() && state.terms.revisit_on.is_none(),
        Some(_) => false,
    };
    match state.terms.end_kind.as_deref() {
        Some("open") if vague => add(
            "revisit_for_open_end",
            "area.12.revisit",
            None,
            "You left the end open, so the day on which you look at this again is needed."
                .to_owned(),
        ),
        Some("end_date") if state.terms.ends_on.is_none() => add(
            "end_date",
            "template.4.ends_on",
            None,
            "You chose that it ends on a date, and there is none yet.".to_owned(),
        ),
        Some("after_goal") if text("area.14.end_goal").is_none() => add(
            "end_goal",
            "area.14.end_goal",
            None,
            "You chose that it ends when a goal is reached, and have not said which.".to_owned(),
        ),
        Some(_) | None => {}
    }
    for (choice, option, words) in [
        ("area.11.method", "own", "area.11.text"),
        ("area.13.rhythm", "other", "area.13.text"),
        (
            "clause.confidentiality.wording",
            "own",
            "clause.confidentiality.text",
        ),
    ] {
        if chosen(choice, option) && text(words).is_none() {
            add(
                "own_words",
                words,
                None,
                "You chose words of your own, and have not written them yet.".to_owned(),
            );
        }
    }
    // R97: who asked to leave the no-fault ending out waits for the other one's word, yes or no.
    let said = |side| {
        template()
            .field(LEAVE_OUT)
            .and_then(|field| state.answer(field, Some(side)))
    };
    for side in Side::BOTH {
        if said(side).is_none() && said(side.other()) == Some(Answer::YesNo(true)) {
            let name = |side: Side| state.person(side).name.as_str();
            let why = format!(
                "{} would leave the no-fault ending out, and {} has not answered.",
                name(side.other()),
                name(side)
            );
            add("unanswered", LEAVE_OUT, Some(side), why);
        }
    }
    all.extend(Copy::of(state)?.missing(state, relationship));
    Ok(all)
}

fn required(state: &State, side: Option<Side>) -> String {
    match side {
        Some(side) => format!(
            "{}'s answer is needed before you sign.",
            state.person(side).name
        ),
        None => "This is needed before you sign.".to_owned(),
    }
}

fn answered(state: &State, field: &Field, side: Option<Side>) -> bool {
    match field.kind {
        Kind::Goals => !state.goals.is_empty(),
        Kind::Milestones => !state.milestones.is_empty(),
        Kind::Text
        | Kind::Long
        | Kind::List
        | Kind::Choice
        | Kind::Number
        | Kind::Date
        | Kind::YesNo
        | Kind::Contact => state.answer(field, side).is_some(),
    }
}

/// The names of the two that could not stand under the agreement.
fn names(state: &State) -> Vec<UnfitName> {
    Side::BOTH
        .into_iter()
        .filter_map(|side| {
            let name = &state.person(side).name;
            let unsignable = signer::signable(name).err()?;
            Some(UnfitName {
                code: unsignable.code(),
                side,
                why: unsignable.reason(name),
                route: format!("/relationship/{}/setup", state.relationship),
            })
        })
        .collect()
}

/// What stands between an agreement and the signatures.
pub(crate) fn of(tx: &Tx<'_>, state: &State) -> Result<Ready> {
    let mut missing = missing(state, &state.relationship)?;
    missing.extend(expectation::unrevealed(tx, &state.relationship, state)?);
    let names = names(state);
    let route = |page: &str| format!("/relationship/{}/agreement/{page}", state.relationship);
    let sections = template()
        .sections
        .iter()
        .filter(|section| state.standing(&section.key) == "open")
        .map(|section| StillTalking {
            section: section.key.clone(),
            title: state.title(section).into_owned(),
            route: route(&section.key),
        });
    let own = state
        .headings
        .iter()
        .filter(|own| own.standing == "open")
        .map(|own| StillTalking {
            section: own.id.clone(),
            title: own.title.clone(),
            route: route(&own.id),
        });
    let suggestions = suggestion::waiting(tx, state, &state.relationship)?;
    Ok(Ready {
        ready: missing.is_empty() && names.is_empty() && suggestions.is_empty(),
        talking: sections.chain(own).collect(),
        missing,
        names,
        suggestions,
    })
}

/// Lists every answer that is needed before signing, and what the two still talk about.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<Ready>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        Ok(Outcome::read(of(tx, &state)?))
    })
}
