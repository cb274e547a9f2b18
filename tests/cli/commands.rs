//! Each command does what its help says.

use crate::program::{Folder, Said, feed, program};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

#[test]
fn calls_names_request_response_and_their_types() {
    let said: Said = program().arg("calls").output().unwrap().into();
    let calls = said.value();
    let set = calls
        .as_array()
        .unwrap()
        .iter()
        .find(|call| call["name"] == "answer.set")
        .unwrap();
    assert_eq!(
        (set["request"].as_str(), set["response"].as_str()),
        (Some("SetAnswer"), Some("AnswerSaved"))
    );
    for name in ["SetAnswer", "AnswerSaved", "AnswerValue", "Side"] {
        let text = set["types"][name].as_str().unwrap();
        assert!(text.contains(&format!("export type {name} =")), "{text}");
    }
    let one: Said = program()
        .args(["calls", "answer.set"])
        .output()
        .unwrap()
        .into();
    assert_eq!(one.value(), json!([set]));
    let none: Said = program()
        .args(["calls", "answer.sat"])
        .output()
        .unwrap()
        .into();
    assert_eq!(none.code(), "unknown_call");
}

#[test]
fn calls_of_a_group_are_listed_in_one_line_each() {
    let said: Said = program()
        .args(["calls", "--short", "session.agenda"])
        .output()
        .unwrap()
        .into();
    assert!(said.out.lines().count() > 3);
    for line in said.out.lines() {
        let (name, about) = line.split_once("  ").unwrap();
        assert!(name.starts_with("session.agenda."), "{line}");
        assert!(about.ends_with('.'), "{line}");
    }
}

#[test]
fn types_prints_what_the_interface_is_checked_against() {
    let said: Said = program().arg("types").output().unwrap().into();
    assert_eq!(said.out, fairlead_core::api::table::described::typescript());
}

#[test]
fn a_call_takes_its_request_as_an_argument_or_from_standard_input() {
    let folder = Folder::new();
    let words = folder.call("date.read", &json!({"text": "26/11/2026"}));
    assert_eq!(words["words"], "Thursday 26 November 2026");
    let said = feed(
        &mut folder.command(&["call", "date.read", "-"]),
        "{\"text\": \"26/11/2026\"}\n",
    );
    assert_eq!(said.value(), words);
    let state = folder.run(&["call", "start.state"]).value();
    assert_eq!(
        (state["today"].as_str(), state["zone"].as_str()),
        (Some("2026-03-11"), Some("Europe/London"))
    );
}

#[test]
fn the_sample_is_added_once() {
    let folder = Folder::new();
    let id = folder.sample();
    assert_eq!(folder.sample(), id);
    let list = folder.run(&["call", "relationship.list"]).value();
    assert_eq!(list["relationships"][0]["id"], json!(id));
    assert_eq!(list["relationships"][0]["example"], true);
}

#[test]
fn a_paper_is_written_whole_and_never_over_another_file() {
    let folder = Folder::new();
    let id = folder.sample();
    let kinds: Said = program().arg("papers").output().unwrap().into();
    assert_eq!(kinds.value()[0]["kind"], "agreement");
    let out = folder.file("Ünsere Abmachung.pdf");
    let order = ["papers", "agreement", "--relationship", &id, "--out"];
    let made = folder.run_to(&order, &out).value();
    let a4 = std::fs::read(&out).unwrap();
    assert!(a4.starts_with(b"%PDF-"));
    assert_eq!(made["bytes"], json!(a4.len()));
    assert_eq!(folder.run_to(&order, &out).code(), "exists");
    assert_eq!(std::fs::read(&out).unwrap(), a4);
    let forced = [
        "papers",
        "agreement",
        "--relationship",
        &id,
        "--paper",
        "letter",
        "--force",
        "--out",
    ];
    folder.run_to(&forced, &out).value();
    let letter = std::fs::read(&out).unwrap();
    assert_ne!(letter, a4, "another paper");
    let beside: Vec<_> = std::fs::read_dir(out.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(
        beside.len(),
        2,
        "data and the paper, nothing half-written: {beside:?}"
    );
}

#[test]
fn n20_due_shows_three_leads_and_the_friday_before_a_weekend() {
    let folder = Folder::new();
    let lines = [
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London"}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Ruth Kessler"}, "connection": {"state": "connected", "on": "2026-03-09"}}}),
        json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": "template.4.starts_on", "value": "2026-03-11"}}),
        json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": "area.12.revisit", "value": "m6"}}),
    ];
    assert_eq!(folder.batch(&lines).status, Some(0));
    let said = folder.run(&["due", "--until", "2026-09-30T00:00:00Z"]);
    let at: Vec<_> = said
        .lines()
        .iter()
        .filter(|line| line["kind"] == "N20")
        .map(|line| {
            assert_eq!(line["zone"], "Europe/London");
            for key in ["relationship", "title", "body", "route"] {
                assert!(!line[key].as_str().unwrap().is_empty(), "{line}");
            }
            line["at"].as_str().unwrap().to_owned()
        })
        .collect();
    // The revisit is on Friday 11 September 2026.
    assert_eq!(
        at,
        [
            "2026-08-28T09:00:00+01:00",
            "2026-09-08T09:00:00+01:00",
            "2026-09-11T09:00:00+01:00",
        ]
    );
    // A lead on a Sunday is told on the Friday as well: the revisit is on Wednesday 9 September 2026.
    let id = folder.run(&["call", "relationship.list"]).value()["relationships"][0]["id"].clone();
    folder.call(
        "answer.set",
        &json!({"relationship": id, "field": "template.4.starts_on", "value": "2026-03-09"}),
    );
    let at: Vec<_> = folder
        .run(&["due", "--until", "2026-09-30T00:00:00Z"])
        .lines()
        .iter()
        .filter(|line| line["kind"] == "N20")
        .map(|line| {
            line["at"]
                .as_str()
                .unwrap()
                .split('T')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(at, ["2026-08-26", "2026-09-04", "2026-09-06", "2026-09-09"]);
}

/// J1: the mentee's turn, from the connection e-mail until she logs that she wrote.
#[test]
fn n01_due_in_journey_1_and_the_same_as_a_call() {
    let folder = Folder::at("2026-03-02T09:00:00Z", "Europe/London");
    let lines = [
        json!({"call": "profile.save", "with": {"name": "Priya Raman", "zone": "Europe/London"}}),
        json!({"call": "relationship.create", "with": {"role": "mentee",
            "partner": {"name": "Tomasz Lewandowski"}, "connection": {"state": "connected", "on": "2026-03-02"}}}),
        json!({"call": "reminder.due", "with": {"until": "2026-03-17T00:00:00Z"}}),
    ];
    let called = folder.batch(&lines).lines()[2]["output"]["notices"].clone();
    let said = folder.run(&["due", "--until", "2026-03-17T00:00:00Z"]);
    let told: Vec<_> = said
        .lines()
        .iter()
        .map(|line| {
            let at = line["at"].as_str().unwrap().to_owned();
            (line["kind"].as_str().unwrap().to_owned(), at)
        })
        .collect();
    let expected = [
        ("N01", "2026-03-05T09:00:00+00:00"),
        ("N01", "2026-03-06T09:00:00+00:00"),
        ("N01", "2026-03-08T09:00:00+00:00"),
        ("N01", "2026-03-09T09:00:00+00:00"),
        ("N03", "2026-03-16T17:00:00+00:00"),
    ];
    assert_eq!(
        told,
        expected.map(|(kind, at)| (kind.to_owned(), at.to_owned()))
    );
    let called = called.as_array().unwrap();
    assert_eq!(called.len(), told.len());
    for (notice, (kind, at)) in called.iter().zip(&told) {
        assert_eq!(notice["kind"], json!(kind));
        assert!(notice["at"].as_str().unwrap().starts_with(at));
    }
}

#[test]
fn a_backup_is_made_listed_and_restored_beside_the_data() {
    let folder = Folder::new();
    let id = folder.sample();
    let made = folder.run(&["backup"]).value();
    let name = made["backup"].as_str().unwrap();
    let listed = folder.run(&["backups"]).value();
    assert_eq!(listed["backups"][0], made);
    folder.call(
        "answer.set",
        &json!({"relationship": id, "field": "template.1.text", "value": "Only in the newer state"}),
    );
    let to = folder.file("restored");
    let restored = folder.run_to(&["restore", name, "--to"], &to).value();
    assert_eq!(restored["folder"], json!(to.display().to_string()));
    let said: Said = program()
        .arg("--data")
        .arg(&to)
        .args(["call", "agreement.get"])
        .arg(json!({"relationship": id}).to_string())
        .output()
        .unwrap()
        .into();
    assert!(!said.value().to_string().contains("Only in the newer state"));
    let now = folder.call("agreement.get", &json!({"relationship": id}));
    assert!(now.to_string().contains("Only in the newer state"));
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}

#[test]
fn a_reader_that_goes_away_ends_it_without_a_panic() {
    let mut child = program()
        .arg("types")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let said: Said = child.wait_with_output().unwrap().into();
    assert_eq!((said.err.as_str(), said.status), ("", Some(0)));

    let folder = Folder::new();
    let mut child = folder
        .command(&["batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    std::io::Write::write_all(
        &mut child.stdin.take().unwrap(),
        b"{\"call\":\"start.state\"}\n{\"call\":\"example.add\"}\n",
    )
    .unwrap();
    let said: Said = child.wait_with_output().unwrap().into();
    assert_eq!(said.code(), "output_closed");
    let list = folder.run(&["call", "relationship.list"]).value();
    assert_eq!(
        list["relationships"],
        json!([]),
        "the second line was not run"
    );
}

#[test]
fn answers_of_a_batch_come_before_the_next_line_is_written() {
    let folder = Folder::new();
    let mut child = folder
        .command(&["batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for _ in 0..3 {
        std::io::Write::write_all(&mut stdin, b"{\"call\":\"start.state\"}\n").unwrap();
        assert!(answers.next().unwrap().unwrap().contains("\"ok\":true"));
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}
