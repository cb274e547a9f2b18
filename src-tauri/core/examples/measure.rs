//! What `cargo xtask bench` measures inside one process: how long an answer takes until it is safe, and how long the
//! agreement's PDF takes once the fonts are loaded.
//!
//! `measure FOLDER FIXTURE`: makes a relationship in the empty FOLDER, answers it with the FIXTURE's answers, and
//! prints one line of JSON. The folder stays, for measurements of other processes.
//!
//! `measure reminders`: times what the clock of the shell asks for, with ever more relationships.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use fairlead_core::api::ApiError;
use fairlead_core::clock::SystemClock;
use fairlead_core::domain::ids::RelationshipId;
use fairlead_core::domain::revisit;
use fairlead_core::domain::side::{Role, Side};
use fairlead_core::domain::zone::Zone;
use fairlead_core::keychain::NoKeychain;
use fairlead_core::reminders::facts::{Session, SessionState, Task};
use fairlead_core::reminders::ledger::{Entry, Fate, Ledger, Memory, look, next_look};
use fairlead_core::reminders::{Facts, Rules};
use fairlead_core::{Fairlead, Ports};
use serde_json::{Value, json};

/// Answers that are timed.
const ANSWERS: usize = 500;

/// Papers that are timed, after one that loads the fonts.
const PAPERS: usize = 30;

/// Relationships whose reminders are evaluated.
const MANY: usize = 10_000;

/// How often they are.
const LOOKS: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args_os().skip(1);
    let (Some(folder), fixture) = (words.next(), words.next()) else {
        return Err("measure FOLDER FIXTURE, or measure reminders".into());
    };
    let Some(fixture) = fixture else {
        let (tenth, whole) = (time_reminders(MANY / 10)?, time_reminders(MANY)?);
        let report = json!({ "reminders": whole, "reminders_tenth": tenth });
        writeln!(std::io::stdout(), "{report}")?;
        return Ok(());
    };
    let ports = Ports {
        clock: Arc::new(SystemClock),
        keychain: Arc::new(NoKeychain),
    };
    let mut fairlead = Fairlead::start(PathBuf::from(folder), ports);
    let relationship = answer_fixture(&mut fairlead, &std::fs::read_to_string(fixture)?)?;
    let answers = time_answers(&mut fairlead, &relationship)?;
    let (papers, bytes) = time_papers(&mut fairlead, &relationship)?;
    let document = call(
        &mut fairlead,
        "agreement.document",
        json!({ "relationship": relationship }),
    )?;
    let report = json!({
        "relationship": relationship, "answers": answers, "papers": papers, "bytes": bytes, "document": document,
    });
    writeln!(std::io::stdout(), "{report}")?;
    Ok(())
}

fn answer_fixture(fairlead: &mut Fairlead, fixture: &str) -> Result<String, Box<dyn Error>> {
    call(
        fairlead,
        "profile.save",
        json!({"name": "Eléni Παπαδοπούλου", "zone": "Europe/London", "roles": ["mentee"]}),
    )?;
    let new = json!({
        "role": "mentee",
        "partner": { "name": "Bjørn Ærlig", "zone": "Europe/Oslo" },
        "connection": { "state": "connected", "on": "2026-03-02" },
    });
    let made = call(fairlead, "relationship.create", new)?;
    let relationship = made
        .get("id")
        .and_then(Value::as_str)
        .ok_or("a relationship without an id")?
        .to_owned();
    let answers: Vec<Value> = serde_json::from_str(fixture)?;
    for mut answer in answers {
        // Goals and milestones are added one by one, in calls of their own.
        if answer
            .get("value")
            .is_some_and(|value| value.get(0).is_some_and(Value::is_object))
        {
            continue;
        }
        if let Some(calls) = answer.get("calls").and_then(Value::as_array) {
            for each in calls {
                let name = each.get("call").and_then(Value::as_str);
                let mut with = each.get("with").cloned().unwrap_or_default();
                if let Some(fields) = with.as_object_mut() {
                    fields.insert("relationship".to_owned(), json!(relationship));
                }
                call(fairlead, name.ok_or("a call without a name")?, with)?;
            }
            continue;
        }
        if let Some(fields) = answer.as_object_mut() {
            fields.insert("relationship".to_owned(), json!(relationship));
        }
        call(fairlead, "answer.set", answer)?;
    }
    Ok(relationship)
}

/// Milliseconds from the call until the answer is committed to the disk.
fn time_answers(fairlead: &mut Fairlead, relationship: &str) -> Result<Vec<f64>, String> {
    let mut took = Vec::with_capacity(ANSWERS);
    for round in 0..ANSWERS {
        let value =
            format!("We write to each other on Tuesdays, and say so when we cannot. Take {round}.");
        let request =
            json!({ "relationship": relationship, "field": "template.1.text", "value": value });
        let began = now();
        call(fairlead, "answer.set", request)?;
        took.push(milliseconds(began.elapsed()));
    }
    Ok(took)
}

/// Milliseconds from the request until the bytes are there, and how many they are.
fn time_papers(
    fairlead: &mut Fairlead,
    relationship: &str,
) -> Result<(Vec<f64>, usize), Box<dyn Error>> {
    let size = serde_json::from_value(json!("a4"))?;
    let mut took = Vec::with_capacity(PAPERS);
    let mut bytes = fairlead
        .paper("agreement", relationship, size)
        .map_err(sentence)?
        .bytes
        .len();
    for _ in 0..PAPERS {
        let began = now();
        bytes = fairlead
            .paper("agreement", relationship, size)
            .map_err(sentence)?
            .bytes
            .len();
        took.push(milliseconds(began.elapsed()));
    }
    Ok((took, bytes))
}

/// Milliseconds to decide what is to be notified now in so many relationships, and when to look again: what the
/// clock of the shell asks for each half minute.
fn time_reminders(many: usize) -> Result<Vec<f64>, Box<dyn Error>> {
    let zone = Zone::named("Europe/London").ok_or("the zone Europe/London is not known")?;
    let rules = Rules::usual(zone);
    let at: DateTime<Utc> = "2026-06-09T08:00:00Z".parse()?;
    let all: Vec<Facts> = (0..many)
        .map(|number| some_facts(number, at))
        .collect::<Option<_>>()
        .ok_or("a date that is none")?;
    let mut memory = Memory::default();
    // The first look writes down what has come; the others find it so, as on a usual day.
    let mut ledger = Ledger::new();
    let first = look(&all, &rules, &ledger, &memory, at);
    let due = first.entries.len();
    ledger.extend(first.entries);
    for entry in ledger.values_mut() {
        *entry = Entry::new(Fate::Shown);
    }
    memory.looked = Some(at.timestamp());
    let mut took = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        let began = now();
        let look = look(&all, &rules, &ledger, &memory, at);
        let next = next_look(&all, &rules, &ledger, at);
        took.push(milliseconds(began.elapsed()));
        if due < many || look.count() > 0 || next.is_none() {
            return Err("what is due is not what it should be".into());
        }
    }
    Ok(took)
}

/// A pair in the middle of its work: a start, a term, a revisit, two sessions and two tasks.
fn some_facts(number: usize, now: DateTime<Utc>) -> Option<Facts> {
    let today = now.date_naive();
    let days = |many: i64| today.checked_add_signed(TimeDelta::try_days(many)?);
    let spread = i64::try_from(number % 200).ok()?;
    let role = if number.is_multiple_of(2) {
        Role::Mentee
    } else {
        Role::Mentor
    };
    let mut facts = Facts::new(RelationshipId(number.to_string()), role, "Ruth", "Daniel");
    facts.connected_on = days(-spread - 10);
    facts.known_from = facts.connected_on;
    facts.start = days(-spread);
    facts.mid_point = days(150 - spread);
    facts.ends_on = days(300 - spread);
    facts.revisits = Some(revisit::Series {
        anchor: facts.start?,
        months: 6,
        first: None,
    });
    facts.contact.quiet_on = days(40 - spread % 60);
    for (id, ahead) in [("past", -10), ("next", 11)] {
        let on = days(ahead - spread % 10)?;
        let begins = on.and_hms_opt(13, 0, 0)?.and_utc();
        facts.sessions.push(Session {
            id: id.to_owned(),
            fixed: on.to_string(),
            state: SessionState::Planned,
            begins,
            ends: begins.checked_add_signed(TimeDelta::hours(1))?,
            on,
            agenda_sent: false,
            agenda_choice: false,
            rethought: false,
            feedback_minutes: 10,
            feedback: false,
            notes: false,
            summary: false,
            check_point_open: false,
        });
    }
    for (id, ahead) in [("one", 1), ("other", 20)] {
        facts.tasks.push(Task {
            id: id.to_owned(),
            owner: Side::Mentee,
            what: "a task".to_owned(),
            due: days(ahead + spread % 5)?,
        });
    }
    Some(facts)
}

fn call(fairlead: &mut Fairlead, name: &str, request: Value) -> Result<Value, String> {
    fairlead
        .call(name, request)
        .map(|answer| answer.output)
        .map_err(sentence)
}

fn sentence(error: ApiError) -> String {
    format!("{}: {}", error.code, error.message)
}

fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1e3
}

#[expect(clippy::disallowed_methods, reason = "measures durations")]
fn now() -> Instant {
    Instant::now()
}
