//! What the reminders say: enough in Fairlead, nothing of the two on a screen that others see.

use super::pairs::{everything, rules, utc};
use fairlead_core::domain::side::Role;
use fairlead_core::domain::template::template;
use fairlead_core::domain::vocabulary::Vocabulary;
use fairlead_core::reminders::words::{route, say, why_route};
use fairlead_core::reminders::{Facts, LeadUnit, Number, TimeOfDay, kind, kinds, occurrences};
use std::collections::BTreeSet;

/// Every kind with one of its occurrences, for the people it is for.
pub fn every() -> Vec<(Facts, fairlead_core::reminders::Occurrence)> {
    let mut found = Vec::new();
    for role in [Role::Mentee, Role::Mentor, Role::Coordinator] {
        for asked in [false, true] {
            let mut facts = everything(role);
            if asked {
                facts.connected_on = None;
                facts.request = Some(fairlead_core::reminders::facts::Request {
                    asked_on: super::pairs::day("2026-02-09"),
                    answered: false,
                });
            } else {
                facts.connected_on = Some(super::pairs::day("2026-03-02"));
            }
            let all = occurrences(
                &facts,
                &rules("Europe/London"),
                utc("2026-01-01T00:00:00Z"),
                utc("2027-06-01T00:00:00Z"),
            );
            found.extend(
                all.into_iter()
                    .map(|occurrence| (facts.clone(), occurrence)),
            );
        }
    }
    found
}

#[test]
fn the_catalogue_has_the_27_kinds_in_order() {
    let numbers: Vec<Number> = kinds().iter().map(|kind| kind.kind).collect();
    assert_eq!(numbers, Number::ALL);
    for number in Number::ALL {
        assert_eq!(kind(number).kind, number);
    }
}

#[test]
fn every_kind_says_for_whom_from_when_until_what_and_why() {
    for kind in kinds() {
        let number = kind.kind;
        assert!(!kind.whom.is_empty() && !kind.leads.is_empty(), "{number}");
        assert!(kind.leads.is_sorted(), "{number}: the earliest lead first");
        for text in [
            &kind.name,
            &kind.measured,
            &kind.until,
            &kind.title,
            &kind.body,
            &kind.discreet,
            &kind.action,
            &kind.why,
        ] {
            assert!(text.chars().count() > 4, "{number}");
        }
        assert!((1..=400).contains(&kind.listed), "{number}");
        assert!(kind.step.is_empty() || kind.step.len() == kind.leads.len());
        assert_eq!(
            kind.unit == LeadUnit::Minutes,
            kind.time == TimeOfDay::Moment,
            "{number}"
        );
        assert!(
            kind.requirements
                .iter()
                .all(|row| row.starts_with(['R', 'B'])),
            "{number}"
        );
        assert_eq!(kind.family.is_some(), !kind.short.is_empty(), "{number}");
    }
}

/// "Why am I seeing this?" names the clause by the title it has in the form.
#[test]
fn why_names_the_area_it_leads_to() {
    for kind in kinds() {
        let Some(key) = kind.why_route.split("/agreement/").nth(1) else {
            continue;
        };
        if let Some(section) = template().section(key) {
            assert!(
                kind.why.contains(&section.title) || !kind.why.contains('“'),
                "{}: “{}” is not named “{}”",
                kind.kind,
                key,
                section.title
            );
        }
    }
}

#[test]
fn every_kind_can_be_said_and_leads_somewhere() {
    let mut seen = BTreeSet::new();
    for (facts, occurrence) in every() {
        seen.insert(occurrence.kind);
        for today in ["2026-01-01", "2026-05-06", "2027-06-01"] {
            let today = super::pairs::day(today);
            let subject = occurrence.subject;
            for today in [today, subject] {
                for names in [true, false] {
                    let said = say(&facts, &occurrence, today, names);
                    let text = format!("{}\n{}", said.title, said.body);
                    assert!(!text.contains(['{', '}']), "{}: {text}", occurrence.kind);
                    assert!(!said.title.is_empty() && !said.body.is_empty());
                    if !names {
                        for private in [
                            "Ruth", "Daniel", "Kessler", "Ferreira", "a task", "evening", "coffee",
                        ] {
                            assert!(
                                !text.contains(private),
                                "{} says “{private}” on a locked screen: {text}",
                                occurrence.kind
                            );
                        }
                    }
                }
            }
        }
        for route in [route(&occurrence), why_route(&occurrence)] {
            assert!(route.starts_with("/relationship/r"), "{route}");
            assert!(
                !route.contains(['{', '}']) && !route.ends_with('/'),
                "{route}"
            );
        }
    }
    let all: BTreeSet<Number> = Number::ALL.into_iter().collect();
    assert_eq!(seen, all, "a kind is said to nobody");
}

#[test]
fn c29_reminders_speak_the_words_of_the_programme() {
    let mut facts = everything(Role::Mentor);
    facts.vocabulary = Vocabulary::new("coach", "apprentice", "", "scheme", "");
    let all = occurrences(
        &facts,
        &rules("Europe/London"),
        utc("2026-03-01T00:00:00Z"),
        utc("2026-03-20T00:00:00Z"),
    );
    let two_weeks = all
        .iter()
        .find(|occurrence| occurrence.kind == Number::N03)
        .unwrap();
    let said = say(&facts, two_weeks, two_weeks.subject, true);
    assert!(
        said.body.contains("your part as coach to tell the scheme"),
        "{}",
        said.body
    );
    assert!(said.body.contains("Daniel"));
}
