//! Fingerprint, attached content, file names, and the example.

use super::{empty, filled, moment, paper, said, the_example};
use fairlead_core::domain::dates::from_iso;
use fairlead_core::domain::example::example;
use fairlead_core::domain::template::{Owner, Part, template};
use fairlead_core::papers::facts::Standing;
use fairlead_core::papers::{self, agreement, file_name, fingerprint};
use fairlead_press::Paper;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

#[test]
fn the_fingerprint_follows_the_content_and_nothing_else() {
    let facts = filled();
    let digits = fingerprint::fingerprint(&facts);
    assert_eq!(digits.len(), 64);
    let mut later = facts.clone();
    later.made = moment("2027-01-01T00:00:00+00:00");
    assert_eq!(fingerprint::fingerprint(&later), digits);
    let mut other = facts.clone();
    other.answers.set(
        "area.5.text",
        None,
        &json!("Seven weeks is longer than our five, so that it rings only when something is odd!"),
    );
    assert_ne!(fingerprint::fingerprint(&other), digits);
    let mut named = facts.clone();
    named.mentee.name.push('!');
    assert_ne!(fingerprint::fingerprint(&named), digits);
    let mut ranked = facts.clone();
    ranked.goals[0].rank = None;
    assert_ne!(fingerprint::fingerprint(&ranked), digits);
    let mut clause = facts;
    clause
        .standings
        .insert("clause.no_fault".into(), Standing::NotForUs);
    assert_ne!(fingerprint::fingerprint(&clause), digits);
}

#[test]
fn the_attached_content_is_canonical_json_with_the_printed_fingerprint() {
    let document = agreement::document(&filled(), Paper::Letter);
    assert_eq!(document.paper, Paper::Letter);
    let attached = &document.attachments[0];
    assert_eq!(attached.name, "agreement.json");
    let parsed: Json = serde_json::from_slice(&attached.bytes).unwrap();
    assert_eq!(
        serde_json_canonicalizer::to_vec(&parsed).unwrap(),
        attached.bytes
    );
    let digits = fingerprint::fingerprint(&filled());
    let printed = said(&document).replace(' ', "");
    assert!(
        printed.contains(&digits),
        "the whole fingerprint is printed"
    );
    assert!(document.footer.after.starts_with(&digits[..8]));
    assert_eq!(document.header.draft.as_deref(), Some("Draft, not signed"));
}

#[test]
fn the_same_facts_give_the_same_document() {
    assert_eq!(
        agreement::document(&filled(), Paper::A4),
        agreement::document(&filled(), Paper::A4)
    );
}

#[test]
fn names_in_sentences_are_first_names_unless_they_are_the_same() {
    let mut facts = empty();
    facts.mentor.name = "Daniel Kessler".into();
    assert!(paper(&facts).contains("Daniel Kessler, as mentor"));
    facts.mentor.name = "  ".into();
    assert!(paper(&facts).contains("Mentor, as mentor"));
}

#[test]
fn file_names_are_safe_on_every_system() {
    let name = |mentee: &str, mentor: &str| {
        let mut facts = empty();
        facts.mentee.name = mentee.into();
        facts.mentor.name = mentor.into();
        file_name::agreement(&facts)
    };
    assert_eq!(
        name("Priya Raman", "Tomasz Lewandowski"),
        "Agreement - Priya and Tomasz - draft.pdf"
    );
    assert_eq!(
        name("Ελένη Παπαδάκη", "ليلى حداد"),
        "Agreement - Ελένη and ليلى - draft.pdf"
    );
    assert_eq!(
        name("../../etc/passwd", "C:\\con|<x>*?\"\u{202e}gpj"),
        "Agreement - etc and C - draft.pdf"
    );
    assert_eq!(
        name("", "\u{0}\n"),
        "Agreement - Mentee and Mentor - draft.pdf"
    );
    assert_eq!(
        name("...", "O’Brien"),
        "Agreement - Mentee and O’Brien - draft.pdf"
    );
    assert!(name(&"x".repeat(1_000_000), "y").chars().count() < 90);
}

#[test]
fn b6_the_agreement_and_the_sheet_are_papers() {
    assert_eq!(
        papers::Kind::from_key("agreement"),
        Some(papers::Kind::Agreement)
    );
    assert_eq!(papers::Kind::from_key("plan"), None);
    assert_eq!(papers::kinds()[0].title(), "Mentoring agreement");
}

#[test]
fn the_example_fits_the_form_and_is_nearly_finished() {
    let today = from_iso("2026-03-24").unwrap();
    let answers = example().answers(today);
    assert_eq!(
        answers.len(),
        example().written(),
        "an answer has no value or no field"
    );
    let mut seen = BTreeSet::new();
    for answer in &answers {
        let field = template().field(answer.field).unwrap();
        assert!(
            field.read(&answer.value).unwrap().is_some(),
            "{}",
            answer.field
        );
        assert_eq!(
            answer.side.is_some(),
            field.owner == Owner::Each,
            "{}",
            answer.field
        );
        assert!(
            seen.insert((answer.field, answer.side)),
            "{} twice",
            answer.field
        );
    }
    for field in template().fields().filter(|field| field.required) {
        assert!(seen.contains(&(field.key.as_str(), None)), "{}", field.key);
    }
    for key in example()
        .standings
        .agreed
        .iter()
        .chain(&example().standings.left_out)
    {
        assert!(template().section(key).is_some(), "{key}");
    }
    let paper = paper(&the_example());
    assert!(paper.contains("Leila Benali"));
    for section in template().part(Part::Contract) {
        assert!(paper.contains(&section.title));
    }
    assert_eq!(paper.matches("Not yet talked through").count(), 0);
    assert!(!paper.contains("My former manager"));
}
