//! What the log says at the end: goals, meetings, hours and moments, counted and never asked for (R122, R124).

use super::words;
use crate::api::closing::{ClosingFacts, ClosingGoal, ClosingMeeting, ClosingMoment};
use crate::domain::closing::{Facts, GoalAtEnd, Held};
use crate::domain::dates;
use crate::domain::ids::{GoalId, RelationshipId};
use crate::domain::plan::GoalState;
use crate::error::Result;
use crate::record::journal;
use crate::record::session::Sessions;
use crate::record::state::State;
use crate::store::{Tx, private_plan};
use chrono::NaiveDate;

/// A moment of the journal: one that both see, or one of the owner's own.
struct Moment {
    on: Option<NaiveDate>,
    text: String,
    shared: bool,
}

/// The moments in the order of their days. The owner's own are shown to the owner again, and to nobody else: the
/// closing record leaves them out (R106, B8).
fn moments(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Moment>> {
    let mut all: Vec<Moment> = journal::shared_moments(tx, relationship)?
        .into_iter()
        .map(|moment| Moment {
            on: Some(moment.on),
            text: moment.text,
            shared: true,
        })
        .collect();
    let own = private_plan::moments(tx, relationship)?.into_iter();
    all.extend(own.map(|moment| Moment {
        on: dates::from_iso(&moment.on).ok(),
        text: moment.text,
        shared: false,
    }));
    all.sort_by_key(|moment| moment.on);
    Ok(all)
}

/// All that is counted.
struct Log {
    goals: Vec<(ClosingGoal, GoalAtEnd)>,
    held: Vec<Held>,
    moments: Vec<Moment>,
}

fn log(tx: &Tx<'_>, relationship: &RelationshipId, state: &State) -> Result<Log> {
    Ok(Log {
        goals: state
            .goals
            .iter()
            .map(|goal| {
                (
                    ClosingGoal {
                        goal: GoalId(goal.id.clone()),
                        title: goal.title.clone(),
                        rank: goal.rank,
                        reached: goal.state == GoalState::Reached,
                        state: goal.state.name().to_owned(),
                    },
                    GoalAtEnd {
                        rank: goal.rank,
                        reached: goal.state == GoalState::Reached,
                    },
                )
            })
            .collect(),
        held: Sessions::load(tx, relationship)?
            .all()
            .iter()
            .filter(|session| session.is_held())
            .map(|session| Held {
                on: session.date(),
                minutes: session.spent(),
            })
            .collect(),
        moments: moments(tx, relationship)?,
    })
}

/// Counts them for the window and the paper.
pub(crate) fn facts(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    state: &State,
    today: NaiveDate,
) -> Result<ClosingFacts> {
    let Log {
        goals,
        mut held,
        moments,
    } = log(tx, relationship, state)?;
    held.sort_by_key(|meeting| meeting.on);
    let (mut lines, counted): (Vec<_>, Vec<_>) = goals.into_iter().unzip();
    lines.sort_by_key(|goal| goal.rank.unwrap_or(u32::MAX));
    let facts = Facts::of(&counted, &held, moments.len());
    Ok(ClosingFacts {
        sentence: facts.sentence(),
        goals_reached: facts.reached,
        goals: facts.goals,
        meetings: facts.meetings,
        minutes: facts.minutes,
        time: facts.time(),
        moments: facts.moments,
        goal_lines: lines,
        meeting_lines: held
            .iter()
            .map(|meeting| ClosingMeeting {
                date: words(today, meeting.on),
                minutes: meeting.minutes,
            })
            .collect(),
        moment_lines: moments
            .into_iter()
            .map(|moment| ClosingMoment {
                date: moment.on.map(|on| words(today, on)),
                text: moment.text,
                shared: moment.shared,
            })
            .collect(),
    })
}
