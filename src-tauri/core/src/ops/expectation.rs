//! What each of the two expects (R45): written unseen by the other, revealed together, marked line by line.
//!
//! Before it is revealed, what somebody wrote lies in private tables. Its writer may read it while writing;
//! once it is finished nobody can, not even its writer, until the other one has finished too.

use super::agreement::{find_section, named, standing};
use super::{Desk, Opened, Outcome, answer, glimpse, long_text};
use crate::api::expectation::{
    ExpectationDraft, ExpectationLine, Expectations, MarkExpectation, WhoExpects,
    WriteExpectations, Writer, WritingStage,
};
use crate::api::form::Missing;
use crate::api::relationship::Which;
use crate::api::start::Done;
use crate::domain::expectation::{self, ALIGNMENT, FIELD, Mark};
use crate::domain::ids::RelationshipId;
use crate::domain::phrases;
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::template::{Answer, Field};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::{State, answer_id};
use crate::store::{Tx, expectation as store};
use serde_json::Value;

const CHANGED: &[&str] = &["agreement", "relationships", "today"];
const SECTION: &str = "area.10";

fn field() -> Result<&'static Field> {
    answer::find_field(FIELD, Some(Side::Mentee))
}

/// Whether both have read what the other one expects.
pub(crate) fn is_revealed(state: &State) -> bool {
    Side::BOTH.iter().any(|side| {
        let list = answer_id(FIELD, Some(*side));
        state.entries.iter().any(|entry| entry.list == list)
    })
}

/// Refuses to write for both to see what each writes unseen first.
pub(crate) fn unseen(state: &State, field: &str, at: &'static str) -> Result<()> {
    if field != FIELD || is_revealed(state) {
        return Ok(());
    }
    Err(Error::field(
        "unseen",
        at,
        "Each of you first writes what you expect unseen by the other, and you reveal both together. Nothing was changed. Use expectation.write, expectation.finish and expectation.reveal.",
    ))
}

/// The lines of one of the two as they stand on paper, each with how the two stand to it.
pub(crate) fn on_paper(state: &State, side: Side) -> Vec<String> {
    let words = &phrases::agreement().marks;
    lines(state, side)
        .into_iter()
        .map(|line| match line.mark {
            Some(mark) => {
                let mark = match mark {
                    Mark::Aligned => &words.aligned,
                    Mark::ToDiscuss => &words.to_discuss,
                    Mark::Different => &words.different,
                };
                format!("{} ({mark})", line.text)
            }
            None => line.text,
        })
        .collect()
}

fn lines(state: &State, side: Side) -> Vec<ExpectationLine> {
    let list = answer_id(FIELD, Some(side));
    state
        .entries
        .iter()
        .filter(|entry| entry.list == list)
        .map(|entry| ExpectationLine {
            id: entry.id.clone(),
            side,
            name: state.person(side).name.clone(),
            text: entry.text.clone(),
            mark: state.marks.get(&entry.id).copied(),
        })
        .collect()
}

fn view(tx: &Tx<'_>, relationship: &RelationshipId, state: &State) -> Result<Expectations> {
    let mut writers = Vec::new();
    for side in [Side::Mentee, Side::Mentor] {
        let stage = if store::is_sealed(tx, relationship, side)? {
            WritingStage::Finished
        } else if store::draft(tx, relationship, side)?.is_some() {
            WritingStage::Writing
        } else {
            WritingStage::Nothing
        };
        writers.push(Writer {
            side,
            name: state.person(side).name.clone(),
            stage,
        });
    }
    Ok(Expectations {
        ready: writers
            .iter()
            .all(|writer| writer.stage == WritingStage::Finished),
        writers,
        lines: [Side::Mentee, Side::Mentor]
            .into_iter()
            .flat_map(|side| lines(state, side))
            .collect(),
        standing: standing(state, SECTION),
    })
}

fn answered(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Outcome<Expectations>> {
    let state = State::load(tx, relationship)?;
    let view = view(tx, relationship, &state)?;
    Ok(Outcome::changed(view, CHANGED))
}

/// How far the two are: never what they wrote, before it is revealed.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<Expectations>> {
    desk.store.read(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let view = view(tx, &opened.relationship, &opened.state)?;
        Ok(Outcome::read(view))
    })
}

fn still_writing(tx: &Tx<'_>, opened: &Opened, side: Side) -> Result<()> {
    if !store::is_sealed(tx, &opened.relationship, side)? {
        return Ok(());
    }
    let name = |side: Side| &opened.state.person(side).name;
    Err(Error::field(
        "finished",
        "side",
        format!(
            "{} has finished, so nobody can read or change it before {} has finished too. Nothing was changed. Reveal both, or begin anew.",
            name(side),
            name(side.other())
        ),
    ))
}

/// What one of the two is still writing, for who writes it.
pub(crate) fn read(desk: &Desk<'_>, request: WhoExpects) -> Result<Outcome<ExpectationDraft>> {
    desk.store.read(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        still_writing(tx, &opened, request.side)?;
        let text = store::draft(tx, &opened.relationship, request.side)?;
        Ok(Outcome::read(ExpectationDraft {
            text: text.unwrap_or_default(),
        }))
    })
}

/// Keeps what one of the two is writing, for nobody else to see.
pub(crate) fn write(desk: &Desk<'_>, request: WriteExpectations) -> Result<Outcome<Done>> {
    let text = long_text("text", "expectations", &request.text)?;
    answer::read("text", field()?, Value::from(expectation::lines(&text)))?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        still_writing(tx, &opened, request.side)?;
        store::save_draft(tx, &opened.relationship, request.side, &text)?;
        Ok(Outcome::changed(Done {}, &["expectations"]))
    })
}

/// One of the two has finished: from here on nobody reads it, until the other one has too.
pub(crate) fn finish(desk: &Desk<'_>, request: WhoExpects) -> Result<Outcome<Expectations>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        still_writing(tx, &opened, request.side)?;
        let draft = store::draft(tx, &opened.relationship, request.side)?;
        if expectation::lines(&draft.unwrap_or_default()).is_empty() {
            return Err(Error::field(
                "empty",
                "text",
                "Nothing is written yet. Nothing was changed. Write one expectation or more, one a line.",
            ));
        }
        store::seal(tx, &opened.relationship, request.side)?;
        answered(tx, &opened.relationship)
    })
}

/// Forgets what one of the two has written and not revealed, so that they can begin anew.
pub(crate) fn discard(desk: &Desk<'_>, request: WhoExpects) -> Result<Outcome<Expectations>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        store::discard(tx, &opened.relationship, request.side)?;
        answered(tx, &opened.relationship)
    })
}

/// Reveals what both expect, at the same time. What has been read cannot be unread, so this is not undone.
pub(crate) fn reveal(desk: &Desk<'_>, request: Which) -> Result<Outcome<Expectations>> {
    let field = field()?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let Some([mentor, mentee]) = store::take_both(tx, &opened.relationship)? else {
            return Err(not_both(tx, &opened)?);
        };
        let [mentor, mentee] = expectation::reveal(mentor, mentee);
        let mut pen = opened.pen(tx, desk, "revealing what you both expect");
        for (side, lines) in [(Side::Mentee, mentee), (Side::Mentor, mentor)] {
            let answer = answer::read("text", field, Value::from(lines))?;
            answer::put(&mut pen, &opened.state, field, Some(side), answer.as_ref())?;
        }
        pen.for_good()?;
        answered(tx, &opened.relationship)
    })
}

fn not_both(tx: &Tx<'_>, opened: &Opened) -> Result<Error> {
    let mut names = Vec::new();
    for side in [Side::Mentee, Side::Mentor] {
        if !store::is_sealed(tx, &opened.relationship, side)? {
            names.push(opened.state.person(side).name.clone());
        }
    }
    Ok(Error::refused(
        "not_both",
        format!(
            "{} not finished, and both are revealed together. Nothing was revealed. Finish writing first.",
            match names.as_slice() {
                [name] => format!("{name} has"),
                _ => format!("{} have", names.join(" and ")),
            }
        ),
    ))
}

/// Says how the two stand to one line; where all lines together stand follows from it.
pub(crate) fn mark(desk: &Desk<'_>, request: MarkExpectation) -> Result<Outcome<Expectations>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let all = Side::BOTH.map(|side| lines(&opened.state, side)).concat();
        let line = all
            .iter()
            .find(|line| line.id == request.line)
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "line",
                    "This line is not here any more. Nothing was changed. Choose one from the list.",
                )
            })?;
        let deed = format!("marking “{}”", glimpse(&line.text));
        let mut pen = opened.pen(tx, desk, deed);
        let key = request.mark.map_or("", Mark::key);
        let changed = pen.set(&schema::EXPECTATION_MARK, &line.id, "mark", Value::from(key))?;
        let marks: Vec<Option<Mark>> = all
            .iter()
            .map(|each| if each.id == line.id { request.mark } else { each.mark })
            .collect();
        if changed {
            settle(&mut pen, &opened.state, expectation::together(&marks))?;
        }
        answered(tx, &opened.relationship)
    })
}

/// Brings where all lines together stand in line with each of them, and opens an agreed section again.
fn settle(pen: &mut Pen<'_, '_>, state: &State, all: Option<Mark>) -> Result<()> {
    let field = answer::find_field(ALIGNMENT, None)?;
    let answer = all.map(|mark| Answer::Choice(mark.key().to_owned()));
    answer::put(pen, state, field, None, answer.as_ref())?;
    if state.standing(SECTION) == "agreed" {
        pen.set(&schema::SECTION, SECTION, "standing", Value::from("open"))?;
    }
    Ok(())
}

/// What one of the two wrote and nobody has revealed: it would be lost for what they sign.
pub(crate) fn unrevealed(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    state: &State,
) -> Result<Option<Missing>> {
    let section = find_section("section", SECTION)?;
    if state.standing(SECTION) == "not_for_us" {
        return Ok(None);
    }
    let mut written = Vec::new();
    for side in [Side::Mentee, Side::Mentor] {
        if store::is_sealed(tx, relationship, side)?
            || store::draft(tx, relationship, side)?.is_some()
        {
            written.push(state.person(side).name.as_str());
        }
    }
    Ok((!written.is_empty()).then(|| Missing {
        code: "unrevealed",
        section: SECTION.to_owned(),
        title: named(state, &state.title(section)),
        field: FIELD.to_owned(),
        side: None,
        label: "What each of you expects".to_owned(),
        why: format!(
            "{} wrote what they expect, and it is not revealed yet.",
            written.join(" and ")
        ),
        route: format!("/relationship/{relationship}/agreement/{SECTION}"),
    }))
}
