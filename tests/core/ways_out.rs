//! B8: private text of the work together stands in no paper, no calendar file and no message.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use crate::privacy::{holds, printed};
use fairlead_core::api::start::PaperSize;
use serde_json::{Value, json};

const PRIVATE: [&str; 6] = [
    "canary-session",
    "canary-feedback",
    "canary-moment",
    "canary-behaviour",
    "canary-note",
    "canary-checkup",
];

/// The example, with a text in every private place; the relationship and its session that was held last.
fn desk() -> (Desk, String, String) {
    let mut desk = Desk::at("2026-11-21T10:32:00Z", "Europe/London");
    let id = desk.call("example.add", json!({}))["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let sessions = desk.call("session.list", json!({"relationship": id}));
    let session = sessions["sessions"][1]["id"].as_str().unwrap().to_owned();
    let next = sessions["sessions"][2]["id"].clone();
    let mut write = |name: &str, mut with: Value| {
        with["relationship"] = json!(id);
        desk.call(name, with);
    };
    write(
        "session.note.private",
        json!({"session": session, "text": "canary-session"}),
    );
    write(
        "session.feedback.write",
        json!({"session": next, "takeAway": "canary-feedback"}),
    );
    write("journal.add", json!({"text": "canary-moment"}));
    write("behaviour.add", json!({"text": "canary-behaviour"}));
    write(
        "note.write",
        json!({"about": "relationship", "text": "canary-note"}),
    );
    write(
        "checkup.answer",
        json!({"cancelled": "yes", "cancelledReason": "canary-checkup"}),
    );
    write(
        "supervisor.change",
        json!({"name": "Grace", "agreed": true}),
    );
    write(
        "programme.event.add",
        json!({"name": "Summer meeting", "on": "2027-06-10"}),
    );
    // What both may see, so that the search is known to find things.
    write(
        "session.note.add",
        json!({"session": session, "text": "canary-shared"}),
    );
    (desk, id, session)
}

fn hold_nothing_private(ways: &[(String, Vec<u8>)]) {
    for (way, bytes) in ways {
        for text in PRIVATE {
            assert!(!holds(bytes, text), "{way} tells {text}");
        }
    }
}

#[test]
fn b8_private_text_stands_in_no_paper() {
    let (mut desk, id, session) = desk();
    let mut ways = Vec::new();
    for kind in [
        "agreement",
        "sheet",
        "contact_plan",
        "action_plan",
        "supervisor_brief",
        "closing_record",
    ] {
        let paper = desk.fairlead.paper(kind, &id, PaperSize::A4).unwrap();
        for bytes in printed(&paper.bytes) {
            ways.push((kind.to_owned(), bytes));
        }
    }
    let summary = desk
        .fairlead
        .session_summary(&id, Some(&session), PaperSize::A4)
        .unwrap();
    for bytes in printed(&summary.bytes) {
        ways.push(("session_summary".to_owned(), bytes));
    }
    assert!(ways.iter().any(|(_, bytes)| holds(bytes, "canary-shared")));
    hold_nothing_private(&ways);
}

#[test]
fn b8_private_text_stands_in_no_calendar_file_and_no_message() {
    let (mut desk, id, session) = desk();
    let next = desk.call("session.list", json!({"relationship": id}))["next"].clone();
    let mut ways = Vec::new();
    let mut ask = |name: &str, mut with: Value| {
        with["relationship"] = json!(id);
        let answer = desk.call(name, with);
        ways.push((name.to_owned(), answer.to_string().into_bytes()));
        answer
    };
    ask("calendar.sessions", json!({}));
    ask("calendar.sessions", json!({"session": session}));
    ask("calendar.events", json!({}));
    ask("session.summary.get", json!({"session": session}));
    ask("contact.list", json!({}));
    ask("contact.all_fine.try", json!({"count": 2, "unit": "weeks"}));
    ask("help.ask", json!({"what": "Read my brief"}));
    let task = ask("task.list", json!({}))["open"][0]["id"].clone();
    ask(
        "task.cant_make_it",
        json!({"task": task, "due": "2027-01-15"}),
    );
    ask("supervisor.get", json!({}));
    ask("ending.get", json!({}));
    // The page of a session shows its owner what they noted; the message in it must not.
    let sent = ask("session.agenda.send", json!({"session": next}));
    ways.pop();
    ways.push((
        "the message with the agenda".to_owned(),
        sent["message"].to_string().into_bytes(),
    ));
    assert!(ways.iter().any(|(_, bytes)| holds(bytes, "canary-shared")));
    hold_nothing_private(&ways);
}
