//! Moments over the edges of calendars and clocks.

use super::pairs::{day, pair, rules, session, utc};
use chrono::{NaiveTime, TimeDelta};
use fairlead_core::domain::revisit;
use fairlead_core::domain::side::Role;
use fairlead_core::reminders::facts::{Session, Task};
use fairlead_core::reminders::{Choice, Facts, Number, Quiet, Reach, Rules, occurrences};

fn revisit(anchor: &str, months: u32) -> Facts {
    let mut facts = pair(Role::Mentee);
    facts.revisits = Some(revisit::Series {
        anchor: day(anchor),
        months,
        first: None,
    });
    facts
}

/// When the day itself is told, in UTC.
fn on_the_day(facts: &Facts, rules: &Rules, from: &str, until: &str) -> Vec<String> {
    occurrences(facts, rules, utc(from), utc(until))
        .into_iter()
        .filter(|occurrence| occurrence.occurrence == "0")
        .map(|occurrence| occurrence.fires.format("%Y-%m-%d %H:%M").to_string())
        .collect()
}

#[test]
fn nine_on_the_wall_is_nine_on_either_side_of_a_clock_change() {
    for (zone, anchor, expected) in [
        // The clocks went forward on Sunday 29 March 2026 and back on Sunday 25 October.
        (
            "Europe/London",
            "2026-02-27",
            ["2026-03-27 09:00", "2026-04-27 08:00"],
        ),
        (
            "Europe/London",
            "2026-09-23",
            ["2026-10-23 08:00", "2026-11-23 09:00"],
        ),
        // 8 March and 1 November.
        (
            "America/New_York",
            "2026-02-06",
            ["2026-03-06 14:00", "2026-04-06 13:00"],
        ),
        (
            "America/New_York",
            "2026-09-30",
            ["2026-10-30 13:00", "2026-11-30 14:00"],
        ),
        // Half an hour, on 5 April and 4 October.
        (
            "Australia/Lord_Howe",
            "2026-03-03",
            ["2026-04-02 22:00", "2026-05-02 22:30"],
        ),
        (
            "Australia/Lord_Howe",
            "2026-09-02",
            ["2026-10-01 22:30", "2026-11-01 22:00"],
        ),
        // 5 hours and 45 minutes, always.
        (
            "Asia/Kathmandu",
            "2026-02-27",
            ["2026-03-27 03:15", "2026-04-27 03:15"],
        ),
    ] {
        let facts = revisit(anchor, 1);
        let from = format!("{anchor}T12:00:00Z");
        let until = (utc(&from) + TimeDelta::days(64)).to_rfc3339();
        assert_eq!(
            on_the_day(&facts, &rules(zone), &from, &until),
            expected,
            "{zone} {anchor}"
        );
    }
}

#[test]
fn a_day_that_a_country_left_out_is_told_on_the_next() {
    // Samoa went from Thursday 29 to Saturday 31 December 2011.
    let facts = revisit("2011-11-30", 1);
    assert_eq!(
        on_the_day(
            &facts,
            &rules("Pacific/Apia"),
            "2011-12-20T00:00:00Z",
            "2012-01-05T00:00:00Z"
        ),
        ["2011-12-30 19:00"],
        "nine o'clock on the 31st there"
    );
}

#[test]
fn the_31st_and_29_february_stay_what_they_are() {
    let utc_rules = rules("UTC");
    assert_eq!(
        on_the_day(
            &revisit("2026-01-31", 1),
            &utc_rules,
            "2026-01-31T12:00:00Z",
            "2026-06-30T12:00:00Z"
        ),
        [
            "2026-02-28 09:00",
            "2026-03-31 09:00",
            "2026-04-30 09:00",
            "2026-05-31 09:00",
            "2026-06-30 09:00"
        ]
    );
    assert_eq!(
        on_the_day(
            &revisit("2026-08-31", 6),
            &utc_rules,
            "2026-09-01T00:00:00Z",
            "2028-03-01T00:00:00Z"
        ),
        ["2027-02-28 09:00", "2027-08-31 09:00", "2028-02-29 09:00"]
    );
    assert_eq!(
        on_the_day(
            &revisit("2028-02-29", 12),
            &utc_rules,
            "2028-03-01T00:00:00Z",
            "2032-03-01T00:00:00Z"
        ),
        [
            "2029-02-28 09:00",
            "2030-02-28 09:00",
            "2031-02-28 09:00",
            "2032-02-29 09:00"
        ]
    );
}

fn evening_task(due: &str) -> Facts {
    let mut facts = pair(Role::Mentee);
    facts.tasks = vec![Task {
        id: "t".into(),
        owner: fairlead_core::domain::side::Side::Mentee,
        what: "x".into(),
        due: day(due),
    }];
    facts
}

fn quiet(zone: &str, from: (u32, u32), until: (u32, u32), start: (u32, u32)) -> Rules {
    let time = |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    Rules {
        quiet: Quiet {
            from: time(from),
            until: time(until),
        },
        start_of_day: time(start),
        ..rules(zone)
    }
}

#[test]
fn nothing_is_told_in_quiet_hours_over_midnight_and_clock_changes() {
    let (london, new_york, lord_howe) =
        ("Europe/London", "America/New_York", "Australia/Lord_Howe");
    let night = |zone, until| quiet(zone, (21, 0), until, (22, 0));
    for (due, rules, expected) in [
        // In the evening: told when they end, on the next day.
        ("2026-05-06", night(london, (8, 0)), "2026-05-07 07:00"),
        // In the morning: the same day.
        (
            "2026-05-06",
            quiet(london, (21, 0), (8, 0), (6, 0)),
            "2026-05-06 07:00",
        ),
        (
            "2026-05-06",
            quiet("Asia/Kathmandu", (21, 0), (8, 0), (6, 0)),
            "2026-05-06 02:15",
        ),
        // Their end falls into the time that the clocks skip: as long after it as it lies in it.
        ("2026-03-28", night(london, (1, 30)), "2026-03-29 01:30"),
        ("2026-03-07", night(new_york, (2, 30)), "2026-03-08 07:30"),
        ("2026-10-03", night(lord_howe, (2, 15)), "2026-10-03 15:45"),
        // Their end comes twice: the first.
        ("2026-10-24", night(london, (1, 30)), "2026-10-25 00:30"),
        ("2026-10-31", night(new_york, (1, 30)), "2026-11-01 05:30"),
        ("2026-04-04", night(lord_howe, (1, 45)), "2026-04-04 14:45"),
        // The morning after is on no calendar: the next one.
        (
            "2011-12-29",
            night("Pacific/Apia", (8, 0)),
            "2011-12-30 18:00",
        ),
        // They are empty.
        (
            "2026-05-06",
            quiet(london, (8, 0), (8, 0), (8, 0)),
            "2026-05-06 07:00",
        ),
    ] {
        let facts = evening_task(due);
        let told = on_the_day(
            &facts,
            &rules,
            "2011-01-01T00:00:00Z",
            "2027-01-01T00:00:00Z",
        );
        assert_eq!(told, [expected], "{due} {}", rules.zone);
    }
}

#[test]
fn minutes_and_hours_around_a_session_are_real_ones_over_a_clock_change() {
    for (zone, begins) in [
        // An hour before the clocks go forward, and in the first of two equal hours.
        ("Europe/London", "2026-03-29T01:05:00Z"),
        ("Europe/London", "2026-10-25T01:10:00Z"),
        ("America/New_York", "2026-03-08T07:05:00Z"),
        ("America/New_York", "2026-11-01T06:10:00Z"),
        ("Australia/Lord_Howe", "2026-04-04T15:05:00Z"),
        ("Australia/Lord_Howe", "2026-10-03T15:35:00Z"),
    ] {
        let begins = utc(begins);
        let mut rules = rules(zone);
        rules.quiet.until = rules.quiet.from;
        let mut facts = pair(Role::Mentee);
        facts.sessions = vec![Session {
            begins,
            ends: begins + TimeDelta::minutes(60),
            on: rules.zone.civil(begins).date(),
            rethought: false,
            feedback: false,
            notes: false,
            ..session()
        }];
        let told: Vec<(Number, i64)> = occurrences(
            &facts,
            &rules,
            begins - TimeDelta::days(2),
            begins + TimeDelta::days(3),
        )
        .into_iter()
        .map(|occurrence| (occurrence.kind, (occurrence.fires - begins).num_minutes()))
        .collect();
        assert_eq!(
            told,
            [
                (Number::N09, -15),
                (Number::N10, 50),
                (Number::N11, 25 * 60)
            ],
            "{zone} {begins}"
        );
    }
}

#[test]
fn a_summary_is_asked_for_on_the_days_after_the_session_ended() {
    // It began on Wednesday and ended on Thursday, by the owner's clock.
    let mut facts = pair(Role::Mentee);
    facts.sessions = vec![Session {
        begins: utc("2026-05-06T22:30:00Z"),
        ends: utc("2026-05-06T23:30:00Z"),
        summary: false,
        ..session()
    }];
    let told = |zone: &str| -> Vec<String> {
        occurrences(
            &facts,
            &rules(zone),
            utc("2026-05-01T00:00:00Z"),
            utc("2026-05-20T00:00:00Z"),
        )
        .into_iter()
        .map(|occurrence| occurrence.fires.format("%-d %b %H:%M").to_string())
        .collect()
    };
    // Sunday 10 May is told on Friday as well, which is the first day.
    assert_eq!(told("Europe/London"), ["8 May 08:00", "10 May 08:00"]);
    // In New York it was all on Wednesday: Thursday, and Saturday with its Friday.
    assert_eq!(
        told("America/New_York"),
        ["7 May 13:00", "8 May 13:00", "9 May 13:00"]
    );
}

#[test]
fn a_session_inside_quiet_hours_is_listed_at_its_own_minute() {
    let mut facts = pair(Role::Mentee);
    facts.sessions = vec![Session {
        begins: utc("2026-05-06T20:30:00Z"),
        ends: utc("2026-05-06T21:30:00Z"),
        rethought: false,
        ..session()
    }];
    let all = occurrences(
        &facts,
        &rules("Europe/London"),
        utc("2026-05-06T00:00:00Z"),
        utc("2026-05-08T00:00:00Z"),
    );
    let [only] = all.as_slice() else {
        panic!("{all:?}");
    };
    assert_eq!(
        (only.kind, only.fires),
        (Number::N09, utc("2026-05-06T20:15:00Z")),
        "after the quiet hours it would be too late"
    );
}

#[test]
fn a_journey_to_another_zone_changes_the_hour_and_not_the_key() {
    let facts = revisit("2026-03-11", 6);
    let told = |zone: &str| {
        occurrences(
            &facts,
            &rules(zone),
            utc("2026-09-01T00:00:00Z"),
            utc("2026-09-30T00:00:00Z"),
        )
    };
    let (london, tokyo) = (told("Europe/London"), told("Asia/Tokyo"));
    assert_eq!(london.len(), 2);
    for (one, other) in london.iter().zip(&tokyo) {
        assert_eq!(one.key(), other.key());
        assert_eq!(one.fires - other.fires, TimeDelta::hours(8));
    }
}

#[test]
fn own_leads_and_times_of_the_day_are_kept() {
    let facts = revisit("2026-03-11", 6);
    let mut rules = rules("Europe/London");
    rules.start_of_day = NaiveTime::from_hms_opt(10, 30, 0).unwrap();
    rules.kinds.insert(
        Number::N20,
        Choice {
            reach: Reach::InApp,
            leads: Some(vec![-1, 5]),
        },
    );
    let told = |rules: &Rules| -> Vec<String> {
        occurrences(
            &facts,
            rules,
            utc("2026-08-01T00:00:00Z"),
            utc("2026-09-30T00:00:00Z"),
        )
        .into_iter()
        .map(|occurrence| occurrence.fires.format("%Y-%m-%d %H:%M").to_string())
        .collect()
    };
    assert_eq!(told(&rules), ["2026-09-10 09:30", "2026-09-16 09:30"]);
    rules.kinds.insert(
        Number::N20,
        Choice {
            reach: Reach::Off,
            leads: None,
        },
    );
    assert_eq!(told(&rules), [""; 0]);
}

#[test]
fn c8_the_reminders_of_one_talk_are_told_as_one_within_seven_days() {
    // A term of six months from 11 March: day 90 is 9 June, the middle and the revisit are 11 June.
    let mut facts = revisit("2026-03-11", 3);
    facts.start = Some(day("2026-03-11"));
    facts.plan.dated = true;
    facts.mid_point = Some(day("2026-06-11"));
    let told = |facts: &Facts| -> Vec<(String, Number, Vec<Number>)> {
        occurrences(
            facts,
            &rules("Europe/London"),
            utc("2026-05-01T00:00:00Z"),
            utc("2026-07-01T00:00:00Z"),
        )
        .into_iter()
        .map(|occurrence| {
            (
                occurrence.fires.format("%-d %b").to_string(),
                occurrence.kind,
                occurrence.with.iter().map(|merged| merged.kind).collect(),
            )
        })
        .collect()
    };
    use Number::{N18, N19, N20};
    assert_eq!(
        told(&facts),
        [
            ("26 May".into(), N18, vec![N19, N20]),
            ("5 Jun".into(), N18, vec![]),
            ("6 Jun".into(), N18, vec![N19, N20]),
            ("9 Jun".into(), N18, vec![N20]),
            ("16 Jun".into(), N18, vec![]),
        ]
    );
    // The window from which one looks changes nothing.
    let later = occurrences(
        &facts,
        &rules("Europe/London"),
        utc("2026-06-07T00:00:00Z"),
        utc("2026-07-01T00:00:00Z"),
    );
    assert_eq!(later.len(), 2, "{later:?}");
    // With the check-up done, the other two are told by themselves, as one.
    facts.checkup_done = true;
    assert_eq!(
        told(&facts),
        [
            ("28 May".into(), N19, vec![N20]),
            ("8 Jun".into(), N19, vec![N20, N20]),
        ]
    );
}
