//! J4, steps 9 to 12: Daniel and Ruth sign at one computer, their version stays, and what was changed is
//! found; and whatever the moment at which the program is killed, a signature is there whole or not at all.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::filling;
use crate::program::Folder;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

fn line(call: &str, with: Value) -> Value {
    json!({"call": call, "with": with})
}

fn named(call: &str, with: Value, name: &str) -> Value {
    json!({"call": call, "with": with, "as": name})
}

/// A folder in which all is filled and agreed, and the relationship.
fn agreed() -> (Folder, String) {
    let folder = Folder::at("2026-03-24T10:00:00Z", "Europe/London");
    let id = agreed_with(&folder, "Ruth Kessler");
    (folder, id)
}

/// A relationship of Daniel's in this folder in which all is filled and agreed.
fn agreed_with(folder: &Folder, partner: &str) -> String {
    let mut lines = vec![
        line(
            "profile.save",
            json!({"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}),
        ),
        named(
            "relationship.create",
            json!({"role": "mentee", "partner": {"name": partner, "zone": "America/Toronto"},
                "connection": {"state": "connected", "on": "2026-03-09"}}),
            "r",
        ),
    ];
    lines.extend(filling::lines());
    lines.push(line("agreement.ready", json!({"relationship": "$r.id"})));
    let said = folder.batch(&lines);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    let id = answers[1]["output"]["id"].as_str().unwrap().to_owned();
    let talking = answers.last().unwrap()["output"]["talking"].clone();
    let agree: Vec<Value> = talking
        .as_array()
        .unwrap()
        .iter()
        .map(|section| {
            line(
                "section.stand",
                json!({"relationship": id, "section": section["section"], "standing": "agreed"}),
            )
        })
        .collect();
    assert_eq!(folder.batch(&agree).status, Some(0));
    id
}

fn signature(id: &str, side: &str, name: &str) -> Value {
    json!({"relationship": id, "version": "$b.version.id", "fingerprint": "$b.version.fingerprint.hex",
        "side": side, "name": name, "kind": "typed"})
}

#[test]
fn j4_steps_9_to_11_one_types_one_draws_and_one_changed_letter_is_named() {
    let (folder, id) = agreed();
    let which = json!({"relationship": id});
    let mut drawn = signature(&id, "mentor", "Ruth Kessler");
    drawn["kind"] = json!("drawn");
    drawn["drawing"] = json!({"width": 600, "height": 200, "strokes": [[[10, 100], [300, 20]]]});
    let side = |side: &str| json!({"relationship": id, "side": side});
    let said = folder.batch(&[
        named("signing.begin", which.clone(), "b"),
        line("signing.open", side("mentee")),
        line("signing.sign", signature(&id, "mentee", "Daniel Ferreira")),
        line("signing.hand_over", side("mentor")),
        line("signing.open", side("mentor")),
        line("signing.sign", drawn),
        line("version.get", json!({"relationship": id, "version": 1})),
        line("version.files", json!({"relationship": id, "version": 1})),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    let receipt = &answers[5]["output"]["signed"];
    assert_eq!(
        receipt["words"],
        "Version 1 was signed by both, on Tuesday 24 March 2026, 10:00 (Europe/London)."
    );
    let page = answers[6]["output"]["document"].to_string();
    for word in receipt["fingerprint"]["words"].as_array().unwrap() {
        assert!(page.contains(word.as_str().unwrap()));
    }
    // Step 9: the text is locked; an edit creates draft version 2.
    let changed = json!({"relationship": id, "field": "area.5.silence_weeks", "value": 12});
    folder.call("answer.set", &changed);
    let list = folder.call("version.list", &which);
    assert_eq!(
        (&list["draft"]["number"], &list["draft"]["changes"]),
        (&json!(2), &json!(1))
    );
    let files = folder.call("version.files", &json!({"relationship": id, "version": 1}));
    assert_eq!(files, answers[7]["output"], "to the letter");
    // Step 11: one letter.
    let check = |agreement: &str| {
        folder.call(
            "version.check",
            &json!({"agreement": agreement, "signatures": files["signatures"]}),
        )
    };
    let agreement = files["agreement"].as_str().unwrap();
    assert_eq!(check(agreement)["verdict"], "valid");
    let altered = agreement.replacen("\"label\":\"", "\"label\":\"x", 1);
    assert_ne!(agreement, altered);
    let found = check(&altered);
    assert_eq!(found["verdict"], "not_valid");
    let words = found["words"].as_str().unwrap();
    assert!(
        words.starts_with("This does not match what was signed: Section 1, "),
        "{words}"
    );
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}

#[test]
fn what_is_not_ready_is_refused_with_what_is_missing() {
    let folder = Folder::new();
    let said = folder.batch(&[
        line(
            "profile.save",
            json!({"name": "Daniel Ferreira", "zone": "Europe/London"}),
        ),
        named(
            "relationship.create",
            json!({"role": "mentee", "partner": {"name": "Ruth Kessler"},
            "connection": {"state": "waiting"}}),
            "r",
        ),
        line("signing.begin", json!({"relationship": "$r.id"})),
    ]);
    let refused = said.refusal();
    assert_eq!(refused["code"], "not_ready");
    assert!(
        refused["message"].as_str().unwrap().contains("and "),
        "{refused}"
    );
}

/// Rounds of killing.
const ROUNDS: u64 = 25;

/// Marsaglia's xorshift, as in the test of the edits.
fn throw(dice: &mut u64, sides: u64) -> u64 {
    *dice ^= *dice << 13;
    *dice ^= *dice >> 7;
    *dice ^= *dice << 17;
    *dice % sides
}

#[test]
fn b7_a_signature_is_there_whole_or_not_at_all_whenever_the_program_is_killed() {
    let (folder, id) = agreed();
    let which = json!({"relationship": id});
    let mut dice = 0x9E37_79B9_7F4A_7C15_u64;
    let mut signatures = 0;
    for round in 0..ROUNDS {
        let mut child = folder
            .command(&["batch", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        for _ in 0..6 {
            // The second to sign is left out, so that it can be taken back and signed again.
            let lines = [
                named("signing.begin", which.clone(), "b"),
                line("signing.sign", signature(&id, "mentee", "Daniel Ferreira")),
                line(
                    "signing.withdraw",
                    json!({"relationship": id, "side": "mentor"}),
                ),
            ];
            for mut line in lines {
                line["may_fail"] = json!(true);
                writeln!(stdin, "{line}").unwrap();
            }
        }
        let mut seen = BufReader::new(child.stdout.take().unwrap()).lines();
        let wait_for = usize::try_from(throw(&mut dice, 8)).unwrap();
        let mut answered: Vec<String> = seen.by_ref().take(wait_for).map(Result::unwrap).collect();
        // Not to wait for anything: to die at another place of the work each time.
        std::thread::sleep(Duration::from_micros(throw(&mut dice, 6_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        answered.extend(seen.map_while(Result::ok));
        drop(stdin);
        let done = answered
            .iter()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
            .filter(|line| line["ok"] == true && line["output"]["next"] == "second")
            .filter(|line| line["as"].is_null())
            .count();
        assert_eq!(
            folder.run(&["check"]).value(),
            json!({"ok": true}),
            "round {round}"
        );
        let list = folder.call("version.list", &which);
        let held = list["versions"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|version| version["people"].as_array().unwrap())
            .filter(|person| person["signature"].is_object())
            .count();
        assert!(held >= signatures + done, "{held} of {}", signatures + done);
        signatures = held;
    }
    assert!(signatures > 0, "something was signed before a kill");
}

/// Signs the agreement as both and writes the signed paper to a file of this name.
fn signed_paper(folder: &Folder, id: &str, name: &str) -> PathBuf {
    let which = json!({"relationship": id});
    let said = folder.batch(&[
        named("signing.begin", which, "b"),
        line("signing.sign", signature(id, "mentee", "Daniel Ferreira")),
        line("signing.sign", signature(id, "mentor", "Ruth Kessler")),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let out = folder.file(name);
    let words = ["papers", "signed", "--relationship", id, "--out"];
    folder.run_to(&words, &out).value();
    out
}

#[test]
fn j4_step_12_verify_asks_for_a_spoken_check_of_a_changed_key_and_believes_it_afterwards() {
    let (folder, id) = agreed();
    // Daniel has a key from another agreement; Ruth gets another one each time, as if her program were installed anew.
    let other = agreed_with(&folder, "Maya Lin");
    folder.call("signing.begin", &json!({"relationship": other}));
    let backup = folder.call("backup.make", &json!({}))["backups"][0]["backup"].clone();
    let papers = ["one.pdf", "other.pdf"].map(|name| {
        let paper = signed_paper(&folder, &id, name);
        folder.call("backup.restore", &json!({"backup": backup}));
        paper
    });
    let verify = |paper: &PathBuf| {
        let said = folder.run_to(&["verify"], paper);
        let found: Value = serde_json::from_str(&said.out).unwrap();
        (said.status, found)
    };
    let (status, found) = verify(&papers[0]);
    assert_eq!((status, &found["verdict"]), (Some(0), &json!("valid")));
    let (status, found) = verify(&papers[1]);
    assert_eq!((status, &found["code"]), (Some(2), &json!("key_changed")));
    let happened = found["sentence"]["happened"].as_str().unwrap();
    assert!(
        happened.starts_with("The key of Ruth Kessler has changed since Tuesday 24 March 2026"),
        "{happened}"
    );
    let keys = folder.call("key.get", &json!({"relationship": id}));
    let changed = &keys["partner"][1];
    assert_eq!(changed["state"], "changed", "{keys}");
    folder.call(
        "key.confirm",
        &json!({"relationship": id, "key": changed["key"]}),
    );
    let (status, found) = verify(&papers[1]);
    assert_eq!((status, &found["verdict"]), (Some(0), &json!("valid")));
    assert_eq!(
        verify(&papers[0]).0,
        Some(2),
        "the old key is the changed one now"
    );
}
