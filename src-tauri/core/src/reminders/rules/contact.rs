//! Contact: N01 to N06 and N14 to N16.

use super::super::Number;
use super::super::facts::{Facts, SessionState};
use super::super::schedule::{Series, Turn};
use super::last_lead;
use crate::domain::dates;
use crate::domain::first_contact;
use chrono::NaiveDate;

fn counted(from: Option<NaiveDate>, subject: i64) -> Option<Series<'static>> {
    let from = from?;
    Some(Series::on(from, dates::add_days(from, subject)?))
}

/// Days counted from the connection e-mail, until the two know each other.
fn from_connection(facts: &Facts, subject: i64) -> Vec<Series<'_>> {
    counted(facts.connected_on, subject)
        .map(|series| Series {
            not_from: facts.known_from,
            ..series
        })
        .into_iter()
        .collect()
}

/// N01: ends with a contact of the mentee's.
pub(super) fn mentee_writes(facts: &Facts) -> Vec<Series<'_>> {
    if facts.contact.mentee_wrote || facts.contact.two_way {
        return Vec::new();
    }
    from_connection(facts, first_contact::MENTEE_UNTIL)
}

/// N02: ends with any contact.
pub(super) fn mentor_writes(facts: &Facts) -> Vec<Series<'_>> {
    if facts.contact.first.is_some() || facts.contact.two_way {
        return Vec::new();
    }
    from_connection(facts, last_lead(Number::N02))
}

/// N03: ends with contact in both directions, or when it is settled what the programme is told.
pub(super) fn two_weeks(facts: &Facts) -> Vec<Series<'_>> {
    if facts.contact.two_way || facts.contact.escalation_settled {
        return Vec::new();
    }
    from_connection(facts, first_contact::BOTH_UNTIL)
}

/// N04: ends with the answer. A request that led to a connection is answered.
pub(super) fn request_waits(facts: &Facts) -> Vec<Series<'_>> {
    request(facts, last_lead(Number::N04))
}

/// N05: ends with the answer, or when another mentor is asked.
pub(super) fn request_lapsed(facts: &Facts) -> Vec<Series<'_>> {
    request(facts, last_lead(Number::N05))
}

fn request(facts: &Facts, subject: i64) -> Vec<Series<'_>> {
    facts
        .request
        .filter(|request| !request.answered && facts.connected_on.is_none() && !facts.closed)
        .and_then(|request| counted(Some(request.asked_on), subject))
        .into_iter()
        .collect()
}

/// N06: ends when something stands in the agreement.
pub(super) fn agreement_begins(facts: &Facts) -> Vec<Series<'_>> {
    if facts.agreement_begun {
        return Vec::new();
    }
    let first = match (facts.contact.first, facts.start) {
        (Some(contact), Some(meeting)) => Some(contact.min(meeting)),
        (contact, meeting) => contact.or(meeting),
    };
    counted(first, last_lead(Number::N06)).into_iter().collect()
}

/// N14: each message that needs an answer and has none.
pub(super) fn no_answer(facts: &Facts) -> Vec<Series<'_>> {
    facts
        .contact
        .unanswered
        .iter()
        .map(|message| Series {
            object: &message.id,
            what: &message.how,
            ..Series::on(message.ask_on, message.ask_on)
        })
        .collect()
}

/// N15: hidden, and not counted anew, as long as a session is planned within the next seven days.
pub(super) fn quiet(facts: &Facts) -> Vec<Series<'_>> {
    let Some(agreed) = facts.contact.quiet_on else {
        return Vec::new();
    };
    let mut on = agreed;
    // Each step leaves one session behind.
    for _ in 0..=facts.sessions.len() {
        let near = facts.sessions.iter().filter(|session| {
            session.state == SessionState::Planned
                && (0..=7).contains(&(session.on - on).num_days())
        });
        let Some(after) = near
            .map(|session| session.on)
            .max()
            .and_then(|last| dates::add_days(last, 1))
        else {
            break;
        };
        on = after;
    }
    // The working day before may be that of the session, which still hides it.
    while on != agreed && !dates::is_working_day(on) {
        let Some(next) = on.succ_opt() else { break };
        on = next;
    }
    vec![Series {
        turn: Turn::Date(agreed),
        what: &facts.contact.quiet_for,
        ..Series::on(on, on)
    }]
}

/// N16: ends with any contact after the note.
pub(super) fn back_in_touch(facts: &Facts) -> Vec<Series<'_>> {
    facts
        .contact
        .back_on
        .map(|on| Series::on(on, on))
        .into_iter()
        .collect()
}
