//! What the tests of the window's pages answer instead of Rust: real answers of the core about looking back.

use super::checkup::{held, session};
use crate::desk::Desk;
use crate::signing::Pair;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Set, it writes the file instead of holding it against the core.
const WRITE: &str = "FAIRLEAD_WRITE_FIXTURES";

/// Every id that is new in each run, in the order in which it stands there.
fn ids(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            for word in text.split(['/', ' ', '@', '"']) {
                let id = word.len() == 36 && word.matches('-').count() == 4;
                if id && !found.iter().any(|each| each == word) {
                    found.push(word.to_owned());
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| ids(item, found)),
        Value::Object(items) => items.values().for_each(|item| ids(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Daniel and Ruth in June: both have shared, and plan what to do about it.
fn pair() -> Value {
    let mut pair = Pair::signed();
    let id = pair.id.clone();
    let desk = &mut pair.desk;
    desk.set("2026-06-09T10:00:00Z");
    held(desk, &id, "2026-03-11");
    held(desk, &id, "2026-03-25");
    for (on, state) in [
        ("2026-05-06", "cancelled"),
        ("2026-05-20", "missed"),
        ("2026-06-03", "cancelled"),
    ] {
        session(desk, &id, on, state);
    }
    session(desk, &id, "2026-06-17", "confirmed");
    let which = json!({"relationship": id});
    let before = desk.call("checkup.get", which.clone());
    for side in ["mentee", "mentor"] {
        desk.call(
            "checkup.answer",
            json!({"relationship": id, "side": side, "suitability": "fair", "energised": "rarely", "satisfied": "no"}),
        );
        desk.call(
            "checkup.complete",
            json!({"relationship": id, "side": side}),
        );
    }
    desk.call(
        "checkup.obstacles",
        json!({"relationship": id, "obstacles": [{"number": 3}, {"number": 9, "words": "Audit until the end of June."}]}),
    );
    let alone = desk.call("checkup.get", which.clone());
    for side in ["mentee", "mentor"] {
        desk.call("checkup.share", json!({"relationship": id, "side": side}));
    }
    let together = desk.call(
        "checkup.meet",
        json!({"relationship": id, "on": "2026-06-15", "at": "14:00", "tasks": [{"what": "Move the meetings to the morning", "due": "2026-06-22"}]}),
    );
    let points = desk.call("check_point.get", which.clone());
    desk.call("mid_point.trust", json!({"relationship": id, "rating": 4}));
    let mid = desk.call("mid_point.get", which.clone());
    let revisit = desk.call("revisit.get", which);
    json!({"relationship": id, "before": before, "alone": alone, "together": together, "check_points": points,
        "mid_point": mid, "revisit": revisit})
}

/// A mentor's own page.
fn mentor() -> Value {
    let mut desk = Desk::at("2026-06-09T18:00:00Z", "Europe/London");
    let id = desk.relationship("mentor", "Leila Benali", Some("2026-03-02"));
    for (on, share, pitfalls) in [
        ("2026-03-11", 70, json!([1, 4])),
        ("2026-04-08", 50, json!([6])),
    ] {
        desk.call(
            "self_check.save",
            json!({"relationship": id, "on": on, "talkShare": share, "pitfalls": pitfalls}),
        );
    }
    let which = json!({"relationship": id});
    json!({"self_checks": desk.call("self_check.list", which.clone()), "cards": desk.call("mentor.cards", which)})
}

/// Run with `FAIRLEAD_WRITE_FIXTURES=1` after the words or the answers changed.
#[test]
fn the_pages_of_looking_back_are_tested_with_what_the_core_really_answers() {
    let (pair, mentor) = (pair(), mentor());
    let mut named = json!({});
    for part in [pair, mentor] {
        for (key, value) in part.as_object().unwrap() {
            named[key] = value.clone();
        }
    }
    let mut found = Vec::new();
    ids(&named["relationship"], &mut found);
    ids(&named, &mut found);
    let mut text = serde_json::to_string_pretty(&named).unwrap() + "\n";
    for (at, id) in found.iter().enumerate() {
        let name = if at == 0 {
            "ex".to_owned()
        } else {
            format!("id{at}")
        };
        text = text.replace(id, &name);
    }
    let file =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/screens/looking.json");
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == text,
        "tests/fixtures/screens/looking.json is stale: run the test with {WRITE}=1"
    );
}
