//! What goes wrong in the settings is told in three parts: what happened, what is safe, what to do next.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test that cannot be set up has failed, and damages files by hand"
)]

use crate::desk::Desk;
use fairlead_core::api::ApiError;
use serde_json::{Value, json};
use std::fs;

fn desk() -> Desk {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    desk
}

/// Three sentences; the middle says that nothing is lost, and none is a path or a code.
fn in_three_parts(error: &ApiError) {
    let message = &error.message;
    let parts: Vec<&str> = message.split_inclusive(['.', ':']).collect();
    assert!(parts.len() >= 3, "{message}");
    assert!(
        ["Nothing was changed", "is safe", "are safe", "untouched"]
            .iter()
            .any(|safe| message.contains(safe)),
        "{message}"
    );
    assert!(
        message.ends_with('.') && !message.contains("/data"),
        "{message}"
    );
    assert_ne!(error.code, "internal", "{message}");
}

fn newest(desk: &mut Desk) -> Value {
    desk.call("backup.list", json!({}))["backups"][0].clone()
}

#[test]
fn a_backup_that_cannot_be_made_says_what_is_safe() {
    let mut desk = desk();
    let backups = desk.data().join("backups");
    fs::remove_dir_all(&backups).unwrap();
    assert_eq!(desk.call("backup.list", json!({}))["backups"], json!([]));
    // A folder that is gone is made again.
    desk.call("backup.make", json!({}));
    assert!(newest(&mut desk)["made"].is_string());
    fs::remove_dir_all(&backups).unwrap();
    fs::write(&backups, b"in the way").unwrap();
    in_three_parts(&desk.refuse("backup.make", json!({})));
    assert_eq!(fs::read(&backups).unwrap(), b"in the way");
    // What was written goes on being saved.
    desk.call("relationship.list", json!({}));
    desk.fairlead.check().unwrap();
}

#[test]
fn a_backup_that_is_not_restored_leaves_everything_as_it_was() {
    let mut desk = desk();
    desk.call("backup.make", json!({}));
    let backup = newest(&mut desk)["backup"].as_str().unwrap().to_owned();
    in_three_parts(&desk.refuse("backup.restore", json!({"backup": "never-made"})));
    in_three_parts(&desk.refuse("backup.restore", json!({"backup": "../../etc"})));
    let file = desk
        .data()
        .join("backups")
        .join(&backup)
        .join("fairlead.db");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x55;
    fs::write(&file, &bytes).unwrap();
    in_three_parts(&desk.refuse("backup.restore", json!({"backup": backup})));
    fs::remove_file(&file).unwrap();
    in_three_parts(&desk.refuse("backup.restore", json!({"backup": backup})));
    let list = desk.call("relationship.list", json!({}));
    assert_eq!(list["relationships"].as_array().unwrap().len(), 1);
}

#[test]
fn a_wrong_code_and_a_wrong_pass_phrase_name_the_next_step() {
    let mut desk = desk();
    let code = desk.call("recovery.show", json!({}))["code"]
        .as_str()
        .unwrap()
        .to_owned();
    let other = if code.ends_with('A') { "B" } else { "A" };
    let changed = format!("{}{other}", &code[..code.len() - 1]);
    for typed in ["", "K7QF", "IIII", &changed, &"7".repeat(10_000)] {
        in_three_parts(&desk.refuse("recovery.confirm", json!({"code": typed})));
    }
    for phrase in ["short".to_owned(), "x".repeat(100_000)] {
        let error = desk.refuse("passphrase.set", json!({"passPhrase": phrase}));
        assert_eq!(error.field.as_deref(), Some("passPhrase"));
        in_three_parts(&error);
    }
    desk.call(
        "passphrase.set",
        json!({"passPhrase": "four words of mine"}),
    );
    for _ in 0..4 {
        let error = desk.refuse(
            "passphrase.remove",
            json!({"passPhrase": "four words of yours"}),
        );
        assert_eq!(error.field.as_deref(), Some("passPhrase"));
        in_three_parts(&error);
    }
}
