//! Upgrades: a backup first, then all steps or none (case 43).

use super::support::{Desk, answers, fill, now};
use crate::store::backup::Reason;
use crate::store::refusal::Obstacle;
use crate::store::{Refusal, Schema, Unlock};

fn with_steps(more: &[&'static str]) -> Schema {
    let mut steps = Schema::current().steps().to_vec();
    steps.extend_from_slice(more);
    Schema::of(steps)
}

#[test]
fn a_fresh_file_runs_every_migration() {
    let desk = Desk::new();
    let store = desk.open();
    let version: u32 = store
        .conn()
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(version, Schema::current().version());
    assert!(store.backups().is_empty(), "nothing to back up yet");
}

#[test]
fn an_older_file_is_backed_up_then_upgraded() {
    let mut desk = Desk::used(3);
    desk.schema = with_steps(&["CREATE TABLE added (id INTEGER PRIMARY KEY) STRICT;"]);
    let store = desk.open();
    assert_eq!(answers(&store), 3);
    let backups = store.backups();
    assert_eq!(backups.len(), 1);
    assert_eq!(backups[0].reason, Reason::BeforeUpgrade);
    assert_eq!(backups[0].counts.answers, 3);
    drop(store);
    // The older version now refuses, and its backup is what it can go back to.
    desk.schema = Schema::current();
    assert!(matches!(desk.refusal(), Refusal::Newer { .. }));
    let older = Desk::new();
    desk.opening()
        .restore_to(&backups[0].name, &older.path(), None)
        .unwrap();
    assert_eq!(answers(&older.open()), 3);
}

#[test]
fn a_migration_that_fails_takes_all_steps_back() {
    let steps = [
        "CREATE TABLE added (id INTEGER PRIMARY KEY) STRICT;",
        "DELETE FROM answer;",
        "INSERT INTO nowhere VALUES (1);",
    ];
    for failing in 1..=steps.len() {
        let mut desk = Desk::used(3);
        let mut tried: Vec<&'static str> = steps[..failing].to_vec();
        if failing < steps.len() {
            tried.push("This is no SQL.");
        }
        desk.schema = with_steps(&tried);
        let Refusal::Unreadable(Obstacle::UpgradeFailed { backup, .. }) = desk.refusal() else {
            panic!("upgraded");
        };
        assert!(backup.unwrap().join("fairlead.db").exists());
        desk.schema = Schema::current();
        let store = desk.open();
        assert_eq!(answers(&store), 3);
        let conn = store.conn();
        let version: u32 = conn
            .query_row("PRAGMA user_version", [], |row| row.get(0))
            .unwrap();
        assert_eq!(version, desk.schema.version());
        let added: u32 = conn
            .query_row(
                "SELECT count(*) FROM sqlite_schema WHERE name = 'added'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(added, 0);
    }
}

#[test]
fn a_migration_that_leaves_a_row_pointing_to_nothing_is_taken_back() {
    let mut desk = Desk::used(3);
    desk.schema = with_steps(&[
        "PRAGMA defer_foreign_keys = ON; DELETE FROM relationship; INSERT INTO answer (relationship_id, id) VALUES ('nobody', 'x');",
    ]);
    assert!(matches!(
        desk.refusal(),
        Refusal::Unreadable(Obstacle::UpgradeFailed { .. })
    ));
    desk.schema = Schema::current();
    assert_eq!(answers(&desk.open()), 3);
}

#[test]
fn an_upgrade_without_a_backup_is_not_begun() {
    let mut desk = Desk::used(3);
    // A file in place of the folder of backups: none can be made, whoever asks.
    std::fs::remove_dir_all(desk.file("backups")).unwrap();
    super::support::put(&desk.file("backups"), b"a file");
    let before = desk.looks();
    desk.schema = with_steps(&["DELETE FROM answer;"]);
    assert!(matches!(
        desk.refusal(),
        Refusal::Unreadable(Obstacle::NoBackup(_))
    ));
    assert_eq!(desk.looks(), before);
    desk.schema = Schema::current();
    assert_eq!(answers(&desk.open()), 3);
}

#[test]
fn the_steps_are_numbered_without_gaps_and_all_of_the_folder() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".sql"))
        .collect();
    names.sort();
    for (place, name) in names.iter().enumerate() {
        assert!(name.starts_with(&format!("{:04}_", place + 1)), "{name}");
    }
    assert_eq!(names.len(), Schema::current().steps().len());
}

#[test]
fn the_whole_file_is_checked_once_a_week() {
    let desk = Desk::used(3);
    let checked = || -> String {
        desk.open()
            .conn()
            .query_row("SELECT checked_at FROM housekeeping", [], |row| row.get(0))
            .unwrap()
    };
    let first = checked();
    assert_eq!(first, "2026-11-26T10:00:00Z");
    for (days, expected) in [(6, "2026-11-26"), (7, "2026-12-03"), (3, "2026-11-29")] {
        let at = now() + chrono::TimeDelta::days(days);
        let store = desk.opening().open(Unlock::Device, at).unwrap();
        let found: String = store
            .conn()
            .query_row("SELECT checked_at FROM housekeeping", [], |row| row.get(0))
            .unwrap();
        assert!(found.starts_with(expected), "{days}: {found}");
        fill(&store, 0);
    }
}
