//! What goes on from a session to the next (J6), topics and modules (R150), and requests for help (R151).

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::meeting::{Pair, texts};
use serde_json::{Value, json};

#[test]
fn j6_untouched_points_and_open_actions_go_to_the_next_session_also_after_a_move() {
    let mut pair = Pair::new();
    for text in ["Reached", "Untouched", "Dropped"] {
        pair.call("session.agenda.add", 0, json!({"text": text}));
    }
    pair.call("session.agenda.add", 1, json!({"text": "Already there"}));
    let agenda = pair.page(0)["agenda"].clone();
    assert_eq!(
        texts(&pair.page(1)["agenda"]),
        ["Already there"],
        "nothing goes on before the session"
    );
    pair.desk.set("2026-05-06T13:00:00Z");
    for (at, outcome) in [(0, "reached"), (1, "not_reached"), (2, "dropped")] {
        pair.call(
            "session.agenda.outcome",
            0,
            json!({"point": agenda[at]["id"], "outcome": outcome, "note": "Said"}),
        );
    }
    for (text, owner) in [("One", "mentee"), ("Two", "mentor"), ("Three", "mentee")] {
        pair.call(
            "session.note.add",
            0,
            json!({"text": text, "owner": owner, "due": "2026-05-20"}),
        );
    }
    pair.call("session.hold", 0, json!({}));
    let tasks = pair.page(0)["notes"].clone();
    let id = pair.id.clone();
    pair.desk.call(
        "task.done",
        json!({"relationship": id, "task": tasks[0]["action"]["id"]}),
    );
    for moved in [false, true] {
        if moved {
            pair.call(
                "session.move",
                1,
                json!({"on": "2026-06-18", "at": "15:00", "askedBy": "mentee", "askedOn": "2026-05-06"}),
            );
        }
        let next = pair.page(1);
        assert_eq!(texts(&next["agenda"]), ["Untouched", "Already there"]);
        assert_eq!(next["agenda"][0]["carriedDate"]["date"], "2026-05-06");
        assert_eq!(next["agenda"][0]["carriedFrom"], json!(pair.sessions[0]));
        let actions: Vec<_> = next["actions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|task| task["what"].as_str().unwrap())
            .collect();
        assert_eq!(actions, ["Two", "Three"]);
    }
    assert_eq!(pair.page(0)["agenda"][0]["outcome"], "reached");
    assert_eq!(pair.page(0)["agenda"][0]["note"], "Said");
    let dropped = pair.call(
        "session.agenda.remove",
        1,
        json!({"point": agenda[1]["id"]}),
    );
    assert_eq!(
        dropped["agenda"][0]["outcome"], "dropped",
        "the session it came from keeps it"
    );
    assert_eq!(texts(&pair.page(0)["agenda"]).len(), 3);
}

#[test]
fn r24_the_next_session_asks_whether_a_task_is_still_the_right_one() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    let task = pair.desk.call(
        "task.add",
        json!({"relationship": id, "what": "Read the report", "due": "2026-05-10"}),
    )["id"]
        .clone();
    let delay = |pair: &mut Pair, due: &str| {
        pair.desk.call(
            "task.cant_make_it",
            json!({"relationship": id, "task": task, "due": due}),
        );
    };
    delay(&mut pair, "2026-05-11");
    delay(&mut pair, "2026-05-12");
    assert_eq!(pair.page(0)["agenda"], json!([]));
    delay(&mut pair, "2026-05-13");
    let point = pair.page(0)["agenda"][0].clone();
    assert_eq!(
        point["text"],
        "Is this still the right task? “Read the report”"
    );
    assert_eq!(point["task"], task);
    assert_eq!(pair.page(1)["agenda"], json!([]), "only the next one asks");
    pair.desk.set("2026-05-06T13:10:00Z");
    pair.call(
        "session.agenda.outcome",
        0,
        json!({"point": point["id"], "outcome": "reached"}),
    );
    pair.call("session.hold", 0, json!({}));
    assert_eq!(pair.page(1)["agenda"], json!([]), "it was talked about");
    pair.desk.set("2026-05-12T13:10:00Z");
    delay(&mut pair, "2026-05-20");
    assert_eq!(
        texts(&pair.page(1)["agenda"]).len(),
        1,
        "put off again since"
    );
}

#[test]
fn r150_topics_wait_and_modules_have_a_date_and_two_prompts() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    let made = pair.desk.call(
        "topic.add",
        json!({"relationship": id, "title": "Budgeting", "kind": "module", "on": "2026-05-20", "session": pair.sessions[0]}),
    );
    let module = made["open"][0].clone();
    assert!(module["beforePrompt"].is_string() && module["afterPrompt"].is_string());
    let topic = pair.desk.call(
        "topic.add",
        json!({"relationship": id, "title": "Saying no"}),
    );
    let topic = topic["id"].clone();
    assert_eq!(texts_of(&pair.page(0)["themes"], "title"), ["Budgeting"]);
    let moved = pair.desk.call(
        "topic.move",
        json!({"relationship": id, "topic": topic, "position": 1}),
    );
    assert_eq!(
        texts_of(&moved["open"], "title"),
        ["Saying no", "Budgeting"]
    );
    let page = pair.call("session.agenda.add", 0, json!({"topic": topic}));
    assert_eq!(
        (&page["agenda"][0]["text"], &page["agenda"][0]["topic"]),
        (&json!("Saying no"), &topic)
    );
    let done = pair.desk.call(
        "topic.change",
        json!({"relationship": id, "topic": module["id"], "before": "Read a budget", "after": "I can", "done": true}),
    );
    assert_eq!(done["done"][0]["after"], "I can");
    pair.desk
        .call("topic.remove", json!({"relationship": id, "topic": topic}));
    let list = pair.desk.call("topic.list", json!({"relationship": id}));
    assert_eq!(list["open"], json!([]));
    let refused = pair.desk.refuse(
        "topic.add",
        json!({"relationship": id, "title": "x", "session": "none"}),
    );
    assert_eq!(refused.code, "not_found");
}

fn texts_of<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|each| each[field].as_str().unwrap())
        .collect()
}

#[test]
fn r151_a_request_for_help_is_a_task_of_the_other_and_is_answered() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    let asked = pair.desk.call(
        "help.ask",
        json!({"relationship": id, "what": "Look over my application", "attachment": "application.pdf", "neededBy": "2026-05-20"}),
    );
    let view = &asked["open"][0];
    assert_eq!(view["task"]["ownerName"], "Ruth Kessler");
    assert_eq!(
        (&view["attachment"], &view["task"]["kind"]),
        (&json!("application.pdf"), &json!("help"))
    );
    assert!(
        asked["message"]["text"]
            .as_str()
            .unwrap()
            .contains("I need it by Wednesday 20 May 2026")
    );
    let tasks = pair.desk.call("task.list", json!({"relationship": id}));
    assert_eq!(
        tasks["open"][0]["what"], "Look over my application",
        "counts as a task"
    );
    let answered = pair.desk.call(
        "help.answer",
        json!({"relationship": id, "task": asked["id"], "text": "Lead with the forecast."}),
    );
    assert_eq!(answered["answered"][0]["answer"], "Lead with the forecast.");
    let tasks = pair.desk.call("task.list", json!({"relationship": id}));
    assert_eq!(tasks["open"], json!([]));
    assert_eq!(
        pair.desk
            .refuse(
                "help.answer",
                json!({"relationship": id, "task": "x", "text": "y"})
            )
            .code,
        "not_found"
    );
}
