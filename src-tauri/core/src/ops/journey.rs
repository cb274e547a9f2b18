//! The way through the five stages (R79): where the two are, what is due when, and where it goes on. Stages advise
//! and lock nothing.

use super::first_meeting::{begun, mark_of};
use super::{Desk, Outcome, find_own, words};
use crate::api::first::{Journey, JourneyStage};
use crate::api::relationship::Which;
use crate::domain::acquaintance::StepState;
use crate::domain::closing::Standing;
use crate::domain::dates;
use crate::domain::side::Side;
use crate::error::Result;
use crate::record::checkup::{self, LookingBack};
use crate::record::closing;
use crate::record::plan::Plan;
use crate::record::session::Sessions;
use crate::record::state::State;
use chrono::NaiveDate;

struct Found {
    key: &'static str,
    label: &'static str,
    state: StepState,
    due: Option<NaiveDate>,
    page: &'static str,
}

const fn stands(done: bool, begun: bool) -> StepState {
    match (done, begun) {
        (true, _) => StepState::Done,
        (false, true) => StepState::UnderWay,
        (false, false) => StepState::NotStarted,
    }
}

pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<Journey>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let relationship = &part.relationship;
        let today = desk.now.date();
        let state = State::load(tx, relationship)?;
        let sessions = Sessions::load(tx, relationship)?;
        let plan = Plan::load(tx, relationship)?;
        let back = LookingBack::load(tx, relationship)?;
        let (standing, _) = closing::standing(tx, relationship)?;
        let met = sessions.partnership_start();
        let start = met.or(state.connected_on);
        let mid_point = checkup::mid_point(&state, &sessions);
        let mid = mid_point.map(|mid_point| mid_point.on);
        let window = mid_point.map(|mid_point| mid_point.opens);
        let after = |days: i64| start.and_then(|start| dates::add_days(start, days));
        let next = sessions
            .upcoming(desk.now.utc())
            .next()
            .map(|session| session.date());
        let dated = plan
            .activities
            .iter()
            .any(|activity| activity.counts() && activity.start.is_some());
        let completed = |side: Side| back.completed_on(side).is_some();
        let found = [
            Found {
                key: "first_meeting",
                label: "First meeting",
                state: stands(met.is_some(), begun(tx, relationship)?),
                due: if met.is_some() { met } else { next },
                page: "first",
            },
            Found {
                key: "first_30_days",
                label: "First 30 days",
                state: stands(dated, !plan.goals.is_empty()),
                due: after(30),
                page: "plan",
            },
            Found {
                key: "check_90",
                label: "90-day check-up",
                state: stands(
                    completed(Side::Mentee) && completed(Side::Mentor),
                    completed(Side::Mentee) || completed(Side::Mentor),
                ),
                due: after(90),
                page: "checkups/ninety-days",
            },
            Found {
                key: "mid_point",
                label: "Renewing commitment",
                state: stands(back.mid_point_on.is_some(), !back.answers.is_empty()),
                due: mid,
                page: "checkups/mid-point",
            },
            Found {
                key: "celebrate",
                label: "Celebrate success",
                state: stands(
                    standing != Standing::Open,
                    !closing::Closing::load(tx, relationship)?.answers.is_empty(),
                ),
                due: state.terms.ends_on,
                page: "closing",
            },
        ];
        let mut stages = Vec::new();
        let mut current = false;
        for stage in found {
            let (marked, _) = mark_of(tx, relationship, stage.key)?;
            let state = if marked == StepState::NotStarted {
                stage.state
            } else {
                marked
            };
            let open = matches!(state, StepState::NotStarted | StepState::UnderWay);
            let here = open && !current && standing == Standing::Open;
            current |= here;
            stages.push(JourneyStage {
                stage: stage.key.to_owned(),
                label: stage.label.to_owned(),
                state,
                words: state.words().to_owned(),
                current: here,
                due: stage.due.map(|due| words(today, due)),
                route: format!("/relationship/{relationship}/{}", stage.page),
            });
        }
        Ok(Outcome::read(Journey {
            stages,
            provisional: met.is_none(),
            start: start.map(|start| words(today, start)),
            window_opens: window.map(|on| words(today, on)),
            mid_point: mid.map(|on| words(today, on)),
        }))
    })
}
