//! The living sheet: what is decided by now, in short (R60).

#![expect(
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use serde_json::{Value, json};

/// All that stands on the sheet, one line for each block, row or item.
fn sheet(desk: &mut Desk, relationship: &str) -> String {
    let answer = desk.call("agreement.sheet", json!({"relationship": relationship}));
    let mut text = String::new();
    read(&answer["document"]["blocks"], &mut text);
    text
}

fn read(value: &Value, text: &mut String) {
    match value {
        Value::Array(all) => all.iter().for_each(|each| read(each, text)),
        Value::Object(fields) => {
            for (name, each) in fields {
                match (name.as_str(), each) {
                    ("text" | "label" | "under", Value::String(words)) => {
                        text.push_str(words);
                        text.push('\n');
                    }
                    _ => read(each, text),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn stand(desk: &mut Desk, relationship: &str, section: &str, standing: &str) {
    desk.call(
        "section.stand",
        json!({"relationship": relationship, "section": section, "standing": standing}),
    );
}

#[test]
fn r60_the_sheet_holds_what_is_decided_and_changes_with_the_agreement() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    let empty = sheet(&mut desk, &id);
    assert!(
        empty.contains("As it stands on Wednesday 11 March 2026"),
        "{empty}"
    );
    assert!(
        empty.contains("Nothing has been marked as agreed yet."),
        "{empty}"
    );
    assert!(empty.contains("Not yet talked through\n"), "{empty}");

    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    desk.answer(&id, "template.5.cadence", json!("six_weeks_90"));
    desk.answer(
        &id,
        "template.5.text",
        json!("A long talk about the weeks we cannot."),
    );
    desk.answer(&id, "area.6.text", json!("We stop at law and health."));
    desk.answer(&id, "area.5.silence_weeks", json!(8));
    desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Lead a project", "horizon": "short", "rank": 1}),
    );
    stand(&mut desk, &id, "template.5", "agreed");
    stand(&mut desk, &id, "area.6", "agreed");
    stand(&mut desk, &id, "area.4", "not_for_us");
    let text = sheet(&mut desk, &id);
    for part in [
        "Friday 18 December 2026",
        "Thursday 30 July 2026",
        "Lead a project",
        "Every 6 weeks",
        // No short answer stands in area 6: its words do.
        "We stop at law and health.",
    ] {
        assert!(text.contains(part), "{part} is missing in: {text}");
    }
    assert!(
        !text.contains("A long talk"),
        "prose stays out where short answers say it: {text}"
    );
    let (agreed, rest) = text
        .split_once("Written down, and still being talked about")
        .unwrap();
    assert!(
        agreed.contains("Meeting plan") && !rest.contains("Meeting plan"),
        "{text}"
    );
    // Area 5 has an answer, and nobody agreed on it yet; area 4 was left out.
    let (talking, untouched) = rest.split_once("Not yet talked through").unwrap();
    assert!(
        talking.contains("Timeframe") && untouched.contains("Left out by agreement"),
        "{text}"
    );

    // Whoever changes an agreed section opens it again: it leaves the decided things at once.
    desk.answer(&id, "area.6.text", json!("We stop at law."));
    assert!(!sheet(&mut desk, &id).contains("We stop at law"));
}

#[test]
fn r42_and_b8_the_sheet_holds_no_private_note_and_no_withheld_limit() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    desk.call(
        "note.write",
        json!({"relationship": id, "about": "area.7", "text": "canary-note"}),
    );
    for (field, value) in [
        ("limits", json!(["canary-limit"])),
        ("print", json!("without_details")),
    ] {
        desk.call(
            "answer.set",
            json!({"relationship": id, "field": format!("area.7.{field}"), "side": "mentee", "value": value}),
        );
    }
    stand(&mut desk, &id, "area.7", "agreed");
    let text = sheet(&mut desk, &id);
    assert!(text.contains("Agreed separately"), "{text}");
    assert!(!text.contains("canary"), "{text}");
}

#[test]
fn the_sheet_is_a_paper_that_can_be_saved() {
    use fairlead_core::api::start::PaperSize;
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    for size in [PaperSize::A4, PaperSize::Letter] {
        let file = desk.fairlead.paper("sheet", &id, size).unwrap();
        assert_eq!(file.name, "What we agreed - Priya and Ruth.pdf");
        assert!(file.bytes.starts_with(b"%PDF-"));
    }
}
