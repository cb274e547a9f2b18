//! B8: what is private leaves by no way out. Each private field holds a text that stands nowhere
//! else, and everything that is shown, printed or told is searched for it.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use fairlead_core::api::start::PaperSize;
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::Command;

const PHONE: &str = "+44 7700 900461";
const EMAIL: &str = "canary-7f3a@priya.example";
const PHRASE: &str = "canary phrase of nine ospreys";

/// What is printed, as the reader's eyes and as a program find it.
pub fn printed(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let text = Command::new("pdftotext")
        .arg(file.path())
        .arg("-")
        .output()
        .unwrap();
    let plain = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable"])
        .arg(file.path())
        .arg("-")
        .output()
        .unwrap();
    assert!(text.status.success() && plain.status.success());
    vec![bytes.to_vec(), text.stdout, plain.stdout]
}

pub fn holds(heap: &[u8], needle: &str) -> bool {
    heap.windows(needle.len())
        .any(|part| part == needle.as_bytes())
}

/// Every answer of every question, with its history.
fn histories(desk: &mut Desk, id: &str) -> Vec<Value> {
    let agreement = desk.call("agreement.get", json!({"relationship": id}));
    let mut found = Vec::new();
    for section in agreement["sections"].as_array().unwrap() {
        for field in section["fields"].as_array().unwrap() {
            if matches!(field["kind"].as_str().unwrap(), "goals" | "milestones") {
                continue;
            }
            for answer in field["answers"].as_array().unwrap() {
                let which =
                    json!({"relationship": id, "field": field["field"], "side": answer["side"]});
                found.push(desk.call("answer.history", which));
            }
        }
    }
    found
}

#[test]
fn b8_no_private_text_leaves_by_any_way_out() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    desk.call(
        "profile.save",
        json!({"name": "Priya Raman", "zone": "Europe/London", "phone": PHONE, "email": EMAIL}),
    );
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    desk.answer(&id, "area.12.revisit", json!("m6"));
    desk.answer(&id, "template.1.text", json!("canary-shared"));
    let sections: Vec<String> = desk.call("agreement.get", json!({"relationship": id}))["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["section"].as_str().unwrap().to_owned())
        .chain(["relationship".to_owned()])
        .collect();
    let mut private = vec![PHRASE.to_owned()];
    for (at, about) in sections.iter().enumerate() {
        let note = format!("canary-note-{at}-x");
        desk.call(
            "note.write",
            json!({"relationship": id, "about": about, "text": note}),
        );
        private.push(note);
    }
    let code = desk.call("recovery.show", json!({}))["code"].clone();
    private.push(code.as_str().unwrap().to_owned());
    desk.call("passphrase.set", json!({"passPhrase": PHRASE}));
    desk.call(
        "settings.save",
        json!({"quietFrom": "20:17", "quietUntil": "06:23", "namesInNotifications": true}),
    );
    private.extend(["20:17".to_owned(), "06:23".to_owned()]);

    // Contact details are for the other person and for no paper or notification of this kind.
    let mut ways: Vec<(String, Vec<u8>)> = Vec::new();
    let pdf = desk
        .fairlead
        .paper("agreement", &id, PaperSize::A4)
        .unwrap();
    assert!(!pdf.name.contains("canary"));
    for (at, bytes) in printed(&pdf.bytes).into_iter().enumerate() {
        ways.push((format!("the PDF, {at}"), bytes));
    }
    assert!(
        ways.iter().any(|(_, bytes)| holds(bytes, "canary-shared")),
        "the search finds what is shared"
    );
    let due = desk.fairlead.due("2028-01-01T00:00:00Z").unwrap();
    assert!(!due.is_empty());
    ways.push(("due".to_owned(), serde_json::to_vec(&due).unwrap()));
    desk.set("2026-08-28T08:00:00Z");
    let toasts = desk.fairlead.tick().unwrap();
    assert_eq!(toasts.len(), 1);
    ways.push(("a toast".to_owned(), format!("{toasts:?}").into_bytes()));
    let document = desk.call("agreement.document", json!({"relationship": id}));
    ways.push(("the document".to_owned(), document.to_string().into_bytes()));
    for (_, bytes) in &ways {
        assert!(!holds(bytes, PHONE) && !holds(bytes, EMAIL));
    }
    for name in [
        "today.get",
        "reminder.list",
        "relationship.list",
        "person.list",
        "backup.list",
        "data.where",
    ] {
        let answer = desk.call(name, json!({}));
        ways.push((name.to_owned(), answer.to_string().into_bytes()));
    }
    for name in ["since.get", "undo.state", "relationship.get"] {
        let answer = desk.call(name, json!({"relationship": id}));
        ways.push((name.to_owned(), answer.to_string().into_bytes()));
    }
    for history in histories(&mut desk, &id) {
        ways.push(("a history".to_owned(), history.to_string().into_bytes()));
    }
    // What goes wrong does not repeat what was typed.
    let refused = desk.refuse("passphrase.remove", json!({"passPhrase": "canary-wrong"}));
    ways.push(("a refusal".to_owned(), format!("{refused:?}").into_bytes()));
    private.push("canary-wrong".to_owned());
    let refused = desk.refuse("recovery.confirm", json!({"code": "canary-code"}));
    ways.push(("a refusal".to_owned(), format!("{refused:?}").into_bytes()));
    private.push("canary-code".to_owned());

    for (way, bytes) in &ways {
        for text in &private {
            assert!(!holds(bytes, text), "{way} tells {text}");
        }
    }
}
