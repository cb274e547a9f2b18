//! Tasks: the time they leave, dates that cannot be kept, and the duties of every session.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use serde_json::{Value, json};

/// Ruth's desk on the day after the first meeting.
fn desk() -> (Desk, String) {
    let mut desk = Desk::at("2026-03-25T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-11"));
    (desk, id)
}

fn add(desk: &mut Desk, id: &str, more: Value) -> Value {
    let mut request = json!({"relationship": id, "what": "Send me the brief", "setBy": "mentor"});
    for (key, value) in more.as_object().unwrap() {
        request[key] = value.clone();
    }
    desk.call("task.add", request)
}

fn which(id: &str, task: &Value, more: Value) -> Value {
    let mut request = json!({"relationship": id, "task": task});
    for (key, value) in more.as_object().unwrap() {
        request[key] = value.clone();
    }
    request
}

#[test]
fn r22_a_short_date_is_kept_with_a_warning_and_a_better_one() {
    let (mut desk, id) = desk();
    let usual = add(&mut desk, &id, json!({"due": "2026-03-27"}));
    assert_eq!(
        usual["warning"]["words"],
        "2 days: give it at least 5. Friday 3 April 2026 leaves 9."
    );
    desk.answer(&id, "area.3.task_days", json!(5));
    let short = add(&mut desk, &id, json!({"due": "2026-03-27"}));
    let warning = &short["warning"];
    assert_eq!(
        warning["words"],
        "2 days: you agreed on at least 5. Friday 3 April 2026 leaves 9."
    );
    assert_eq!(warning["earliest"]["date"], "2026-03-30");
    assert_eq!(warning["proposed"]["date"], "2026-04-03");
    assert_eq!(
        short["open"][0]["due"]["date"], "2026-03-27",
        "it never blocks"
    );
    assert_eq!(short["open"][0]["owner"], "mentee", "R15");
    assert_eq!(short["open"][0]["setByName"], "Ruth Kessler");
    let enough = add(&mut desk, &id, json!({"due": "2026-03-30"}));
    assert_eq!(enough["warning"], json!(null));
    let tried = desk.call("task.try", json!({"relationship": id, "due": "2026-03-29"}));
    assert_eq!(
        (&tried["days"], &tried["warning"]["proposed"]["date"]),
        (&json!(4), &json!("2026-04-05"))
    );
    desk.answer(&id, "area.3.task_days", json!(0));
    let any = add(&mut desk, &id, json!({"due": "2026-03-25"}));
    assert_eq!(
        (&any["warning"], &any["minimumDays"]),
        (&json!(null), &json!(0))
    );
    let none = add(&mut desk, &id, json!({}));
    assert_eq!(none["warning"], json!(null));
    assert_eq!(
        none["open"].as_array().unwrap().last().unwrap()["due"],
        json!(null)
    );
}

#[test]
fn r23_a_date_that_cannot_be_kept_stays_beside_the_new_one_and_the_partner_is_told() {
    let (mut desk, id) = desk();
    let set = add(&mut desk, &id, json!({"due": "2026-03-27"}));
    let task = set["id"].clone();
    // Another date agreed on is no delay.
    let agreed = desk.call(
        "task.change",
        which(&id, &task, json!({"due": "2026-04-03"})),
    );
    assert_eq!(agreed["open"][0]["moved"], 0);
    desk.set("2026-04-01T09:00:00Z");
    let told = desk.call(
        "task.cant_make_it",
        which(
            &id,
            &task,
            json!({"due": "2026-04-10", "reason": "month-end"}),
        ),
    );
    let view = &told["open"][0];
    assert_eq!(view["due"]["date"], "2026-04-10");
    assert_eq!(view["original"]["date"], "2026-04-03");
    assert_eq!(view["movedWords"], "moved once; was Friday 3 April 2026");
    assert_eq!(view["delays"][0]["daysAhead"], 2);
    assert_eq!(view["delays"][0]["reason"], "month-end");
    let message = &told["message"];
    assert_eq!(message["name"], "Ruth Kessler");
    let text = message["text"].as_str().unwrap();
    assert!(
        text.contains("I can't make “Send me the brief” by Friday 3 April 2026: month-end. I can have it done by Friday 10 April 2026."),
        "{text}"
    );
    assert!(text.starts_with("Hello Ruth,") && text.trim_end().ends_with("Priya"));
    // The reason may be left out, and the first date stays the first.
    let again = desk.call(
        "task.cant_make_it",
        which(&id, &task, json!({"due": "2026-04-11"})),
    );
    assert_eq!(
        again["open"][0]["movedWords"],
        "moved twice; was Friday 3 April 2026"
    );
    desk.call("undo.back", json!({"relationship": id}));
    let back = desk.call("task.list", json!({"relationship": id}));
    assert_eq!(
        back["open"][0]["movedWords"],
        "moved once; was Friday 3 April 2026"
    );
    assert_eq!(back["open"][0]["due"]["date"], "2026-04-10");
}

#[test]
fn r23_only_a_later_date_puts_something_off() {
    let (mut desk, id) = desk();
    let task = add(&mut desk, &id, json!({"due": "2026-03-20"}))["id"].clone();
    for (due, code) in [
        ("2026-03-20", "wrong_order"),
        ("2026-03-19", "wrong_order"),
        ("2026-03-24", "in_the_past"),
        ("2026-02-30", "no_such_date"),
    ] {
        let refused = desk.refuse("task.cant_make_it", which(&id, &task, json!({"due": due})));
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            (code, Some("due"))
        );
    }
    desk.call("task.done", which(&id, &task, json!({})));
    let refused = desk.refuse(
        "task.cant_make_it",
        which(&id, &task, json!({"due": "2026-04-10"})),
    );
    assert_eq!(refused.code, "done");
    let bare = add(&mut desk, &id, json!({}))["id"].clone();
    let refused = desk.refuse(
        "task.cant_make_it",
        which(&id, &bare, json!({"due": "2026-04-10"})),
    );
    assert_eq!(refused.code, "empty");
    let gone = desk.refuse("task.done", which(&id, &json!("nothing"), json!({})));
    assert_eq!(gone.code, "not_found");
}

#[test]
fn r24_the_third_delay_asks_whether_it_is_still_the_right_task() {
    let (mut desk, id) = desk();
    let task = add(&mut desk, &id, json!({"due": "2026-04-03"}))["id"].clone();
    for (at, due) in ["2026-04-10", "2026-04-17", "2026-04-24"]
        .iter()
        .enumerate()
    {
        let told = desk.call("task.cant_make_it", which(&id, &task, json!({"due": due})));
        let view = &told["open"][0];
        assert_eq!(view["moved"], at + 1);
        assert_eq!(view["asksWhetherRight"], at == 2);
    }
    let done = desk.call("task.done", which(&id, &task, json!({})));
    assert_eq!(done["done"][0]["asksWhetherRight"], false);
    assert_eq!(done["done"][0]["doneOn"]["date"], "2026-03-25");
    let open = desk.call("task.reopen", which(&id, &task, json!({})));
    assert_eq!(open["open"][0]["asksWhetherRight"], true);
}

#[test]
fn r15_r54_four_duties_are_the_mentees_and_can_be_changed() {
    let (mut desk, id) = desk();
    let list = desk.call("task.list", json!({"relationship": id}));
    let duties: Vec<_> = list["duties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|duty| {
            (
                duty["duty"].as_str().unwrap(),
                duty["owner"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        duties,
        [
            ("arrange", "mentee"),
            ("points", "mentee"),
            ("wish", "mentee"),
            ("summary", "mentee")
        ]
    );
    desk.answer(&id, "area.3.initiator", json!("alternating"));
    let list = desk.call(
        "duty.set",
        json!({"relationship": id, "duty": "summary", "owner": "mentor"}),
    );
    assert_eq!(list["duties"][0]["owner"], "alternating", "R32");
    assert_eq!(
        list["duties"][0]["ownerName"],
        "Priya Raman and Ruth Kessler in turn"
    );
    assert_eq!(
        (
            &list["duties"][3]["ownerName"],
            &list["duties"][3]["said"],
            &list["duties"][3]["mine"]
        ),
        (&json!("Ruth Kessler"), &json!(true), &json!(false))
    );
    let list = desk.call(
        "duty.set",
        json!({"relationship": id, "duty": "summary", "owner": null}),
    );
    assert_eq!(list["duties"][3]["owner"], "mentee");
}

#[test]
fn a_task_can_be_changed_removed_and_brought_back() {
    let (mut desk, id) = desk();
    let task = add(
        &mut desk,
        &id,
        json!({"due": "2026-04-03", "note": "One page"}),
    )["id"]
        .clone();
    let changed = desk.call(
        "task.change",
        which(
            &id,
            &task,
            json!({"what": "Send us the brief", "owner": "mentor", "due": ""}),
        ),
    );
    let view = &changed["open"][0];
    assert_eq!(
        (
            &view["what"],
            &view["ownerName"],
            &view["due"],
            &view["note"]
        ),
        (
            &json!("Send us the brief"),
            &json!("Ruth Kessler"),
            &json!(null),
            &json!("One page")
        )
    );
    let removed = desk.call("task.remove", which(&id, &task, json!({})));
    assert_eq!(removed["open"], json!([]));
    let back = desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(back["done"], "removing the task “Send us the brief”");
    let list = desk.call("task.list", json!({"relationship": id}));
    assert_eq!(list["open"][0]["what"], "Send us the brief");
    let since = desk.fairlead.check();
    assert!(since.is_ok(), "the tables are what the edits add up to");
    let empty = desk.refuse("task.add", json!({"relationship": id, "what": " "}));
    assert_eq!(
        (empty.code.as_str(), empty.field.as_deref()),
        ("empty", Some("what"))
    );
}
