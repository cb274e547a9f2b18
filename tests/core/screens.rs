//! What the tests of the window's screens answer instead of Rust: real answers about the example.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Set, it writes the files instead of holding them against the core.
const WRITE: &str = "FAIRLEAD_WRITE_FIXTURES";

/// Gives every id that is new in each run a name of its own, in the order in which it stands there.
fn name_ids(text: &str, ids: &[(String, String)]) -> String {
    ids.iter()
        .fold(text.to_owned(), |text, (id, name)| text.replace(id, name))
}

fn ids(relationship: &str, agreement: &Value) -> Vec<(String, String)> {
    let listed = |key: &str, name: &str| {
        agreement[key]
            .as_array()
            .unwrap()
            .iter()
            .zip(1..)
            .map(|(row, at)| {
                (
                    row["id"].as_str().unwrap().to_owned(),
                    format!("{name}{at}"),
                )
            })
            .collect::<Vec<_>>()
    };
    let mut ids = vec![(relationship.to_owned(), "ex".to_owned())];
    ids.extend(listed("goals", "goal"));
    ids.extend(listed("milestones", "milestone"));
    ids.extend(listed("headings", "heading"));
    ids.extend(listed("permissions", "permission"));
    ids
}

/// Suggestions of both, open ones beside those of the example, and the ids of all of them.
fn talk(desk: &mut Desk, id: &str, agreement: &Value) -> Vec<(String, String)> {
    let answer = |field: &str| json!({"kind": "answer", "field": field});
    let heading = agreement["headings"][0]["id"].clone();
    for (place, side, value, comment) in [
        (
            answer("template.5.text"),
            "mentor",
            json!(
                "The person who cancels proposes two new times within two working days. If neither works, we talk by video for fifteen minutes in the same week.\n\nThe whole series is in both diaries until the end. Leila puts it there, and moves it if the ferry changes its timetable."
            ),
            "I would rather not lose the hour.",
        ),
        (answer("area.13.rhythm"), "mentee", json!("quarterly"), ""),
        (
            json!({"kind": "heading", "heading": heading}),
            "mentor",
            json!("Nothing in the two weeks before a conference."),
            "",
        ),
    ] {
        desk.call(
            "suggestion.make",
            json!({"relationship": id, "place": place, "side": side, "value": value, "comment": comment}),
        );
    }
    let list = desk.call("suggestion.list", json!({"relationship": id}));
    let first = list["open"][0]["id"].clone();
    desk.call(
        "suggestion.comment",
        json!({"relationship": id, "suggestion": first, "side": "mentee", "text": "A call is fine, if it has a camera."}),
    );
    let suggestions = ["open", "decided"]
        .iter()
        .flat_map(|part| list[part].as_array().unwrap().clone());
    let lines = desk.call("expectation.get", json!({"relationship": id}));
    let lines = lines["lines"].as_array().unwrap().clone();
    let named = |rows: Vec<Value>, name: &'static str| {
        rows.into_iter()
            .zip(1..)
            .map(move |(row, at)| {
                (
                    row["id"].as_str().unwrap().to_owned(),
                    format!("{name}{at}"),
                )
            })
            .collect::<Vec<_>>()
    };
    [
        named(suggestions.collect(), "suggestion"),
        named(lines, "line"),
    ]
    .concat()
}

/// The fingerprint of a draft follows the random ids of what stands in it: it gets a name too.
fn fingerprints(value: &Value, ids: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => {
            let pieces =
                |apart: &str| -> Vec<String> { text.split(apart).map(str::to_owned).collect() };
            let groups = pieces(" ");
            let digits = |group: &String| {
                group.len() == 8 && group.bytes().all(|byte| byte.is_ascii_hexdigit())
            };
            let words = pieces(" - ");
            let word = |word: &String| {
                (4..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
            };
            if groups.len() > 1 && groups.iter().all(digits) {
                ids.push((text.clone(), vec!["0a1b2c3d"; groups.len()].join(" ")));
            } else if words.len() == 4 && words.iter().all(word) {
                ids.push((text.clone(), "river - lemon - copper - anchor".to_owned()));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fingerprints(item, ids)),
        Value::Object(items) => items.values().for_each(|item| fingerprints(item, ids)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Run with `FAIRLEAD_WRITE_FIXTURES=1` after the form or the example changed.
#[test]
fn the_screens_are_tested_with_what_the_core_really_answers() {
    let mut desk = Desk::at("2026-11-21T10:32:00Z", "Europe/London");
    let relationship = desk.call("example.add", json!({}))["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let which = json!({ "relationship": relationship });
    let agreement = desk.call("agreement.get", which.clone());
    let ids = ids(&relationship, &agreement);
    let made = desk.call(
        "template.copy",
        json!({"template": "fairlead", "name": "Spring cohort"}),
    );
    let template = made["template"]["id"].as_str().unwrap().to_owned();
    let of = |section: &str| json!({"template": template, "section": section});
    desk.call(
        "template.change",
        json!({"template": template, "programme": "Northbridge Mentoring"}),
    );
    for (section, field, value) in [
        ("area.4", "title", json!("Time and place")),
        ("area.4", "asked", json!(true)),
        ("area.6", "hidden", json!(true)),
    ] {
        let mut request = of(section);
        request[field] = value;
        desk.call("template.section.change", request);
    }
    let own = desk.call(
        "template.section.add",
        json!({"template": template, "title": "Conference season", "guidance": "Which months are full?", "asked": true, "position": 3}),
    );
    let exported = desk.call("template.export", json!({"template": template}));
    let mut ids = ids;
    ids.push((
        own["added"].as_str().unwrap().to_owned(),
        "own.season".to_owned(),
    ));
    ids.push((template.clone(), "spring".to_owned()));
    let talk = talk(&mut desk, &relationship, &agreement);
    ids.extend(talk);
    let seen = desk.call("relationship.get", which.clone());
    let next = seen["nextSession"]["id"].as_str().unwrap().to_owned();
    ids.push((next, "session3".to_owned()));
    let document = desk.call("agreement.document", which.clone());
    fingerprints(&document, &mut ids);
    let mut elsewhere = Desk::at("2026-11-21T10:32:00Z", "Europe/London");
    let answers = [
        ("templates", desk.call("template.list", json!({}))),
        (
            "template",
            desk.call("template.get", json!({"template": template})),
        ),
        (
            "template_preview",
            elsewhere.call("template.preview", json!({"text": exported["text"]})),
        ),
        ("relationship", seen),
        ("document", document),
        ("sheet", desk.call("agreement.sheet", which.clone())),
        (
            "history",
            desk.call(
                "answer.history",
                json!({"relationship": relationship, "field": "template.5.text"}),
            ),
        ),
        ("agreement", agreement),
        ("suggestions", desk.call("suggestion.list", which.clone())),
        ("expectations", desk.call("expectation.get", which)),
    ];
    for (name, answer) in answers {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join(format!("../../tests/fixtures/screens/{name}.json"));
        let now = name_ids(&serde_json::to_string_pretty(&answer).unwrap(), &ids) + "\n";
        if std::env::var_os(WRITE).is_some() {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, &now).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            kept == now,
            "tests/fixtures/screens/{name}.json is stale: run the test with {WRITE}=1"
        );
    }
}
