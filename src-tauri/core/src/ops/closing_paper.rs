//! The closing record: what the closing conversation gave, as a paper (section 9). What is private has no
//! place in its facts.

use super::{Desk, Outcome, closing, find_own, paper};
use crate::api::agreement::OnScreen;
use crate::api::relationship::Which;
use crate::domain::closing_words::words;
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::side::Side;
use crate::error::Result;
use crate::papers::closing::{ClosingRecord, Said, document};
use crate::papers::file_name;
use crate::record::closing::Closing;
use crate::record::session::Sessions;
use crate::record::state::State;
use fairlead_press::{Document, Paper};

fn facts(desk: &Desk<'_>, relationship: &RelationshipId) -> Result<ClosingRecord> {
    let made = paper::made(desk)?;
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let closing = Closing::load(tx, &part.relationship)?;
        let view = closing::view(tx, &part, role, desk.now.date())?;
        let to = closing.on.or(state.terms.ends_on);
        // The term starts with the first meeting held (C11).
        let met = Sessions::load(tx, &part.relationship)?.partnership_start();
        let from = met.or(state.terms.starts_on).or(state.connected_on);
        let mut culture = Vec::new();
        for side in [Side::Mentee, Side::Mentor] {
            let name = &state.person(side).name;
            let ticked = view.culture.iter().filter(|way| way.ticked.contains(&side));
            culture.extend(ticked.map(|way| (name.clone(), way.label.clone())));
            let own = view.culture_ideas.iter().filter(|ideas| ideas.side == side);
            culture.extend(
                own.flat_map(|ideas| &ideas.ideas)
                    .map(|idea| (name.clone(), idea.clone())),
            );
        }
        Ok(ClosingRecord {
            mentee: state.mentee.name.clone(),
            mentor: state.mentor.name.clone(),
            term: from
                .zip(to)
                .map(|(from, to)| (dates::long(from), dates::long(to))),
            goals_reached: format!("{} of {}", view.facts.goals_reached, view.facts.goals),
            meetings: view.facts.meetings,
            time: view.facts.time,
            moments: view
                .facts
                .moment_lines
                .into_iter()
                .filter(|moment| moment.shared)
                .map(|moment| (moment.date.map(|date| date.words), moment.text))
                .collect(),
            goals: view
                .facts
                .goal_lines
                .into_iter()
                .map(|goal| (goal.title, goal.reached))
                .collect(),
            said: words()
                .questions
                .iter()
                .map(|question| Said {
                    question: question.key.clone(),
                    mentee: closing.answer(&question.key, Side::Mentee).to_owned(),
                    mentor: closing.answer(&question.key, Side::Mentor).to_owned(),
                })
                .collect(),
            stay: view.stay_in_touch.words,
            culture,
            vocabulary: state.vocabulary,
            made,
        })
    })
}

/// The closing record for the screen.
pub(crate) fn on_screen(desk: &Desk<'_>, request: Which) -> Result<Outcome<OnScreen>> {
    let facts = facts(desk, &request.relationship)?;
    Ok(Outcome::read(OnScreen {
        document: document(&facts, Paper::A4),
    }))
}

/// The closing record to be printed, with a name for its file.
pub(crate) fn paper(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    size: Paper,
) -> Result<(Document, String)> {
    let facts = facts(desk, relationship)?;
    let name = file_name::of_pair(&facts.mentor, &facts.mentee, &words().record.file);
    Ok((document(&facts, size), name))
}
