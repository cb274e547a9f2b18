//! The answers of the fixture, as the calls that give them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a fixture that cannot be read has failed the test"
)]

use serde_json::{Value, json};

fn line(call: &str, with: Value) -> Value {
    json!({"call": call, "with": with})
}

/// Fills the whole agreement of the relationship `$r`.
pub fn lines() -> Vec<Value> {
    let fixture: Vec<Value> =
        serde_json::from_str(include_str!("../fixtures/agreement.json")).unwrap();
    let mut lines = Vec::new();
    for given in &fixture {
        let with = |more: &Value| {
            let mut with = more.clone();
            with["relationship"] = json!("$r.id");
            with
        };
        let field = given["field"].as_str().unwrap();
        let items = || given["value"].as_array().unwrap().iter();
        if field == "template.3.goals" {
            lines.extend(items().map(|goal| line("goal.add", with(goal))));
        } else if field == "template.4.milestones" {
            lines.extend(items().map(|each| {
                line(
                    "milestone.add",
                    with(&json!({"name": each["name"], "on": each["on"]})),
                )
            }));
        } else if let Some(calls) = given["calls"].as_array() {
            let calls = calls.iter();
            lines.extend(
                calls.map(|each| line(each["call"].as_str().unwrap(), with(&each["with"]))),
            );
        } else {
            let mut more = json!({"field": field, "value": given["value"]});
            if given["side"].is_string() {
                more["side"] = given["side"].clone();
            }
            lines.push(line("answer.set", with(&more)));
        }
    }
    lines
}
