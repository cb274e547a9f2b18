//! How many sessions are left until the end (R25): time together is short, and it helps to see how short.

use crate::domain::dates;
use crate::domain::moment::Moment;
use crate::domain::wording::amount;
use crate::error::Result;
use crate::record::checkup;
use crate::record::session::Sessions;
use crate::record::state::State;
use crate::store::Tx;
use chrono::NaiveDate;

/// The middle of the term, as the stages count it: from the first meeting held, and until then from the agreed start or
/// the connection (section 8, C11). None without an end.
pub(crate) fn mid_point(tx: &Tx<'_>, state: &State) -> Result<Option<NaiveDate>> {
    if state.terms.ends_on.is_none() {
        return Ok(None);
    }
    let sessions = Sessions::load(tx, &state.relationship)?;
    Ok(checkup::mid_point(state, &sessions).map(|mid_point| mid_point.on))
}

/// `7 sessions left until Friday 18 December 2026`: those in the diary, else as many as the agreed pace allows. None
/// without an end, after it, and where neither is known.
pub(crate) fn words(tx: &Tx<'_>, state: &State, now: &Moment) -> Result<Option<String>> {
    let today = now.date();
    let Some(end) = state.terms.ends_on.filter(|end| *end >= today) else {
        return Ok(None);
    };
    let until = dates::long(end);
    let planned = Sessions::load(tx, &state.relationship)?
        .upcoming(now.utc())
        .filter(|session| session.date() <= end)
        .count();
    if planned > 0 {
        let planned = i64::try_from(planned).unwrap_or(i64::MAX);
        return Ok(Some(format!(
            "{} left until {until}",
            amount(planned, "sessions")
        )));
    }
    let at_this_pace = state
        .terms
        .pattern()
        .map(|pattern| i64::from(pattern.interval_days()).max(1))
        .map(|interval| (end - today).num_days() / interval);
    Ok(at_this_pace.filter(|count| *count > 0).map(|count| {
        format!(
            "Time for {} until {until}, none in the diary yet",
            amount(count, "sessions")
        )
    }))
}
