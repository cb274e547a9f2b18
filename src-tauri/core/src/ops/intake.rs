//! How the two come together: matched, by request or by themselves; at the induction or waiting (R1, R2,
//! R131). What follows from a request after ten days is told, and left to the two.

use super::contact::{read_time, suits};
use super::contact_facts::ContactFacts;
use super::contact_view::state_words;
use super::escalation::office_address;
use super::relationship::view;
use super::{
    Desk, Outcome, address, find, long_text, optional_line, read_date, read_past, session, words,
};
use crate::api::closing::LetterDraft;
use crate::api::intake::{
    ChangeIntake, ChooseAfterRequest, FirstContact, FirstMeetingView, IntakeKind, IntakeView,
    NewFirstMeeting, NewIntake, OfferedChoice, ReplyToRequest, RequestChosen, RequestReply,
    SetFirstMeeting,
};
use crate::api::relationship::RelationshipView;
use crate::domain::contact_state::ContactState;
use crate::domain::ids::RelationshipId;
use crate::domain::intake::{self as rule, RequestChoice, RequestState};
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::domain::side::Role;
use crate::domain::zone::Zone;
use crate::domain::{dates, first_contact};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::setup::{self, FirstMeeting, Intake};
use crate::record::state::State;
use crate::store::Tx;
use crate::store::shared::Row;
use chrono::NaiveDate;
use serde_json::{Value, json};

const CHANGED: &[&str] = &["relationships", "today", "agreement"];

/// The rows of a new relationship: how the two came together, and the meeting they fixed.
#[derive(Debug, Default)]
pub(crate) struct IntakeRows {
    pub intake: Row,
    pub meeting: Option<Row>,
}

fn row(value: Value) -> Row {
    match value {
        Value::Object(row) => row,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Row::new()
        }
    }
}

/// Reads what was said when the relationship was set up.
pub(crate) fn read_new(new: Option<&NewIntake>, now: &Moment) -> Result<IntakeRows> {
    let Some(new) = new else {
        return Ok(IntakeRows {
            intake: row(json!({"kind": "matched", "reply": ""})),
            meeting: None,
        });
    };
    let asked = new.kind == IntakeKind::Request;
    let asked_on = match (asked, new.asked_on.as_deref()) {
        (true, Some(on)) => Some(read_past("intake.askedOn", on, now.date())?),
        (true, None) => Some(now.date()),
        (false, _) => None,
    };
    let message = long_text(
        "intake.message",
        "message",
        new.message.as_deref().unwrap_or_default(),
    )?;
    let meeting = match (&new.meeting, new.together, new.skip_meeting) {
        (Some(meeting), _, _) => Some(read_meeting("intake.meeting.", meeting, now)?),
        (None, Some(true), Some(true)) => Some(row(json!({"state": "skipped"}))),
        (None, Some(true), _) => {
            return Err(Error::field(
                "empty",
                "intake.meeting",
                "You are both here, so this is the moment to fix your next meeting. Nothing was changed. Enter its date and time, or say that you leave it for later.",
            ));
        }
        (None, _, _) => None,
    };
    Ok(IntakeRows {
        intake: row(json!({
            "kind": new.kind.key(),
            "together": new.together.map(i64::from),
            "asked_on": asked_on.map(|on| on.to_string()),
            "message": message,
            "reply": if asked { "open" } else { "" },
        })),
        meeting,
    })
}

fn read_meeting(at: &str, new: &NewFirstMeeting, now: &Moment) -> Result<Row> {
    let field = |name: &str| format!("{at}{name}");
    let on = read_date(&field("on"), &new.on)?;
    if on < now.date() {
        return Err(Error::field(
            "in_the_past",
            &field("on"),
            format!(
                "{} has been. Nothing was changed. Enter the day on which you meet next.",
                dates::long(on)
            ),
        ));
    }
    let time = read_time(&field("at"), &new.at)?;
    let method = optional_line(
        &field("method"),
        "way to meet",
        new.method.as_deref().unwrap_or_default(),
    )?;
    let place = address(
        &field("place"),
        "place",
        new.place.as_deref().unwrap_or_default(),
    )?;
    Ok(row(json!({
        "state": "planned", "on_date": on.to_string(), "at_time": time.format("%H:%M").to_string(),
        "zone": now.zone().name(), "method": method, "place": place,
    })))
}

/// How the two came together, for the window.
pub(crate) fn intake_view(
    state: &State,
    intake: &Intake,
    role: Role,
    today: NaiveDate,
) -> IntakeView {
    let request = intake.request(today);
    let choices = match request {
        // What to do then is for the one who asked.
        _ if role == Role::Mentor => &[],
        RequestState::Lapsed => &RequestChoice::ALL[..],
        RequestState::Declined => &[RequestChoice::Another, RequestChoice::Office],
        RequestState::None
        | RequestState::Open
        | RequestState::Accepted
        | RequestState::Withdrawn => &[],
    };
    IntakeView {
        state: request,
        choices: choices
            .iter()
            .map(|choice| OfferedChoice {
                choice: *choice,
                words: state.vocabulary.say(choice.words()).into_owned(),
            })
            .collect(),
        chosen_on: intake.chosen_on.map(|on| words(today, on)),
        kind: IntakeKind::from_key(&intake.kind),
        together: intake.together,
        asked_on: intake.asked_on.map(|on| words(today, on)),
        reply_by: reply_by(intake).map(|by| words(today, by)),
        message: intake.message.clone(),
        reply: RequestReply::from_key(&intake.reply),
        replied_on: intake.replied_on.map(|on| words(today, on)),
        reason: intake.reason.clone(),
    }
}

fn reply_by(intake: &Intake) -> Option<NaiveDate> {
    rule::reply_by(intake.asked_on?)
}

/// Where a pair stands that is not connected yet, in one or two sentences.
pub(crate) fn waiting_status(
    state: &State,
    intake: &Intake,
    role: Role,
    today: NaiveDate,
) -> String {
    let (mentee, mentor) = (first(&state.mentee.name), first(&state.mentor.name));
    match IntakeKind::from_key(&intake.kind) {
        IntakeKind::Matched => {
            "Waiting for the connection e-mail. Nothing to do until it arrives.".to_owned()
        }
        IntakeKind::SelfArranged => {
            "You have not said yet since when you work together. Nothing to do until then."
                .to_owned()
        }
        IntakeKind::Request => {
            let (Some(asked), Some(by)) = (intake.asked_on, reply_by(intake)) else {
                return "Nobody has been asked yet.".to_owned();
            };
            if intake.request(today) == RequestState::Withdrawn {
                let asked = dates::long(asked);
                return if role == Role::Mentee {
                    format!(
                        "You asked {mentor} on {asked}, and turned to somebody else since. Nothing was deleted."
                    )
                } else {
                    format!(
                        "{mentee} asked {mentor} on {asked}, and turned to somebody else since. Nothing was deleted."
                    )
                };
            }
            let lapsed = rule::has_lapsed(asked, today);
            let (asked, by) = (dates::long(asked), dates::long(by));
            match (RequestReply::from_key(&intake.reply), role) {
                (RequestReply::Declined, Role::Mentee) => {
                    let then = state
                        .vocabulary
                        .say("You can ask somebody else, or the programme.");
                    format!("{mentor} has declined. {then}")
                }
                (RequestReply::Declined, Role::Mentor) => {
                    format!("You have declined. {mentee} can ask somebody else.")
                }
                (RequestReply::Declined, Role::Coordinator) => {
                    format!("{mentor} has declined. {mentee} can ask somebody else.")
                }
                // R132: nothing is deleted, and a late answer still counts.
                (RequestReply::Open | RequestReply::Accepted, Role::Mentee) if lapsed => {
                    let then = state
                        .vocabulary
                        .say("You can ask again, ask somebody else, or tell the programme.");
                    format!(
                        "No answer in ten days: your request to {mentor} of {asked} has lapsed. {then}"
                    )
                }
                (RequestReply::Open | RequestReply::Accepted, Role::Mentor) if lapsed => format!(
                    "{mentee} asked you on {asked}. You had until {by} to answer; a late answer is better than none."
                ),
                (RequestReply::Open | RequestReply::Accepted, Role::Coordinator) if lapsed => {
                    format!(
                        "{mentee} asked {mentor} on {asked}, and ten days have gone by without an answer."
                    )
                }
                (RequestReply::Open | RequestReply::Accepted, Role::Mentee) => {
                    format!("You asked {mentor} on {asked}. {mentor} has until {by} to answer.")
                }
                (RequestReply::Open | RequestReply::Accepted, Role::Mentor) => {
                    format!("{mentee} asked you on {asked}. You have until {by} to answer.")
                }
                (RequestReply::Open | RequestReply::Accepted, Role::Coordinator) => {
                    format!(
                        "{mentee} asked {mentor} on {asked}. {mentor} has until {by} to answer."
                    )
                }
            }
        }
    }
}

fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// The first fourteen days, as long as nothing says that the two are in touch: no contact both ways, no meeting
/// at the induction, no begun term, no agreed section.
pub(crate) fn first_contact(
    state: &State,
    facts: &ContactFacts,
    role: Role,
    now: &Moment,
) -> Option<FirstContact> {
    if matches!(
        facts.state(now.civil()),
        ContactState::NotConnected | ContactState::InTouch(_)
    ) {
        return None;
    }
    let today = now.date();
    let window = first_contact::window(facts.connected_on?, today)?;
    Some(FirstContact {
        day: window.day,
        words: window.day_words(),
        turn: state_words(state, role, facts, now),
        until: words(today, window.until),
    })
}

/// The meeting fixed at the induction, with the time on each person's wall.
pub(crate) fn first_meeting_view(
    state: &State,
    meeting: &FirstMeeting,
    now: &Moment,
) -> Option<FirstMeetingView> {
    let zone = Zone::named(&meeting.zone).unwrap_or_else(Zone::utc);
    let start = zone.instant(meeting.on.and_time(meeting.at))?;
    Some(FirstMeetingView {
        date: words(now.date(), meeting.on),
        time: meeting.at.format("%H:%M").to_string(),
        zone: zone.name().to_owned(),
        method: meeting.method.clone(),
        place: meeting.place.clone(),
        people: suits(state, now, start, 60),
    })
}

/// Changes how the two came together.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeIntake) -> Result<Outcome<RelationshipView>> {
    let asked_on = match request.asked_on.as_deref() {
        Some(on) => Some(read_past("askedOn", on, desk.now.date())?),
        None => None,
    };
    let message = match request.message.as_deref() {
        Some(text) => Some(long_text("message", "message", text)?),
        None => None,
    };
    write(
        desk,
        &request.relationship,
        "changing how you came together",
        |tx, pen, id| {
            let before = setup::intake(tx, id)?;
            if let Some(kind) = request.kind {
                pen.set(&schema::INTAKE, "intake", "kind", Value::from(kind.key()))?;
                if kind == IntakeKind::Request && before.asked_on.is_none() && asked_on.is_none() {
                    let today = desk.now.date().to_string();
                    pen.set(&schema::INTAKE, "intake", "asked_on", Value::from(today))?;
                }
            }
            if let Some(on) = asked_on {
                pen.set(
                    &schema::INTAKE,
                    "intake",
                    "asked_on",
                    Value::from(on.to_string()),
                )?;
            }
            if let Some(message) = message {
                pen.set(&schema::INTAKE, "intake", "message", Value::from(message))?;
            }
            Ok(())
        },
    )
}

/// The mentor's answer to a request. The day of a yes is the connection date (C17).
pub(crate) fn reply(desk: &Desk<'_>, request: ReplyToRequest) -> Result<Outcome<RelationshipView>> {
    let today = desk.now.date();
    let on = match request.on.as_deref() {
        Some(on) => read_past("on", on, today)?,
        None => today,
    };
    let reason = long_text(
        "reason",
        "reason",
        request.reason.as_deref().unwrap_or_default(),
    )?;
    write(
        desk,
        &request.relationship,
        "answering the request",
        |tx, pen, id| {
            let before = setup::intake(tx, id)?;
            if IntakeKind::from_key(&before.kind) != IntakeKind::Request {
                return Err(Error::field(
                    "no_request",
                    "relationship",
                    "This relationship did not begin with a request. Nothing was changed. Say first that it did, under how you came together.",
                ));
            }
            if before.asked_on.is_some_and(|asked| on < asked) {
                return Err(Error::field(
                    "wrong_order",
                    "on",
                    format!(
                        "{} lies before the request. Nothing was changed. Enter the day on which the answer came.",
                        dates::long(on)
                    ),
                ));
            }
            let replied = request.reply != RequestReply::Open;
            for (field, value) in [
                ("reply", Value::from(request.reply.key())),
                (
                    "replied_on",
                    if replied {
                        Value::from(on.to_string())
                    } else {
                        Value::Null
                    },
                ),
                ("reason", Value::from(reason)),
            ] {
                pen.set(&schema::INTAKE, "intake", field, value)?;
            }
            let root = id.as_str();
            let said_yes = RequestReply::from_key(&before.reply) == RequestReply::Accepted;
            let connected_by_it = State::load(tx, id)?.connected_on == before.replied_on;
            if request.reply != RequestReply::Accepted && said_yes && connected_by_it {
                // A yes that was none made the connection; without it there is none (C17).
                let waiting = Value::from("waiting");
                pen.set(&schema::RELATIONSHIP, root, "connection", waiting)?;
                pen.set(&schema::RELATIONSHIP, root, "connected_on", Value::Null)?;
            }
            if request.reply == RequestReply::Accepted {
                pen.set(
                    &schema::RELATIONSHIP,
                    root,
                    "connection",
                    Value::from("connected"),
                )?;
                pen.set(
                    &schema::RELATIONSHIP,
                    root,
                    "connected_on",
                    Value::from(on.to_string()),
                )?;
            }
            Ok(())
        },
    )
}

/// What the mentee does about a request that lapsed or was declined (R132). Nothing is deleted by it.
pub(crate) fn choose(
    desk: &Desk<'_>,
    request: ChooseAfterRequest,
) -> Result<Outcome<RequestChosen>> {
    let today = desk.now.date();
    let on = match request.on.as_deref() {
        Some(on) => read_past("on", on, today)?,
        None => today,
    };
    desk.store.write(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let before = setup::intake(tx, &part.relationship)?;
        let (choice, stands) = (request.choice, before.request(on));
        let fits = match stands {
            RequestState::Lapsed => true,
            RequestState::Declined => choice != RequestChoice::AskAgain,
            RequestState::None
            | RequestState::Open
            | RequestState::Accepted
            | RequestState::Withdrawn => false,
        };
        if !fits {
            return Err(Error::field(
                "wrong_order",
                "choice",
                match (stands, reply_by(&before)) {
                    (RequestState::Open, Some(by)) => format!(
                        "The ten days are not over: there is time to answer until {}. Nothing was changed. Wait for the answer, or note it when it comes.",
                        dates::long(by)
                    ),
                    _ => "There is no request here that waits for this choice. Nothing was changed. Look at how you came together.".to_owned(),
                },
            ));
        }
        let deed = match choice {
            RequestChoice::AskAgain => "asking again",
            RequestChoice::Another => "asking somebody else",
            RequestChoice::Office => "telling the programme of the request",
        };
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed);
        let mut keep = |field: &str, value: Value| pen.set(&schema::INTAKE, "intake", field, value);
        let day = Value::from(on.to_string());
        match choice {
            RequestChoice::AskAgain => {
                keep("asked_on", day)?;
                keep("choice", Value::from(""))?;
                keep("chosen_on", Value::Null)?;
            }
            RequestChoice::Another | RequestChoice::Office => {
                keep("choice", Value::from(choice.key()))?;
                keep("chosen_on", day)?;
            }
        }
        let state = State::load(tx, &part.relationship)?;
        let after = setup::intake(tx, &part.relationship)?;
        let mentor = first(&state.mentor.name);
        let next = match (choice, reply_by(&after)) {
            (RequestChoice::AskAgain, Some(by)) => {
                format!("{mentor} has until {} to answer.", dates::long(by))
            }
            (RequestChoice::AskAgain | RequestChoice::Another, _) => {
                "Set up a new relationship with the person you ask now. This one stays as it is."
                    .to_owned()
            }
            (RequestChoice::Office, _) => {
                state.vocabulary.say("Send the letter from your own mail program.").into_owned()
            }
        };
        let draft = match choice {
            RequestChoice::Office => {
                let to = office_address(tx, &part.relationship)?;
                lapse_letter(&state, &before, role, to)
            }
            RequestChoice::AskAgain | RequestChoice::Another => None,
        };
        Ok(Outcome::changed(
            RequestChosen {
                intake: intake_view(&state, &after, role, today),
                next,
                draft,
            },
            CHANGED,
        ))
    })
}

/// The letter to the office about a request without a yes: names and dates, never a message (C23, R159).
fn lapse_letter(state: &State, intake: &Intake, role: Role, to: String) -> Option<LetterDraft> {
    let asked = dates::long(intake.asked_on?);
    let (mentee, mentor) = (&state.mentee.name, &state.mentor.name);
    let what = match (RequestReply::from_key(&intake.reply), intake.replied_on) {
        (RequestReply::Declined, Some(on)) => format!("{mentor} declined on {}", dates::long(on)),
        (RequestReply::Declined, None) => format!("{mentor} declined"),
        (RequestReply::Open | RequestReply::Accepted, _) => {
            "ten days have gone by without an answer".to_owned()
        }
    };
    let owner = role.side().map_or("", |side| &state.person(side).name);
    Some(LetterDraft {
        to,
        subject: state.vocabulary.say("A request to a mentor").into_owned(),
        body: format!("Hello,\n\n{mentee} asked {mentor} on {asked}, and {what}.\n\n{owner}\n"),
    })
}

/// Fixes the next meeting, or leaves it for later (R1).
pub(crate) fn set_meeting(
    desk: &Desk<'_>,
    request: SetFirstMeeting,
) -> Result<Outcome<RelationshipView>> {
    let fields = match &request.meeting {
        Some(meeting) => read_meeting("meeting.", meeting, &desk.now)?,
        None => row(json!({"state": "skipped"})),
    };
    write(
        desk,
        &request.relationship,
        "fixing the next meeting",
        |tx, pen, id| {
            for (field, value) in fields {
                pen.set(&schema::FIRST_MEETING, "first", &field, value)?;
            }
            session::fix_first(tx, pen, id)
        },
    )
}

fn write(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    deed: &str,
    act: impl FnOnce(&Tx<'_>, &mut Pen<'_, '_>, &RelationshipId) -> Result<()>,
) -> Result<Outcome<RelationshipView>> {
    desk.store.write(|tx| {
        let (part, role) = find(tx, relationship)?;
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed).typing();
        act(tx, &mut pen, &part.relationship)?;
        Ok(Outcome::changed(view(tx, &part, role, &desk.now)?, CHANGED))
    })
}
