//! The mentor's private self-check after a meeting (R154, R155): eight pitfalls, how much of the time the
//! mentor talked, and where both are going. It belongs to the mentor alone and never becomes an edit (B8).

use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// How many pitfalls there are.
pub const PITFALLS: u32 = 8;
/// How far the talk share has to move between two halves, in percent, to be called a change.
pub const NOTABLE: i64 = 5;

/// One self-check. It is neither printed nor serialised as a whole.
#[derive(Clone, PartialEq, Eq)]
pub struct SelfCheck {
    /// Its id.
    pub id: String,
    /// The day of the meeting.
    pub on: NaiveDate,
    /// The session, where it is about one.
    pub session: Option<String>,
    /// The numbers of the pitfalls that were ticked.
    pub pitfalls: BTreeSet<u32>,
    /// How much of the time the mentor talked, in percent, as they judge it.
    pub talk_share: Option<u32>,
    /// What the mentor answered to the question of the open mind (R153).
    pub reflection: String,
}

/// Where something is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// It becomes less.
    Falling,
    /// It stays.
    Steady,
    /// It becomes more.
    Rising,
}

/// The mean of some shares, rounded to the nearest whole; none without any.
pub fn mean(shares: &[u32]) -> Option<u32> {
    let count = u64::try_from(shares.len())
        .ok()
        .filter(|count| *count > 0)?;
    let sum: u64 = shares.iter().map(|share| u64::from(*share)).sum();
    u32::try_from((sum * 2 + count) / (count * 2)).ok()
}

/// Where the talk share is going: the newer half of the checks beside the older one, the one in the middle
/// left out. None with fewer than two.
pub fn trend(shares: &[u32]) -> Option<Trend> {
    let half = shares.len() / 2;
    let older = mean(shares.get(..half)?)?;
    let newer = mean(shares.get(shares.len() - half..)?)?;
    Some(match i64::from(newer) - i64::from(older) {
        NOTABLE.. => Trend::Rising,
        ..=-5 => Trend::Falling,
        _ => Trend::Steady,
    })
}

/// How often a pitfall was ticked in the older and in the newer half of the checks.
pub fn counts(checks: &[SelfCheck], pitfall: u32) -> [u32; 2] {
    let half = checks.len() / 2;
    let count = |checks: &[SelfCheck]| {
        let ticked = checks
            .iter()
            .filter(|check| check.pitfalls.contains(&pitfall));
        u32::try_from(ticked.count()).unwrap_or(u32::MAX)
    };
    [
        count(checks.get(..half).unwrap_or_default()),
        count(checks.get(half..).unwrap_or_default()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r155_the_trend_of_the_talk_share_needs_two_and_five_percent() {
        use Trend::{Falling, Rising, Steady};
        for (shares, want) in [
            (vec![], None),
            (vec![60], None),
            (vec![60, 55], Some(Falling)),
            (vec![60, 56], Some(Steady)),
            (vec![50, 54], Some(Steady)),
            (vec![50, 55], Some(Rising)),
            (vec![70, 100, 40], Some(Falling)),
            (vec![40, 42, 60, 41, 43], Some(Steady)),
        ] {
            assert_eq!(trend(&shares), want, "{shares:?}");
        }
        assert_eq!(mean(&[50, 51]), Some(51), "half a percent is rounded up");
        assert_eq!(mean(&[]), None);
    }
}
