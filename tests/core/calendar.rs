//! Calendar files, as other people's programs read them (R142, R143, R94).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot be set up has failed"
)]

use crate::sessions::Pair;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Where the computers of the readers stand.
const ZONES: [&str; 2] = ["America/New_York", "Asia/Kolkata"];

fn run(program: &Path, arguments: &[&str], zone: &str, file: &Path) -> Value {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .env("TZ", zone)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The events of a file, by three readers on computers of two zones, who must agree.
fn read(text: &str) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sessions.ics");
    std::fs::write(&file, text).unwrap();
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/core/calendar");
    let python = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../test-python/bin/python");
    let mut told: Option<Value> = None;
    for zone in ZONES {
        let script = here.join("read.py");
        let theirs = run(&python, &[script.to_str().unwrap()], zone, &file);
        assert_eq!(theirs["faults"], json!([]));
        let libical = &theirs["libical"];
        assert_eq!(
            (&libical["valid"], &libical["errors"]),
            (&json!(1), &json!(0))
        );
        for (one, other) in theirs["events"]
            .as_array()
            .unwrap()
            .iter()
            .zip(libical["events"].as_array().unwrap())
        {
            for key in ["uid", "sequence", "start"] {
                assert_eq!(one[key], other[key], "libical in {zone}");
            }
        }
        let script = here.join("read.mjs");
        let javascript = run(Path::new("node"), &[script.to_str().unwrap()], zone, &file);
        assert_eq!(javascript["events"], theirs["events"], "ical.js in {zone}");
        assert_eq!(
            *told.get_or_insert(theirs["events"].clone()),
            theirs["events"],
            "{zone}"
        );
    }
    told.unwrap().as_array().unwrap().clone()
}

/// A calendar that goes by the ids and the numbers of what is imported.
#[derive(Default)]
struct Diary(BTreeMap<String, Value>);

impl Diary {
    fn import(&mut self, text: &str) {
        for event in read(text) {
            let uid = event["uid"].as_str().unwrap().to_owned();
            let newer = self
                .0
                .get(&uid)
                .is_none_or(|there| there["sequence"].as_i64() <= event["sequence"].as_i64());
            if newer && event["status"] == "CANCELLED" {
                self.0.remove(&uid);
            } else if newer {
                self.0.insert(uid, event);
            }
        }
    }

    fn starts(&self) -> Vec<&str> {
        let mut starts: Vec<_> = self
            .0
            .values()
            .map(|event| event["start"].as_str().unwrap())
            .collect();
        starts.sort_unstable();
        starts
    }
}

/// J6's series, booked by Daniel.
pub fn series(pair: &mut Pair) -> Value {
    pair.ask(
        "series.book",
        json!({"from": "2026-03-25", "at": "14:00", "times": 7, "count": 6, "unit": "weeks", "minutes": 90,
               "place": "Room 4; north, \"quiet\"", "state": "proposed"}),
    )
}

#[test]
fn j6_r143_three_readers_in_two_zones_see_the_instants_of_the_list_and_nothing_twice() {
    let mut pair = Pair::at("2026-03-11T10:00:00Z");
    let booked = series(&mut pair);
    let file = pair.ask("calendar.sessions", json!({"series": booked["series"]}));
    assert_eq!(file["entries"], 7);
    assert_eq!(file["name"], "Sessions - Daniel and Ruth.ics");
    let mut diary = Diary::default();
    for _ in 0..2 {
        diary.import(file["text"].as_str().unwrap());
    }
    let listed: Vec<_> = booked["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|session| session["utc"].as_str().unwrap())
        .collect();
    assert_eq!(diary.starts(), listed);
    assert_eq!(
        listed,
        [
            "2026-03-25T14:00:00Z",
            "2026-05-06T13:00:00Z",
            "2026-06-17T13:00:00Z",
            "2026-07-29T13:00:00Z",
            "2026-09-09T13:00:00Z",
            "2026-10-21T13:00:00Z",
            "2026-12-02T14:00:00Z"
        ]
    );
    let one = diary.0.values().next().unwrap();
    assert_eq!(
        one["summary"],
        "Mentoring session: Daniel Ferreira and Ruth Kessler"
    );
    assert_eq!(one["location"], "Room 4; north, \"quiet\"");
    assert_eq!(one["status"], "TENTATIVE", "nobody has accepted yet");

    // Accepted, moved and cancelled: the same entries change.
    pair.ask("session.confirm", json!({"series": booked["series"]}));
    let june = booked["sessions"][2]["id"].clone();
    pair.ask(
        "session.move",
        json!({"session": june, "on": "2026-06-18", "at": "15:00"}),
    );
    let file = pair.ask("calendar.sessions", json!({"session": june}));
    assert_eq!(file["entries"], 1);
    diary.import(file["text"].as_str().unwrap());
    assert_eq!(diary.0.len(), 7);
    assert_eq!(diary.starts()[2], "2026-06-18T14:00:00Z");
    let moved = diary
        .0
        .values()
        .find(|event| event["start"] == "2026-06-18T14:00:00Z");
    assert_eq!(moved.unwrap()["status"], "CONFIRMED");
    pair.ask("session.cancel", json!({"session": june}));
    let file = pair.ask("calendar.sessions", json!({"session": june}));
    assert!(file["text"].as_str().unwrap().contains("STATUS:CANCELLED"));
    diary.import(file["text"].as_str().unwrap());
    assert_eq!(diary.0.len(), 6, "the cancel file removes it");
    // The file of all tells of it as well, as long as the day has not come.
    assert_eq!(pair.ask("calendar.sessions", json!({}))["entries"], 7);
    pair.desk.set("2026-06-30T10:00:00Z");
    assert_eq!(pair.ask("calendar.sessions", json!({}))["entries"], 6);
}

#[test]
fn whatever_the_two_write_stays_inside_its_property_and_topics_stay_here() {
    let mut pair = Pair::at("2026-03-11T10:00:00Z");
    let place = "https://video.example/ł🙂?a=1;b=2,3 END:VEVENT".repeat(4);
    pair.add(
        "2026-03-25",
        "14:00",
        json!({"place": place, "topic": "leaving for another company", "method": "video call"}),
    );
    let file = pair.ask("calendar.sessions", json!({}));
    let text = file["text"].as_str().unwrap();
    assert!(!text.contains("another company"));
    let events = read(text);
    assert_eq!(events.len(), 1);
    assert_eq!(events[0]["location"], json!(place));
}

#[test]
fn r94_events_of_the_programme_are_a_calendar_file_too() {
    let mut pair = Pair::at("2026-03-11T10:00:00Z");
    assert_eq!(pair.refuse("calendar.events", json!({})).0, "empty");
    let view = pair.ask(
        "programme.event.add",
        json!({"name": "Mid-year gathering", "on": "2026-06-18", "at": "17:00", "place": "Great Hall"}),
    );
    pair.ask("programme.event.add", json!({"name": "No day yet"}));
    let file = pair.ask("calendar.events", json!({}));
    assert_eq!(
        (&file["entries"], &file["name"]),
        (&json!(1), &json!("Programme events - Daniel and Ruth.ics"))
    );
    let events = read(file["text"].as_str().unwrap());
    assert_eq!(events[0]["start"], "2026-06-18T16:00:00Z");
    assert_eq!(events[0]["sequence"], 0);
    let event = view["events"][0]["id"].clone();
    pair.ask(
        "programme.event.change",
        json!({"event": event, "on": "2026-06-19"}),
    );
    let file = pair.ask("calendar.events", json!({}));
    let again = read(file["text"].as_str().unwrap());
    assert_eq!(again[0]["uid"], events[0]["uid"]);
    assert_eq!(
        (&again[0]["sequence"], &again[0]["start"]),
        (&json!(1), &json!("2026-06-19T16:00:00Z"))
    );
    // Without a time it is the whole day.
    pair.ask("programme.event.change", json!({"event": event, "at": ""}));
    let text = pair.ask("calendar.events", json!({}))["text"].clone();
    assert!(
        text.as_str()
            .unwrap()
            .contains("DTSTART;VALUE=DATE:20260619\r\nDTEND;VALUE=DATE:20260620")
    );
}
