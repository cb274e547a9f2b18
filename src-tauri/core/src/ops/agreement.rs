//! The agreement as a form: sections with guidance, fields, answers and advice.

use super::form::Copy;
use super::history::Recorded;
use super::{Desk, Outcome, find_own, paper, permission, ready, section, words};
use crate::api::agreement::{
    AgreementView, AnswerValue, AnswerView, FieldView, GoalRatings, GoalView, Horizon,
    MilestoneView, SectionView, SetNote, Standing,
};
use crate::api::form::{AdviceView, FixView, SentenceView, SummaryView};
use crate::api::heading::HeadingView;
use crate::api::relationship::Which;
use crate::api::start::Done;
use crate::domain::advice::{self, Advice};
use crate::domain::dates;
use crate::domain::headings::Heading as Order;
use crate::domain::ids::{GoalId, HeadingId, MilestoneId};
use crate::domain::occasion;
use crate::domain::side::Side;
use crate::domain::template::{
    Answer, Cell, Field, Kind, Owner, Part, Section, Suggestion, template,
};
use crate::error::{Error, Result};
use crate::papers::agreement as paper_of;
use crate::papers::facts::AgreementFacts;
use crate::record::checkup;
use crate::record::session::Sessions;
use crate::record::state::{Goal, Heading, Milestone, State};
use crate::store::part;
use chrono::NaiveDate;

pub(crate) fn standing(state: &State, section: &str) -> Standing {
    standing_of(state.standing(section))
}

pub(crate) fn standing_of(word: &str) -> Standing {
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
    let mut all = advice::advise(&state.terms);
    let answer = |key: &str| {
        template()
            .field(key)
            .and_then(|field| state.answer(field, None))
    };
    if let Some(Answer::List(lines)) = answer("template.2.purposes") {
        let questioned = lines
            .iter()
            .find_map(|line| Some((line, advice::question_purpose(line)?)));
        if let Some((line, mut question)) = questioned {
            if lines.len() > 1 {
                question.sentence = format!("“{}”: {}", super::glimpse(line), question.sentence);
            }
            all.push(question);
        }
    }
    let goals = &state.goals;
    if !goals.is_empty() {
        let long = goals.iter().filter(|goal| goal.long).count();
        let ranked = goals.iter().filter(|goal| goal.rank.is_some()).count();
        all.extend(advice::advise_goals(goals.len() - long, long, ranked));
    }
    if let Some(end) = state.milestones.iter().find(|milestone| milestone.ends) {
        all.extend(advice::milestone_moved(&state.terms, &end.name, end.on));
    }
    if let Some(Answer::Choice(method)) = answer("area.11.method") {
        let without = goals.iter().filter(|goal| goal.measure.trim().is_empty());
        all.extend(advice::unmeasured(&method, goals.len(), without.count()));
    }
    if let Some(wording) = &state.terms.confidentiality {
        let shared = template().fields().filter(|field| {
            field.cell.is_some()
                && field.default != Some(Suggestion::YesNo(true))
                && state.answer(field, None) == Some(Answer::YesNo(true))
        });
        all.extend(advice::strict_and_shared(wording, shared.count()));
    }
    for advice in &mut all {
        advice.sentence = state.vocabulary.say_around_quotes(&advice.sentence);
    }
    all
}

fn fix_view(advice: &Advice) -> Option<FixView> {
    advice.fix.as_ref().map(|fix| FixView {
        value: value(&fix.answer),
        words: fix.words.clone(),
    })
}

fn advice_views(state: &State) -> Vec<AdviceView> {
    advice(state)
        .iter()
        .map(|advice| AdviceView {
            code: advice.code,
            section: template()
                .section_of(advice.field)
                .map(|section| section.key.clone())
                .unwrap_or_default(),
            field: advice.field,
            sentence: advice.sentence.clone(),
            fix: fix_view(advice),
        })
        .collect()
}

pub(crate) fn answer_view(
    state: &State,
    recorded: &Recorded<'_, '_>,
    field: &Field,
    side: Option<Side>,
    today: NaiveDate,
) -> Result<AnswerView> {
    let answer = state.answer(field, side);
    let here: Vec<Advice> = advice(state)
        .into_iter()
        .filter(|advice| advice.field == field.key)
        .collect();
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
        fix: here.iter().find_map(fix_view),
        advice: here
            .into_iter()
            .map(|advice| advice.sentence)
            .reduce(|all, next| format!("{all} {next}")),
        recorded: recorded.holds(field, side)?,
    })
}

/// Puts the two names into a text of the form.
pub(crate) fn named(state: &State, text: &str) -> String {
    state
        .vocabulary
        .say(text)
        .replace("{mentor}", &first_name(&state.mentor.name))
        .replace("{mentee}", &first_name(&state.mentee.name))
}

fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or(name).to_owned()
}

pub(crate) fn sides(field: &Field) -> Vec<Option<Side>> {
    match field.owner {
        Owner::Both => vec![None],
        Owner::Each => Side::BOTH.into_iter().map(Some).collect(),
    }
}

/// What the form suggests: its own suggestion, or one that follows from other answers.
fn suggestion(state: &State, met_on: Option<NaiveDate>, field: &Field) -> Option<Suggestion> {
    let text = |text: String| Some(Suggestion::Text(text));
    match field.key.as_str() {
        // C11: the term begins with the first meeting.
        "template.4.starts_on" => text(met_on?.to_string()),
        // R66: nine months from the start, or the milestone that was chosen as the end.
        "template.4.ends_on" => {
            let chosen = state.milestones.iter().find(|milestone| milestone.ends);
            let nine = || dates::add_months(state.terms.starts_on.or(met_on)?, 9);
            text(chosen.and_then(|end| end.on).or_else(nine)?.to_string())
        }
        // R50: the goal in front.
        "area.14.end_goal" => {
            let front = state.goals.iter().filter(|goal| goal.rank.is_some());
            text(front.min_by_key(|goal| goal.rank)?.title.clone())
        }
        _ => match &field.default {
            Some(Suggestion::Text(said)) if field.kind != Kind::Choice => {
                text(state.vocabulary.say(said).into_owned())
            }
            other => other.clone(),
        },
    }
}

/// What the answers of a section say, and the words that stand on paper.
pub(crate) fn sentence_view(
    state: &State,
    facts: &AgreementFacts,
    section: &Section,
) -> SentenceView {
    let generated = paper_of::sentence(facts, section);
    let own = state.sentences.get(&section.key);
    SentenceView {
        text: own.map_or_else(|| generated.clone(), |own| own.text.clone()),
        own: own.is_some(),
        differs: own.is_some_and(|own| own.of != generated),
        recorded: own.is_some(),
        generated,
    }
}

fn field_view(
    state: &State,
    recorded: &Recorded<'_, '_>,
    field: &Field,
    met_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<FieldView> {
    let mut options = field.options.clone();
    for option in &mut options {
        option.label = named(state, &option.label);
        option.detail = option.detail.as_deref().map(|text| named(state, text));
        option.text = option.text.as_deref().map(|text| named(state, text));
        option.sentence = option.sentence.as_deref().map(|text| named(state, text));
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
        suggestion: suggestion(state, met_on, field),
        cell: field.cell.as_ref().map(|place| Cell {
            row: named(state, &place.row),
            column: named(state, &place.column),
        }),
        about: field.about,
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
        | Kind::YesNo
        | Kind::Contact => sides(field).into_iter().any(|side| {
            let answered = state.answer(field, side).is_some();
            let id = crate::record::state::answer_id(&field.key, side);
            answered && (!field.prefilled || state.answers.contains_key(&id))
        }),
    })
}

pub(crate) fn goal_views(state: &State, today: NaiveDate) -> Vec<GoalView> {
    let set = |goal: &Goal| {
        let said = occasion::said(goal.occasion, goal.set_on)?;
        Some(state.vocabulary.say(&said).into_owned())
    };
    state
        .goals
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
            occasion: goal.occasion,
            on: goal.set_on.map(|date| words(today, date)),
            set: set(goal),
            ratings: GoalRatings {
                mentor: state.rating(&goal.id, Side::Mentor),
                mentee: state.rating(&goal.id, Side::Mentee),
            },
            state: goal.state,
            since: goal.state_on.map(|date| words(today, date)),
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
            ends: milestone.ends,
            date: milestone.on.map(|date| words(today, date)),
            evidence: milestone.evidence.clone(),
            rating: milestone.rating,
        })
        .collect()
}

/// The sections in the order in which they are asked: the areas in that of the two (R53).
fn in_order(state: &State) -> Vec<&'static Section> {
    let areas = state
        .order()
        .into_iter()
        .filter_map(|heading| match heading {
            Order::Area(key) => template().section(&key),
            Order::Own(_) => None,
        });
    template()
        .part(Part::Template)
        .chain(areas)
        .chain(template().part(Part::Clause))
        .collect()
}

/// The whole form (R28, R59 to R78).
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<AgreementView>> {
    let today = desk.now.date();
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let sessions = Sessions::load(tx, &part.relationship)?;
        let met_on = sessions.first_meeting();
        let form = Copy::of(&state)?;
        let facts = paper::facts_of(desk, &state)?;
        let notes: std::collections::BTreeMap<String, String> =
            part::notes(tx, &part.relationship)?.into_iter().collect();
        let recorded = Recorded::load(tx, &part.relationship)?;
        let sections = in_order(&state)
            .into_iter()
            .map(|section| {
                let sentence = SentenceView {
                    recorded: recorded.worded(section)?,
                    ..sentence_view(&state, &facts, section)
                };
                Ok(SectionView {
                    section: section.key.clone(),
                    part: section.part,
                    number: section.number.clone(),
                    title: state.title(section).into_owned(),
                    standard: state.renamed(section),
                    question: named(&state, &section.question),
                    guidance: form
                        .guidance(&section.key)
                        .map_or_else(|| named(&state, &section.guidance), str::to_owned),
                    why: named(&state, &section.why),
                    ask: section.ask.iter().map(|text| named(&state, text)).collect(),
                    example: section.example.clone(),
                    instruction: named(&state, &section.instruction),
                    asked_by: form.asked_by(&section.key),
                    standing: standing(&state, &section.key),
                    begun: begun(&state, section),
                    fields: section
                        .fields
                        .iter()
                        .map(|field| field_view(&state, &recorded, field, met_on, today))
                        .collect::<Result<_>>()?,
                    also: section.also.clone(),
                    // A clause is worded as a whole.
                    sentence: (section.part != Part::Clause && !sentence.text.is_empty())
                        .then_some(sentence),
                    private_note: notes.get(&section.key).cloned().unwrap_or_default(),
                })
            })
            .collect::<Result<_>>()?;
        Ok(Outcome::read(AgreementView {
            relationship: part.relationship.clone(),
            title: super::relationship::title(&state),
            sections,
            goals: goal_views(&state, today),
            milestones: milestone_views(&state.milestones, today),
            headings: heading_views(&state)?,
            order: section::order(&state),
            permissions: permission::views(&state, today),
            summary: paper_of::summary(&facts)
                .into_iter()
                .map(|line| SummaryView {
                    label: state.vocabulary.say(line.label).into_owned(),
                    text: line.text,
                    section: line.section,
                })
                .collect(),
            advice: advice_views(&state),
            mid_point: state
                .terms
                .mid_point()
                .or_else(|| Some(checkup::mid_point(&state, &sessions)?.on))
                .map(|date| words(today, date)),
            revisit_on: state.next_revisit().map(|date| words(today, date)),
            settled: super::relationship::settled(&state),
            missing: ready::missing(&state, &part.relationship)?,
        }))
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
