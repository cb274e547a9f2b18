//! Kinds N01 to N16 of the catalogue: the first and the last moment of each, and what ends it (section 7).

use super::pairs::{NEVER, all, day, pair, session, told};
use fairlead_core::domain::side::{Role, Side};
use fairlead_core::reminders::Number;
use fairlead_core::reminders::facts::{Agenda, Request, Session, SessionState, Task, Unanswered};

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
        ["Fri 1 May 09:00", "Sat 2 May 09:00", "Mon 4 May 09:00"],
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
