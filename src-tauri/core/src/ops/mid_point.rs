//! The mid-point evaluation (R116 to R121).

use super::checkup::{Looking, Meeting};
use super::{
    Desk, Outcome, address, checkup, contact, line, long_text, optional_line, plan, read_date,
    revisit, suggestion, version, words,
};
use crate::api::agreement::GoalRatings;
use crate::api::checkup::WhoLooksBack;
use crate::api::mid_point::{
    AgreeAnew, AnswerMidPoint, BookMidPoint, GoalThenNow, JudgeClause, Kept, MidPointAnswer,
    MidPointEvaluation, MidPointQuestion, MidPointSession, MidPointView, RateTrust, SignedClause,
    TrustView,
};
use crate::api::relationship::Which;
use crate::domain::activity::ActivityState;
use crate::domain::agreement_text::{Text, TextStanding};
use crate::domain::checkup::days::MidPoint;
use crate::domain::checkup::words as content;
use crate::domain::checkup::words::MidPointWords;
use crate::domain::dates;
use crate::domain::ids::{GoalId, HeadingId, RelationshipId, SessionId};
use crate::domain::session::Kind;
use crate::domain::shared as agreement_schema;
use crate::domain::shared::looking as schema;
use crate::domain::side::Side;
use crate::domain::trust::{self, RATINGS, Trust};
use crate::error::{Error, Result};
use crate::record::checkup::{mid_point, mid_point_session};
use crate::record::plan::{Activity, Plan};
use crate::record::state::{State, answer_id};
use crate::record::suggestion as suggestions;
use crate::record::versions::Versions;
use crate::store::shared::Row;
use crate::store::{Tx, checkup as store};
use chrono::NaiveDate;
use serde_json::{Value, json};

pub(crate) const CHANGED: &[&str] = &[
    "checkups",
    "sessions",
    "agreement",
    "today",
    "reminders",
    "relationships",
];

const fn kept_key(kept: Kept) -> &'static str {
    match kept {
        Kept::Kept => "kept",
        Kept::Partly => "partly",
        Kept::NotKept => "not_kept",
    }
}

fn kept_of(key: &str) -> Option<Kept> {
    [Kept::Kept, Kept::Partly, Kept::NotKept]
        .into_iter()
        .find(|kept| kept_key(*kept) == key)
}

/// The newest signed version's number and text.
pub(crate) fn signed_text(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Option<(u32, Text)>> {
    let versions = Versions::load(tx, relationship)?;
    match versions.newest_signed() {
        Some(signed) => Ok(Some((signed.number, version::text_of(signed)?))),
        None => Ok(None),
    }
}

fn questions(looking: &Looking) -> Vec<MidPointQuestion> {
    let state = &looking.opened.state;
    let own = |text: &str| state.vocabulary.say(text).into_owned();
    let question = |words: &MidPointWords| MidPointQuestion {
        number: words.number,
        key: words.key.clone(),
        part: words.part.clone(),
        each: MidPointQuestion::is_for_each(words.owner),
        question: own(&words.title),
        hint: own(&words.hint),
        answers: words
            .sides()
            .iter()
            .map(|side| MidPointAnswer {
                side: *side,
                name: side.map_or_else(
                    || "You both".to_owned(),
                    |side| state.person(side).name.clone(),
                ),
                text: looking
                    .back
                    .answers
                    .get(&answer_id(&words.key, *side))
                    .cloned()
                    .unwrap_or_default(),
            })
            .collect(),
    };
    content::words().mid_point.iter().map(question).collect()
}

fn clauses(looking: &Looking, text: &Text) -> Vec<SignedClause> {
    text.sections
        .iter()
        .filter(|section| section.standing == TextStanding::Agreed)
        .map(|section| {
            let judged = looking.back.clauses.get(&section.id);
            SignedClause {
                section: section.id.clone(),
                name: section.name(),
                signed: version::lines(Some(section)),
                kept: judged.and_then(|clause| kept_of(&clause.kept)),
                note: judged.map(|clause| clause.note.clone()).unwrap_or_default(),
                route: revisit::route(&looking.opened.relationship, section),
            }
        })
        .collect()
}

fn goals(state: &State, signed: Option<&Text>) -> Vec<GoalThenNow> {
    state
        .goals
        .iter()
        .map(|goal| GoalThenNow {
            goal: GoalId(goal.id.clone()),
            title: goal.title.clone(),
            measure: goal.measure.clone(),
            rank: goal.rank,
            then: signed
                .and_then(|text| text.goals.iter().find(|each| each.id == goal.id))
                .map(|then| GoalRatings {
                    mentor: then.ratings.mentor,
                    mentee: then.ratings.mentee,
                }),
            now: GoalRatings {
                mentor: state.rating(&goal.id, Side::Mentor),
                mentee: state.rating(&goal.id, Side::Mentee),
            },
        })
        .collect()
}

fn trust_view(trust: &Trust, shared: bool) -> TrustView {
    TrustView {
        rating: trust.rating,
        words: trust::words(trust.rating).to_owned(),
        note: trust.note.clone(),
        shared,
    }
}

fn status(
    looking: &Looking,
    mid: Option<MidPoint>,
    session: Option<&MidPointSession>,
    today: NaiveDate,
) -> String {
    if let Some(on) = looking.back.mid_point_on {
        return format!("You finished the evaluation on {}.", dates::long(on));
    }
    let Some(mid) = mid else {
        return "There is no mid-point yet: your agreement has no end date.".to_owned();
    };
    let window = format!("from {} to {}", dates::long(mid.opens), dates::long(mid.on));
    match session {
        Some(session) if session.held => format!("You met on {}.", session.date.words),
        Some(session) if session.in_window => {
            format!(
                "You meet on {}, {}.",
                session.date.words, session.date.relative
            )
        }
        Some(session) => format!(
            "You meet on {}. Between 40 and 50 percent of the term is {window}.",
            session.date.words
        ),
        None => format!(
            "A meeting fits {window}. {} is proposed, {}.",
            dates::long(mid.on),
            dates::relative(today, mid.on)
        ),
    }
}

fn left_words(days: Option<u32>, sessions: u32) -> String {
    let Some(days) = days else {
        return String::new();
    };
    let time = match days {
        0 => "Today is the last day of your term".to_owned(),
        1 => "1 day is left".to_owned(),
        2..14 => format!("{days} days are left"),
        _ => format!("{} weeks are left", days / 7),
    };
    match sessions {
        0 => format!("{time}, and no session is planned in them."),
        1 => format!("{time}, with 1 session planned."),
        _ => format!("{time}, with {sessions} sessions planned."),
    }
}

fn view(desk: &Desk<'_>, tx: &Tx<'_>, looking: &Looking, side: Side) -> Result<MidPointView> {
    let relationship = &looking.opened.relationship;
    let state = &looking.opened.state;
    let today = desk.now.date();
    let day = |date: NaiveDate| words(today, date);
    let mid = mid_point(state, &looking.sessions);
    let session = mid_point_session(&looking.sessions).map(|session| MidPointSession {
        session: SessionId(session.id.clone()),
        date: day(session.date()),
        held: session.is_held(),
        in_window: mid.is_some_and(|mid| mid.holds(session.date())),
    });
    let signed = signed_text(tx, relationship)?;
    let own_trust = match looking.back.trust(side) {
        Some(shared) => Some(trust_view(shared, true)),
        None => store::trust(tx, relationship, side)?.map(|own| trust_view(own.own(), false)),
    };
    let days_left = mid.and_then(|mid| mid.days_left(today));
    let ends = mid.map(|mid| mid.end);
    let planned = looking
        .sessions
        .upcoming(desk.now.utc())
        .filter(|session| ends.is_none_or(|end| session.date() <= end))
        .count();
    let sessions_left = u32::try_from(planned).unwrap_or(u32::MAX);
    let waiting = suggestions::open(&suggestions::all(tx, relationship)?).count();
    Ok(MidPointView {
        opens: mid.map(|mid| day(mid.opens)),
        on: mid.map(|mid| day(mid.on)),
        ends: ends.map(day),
        notices: mid
            .map(|mid| mid.notices().into_iter().map(day).collect())
            .unwrap_or_default(),
        status: status(looking, mid, session.as_ref(), today),
        open_now: mid.is_some_and(|mid| mid.holds(today)),
        session,
        place_tip: content::place_tip("mid_point", state.terms.mode.as_deref())
            .unwrap_or_default()
            .to_owned(),
        own_trust,
        other_trust: looking
            .back
            .trust(side.other())
            .map(|shared| trust_view(shared, true)),
        other_name: state.person(side.other()).name.clone(),
        questions: questions(looking),
        version: signed.as_ref().map(|(number, _)| *number),
        clauses: signed
            .as_ref()
            .map(|(_, text)| clauses(looking, text))
            .unwrap_or_default(),
        goals: goals(state, signed.as_ref().map(|(_, text)| text)),
        days_left,
        sessions_left,
        left_words: left_words(days_left, sessions_left),
        not_started: not_started(tx, relationship)?,
        suggestions: u32::try_from(waiting).unwrap_or(u32::MAX),
        commitments: revisit::commitments(looking, "mid_point", today),
        finished: looking.back.mid_point_on.map(day),
        plan_version: looking.back.plan_version,
    })
}

/// Activities of the plan that are not started (R119).
fn not_started(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<String>> {
    let plan = Plan::load(tx, relationship)?;
    let open = |each: &&Activity| each.state == ActivityState::NotStarted;
    Ok(plan
        .activities
        .iter()
        .filter(open)
        .map(|each| each.title.clone())
        .collect())
}

fn answered(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    side: Side,
) -> Result<Outcome<MidPointView>> {
    let looking = Looking::of(tx, relationship)?;
    Ok(Outcome::changed(view(desk, tx, &looking, side)?, CHANGED))
}

/// The mid-point, with the signed sections beside the question how they were kept.
pub(crate) fn get(desk: &Desk<'_>, request: WhoLooksBack) -> Result<Outcome<MidPointView>> {
    desk.store.read(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        Ok(Outcome::read(view(desk, tx, &looking, side)?))
    })
}

/// Books the mid-point meeting, on the mid-point itself where no day is said (R116).
pub(crate) fn book(desk: &Desk<'_>, request: BookMidPoint) -> Result<Outcome<MidPointView>> {
    let at = contact::read_time("at", &request.at)?;
    let on = request
        .on
        .as_deref()
        .map(|on| read_date("on", on))
        .transpose()?;
    let method = request
        .method
        .as_deref()
        .map(|method| optional_line("method", "method", method))
        .transpose()?;
    let place = request
        .place
        .as_deref()
        .map(|place| address("place", "place", place))
        .transpose()?;
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(None)?;
        let state = &looking.opened.state;
        let on = match on.or_else(|| mid_point(state, &looking.sessions).map(|mid| mid.on)) {
            Some(on) => on,
            None => {
                return Err(Error::field(
                    "no_mid_point",
                    "on",
                    "There is no mid-point to propose a day: your agreement has no end date. Nothing was changed. Give the day yourself.",
                ));
            }
        };
        let meeting = Meeting {
            kind: Kind::MidPoint,
            on,
            at,
            minutes: request.minutes,
            method,
            place,
            topic: "Mid-point: what we set out to do, and where we go from here".to_owned(),
        };
        let mut pen = looking.opened.pen(tx, desk, "booking the mid-point meeting");
        checkup::book(&mut pen, &looking, meeting)?;
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

/// Answers a question (R117, R119, R120).
pub(crate) fn answer(desk: &Desk<'_>, request: AnswerMidPoint) -> Result<Outcome<MidPointView>> {
    let text = long_text("text", "answer", &request.text)?;
    let question = content::words().mid_point(&request.question).ok_or_else(|| {
        Error::field(
            "not_found",
            "question",
            "There is no such question. Nothing was changed. mid_point.get lists them with their keys.",
        )
    })?;
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        let whose = MidPointQuestion::is_for_each(question.owner).then_some(side);
        let mut pen = looking
            .opened
            .pen(tx, desk, format!("answering “{}”", question.title))
            .typing();
        pen.set(
            &schema::MID_POINT_ANSWER,
            &answer_id(&question.key, whose),
            "text",
            Value::from(text),
        )?;
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

/// Says how the two kept a section of what they signed (R117).
pub(crate) fn judge(desk: &Desk<'_>, request: JudgeClause) -> Result<Outcome<MidPointView>> {
    let note = request
        .note
        .as_deref()
        .map(|note| long_text("note", "note", note))
        .transpose()?;
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(None)?;
        let signed = signed_text(tx, &looking.opened.relationship)?;
        let section = signed
            .as_ref()
            .and_then(|(_, text)| text.section(&request.section))
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "section",
                    "This section is not in what you both signed. Nothing was changed. mid_point.get lists the signed sections.",
                )
            })?;
        let deed = format!("saying how you kept “{}”", section.title);
        let mut pen = looking.opened.pen(tx, desk, deed);
        let kept = Value::from(request.kept.map_or("", kept_key));
        pen.set(&schema::MID_POINT_CLAUSE, &section.id, "kept", kept)?;
        if let Some(note) = note {
            pen.set(&schema::MID_POINT_CLAUSE, &section.id, "note", Value::from(note))?;
        }
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

fn not_shared(looking: &Looking, side: Side) -> Result<()> {
    if looking.back.trust(side).is_none() {
        return Ok(());
    }
    Err(Error::field(
        "shared",
        "side",
        format!(
            "{} has shared this rating, and both of you have it. Nothing was changed.",
            looking.opened.state.person(side).name
        ),
    ))
}

/// Keeps a trust rating, for nobody else to see (R116).
pub(crate) fn rate(desk: &Desk<'_>, request: RateTrust) -> Result<Outcome<MidPointView>> {
    let note = long_text("note", "note", request.note.as_deref().unwrap_or_default())?;
    if !RATINGS.contains(&request.rating) {
        return Err(Error::field(
            "out_of_range",
            "rating",
            "Trust is rated from 1, hardly yet, to 5, fully. Nothing was changed. Choose one of these numbers.",
        ));
    }
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        not_shared(&looking, side)?;
        let trust = Trust {
            rating: request.rating,
            note,
        };
        store::keep_trust(tx, &looking.opened.relationship, side, Some(&trust))?;
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

/// Shares a trust rating. What has been read cannot be unread, so this is not undone.
pub(crate) fn share_trust(desk: &Desk<'_>, request: WhoLooksBack) -> Result<Outcome<MidPointView>> {
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        not_shared(&looking, side)?;
        let relationship = &looking.opened.relationship;
        let Some(own) = store::trust(tx, relationship, side)? else {
            return Err(Error::refused(
                "empty",
                "There is no rating yet. Nothing was shared. Give one from 1 to 5 first.",
            ));
        };
        store::keep_trust(tx, relationship, side, None)?;
        let trust = own.share();
        let mut row = Row::new();
        row.insert("rating".to_owned(), json!(i64::from(trust.rating)));
        row.insert("note".to_owned(), json!(trust.note));
        let name = &looking.opened.state.person(side).name;
        let mut pen = looking
            .opened
            .pen(tx, desk, format!("sharing the trust of {name}"));
        pen.create(&schema::MID_POINT_TRUST, side.key(), row)?;
        pen.for_good()?;
        answered(desk, tx, relationship, side)
    })
}

/// Makes a new agreement a suggestion for a section, or a heading of the two's own (R120). It is part of the
/// next version, and so an amendment.
pub(crate) fn agree(desk: &Desk<'_>, request: AgreeAnew) -> Result<Outcome<MidPointView>> {
    let said = long_text("words", "agreement", &request.words)?;
    if said.trim().is_empty() {
        return Err(Error::field(
            "empty",
            "words",
            "There are no words yet. Nothing was changed. Write what you agree anew.",
        ));
    }
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        let mut pen = looking.opened.pen(tx, desk, "agreeing something anew");
        match request.section.as_deref() {
            Some(section) => {
                let place = revisit::place_of(desk, &looking, section)?;
                let proposal = suggestion::Proposal {
                    place,
                    value: Value::from(said),
                    side,
                    comment: String::new(),
                    answers: None,
                };
                suggestion::propose(tx, desk, &looking.opened, &mut pen, proposal)?;
            }
            None => {
                let state = &looking.opened.state;
                let title = request
                    .title
                    .clone()
                    .unwrap_or_else(|| "Agreed at the mid-point".to_owned());
                let title = line("title", "heading", &title)?;
                let places = state.positions.values().copied();
                let last = places
                    .chain(state.headings.iter().map(|own| own.position))
                    .max();
                let mut row = Row::new();
                row.insert("title".to_owned(), json!(title));
                row.insert("text".to_owned(), json!(said));
                row.insert("standing".to_owned(), json!("open"));
                row.insert(
                    "position".to_owned(),
                    json!(last.map_or(0, |last| last.saturating_add(1))),
                );
                pen.create(&agreement_schema::HEADING, HeadingId::new().as_str(), row)?;
            }
        }
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

/// The two have finished the evaluation (R121). The plan as it stands is kept as its next version (R119).
pub(crate) fn finish(desk: &Desk<'_>, request: Which) -> Result<Outcome<MidPointView>> {
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(None)?;
        let mut pen = looking
            .opened
            .pen(tx, desk, "finishing the mid-point evaluation");
        let today = Value::from(desk.now.date().to_string());
        pen.set(&schema::MID_POINT, "mid_point", "finished_on", today)?;
        let current = Plan::load(tx, &looking.opened.relationship)?;
        if !current.goals.is_empty() {
            let number = plan::keep(&mut pen, &current, desk.now.date())?;
            let number = Value::from(i64::from(number));
            pen.set(&schema::MID_POINT, "mid_point", "plan_version", number)?;
        }
        answered(desk, tx, &looking.opened.relationship, side)
    })
}

/// The evaluation as a text for the coordinator: names, dates and the summing-up (R121, C23). Nothing is sent.
pub(crate) fn evaluation(desk: &Desk<'_>, request: Which) -> Result<Outcome<MidPointEvaluation>> {
    desk.store.read(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let state = &looking.opened.state;
        let summed = looking
            .back
            .answers
            .get("evaluation")
            .cloned()
            .unwrap_or_default();
        if summed.trim().is_empty() {
            return Err(Error::refused(
                "empty",
                "The evaluation has no words yet. Nothing was made. Sum up the first half first.",
            ));
        }
        let mut lines = vec![
            format!(
                "Mid-point evaluation: {} and {}",
                state.mentee.name, state.mentor.name
            ),
            format!("Mentee: {}", state.mentee.name),
            format!("Mentor: {}", state.mentor.name),
        ];
        if !state.programme.is_empty() {
            lines.push(format!("Programme: {}", state.programme));
        }
        if let Some(mid) = mid_point(state, &looking.sessions) {
            lines.push(format!(
                "Term: {} to {}",
                dates::long(mid.start),
                dates::long(mid.end)
            ));
        }
        if let Some(session) = mid_point_session(&looking.sessions).filter(|each| each.is_held()) {
            lines.push(format!(
                "Mid-point meeting: {}",
                dates::long(session.date())
            ));
        }
        if let Some(on) = looking.back.mid_point_on {
            lines.push(format!("Evaluated: {}", dates::long(on)));
        }
        let text = format!("{}\n\n{}\n", lines.join("\n"), summed.trim());
        let own = state.vocabulary.say(&text).into_owned();
        Ok(Outcome::read(MidPointEvaluation {
            name: "mid-point-evaluation.txt".to_owned(),
            text: own,
        }))
    })
}
