//! From the facts of an agreement to its text of record, and back.
//!
//! A signed version is drawn from its text of record. What the form said by itself when it was signed, the
//! sentences and titles, is then put in as if the two had worded it, so that a newer form changes nothing.

use super::agreement::{sentence, summary};
use super::facts::{
    AgreementFacts, Amendment, Goal, Heading, Horizon, Milestone, OwnSection, Person, Stage,
    Standing, sides,
};
use super::fingerprint::withheld;
use crate::domain::agreement_text::{
    FORMAT, Text, TextAmendment, TextAnswer, TextGoal, TextLine, TextMilestone, TextPart,
    TextPerson, TextSection, TextStanding, TextWords,
};
use crate::domain::dates;
use crate::domain::side::Side;
use crate::domain::template::{Answer, Field, Part, Section, template};
use crate::domain::vocabulary::Vocabulary;
use crate::domain::wording::{Speaker, in_words};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde_json::Value as Json;

/// The language of what the form says by itself.
const LANGUAGE: &str = "en-GB";
/// The name of the one answer of an own heading.
const OWN_ANSWER: &str = "text";

/// The text of record of an agreement. The same facts give the same text; when and how it is printed makes
/// no difference.
pub fn of(facts: &AgreementFacts) -> Text {
    let speaker = super::agreement::speaker(facts);
    let date = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let part = |part: Part| {
        let sections = template().part(part);
        sections.map(|section| of_section(facts, &speaker, section))
    };
    let headings = facts.headings();
    let management = headings.iter().filter_map(|heading| match heading {
        Heading::Area(key) => template()
            .section(key)
            .map(|section| of_section(facts, &speaker, section)),
        Heading::Own(at) => facts.own.get(*at).map(of_own),
    });
    Text {
        format: FORMAT.to_owned(),
        language: LANGUAGE.to_owned(),
        relationship: facts.relationship.clone(),
        version: facts.version,
        follows: facts.follows.clone(),
        frozen_at: facts.frozen_at.clone(),
        mentor: of_person(&facts.mentor),
        mentee: of_person(&facts.mentee),
        programme: facts.programme.clone(),
        connected_on: date(facts.connected_on),
        form: facts.form.clone(),
        words: of_words(&facts.vocabulary),
        summary: summary(facts)
            .into_iter()
            .map(|line| TextLine {
                label: line.label.to_owned(),
                text: line.text,
            })
            .collect(),
        sections: part(Part::Template)
            .chain(management)
            .chain(part(Part::Clause))
            .collect(),
        goals: facts
            .goals
            .iter()
            .map(|goal| TextGoal {
                id: goal.id.clone(),
                title: goal.title.clone(),
                measure: goal.measure.clone(),
                horizon: goal.horizon.key().to_owned(),
                rank: goal.rank,
                ratings: goal.ratings,
            })
            .collect(),
        milestones: facts
            .milestones
            .iter()
            .map(|milestone| TextMilestone {
                id: milestone.id.clone(),
                name: milestone.name.clone(),
                on: date(milestone.on),
                source: milestone.source.clone(),
                ends: milestone.ends,
            })
            .collect(),
        amendments: facts
            .amendments
            .iter()
            .map(|amendment| TextAmendment {
                version: amendment.version,
                on: date(amendment.on),
                section: amendment.section.clone(),
                text: amendment.text.clone(),
            })
            .collect(),
    }
}

fn of_person(person: &Person) -> TextPerson {
    TextPerson {
        name: person.name.clone(),
        place: person.place.clone(),
        zone: person.zone.clone(),
    }
}

fn of_words(vocabulary: &Vocabulary) -> TextWords {
    let own = |usual: &str| vocabulary.own(usual).map(str::to_owned);
    TextWords {
        mentor: own("mentor"),
        mentee: own("mentee"),
        meeting: own("meeting"),
        programme: own("programme"),
        coordinator: own("coordinator"),
    }
}

const fn of_standing(standing: Standing) -> TextStanding {
    match standing {
        Standing::Open => TextStanding::Open,
        Standing::Agreed => TextStanding::Agreed,
        Standing::NotForUs => TextStanding::NotForUs,
        Standing::Later => TextStanding::Later,
    }
}

fn of_section(facts: &AgreementFacts, speaker: &Speaker<'_>, section: &Section) -> TextSection {
    let own = facts.sentences.get(&section.key);
    let words = own.cloned().unwrap_or_else(|| sentence(facts, section));
    let answers = section
        .fields
        .iter()
        .filter(|field| !field.unprinted && facts.asks(field))
        .flat_map(|field| sides(field).iter().map(move |side| (field, *side)))
        .filter(|(field, side)| !withheld(facts, &field.key, *side))
        .filter_map(|(field, side)| {
            let answer = facts.standing_answer(field, side)?;
            Some(of_answer(speaker, field, side, &answer))
        });
    TextSection {
        id: section.key.clone(),
        part: match section.part {
            Part::Template => TextPart::Template,
            Part::Contract => TextPart::Contract,
            Part::Clause => TextPart::Clause,
        },
        number: section.number.clone(),
        title: facts.title(section).into_owned(),
        standing: of_standing(facts.standing(section)),
        sentence: (!words.is_empty()).then_some(words),
        own: own.is_some(),
        answers: answers.collect(),
    }
}

fn of_answer(
    speaker: &Speaker<'_>,
    field: &Field,
    side: Option<Side>,
    answer: &Answer,
) -> TextAnswer {
    let words = in_words(field, answer);
    TextAnswer {
        id: field.key.clone(),
        by: side,
        label: speaker.fill(&field.label, side, ""),
        value: answer.to_json(),
        words: match answer {
            // What somebody typed is never filled in.
            Answer::Text(_) | Answer::List(_) => words,
            Answer::Choice(_) | Answer::Number(_) | Answer::Date(_) | Answer::YesNo(_) => {
                speaker.fill(&words, side, "")
            }
        },
    }
}

fn of_own(own: &OwnSection) -> TextSection {
    let answer = TextAnswer {
        id: OWN_ANSWER.to_owned(),
        by: None,
        label: String::new(),
        value: Json::from(own.text.as_str()),
        words: own.text.clone(),
    };
    TextSection {
        id: own.id.clone(),
        part: TextPart::Own,
        number: None,
        title: own.title.clone(),
        standing: of_standing(own.standing),
        sentence: None,
        own: false,
        answers: if own.text.is_empty() {
            Vec::new()
        } else {
            vec![answer]
        },
    }
}

/// The facts of a text of record, to be printed at `made` with the programme's logo: they give the same
/// text again.
pub fn facts(
    text: &Text,
    stage: Stage,
    logo: Option<(String, String)>,
    made: DateTime<FixedOffset>,
) -> AgreementFacts {
    let date = |date: &Option<String>| {
        let date = date.as_deref()?;
        dates::from_iso(date).ok()
    };
    let mut facts = AgreementFacts::new(person(&text.mentor), person(&text.mentee), made);
    facts.relationship.clone_from(&text.relationship);
    facts.form = text.form.clone();
    facts.stage = stage;
    facts.follows.clone_from(&text.follows);
    facts.frozen_at.clone_from(&text.frozen_at);
    facts.programme.clone_from(&text.programme);
    facts.connected_on = date(&text.connected_on);
    facts.logo = logo;
    facts.vocabulary = vocabulary(&text.words);
    facts.version = text.version;
    for section in &text.sections {
        take(&mut facts, section);
    }
    facts.goals = text
        .goals
        .iter()
        .map(|goal| Goal {
            id: goal.id.clone(),
            title: goal.title.clone(),
            measure: goal.measure.clone(),
            horizon: if goal.horizon == Horizon::Long.key() {
                Horizon::Long
            } else {
                Horizon::Short
            },
            rank: goal.rank,
            ratings: goal.ratings,
        })
        .collect();
    facts.milestones = text
        .milestones
        .iter()
        .map(|milestone| Milestone {
            id: milestone.id.clone(),
            name: milestone.name.clone(),
            on: date(&milestone.on),
            source: milestone.source.clone(),
            ends: milestone.ends,
        })
        .collect();
    facts.amendments = text
        .amendments
        .iter()
        .map(|amendment| Amendment {
            version: amendment.version,
            on: date(&amendment.on),
            section: amendment.section.clone(),
            text: amendment.text.clone(),
        })
        .collect();
    // What the form words otherwise by now stays as it was signed.
    for section in &text.sections {
        let Some(form) = template().section(&section.id) else {
            continue;
        };
        let words = section.sentence.clone().unwrap_or_default();
        if section.own || sentence(&facts, form) != words {
            facts.sentences.insert(section.id.clone(), words);
        }
    }
    facts
}

fn take(facts: &mut AgreementFacts, section: &TextSection) {
    let standing = match section.standing {
        TextStanding::Open => Standing::Open,
        TextStanding::Agreed => Standing::Agreed,
        TextStanding::NotForUs => Standing::NotForUs,
        TextStanding::Later => Standing::Later,
    };
    match section.part {
        TextPart::Own => {
            let text = section.answers.first();
            facts.order.push(Heading::Own(facts.own.len()));
            facts.own.push(OwnSection {
                id: section.id.clone(),
                title: section.title.clone(),
                text: text.map_or_else(String::new, |answer| answer.words.clone()),
                standing,
            });
            return;
        }
        TextPart::Contract => facts.order.push(Heading::Area(section.id.clone())),
        TextPart::Template | TextPart::Clause => {}
    }
    facts.standings.insert(section.id.clone(), standing);
    let form = template().section(&section.id);
    if form.is_none_or(|form| facts.title(form) != section.title) {
        let title = section.title.clone();
        facts.titles.insert(section.id.clone(), title);
    }
    for answer in &section.answers {
        facts.answers.set(&answer.id, answer.by, &answer.value);
    }
}

fn person(person: &TextPerson) -> Person {
    Person {
        name: person.name.clone(),
        place: person.place.clone(),
        zone: person.zone.clone(),
    }
}

fn vocabulary(words: &TextWords) -> Vocabulary {
    let own = |word: &Option<String>| word.clone().unwrap_or_default();
    Vocabulary::new(
        &own(&words.mentor),
        &own(&words.mentee),
        &own(&words.meeting),
        &own(&words.programme),
        &own(&words.coordinator),
    )
}
