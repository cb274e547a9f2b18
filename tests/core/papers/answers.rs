//! Every answer stands on paper, in words and in order.

use super::{filled, fixture, paper, text};
use fairlead_core::domain::dates;
use fairlead_core::domain::template::{Answer, Kind, Owner, template};
use fairlead_core::domain::wording::in_words;
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// The parts of an answer that must be found on paper, in whatever layout.
pub(super) fn words_of(field: &str, value: &Json) -> Vec<String> {
    let form = template();
    let Some(described) = form.field(field) else {
        panic!("{field} is not in the form");
    };
    match described.kind {
        Kind::Goals | Kind::Milestones => value
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|row| ["title", "measure", "name", "source"].map(|key| text(&row[key])))
            .filter(|text| !text.is_empty())
            .collect(),
        _ => match described.read(value).unwrap().unwrap() {
            Answer::Text(text) => text
                .lines()
                .map(|line| line.trim_start_matches("- ").to_owned())
                .collect(),
            Answer::List(lines) => lines,
            Answer::Date(date) => vec![dates::long(date)],
            answer @ (Answer::Number(_) | Answer::YesNo(_) | Answer::Choice(_)) => {
                vec![in_words(described, &answer)]
            }
        },
    }
}

#[test]
fn the_fixture_answers_every_field_of_the_form() {
    let given: BTreeSet<(String, String)> = fixture()
        .iter()
        .map(|line| (text(&line["field"]), text(&line["side"])))
        .collect();
    let mut asked = BTreeSet::new();
    for field in template().fields() {
        let key = field.key.clone();
        match field.owner {
            Owner::Both => {
                asked.insert((key, String::new()));
            }
            Owner::Each => {
                asked.insert((key.clone(), "mentor".into()));
                asked.insert((key, "mentee".into()));
            }
        }
    }
    // Asked only where the interval is counted in months, which the fixture's is not.
    asked.remove(&("area.12.revisit_months".into(), String::new()));
    assert_eq!(given, asked);
}

#[test]
fn every_text_date_and_list_of_the_fixture_stands_on_paper() {
    let paper = paper(&filled());
    for line in fixture() {
        let field = line["field"].as_str().unwrap();
        let kind = template().field(field).unwrap().kind;
        if matches!(kind, Kind::Choice | Kind::Number | Kind::YesNo) {
            continue;
        }
        for words in words_of(field, &line["value"]) {
            assert!(paper.contains(&words), "{field}: {words} is not on paper");
        }
    }
    assert!(paper.contains("Conference season\nA heading of our own\nIn June neither of us"));
}

#[test]
fn structured_answers_stand_on_paper_as_sentences() {
    let paper = paper(&filled());
    for sentence in [
        "Eléni commits to a shared effort.\nBjørn commits to a shared effort.",
        "We begin on Wednesday 11 March 2026 and end on Friday 18 December 2026.",
        "The mid-point is Thursday 30 July 2026.",
        "We meet every 5 weeks for 75 minutes. That is about 65 minutes a month.",
        "If one of us has to postpone, we find a new date within 10 days of the old one.",
        "We work together partly in person and partly from a distance.",
        "Eléni is happy to be called at any time.",
        "Bjørn would like to be asked before a call.",
        "If Eléni has not replied after 3 days, please send a text message.",
        "If Bjørn has not replied after 7 days, please call.",
        "We take turns in proposing dates and keeping us in touch.",
        "3 days before each meeting, with a last reminder 1 day before.",
        "If none have come, Bjørn reminds Eléni. Whoever takes on a task has at least 7 days for it.",
        "We ask each other before running over.",
        "We tell each other of a change at least 24 hours ahead, and 96 hours ahead where one of us has to travel.",
        "If a message has no answer after 2 working days, the one who wrote asks again.",
        "After 7 weeks without contact, either of us checks whether all is well.",
        "Bjørn is willing to give honest, timely feedback on a condition.",
        "We still have to talk about some of our expectations.",
        "Each of us rates progress from 1 to 5.",
        "We read this agreement again every three months, for the first time on Monday 15 June 2026.",
        "We ask each other how it is going every three months.",
        "This relationship ends when this goal is reached: ",
        "Wording chosen: our own.",
    ] {
        assert!(paper.contains(sentence), "{sentence}");
    }
}

#[test]
fn section_9_order_is_kept() {
    let paper = paper(&filled());
    let mut from = 0;
    for heading in [
        "Mentoring agreement\nbetween Eléni Παπαδάκη, mentee, and Bjørn O'Sullivan, mentor",
        "Programme\nNorth Light Mentoring",
        "At a glance\nGoals\nWrite the protocol for the sleep study; Chair the Thursday meeting",
        "How often\nEvery 5 weeks\nHow long\n75 minutes\nHow meetings run\n",
        "Where and when\nVideo call, or café",
        "Why we write this down",
        "Part 1 Purpose",
        "1 Clarify roles",
        "2 Establish purpose",
        "3 Goals\n",
        "4 Timeframe",
        "Part 2 Management",
        "Area\nWhat we agreed",
        "1 Channel",
        "14 Conclusion",
        "Conference season",
        "Clauses",
        "Confidentiality clause",
        "No-fault ending",
        "How we work together",
        "5 Meeting plan",
        "6 Contact between meetings",
        "7 Give and receive criticism",
        "Left out by agreement",
        "Amendments",
        "Signatures",
        "Fingerprint",
    ] {
        let at = paper[from..]
            .find(heading)
            .unwrap_or_else(|| panic!("{heading} is missing or too early"));
        from += at + heading.len();
    }
}
