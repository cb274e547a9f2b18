//! The main job, step by step: J1's beginning, and J4's agreement from the fixture to the paper.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::program::Folder;
use serde_json::{Value, json};
use std::process::Command;

#[test]
fn j1_no_clock_runs_before_the_connection_email() {
    let mut folder = Folder::at("2026-02-28T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Priya Raman", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Tomasz Lewandowski"}, "connection": {"state": "waiting"},
            "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}}),
        json!({"call": "relationship.get", "with": {"relationship": "$r.id"}}),
    ]);
    let lines = said.lines();
    let id = lines[1]["output"]["id"].clone();
    let view = &lines[2]["output"];
    assert_eq!(view["connection"], "waiting");
    assert!(
        view["status"]
            .as_str()
            .unwrap()
            .contains("Nothing to do until")
    );
    let due = folder.run(&["due", "--until", "2028-03-02T10:00:00Z"]);
    assert_eq!((due.status, due.out.as_str()), (Some(0), ""));
    folder.set("2026-03-02T09:00:00Z");
    let view = folder.call(
        "relationship.connected",
        &json!({"relationship": id, "on": "2026-03-02"}),
    );
    assert_eq!(view["connectedOn"]["words"], "Monday 2 March 2026");
    assert_eq!(view["title"], "Priya Raman and Tomasz Lewandowski");
    assert!(
        folder
            .run(&["due", "--until", "2028-03-02T10:00:00Z"])
            .status
            == Some(0)
    );
}

/// The calls that give one answer of the fixture.
fn lines_of(given: &Value) -> Vec<Value> {
    let field = given["field"].as_str().unwrap();
    let each = |call: &str, keys: &[&str]| -> Vec<Value> {
        given["value"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| {
                let mut with = json!({"relationship": "$r.id"});
                for key in keys {
                    with[*key] = item[*key].clone();
                }
                json!({"call": call, "with": with})
            })
            .collect()
    };
    match field {
        "template.3.goals" => each("goal.add", &["title", "measure", "horizon", "rank"]),
        "template.4.milestones" => each("milestone.add", &["name", "on"]),
        _ => {
            let mut with =
                json!({"relationship": "$r.id", "field": field, "value": given["value"]});
            if !given["side"].is_null() {
                with["side"] = given["side"].clone();
            }
            vec![json!({"call": "answer.set", "with": with})]
        }
    }
}

/// Every text a person wrote.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => {
            for key in ["title", "measure", "name"] {
                if let Some(field) = fields.get(key) {
                    texts(field, found);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Letters and digits. The order of Arabic inside English is a reader's guess: the press's own
/// tests look at it.
fn words(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() && !('\u{600}'..='\u{6ff}').contains(c))
        .collect()
}

#[test]
fn j4_an_agreement_is_set_up_step_by_step_and_printed_with_every_answer() {
    let fixture: Vec<Value> =
        serde_json::from_str(include_str!("../fixtures/agreement.json")).unwrap();
    let folder = Folder::new();
    let mut lines = vec![
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Ruth Kessler", "zone": "America/Toronto", "place": "Toronto"},
            "connection": {"state": "connected", "on": "2026-03-09"}}}),
    ];
    lines.extend(fixture.iter().flat_map(lines_of));
    lines.push(
        json!({"call": "agreement.get", "with": {"relationship": "$r.id"}, "as": "agreement"}),
    );
    let said = folder.batch(&lines);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    assert_eq!(answers.len(), lines.len());
    let id = answers[1]["output"]["id"].as_str().unwrap();
    let agreement = &answers.last().unwrap()["output"];
    assert_eq!(
        agreement["midPoint"]["words"], "Thursday 30 July 2026",
        "R68"
    );
    assert_eq!(agreement["missing"], json!([]));

    let out = folder.file("agreement.pdf");
    folder
        .run_to(
            &["papers", "agreement", "--relationship", id, "--out"],
            &out,
        )
        .value();
    let read = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(&out)
        .arg("-")
        .output()
        .unwrap();
    assert!(read.status.success());
    let page_text = String::from_utf8(read.stdout).unwrap();
    assert!(page_text.contains("Thursday 30 July 2026"));
    let printed = words(&page_text);
    let mut missing = Vec::new();
    for given in &fixture {
        let field = given["field"].as_str().unwrap();
        let mut written = Vec::new();
        texts(&given["value"], &mut written);
        for text in written {
            // Keys of options and dates are printed in words; whole sentences as they are. A sentence
            // may go over the end of a page, where header and footer stand between its words.
            let whole = text.contains(' ');
            let there = text
                .split([' ', '\n'])
                .all(|word| printed.contains(&words(word)));
            if whole && !there {
                missing.push(format!("{field}: {text}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}
