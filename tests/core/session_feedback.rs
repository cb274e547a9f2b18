//! After a session: four answers each, unseen until both have sent theirs (R49), feedback and what is answered to
//! it (R75, R76), and what of a session goes to whom.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::meeting::Pair;
use fairlead_core::api::start::PaperSize;
use serde_json::{Value, json};
use std::io::Write as _;
use std::process::Command;

fn printed(bytes: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let text = Command::new("pdftotext")
        .args(["-layout"])
        .arg(file.path())
        .arg("-")
        .output()
        .unwrap();
    assert!(text.status.success());
    String::from_utf8(text.stdout).unwrap()
}

fn stages(page: &Value) -> [String; 2] {
    [0, 1].map(|at| {
        page["feedback"]["people"][at]["stage"]
            .as_str()
            .unwrap()
            .to_owned()
    })
}

#[test]
fn r49_nobody_reads_the_others_answers_before_sending_their_own() {
    let mut pair = Pair::new();
    let page = pair.page(0);
    let questions: Vec<_> = page["feedback"]["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| question["words"].as_str().unwrap())
        .collect();
    assert_eq!(
        questions,
        [
            "What do you take away from this session?",
            "What should Ruth keep doing?",
            "What should Ruth do less of?",
            "What could Priya do differently?"
        ]
    );
    pair.call(
        "session.feedback.write",
        0,
        json!({"side": "mentor", "differently": "canary mentor draft"}),
    );
    let read = pair.call("session.feedback.read", 0, json!({"side": "mentor"}));
    assert_eq!(read["differently"], "canary mentor draft");
    let page = pair.call(
        "session.feedback.send",
        0,
        json!({"side": "mentor", "keep": "canary mentor keep"}),
    );
    assert_eq!(stages(&page), ["nothing", "finished"]);
    for (name, answer) in [
        ("page", page.to_string()),
        ("again", pair.page(0).to_string()),
    ] {
        assert!(!answer.contains("canary"), "{name}");
    }
    assert_eq!(
        pair.refuse("session.feedback.read", 0, json!({"side": "mentor"})),
        "finished"
    );
    assert_eq!(
        pair.refuse(
            "session.feedback.write",
            0,
            json!({"side": "mentor", "less": "x"})
        ),
        "finished"
    );
    let id = pair.id.clone();
    let since = pair.desk.call("since.get", json!({"relationship": id}));
    assert!(!since.to_string().contains("canary"));
    assert_eq!(
        pair.refuse("session.feedback.send", 0, json!({"side": "mentee"})),
        "empty"
    );
    let both = pair.call(
        "session.feedback.send",
        0,
        json!({"takeAway": "Drop the dashboard"}),
    );
    let people = &both["feedback"]["people"];
    assert_eq!(people[0]["answers"]["takeAway"], "Drop the dashboard");
    assert_eq!(
        people[1]["answers"]["differently"], "canary mentor draft",
        "written before it was sent"
    );
    assert_eq!(people[1]["answers"]["keep"], "canary mentor keep");
    let back = pair.desk.call("undo.back", json!({"relationship": id}));
    assert_ne!(
        back["done"], "showing the feedback on the session on Wednesday 6 May 2026",
        "what was read cannot be unread"
    );
    assert_eq!(
        pair.page(0)["feedback"]["people"][1]["answers"]["keep"],
        "canary mentor keep"
    );
    assert!(pair.desk.fairlead.check().is_ok());
}

#[test]
fn b2_the_owner_can_show_what_they_sent_without_waiting_and_nobody_elses() {
    let mut pair = Pair::new();
    assert_eq!(pair.refuse("session.feedback.show", 0, json!({})), "empty");
    let sent = pair.call(
        "session.feedback.send",
        0,
        json!({"takeAway": "Say no once"}),
    );
    assert_eq!(sent["feedback"]["people"][0]["answers"], json!(null));
    assert_eq!(
        pair.refuse("session.feedback.show", 0, json!({"side": "mentor"})),
        "not_yours"
    );
    let shown = pair.call("session.feedback.show", 0, json!({}));
    assert_eq!(
        shown["feedback"]["people"][0]["answers"]["takeAway"],
        "Say no once"
    );
    let later = pair.call(
        "session.feedback.send",
        0,
        json!({"side": "mentor", "takeAway": "Listen"}),
    );
    assert_eq!(
        later["feedback"]["people"][1]["answers"]["takeAway"],
        "Listen"
    );
}

#[test]
fn r48_the_questions_are_asked_in_the_agreed_rhythm() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    assert_eq!(
        pair.page(0)["feedback"]["due"],
        true,
        "each session, by default"
    );
    pair.desk.answer(&id, "area.13.rhythm", json!("quarterly"));
    for side in ["mentee", "mentor"] {
        pair.call(
            "session.feedback.send",
            0,
            json!({"side": side, "keep": "Asking"}),
        );
    }
    assert_eq!(pair.page(0)["feedback"]["due"], true);
    assert_eq!(pair.page(1)["feedback"]["due"], false, "six weeks later");
    let quiet = pair.page(1);
    let after = quiet["checklists"][2]["steps"].to_string();
    assert!(!after.contains("\"feedback\""), "{after}");
}

#[test]
fn r75_r76_r77_feedback_has_a_tag_and_can_be_seen_differently_without_judgement() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    let given = pair.desk.call(
        "feedback.add",
        json!({"relationship": id, "session": pair.sessions[0], "side": "mentor", "text": "Name the number first", "tag": "method"}),
    );
    let feedback = given["id"].clone();
    assert_eq!(given["points"][0]["tag"], "method");
    let answered = pair.desk.call(
        "feedback.counter",
        json!({"relationship": id, "about": feedback, "kind": "differently"}),
    );
    let counter = &answered["points"][0]["counters"][0];
    assert_eq!(
        (&counter["name"], &counter["begins"]),
        (&json!("Priya Raman"), &json!("I see it differently"))
    );
    let rather = json!({"relationship": id, "about": feedback, "kind": "rather"});
    assert_eq!(pair.desk.refuse("feedback.counter", rather).code, "empty");
    let rather = json!({"relationship": id, "about": feedback, "kind": "rather", "text": "a rehearsal with you"});
    pair.desk.call("feedback.counter", rather);
    let settled = pair.desk.call(
        "feedback.change",
        json!({"relationship": id, "feedback": feedback, "state": "agree_to_disagree", "tag": "awareness"}),
    );
    assert_eq!(settled["points"][0]["state"], "agree_to_disagree");
    assert_eq!(
        settled["points"][0]["counters"].as_array().unwrap().len(),
        2
    );
    let page = pair.page(0);
    assert_eq!(page["feedbackPoints"][0]["tag"], "awareness");
    let task = pair.desk.call(
        "task.add",
        json!({"relationship": id, "what": "Read it", "setBy": "mentor"}),
    );
    let said = pair.desk.call(
        "feedback.counter",
        json!({"relationship": id, "about": task["id"], "kind": "rather", "text": "a talk with Mei"}),
    );
    assert_eq!(
        said["ofTasks"][0]["counters"][0]["text"], "a talk with Mei",
        "R76: any suggestion"
    );
    pair.desk.call(
        "feedback.remove",
        json!({"relationship": id, "feedback": feedback}),
    );
    assert_eq!(pair.page(0)["feedbackPoints"], json!([]));
    let gone = json!({"relationship": id, "about": "nothing", "kind": "differently"});
    assert_eq!(pair.desk.refuse("feedback.counter", gone).code, "not_found");
}

/// A session with everything in it, and words that only the owner may see.
fn full() -> Pair {
    let mut pair = Pair::new();
    pair.desk.set("2026-05-04T17:00:00Z");
    pair.call(
        "session.agenda.send",
        0,
        json!({"wish": "decide what to drop", "points": ["forecast status"]}),
    );
    pair.desk.set("2026-05-06T12:50:00Z");
    pair.call(
        "session.rethink",
        0,
        json!({"text": "decide who takes over the dashboard"}),
    );
    pair.call(
        "session.note.add",
        0,
        json!({"text": "Mei is ready for more"}),
    );
    pair.call(
        "session.note.add",
        0,
        json!({"text": "Write the handover", "owner": "mentee", "due": "2026-05-15"}),
    );
    pair.call(
        "session.note.add",
        0,
        json!({"text": "Ask the board", "owner": "mentor", "due": "2026-05-20"}),
    );
    pair.call(
        "session.note.private",
        0,
        json!({"text": "canary-private of the owner"}),
    );
    pair.call(
        "session.feedback.write",
        0,
        json!({"side": "mentor", "less": "canary-draft of Ruth"}),
    );
    pair.call(
        "session.feedback.send",
        0,
        json!({"takeAway": "canary-sealed of Priya"}),
    );
    pair.call("session.hold", 0, json!({}));
    pair
}

#[test]
fn r148_r55_the_summary_has_actions_first_and_nothing_private() {
    let mut pair = full();
    let id = pair.id.clone();
    let summary = pair.call("session.summary.get", 0, json!({}));
    let text = summary["message"]["text"].as_str().unwrap().to_owned();
    let paper = pair
        .desk
        .fairlead
        .session_summary(&id, Some(&pair.sessions[0]), PaperSize::A4)
        .unwrap();
    assert_eq!(
        paper.name,
        "Summary of our session on Wednesday 6 May 2026.pdf"
    );
    let page = printed(&paper.bytes);
    for (way, said) in [("message", &text), ("paper", &page)] {
        let at = |needle: &str| place(way, needle, said);
        assert!(
            at("Write the handover") < at("Mei is ready for more"),
            "{way}: actions first"
        );
        assert!(at("Ask the board") < at("Mei is ready for more"), "{way}");
        at("Friday 15 May 2026");
        at("decide what to drop");
        at("decide who takes over the dashboard");
        at("Wednesday 17 June 2026");
        assert!(!said.contains("canary"), "{way}");
    }
    assert_eq!(
        page.matches("Write the handover").count(),
        1,
        "an action is no note as well"
    );
    assert_eq!(summary["sent"], json!(null));
    pair.desk.set("2026-05-07T09:00:00Z");
    let sent = pair.call("session.summary.sent", 0, json!({}));
    assert_eq!(sent["summary"]["sent"], "Thursday 7 May 2026, 10:00");
    let newest = pair
        .desk
        .fairlead
        .paper("session_summary", &id, PaperSize::A4)
        .unwrap();
    assert!(
        newest.name.contains("6 May 2026"),
        "the newest that was held"
    );
}

fn place(way: &str, needle: &str, said: &str) -> usize {
    let at = said.find(needle);
    assert!(at.is_some(), "{way} does not say {needle}: {said}");
    at.unwrap()
}

#[test]
fn r49_what_both_take_away_is_on_the_summary_once_it_is_shown() {
    let mut pair = full();
    pair.call(
        "session.feedback.send",
        0,
        json!({"side": "mentor", "takeAway": "Delegate sooner"}),
    );
    let text = pair.call("session.summary.get", 0, json!({}))["message"]["text"].clone();
    let text = text.as_str().unwrap();
    assert!(text.contains("Ruth Kessler: Delegate sooner"), "{text}");
    assert!(text.contains("Priya Raman: canary-sealed of Priya"));
    assert!(!text.contains("canary-draft") && !text.contains("canary-private"));
}

#[test]
fn b8_a_private_note_of_a_session_leaves_by_no_way() {
    let mut pair = full();
    let id = pair.id.clone();
    let mut ways = Vec::new();
    for (name, request) in [
        ("session.list", json!({"relationship": id})),
        ("since.get", json!({"relationship": id})),
        ("undo.state", json!({"relationship": id})),
        ("task.list", json!({"relationship": id})),
        ("feedback.list", json!({"relationship": id})),
        ("relationship.get", json!({"relationship": id})),
        ("today.get", json!({})),
        ("reminder.list", json!({})),
    ] {
        ways.push((name, pair.desk.call(name, request).to_string()));
    }
    for kind in ["session_summary", "agreement", "sheet"] {
        let paper = pair.desk.fairlead.paper(kind, &id, PaperSize::A4).unwrap();
        ways.push((kind, printed(&paper.bytes)));
    }
    let due = pair.desk.fairlead.due("2027-01-01T00:00:00Z").unwrap();
    ways.push(("due", serde_json::to_string(&due).unwrap()));
    for (way, said) in ways {
        assert!(!said.contains("canary"), "{way}: {said}");
    }
    assert_eq!(pair.page(0)["privateNote"], "canary-private of the owner");
    pair.call("session.note.private", 0, json!({"text": ""}));
    assert_eq!(pair.page(0)["privateNote"], "");
}

#[test]
fn a_summary_needs_a_session_that_was_held() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    let refused = pair
        .desk
        .fairlead
        .paper("session_summary", &id, PaperSize::A4)
        .unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("not_found", Some("session"))
    );
    let named = pair
        .desk
        .fairlead
        .session_summary(&id, Some(&pair.sessions[1]), PaperSize::Letter)
        .unwrap();
    assert!(printed(&named.bytes).contains("No actions were noted."));
}
