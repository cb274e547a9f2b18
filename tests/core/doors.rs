//! The closed doors through the use cases: each says its state, lets nothing else be called, and
//! opens again when the reason is gone (issue 2, items 4 and 6; B7).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected should stop there"
)]

use crate::desk::start;
use fairlead_core::Fairlead;
use fairlead_core::clock::SetClock;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

struct House {
    folder: TempDir,
    clock: Arc<SetClock>,
}

impl House {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            clock: Arc::new(SetClock::new(crate::desk::moment(
                "2026-11-26T10:00:00Z",
                "Europe/London",
            ))),
        }
    }

    /// One that was used: a profile, a relationship, an answer, a backup.
    fn lived_in() -> Self {
        let house = Self::new();
        let mut fairlead = house.start();
        ok(
            &mut fairlead,
            "profile.save",
            json!({"name": "Priya Raman", "roles": ["mentee"]}),
        );
        let made = ok(
            &mut fairlead,
            "relationship.create",
            json!({"role": "mentee", "partner": {"name": "Tomasz"}, "connection": {"state": "waiting"}}),
        );
        ok(
            &mut fairlead,
            "answer.set",
            json!({"relationship": made["id"], "field": "area.12.text", "value": "Learn to lead a team"}),
        );
        ok(
            &mut fairlead,
            "answer.set",
            json!({"relationship": made["id"], "field": "template.4.starts_on", "value": "2026-12-01"}),
        );
        ok(&mut fairlead, "backup.make", json!({}));
        house
    }

    fn start(&self) -> Fairlead {
        start(&self.folder, &self.clock)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("data").join(name)
    }

    fn wait(&self, utc: &str) {
        self.clock.set(crate::desk::moment(utc, "Europe/London"));
    }
}

fn ok(fairlead: &mut Fairlead, name: &str, request: Value) -> Value {
    fairlead.call(name, request).unwrap().output
}

/// Code, field and message of a refusal.
fn refused(fairlead: &mut Fairlead, name: &str, request: Value) -> (String, String, String) {
    let error = fairlead.call(name, request).map(|_| ()).unwrap_err();
    (error.code, error.field.unwrap_or_default(), error.message)
}

fn state(fairlead: &mut Fairlead) -> String {
    let state = ok(fairlead, "start.state", json!({}));
    let closed = state["state"] != "open";
    for part in ["happened", "safe", "next"] {
        let said = state["sentence"][part].as_str().unwrap_or_default();
        assert_eq!(!said.is_empty(), closed, "{state}");
    }
    if closed {
        // Nothing else answers, and each refusal says why.
        for name in [
            "today.get",
            "profile.get",
            "relationship.list",
            "backup.make",
        ] {
            let (code, _, message) = refused(fairlead, name, json!({}));
            assert_eq!(code, state["state"], "{name}");
            assert!(message.len() > 30, "{message}");
        }
    }
    state["state"].as_str().unwrap().to_owned()
}

fn names(fairlead: &mut Fairlead) -> Vec<String> {
    let list = ok(fairlead, "relationship.list", json!({}));
    list["relationships"]
        .as_array()
        .unwrap()
        .iter()
        .map(|view| view["title"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_new_folder_is_open_and_asks_whose_it_is() {
    let house = House::new();
    let mut fairlead = house.start();
    assert_eq!(state(&mut fairlead), "open");
    assert_eq!(
        ok(&mut fairlead, "start.state", json!({}))["firstRun"],
        true
    );
    drop(fairlead);
    let mut fairlead = House::lived_in().start();
    assert_eq!(
        ok(&mut fairlead, "start.state", json!({}))["firstRun"],
        false
    );
}

#[test]
fn a_pass_phrase_locks_and_unlocks() {
    let house = House::lived_in();
    let phrase = json!({"passPhrase": "seven lanterns on the quay"});
    ok(&mut house.start(), "passphrase.set", phrase.clone());
    let mut fairlead = house.start();
    assert_eq!(state(&mut fairlead), "locked");
    for _ in 0..3 {
        let (code, field, _) = refused(
            &mut fairlead,
            "start.unlock",
            json!({"passPhrase": "a guess"}),
        );
        assert_eq!(
            (code.as_str(), field.as_str()),
            ("pass_phrase_wrong", "passPhrase")
        );
    }
    let (code, _, message) = refused(&mut fairlead, "start.unlock", phrase.clone());
    assert_eq!(code, "wait");
    assert!(message.contains("Wait 5 seconds"), "{message}");
    // A slip in the recovery code leaves the pass phrase's screen in its place.
    let (code, field, _) = refused(&mut fairlead, "start.recover", json!({"code": "ABCD"}));
    assert_eq!((code.as_str(), field.as_str()), ("code_mistyped", "code"));
    assert_eq!(state(&mut fairlead), "locked");
    // Asking again is no try, and says how long it takes.
    let again = ok(&mut fairlead, "start.retry", json!({}));
    assert_eq!(
        (&again["state"], &again["waitSeconds"]),
        (&json!("locked"), &json!(5))
    );
    house.wait("2026-11-26T10:00:05Z");
    ok(&mut fairlead, "start.unlock", phrase);
    assert_eq!(state(&mut fairlead), "open");
    assert_eq!(names(&mut fairlead).len(), 1);
}

#[test]
fn a_lost_key_asks_for_the_recovery_code_and_keeps_a_new_key() {
    let house = House::lived_in();
    let shown = ok(&mut house.start(), "recovery.show", json!({}));
    let code = shown["code"].as_str().unwrap().to_owned();
    fs::remove_file(house.file("device.key")).unwrap();
    let mut fairlead = house.start();
    assert_eq!(state(&mut fairlead), "key_missing");
    let other = ok(&mut House::new().start(), "recovery.show", json!({}));
    let (wrong, field, _) = refused(
        &mut fairlead,
        "start.recover",
        json!({"code": other["code"]}),
    );
    assert_eq!((wrong.as_str(), field.as_str()), ("code_wrong", "code"));
    ok(
        &mut fairlead,
        "start.recover",
        json!({"code": code.to_lowercase()}),
    );
    assert_eq!(state(&mut fairlead), "open");
    assert_eq!(names(&mut fairlead).len(), 1);
    drop(fairlead);
    assert_eq!(state(&mut house.start()), "open");
}

#[test]
fn the_recovery_code_is_shown_until_it_is_confirmed() {
    let house = House::lived_in();
    let mut fairlead = house.start();
    let shown = ok(&mut fairlead, "recovery.show", json!({}));
    assert_eq!(shown["confirmed"], false);
    let kinds = |fairlead: &mut Fairlead| ok(fairlead, "today.get", json!({})).to_string();
    assert!(kinds(&mut fairlead).contains("recovery_code"));
    ok(
        &mut fairlead,
        "recovery.confirm",
        json!({"code": shown["code"]}),
    );
    let after = ok(&mut fairlead, "recovery.show", json!({}));
    assert_eq!(
        (&after["confirmed"], &after["code"]),
        (&json!(true), &Value::Null)
    );
    assert!(!kinds(&mut fairlead).contains("recovery_code"));
    let new = ok(&mut fairlead, "recovery.renew", json!({}));
    assert_ne!(new["code"], shown["code"]);
    assert!(kinds(&mut fairlead).contains("recovery_code"));
}

#[test]
fn a_damaged_file_offers_backups_with_date_and_counts() {
    let house = House::lived_in();
    let cut = fs::OpenOptions::new()
        .write(true)
        .open(house.file("fairlead.db"))
        .unwrap();
    cut.set_len(0).unwrap();
    let mut fairlead = house.start();
    assert_eq!(state(&mut fairlead), "damaged");
    let list = ok(&mut fairlead, "start.backups", json!({}));
    let backup = &list["backups"][0];
    assert_eq!(
        (&backup["relationships"], &backup["answers"]),
        (&json!(1), &json!(2))
    );
    assert!(
        backup["made"]
            .as_str()
            .unwrap()
            .starts_with("Thursday 26 November 2026"),
        "{backup}"
    );
    let (code, field, _) = refused(&mut fairlead, "start.restore", json!({"backup": "../data"}));
    assert_eq!((code.as_str(), field.as_str()), ("not_found", "backup"));
    assert_eq!(state(&mut fairlead), "damaged");
    ok(
        &mut fairlead,
        "start.restore",
        json!({"backup": backup["backup"]}),
    );
    assert_eq!(state(&mut fairlead), "open");
    assert_eq!(names(&mut fairlead).len(), 1);
    let aside = house.file("damaged-2026-11-26T100000Z").join("fairlead.db");
    assert_eq!(fs::metadata(aside).unwrap().len(), 0);
}

fn put(path: &std::path::Path, bytes: &[u8]) {
    fairlead_core::files::write_whole(path, bytes, fairlead_core::files::Readers::Owner).unwrap();
}

/// Every file below a folder with its bytes, but for the lock.
fn contents(folder: &std::path::Path) -> std::collections::BTreeMap<PathBuf, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            for (inside, bytes) in contents(&path) {
                found.insert(PathBuf::from(path.file_name().unwrap()).join(inside), bytes);
            }
        } else if path.file_name().unwrap() != "fairlead.lock" {
            found.insert(
                PathBuf::from(path.file_name().unwrap()),
                fs::read(&path).unwrap(),
            );
        }
    }
    found
}

#[test]
fn a_damaged_file_without_a_backup_may_be_set_aside_whole_to_begin_anew() {
    let house = House::lived_in();
    let whole = fs::read(house.file("fairlead.db")).unwrap();
    fs::rename(house.file("backups"), house.folder.path().join("lost")).unwrap();
    put(&house.file("fairlead.db"), &whole[..700]);
    let before = contents(&house.file(""));
    let mut fairlead = house.start();
    assert_eq!(state(&mut fairlead), "damaged");
    let said = ok(&mut fairlead, "start.state", json!({}))["sentence"]["next"].clone();
    assert!(said.as_str().unwrap().contains("begin anew"), "{said}");
    let begun = ok(&mut fairlead, "start.begin_anew", json!({}));
    assert_eq!(
        (&begun["state"], &begun["firstRun"]),
        (&json!("open"), &json!(true))
    );
    assert_eq!(state(&mut fairlead), "open");
    let aside = house.file("damaged-2026-11-26T100000Z");
    assert_eq!(contents(&aside), before);
    // A new life with keys of its own, and the old one opens again as soon as its file is mended.
    ok(
        &mut fairlead,
        "profile.save",
        json!({"name": "Amara", "roles": ["mentor"]}),
    );
    drop(fairlead);
    assert_eq!(state(&mut house.start()), "open");
    put(&aside.join("fairlead.db"), &whole);
    fs::rename(house.file(""), house.folder.path().join("new")).unwrap();
    fs::rename(
        house
            .folder
            .path()
            .join("new")
            .join("damaged-2026-11-26T100000Z"),
        house.file(""),
    )
    .unwrap();
    assert_eq!(names(&mut house.start()).len(), 1);
}

#[test]
fn beginning_anew_takes_backups_that_do_not_open_aside_too() {
    let house = House::lived_in();
    put(&house.file("keys.json"), b"{}");
    for entry in fs::read_dir(house.file("backups")).unwrap() {
        let path = entry.unwrap().path();
        let keys = if path.is_dir() {
            path.join("keys.json")
        } else {
            path
        };
        put(&keys, b"{}");
    }
    let before = contents(&house.file(""));
    let mut fairlead = house.start();
    assert_eq!(state(&mut fairlead), "damaged");
    ok(&mut fairlead, "start.begin_anew", json!({}));
    assert_eq!(state(&mut fairlead), "open");
    assert_eq!(contents(&house.file("damaged-2026-11-26T100000Z")), before);
    assert_eq!(
        ok(&mut fairlead, "backup.list", json!({}))["backups"],
        json!([])
    );
}

#[test]
fn nothing_that_is_whole_is_set_aside() {
    let house = House::lived_in();
    let mut fairlead = house.start();
    let (code, _, _) = refused(&mut fairlead, "start.begin_anew", json!({}));
    assert_eq!(code, "not_damaged");
    assert_eq!(names(&mut fairlead).len(), 1);
    let mut second = house.start();
    let (code, _, _) = refused(&mut second, "start.begin_anew", json!({}));
    assert_eq!(code, "not_damaged");
    ok(
        &mut fairlead,
        "passphrase.set",
        json!({"passPhrase": "seven lanterns on the quay"}),
    );
    drop((fairlead, second));
    let mut locked = house.start();
    let before = contents(&house.file(""));
    let (code, _, _) = refused(&mut locked, "start.begin_anew", json!({}));
    assert_eq!(code, "not_damaged");
    assert_eq!(contents(&house.file("")), before);
}

#[test]
fn a_damaged_file_under_a_pass_phrase_is_restored_without_asking_twice() {
    let house = House::lived_in();
    let phrase = json!({"passPhrase": "seven lanterns on the quay"});
    ok(&mut house.start(), "passphrase.set", phrase.clone());
    fs::remove_file(house.file("fairlead.db")).unwrap();
    let mut fairlead = house.start();
    assert_eq!(state(&mut fairlead), "locked");
    ok(&mut fairlead, "start.unlock", phrase);
    assert_eq!(state(&mut fairlead), "damaged");
    let list = ok(&mut fairlead, "start.backups", json!({}));
    ok(
        &mut fairlead,
        "start.restore",
        json!({"backup": list["backups"][0]["backup"]}),
    );
    assert_eq!(state(&mut fairlead), "open");
    assert_eq!(names(&mut fairlead).len(), 1);
}

#[test]
fn an_open_folder_goes_back_to_a_backup_and_keeps_the_present_aside() {
    let house = House::lived_in();
    let mut fairlead = house.start();
    let list = ok(&mut fairlead, "backup.list", json!({}));
    ok(
        &mut fairlead,
        "relationship.create",
        json!({"role": "mentor", "partner": {"name": "Amara"}, "connection": {"state": "waiting"}}),
    );
    assert_eq!(names(&mut fairlead).len(), 2);
    ok(
        &mut fairlead,
        "backup.restore",
        json!({"backup": list["backups"][0]["backup"]}),
    );
    assert_eq!(names(&mut fairlead).len(), 1);
    assert!(
        house
            .file("replaced-2026-11-26T100000Z")
            .join("fairlead.db")
            .exists()
    );
}

#[test]
fn a_second_fairlead_says_so_and_opens_when_the_first_is_closed() {
    let house = House::lived_in();
    let mut first = house.start();
    let mut second = house.start();
    assert_eq!(state(&mut second), "in_use");
    ok(&mut second, "start.retry", json!({}));
    assert_eq!(state(&mut second), "in_use");
    assert_eq!(names(&mut first).len(), 1);
    drop(first);
    ok(&mut second, "start.retry", json!({}));
    assert_eq!(state(&mut second), "open");
}

#[test]
fn something_else_in_the_way_is_said_and_left_alone() {
    let house = House::lived_in();
    fs::rename(house.file("fairlead.db"), house.file("aside.db")).unwrap();
    fs::create_dir(house.file("fairlead.db")).unwrap();
    let mut fairlead = house.start();
    assert_eq!(state(&mut fairlead), "unreadable");
    fs::remove_dir(house.file("fairlead.db")).unwrap();
    fs::rename(house.file("aside.db"), house.file("fairlead.db")).unwrap();
    ok(&mut fairlead, "start.retry", json!({}));
    assert_eq!(state(&mut fairlead), "open");
    assert_eq!(names(&mut fairlead).len(), 1);
}

#[test]
fn keys_of_a_newer_fairlead_close_the_door() {
    let house = House::lived_in();
    let text = fs::read_to_string(house.file("keys.json")).unwrap();
    let newer = text.replace("\"format\": 1", "\"format\": 2");
    put(&house.file("keys.json"), newer.as_bytes());
    assert_eq!(state(&mut house.start()), "newer");
}
