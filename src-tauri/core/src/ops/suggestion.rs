//! Suggestions: other words for a place of the agreement, what the two say about them, and the decision.
//!
//! Whose suggestion it is, and who decides it, is said by whoever sits at the computer, as with the standing
//! of a section. Who made it cannot accept it, and nobody else can take it back.

use super::agreement::{standing, standing_of};
use super::place::{apply, current, read, said, spot};
use super::{Desk, Opened, Outcome, glimpse, long_text, moment_words, paper};
use crate::api::form::OpenSuggestion;
use crate::api::relationship::Which;
use crate::api::suggestion::{
    BlendSuggestion, CommentView, DecisionView, KeepWords, NewComment, NewSuggestion,
    SuggestionView, Suggestions, Talker, WhichSuggestion,
};
use crate::domain::ids::{RelationshipId, SuggestionId};
use crate::domain::redline::{in_words, redline};
use crate::domain::shared as schema;
use crate::domain::side::{Role, Side};
use crate::domain::suggestion::{Place, Stage};
use crate::domain::template::template;
use crate::error::{Error, Result};
use crate::papers::facts::AgreementFacts;
use crate::record::Pen;
use crate::record::state::State;
use crate::record::suggestion::{self as record, Suggestion};
use crate::store::Tx;
use crate::store::shared::Row;
use serde_json::Value;

const CHANGED: &[&str] = &["agreement", "relationships", "today", "reminders"];
/// Most suggestions that may wait for a decision at the same time.
const MOST: usize = 100;

/// Other words for a place, on their way to becoming a suggestion.
pub(crate) struct Proposal {
    pub place: Place,
    /// The words, or the answer as its field takes it.
    pub value: Value,
    /// Whose it is.
    pub side: Side,
    pub comment: String,
    /// The suggestion that it answers.
    pub answers: Option<SuggestionId>,
}

fn gone(at: &'static str) -> Error {
    Error::field(
        "not_found",
        at,
        "This suggestion is not here any more. Nothing was changed. Choose one from the list.",
    )
}

/// Writes a suggestion down: for every use case that makes one. The pen's deed says what happens.
pub(crate) fn propose(
    tx: &Tx<'_>,
    desk: &Desk<'_>,
    opened: &Opened,
    pen: &mut Pen<'_, '_>,
    proposal: Proposal,
) -> Result<SuggestionId> {
    let state = &opened.state;
    let facts = paper::facts_of(desk, state)?;
    let all = record::all(tx, &opened.relationship)?;
    if record::open(&all).count() >= MOST {
        return Err(Error::field(
            "too_many",
            "place",
            format!(
                "There are already {MOST} suggestions that nobody has decided. Nothing was changed. Decide some of them first."
            ),
        ));
    }
    let place = &proposal.place;
    let value = read(state, &facts, place, proposal.value)?;
    let before = current(state, &facts, place);
    if said(state, &facts, place, &value) == said(state, &facts, place, &before) {
        return Err(Error::field(
            "no_change",
            "value",
            "These words stand there already. Nothing was changed. Change them to what you suggest.",
        ));
    }
    let id = SuggestionId::new();
    let last = all.last().map(|last| last.position);
    let (kind, target) = record::target(place);
    let mut row = Row::new();
    for (name, text) in [
        ("place", kind),
        ("target", &target),
        ("side", proposal.side.key()),
        ("value", &value.to_string()),
        ("before", &before.to_string()),
        ("comment", proposal.comment.trim()),
        ("made_at", &desk.now.to_text()),
        ("state", Stage::Open.key()),
        ("reason", ""),
    ] {
        row.insert(name.to_owned(), Value::from(text));
    }
    let position = last.map_or(0, |last| last.saturating_add(1));
    row.insert("position".to_owned(), Value::from(position));
    let answers = proposal.answers.map_or(Value::Null, |id| Value::from(id.0));
    row.insert("answers".to_owned(), answers);
    row.insert("decided_at".to_owned(), Value::Null);
    pen.create(&schema::SUGGESTION, id.as_str(), row)?;
    Ok(id)
}

fn view(
    state: &State,
    facts: &AgreementFacts,
    relationship: &RelationshipId,
    suggestion: &Suggestion,
) -> SuggestionView {
    let open = suggestion.stage == Stage::Open;
    let now = current(state, facts, &suggestion.place);
    let from = if open { &now } else { &suggestion.before };
    let before = said(state, facts, &suggestion.place, from);
    let after = said(state, facts, &suggestion.place, &suggestion.value);
    let pieces = redline(&before, &after);
    let name = |side: Side| state.person(side).name.clone();
    let when = |at: &Option<_>| at.as_ref().map(moment_words).unwrap_or_default();
    let spot = spot(state, relationship, &suggestion.place);
    SuggestionView {
        id: SuggestionId(suggestion.id.clone()),
        place: suggestion.place.clone(),
        section: spot.section,
        title: spot.title,
        label: spot.label,
        side: suggestion.side,
        name: name(suggestion.side),
        decider: name(suggestion.side.other()),
        when: when(&suggestion.made),
        comment: suggestion.comment.clone(),
        state: suggestion.stage,
        changes: in_words(&pieces),
        pieces,
        before,
        after,
        value: serde_json::from_value(suggestion.value.clone())
            .ok()
            .flatten(),
        moved: open && now != suggestion.before,
        comments: suggestion
            .comments
            .iter()
            .map(|comment| CommentView {
                side: comment.side,
                name: name(comment.side),
                when: when(&comment.made),
                text: comment.text.clone(),
            })
            .collect(),
        decision: (!open).then(|| DecisionView {
            name: name(if suggestion.stage.is_its_makers() {
                suggestion.side
            } else {
                suggestion.side.other()
            }),
            when: when(&suggestion.decided),
            reason: suggestion.reason.clone(),
        }),
        answers: suggestion.answers.clone().map(SuggestionId),
        route: spot.route,
    }
}

fn views(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    role: Role,
) -> Result<Suggestions> {
    let state = State::load(tx, relationship)?;
    let facts = paper::facts_of(desk, &state)?;
    let (open, mut decided): (Vec<_>, Vec<_>) = record::all(tx, relationship)?
        .iter()
        .map(|suggestion| view(&state, &facts, relationship, suggestion))
        .partition(|view| view.state == Stage::Open);
    decided.reverse();
    let people = [Side::Mentee, Side::Mentor].map(|side| Talker {
        side,
        name: state.person(side).name.clone(),
        owner: role.side() == Some(side),
    });
    Ok(Suggestions {
        people: people.to_vec(),
        open,
        decided,
        id: None,
        standing: None,
    })
}

/// Lists the suggestions: those that nobody has decided, and those that were.
pub(crate) fn list(desk: &Desk<'_>, request: Which) -> Result<Outcome<Suggestions>> {
    desk.store.read(|tx| {
        let (part, role) = super::find_own(tx, &request.relationship)?;
        let views = views(desk, tx, &part.relationship, role)?;
        Ok(Outcome::read(views))
    })
}

/// What keeps the two from signing: each with the place where it is decided.
pub(crate) fn waiting(
    tx: &Tx<'_>,
    state: &State,
    relationship: &RelationshipId,
) -> Result<Vec<OpenSuggestion>> {
    let all = record::all(tx, relationship)?;
    let waiting = record::open(&all).map(|suggestion| {
        let spot = spot(state, relationship, &suggestion.place);
        let name = |side: Side| state.person(side).name.as_str();
        OpenSuggestion {
            suggestion: SuggestionId(suggestion.id.clone()),
            section: spot.section,
            why: format!(
                "{} suggested other words, and {} has not decided yet.",
                name(suggestion.side),
                name(suggestion.side.other())
            ),
            title: spot.title,
            label: spot.label,
            side: suggestion.side,
            name: name(suggestion.side).to_owned(),
            route: spot.route,
        }
    });
    Ok(waiting.collect())
}

fn answered(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    opened: &Opened,
    place: &Place,
    id: Option<SuggestionId>,
) -> Result<Outcome<Suggestions>> {
    let state = State::load(tx, &opened.relationship)?;
    let now = match place {
        Place::Answer { field, .. } => template()
            .section_of(field)
            .map(|section| standing(&state, &section.key)),
        Place::Sentence { section } => Some(standing(&state, section)),
        Place::Heading { heading } => state
            .headings
            .iter()
            .find(|own| own.id == heading.as_str())
            .map(|own| standing_of(&own.standing)),
    };
    let mut views = views(desk, tx, &opened.relationship, opened.role)?;
    views.id = id;
    views.standing = now;
    Ok(Outcome::changed(views, CHANGED))
}

fn owners(opened: &Opened, side: Option<Side>) -> Result<Side> {
    side.or(opened.role.side())
        .ok_or_else(|| Error::Internal("a coordinator opened an agreement".to_owned()))
}

/// Suggests other words for a place.
pub(crate) fn make(desk: &Desk<'_>, request: NewSuggestion) -> Result<Outcome<Suggestions>> {
    let comment = long_text(
        "comment",
        "comment",
        request.comment.as_deref().unwrap_or_default(),
    )?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let side = owners(&opened, request.side)?;
        let spot = spot(&opened.state, &opened.relationship, &request.place);
        let deed = format!("suggesting other words in “{}”", glimpse(&spot.title));
        let mut pen = opened.pen(tx, desk, deed);
        let place = request.place.clone();
        let proposal = Proposal {
            place: request.place,
            value: request.value,
            side,
            comment,
            answers: None,
        };
        let id = propose(tx, desk, &opened, &mut pen, proposal)?;
        answered(desk, tx, &opened, &place, Some(id))
    })
}

/// Finds a suggestion that can still be decided, by this person.
fn to_decide(
    tx: &Tx<'_>,
    opened: &Opened,
    id: &SuggestionId,
    (stage, side): (Stage, Option<Side>),
) -> Result<Suggestion> {
    let found = record::all(tx, &opened.relationship)?
        .into_iter()
        .find(|suggestion| suggestion.id == id.as_str())
        .ok_or_else(|| gone("suggestion"))?;
    if found.stage != Stage::Open {
        return Err(Error::field(
            "decided",
            "suggestion",
            "This suggestion was decided already. Nothing was changed. Undo the decision, or make a new suggestion.",
        ));
    }
    let whose = if stage.is_its_makers() {
        found.side
    } else {
        found.side.other()
    };
    if side.is_some_and(|side| side != whose) {
        let name = |side: Side| &opened.state.person(side).name;
        let sentence = if stage.is_its_makers() {
            format!(
                "Only {} can take this suggestion back. Nothing was changed. {} can keep the words that stand there, and say why.",
                name(found.side),
                name(found.side.other())
            )
        } else {
            format!(
                "{} made this suggestion, so {} decides it. Nothing was changed. {} can take it back or comment on it.",
                name(found.side),
                name(found.side.other()),
                name(found.side)
            )
        };
        return Err(Error::field("not_yours", "side", sentence));
    }
    Ok(found)
}

/// A suggestion that is being decided, with the deed that tells of it.
struct Deciding<'t, 'c> {
    opened: Opened,
    found: Suggestion,
    pen: Pen<'t, 'c>,
}

/// Opens a suggestion for a decision; `deed` names it, from what the section is called and who made it.
fn deciding<'t, 'c>(
    tx: &'t Tx<'c>,
    desk: &Desk<'_>,
    (relationship, id): (&RelationshipId, &SuggestionId),
    by: (Stage, Option<Side>),
    deed: impl FnOnce(&str, &str) -> String,
) -> Result<Deciding<'t, 'c>> {
    let opened = Opened::of(tx, relationship)?;
    let found = to_decide(tx, &opened, id, by)?;
    let title = spot(&opened.state, &opened.relationship, &found.place).title;
    let maker = &opened.state.person(found.side).name;
    let pen = opened.pen(tx, desk, deed(&glimpse(&title), maker));
    Ok(Deciding { opened, found, pen })
}

/// Writes the decision down.
fn decide(
    pen: &mut Pen<'_, '_>,
    desk: &Desk<'_>,
    id: &str,
    stage: Stage,
    reason: &str,
) -> Result<()> {
    let record = &schema::SUGGESTION;
    pen.set(record, id, "state", Value::from(stage.key()))?;
    pen.set(record, id, "reason", Value::from(reason))?;
    pen.set(record, id, "decided_at", Value::from(desk.now.to_text()))?;
    Ok(())
}

/// The words of the suggestion stand from now on; what they take the place of is kept with it.
fn take(
    pen: &mut Pen<'_, '_>,
    desk: &Desk<'_>,
    state: &State,
    (id, place, value): (&str, &Place, &Value),
) -> Result<()> {
    let facts = paper::facts_of(desk, state)?;
    let before = current(state, &facts, place).to_string();
    pen.set(&schema::SUGGESTION, id, "before", Value::from(before))?;
    decide(pen, desk, id, Stage::Accepted, "")?;
    apply(pen, state, &facts, place, value)
}

/// Accepts a suggestion: its words stand in the agreement.
pub(crate) fn accept(desk: &Desk<'_>, request: WhichSuggestion) -> Result<Outcome<Suggestions>> {
    desk.store.write(|tx| {
        let which = (&request.relationship, &request.suggestion);
        let by = (Stage::Accepted, request.side);
        let mut deciding = deciding(tx, desk, which, by, |title, maker| {
            format!("accepting {maker}'s words in “{title}”")
        })?;
        let Deciding { opened, found, pen } = &mut deciding;
        let what = (found.id.as_str(), &found.place, &found.value);
        take(pen, desk, &opened.state, what)?;
        answered(desk, tx, opened, &found.place, None)
    })
}

/// Keeps the words that stand there, with a reason where somebody wants to give one. Where both leave it at
/// seeing it differently, it is closed as that (R77).
pub(crate) fn keep(desk: &Desk<'_>, request: KeepWords) -> Result<Outcome<Suggestions>> {
    let reason = long_text(
        "reason",
        "reason",
        request.reason.as_deref().unwrap_or_default(),
    )?;
    let stage = if request.disagree == Some(true) {
        Stage::Disagreed
    } else {
        Stage::Kept
    };
    let which = WhichSuggestion {
        relationship: request.relationship,
        suggestion: request.suggestion,
        side: request.side,
    };
    close(desk, &which, stage, reason.trim())
}

/// Takes a suggestion back.
pub(crate) fn withdraw(desk: &Desk<'_>, request: WhichSuggestion) -> Result<Outcome<Suggestions>> {
    close(desk, &request, Stage::Withdrawn, "")
}

/// Ends a suggestion without a change of the words.
fn close(
    desk: &Desk<'_>,
    request: &WhichSuggestion,
    stage: Stage,
    reason: &str,
) -> Result<Outcome<Suggestions>> {
    desk.store.write(|tx| {
        let which = (&request.relationship, &request.suggestion);
        let mut deciding = deciding(
            tx,
            desk,
            which,
            (stage, request.side),
            |title, _| match stage {
                Stage::Withdrawn => format!("taking back the suggestion in “{title}”"),
                Stage::Disagreed => format!("agreeing to disagree in “{title}”"),
                Stage::Open | Stage::Accepted | Stage::Kept | Stage::Blended => {
                    format!("keeping the words in “{title}”")
                }
            },
        )?;
        let Deciding { opened, found, pen } = &mut deciding;
        decide(pen, desk, &found.id, stage, reason)?;
        answered(desk, tx, opened, &found.place, None)
    })
}

/// Answers a suggestion with words of both: as a suggestion to the other one, or at once where both want
/// them.
pub(crate) fn blend(desk: &Desk<'_>, request: BlendSuggestion) -> Result<Outcome<Suggestions>> {
    let comment = long_text(
        "comment",
        "comment",
        request.comment.as_deref().unwrap_or_default(),
    )?;
    desk.store.write(|tx| {
        let which = (&request.relationship, &request.suggestion);
        let by = (Stage::Blended, request.side);
        let mut deciding = deciding(tx, desk, which, by, |title, _| {
            format!("blending the words in “{title}”")
        })?;
        let Deciding { opened, found, pen } = &mut deciding;
        let state = &opened.state;
        let facts = paper::facts_of(desk, state)?;
        let value = read(state, &facts, &found.place, request.value)?;
        if said(state, &facts, &found.place, &value) == said(state, &facts, &found.place, &found.value) {
            return Err(Error::field(
                "no_change",
                "value",
                "These are the words of the suggestion. Nothing was changed. Accept it, or change the words first.",
            ));
        }
        decide(pen, desk, &found.id, Stage::Blended, "")?;
        let proposal = Proposal {
            place: found.place.clone(),
            value: value.clone(),
            side: found.side.other(),
            comment,
            answers: Some(request.suggestion.clone()),
        };
        let id = propose(tx, desk, opened, pen, proposal)?;
        if request.both == Some(true) {
            take(pen, desk, state, (id.as_str(), &found.place, &value))?;
        }
        answered(desk, tx, opened, &found.place, Some(id))
    })
}

/// Says something about a suggestion, before or after it is decided.
pub(crate) fn comment(desk: &Desk<'_>, request: NewComment) -> Result<Outcome<Suggestions>> {
    let text = long_text("text", "comment", &request.text)?;
    if text.trim().is_empty() {
        return Err(Error::field(
            "empty",
            "text",
            "A comment needs words. Nothing was changed. Write what you want to say.",
        ));
    }
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let side = owners(&opened, request.side)?;
        let all = record::all(tx, &opened.relationship)?;
        let found = all
            .iter()
            .find(|suggestion| suggestion.id == request.suggestion.as_str())
            .ok_or_else(|| gone("suggestion"))?;
        let title = spot(&opened.state, &opened.relationship, &found.place).title;
        let deed = format!("commenting on “{}”", glimpse(&title));
        let mut pen = opened.pen(tx, desk, deed);
        let last = found.comments.last().map(|last| last.position);
        let mut row = Row::new();
        let position = last.map_or(0, |last| last.saturating_add(1));
        row.insert("position".to_owned(), Value::from(position));
        for (name, text) in [
            ("suggestion", found.id.as_str()),
            ("side", side.key()),
            ("text", text.trim()),
            ("made_at", &desk.now.to_text()),
        ] {
            row.insert(name.to_owned(), Value::from(text));
        }
        let id = uuid::Uuid::new_v4().to_string();
        pen.create(&schema::SUGGESTION_COMMENT, &id, row)?;
        answered(desk, tx, &opened, &found.place, None)
    })
}

/// Takes back what is still open about a heading that is removed, in the same deed.
pub(crate) fn leave_heading(
    tx: &Tx<'_>,
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    pen: &mut Pen<'_, '_>,
    heading: &str,
) -> Result<()> {
    let all = record::all(tx, relationship)?;
    for suggestion in record::open(&all) {
        if matches!(&suggestion.place, Place::Heading { heading: id } if id.as_str() == heading) {
            decide(pen, desk, &suggestion.id, Stage::Withdrawn, "")?;
        }
    }
    Ok(())
}
