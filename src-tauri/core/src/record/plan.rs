//! The action plan of one relationship, typed (R98 to R105, R137, R138).

use super::state::{Goal, Milestone, date, goal, maybe_text, milestone, number, position, text};
use crate::domain::activity::{
    ActivityKind, ActivityOwner, ActivityState, Effort, EffortUnit, finish,
};
use crate::domain::coverage::Coverage;
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::plan::{GoalState, ResourceKind};
use crate::domain::plan_version::{ActivityText, GoalText, MilestoneText, PlanText, ResourceText};
use crate::domain::shared::{self as schema, plan as tables};
use crate::domain::side::Side;
use crate::error::{Error, Result};
use crate::store::shared::{self, Row};
use crate::store::{Tx, edit};
use chrono::NaiveDate;

/// The id of the plan's own row.
pub(crate) const ID: &str = "plan";

/// The kinds of rows whose change is a change of the plan (R105).
pub(crate) const RECORDS: &[&str] = &[
    "goal",
    "activity",
    "resource",
    "milestone",
    "plan",
    "plan_version",
];

/// An activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Activity {
    pub id: String,
    pub goal: String,
    pub position: i64,
    pub title: String,
    pub kind: ActivityKind,
    pub effort: Option<Effort>,
    pub start: Option<NaiveDate>,
    /// Where the user moved the end of one in hours to.
    pub finish_moved: Option<NaiveDate>,
    pub owner: ActivityOwner,
    pub state: ActivityState,
    pub state_on: Option<NaiveDate>,
    pub learned: String,
}

impl Activity {
    /// Its last day, as far as it is known (R104).
    pub(crate) fn finish(&self) -> Option<NaiveDate> {
        finish(self.start, self.effort, self.finish_moved)
    }

    /// Whether it belongs to what the two mean to do, or did.
    pub(crate) fn counts(&self) -> bool {
        self.state != ActivityState::Dropped
    }
}

/// Something that helps with a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resource {
    pub id: String,
    pub goal: String,
    pub position: i64,
    pub kind: ResourceKind,
    pub title: String,
    /// Where it is found: an address.
    pub place: String,
    pub note: String,
    /// Whose idea it is.
    pub side: Side,
}

/// A plan as it was kept.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub number: u32,
    pub on: Option<NaiveDate>,
    pub content: PlanText,
}

/// The whole plan.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    pub career_goal: String,
    pub situation: String,
    /// When the two went through it last; until the first time it is in progress (C33).
    pub reviewed_on: Option<NaiveDate>,
    pub still_right_on: Option<NaiveDate>,
    /// In the order of the list of goals.
    pub goals: Vec<Goal>,
    /// In order.
    pub activities: Vec<Activity>,
    /// In order.
    pub resources: Vec<Resource>,
    /// By date.
    pub milestones: Vec<Milestone>,
    /// Oldest first.
    pub versions: Vec<Version>,
    /// When it was last edited, or said to be still right (R105, N23).
    pub touched: Option<Moment>,
    /// The side of whoever did so.
    pub touched_by: Option<Side>,
}

/// An activity out of its row.
pub(crate) fn activity(id: String, row: &Row) -> Activity {
    let unit = EffortUnit::from_key(&text(row, "effort_unit"));
    Activity {
        id,
        goal: text(row, "goal"),
        position: position(row),
        title: text(row, "title"),
        kind: ActivityKind::from_key(&text(row, "kind")).unwrap_or(ActivityKind::Doing),
        effort: match (number(row, "effort_count"), unit) {
            (Some(count), Some(unit)) => Some(Effort { count, unit }),
            _ => None,
        },
        start: date(row, "starts_on"),
        finish_moved: date(row, "finish_moved_on"),
        owner: ActivityOwner::from_key(&text(row, "owner")).unwrap_or(ActivityOwner::Mentee),
        state: ActivityState::from_key(&text(row, "state")).unwrap_or(ActivityState::NotStarted),
        state_on: date(row, "state_on"),
        learned: text(row, "learned"),
    }
}

fn resource(id: String, row: &Row) -> Option<Resource> {
    Some(Resource {
        id,
        goal: text(row, "goal"),
        position: position(row),
        kind: ResourceKind::from_key(&text(row, "kind"))?,
        title: text(row, "title"),
        place: text(row, "place"),
        note: text(row, "note"),
        side: Side::from_key(&text(row, "side"))?,
    })
}

/// The activities alone, in order.
pub(crate) fn activities(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Activity>> {
    let mut activities: Vec<Activity> = shared::rows(tx, &tables::ACTIVITY, relationship)?
        .into_iter()
        .map(|(id, row)| activity(id, &row))
        .collect();
    activities.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    Ok(activities)
}

impl Plan {
    /// Reads it all.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let own = shared::row(tx, &tables::PLAN, relationship, ID)?.unwrap_or_default();
        let mut goals: Vec<Goal> = shared::rows(tx, &schema::GOAL, relationship)?
            .into_iter()
            .map(|(id, row)| goal(id, &row))
            .collect();
        goals.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let mut resources: Vec<Resource> = shared::rows(tx, &tables::RESOURCE, relationship)?
            .into_iter()
            .filter_map(|(id, row)| resource(id, &row))
            .collect();
        resources.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let mut milestones: Vec<Milestone> = shared::rows(tx, &schema::MILESTONE, relationship)?
            .into_iter()
            .map(|(id, row)| milestone(id, &row))
            .collect();
        milestones.sort_by(|a, b| {
            (a.on.is_none(), a.on, &a.name, &a.id).cmp(&(b.on.is_none(), b.on, &b.name, &b.id))
        });
        let touched = edit::newest_of(tx, relationship, RECORDS)?;
        Ok(Self {
            career_goal: text(&own, "career_goal"),
            situation: text(&own, "situation"),
            reviewed_on: date(&own, "reviewed_on"),
            still_right_on: date(&own, "still_right_on"),
            goals,
            activities: activities(tx, relationship)?,
            resources,
            milestones,
            versions: versions(tx, relationship)?,
            touched_by: touched
                .as_ref()
                .and_then(|edit| Side::from_key(&edit.author)),
            touched: touched.and_then(|edit| Moment::from_text(&edit.at)),
        })
    }

    /// The activities of a goal, in order.
    pub(crate) fn of<'a>(&'a self, goal: &'a str) -> impl Iterator<Item = &'a Activity> {
        self.activities
            .iter()
            .filter(move |activity| activity.goal == goal)
    }

    /// The goals in the order of the plan: the ranked ones first, then as they are listed (R101).
    pub(crate) fn in_order(&self) -> Vec<&Goal> {
        let mut goals: Vec<&Goal> = self.goals.iter().collect();
        goals.sort_by_key(|goal| (goal.rank.is_none(), goal.rank, goal.position));
        goals
    }

    /// Whether there is a goal with an activity that has a date: what a plan needs to be one (N17).
    pub(crate) fn has_dated_activity(&self) -> bool {
        self.goals.iter().any(|goal| {
            self.of(&goal.id)
                .any(|activity| activity.counts() && activity.start.is_some())
        })
    }

    /// Which kinds of learning a goal has (R103).
    pub(crate) fn coverage_of(&self, goal: &str) -> Coverage {
        Coverage::of(
            self.of(goal)
                .filter(|activity| activity.counts())
                .map(|activity| activity.kind),
        )
    }

    /// Which kinds of learning the whole plan has (R103), without goals that the two let go.
    pub(crate) fn coverage(&self) -> Coverage {
        let goals = self
            .goals
            .iter()
            .filter(|goal| goal.state != GoalState::Dropped);
        Coverage::of(goals.flat_map(|goal| {
            self.of(&goal.id)
                .filter(|activity| activity.counts())
                .map(|activity| activity.kind)
        }))
    }

    /// How many goals are ranked (R88).
    pub(crate) fn ranked(&self) -> usize {
        self.goals.iter().filter(|goal| goal.rank.is_some()).count()
    }

    /// All of it as the text of a version.
    pub(crate) fn text(&self) -> PlanText {
        let goals = self.in_order().into_iter().map(|goal| GoalText {
            id: goal.id.clone(),
            title: goal.title.clone(),
            measure: goal.measure.clone(),
            long: goal.long,
            rank: goal.rank,
            state: goal.state,
        });
        let activities = self.activities.iter().map(|each| ActivityText {
            id: each.id.clone(),
            goal: each.goal.clone(),
            title: each.title.clone(),
            kind: each.kind,
            effort: each.effort,
            start: each.start,
            finish: each.finish(),
            owner: each.owner,
            state: each.state,
            learned: each.learned.clone(),
        });
        let resources = self.resources.iter().map(|each| ResourceText {
            id: each.id.clone(),
            goal: each.goal.clone(),
            kind: each.kind,
            title: each.title.clone(),
        });
        let milestones = self.milestones.iter().map(|each| MilestoneText {
            id: each.id.clone(),
            name: each.name.clone(),
            on: each.on,
            rating: each.rating,
        });
        PlanText {
            career_goal: self.career_goal.clone(),
            situation: self.situation.clone(),
            goals: goals.collect(),
            activities: activities.collect(),
            resources: resources.collect(),
            milestones: milestones.collect(),
        }
    }
}

fn versions(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Version>> {
    let mut versions = shared::rows(tx, &tables::PLAN_VERSION, relationship)?
        .into_iter()
        .map(|(id, row)| {
            let content = serde_json::from_str(&text(&row, "content"))
                .map_err(|_| Error::Internal(format!("version {id} of the plan")))?;
            Ok(Version {
                number: number(&row, "number").unwrap_or_default(),
                on: maybe_text(&row, "kept_on")
                    .and_then(|on| crate::domain::dates::from_iso(&on).ok()),
                content,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    versions.sort_by_key(|version| version.number);
    Ok(versions)
}
