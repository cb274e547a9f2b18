//! Bad data folders (cases 29 to 36 and 40): each is refused with its reason, and every file is
//! afterwards as it was before.

use std::fs;

use super::support::{Desk, add, copy_folder, put};
use crate::api::start::State;
use crate::gate;
use crate::store::Refusal;
use crate::store::refusal::{Damage, Obstacle};

/// Refuses, checks that nothing changed, and that the reason has its three parts.
fn refused(desk: &Desk) -> Refusal {
    let before = desk.looks();
    let refusal = desk.refusal();
    assert_eq!(desk.looks(), before, "{refusal:?}");
    let sentence = gate::sentence(&refusal, 0);
    for part in [&sentence.happened, &sentence.safe, &sentence.next] {
        assert!(part.ends_with(['.']) && part.len() > 12, "{sentence:?}");
    }
    refusal
}

fn damage(desk: &Desk) -> Damage {
    match refused(desk) {
        Refusal::Damaged { damage, .. } => damage,
        other => panic!("{other:?}"),
    }
}

fn obstacle(desk: &Desk) -> Obstacle {
    match refused(desk) {
        Refusal::Unreadable(obstacle) => obstacle,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_data_file_that_is_empty_or_cut_short_is_damage_never_new() {
    for length in [0, 1, 16, 511] {
        let desk = Desk::used(3);
        let whole = fs::read(desk.file("fairlead.db")).unwrap();
        put(&desk.file("fairlead.db"), &whole[..length]);
        assert_eq!(damage(&desk), Damage::TooShort(length as u64));
    }
}

#[test]
fn a_data_file_cut_to_whole_pages_is_damage() {
    let desk = Desk::used(300);
    let whole = fs::read(desk.file("fairlead.db")).unwrap();
    assert!(whole.len() > 5 * 4096);
    for length in [512, 4096, 4096 * 3, whole.len() - 4096, whole.len() - 1] {
        put(&desk.file("fairlead.db"), &whole[..length]);
        let found = damage(&desk);
        assert!(
            matches!(found, Damage::NotReadable | Damage::Faults(_)),
            "{length}: {found:?}"
        );
    }
}

#[test]
fn a_data_file_of_other_bytes_is_damage() {
    let desk = Desk::used(3);
    let mut random = vec![0_u8; 10_000];
    getrandom::fill(&mut random).unwrap();
    let text = "Dear diary, ".repeat(900).into_bytes();
    for bytes in [random, vec![0; 8192], text] {
        put(&desk.file("fairlead.db"), &bytes);
        assert_eq!(damage(&desk), Damage::NotReadable);
    }
}

#[test]
fn a_database_that_is_not_encrypted_is_foreign() {
    let desk = Desk::used(3);
    fs::remove_file(desk.file("fairlead.db")).unwrap();
    let plain = rusqlite::Connection::open(desk.file("fairlead.db")).unwrap();
    plain
        .execute_batch("CREATE TABLE shopping (item TEXT); INSERT INTO shopping VALUES ('tea');")
        .unwrap();
    drop(plain);
    assert_eq!(obstacle(&desk), Obstacle::Foreign);
    // Also where no keys of ours lie beside it.
    for keys in ["keys.json", "backups/keys.json"] {
        fs::remove_file(desk.file(keys)).unwrap();
    }
    assert_eq!(obstacle(&desk), Obstacle::Foreign);
}

#[test]
fn a_right_cipher_with_a_foreign_application_id_is_foreign() {
    let desk = Desk::used(3);
    let store = desk.open();
    store
        .conn()
        .execute_batch("PRAGMA application_id = 1234;")
        .unwrap();
    drop(store);
    assert_eq!(obstacle(&desk), Obstacle::Foreign);
}

#[test]
fn the_data_file_of_another_folder_is_damage() {
    let desk = Desk::used(3);
    let other = Desk::used(5);
    fs::copy(other.file("fairlead.db"), desk.file("fairlead.db")).unwrap();
    assert_eq!(damage(&desk), Damage::NotReadable);
}

#[test]
fn a_newer_data_file_is_refused_untouched() {
    let desk = Desk::used(3);
    let store = desk.open();
    let known = desk.schema.version();
    store
        .conn()
        .execute_batch(&format!("PRAGMA user_version = {};", known + 1))
        .unwrap();
    drop(store);
    match refused(&desk) {
        Refusal::Newer { found, known: ours } => assert_eq!((found, ours), (known + 1, known)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_newer_data_file_with_a_journal_is_refused_untouched() {
    let desk = Desk::used(3);
    let store = desk.open();
    let known = desk.schema.version();
    add(&store, 10).unwrap();
    store
        .conn()
        .execute_batch(&format!("PRAGMA user_version = {};", known + 1))
        .unwrap();
    let copy = Desk::new();
    copy_folder(&desk.path(), &copy.path());
    assert!(copy.file("fairlead.db-wal").metadata().unwrap().len() > 0);
    assert!(matches!(refused(&copy), Refusal::Newer { .. }));
}

#[test]
fn keys_of_a_newer_fairlead_are_refused_untouched() {
    let desk = Desk::used(3);
    put(
        &desk.file("keys.json"),
        br#"{"format": 2, "surprise": true}"#,
    );
    assert!(matches!(
        refused(&desk),
        Refusal::Newer { found: 2, known: 1 }
    ));
}

#[test]
fn keys_without_a_data_file_are_a_loss_never_a_new_folder() {
    let desk = Desk::used(3);
    fs::remove_file(desk.file("fairlead.db")).unwrap();
    assert_eq!(damage(&desk), Damage::Missing);
    put(&desk.file("fairlead.db-wal"), b"a journal without its file");
    assert_eq!(damage(&desk), Damage::Missing);
}

#[test]
fn backups_without_data_file_and_keys_are_a_loss_never_a_new_folder() {
    let desk = Desk::used(3);
    fs::remove_file(desk.file("fairlead.db")).unwrap();
    fs::remove_file(desk.file("keys.json")).unwrap();
    assert_eq!(damage(&desk), Damage::Missing);
}

#[test]
fn a_journal_alone_is_a_loss_never_a_new_folder() {
    let desk = Desk::new();
    fs::create_dir(desk.path()).unwrap();
    put(&desk.file("fairlead.db-wal"), b"a journal without its file");
    assert_eq!(damage(&desk), Damage::KeysLost);
}

#[test]
fn the_journal_of_another_folder_is_noticed() {
    let desk = Desk::used(30);
    let other = Desk::used(3);
    let open = other.open();
    add(&open, 10).unwrap();
    fs::copy(other.file("fairlead.db-wal"), desk.file("fairlead.db-wal")).unwrap();
    let found = damage(&desk);
    assert!(
        matches!(found, Damage::NotReadable | Damage::Faults(_)),
        "{found:?}"
    );
}

#[test]
fn a_folder_in_place_of_the_data_file_is_an_obstacle() {
    let desk = Desk::used(3);
    fs::remove_file(desk.file("fairlead.db")).unwrap();
    fs::create_dir(desk.file("fairlead.db")).unwrap();
    assert_eq!(obstacle(&desk), Obstacle::FolderInPlace);
}

#[cfg(unix)]
#[test]
fn links_pipes_and_devices_in_place_of_the_data_file_are_not_opened() {
    use std::os::unix::fs::symlink;
    use std::process::Command;
    let desk = Desk::used(3);
    let data = desk.file("fairlead.db");
    fs::rename(&data, desk.file("elsewhere.db")).unwrap();
    for target in ["elsewhere.db", "/dev/zero", "nowhere"] {
        symlink(target, &data).unwrap();
        assert_eq!(obstacle(&desk), Obstacle::NotAFile, "{target}");
        fs::remove_file(&data).unwrap();
    }
    assert!(
        Command::new("mkfifo")
            .arg(&data)
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(obstacle(&desk), Obstacle::NotAFile);
}

#[test]
fn a_file_in_place_of_the_folder_is_an_obstacle() {
    let desk = Desk::new();
    put(&desk.path(), b"a file");
    assert!(matches!(
        desk.refusal(),
        Refusal::Unreadable(Obstacle::NotAFolder)
    ));
    let mut opening = desk.opening();
    opening.folder = desk.path().join("below");
    let refusal = opening
        .open(crate::store::Unlock::Device, super::support::now())
        .unwrap_err();
    assert!(matches!(refusal, Refusal::Unreadable(Obstacle::NotAFolder)));
    assert_eq!(fs::read(desk.path()).unwrap(), b"a file");
}

#[test]
fn a_path_with_a_nul_in_it_is_no_place() {
    let desk = Desk::new();
    let mut opening = desk.opening();
    opening.folder = desk.around.path().join("a\0b");
    let refusal = opening
        .open(crate::store::Unlock::Device, super::support::now())
        .unwrap_err();
    assert!(
        matches!(refusal, Refusal::Unreadable(Obstacle::NoSuchPlace(_))),
        "{refusal:?}"
    );
}

#[test]
fn every_reason_has_its_state_and_three_parts() {
    use crate::store::refusal::{KeyGone, NeededFor};
    let locked = |wrong, wait_seconds| Refusal::Locked {
        wrong,
        wait_seconds,
    };
    let damaged = |damage| Refusal::Damaged { damage, key: None };
    let text = || "details".to_owned();
    let mut reasons = vec![
        (locked(false, 0), State::Locked),
        (locked(true, 40), State::Locked),
        (Refusal::Newer { found: 2, known: 1 }, State::Newer),
        (Refusal::InUse, State::InUse),
        (Refusal::ReadOnly, State::ReadOnly),
    ];
    for gone in [
        KeyGone::KeychainLocked,
        KeyGone::KeychainSilent,
        KeyGone::NotInKeychain,
        KeyGone::NoKeyFile,
        KeyGone::Changed,
        KeyGone::NeverHere,
    ] {
        reasons.push((Refusal::KeyMissing { gone, code: None }, State::KeyMissing));
    }
    for found in [
        Damage::Missing,
        Damage::TooShort(0),
        Damage::NotReadable,
        Damage::Faults(text()),
        Damage::KeysLost,
    ] {
        reasons.push((damaged(found), State::Damaged));
    }
    for needed_for in [NeededFor::Beginning, NeededFor::Upgrade, NeededFor::Opening] {
        reasons.push((Refusal::DiskFull { needed_for }, State::DiskFull));
    }
    for obstacle in [
        Obstacle::NotAFolder,
        Obstacle::NoSuchPlace(text()),
        Obstacle::FolderInPlace,
        Obstacle::NotAFile,
        Obstacle::Foreign,
        Obstacle::NoLock(text()),
        Obstacle::NoBackup(text()),
        Obstacle::UpgradeFailed {
            detail: text(),
            backup: None,
        },
        Obstacle::Failed(text()),
    ] {
        reasons.push((Refusal::Unreadable(obstacle), State::Unreadable));
    }
    for (reason, state) in reasons {
        assert_eq!(gate::state(&reason), state);
        for backups in [0, 1, 7] {
            let sentence = gate::sentence(&reason, backups);
            for part in [&sentence.happened, &sentence.safe, &sentence.next] {
                assert!(part.ends_with('.') && part.len() > 12, "{sentence:?}");
            }
        }
    }
}
