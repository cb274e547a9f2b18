//! Backups and restoring: made, checked, due, restored, and cut off.

use std::fs;

use chrono::TimeDelta;

use super::children;
use super::support::{Desk, add, after_minutes, answers, copy_folder, fill, now, put};
use crate::api::ApiError;
use crate::error::Error;
use crate::store::backup::{self, Reason};
use crate::store::counts::Counts;
use crate::store::restore::{Aside, RestoreError};
use crate::store::{Folder, Refusal, Unlock};

#[test]
fn a_backup_is_listed_with_date_reason_and_counts() {
    let desk = Desk::used(7);
    let store = desk.open();
    let made = store.back_up(Reason::Asked, now()).unwrap();
    assert!(made.not_removed.is_empty());
    let listed = store.backups();
    assert_eq!(listed, [made.backup]);
    assert_eq!(listed[0].name, "2026-11-26T100000Z-asked");
    assert_eq!(listed[0].made, now());
    assert_eq!(
        listed[0].counts,
        Counts {
            relationships: 1,
            answers: 7
        }
    );
}

#[test]
fn two_backups_of_one_second_are_both_kept() {
    let desk = Desk::used(1);
    let store = desk.open();
    store.back_up(Reason::Asked, now()).unwrap();
    store.back_up(Reason::Asked, now()).unwrap();
    assert_eq!(store.backups().len(), 2);
}

#[test]
fn a_regular_backup_is_made_when_something_changed_and_half_an_hour_passed() {
    let desk = Desk::new();
    let store = desk.open();
    let due = |minutes| {
        store
            .back_up_if_due(after_minutes(minutes))
            .unwrap()
            .is_some()
    };
    fill(&store, 1);
    assert!(due(0), "never backed up");
    assert!(!due(31), "nothing changed");
    add(&store, 10).unwrap();
    assert!(!due(29), "too soon");
    assert!(due(30));
    add(&store, 11).unwrap();
    assert!(due(-600), "a clock that went back postpones nothing");
    assert!(due(90), "the newest is of before that change");
    drop(store);
    let store = desk.open();
    assert!(
        store.back_up_if_due(after_minutes(150)).unwrap().is_none(),
        "a restart is no change"
    );
}

#[test]
fn every_backup_can_be_restored() {
    let desk = Desk::new();
    let store = desk.open();
    for round in 0..5_usize {
        fill(&store, 10);
        let minutes = i64::try_from(round).unwrap() * 60;
        store
            .back_up(Reason::Asked, after_minutes(minutes))
            .unwrap();
    }
    let backups = store.backups();
    assert_eq!(backups.len(), 5);
    for backup in backups {
        let target = Desk::new();
        // Beside, while the data is open.
        desk.opening()
            .restore_to(&backup.name, &target.path(), None)
            .unwrap();
        let restored = target.open();
        restored.check().unwrap();
        assert_eq!(restored.counts().unwrap(), backup.counts);
    }
}

#[test]
fn restoring_puts_the_present_file_aside_whole() {
    let desk = Desk::used(2);
    let store = desk.open();
    let old = store.back_up(Reason::Asked, now()).unwrap().backup;
    fill(&store, 3);
    drop(store);
    let present = fs::read(desk.file("fairlead.db")).unwrap();
    desk.opening()
        .restore(&old.name, None, Aside::Replaced, now())
        .unwrap();
    assert_eq!(answers(&desk.open()), 2);
    let aside = desk.file("replaced-2026-11-26T100000Z").join("fairlead.db");
    assert_eq!(fs::read(aside).unwrap(), present);
    // And again in the same second: never over an earlier one.
    desk.opening()
        .restore(&old.name, None, Aside::Replaced, now())
        .unwrap();
    assert!(
        desk.file("replaced-2026-11-26T100000Z-2")
            .join("fairlead.db")
            .exists()
    );
    assert_eq!(answers(&desk.open()), 2);
}

#[test]
fn a_damaged_file_goes_aside_with_its_journal_and_a_backup_takes_its_place() {
    let desk = Desk::used(2);
    let store = desk.open();
    let backup = store.back_up(Reason::Asked, now()).unwrap().backup;
    drop(store);
    put(&desk.file("fairlead.db"), b"");
    put(&desk.file("fairlead.db-wal"), b"journal");
    let Refusal::Damaged { key, .. } = desk.refusal() else {
        panic!("not noticed");
    };
    desk.opening()
        .restore(&backup.name, key.as_ref(), Aside::Damaged, now())
        .unwrap();
    assert_eq!(answers(&desk.open()), 2);
    let aside = desk.file("damaged-2026-11-26T100000Z");
    assert_eq!(fs::read(aside.join("fairlead.db")).unwrap(), b"");
    assert_eq!(fs::read(aside.join("fairlead.db-wal")).unwrap(), b"journal");
}

#[test]
fn a_damaged_file_under_a_pass_phrase_is_restored_after_unlocking() {
    let phrase = "seven lanterns on the quay";
    let desk = Desk::used(2);
    let store = desk.open();
    let backup = store.back_up(Reason::Asked, now()).unwrap().backup;
    store.set_pass_phrase(phrase).unwrap();
    drop(store);
    put(&desk.file("fairlead.db"), b"");
    assert!(matches!(desk.refusal(), Refusal::Locked { .. }));
    assert!(matches!(
        desk.opening()
            .restore(&backup.name, None, Aside::Damaged, now()),
        Err(RestoreError::NoKey)
    ));
    let Refusal::Damaged { key, .. } = desk.try_open(Unlock::PassPhrase(phrase)).unwrap_err()
    else {
        panic!("not noticed");
    };
    desk.opening()
        .restore(&backup.name, key.as_ref(), Aside::Damaged, now())
        .unwrap();
    assert_eq!(
        answers(&desk.try_open(Unlock::PassPhrase(phrase)).unwrap()),
        2
    );
}

#[test]
fn a_folder_of_which_only_the_backups_are_left_is_restored() {
    let desk = Desk::used(2);
    let store = desk.open();
    let backup = store.back_up(Reason::Asked, now()).unwrap().backup;
    drop(store);
    fs::remove_file(desk.file("fairlead.db")).unwrap();
    fs::remove_file(desk.file("keys.json")).unwrap();
    fs::remove_file(desk.file("backups/keys.json")).unwrap();
    desk.opening()
        .restore(&backup.name, None, Aside::Damaged, now())
        .unwrap();
    assert_eq!(answers(&desk.open()), 2);
}

#[test]
fn a_damaged_backup_is_refused_and_the_present_file_stays() {
    let desk = Desk::used(2);
    let store = desk.open();
    let backup = store.back_up(Reason::Asked, now()).unwrap().backup;
    drop(store);
    let data = desk.file("backups").join(&backup.name).join("fairlead.db");
    let whole = fs::read(&data).unwrap();
    let mut flipped = whole.clone();
    let last = flipped.len() - 100;
    flipped[last] ^= 4;
    for bytes in [&b""[..], &whole[..4096], &flipped] {
        put(&data, bytes);
        let before = desk.looks();
        let refused = desk
            .opening()
            .restore(&backup.name, None, Aside::Replaced, now())
            .unwrap_err();
        assert!(matches!(refused, RestoreError::NotWhole(_)), "{refused:?}");
        let said = ApiError::from(Error::from(refused));
        assert_eq!(
            (said.code.as_str(), said.field.as_deref()),
            ("backup_damaged", Some("backup"))
        );
        assert_eq!(desk.looks(), before);
    }
    assert_eq!(answers(&desk.open()), 2);
}

#[test]
fn names_that_are_no_backup_are_refused() {
    let desk = Desk::used(2);
    desk.open().back_up(Reason::Asked, now()).unwrap();
    for name in ["", ".", "..", "../data", "/etc", "keys.json", "a\0b"] {
        let refused = desk
            .opening()
            .restore(name, None, Aside::Replaced, now())
            .unwrap_err();
        assert!(matches!(refused, RestoreError::NoSuchBackup), "{name:?}");
    }
}

#[test]
fn an_open_folder_is_not_restored_over() {
    let desk = Desk::used(2);
    let store = desk.open();
    let backup = store.back_up(Reason::Asked, now()).unwrap().backup;
    let refused = desk
        .opening()
        .restore(&backup.name, None, Aside::Replaced, now())
        .unwrap_err();
    assert_eq!(ApiError::from(Error::from(refused)).code, "in_use");
    add(&store, 10).unwrap();
}

#[test]
fn restoring_beside_refuses_a_folder_that_holds_something() {
    let desk = Desk::used(2);
    let backup = desk.open().back_up(Reason::Asked, now()).unwrap().backup;
    let target = Desk::used(5);
    let before = target.looks();
    let refused = desk
        .opening()
        .restore_to(&backup.name, &target.path(), None)
        .unwrap_err();
    assert!(matches!(refused, RestoreError::NotEmpty));
    assert_eq!(target.looks(), before);
}

#[test]
fn a_backup_of_another_folder_brings_its_own_keys() {
    let desk = Desk::used(2);
    let other = Desk::used(5);
    let backup = other.open().back_up(Reason::Asked, now()).unwrap().backup;
    copy_folder(
        &other.file("backups").join(&backup.name),
        &desk.file("backups").join(&backup.name),
    );
    // This device has no key to it: refused, and nothing changed.
    let before = desk.looks();
    let refused = desk
        .opening()
        .restore(&backup.name, None, Aside::Replaced, now())
        .unwrap_err();
    assert!(matches!(refused, RestoreError::NoKey), "{refused:?}");
    assert_eq!(desk.looks(), before);
    // With its key it is restored, and the keys of the present file go aside with it.
    let key = other.open().key.clone();
    desk.opening()
        .restore(&backup.name, Some(&key), Aside::Replaced, now())
        .unwrap();
    let aside = desk.file("replaced-2026-11-26T100000Z");
    assert!(aside.join("keys.json").exists());
    assert_eq!(answers(&desk.try_open(Unlock::Held(&key)).unwrap()), 5);
}

#[test]
fn older_backups_are_thinned_out_when_a_new_one_is_made() {
    let desk = Desk::used(2);
    let store = desk.open();
    let then = now() - TimeDelta::days(20);
    let old = store.back_up(Reason::Asked, then).unwrap().backup;
    let newer = store
        .back_up(Reason::Asked, then + TimeDelta::hours(1))
        .unwrap()
        .backup;
    let made = store.back_up(Reason::Asked, now()).unwrap();
    assert!(made.not_removed.is_empty());
    assert_eq!(store.backups(), [made.backup, newer]);
    assert!(!desk.file("backups").join(old.name).exists());
}

#[test]
fn what_is_no_backup_is_neither_listed_nor_removed() {
    let desk = Desk::used(2);
    let store = desk.open();
    store.back_up(Reason::Asked, now()).unwrap();
    let foreign = desk.file("backups/holiday");
    fs::create_dir(&foreign).unwrap();
    put(&foreign.join("photo.jpg"), b"sea");
    put(&desk.file("backups/notes.txt"), b"notes");
    for minutes in [60 * 24, 60 * 24 * 30, 60 * 24 * 300] {
        store
            .back_up(Reason::Asked, after_minutes(minutes))
            .unwrap();
    }
    assert_eq!(store.backups().len(), 4);
    assert_eq!(fs::read(foreign.join("photo.jpg")).unwrap(), b"sea");
}

#[test]
fn a_backup_cut_off_by_the_end_of_the_process_leaves_only_whole_ones() {
    let desk = Desk::used(200);
    for round in 0..8_usize {
        children::kill_while("back_up_and_say", &desk.path(), 1 + round % 3, &[]);
        let folder = Folder::new(&desk.path());
        let listed = backup::list(&folder);
        assert!(!listed.is_empty());
        for backup in listed {
            let target = Desk::new();
            desk.opening()
                .restore_to(&backup.name, &target.path(), None)
                .unwrap();
            assert_eq!(answers(&target.open()), 200);
        }
    }
    // The next backup clears away what was cut off.
    desk.open().back_up(Reason::Asked, now()).unwrap();
    let unfinished = fs::read_dir(desk.file("backups"))
        .unwrap()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().starts_with('.')
        })
        .count();
    assert_eq!(unfinished, 0);
}
