//! Headings of their own (R53), where milestones come from (R67), and what never reaches a paper (B8).

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use crate::papers::pdf;
use fairlead_core::api::start::PaperSize;
use serde_json::{Value, json};

fn titles(headings: &Value) -> Vec<&str> {
    headings["headings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|heading| heading["title"].as_str().unwrap())
        .collect()
}

fn paper(desk: &mut Desk, relationship: &str) -> String {
    desk.call("agreement.document", json!({"relationship": relationship}))
        .to_string()
}

#[test]
fn r53_headings_are_added_renamed_moved_left_out_and_printed() {
    let mut desk = Desk::at("2026-03-24T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    let mut add = |title: &str| {
        desk.call(
            "heading.add",
            json!({"relationship": id, "title": title, "text": "As we said."}),
        )["id"]
            .clone()
    };
    let season = add("Conference season");
    add("Publications");
    let moved = desk.call(
        "heading.move",
        json!({"relationship": id, "heading": season, "position": 2}),
    );
    assert_eq!(titles(&moved), ["Publications", "Conference season"]);
    let changed = desk.call(
        "heading.change",
        json!({"relationship": id, "heading": season, "title": "Conferences", "standing": "agreed"}),
    );
    assert_eq!(changed["headings"][1]["standing"], "agreed");
    assert!(paper(&mut desk, &id).contains("Conferences"));
    // New words open it again; the same words do not.
    let same = desk.call(
        "heading.change",
        json!({"relationship": id, "heading": season, "text": "As we said."}),
    );
    assert_eq!(same["headings"][1]["standing"], "agreed");
    let reworded = desk.call(
        "heading.change",
        json!({"relationship": id, "heading": season, "text": "Not in June."}),
    );
    assert_eq!(reworded["headings"][1]["standing"], "open");
    desk.call(
        "heading.change",
        json!({"relationship": id, "heading": season, "standing": "not_for_us"}),
    );
    let left_out = paper(&mut desk, &id);
    assert!(left_out.contains("Conferences") && !left_out.contains("Not in June."));
    desk.call(
        "heading.remove",
        json!({"relationship": id, "heading": season}),
    );
    assert!(!paper(&mut desk, &id).contains("Conferences"));
    desk.call("undo.back", json!({"relationship": id}));
    assert!(paper(&mut desk, &id).contains("Conferences"));
    desk.restart();
    let view = desk.call("agreement.get", json!({"relationship": id}));
    assert_eq!(titles(&view), ["Publications", "Conferences"]);
}

#[test]
fn a_heading_without_words_or_one_too_many_is_refused() {
    let mut desk = Desk::at("2026-03-24T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    let refused = desk.refuse("heading.add", json!({"relationship": id, "title": "  "}));
    assert_eq!(refused.field.as_deref(), Some("title"));
    let refused = desk.refuse(
        "heading.change",
        json!({"relationship": id, "heading": "none", "title": "x"}),
    );
    assert_eq!(refused.code, "not_found");
    for number in 0..40 {
        desk.call(
            "heading.add",
            json!({"relationship": id, "title": format!("Heading {number}")}),
        );
    }
    let refused = desk.refuse(
        "heading.add",
        json!({"relationship": id, "title": "One more"}),
    );
    assert_eq!(refused.code, "too_many");
}

#[test]
fn r67_a_milestone_says_where_it_comes_from() {
    let mut desk = Desk::at("2026-03-24T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    let made = desk.call(
        "milestone.add",
        json!({"relationship": id, "name": "October planning round", "on": "2026-10-05", "source": "Planning calendar"}),
    );
    assert_eq!(made["milestones"][0]["source"], "Planning calendar");
    assert!(paper(&mut desk, &id).contains("Planning calendar"));
    let changed = desk.call(
        "milestone.change",
        json!({"relationship": id, "milestone": made["id"], "source": ""}),
    );
    assert_eq!(changed["milestones"][0]["source"], "");
    assert!(!paper(&mut desk, &id).contains("Planning calendar"));
}

#[test]
fn b8_private_notes_and_addresses_reach_no_paper() {
    let mut desk = Desk::at("2026-03-24T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    desk.call(
        "profile.save",
        json!({"name": "Priya Raman", "zone": "Europe/London", "roles": ["mentee"], "phone": "+44 canary-phone"}),
    );
    for about in ["relationship", "template.1", "area.7", "clause.no_fault"] {
        desk.call(
            "note.write",
            json!({"relationship": id, "about": about, "text": format!("canary-{about}")}),
        );
    }
    assert!(!paper(&mut desk, &id).contains("canary"));
    let bytes = desk
        .fairlead
        .paper("agreement", &id, PaperSize::A4)
        .unwrap()
        .bytes;
    assert!(!pdf::text(&bytes).contains("canary"));
    let attached = pdf::attached(&bytes);
    assert!(attached.contains("Ruth Kessler") && !attached.contains("canary"));
}

#[test]
fn r53_r60_the_text_under_a_heading_keeps_its_history_and_an_older_one_comes_back() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    let made = desk.call(
        "heading.add",
        json!({"relationship": id, "title": "Conference season", "text": "No meetings in May."}),
    );
    let heading = made["id"].clone();
    desk.set("2026-03-12T10:00:00Z");
    desk.call(
        "heading.change",
        json!({"relationship": id, "heading": heading, "text": ""}),
    );
    let history = desk.call(
        "heading.history",
        json!({"relationship": id, "heading": heading}),
    );
    let entries = history["entries"].as_array().unwrap().clone();
    assert_eq!(
        (
            entries[0]["text"].as_str(),
            entries[1]["text"].as_str(),
            entries.len()
        ),
        (Some(""), Some("No meetings in May."), 2)
    );
    assert_eq!(entries[1]["author"], "Priya Raman");
    let restored = desk.call(
        "heading.restore",
        json!({"relationship": id, "edit": entries[1]["edit"]}),
    );
    assert_eq!(restored["headings"][0]["text"], "No meetings in May.");
    // An edit of something else is no wording of a heading.
    desk.answer(&id, "template.5.place", json!("Canteen B"));
    let other = desk.call(
        "answer.history",
        json!({"relationship": id, "field": "template.5.place"}),
    )["entries"][0]["edit"]
        .clone();
    let refused = desk.refuse(
        "heading.restore",
        json!({"relationship": id, "edit": other}),
    );
    assert_eq!(refused.code, "not_found");
}
