//! The form is data: these tests hold it to the requirements and to the rules that use it.

use fairlead_core::domain::template::{
    ContentError, Kind, Owner, Part, Place, Suggestion, Template, template,
};
use fairlead_core::domain::terms;
use std::collections::BTreeSet;

#[test]
fn r78_the_template_has_seven_numbered_sections_with_an_instruction() {
    let keys: Vec<_> = template()
        .part(Part::Template)
        .map(|section| section.key.as_str())
        .collect();
    assert_eq!(
        keys,
        [
            "template.1",
            "template.2",
            "template.3",
            "template.4",
            "template.5",
            "template.6",
            "template.7"
        ]
    );
    for section in template().part(Part::Template) {
        assert!(section.instruction.starts_with("Write"), "{}", section.key);
    }
}

#[test]
fn r28_the_contract_has_fourteen_areas_and_two_clauses() {
    let numbers: Vec<_> = template()
        .part(Part::Contract)
        .map(|section| section.number.clone().unwrap())
        .collect();
    let expected: Vec<_> = (1..=14).map(|number| number.to_string()).collect();
    assert_eq!(numbers, expected);
    assert!(
        template()
            .part(Part::Contract)
            .all(|section| section.paper == Place::Management)
    );
    let clauses: Vec<_> = template()
        .part(Part::Clause)
        .map(|section| section.key.as_str())
        .collect();
    assert_eq!(clauses, ["clause.confidentiality", "clause.no_fault"]);
}

#[test]
fn section_9_sections_1_to_4_are_the_purpose_and_5_to_7_follow_the_clauses() {
    for (number, place) in [
        (1, Place::Purpose),
        (2, Place::Purpose),
        (3, Place::Purpose),
        (4, Place::Purpose),
        (5, Place::After),
        (6, Place::After),
        (7, Place::After),
    ] {
        let key = format!("template.{number}");
        assert_eq!(template().section(&key).unwrap().paper, place);
    }
}

/// Every row of the requirements that speaks of the agreement's text is served by a section.
/// R26 (preamble), R27 (baseline), R28 and R52 (parts, table), R53 (own headings), R58 (logo) and R60
/// (history) are not questions, R35, R36, R51, R54-R57 belong to sessions and reminders.
#[test]
fn r29_to_r78_r95_to_r97_are_served_by_a_section() {
    let served: BTreeSet<_> = template()
        .sections
        .iter()
        .flat_map(|section| section.requirements.iter().map(String::as_str))
        .collect();
    for row in [
        "R29", "R30", "R31", "R32", "R33", "R34", "R37", "R38", "R39", "R40", "R41", "R42", "R43",
        "R44", "R45", "R46", "R47", "R48", "R49", "R50", "R54", "R56", "R59", "R61", "R62", "R63",
        "R64", "R65", "R66", "R67", "R68", "R69", "R70", "R71", "R72", "R73", "R74", "R75", "R76",
        "R77", "R88", "R89", "R90", "R91", "R92", "R95", "R96", "R97", "R141", "R144", "R146",
    ] {
        assert!(served.contains(row), "{row} is served by no section");
    }
}

#[test]
fn every_section_says_enough_and_not_too_much() {
    for section in &template().sections {
        let key = &section.key;
        assert!(section.question.ends_with('?'), "{key}");
        assert!(
            (40..=260).contains(&section.guidance.chars().count()),
            "{key}: guidance"
        );
        assert!(
            (40..=260).contains(&section.why.chars().count()),
            "{key}: why"
        );
        assert!((2..=3).contains(&section.ask.len()), "{key}: ask");
        assert!(
            section
                .ask
                .iter()
                .all(|question| question.ends_with(['?', '.'])),
            "{key}"
        );
        assert!(section.example.pair.contains(" and "), "{key}");
        assert!(
            (1..=6).contains(&section.title.split(' ').count()),
            "{key}: title"
        );
        let words = [
            &section.title,
            &section.question,
            &section.guidance,
            &section.why,
        ];
        for text in words.into_iter().chain(&section.ask) {
            assert!(!text.contains('!'), "{key} raises its voice: {text}");
            for avoided in ["entity", "sync", "submit", "e.g.", "mentee's mentor"] {
                assert!(!text.contains(avoided), "{key} says {avoided}");
            }
        }
    }
}

#[test]
fn the_structured_answers_and_the_form_agree() {
    for term in terms::TERMS {
        let field = template()
            .field(term.field)
            .unwrap_or_else(|| panic!("{} is not in the form", term.field));
        assert_eq!(field.owner, Owner::Both, "{}", term.field);
        match term.kind {
            terms::Kind::Date => assert_eq!(field.kind, Kind::Date),
            terms::Kind::Number(min, max) => {
                assert_eq!(
                    (field.kind, field.min, field.max),
                    (Kind::Number, Some(min), Some(max)),
                    "{}",
                    term.field
                );
            }
            terms::Kind::Choice(words) => {
                let options: Vec<_> = field
                    .options
                    .iter()
                    .map(|option| option.key.as_str())
                    .collect();
                assert_eq!(options, words, "{}", term.field);
            }
            terms::Kind::YesNo => assert_eq!(field.kind, Kind::YesNo),
            terms::Kind::Line => assert_eq!(field.kind, Kind::Text),
        }
    }
}

#[test]
fn fields_have_the_kind_and_the_owner_the_rules_count_on() {
    for (key, kind, owner) in [
        ("template.1.shared_effort", Kind::YesNo, Owner::Each),
        ("template.1.mentor_role", Kind::Long, Owner::Both),
        ("template.1.mentee_role", Kind::Long, Owner::Both),
        ("template.2.purposes", Kind::List, Owner::Both),
        ("template.3.goals", Kind::Goals, Owner::Both),
        ("template.4.milestones", Kind::Milestones, Owner::Both),
        ("template.7.giving", Kind::Long, Owner::Each),
        ("template.7.receiving", Kind::Long, Owner::Each),
        ("template.7.disagree", Kind::Long, Owner::Both),
        ("area.2.why_change", Kind::Long, Owner::Both),
        ("area.5.mechanism_channel", Kind::Text, Owner::Both),
        ("area.5.mechanism", Kind::Text, Owner::Both),
        ("area.7.limits", Kind::List, Owner::Each),
        ("area.9.feedback", Kind::Choice, Owner::Each),
        ("area.9.how", Kind::Long, Owner::Each),
        ("area.10.expectations", Kind::List, Owner::Each),
        ("area.14.continue", Kind::Long, Owner::Both),
        ("clause.confidentiality.text", Kind::Long, Owner::Both),
        ("clause.no_fault.text", Kind::Long, Owner::Both),
    ] {
        let field = template()
            .field(key)
            .unwrap_or_else(|| panic!("{key} is missing"));
        assert_eq!((field.kind, field.owner), (kind, owner), "{key}");
    }
    assert_eq!(template().sections.len(), 23);
}

#[test]
fn r144_and_r146_and_a_purpose_are_asked_for_before_signing() {
    let required: Vec<_> = template()
        .fields()
        .filter(|field| field.required)
        .map(|field| field.key.as_str())
        .collect();
    assert_eq!(
        required,
        [
            "template.2.purposes",
            "template.5.postpone",
            "area.11.method",
            "area.13.rhythm"
        ]
    );
}

#[test]
fn suggestions_are_those_of_the_requirements() {
    for (key, value) in [
        ("area.3.initiator", Suggestion::Text("mentee".into())),
        ("area.3.agenda_lead_days", Suggestion::Number(2)),
        ("area.3.agenda_last_call_days", Suggestion::Number(1)),
        ("area.3.task_days", Suggestion::Number(5)),
        ("area.4.notice_hours", Suggestion::Number(24)),
        ("area.4.notice_travel_hours", Suggestion::Number(48)),
        ("area.5.reply_days", Suggestion::Number(3)),
        ("area.5.silence_weeks", Suggestion::Number(8)),
        ("area.12.revisit", Suggestion::Text("m6".into())),
        ("area.13.rhythm", Suggestion::Text("each_session".into())),
    ] {
        assert_eq!(
            template().field(key).unwrap().default.as_ref(),
            Some(&value),
            "{key}"
        );
    }
}

#[test]
fn r97_and_r95_have_wordings_from_the_start() {
    let no_fault = template().field("clause.no_fault.text").unwrap();
    assert!(no_fault.prefilled);
    assert!(
        no_fault
            .suggested_text()
            .unwrap()
            .contains("nobody's fault")
    );
    let wording = template().field("clause.confidentiality.wording").unwrap();
    assert!(
        wording
            .option("strict")
            .unwrap()
            .text
            .as_deref()
            .unwrap()
            .contains("stays between us")
    );
    assert!(
        wording
            .option("by_permission")
            .unwrap()
            .text
            .as_deref()
            .unwrap()
            .contains("written down")
    );
    assert_eq!(wording.option("own").unwrap().text, None);
}

const SECTION: &str = r#"
[[section]]
key = "area.1"
part = "contract"
number = "1"
title = "T"
question = "Q?"
guidance = "G"
why = "W"
ask = ["A?"]
example = { pair = "A and B", text = "E" }
instruction = "Write."
requirements = ["R1"]
paper = "management"

[[section.field]]
key = "text"
kind = "long"
label = "L"
"#;

#[test]
fn content_that_makes_no_sense_is_refused_with_the_place() {
    let read = |text: &str| {
        let content: serde_json::Value = toml::from_str(text).unwrap();
        Template::read(&content.to_string())
    };
    assert!(read(SECTION).is_ok());
    let fault = |text: &str| match read(text).unwrap_err() {
        ContentError::Sense { key, fault } => format!("{key}: {fault}"),
        ContentError::Shape(text) => text,
    };
    assert!(fault("[[section]]\nkey = 1").contains("expected a string"));
    assert!(fault(&SECTION.replace("why =", "because =")).contains("because"));
    assert!(fault(&SECTION.replace("\"area.1\"", "\"area\"")).contains("two words"));
    assert!(fault(&SECTION.replace("number = \"1\"", "number = \"2\"")).contains("its number"));
    assert!(fault(&SECTION.replace("key = \"text\"", "key = \"Text\"")).contains("lower-case"));
    assert!(
        fault(&SECTION.replace("key = \"text\"", "key = \"other\"")).contains("no field `text`")
    );
    assert!(fault(&format!("{SECTION}{SECTION}")).contains("twice"));
    let with = |more: &str| fault(&format!("{SECTION}{more}"));
    let field = "[[section.field]]\nkey = \"x\"\nlabel = \"X\"\n";
    assert!(with(&format!("{field}kind = \"choice\"")).contains("has options"));
    assert!(with(&format!("{field}kind = \"number\"")).contains("smallest"));
    assert!(
        with(&format!(
            "{field}kind = \"number\"\nmin = 1\nmax = 2\ndefault = 3"
        ))
        .contains("would refuse")
    );
    assert!(with(&format!("{field}kind = \"text\"\nprefilled = true")).contains("prefilled"));
    assert!(
        with(&format!(
            "{field}kind = \"text\"\nwhen = {{ field = \"area.1.y\", is = [\"a\"] }}"
        ))
        .contains("does not exist")
    );
    assert!(
        with(&format!(
            "{field}kind = \"text\"\nwhen = {{ field = \"area.1.text\", is = [\"a\"] }}"
        ))
        .contains("cannot be given")
    );
}
