//! Where the sources contradict each other, the form keeps to what was decided (requirements, section 10).

use crate::desk::Desk;
use fairlead_core::domain::dates::from_iso;
use fairlead_core::domain::revisit::mid_point;
use fairlead_core::domain::template::{Suggestion, template};
use fairlead_core::domain::terms::Terms;
use serde_json::{Value, json};

/// Everything the form itself says; what the invented pairs wrote is theirs.
fn texts() -> Vec<String> {
    let mut all = Vec::new();
    for section in &template().sections {
        all.extend([
            section.title.clone(),
            section.question.clone(),
            section.guidance.clone(),
            section.why.clone(),
            section.instruction.clone(),
        ]);
        all.extend(section.ask.iter().cloned());
        for field in &section.fields {
            all.push(field.label.clone());
            all.extend(field.hint.clone());
            all.extend(field.sentence.clone());
            all.extend(field.otherwise.clone());
            if let Some(Suggestion::Text(text)) = &field.default {
                all.push(text.clone());
            }
            for option in &field.options {
                all.push(option.label.clone());
                all.extend(option.detail.clone());
                all.extend(option.sentence.clone());
                all.extend(option.text.clone());
            }
        }
    }
    all
}

fn has_word(text: &str, words: &[&str]) -> bool {
    text.to_lowercase()
        .split(|c: char| !c.is_alphabetic())
        .any(|word| words.contains(&word))
}

#[test]
fn c30_c31_the_form_is_neutral_and_carries_nothing_of_other_documents() {
    for text in texts() {
        assert!(
            !has_word(&text, &["he", "she", "him", "his", "her", "hers"]),
            "{text}"
        );
        assert!(
            !has_word(&text, &["http", "www", "goback", "login", "skype"]),
            "{text}"
        );
    }
}

#[test]
fn c1_the_mentee_may_see_it_differently_and_learns_the_skill() {
    let section = template().section("template.7").unwrap();
    assert!(
        section
            .guidance
            .contains("The mentee may always see it differently")
    );
    assert!(!section.guidance.contains("help a mentor"));
    let other = template().field("template.7.other_support").unwrap();
    assert!(other.label.contains("the mentee would rather"));
}

#[test]
fn c19_the_way_of_working_is_the_relationships_own_and_its_questions_follow() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    let asked = |desk: &mut Desk| -> Vec<String> {
        let view = desk.section(&id, "template.6");
        let fields = view["fields"].as_array().unwrap().clone();
        fields
            .iter()
            .filter(|field| field["asked"] == json!(true) && !field["when"].is_null())
            .map(|field| field["field"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(asked(&mut desk), [""; 0]);
    for (mode, questions) in [
        ("remote", vec!["informal", "accommodations"]),
        (
            "hybrid",
            vec!["hybrid_plan", "informal", "accommodations", "by_chance"],
        ),
        ("in_person", vec!["by_chance"]),
    ] {
        desk.answer(&id, "template.6.mode", json!(mode));
        let questions: Vec<String> = questions
            .into_iter()
            .map(|name| format!("template.6.{name}"))
            .collect();
        assert_eq!(asked(&mut desk), questions, "{mode}");
    }
}

#[test]
fn c20_the_mid_point_lies_in_the_window_from_forty_to_fifty_per_cent() {
    for (start, end) in [
        ("2026-03-11", "2026-12-18"),
        ("2028-02-29", "2028-08-29"),
        ("2026-08-31", "2027-02-28"),
        ("2026-01-01", "2026-12-31"),
    ] {
        let (start, end) = (from_iso(start).unwrap(), from_iso(end).unwrap());
        let days = (end - start).num_days();
        let half = (mid_point(start, end).unwrap() - start).num_days();
        assert_eq!(half, days / 2);
        assert!(half * 10 >= days * 4 && half * 2 <= days, "{start} {end}");
    }
}

#[test]
fn c21_each_preset_keeps_the_hour_a_month() {
    for option in &template().field("template.5.cadence").unwrap().options {
        let terms = Terms {
            cadence: Some(option.key.clone()),
            ..Terms::default()
        };
        if let Some(pattern) = terms.pattern() {
            assert!(pattern.minutes_a_month() >= 60, "{}", option.key);
        } else {
            assert_eq!(option.key, "own");
        }
    }
}

#[test]
fn c22_the_no_fault_clause_has_neutral_words_from_the_start_and_they_can_be_changed() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    let clause = "clause.no_fault.text";
    let shipped = desk.value(&id, clause, None);
    assert_eq!(
        shipped,
        "Either of us may end this mentoring relationship at any time and need not give a reason. Whoever decides tells the other first, in a conversation if at all possible. Ending is nobody's fault, is not held against anyone, and is reported to the programme only as a date. What we agreed about confidentiality stays in force."
    );
    desk.answer(&id, clause, json!("Whoever wants to stop rings the other."));
    let paper = |desk: &mut Desk| {
        desk.call("agreement.document", json!({"relationship": id}))
            .to_string()
    };
    assert!(paper(&mut desk).contains("Whoever wants to stop rings the other."));
    // R97: emptied, it is not gone; the form and the paper have the first words again.
    desk.answer(&id, clause, Value::Null);
    assert_eq!(desk.value(&id, clause, None), shipped);
    assert!(paper(&mut desk).contains("Ending is nobody's fault"));
    desk.fairlead.check().unwrap();
}

#[test]
fn what_stands_there_from_the_start_and_is_taken_away_is_gone_from_the_paper_too() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    let paper = |desk: &mut Desk| {
        desk.call("agreement.document", json!({"relationship": id}))
            .to_string()
    };
    for (field, words) in [
        (
            "template.1.mentor_role",
            "Checks in when contact goes quiet",
        ),
        ("clause.confidentiality.programme", "Nothing about content."),
    ] {
        assert!(paper(&mut desk).contains(words));
        desk.answer(&id, field, Value::Null);
        assert!(desk.value(&id, field, None).is_null());
        assert!(!paper(&mut desk).contains(words), "{field}");
        desk.call("undo.back", json!({"relationship": id}));
        assert!(paper(&mut desk).contains(words), "{field}");
    }
}

#[test]
fn c23_the_programme_learns_dates_and_facts_and_nothing_of_what_was_said() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    let said = desk.value(&id, "clause.confidentiality.programme", None);
    let said = said.as_str().unwrap();
    assert!(said.contains("Nothing about content."));
    assert!(said.contains("either may tell the programme the dates of the attempts made"));
}
