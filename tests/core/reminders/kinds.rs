//! Each kind of the catalogue: its first and its last moment, and what ends it (section 7).

use chrono::{DateTime, NaiveDate, Utc};
use fairlead_core::domain::ids::RelationshipId;
use fairlead_core::domain::revisit;
use fairlead_core::domain::side::{Role, Side};
use fairlead_core::domain::zone::Zone;
use fairlead_core::reminders::facts::{
    Agenda, Dated, Plan, Request, Session, SessionState, StayInTouch, Streak, Task, Unanswered,
    Waiting,
};
use fairlead_core::reminders::{Facts, Number, Occurrence, Rules, occurrences};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn utc(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub fn rules(zone: &str) -> Rules {
    Rules::usual(Zone::named(zone).unwrap())
}

/// A connected pair; the owner is the one named.
pub fn pair(role: Role) -> Facts {
    let mut facts = Facts::new(
        RelationshipId("r".into()),
        role,
        "Ruth Kessler",
        "Daniel Ferreira",
    );
    facts.connected_on = Some(day("2026-03-02"));
    facts.known_from = Some(NaiveDate::MIN);
    facts.agreement_begun = true;
    facts
}

/// A session at 14:00 in London, of 90 minutes, on Wednesday 6 May 2026.
pub fn session() -> Session {
    Session {
        id: "s".into(),
        fixed: "2026-05-06T14:00 Europe/London".into(),
        state: SessionState::Planned,
        begins: utc("2026-05-06T13:00:00Z"),
        ends: utc("2026-05-06T14:30:00Z"),
        on: day("2026-05-06"),
        agenda_sent: true,
        agenda_choice: true,
        rethought: true,
        feedback: true,
        notes: true,
        summary: true,
        check_point_open: false,
    }
}

fn all(facts: &Facts) -> Vec<Occurrence> {
    occurrences(
        facts,
        &rules("Europe/London"),
        utc("2026-01-01T00:00:00Z"),
        utc("2028-01-01T00:00:00Z"),
    )
}

/// When one kind is told, on the wall in London.
fn told(facts: &Facts, number: Number) -> Vec<String> {
    let zone = Zone::named("Europe/London").unwrap();
    all(facts)
        .iter()
        .filter(|occurrence| occurrence.kind == number)
        .map(|occurrence| {
            zone.civil(occurrence.fires)
                .format("%a %-d %b %H:%M")
                .to_string()
        })
        .collect()
}

const NEVER: [&str; 0] = [];

#[test]
fn n01_day_3_6_and_7_until_the_mentee_wrote() {
    let mut facts = pair(Role::Mentee);
    facts.known_from = None;
    // J1: 8 March 2026 is a Sunday.
    assert_eq!(
        told(&facts, Number::N01),
        [
            "Thu 5 Mar 09:00",
            "Fri 6 Mar 09:00",
            "Sun 8 Mar 09:00",
            "Mon 9 Mar 09:00"
        ]
    );
    facts.contact.mentee_wrote = true;
    assert_eq!(told(&facts, Number::N01), NEVER);
    facts.contact.mentee_wrote = false;
    facts.role = Role::Mentor;
    assert_eq!(told(&facts, Number::N01), NEVER, "it is the mentee's turn");
}

#[test]
fn n02_start_of_day_8_until_any_contact() {
    let mut facts = pair(Role::Mentor);
    facts.known_from = None;
    assert_eq!(told(&facts, Number::N02), ["Tue 10 Mar 09:00"]);
    facts.contact.first = Some(day("2026-03-05"));
    assert_eq!(told(&facts, Number::N02), NEVER);
    facts.contact.first = None;
    facts.role = Role::Mentee;
    assert_eq!(told(&facts, Number::N02), NEVER);
}

#[test]
fn n03_end_of_day_14_until_two_way_contact_or_settled() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.known_from = None;
        assert_eq!(told(&facts, Number::N03), ["Mon 16 Mar 17:00"]);
        facts.contact.mentee_wrote = true;
        assert_eq!(
            told(&facts, Number::N03).len(),
            1,
            "one direction is not both"
        );
        facts.contact.escalation_settled = true;
        assert_eq!(told(&facts, Number::N03), NEVER);
        facts.contact.escalation_settled = false;
        facts.contact.two_way = true;
        assert_eq!(told(&facts, Number::N03), NEVER);
    }
}

#[test]
fn n01_to_n03_are_silent_for_pairs_that_know_each_other() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.known_from = Some(day("2026-03-06"));
        let early: Vec<_> = all(&facts)
            .into_iter()
            .filter(|occurrence| occurrence.kind <= Number::N03)
            .map(|occurrence| occurrence.occurrence)
            .collect();
        let expected: &[&str] = if role == Role::Mentee { &["3"] } else { &[] };
        assert_eq!(early, expected, "the term begins on Friday 6 March");
    }
}

#[test]
fn n04_day_5_8_and_10_of_a_request_until_it_is_answered() {
    let mut facts = pair(Role::Mentor);
    facts.connected_on = None;
    facts.request = Some(Request {
        asked_on: day("2026-02-09"),
        answered: false,
    });
    // J3: 14 February 2026 is a Saturday.
    assert_eq!(
        told(&facts, Number::N04),
        [
            "Fri 13 Feb 09:00",
            "Sat 14 Feb 09:00",
            "Tue 17 Feb 09:00",
            "Thu 19 Feb 09:00"
        ]
    );
    facts.request = Some(Request {
        asked_on: day("2026-02-09"),
        answered: true,
    });
    assert_eq!(told(&facts, Number::N04), NEVER);
}

#[test]
fn n05_day_11_of_a_request_until_it_is_answered() {
    let mut facts = pair(Role::Mentee);
    facts.connected_on = None;
    facts.request = Some(Request {
        asked_on: day("2026-02-09"),
        answered: false,
    });
    assert_eq!(told(&facts, Number::N05), ["Fri 20 Feb 09:00"]);
    facts.connected_on = Some(day("2026-02-18"));
    assert_eq!(told(&facts, Number::N05), NEVER);
}

#[test]
fn n06_14_days_after_first_contact_until_a_draft_exists() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.agreement_begun = false;
        assert_eq!(told(&facts, Number::N06), NEVER, "no first contact yet");
        facts.contact.first = Some(day("2026-03-05"));
        assert_eq!(told(&facts, Number::N06), ["Thu 19 Mar 09:00"]);
        facts.agreement_begun = true;
        assert_eq!(told(&facts, Number::N06), NEVER);
    }
}

#[test]
fn n07_3_2_and_1_days_before_a_session_until_the_agenda_is_sent() {
    let mut facts = pair(Role::Mentee);
    facts.sessions = vec![Session {
        agenda_sent: false,
        ..session()
    }];
    // J6: the Sunday is told on the Friday as well.
    assert_eq!(
        told(&facts, Number::N07),
        [
            "Fri 1 May 09:00",
            "Sun 3 May 09:00",
            "Mon 4 May 09:00",
            "Tue 5 May 09:00"
        ]
    );
    facts.agenda = Agenda {
        lead: 4,
        last_call: 2,
        ..Agenda::default()
    };
    assert_eq!(
        told(&facts, Number::N07),
        [
            "Fri 1 May 09:00",
            "Sat 2 May 09:00",
            "Mon 4 May 09:00"
        ],
        "what the two agreed on goes before; the Saturday's Friday is a day of its own"
    );
    facts.agenda = Agenda {
        asked: false,
        ..Agenda::default()
    };
    assert_eq!(told(&facts, Number::N07), NEVER, "no points are agreed");
    facts.agenda = Agenda {
        owner: Side::Mentor,
        ..Agenda::default()
    };
    assert_eq!(told(&facts, Number::N07), NEVER, "the mentor sends them");
    facts.role = Role::Mentor;
    assert_eq!(told(&facts, Number::N07).len(), 4);
    facts.sessions = vec![session()];
    assert_eq!(told(&facts, Number::N07), NEVER);
}

#[test]
fn n08_the_day_before_until_the_points_come_or_the_mentor_chose() {
    let mut facts = pair(Role::Mentor);
    let waiting = Session {
        agenda_sent: false,
        agenda_choice: false,
        ..session()
    };
    facts.sessions = vec![waiting.clone()];
    assert_eq!(told(&facts, Number::N08), ["Tue 5 May 09:00"]);
    for done in [
        Session {
            agenda_sent: true,
            ..waiting.clone()
        },
        Session {
            agenda_choice: true,
            ..waiting.clone()
        },
        Session {
            state: SessionState::Off,
            ..waiting.clone()
        },
    ] {
        facts.sessions = vec![done];
        assert_eq!(told(&facts, Number::N08), NEVER);
    }
    facts.role = Role::Mentee;
    facts.sessions = vec![waiting];
    assert_eq!(told(&facts, Number::N08), NEVER);
}

#[test]
fn n09_15_minutes_before_until_the_mentee_thought_again() {
    let mut facts = pair(Role::Mentee);
    facts.sessions = vec![Session {
        rethought: false,
        ..session()
    }];
    assert_eq!(told(&facts, Number::N09), ["Wed 6 May 13:45"]);
    facts.sessions = vec![session()];
    assert_eq!(told(&facts, Number::N09), NEVER);
}

#[test]
fn n10_the_last_ten_minutes_until_the_form_was_opened() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.sessions = vec![Session {
            feedback: false,
            ..session()
        }];
        assert_eq!(told(&facts, Number::N10), ["Wed 6 May 15:20"]);
        facts.sessions = vec![session()];
        assert_eq!(told(&facts, Number::N10), NEVER);
    }
}

#[test]
fn n11_24_hours_after_a_session_until_there_are_notes() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.sessions = vec![Session {
            notes: false,
            ..session()
        }];
        assert_eq!(told(&facts, Number::N11), ["Thu 7 May 15:30"]);
        facts.sessions = vec![session()];
        assert_eq!(told(&facts, Number::N11), NEVER);
        facts.sessions = vec![Session {
            notes: false,
            state: SessionState::Off,
            ..session()
        }];
        assert_eq!(told(&facts, Number::N11), NEVER, "it did not take place");
    }
}

#[test]
fn n12_1_and_3_days_after_a_session_until_the_summary_is_sent() {
    let mut facts = pair(Role::Mentee);
    facts.sessions = vec![Session {
        summary: false,
        ..session()
    }];
    // J6: Thursday 7 May and Saturday 9 May, which is told on Friday as well.
    assert_eq!(
        told(&facts, Number::N12),
        ["Thu 7 May 09:00", "Fri 8 May 09:00", "Sat 9 May 09:00"]
    );
    facts.sessions = vec![session()];
    assert_eq!(told(&facts, Number::N12), NEVER);
}

#[test]
fn n13_2_days_before_on_the_day_and_the_day_after_until_done_or_moved() {
    let mut facts = pair(Role::Mentee);
    let task = Task {
        id: "t".into(),
        owner: Side::Mentee,
        what: "send me the brief".into(),
        due: day("2026-04-08"),
    };
    facts.tasks = vec![task.clone()];
    assert_eq!(
        told(&facts, Number::N13),
        ["Mon 6 Apr 09:00", "Wed 8 Apr 09:00", "Thu 9 Apr 09:00"]
    );
    let before = all(&facts);
    facts.tasks = vec![Task {
        due: day("2026-04-15"),
        ..task.clone()
    }];
    let after = all(&facts);
    assert!(
        before
            .iter()
            .all(|old| after.iter().all(|new| new.key() != old.key())),
        "a new date begins anew"
    );
    facts.tasks = vec![Task {
        owner: Side::Mentor,
        ..task
    }];
    assert_eq!(told(&facts, Number::N13), NEVER, "somebody else's");
    facts.tasks = vec![];
    assert_eq!(told(&facts, Number::N13), NEVER);
}

#[test]
fn n14_when_the_agreed_time_for_an_answer_is_over_until_it_came() {
    let mut facts = pair(Role::Mentor);
    facts.contact.unanswered = vec![Unanswered {
        id: "c".into(),
        ask_on: day("2026-03-12"),
        how: "Send a text.".into(),
    }];
    assert_eq!(told(&facts, Number::N14), ["Thu 12 Mar 09:00"]);
    facts.contact.unanswered.clear();
    assert_eq!(told(&facts, Number::N14), NEVER);
}

#[test]
fn n15_after_the_agreed_weeks_and_not_while_a_session_is_near() {
    for role in [Role::Mentee, Role::Mentor] {
        let mut facts = pair(role);
        facts.contact.quiet_on = Some(day("2026-05-04"));
        assert_eq!(told(&facts, Number::N15), ["Mon 4 May 09:00"]);
        let far = Session {
            on: day("2026-05-12"),
            ..session()
        };
        facts.sessions = vec![far];
        assert_eq!(told(&facts, Number::N15), ["Mon 4 May 09:00"]);
        facts.sessions = vec![session()];
        assert_eq!(
            told(&facts, Number::N15),
            ["Thu 7 May 09:00"],
            "hidden, and not counted anew"
        );
        facts.contact.quiet_on = None;
        assert_eq!(told(&facts, Number::N15), NEVER);
    }
}

#[test]
fn n16_on_the_day_named_in_all_fine_until_a_contact() {
    let mut facts = pair(Role::Mentee);
    facts.contact.back_on = Some(day("2026-06-01"));
    assert_eq!(told(&facts, Number::N16), ["Mon 1 Jun 09:00"]);
    facts.contact.back_on = None;
    assert_eq!(told(&facts, Number::N16), NEVER);
}

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
    let first_three = |facts: &Facts| -> Vec<String> {
        told(facts, Number::N20).into_iter().take(3).collect()
    };
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
        next: day("2027-02-01"),
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

/// A pair about which there is something to be said of every kind.
pub fn everything(role: Role) -> Facts {
    let mut facts = pair(role);
    let start = day("2026-03-02");
    facts.known_from = None;
    facts.agreement_begun = false;
    facts.contact.first = Some(day("2026-03-03")).filter(|_| role == Role::Mentee);
    facts.contact.unanswered = vec![Unanswered {
        id: "c".into(),
        ask_on: day("2026-03-12"),
        how: String::new(),
    }];
    facts.contact.quiet_on = Some(day("2026-06-15"));
    facts.contact.back_on = Some(day("2026-06-01"));
    facts.start = Some(start);
    facts.sessions = vec![Session {
        agenda_sent: false,
        agenda_choice: false,
        rethought: false,
        feedback: false,
        notes: false,
        summary: false,
        check_point_open: true,
        ..session()
    }];
    facts.tasks = [Side::Mentee, Side::Mentor]
        .map(|owner| Task {
            id: owner.key().into(),
            owner,
            what: "a task".into(),
            due: day("2026-04-08"),
        })
        .to_vec();
    facts.plan.touched_on = Some(day("2026-04-01"));
    facts.mid_point = Some(day("2026-09-15"));
    facts.revisits = Some(revisit::Series {
        anchor: start,
        months: 12,
        first: None,
    });
    facts.ends_on = Some(day("2027-03-31"));
    facts.streak = Some(Streak {
        length: 2,
        on: day("2026-05-06"),
    });
    facts.dates = vec![Dated {
        id: "e".into(),
        what: "Leadership evening".into(),
        on: day("2026-05-20"),
        brief: false,
    }];
    facts.stay_in_touch = Some(StayInTouch {
        idea: "coffee".into(),
        next: day("2027-02-01"),
    });
    facts.waiting = vec![Waiting {
        id: "w".into(),
        what: "Your suggestion".into(),
        since: day("2026-03-24"),
        page: "agreement/suggestions".into(),
    }];
    facts
}
