//! What the tests of a session's page answer instead of Rust: real answers about Priya and Ruth.

use crate::meeting::Pair;
use serde_json::json;
use std::path::PathBuf;

/// Set, it writes the file instead of holding it against the core.
const WRITE: &str = "FAIRLEAD_WRITE_FIXTURES";

/// Whether this is an id that was made up.
fn is_id(word: &str) -> bool {
    word.len() == 36
        && word.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Every such id, by the order in which it first stands there.
fn named(text: &str) -> String {
    let mut found: Vec<&str> = Vec::new();
    for at in 0..text.len() {
        if let Some(word) = text.get(at..at + 36)
            && is_id(word)
            && !found.contains(&word)
        {
            found.push(word);
        }
    }
    let mut named = text.to_owned();
    for (number, id) in found.iter().enumerate() {
        named = named.replace(id, &format!("id{}", number + 1));
    }
    named
}

/// Run with `FAIRLEAD_WRITE_FIXTURES=1` after an answer about a session's page or the tasks changed.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a generated file, where it is asked for"
)]
fn a_sessions_page_is_tested_with_what_the_core_really_answers() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    pair.desk.answer(&id, "area.3.task_days", json!(5));
    pair.desk.answer(
        &id,
        "area.6.contacts",
        json!(["Staff counselling, extension 4400"]),
    );
    for (title, rank) in [
        ("Run one project across teams", 1),
        ("Stay calm when challenged", 2),
    ] {
        let goal = pair.desk.call(
            "goal.add",
            json!({"relationship": id, "title": title, "horizon": "short", "rank": rank}),
        );
        pair.desk.call(
            "activity.add",
            json!({"relationship": id, "goal": goal["id"], "title": format!("Rehearse for goal {rank}"), "kind": "doing",
                   "effort": {"count": 2, "unit": "days"}, "start": "2026-05-10"}),
        );
    }
    let late = pair.desk.call(
        "task.add",
        json!({"relationship": id, "what": "Send me the brief", "due": "2026-05-10", "setBy": "mentor"}),
    );
    for due in ["2026-05-12", "2026-05-14", "2026-05-16"] {
        pair.desk.call(
            "task.cant_make_it",
            json!({"relationship": id, "task": late["id"], "due": due, "reason": "month-end"}),
        );
    }
    pair.desk.call(
        "topic.add",
        json!({"relationship": id, "title": "Saying no"}),
    );
    pair.call(
        "session.agenda.send",
        0,
        json!({"wish": "decide what to drop", "points": ["Forecast status", "Steering group", "Talk with Mei"]}),
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
    pair.call("session.outside", 0, json!({}));
    pair.call("session.note.private", 0, json!({"text": "Only for me"}));
    pair.desk.call(
        "feedback.add",
        json!({"relationship": id, "session": pair.sessions[0], "side": "mentor", "text": "Name the number first", "tag": "method"}),
    );
    let before = pair.page(0);
    pair.call(
        "session.feedback.send",
        0,
        json!({"side": "mentor", "keep": "Asking first"}),
    );
    pair.call(
        "session.feedback.send",
        0,
        json!({"takeAway": "Drop the dashboard"}),
    );
    pair.call("session.hold", 0, json!({}));
    pair.desk.set("2026-06-16T09:00:00Z");
    pair.desk.call(
        "help.ask",
        json!({"relationship": id, "what": "Look over my application", "attachment": "https://priya.example/application", "neededBy": "2026-06-30"}),
    );
    let answers = json!({
        "page": before,
        "after": pair.page(0),
        "next": pair.page(1),
        "tasks": pair.desk.call("task.list", json!({"relationship": id})),
        "try": pair.desk.call("task.try", json!({"relationship": id, "due": "2026-06-18"})),
        "topics": pair.desk.call("topic.list", json!({"relationship": id})),
        "help": pair.desk.call("help.list", json!({"relationship": id})),
        "feedback": pair.desk.call("feedback.list", json!({"relationship": id})),
        "summary": pair.call("session.summary.get", 0, json!({})),
        "relationship": pair.desk.call("relationship.get", json!({"relationship": id})),
    });
    let text = serde_json::to_string_pretty(&answers).unwrap() + "\n";
    let text = named(&text.replace(&id, "ex"));
    let file =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/screens/meeting.json");
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == text,
        "tests/fixtures/screens/meeting.json is stale: run the test with {WRITE}=1"
    );
}
