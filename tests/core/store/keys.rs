//! Keys (cases 40 to 42, B7): keychain, key file, recovery code and pass phrase.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::support::{
    Desk, FakeKeychain, Mood, after_minutes, answers, copy_folder, fill, now, put,
};
use crate::api::ApiError;
use crate::gate;
use crate::keychain::NoKeychain;
use crate::store::backup::Reason;
use crate::store::keyring::KeyPlace;
use crate::store::keys::Keys;
use crate::store::recovery_code::Mistyped;
use crate::store::refusal::{CodeProblem, Damage, KeyGone};
use crate::store::{Refusal, Store, Unlock};

const PHRASE: &str = "seven lanterns on the quay";

fn gone(refusal: &Refusal) -> KeyGone {
    match refusal {
        Refusal::KeyMissing { gone, code: None } => *gone,
        other => panic!("{other:?}"),
    }
}

fn code_problem(refusal: &Refusal) -> CodeProblem {
    match refusal {
        Refusal::KeyMissing {
            code: Some(problem),
            ..
        } => *problem,
        other => panic!("{other:?}"),
    }
}

fn shown(store: &Store) -> String {
    store.recovery_code().unwrap().unwrap().to_string()
}

fn code_of(error: crate::error::Error) -> (String, Option<String>) {
    let error = ApiError::from(error);
    (error.code, error.field)
}

#[test]
fn a_keychain_that_works_keeps_the_key_and_no_file_does() {
    let keychain = FakeKeychain::new(Mood::Works);
    let desk = Desk::with(keychain.clone());
    let store = desk.open();
    assert_eq!(store.key_place(), KeyPlace::Keychain("a keychain of tests"));
    assert_eq!(keychain.count(), 1);
    assert!(!desk.file("device.key").exists());
    fill(&store, 2);
    drop(store);
    assert_eq!(answers(&desk.open()), 2);
}

#[test]
fn a_keychain_that_does_not_keep_is_not_relied_upon() {
    for mood in [Mood::Forgetful, Mood::Silent, Mood::Locked] {
        let desk = Desk::with(FakeKeychain::new(mood));
        assert_eq!(desk.open().key_place(), KeyPlace::KeyFile, "{mood:?}");
        drop(desk.open());
    }
}

#[test]
fn two_folders_share_a_keychain() {
    let keychain = FakeKeychain::new(Mood::Works);
    let one = Desk::with(keychain.clone());
    let other = Desk::with(keychain.clone());
    fill(&one.open(), 1);
    fill(&other.open(), 2);
    assert_eq!((answers(&one.open()), answers(&other.open())), (1, 2));
    assert_eq!(keychain.count(), 2);
}

#[test]
fn a_keychain_locked_silent_emptied_or_changed_asks_for_the_recovery_code() {
    let keychain = FakeKeychain::new(Mood::Works);
    let desk = Desk::with(keychain.clone());
    fill(&desk.open(), 2);
    let before = desk.looks();
    for (mood, expected) in [
        (Mood::Locked, KeyGone::KeychainLocked),
        (Mood::Silent, KeyGone::KeychainSilent),
    ] {
        keychain.set_mood(mood);
        assert_eq!(gone(&desk.refusal()), expected);
    }
    keychain.set_mood(Mood::Works);
    assert_eq!(answers(&desk.open()), 2);
    keychain.change_all();
    assert_eq!(gone(&desk.refusal()), KeyGone::Changed);
    keychain.clear();
    assert_eq!(gone(&desk.refusal()), KeyGone::NotInKeychain);
    assert_eq!(desk.looks(), before);
}

#[test]
fn the_recovery_code_opens_and_the_device_keeps_a_new_secret() {
    let keychain = FakeKeychain::new(Mood::Works);
    let desk = Desk::with(keychain.clone());
    let store = desk.open();
    fill(&store, 2);
    let code = shown(&store);
    drop(store);
    keychain.clear();
    let sloppy = code.to_lowercase().replace('-', "  ");
    let store = desk.try_open(Unlock::RecoveryCode(&sloppy)).unwrap();
    assert_eq!(answers(&store), 2);
    drop(store);
    assert_eq!(answers(&desk.open()), 2);
    assert_eq!(keychain.count(), 1);
}

#[test]
fn the_recovery_code_opens_on_a_computer_without_keychain_and_says_so() {
    let keychain = FakeKeychain::new(Mood::Works);
    let desk = Desk::with(keychain.clone());
    let store = desk.open();
    fill(&store, 2);
    let code = shown(&store);
    drop(store);
    keychain.set_mood(Mood::Silent);
    let store = desk.try_open(Unlock::RecoveryCode(&code)).unwrap();
    assert_eq!(store.key_place(), KeyPlace::KeyFile);
    assert!(gate::key_in_words(store.key_place()).contains("no keychain"));
    drop(store);
    assert_eq!(answers(&desk.open()), 2);
}

#[test]
fn the_command_line_does_not_take_the_key_out_of_the_windows_keychain() {
    let keychain = FakeKeychain::new(Mood::Works);
    let mut desk = Desk::with(keychain.clone());
    let store = desk.open();
    fill(&store, 2);
    let code = shown(&store);
    drop(store);
    let before = desk.looks();
    // Without a keychain the code is needed each time, and the folder stays as the window left it.
    desk.keychain = Arc::new(NoKeychain);
    for _ in 0..2 {
        assert_eq!(gone(&desk.refusal()), KeyGone::KeychainSilent);
        assert_eq!(
            answers(&desk.try_open(Unlock::RecoveryCode(&code)).unwrap()),
            2
        );
    }
    assert_eq!(desk.looks(), before);
    desk.keychain = keychain;
    assert_eq!(answers(&desk.open()), 2);
}

#[test]
fn a_mistyped_code_is_told_apart_from_a_wrong_one() {
    let desk = Desk::used(2);
    let code = shown(&desk.open());
    let foreign = shown(&Desk::new().open());
    fs::remove_file(desk.file("device.key")).unwrap();
    assert_eq!(gone(&desk.refusal()), KeyGone::NoKeyFile);
    let before = desk.looks();
    let tried = |typed: &str| {
        let refusal = desk.try_open(Unlock::RecoveryCode(typed)).unwrap_err();
        let (code, field) = code_of(gate::wrong_answer(&refusal).unwrap());
        assert_eq!(field.as_deref(), Some("code"));
        (code_problem(&refusal), code)
    };
    let mut slip = code.clone().into_bytes();
    slip[6] = if slip[6] == b'7' { b'8' } else { b'7' };
    let slip = String::from_utf8(slip).unwrap();
    let mistyped = |problem| CodeProblem::Mistyped(problem);
    assert_eq!(
        tried(&slip),
        (mistyped(Mistyped::Check), "code_mistyped".to_owned())
    );
    assert_eq!(tried("").0, mistyped(Mistyped::Length(0)));
    assert_eq!(tried("<img onerror>").0, mistyped(Mistyped::Character('<')));
    assert_eq!(
        tried(&foreign),
        (CodeProblem::Wrong, "code_wrong".to_owned())
    );
    assert_eq!(desk.looks(), before);
    drop(desk.try_open(Unlock::RecoveryCode(&code)).unwrap());
}

#[test]
fn a_confirmed_code_is_forgotten_and_still_opens() {
    let desk = Desk::used(2);
    let store = desk.open();
    let code = shown(&store);
    assert!(!store.recovery_code_is_confirmed());
    let wrong = store
        .confirm_recovery_code(&shown(&Desk::new().open()))
        .unwrap_err();
    assert_eq!(
        code_of(wrong),
        ("code_wrong".to_owned(), Some("code".to_owned()))
    );
    let slip = store.confirm_recovery_code(&code[1..]).unwrap_err();
    assert_eq!(code_of(slip).0, "code_mistyped");
    assert!(!store.recovery_code_is_confirmed());
    store.confirm_recovery_code(&code.to_lowercase()).unwrap();
    assert!(store.recovery_code_is_confirmed());
    assert!(store.recovery_code().unwrap().is_none());
    drop(store);
    let store = desk.open();
    assert!(store.recovery_code_is_confirmed());
    drop(store);
    fs::remove_file(desk.file("device.key")).unwrap();
    drop(desk.try_open(Unlock::RecoveryCode(&code)).unwrap());
}

#[test]
fn a_renewed_code_opens_and_the_old_one_opens_neither_folder_nor_backup() {
    let desk = Desk::used(2);
    let store = desk.open();
    store.back_up(Reason::Asked, now()).unwrap();
    let old = shown(&store);
    store.confirm_recovery_code(&old).unwrap();
    let new = store.renew_recovery_code().unwrap().to_string();
    assert_ne!(old, new);
    assert_eq!(shown(&store), new);
    assert!(!store.recovery_code_is_confirmed());
    drop(store);
    fs::remove_file(desk.file("device.key")).unwrap();
    // The copies beside the backups know the old code no more than the folder does.
    for keys in ["keys.json", "backups/keys.json"] {
        let refusal = desk.try_open(Unlock::RecoveryCode(&old)).unwrap_err();
        assert_eq!(code_problem(&refusal), CodeProblem::Wrong, "{keys}");
        fs::rename(desk.file(keys), desk.around.path().join("aside")).unwrap();
    }
    let refusal = desk.try_open(Unlock::RecoveryCode(&old)).unwrap_err();
    assert_eq!(code_problem(&refusal), CodeProblem::Wrong);
    assert_eq!(
        answers(&desk.try_open(Unlock::RecoveryCode(&new)).unwrap()),
        2
    );
}

#[test]
fn a_pass_phrase_leaves_nothing_on_the_device() {
    let keychain = FakeKeychain::new(Mood::Works);
    let in_keychain = Desk::with(keychain.clone());
    let in_file = Desk::new();
    for desk in [&in_keychain, &in_file] {
        let store = desk.open();
        fill(&store, 2);
        store.back_up(Reason::Asked, now()).unwrap();
        store.set_pass_phrase(PHRASE).unwrap();
        assert_eq!(store.key_place(), KeyPlace::PassPhrase);
        assert_eq!(keychain.count(), 0);
        assert!(!desk.file("device.key").exists());
        drop(store);
        assert!(matches!(
            desk.refusal(),
            Refusal::Locked {
                wrong: false,
                wait_seconds: 0
            }
        ));
        // Nor do the copies beside the backups open with what the device kept.
        fs::remove_file(desk.file("keys.json")).unwrap();
        assert!(matches!(desk.refusal(), Refusal::Locked { .. }));
        assert_eq!(
            answers(&desk.try_open(Unlock::PassPhrase(PHRASE)).unwrap()),
            2
        );
    }
}

#[test]
fn a_pass_phrase_is_the_same_however_its_accents_are_typed() {
    let desk = Desk::used(2);
    desk.open().set_pass_phrase("caf\u{e9} au lait").unwrap();
    drop(
        desk.try_open(Unlock::PassPhrase("cafe\u{301} au lait"))
            .unwrap(),
    );
}

#[test]
fn a_pass_phrase_too_short_or_too_long_is_refused() {
    let desk = Desk::used(2);
    let store = desk.open();
    for (phrase, code) in [
        ("", "pass_phrase_too_short"),
        ("       ", "pass_phrase_too_short"),
        ("7letter", "pass_phrase_too_short"),
        (&*"x".repeat(1025), "pass_phrase_too_long"),
    ] {
        let refusal = code_of(store.set_pass_phrase(phrase).unwrap_err());
        assert_eq!(refusal, (code.to_owned(), Some("passPhrase".to_owned())));
    }
    assert_eq!(store.key_place(), KeyPlace::KeyFile);
}

#[test]
fn wrong_pass_phrases_wait_longer_each_time_and_across_restarts() {
    let desk = Desk::used(2);
    desk.open().set_pass_phrase(PHRASE).unwrap();
    let tried = |phrase, seconds: i64| {
        let at = now() + chrono::TimeDelta::seconds(seconds);
        // Each opening starts from the files alone, as a restart does.
        desk.opening()
            .open(Unlock::PassPhrase(phrase), at)
            .map(drop)
            .map_err(|refusal| match refusal {
                Refusal::Locked {
                    wrong,
                    wait_seconds,
                } => (wrong, wait_seconds),
                other => panic!("{other:?}"),
            })
    };
    assert_eq!(tried("guess one", 0), Err((true, 0)));
    assert_eq!(tried("guess two", 0), Err((true, 0)));
    assert_eq!(tried("guess three", 0), Err((true, 5)));
    // Not even the right one is looked at before the wait is over.
    assert_eq!(tried(PHRASE, 4), Err((false, 1)));
    assert_eq!(tried("guess four", 5), Err((true, 10)));
    assert_eq!(tried(PHRASE, 5), Err((false, 10)));
    // Setting the clock back does not help, and ends no later than a whole wait.
    assert_eq!(tried(PHRASE, -100_000), Err((false, 10)));
    assert_eq!(tried(PHRASE, 15), Ok(()));
    // A right one forgets the wrong ones.
    assert_eq!(tried("guess five", 15), Err((true, 0)));
}

#[test]
fn a_wait_is_named_in_words() {
    let refusal = Refusal::Locked {
        wrong: false,
        wait_seconds: 320,
    };
    let sentence = gate::sentence(&refusal, 0);
    assert!(sentence.next.contains("Wait 6 minutes"), "{sentence:?}");
    assert_eq!(gate::wait_seconds(&refusal), 320);
    let (code, field) = code_of(gate::wrong_answer(&refusal).unwrap());
    assert_eq!(
        (code.as_str(), field.as_deref()),
        ("wait", Some("passPhrase"))
    );
}

#[test]
fn the_recovery_code_opens_a_folder_whose_pass_phrase_is_forgotten() {
    let desk = Desk::used(2);
    let store = desk.open();
    let code = shown(&store);
    store.set_pass_phrase(PHRASE).unwrap();
    drop(store);
    let store = desk.try_open(Unlock::RecoveryCode(&code)).unwrap();
    assert_eq!(store.key_place(), KeyPlace::PassPhrase);
    store.set_pass_phrase("another one to remember").unwrap();
    drop(store);
    assert!(desk.try_open(Unlock::PassPhrase(PHRASE)).is_err());
    drop(
        desk.try_open(Unlock::PassPhrase("another one to remember"))
            .unwrap(),
    );
}

#[test]
fn a_pass_phrase_is_removed_only_by_who_knows_it() {
    let desk = Desk::used(2);
    let store = desk.open();
    store.set_pass_phrase(PHRASE).unwrap();
    for _ in 0..3 {
        let refusal = store.remove_pass_phrase("a guess", now()).unwrap_err();
        assert_eq!(code_of(refusal).0, "pass_phrase_wrong");
    }
    let refusal = store.remove_pass_phrase(PHRASE, now()).unwrap_err();
    assert_eq!(code_of(refusal).0, "wait");
    store.remove_pass_phrase(PHRASE, after_minutes(1)).unwrap();
    assert_eq!(store.key_place(), KeyPlace::KeyFile);
    drop(store);
    assert_eq!(answers(&desk.open()), 2);
}

#[test]
fn harmed_keys_are_healed_from_the_copy_and_kept_aside() {
    let whole = Desk::used(2);
    let text = fs::read(whole.file("keys.json")).unwrap();
    let half = &text[..text.len() / 2];
    for harm in [Some(half), Some(b"".as_slice()), Some(b"[]"), None] {
        let desk = Desk::new();
        copy_folder(&whole.path(), &desk.path());
        match harm {
            Some(bytes) => put(&desk.file("keys.json"), bytes),
            None => fs::remove_file(desk.file("keys.json")).unwrap(),
        }
        assert_eq!(answers(&desk.open()), 2);
        assert_eq!(fs::read(desk.file("keys.json")).unwrap(), text);
        let aside = desk.file("damaged-keys-2026-11-26T100000Z");
        assert_eq!(fs::read(aside).ok().as_deref(), harm);
    }
}

#[test]
fn keys_lost_everywhere_are_said_to_be_lost() {
    let desk = Desk::used(2);
    let store = desk.open();
    store.back_up(Reason::Asked, now()).unwrap();
    drop(store);
    for keys in [
        "keys.json",
        "backups/keys.json",
        "backups/2026-11-26T100000Z-asked/keys.json",
    ] {
        put(&desk.file(keys), b"{");
    }
    let before = desk.looks();
    let refusal = desk.refusal();
    assert!(matches!(
        refusal,
        Refusal::Damaged {
            damage: Damage::KeysLost,
            key: None
        }
    ));
    assert_eq!(desk.looks(), before);
}

#[test]
fn keys_that_ask_for_absurd_work_are_refused() {
    let desk = Desk::used(2);
    desk.open().set_pass_phrase(PHRASE).unwrap();
    let keys = Keys::read(&desk.file("keys.json")).unwrap();
    let mut forged = serde_json::to_value(&keys).unwrap();
    let work = &mut forged["pass_phrase"]["work"]["memory_kib"];
    assert_eq!(*work, 64 * 1024);
    *work = u32::MAX.into();
    let forged: Keys = serde_json::from_value(forged).unwrap();
    forged.write(&desk.file("keys.json")).unwrap();
    assert!(matches!(
        desk.try_open(Unlock::PassPhrase(PHRASE)).unwrap_err(),
        Refusal::Locked { wrong: true, .. }
    ));
}

#[test]
fn a_changed_bit_in_the_keys_is_noticed_and_the_copy_serves() {
    let desk = Desk::used(2);
    let path = desk.file("keys.json");
    let whole = fs::read(&path).unwrap();
    for place in (0..whole.len()).step_by(3) {
        let mut flipped = whole.clone();
        flipped[place] ^= 1;
        put(&path, &flipped);
        // A bit of the layout may change nothing; none makes the keys others.
        match Keys::read(&path) {
            Ok(keys) => keys.write(&path).unwrap(),
            Err(_) => continue,
        }
        assert_eq!(fs::read(&path).unwrap(), whole, "byte {place}");
    }
    put(&path, &whole[..whole.len() - 40]);
    assert_eq!(answers(&desk.open()), 2);
    assert_eq!(fs::read(&path).unwrap(), whole);
}

#[test]
fn no_file_holds_a_secret_in_the_clear() {
    let desk = Desk::used(2);
    let store = desk.open();
    let code = shown(&store);
    let key = hex::encode(store.key.bytes());
    store.set_pass_phrase(PHRASE).unwrap();
    store.back_up(Reason::Asked, now()).unwrap();
    let plain = code.replace('-', "");
    let raw = store.key.bytes().to_vec();
    let debug = format!("{store:?}");
    drop(store);
    let secrets: [&[u8]; 6] = [
        code.as_bytes(),
        plain.as_bytes(),
        key.as_bytes(),
        &raw,
        PHRASE.as_bytes(),
        b"What we said about point",
    ];
    let holds =
        |bytes: &[u8], secret: &[u8]| bytes.windows(secret.len()).any(|window| window == secret);
    for path in desk.looks().keys().filter(|path| path.is_file()) {
        let bytes = fs::read::<&Path>(path).unwrap();
        for secret in secrets {
            assert!(!holds(&bytes, secret), "{}", path.display());
        }
    }
    assert!(!holds(debug.as_bytes(), key.as_bytes()));
    // The reader of this test would notice: a plain file is found.
    assert!(holds(&text_with(&code), code.as_bytes()));
}

fn text_with(code: &str) -> Vec<u8> {
    format!("somewhere {code} here").into_bytes()
}
