//! Thinning over more than a year: two days all, then twelve days, ten weeks, nine months.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::support::now;
use crate::store::thinning::kept;

fn thin(made: Vec<DateTime<Utc>>, at: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let keep = kept(&made, at);
    made.into_iter()
        .zip(keep)
        .filter_map(|(moment, keep)| keep.then_some(moment))
        .collect()
}

/// Backs up at these hours of each day and thins after each, as the store does.
fn live(days: i64, hours: &[i64]) -> Vec<DateTime<Utc>> {
    let start = now() - TimeDelta::days(days);
    let mut backups: Vec<DateTime<Utc>> = Vec::new();
    for day in 0..=days {
        for hour in hours {
            let at = start + TimeDelta::days(day) + TimeDelta::hours(*hour);
            backups.insert(0, at);
            backups = thin(backups, at);
        }
    }
    backups
}

#[test]
fn all_of_two_days_are_kept() {
    let made: Vec<_> = (0..96)
        .map(|half| now() - TimeDelta::minutes(30 * half))
        .collect();
    assert_eq!(thin(made.clone(), now()), made);
}

#[test]
fn of_an_older_day_the_newest_is_kept() {
    let day = now() - TimeDelta::days(5);
    let made: Vec<_> = (0..8).map(|hour| day - TimeDelta::hours(hour)).collect();
    assert_eq!(thin(made, now()), [day]);
}

#[test]
fn a_year_of_daily_use_keeps_what_the_rule_says() {
    let backups = live(400, &[0, 1, 2]);
    let end = now() + TimeDelta::hours(2);
    let age = |moment: &DateTime<Utc>| (end - *moment).num_days();
    let (recent, older): (Vec<DateTime<Utc>>, Vec<DateTime<Utc>>) = backups
        .iter()
        .partition(|moment| **moment >= end - TimeDelta::days(2));
    assert_eq!(
        recent.len(),
        7,
        "three a day, and the one of just two days ago"
    );
    assert_eq!(older.len(), 12 + 10 + 9, "{older:?}");
    // Each day of the first two weeks, each week of the next ten, each month of the next nine.
    for days in 3..15 {
        let wanted = (end - TimeDelta::days(days)).date_naive();
        assert!(older.iter().any(|moment| moment.date_naive() == wanted));
    }
    let gaps: Vec<i64> = older
        .windows(2)
        .map(|pair| (pair[0] - pair[1]).num_days())
        .collect();
    assert!(gaps[..11].iter().all(|gap| *gap == 1), "{gaps:?}");
    assert!(gaps[12..21].iter().all(|gap| *gap == 7), "{gaps:?}");
    assert!(
        gaps[22..].iter().all(|gap| (28..=35).contains(gap)),
        "{gaps:?}"
    );
    assert!(age(older.last().unwrap()) > 300, "{older:?}");
    let months: std::collections::BTreeSet<_> = older[22..]
        .iter()
        .map(|moment| (moment.year(), moment.month()))
        .collect();
    assert_eq!(months.len(), 9);
}

#[test]
fn seldom_use_keeps_everything_for_long() {
    // Once a fortnight for a year: 12 days, then weeks; nothing needs to go.
    let backups: Vec<_> = (0..22).map(|n| now() - TimeDelta::days(14 * n)).collect();
    assert_eq!(thin(backups.clone(), now()), backups);
}

#[test]
fn a_year_away_costs_no_backup() {
    let then = live(100, &[0]);
    let later = now() + TimeDelta::days(365);
    let kept = thin(then.clone(), later);
    // The two days' worth become days like others; the rest stays but for the two slots they take.
    assert!(
        then.len() - kept.len() <= 4,
        "{} of {}",
        kept.len(),
        then.len()
    );
}

#[test]
fn backups_of_the_future_are_kept() {
    let made = vec![now() + TimeDelta::days(4000), now() + TimeDelta::days(3999)];
    assert_eq!(thin(made.clone(), now()), made);
}

#[test]
fn the_newest_is_always_kept_and_none_is_an_empty_list() {
    assert!(kept(&[], now()).is_empty());
    let old = vec![now() - TimeDelta::days(5000)];
    assert_eq!(thin(old.clone(), now()), old);
}

#[test]
fn thinning_twice_takes_no_more_than_thinning_once() {
    let made: Vec<_> = (0..2000).map(|n| now() - TimeDelta::hours(5 * n)).collect();
    let once = thin(made, now());
    assert_eq!(thin(once.clone(), now()), once);
}
