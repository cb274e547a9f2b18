//! Papers: the document on the screen and the bytes of the file are the same document.

use super::form::Copy;
use super::{Desk, Outcome, expectation, find_own};
use crate::api::agreement::OnScreen;
use crate::api::plan::PaperLayout;
use crate::api::relationship::Which;
use crate::api::start::PaperSize;
use crate::api::template::BlankOf;
use crate::domain::agreement_text::{TextForm, TextRatings};
use crate::domain::expectation::FIELD;
use crate::domain::headings::Heading as Order;
use crate::domain::ids::{RelationshipId, SessionId, TemplateId};
use crate::domain::overlay::SHIPPED;
use crate::domain::side::Side;
use crate::domain::template::{Owner, template};
use crate::error::{Error, Result};
use crate::files::safe_file_name;
use crate::papers::blank::{self, BLANKS, Blank, BlankFacts, Letterhead};
use crate::papers::facts::{
    AgreementFacts, Goal, Heading, Horizon, Milestone, OwnSection, Person, Standing,
};
use crate::papers::plan::{self, Layout};
use crate::papers::{Kind, agreement, file_name};
use crate::record::setup;
use crate::record::state::{self, State};
use crate::record::versions::Versions;
use crate::store::Tx;
use chrono::{DateTime, FixedOffset, TimeZone};
use fairlead_press::{Document, Paper, Press};
use serde::Serialize;
use serde_json::Value;

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
    /// What it is made from.
    pub of: PaperOf,
}

impl PaperKind {
    /// Whether it is a form of a template, to be filled in by hand.
    pub fn is_blank_form(&self) -> bool {
        self.of == PaperOf::Template
    }
}

/// What a paper is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperOf {
    /// A relationship: what the two wrote.
    Relationship,
    /// A template: a form to be filled in by hand.
    Template,
}

/// Every paper there is.
pub(crate) fn kinds() -> Vec<PaperKind> {
    crate::papers::kinds()
        .iter()
        .map(|kind| PaperKind {
            kind: kind.key(),
            title: kind.title(),
            of: PaperOf::Relationship,
        })
        .chain(BLANKS.iter().map(|blank| PaperKind {
            kind: blank.key(),
            title: blank.title(),
            of: PaperOf::Template,
        }))
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

/// The moment in the owner's zone.
pub(crate) fn made(desk: &Desk<'_>) -> Result<DateTime<FixedOffset>> {
    let offset = FixedOffset::east_opt(desk.now.offset_seconds())
        .ok_or_else(|| Error::Internal("offset of the zone".to_owned()))?;
    Ok(offset.from_utc_datetime(&desk.now.utc().naive_utc()))
}

/// All that stands in the agreement of a relationship.
pub(crate) fn facts(desk: &Desk<'_>, relationship: &RelationshipId) -> Result<AgreementFacts> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, relationship)?;
        let mut facts = facts_of(desk, &State::load(tx, &part.relationship)?)?;
        let versions = Versions::load(tx, &part.relationship)?;
        super::version::place(&versions, &mut facts)?;
        facts.logo = setup::logo(tx, &part.relationship)?.map(|logo| (logo.png, logo.words));
        Ok(facts)
    })
}

/// All that stands in an agreement, printed now.
pub(crate) fn facts_of(desk: &Desk<'_>, state: &State) -> Result<AgreementFacts> {
    let made = made(desk)?;
    let mut facts = AgreementFacts::new(person(&state.mentor), person(&state.mentee), made);
    facts.relationship = state.relationship.to_string();
    let form = Copy::of(state)?;
    facts.form = TextForm {
        template: form.template.to_string(),
        name: form.overlay.name,
        version: form.version,
    };
    facts.programme = (!state.programme.is_empty()).then(|| state.programme.clone());
    facts.connected_on = state.connected_on;
    facts.vocabulary = state.vocabulary.clone();
    for field in template().fields() {
        let sides: &[Option<Side>] = match field.owner {
            Owner::Both => &[None],
            Owner::Each => &[Some(Side::Mentee), Some(Side::Mentor)],
        };
        for side in sides {
            if let (FIELD, Some(side)) = (field.key.as_str(), *side) {
                let lines = expectation::on_paper(state, side);
                facts.answers.set(FIELD, Some(side), &Value::from(lines));
            } else if let Some(answer) = state.answer(field, *side) {
                facts.answers.set(&field.key, *side, &answer.to_json());
            } else if field.prefilled {
                facts.answers.empty(&field.key, *side);
            }
        }
    }
    facts.goals = state
        .goals
        .iter()
        .map(|goal| Goal {
            id: goal.id.clone(),
            title: goal.title.clone(),
            measure: goal.measure.clone(),
            horizon: if goal.long {
                Horizon::Long
            } else {
                Horizon::Short
            },
            rank: goal.rank,
            ratings: TextRatings {
                mentor: state.rating(&goal.id, Side::Mentor),
                mentee: state.rating(&goal.id, Side::Mentee),
            },
        })
        .collect();
    facts.milestones = state
        .milestones
        .iter()
        .map(|milestone| Milestone {
            id: milestone.id.clone(),
            name: milestone.name.clone(),
            on: milestone.on,
            source: milestone.source.clone(),
            ends: milestone.ends,
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
            id: heading.id.clone(),
            title: heading.title.clone(),
            text: heading.text.clone(),
            standing: standing(&heading.standing),
        })
        .collect();
    facts.titles.clone_from(&state.titles);
    facts.sentences = state
        .sentences
        .iter()
        .map(|(section, sentence)| (section.clone(), sentence.text.clone()))
        .collect();
    let place = |id: &str| state.headings.iter().position(|own| own.id == id);
    facts.order = state
        .order()
        .into_iter()
        .filter_map(|heading| match heading {
            Order::Area(key) => Some(Heading::Area(key)),
            Order::Own(id) => place(&id).map(Heading::Own),
        })
        .collect();
    Ok(facts)
}

/// The agreement for the screen.
pub(crate) fn on_screen(desk: &Desk<'_>, request: Which) -> Result<Outcome<OnScreen>> {
    let facts = facts(desk, &request.relationship)?;
    Ok(Outcome::read(OnScreen {
        document: agreement::document(&facts, Paper::A4),
    }))
}

/// What is decided by now, for the screen (R60).
pub(crate) fn sheet(desk: &Desk<'_>, request: Which) -> Result<Outcome<OnScreen>> {
    let facts = facts(desk, &request.relationship)?;
    Ok(Outcome::read(OnScreen {
        document: agreement::sheet(&facts, Paper::A4),
    }))
}

const fn laid(layout: PaperLayout) -> Layout {
    Layout {
        landscape: layout.landscape,
        handwriting: layout.handwriting,
    }
}

pub(super) const fn paper_of(size: PaperSize) -> Paper {
    match size {
        PaperSize::A4 => Paper::A4,
        PaperSize::Letter => Paper::Letter,
    }
}

fn unknown(kind: &str) -> Error {
    let known: Vec<_> = kinds().iter().map(|kind| kind.kind).collect();
    Error::field(
        "unknown_paper",
        "kind",
        format!(
            "There is no paper “{}”. Nothing was made. There are: {}.",
            super::glimpse(kind),
            known.join(", ")
        ),
    )
}

pub(super) fn press(press: &mut Press, document: &Document, name: String) -> Result<PaperFile> {
    let pressed = press
        .press(document)
        .map_err(|error| Error::Paper(error.to_string()))?;
    Ok(PaperFile {
        name,
        bytes: pressed.bytes,
    })
}

/// A paper of a relationship as a file.
pub(crate) fn make(
    desk: &Desk<'_>,
    setter: &mut Press,
    kind: &str,
    relationship: &RelationshipId,
    size: PaperSize,
    layout: PaperLayout,
) -> Result<PaperFile> {
    let kind = Kind::from_key(kind).ok_or_else(|| match Blank::from_key(kind) {
        Some(_) => Error::field(
            "of_template",
            "kind",
            "A blank form is made from a template, not from a relationship. Nothing was made. Name the template, or none for the form that Fairlead ships.",
        ),
        None => unknown(kind),
    })?;
    let (document, name) = match kind {
        Kind::Agreement => {
            let facts = facts(desk, relationship)?;
            let document = agreement::document(&facts, paper_of(size));
            (document, file_name::agreement(&facts))
        }
        Kind::Sheet => {
            let facts = facts(desk, relationship)?;
            let document = agreement::sheet(&facts, paper_of(size));
            (document, file_name::sheet(&facts))
        }
        Kind::ContactPlan => return super::contact_paper::make(desk, setter, relationship),
        Kind::SupervisorBrief => super::supervisor::brief(desk, relationship, paper_of(size))?,
        Kind::ClosingRecord => super::closing_paper::paper(desk, relationship, paper_of(size))?,
        Kind::ActionPlan => {
            let facts = super::plan::facts(desk, relationship)?;
            let name = file_name::plan(&facts.mentor, &facts.mentee);
            (plan::document(&facts, paper_of(size), laid(layout)), name)
        }
        Kind::ToSign => {
            return super::signed_paper::to_sign(desk, setter, relationship, size);
        }
        Kind::Signed => {
            return super::signed_paper::paper(desk, setter, relationship, None, size);
        }
        Kind::SessionSummary => {
            return session_summary(desk, setter, relationship, None, size);
        }
    };
    press(setter, &document, name)
}

/// The summary of a session as a file (R148): of the one named, else of the newest that was held.
pub(crate) fn session_summary(
    desk: &Desk<'_>,
    setter: &mut Press,
    relationship: &RelationshipId,
    session: Option<&SessionId>,
    size: PaperSize,
) -> Result<PaperFile> {
    let facts = super::meeting::summary_facts(desk, relationship, session)?;
    let document = crate::papers::session::document(&facts, paper_of(size));
    let name = safe_file_name(&facts.file_title(), "pdf");
    press(setter, &document, name)
}

/// What the programme of a relationship puts on a blank form (R58, C29).
fn letterhead(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Letterhead> {
    Ok(Letterhead {
        programme: setup::programme(tx, relationship)?.name,
        vocabulary: setup::vocabulary(tx, relationship)?,
        logo: setup::logo(tx, relationship)?.map(|logo| (logo.png, logo.words)),
    })
}

/// A blank form as a file (R78): of a template, and for a relationship with what its programme puts on
/// its papers (R58, C29). Without a template it is that of the relationship, or the shipped form.
pub(crate) fn blank(
    desk: &Desk<'_>,
    setter: &mut Press,
    kind: &str,
    of: &BlankOf,
    size: PaperSize,
    layout: PaperLayout,
) -> Result<PaperFile> {
    let kind = Blank::from_key(kind).ok_or_else(|| match Kind::from_key(kind) {
        Some(_) => Error::field(
            "of_relationship",
            "kind",
            "This paper is made from what two people wrote, not from a template. Nothing was made. Name the relationship alone.",
        ),
        None => unknown(kind),
    })?;
    let (template, overlay, head) = desk.store.read(|tx| {
        let (part, head) = match &of.relationship {
            None => (None, Letterhead::default()),
            Some(relationship) => {
                let (part, _) = super::find(tx, relationship)?;
                let head = letterhead(tx, &part.relationship)?;
                (Some(part), head)
            }
        };
        let (template, overlay) = match (&of.template, part) {
            (None, Some(part)) => {
                let copy = Copy::of(&State::load(tx, &part.relationship)?)?;
                (copy.template, copy.overlay)
            }
            (template, _) => {
                let shipped = TemplateId(SHIPPED.to_owned());
                let id = template.as_ref().unwrap_or(&shipped);
                let template = super::template::find(tx, "template", id)?;
                (template.row.id, template.overlay)
            }
        };
        Ok((template, overlay, head))
    })?;
    let facts = BlankFacts {
        overlay: &overlay,
        shipped: template.as_str() == SHIPPED,
        head: &head,
        made: made(desk)?,
    };
    let document = blank::document(kind, facts, paper_of(size), laid(layout));
    let name = safe_file_name(&blank::file_title(kind, facts), "pdf");
    press(setter, &document, name)
}
