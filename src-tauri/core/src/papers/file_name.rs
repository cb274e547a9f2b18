//! A file name that every system takes.

use super::contact_plan::CardFacts;
use super::facts::AgreementFacts;
use crate::domain::agreement_text::Text;
use crate::domain::phrases;
use crate::domain::wording::{Names, Speaker, Voice};

const NAME_CHARS: usize = 40;

/// A name to suggest for the agreement: `Agreement - Priya and Tomasz - draft.pdf`.
pub fn agreement(facts: &AgreementFacts) -> String {
    of(facts, &phrases::agreement().page.file)
}

/// A name to suggest for the living sheet: `What we agreed - Priya and Tomasz.pdf`.
pub fn sheet(facts: &AgreementFacts) -> String {
    of(facts, &phrases::sheet().file)
}

/// A name to suggest for the contact plan: `Contact plan - Priya and Tomasz.pdf`.
pub fn contact_plan(facts: &CardFacts) -> String {
    named(
        [&facts.mentor.name, &facts.mentee.name],
        &phrases::contact_plan().file,
        "",
    )
}

/// A name to suggest for a signed version: `Agreement - Priya and Tomasz - version 1 signed.pdf`.
pub fn signed(text: &Text) -> String {
    named(
        [&text.mentor.name, &text.mentee.name],
        &phrases::signed().file,
        &text.version.to_string(),
    )
}

/// A name to suggest for a version to be signed by hand: `Agreement - Priya and Tomasz - version 1 to sign.pdf`.
pub fn to_sign(text: &Text) -> String {
    named(
        [&text.mentor.name, &text.mentee.name],
        &phrases::to_sign().file,
        &text.version.to_string(),
    )
}

/// A name to suggest for another paper of the two: `pattern` names {mentor} and {mentee}.
pub fn of_pair(mentor: &String, mentee: &String, pattern: &str) -> String {
    named([mentor, mentee], pattern, "")
}

/// A name to suggest for the action plan: `Action plan - Priya and Tomasz.pdf`.
pub fn plan(mentor: &str, mentee: &str) -> String {
    named(
        [&mentor.to_owned(), &mentee.to_owned()],
        &crate::domain::learning::paper().file,
        "",
    )
}

fn of(facts: &AgreementFacts, name: &str) -> String {
    named([&facts.mentor.name, &facts.mentee.name], name, "")
}

fn named([mentor, mentee]: [&String; 2], name: &str, value: &str) -> String {
    let words = phrases::agreement();
    let mentor = first_name(mentor, &words.facts.mentor);
    let mentee = first_name(mentee, &words.facts.mentee);
    let speaker = Speaker {
        vocabulary: None,
        voice: Voice::We,
        names: Names {
            mentor: &mentor,
            mentee: &mentee,
        },
    };
    format!("{}.pdf", speaker.fill(name, None, value))
}

/// The first word of a name without anything a file system or a reader could stumble over.
fn first_name(name: &str, otherwise: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if is_safe(c) { c } else { ' ' })
        .collect();
    let first: String = plain
        .split_whitespace()
        .map(|word| word.trim_matches(['.', '-', '\'', '’']))
        .find(|word| !word.is_empty())
        .unwrap_or_default()
        .chars()
        .take(NAME_CHARS)
        .collect();
    if first.is_empty() {
        otherwise.to_owned()
    } else {
        first
    }
}

/// Letters, marks and digits of any script, and what stands inside names.
fn is_safe(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '-' | '\'' | '’' | '.')
        || unicode_normalization::char::is_combining_mark(c)
}
