//! An older wording, taken out of a signed version and suggested again: whether it stands in the next
//! version is for both to decide (R60).

use super::suggestion::{self, Proposal, propose};
use super::version::{find_signed, text_of};
use super::{Desk, Opened, Outcome};
use crate::api::relationship::Which;
use crate::api::suggestion::Suggestions;
use crate::api::version::SuggestFromVersion;
use crate::domain::agreement_text::Text;
use crate::domain::side::Side;
use crate::domain::suggestion::Place;
use crate::domain::template::template;
use crate::error::{Error, Result};
use crate::record::versions::Versions;
use serde_json::{Value, json};

fn not_in_it(number: u32) -> Error {
    Error::field(
        "not_found",
        "place",
        format!(
            "Version {number} has no such place. Nothing was changed. version.compare shows what stands in it."
        ),
    )
}

/// R42: what somebody wanted printed without details stands in no version.
fn withheld(text: &Text, field: &str, side: Option<Side>) -> bool {
    field == "area.7.limits"
        && text
            .section("area.7")
            .and_then(|section| section.answer("area.7.print", side))
            .is_some_and(|answer| answer.value == json!("without_details"))
}

/// What stood at a place of a version, as it is suggested.
fn stood(text: &Text, place: &Place) -> Result<Value> {
    let missing = || not_in_it(text.version);
    match place {
        Place::Answer { field, side } => {
            let section = template().section_of(field).ok_or_else(missing)?;
            let section = text.section(&section.key).ok_or_else(missing)?;
            if withheld(text, field, *side) {
                return Err(Error::field(
                    "withheld",
                    "place",
                    "This was agreed separately, and its words stand in no version. Nothing was changed. Write them anew.",
                ));
            }
            let answer = section.answer(field, *side);
            Ok(answer.map_or(Value::Null, |answer| answer.value.clone()))
        }
        Place::Sentence { section } => {
            let section = text.section(section).ok_or_else(missing)?;
            // Words of the form's own follow the answers again.
            let own = section.sentence.as_ref().filter(|_| section.own);
            Ok(own.map_or(Value::Null, |own| Value::from(own.as_str())))
        }
        Place::Heading { heading } => {
            let section = text.section(heading.as_str()).ok_or_else(missing)?;
            let text = section.answers.first();
            Ok(Value::from(text.map_or("", |answer| answer.words.as_str())))
        }
    }
}

/// Suggests the words of an older version again.
pub(crate) fn suggest(
    desk: &Desk<'_>,
    request: SuggestFromVersion,
) -> Result<Outcome<Suggestions>> {
    let comment = super::long_text("comment", "comment", &request.comment)?;
    let id = desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let versions = Versions::load(tx, &opened.relationship)?;
        let version = find_signed(&versions, "version", request.version)?;
        let value = stood(&text_of(version)?, &request.place)?;
        let deed = format!("suggesting words of version {} again", version.number);
        let mut pen = opened.pen(tx, desk, deed);
        let proposal = Proposal {
            place: request.place.clone(),
            value,
            side: request.side,
            comment,
            answers: None,
        };
        propose(tx, desk, &opened, &mut pen, proposal)
    })?;
    let listed = suggestion::list(
        desk,
        Which {
            relationship: request.relationship,
        },
    )?;
    Ok(Outcome::changed(
        Suggestions {
            id: Some(id),
            ..listed.output
        },
        &["agreement", "relationships", "today"],
    ))
}
