//! Ending without fault, from any stage, without a reason (R97).

use super::closing_course::finish;
use super::escalation::office_address;
use super::{Desk, Outcome, find_own};
use crate::api::closing::{CloseRelationship, ClosingView, EndingView, LetterDraft};
use crate::api::relationship::Which;
use crate::domain::closing::{self as end, Standing};
use crate::domain::dates;
use crate::domain::template::template;
use crate::error::Result;
use crate::record::closing;
use crate::record::state::State;
use chrono::NaiveDate;

const CLAUSE: &str = "clause.no_fault";
const CLAUSE_TEXT: &str = "clause.no_fault.text";

/// The letter to the programme: both names and the date, and nothing of what was said (C23).
fn letter(state: &State, to: String, owner: &str, on: NaiveDate) -> LetterDraft {
    let letter = &end::words().letter;
    let fill = |text: &str| {
        state
            .vocabulary
            .say(text)
            .replace("{mentee}", &state.mentee.name)
            .replace("{mentor}", &state.mentor.name)
            .replace("{date}", &dates::long(on))
            .replace("{owner}", owner)
    };
    LetterDraft {
        to,
        subject: fill(&letter.subject),
        body: fill(&letter.body),
    }
}

pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<EndingView>> {
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let (standing, on) = closing::standing(tx, &part.relationship)?;
        let clause = template()
            .field(CLAUSE_TEXT)
            .and_then(|field| state.answer(field, None))
            .map(|answer| answer.word())
            .unwrap_or_default();
        let title = template()
            .section(CLAUSE)
            .map(|section| state.title(section).into_owned())
            .unwrap_or_default();
        let owner = role
            .side()
            .map_or("", |side| state.person(side).name.as_str());
        Ok(Outcome::read(EndingView {
            standing,
            clause_title: title,
            clause,
            left_out: state.standing(CLAUSE) == "not_for_us",
            suggestion: state.vocabulary.say(&end::words().suggestion).into_owned(),
            draft: letter(
                &state,
                office_address(tx, &part.relationship)?,
                owner,
                on.unwrap_or_else(|| desk.now.date()),
            ),
        }))
    })
}

/// Ends it. Nobody is asked why.
pub(crate) fn end_now(desk: &Desk<'_>, request: CloseRelationship) -> Result<Outcome<ClosingView>> {
    finish(desk, &request, Standing::Ended)
}
