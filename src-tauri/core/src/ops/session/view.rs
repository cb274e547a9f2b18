//! Sessions as they are shown: with both clocks (R92), what is counted of them, and what to think about.

use super::{Opened, ledger, pattern, proposal};
use crate::api::relationship::Which;
use crate::api::session::{
    Meter, MeterInRhythm, NextSession, SessionTime, SessionView, Sessions as SessionsView,
    StreakView, WhichSession,
};
use crate::domain::ids::{SeriesId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::session::{self, METER_TARGET, Session, StreakLevel};
use crate::domain::side::Role;
use crate::error::Result;
use crate::ops::contact::suits;
use crate::ops::{Desk, Outcome, words};
use crate::record::session::Sessions;
use crate::record::state::State;
use crate::store::Tx;
use chrono::SecondsFormat;

/// All sessions of the two.
pub(crate) fn list(desk: &Desk<'_>, request: Which) -> Result<Outcome<SessionsView>> {
    desk.store.read(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        Ok(Outcome::read(all(&opened, &desk.now)))
    })
}

/// One session.
pub(crate) fn get(desk: &Desk<'_>, request: WhichSession) -> Result<Outcome<SessionView>> {
    desk.store.read(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let session = opened.session(&request.session)?;
        Ok(Outcome::read(one(&opened, session, &desk.now)))
    })
}

/// When a session is for each of the two.
pub(super) fn people(opened: &Opened, session: &Session, now: &Moment) -> Vec<SessionTime> {
    // Nobody need be warned of a time that has been or will not be.
    let ahead = session.is_open() && session.end() > now.utc();
    suits(&opened.state, now, session.start(), session.minutes)
        .into_iter()
        .map(|suits| SessionTime {
            side: suits.side,
            name: suits.name,
            zone: opened.zone_of(suits.side).name().to_owned(),
            date: suits.date,
            time: suits.time,
            mark: suits.mark,
            warning: suits.warning.filter(|_| ahead),
        })
        .collect()
}

/// One session.
pub(super) fn one(opened: &Opened, session: &Session, now: &Moment) -> SessionView {
    let people = people(opened, session, now);
    let moves = opened.moves(&session.id);
    let past = session.end() <= now.utc();
    let mut warnings: Vec<String> = people
        .iter()
        .filter_map(|person| person.warning.clone())
        .collect();
    // R20: from the second move on, softly.
    if moves >= 2 && session.is_open() {
        let times = if moves == 2 {
            "twice".to_owned()
        } else {
            format!("{moves} times")
        };
        warnings.push(format!(
            "This session has been moved {times}. Is there a time that suits you both better, or would another rhythm?"
        ));
    }
    SessionView {
        id: SessionId(session.id.clone()),
        number: opened.sessions.ordinal(&session.id),
        kind: session.kind,
        kind_name: session.kind.name().to_owned(),
        state: session.state,
        state_name: session.state.name().to_owned(),
        on: session.date().to_string(),
        at: session.starts_at.format("%H:%M").to_string(),
        zone: session.zone.clone(),
        date: words(session.zone().civil(now.utc()).date(), session.date()),
        utc: session.start().to_rfc3339_opts(SecondsFormat::Secs, true),
        people,
        minutes: session.minutes,
        held_minutes: session.held_minutes,
        method: session.method.clone(),
        place: session.place.clone(),
        topic: session.topic.clone(),
        series: (!session.series.is_empty()).then(|| SeriesId(session.series.clone())),
        proposed_by: session.proposed_by,
        moves,
        sequence: session.sequence,
        past,
        untold: past && session.is_open(),
        warnings,
    }
}

/// How many sessions are planned until the relationship ends (R25).
fn left(sessions: &Sessions, state: &State, now: &Moment) -> u32 {
    let left = sessions
        .upcoming(now.utc())
        .filter(|session| state.terms.ends_on.is_none_or(|end| session.date() <= end))
        .count();
    u32::try_from(left).unwrap_or(u32::MAX)
}

/// The next session, for one of the two.
pub(crate) fn next(
    tx: &Tx<'_>,
    state: &State,
    role: Role,
    now: &Moment,
) -> Result<Option<NextSession>> {
    let Some(side) = role.side() else {
        return Ok(None);
    };
    let sessions = Sessions::load(tx, &state.relationship)?;
    Ok(sessions.upcoming(now.utc()).next().map(|session| {
        let zone = super::zone_of(state, side);
        let civil = zone.civil(session.start());
        NextSession {
            id: SessionId(session.id.clone()),
            date: words(zone.civil(now.utc()).date(), civil.date()),
            time: civil.format("%H:%M").to_string(),
            kind_name: session.kind.name().to_owned(),
        }
    }))
}

fn streak(opened: &Opened) -> StreakView {
    let count = opened.sessions.streak();
    let level = StreakLevel::of(count);
    let words = match level {
        StreakLevel::None => None,
        StreakLevel::Notice => Some(
            "Two sessions in a row did not take place. A short look at the dates may be enough."
                .to_owned(),
        ),
        StreakLevel::Talk => Some(
            "Three sessions in a row did not take place. It is worth talking about what would fit."
                .to_owned(),
        ),
        StreakLevel::Flag => Some(format!(
            "{count} sessions in a row did not take place. You can talk about it, choose another rhythm, or end without fault and hand over."
        )),
    };
    StreakView {
        count,
        longest: session::longest_streak(opened.sessions.all()),
        level,
        words,
    }
}

fn meter(opened: &Opened, now: &Moment) -> Meter {
    let today = now.date();
    let (minutes, since) = session::meter(opened.sessions.all(), today);
    let rhythm = opened.state.terms.pattern().and_then(|pattern| {
        let days = pattern.interval_days();
        let (minutes, comes_to) = session::meter_in_rhythm(opened.sessions.all(), today, days)?;
        Some(MeterInRhythm {
            days,
            minutes,
            comes_to,
            words: format!(
                "{minutes} minutes in the last {days} days, one turn of your rhythm: that comes to {comes_to} in 30 days"
            ),
        })
    });
    let reached = minutes >= METER_TARGET
        || rhythm
            .as_ref()
            .is_some_and(|rhythm| rhythm.comes_to >= METER_TARGET);
    Meter {
        minutes,
        target: METER_TARGET,
        since: words(today, since),
        agreed: opened
            .state
            .terms
            .pattern()
            .map(|pattern| pattern.minutes_a_month()),
        rhythm,
        reached,
        words: format!("{minutes} of {METER_TARGET} minutes in the last 30 days"),
    }
}

/// All of them.
pub(super) fn all(opened: &Opened, now: &Moment) -> SessionsView {
    let today = now.date();
    let sessions = &opened.sessions;
    let (held, held_minutes) = sessions.spent();
    SessionsView {
        sessions: sessions
            .all()
            .iter()
            .map(|session| one(opened, session, now))
            .collect(),
        id: None,
        next: sessions
            .upcoming(now.utc())
            .next()
            .map(|session| SessionId(session.id.clone())),
        untold: sessions
            .untold(now.utc())
            .map(|session| SessionId(session.id.clone()))
            .collect(),
        left: left(sessions, &opened.state, now),
        held,
        held_minutes,
        held_words: session::spent_words(held_minutes),
        partnership_start: sessions.partnership_start().map(|date| words(today, date)),
        streak: streak(opened),
        meter: meter(opened, now),
        ledger: ledger::view(opened, today),
        proposals: opened
            .proposals
            .iter()
            .rev()
            .map(|one| proposal::view(opened, one, now))
            .collect(),
        pace: opened
            .paces
            .iter()
            .rev()
            .map(|pace| pattern::talk(opened, pace, now))
            .collect(),
        series: None,
        proposal: None,
        contingency: None,
    }
}
