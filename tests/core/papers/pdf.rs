//! The agreement as a file: read back with qpdf and poppler, which `cargo xtask setup` installs.

use super::answers::words_of;
use super::{empty, filled, fixture, the_example};
use fairlead_core::domain::side::Side;
use fairlead_core::domain::template::{Kind, template};
use fairlead_core::papers::facts::AgreementFacts;
use fairlead_core::papers::{agreement, fingerprint};
use fairlead_press::{Paper, Press};
use serde_json::json;
use std::io::Write as _;
use std::process::{Command, Output};

fn pdf(facts: &AgreementFacts, paper: Paper) -> Vec<u8> {
    let document = agreement::document(facts, paper);
    let pressed = Press::new().press(&document).unwrap();
    assert_eq!(pressed.uncovered, "");
    pressed.bytes
}

/// Runs a tool on a PDF; `{}` in the arguments is the file.
fn run(tool: &str, arguments: &[&str], bytes: &[u8]) -> Output {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let path = file.path().to_str().unwrap().to_owned();
    let output = Command::new(tool)
        .args(arguments.iter().map(|word| word.replace("{}", &path)))
        .output()
        .unwrap_or_else(|error| panic!("{tool}: {error}; `cargo xtask setup` installs it"));
    assert!(output.status.success(), "{tool}: {output:?}");
    output
}

/// The text as pdftotext reads it, line by line.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(run("pdftotext", &["-q", "-raw", "{}", "-"], bytes).stdout).unwrap()
}

/// Every object of the file in plain text, as qpdf shows it.
pub fn objects(bytes: &[u8]) -> String {
    let show = ["--qdf", "--object-streams=disable", "{}", "-"];
    String::from_utf8_lossy(&run("qpdf", &show, bytes).stdout).into_owned()
}

/// The first file carried inside.
pub fn attached(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("attached");
    let save = ["-save", "1", "-o", out.to_str().unwrap(), "{}"];
    run("pdfdetach", &save, bytes);
    std::fs::read_to_string(&out).unwrap()
}

/// Letters and digits only: a line may be broken anywhere between two words, and a page between two lines.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The text of the pages without what stands at the top and the bottom of each.
fn flowing(bytes: &[u8], facts: &AgreementFacts) -> String {
    let names = format!("{} and {}", facts.mentee.name, facts.mentor.name);
    text(bytes)
        .lines()
        .filter(|line| {
            let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{c}');
            line != names
                && !line.starts_with("Draft, not signed")
                && line != "Mentoring agreement"
                && !line.starts_with("Agreement, draft")
                && line != "Area What we agreed"
                && !line.starts_with(&format!("About {}, mentee", facts.mentee.name))
                && line != format!("{names} Mentoring agreement")
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn pdftotext_holds_every_answer_of_the_fixture_on_both_sheets() {
    let facts = filled();
    for paper in [Paper::A4, Paper::Letter] {
        let read = letters(&flowing(&pdf(&facts, paper), &facts));
        for line in fixture() {
            let field = line["field"].as_str().unwrap();
            if matches!(
                template().field(field).unwrap().kind,
                Kind::Choice | Kind::Number | Kind::YesNo
            ) {
                continue;
            }
            for words in words_of(field, &line["value"]) {
                // A reader guesses the order of Arabic inside English; its letters must be there.
                for part in words.split(|c| ('\u{600}'..='\u{6ff}').contains(&c)) {
                    assert!(read.contains(&letters(part)), "{field}: {part}");
                }
                for c in words
                    .chars()
                    .filter(|c| ('\u{600}'..='\u{6ff}').contains(c))
                {
                    assert!(read.contains(c), "{field}: {c}");
                }
            }
        }
        for sentence in [
            "The mid-point is Thursday 30 July 2026.",
            "We meet every 5 weeks for 75 minutes.",
            "If a message has no answer after 2 working days",
            "for the first time on Monday 15 June 2026.",
        ] {
            assert!(read.contains(&letters(sentence)), "{sentence}");
        }
    }
}

#[test]
fn r52_what_each_answers_stands_in_two_columns_with_their_roles_over_them() {
    let mut facts = filled();
    let words = |words: &str| json!(words);
    let (mentee, mentor) = (Some(Side::Mentee), Some(Side::Mentor));
    facts
        .answers
        .set("template.7.giving", mentee, &words("In writing"));
    facts
        .answers
        .set("template.7.giving", mentor, &words("Face to face"));
    facts
        .answers
        .set("template.7.receiving", mentee, &words("One point"));
    facts
        .answers
        .set("template.7.receiving", mentor, &json!(null));
    facts
        .answers
        .set("area.10.expectations", mentee, &json!(["Hard questions"]));
    facts
        .answers
        .set("area.10.expectations", mentor, &json!(["Own steps"]));
    for paper in [Paper::A4, Paper::Letter] {
        let bytes = pdf(&facts, paper);
        let read = letters(&flowing(&bytes, &facts));
        // A row's name, then the mentee's side, then the mentor's; an open side says so.
        for row in [
            "Giving criticism In writing Face to face",
            "Receiving criticism One point Not yet talked through",
        ] {
            assert!(read.contains(&letters(row)), "{row}");
        }
        let area = "What we expect 10 Expectations Hard questions Own steps";
        assert!(read.contains(&letters(area)), "{area}");
        let head = "About Eléni Παπαδάκη, mentee Bjørn O'Sullivan, mentor";
        let whole = letters(&text(&bytes));
        // Sections 6 and 7 have a table each, the areas one between them.
        assert!(whole.matches(&letters(head)).count() >= 3, "{head}");
        let tags = objects(&bytes);
        for scope in ["/Scope /Column", "/Scope /Row"] {
            assert!(tags.contains(scope), "{scope}");
        }
    }
}

#[test]
fn the_file_is_sound_on_both_sheets_empty_filled_and_as_example() {
    for facts in [empty(), filled(), the_example()] {
        for (paper, size) in [
            (Paper::A4, "595.276 x 841.89"),
            (Paper::Letter, "612 x 792"),
        ] {
            let bytes = pdf(&facts, paper);
            run("qpdf", &["--check", "{}"], &bytes);
            let info = String::from_utf8(run("pdfinfo", &["{}"], &bytes).stdout).unwrap();
            assert!(info.contains(size), "{info}");
            assert!(
                info.contains("Title:           Mentoring agreement: "),
                "{info}"
            );
        }
    }
}

#[test]
fn the_example_fills_eight_to_ten_pages() {
    let document = agreement::document(&the_example(), Paper::A4);
    let pages = Press::new().press(&document).unwrap().pages;
    assert!((8..=10).contains(&pages), "{pages} pages");
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let facts = filled();
    let first = pdf(&facts, Paper::A4);
    let mut press = Press::new();
    // Another document in between leaves no trace.
    press
        .press(&agreement::document(&empty(), Paper::Letter))
        .unwrap();
    let again = press
        .press(&agreement::document(&facts, Paper::A4))
        .unwrap();
    assert!(first == again.bytes);
}

#[test]
fn the_attached_file_has_the_fingerprint_that_is_printed() {
    let facts = filled();
    let bytes = pdf(&facts, Paper::A4);
    assert_eq!(attached(&bytes).into_bytes(), fingerprint::content(&facts));
    let read = letters(&text(&bytes));
    assert!(read.contains(&fingerprint::fingerprint(&facts)));
}

#[test]
fn what_people_type_cannot_break_the_paper() {
    let mut facts = filled();
    facts.mentee.name = "\u{202e}gnp.exe\u{0}<img onerror=alert(1)>".repeat(20);
    facts.mentor.name = "x".repeat(10_000);
    for line in fixture() {
        let field = line["field"].as_str().unwrap();
        if template()
            .field(field)
            .is_some_and(|field| field.kind == Kind::Long)
        {
            let side = line["side"]
                .as_str()
                .and_then(fairlead_core::domain::side::Side::from_key);
            let odd = serde_json::json!("- \n-\n\n\t- x\u{7}\u{2029}- y\r\n) Tj ET (\\\u{feff}");
            facts.answers.set(field, side, &odd);
        }
    }
    let document = agreement::document(&facts, Paper::A4);
    let bytes = Press::new().press(&document).unwrap().bytes;
    run("qpdf", &["--check", "{}"], &bytes);
}
