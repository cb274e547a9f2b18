//! What the tests of the page of sessions answer instead of Rust: real answers about Daniel and Ruth.

#![expect(
    clippy::disallowed_methods,
    reason = "a test that cannot be set up has failed"
)]

use crate::calendar::series;
use crate::sessions::Pair;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Set, it writes the file instead of holding it against the core.
const WRITE: &str = "FAIRLEAD_WRITE_FIXTURES";

/// Run with `FAIRLEAD_WRITE_FIXTURES=1` after an answer about sessions changed.
#[test]
fn the_page_of_sessions_is_tested_with_what_the_core_really_answers() {
    let mut pair = Pair::at("2026-03-11T10:00:00Z");
    let id = pair.id.clone();
    for (field, value) in [
        ("template.4.ends_on", json!("2026-12-18")),
        ("template.5.postpone", json!("move")),
        ("template.5.postpone_days", json!(7)),
        (
            "area.2.why_change",
            json!("The autumn budget takes all of October."),
        ),
    ] {
        pair.desk.answer(&id, field, value);
    }
    pair.ask(
        "pattern.set",
        json!({"cadence": "six_weeks_90", "when": "Wednesdays at 14:00", "place": "Video call"}),
    );
    pair.ask(
        "times.mark",
        json!({"side": "mentor", "times": [{"day": "thursday", "part": "morning", "mark": "avoid"}]}),
    );
    let booked = series(&mut pair);
    pair.ask("session.confirm", json!({"series": booked["series"]}));
    let session = |at: usize| booked["sessions"][at]["id"].clone();
    pair.desk.set("2026-06-12T10:00:00Z");
    pair.ask(
        "session.hold",
        json!({"session": session(0), "minutes": 80}),
    );
    pair.ask(
        "session.move",
        json!({"session": session(2), "on": "2026-06-18", "at": "15:00", "askedBy": "mentee"}),
    );
    pair.ask(
        "session.cancel",
        json!({"session": session(3), "askedBy": "mentor", "reason": "Two weeks away"}),
    );
    pair.ask(
        "slot.propose",
        json!({"slots": [{"on": "2026-07-30", "at": "09:00"}, {"on": "2026-08-05", "at": "10:00"}],
               "session": session(3), "proposedBy": "mentor"}),
    );
    pair.ask(
        "pace.tell",
        json!({"side": "mentor", "cadence": "monthly_60", "note": "Ninety minutes are hard to find."}),
    );
    let answers = json!({
        "list": pair.list(),
        "pattern": pair.ask("pattern.get", json!({})),
        "preview": pair.ask("series.preview", json!({"from": "2027-01-13", "at": "14:00", "times": 3})),
        "contingency": pair.ask("session.contingency", json!({"session": session(2)})),
        "calendar": pair.ask("calendar.sessions", json!({"session": session(2)})),
    });
    let mut text = serde_json::to_string_pretty(&answers).unwrap() + "\n";
    text = text.replace(&id, "ex");
    text = text.replace(booked["series"].as_str().unwrap(), "series1");
    for at in 0..7 {
        text = text.replace(session(at).as_str().unwrap(), &format!("session{}", at + 1));
    }
    for (list, name) in [("proposals", "proposal1"), ("pace", "talk1")] {
        let made: &Value = &answers["list"][list][0]["id"];
        text = text.replace(made.as_str().unwrap(), name);
    }
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/screens/sessions.json");
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == text,
        "tests/fixtures/screens/sessions.json is stale: run the test with {WRITE}=1"
    );
}
