//! The history of rows that are worded as a whole: goals, milestones, headings of their own, and how a
//! relationship began.

use super::{Said, Wording, entries, gone};
use crate::api::activity::WhichActivity;
use crate::api::agreement::{
    Goals, History, Milestones, RestoreWording, WhichGoal, WhichMilestone,
};
use crate::api::heading::{Headings, WhichHeading};
use crate::api::relationship::{Detail, RelationshipView, RestoreDetail, WhichDetail};
use crate::domain::dates;
use crate::domain::ids::{GoalId, HeadingId, MilestoneId, RelationshipId};
use crate::domain::occasion;
use crate::domain::plan::GoalState;
use crate::domain::shared::{self as schema, Record, plan as tables};
use crate::domain::side::Side;
use crate::error::Result;
use crate::ops::plan_view::owner_name;
use crate::ops::{Desk, Outcome, details, find, find_own, goal, heading, milestone};
use crate::record::plan;
use crate::record::state::{self, State};
use crate::store::Tx;
use crate::store::edit;
use crate::store::shared::Row;
use serde_json::Value;

/// What a goal, a milestone or a heading is made of, as far as people word it.
const GOAL: &[&str] = &[
    "title", "measure", "horizon", "rank", "occasion", "set_on", "state", "state_on",
];
const MILESTONE: &[&str] = &["name", "on_date", "source", "ends", "evidence", "rating"];
const HEADING: &[&str] = &["title", "text"];
const ACTIVITY: &[&str] = &[
    "goal",
    "title",
    "kind",
    "effort_count",
    "effort_unit",
    "starts_on",
    "finish_moved_on",
    "owner",
    "state",
    "state_on",
    "learned",
];

/// What these fields of a row held after each deed that changed one of them, oldest first.
fn wordings(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    record: &Record,
    id: &str,
    fields: &[&str],
) -> Result<Vec<Wording>> {
    let mut row = Row::new();
    let mut wordings: Vec<Wording> = Vec::new();
    let mut before: Option<Row> = None;
    for edit in edit::of_row(tx, relationship, record.name, id)? {
        let value: Value = serde_json::from_str(&edit.value).unwrap_or(Value::Null);
        match (edit.act.as_str(), value) {
            ("create", Value::Object(fields)) => row.extend(fields),
            ("set", value) => {
                row.insert(edit.field.clone(), value);
            }
            // A row that was taken away says nothing; it speaks again when that is undone.
            _ => continue,
        }
        let worded: Row = row
            .iter()
            .filter(|(name, _)| fields.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        if before.as_ref() == Some(&worded) {
            continue;
        }
        before = Some(worded.clone());
        if wordings
            .last()
            .is_some_and(|last| last.edit.deed == edit.deed)
        {
            wordings.pop();
        }
        wordings.push(Wording {
            edit,
            value: Value::Object(worded),
        });
    }
    Ok(wordings)
}

fn row_of(value: &Value) -> Row {
    value.as_object().cloned().unwrap_or_default()
}

fn lines(lines: impl IntoIterator<Item = Option<String>>) -> String {
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    lines.join("\n")
}

fn goal_said(state: &State, value: &Value) -> Said {
    let goal = state::goal(String::new(), &row_of(value));
    let measure = goal.measure.trim();
    let horizon = if goal.long {
        "Long-term career goal"
    } else {
        "Short-term work goal"
    };
    let front = match goal.rank {
        Some(1) => Some("first in front"),
        Some(2) => Some("second in front"),
        Some(3) => Some("third in front"),
        Some(_) | None => None,
    };
    let place = match front {
        Some(front) => format!("{horizon}, {front}"),
        None => horizon.to_owned(),
    };
    let set = occasion::said(goal.occasion, goal.set_on);
    let stands = (goal.state != GoalState::Open).then(|| match goal.state_on {
        Some(on) => format!("{} on {}", goal.state.name(), dates::long(on)),
        None => goal.state.name().to_owned(),
    });
    Said {
        title: Some(goal.title.clone()),
        text: lines([
            (!measure.is_empty()).then(|| format!("Reached when: {measure}")),
            Some(place),
            set.map(|said| state.vocabulary.say(&said).into_owned()),
            stands,
        ]),
    }
}

fn milestone_said(value: &Value) -> Said {
    let milestone = state::milestone(String::new(), &row_of(value));
    let source = milestone.source.trim();
    let evidence = milestone.evidence.trim();
    let day = milestone
        .on
        .map_or_else(|| "No date yet".to_owned(), dates::long);
    Said {
        text: lines([
            Some(day),
            (!source.is_empty()).then(|| format!("Comes from: {source}")),
            (!evidence.is_empty()).then(|| format!("Seen by: {evidence}")),
            milestone
                .rating
                .map(|rating| format!("Rated: {}", rating.name().to_lowercase())),
            milestone
                .ends
                .then(|| "The relationship ends on it".to_owned()),
        ]),
        title: Some(milestone.name),
    }
}

fn activity_said(state: &State, value: &Value) -> Said {
    let activity = plan::activity(String::new(), &row_of(value));
    let learned = activity.learned.trim();
    let effort = activity
        .effort
        .map(|effort| format!(", {}", effort.words()))
        .unwrap_or_default();
    let days = match (activity.start, activity.finish()) {
        (Some(start), Some(finish)) if finish != start => {
            Some(format!("{} to {}", dates::long(start), dates::long(finish)))
        }
        (Some(start), _) => Some(dates::long(start)),
        (None, _) => None,
    };
    let stands = match activity.state_on {
        Some(on) => format!("{}, since {}", activity.state.name(), dates::long(on)),
        None => activity.state.name().to_owned(),
    };
    let goal = state.goals.iter().find(|goal| goal.id == activity.goal);
    Said {
        text: lines([
            Some(format!("{}{effort}", activity.kind.name())),
            days,
            Some(owner_name(state, activity.owner)),
            Some(stands),
            goal.map(|goal| format!("For the goal “{}”", goal.title)),
            (!learned.is_empty()).then(|| format!("Learned: {learned}")),
        ]),
        title: Some(activity.title),
    }
}

fn heading_said(value: &Value) -> Said {
    let heading = state::heading(String::new(), &row_of(value));
    Said {
        title: Some(heading.title),
        text: heading.text,
    }
}

/// The history of a row of the agreement.
fn of_row(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    record: &Record,
    id: &str,
    fields: &[&str],
    said: impl Fn(&State, &Value) -> Said,
) -> Result<Outcome<History>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let wordings = wordings(tx, &part.relationship, record, id, fields)?;
        let entries = entries(&state, wordings, true, |value| said(&state, value));
        Ok(Outcome::read(History { entries }))
    })
}

/// The row that a wording in the history belongs to, and what it held then.
fn wanted(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    number: i64,
    record: &Record,
    fields: &[&str],
) -> Result<(String, Row)> {
    let edit = edit::one(tx, relationship, number)?
        .filter(|edit| edit.record == record.name)
        .ok_or_else(gone)?;
    let wording = wordings(tx, relationship, record, &edit.record_id, fields)?
        .into_iter()
        .find(|wording| wording.edit.id == edit.id)
        .ok_or_else(gone)?;
    Ok((edit.record_id, row_of(&wording.value)))
}

/// As [`wanted`], of the agreement of the two.
fn wanted_own(
    desk: &Desk<'_>,
    request: &RestoreWording,
    record: &Record,
    fields: &[&str],
) -> Result<(String, Row)> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        wanted(tx, &part.relationship, request.edit, record, fields)
    })
}

/// The history of a goal (R60, R63 to R65).
pub(crate) fn of_goal(desk: &Desk<'_>, request: WhichGoal) -> Result<Outcome<History>> {
    of_row(
        desk,
        &request.relationship,
        &schema::GOAL,
        request.goal.as_str(),
        GOAL,
        goal_said,
    )
}

/// Puts a goal back as it was worded then.
pub(crate) fn restore_goal(desk: &Desk<'_>, request: RestoreWording) -> Result<Outcome<Goals>> {
    let (id, row) = wanted_own(desk, &request, &schema::GOAL, GOAL)?;
    goal::put_back(desk, &request.relationship, &GoalId(id), row)
}

/// The history of an activity: what it was, by whom and when (R105).
pub(crate) fn of_activity(desk: &Desk<'_>, request: WhichActivity) -> Result<Outcome<History>> {
    of_row(
        desk,
        &request.relationship,
        &tables::ACTIVITY,
        request.activity.as_str(),
        ACTIVITY,
        activity_said,
    )
}

/// The history of a milestone (R60, R67).
pub(crate) fn of_milestone(desk: &Desk<'_>, request: WhichMilestone) -> Result<Outcome<History>> {
    of_row(
        desk,
        &request.relationship,
        &schema::MILESTONE,
        request.milestone.as_str(),
        MILESTONE,
        |_, value| milestone_said(value),
    )
}

/// Puts a milestone back as it was worded then.
pub(crate) fn restore_milestone(
    desk: &Desk<'_>,
    request: RestoreWording,
) -> Result<Outcome<Milestones>> {
    let (id, row) = wanted_own(desk, &request, &schema::MILESTONE, MILESTONE)?;
    milestone::put_back(desk, &request.relationship, &MilestoneId(id), row)
}

/// The history of a heading of their own, its name and its text (R53, R60).
pub(crate) fn of_heading(desk: &Desk<'_>, request: WhichHeading) -> Result<Outcome<History>> {
    of_row(
        desk,
        &request.relationship,
        &schema::HEADING,
        request.heading.as_str(),
        HEADING,
        |_, value| heading_said(value),
    )
}

/// Puts a heading back as it was worded then, name and text.
pub(crate) fn restore_heading(
    desk: &Desk<'_>,
    request: RestoreWording,
) -> Result<Outcome<Headings>> {
    let (id, row) = wanted_own(desk, &request, &schema::HEADING, HEADING)?;
    heading::put_back(desk, &request.relationship, &HeadingId(id), row)
}

/// Where a detail of a relationship is kept: the kind of row, its id and the fields.
fn place(
    detail: Detail,
    relationship: &RelationshipId,
) -> (&'static Record, String, &'static [&'static str]) {
    let person = |side: Side| (&schema::PARTICIPANT, side.key().to_owned(), PERSON);
    match detail {
        Detail::ConnectedOn => (&schema::RELATIONSHIP, relationship.to_string(), CONNECTED),
        Detail::Programme => (&schema::RELATIONSHIP, relationship.to_string(), PROGRAMME),
        Detail::Mentor => person(Side::Mentor),
        Detail::Mentee => person(Side::Mentee),
    }
}

const CONNECTED: &[&str] = &["connected_on"];
const PROGRAMME: &[&str] = &["programme", "programme_email"];
const PERSON: &[&str] = &["name", "email", "phone", "zone", "place"];

fn detail_said(detail: Detail, value: &Value) -> Said {
    let row = row_of(value);
    let given = |name: &str| {
        row.get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    match detail {
        Detail::ConnectedOn => {
            let day = given("connected_on").and_then(|day| dates::from_iso(&day).ok());
            Said::text(day.map_or_else(
                || "Waiting for the connection e-mail".to_owned(),
                dates::long,
            ))
        }
        Detail::Programme => Said {
            title: given("programme"),
            text: given("programme_email").unwrap_or_default(),
        },
        Detail::Mentor | Detail::Mentee => Said {
            title: given("name"),
            text: lines([
                given("zone").map(|zone| format!("Time zone: {}", zone.replace('_', " "))),
                given("email"),
                given("phone"),
                given("place"),
            ]),
        },
    }
}

/// The history of the connection date (R3), of the programme's name, or of what is known of a person.
pub(crate) fn of_detail(desk: &Desk<'_>, request: WhichDetail) -> Result<Outcome<History>> {
    let detail = request.detail;
    desk.store.read(|tx| {
        let (part, _) = find(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let (record, id, fields) = place(detail, &part.relationship);
        let wordings = wordings(tx, &part.relationship, record, &id, fields)?;
        let typed = detail != Detail::ConnectedOn;
        let entries = entries(&state, wordings, typed, |value| detail_said(detail, value));
        Ok(Outcome::read(History { entries }))
    })
}

/// Puts a detail of a relationship back as it was then.
pub(crate) fn restore_detail(
    desk: &Desk<'_>,
    request: RestoreDetail,
) -> Result<Outcome<RelationshipView>> {
    let row = desk.store.read(|tx| {
        let (part, _) = find(tx, &request.relationship)?;
        let (record, id, fields) = place(request.detail, &part.relationship);
        match wanted(tx, &part.relationship, request.edit, record, fields)? {
            (found, row) if found == id => Ok(row),
            _ => Err(gone()),
        }
    })?;
    details::put_back(desk, &request.relationship, request.detail, &row)
}
