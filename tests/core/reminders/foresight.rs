//! What is told ahead is what the clock does: the thread's loop is driven with a clock set by hand, and held against
//! the moments that `due` lists.

use super::pairs::{cases, day, everything, utc};
use crate::desk::Desk;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use fairlead_core::domain::side::Role;
use fairlead_core::domain::zone::Zone;
use fairlead_core::reminders::facts::Rhythm;
use fairlead_core::reminders::foresight::foresee;
use fairlead_core::reminders::ledger::{
    Entry, Fate, Ledger, Memory, look, next_look, showing, shown,
};
use fairlead_core::reminders::{Choice, Claim, Facts, Number, Quiet, Reach, Rules, all_due, kind};
use proptest::prelude::*;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

type Told = Vec<(DateTime<Utc>, BTreeSet<Claim>)>;

/// The shell's thread: it looks when something is due, else twice a day here.
fn thread(
    all: &[Facts],
    rules: &Rules,
    mut ledger: Ledger,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Told {
    let mut told = Told::new();
    let mut memory = Memory {
        looked: Some(now.timestamp()),
        toasts: Vec::new(),
    };
    let mut at = now;
    loop {
        let look = look(all, rules, &ledger, &memory, at);
        ledger.extend(look.entries.clone());
        if !rules.quiet.holds(rules.zone.civil(at)) {
            memory.looked = Some(at.timestamp());
        }
        if look.count() > 0 {
            assert_eq!(look.missed, 0, "nobody was away");
            memory.toasts.push(at.timestamp());
            let claims: Vec<Claim> = look.claimed.iter().map(|each| each.key()).collect();
            ledger.extend(showing(&ledger, &claims, at).unwrap());
            ledger.extend(shown(&ledger, &claims));
            told.push((at, claims.into_iter().collect()));
        }
        if at >= until {
            return told;
        }
        let idle = at.timestamp() + 43_200;
        let next = next_look(all, rules, &ledger, at).map_or(idle, |next| next.min(idle));
        assert!(next > at.timestamp());
        at = DateTime::from_timestamp(next.min(until.timestamp()), 0).unwrap();
    }
}

fn ahead(
    all: &[Facts],
    rules: &Rules,
    ledger: &Ledger,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Told {
    let mut told: BTreeMap<DateTime<Utc>, BTreeSet<Claim>> = BTreeMap::new();
    for each in foresee(all, rules, ledger, &Memory::default(), None, now, until) {
        assert_eq!(each.occurrence.relationship, all[each.whose].relationship);
        told.entry(each.at)
            .or_default()
            .insert(each.occurrence.key());
    }
    told.into_iter().collect()
}

/// Pairs about which there is something to be said of every kind.
fn pairs() -> Vec<Facts> {
    let mut all = Vec::new();
    for (at, role) in [Role::Mentee, Role::Mentor, Role::Coordinator, Role::Mentee]
        .into_iter()
        .enumerate()
    {
        let mut facts = everything(role);
        facts.relationship.0 = format!("pair {at}");
        if at == 3 {
            facts.connected_on = None;
            facts.request = Some(fairlead_core::reminders::facts::Request {
                asked_on: day("2026-04-13"),
                answered: false,
            });
        }
        if at == 1 {
            facts.rhythm = Rhythm::Quarterly {
                since: day("2026-03-02"),
                never: false,
            };
        }
        // Six sessions after each other: more than three notifications in ten minutes.
        if at == 0 {
            let first = facts.sessions[0].clone();
            for number in 0..6 {
                let mut session = first.clone();
                session.id = format!("near {number}");
                session.begins += TimeDelta::minutes(2 * number);
                session.ends += TimeDelta::minutes(2 * number);
                facts.sessions.push(session);
            }
        }
        all.push(facts);
    }
    all
}

const ZONES: [&str; 6] = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Asia/Tokyo",
];

fn rules(zone: usize, quiet: (u32, u32), start: u32, choices: &[(usize, u8)]) -> Rules {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 30, 0).unwrap();
    let mut rules = Rules::usual(Zone::named(ZONES[zone]).unwrap());
    rules.quiet = Quiet {
        from: hour(quiet.0),
        until: hour(quiet.1),
    };
    rules.start_of_day = hour(start);
    for (number, what) in choices {
        let number = Number::ALL[*number];
        let choice = match what {
            0 => Choice {
                reach: Reach::Off,
                leads: None,
            },
            1 => Choice {
                reach: Reach::InApp,
                leads: None,
            },
            _ => Choice {
                reach: Reach::Notify,
                // The day of one date may be that of another then.
                leads: Some(kind(number).leads.iter().map(|lead| lead - 1).collect()),
            },
        };
        rules.kinds.insert(number, choice);
    }
    rules
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(12), ..ProptestConfig::default() })]

    #[test]
    fn due_tells_the_moments_of_the_thread(
        start in 0i64..(500 * 24 * 60),
        days in 1i64..160,
        zone in 0usize..ZONES.len(),
        quiet in (0u32..24, 0u32..24),
        start_of_day in 0u32..24,
        choices in proptest::collection::vec((0usize..27, 0u8..3), 0..5),
        put_off in proptest::collection::vec((0usize..12, 1i64..20_000), 0..4),
    ) {
        let all = pairs();
        let rules = rules(zone, quiet, start_of_day, &choices);
        let now = utc("2026-02-20T00:00:00Z") + TimeDelta::minutes(start);
        let until = now + TimeDelta::days(days);
        // What has come by now was told; some of it was put off.
        let mut ledger = Ledger::new();
        let mut due = Vec::new();
        for facts in &all {
            for occurrence in all_due(facts, &rules, now) {
                ledger.extend(occurrence.merged_keys().map(|key| (key, Entry::new(Fate::Listed))));
                due.push(occurrence.key());
            }
        }
        for key in &due {
            ledger.insert(key.clone(), Entry::new(Fate::Shown));
        }
        for (which, minutes) in put_off {
            if !due.is_empty() {
                let entry = Entry {
                    snooze_until: Some(now.timestamp() + minutes * 60),
                    ..Entry::new(Fate::Snoozed)
                };
                ledger.insert(due[which % due.len()].clone(), entry);
            }
        }
        let told = ahead(&all, &rules, &ledger, now, until);
        prop_assert_eq!(told, thread(&all, &rules, ledger, now, until));
    }
}

/// The same with a data file: `due` at every point of the way, and the thread that goes on from there.
#[test]
fn due_tells_the_moments_of_the_running_program() {
    for zone in ["Europe/London", "America/New_York"] {
        let mut desk = Desk::at("2026-03-02T15:00:00Z", zone);
        let id = desk.relationship("mentee", "Tomasz Lewandowski", Some("2026-03-02"));
        desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
        desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
        desk.call(
            "session.add",
            json!({"relationship": id, "on": "2026-03-25", "at": "14:00", "minutes": 90}),
        );
        desk.call(
            "task.add",
            json!({"relationship": id, "what": "the brief", "owner": "mentee", "due": "2026-03-29"}),
        );
        desk.fairlead.tick().unwrap();
        let until = "2026-04-12T00:00:00Z";
        let listed: Vec<(i64, String)> = desk
            .fairlead
            .due(until)
            .unwrap()
            .into_iter()
            .map(|notice| {
                let (at, _) = notice.at.split_once('[').unwrap();
                (
                    DateTime::parse_from_rfc3339(at).unwrap().timestamp(),
                    notice.title,
                )
            })
            .collect();
        assert!(listed.len() > 10, "{listed:?}");
        let end = utc(until).timestamp();
        let mut shown: Vec<(i64, usize)> = Vec::new();
        let mut now = desk.fairlead.now().utc().timestamp();
        while now < end {
            let idle = now + 43_200;
            let next = desk.fairlead.next_due().unwrap();
            now = next.map_or(idle, |next| next.min(idle)).min(end);
            let at = DateTime::from_timestamp(now, 0).unwrap();
            desk.set(&at.to_rfc3339());
            for toast in desk.fairlead.tick().unwrap() {
                assert!(desk.fairlead.may_show(&toast.claims).unwrap());
                desk.fairlead.shown(&toast.claims).unwrap();
                shown.push((now, toast.claims.len()));
            }
        }
        let mut expected: BTreeMap<i64, usize> = BTreeMap::new();
        for (at, _) in &listed {
            *expected.entry(*at).or_default() += 1;
        }
        assert_eq!(shown, expected.into_iter().collect::<Vec<_>>(), "{zone}");
    }
}

#[test]
fn due_lists_what_was_put_off_when_it_comes_back_and_nothing_that_was_dismissed() {
    let mut desk = Desk::at("2026-03-02T09:00:00Z", "Europe/London");
    desk.relationship("mentee", "Tomasz Lewandowski", Some("2026-03-02"));
    desk.set("2026-03-05T10:00:00Z");
    desk.fairlead.tick().unwrap();
    let times = |desk: &mut Desk| -> Vec<String> {
        let due = desk.call("reminder.due", json!({"until": "2026-03-06T12:00:00Z"}));
        let notices = due["notices"].as_array().unwrap().clone();
        notices
            .iter()
            .map(|notice| notice["at"].as_str().unwrap().chars().take(16).collect())
            .collect()
    };
    assert_eq!(times(&mut desk), ["2026-03-06T09:00"]);
    let name = desk.call("reminder.list", json!({}))["now"][0]["reminder"].clone();
    desk.call(
        "reminder.snooze",
        json!({"reminder": name, "until": "hour"}),
    );
    assert_eq!(times(&mut desk), ["2026-03-05T11:00", "2026-03-06T09:00"]);
    // What was put off until the minute in which the next one comes is told with that one.
    desk.call(
        "reminder.snooze",
        json!({"reminder": name, "until": "tomorrow"}),
    );
    assert_eq!(times(&mut desk), ["2026-03-06T09:00"]);
    desk.call(
        "reminder.snooze",
        json!({"reminder": name, "until": "hour"}),
    );
    desk.call("reminder.dismiss", json!({"reminder": name}));
    assert_eq!(times(&mut desk), ["2026-03-06T09:00"]);
}
