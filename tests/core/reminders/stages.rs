//! Kinds N17 to N27 of the catalogue: the first and the last moment of each, and what ends it (section 7).

use super::pairs::{NEVER, all, day, everything, pair, session, told};
use fairlead_core::domain::revisit;
use fairlead_core::domain::side::Role;
use fairlead_core::reminders::facts::{Dated, Plan, Session, StayInTouch, Streak, Waiting};
use fairlead_core::reminders::{Facts, Number, Occurrence};

#[test]
fn n17_day_14_25_and_30_until_the_plan_has_a_dated_activity() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.start = Some(day("2026-03-11"));
        // J5: Wednesday 25 March, and by 10 April; 5 April is a Sunday.
        assert_eq!(
            told(&facts, Number::N17),
            [
                "Wed 25 Mar 09:00",
                "Fri 3 Apr 09:00",
                "Sun 5 Apr 09:00",
                "Fri 10 Apr 09:00"
            ]
        );
        facts.plan.dated = true;
        assert_eq!(told(&facts, Number::N17), NEVER);
    }
}

#[test]
fn n18_day_76_87_90_and_97_until_the_own_form_is_filled_in() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.start = Some(day("2026-03-11"));
        assert_eq!(
            told(&facts, Number::N18),
            [
                "Tue 26 May 09:00",
                "Fri 5 Jun 09:00",
                "Sat 6 Jun 09:00",
                "Tue 9 Jun 09:00",
                "Tue 16 Jun 09:00"
            ]
        );
        facts.checkup_done = true;
        assert_eq!(told(&facts, Number::N18), NEVER);
    }
}

#[test]
fn n19_14_and_3_days_before_the_middle_until_it_is_booked() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.mid_point = Some(day("2026-07-30"));
        assert_eq!(
            told(&facts, Number::N19),
            ["Thu 16 Jul 09:00", "Mon 27 Jul 09:00"]
        );
        facts.mid_point_booked = true;
        assert_eq!(told(&facts, Number::N19), NEVER);
    }
}

#[test]
fn n20_14_and_3_days_before_and_on_the_day_until_it_was_held() {
    let mut facts = pair(Role::Mentee);
    facts.revisits = Some(revisit::Series {
        anchor: day("2026-03-11"),
        months: 6,
        first: None,
    });
    let first_three =
        |facts: &Facts| -> Vec<String> { told(facts, Number::N20).into_iter().take(3).collect() };
    assert_eq!(
        first_three(&facts),
        ["Fri 28 Aug 09:00", "Tue 8 Sep 09:00", "Fri 11 Sep 09:00"]
    );
    facts.last_revisit = Some(day("2026-09-11"));
    assert_eq!(
        first_three(&facts),
        ["Thu 25 Feb 09:00", "Mon 8 Mar 09:00", "Thu 11 Mar 09:00"]
    );
}

#[test]
fn n21_on_the_day_of_a_check_point_until_it_is_answered() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.sessions = vec![Session {
            check_point_open: true,
            ..session()
        }];
        assert_eq!(told(&facts, Number::N21), ["Wed 6 May 09:00"]);
        facts.sessions = vec![session()];
        assert_eq!(told(&facts, Number::N21), NEVER);
    }
}

#[test]
fn n22_30_and_14_days_before_the_end_until_the_closing_is_booked() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.ends_on = Some(day("2026-12-18"));
        assert_eq!(
            told(&facts, Number::N22),
            ["Wed 18 Nov 09:00", "Fri 4 Dec 09:00"],
            "J9"
        );
        facts.closing_booked = true;
        assert_eq!(told(&facts, Number::N22), NEVER);
    }
}

#[test]
fn n23_a_month_after_the_last_change_of_the_plan_until_the_next() {
    let mut facts = pair(Role::Mentee);
    assert_eq!(told(&facts, Number::N23), NEVER, "no plan yet");
    facts.plan = Plan {
        dated: true,
        touched_on: Some(day("2026-04-01")),
    };
    assert_eq!(told(&facts, Number::N23), ["Fri 1 May 09:00"]);
    facts.plan.touched_on = Some(day("2026-04-30"));
    assert_eq!(
        told(&facts, Number::N23),
        ["Fri 29 May 09:00", "Sat 30 May 09:00"]
    );
}

#[test]
fn n24_at_2_3_and_4_cancelled_in_a_row_until_one_is_held() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        let mut keys = std::collections::BTreeSet::new();
        for length in 0..=6 {
            facts.streak = Some(Streak {
                length,
                on: day("2026-05-06"),
            });
            let times = all(&facts);
            assert_eq!(times.len(), usize::from(length >= 2), "{length}");
            keys.extend(times.iter().map(Occurrence::key));
        }
        assert_eq!(keys.len(), 3, "a notice, a talk, a flag");
        assert_eq!(told(&facts, Number::N24), ["Wed 6 May 09:00"]);
        facts.streak = None;
        assert_eq!(told(&facts, Number::N24), NEVER);
    }
}

#[test]
fn n25_the_brief_on_its_date_and_events_7_days_ahead_until_done() {
    let mut facts = pair(Role::Mentee);
    let event = Dated {
        id: "e".into(),
        what: "Leadership evening".into(),
        on: day("2026-05-20"),
        brief: false,
    };
    facts.dates = vec![event.clone()];
    assert_eq!(told(&facts, Number::N25), ["Wed 13 May 09:00"]);
    facts.dates = vec![Dated {
        brief: true,
        ..event
    }];
    assert_eq!(told(&facts, Number::N25), ["Wed 20 May 09:00"]);
    facts.dates = vec![];
    assert_eq!(told(&facts, Number::N25), NEVER);
}

#[test]
fn n26_stays_after_closing_until_it_is_switched_off() {
    let mut facts = pair(Role::Mentee);
    facts.ends_on = Some(day("2026-12-18"));
    facts.closed = true;
    facts.stay_in_touch = Some(StayInTouch {
        idea: "coffee each February".into(),
        dates: vec![day("2027-02-01")],
    });
    assert_eq!(told(&facts, Number::N26), ["Mon 1 Feb 09:00"]);
    assert_eq!(all(&facts).len(), 1, "J9: nothing else is left");
    facts.stay_in_touch = None;
    assert_eq!(all(&facts), []);
}

#[test]
fn n27_7_days_after_signing_or_suggesting_until_the_answer() {
    let mut facts = pair(Role::Mentee);
    facts.waiting = vec![Waiting {
        id: "w".into(),
        what: "Version 1 of your agreement".into(),
        since: day("2026-03-24"),
        page: "sign".into(),
    }];
    assert_eq!(told(&facts, Number::N27), ["Tue 31 Mar 09:00"]);
    facts.waiting = vec![];
    assert_eq!(told(&facts, Number::N27), NEVER);
}

#[test]
fn r2_only_a_request_is_waited_for_before_the_two_are_connected() {
    for role in [Role::Mentee, Role::Mentor, Role::Coordinator] {
        let mut facts = everything(role);
        facts.connected_on = None;
        facts.request = None;
        facts.stay_in_touch = None;
        assert_eq!(all(&facts), []);
    }
}

#[test]
fn n17_n18_n22_n25_are_counted_over_29_february_and_the_change_of_the_clocks() {
    let mut facts = pair(Role::Mentee);
    // 2027 has no 29 February: 30 January and 30 days is 1 March; the clocks change on 28 March.
    facts.start = Some(day("2027-01-30"));
    assert_eq!(
        told(&facts, Number::N17),
        [
            "Fri 12 Feb 09:00",
            "Sat 13 Feb 09:00",
            "Wed 24 Feb 09:00",
            "Mon 1 Mar 09:00"
        ]
    );
    assert_eq!(
        told(&facts, Number::N18),
        [
            "Fri 16 Apr 09:00",
            "Tue 27 Apr 09:00",
            "Fri 30 Apr 09:00",
            "Fri 7 May 09:00"
        ]
    );
    let mut facts = pair(Role::Mentee);
    facts.ends_on = Some(day("2027-03-30"));
    assert_eq!(
        told(&facts, Number::N22),
        ["Fri 26 Feb 09:00", "Sun 28 Feb 09:00", "Tue 16 Mar 09:00"]
    );
    let mut facts = pair(Role::Mentee);
    facts.dates = vec![Dated {
        id: "e".into(),
        what: "Spring day".into(),
        on: day("2027-03-31"),
        brief: false,
    }];
    assert_eq!(told(&facts, Number::N25), ["Wed 24 Mar 09:00"]);
}
