//! Which backups are kept as they grow old: all of two days, then twelve days, ten weeks and nine
//! months, the newest of each.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

const ALL_DAYS: i64 = 2;
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 9;

/// For each backup, newest first, whether it is kept.
///
/// Those of the last two days are kept, and those dated in the future: a clock that was wrong must
/// cost nobody a backup. Of the older ones the newest of each of twelve days is kept, then of ten
/// further weeks, then of nine further months. Days, weeks and months are UTC's, and only those
/// count in which there is a backup: somebody who was away for a year loses none by it.
#[must_use]
pub fn kept(made: &[DateTime<Utc>], now: DateTime<Utc>) -> Vec<bool> {
    let all_since = now - TimeDelta::days(ALL_DAYS);
    let mut days = Slots::of(DAYS);
    let mut weeks = Slots::of(WEEKS);
    let mut months = Slots::of(MONTHS);
    made.iter()
        .map(|moment| {
            let date = moment.date_naive();
            let day = i64::from(date.num_days_from_ce());
            let week = (day - 1).div_euclid(7);
            let month = i64::from(date.year()) * 12 + i64::from(date.month0());
            let keep = *moment >= all_since
                || days.take(day)
                || (days.full() && weeks.take(week))
                || (days.full() && weeks.full() && months.take(month));
            if keep {
                // A day, week or month that a backup stands for already needs no second one.
                days.seen(day);
                weeks.seen(week);
                months.seen(month);
            }
            keep
        })
        .collect()
}

/// Places for the newest backup of each of so many periods.
struct Slots {
    left: usize,
    last: Option<i64>,
}

impl Slots {
    const fn of(left: usize) -> Self {
        Self { left, last: None }
    }

    const fn full(&self) -> bool {
        self.left == 0
    }

    fn take(&mut self, period: i64) -> bool {
        if self.left == 0 || self.last == Some(period) {
            return false;
        }
        self.left -= 1;
        self.last = Some(period);
        true
    }

    const fn seen(&mut self, period: i64) {
        self.last = Some(period);
    }
}
