//! A full disk and a folder that can only be read (cases 36 and 39), on real file systems: a small
//! tmpfs and a read-only mount in a mount namespace of a child process.
//!
//! Where the system lets nobody make one, the test says on stderr that it did not check.

#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::children;
use super::support::{Desk, add, answers, fill, looks, now};
use crate::api::ApiError;
use crate::error::Error;
use crate::files;
use crate::store::backup::Reason;
use crate::store::refusal::NeededFor;
use crate::store::{Refusal, Schema};

/// Runs a child in a mount namespace, after these shell commands; `$FOLDER` is its folder.
fn in_namespace(child: &str, folder: &Path, before: &str) {
    let namespace = ["unshare --mount", "unshare --mount --map-root-user"]
        .into_iter()
        .find(|unshare| {
            Command::new("sh")
                .arg("-c")
                .arg(format!("{unshare} sh -c 'mount -t tmpfs tmpfs /mnt'"))
                .output()
                .is_ok_and(|output| output.status.success())
        });
    let Some(namespace) = namespace else {
        // Past libtest's capture: a check that did not happen must be seen.
        let _ = writeln!(
            std::io::stderr(),
            "NOT CHECKED: {child} needs a mount namespace (unshare --mount), which this system refuses"
        );
        return;
    };
    let command = children::command(child, folder);
    let exe = command.get_program().to_owned();
    let script = format!("{before} && exec \"$@\"");
    let output = Command::new("sh")
        .arg("-c")
        .arg(format!("exec {namespace} sh -c \"$0\" sh \"$@\""))
        .arg(script)
        .arg(exe)
        .args(command.get_args())
        .env("FAIRLEAD_TEST_FOLDER", folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

const SMALL: &str = "mount -t tmpfs -o size=32m tmpfs \"$FAIRLEAD_TEST_FOLDER\"";

fn child_folder() -> PathBuf {
    std::env::var_os("FAIRLEAD_TEST_FOLDER").unwrap().into()
}

/// A desk on the small disk.
fn desk_in(folder: &Path) -> Desk {
    let mut desk = Desk::new();
    desk.around = tempfile::tempdir_in(folder).unwrap();
    desk
}

/// Amounts of free room in even steps, from none to a multiple of what the data file takes with so many answers: as
/// the file grows with its tables, the least that is enough stays between them.
fn rooms(count: usize, times: u64) -> impl Iterator<Item = u64> {
    let desk = desk_in(&child_folder());
    fill(&desk.open(), count);
    let most = times * fs::metadata(desk.file("fairlead.db")).unwrap().len();
    (0..30).map(move |step| most * step / 29)
}

/// Fills the disk until only so many bytes are free.
fn leave(folder: &Path, bytes: u64) -> PathBuf {
    let filler = folder.join("filler");
    let free = files::free_space(folder).unwrap();
    let size = usize::try_from(free.saturating_sub(bytes)).unwrap();
    super::support::put(&filler, &vec![7; size]);
    filler
}

#[test]
fn a_full_disk_loses_nothing_and_a_freed_one_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    in_namespace("disk_full_while_writing", folder.path(), SMALL);
}

#[test]
fn a_new_folder_on_a_full_disk_is_refused_and_made_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    in_namespace("disk_full_while_beginning", folder.path(), SMALL);
}

#[test]
fn an_upgrade_on_a_full_disk_is_refused_and_done_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    in_namespace("disk_full_while_upgrading", folder.path(), SMALL);
}

#[test]
fn a_backup_on_a_full_disk_is_refused_and_leaves_nothing_half_made() {
    let folder = tempfile::tempdir().unwrap();
    in_namespace("disk_full_while_backing_up", folder.path(), SMALL);
}

#[test]
fn keys_on_a_full_disk_stay_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    in_namespace("disk_full_while_changing_keys", folder.path(), SMALL);
}

#[test]
fn a_folder_that_can_only_be_read_is_refused_untouched() {
    let desk = Desk::used(3);
    let before = desk.looks();
    in_namespace(
        "read_only",
        &desk.path(),
        "mount --bind \"$FAIRLEAD_TEST_FOLDER\" \"$FAIRLEAD_TEST_FOLDER\" && mount -o remount,bind,ro \"$FAIRLEAD_TEST_FOLDER\"",
    );
    assert_eq!(desk.looks(), before);
    assert_eq!(answers(&desk.open()), 3);
}

/// What the children do; `children.rs` has the tests that call them.
pub mod in_child {
    use super::{
        ApiError, Desk, Error, NeededFor, Reason, Refusal, Schema, add, answers, child_folder,
        desk_in, fill, fs, leave, looks, now, rooms,
    };

    pub fn writing() {
        let desk = desk_in(&child_folder());
        let store = desk.open();
        fill(&store, 1);
        let filler = leave(&child_folder(), 200_000);
        let mut acknowledged = 1_u64;
        let refusal = loop {
            match add(&store, 1000 + usize::try_from(acknowledged).unwrap()) {
                Ok(()) => acknowledged += 1,
                Err(error) => break ApiError::from(error),
            }
        };
        assert_eq!(refusal.code, "disk_full");
        assert!(acknowledged > 5, "the disk was full at once");
        // Reading works, and every acknowledged answer is there.
        assert_eq!(answers(&store), acknowledged);
        drop(store);
        // So they are after a start on the full disk.
        let store = desk.open();
        assert_eq!(answers(&store), acknowledged);
        store.check().unwrap();
        fs::remove_file(filler).unwrap();
        add(&store, 9999).unwrap();
        assert_eq!(answers(&store), acknowledged + 1);
    }

    pub fn beginning() {
        let (mut refused, mut made) = (0, 0);
        for bytes in rooms(1, 4) {
            let desk = desk_in(&child_folder());
            let filler = leave(&child_folder(), bytes);
            match desk.try_open(crate::store::Unlock::Device) {
                Ok(_) => made += 1,
                Err(Refusal::DiskFull { .. }) => refused += 1,
                Err(other) => panic!("{bytes} bytes: {other:?}"),
            }
            fs::remove_file(filler).unwrap();
            fill(&desk.open(), 1);
            assert_eq!(answers(&desk.open()), 1, "{bytes} bytes");
        }
        assert!(refused > 3 && made > 3, "{refused} refused, {made} made");
    }

    pub fn upgrading() {
        let (mut refused, mut done) = (0, 0);
        for bytes in rooms(100, 4) {
            let mut desk = desk_in(&child_folder());
            fill(&desk.open(), 100);
            let mut steps = Schema::current().steps().to_vec();
            steps.push(
                "CREATE TABLE added (id INTEGER PRIMARY KEY, text TEXT) STRICT; INSERT INTO added (text) SELECT text || text || text FROM answer;",
            );
            desk.schema = Schema::of(steps);
            let filler = leave(&child_folder(), bytes);
            match desk.try_open(crate::store::Unlock::Device) {
                Ok(_) => done += 1,
                Err(Refusal::DiskFull {
                    needed_for: NeededFor::Upgrade,
                }) => {
                    refused += 1;
                    // Neither upgraded nor harmed: the older version still opens it.
                    let upgraded = std::mem::replace(&mut desk.schema, Schema::current());
                    assert_eq!(answers(&desk.open()), 100);
                    desk.schema = upgraded;
                }
                Err(other) => panic!("{bytes} bytes: {other:?}"),
            }
            fs::remove_file(filler).unwrap();
            let store = desk.open();
            assert_eq!(answers(&store), 100, "{bytes} bytes");
            store.check().unwrap();
        }
        assert!(refused > 3 && done > 3, "{refused} refused, {done} done");
    }

    pub fn backing_up() {
        let (mut refused, mut done) = (0, 0);
        for bytes in rooms(100, 4) {
            let desk = desk_in(&child_folder());
            let store = desk.open();
            fill(&store, 100);
            let filler = leave(&child_folder(), bytes);
            match store.back_up(Reason::Asked, now()) {
                Ok(_) => done += 1,
                Err(error) => {
                    refused += 1;
                    assert!(error.is_lack_of_room(), "{bytes} bytes: {error}");
                    let said = ApiError::from(Error::from(error));
                    assert_eq!(said.code, "disk_full");
                    assert!(said.message.contains("are safe"), "{}", said.message);
                    assert!(store.backups().is_empty());
                    let left = looks(&desk.file("backups"));
                    assert_eq!(left.len(), 1, "only the copy of the keys: {left:?}");
                }
            }
            fs::remove_file(filler).unwrap();
            store.back_up(Reason::Asked, now()).unwrap();
            assert_eq!(answers(&store), 100);
        }
        assert!(refused > 3 && done > 3, "{refused} refused, {done} done");
    }

    pub fn changing_keys() {
        let desk = desk_in(&child_folder());
        let store = desk.open();
        fill(&store, 1);
        let code = store.recovery_code().unwrap().unwrap().to_string();
        let before = looks(&desk.path());
        let filler = leave(&child_folder(), 0);
        let refusals = [
            store.renew_recovery_code().map(drop).unwrap_err(),
            store.set_pass_phrase("seven lanterns").unwrap_err(),
            store.confirm_recovery_code(&code).unwrap_err(),
        ];
        for refusal in refusals {
            assert_eq!(ApiError::from(refusal).code, "disk_full");
        }
        fs::remove_file(filler).unwrap();
        assert_eq!(looks(&desk.path()), before);
        assert_eq!(*store.recovery_code().unwrap().unwrap(), code);
        drop(store);
        assert_eq!(answers(&desk.open()), 1);
    }

    pub fn reading_only() {
        let mut desk = Desk::new();
        let mut opening = desk.opening();
        opening.folder = child_folder();
        let refusal = opening
            .open(crate::store::Unlock::Device, now())
            .unwrap_err();
        assert!(matches!(refusal, Refusal::ReadOnly), "{refusal:?}");
        // Nor can a new folder be made in it.
        desk.around = tempfile::tempdir().unwrap();
        opening.folder = child_folder().join("new");
        let refusal = opening
            .open(crate::store::Unlock::Device, now())
            .unwrap_err();
        assert!(matches!(refusal, Refusal::ReadOnly), "{refusal:?}");
    }
}
