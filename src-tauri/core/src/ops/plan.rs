//! The action plan: what stands in it, what was said of it, and its versions (R98 to R105, R137, R138).

use super::agreement::milestone_views;
use super::plan_view::{coverage, goals, lane, timeline};
use super::version::text_of;
use super::{Desk, Opened, Outcome, find_own, long_text, moment_words, words};
use crate::api::plan::{
    ChangePlan, ComparePlans, KindView, PlanComparison, PlanDeed, PlanDue, PlanHistory,
    PlanVersionView, PlanView,
};
use crate::api::relationship::Which;
use crate::domain::dates;
use crate::domain::ids::{PlanVersionId, RelationshipId};
use crate::domain::learning;
use crate::domain::moment::Moment;
use crate::domain::plan as rules;
use crate::domain::plan_version::{PlanText, differences};
use crate::domain::shared::plan as tables;
use crate::domain::side::Role;
use crate::error::{Error, Result};
use crate::papers::plan::PlanFacts;
use crate::record::Pen;
use crate::record::plan::{ID, Plan, RECORDS, Version};
use crate::record::session::Sessions;
use crate::record::state::State;
use crate::record::versions::Versions;
use crate::store::shared::Row;
use crate::store::{Tx, edit};
use chrono::NaiveDate;
use serde_json::Value;

const CHANGED: &[&str] = &["plan", "agreement", "relationships", "today"];

/// The words of the mark of a plan that the two have not gone through yet (C33).
pub(crate) const IN_PROGRESS: &str = "in progress";

/// When the partnership began, and whether that is provisional: reckoned from the connection, as long as no
/// meeting was held (C11).
fn partnership(tx: &Tx<'_>, state: &State) -> Result<Option<(NaiveDate, bool)>> {
    let held = Sessions::load(tx, &state.relationship)?.partnership_start();
    Ok(match held {
        Some(on) => Some((on, false)),
        None => state.connected_on.map(|on| (on, true)),
    })
}

/// The plan after a deed.
pub(crate) fn answer(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    opened: &Opened,
    id: Option<String>,
) -> Result<Outcome<PlanView>> {
    let mut view = view(desk, tx, &opened.state)?;
    view.id = id;
    Ok(Outcome::changed(view, CHANGED))
}

/// The plan as it is shown. What a deed changes of people and terms is nothing, so they may come from before it.
fn view(desk: &Desk<'_>, tx: &Tx<'_>, state: &State) -> Result<PlanView> {
    let today = desk.now.date();
    let plan = Plan::load(tx, &state.relationship)?;
    let versions = Versions::load(tx, &state.relationship)?;
    let baseline = match versions.signed().next() {
        Some(version) => Some((
            text_of(version)?,
            Moment::from_text(&version.frozen_at).map(|at| at.date()),
        )),
        None => None,
    };
    let now = plan.text();
    Ok(PlanView {
        relationship: state.relationship.clone(),
        title: format!("{} and {}", state.mentee.name, state.mentor.name),
        mentee: state.mentee.name.clone(),
        mentor: state.mentor.name.clone(),
        id: None,
        goals: goals(state, &plan, baseline.as_ref(), today),
        ranked: format!("{} of 3 ranked", plan.ranked()),
        coverage: coverage(plan.coverage()),
        kinds: kinds(),
        timeline: timeline(&plan, today),
        milestones: milestone_views(&plan.milestones, today),
        lane: lane(&plan, today),
        due: partnership(tx, state)?.and_then(|start| due(start, today)),
        dated: plan.has_dated_activity(),
        mark: plan.reviewed_on.is_none().then(|| IN_PROGRESS.to_owned()),
        reviewed_on: plan.reviewed_on.map(|on| words(today, on)),
        touched_on: plan.touched.as_ref().map(|at| words(today, at.date())),
        touched: plan.touched.as_ref().map(|at| touched(state, &plan, at)),
        versions: plan
            .versions
            .iter()
            .rev()
            .map(|version| PlanVersionView {
                number: version.number,
                on: version.on.map(|on| words(today, on)),
                changes: u32::try_from(differences(&version.content, &now).len())
                    .unwrap_or(u32::MAX),
            })
            .collect(),
        career_goal: plan.career_goal,
        situation: plan.situation,
    })
}

fn kinds() -> Vec<KindView> {
    learning::kinds()
        .iter()
        .map(|each| KindView {
            kind: each.kind,
            name: each.kind.name().to_owned(),
            about: each.about.clone(),
            examples: each.examples.clone(),
        })
        .collect()
}

fn due((start, provisional): (NaiveDate, bool), today: NaiveDate) -> Option<PlanDue> {
    let on = rules::due(start)?;
    Some(PlanDue {
        on: words(today, on),
        words: format!("Action plan by {}", dates::long(on)),
        left: rules::left(today, on),
        provisional,
    })
}

fn touched(state: &State, plan: &Plan, at: &Moment) -> String {
    let day = dates::long(at.date());
    let right = plan.still_right_on == Some(at.date());
    match plan.touched_by.map(|side| &state.person(side).name) {
        Some(name) if right => format!("{name} said on {day} that it is still right"),
        Some(name) => format!("Last changed on {day}, by {name}"),
        None => format!("Last changed on {day}"),
    }
}

/// What the plan on paper is made from.
pub(crate) fn facts(desk: &Desk<'_>, relationship: &RelationshipId) -> Result<PlanFacts> {
    let made = super::paper::made(desk)?;
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let plan = Plan::load(tx, &part.relationship)?;
        Ok(PlanFacts {
            mentee: state.mentee.name.clone(),
            mentor: state.mentor.name.clone(),
            text: plan.text(),
            offered: plan
                .resources
                .iter()
                .map(|each| (each.id.clone(), state.person(each.side).name.clone()))
                .collect(),
            evidence: plan
                .milestones
                .iter()
                .map(|each| (each.id.clone(), each.evidence.clone()))
                .collect(),
            reviewed: plan.reviewed_on.is_some(),
            made,
        })
    })
}

/// The whole plan.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<PlanView>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        Ok(Outcome::read(view(desk, tx, &state)?))
    })
}

/// Says where the mentee is heading, and where they are now (R137).
pub(crate) fn change(desk: &Desk<'_>, request: ChangePlan) -> Result<Outcome<PlanView>> {
    let read = |field: &str, what: &str, text: Option<&str>| {
        text.map(|text| long_text(field, what, text)).transpose()
    };
    let career_goal = read("careerGoal", "career goal", request.career_goal.as_deref())?;
    let situation = read("situation", "situation", request.situation.as_deref())?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        for (field, deed, text) in [
            ("career_goal", "writing the career goal", career_goal),
            ("situation", "writing the present situation", situation),
        ] {
            if let Some(text) = text {
                let mut pen = opened.pen(tx, desk, deed).typing();
                pen.set(&tables::PLAN, ID, field, Value::from(text))?;
            }
        }
        answer(desk, tx, &opened, None)
    })
}

/// The two have gone through the plan: it is no longer in progress (C33), and what stands in it is kept as its
/// next version, where that differs from the one before (R105, R119).
pub(crate) fn review(desk: &Desk<'_>, request: Which) -> Result<Outcome<PlanView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let plan = Plan::load(tx, &opened.relationship)?;
        if plan.goals.is_empty() {
            return Err(Error::refused(
                "no_goals",
                "There is no goal in the plan yet, so there is nothing to go through. Nothing was changed. Add a goal first.",
            ));
        }
        let mut pen = opened.pen(tx, desk, "going through the plan");
        keep(&mut pen, &plan, desk.now.date())?;
        answer(desk, tx, &opened, None)
    })
}

/// Notes that the plan was gone through on a day, and keeps it as its next version where it differs from the one
/// before. Answers the number of the version that has what stands there now.
pub(crate) fn keep(pen: &mut Pen<'_, '_>, plan: &Plan, today: NaiveDate) -> Result<u32> {
    let today = today.to_string();
    pen.set(
        &tables::PLAN,
        ID,
        "reviewed_on",
        Value::from(today.as_str()),
    )?;
    pen.set(
        &tables::PLAN,
        ID,
        "still_right_on",
        Value::from(today.as_str()),
    )?;
    let text = plan.text();
    let last = plan.versions.last();
    if let Some(same) = last.filter(|version| version.content == text) {
        return Ok(same.number);
    }
    let number = last.map_or(1, |version| version.number.saturating_add(1));
    let content =
        serde_json::to_string(&text).map_err(|error| Error::Internal(error.to_string()))?;
    let mut row = Row::new();
    row.insert("number".to_owned(), Value::from(number));
    row.insert("kept_on".to_owned(), Value::from(today));
    row.insert("content".to_owned(), Value::from(content));
    pen.create(&tables::PLAN_VERSION, PlanVersionId::new().as_str(), row)?;
    Ok(number)
}

/// Somebody looked at the plan, and it is still right (R105, N23).
pub(crate) fn still_right(desk: &Desk<'_>, request: Which) -> Result<Outcome<PlanView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let today = Value::from(desk.now.date().to_string());
        opened
            .pen(tx, desk, "saying that the plan is still right")
            .set(&tables::PLAN, ID, "still_right_on", today)?;
        answer(desk, tx, &opened, None)
    })
}

/// What was done to the plan, newest first (R105).
pub(crate) fn history(desk: &Desk<'_>, request: Which) -> Result<Outcome<PlanHistory>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let deeds = edit::deeds_of(tx, &part.relationship, RECORDS)?;
        let deeds = deeds.into_iter().map(|(deed, author)| PlanDeed {
            what: capital(&deed.name),
            when: Moment::from_text(&deed.at)
                .map(|at| moment_words(&at))
                .unwrap_or_default(),
            author: match Role::from_key(&author) {
                Some(Role::Mentor) => state.mentor.name.clone(),
                Some(Role::Mentee) => state.mentee.name.clone(),
                Some(Role::Coordinator) | None => {
                    state.vocabulary.say("The coordinator").into_owned()
                }
            },
        });
        Ok(Outcome::read(PlanHistory {
            deeds: deeds.collect(),
        }))
    })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What is different between two versions (R105).
pub(crate) fn compare(desk: &Desk<'_>, request: ComparePlans) -> Result<Outcome<PlanComparison>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let plan = Plan::load(tx, &part.relationship)?;
        let find = |field: &str, number: u32| {
            let found = plan.versions.iter().find(|each| each.number == number);
            found.ok_or_else(|| {
                Error::field(
                    "not_found",
                    field,
                    format!("The plan has no version {number}. Nothing was changed. Choose one from the list of versions."),
                )
            })
        };
        let from = match request.from {
            Some(number) => find("from", number)?,
            None => plan.versions.last().ok_or_else(|| {
                Error::field(
                    "no_versions",
                    "from",
                    "No version of the plan was kept yet. Nothing was changed. Go through the plan together, and its first version is kept.",
                )
            })?,
        };
        let (to, after): (String, PlanText) = match request.to {
            Some(number) => {
                let version = find("to", number)?;
                (name(version), version.content.clone())
            }
            None => ("The plan now".to_owned(), plan.text()),
        };
        Ok(Outcome::read(PlanComparison {
            from: name(from),
            to,
            differences: differences(&from.content, &after),
        }))
    })
}

fn name(version: &Version) -> String {
    match version.on {
        Some(on) => format!("Version {}, {}", version.number, dates::long(on)),
        None => format!("Version {}", version.number),
    }
}
