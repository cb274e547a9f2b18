//! How the two meet: where, when, how long, how often (R30, R90, R141); and what is said when the pace cannot be kept
//! (R130).

use super::series::pattern_words;
use super::{Opened, answer, row};
use crate::api::relationship::Which;
use crate::api::session::Sessions as SessionsView;
use crate::api::session_plan::{
    AnswerPace, PaceAnswer, PaceTalk, PatternPreset, PatternView, SetPattern, TellPace,
};
use crate::domain::ids::PaceTalkId;
use crate::domain::moment::Moment;
use crate::domain::shared::sessions as schema;
use crate::domain::template::template;
use crate::domain::terms::{Pattern, Terms, Unit};
use crate::error::{Error, Result};
use crate::ops::answer::{find_field, put, read};
use crate::ops::contact::lines;
use crate::ops::{Desk, Outcome, long_text, read_past, words};
use crate::record::Pen;
use crate::record::session_plan::Pace;
use crate::record::state::State;
use serde_json::{Value, json};

/// The three presets (R141).
const PRESETS: [&str; 3] = ["monthly_60", "fortnightly_30", "six_weeks_90"];

const CHANGED: &[&str] = &["sessions", "agreement", "relationships", "today"];

fn preset(cadence: &str) -> Option<Pattern> {
    let terms = Terms {
        cadence: Some(cadence.to_owned()),
        ..Terms::default()
    };
    PRESETS.contains(&cadence).then(|| terms.pattern())?
}

fn presets() -> Vec<PatternPreset> {
    let field = template().field("template.5.cadence");
    PRESETS
        .into_iter()
        .filter_map(|cadence| {
            let pattern = preset(cadence)?;
            Some(PatternPreset {
                cadence: cadence.to_owned(),
                words: field
                    .and_then(|field| field.option(cadence))
                    .map_or_else(|| pattern_words(&pattern), |option| option.label.clone()),
                count: pattern.count,
                unit: pattern.unit,
                minutes: pattern.minutes,
                minutes_a_month: pattern.minutes_a_month(),
            })
        })
        .collect()
}

fn view(state: &State) -> PatternView {
    let pattern = state.terms.pattern();
    PatternView {
        cadence: state.terms.cadence.clone(),
        count: pattern.map(|pattern| pattern.count),
        unit: pattern.map(|pattern| pattern.unit),
        minutes: pattern.map(|pattern| pattern.minutes),
        minutes_a_month: pattern.map(|pattern| pattern.minutes_a_month()),
        words: pattern.as_ref().map(pattern_words),
        when: state.terms.meeting_when.clone().unwrap_or_default(),
        place: state.terms.meeting_place.clone().unwrap_or_default(),
        why_change: lines(state, &["area.2.why_change"]).into_iter().next(),
        presets: presets(),
    }
}

/// The pattern.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<PatternView>> {
    desk.store.read(|tx| {
        let opened = crate::ops::Opened::of(tx, &request.relationship)?;
        Ok(Outcome::read(view(&opened.state)))
    })
}

fn unit_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
    }
}

/// Gives answers of the agreement's section on meetings, in one deed.
fn give(pen: &mut Pen<'_, '_>, state: &State, answers: Vec<(&str, &str, Value)>) -> Result<()> {
    for (name, key, value) in answers {
        let field = find_field(key, None)?;
        let answer = read(name, field, value)?;
        put(pen, state, field, None, answer.as_ref())?;
    }
    Ok(())
}

fn pattern_answers(
    cadence: Option<&str>,
    count: Option<u32>,
    unit: Option<Unit>,
    minutes: Option<u32>,
) -> Vec<(&'static str, &'static str, Value)> {
    // Numbers without a preset are a rhythm of their own.
    let own = cadence.is_none() && (count.is_some() || unit.is_some() || minutes.is_some());
    let cadence = cadence.or(own.then_some("own"));
    [
        ("cadence", "template.5.cadence", cadence.map(Value::from)),
        ("count", "template.5.interval_count", count.map(Value::from)),
        (
            "unit",
            "template.5.interval_unit",
            unit.map(|unit| Value::from(unit_key(unit))),
        ),
        (
            "minutes",
            "template.5.meeting_minutes",
            minutes.map(Value::from),
        ),
    ]
    .into_iter()
    .filter_map(|(name, key, value)| Some((name, key, value?)))
    .collect()
}

/// Sets the pattern by its four questions (R90). The agreement's section is open again where it was agreed.
pub(crate) fn set(desk: &Desk<'_>, request: SetPattern) -> Result<Outcome<PatternView>> {
    desk.store.write(|tx| {
        let opened = crate::ops::Opened::of(tx, &request.relationship)?;
        let mut answers = pattern_answers(
            request.cadence.as_deref(),
            request.count,
            request.unit,
            request.minutes,
        );
        for (name, key, value) in [
            ("when", "template.5.when", request.when),
            ("place", "template.5.place", request.place),
        ] {
            if let Some(value) = value {
                answers.push((name, key, Value::from(value)));
            }
        }
        let mut pen = opened.pen(tx, desk, "changing how you meet");
        give(&mut pen, &opened.state, answers)?;
        let state = State::load(tx, &opened.relationship)?;
        Ok(Outcome::changed(view(&state), CHANGED))
    })
}

/// A talk about the pace, as it is shown.
pub(super) fn talk(opened: &Opened, pace: &Pace, now: &Moment) -> PaceTalk {
    PaceTalk {
        id: PaceTalkId(pace.id.clone()),
        side: pace.side,
        name: opened.state.person(pace.side).name.clone(),
        on: words(now.date(), pace.on),
        note: pace.note.clone(),
        pattern: pace
            .pattern
            .as_ref()
            .map_or_else(String::new, pattern_words),
        answer: match pace.state.as_str() {
            "agreed" => Some(PaceAnswer::Agreed),
            "kept" => Some(PaceAnswer::Kept),
            _ => None,
        },
    }
}

/// Writes down that the pace cannot be kept, and which one could (R130).
pub(crate) fn tell(desk: &Desk<'_>, request: TellPace) -> Result<Outcome<SessionsView>> {
    let today = desk.now.date();
    let on = match request.on.as_deref() {
        Some(on) => read_past("on", on, today)?,
        None => today,
    };
    let note = long_text("note", "note", request.note.as_deref().unwrap_or_default())?;
    let own = match (request.count, request.unit, request.minutes) {
        (Some(count @ 1..=52), Some(unit), Some(minutes @ 5..=600)) => Some(Pattern {
            count,
            unit,
            minutes,
        }),
        _ => None,
    };
    let pattern = match request.cadence.as_str() {
        "own" => own,
        cadence => preset(cadence),
    }
    .ok_or_else(|| {
        Error::field(
            "invalid",
            "cadence",
            format!(
                "A pattern is one of {}, or own with count, unit and minutes. Nothing was changed. Name the one that you could keep.",
                PRESETS.join(", ")
            ),
        )
    })?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let side = request.side.unwrap_or(opened.side());
        let fields = row(json!({
            "position": opened.paces.iter().map(|other| other.position + 1).max().unwrap_or_default(),
            "side": side.key(),
            "on_date": on.to_string(),
            "note": note,
            "cadence": request.cadence,
            "interval_count": pattern.count,
            "interval_unit": unit_key(pattern.unit),
            "minutes": pattern.minutes,
        }));
        let mut pen = opened.pen(tx, desk, "saying that the pace cannot be kept");
        pen.create(&schema::PACE_TALK, PaceTalkId::new().as_str(), fields)?;
        answer(tx, &opened.relationship, &desk.now, None)
    })
}

/// Writes down what the two decided. Agreed, the pattern of the agreement is the proposed one.
pub(crate) fn decide(desk: &Desk<'_>, request: AnswerPace) -> Result<Outcome<SessionsView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let pace = opened
            .paces
            .iter()
            .find(|pace| pace.id == request.talk.as_str())
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "talk",
                    "This talk is not here any more. Nothing was changed. Choose one from the list.",
                )
            })?;
        let mut pen = opened.pen(tx, desk, "deciding about the pace");
        let state = match request.answer {
            PaceAnswer::Agreed => "agreed",
            PaceAnswer::Kept => "kept",
        };
        pen.set(&schema::PACE_TALK, &pace.id, "state", Value::from(state))?;
        if let (PaceAnswer::Agreed, Some(pattern)) = (request.answer, pace.pattern) {
            let own = pace.cadence == "own";
            let answers = pattern_answers(
                Some(&pace.cadence),
                own.then_some(pattern.count),
                own.then_some(pattern.unit),
                own.then_some(pattern.minutes),
            );
            give(&mut pen, &opened.state, answers)?;
        }
        let mut outcome = answer(tx, &opened.relationship, &desk.now, None)?;
        outcome.changed = CHANGED;
        Ok(outcome)
    })
}
