//! The closing conversation, and what becomes of the relationship after it: closed, reopened, extended (R122
//! to R127).

use super::closing_facts::facts;
use super::{Desk, Outcome, find_own, long_text, optional_line, read_date, words};
use crate::api::closing::{
    AnswerClosing, ClosingAnswer, ClosingQuestion, ClosingStep, ClosingView, CultureIdeas,
    CultureWay, HelpCulture, PlanStayInTouch, StayInTouch, TouchInterval,
};
use crate::api::relationship::Which;
use crate::domain::closing::{self as end, AnswerKind, Question, Step};
use crate::domain::dates;
use crate::domain::session::Kind;
use crate::domain::shared::ends as schema;
use crate::domain::side::{Role, Side};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::closing::{Closing, StepRow};
use crate::record::session::Sessions;
use crate::record::state::{State, answer_id};
use crate::store::Tx;
use crate::store::part::PartRow;
use chrono::NaiveDate;
use serde_json::{Value, json};

pub(crate) const CHANGED: &[&str] = &[
    "closing",
    "relationships",
    "agreement",
    "today",
    "reminders",
    "journey",
];

/// Where ways to help and ideas of their own are kept among the answers.
const WAYS: &str = "culture";
const OWN_IDEAS: &str = "culture_own";
const MOST_IDEAS: usize = 20;

pub(crate) fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

fn question_view(
    closing: &Closing,
    state: &State,
    role: Role,
    question: &Question,
) -> ClosingQuestion {
    let partner = match role.side() {
        Some(side) => first(&state.person(side.other()).name).to_owned(),
        None => "the other".to_owned(),
    };
    ClosingQuestion {
        question: question.key.clone(),
        group: question.group,
        kind: question.kind,
        label: question.label.clone(),
        prompt: state
            .vocabulary
            .say(&question.prompt)
            .replace("{partner}", &partner),
        answers: [Side::Mentee, Side::Mentor]
            .map(|side| ClosingAnswer {
                side,
                name: state.person(side).name.clone(),
                text: closing.answer(&question.key, side).to_owned(),
            })
            .into(),
    }
}

fn step_view(state: &State, step: &StepRow) -> ClosingStep {
    let day = step.on.map_or_else(String::new, dates::long);
    let who = step
        .side
        .map_or("Somebody", |side| first(&state.person(side).name));
    let before = |then: &str| {
        step.before.map_or_else(String::new, |before| {
            format!("{then}{}", dates::long(before))
        })
    };
    ClosingStep {
        what: step.what,
        words: match step.what {
            Step::Closed => format!("Closed on {day}"),
            Step::Ended => format!("Ended without fault on {day}"),
            Step::Reopened => format!("{who} reopened it on {day}"),
            Step::Extended => format!("Extended to {day}{}", before("; before, the end was ")),
            Step::FinishedEarly => {
                format!(
                    "Brought to an earlier end, {day}{}",
                    before("; before, it was ")
                )
            }
        },
        reason: step.reason.clone(),
    }
}

fn stay_view(closing: &Closing, today: NaiveDate) -> StayInTouch {
    let touches = closing.touches(today);
    let next = touches.and_then(|touches| touches.next(today));
    let ideas = lines(&closing.stay.ideas);
    let mut said = Vec::new();
    if !ideas.is_empty() {
        said.push(ideas.join("; "));
    }
    if let Some(touches) = touches {
        said.push(match next {
            Some(next) => format!("{}, next on {}", touches.words(), dates::long(next)),
            None => touches.words(),
        });
    }
    StayInTouch {
        every: touches.map(|touches| TouchInterval {
            count: touches.count,
            unit: touches.unit,
        }),
        first: closing.stay.first_on.map(|on| words(today, on)),
        remind: closing.stay.remind,
        next: next.map(|on| words(today, on)),
        words: said.join(". "),
        ideas,
    }
}

/// What is still empty, in the order of the conversation; none of it is asked for.
fn open(closing: &Closing) -> Vec<String> {
    let mut open: Vec<String> = end::words()
        .questions
        .iter()
        .filter(|question| {
            Side::BOTH
                .iter()
                .all(|side| closing.answer(&question.key, *side).is_empty())
        })
        .map(|question| question.label.clone())
        .collect();
    if closing.stay.ideas.is_empty() && closing.stay.count.is_none() {
        open.push("How you stay in touch".to_owned());
    }
    open
}

/// The end of a relationship, as far as it has come.
pub(crate) fn view(
    tx: &Tx<'_>,
    part: &PartRow,
    role: Role,
    today: NaiveDate,
) -> Result<ClosingView> {
    let state = State::load(tx, &part.relationship)?;
    let closing = Closing::load(tx, &part.relationship)?;
    let ticked = |way: &str, side: Side| {
        lines(closing.answer(WAYS, side))
            .iter()
            .any(|ticked| ticked == way)
    };
    Ok(ClosingView {
        standing: closing.standing,
        on: closing.on.map(|on| words(today, on)),
        badge: end::badge(closing.standing, closing.on),
        sentence: end::sentence(closing.standing, closing.on),
        ends_on: state.terms.ends_on.map(|on| words(today, on)),
        meeting: Sessions::load(tx, &part.relationship)?
            .all()
            .iter()
            .rfind(|session| {
                session.kind == Kind::Closing && (session.is_open() || session.is_held())
            })
            .map(|session| words(today, session.date())),
        facts: facts(tx, &part.relationship, &state, today)?,
        questions: end::words()
            .questions
            .iter()
            .map(|question| question_view(&closing, &state, role, question))
            .collect(),
        culture: end::words()
            .culture
            .iter()
            .map(|help| CultureWay {
                way: help.key.clone(),
                label: state.vocabulary.say(&help.label).into_owned(),
                ticked: [Side::Mentee, Side::Mentor]
                    .into_iter()
                    .filter(|side| ticked(&help.key, *side))
                    .collect(),
            })
            .collect(),
        culture_ideas: [Side::Mentee, Side::Mentor]
            .map(|side| CultureIdeas {
                side,
                name: state.person(side).name.clone(),
                ideas: lines(closing.answer(OWN_IDEAS, side)),
            })
            .into(),
        stay_in_touch: stay_view(&closing, today),
        steps: closing
            .steps
            .iter()
            .map(|step| step_view(&state, step))
            .collect(),
        open: open(&closing),
    })
}

pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<ClosingView>> {
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        Ok(Outcome::read(view(tx, &part, role, desk.now.date())?))
    })
}

/// Whose answer it is: as said, else the owner's.
pub(crate) fn side_or_own(side: Option<Side>, role: Role) -> Result<Side> {
    side.or_else(|| role.side())
        .ok_or_else(|| Error::Internal("a deed of one of the two has a side".to_owned()))
}

fn find_question(key: &str) -> Result<&'static Question> {
    end::words()
        .questions
        .iter()
        .find(|question| question.key == key)
        .ok_or_else(|| {
            let known: Vec<_> = end::words()
                .questions
                .iter()
                .map(|question| question.key.as_str())
                .collect();
            Error::field(
                "not_found",
                "question",
                format!(
                    "The closing conversation has no question “{}”. Nothing was changed. There are: {}.",
                    super::glimpse(key),
                    known.join(", ")
                ),
            )
        })
}

fn read_answer(question: &Question, answer: &Value) -> Result<String> {
    let text = match answer {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Null => String::new(),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            return Err(Error::field(
                "invalid",
                "answer",
                "An answer is a text, or a number from 1 to 5 for a scale. Nothing was changed.",
            ));
        }
    };
    match question.kind {
        AnswerKind::Text => long_text("answer", &question.label, &text),
        AnswerKind::Scale if text.is_empty() || matches!(text.parse(), Ok(1..=5)) => Ok(text),
        AnswerKind::Scale => Err(Error::field(
            "out_of_range",
            "answer",
            "The scale goes from 1 to 5. Nothing was changed. Choose one of these numbers.",
        )),
    }
}

/// Answers a question of the closing conversation.
pub(crate) fn answer(desk: &Desk<'_>, request: AnswerClosing) -> Result<Outcome<ClosingView>> {
    let question = find_question(&request.question)?;
    let text = read_answer(question, &request.answer)?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let side = side_or_own(request.side, role)?;
        let state = State::load(tx, &part.relationship)?;
        let deed = format!(
            "answering “{}” for {}",
            question.label,
            state.person(side).name
        );
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed).typing();
        pen.set(
            &schema::CLOSING_ANSWER,
            &answer_id(&question.key, Some(side)),
            "text",
            Value::from(text),
        )?;
        Ok(Outcome::changed(
            view(tx, &part, role, desk.now.date())?,
            CHANGED,
        ))
    })
}

fn read_ideas(field: &str, ideas: &[String]) -> Result<String> {
    if ideas.len() > MOST_IDEAS {
        return Err(Error::field(
            "too_many",
            field,
            format!(
                "There is room for {MOST_IDEAS} ideas. Nothing was changed. Keep the ones that matter."
            ),
        ));
    }
    let read: Vec<String> = ideas
        .iter()
        .map(|idea| optional_line(field, "idea", idea))
        .collect::<Result<_>>()?;
    Ok(lines(&read.join("\n")).join("\n"))
}

/// Ticks what somebody will do to help mentoring along (R126).
pub(crate) fn help(desk: &Desk<'_>, request: HelpCulture) -> Result<Outcome<ClosingView>> {
    let known = &end::words().culture;
    for way in &request.ways {
        if !known.iter().any(|help| help.key == *way) {
            let keys: Vec<_> = known.iter().map(|help| help.key.as_str()).collect();
            return Err(Error::field(
                "not_found",
                "ways",
                format!(
                    "There is no way to help called “{}”. Nothing was changed. There are: {}; everything else is an idea of your own.",
                    super::glimpse(way),
                    keys.join(", ")
                ),
            ));
        }
    }
    let ways: Vec<&str> = known
        .iter()
        .map(|help| help.key.as_str())
        .filter(|key| request.ways.iter().any(|way| way == key))
        .collect();
    let own = request
        .own
        .as_deref()
        .map(|own| read_ideas("own", own))
        .transpose()?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let side = side_or_own(request.side, role)?;
        let mut pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            "choosing how you help mentoring along",
        );
        let mut keep = |list: &str, text: String| {
            let id = answer_id(list, Some(side));
            pen.set(&schema::CLOSING_ANSWER, &id, "text", Value::from(text))
        };
        keep(WAYS, ways.join("\n"))?;
        if let Some(own) = own {
            keep(OWN_IDEAS, own)?;
        }
        Ok(Outcome::changed(
            view(tx, &part, role, desk.now.date())?,
            CHANGED,
        ))
    })
}

/// Plans how the two stay in touch; also after the end (R125).
pub(crate) fn stay_in_touch(
    desk: &Desk<'_>,
    request: PlanStayInTouch,
) -> Result<Outcome<ClosingView>> {
    let ideas = request
        .ideas
        .as_deref()
        .map(|ideas| read_ideas("ideas", ideas))
        .transpose()?;
    if let Some(every) = request.every
        && !(1..=120).contains(&every.count)
    {
        return Err(Error::field(
            "out_of_range",
            "every",
            "The interval goes from 1 to 120. Nothing was changed. Choose a number between the two.",
        ));
    }
    let first_on = match request.first.as_deref().map(str::trim) {
        None => None,
        Some("") => Some(None),
        Some(on) => Some(Some(read_date("first", on)?)),
    };
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let mut pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            "planning how you stay in touch",
        );
        let mut keep =
            |field: &str, value: Value| pen.set(&schema::STAY_IN_TOUCH, "plan", field, value);
        if let Some(ideas) = ideas {
            keep("ideas", Value::from(ideas))?;
        }
        if let Some(every) = request.every {
            keep("count", Value::from(every.count))?;
            keep("unit", Value::from(every.unit.key()))?;
        }
        if let Some(first) = first_on {
            keep("first_on", json!(first.map(|on| on.to_string())))?;
        }
        let remind = request
            .remind
            .or_else(|| request.every.is_some().then_some(true));
        if let Some(remind) = remind {
            keep("remind", Value::from(i64::from(remind)))?;
        }
        Ok(Outcome::changed(
            view(tx, &part, role, desk.now.date())?,
            CHANGED,
        ))
    })
}
