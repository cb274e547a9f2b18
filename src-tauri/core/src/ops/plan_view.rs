//! The parts of the action plan as they are shown: goals with what belongs to them, the timeline, the year's lane.

use super::words;
use crate::api::activity::{ActivityView, CoverageView, PlanGoal, ResourceView};
use crate::api::agreement::{GoalRatings, Horizon};
use crate::api::plan::{BarView, LaneAction, LaneMilestone, LaneMonth, MarkView, TimelineView};
use crate::domain::activity::{ActivityKind, ActivityOwner, Effort};
use crate::domain::agreement_text::Text;
use crate::domain::coverage::Coverage;
use crate::domain::ids::{ActivityId, GoalId, ResourceId};
use crate::domain::plan as rules;
use crate::domain::side::Side;
use crate::record::plan::{Activity, Plan, Resource};
use crate::record::state::{Goal, State};
use chrono::NaiveDate;

/// What was signed first, and on which day: the baseline (R27).
type Baseline = (Text, Option<NaiveDate>);

/// The goals in the order of the plan, each with what belongs to it.
pub(crate) fn goals(
    state: &State,
    plan: &Plan,
    baseline: Option<&Baseline>,
    today: NaiveDate,
) -> Vec<PlanGoal> {
    plan.in_order()
        .into_iter()
        .map(|goal| {
            let then = baseline.and_then(|(text, on)| Some((then(text, goal)?, *on)));
            PlanGoal {
                id: GoalId(goal.id.clone()),
                title: goal.title.clone(),
                measure: goal.measure.clone(),
                horizon: if goal.long {
                    Horizon::Long
                } else {
                    Horizon::Short
                },
                rank: goal.rank,
                state: goal.state,
                state_words: goal.state.name().to_owned(),
                since: goal.state_on.map(|on| words(today, on)),
                now: GoalRatings {
                    mentor: state.rating(&goal.id, Side::Mentor),
                    mentee: state.rating(&goal.id, Side::Mentee),
                },
                then: then.map(|(ratings, _)| ratings),
                then_on: then.and_then(|(_, on)| on).map(|on| words(today, on)),
                activities: plan
                    .of(&goal.id)
                    .map(|each| activity(state, each, today))
                    .collect(),
                resources: plan
                    .resources
                    .iter()
                    .filter(|each| each.goal == goal.id)
                    .map(|each| resource(state, each))
                    .collect(),
                coverage: coverage(plan.coverage_of(&goal.id)),
            }
        })
        .collect()
}

/// The ratings of a goal in what was signed; none where the goal is newer.
fn then(text: &Text, goal: &Goal) -> Option<GoalRatings> {
    let signed = text.goals.iter().find(|each| each.id == goal.id)?;
    Some(GoalRatings {
        mentor: signed.ratings.mentor,
        mentee: signed.ratings.mentee,
    })
}

/// Who does an activity, by name.
pub(crate) fn owner_name(state: &State, owner: ActivityOwner) -> String {
    match owner {
        ActivityOwner::Mentee => state.mentee.name.clone(),
        ActivityOwner::Mentor => state.mentor.name.clone(),
        ActivityOwner::Both => format!("{} and {}", state.mentee.name, state.mentor.name),
    }
}

fn activity(state: &State, each: &Activity, today: NaiveDate) -> ActivityView {
    ActivityView {
        id: ActivityId(each.id.clone()),
        goal: GoalId(each.goal.clone()),
        title: each.title.clone(),
        kind: each.kind,
        kind_words: each.kind.name().to_owned(),
        effort: each.effort,
        effort_words: each.effort.map(Effort::words).unwrap_or_default(),
        start: each.start.map(|on| words(today, on)),
        finish: each.finish().map(|on| words(today, on)),
        finish_moved: each.finish_moved.is_some(),
        owner: each.owner,
        owner_name: owner_name(state, each.owner),
        state: each.state,
        state_words: each.state.name().to_owned(),
        since: each.state_on.map(|on| words(today, on)),
        learned: each.learned.clone(),
    }
}

fn resource(state: &State, each: &Resource) -> ResourceView {
    ResourceView {
        id: ResourceId(each.id.clone()),
        goal: GoalId(each.goal.clone()),
        kind: each.kind,
        kind_words: each.kind.name().to_owned(),
        title: each.title.clone(),
        place: each.place.clone(),
        note: each.note.clone(),
        side: each.side,
        author: state.person(each.side).name.clone(),
    }
}

pub(crate) fn coverage(coverage: Coverage) -> CoverageView {
    CoverageView {
        doing: coverage.has(ActivityKind::Doing),
        others: coverage.has(ActivityKind::Others),
        stretch: coverage.has(ActivityKind::Stretch),
        count: coverage.count(),
        words: coverage.words(),
        hint: coverage.hint(),
    }
}

/// The activities that have a first day, with that and their last one, by the first.
pub(crate) fn dated(plan: &Plan) -> Vec<(&Activity, NaiveDate, NaiveDate)> {
    let mut dated: Vec<_> = plan
        .activities
        .iter()
        .filter(|activity| activity.counts())
        .filter_map(|activity| {
            let start = activity.start?;
            Some((activity, start, activity.finish().unwrap_or(start)))
        })
        .collect();
    dated.sort_by_key(|(_, start, finish)| (*start, *finish));
    dated
}

/// The activities over time (R104).
pub(crate) fn timeline(plan: &Plan, today: NaiveDate) -> Option<TimelineView> {
    let dated = dated(plan);
    let from = dated.iter().map(|(_, start, _)| *start).min()?;
    let to = dated.iter().map(|(_, _, finish)| *finish).max()?;
    let since = |day: NaiveDate| (day - from).num_days();
    let milestones = plan
        .milestones
        .iter()
        .filter_map(|each| Some((each.name.clone(), each.on?)));
    let mut marks: Vec<MarkView> = std::iter::once(("Today".to_owned(), today))
        .chain(milestones)
        .filter(|(_, on)| (from..=to).contains(on))
        .map(|(name, on)| MarkView {
            name,
            on: words(today, on),
            offset: since(on),
        })
        .collect();
    marks.sort_by_key(|mark| mark.offset);
    Some(TimelineView {
        from: words(today, from),
        to: words(today, to),
        days: since(to).saturating_add(1),
        bars: dated
            .into_iter()
            .map(|(activity, start, finish)| BarView {
                activity: ActivityId(activity.id.clone()),
                goal: GoalId(activity.goal.clone()),
                title: activity.title.clone(),
                kind: activity.kind,
                effort: activity.effort.map(Effort::words).unwrap_or_default(),
                start: words(today, start),
                finish: words(today, finish),
                offset: since(start),
                days: (finish - start).num_days().saturating_add(1),
            })
            .collect(),
        marks,
    })
}

/// The year's lane: what lies in each of the twelve months from this one on (R138).
pub(crate) fn lane(plan: &Plan, today: NaiveDate) -> Vec<LaneMonth> {
    let dated = dated(plan);
    rules::year(today)
        .into_iter()
        .map(|first| {
            let last = rules::month_end(first);
            let within = |day: NaiveDate| (first..=last).contains(&day);
            LaneMonth {
                name: first.format("%B %Y").to_string(),
                first: first.to_string(),
                milestones: plan
                    .milestones
                    .iter()
                    .filter_map(|each| {
                        let on = each.on.filter(|on| within(*on))?;
                        Some(LaneMilestone {
                            name: each.name.clone(),
                            on: words(today, on),
                            rating: each
                                .rating
                                .map(|rating| rating.name().to_owned())
                                .unwrap_or_default(),
                        })
                    })
                    .collect(),
                actions: dated
                    .iter()
                    .filter(|(_, start, finish)| *start <= last && *finish >= first)
                    .map(|(activity, start, finish)| LaneAction {
                        activity: ActivityId(activity.id.clone()),
                        title: activity.title.clone(),
                        starts: within(*start),
                        ends: within(*finish),
                    })
                    .collect(),
            }
        })
        .collect()
}
