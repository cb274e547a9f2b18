//! Files that somebody adds (R133, R134, R151): private until ticked, limited, and gone when they are removed.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

const CV: &[u8] = b"%PDF-1.7\ncanary-cv\nstartxref\n9\n%%EOF\n";

fn amara() -> (Desk, String) {
    let mut desk = Desk::at("2026-02-20T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Helen Marsh", Some("2026-02-18"));
    (desk, id)
}

fn add(desk: &mut Desk, id: &str, name: &str, bytes: &[u8], more: Value) -> Value {
    desk.call("attachment.add", request(id, name, bytes, more))
}

fn request(id: &str, name: &str, bytes: &[u8], more: Value) -> Value {
    let mut request = more;
    request["relationship"] = json!(id);
    request["name"] = json!(name);
    request["base64"] = json!(STANDARD.encode(bytes));
    request
}

fn checklist(desk: &mut Desk, id: &str) -> String {
    let view = desk.call("first.get", json!({"relationship": id}));
    view["checklist"].as_str().unwrap().to_owned()
}

#[test]
fn r134_a_file_shows_its_size_and_goes_over_only_when_it_is_ticked() {
    let (mut desk, id) = amara();
    let added = add(&mut desk, &id, "CV Amara.pdf", CV, json!({}));
    let file = &added["attachments"][0];
    assert_eq!(
        (
            &file["name"],
            &file["words"],
            &file["owner"],
            &file["shared"],
            &file["kind"]
        ),
        (
            &json!("CV Amara.pdf"),
            &json!("PDF, 37 bytes"),
            &json!("Priya Raman"),
            &json!(false),
            &json!("profile")
        )
    );
    assert_eq!(added["id"], file["id"]);
    assert_eq!(checklist(&mut desk, &id), "0 of 3");
    let shared = desk.call(
        "attachment.share",
        json!({"relationship": id, "attachment": file["id"]}),
    );
    assert_eq!(shared["attachments"][0]["shared"], true);
    assert_eq!(checklist(&mut desk, &id), "1 of 3");
    desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Lead a case conference", "horizon": "short"}),
    );
    assert_eq!(
        checklist(&mut desk, &id),
        "2 of 3",
        "R133: the plan, whatever its stage"
    );
    let back = desk.call(
        "attachment.share",
        json!({"relationship": id, "attachment": file["id"], "share": false}),
    );
    assert_eq!(back["attachments"][0]["shared"], false);
    assert_eq!(checklist(&mut desk, &id), "1 of 3");
    // Undo leads back by name, and the file is the same.
    let undone = desk.call("undo.back", json!({"relationship": id}));
    assert!(undone.to_string().contains("CV Amara.pdf"), "{undone}");
    let opened = desk.call(
        "attachment.open",
        json!({"relationship": id, "attachment": file["id"]}),
    );
    assert_eq!(opened["base64"], STANDARD.encode(CV));
    assert_eq!(opened["mediaType"], "application/pdf");
}

#[test]
fn r134_what_is_not_ticked_stands_in_no_edit() {
    let (mut desk, id) = amara();
    add(&mut desk, &id, "canary-name.pdf", CV, json!({}));
    let seen = desk.picture(&id);
    assert!(!seen.contains("canary-name"));
    let undo = desk.call("undo.state", json!({"relationship": id}));
    assert!(!undo.to_string().contains("canary-name"), "{undo}");
}

#[test]
fn r134_a_file_is_taken_up_to_ten_megabytes_and_refused_in_three_parts() {
    let (mut desk, id) = amara();
    let mut large = b"%PDF-".to_vec();
    large.resize(10_000_000, b' ');
    let added = add(&mut desk, &id, "Large.pdf", &large, json!({"share": true}));
    assert_eq!(added["attachments"][0]["words"], "PDF, 10.0 MB");
    large.push(b' ');
    for (name, bytes, code) in [
        ("Larger.pdf", large.as_slice(), "file_too_large"),
        ("Nothing.pdf", b"", "empty"),
        ("Program.pdf", b"MZ\x90\x00\x03", "file_unknown"),
        ("Script.txt", b"#!/bin/sh\nrm -rf ~\n", "file_unknown"),
    ] {
        let refused = desk.refuse("attachment.add", request(&id, name, bytes, json!({})));
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            (code, Some("base64")),
            "{name}"
        );
        assert_eq!(
            refused.message.matches(". ").count(),
            2,
            "{}",
            refused.message
        );
        assert!(refused.message.contains("Nothing was added"));
    }
    let refused = desk.refuse("attachment.add", request(&id, " ", CV, json!({})));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("empty", Some("name"))
    );
    let list = desk.call("attachment.list", json!({"relationship": id}));
    assert_eq!(list["attachments"].as_array().unwrap().len(), 1);
}

#[test]
fn a_removed_file_is_gone_and_no_undo_brings_back_its_name_alone() {
    let (mut desk, id) = amara();
    let file = add(&mut desk, &id, "CV.pdf", CV, json!({"share": true}))["id"].clone();
    let left = desk.call(
        "attachment.remove",
        json!({"relationship": id, "attachment": file}),
    );
    assert_eq!(left["attachments"], json!([]));
    let undo = desk.call("undo.state", json!({"relationship": id}));
    assert!(!undo.to_string().contains("CV.pdf"), "{undo}");
    for call in ["attachment.open", "attachment.remove", "attachment.share"] {
        let refused = desk.refuse(call, json!({"relationship": id, "attachment": file}));
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("not_found", Some("attachment")),
            "{call}"
        );
    }
    desk.fairlead.check().unwrap();
}

#[test]
fn r151_a_file_belongs_to_a_request_for_help_that_is_there() {
    let (mut desk, id) = amara();
    let asked = desk.call(
        "help.ask",
        json!({"relationship": id, "what": "Look over my application"}),
    );
    let added = add(
        &mut desk,
        &id,
        "Application.docx",
        b"PK\x03\x04rest",
        json!({"kind": "help", "about": asked["id"]}),
    );
    assert_eq!(added["attachments"][0]["about"], asked["id"]);
    assert_eq!(added["attachments"][0]["words"], "Word document, 8 bytes");
    for about in [json!("gone"), Value::Null] {
        let refused = desk.refuse(
            "attachment.add",
            request(
                &id,
                "Other.pdf",
                CV,
                json!({"kind": "help", "about": about}),
            ),
        );
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("not_found", Some("about"))
        );
    }
}

#[test]
fn r127_files_of_a_closed_relationship_are_read_and_not_changed() {
    let (mut desk, id) = amara();
    let file = add(&mut desk, &id, "CV.pdf", CV, json!({}))["id"].clone();
    desk.call("closing.close", json!({"relationship": id}));
    let which = json!({"relationship": id, "attachment": file});
    assert_eq!(
        desk.refuse("attachment.share", which.clone()).code,
        "closed"
    );
    assert_eq!(
        desk.refuse("attachment.remove", which.clone()).code,
        "closed"
    );
    let refused = desk.refuse("attachment.add", request(&id, "New.pdf", CV, json!({})));
    assert_eq!(refused.code, "closed");
    assert_eq!(desk.call("attachment.open", which)["name"], "CV.pdf");
}
