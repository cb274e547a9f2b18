//! What `cargo xtask bench` measures inside one process: how long an answer takes until it is safe, and how long the
//! agreement's PDF takes once the fonts are loaded.
//!
//! `measure FOLDER FIXTURE`: makes a relationship in the empty FOLDER, answers it with the FIXTURE's answers, and
//! prints one line of JSON. The folder stays, for measurements of other processes.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fairlead_core::api::ApiError;
use fairlead_core::clock::SystemClock;
use fairlead_core::keychain::NoKeychain;
use fairlead_core::{Fairlead, Ports};
use serde_json::{Value, json};

/// Answers that are timed.
const ANSWERS: usize = 500;

/// Papers that are timed, after one that loads the fonts.
const PAPERS: usize = 30;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args_os().skip(1);
    let (Some(folder), Some(fixture)) = (words.next(), words.next()) else {
        return Err("measure FOLDER FIXTURE".into());
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
