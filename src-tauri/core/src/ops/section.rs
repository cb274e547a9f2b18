//! Sections as a whole: how the two stand to them, what they call them, where they stand (R53), and
//! the sentence of their answers in the two's own words.

use super::agreement::{find_section, sentence_view, standing, standing_key};
use super::history::Recorded;
use super::{Desk, Outcome, find_own, glimpse, long_text, optional_line, paper};
use crate::api::agreement::{SetStanding, Standing};
use crate::api::form::{
    MoveSection, Order, OrderRow, RenameSection, SentenceChoice, SentenceSaved, SentenceView,
    SettleSentence, WriteSentence,
};
use crate::api::start::Done;
use crate::domain::headings::Heading;
use crate::domain::ids::RelationshipId;
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::template::{Answer, Part, Section, template};
use crate::error::{Error, Result};
use crate::papers::agreement::sentence;
use crate::record::Pen;
use crate::record::state::State;
use serde_json::Value;

const CHANGED: &[&str] = &["agreement", "relationships", "today"];

/// The question by which each of the two agrees to leave the no-fault ending out (R97).
pub(crate) const LEAVE_OUT: &str = "clause.no_fault.leave_out";

/// Who of the two has not agreed to leave the no-fault ending out.
pub(crate) fn without_consent(state: &State) -> Vec<Side> {
    let field = template().field(LEAVE_OUT);
    Side::BOTH
        .into_iter()
        .filter(|side| {
            field.and_then(|field| state.answer(field, Some(*side))) != Some(Answer::YesNo(true))
        })
        .collect()
}

/// Says how the two stand to a section. What does not apply is listed as not used (R53).
pub(crate) fn stand(desk: &Desk<'_>, request: SetStanding) -> Result<Outcome<Done>> {
    let section = find_section("section", &request.section)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        if section.key == "clause.no_fault" && request.standing == Standing::NotForUs {
            let names: Vec<&str> = without_consent(&state)
                .into_iter()
                .map(|side| state.person(side).name.as_str())
                .collect();
            if !names.is_empty() {
                let have = if names.len() == 1 { "has" } else { "have" };
                return Err(Error::field(
                    "needs_both",
                    "standing",
                    format!(
                        "The no-fault ending is part of every agreement and is left out only when both of you agree. {} {have} not agreed to that. Nothing was changed. You can change its wording, or answer the question below it.",
                        names.join(" and ")
                    ),
                ));
            }
        }
        let word = match request.standing {
            Standing::Open => "talking on about",
            Standing::Agreed => "agreeing on",
            Standing::NotForUs => "leaving out",
        };
        let deed = format!("{word} “{}”", state.title(section));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        pen.set(
            &schema::SECTION,
            &section.key,
            "standing",
            Value::from(standing_key(request.standing)),
        )?;
        Ok(Outcome::changed(Done {}, CHANGED))
    })
}

/// The headings of part 2 as rows.
pub(crate) fn order(state: &State) -> Vec<OrderRow> {
    state
        .order()
        .into_iter()
        .filter_map(|heading| match heading {
            Heading::Area(key) => {
                let section = template().section(&key)?;
                let title = state.title(section);
                Some(OrderRow {
                    own: false,
                    number: section.number.clone(),
                    title: title.into_owned(),
                    standard: state.renamed(section),
                    standing: standing(state, &key),
                    key,
                })
            }
            Heading::Own(id) => {
                let own = state.headings.iter().find(|own| own.id == id)?;
                Some(OrderRow {
                    own: true,
                    number: None,
                    title: own.title.clone(),
                    standard: None,
                    standing: super::agreement::standing_of(&own.standing),
                    key: id,
                })
            }
        })
        .collect()
}

fn area(key: &str) -> Result<&'static Section> {
    let section = find_section("section", key)?;
    if section.part != Part::Contract {
        return Err(Error::field(
            "fixed",
            "section",
            format!(
                "“{}” keeps its name and its place in every agreement. Nothing was changed. You can rename and move the fourteen areas and your own headings.",
                section.title
            ),
        ));
    }
    Ok(section)
}

/// Gives an area another name, or its own name back (R53).
pub(crate) fn rename(desk: &Desk<'_>, request: RenameSection) -> Result<Outcome<Order>> {
    name_it(desk, request, Doing::Wording)
}

/// Gives an area a name back that it had before (R60): a deed of its own, also right after typing.
pub(crate) fn rename_back(desk: &Desk<'_>, request: RenameSection) -> Result<Outcome<Order>> {
    name_it(desk, request, Doing::PuttingBack)
}

fn name_it(desk: &Desk<'_>, request: RenameSection, doing: Doing) -> Result<Outcome<Order>> {
    let section = area(&request.section)?;
    let title = optional_line("title", "name", &request.title)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let own = !title.is_empty() && title != section.title;
        let name = if own {
            format!("calling “{}” “{}”", section.title, glimpse(&title))
        } else {
            format!("calling “{}” by its own name again", section.title)
        };
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, name);
        if doing == Doing::Wording {
            pen.goes_on();
        }
        let value = if own {
            Value::from(title.as_str())
        } else {
            Value::Null
        };
        let changed = pen.set(&schema::SECTION, &section.key, "title", value)?;
        reopen(&mut pen, &state, section, changed)?;
        let state = State::load(tx, &part.relationship)?;
        Ok(Outcome::changed(
            Order {
                order: order(&state),
            },
            CHANGED,
        ))
    })
}

/// Puts an area or a heading of their own at another place among all headings of part 2 (R53).
pub(crate) fn shift(desk: &Desk<'_>, request: MoveSection) -> Result<Outcome<Order>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let mut rows = state.order();
        let Some(at) = rows.iter().position(|row| row.key() == request.section) else {
            // Either a section that stays where it is, or nothing at all: said in its own words.
            area(&request.section)?;
            return Err(Error::not_found("section"));
        };
        let row = rows.remove(at);
        let place = usize::try_from(request.position)
            .unwrap_or(usize::MAX)
            .saturating_sub(1)
            .min(rows.len());
        rows.insert(place, row);
        let title = order(&state)
            .into_iter()
            .find(|row| row.key == request.section)
            .map(|row| row.title)
            .unwrap_or_default();
        let deed = format!("moving “{}”", glimpse(&title));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        if place != at {
            for (position, row) in (0_i64..).zip(&rows) {
                let (record, id) = match row {
                    Heading::Area(key) => (&schema::SECTION, key),
                    Heading::Own(id) => (&schema::HEADING, id),
                };
                pen.set(record, id, "position", Value::from(position))?;
            }
        }
        let state = State::load(tx, &part.relationship)?;
        Ok(Outcome::changed(
            Order {
                order: order(&state),
            },
            CHANGED,
        ))
    })
}

fn reopen(pen: &mut Pen<'_, '_>, state: &State, section: &Section, changed: bool) -> Result<()> {
    if changed && state.standing(&section.key) == "agreed" {
        pen.set(
            &schema::SECTION,
            &section.key,
            "standing",
            Value::from("open"),
        )?;
    }
    Ok(())
}

/// Words the sentence of a section. Empty words, and those that the answers say themselves, follow the
/// answers again.
pub(crate) fn word(desk: &Desk<'_>, request: WriteSentence) -> Result<Outcome<SentenceSaved>> {
    let text = long_text("text", "sentence", &request.text)?;
    set_sentence(
        desk,
        &request.relationship,
        &request.section,
        Doing::Wording,
        |generated, _| {
            let own = text.trim();
            (!own.is_empty() && own != generated).then(|| own.to_owned())
        },
    )
}

/// Takes what the answers say now, or keeps the own words for the answers as they are now.
pub(crate) fn settle(desk: &Desk<'_>, request: SettleSentence) -> Result<Outcome<SentenceSaved>> {
    set_sentence(
        desk,
        &request.relationship,
        &request.section,
        Doing::Settling,
        |_, own| match request.choice {
            SentenceChoice::Take => None,
            SentenceChoice::Keep => own,
        },
    )
}

/// Puts an earlier wording of a sentence back; without one it follows the answers again.
pub(crate) fn put_back(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    section: &str,
    text: Option<String>,
) -> Result<Outcome<SentenceSaved>> {
    set_sentence(
        desk,
        relationship,
        section,
        Doing::PuttingBack,
        move |_, _| text.clone(),
    )
}

/// What is done to a sentence or a name: only typing goes on with the deed before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doing {
    Wording,
    Settling,
    PuttingBack,
}

/// Puts a sentence into its section, and opens an agreed one again. `generated` is what the answers say.
pub(crate) fn put_sentence(
    pen: &mut Pen<'_, '_>,
    state: &State,
    section: &Section,
    own: Option<String>,
    generated: &str,
) -> Result<()> {
    let held = state.sentences.get(&section.key);
    let changed = held.map(|held| &held.text) != own.as_ref();
    let of = own.as_ref().map(|_| generated.to_owned());
    let value = |text: Option<String>| text.map_or(Value::Null, Value::from);
    pen.set(&schema::SECTION, &section.key, "sentence", value(own))?;
    pen.set(&schema::SECTION, &section.key, "sentence_of", value(of))?;
    reopen(pen, state, section, changed)
}

/// A section with a sentence of its own: a clause is worded as a whole.
pub(crate) fn with_sentence(at: &str, section: &str) -> Result<&'static Section> {
    let section = find_section(at, section)?;
    if section.part == Part::Clause {
        return Err(Error::field(
            "fixed",
            at,
            format!(
                "“{}” is worded as a whole. Nothing was changed. Change the words of the clause itself.",
                section.title
            ),
        ));
    }
    Ok(section)
}

fn set_sentence(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    section: &str,
    doing: Doing,
    words: impl Fn(&str, Option<String>) -> Option<String>,
) -> Result<Outcome<SentenceSaved>> {
    let section = with_sentence("section", section)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let generated = sentence(&paper::facts_of(desk, &state)?, section);
        let held = state.sentences.get(&section.key);
        let own = words(&generated, held.map(|held| held.text.clone()));
        let verb = match doing {
            Doing::Wording | Doing::Settling => "wording",
            Doing::PuttingBack => "putting back the sentence of",
        };
        let deed = format!("{verb} “{}”", state.title(section));
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        if doing == Doing::Wording {
            pen.goes_on();
        }
        put_sentence(&mut pen, &state, section, own, &generated)?;
        let state = State::load(tx, &part.relationship)?;
        let facts = paper::facts_of(desk, &state)?;
        Ok(Outcome::changed(
            SentenceSaved {
                sentence: SentenceView {
                    recorded: Recorded::load(tx, &part.relationship)?.worded(section)?,
                    ..sentence_view(&state, &facts, section)
                },
                standing: standing(&state, &section.key),
            },
            CHANGED,
        ))
    })
}
