//! Answers: giving them, changing them, taking them away.

use super::agreement::{answer_view, standing};
use super::history::Recorded;
use super::section::LEAVE_OUT;
use super::{Desk, Outcome, expectation, find_own, glimpse, long_text, optional_line};
use crate::api::agreement::{AnswerSaved, SetAnswer};
use crate::domain::expectation::{ALIGNMENT, FIELD};
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::template::{Answer, Field, Kind, Owner, template};
use crate::domain::terms;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::{State, answer_id};
use crate::store::shared::Row;
use serde_json::Value;

const WORDING: &str = "clause.confidentiality.wording";
const WORDING_TEXT: &str = "clause.confidentiality.text";

pub(crate) fn find_field(key: &str, side: Option<Side>) -> Result<&'static Field> {
    let field = template().field(key).ok_or_else(|| {
        Error::field(
            "not_found",
            "field",
            format!("The agreement has no question “{}”. Nothing was changed. agreement.get lists the fields.", glimpse(key)),
        )
    })?;
    match (field.owner, side) {
        (Owner::Each, None) => Err(Error::field(
            "side",
            "side",
            format!(
                "“{}” is answered by each of you. Nothing was changed. Say whose answer this is: mentor or mentee.",
                field.label
            ),
        )),
        (Owner::Both, Some(_)) => Err(Error::field(
            "side",
            "side",
            format!(
                "“{}” has one answer for both of you. Nothing was changed. Leave the side out.",
                field.label
            ),
        )),
        (Owner::Each, Some(_)) | (Owner::Both, None) => Ok(field),
    }
}

/// Reads an answer as it crosses the API; `at` is the field of the request that holds it.
pub(crate) fn read(at: &str, field: &Field, value: Value) -> Result<Option<Answer>> {
    field
        .read(&clean(at, field, value)?)
        .map_err(|misfit| Error::field(misfit.code, at, misfit.sentence))
}

/// Cleans the texts of a value, before the field reads it.
fn clean(at: &str, field: &Field, value: Value) -> Result<Value> {
    let line = |text: &str| optional_line(at, &format!("answer to “{}”", field.label), text);
    match value {
        Value::String(text) if field.kind == Kind::Long => Ok(Value::String(long_text(
            at,
            &format!("answer to “{}”", field.label),
            &text,
        )?)),
        Value::String(text) if field.kind == Kind::Text => Ok(Value::String(line(&text)?)),
        Value::Array(lines) if field.kind == Kind::List => lines
            .into_iter()
            .map(|item| match item {
                Value::String(text) => Ok(Value::String(line(&text)?)),
                other @ (Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::Array(_)
                | Value::Object(_)) => Ok(other),
            })
            .collect::<Result<Vec<_>>>()
            .map(Value::Array),
        other @ (Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_)) => Ok(other),
    }
}

fn whose(state: &State, field: &Field, side: Option<Side>) -> String {
    match side {
        Some(side) => format!("“{}” of {}", field.label, state.person(side).name),
        None => format!("“{}”", field.label),
    }
}

/// Refuses an end of the term before its start (R66).
fn check_order(state: &State, field: &Field, answer: Option<&Answer>) -> Result<()> {
    let Some(Answer::Date(date)) = answer else {
        return Ok(());
    };
    let wrong = match field.key.as_str() {
        "template.4.ends_on" => state.terms.starts_on.is_some_and(|start| *date <= start),
        "template.4.starts_on" => state.terms.ends_on.is_some_and(|end| end <= *date),
        "area.12.revisit_on" => state.terms.starts_on.is_some_and(|start| *date < start),
        _ => false,
    };
    if !wrong {
        return Ok(());
    }
    let long = crate::domain::dates::long;
    let sentence = match (
        field.key.as_str(),
        state.terms.starts_on,
        state.terms.ends_on,
    ) {
        ("template.4.ends_on", Some(start), _) => format!(
            "{} is not after the start, {}. What was there before is kept. Choose a later end, or change the start first.",
            long(*date),
            long(start)
        ),
        ("template.4.starts_on", _, Some(end)) => format!(
            "{} is not before the end, {}. What was there before is kept. Choose an earlier start, or change the end first.",
            long(*date),
            long(end)
        ),
        _ => format!(
            "{} lies before the start of your relationship. What was there before is kept. Choose a later date.",
            long(*date)
        ),
    };
    Err(Error::field("wrong_order", "value", sentence))
}

/// Gives an answer, changes it or takes it away.
pub(crate) fn set(desk: &Desk<'_>, request: SetAnswer) -> Result<Outcome<AnswerSaved>> {
    give(desk, request, "changing")
}

/// Gives an answer that was given before: a deed of its own, also right after typing.
pub(crate) fn put_back(desk: &Desk<'_>, request: SetAnswer) -> Result<Outcome<AnswerSaved>> {
    give(desk, request, "putting back")
}

fn give(desk: &Desk<'_>, request: SetAnswer, doing: &str) -> Result<Outcome<AnswerSaved>> {
    let field = find_field(&request.field, request.side)?;
    let answer = read("value", field, request.value)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        expectation::unseen(&state, &field.key, "field")?;
        let pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            format!("{doing} {}", whose(&state, field, request.side)),
        );
        let mut pen = if doing == "changing" && matches!(field.kind, Kind::Text | Kind::Long) {
            pen.typing()
        } else {
            pen
        };
        let text = put(&mut pen, &state, field, request.side, answer.as_ref())?;
        let state = State::load(tx, &part.relationship)?;
        let section = template()
            .section_of(&field.key)
            .map_or("", |section| section.key.as_str());
        Ok(Outcome::changed(
            AnswerSaved {
                answer: answer_view(
                    &state,
                    &Recorded::load(tx, &part.relationship)?,
                    field,
                    request.side,
                    desk.now.date(),
                )?,
                text,
                standing: standing(&state, section),
                saved_at: desk.now.civil().format("%H:%M").to_string(),
            },
            &["agreement", "relationships", "today", "reminders"],
        ))
    })
}

/// Puts an answer where it belongs, and opens an agreed section again. Answers the wording that a choice
/// put into the section's text, where it did.
pub(crate) fn put(
    pen: &mut Pen<'_, '_>,
    state: &State,
    field: &Field,
    side: Option<Side>,
    answer: Option<&Answer>,
) -> Result<Option<String>> {
    check_order(state, field, answer)?;
    if !write(pen, state, field, side, answer)? {
        return Ok(None);
    }
    if field.key == FIELD {
        // R45: lines that nobody has looked at say nothing of where all of them stand.
        pen.set(&schema::ANSWER, ALIGNMENT, "text", Value::from(""))?;
    }
    let text = fill_wording(pen, state, field, answer)?;
    // R97: the clause stands again as soon as one of the two no longer agrees to leave it out.
    let stands_again = field.key == LEAVE_OUT && answer != Some(&Answer::YesNo(true));
    let reopens = if stands_again { "not_for_us" } else { "agreed" };
    if (stands_again || !field.unprinted)
        && let Some(section) = template().section_of(&field.key)
        && state.standing(&section.key) == reopens
    {
        pen.set(
            &schema::SECTION,
            &section.key,
            "standing",
            Value::from("open"),
        )?;
    }
    Ok(text)
}

fn write(
    pen: &mut Pen<'_, '_>,
    state: &State,
    field: &Field,
    side: Option<Side>,
    answer: Option<&Answer>,
) -> Result<bool> {
    if let Some(term) = terms::of_field(&field.key) {
        let value = match answer {
            None => Value::Null,
            Some(Answer::YesNo(yes)) => Value::from(i64::from(*yes)),
            Some(other) => other.to_json(),
        };
        let changed = pen.set(&schema::TERMS, "terms", term.column, value)?;
        if changed && field.key == "template.4.ends_on" {
            leave_milestone(pen, state, answer)?;
        }
        return Ok(changed);
    }
    let id = answer_id(&field.key, side);
    match (field.kind, answer) {
        (Kind::Goals | Kind::Milestones, _) => Err(Error::field(
            "invalid",
            "field",
            format!(
                "“{}” is filled one by one. Nothing was changed. Use goal.add or milestone.add.",
                field.label
            ),
        )),
        (Kind::Contact, _) => Err(Error::field(
            "invalid",
            "field",
            format!(
                "“{}” is part of the contact plan. Nothing was changed. Use channel.add, channel.change or times.mark.",
                field.label
            ),
        )),
        (Kind::List, Some(Answer::List(lines))) => write_list(pen, state, &id, lines),
        (Kind::List, _) => write_list(pen, state, &id, &[]),
        (_, Some(answer)) => pen.set(&schema::ANSWER, &id, "text", Value::from(answer.word())),
        (_, None) => {
            // A prefilled text that is taken away must be kept as empty, or it would come back.
            if field.prefilled && !state.answers.contains_key(&id) {
                pen.set(&schema::ANSWER, &id, "text", Value::from(" "))?;
            }
            pen.set(&schema::ANSWER, &id, "text", Value::from(""))
        }
    }
}

/// An end on another day than that of its milestone no longer lies on the milestone (R67).
fn leave_milestone(pen: &mut Pen<'_, '_>, state: &State, answer: Option<&Answer>) -> Result<()> {
    for milestone in state.milestones.iter().filter(|milestone| milestone.ends) {
        let same = matches!(answer, Some(Answer::Date(date)) if milestone.on == Some(*date));
        if !same {
            pen.set(&schema::MILESTONE, &milestone.id, "ends", Value::from(0))?;
        }
    }
    Ok(())
}

/// Brings the rows of a list to these lines: rows whose text stays keep their identity.
fn write_list(pen: &mut Pen<'_, '_>, state: &State, list: &str, lines: &[String]) -> Result<bool> {
    let mut old: Vec<_> = state
        .entries
        .iter()
        .filter(|entry| entry.list == list)
        .collect();
    let mut places: Vec<Option<&crate::record::state::Entry>> = vec![None; lines.len()];
    for (place, line) in places.iter_mut().zip(lines) {
        if let Some(at) = old.iter().position(|entry| &entry.text == line) {
            *place = Some(old.remove(at));
        }
    }
    let mut rest = old.into_iter();
    for place in places.iter_mut().filter(|place| place.is_none()) {
        *place = rest.next();
    }
    let mut changed = false;
    for ((position, line), place) in lines.iter().enumerate().zip(&places) {
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        match place {
            Some(entry) => {
                let text = Value::from(line.as_str());
                if pen.set(&schema::ENTRY, &entry.id, "text", text)? {
                    changed = true;
                    // R45: how the two stood to the old words says nothing of the new ones.
                    if state.marks.contains_key(&entry.id) {
                        let none = Value::from("");
                        pen.set(&schema::EXPECTATION_MARK, &entry.id, "mark", none)?;
                    }
                }
                changed |= pen.set(&schema::ENTRY, &entry.id, "position", Value::from(position))?;
            }
            None => {
                let mut row = Row::new();
                row.insert("list".to_owned(), Value::from(list));
                row.insert("position".to_owned(), Value::from(position));
                row.insert("text".to_owned(), Value::from(line.as_str()));
                pen.create(&schema::ENTRY, &uuid::Uuid::new_v4().to_string(), row)?;
                changed = true;
            }
        }
    }
    for entry in rest {
        pen.remove(&schema::ENTRY, &entry.id)?;
        changed = true;
    }
    Ok(changed)
}

/// Choosing a confidentiality wording puts it into the clause, unless somebody wrote their own (R95).
fn fill_wording(
    pen: &mut Pen<'_, '_>,
    state: &State,
    field: &Field,
    answer: Option<&Answer>,
) -> Result<Option<String>> {
    if field.key != WORDING {
        return Ok(None);
    }
    let (Some(Answer::Choice(chosen)), Some(clause)) = (answer, template().field(WORDING_TEXT))
    else {
        return Ok(None);
    };
    let Some(text) = field
        .option(chosen)
        .and_then(|option| option.text.as_deref())
    else {
        return Ok(None);
    };
    let text = text.trim();
    let now = match state.answer(clause, None) {
        Some(answer) => answer.word(),
        None => String::new(),
    };
    let shipped = field
        .options
        .iter()
        .filter_map(|option| option.text.as_deref())
        .any(|text| text.trim() == now.trim())
        || clause
            .suggested_text()
            .is_some_and(|text| text.trim() == now.trim());
    if !now.trim().is_empty() && !shipped {
        return Ok(None);
    }
    pen.set(&schema::ANSWER, WORDING_TEXT, "text", Value::from(text))?;
    Ok(Some(text.to_owned()))
}
