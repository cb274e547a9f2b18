//! Sessions by batch: J1's first one, J6 from the series to the move, and what J9 counts in the end.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::program::Folder;
use serde_json::{Value, json};

/// Daniel's folder on 11 March 2026, with Ruth in Toronto; answers the relationship's id.
fn daniel() -> (Folder, Value) {
    let folder = Folder::at("2026-03-11T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "with": {"role": "mentee",
            "partner": {"name": "Ruth Kessler", "zone": "America/Toronto"},
            "connection": {"state": "connected", "on": "2026-03-02"}}}),
    ]);
    let id = said.lines()[1]["output"]["id"].clone();
    (folder, id)
}

#[test]
fn j1_the_meeting_that_is_agreed_is_session_1() {
    let mut folder = Folder::at("2026-03-02T09:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Priya Raman", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Tomasz Lewandowski", "zone": "Europe/London"},
            "connection": {"state": "connected", "on": "2026-03-02"}}}),
    ]);
    let id = said.lines()[1]["output"]["id"].clone();
    folder.set("2026-03-10T11:00:00Z");
    let said = folder.batch(&[
        json!({"call": "session.add", "as": "s", "with": {"relationship": id, "on": "2026-03-11", "at": "15:00", "place": "Canteen B"}}),
        json!({"call": "session.get", "with": {"relationship": id, "session": "$s.id"}}),
    ]);
    let session = &said.lines()[1]["output"];
    assert_eq!(
        (&session["number"], &session["kind"], &session["place"]),
        (&json!(1), &json!("first"), &json!("Canteen B"))
    );
    assert_eq!(session["date"]["words"], "Wednesday 11 March 2026");
    assert_eq!(session["state"], "confirmed");
}

#[test]
fn j6_a_series_is_booked_exported_twice_moved_and_cancelled() {
    let (mut folder, id) = daniel();
    let with = |more: Value| {
        let mut with = more;
        with["relationship"] = id.clone();
        with
    };
    let said = folder.batch(&[
        json!({"call": "series.book", "as": "b", "with": with(json!({"from": "2026-03-25", "at": "14:00", "times": 7,
            "count": 6, "unit": "weeks", "minutes": 90, "state": "proposed"}))}),
        json!({"call": "session.confirm", "with": with(json!({"series": "$b.series"}))}),
        json!({"call": "calendar.sessions", "with": with(json!({"series": "$b.series"}))}),
        json!({"call": "calendar.sessions", "with": with(json!({}))}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let lines = said.lines();
    let sessions = lines[1]["output"]["sessions"].as_array().unwrap().clone();
    let told: Vec<(&str, &str)> = sessions
        .iter()
        .map(|session| {
            (
                session["on"].as_str().unwrap(),
                session["people"][1]["time"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("2026-03-25", "10:00"),
            ("2026-05-06", "09:00"),
            ("2026-06-17", "09:00"),
            ("2026-07-29", "09:00"),
            ("2026-09-09", "09:00"),
            ("2026-10-21", "09:00"),
            ("2026-12-02", "09:00"),
        ]
    );
    let ids = |text: &Value| -> Vec<String> {
        text.as_str()
            .unwrap()
            .lines()
            .filter(|line| line.starts_with("UID:"))
            .map(str::to_owned)
            .collect()
    };
    let first = ids(&lines[2]["output"]["text"]);
    assert_eq!(first.len(), 7);
    assert_eq!(ids(&lines[3]["output"]["text"]), first, "no duplicates");
    let text = lines[2]["output"]["text"].as_str().unwrap();
    let starts: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("DTSTART:"))
        .map(|start| start.split_once('T').unwrap().1)
        .collect();
    assert_eq!(
        starts,
        [
            "140000Z", "130000Z", "130000Z", "130000Z", "130000Z", "130000Z", "140000Z"
        ]
    );

    // Asked on 12 June, written down a day later.
    folder.set("2026-06-13T10:00:00Z");
    let june = &sessions[2]["id"];
    let said = folder.batch(&[
        json!({"call": "session.move", "with": with(json!({"session": june, "on": "2026-06-18", "at": "15:00",
            "askedBy": "mentee", "askedOn": "2026-06-12"}))}),
        json!({"call": "calendar.sessions", "with": with(json!({"session": june}))}),
        json!({"call": "session.cancel", "with": with(json!({"session": june, "askedBy": "mentor"}))}),
        json!({"call": "calendar.sessions", "with": with(json!({"session": june}))}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let lines = said.lines();
    let ledger = &lines[0]["output"]["ledger"];
    assert_eq!(ledger["lines"][0]["notice"]["words"], "5 days");
    assert_eq!(
        ledger["counts"][0]["words"],
        "Daniel Ferreira: 1 move, no cancellations"
    );
    let moved = lines[1]["output"]["text"].as_str().unwrap();
    assert!(moved.contains(&first[2]) && moved.contains("DTSTART:20260618T140000Z"));
    // Confirming was the first change.
    assert!(moved.contains("SEQUENCE:2") && moved.contains("STATUS:CONFIRMED"));
    let cancelled = lines[3]["output"]["text"].as_str().unwrap();
    assert!(cancelled.contains(&first[2]));
    assert!(cancelled.contains("SEQUENCE:3") && cancelled.contains("STATUS:CANCELLED"));
}

#[test]
fn j9_the_log_says_eight_meetings_and_ten_hours() {
    let (mut folder, id) = daniel();
    folder.set("2026-12-16T18:00:00Z");
    let held = [
        ("2026-03-11", 60),
        ("2026-03-25", 90),
        ("2026-05-06", 90),
        ("2026-06-18", 90),
        ("2026-07-29", 90),
        ("2026-09-30", 60),
        ("2026-10-28", 60),
        ("2026-11-25", 60),
    ];
    let lines: Vec<Value> = held
        .iter()
        .map(|(on, minutes)| {
            json!({"call": "session.add", "with": {"relationship": id, "on": on, "at": "14:00", "state": "held", "heldMinutes": minutes}})
        })
        .collect();
    let said = folder.batch(&lines);
    let last = &said.lines()[7]["output"];
    assert_eq!(
        (&last["held"], &last["heldWords"]),
        (&json!(8), &json!("10 h"))
    );
    assert_eq!(
        last["partnershipStart"]["words"], "Wednesday 11 March 2026",
        "C11"
    );
}
