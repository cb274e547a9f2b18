//! Sessions and what comes of them: N07 to N13, N21 and N24.

use super::super::facts::{Facts, Session, SessionState};
use super::super::schedule::{From, Series, Span};
use super::is_owner;
use chrono::{DateTime, Utc};

/// A session is looked at as long as its day, with every lead and all the days in a list, can matter.
const NEAR: i64 = 420;

/// The sessions near a span that fit.
fn each<'f>(
    facts: &'f Facts,
    span: &Span,
    fits: impl Fn(&Session) -> bool + 'f,
) -> impl Iterator<Item = &'f Session> {
    let (first, last) = (span.first_day, span.last_day);
    facts.sessions.iter().filter(move |session| {
        (session.on - last).num_days() <= NEAR
            && (first - session.on).num_days() <= NEAR
            && fits(session)
    })
}

fn ahead(session: &Session) -> Series {
    Series {
        object: session.id.clone(),
        turn: session.fixed.clone(),
        ends: Some(session.begins),
        ..Series::on(session.on, session.on)
    }
}

fn after(session: &Session) -> Series {
    Series {
        ends: None,
        ..ahead(session)
    }
}

fn at(session: &Session, moment: DateTime<Utc>) -> Series {
    Series {
        from: From::Moment(moment),
        ..after(session)
    }
}

/// N07: to the one who sends the points, until they are sent.
pub(super) fn points(facts: &Facts, span: &Span) -> Vec<Series> {
    if !facts.agenda.asked || !is_owner(facts, facts.agenda.owner) {
        return Vec::new();
    }
    let lead = i64::from(facts.agenda.lead);
    let last_call = i64::from(facts.agenda.last_call);
    // R145: the day before they are due is for preparing.
    let leads = vec![-(lead + 1), -lead, -last_call];
    each(facts, span, |session| {
        session.state == SessionState::Planned && !session.agenda_sent
    })
    .map(|session| Series {
        agreed: Some(leads.clone()),
        ..ahead(session)
    })
    .collect()
}

/// N08: to the mentor who waits for the points, until they come or it is chosen what to do.
pub(super) fn no_points(facts: &Facts, span: &Span) -> Vec<Series> {
    if !facts.agenda.asked || is_owner(facts, facts.agenda.owner) {
        return Vec::new();
    }
    each(facts, span, |session| {
        session.state == SessionState::Planned && !session.agenda_sent && !session.agenda_choice
    })
    .map(ahead)
    .collect()
}

/// N09: until the mentee has thought again, or the session begins.
pub(super) fn rethink(facts: &Facts, span: &Span) -> Vec<Series> {
    each(facts, span, |session| {
        session.state == SessionState::Planned && !session.rethought
    })
    .map(|session| Series {
        ends: Some(session.begins),
        ..at(session, session.begins)
    })
    .collect()
}

/// N10: until the owner has opened the feedback form.
pub(super) fn feedback(facts: &Facts, span: &Span) -> Vec<Series> {
    each(facts, span, |session| {
        session.state != SessionState::Off && !session.feedback
    })
    .map(|session| at(session, session.ends))
    .collect()
}

/// N11: until there are notes.
pub(super) fn no_notes(facts: &Facts, span: &Span) -> Vec<Series> {
    each(facts, span, |session| {
        session.state != SessionState::Off && !session.notes
    })
    .map(|session| at(session, session.ends))
    .collect()
}

/// N12: until the summary is sent.
pub(super) fn summary(facts: &Facts, span: &Span) -> Vec<Series> {
    each(facts, span, |session| {
        session.state != SessionState::Off && !session.summary
    })
    .map(after)
    .collect()
}

/// N13: the owner's tasks; a new date begins anew.
pub(super) fn tasks(facts: &Facts) -> Vec<Series> {
    facts
        .tasks
        .iter()
        .filter(|task| is_owner(facts, task.owner))
        .map(|task| Series {
            object: task.id.clone(),
            what: task.what.clone(),
            ..Series::on(task.due, task.due)
        })
        .collect()
}

/// N21: on the day of the session, until the questions are answered.
pub(super) fn check_points(facts: &Facts, span: &Span) -> Vec<Series> {
    each(facts, span, |session| {
        session.state != SessionState::Off && session.check_point_open
    })
    .map(after)
    .collect()
}

/// N24: at two, three and four that did not take place; a session that is held ends it.
pub(super) fn streak(facts: &Facts) -> Vec<Series> {
    facts
        .streak
        .filter(|streak| streak.length >= 2)
        .map(|streak| {
            let many = match streak.length {
                2 => "Two sessions in a row",
                3 => "Three sessions in a row",
                _ => "Four or more sessions in a row",
            };
            Series {
                turn: streak.length.min(4).to_string(),
                what: many.to_owned(),
                ..Series::on(streak.on, streak.on)
            }
        })
        .into_iter()
        .collect()
}
