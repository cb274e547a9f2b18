//! The stages of a relationship: N17 to N20, N22, N23 and N25 to N27.

use super::super::Number;
use super::super::facts::Facts;
use super::super::ledger::LONGEST_LEAD;
use super::super::schedule::{Agreed, Page, Series, Span};
use super::{is_one_of_two, last_lead};
use crate::domain::dates;

/// Days from the start until the check-up (R107).
const CHECKUP: i64 = 90;

/// N17: ends when the plan has a goal with a dated activity.
pub(super) fn plan_due(facts: &Facts) -> Vec<Series<'_>> {
    if facts.plan.dated {
        return Vec::new();
    }
    from_start(facts, last_lead(Number::N17))
}

/// N18: ends when the owner's form is filled in.
pub(super) fn checkup(facts: &Facts) -> Vec<Series<'_>> {
    if facts.checkup_done {
        return Vec::new();
    }
    from_start(facts, CHECKUP)
}

fn from_start(facts: &Facts, subject: i64) -> Vec<Series<'_>> {
    facts
        .start
        .and_then(|start| Some(Series::on(start, dates::add_days(start, subject)?)))
        .into_iter()
        .collect()
}

/// N19: ends when the session is booked.
pub(super) fn mid_point(facts: &Facts) -> Vec<Series<'_>> {
    facts
        .mid_point
        .filter(|_| !facts.mid_point_booked)
        .map(|on| Series::on(on, on))
        .into_iter()
        .collect()
}

/// N20: each date of the series after the last one that was held.
pub(super) fn revisit<'f>(facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    let Some(revisits) = &facts.revisits else {
        return Vec::new();
    };
    let mut all = Vec::new();
    // One month over 300 years: more would be a mistake in the data.
    for n in 0..3_600 {
        let Some(on) = revisits.date(n) else {
            break;
        };
        // No lead is longer than this.
        if (on - span.last_day).num_days() > LONGEST_LEAD {
            break;
        }
        let done = facts.last_revisit.is_some_and(|done| on <= done);
        if !done && (span.first_day - on).num_days() <= LONGEST_LEAD {
            all.push(Series::on(on, on));
        }
    }
    all
}

/// N22: ends when the closing session is booked.
pub(super) fn closing(facts: &Facts) -> Vec<Series<'_>> {
    facts
        .ends_on
        .filter(|_| !facts.closing_booked)
        .map(|on| Series::on(on, on))
        .into_iter()
        .collect()
}

/// N23: every change of the plan, and saying that it is still right, begins anew.
pub(super) fn plan_untouched(facts: &Facts) -> Vec<Series<'_>> {
    facts
        .plan
        .touched_on
        .filter(|_| is_one_of_two(facts))
        .map(|on| Series::on(on, on))
        .into_iter()
        .collect()
}

/// N25: the supervisor brief on its date until it is given, an event of the programme ahead of it until its
/// day is over.
pub(super) fn dates<'f>(facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    facts
        .dates
        .iter()
        .map(|dated| {
            let series = Series {
                object: &dated.id,
                what: &dated.what,
                ..Series::on(dated.on, dated.on)
            };
            if dated.brief {
                Series {
                    agreed: Some(Agreed::One([0])),
                    page: Page::Below("supervisor"),
                    other: true,
                    ..series
                }
            } else {
                Series {
                    page: Page::Below("setup"),
                    ends: span.end_of(dated.on),
                    ..series
                }
            }
        })
        .collect()
}

/// N26: the dates of the stay-in-touch plan; also after closing.
pub(super) fn stay_in_touch(facts: &Facts) -> Vec<Series<'_>> {
    let plan = facts.stay_in_touch.iter();
    plan.flat_map(|plan| plan.dates.iter().map(move |on| (plan, *on)))
        .map(|(plan, on)| Series {
            what: &plan.idea,
            ..Series::on(on, on)
        })
        .collect()
}

/// N27: what waits for the other person.
pub(super) fn waiting(facts: &Facts) -> Vec<Series<'_>> {
    facts
        .waiting
        .iter()
        .map(|waiting| Series {
            object: &waiting.id,
            what: &waiting.what,
            page: Page::Below(&waiting.page),
            ..Series::on(waiting.since, waiting.since)
        })
        .collect()
}
