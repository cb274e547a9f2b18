//! A place of the agreement for which words can be suggested: what stands there, and putting something there.

use super::agreement::{named, sentence_view};
use super::section::{put_sentence, with_sentence};
use super::{answer, expectation, heading, long_text};
use crate::domain::ids::RelationshipId;
use crate::domain::suggestion::Place;
use crate::domain::template::{Answer, Kind, template};
use crate::domain::wording;
use crate::error::{Error, Result};
use crate::papers::facts::AgreementFacts;
use crate::record::Pen;
use crate::record::state::State;
use serde_json::Value;

/// A place as the two know it.
pub(crate) struct Spot {
    /// Key of the section, or id of their own heading.
    pub section: String,
    /// What the two call it.
    pub title: String,
    /// Which words of it.
    pub label: String,
    /// The address of its page.
    pub route: String,
}

/// Where a place stands, in words.
pub(crate) fn spot(state: &State, relationship: &RelationshipId, place: &Place) -> Spot {
    let route = |page: &str| format!("/relationship/{relationship}/agreement/{page}");
    match place {
        Place::Answer { field, side } => {
            let described = template().field(field);
            let section = template().section_of(field);
            let label = described.map_or(String::new(), |field| named(state, &field.label));
            Spot {
                section: section.map_or(String::new(), |section| section.key.clone()),
                title: section.map_or(String::new(), |section| named(state, &state.title(section))),
                label: match side {
                    Some(side) => format!("{label}, {}", state.person(*side).name),
                    None => label,
                },
                route: route(section.map_or("", |section| section.key.as_str())),
            }
        }
        Place::Sentence { section: key } => Spot {
            section: key.clone(),
            title: template()
                .section(key)
                .map_or(String::new(), |section| named(state, &state.title(section))),
            label: "The sentence on paper".to_owned(),
            route: route(key),
        },
        Place::Heading { heading } => Spot {
            section: heading.to_string(),
            title: state
                .headings
                .iter()
                .find(|own| own.id == heading.as_str())
                .map_or_else(
                    || "A heading that was removed".to_owned(),
                    |own| own.title.clone(),
                ),
            label: "What you have decided".to_owned(),
            route: route(heading.as_str()),
        },
    }
}

/// What stands at a place now.
pub(crate) fn current(state: &State, facts: &AgreementFacts, place: &Place) -> Value {
    match place {
        Place::Answer { field, side } => template()
            .field(field)
            .and_then(|field| state.answer(field, *side))
            .map_or(Value::Null, |answer| answer.to_json()),
        Place::Sentence { section } => template().section(section).map_or(Value::Null, |section| {
            Value::from(sentence_view(state, facts, section).text)
        }),
        Place::Heading { heading } => state
            .headings
            .iter()
            .find(|own| own.id == heading.as_str())
            .map_or(Value::Null, |own| Value::from(own.text.as_str())),
    }
}

/// A value in words, as it is compared word by word.
pub(crate) fn said(state: &State, facts: &AgreementFacts, place: &Place, value: &Value) -> String {
    let text = value.as_str().unwrap_or_default().to_owned();
    match place {
        Place::Answer { field, .. } => {
            let Some(field) = template().field(field) else {
                return text;
            };
            match field.read(value) {
                Ok(Some(Answer::List(lines))) => lines.join("\n"),
                Ok(Some(answer)) => match answer {
                    Answer::Choice(_) => named(state, &wording::in_words(field, &answer)),
                    Answer::Text(_)
                    | Answer::List(_)
                    | Answer::Number(_)
                    | Answer::Date(_)
                    | Answer::YesNo(_) => wording::in_words(field, &answer),
                },
                Ok(None) | Err(_) => String::new(),
            }
        }
        // Without words of its own, a sentence says what the answers say.
        Place::Sentence { section } if value.is_null() => template()
            .section(section)
            .map_or(String::new(), |section| {
                sentence_view(state, facts, section).generated
            }),
        Place::Sentence { .. } | Place::Heading { .. } => text,
    }
}

/// Reads what is suggested for a place, as it is kept.
pub(crate) fn read(
    state: &State,
    facts: &AgreementFacts,
    place: &Place,
    value: Value,
) -> Result<Value> {
    let words = |value: Value| match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(long_text("value", "suggestion", &text)?.trim().to_owned()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            Err(Error::field(
                "invalid",
                "value",
                "This place takes words. Nothing was changed. Write the words that you suggest.",
            ))
        }
    };
    match place {
        Place::Answer { field, side } => {
            let field = answer::find_field(field, *side)?;
            if field.unprinted
                || matches!(field.kind, Kind::Goals | Kind::Milestones | Kind::Contact)
            {
                return Err(Error::field(
                    "invalid",
                    "place",
                    format!(
                        "“{}” is not changed by suggestions. Nothing was changed. Change it where it stands.",
                        field.label
                    ),
                ));
            }
            expectation::unseen(state, &field.key, "place")?;
            let answer = answer::read("value", field, value)?;
            Ok(answer.map_or(Value::Null, |answer| answer.to_json()))
        }
        Place::Sentence { section } => {
            let section = with_sentence("place", section)?;
            let text = words(value)?;
            let follows = text.is_empty() || text == sentence_view(state, facts, section).generated;
            Ok(if follows {
                Value::Null
            } else {
                Value::from(text)
            })
        }
        Place::Heading { heading: id } => {
            heading::find(state, id)?;
            Ok(Value::from(words(value)?))
        }
    }
}

/// Puts a value where it belongs, and opens an agreed section again.
pub(crate) fn apply(
    pen: &mut Pen<'_, '_>,
    state: &State,
    facts: &AgreementFacts,
    place: &Place,
    value: &Value,
) -> Result<()> {
    match place {
        Place::Answer { field, side } => {
            let field = answer::find_field(field, *side)?;
            let answer = answer::read("value", field, value.clone())?;
            answer::put(pen, state, field, *side, answer.as_ref())?;
            Ok(())
        }
        Place::Sentence { section } => {
            let section = with_sentence("place", section)?;
            let generated = sentence_view(state, facts, section).generated;
            let own = value.as_str().filter(|own| *own != generated);
            put_sentence(pen, state, section, own.map(str::to_owned), &generated)
        }
        Place::Heading { heading: id } => {
            let text = value.as_str().unwrap_or_default();
            heading::put(pen, heading::find(state, id)?, text)
        }
    }
}
