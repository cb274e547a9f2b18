//! Pairs, sessions and rules that the tests of reminders begin with.

use chrono::{DateTime, NaiveDate, Utc};
use fairlead_core::domain::ids::RelationshipId;
use fairlead_core::domain::revisit;
use fairlead_core::domain::side::{Role, Side};
use fairlead_core::domain::zone::Zone;
use fairlead_core::reminders::facts::{
    Dated, Session, SessionState, StayInTouch, Streak, Task, Unanswered, Waiting,
};
use fairlead_core::reminders::{Facts, Number, Occurrence, Rules, occurrences};

/// As many random lives as a usual run has time for; `FAIRLEAD_SCHEDULES=10000` tries more.
pub fn cases(usual: u32) -> u32 {
    std::env::var("FAIRLEAD_SCHEDULES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(usual)
}

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
        feedback_minutes: 10,
        feedback: true,
        notes: true,
        summary: true,
        check_point_open: false,
    }
}

pub fn all(facts: &Facts) -> Vec<Occurrence> {
    occurrences(
        facts,
        &rules("Europe/London"),
        utc("2026-01-01T00:00:00Z"),
        utc("2028-01-01T00:00:00Z"),
    )
}

/// When one kind is told, on the wall in London.
pub fn told(facts: &Facts, number: Number) -> Vec<String> {
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

pub const NEVER: [&str; 0] = [];

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
    facts.dates = [
        ("e", "Leadership evening", false),
        ("brief", "The supervisor brief", true),
    ]
    .map(|(id, what, brief)| Dated {
        id: id.into(),
        what: what.into(),
        on: day("2026-05-20"),
        brief,
    })
    .to_vec();
    facts.stay_in_touch = Some(StayInTouch {
        idea: "coffee".into(),
        dates: vec![day("2027-02-01")],
    });
    facts.waiting = vec![Waiting {
        id: "w".into(),
        what: "Your suggestion".into(),
        since: day("2026-03-24"),
        page: "agreement/suggestions".into(),
    }];
    facts
}
