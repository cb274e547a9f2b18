//! What is open, agreed, left out or withheld.

use super::{empty, filled, paper, said};
use fairlead_core::domain::dates::from_iso;
use fairlead_core::domain::side::Side;
use fairlead_core::domain::template::template;
use fairlead_core::papers::facts::{Amendment, OwnSection, Standing};
use fairlead_core::papers::{agreement, fingerprint};
use fairlead_press::Paper;
use serde_json::{Value as Json, json};

#[test]
fn what_is_not_answered_is_not_yet_talked_through_and_r89_blocks_stand() {
    let facts = empty();
    let paper = paper(&facts);
    // Five lines but the structure, dates, three sections of part 1, fourteen areas, one clause, three sections.
    assert!(paper.matches("Not yet talked through").count() >= 14 + 3 + 5);
    // R61, R89: both roles have a card from the start, and nobody has talked it through by that.
    assert!(paper.contains("Daniel, as mentee: Drives the relationship"));
    assert!(paper.contains("Ruth, as mentor: Shares what experience has taught"));
    assert!(paper.contains("No goals have been written yet."));
    assert!(paper.contains("No milestones have been named."));
    // The clause is there from the start (R97).
    assert!(paper.contains("Ending is nobody's fault"));
    // A suggestion that nobody took is not agreed on.
    assert!(!paper.contains("6 months") && !paper.contains("every six months"));
    assert!(!paper.contains("The person who cancels"));
}

#[test]
fn r53_and_r97_what_was_left_out_is_listed() {
    let mut facts = filled();
    assert!(paper(&facts).contains("Left out by agreement\nNothing."));
    for key in ["template.6", "area.4", "clause.no_fault"] {
        facts.standings.insert(key.into(), Standing::NotForUs);
    }
    facts.own.push(OwnSection {
        title: "Publications".into(),
        text: "Not now.".into(),
        standing: Standing::NotForUs,
        ..Default::default()
    });
    let paper = paper(&facts);
    assert!(paper.contains(
        "Section 6: Contact between meetings\nArea 4: Meeting boundaries: not used\nNo-fault ending\nPublications: not used"
    ));
    // What is not used stands in the list and no longer in the table.
    assert!(!paper.contains("When does a meeting end"));
    assert!(!paper.contains("Not now."));
    assert!(!paper.contains("because of the last bus"));
}

#[test]
fn r42_limits_without_details_are_neither_on_paper_nor_in_the_fingerprint() {
    let mut facts = filled();
    facts.answers.set(
        "area.7.print",
        Some(Side::Mentee),
        &json!("without_details"),
    );
    let document = agreement::document(&facts, Paper::A4);
    let everything = format!(
        "{document:?}{}",
        String::from_utf8_lossy(&fingerprint::content(&facts))
    );
    assert!(!everything.contains("old laboratory"));
    assert!(said(&document).contains(
        "Limits\n7 Limits\nAgreed separately; the details are not printed.\nMy colleagues' papers"
    ));
    let before = fingerprint::fingerprint(&facts);
    facts
        .answers
        .set("area.7.limits", Some(Side::Mentee), &json!(["Another."]));
    assert_eq!(fingerprint::fingerprint(&facts), before);
}

#[test]
fn r95_the_chosen_wording_stands_until_it_is_changed() {
    let mut facts = empty();
    facts
        .answers
        .set("clause.confidentiality.wording", None, &json!("strict"));
    assert!(paper(&facts).contains("Neither tells anyone else"));
    facts.answers.set(
        "clause.confidentiality.text",
        None,
        &json!("Our own sentence."),
    );
    let paper = paper(&facts);
    assert!(paper.contains("Our own sentence.") && !paper.contains("Neither tells anyone else"));
}

#[test]
fn an_answer_that_is_no_longer_asked_for_is_not_on_paper() {
    let mut facts = filled();
    facts
        .answers
        .set("template.6.mode", None, &json!("in_person"));
    assert!(!paper(&facts).contains("A walk round the harbour"));
    facts.answers.set("template.6.mode", None, &Json::Null);
    assert!(paper(&facts).contains("A walk round the harbour"));
}

#[test]
fn standings_are_said_in_words() {
    let mut facts = filled();
    assert!(!paper(&facts).contains("Agreed by both"));
    for section in &template().sections {
        facts
            .standings
            .insert(section.key.clone(), Standing::Agreed);
    }
    facts.own[0].standing = Standing::Agreed;
    let agreed = paper(&facts);
    assert_eq!(agreed.matches("Agreed by both").count(), 24);
    assert!(!agreed.contains("Still talking"));
    let mut bare = empty();
    bare.standings.insert("area.4".into(), Standing::Agreed);
    assert!(paper(&bare).contains("Agreed by both, without words of its own"));
}

#[test]
fn amendments_are_listed_with_their_date() {
    let mut facts = filled();
    assert!(paper(&facts).contains("None. This is the first version"));
    facts.amendments.push(Amendment {
        version: 2,
        on: from_iso("2026-09-11").ok(),
        section: Some("area.13".into()),
        text: "Area 13: each session instead of quarterly.".into(),
    });
    assert!(paper(&facts).contains("Version 2, Friday 11 September 2026: Area 13: each session"));
}
