//! Data behind a pass phrase, or whose key is gone.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot be set up has failed, and its own files need no care"
)]

use crate::program::{Folder, Said};
use serde_json::json;

const PHRASE: &str = "seven kestrels over Skiddaw";

fn locked() -> (Folder, String) {
    let folder = Folder::new();
    folder.sample();
    let code = folder.run(&["call", "recovery.show"]).value();
    folder.call("passphrase.set", &json!({"passPhrase": PHRASE}));
    (folder, code["code"].as_str().unwrap().to_owned())
}

#[test]
fn locked_data_says_how_the_pass_phrase_is_given() {
    let (folder, _) = locked();
    let told = folder.run(&["check"]).refusal();
    assert_eq!(told["code"], "locked");
    assert!(
        told["message"]
            .as_str()
            .unwrap()
            .contains("FAIRLEAD_PASS_PHRASE")
    );
    let state = folder.run(&["call", "start.state"]).value();
    assert_eq!(state["state"], "locked");
}

#[test]
fn the_pass_phrase_comes_from_the_environment_or_a_file() {
    let (folder, code) = locked();
    let with = |variable: &str, value: &str| -> Said {
        folder
            .command(&["check"])
            .env(variable, value)
            .output()
            .unwrap()
            .into()
    };
    assert_eq!(
        with("FAIRLEAD_PASS_PHRASE", PHRASE).value(),
        json!({"ok": true})
    );
    let wrong = with("FAIRLEAD_PASS_PHRASE", "eight kestrels over Skiddaw");
    assert_eq!(wrong.code(), "pass_phrase_wrong");
    assert!(!wrong.err.contains("kestrels"), "a secret is not repeated");
    assert_eq!(
        with("FAIRLEAD_RECOVERY_CODE", &code).value(),
        json!({"ok": true})
    );
    let file = folder.file("phrase");
    std::fs::write(&file, format!("{PHRASE}\nand a second line\n")).unwrap();
    let file = file.display().to_string();
    let said = folder.run(&["--pass-phrase-file", &file, "check"]);
    assert_eq!(said.value(), json!({"ok": true}));
}

#[test]
fn a_lost_key_is_replaced_by_the_recovery_code() {
    let folder = Folder::new();
    folder.sample();
    let code = folder.run(&["call", "recovery.show"]).value();
    let code = code["code"].as_str().unwrap();
    std::fs::remove_file(folder.data().join("device.key")).unwrap();
    let told = folder.run(&["check"]).refusal();
    assert_eq!(told["code"], "key_missing");
    assert!(
        told["message"]
            .as_str()
            .unwrap()
            .contains("FAIRLEAD_RECOVERY_CODE")
    );
    let wrong: Said = folder
        .command(&["check"])
        .env("FAIRLEAD_RECOVERY_CODE", "AAAA-BBBB")
        .output()
        .unwrap()
        .into();
    assert_eq!(wrong.status, Some(1));
    let right: Said = folder
        .command(&["check"])
        .env("FAIRLEAD_RECOVERY_CODE", code)
        .output()
        .unwrap()
        .into();
    assert_eq!(right.value(), json!({"ok": true}));
}
