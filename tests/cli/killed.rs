//! B7: whatever the moment at which the program is killed, every edit it has answered is there.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::program::Folder;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;
use std::time::Duration;

/// Rounds of killing, over all threads (issue of the house: 200 in the test run).
const ROUNDS: u64 = 200;
/// Data folders that are worked on at the same time.
const FOLDERS: u64 = 4;
const FIELDS: [&str; 4] = [
    "template.1.text",
    "template.2.text",
    "template.4.text",
    "template.7.text",
];

/// Marsaglia's xorshift: the same moments in each run, as far as the system gives the same time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// What the data must hold: the last answered value of each field, and whether one more was sent.
#[derive(Default)]
struct Book {
    answered: HashMap<&'static str, u64>,
    sent: HashMap<&'static str, u64>,
    edits: usize,
}

/// Feeds edits, kills after a number of answers and a moment, and answers how many were acknowledged.
fn round(folder: &Folder, id: &str, dice: &mut Dice, book: &mut Book, count: &mut u64) {
    let mut child = folder
        .command(&["batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let first = *count + 1;
    // More lines than are ever answered, so that the child is at work when it dies; they fit into
    // the pipe, so that writing them does not wait.
    let lines = 60;
    for number in first..first + lines {
        let field = FIELDS[usize::try_from(number % 4).unwrap()];
        let line = json!({"call": "answer.set", "as": format!("n{number}"),
            "with": {"relationship": id, "field": field, "value": format!("Wording {number}")}});
        writeln!(stdin, "{line}").unwrap();
        book.sent.insert(field, number);
    }
    *count += lines;
    let answers = BufReader::new(child.stdout.take().unwrap());
    let wait_for = usize::try_from(dice.throw(12)).unwrap();
    let mut answered = Vec::new();
    let mut seen = answers.lines();
    for line in seen.by_ref().take(wait_for) {
        answered.push(line.unwrap());
    }
    // Not to wait for anything: to die at another place of the work each time.
    std::thread::sleep(Duration::from_micros(dice.throw(8_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    // Answers that were still in the pipe were given before it died.
    answered.extend(seen.map_while(Result::ok));
    for line in answered {
        // A line that was cut off was not given.
        let Ok(answer) = serde_json::from_str::<Value>(&line) else {
            continue;
        };
        assert_eq!(answer["ok"], true, "{answer}");
        let number: u64 = answer["as"]
            .as_str()
            .unwrap()
            .trim_start_matches('n')
            .parse()
            .unwrap();
        book.answered
            .insert(FIELDS[usize::try_from(number % 4).unwrap()], number);
        book.edits += 1;
    }
    drop(stdin);
}

/// Reads the data again: no answered edit is lost, and nothing is there that was not sent.
fn inspect(folder: &Folder, id: &str, book: &mut Book) {
    let seen = folder.call("agreement.get", &json!({"relationship": id}));
    for field in FIELDS {
        let value = seen["sections"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|section| section["fields"].as_array().unwrap())
            .find(|view| view["field"] == field)
            .unwrap()["answers"][0]["value"]
            .clone();
        let held: u64 = value
            .as_str()
            .and_then(|text| text.strip_prefix("Wording "))
            .map_or(0, |number| number.parse().unwrap());
        let least = book.answered.get(field).copied().unwrap_or(0);
        let most = book.sent.get(field).copied().unwrap_or(0);
        assert!(
            (least..=most).contains(&held),
            "{field}: {held} is not from {least} to {most}"
        );
        // What was written and not answered any more counts from here on.
        book.answered.insert(field, held);
    }
}

#[test]
fn b7_every_answered_edit_outlives_200_kills() {
    let edits: Vec<usize> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..FOLDERS)
            .map(|thread| {
                scope.spawn(move || {
                    let folder = Folder::new();
                    let id = folder.sample();
                    let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ (thread + 1));
                    let mut book = Book::default();
                    let mut count = 0;
                    // The sample's own words stand in the fields until the first edit.
                    for field in FIELDS {
                        folder.call(
                            "answer.set",
                            &json!({"relationship": id, "field": field, "value": "Wording 0"}),
                        );
                    }
                    for number in 1..=ROUNDS / FOLDERS {
                        round(&folder, &id, &mut dice, &mut book, &mut count);
                        inspect(&folder, &id, &mut book);
                        if number % 10 == 0 {
                            assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
                        }
                    }
                    book.edits
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    let all: usize = edits.iter().sum();
    assert!(all > 400, "only {all} edits were answered before the kills");
}

#[test]
fn an_example_that_was_cut_short_is_made_anew() {
    for pause in [40_u64, 120, 200, 320, 480] {
        let folder = Folder::new();
        let mut child = folder
            .command(&["sample"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while !folder.data().join("fairlead.db").exists() {
            assert!(child.try_wait().unwrap().is_none(), "it ended too early");
            std::thread::yield_now();
        }
        // Not to wait for anything: to die at another place of the filling each time.
        std::thread::sleep(Duration::from_millis(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        let id = folder.sample();
        let list = folder.call("relationship.list", &json!({}));
        let list = list["relationships"].as_array().unwrap();
        assert_eq!(list.len(), 1, "after {pause} ms");
        assert_eq!(list[0]["id"], id.as_str());
        assert_eq!(list[0]["settled"], 20, "after {pause} ms");
    }
}
