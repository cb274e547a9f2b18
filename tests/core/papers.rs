//! The agreement as a document: what the tests of it share.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that meets the unexpected fails, and says where"
)]

mod answers;
mod files;
pub mod pdf;
mod states;

use chrono::{DateTime, FixedOffset};
use fairlead_core::domain::dates::from_iso;
use fairlead_core::domain::example::example;
use fairlead_core::domain::side::Side;
use fairlead_core::papers::agreement;
use fairlead_core::papers::facts::{
    AgreementFacts, Goal, Horizon, Milestone, OwnSection, Person, Standing,
};
use fairlead_press::{Block, Content, Document, Paper, Run};
use serde_json::Value as Json;

fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn person(name: &str, place: &str, zone: &str) -> Person {
    Person {
        name: name.into(),
        place: Some(place.into()),
        zone: Some(zone.into()),
    }
}

fn fixture() -> Vec<Json> {
    serde_json::from_str(include_str!("../fixtures/agreement.json")).unwrap()
}

fn horizon(text: &str) -> Horizon {
    match text {
        "short" => Horizon::Short,
        "long" => Horizon::Long,
        other => panic!("{other}"),
    }
}

fn text(value: &Json) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub fn filled() -> AgreementFacts {
    let mut facts = AgreementFacts::new(
        person("Bjørn O'Sullivan", "Cork", "Europe/Dublin"),
        person("Eléni Παπαδάκη", "Tromsø", "Europe/Oslo"),
        moment("2026-03-24T14:05:00+01:00"),
    );
    facts.programme = Some("North Light Mentoring".into());
    facts.connected_on = from_iso("2026-03-02").ok();
    facts.own.push(OwnSection {
        title: "Conference season".into(),
        text: "In June neither of us answers before noon.".into(),
        standing: Standing::Open,
        ..Default::default()
    });
    for line in fixture() {
        let field = line["field"].as_str().unwrap();
        let side = line["side"].as_str().and_then(Side::from_key);
        match field {
            "template.3.goals" => {
                for goal in line["value"].as_array().unwrap() {
                    facts.goals.push(Goal {
                        title: text(&goal["title"]),
                        measure: text(&goal["measure"]),
                        horizon: horizon(goal["horizon"].as_str().unwrap()),
                        rank: goal["rank"].as_u64().map(|rank| rank as u32),
                        ..Default::default()
                    });
                }
            }
            "template.4.milestones" => {
                for milestone in line["value"].as_array().unwrap() {
                    facts.milestones.push(Milestone {
                        name: text(&milestone["name"]),
                        on: milestone["on"].as_str().map(|on| from_iso(on).unwrap()),
                        source: text(&milestone["source"]),
                        ends: false,
                        ..Default::default()
                    });
                }
            }
            field => facts.answers.set(field, side, &line["value"]),
        }
    }
    facts
}

fn empty() -> AgreementFacts {
    AgreementFacts::new(
        person("Ruth Kessler", "Toronto", "America/Toronto"),
        person("Daniel Ferreira", "London", "Europe/London"),
        moment("2026-03-24T14:05:00+00:00"),
    )
}

fn runs(list: &[Run], out: &mut Vec<String>) {
    out.push(list.iter().map(|run| run.text.as_str()).collect());
}

fn content(list: &[Content], out: &mut Vec<String>) {
    for piece in list {
        match piece {
            Content::Paragraph { runs: list, .. } | Content::Checkbox { runs: list, .. } => {
                runs(list, out);
            }
            Content::List { items, .. } => {
                for item in items {
                    content(&item.content, out);
                }
            }
            Content::Lines { label, .. } => out.push(label.clone()),
            Content::Bar { .. } => {}
        }
    }
}

fn blocks(list: &[Block], out: &mut Vec<String>) {
    for block in list {
        match block {
            Block::Title { text, under } => out.extend([text.clone(), under.clone()]),
            Block::Heading { number, text, .. } => out.push(match number {
                Some(number) => format!("{number} {text}"),
                None => text.clone(),
            }),
            Block::Paragraph { runs: list, .. } | Block::Checkbox { runs: list, .. } => {
                runs(list, out);
            }
            Block::List { items, .. } => {
                for item in items {
                    content(&item.content, out);
                }
            }
            Block::Table(table) => {
                out.push(table.caption.clone());
                for cell in &table.head {
                    content(&cell.content, out);
                }
                for row in &table.rows {
                    for cell in &row.cells {
                        content(&cell.content, out);
                    }
                }
            }
            Block::Facts { facts } => {
                for fact in facts {
                    out.push(fact.label.clone());
                    runs(&fact.value, out);
                }
            }
            Block::Signatures { boxes } => {
                for sign in boxes {
                    out.extend([sign.role.clone(), sign.name.clone()]);
                    out.extend(sign.lines.iter().map(|line| line.label.clone()));
                }
            }
            Block::QrCode(code) => out.extend([code.label.clone(), code.text.clone()]),
            Block::Lines { label, .. } => out.push(label.clone()),
            Block::Picture(picture) => out.push(picture.words.clone()),
            Block::KeepTogether { blocks: inner } => blocks(inner, out),
            Block::Rule { .. } | Block::Bar { .. } | Block::PageBreak => {}
        }
    }
}

fn said(document: &Document) -> String {
    let mut out = Vec::new();
    blocks(&document.blocks, &mut out);
    out.join("\n")
}

fn paper(facts: &AgreementFacts) -> String {
    said(&agreement::document(facts, Paper::A4))
}

/// The example as facts, added on 24 March 2026.
pub fn the_example() -> AgreementFacts {
    let today = from_iso("2026-03-24").unwrap();
    let made = example();
    let someone = |person: &fairlead_core::domain::example::Person| Person {
        name: person.name.clone(),
        place: Some(person.place.clone()),
        zone: Some(person.zone.clone()),
    };
    let mut facts = AgreementFacts::new(
        someone(&made.mentor),
        someone(&made.mentee),
        moment("2026-03-24T09:30:00+00:00"),
    );
    facts.programme = Some(made.programme.clone());
    facts.connected_on = fairlead_core::domain::dates::add_days(today, made.connected);
    for answer in made.answers(today) {
        facts.answers.set(answer.field, answer.side, &answer.value);
    }
    for goal in &made.goals {
        facts.goals.push(Goal {
            title: goal.title.clone(),
            measure: goal.measure.clone(),
            horizon: horizon(&goal.horizon),
            rank: goal.rank,
            ..Default::default()
        });
    }
    for milestone in &made.milestones {
        facts.milestones.push(Milestone {
            name: milestone.name.clone(),
            on: fairlead_core::domain::dates::add_days(today, milestone.days),
            source: milestone.source.clone(),
            ends: false,
            ..Default::default()
        });
    }
    for heading in &made.headings {
        facts.own.push(OwnSection {
            title: heading.title.clone(),
            text: heading.text.clone(),
            standing: Standing::Open,
            ..Default::default()
        });
    }
    for key in &made.standings.agreed {
        facts.standings.insert(key.clone(), Standing::Agreed);
    }
    for key in &made.standings.left_out {
        facts.standings.insert(key.clone(), Standing::NotForUs);
    }
    facts
}
