//! The content of an agreement as canonical bytes, and their SHA-256.

use super::facts::{AgreementFacts, Heading, sides};
use crate::domain::side::Side;
use crate::domain::template::{Answer, Section, template};
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Name of the file with the canonical content that is carried inside the PDF.
pub const FILE: &str = "agreement.json";

/// The content of an agreement as canonical JSON (RFC 8785): everything the two wrote that is printed,
/// and nothing else. Not the moment of printing, so that the same content has the same bytes.
pub fn content(facts: &AgreementFacts) -> Vec<u8> {
    let person = |side: Side| {
        let person = facts.person(side);
        json!({ "name": person.name, "place": person.place, "zone": person.zone })
    };
    let sections: Vec<Json> = template()
        .sections
        .iter()
        .map(|section| {
            let mut row = Map::new();
            row.insert("section".to_owned(), json!(section.key));
            row.insert("standing".to_owned(), json!(facts.standing(section).key()));
            row.insert("answers".to_owned(), json!(answers(facts, section)));
            if let Some(title) = facts.titles.get(&section.key) {
                row.insert("title".to_owned(), json!(title));
            }
            if let Some(sentence) = facts.sentences.get(&section.key) {
                row.insert("sentence".to_owned(), json!(sentence));
            }
            Json::Object(row)
        })
        .collect();
    let goals: Vec<Json> = facts
        .goals
        .iter()
        .map(|goal| {
            json!({
                "title": goal.title,
                "measure": goal.measure,
                "horizon": goal.horizon.key(),
                "rank": goal.rank,
            })
        })
        .collect();
    let milestones: Vec<Json> = facts
        .milestones
        .iter()
        .map(|milestone| {
            json!({
                "name": milestone.name,
                "on": milestone.on.map(|on| on.to_string()),
                "source": milestone.source,
                "ends": milestone.ends,
            })
        })
        .collect();
    let own: Vec<Json> = facts
        .own
        .iter()
        .map(|own| json!({ "title": own.title, "text": own.text, "standing": own.standing.key() }))
        .collect();
    let amendments: Vec<Json> = facts
        .amendments
        .iter()
        .map(|amendment| json!({ "on": amendment.on.to_string(), "text": amendment.text }))
        .collect();
    let whole = json!({
        "format": "fairlead.agreement/1",
        "version": facts.version,
        "mentor": person(Side::Mentor),
        "mentee": person(Side::Mentee),
        "programme": facts.programme,
        "connectedOn": facts.connected_on.map(|on| on.to_string()),
        "sections": sections,
        "goals": goals,
        "milestones": milestones,
        "own": own,
        "order": order(facts),
        "amendments": amendments,
    });
    #[expect(
        clippy::expect_used,
        reason = "a JSON value with text keys and whole numbers always has a canonical form"
    )]
    serde_json_canonicalizer::to_vec(&whole).expect("canonical JSON")
}

/// SHA-256 of [`content`], as 64 hexadecimal digits.
pub fn fingerprint(facts: &AgreementFacts) -> String {
    of(&content(facts))
}

/// SHA-256 of bytes, as 64 hexadecimal digits.
pub(super) fn of(content: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(content) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The digits in groups of eight, for people to compare.
pub(super) fn in_groups(digits: &str, groups: usize) -> String {
    let digits: Vec<char> = digits.chars().collect();
    digits
        .chunks(8)
        .take(groups)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The headings of part 2 in their order: the key of an area, or the place of their own heading.
fn order(facts: &AgreementFacts) -> Vec<Json> {
    facts
        .headings()
        .into_iter()
        .map(|heading| match heading {
            Heading::Area(key) => json!(key),
            Heading::Own(at) => json!(at),
        })
        .collect()
}

fn answers(facts: &AgreementFacts, section: &Section) -> Map<String, Json> {
    let mut answers = Map::new();
    for field in section
        .fields
        .iter()
        .filter(|field| !field.unprinted && facts.asks(field))
    {
        for side in sides(field) {
            if withheld(facts, &field.key, *side) {
                continue;
            }
            let Some(answer) = facts.standing_answer(field, *side) else {
                continue;
            };
            let key = side.map_or_else(
                || field.key.clone(),
                |side| format!("{}:{}", field.key, side.key()),
            );
            answers.insert(key, answer.to_json());
        }
    }
    answers
}

/// R42: limits that their author wants printed without details are neither on the paper nor in its
/// fingerprint, from which a short text could be guessed.
pub(super) fn withheld(facts: &AgreementFacts, field: &str, side: Option<Side>) -> bool {
    field == "area.7.limits"
        && facts.answers.get("area.7.print", side)
            == Some(&Answer::Choice("without_details".to_owned()))
}
