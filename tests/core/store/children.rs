//! Processes of their own that tests start: each child is a test that runs only for its parent.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use super::support::{add, now};
use crate::keychain::NoKeychain;
use crate::store::backup::Reason;
use crate::store::{Opening, Store, Unlock};

const FOLDER: &str = "FAIRLEAD_TEST_FOLDER";

/// The command that runs a child on a folder.
pub fn command(child: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .arg(format!("store::tests::children::{child}"))
        .args(["--exact", "--ignored", "--nocapture"])
        .env(FOLDER, folder);
    command
}

/// Runs a child to its end, which must be a good one.
pub fn run(child: &str, folder: &Path, settings: &[(&str, &str)]) {
    let output = command(child, folder)
        .envs(settings.iter().copied())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Lets a child work until it has said `times` that something is done, kills it, and answers how
/// often it said so.
pub fn kill_while(child: &str, folder: &Path, times: usize, settings: &[(&str, &str)]) -> usize {
    let mut running = command(child, folder)
        .envs(settings.iter().copied())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(running.stdout.take().unwrap()).lines();
    let is_done = |line: &String| line.ends_with("done");
    let mut done = lines
        .by_ref()
        .map(Result::unwrap)
        .filter(is_done)
        .take(times)
        .count();
    assert_eq!(done, times, "the child ended by itself");
    running.kill().unwrap();
    running.wait().unwrap();
    // What it still said before it died was acknowledged too.
    done += lines.map_while(Result::ok).filter(is_done).count();
    done
}

fn folder() -> std::path::PathBuf {
    std::env::var_os(FOLDER).unwrap().into()
}

fn open() -> Store {
    Opening::of(&folder(), Arc::new(NoKeychain))
        .open(Unlock::Device, now())
        .unwrap()
}

fn say_done() {
    use std::io::Write;
    // In one piece, past libtest's own printing, so that the parent reads whole lines.
    std::io::stdout().write_all(b"\ndone\n").unwrap();
    std::io::stdout().flush().unwrap();
}

#[test]
#[ignore = "started by its parent"]
fn try_to_open() {
    let opened = Opening::of(&folder(), Arc::new(NoKeychain)).open(Unlock::Device, now());
    let said = match opened {
        Ok(_) => "open".to_owned(),
        Err(refusal) => format!("{refusal:?}"),
    };
    assert_eq!(said, std::env::var("EXPECT").unwrap());
}

#[test]
#[ignore = "started by its parent, which kills it"]
fn write_and_say() {
    let store = open();
    let first: usize = std::env::var("FIRST").unwrap().parse().unwrap();
    for number in first.. {
        add(&store, number).unwrap();
        say_done();
    }
}

#[test]
#[ignore = "started by its parent, which kills it"]
fn back_up_and_say() {
    let store = open();
    for minute in 0.. {
        store
            .back_up(Reason::Asked, super::support::after_minutes(minute))
            .unwrap();
        say_done();
    }
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by its parent on a file system of its own"]
fn disk_full_while_writing() {
    super::disk::in_child::writing();
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by its parent on a file system of its own"]
fn disk_full_while_beginning() {
    super::disk::in_child::beginning();
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by its parent on a file system of its own"]
fn disk_full_while_upgrading() {
    super::disk::in_child::upgrading();
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by its parent on a file system of its own"]
fn disk_full_while_backing_up() {
    super::disk::in_child::backing_up();
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by its parent on a file system of its own"]
fn disk_full_while_changing_keys() {
    super::disk::in_child::changing_keys();
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "started by its parent on a file system of its own"]
fn read_only() {
    super::disk::in_child::reading_only();
}
