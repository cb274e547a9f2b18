//! What each kind is counted from, and what ends it (section 7): one function for each kind.

mod contact;
mod sessions;
mod stages;

use super::facts::Facts;
use super::schedule::{Series, Span};
use super::{Number, kind};
use crate::domain::side::Role;

/// What a kind reminds the owner of. Everything that has ended is left out.
pub(super) fn series<'f>(number: Number, facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    // Until the two are connected only a request is waited for (R2); what is closed keeps only the wish
    // to stay in touch (R127).
    let open = !facts.closed && facts.connected_on.is_some();
    match number {
        Number::N04 => contact::request_waits(facts),
        Number::N05 => contact::request_lapsed(facts),
        Number::N26 => stages::stay_in_touch(facts),
        _ if !open => Vec::new(),
        Number::N01 => contact::mentee_writes(facts),
        Number::N02 => contact::mentor_writes(facts),
        Number::N03 => contact::two_weeks(facts),
        Number::N06 => contact::agreement_begins(facts),
        Number::N07 => sessions::points(facts, span),
        Number::N08 => sessions::no_points(facts, span),
        Number::N09 => sessions::rethink(facts, span),
        Number::N10 => sessions::feedback(facts, span),
        Number::N11 => sessions::no_notes(facts, span),
        Number::N12 => sessions::summary(facts, span),
        Number::N13 => sessions::tasks(facts),
        Number::N14 => contact::no_answer(facts),
        Number::N15 => contact::quiet(facts),
        Number::N16 => contact::back_in_touch(facts),
        Number::N17 => stages::plan_due(facts),
        Number::N18 => stages::checkup(facts),
        Number::N19 => stages::mid_point(facts),
        Number::N20 => stages::revisit(facts, span),
        Number::N21 => sessions::check_points(facts, span),
        Number::N22 => stages::closing(facts),
        Number::N23 => stages::plan_untouched(facts),
        Number::N24 => sessions::streak(facts),
        Number::N25 => stages::dates(facts, span),
        Number::N27 => stages::waiting(facts),
    }
}

/// Whether the owner is the one of the two who is meant.
fn is_owner(facts: &Facts, side: crate::domain::side::Side) -> bool {
    facts.role.side() == Some(side)
}

/// The last of the leads of the catalogue: the date a count from a start is about.
fn last_lead(number: Number) -> i64 {
    kind(number).leads.last().copied().unwrap_or_default()
}

/// Whether the owner is one of the two at all.
const fn is_one_of_two(facts: &Facts) -> bool {
    !matches!(facts.role, Role::Coordinator)
}
