//! The shared rows of one relationship, typed.

use super::contact::{Contact, Shown};
use crate::domain::dates;
use crate::domain::expectation::Mark;
use crate::domain::headings::{self, Heading as Order};
use crate::domain::ids::RelationshipId;
use crate::domain::occasion::Occasion;
use crate::domain::permission;
use crate::domain::plan::{GoalState, MilestoneRating};
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::template::{Answer, Field, Kind, Part, Section, template};
use crate::domain::terms::{self, Terms, Unit};
use crate::domain::vocabulary::Vocabulary;
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared::{self, Row};
use chrono::NaiveDate;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One of the two people, as both see them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Person {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub zone: String,
    pub place: String,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Goal {
    pub id: String,
    pub title: String,
    pub measure: String,
    pub long: bool,
    pub rank: Option<u32>,
    pub position: i64,
    /// Where it was set, and when (R65).
    pub occasion: Option<Occasion>,
    pub set_on: Option<NaiveDate>,
    /// How it stands, and since when.
    pub state: GoalState,
    pub state_on: Option<NaiveDate>,
}

/// A milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Milestone {
    pub id: String,
    pub name: String,
    pub on: Option<NaiveDate>,
    pub source: String,
    /// Whether the relationship ends on this milestone.
    pub ends: bool,
    /// By what the two will see that it is reached (R137), and what they make of it (R138).
    pub evidence: String,
    pub rating: Option<MilestoneRating>,
}

/// The sentence of a section in their own words, and what the answers said then.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub text: String,
    pub of: String,
}

/// One step of a permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    pub id: String,
    pub position: i64,
    pub state: permission::State,
    pub side: Side,
    pub on: Option<NaiveDate>,
}

/// A permission with its steps, the oldest first (R96).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Permission {
    pub id: String,
    pub what: String,
    pub whom: String,
    pub giver: Side,
    pub steps: Vec<Step>,
}

/// A heading of their own (R53).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    pub id: String,
    pub title: String,
    pub text: String,
    pub standing: String,
    pub position: i64,
}

/// The copy of a template; without content it is the shipped form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Form {
    pub template: String,
    pub version: u32,
    pub content: String,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub id: String,
    pub list: String,
    pub position: i64,
    pub text: String,
}

/// Everything both people may see of one relationship.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub relationship: RelationshipId,
    pub connected: bool,
    pub connected_on: Option<NaiveDate>,
    pub programme: String,
    pub programme_email: String,
    pub mentor: Person,
    pub mentee: Person,
    pub answers: BTreeMap<String, String>,
    pub entries: Vec<Entry>,
    pub standings: BTreeMap<String, String>,
    /// What sections are called instead of their own title (R53).
    pub titles: BTreeMap<String, String>,
    /// Where areas stand that were moved (R53).
    pub positions: BTreeMap<String, i64>,
    pub sentences: BTreeMap<String, Sentence>,
    pub permissions: Vec<Permission>,
    pub terms: Terms,
    pub terms_row: Row,
    pub goals: Vec<Goal>,
    /// Where somebody stands towards a goal, by goal and side (R27); 0 stands for not said.
    pub ratings: BTreeMap<String, u32>,
    pub milestones: Vec<Milestone>,
    pub headings: Vec<Heading>,
    pub form: Form,
    pub revisits: BTreeMap<NaiveDate, Option<NaiveDate>>,
    pub contact: Contact,
    pub vocabulary: Vocabulary,
    /// How the two stand to a line of what they expect (R45), by its id.
    pub marks: BTreeMap<String, Mark>,
}

pub(super) fn text(row: &Row, name: &str) -> String {
    row.get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

pub(super) fn maybe_text(row: &Row, name: &str) -> Option<String> {
    row.get(name).and_then(Value::as_str).map(str::to_owned)
}

pub(super) fn date(row: &Row, name: &str) -> Option<NaiveDate> {
    row.get(name)
        .and_then(Value::as_str)
        .and_then(|text| dates::from_iso(text).ok())
}

pub(super) fn number(row: &Row, name: &str) -> Option<u32> {
    row.get(name)
        .and_then(Value::as_i64)
        .and_then(|number| u32::try_from(number).ok())
}

pub(super) fn yes_no(row: &Row, name: &str) -> Option<bool> {
    row.get(name)
        .and_then(Value::as_i64)
        .map(|number| number != 0)
}

pub(super) fn position(row: &Row) -> i64 {
    row.get("position")
        .and_then(Value::as_i64)
        .unwrap_or_default()
}

/// A goal out of its row.
pub(crate) fn goal(id: String, row: &Row) -> Goal {
    Goal {
        id,
        title: text(row, "title"),
        measure: text(row, "measure"),
        long: text(row, "horizon") == "long",
        rank: number(row, "rank"),
        position: position(row),
        occasion: Occasion::from_key(&text(row, "occasion")),
        set_on: date(row, "set_on"),
        state: GoalState::from_key(&text(row, "state")).unwrap_or(GoalState::Open),
        state_on: date(row, "state_on"),
    }
}

/// A milestone out of its row.
pub(crate) fn milestone(id: String, row: &Row) -> Milestone {
    Milestone {
        id,
        name: text(row, "name"),
        on: date(row, "on_date"),
        source: text(row, "source"),
        ends: row.get("ends").and_then(Value::as_i64) == Some(1),
        evidence: text(row, "evidence"),
        rating: MilestoneRating::from_key(&text(row, "rating")),
    }
}

/// A heading of their own out of its row.
pub(crate) fn heading(id: String, row: &Row) -> Heading {
    Heading {
        id,
        title: text(row, "title"),
        text: text(row, "text"),
        standing: text(row, "standing"),
        position: position(row),
    }
}

/// One of the two people out of the row.
pub(crate) fn person(row: &Row) -> Person {
    Person {
        name: text(row, "name"),
        email: text(row, "email"),
        phone: text(row, "phone"),
        zone: text(row, "zone"),
        place: text(row, "place"),
    }
}

fn terms_of(row: &Row) -> Terms {
    Terms {
        starts_on: date(row, "starts_on"),
        ends_on: date(row, "ends_on"),
        cadence: maybe_text(row, "cadence"),
        interval_count: number(row, "interval_count"),
        interval_unit: match row.get("interval_unit").and_then(Value::as_str) {
            Some("days") => Some(Unit::Days),
            Some("weeks") => Some(Unit::Weeks),
            Some("months") => Some(Unit::Months),
            _ => None,
        },
        meeting_minutes: number(row, "meeting_minutes"),
        meeting_place: maybe_text(row, "meeting_place"),
        meeting_when: maybe_text(row, "meeting_when"),
        postpone: maybe_text(row, "postpone"),
        postpone_days: number(row, "postpone_days"),
        mode: maybe_text(row, "mode"),
        initiator: maybe_text(row, "initiator"),
        agenda: yes_no(row, "agenda"),
        agenda_lead_days: number(row, "agenda_lead_days"),
        agenda_last_call_days: number(row, "agenda_last_call_days"),
        agenda_missing: maybe_text(row, "agenda_missing"),
        reply_days: number(row, "reply_days"),
        reply_working_days: yes_no(row, "reply_working_days"),
        silence_weeks: number(row, "silence_weeks"),
        revisit: maybe_text(row, "revisit"),
        revisit_months: number(row, "revisit_months"),
        revisit_on: date(row, "revisit_on"),
        rhythm: maybe_text(row, "rhythm"),
        end_kind: maybe_text(row, "end_kind"),
        confidentiality: maybe_text(row, "confidentiality"),
    }
}

/// The permissions with their steps, in the order in which they were written down.
fn permissions(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Permission>> {
    let mut steps: BTreeMap<String, Vec<Step>> = BTreeMap::new();
    for (id, row) in shared::rows(tx, &schema::PERMISSION_STEP, relationship)? {
        if let (Some(state), Some(side)) = (
            permission::State::from_key(&text(&row, "state")),
            Side::from_key(&text(&row, "side")),
        ) {
            steps
                .entry(text(&row, "permission"))
                .or_default()
                .push(Step {
                    id,
                    position: position(&row),
                    state,
                    side,
                    on: date(&row, "on_date"),
                });
        }
    }
    let mut all: Vec<Permission> = shared::rows(tx, &schema::PERMISSION, relationship)?
        .into_iter()
        .filter_map(|(id, row)| {
            let mut steps = steps.remove(&id).unwrap_or_default();
            steps.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
            Some(Permission {
                what: text(&row, "what"),
                whom: text(&row, "whom"),
                giver: Side::from_key(&text(&row, "giver"))?,
                steps,
                id,
            })
        })
        .collect();
    all.sort_by(|one, other| {
        let first = |permission: &Permission| permission.steps.first().map(|step| step.position);
        (first(one), &one.id).cmp(&(first(other), &other.id))
    });
    Ok(all)
}

/// The wording of the no-fault ending, which stands in every agreement (R97).
const NO_FAULT: &str = "clause.no_fault.text";

/// The id of an answer: the field, and whose it is where each gives one.
pub(crate) fn answer_id(field: &str, side: Option<Side>) -> String {
    match side {
        Some(side) => format!("{field}@{}", side.key()),
        None => field.to_owned(),
    }
}

impl State {
    /// Reads it all.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let root = shared::row(
            tx,
            &schema::RELATIONSHIP,
            relationship,
            relationship.as_str(),
        )?
        .unwrap_or_default();
        let side = |side: Side| -> Result<Person> {
            Ok(
                shared::row(tx, &schema::PARTICIPANT, relationship, side.key())?
                    .as_ref()
                    .map(person)
                    .unwrap_or_default(),
            )
        };
        let terms_row = shared::row(tx, &schema::TERMS, relationship, "terms")?.unwrap_or_default();
        let mut entries: Vec<Entry> = shared::rows(tx, &schema::ENTRY, relationship)?
            .into_iter()
            .map(|(id, row)| Entry {
                id,
                list: text(&row, "list"),
                position: position(&row),
                text: text(&row, "text"),
            })
            .collect();
        entries.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let mut goals: Vec<Goal> = shared::rows(tx, &schema::GOAL, relationship)?
            .into_iter()
            .map(|(id, row)| goal(id, &row))
            .collect();
        goals.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let mut milestones: Vec<Milestone> = shared::rows(tx, &schema::MILESTONE, relationship)?
            .into_iter()
            .map(|(id, row)| milestone(id, &row))
            .collect();
        milestones.sort_by(|a, b| {
            (a.on.is_none(), a.on, &a.name, &a.id).cmp(&(b.on.is_none(), b.on, &b.name, &b.id))
        });
        let mut headings: Vec<Heading> = shared::rows(tx, &schema::HEADING, relationship)?
            .into_iter()
            .map(|(id, row)| heading(id, &row))
            .collect();
        headings.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let sections = shared::rows(tx, &schema::SECTION, relationship)?;
        Ok(Self {
            relationship: relationship.clone(),
            connected: text(&root, "connection") == "connected",
            connected_on: date(&root, "connected_on"),
            programme: text(&root, "programme"),
            programme_email: text(&root, "programme_email"),
            mentor: side(Side::Mentor)?,
            mentee: side(Side::Mentee)?,
            answers: shared::rows(tx, &schema::ANSWER, relationship)?
                .into_iter()
                .map(|(id, row)| (id, text(&row, "text")))
                .collect(),
            entries,
            titles: sections
                .iter()
                .filter_map(|(id, row)| Some((id.clone(), maybe_text(row, "title")?)))
                .collect(),
            positions: sections
                .iter()
                .filter_map(|(id, row)| Some((id.clone(), row.get("position")?.as_i64()?)))
                .collect(),
            sentences: sections
                .iter()
                .filter_map(|(id, row)| {
                    let text = maybe_text(row, "sentence")?;
                    let of = maybe_text(row, "sentence_of").unwrap_or_default();
                    Some((id.clone(), Sentence { text, of }))
                })
                .collect(),
            standings: sections
                .into_iter()
                .map(|(id, row)| (id, text(&row, "standing")))
                .collect(),
            permissions: permissions(tx, relationship)?,
            terms: terms_of(&terms_row),
            terms_row,
            goals,
            ratings: shared::rows(tx, &schema::RATING, relationship)?
                .into_iter()
                .filter_map(|(id, row)| Some((id, number(&row, "value")?)))
                .collect(),
            milestones,
            headings,
            form: shared::row(tx, &schema::FORM, relationship, "form")?
                .map(|row| Form {
                    template: text(&row, "template"),
                    version: number(&row, "version").unwrap_or_default(),
                    content: text(&row, "content"),
                })
                .unwrap_or_default(),
            revisits: shared::rows(tx, &schema::REVISIT, relationship)?
                .into_iter()
                .filter_map(|(id, row)| {
                    Some((dates::from_iso(&id).ok()?, date(&row, "finished_on")))
                })
                .collect(),
            contact: Contact::load(tx, relationship)?,
            vocabulary: super::setup::vocabulary(tx, relationship)?,
            marks: shared::rows(tx, &schema::EXPECTATION_MARK, relationship)?
                .into_iter()
                .filter_map(|(id, row)| Some((id, Mark::from_key(&text(&row, "mark"))?)))
                .collect(),
        })
    }

    /// The person on a side.
    pub(crate) const fn person(&self, side: Side) -> &Person {
        match side {
            Side::Mentor => &self.mentor,
            Side::Mentee => &self.mentee,
        }
    }

    /// Where somebody stands towards a goal by their own judgement, from 1 to 5 (R27).
    pub(crate) fn rating(&self, goal: &str, side: Side) -> Option<u32> {
        let rating = self.ratings.get(&answer_id(goal, Some(side)))?;
        (*rating > 0).then_some(*rating)
    }

    /// How the two stand to a section: `open`, `agreed` or `not_for_us`.
    pub(crate) fn standing(&self, section: &str) -> &str {
        self.standings.get(section).map_or("open", String::as_str)
    }

    /// What a section is called: as the two named it, else as the form does (R53), there in the
    /// programme's words (C29).
    pub(crate) fn title<'a>(&'a self, section: &'a Section) -> Cow<'a, str> {
        match self.titles.get(&section.key) {
            Some(title) => Cow::Borrowed(title.as_str()),
            None => self.vocabulary.say(&section.title),
        }
    }

    /// What the form calls a section that the two named otherwise.
    pub(crate) fn renamed(&self, section: &Section) -> Option<String> {
        let own = self.titles.get(&section.key)?;
        let standard = self.vocabulary.say(&section.title);
        (*own != standard).then(|| standard.into_owned())
    }

    /// The headings of part 2 in their order (R53).
    pub(crate) fn order(&self) -> Vec<Order> {
        let areas: Vec<_> = template()
            .part(Part::Contract)
            .map(|area| (area.key.as_str(), self.positions.get(&area.key).copied()))
            .collect();
        let own: Vec<_> = self
            .headings
            .iter()
            .map(|own| (own.id.as_str(), own.position))
            .collect();
        headings::arrange(&areas, &own)
    }

    /// The answer of a field, if there is one. A prefilled text counts until somebody changes it (R97).
    pub(crate) fn answer(&self, field: &Field, side: Option<Side>) -> Option<Answer> {
        if let Some(term) = terms::of_field(&field.key) {
            let value = self.terms_row.get(term.column)?;
            let value = if field.kind == Kind::YesNo {
                Value::Bool(value.as_i64()? != 0)
            } else {
                value.clone()
            };
            return field.read(&value).ok().flatten();
        }
        let id = answer_id(&field.key, side);
        match field.kind {
            Kind::List => {
                let lines: Vec<String> = self
                    .entries
                    .iter()
                    .filter(|entry| entry.list == id)
                    .map(|entry| entry.text.clone())
                    .collect();
                (!lines.is_empty()).then_some(Answer::List(lines))
            }
            Kind::Goals | Kind::Milestones => None,
            Kind::Contact => {
                let lines = self.contact.lines(Shown::of_field(&field.key)?, side?);
                (!lines.is_empty()).then_some(Answer::List(lines))
            }
            Kind::YesNo => match self.answers.get(&id).map(String::as_str) {
                Some("true") => Some(Answer::YesNo(true)),
                Some("false") => Some(Answer::YesNo(false)),
                None => field.prefilled_answer(&self.vocabulary),
                Some(_) => None,
            },
            Kind::Text | Kind::Long | Kind::Choice | Kind::Number | Kind::Date => {
                match self.answers.get(&id) {
                    // R97: without words of their own, the clause has those it began with.
                    Some(text) if field.key == NO_FAULT && text.trim().is_empty() => {
                        field.prefilled_answer(&self.vocabulary)
                    }
                    Some(text) => field.read(&Value::from(text.as_str())).ok().flatten(),
                    None => field.prefilled_answer(&self.vocabulary),
                }
            }
        }
    }

    /// Whether a field is asked, by the answer of the one it depends on.
    pub(crate) fn asks(&self, field: &Field) -> bool {
        let Some(when) = &field.when else { return true };
        template()
            .field(&when.field)
            .and_then(|other| self.answer(other, None))
            .is_some_and(|answer| when.is.contains(&answer.word()))
    }

    /// The date of the last revisit that was held.
    pub(crate) fn last_revisit(&self) -> Option<NaiveDate> {
        self.revisits
            .iter()
            .filter(|(_, finished)| finished.is_some())
            .map(|(due, _)| *due)
            .max()
    }

    /// When the agreement is looked at again (R47).
    pub(crate) fn next_revisit(&self) -> Option<NaiveDate> {
        if !self.connected {
            return None;
        }
        self.terms
            .revisits(self.connected_on)?
            .next_after(self.last_revisit())
    }
}
