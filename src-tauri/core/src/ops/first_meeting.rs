//! The first meeting (R80 to R88, R133 to R135, R139): its checklist, its blocks with their time, what the two have
//! in common, how the mentor can help, and the session after it. Every block can be skipped.

use super::attachment::attached;
use super::closing::side_or_own;
use super::{Desk, Outcome, find_own, line, read_date, session};
use crate::api::first::{
    AcquaintanceLine, AddAcquaintance, FirstBlock, FirstCheck, FirstView, HelpWay, MarkStep,
    ProposeSecond, RemoveAcquaintance, WantHelp,
};
use crate::api::relationship::Which;
use crate::api::session::{NewSession, Sessions as SessionsView};
use crate::domain::acquaintance::{BLOCKS, KINDS, MINUTES, StepState, WAYS, overlap};
use crate::domain::attachment::Kind as Attached;
use crate::domain::dates;
use crate::domain::ids::{GoalId, RelationshipId};
use crate::domain::session::{Kind, Stage};
use crate::domain::shared::ends as schema;
use crate::domain::side::Side;
use crate::domain::terms::Unit;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::plan::Plan;
use crate::record::session::Sessions;
use crate::record::state::State;
use crate::store::Tx;
use crate::store::shared::{self, Row};
use chrono::NaiveDate;
use serde_json::Value;

const CHANGED: &[&str] = &["first", "journey", "relationships", "today"];
const MOST: usize = 200;
/// The stages that can be skipped on purpose (R79).
pub(crate) const STAGES: [&str; 5] = [
    "first_meeting",
    "first_30_days",
    "check_90",
    "mid_point",
    "celebrate",
];
/// Lines of the checklist that are ticked by hand.
const CHECKS: [&str; 2] = ["profile", "plan"];

struct Line {
    id: String,
    position: i64,
    side: Side,
    kind: String,
    text: String,
}

fn text(row: &Row, name: &str) -> String {
    row.get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn lines(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Line>> {
    let mut all: Vec<Line> = shared::rows(tx, &schema::ACQUAINTANCE, relationship)?
        .into_iter()
        .filter_map(|(id, row)| {
            Some(Line {
                id,
                position: row.get("position").and_then(Value::as_i64)?,
                side: Side::from_key(&text(&row, "side"))?,
                kind: text(&row, "kind"),
                text: text(&row, "text"),
            })
        })
        .collect();
    all.sort_by(|a, b| {
        (a.side == Side::Mentor, a.position).cmp(&(b.side == Side::Mentor, b.position))
    });
    Ok(all)
}

/// How a step was marked, and the minutes noted for it.
pub(crate) fn mark_of(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    step: &str,
) -> Result<(StepState, Option<u32>)> {
    let row = shared::row(tx, &schema::JOURNEY_MARK, relationship, step)?.unwrap_or_default();
    let state = match text(&row, "state").as_str() {
        "done" => StepState::Done,
        "skipped" => StepState::Skipped,
        _ => StepState::NotStarted,
    };
    let minutes = row.get("minutes").and_then(Value::as_i64);
    Ok((
        state,
        minutes.and_then(|minutes| u32::try_from(minutes).ok()),
    ))
}

fn view(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<FirstView> {
    let state = State::load(tx, relationship)?;
    let plan = Plan::load(tx, relationship)?;
    let sessions = Sessions::load(tx, relationship)?;
    let lines = lines(tx, relationship)?;
    let of = |side: Side| lines.iter().filter(move |line| line.side == side);
    let mut in_common = Vec::new();
    for mine in of(Side::Mentee) {
        for other in of(Side::Mentor).filter(|other| is_shared(mine, other)) {
            in_common.push([mine.text.clone(), other.text.clone()]);
        }
    }
    let first = sessions
        .all()
        .iter()
        .find(|session| session.kind == Kind::First && session.state != Stage::Cancelled);
    let minutes = first.map_or(MINUTES, |session| session.minutes);
    let begun = |block: &str| match block {
        "acquainted" => lines
            .iter()
            .any(|line| !["direction", "aspirations", "wish"].contains(&line.kind.as_str())),
        "goals" => lines
            .iter()
            .any(|line| ["direction", "aspirations"].contains(&line.kind.as_str())),
        "top_three" => state.goals.iter().any(|goal| goal.rank.is_some()),
        _ => false,
    };
    let mut blocks = Vec::new();
    for (block, label, planned) in BLOCKS {
        let (marked, used) = mark_of(tx, relationship, block)?;
        let stands = if marked == StepState::NotStarted && begun(block) {
            StepState::UnderWay
        } else {
            marked
        };
        let time = match used {
            Some(used) => format!("{used} of {minutes} min used for this block"),
            None => format!("{planned} of {minutes} min are reserved for it"),
        };
        blocks.push(FirstBlock {
            block: block.to_owned(),
            label: state.vocabulary.say(label).into_owned(),
            planned,
            used,
            state: stands,
            words: if stands == StepState::Skipped {
                stands.words().to_owned()
            } else {
                format!("{}: {time}", stands.words())
            },
        });
    }
    let done = |step: &str| Ok::<_, Error>(mark_of(tx, relationship, step)?.0 == StepState::Done);
    let files = attached(tx, relationship)?;
    let sent = |kind: Attached| {
        files
            .iter()
            .any(|file| file.shared && file.row.kind == kind.key())
    };
    let checks = vec![
        FirstCheck {
            step: "plan".to_owned(),
            label: "The plan goes ahead, whatever its stage".to_owned(),
            done: done("plan")? || !state.goals.is_empty() || sent(Attached::Plan),
        },
        FirstCheck {
            step: "profile".to_owned(),
            label: "A CV or profile is shared".to_owned(),
            done: done("profile")? || sent(Attached::Profile),
        },
        FirstCheck {
            step: "wish".to_owned(),
            label: "What you want from the first meeting".to_owned(),
            done: lines.iter().any(|line| line.kind == "wish"),
        },
    ];
    let wanted: Vec<(String, Row)> = shared::rows(tx, &schema::HELP_WANTED, relationship)?;
    let goal_of = |row: &Row| {
        Some(text(row, "goal"))
            .filter(|goal| !goal.is_empty())
            .map(GoalId)
    };
    let mut help: Vec<HelpWay> = WAYS
        .iter()
        .map(|(way, label)| {
            let row = wanted.iter().find(|(id, _)| id == way);
            HelpWay {
                way: (*way).to_owned(),
                label: (*label).to_owned(),
                wanted: row.is_some(),
                goal: row.and_then(|(_, row)| goal_of(row)),
            }
        })
        .collect();
    help.extend(
        wanted
            .iter()
            .filter(|(id, _)| !WAYS.iter().any(|(way, _)| way == id))
            .map(|(id, row)| HelpWay {
                way: id.clone(),
                label: text(row, "text"),
                wanted: true,
                goal: goal_of(row),
            }),
    );
    let top_three: Vec<String> = plan
        .in_order()
        .into_iter()
        .filter(|goal| goal.rank.is_some())
        .map(|goal| goal.title.clone())
        .collect();
    Ok(FirstView {
        checklist: format!("{} of 3", checks.iter().filter(|check| check.done).count()),
        checks,
        plan_in_progress: plan.reviewed_on.is_none(),
        minutes,
        blocks,
        lines: lines
            .iter()
            .map(|line| AcquaintanceLine {
                line: line.id.clone(),
                side: line.side,
                kind: line.kind.clone(),
                label: KINDS
                    .iter()
                    .find(|(kind, _)| *kind == line.kind)
                    .map_or_else(String::new, |(_, label)| (*label).to_owned()),
                text: line.text.clone(),
                overlaps: of(line.side.other())
                    .filter(|other| is_shared(line, other))
                    .map(|other| other.text.clone())
                    .collect(),
            })
            .collect(),
        in_common,
        help,
        note: (top_three.len() < 3).then(|| {
            format!(
                "{} of 3 goals have a rank. Fewer than three are fine, where you both want it so.",
                top_three.len()
            )
        }),
        top_three,
    })
}

/// R81: what both can have in common are their years, employers and skills, and what each thinks it is.
fn is_shared(one: &Line, other: &Line) -> bool {
    const COMPARED: [&str; 5] = ["common", "years", "employers", "skills", "hobbies"];
    COMPARED.contains(&one.kind.as_str())
        && COMPARED.contains(&other.kind.as_str())
        && overlap(&one.text, &other.text)
}

pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<FirstView>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        Ok(Outcome::read(view(tx, &part.relationship)?))
    })
}

pub(crate) fn add(desk: &Desk<'_>, request: AddAcquaintance) -> Result<Outcome<FirstView>> {
    let text = line("text", "line", &request.text)?;
    if !KINDS.iter().any(|(kind, _)| *kind == request.kind) {
        let kinds: Vec<_> = KINDS.iter().map(|(kind, _)| *kind).collect();
        return Err(Error::field(
            "not_found",
            "kind",
            format!(
                "There is no such line. Nothing was changed. There are: {}.",
                kinds.join(", ")
            ),
        ));
    }
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let side = side_or_own(request.side, role)?;
        let there = lines(tx, &part.relationship)?;
        if there.len() >= MOST {
            return Err(Error::field("too_many", "text", format!("There are already {MOST} lines. Nothing was changed. Remove one that says little first.")));
        }
        let position = there.iter().map(|line| line.position + 1).max().unwrap_or_default();
        let deed = format!("writing “{}”", super::glimpse(&text));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        let mut row = Row::new();
        row.insert("position".to_owned(), Value::from(position));
        row.insert("side".to_owned(), Value::from(side.key()));
        row.insert("kind".to_owned(), Value::from(request.kind));
        row.insert("text".to_owned(), Value::from(text));
        pen.create(&schema::ACQUAINTANCE, &uuid::Uuid::new_v4().to_string(), row)?;
        Ok(Outcome::changed(view(tx, &part.relationship)?, CHANGED))
    })
}

pub(crate) fn remove(desk: &Desk<'_>, request: RemoveAcquaintance) -> Result<Outcome<FirstView>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let there = lines(tx, &part.relationship)?;
        let Some(line) = there.iter().find(|line| line.id == request.line) else {
            return Err(Error::field(
                "not_found",
                "line",
                "This line is not here any more. Nothing was changed. Choose one from the list.",
            ));
        };
        let deed = format!("removing “{}”", super::glimpse(&line.text));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        pen.remove(&schema::ACQUAINTANCE, &line.id)?;
        Ok(Outcome::changed(view(tx, &part.relationship)?, CHANGED))
    })
}

pub(crate) fn want_help(desk: &Desk<'_>, request: WantHelp) -> Result<Outcome<FirstView>> {
    let way = line("way", "way to help", &request.way)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let goal = match &request.goal {
            Some(goal) if !state.goals.iter().any(|known| known.id == goal.as_str()) => {
                return Err(Error::field("not_found", "goal", "This goal is not here any more. Nothing was changed. Choose one from the list."));
            }
            goal => goal.as_ref().map_or_else(String::new, ToString::to_string),
        };
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, "choosing how the mentor can help");
        let there = shared::row(tx, &schema::HELP_WANTED, &part.relationship, &way)?.is_some();
        match (request.wanted.unwrap_or(true), there) {
            (true, true) => {
                pen.set(&schema::HELP_WANTED, &way, "goal", Value::from(goal))?;
            }
            (true, false) => {
                let mut row = Row::new();
                row.insert("text".to_owned(), Value::from(way.as_str()));
                row.insert("goal".to_owned(), Value::from(goal));
                pen.create(&schema::HELP_WANTED, &way, row)?;
            }
            (false, true) => pen.remove(&schema::HELP_WANTED, &way)?,
            (false, false) => {}
        }
        Ok(Outcome::changed(view(tx, &part.relationship)?, CHANGED))
    })
}

pub(crate) fn mark(desk: &Desk<'_>, request: MarkStep) -> Result<Outcome<FirstView>> {
    let known = BLOCKS
        .iter()
        .map(|(block, ..)| *block)
        .chain(CHECKS)
        .chain(STAGES);
    if !known.clone().any(|step| step == request.step) {
        let known: Vec<_> = known.collect();
        return Err(Error::field(
            "not_found",
            "step",
            format!(
                "There is no such step. Nothing was changed. There are: {}.",
                known.join(", ")
            ),
        ));
    }
    let state = match request.state {
        StepState::NotStarted => "",
        StepState::Done => "done",
        StepState::Skipped => "skipped",
        StepState::UnderWay => {
            return Err(Error::field(
                "invalid",
                "state",
                "What is under way says so by itself. Nothing was changed. Say done, skipped or not_started.",
            ));
        }
    };
    if request.minutes.is_some_and(|minutes| minutes > 1_440) {
        return Err(Error::field(
            "out_of_range",
            "minutes",
            "A block takes up to 1,440 minutes. Nothing was changed. Enter fewer.",
        ));
    }
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let mut pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            "noting how far you are",
        );
        pen.set(
            &schema::JOURNEY_MARK,
            &request.step,
            "state",
            Value::from(state),
        )?;
        if let Some(minutes) = request.minutes {
            pen.set(
                &schema::JOURNEY_MARK,
                &request.step,
                "minutes",
                Value::from(minutes),
            )?;
        }
        Ok(Outcome::changed(view(tx, &part.relationship)?, CHANGED))
    })
}

/// One step of the agreed pattern after a day; four weeks where none is agreed.
fn after(state: &State, day: NaiveDate) -> Option<NaiveDate> {
    match state.terms.pattern() {
        Some(pattern) => match pattern.unit {
            Unit::Days => dates::add_days(day, pattern.count.into()),
            Unit::Weeks => dates::add_days(day, i64::from(pattern.count) * 7),
            Unit::Months => dates::add_months(day, pattern.count),
        },
        None => dates::add_days(day, 28),
    }
}

/// Proposes the session after the first meeting: milestones, for the whole hour (R139).
pub(crate) fn propose_second(
    desk: &Desk<'_>,
    request: ProposeSecond,
) -> Result<Outcome<SessionsView>> {
    let asked = request
        .on
        .as_deref()
        .map(|on| read_date("on", on))
        .transpose()?;
    let (on, at) = desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let sessions = Sessions::load(tx, &part.relationship)?;
        let first = sessions
            .all()
            .iter()
            .find(|session| session.state != Stage::Cancelled);
        let from = first.map_or_else(|| desk.now.date(), |session| session.date());
        let at = first.map_or_else(
            || "14:00".to_owned(),
            |session| session.starts_at.format("%H:%M").to_string(),
        );
        Ok((asked.or_else(|| after(&state, from)).unwrap_or(from), at))
    })?;
    session::add(
        desk,
        NewSession {
            relationship: request.relationship,
            on: on.to_string(),
            at: request.at.unwrap_or(at),
            side: None,
            zone: None,
            // The whole session, as long as the two agreed.
            minutes: None,
            kind: Some(Kind::Milestones),
            method: None,
            place: None,
            topic: Some("Career goal, where we are, and milestones".to_owned()),
            state: Some(Stage::Proposed),
            held_minutes: None,
            proposed_by: None,
        },
    )
}

/// Whether anything of the first meeting was written down.
pub(crate) fn begun(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<bool> {
    Ok(!lines(tx, relationship)?.is_empty()
        || !shared::rows(tx, &schema::HELP_WANTED, relationship)?.is_empty())
}
