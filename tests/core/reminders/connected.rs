//! The reminders of real rows: what is logged, planned and done ends them.

use crate::desk::Desk;
use serde_json::{Value, json};

fn connected(role: &str, on: &str) -> (Desk, String) {
    let mut desk = Desk::at(&format!("{on}T09:00:00Z"), "Europe/London");
    let id = desk.relationship(role, "Tomasz Lewandowski", Some(on));
    (desk, id)
}

/// When one kind would be notified until the end of 2026, as `05-03 09:00`.
fn due(desk: &mut Desk, kind: &str) -> Vec<String> {
    let due = desk.call("reminder.due", json!({"until": "2026-12-31T00:00:00Z"}));
    let notices = due["notices"].as_array().unwrap().clone();
    notices
        .iter()
        .filter(|notice| notice["kind"] == kind)
        .map(|notice| {
            let at = notice["at"].as_str().unwrap();
            let (date, time) = at.split_once('T').unwrap();
            let (_, day) = date.split_once('-').unwrap();
            let minute: String = time.chars().take(5).collect();
            format!("{day} {minute}")
        })
        .collect()
}

fn log(desk: &mut Desk, id: &str, direction: &str, more: Value) {
    let mut with = more;
    with["relationship"] = json!(id);
    with["direction"] = json!(direction);
    desk.call("contact.log", with);
}

const NEVER: [&str; 0] = [];

#[test]
fn j1_a_message_out_ends_n01_and_contact_both_ways_ends_n03() {
    let (mut desk, id) = connected("mentee", "2026-03-02");
    assert_eq!(
        due(&mut desk, "N01"),
        ["03-05 09:00", "03-06 09:00", "03-08 09:00", "03-09 09:00"]
    );
    assert_eq!(due(&mut desk, "N03"), ["03-16 17:00"]);
    desk.set("2026-03-05T17:40:00Z");
    assert_eq!(due(&mut desk, "N01").len(), 3);
    log(&mut desk, &id, "out", json!({"note": "hello"}));
    assert_eq!(due(&mut desk, "N01"), NEVER, "6, 8 and 9 March are gone");
    assert_eq!(due(&mut desk, "N03"), ["03-16 17:00"]);
    assert_eq!(due(&mut desk, "N06"), ["03-19 09:00"]);
    desk.set("2026-03-10T12:00:00Z");
    log(&mut desk, &id, "in", json!({"note": "Wednesday at three"}));
    assert_eq!(due(&mut desk, "N03"), NEVER);
    desk.answer(&id, "template.2.text", json!("from reports to decisions"));
    assert_eq!(due(&mut desk, "N06"), NEVER, "a draft exists");
}

#[test]
fn n02_ends_with_any_contact_of_the_log() {
    for direction in ["in", "out"] {
        let (mut desk, id) = connected("mentor", "2026-03-02");
        assert_eq!(due(&mut desk, "N02"), ["03-10 09:00"]);
        desk.set("2026-03-06T12:00:00Z");
        log(&mut desk, &id, direction, json!({}));
        assert_eq!(due(&mut desk, "N02"), NEVER, "{direction}");
    }
}

#[test]
fn n14_and_n15_follow_the_log_and_what_was_agreed() {
    let (mut desk, id) = connected("mentee", "2026-03-02");
    desk.set("2026-03-04T12:00:00Z");
    log(&mut desk, &id, "in", json!({}));
    log(&mut desk, &id, "out", json!({"needsReply": true}));
    // Three days from Wednesday are Saturday; eight weeks are Wednesday 29 April.
    assert_eq!(due(&mut desk, "N14"), ["03-06 09:00", "03-07 09:00"]);
    assert_eq!(due(&mut desk, "N15"), ["04-29 09:00"]);
    desk.answer(&id, "area.5.reply_working_days", json!(true));
    assert_eq!(due(&mut desk, "N14"), ["03-09 09:00"]);
    desk.answer(&id, "area.5.silence_weeks", json!(6));
    assert_eq!(due(&mut desk, "N15"), ["04-15 09:00"]);
    desk.call(
        "session.add",
        json!({"relationship": id, "on": "2026-04-17", "at": "15:00"}),
    );
    assert_eq!(
        due(&mut desk, "N15"),
        ["04-20 09:00"],
        "hidden by the session on Friday, and told on the next working day"
    );
    desk.set("2026-03-06T08:00:00Z");
    log(&mut desk, &id, "in", json!({}));
    assert_eq!(due(&mut desk, "N14"), NEVER);
    assert_eq!(due(&mut desk, "N15"), ["04-20 09:00"]);
}

#[test]
fn n13_follows_the_task_to_its_new_date_and_ends_when_it_is_done() {
    let (mut desk, id) = connected("mentee", "2026-03-02");
    let tasks = desk.call(
        "task.add",
        json!({"relationship": id, "what": "send me the brief", "owner": "mentee", "due": "2026-04-08"}),
    );
    let task = tasks["id"].clone();
    assert_eq!(
        due(&mut desk, "N13"),
        ["04-06 09:00", "04-08 09:00", "04-09 09:00"]
    );
    desk.call(
        "task.cant_make_it",
        json!({"relationship": id, "task": task, "due": "2026-04-15", "reason": "month-end"}),
    );
    assert_eq!(
        due(&mut desk, "N13"),
        ["04-13 09:00", "04-15 09:00", "04-16 09:00"]
    );
    desk.call("task.done", json!({"relationship": id, "task": task}));
    assert_eq!(due(&mut desk, "N13"), NEVER);
}

#[test]
fn n17_to_n19_count_from_the_first_session_held() {
    let (mut desk, id) = connected("mentee", "2026-03-02");
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    assert_eq!(due(&mut desk, "N17"), NEVER, "nobody has met");
    desk.set("2026-03-11T18:00:00Z");
    desk.call(
        "session.add",
        json!({"relationship": id, "on": "2026-03-11", "at": "15:00", "heldMinutes": 60}),
    );
    assert_eq!(
        due(&mut desk, "N17"),
        ["03-25 09:00", "04-03 09:00", "04-05 09:00", "04-10 09:00"]
    );
    assert_eq!(due(&mut desk, "N18").len(), 5);
    assert_eq!(due(&mut desk, "N22"), ["11-18 09:00", "12-04 09:00"], "J9");
    let goals = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Lead a project", "horizon": "short"}),
    );
    assert_eq!(due(&mut desk, "N17").len(), 4, "a goal alone is no plan");
    desk.call(
        "activity.add",
        json!({"relationship": id, "goal": goals["goals"][0]["id"], "title": "Write the brief",
            "kind": "doing", "start": "2026-03-30"}),
    );
    assert_eq!(due(&mut desk, "N17"), NEVER);
    assert_eq!(due(&mut desk, "N23"), ["04-10 09:00"], "30 days later");
}

#[test]
fn n24_comes_with_the_second_session_that_falls_out_and_ends_with_one_held() {
    let (mut desk, id) = connected("mentee", "2026-03-02");
    desk.set("2026-03-18T18:00:00Z");
    for on in ["2026-03-11", "2026-03-18"] {
        desk.call(
            "session.add",
            json!({"relationship": id, "on": on, "at": "15:00", "state": "missed"}),
        );
    }
    let list = desk.call("reminder.list", json!({}));
    let kinds: Vec<&str> = list["now"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reminder| reminder["kind"].as_str().unwrap())
        .collect();
    assert!(kinds.contains(&"N24"), "{kinds:?}");
    desk.call(
        "session.add",
        json!({"relationship": id, "on": "2026-03-18", "at": "16:30", "heldMinutes": 30}),
    );
    let list = desk.call("reminder.list", json!({}));
    let still = list["now"].as_array().unwrap();
    assert!(still.iter().all(|reminder| reminder["kind"] != "N24"));
}

#[test]
fn j9_after_closing_only_staying_in_touch_is_left() {
    let (mut desk, id) = connected("mentee", "2026-03-02");
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    desk.set("2026-12-16T15:00:00Z");
    desk.call(
        "closing.stay_in_touch",
        json!({"relationship": id, "ideas": ["Coffee each February"],
            "every": {"count": 12, "unit": "months"}, "first": "2027-02-01"}),
    );
    desk.call("closing.close", json!({"relationship": id}));
    let told = |desk: &mut Desk| -> Vec<(String, String)> {
        let due = desk.call("reminder.due", json!({"until": "2028-03-01T00:00:00Z"}));
        let notices = due["notices"].as_array().unwrap().clone();
        notices
            .iter()
            .map(|notice| {
                let at: String = notice["at"].as_str().unwrap().chars().take(16).collect();
                (notice["kind"].as_str().unwrap().to_owned(), at)
            })
            .collect()
    };
    let n26 = |at: &str| ("N26".to_owned(), at.to_owned());
    assert_eq!(
        told(&mut desk),
        [n26("2027-02-01T09:00"), n26("2028-02-01T09:00")]
    );
    desk.set("2027-02-02T12:00:00Z");
    let list = desk.call("reminder.list", json!({}));
    assert_eq!(list["now"][0]["kind"], "N26", "{list}");
    desk.call(
        "closing.stay_in_touch",
        json!({"relationship": id, "remind": false}),
    );
    assert_eq!(told(&mut desk), []);
    let list = desk.call("reminder.list", json!({}));
    assert!(list["now"].as_array().unwrap().is_empty(), "{list}");
}

#[test]
fn n04_and_n05_end_with_the_answer_or_another_way() {
    let request = |role: &str| {
        let mut desk = Desk::at("2026-02-09T09:00:00Z", "Europe/London");
        let made = desk.call(
            "relationship.create",
            json!({"role": role, "partner": {"name": "Helen Marsh"}, "connection": {"state": "waiting"},
                "intake": {"kind": "request", "askedOn": "2026-02-09", "message": "You know the board."}}),
        );
        (desk, made["id"].as_str().unwrap().to_owned())
    };
    let (mut desk, id) = request("mentor");
    assert_eq!(
        due(&mut desk, "N04"),
        ["02-13 09:00", "02-14 09:00", "02-17 09:00", "02-19 09:00"]
    );
    desk.set("2026-02-18T12:00:00Z");
    desk.call(
        "intake.reply",
        json!({"relationship": id, "reply": "accepted", "on": "2026-02-18"}),
    );
    assert_eq!(due(&mut desk, "N04"), NEVER);
    let (mut desk, id) = request("mentee");
    assert_eq!(due(&mut desk, "N05"), ["02-20 09:00"]);
    desk.set("2026-02-20T08:00:00Z");
    desk.call(
        "intake.choose",
        json!({"relationship": id, "choice": "another"}),
    );
    assert_eq!(due(&mut desk, "N05"), NEVER);
}
