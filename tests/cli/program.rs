//! The program on a folder of its own.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use serde_json::Value;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub struct Folder {
    temporary: TempDir,
    at: &'static str,
    zone: &'static str,
}

/// What a run has said.
pub struct Said {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    /// The answer, one JSON value.
    pub fn value(&self) -> Value {
        assert_eq!(self.status, Some(0), "{}", self.err);
        serde_json::from_str(&self.out).unwrap()
    }

    /// The answers, one JSON value a line.
    pub fn lines(&self) -> Vec<Value> {
        self.out
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// The refusal: exit 1 and a sentence in three fields.
    pub fn refusal(&self) -> Value {
        assert_eq!(self.status, Some(1), "{}{}", self.out, self.err);
        let told: Value = serde_json::from_str(&self.err).unwrap();
        for key in ["code", "message", "field"] {
            assert!(told.get(key).is_some(), "{told}");
        }
        assert!(told["message"].as_str().unwrap().ends_with('.'), "{told}");
        told
    }

    pub fn code(&self) -> String {
        self.refusal()["code"].as_str().unwrap().to_owned()
    }
}

/// The program without anything of the surroundings that could change what it does.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fairlead-cli"));
    command
        .env_remove("FAIRLEAD_PASS_PHRASE")
        .env_remove("FAIRLEAD_RECOVERY_CODE")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY");
    command
}

/// Runs a command with this text on standard input.
pub fn feed(command: &mut Command, input: &str) -> Said {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || {
        // A program that refuses the first line does not read the rest.
        let _ = stdin.write_all(input.as_bytes());
    });
    let said = child.wait_with_output().unwrap().into();
    writer.join().unwrap();
    said
}

impl Folder {
    /// A folder whose clock stands at a moment.
    pub fn at(at: &'static str, zone: &'static str) -> Self {
        Self {
            temporary: tempfile::tempdir().unwrap(),
            at,
            zone,
        }
    }

    /// A folder on 11 March 2026 in London.
    pub fn new() -> Self {
        Self::at("2026-03-11T10:00:00Z", "Europe/London")
    }

    /// The clock stands somewhere else from now on.
    pub fn set(&mut self, at: &'static str) {
        self.at = at;
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.temporary.path().join("data")
    }

    /// A file beside the data folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.temporary.path().join(name)
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = program();
        command
            .arg("--data")
            .arg(self.data())
            .args(["--at", self.at, "--zone", self.zone])
            .args(words);
        command
    }

    pub fn run(&self, words: &[&str]) -> Said {
        self.command(words).output().unwrap().into()
    }

    /// Runs with a path as the last word.
    pub fn run_to(&self, words: &[&str], path: impl Into<OsString>) -> Said {
        self.command(words)
            .arg(path.into())
            .output()
            .unwrap()
            .into()
    }

    /// Answers a call.
    pub fn call(&self, name: &str, request: &Value) -> Value {
        self.run(&["call", name, &request.to_string()]).value()
    }

    /// Runs lines as a batch.
    pub fn batch(&self, lines: &[Value]) -> Said {
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        feed(&mut self.command(&["batch", "-"]), &text)
    }

    /// Adds the example and answers its id.
    pub fn sample(&self) -> String {
        let made = self.run(&["sample"]).value();
        made["relationship"].as_str().unwrap().to_owned()
    }

    /// Name and content of every file in the data folder.
    pub fn content(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut folders = vec![self.data()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push((path.clone(), std::fs::read(&path).unwrap()));
                }
            }
        }
        found.sort();
        found
    }
}

/// A request about this relationship.
pub fn with(relationship: &Value, mut request: Value) -> Value {
    request["relationship"] = relationship.clone();
    request
}
