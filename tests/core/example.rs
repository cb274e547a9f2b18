//! The example relationship shows life on every page, on whichever day it is added.

use crate::desk::Desk;
use serde_json::{Value, json};

fn count(of: &Value) -> usize {
    of.as_array().map_or(0, Vec::len)
}

#[test]
fn the_example_has_lived_a_while_on_whichever_day_it_is_added() {
    for day in 16..=22 {
        let mut desk = Desk::at(&format!("2026-11-{day}T10:32:00Z"), "Europe/London");
        let id = desk.call("example.add", json!({}))["id"].clone();
        let which = json!({ "relationship": id });

        let list = desk.call("session.list", which.clone());
        let sessions = list["sessions"].as_array().unwrap();
        let states: Vec<&str> = sessions
            .iter()
            .map(|session| session["state"].as_str().unwrap())
            .collect();
        assert_eq!(states, ["held", "held", "confirmed", "confirmed"], "{day}");
        assert_eq!(count(&list["ledger"]["lines"]), 1);
        let seen = desk.call("relationship.get", which.clone());
        assert_eq!(seen["nextSession"]["id"], sessions[2]["id"], "{day}");
        let date = seen["nextSession"]["date"]["words"].as_str().unwrap();
        assert!(date.starts_with("Wednesday"), "{date}");
        assert_eq!(seen["contact"]["flag"], "green");

        let page = |desk: &mut Desk, at: usize| {
            let session = &sessions[at]["id"];
            desk.call(
                "session.page",
                json!({"relationship": id, "session": session}),
            )
        };
        let next = page(&mut desk, 2);
        assert_eq!(count(&next["agenda"]), 3, "one of them was carried over");
        assert!(next["agenda"][0]["carriedFrom"].is_string());
        assert_eq!(count(&next["actions"]), 1);
        assert!(next["wish"]["first"].is_object());
        let last = page(&mut desk, 1);
        assert_eq!(count(&last["notes"]), 4);
        assert!(last["feedback"]["people"][1]["answers"].is_object());
        assert!(last["summary"]["sent"].is_string());
        // What was written then is told with the time of then.
        let when = last["wish"]["first"]["when"].as_str().unwrap();
        assert!(when.starts_with("Monday"), "{when}");

        let tasks = desk.call("task.list", which.clone());
        assert_eq!((count(&tasks["open"]), count(&tasks["done"])), (3, 1));
        let plan = desk.call("plan.get", which.clone());
        let states: Vec<&Value> = plan["goals"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|goal| goal["activities"].as_array().unwrap())
            .map(|activity| &activity["state"])
            .collect();
        for state in ["not_started", "under_way", "done"] {
            assert!(states.iter().any(|each| *each == state), "{state}");
        }
        assert_eq!(plan["goals"][0]["coverage"]["count"], 3);
        let log = desk.call("contact.list", which.clone());
        assert!(
            !log.to_string().contains("escalation\":{"),
            "nobody is late"
        );
        // It begins fresh: nothing to take back, nothing new to look at.
        assert!(seen["undo"].is_null());
    }
}
