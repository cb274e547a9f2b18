//! What the tests of the plan's screens answer instead of Rust: a real plan.

use super::{desk, of};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Set, it writes the file instead of holding it against the core.
const WRITE: &str = "FAIRLEAD_WRITE_FIXTURES";

/// Run with `FAIRLEAD_WRITE_FIXTURES=1` after the plan's answers changed.
#[test]
fn the_plans_screens_are_tested_with_what_the_core_really_answers() {
    let (mut desk, id) = desk();
    let mut names = vec![(id.clone(), "ex".to_owned())];
    let mut made = |desk: &mut crate::desk::Desk, name: &str, call: &str, more: Value| -> Value {
        let answer = desk.call(call, of(&id, more));
        let made = answer["id"].clone();
        names.push((made.as_str().unwrap().to_owned(), name.to_owned()));
        made
    };
    let goals: Vec<Value> = [
        ("Run one project across teams", "short", json!(1)),
        (
            "Be ready for a head-of-data post in three years",
            "long",
            json!(2),
        ),
        (
            "Stay calm when challenged in the steering group",
            "short",
            json!(3),
        ),
        ("Basics of budgeting", "short", Value::Null),
    ]
    .into_iter()
    .zip(1..)
    .map(|((title, horizon, rank), at)| {
        made(
            &mut desk,
            &format!("goal{at}"),
            "goal.add",
            json!({"title": title, "horizon": horizon, "rank": rank}),
        )
    })
    .collect();
    for ((goal, title, kind, count, unit, start), at) in [
        (
            0,
            "Write the one-page brief",
            "doing",
            3,
            "hours",
            json!("2026-03-30"),
        ),
        (
            0,
            "Sit in on two steering meetings with Mei",
            "others",
            2,
            "days",
            json!("2026-04-14"),
        ),
        (
            0,
            "Lead the retention forecast",
            "stretch",
            10,
            "weeks",
            json!("2026-04-13"),
        ),
        (
            1,
            "Three talks with heads of data",
            "others",
            3,
            "hours",
            Value::Null,
        ),
        (
            2,
            "Rehearse hard questions",
            "doing",
            4,
            "hours",
            Value::Null,
        ),
    ]
    .into_iter()
    .zip(1..)
    {
        made(
            &mut desk,
            &format!("activity{at}"),
            "activity.add",
            json!({"goal": goals[goal], "title": title, "kind": kind,
                "effort": {"count": count, "unit": unit}, "start": start}),
        );
    }
    made(
        &mut desk,
        "resource1",
        "resource.add",
        json!({"goal": goals[0], "kind": "book", "title": "A book on forecasting", "side": "mentor"}),
    );
    made(
        &mut desk,
        "milestone1",
        "milestone.add",
        json!({"name": "October planning round", "on": "2026-10-05", "rating": "stretch"}),
    );
    let plan = desk.call("plan.get", of(&id, json!({})));
    let text = serde_json::to_string_pretty(&plan).unwrap() + "\n";
    let now = names
        .iter()
        .fold(text, |text, (id, name)| text.replace(id, name));
    let file =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/screens/plan.json");
    if std::env::var_os(WRITE).is_some() {
        fairlead_core::files::write_whole(
            &file,
            now.as_bytes(),
            fairlead_core::files::Readers::Usual,
        )
        .unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == now,
        "tests/fixtures/screens/plan.json is stale: run the test with {WRITE}=1"
    );
}
