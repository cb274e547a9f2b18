//! Papers: the document on the screen and the bytes of the file are the same document.

use super::{Desk, Outcome, find_own};
use crate::api::agreement::OnScreen;
use crate::api::relationship::Which;
use crate::api::start::PaperSize;
use crate::domain::ids::RelationshipId;
use crate::domain::side::Side;
use crate::domain::template::{Owner, template};
use crate::error::{Error, Result};
use crate::papers::facts::{
    AgreementFacts, Goal, Horizon, Milestone, OwnSection, Person, Standing,
};
use crate::papers::{Kind, agreement, file_name};
use crate::record::state::{self, State};
use chrono::{FixedOffset, TimeZone};
use fairlead_press::{Document, Paper, Press};
use serde::Serialize;

/// A finished paper.
#[derive(Debug, Clone)]
pub struct PaperFile {
    /// A safe file name.
    pub name: String,
    /// The PDF.
    pub bytes: Vec<u8>,
}

/// A paper that can be made.
#[derive(Debug, Clone, Serialize)]
pub struct PaperKind {
    /// The word by which it is asked for.
    pub kind: &'static str,
    /// What it is called.
    pub title: &'static str,
}

/// Every paper there is.
pub(crate) fn kinds() -> Vec<PaperKind> {
    crate::papers::kinds()
        .iter()
        .map(|kind| PaperKind {
            kind: kind.key(),
            title: kind.title(),
        })
        .collect()
}

fn person(person: &state::Person) -> Person {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Person {
        name: person.name.clone(),
        place: some(&person.place),
        zone: some(&person.zone),
    }
}

fn standing(word: &str) -> Standing {
    match word {
        "agreed" => Standing::Agreed,
        "not_for_us" => Standing::NotForUs,
        _ => Standing::Open,
    }
}

/// All that stands in the agreement of a relationship.
pub(crate) fn facts(desk: &Desk<'_>, relationship: &RelationshipId) -> Result<AgreementFacts> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let offset = FixedOffset::east_opt(desk.now.offset_seconds())
            .ok_or_else(|| Error::Internal("offset of the zone".to_owned()))?;
        let made = offset.from_utc_datetime(&desk.now.utc().naive_utc());
        let mut facts = AgreementFacts::new(person(&state.mentor), person(&state.mentee), made);
        facts.programme = (!state.programme.is_empty()).then(|| state.programme.clone());
        facts.connected_on = state.connected_on;
        for field in template().fields() {
            let sides: &[Option<Side>] = match field.owner {
                Owner::Both => &[None],
                Owner::Each => &[Some(Side::Mentee), Some(Side::Mentor)],
            };
            for side in sides {
                if let Some(answer) = state.answer(field, *side) {
                    facts.answers.set(&field.key, *side, &answer.to_json());
                }
            }
        }
        facts.goals = state
            .goals
            .iter()
            .map(|goal| Goal {
                title: goal.title.clone(),
                measure: goal.measure.clone(),
                horizon: if goal.long {
                    Horizon::Long
                } else {
                    Horizon::Short
                },
                rank: goal.rank,
            })
            .collect();
        facts.milestones = state
            .milestones
            .iter()
            .map(|milestone| Milestone {
                name: milestone.name.clone(),
                on: milestone.on,
                source: milestone.source.clone(),
            })
            .collect();
        for section in &template().sections {
            let standing = standing(state.standing(&section.key));
            facts.standings.insert(section.key.clone(), standing);
        }
        facts.own = state
            .headings
            .iter()
            .map(|heading| OwnSection {
                title: heading.title.clone(),
                text: heading.text.clone(),
                standing: standing(&heading.standing),
            })
            .collect();
        Ok(facts)
    })
}

fn document(
    desk: &Desk<'_>,
    kind: Kind,
    relationship: &RelationshipId,
    paper: Paper,
) -> Result<(Document, String)> {
    let facts = facts(desk, relationship)?;
    match kind {
        Kind::Agreement => Ok((
            agreement::document(&facts, paper),
            file_name::agreement(&facts),
        )),
        Kind::Sheet => Ok((agreement::sheet(&facts, paper), file_name::sheet(&facts))),
    }
}

/// The agreement for the screen.
pub(crate) fn on_screen(desk: &Desk<'_>, request: Which) -> Result<Outcome<OnScreen>> {
    let (document, _) = document(desk, Kind::Agreement, &request.relationship, Paper::A4)?;
    Ok(Outcome::read(OnScreen { document }))
}

/// What is decided by now, for the screen (R60).
pub(crate) fn sheet(desk: &Desk<'_>, request: Which) -> Result<Outcome<OnScreen>> {
    let (document, _) = document(desk, Kind::Sheet, &request.relationship, Paper::A4)?;
    Ok(Outcome::read(OnScreen { document }))
}

/// A paper as a file.
pub(crate) fn make(
    desk: &Desk<'_>,
    press: &mut Press,
    kind: &str,
    relationship: &RelationshipId,
    size: PaperSize,
) -> Result<PaperFile> {
    let kind = Kind::from_key(kind).ok_or_else(|| {
        let known: Vec<_> = crate::papers::kinds()
            .iter()
            .map(|kind| kind.key())
            .collect();
        Error::field(
            "unknown_paper",
            "kind",
            format!(
                "There is no paper “{}”. Nothing was made. There are: {}.",
                super::glimpse(kind),
                known.join(", ")
            ),
        )
    })?;
    let paper = match size {
        PaperSize::A4 => Paper::A4,
        PaperSize::Letter => Paper::Letter,
    };
    let (document, name) = document(desk, kind, relationship, paper)?;
    Ok(PaperFile {
        name,
        bytes: press
            .press(&document)
            .map_err(|error| Error::Paper(error.to_string()))?
            .bytes,
    })
}
