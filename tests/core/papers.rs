//! The agreement as a document: every answer stands there, in the order of requirements section 9.

use chrono::{DateTime, FixedOffset};
use fairlead_core::domain::dates::from_iso;
use fairlead_core::domain::example::example;
use fairlead_core::domain::side::Side;
use fairlead_core::domain::template::{Answer, Kind, Owner, Part, template};
use fairlead_core::domain::wording::in_words;
use fairlead_core::papers::facts::{
    AgreementFacts, Amendment, Goal, Horizon, Milestone, OwnSection, Person, Standing,
};
use fairlead_core::papers::{self, agreement, file_name, fingerprint};
use fairlead_press::{Block, Content, Document, Paper, Run};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

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

fn filled() -> AgreementFacts {
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
                    });
                }
            }
            "template.4.milestones" => {
                for milestone in line["value"].as_array().unwrap() {
                    facts.milestones.push(Milestone {
                        name: text(&milestone["name"]),
                        on: milestone["on"].as_str().map(|on| from_iso(on).unwrap()),
                        source: text(&milestone["source"]),
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
            Block::Lines { label, .. } => out.push(label.clone()),
            Block::KeepTogether { blocks: inner } => blocks(inner, out),
            Block::Rule { .. } | Block::PageBreak => {}
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

/// The parts of an answer that must be found on paper, in whatever layout.
fn words_of(field: &str, value: &Json) -> Vec<String> {
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
            Answer::Date(date) => vec![fairlead_core::domain::dates::long(date)],
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
        "Eléni commits to a shared effort. Bjørn commits to a shared effort.",
        "We begin on Wednesday 11 March 2026. We end on Friday 18 December 2026.",
        "The mid-point is Thursday 30 July 2026.",
        "We meet every 5 weeks for 75 minutes. That is about 65 minutes a month.",
        "If one of us has to postpone, we find a new date. The new date lies within 10 days of the old one.",
        "We work together partly in person and partly from a distance.",
        "Eléni is happy to be called at any time.",
        "Bjørn would like to be asked before a call.",
        "Eléni answers an e-mail within a day. Bjørn answers an e-mail within five days.",
        "Bjørn returns a call or a message within two days.",
        "We take turns to start: to propose dates and keep us in touch.",
        "They are sent 3 days before the meeting. A last reminder comes 1 day before the meeting.",
        "If none have come, Bjørn reminds Eléni. A task that we set allows at least 7 days.",
        "We ask each other before running over.",
        "We tell each other of a change at least 24 hours ahead. Where one of us has to travel, at least 96 hours ahead.",
        "If a message has no answer after 2 working days, the one who wrote asks again. After 7 weeks without contact, either of us checks whether all is well.",
        "Bjørn is willing to give honest, timely feedback on a condition.",
        "We still have to talk about some of our expectations.",
        "Each of us rates progress from 1 to 5.",
        "We read this agreement again every three months. The first time is Monday 15 June 2026.",
        "We ask each other how it is going every three months.",
        "This relationship ends when the goal named here is reached.",
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
        "1 Who does what",
        "2 What it is for",
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
        "5 Meetings",
        "6 Between meetings",
        "7 Honest words",
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

#[test]
fn what_is_not_answered_is_not_yet_talked_through_and_r89_blocks_stand() {
    let facts = empty();
    let paper = paper(&facts);
    // Five lines but the structure, dates, three sections of part 1, fourteen areas, one clause, three sections.
    assert!(paper.matches("Not yet talked through").count() >= 14 + 3 + 5);
    assert!(paper.contains("Daniel, as mentee: Not yet talked through"));
    assert!(paper.contains("Ruth, as mentor: Not yet talked through"));
    assert!(paper.contains("No goals have been written yet."));
    assert!(paper.contains("No milestones have been named."));
    // The clause is there from the start (R97).
    assert!(paper.contains("Ending is nobody's fault"));
    // A suggestion that nobody took is not agreed on.
    assert!(!paper.contains("6 months") && !paper.contains("every six months"));
    assert!(!paper.contains("Drives the relationship"));
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
    });
    let paper = paper(&facts);
    assert!(paper.contains(
        "Section 6: Between meetings\nArea 4: Meeting boundaries\nNo-fault ending\nPublications"
    ));
    assert!(paper.contains("4 Meeting boundaries\nWhen does a meeting end"));
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
    assert!(said(&document).contains("Eléni's limits: Agreed separately"));
    assert!(said(&document).contains("Bjørn's limits: My colleagues' papers"));
    let before = fingerprint::fingerprint(&facts);
    facts
        .answers
        .set("area.7.limits", Some(Side::Mentee), &json!("Another."));
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
        on: from_iso("2026-09-11").unwrap(),
        text: "Area 13: each session instead of quarterly.".into(),
    });
    assert!(paper(&facts).contains("Friday 11 September 2026: Area 13: each session"));
}

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
fn papers_have_kinds() {
    assert_eq!(
        papers::Kind::from_key("agreement"),
        Some(papers::Kind::Agreement)
    );
    assert_eq!(papers::Kind::from_key("plan"), None);
    assert_eq!(papers::kinds()[0].title(), "Mentoring agreement");
}

/// The example as facts, added on 24 March 2026.
fn the_example() -> AgreementFacts {
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
        });
    }
    for milestone in &made.milestones {
        facts.milestones.push(Milestone {
            name: milestone.name.clone(),
            on: fairlead_core::domain::dates::add_days(today, milestone.days),
            source: milestone.source.clone(),
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
