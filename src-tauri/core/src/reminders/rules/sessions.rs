//! Sessions and what comes of them: N07 to N13, N21 and N24.

use super::super::facts::{Facts, Rhythm, Session, SessionState};
use super::super::schedule::{Agreed, From, Page, Series, Span, Turn};
use super::is_owner;
use crate::domain::dates;
use chrono::{DateTime, NaiveDate, Utc};

/// A session is looked at as long as its day, with every lead and all the days in a list, can matter.
const NEAR: i64 = 420;
/// A session within so many days after a quarter's date is soon enough for its feedback.
const SOON: i64 = 7;
/// Quarters that are looked at: more would be a mistake in the data.
const QUARTERS: u32 = 1_200;

/// The sessions near a span that fit.
fn each<'f>(
    facts: &'f Facts,
    span: &Span<'_>,
    fits: impl Fn(&Session) -> bool + 'f,
) -> impl Iterator<Item = &'f Session> {
    let (first, last) = (span.first_day, span.last_day);
    facts.sessions.iter().filter(move |session| {
        (session.on - last).num_days() <= NEAR
            && (first - session.on).num_days() <= NEAR
            && fits(session)
    })
}

fn ahead(session: &Session) -> Series<'_> {
    Series {
        object: &session.id,
        turn: Turn::Text(&session.fixed),
        ends: Some(session.begins),
        ..Series::on(session.on, session.on)
    }
}

fn after(session: &Session) -> Series<'_> {
    Series {
        ends: None,
        ..ahead(session)
    }
}

fn at(session: &Session, moment: DateTime<Utc>) -> Series<'_> {
    Series {
        from: From::Moment(moment),
        ..after(session)
    }
}

/// N07: to the one who sends the points, until they are sent.
pub(super) fn points<'f>(facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    if !facts.agenda.asked || !is_owner(facts, facts.agenda.owner) {
        return Vec::new();
    }
    let lead = i64::from(facts.agenda.lead);
    // R145: the day before they are due is for preparing.
    let leads = Agreed::Three([-(lead + 1), -lead, -last_call(facts)]);
    each(facts, span, |session| {
        session.state == SessionState::Planned && !session.agenda_sent
    })
    .map(|session| Series {
        agreed: Some(leads),
        ..ahead(session)
    })
    .collect()
}

/// Days before the session of the last call: nobody is called before the day on which the points are due.
fn last_call(facts: &Facts) -> i64 {
    i64::from(facts.agenda.last_call.min(facts.agenda.lead))
}

/// N08: to the mentor who waits for the points, on the day of the last call, until they come or it is chosen
/// what to do.
pub(super) fn no_points<'f>(facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    if !facts.agenda.asked || is_owner(facts, facts.agenda.owner) {
        return Vec::new();
    }
    each(facts, span, |session| {
        session.state == SessionState::Planned && !session.agenda_sent && !session.agenda_choice
    })
    .map(|session| Series {
        agreed: Some(Agreed::One([-last_call(facts)])),
        ..ahead(session)
    })
    .collect()
}

/// N09: until the mentee has thought again, or the session begins.
pub(super) fn rethink<'f>(facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    each(facts, span, |session| {
        session.state == SessionState::Planned && !session.rethought
    })
    .map(|session| Series {
        ends: Some(session.begins),
        ..at(session, session.begins)
    })
    .collect()
}

/// N10: until the owner has opened the feedback form. Who looks at it each session is told in each; who does
/// so every three months in the first session of each quarter, and on the quarter's date where none is near
/// (R48). A rhythm of the pair's own is theirs to keep.
pub(super) fn feedback<'f>(facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    match facts.rhythm {
        Rhythm::EachSession => each(facts, span, |session| {
            session.state != SessionState::Off && !session.feedback
        })
        .map(bell)
        .collect(),
        Rhythm::Quarterly { since, never } => quarters(facts, since, never, span),
        Rhythm::Own => Vec::new(),
    }
}

fn bell(session: &Session) -> Series<'_> {
    Series {
        agreed: Some(Agreed::One([-i64::from(session.feedback_minutes)])),
        page: Page::Session(&session.id),
        ..at(session, session.ends)
    }
}

fn quarters<'f>(
    facts: &'f Facts,
    since: NaiveDate,
    never: bool,
    span: &Span<'_>,
) -> Vec<Series<'f>> {
    let mut all = Vec::new();
    for quarter in u32::from(!never)..=QUARTERS {
        let (Some(on), Some(next)) = (
            dates::add_months(since, 3 * quarter),
            dates::add_months(since, 3 * (quarter + 1)),
        ) else {
            break;
        };
        if (on - span.last_day).num_days() > NEAR {
            break;
        }
        if (span.first_day - next).num_days() > NEAR {
            continue;
        }
        let first = facts
            .sessions
            .iter()
            .filter(|session| {
                session.state != SessionState::Off && session.on >= on && session.on < next
            })
            .min_by_key(|session| session.begins);
        if first.is_some_and(|session| session.feedback) {
            continue;
        }
        let near = first.is_some_and(|session| (session.on - on).num_days() <= SOON);
        if quarter > 0 && !near {
            all.push(Series {
                page: Page::Below("sessions"),
                other: true,
                ..Series::on(on, on)
            });
        }
        all.extend(first.map(bell));
    }
    all
}

/// N11: until there are notes.
pub(super) fn no_notes<'f>(facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    each(facts, span, |session| {
        session.state != SessionState::Off && !session.notes
    })
    .map(|session| at(session, session.ends))
    .collect()
}

/// N12: until the summary is sent.
pub(super) fn summary<'f>(facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    each(facts, span, |session| {
        session.state != SessionState::Off && !session.summary
    })
    .map(|session| Series {
        from: From::Day(span.day_of(session.ends)),
        ..after(session)
    })
    .collect()
}

/// N13: the owner's tasks; a new date begins anew.
pub(super) fn tasks(facts: &Facts) -> Vec<Series<'_>> {
    facts
        .tasks
        .iter()
        .filter(|task| is_owner(facts, task.owner))
        .map(|task| Series {
            object: &task.id,
            what: &task.what,
            ..Series::on(task.due, task.due)
        })
        .collect()
}

/// N21: on the day of the session, until the questions are answered.
pub(super) fn check_points<'f>(facts: &'f Facts, span: &Span<'_>) -> Vec<Series<'f>> {
    each(facts, span, |session| {
        session.state != SessionState::Off && session.check_point_open
    })
    .map(after)
    .collect()
}

/// N24: at two, three and four that did not take place; a session that is held ends it.
pub(super) fn streak(facts: &Facts) -> Vec<Series<'_>> {
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
                turn: Turn::Count(streak.length.min(4)),
                what: many,
                ..Series::on(streak.on, streak.on)
            }
        })
        .into_iter()
        .collect()
}
