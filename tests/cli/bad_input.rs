//! Each bad input gets a sentence and an exit status, and nothing is changed by it.

#![expect(clippy::disallowed_methods, reason = "a test's own files need no care")]

use crate::program::{Folder, Said, program};
use serde_json::json;

#[test]
fn wrong_usage_ends_with_two_and_a_sentence() {
    let folder = Folder::new();
    for words in [
        &["chekc"][..],
        &["check", "--fast"],
        &["call"],
        &["due"],
        &["due", "--until", "tomorrow"],
        &["papers", "agreement"],
        &[
            "papers",
            "agreement",
            "--relationship",
            "x",
            "--out",
            "y",
            "--paper",
            "a5",
        ],
        &["restore", "x"],
        &["check", "--at", "2026-02-30T10:00:00Z"],
        &["check", "--at", "yesterday"],
        &["check", "--zone", "Mars/Olympus"],
        &[],
    ] {
        let said: Said = program().args(words).output().unwrap().into();
        assert_eq!(said.status, Some(2), "{words:?} {}", said.err);
        assert!(!said.err.is_empty() && said.out.is_empty(), "{words:?}");
    }
    let said: Said = program().arg("check").output().unwrap().into();
    assert_eq!(said.status, Some(2));
    assert!(said.err.contains("--data DIR"));
    assert!(!folder.data().exists());
}

#[test]
fn help_and_version_are_answers() {
    for word in ["--help", "--version"] {
        let said: Said = program().arg(word).output().unwrap().into();
        assert_eq!((said.status, said.err.as_str()), (Some(0), ""));
    }
    let said: Said = program().args(["batch", "--help"]).output().unwrap().into();
    assert!(said.out.contains("may_fail"));
}

#[test]
fn commands_that_read_make_no_folder() {
    let folder = Folder::new();
    let out = folder.file("x.pdf").display().to_string();
    for words in [
        &["check"][..],
        &["backup"],
        &["backups"],
        &["restore", "x", "--to", "y"],
        &["due", "--until", "2026-12-18T10:00:00Z"],
        &["papers", "agreement", "--relationship", "x", "--out", &out],
    ] {
        assert_eq!(folder.run(words).code(), "no_data", "{words:?}");
        assert!(!folder.data().exists());
    }
}

#[test]
fn a_file_in_the_place_of_the_folder_is_told_and_kept() {
    let folder = Folder::new();
    std::fs::write(folder.data(), "mine").unwrap();
    assert_eq!(folder.run(&["check"]).code(), "unreadable");
    assert_eq!(folder.run(&["sample"]).code(), "unreadable");
    assert_eq!(std::fs::read_to_string(folder.data()).unwrap(), "mine");
}

#[test]
fn requests_that_cannot_be_read_are_refused() {
    let folder = Folder::new();
    for (words, code) in [
        (&["call", "start.state", "{"][..], "invalid_json"),
        (&["call", "start.state", "{'a': 1}"], "invalid_json"),
        (&["call", "start.state", "[]"], "bad_request"),
        (&["call", "date.read", "[\"26/11/2026\"]"], "bad_request"),
        (&["call", "start.state", "{\"a\": 1}"], "bad_request"),
        (&["call", "nothing.here"], "unknown_call"),
        (&["batch", "/nowhere/lines.jsonl"], "unreadable_file"),
        (&["batch", "/"], "unreadable_file"),
        (
            &["--pass-phrase-file", "/nowhere/x", "sample"],
            "unreadable_file",
        ),
    ] {
        assert_eq!(folder.run(words).code(), code, "{words:?}");
    }
}

#[test]
fn papers_and_backups_that_cannot_be_are_refused() {
    let folder = Folder::new();
    let id = folder.sample();
    let order = |kind: &str, id: &str, out: &str| {
        let out = folder.file(out);
        folder.run_to(&["papers", kind, "--relationship", id, "--out"], out)
    };
    assert_eq!(order("poem", &id, "x.pdf").code(), "unknown_paper");
    assert_eq!(order("agreement", "nobody", "x.pdf").code(), "not_found");
    assert_eq!(order("agreement", &id, "none/x.pdf").code(), "no_folder");
    assert_eq!(order("agreement", &id, "data").code(), "is_folder");
    assert!(!folder.file("x.pdf").exists());
    let to = folder.file("restored");
    assert_eq!(
        folder.run_to(&["restore", "x", "--to"], &to).status,
        Some(1)
    );
    assert!(!to.exists());
    let made = folder.run(&["backup"]).value();
    let full = folder.data();
    let restored = folder.run_to(&["restore", made["backup"].as_str().unwrap(), "--to"], full);
    assert_eq!(restored.status, Some(1));
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}

#[test]
#[cfg(unix)]
fn words_that_are_not_utf8_are_refused_and_paths_may_be() {
    use std::os::unix::ffi::OsStrExt;
    let odd = std::ffi::OsStr::from_bytes(b"caf\xe9");
    let said = program().arg("call").arg(odd).output().unwrap();
    assert_eq!(said.status.code(), Some(2));
    let folder = Folder::new();
    let id = folder.sample();
    let out = folder.data().parent().unwrap().join(odd);
    folder
        .run_to(
            &["papers", "agreement", "--relationship", &id, "--out"],
            &out,
        )
        .value();
    assert!(std::fs::read(out).unwrap().starts_with(b"%PDF-"));
}
