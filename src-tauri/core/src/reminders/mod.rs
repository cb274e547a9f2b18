//! Reminders: what is due is computed from facts and a span of time; nothing is scheduled.
//!
//! [`occurrences`] is pure. Which occurrence was shown is kept in the table `fired`, whose key
//! makes each one happen exactly once, across restarts and two processes; what is done with it is
//! decided by [`ledger`], which is pure as well.

pub mod catalogue;
pub mod facts;
pub mod foresight;
pub mod ledger;
mod merging;
mod quiet;
mod rules;
mod schedule;
pub mod words;

pub use catalogue::{Kind, LeadUnit, Number, TimeOfDay, kind, kinds};
pub use facts::Facts;
pub use ledger::Look;
pub use quiet::Quiet;

use crate::domain::ids::RelationshipId;
use crate::domain::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use std::collections::BTreeMap;

/// "Start of the day" notices are given at nine where nothing else was chosen (day counting).
pub const START_OF_DAY: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// "End of the day" notices are given at five in the afternoon where nothing else was chosen.
pub const END_OF_DAY: NaiveTime = match NaiveTime::from_hms_opt(17, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// A notification to be shown, claimed for this process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// First line.
    pub title: String,
    /// Second line.
    pub body: String,
    /// Where a click leads.
    pub route: String,
    /// What to report as shown.
    pub claims: Vec<Claim>,
    /// Whether its reader can say at once that it is done: it is about one thing, and its kind ends with
    /// such a word.
    pub done: bool,
}

/// One claimed occurrence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    /// The relationship.
    pub relationship: RelationshipId,
    /// What it is about.
    pub series: String,
    /// Which time of the series.
    pub occurrence: String,
}

impl Claim {
    /// The name of its reminder in requests and answers (`reminder.snooze`, `reminder.dismiss`).
    pub fn name(&self) -> String {
        format!("{}/{}/{}", self.relationship, self.series, self.occurrence)
    }
}

/// How a kind of reminder reaches its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// In the list and as a notification of the computer.
    #[default]
    Notify,
    /// In the list only.
    InApp,
    /// Not at all.
    Off,
}

/// What the owner chose for a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// How it reaches them.
    pub reach: Reach,
    /// Leads of their own, in the kind's unit.
    pub leads: Option<Vec<i64>>,
}

/// When and how this owner is reminded.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The zone of the owner's wall clock: days and times are theirs (day counting).
    pub zone: Zone,
    /// When nothing is notified.
    pub quiet: Quiet,
    /// The time of "start of the day".
    pub start_of_day: NaiveTime,
    /// The time of "end of the day".
    pub end_of_day: NaiveTime,
    /// What was chosen for single kinds; the rest is as the catalogue has it.
    pub kinds: BTreeMap<Number, Choice>,
}

impl Rules {
    /// The usual rules in a zone: quiet from nine in the evening until eight.
    pub fn usual(zone: Zone) -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
        Self {
            zone,
            quiet: Quiet {
                from: hour(21),
                until: hour(8),
            },
            start_of_day: START_OF_DAY,
            end_of_day: END_OF_DAY,
            kinds: BTreeMap::new(),
        }
    }

    /// How a kind reaches the owner.
    pub fn reach(&self, number: Number) -> Reach {
        self.kinds
            .get(&number)
            .map_or(Reach::Notify, |choice| choice.reach)
    }

    /// The owner's own leads of a kind.
    fn leads(&self, number: Number) -> Option<&[i64]> {
        self.kinds.get(&number)?.leads.as_deref()
    }
}

/// One time at which something is due to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Number in the catalogue.
    pub kind: Number,
    /// The relationship.
    pub relationship: RelationshipId,
    /// The one thing it goes on about; of its occurrences that are due, the newest stands in the list.
    pub thread: String,
    /// The thread at one date of it, which a change of that date ends.
    pub series: String,
    /// Which of the several times of the series this is; with the series, its key for ever.
    pub occurrence: String,
    /// The date it is about.
    pub subject: NaiveDate,
    /// When it is said.
    pub fires: DateTime<Utc>,
    /// When it is too late to notify it.
    pub ends: Option<DateTime<Utc>>,
    /// Which of the leads, from 0.
    pub step: usize,
    /// Words of the two that it speaks of.
    pub what: String,
    /// The row it leads to.
    pub object: String,
    /// The page it leads to, where the kind leaves that open.
    pub page: String,
    /// Whether it is about the second thing of its kind, which has words of its own.
    pub other: bool,
    /// What was told with it, because it comes within seven days and is of the same family.
    pub with: Vec<Merged>,
}

/// An occurrence that is told with another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Its number.
    pub kind: Number,
    /// Its series.
    pub series: String,
    /// Which time of the series.
    pub occurrence: String,
}

impl Occurrence {
    /// Its key for ever.
    pub fn key(&self) -> Claim {
        Claim {
            relationship: self.relationship.clone(),
            series: self.series.clone(),
            occurrence: self.occurrence.clone(),
        }
    }

    /// The keys of what is told with it.
    pub fn merged_keys(&self) -> impl Iterator<Item = Claim> {
        self.with.iter().map(|merged| Claim {
            relationship: self.relationship.clone(),
            series: merged.series.clone(),
            occurrence: merged.occurrence.clone(),
        })
    }
}

/// Everything that is said in a span, `from` excluded and `until` included, in order, if nothing else happens.
pub fn occurrences(
    facts: &Facts,
    rules: &Rules,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Vec<Occurrence> {
    Spans::between(rules, from, until).occurrences(facts, rules)
}

/// A span of time for each kind, reckoned once for all relationships.
pub(crate) struct Spans<'r> {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    kinds: Vec<(&'static Kind, schedule::Span<'r>)>,
}

impl<'r> Spans<'r> {
    /// The same for all kinds.
    pub(crate) fn between(rules: &'r Rules, from: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        Self::each(rules, from, until, |_| from)
    }

    /// What stands in the list at a moment: of each kind as far back as it stays there.
    pub(crate) fn listed(rules: &'r Rules, now: DateTime<Utc>) -> Self {
        let longest = ledger::before_days(now, LONGEST_LISTED);
        Self::each(rules, longest, now, |kind| match kind.family {
            // What one of a family is told with may have come long before it.
            Some(_) => longest,
            None => ledger::before_days(now, kind.listed),
        })
    }

    fn each(
        rules: &'r Rules,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        from_of: impl Fn(&Kind) -> DateTime<Utc>,
    ) -> Self {
        let kinds = kinds()
            .iter()
            .filter(|kind| rules.reach(kind.kind) != Reach::Off)
            .map(|kind| {
                let from = from_of(kind);
                // What is merged depends on what came before, and on what comes soon.
                let (from, until) = match kind.family {
                    Some(_) => (merging::long_before(from), merging::soon_after(until)),
                    None => (from, until),
                };
                (kind, schedule::Span::new(&rules.zone, from, until))
            })
            .collect();
        Self { from, until, kinds }
    }

    /// What is said of one relationship, in order.
    pub(crate) fn occurrences(&self, facts: &Facts, rules: &Rules) -> Vec<Occurrence> {
        let mut all = Vec::new();
        for (kind, span) in &self.kinds {
            if kind.whom.contains(&facts.role) {
                for series in rules::series(kind.kind, facts, span) {
                    schedule::times(kind, facts, rules, &series, span, &mut all);
                }
            }
        }
        in_order(all, self.from, self.until)
    }

    /// Every occurrence that has come and has not gone, in order; of the spans of [`Spans::listed`].
    pub(crate) fn due(&self, facts: &Facts, rules: &Rules) -> Vec<Occurrence> {
        let now = self.until;
        let mut all = self.occurrences(facts, rules);
        all.retain(|occurrence| {
            occurrence.fires > ledger::before_days(now, kind(occurrence.kind).listed)
                // What came too late to be of use is told for one more day, as something that was missed.
                && occurrence
                    .ends
                    .is_none_or(|ends| ends > ledger::before_days(now, 1))
        });
        all
    }
}

fn in_order(
    mut all: Vec<Occurrence>,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Vec<Occurrence> {
    all.sort_by(|a, b| {
        (a.fires, a.kind, &a.series, &a.occurrence).cmp(&(
            b.fires,
            b.kind,
            &b.series,
            &b.occurrence,
        ))
    });
    let mut all = merging::merge(all);
    all.retain(|occurrence| occurrence.fires > from && occurrence.fires <= until);
    all
}

/// What stands in the list at a moment: of each thread the newest occurrence that has come, for as many
/// days as its kind stays.
pub fn due(facts: &Facts, rules: &Rules, now: DateTime<Utc>) -> Vec<Occurrence> {
    let mut newest: Vec<Occurrence> = Vec::new();
    for occurrence in all_due(facts, rules, now) {
        match newest
            .iter_mut()
            .find(|other| other.thread == occurrence.thread)
        {
            Some(other) => *other = occurrence,
            None => newest.push(occurrence),
        }
    }
    newest
}

/// Every occurrence that has come and has not gone, in order.
pub fn all_due(facts: &Facts, rules: &Rules, now: DateTime<Utc>) -> Vec<Occurrence> {
    Spans::listed(rules, now).due(facts, rules)
}

/// No kind stays longer in the list than this many days.
const LONGEST_LISTED: i64 = 400;
