//! The agreement as a form: sections with guidance, fields, answers and advice.

use super::form::Copy;
use super::history::Recorded;
use super::{Desk, Outcome, find_own, words};
use crate::api::agreement::{
    AgreementView, AnswerValue, AnswerView, FieldView, GoalView, Horizon, MilestoneView, Missing,
    SectionView, SetNote, SetStanding, Standing,
};
use crate::api::heading::HeadingView;
use crate::api::relationship::Which;
use crate::api::start::Done;
use crate::domain::ids::{GoalId, HeadingId, MilestoneId};
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::template::{Answer, Field, Kind, Owner, Section, template};
use crate::domain::wording::{self, Advice};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::{Goal, Heading, Milestone, State};
use crate::store::part;
use chrono::NaiveDate;
use serde_json::Value;

pub(crate) fn standing(state: &State, section: &str) -> Standing {
    standing_of(state.standing(section))
}

fn standing_of(word: &str) -> Standing {
    match word {
        "agreed" => Standing::Agreed,
        "not_for_us" => Standing::NotForUs,
        _ => Standing::Open,
    }
}

pub(crate) const fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "open",
        Standing::Agreed => "agreed",
        Standing::NotForUs => "not_for_us",
    }
}

fn value(answer: &Answer) -> AnswerValue {
    match answer {
        Answer::Text(text) | Answer::Choice(text) => AnswerValue::Text(text.clone()),
        Answer::List(lines) => AnswerValue::List(lines.clone()),
        Answer::Number(number) => AnswerValue::Number(*number),
        Answer::Date(date) => AnswerValue::Text(date.to_string()),
        Answer::YesNo(yes) => AnswerValue::YesNo(*yes),
    }
}

/// All advice on a relationship's answers: it never blocks.
pub(crate) fn advice(state: &State) -> Vec<Advice> {
    let mut all = wording::advise(&state.terms);
    if let Some(field) = template().field("template.2.purposes")
        && let Some(Answer::List(lines)) = state.answer(field, None)
    {
        all.extend(
            lines
                .iter()
                .filter_map(|line| wording::question_purpose(line))
                .take(1),
        );
    }
    if !state.goals.is_empty() {
        let long = state.goals.iter().filter(|goal| goal.long).count();
        let ranked = state
            .goals
            .iter()
            .filter(|goal| goal.rank.is_some())
            .count();
        all.extend(wording::advise_goals(
            state.goals.len() - long,
            long,
            ranked,
        ));
    }
    all
}

pub(crate) fn answer_view(
    state: &State,
    recorded: &Recorded<'_, '_>,
    field: &Field,
    side: Option<Side>,
    today: NaiveDate,
) -> Result<AnswerView> {
    let answer = state.answer(field, side);
    Ok(AnswerView {
        side,
        name: side.map(|side| state.person(side).name.clone()),
        date: match &answer {
            Some(Answer::Date(date)) => Some(words(today, *date)),
            Some(
                Answer::Text(_)
                | Answer::List(_)
                | Answer::Choice(_)
                | Answer::Number(_)
                | Answer::YesNo(_),
            )
            | None => None,
        },
        value: answer.as_ref().map(value),
        advice: advice(state)
            .into_iter()
            .filter(|advice| advice.field == field.key)
            .map(|advice| advice.sentence)
            .reduce(|all, next| format!("{all} {next}")),
        recorded: recorded.holds(field, side)?,
    })
}

/// Puts the two names into a text of the form.
fn named(state: &State, text: &str) -> String {
    text.replace("{mentor}", &first_name(&state.mentor.name))
        .replace("{mentee}", &first_name(&state.mentee.name))
}

fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or(name).to_owned()
}

fn sides(field: &Field) -> Vec<Option<Side>> {
    match field.owner {
        Owner::Both => vec![None],
        Owner::Each => Side::BOTH.into_iter().map(Some).collect(),
    }
}

fn field_view(
    state: &State,
    recorded: &Recorded<'_, '_>,
    field: &Field,
    today: NaiveDate,
) -> Result<FieldView> {
    let mut options = field.options.clone();
    for option in &mut options {
        option.label = named(state, &option.label);
        option.detail = option.detail.as_deref().map(|text| named(state, text));
    }
    Ok(FieldView {
        field: field.key.clone(),
        kind: field.kind,
        owner: field.owner,
        label: named(state, &field.label),
        hint: field.hint.as_deref().map(|text| named(state, text)),
        required: field.required,
        options,
        min: field.min,
        max: field.max,
        unit: field.unit.clone(),
        suggestion: field.default.clone(),
        when: field.when.clone(),
        asked: state.asks(field),
        answers: sides(field)
            .into_iter()
            .map(|side| answer_view(state, recorded, field, side, today))
            .collect::<Result<_>>()?,
    })
}

/// Whether a section holds anything that somebody wrote.
pub(crate) fn begun(state: &State, section: &Section) -> bool {
    section.fields.iter().any(|field| match field.kind {
        Kind::Goals => !state.goals.is_empty(),
        Kind::Milestones => !state.milestones.is_empty(),
        Kind::Text
        | Kind::Long
        | Kind::List
        | Kind::Choice
        | Kind::Number
        | Kind::Date
        | Kind::YesNo => sides(field).into_iter().any(|side| {
            let answered = state.answer(field, side).is_some();
            let id = crate::record::state::answer_id(&field.key, side);
            answered && (!field.prefilled || state.answers.contains_key(&id))
        }),
    })
}

/// Required questions that are asked and have no answer (R144, R146).
fn missing(state: &State, form: &Copy) -> Vec<Missing> {
    let mut missing = Vec::new();
    for section in &template().sections {
        if state.standing(&section.key) == "not_for_us" {
            continue;
        }
        for field in section
            .fields
            .iter()
            .filter(|field| field.required && state.asks(field))
        {
            let answered = match field.kind {
                Kind::Goals => !state.goals.is_empty(),
                Kind::Milestones => !state.milestones.is_empty(),
                Kind::Text
                | Kind::Long
                | Kind::List
                | Kind::Choice
                | Kind::Number
                | Kind::Date
                | Kind::YesNo => sides(field)
                    .into_iter()
                    .all(|side| state.answer(field, side).is_some()),
            };
            if !answered {
                missing.push(Missing {
                    section: section.key.clone(),
                    field: field.key.clone(),
                    label: named(state, &field.label),
                });
            }
        }
    }
    missing.extend(form.missing(state));
    missing
}

pub(crate) fn goal_views(goals: &[Goal]) -> Vec<GoalView> {
    goals
        .iter()
        .map(|goal| GoalView {
            id: GoalId(goal.id.clone()),
            title: goal.title.clone(),
            measure: goal.measure.clone(),
            horizon: if goal.long {
                Horizon::Long
            } else {
                Horizon::Short
            },
            rank: goal.rank,
        })
        .collect()
}

pub(crate) fn heading_views(state: &State) -> Result<Vec<HeadingView>> {
    let form = Copy::of(state)?;
    let view = |heading: &Heading| HeadingView {
        id: HeadingId(heading.id.clone()),
        title: heading.title.clone(),
        text: heading.text.clone(),
        guidance: form.guidance(&heading.id).unwrap_or_default().to_owned(),
        asked_by: form.asked_by(&heading.id),
        standing: standing_of(&heading.standing),
    };
    Ok(state.headings.iter().map(view).collect())
}

pub(crate) fn milestone_views(milestones: &[Milestone], today: NaiveDate) -> Vec<MilestoneView> {
    milestones
        .iter()
        .map(|milestone| MilestoneView {
            id: MilestoneId(milestone.id.clone()),
            name: milestone.name.clone(),
            source: milestone.source.clone(),
            date: milestone.on.map(|date| words(today, date)),
        })
        .collect()
}

/// The whole form (R28, R59 to R78).
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<AgreementView>> {
    let today = desk.now.date();
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let form = Copy::of(&state)?;
        let notes: std::collections::BTreeMap<String, String> =
            part::notes(tx, &part.relationship)?.into_iter().collect();
        let recorded = Recorded::load(tx, &part.relationship)?;
        let sections = template()
            .sections
            .iter()
            .map(|section| {
                Ok(SectionView {
                    section: section.key.clone(),
                    part: section.part,
                    number: section.number.clone(),
                    title: section.title.clone(),
                    question: named(&state, &section.question),
                    guidance: form
                        .guidance(&section.key)
                        .map_or_else(|| named(&state, &section.guidance), str::to_owned),
                    why: section.why.clone(),
                    ask: section.ask.clone(),
                    example: section.example.clone(),
                    instruction: section.instruction.clone(),
                    asked_by: form.asked_by(&section.key),
                    standing: standing(&state, &section.key),
                    begun: begun(&state, section),
                    fields: section
                        .fields
                        .iter()
                        .map(|field| field_view(&state, &recorded, field, today))
                        .collect::<Result<_>>()?,
                    private_note: notes.get(&section.key).cloned().unwrap_or_default(),
                })
            })
            .collect::<Result<_>>()?;
        Ok(Outcome::read(AgreementView {
            relationship: part.relationship.clone(),
            title: super::relationship::title(&state),
            sections,
            goals: goal_views(&state.goals),
            milestones: milestone_views(&state.milestones, today),
            headings: heading_views(&state)?,
            mid_point: state.terms.mid_point().map(|date| words(today, date)),
            revisit_on: state.next_revisit().map(|date| words(today, date)),
            settled: super::relationship::settled(&state),
            missing: missing(&state, &form),
        }))
    })
}

/// Says how the two stand to a section.
pub(crate) fn stand(desk: &Desk<'_>, request: SetStanding) -> Result<Outcome<Done>> {
    let section = find_section("section", &request.section)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        if section.key == "clause.no_fault" && request.standing == Standing::NotForUs {
            return Err(Error::field(
                "needs_both",
                "standing",
                "The no-fault ending is part of every agreement and can be left out only when both of you sign that. Nothing was changed. You can change its wording, or keep talking about it.",
            ));
        }
        let word = match request.standing {
            Standing::Open => "talking on about",
            Standing::Agreed => "agreeing on",
            Standing::NotForUs => "leaving out",
        };
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, format!("{word} “{}”", section.title));
        pen.set(&schema::SECTION, &section.key, "standing", Value::from(standing_key(request.standing)))?;
        Ok(Outcome::changed(Done {}, &["agreement", "relationships", "today"]))
    })
}

pub(crate) fn find_section(at: &str, key: &str) -> Result<&'static Section> {
    template().section(key).ok_or_else(|| {
        Error::field(
            "not_found",
            at,
            format!("The agreement has no section “{}”. Nothing was changed. agreement.get lists the sections.", super::glimpse(key)),
        )
    })
}

/// Keeps a private note beside a section (B8): it is no part of the shared record.
pub(crate) fn write_note(desk: &Desk<'_>, request: SetNote) -> Result<Outcome<Done>> {
    if request.about != "relationship" {
        find_section("about", &request.about)?;
    }
    let text = super::long_text("text", "note", &request.text)?;
    desk.store.write(|tx| {
        let (part, _) = super::find(tx, &request.relationship)?;
        part::save_note(
            tx,
            &part.relationship,
            &request.about,
            text.trim_end(),
            &desk.now.to_text(),
        )?;
        Ok(Outcome::changed(Done {}, &["agreement"]))
    })
}
