//! From a series and its leads to the moments at which it is told: the time of the day, the working
//! day before, quiet hours, and clocks that change.

use super::{Facts, Kind, LeadUnit, Number, Occurrence, Rules, TimeOfDay};
use crate::domain::dates;
use crate::domain::zone::Zone;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::fmt;

/// What a series is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// A calendar date.
    Day(NaiveDate),
    /// A moment, on a day of the owner's.
    Moment(DateTime<Utc>),
}

/// What makes a series another one than the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn<'f> {
    /// Its date.
    Date(NaiveDate),
    /// Its date or moment, as text.
    Text(&'f str),
    /// How many there are of what it tells.
    Count(u32),
}

impl fmt::Display for Turn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::Count(count) => count.fmt(f),
        }
    }
}

/// The page it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page<'f> {
    /// The kind's own.
    OfKind,
    /// This one, below the relationship.
    Below(&'f str),
    /// That of a session.
    Session(&'f str),
}

impl Page<'_> {
    fn text(self) -> String {
        match self {
            Self::OfKind => String::new(),
            Self::Below(page) => page.to_owned(),
            Self::Session(id) => format!("session/{id}"),
        }
    }
}

/// Leads that the pair agreed on: no kind has more than three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreed {
    One([i64; 1]),
    Three([i64; 3]),
}

impl Agreed {
    const fn leads(&self) -> &[i64] {
        match self {
            Self::One(leads) => leads,
            Self::Three(leads) => leads,
        }
    }
}

/// One thing to be reminded of. It borrows its words: most series have nothing to say in a span, and thousands of
/// relationships are looked at twice a minute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Series<'f> {
    /// What it is about, the same whatever its date is; empty where a kind has one thread only.
    pub object: &'f str,
    pub turn: Turn<'f>,
    pub from: From,
    /// The date it is about.
    pub subject: NaiveDate,
    pub agreed: Option<Agreed>,
    pub what: &'f str,
    pub page: Page<'f>,
    /// It is the second thing of its kind, with words of its own.
    pub other: bool,
    /// From this moment on it is too late to notify it.
    pub ends: Option<DateTime<Utc>>,
    /// From this day on there is no reason for it any more.
    pub not_from: Option<NaiveDate>,
}

impl Series<'_> {
    /// About a date.
    pub const fn on(from: NaiveDate, subject: NaiveDate) -> Self {
        Self {
            object: "",
            turn: Turn::Date(subject),
            from: From::Day(from),
            subject,
            agreed: None,
            what: "",
            page: Page::OfKind,
            other: false,
            ends: None,
            not_from: None,
        }
    }
}

/// A span of time with the days it touches on the owner's wall.
#[derive(Debug)]
pub(super) struct Span<'z> {
    zone: &'z Zone,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
}

impl<'z> Span<'z> {
    pub fn new(zone: &'z Zone, from: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        // Quiet hours move a moment to the next day at most; a zone can miss a day.
        let day = |at, days| {
            let date = zone.civil(at).date();
            dates::add_days(date, days).unwrap_or(date)
        };
        Self {
            zone,
            from,
            until,
            first_day: day(from, -3),
            last_day: day(until, 3),
        }
    }

    /// The day on the owner's wall at a moment.
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.civil(at).date()
    }

    /// The moment at which a day is over on the owner's wall.
    pub fn end_of(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        self.zone.at(day.succ_opt()?, 0, 0)
    }

    fn holds(&self, at: DateTime<Utc>) -> bool {
        at > self.from && at <= self.until
    }
}

/// When something counted to a day is told: at the start or the end of the day, and never in quiet hours.
fn moment_of(rules: &Rules, kind: &Kind, day: NaiveDate) -> Option<DateTime<Utc>> {
    let time = match kind.time {
        TimeOfDay::End => rules.end_of_day,
        TimeOfDay::Start | TimeOfDay::Moment => rules.start_of_day,
    };
    rules.zone.instant(rules.quiet.defer(day.and_time(time)))
}

/// When something counted to a minute is told: in quiet hours it waits until they end, unless that is
/// too late; then it stands in the list from its own minute on.
fn moment_after_quiet(
    rules: &Rules,
    at: DateTime<Utc>,
    ends: Option<DateTime<Utc>>,
) -> DateTime<Utc> {
    let civil = rules.zone.civil(at);
    let told = rules.quiet.defer(civil);
    if told == civil {
        return at;
    }
    match rules.zone.instant(told) {
        Some(later) if ends.is_none_or(|ends| later < ends) => later,
        _ => at,
    }
}

/// The days on which something is told that is counted to `day`: that day, and the working day before
/// where it is none (section 7).
fn days_of(day: NaiveDate) -> [Option<NaiveDate>; 2] {
    if dates::is_working_day(day) {
        [None, Some(day)]
    } else {
        [dates::working_day_before(day), Some(day)]
    }
}

/// Whether something may be told on the working day before its own. What is told after a day, such as the summary
/// of a session, would make no sense on that day or before it; and on the day before the eleventh a mentor still
/// has time to answer (R132).
fn may_come_early(kind: &Kind, lead: i64, from: NaiveDate, told: NaiveDate) -> bool {
    kind.kind != Number::N05 && (lead <= 0 || told > from)
}

/// Adds every time at which a series is told in a span.
pub(super) fn times(
    kind: &Kind,
    facts: &Facts,
    rules: &Rules,
    series: &Series<'_>,
    span: &Span<'_>,
    all: &mut Vec<Occurrence>,
) {
    let leads = match (series.from, kind.unit) {
        // Minutes are no days: what such a kind says of a date, it says on the date itself.
        (From::Day(_), LeadUnit::Minutes) => &[0],
        (From::Day(_), LeadUnit::Days) | (From::Moment(_), LeadUnit::Days | LeadUnit::Minutes) => {
            rules
                .leads(kind.kind)
                .or(series.agreed.as_ref().map(Agreed::leads))
                .unwrap_or(&kind.leads)
        }
    };
    let begin = all.len();
    for (step, lead) in leads.iter().enumerate() {
        match (series.from, kind.unit) {
            (From::Day(from), _) => {
                let Some(day) = dates::add_days(from, *lead) else {
                    continue;
                };
                if day < span.first_day || day > span.last_day {
                    // The working day before lies three days ahead at most.
                    let early = dates::add_days(day, -3).unwrap_or(day);
                    if day < span.first_day || early > span.last_day {
                        continue;
                    }
                }
                if series.not_from.is_some_and(|end| day >= end) {
                    continue;
                }
                for told in days_of(day).into_iter().flatten() {
                    if told != day && !may_come_early(kind, *lead, from, told) {
                        continue;
                    }
                    let Some(fires) = moment_of(rules, kind, told) else {
                        continue;
                    };
                    if !span.holds(fires) {
                        continue;
                    }
                    push(
                        all,
                        begin,
                        kind,
                        facts,
                        series,
                        step,
                        told != day,
                        *lead,
                        fires,
                    );
                }
            }
            (From::Moment(from), unit) => {
                let span_of = match unit {
                    LeadUnit::Minutes => TimeDelta::try_minutes(*lead),
                    LeadUnit::Days => TimeDelta::try_days(*lead),
                };
                let Some(at) = span_of.and_then(|lead| from.checked_add_signed(lead)) else {
                    continue;
                };
                let fires = moment_after_quiet(rules, at, series.ends);
                if span.holds(fires) {
                    push(all, begin, kind, facts, series, step, false, *lead, fires);
                }
            }
        }
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "the parts of one row, put together in one place"
)]
fn push(
    all: &mut Vec<Occurrence>,
    begin: usize,
    kind: &Kind,
    facts: &Facts,
    series: &Series<'_>,
    step: usize,
    early: bool,
    lead: i64,
    fires: DateTime<Utc>,
) {
    // Too late on its way: it can no longer be of use.
    if series.ends.is_some_and(|ends| fires >= ends) {
        return;
    }
    let occurrence = if early {
        format!("{lead} early")
    } else {
        lead.to_string()
    };
    // A Saturday and a Sunday have the same Friday before them, and that may be the day of another lead.
    let same = |other: &Occurrence| other.fires == fires;
    if let Some(at) = all.iter().skip(begin).position(same) {
        if let Some(other) = all.get_mut(begin + at)
            && other.occurrence.ends_with(" early")
            && !occurrence.ends_with(" early")
        {
            other.occurrence = occurrence;
            other.step = step;
        }
        return;
    }
    let thread = if series.object.is_empty() {
        kind.kind.text().to_owned()
    } else {
        format!("{} {}", kind.kind, series.object)
    };
    all.push(Occurrence {
        kind: kind.kind,
        relationship: facts.relationship.clone(),
        series: format!("{thread} {}", series.turn),
        thread,
        occurrence,
        subject: series.subject,
        fires,
        ends: series.ends,
        step,
        what: series.what.to_owned(),
        object: series.object.to_owned(),
        page: series.page.text(),
        other: series.other,
        with: Vec::new(),
    });
}
