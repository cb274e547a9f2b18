//! The contact plan card as a file (R10): always A5, always one page.

use super::contact::first_name;
use super::paper::{PaperFile, made};
use super::{Desk, find_own, programme};
use crate::domain::ids::RelationshipId;
use crate::domain::side::Side;
use crate::domain::template::template;
use crate::domain::wording::{Names, Speaker, Voice, in_words};
use crate::error::{Error, Result};
use crate::papers::contact_plan::{self, CardFacts, Fit, Half};
use crate::papers::file_name;
use crate::record::contact::Shown;
use crate::record::state::State;
use fairlead_press::{Press, Pressed};

/// The two, speaking of themselves by their first names.
fn speaker(state: &State) -> Speaker<'_> {
    Speaker {
        vocabulary: Some(&state.vocabulary),
        voice: Voice::We,
        names: Names {
            mentor: first_name(&state.mentor.name),
            mentee: first_name(&state.mentee.name),
        },
    }
}

/// The sentence of an answer, or its words, where there is one and it is asked.
fn said(state: &State, key: &str, side: Option<Side>) -> Option<String> {
    let field = template().field(key)?;
    let answer = state.answer(field, side).filter(|_| state.asks(field))?;
    speaker(state)
        .sentence(field, &answer, side)
        .or_else(|| Some(in_words(field, &answer)))
}

fn half(state: &State, side: Side) -> Half {
    let calls: Vec<String> = ["template.6.ad_hoc", "template.6.ad_hoc_note"]
        .iter()
        .filter_map(|key| said(state, key, Some(side)))
        .collect();
    Half {
        name: state.person(side).name.clone(),
        ways: state.contact.lines(Shown::Channels, side),
        times: state.contact.lines(Shown::Times, side),
        promises: state.contact.lines(Shown::Promises, side),
        calls: calls.join(" "),
    }
}

fn silence(state: &State) -> Vec<String> {
    let mut lines: Vec<String> = speaker(state).reply(&state.terms).into_iter().collect();
    lines.extend([Side::Mentee, Side::Mentor].into_iter().filter_map(|side| {
        speaker(state).nudge(side, |key| state.answer(template().field(key)?, Some(side)))
    }));
    lines.extend(
        [
            "area.5.silence_weeks",
            "area.5.mechanism_channel",
            "area.5.mechanism",
        ]
        .iter()
        .filter_map(|key| said(state, key, None)),
    );
    lines
}

/// What the card says.
pub(crate) fn facts(desk: &Desk<'_>, relationship: &RelationshipId) -> Result<CardFacts> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let points = speaker(&state).points(&|key, side| {
            let field = template().field(key).filter(|field| state.asks(field))?;
            state.answer(field, side)
        });
        Ok(CardFacts {
            mentee: half(&state, Side::Mentee),
            mentor: half(&state, Side::Mentor),
            points: points.map(|(sentence, _)| sentence).into_iter().collect(),
            silence: silence(&state),
            programme: programme::address_lines(tx, &part.relationship)?,
            vocabulary: state.vocabulary.clone(),
            made: made(desk)?,
        })
    })
}

/// Sets the card as roomily as one page allows.
pub(crate) fn set(press: &mut Press, facts: &CardFacts) -> Result<Pressed> {
    let mut last = None;
    for fit in Fit::ALL {
        let pressed = press
            .press(&contact_plan::document(facts, fit))
            .map_err(|error| Error::Paper(error.to_string()))?;
        if pressed.pages == 1 {
            return Ok(pressed);
        }
        last = Some(pressed);
    }
    last.ok_or_else(|| Error::Internal("the card has no size".to_owned()))
}

/// The card as a file.
pub(crate) fn make(
    desk: &Desk<'_>,
    press: &mut Press,
    relationship: &RelationshipId,
) -> Result<PaperFile> {
    let facts = facts(desk, relationship)?;
    Ok(PaperFile {
        name: file_name::contact_plan(&facts),
        bytes: set(press, &facts)?.bytes,
    })
}
