//! The signed paper and what verifying says of it (B4).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot be set up has failed"
)]

mod by_hand;
mod changes;
mod foreign;
mod paper;
mod readers;

use crate::desk::Desk;
use fairlead_core::Fairlead;
use fairlead_core::api::start::PaperSize;
use fairlead_core::api::verify::{Verdict, Verified};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::OnceLock;

/// A desk with the example's agreement, frozen to be signed.
pub struct Signing {
    pub desk: Desk,
    pub relationship: String,
}

impl Signing {
    /// The text is frozen on Tuesday 24 March 2026 at ten in London.
    pub fn frozen() -> Self {
        let mut signing = Self::frozen_later();
        signing.freeze();
        signing
    }

    /// The example, of which nothing is frozen yet.
    pub fn frozen_later() -> Self {
        let mut desk = Desk::at("2026-03-24T10:00:00Z", "Europe/London");
        let made = desk.call("example.add", json!({}));
        let relationship = made["id"].as_str().unwrap().to_owned();
        Self { desk, relationship }
    }

    /// Freezes the text as it is; what is still talked about is left for later.
    pub fn freeze(&mut self) -> Value {
        let ready = self.ask("agreement.ready", json!({}));
        let later: Vec<Value> = ready["talking"]
            .as_array()
            .unwrap()
            .iter()
            .map(|section| section["section"].clone())
            .collect();
        assert_eq!(ready["missing"], json!([]), "the example has all answers");
        self.ask("signing.begin", json!({ "later": later }))
    }

    pub fn ask(&mut self, name: &str, mut request: Value) -> Value {
        request["relationship"] = json!(self.relationship);
        self.desk.call(name, request)
    }

    /// Signs as one of the two, at a moment.
    pub fn sign(&mut self, side: &str, utc: &str, how: Value) -> Value {
        self.desk.set(utc);
        let signing = self.ask("signing.get", json!({}));
        let version = &signing["version"];
        let person = version["people"]
            .as_array()
            .unwrap()
            .iter()
            .find(|person| person["side"] == side)
            .unwrap();
        let mut request = json!({
            "version": version["id"],
            "fingerprint": version["fingerprint"]["hex"],
            "side": side,
            "name": person["name"],
        });
        for (name, value) in how.as_object().unwrap() {
            request[name] = value.clone();
        }
        self.ask("signing.sign", request)
    }

    pub fn sign_both(&mut self) {
        self.ask("signing.open", json!({"side": "mentee"}));
        self.sign("mentee", "2026-03-24T10:15:07Z", json!({"kind": "typed"}));
        self.ask("signing.hand_over", json!({"side": "mentor"}));
        let strokes = json!([
            [[20, 150], [90, 20], [160, 160], [240, 40], [400, 120]],
            [[430, 60], [560, 70]],
            [[500, 30], [500, 31]]
        ]);
        let drawing = json!({"width": 600, "height": 200, "strokes": strokes});
        self.sign(
            "mentor",
            "2026-03-24T10:21:40Z",
            json!({"kind": "drawn", "drawing": drawing}),
        );
    }

    /// The paper of the newest signed version.
    pub fn paper(&mut self) -> Vec<u8> {
        let relationship = self.relationship.clone();
        let made = self
            .desk
            .fairlead
            .signed_paper(&relationship, None, PaperSize::A4);
        made.unwrap().bytes
    }

    /// What this desk says of a file.
    pub fn verify(&mut self, bytes: &[u8]) -> Verified {
        self.desk.fairlead.verify("paper.pdf", bytes)
    }
}

/// The example's agreement, signed by both: made once, since it never changes.
pub fn paper() -> &'static [u8] {
    static PAPER: OnceLock<Vec<u8>> = OnceLock::new();
    PAPER.get_or_init(|| {
        let mut signing = Signing::frozen();
        signing.sign_both();
        signing.paper()
    })
}

/// What a Fairlead without any data says of a file.
pub fn alone(bytes: &[u8]) -> Verified {
    Fairlead::verify_alone("paper.pdf", bytes)
}

/// The verdict and what it is about.
pub fn said(verified: &Verified) -> (Verdict, &str) {
    (verified.verdict, &verified.code)
}

/// Each message has three parts, none of which is empty, and blames nobody.
pub fn assert_three_parts(verified: &Verified) {
    let sentence = &verified.sentence;
    for part in [&sentence.happened, &sentence.safe, &sentence.next] {
        assert!(part.ends_with('.') && part.len() > 15, "{sentence:?}");
        assert!(part.chars().next().unwrap().is_uppercase(), "{sentence:?}");
        for word in ["invalid", "error", "fail", "illegal", "forged", "fraud"] {
            assert!(
                !part.to_lowercase().contains(word),
                "{word} in {sentence:?}"
            );
        }
    }
}

/// Runs a program on a file of these bytes.
pub fn run(program: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    fairlead_core::files::write_new(&path, bytes, fairlead_core::files::Readers::Usual).unwrap();
    let output = Command::new(program)
        .args(before)
        .arg(&path)
        .args(after)
        .output();
    output.unwrap_or_else(|error| panic!("{program} is missing; run cargo xtask setup ({error})"))
}

pub fn text(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// What a Python script with pyHanko answers; the file's path is its argument.
pub fn python(bytes: &[u8], script: &str) -> Vec<u8> {
    let python = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../test-python/bin/python");
    let output = run(
        &python.display().to_string(),
        &["-W", "ignore", "-c", script],
        bytes,
        &[],
    );
    assert!(output.status.success(), "{}", text(&output));
    output.stdout
}

/// An attached file of a paper.
pub fn attached(bytes: &[u8], name: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let list = text(&run("pdfdetach", &["-list"], bytes, &[]));
    let number = list
        .lines()
        .find_map(|line| line.strip_suffix(&format!(": {name}")))
        .unwrap_or_else(|| panic!("{name} in {list}"))
        .trim()
        .to_owned();
    let path = out.display().to_string();
    let detached = run("pdfdetach", &["-save", &number, "-o", &path], bytes, &[]);
    assert!(detached.status.success(), "{}", text(&detached));
    std::fs::read(out).unwrap()
}

/// The paper written anew with another attached file of a name: well formed, and signed by nobody any more.
pub fn with_attached(bytes: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    fairlead_core::files::write_new(&file, content, fairlead_core::files::Readers::Usual).unwrap();
    let file = file.display().to_string();
    let key = format!("--key={name}");
    let added = run(
        "qpdf",
        &["--warning-exit-0"],
        bytes,
        &[
            "--add-attachment",
            &file,
            &key,
            "--replace",
            "--mimetype=application/json",
            "--",
            "-",
        ],
    );
    assert!(added.status.success(), "{}", text(&added));
    added.stdout
}
