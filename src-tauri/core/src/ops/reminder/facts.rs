//! What the reminders of one relationship are computed from, read from its rows.

use super::super::{contact_facts::ContactFacts, find, relationship::settled, supervisor};
use crate::domain::closing::Standing;
use crate::domain::dates;
use crate::domain::escalation::About;
use crate::domain::ids::RelationshipId;
use crate::domain::meeting::FEEDBACK_MINUTES;
use crate::domain::moment::Moment;
use crate::domain::session::{self, Stage};
use crate::domain::side::Side;
use crate::error::Result;
use crate::record::checkup::{self, LookingBack};
use crate::record::closing::Closing;
use crate::record::contact_log::{ContactLog, escalation_id};
use crate::record::meeting::{self, Meetings};
use crate::record::plan::Plan;
use crate::record::session::{Changed, Sessions, changes};
use crate::record::state::State;
use crate::record::task::Tasks;
use crate::record::versions::Versions;
use crate::record::{setup, suggestion};
use crate::reminders::Facts;
use crate::reminders::facts::{
    Agenda, Contact, Dated, Plan as PlanFacts, Request, Rhythm, Session, SessionState, StayInTouch,
    Streak, Task, Unanswered, Waiting,
};
use crate::store::{Tx, meeting as store};
use chrono::NaiveDate;

/// How many dates of a stay-in-touch plan are looked at: weekly ones for more than a year.
const STAY_DATES: usize = 60;

/// Days before and after a session in which it is looked whether there is feedback: more than it stays in the list.
const FEEDBACK_DAYS: i64 = 30;

/// Reads them all.
pub(super) fn load(tx: &Tx<'_>, relationship: &RelationshipId, now: &Moment) -> Result<Facts> {
    let (part, role) = find(tx, relationship)?;
    let state = State::load(tx, &part.relationship)?;
    let intake = setup::intake(tx, &part.relationship)?;
    let mut facts = Facts::new(
        part.relationship,
        role,
        &state.mentor.name,
        &state.mentee.name,
    );
    facts.vocabulary = state.vocabulary.clone();
    facts.request = intake
        .asked_on
        .filter(|_| intake.kind == "request")
        .map(|asked_on| Request {
            asked_on,
            // Whoever chose another way does not wait any more.
            answered: intake.reply != "open" || intake.chosen_on.is_some(),
        });
    facts.connected_on = state.connected_on.filter(|_| state.connected);
    facts.known_from = known_from(&state, &intake);
    facts.agreement_begun = begun(&state);
    facts.agenda = agenda(&state);
    let sessions = Sessions::load(tx, relationship)?;
    let meetings = Meetings::load(tx, relationship)?;
    facts.start = sessions.partnership_start().or(state.terms.starts_on);
    facts.streak = streak(tx, relationship, &sessions, now)?;
    facts.mid_point_booked = booked(&sessions, session::Kind::MidPoint);
    facts.closing_booked = booked(&sessions, session::Kind::Closing);
    facts.contact = contact(tx, &state, role.side(), now)?;
    facts.sessions = sessions
        .all()
        .iter()
        .filter_map(|session| seen(session, &meetings, now))
        .collect();
    let plan = Plan::load(tx, relationship)?;
    facts.plan = PlanFacts {
        dated: plan.has_dated_activity(),
        // Goals alone are the agreement's; a plan begins with its first activity.
        touched_on: plan
            .touched
            .as_ref()
            .filter(|_| !plan.activities.is_empty())
            .map(|touched| now.zone().civil(touched.utc()).date()),
    };
    facts.tasks = tasks(tx, relationship)?;
    facts.mid_point = checkup::mid_point(&state, &sessions).map(|mid_point| mid_point.on);
    facts.revisits = state.terms.revisits(state.connected_on);
    facts.last_revisit = state.last_revisit();
    facts.ends_on = state.terms.ends_on;
    let closing = Closing::load(tx, relationship)?;
    facts.closed = closing.standing != Standing::Open;
    if let Some(own) = role.side() {
        for session in &mut facts.sessions {
            // A form that was opened has a draft or was sent; long afterwards nobody asks any more.
            let near = (now.utc() - session.ends).num_days().abs() <= FEEDBACK_DAYS;
            session.feedback = near
                && (store::draft(tx, relationship, &session.id, own)?.is_some()
                    || meeting::shown(tx, relationship, &session.id, own)?.is_some());
        }
        facts.stay_in_touch = stay_in_touch(tx, &closing, &state, now)?;
        let back = LookingBack::load(tx, relationship)?;
        facts.checkup_done = back.completed_on(own).is_some();
        facts.mid_point_booked |= back.mid_point_on.is_some();
        let open: Vec<&str> = back
            .check_point_sessions(&sessions)
            .into_iter()
            .filter(|session| !back.answered(session, own))
            .collect();
        for session in &mut facts.sessions {
            session.check_point_open = open.contains(&session.id.as_str());
        }
        facts.rhythm = rhythm(tx, &state, &sessions, facts.start)?;
        facts.dates = events(tx, relationship)?;
        facts
            .dates
            .extend(supervisor::brief_ahead(tx, relationship)?.map(|on| Dated {
                id: "brief".to_owned(),
                what: "The supervisor brief".to_owned(),
                on,
                brief: true,
            }));
        facts.waiting = waiting(tx, relationship, own, now)?;
    }
    Ok(facts)
}

/// From when on the two know each other without a word in the contact log.
fn known_from(state: &State, intake: &setup::Intake) -> Option<NaiveDate> {
    let met = intake.kind == "self_arranged" || intake.together == Some(true) || settled(state) > 0;
    if met {
        Some(NaiveDate::MIN)
    } else {
        state.terms.starts_on
    }
}

/// Whether anything stands in the agreement.
fn begun(state: &State) -> bool {
    settled(state) > 0
        || !state.answers.is_empty()
        || !state.entries.is_empty()
        || !state.goals.is_empty()
        || !state.headings.is_empty()
        || state.terms_row.values().any(|value| !value.is_null())
}

/// What is agreed on the points for a session; the mentee sends them where nothing else was said (C18).
fn agenda(state: &State) -> Agenda {
    let usual = Agenda::default();
    let terms = &state.terms;
    Agenda {
        asked: terms.agenda.unwrap_or(usual.asked),
        owner: match terms.initiator.as_deref() {
            Some("mentor") => Side::Mentor,
            _ => usual.owner,
        },
        lead: terms.agenda_lead_days.unwrap_or(usual.lead),
        last_call: terms.agenda_last_call_days.unwrap_or(usual.last_call),
    }
}

/// How often the two look at how they work together (R48): every three months count from the last session with
/// answers, else from the start.
fn rhythm(
    tx: &Tx<'_>,
    state: &State,
    sessions: &Sessions,
    start: Option<NaiveDate>,
) -> Result<Rhythm> {
    Ok(match state.terms.rhythm.as_deref() {
        Some("quarterly") => {
            let given = meeting::answered(tx, &state.relationship)?;
            let last = sessions
                .all()
                .iter()
                .filter(|session| given.contains(&session.id))
                .map(session::Session::date)
                .max();
            last.or(start)
                .or(state.connected_on)
                .map_or(Rhythm::Own, |since| Rhythm::Quarterly {
                    since,
                    never: last.is_none(),
                })
        }
        Some("other") => Rhythm::Own,
        Some(_) | None => Rhythm::EachSession,
    })
}

/// What the contact log says to one of the two.
fn contact(tx: &Tx<'_>, state: &State, own: Option<Side>, now: &Moment) -> Result<Contact> {
    let read = ContactFacts::load(tx, state, now.date())?;
    let known = read.known();
    let logged = read.log.contacts.iter().map(|contact| contact.on);
    let Some(own) = own else {
        return Ok(Contact::default());
    };
    let told = read
        .log
        .escalation(&escalation_id(About::FirstContact, own, None))
        .is_some_and(|escalation| escalation.outcome.is_some());
    let back = read
        .log
        .all_fine()
        .and_then(|said| said.back_on)
        .and_then(|back| read.all_fine(back))
        .filter(|all_fine| all_fine.said.side == own && all_fine.said.ended_on.is_none());
    let unanswered = read.waiting(state).into_iter();
    Ok(Contact {
        mentee_wrote: known.has_written(Side::Mentee),
        two_way: known.both_ways_on().is_some(),
        escalation_settled: told,
        first: logged.chain(read.held.iter().copied()).min(),
        unanswered: unanswered
            .filter(|waiting| waiting.message.side == own)
            .map(|waiting| Unanswered {
                id: waiting.message.id.clone(),
                ask_on: waiting.ask_on,
                how: String::new(),
            })
            .collect(),
        quiet_on: read.clock().and_then(|clock| clock.rings_on()),
        quiet_for: match read.weeks {
            1 => "a week".to_owned(),
            weeks => format!("{weeks} weeks"),
        },
        back_on: back.map(|all_fine| all_fine.back),
    })
}

/// Whether a session of this kind is in both diaries, or was held.
fn booked(sessions: &Sessions, kind: session::Kind) -> bool {
    sessions.all().iter().any(|session| {
        session.kind == kind && matches!(session.state, Stage::Confirmed | Stage::Held)
    })
}

/// A session as reminders see it; one that is only proposed is no date yet.
fn seen(session: &session::Session, meetings: &Meetings, now: &Moment) -> Option<Session> {
    let state = match session.state {
        Stage::Proposed => return None,
        Stage::Confirmed => SessionState::Planned,
        Stage::Held => SessionState::Held,
        Stage::Cancelled | Stage::Missed => SessionState::Off,
    };
    let page = meetings.page(&session.id);
    Some(Session {
        id: session.id.clone(),
        fixed: format!(
            "{} {}",
            session.starts_at.format(session::CIVIL),
            session.zone
        ),
        state,
        begins: session.start(),
        ends: session.end(),
        on: now.zone().civil(session.start()).date(),
        agenda_sent: page.agenda_sent_at.is_some(),
        agenda_choice: page.agenda_missing.is_some(),
        rethought: page.rethink_at.is_some(),
        feedback_minutes: page.feedback_minutes.unwrap_or(FEEDBACK_MINUTES),
        feedback: false,
        notes: meetings.noted.contains(&session.id),
        summary: page.summary_sent_at.is_some(),
        check_point_open: false,
    })
}

/// The sessions that did not take place, counted from the last one, and when the last of them was called off.
fn streak(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    sessions: &Sessions,
    now: &Moment,
) -> Result<Option<Streak>> {
    let length = sessions.streak();
    let last = sessions
        .all()
        .iter()
        .rev()
        .find(|session| session.state.is_final());
    let (2.., Some(last)) = (length, last) else {
        return Ok(None);
    };
    let day = now.zone().civil(last.start()).date();
    let called_off = changes(tx, relationship)?
        .into_iter()
        .filter(|change| change.session == last.id && change.kind == Changed::Cancelled)
        .map(|change| change.asked_on)
        .max();
    Ok(Some(Streak {
        length,
        on: called_off.map_or(day, |asked| asked.min(day)),
    }))
}

/// What is still to be done and has a date.
fn tasks(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Task>> {
    Ok(Tasks::load(tx, relationship)?
        .open()
        .filter_map(|task| {
            Some(Task {
                id: task.id.clone(),
                owner: task.owner,
                what: task.what.clone(),
                due: task.due?,
            })
        })
        .collect())
}

/// The dates of the stay-in-touch plan after the end, from the last contact on (R125).
fn stay_in_touch(
    tx: &Tx<'_>,
    closing: &Closing,
    state: &State,
    now: &Moment,
) -> Result<Option<StayInTouch>> {
    let (true, Some(ended), Some(touches)) = (
        closing.stay.remind && closing.standing != Standing::Open,
        closing.on,
        closing.touches(now.date()),
    ) else {
        return Ok(None);
    };
    let last = ContactLog::load(tx, &state.relationship)?
        .contacts
        .iter()
        .map(|contact| contact.on)
        .max()
        .filter(|on| *on > ended);
    let old = dates::add_days(now.date(), -100).unwrap_or(ended);
    let dates: Vec<NaiveDate> = (0..=u32::MAX)
        .map_while(|n| touches.date(n))
        .filter(|on| *on > ended.max(old) && last.is_none_or(|last| *on > last))
        .take(STAY_DATES)
        .collect();
    Ok(Some(StayInTouch {
        idea: closing.stay.ideas.replace('\n', ", "),
        dates,
    }))
}

/// The events of the programme.
fn events(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Dated>> {
    Ok(setup::programme(tx, relationship)?
        .events
        .into_iter()
        .filter_map(|event| {
            Some(Dated {
                on: event.on?,
                id: event.id,
                what: event.name,
                brief: false,
            })
        })
        .collect())
}

/// What the owner has done and the other person has not answered.
fn waiting(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    own: Side,
    now: &Moment,
) -> Result<Vec<Waiting>> {
    let day = |moment: &Moment| now.zone().civil(moment.utc()).date();
    let mut all = Vec::new();
    let suggestions = suggestion::all(tx, relationship)?;
    for each in suggestion::open(&suggestions).filter(|each| each.side == own) {
        if let Some(made) = &each.made {
            all.push(Waiting {
                id: each.id.clone(),
                what: "Your suggestion".to_owned(),
                since: day(made),
                page: "agreement/suggestions".to_owned(),
            });
        }
    }
    let versions = Versions::load(tx, relationship)?;
    if let Some(version) = versions.open()
        && version.signature(own.other()).is_none()
        && let Some(signature) = version.signature(own)
        && let Some(at) = Moment::from_text(&signature.at)
    {
        all.push(Waiting {
            id: signature.id.to_string(),
            what: format!("Version {} of your agreement", version.number),
            since: day(&at),
            page: "sign".to_owned(),
        });
    }
    Ok(all)
}
