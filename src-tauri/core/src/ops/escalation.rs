//! Telling the programme that contact has broken down: the four simple mishaps first, then a draft of names, dates and
//! attempts, then how it ended (R6, R7, R8, R57, C23).

use super::contact::first_name;
use super::contact_facts::{ContactFacts, overdue_on};
use super::contact_log::CHANGED;
use super::contact_view::{called, view};
use super::{Desk, Outcome, find_own, long_text, read_past, words};
use crate::api::contact_log::{
    CloseEscalation, ContactLogView, EscalationView, MishapView, TickMishap, WhichEscalation,
};
use crate::api::programme::ProgrammeContactKind;
use crate::domain::contact_state::ContactState;
use crate::domain::escalation::{About, Attempt, Facts, Mishap, Outcome as Ended};
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::quiet::CHECK_INS;
use crate::domain::shared::contacts as schema;
use crate::domain::side::{Role, Side};
use crate::error::{Error, Result};
use crate::record::contact_log::{Escalation, escalation_id};
use crate::record::state::State;
use crate::record::{Pen, setup};
use crate::store::Tx;
use chrono::NaiveDate;
use serde_json::Value;

/// One escalation of the owner, as it stands.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub about: About,
    /// Its name in the record.
    pub id: String,
    /// From which day it waits for the owner.
    pub due_on: Option<NaiveDate>,
    /// Whether it waits now: its time has come, contact has not, and how it ended is not said (R7).
    pub due: bool,
    kept: Option<Escalation>,
}

/// The escalations that concern `side` at `now`: that of the first contact as long as the two are not in touch both
/// ways, and that of a contact that stalled; with what was said of them, also afterwards.
pub(crate) fn standing(facts: &ContactFacts, side: Side, now: &Moment) -> Vec<Standing> {
    let Some(connected_on) = facts.connected_on else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for about in About::ALL {
        let check_ins = facts.check_ins(side);
        let (wanted, due_on, since) = match about {
            About::FirstContact => {
                let in_touch = matches!(facts.state(now.civil()), ContactState::InTouch(_));
                (!in_touch, overdue_on(connected_on), None)
            }
            About::Stalled => {
                let second = check_ins.get(CHECK_INS.saturating_sub(1)).copied();
                (second.is_some(), second, check_ins.first().copied())
            }
        };
        let id = escalation_id(about, side, since);
        let kept = facts.log.escalation(&id).cloned();
        let ended = kept.as_ref().is_some_and(|kept| kept.outcome.is_some());
        if !wanted && !ended {
            continue;
        }
        let come = match about {
            About::FirstContact => facts
                .known()
                .overdue_at(facts.end_of_day)
                .is_some_and(|at| at <= now.civil()),
            About::Stalled => true,
        };
        all.push(Standing {
            about,
            id,
            due_on,
            due: wanted && come && !ended,
            kept,
        });
    }
    all
}

/// Where the programme is told: the address for when contact breaks down, else that of the programme (R159).
pub(crate) fn programme_address(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<String> {
    let programme = setup::programme(tx, relationship)?;
    let own = programme.contacts.iter().find(|contact| {
        contact.kind == ProgrammeContactKind::Escalation.key() && !contact.email.is_empty()
    });
    match own {
        Some(contact) => Ok(contact.email.clone()),
        None => office_address(tx, relationship),
    }
}

/// Where the programme is written to in all else: its address, else that of its office, its coordinator or whoever it
/// names (R159). Empty where none is known.
pub(crate) fn office_address(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<String> {
    let programme = setup::programme(tx, relationship)?;
    if !programme.email.is_empty() {
        return Ok(programme.email);
    }
    Ok(ProgrammeContactKind::ALL
        .into_iter()
        .find_map(|kind| {
            programme
                .contacts
                .iter()
                .find(|contact| contact.kind == kind.key() && !contact.email.is_empty())
        })
        .map(|contact| contact.email.clone())
        .unwrap_or_default())
}

fn attempts(facts: &ContactFacts, after: Option<NaiveDate>) -> Vec<Attempt> {
    facts
        .log
        .contacts
        .iter()
        .filter(|contact| after.is_none_or(|after| contact.on > after))
        .map(|contact| Attempt {
            on: contact.on,
            from: contact.side,
            channel: contact.channel.name().to_lowercase(),
        })
        .collect()
}

fn label(mishap: Mishap, partner: &str) -> String {
    match mishap {
        Mishap::Junk => "I have looked in my junk folder.".to_owned(),
        Mishap::Spelling => format!("I have checked how {partner}'s address is spelt."),
        Mishap::OtherChannel => format!("I have tried another way to reach {partner}."),
        Mishap::OutOfOffice => {
            format!("I have looked for an out-of-office message from {partner}.")
        }
    }
}

fn view_of(
    state: &State,
    role: Role,
    side: Side,
    facts: &ContactFacts,
    now: &Moment,
    to: &str,
    standing: Standing,
) -> Option<EscalationView> {
    let today = now.date();
    let connected_on = facts.connected_on?;
    let partner = first_name(&state.person(side.other()).name);
    let duty = side == Side::Mentor;
    let looked_at = standing
        .kept
        .as_ref()
        .map(|kept| kept.looked_at.clone())
        .unwrap_or_default();
    let last = facts.last_heard(side);
    let after = match standing.about {
        About::FirstContact => None,
        About::Stalled => last,
    };
    let attempts = attempts(facts, after);
    let draft = Facts {
        about: standing.about,
        own: side,
        mentee: &state.mentee.name,
        mentor: &state.mentor.name,
        connected_on,
        last: after,
        today,
        attempts: &attempts,
        looked_at: &looked_at,
        vocabulary: &state.vocabulary,
    }
    .draft(to);
    let (title, why) = match (standing.about, duty) {
        (About::FirstContact, false) => (
            format!("No answer from {partner}: tell the programme"),
            format!(
                "By the end of day 14 every pair is in touch. Very often something simple happened to a message, so look at four things first. Then the programme helps you and {partner} find each other."
            ),
        ),
        (About::FirstContact, true) => (
            format!("Not in touch with {partner}: please tell the programme"),
            "By the end of day 14 every pair is in touch, and telling the programme where that is not so is part of being a mentor. Very often something simple happened to a message, so look at four things first.".to_owned(),
        ),
        (About::Stalled, _) => (
            format!("Contact with {} has stopped: tell the programme", called(state, role, side.other())),
            format!(
                "You have asked {partner} twice after a long silence, and no answer is logged. Look at four simple things first. The programme learns only when you wrote."
            ),
        ),
    };
    let kept = standing.kept;
    Some(EscalationView {
        about: standing.about,
        title: state.vocabulary.say_around_quotes(&title),
        words: state.vocabulary.say_around_quotes(&why),
        due_on: standing.due_on.map(|on| words(today, on)),
        due: standing.due,
        duty,
        mishaps: Mishap::ALL
            .into_iter()
            .map(|mishap| MishapView {
                mishap,
                label: label(mishap, partner),
                done: looked_at.contains(&mishap),
            })
            .collect(),
        draft: draft.into(),
        outcome: kept.as_ref().and_then(|kept| kept.outcome),
        ended_on: kept
            .as_ref()
            .and_then(|kept| kept.on)
            .map(|on| words(today, on)),
        reason: kept.map(|kept| kept.reason).unwrap_or_default(),
    })
}

/// The escalations of the owner; none for a coordinator, who is the one to be told.
pub(crate) fn views(
    tx: &Tx<'_>,
    state: &State,
    role: Role,
    facts: &ContactFacts,
    now: &Moment,
) -> Result<Vec<EscalationView>> {
    let Some(side) = role.side() else {
        return Ok(Vec::new());
    };
    let to = programme_address(tx, &state.relationship)?;
    Ok(standing(facts, side, now)
        .into_iter()
        .filter_map(|each| view_of(state, role, side, facts, now, &to, each))
        .collect())
}

fn none_now() -> Error {
    Error::field(
        "not_found",
        "about",
        "There is nothing of this kind to tell the programme: you two are in touch, or not connected yet. Nothing was changed.",
    )
}

fn wanted(about: Option<About>) -> About {
    about.unwrap_or(About::FirstContact)
}

/// One escalation with its draft. It can be looked at before its day has come (C5).
pub(crate) fn get(desk: &Desk<'_>, request: WhichEscalation) -> Result<Outcome<EscalationView>> {
    let about = wanted(request.about);
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let facts = ContactFacts::load(tx, &state, desk.now.date())?;
        let found = views(tx, &state, role, &facts, &desk.now)?
            .into_iter()
            .find(|each| each.about == about)
            .ok_or_else(none_now)?;
        Ok(Outcome::read(found))
    })
}

fn write(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    about: About,
    name: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>, &str) -> Result<()>,
) -> Result<Outcome<ContactLogView>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let facts = ContactFacts::load(tx, &state, desk.now.date())?;
        let found = role
            .side()
            .and_then(|side| {
                standing(&facts, side, &desk.now)
                    .into_iter()
                    .find(|each| each.about == about)
            })
            .ok_or_else(none_now)?;
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, name);
        deed(&mut pen, &found.id)?;
        Ok(Outcome::changed(
            view(tx, &part, role, &desk.now, None)?,
            CHANGED,
        ))
    })
}

/// Ticks one of the four simple mishaps (R8).
pub(crate) fn tick(desk: &Desk<'_>, request: TickMishap) -> Result<Outcome<ContactLogView>> {
    let done = Value::from(i64::from(request.done.unwrap_or(true)));
    let about = wanted(request.about);
    let name = "looking for a simple mishap";
    write(desk, &request.relationship, about, name, |pen, id| {
        pen.set(&schema::ESCALATION, id, request.mishap.key(), done)?;
        Ok(())
    })
}

/// Says how telling the programme ended: "sent", or "not needed because …" (R7).
pub(crate) fn close(desk: &Desk<'_>, request: CloseEscalation) -> Result<Outcome<ContactLogView>> {
    let today = desk.now.date();
    let on = match request.on.as_deref() {
        Some(on) => read_past("on", on, today)?,
        None => today,
    };
    let reason = long_text(
        "reason",
        "reason",
        request.reason.as_deref().unwrap_or_default().trim(),
    )?;
    if request.outcome == Some(Ended::NotNeeded) && reason.is_empty() {
        return Err(Error::field(
            "empty",
            "reason",
            "It is not said why there is no need. Nothing was changed. A few words are enough, for example: we spoke on the phone.",
        ));
    }
    let name = match request.outcome {
        Some(Ended::Sent) => "noting that the programme was told",
        Some(Ended::NotNeeded) => "noting that the programme need not be told",
        None => "opening the message to the programme again",
    };
    let about = wanted(request.about);
    write(desk, &request.relationship, about, name, |pen, id| {
        let (word, day) = match request.outcome {
            Some(outcome) => (outcome.key(), Value::from(on.to_string())),
            None => ("", Value::Null),
        };
        pen.set(&schema::ESCALATION, id, "outcome", Value::from(word))?;
        pen.set(&schema::ESCALATION, id, "on_date", day)?;
        let reason = if request.outcome == Some(Ended::NotNeeded) {
            reason
        } else {
            String::new()
        };
        pen.set(&schema::ESCALATION, id, "reason", Value::from(reason))?;
        Ok(())
    })
}
