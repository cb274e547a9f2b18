//! What stands beside the notes of a session (R149), the bell that rings on every page (R147), the meter of two who
//! meet seldom (R129), and the files of a request for help (R151).

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::meeting::Pair;
use crate::sessions;
use serde_json::{Value, json};

fn titles(list: &Value) -> Vec<&str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|each| each["title"].as_str().unwrap())
        .collect()
}

#[test]
fn r149_the_top_goals_and_the_open_activities_stand_beside_the_notes() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    let mut goal = |title: &str, rank: Value| {
        pair.desk.call(
            "goal.add",
            json!({"relationship": id, "title": title, "horizon": "short", "rank": rank}),
        )["id"]
            .clone()
    };
    let further = goal("Budgets", Value::Null);
    let second = goal("Stay calm", json!(2));
    let first = goal("Run a project", json!(1));
    let mut activity = |goal: &Value, title: &str, state: &str| {
        let made = pair.desk.call(
            "activity.add",
            json!({"relationship": id, "goal": goal, "title": title, "kind": "doing", "state": state,
                   "effort": {"count": 2, "unit": "days"}, "start": "2026-05-10"}),
        );
        made["id"].clone()
    };
    activity(&further, "Read one", "not_started");
    activity(&second, "Rehearse", "done");
    activity(&second, "Let go", "dropped");
    activity(&second, "Breathe", "not_started");
    let brief = activity(&first, "Write the brief", "under_way");
    let page = pair.page(0);
    assert_eq!(titles(&page["goals"]), ["Run a project", "Stay calm"]);
    assert_eq!(
        titles(&page["activities"]),
        ["Write the brief", "Breathe", "Read one"]
    );
    let beside = &page["activities"][0];
    assert_eq!(
        (
            &beside["goalTitle"],
            &beside["stateWords"],
            &beside["ownerName"]
        ),
        (
            &json!("Run a project"),
            &json!("Under way"),
            &json!("Priya Raman")
        )
    );
    assert_eq!(beside["finish"]["date"], "2026-05-11");
    // What is done goes, and so does a goal that was reached.
    pair.desk.call(
        "activity.change",
        json!({"relationship": id, "activity": brief, "state": "done"}),
    );
    pair.desk.call(
        "goal.stand",
        json!({"relationship": id, "goal": second, "state": "reached"}),
    );
    let page = pair.page(0);
    assert_eq!(titles(&page["goals"]), ["Run a project"]);
    assert_eq!(titles(&page["activities"]), ["Read one"]);
}

#[test]
fn r147_the_bell_of_the_coming_day_is_known_on_every_page() {
    let mut pair = Pair::new();
    let next = |pair: &mut Pair| pair.desk.call("session.bell", json!({}))["next"].clone();
    // Sunday 3 May: the session is on Wednesday.
    assert_eq!(next(&mut pair), Value::Null);
    pair.desk.set("2026-05-05T12:59:59Z");
    assert_eq!(
        next(&mut pair),
        Value::Null,
        "a second before the day before"
    );
    pair.desk.set("2026-05-05T13:00:00Z");
    let bell = next(&mut pair);
    assert_eq!(
        (&bell["session"], &bell["at"], &bell["utc"]),
        (
            &json!(pair.sessions[0]),
            &json!("15:20"),
            &json!("2026-05-06T14:20:00Z")
        ),
        "J6: ten minutes before half past three"
    );
    assert_eq!(bell["name"], "Ruth Kessler");
    pair.call("session.feedback.time", 0, json!({"minutes": 5}));
    assert_eq!(next(&mut pair)["at"], "15:25");
    pair.desk.set("2026-05-06T14:24:59Z");
    assert_eq!(next(&mut pair)["at"], "15:25");
    pair.desk.set("2026-05-06T14:25:00Z");
    assert_eq!(next(&mut pair), Value::Null, "it has rung");
    pair.desk.set("2026-05-06T13:00:00Z");
    pair.call("session.cancel", 0, json!({"askedBy": "mentor"}));
    assert_eq!(
        next(&mut pair),
        Value::Null,
        "what is called off rings no bell"
    );
}

#[test]
fn r129_c21_the_meter_of_a_pair_that_meets_every_six_weeks_looks_at_one_turn_of_it() {
    let mut pair = sessions::Pair::at("2026-06-30T20:00:00Z");
    let meter = |pair: &mut sessions::Pair| pair.list()["meter"].clone();
    assert_eq!(meter(&mut pair)["rhythm"], Value::Null, "nothing is agreed");
    pair.ask("pattern.set", json!({"cadence": "monthly_60"}));
    assert_eq!(
        meter(&mut pair)["rhythm"],
        Value::Null,
        "thirty days are one turn"
    );
    assert_eq!(meter(&mut pair)["reached"], false);
    pair.ask("pattern.set", json!({"cadence": "six_weeks_90"}));
    // The first of the 42 days that end with 30 June.
    pair.add(
        "2026-05-20",
        "14:00",
        json!({"state": "held", "heldMinutes": 90}),
    );
    let seen = meter(&mut pair);
    assert_eq!(
        (&seen["minutes"], &seen["reached"]),
        (&json!(0), &json!(true))
    );
    assert_eq!(
        (
            &seen["rhythm"]["days"],
            &seen["rhythm"]["minutes"],
            &seen["rhythm"]["comesTo"]
        ),
        (&json!(42), &json!(90), &json!(64))
    );
    pair.desk.set("2026-07-01T20:00:00Z");
    let seen = meter(&mut pair);
    assert_eq!(
        (&seen["rhythm"]["minutes"], &seen["reached"]),
        (&json!(0), &json!(false)),
        "a day later the turn is over"
    );
    pair.add(
        "2026-07-01",
        "14:00",
        json!({"state": "held", "heldMinutes": 60}),
    );
    assert_eq!(
        meter(&mut pair)["reached"],
        true,
        "sixty in thirty days are enough for anyone"
    );
    // Every eight weeks ninety minutes come to 48: the two agreed on less than an hour a month.
    pair.ask(
        "pattern.set",
        json!({"cadence": "own", "count": 8, "unit": "weeks", "minutes": 90}),
    );
    assert_eq!(meter(&mut pair)["rhythm"]["days"], 56);
}

#[test]
fn r151_the_files_of_a_request_stand_with_it() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    let asked = pair.desk.call(
        "help.ask",
        json!({"relationship": id, "what": "Look over my application"}),
    );
    assert_eq!(asked["open"][0]["files"], json!([]));
    let added = pair.desk.call(
        "attachment.add",
        json!({"relationship": id, "name": "application.txt", "base64": "SSBhcHBseS4=", "kind": "help", "about": asked["id"], "share": true}),
    );
    let file =
        pair.desk.call("help.list", json!({"relationship": id}))["open"][0]["files"][0].clone();
    assert_eq!(
        file,
        json!({"attachment": added["id"], "name": "application.txt", "shared": true})
    );
    let opened = pair.desk.call(
        "attachment.open",
        json!({"relationship": id, "attachment": added["id"]}),
    );
    assert_eq!(opened["base64"], "SSBhcHBseS4=");
}

#[test]
fn the_history_of_an_activity_tells_what_it_was_by_whom_and_when() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    let goal = pair.desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Run a project", "horizon": "short"}),
    )["id"]
        .clone();
    let made = pair.desk.call(
        "activity.add",
        json!({"relationship": id, "goal": goal, "title": "Write the brief", "kind": "doing",
               "effort": {"count": 3, "unit": "days"}, "start": "2026-05-04"}),
    );
    let activity = made["id"].clone();
    pair.desk.set("2026-05-05T09:00:00Z");
    pair.desk.call(
        "activity.change",
        json!({"relationship": id, "activity": activity, "state": "under_way", "title": "Write the one-page brief"}),
    );
    pair.desk.set("2026-05-08T09:00:00Z");
    pair.desk.call(
        "activity.change",
        json!({"relationship": id, "activity": activity, "state": "done", "learned": "Shorter is harder."}),
    );
    let history = pair.desk.call(
        "activity.history",
        json!({"relationship": id, "activity": activity}),
    );
    let entries = history["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 3);
    assert_eq!(
        (
            &entries[0]["current"],
            &entries[0]["author"],
            &entries[0]["title"]
        ),
        (
            &json!(true),
            &json!("Priya Raman"),
            &json!("Write the one-page brief")
        )
    );
    assert_eq!(
        entries[0]["text"],
        "By doing, 3 days\nMonday 4 May 2026 to Wednesday 6 May 2026\nPriya Raman\nDone, since Friday 8 May 2026\nFor the goal “Run a project”\nLearned: Shorter is harder."
    );
    assert_eq!(entries[2]["title"], "Write the brief");
    assert!(entries[2]["when"].as_str().unwrap().contains("3 May 2026"));
}
