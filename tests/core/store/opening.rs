//! Opening: new folders, used ones, starts that were cut off, and one process at a time.

use std::fs;

use super::children;
use super::support::{Desk, add, answers, copy_folder, fill, now, put};
use crate::store::{Refusal, Unlock};

#[test]
fn a_new_folder_opens_and_opens_again() {
    let desk = Desk::new();
    let store = desk.open();
    fill(&store, 3);
    drop(store);
    assert_eq!(answers(&desk.open()), 3);
}

#[cfg(unix)]
#[test]
fn a_folder_is_made_with_those_above_it_and_is_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let mut opening = desk.opening();
    opening.folder = desk.path().join("one").join("two");
    drop(opening.open(Unlock::Device, now()).unwrap());
    let mode = |name: &str| {
        let found = fs::metadata(opening.folder.join(name)).unwrap();
        found.permissions().mode() & 0o777
    };
    assert_eq!(mode("."), 0o700);
    assert_eq!(mode("keys.json"), 0o600);
    assert_eq!(mode("device.key"), 0o600);
}

#[test]
fn a_closed_folder_holds_no_journal() {
    let desk = Desk::used(3);
    assert!(!desk.file("fairlead.db-wal").exists());
    assert!(!desk.file("fairlead.db-shm").exists());
}

#[test]
fn the_pragmas_that_keep_data_safe_are_in_force() {
    let desk = Desk::new();
    let store = desk.open();
    let conn = store.conn();
    let text = |name: &str| -> String {
        conn.query_row(&format!("PRAGMA {name}"), [], |row| {
            row.get::<_, rusqlite::types::Value>(0)
        })
        .map(|value| match value {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => panic!("{other:?}"),
        })
        .unwrap()
    };
    let expected = [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("locking_mode", "exclusive"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("mmap_size", "0"),
        ("temp_store", "2"),
        ("secure_delete", "1"),
        ("busy_timeout", "5000"),
        ("application_id", "1179403313"),
    ];
    for (name, value) in expected {
        // Without memory mapping compiled in, SQLite answers with no row at all.
        if name == "mmap_size" {
            continue;
        }
        assert_eq!(text(name), value, "{name}");
    }
    use rusqlite::config::DbConfig;
    assert!(conn.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
    assert_eq!(
        conn.limit(rusqlite::limits::Limit::SQLITE_LIMIT_LENGTH)
            .unwrap(),
        20_000_000
    );
}

#[test]
fn reading_cannot_write() {
    let desk = Desk::new();
    let store = desk.open();
    let tried = store.read(|tx| {
        tx.conn()
            .execute("INSERT INTO relationship (id) VALUES ('x')", [])?;
        Ok(())
    });
    assert!(tried.is_err());
    fill(&store, 1);
    assert_eq!(answers(&store), 1);
}

#[test]
fn a_write_that_fails_leaves_nothing() {
    let desk = Desk::used(1);
    let store = desk.open();
    let tried: crate::error::Result<()> = store.write(|tx| {
        tx.conn().execute("DELETE FROM answer", [])?;
        Err(crate::error::Error::Internal("stop".to_owned()))
    });
    assert!(tried.is_err());
    assert_eq!(answers(&store), 1);
}

#[test]
fn a_text_beyond_the_limit_is_refused_in_words() {
    let desk = Desk::used(1);
    let store = desk.open();
    let long = "x".repeat(20_000_001);
    let tried = store.write(|tx| {
        tx.conn().execute(
            "INSERT INTO answer (relationship_id, id, text) VALUES ('r', 'long', ?1)",
            [&long],
        )?;
        Ok(())
    });
    let refusal = crate::api::ApiError::from(tried.unwrap_err());
    assert_eq!(refusal.code, "too_long");
    assert_eq!(answers(&store), 1);
}

#[test]
fn a_first_start_that_was_cut_off_at_any_step_starts_again() {
    // After each step of making a folder, only the files made so far are there.
    let whole = Desk::new();
    drop(whole.open());
    let steps: [&[(&str, &str)]; 5] = [
        &[("device.key", "device.key")],
        &[("device.key", "device.key"), ("keys.json", "keys.new.json")],
        &[
            ("device.key", "device.key"),
            ("keys.json", "keys.new.json"),
            ("fairlead.db", "fairlead.new.db"),
        ],
        &[
            ("device.key", "device.key"),
            ("keys.json", "keys.new.json"),
            ("fairlead.db", "fairlead.db"),
        ],
        &[
            ("device.key", "device.key"),
            ("keys.json", "keys.json"),
            ("keys.json", "keys.new.json"),
            ("fairlead.db", "fairlead.db"),
        ],
    ];
    for step in steps {
        let desk = Desk::new();
        fs::create_dir(desk.path()).unwrap();
        for (from, to) in step {
            fs::copy(whole.file(from), desk.file(to)).unwrap();
        }
        fill(&desk.open(), 1);
        assert_eq!(answers(&desk.open()), 1, "{step:?}");
        assert!(desk.file("keys.json").exists(), "{step:?}");
        assert!(!desk.file("keys.new.json").exists(), "{step:?}");
    }
}

#[test]
fn a_half_made_data_file_of_a_first_start_is_made_again() {
    let desk = Desk::new();
    fs::create_dir(desk.path()).unwrap();
    put(&desk.file("fairlead.new.db"), b"half");
    put(&desk.file("keys.new.json"), b"{\"form");
    fill(&desk.open(), 1);
    assert_eq!(answers(&desk.open()), 1);
}

#[test]
fn a_second_opening_in_one_process_is_refused() {
    let desk = Desk::used(1);
    let store = desk.open();
    assert!(matches!(desk.refusal(), Refusal::InUse));
    add(&store, 10).unwrap();
    drop(store);
    assert_eq!(answers(&desk.open()), 2);
}

#[test]
fn two_processes_on_one_folder_and_the_second_harms_nothing() {
    let desk = Desk::used(1);
    let store = desk.open();
    add(&store, 10).unwrap();
    let before = desk.looks();
    children::run("try_to_open", &desk.path(), &[("EXPECT", "InUse")]);
    assert_eq!(desk.looks(), before);
    add(&store, 11).unwrap();
    drop(store);
    children::run("try_to_open", &desk.path(), &[("EXPECT", "open")]);
    assert_eq!(answers(&desk.open()), 3);
}

#[test]
fn a_process_killed_twenty_times_keeps_nobody_out_and_loses_no_answered_write() {
    let desk = Desk::used(1);
    for round in 1..=20_usize {
        let first = round * 10_000;
        let told = first.to_string();
        let kept = children::kill_while(
            "write_and_say",
            &desk.path(),
            round * 7 % 13,
            &[("FIRST", &told)],
        );
        let store = desk.open();
        let there = |number: usize| -> bool {
            store
                .conn()
                .query_row(
                    "SELECT EXISTS (SELECT 1 FROM answer WHERE id = ?1)",
                    [format!("area.{number}.text")],
                    |row| row.get(0),
                )
                .unwrap()
        };
        for number in first..first + kept {
            assert!(there(number), "{number} was answered and is gone");
        }
        // At most one more was done and not yet answered.
        assert!(!there(first + kept + 1), "round {round}");
        store.check().unwrap();
    }
}

#[test]
fn a_folder_copied_while_open_opens_with_its_journal() {
    let desk = Desk::used(1);
    let store = desk.open();
    add(&store, 10).unwrap();
    let copy = Desk::new();
    copy_folder(&desk.path(), &copy.path());
    assert_eq!(answers(&copy.open()), 2);
}

#[test]
fn a_data_file_copied_without_its_journal_is_whole_but_older() {
    let desk = Desk::used(1);
    let store = desk.open();
    add(&store, 10).unwrap();
    let copy = Desk::new();
    copy_folder(&desk.path(), &copy.path());
    fs::remove_file(copy.file("fairlead.db-wal")).unwrap();
    let copied = copy.open();
    copied.check().unwrap();
    assert_eq!(answers(&copied), 1);
}
