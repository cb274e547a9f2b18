//! J5, steps 6 and 7: a task with too little time, and a date that cannot be kept.

use crate::program::Folder;
use serde_json::json;

#[test]
fn j5_steps_6_and_7_a_short_task_gets_a_better_date_and_a_late_one_keeps_the_first() {
    let mut folder = Folder::at("2026-03-25T10:00:00Z", "America/Toronto");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Ruth Kessler", "zone": "America/Toronto", "roles": ["mentor"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentor",
            "partner": {"name": "Daniel Ferreira", "email": "daniel@london.example", "zone": "Europe/London"},
            "connection": {"state": "connected", "on": "2026-03-09"}}}),
        json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": "area.3.task_days", "value": 5}}),
        json!({"call": "task.add", "as": "t", "with": {"relationship": "$r.id", "what": "send me the brief", "due": "2026-03-27"}}),
        json!({"call": "task.change", "with": {"relationship": "$r.id", "task": "$t.id", "due": "$t.warning.proposed.date"}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let lines = said.lines();
    let relationship = lines[1]["output"]["id"].clone();
    let set = &lines[3]["output"];
    assert!(
        set["warning"]["words"]
            .as_str()
            .unwrap()
            .starts_with("2 days: you agreed on at least 5."),
        "R22"
    );
    assert_eq!(set["warning"]["proposed"]["words"], "Friday 3 April 2026");
    assert_eq!(
        (&set["open"][0]["ownerName"], &set["open"][0]["setByName"]),
        (&json!("Daniel Ferreira"), &json!("Ruth Kessler"))
    );
    assert_eq!(lines[4]["output"]["warning"], json!(null));

    folder.set("2026-04-01T10:00:00Z");
    let told = folder.call(
        "task.cant_make_it",
        &json!({"relationship": relationship, "task": set["id"], "reason": "month-end", "due": "2026-04-10"}),
    );
    let view = &told["open"][0];
    assert_eq!(
        view["movedWords"], "moved once; was Friday 3 April 2026",
        "R23"
    );
    assert_eq!(view["due"]["words"], "Friday 10 April 2026");
    assert_eq!(
        (&told["message"]["name"], &told["message"]["subject"]),
        (
            &json!("Ruth Kessler"),
            &json!("A later date for “send me the brief”")
        )
    );
    assert!(folder.run(&["check"]).status == Some(0));
}
