//! The soft bell that tells, on whichever page somebody is, that the time for feedback begins (R147).

use super::page::rings_at;
use crate::api::meeting::{Bell, NextBell};
use crate::api::start::Nothing;
use crate::domain::ids::SessionId;
use crate::domain::session::Stage;
use crate::domain::side::Role;
use crate::error::Result;
use crate::ops::{Desk, Outcome};
use crate::record::closing::check_open;
use crate::record::meeting::Meetings;
use crate::record::session::Sessions;
use crate::record::state::State;
use crate::store::part;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

/// The session of the coming day whose time for feedback begins next, among all relationships in which the owner is
/// one of the two.
pub(crate) fn next(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Bell>> {
    let now = desk.now.utc();
    let Some(until) = TimeDelta::try_hours(24).and_then(|day| now.checked_add_signed(day)) else {
        return Ok(Outcome::read(Bell { next: None }));
    };
    desk.store.read(|tx| {
        let mut found: Option<(DateTime<Utc>, NextBell)> = None;
        for part in part::all(tx)? {
            let Some(side) = Role::from_key(&part.role).and_then(Role::side) else {
                continue;
            };
            let sessions = Sessions::load(tx, &part.relationship)?;
            let near: Vec<_> = sessions
                .all()
                .iter()
                .filter(|session| matches!(session.state, Stage::Proposed | Stage::Confirmed))
                .filter(|session| session.end() > now && session.start() <= until)
                .collect();
            if near.is_empty() || check_open(tx, &part.relationship).is_err() {
                continue;
            }
            let meetings = Meetings::load(tx, &part.relationship)?;
            let state = State::load(tx, &part.relationship)?;
            for session in near {
                let at = rings_at(session, &meetings.page(&session.id));
                if at <= now || found.as_ref().is_some_and(|(first, _)| *first <= at) {
                    continue;
                }
                let next = NextBell {
                    relationship: part.relationship.clone(),
                    session: SessionId(session.id.clone()),
                    name: state.person(side.other()).name.clone(),
                    at: desk.now.zone().civil(at).format("%H:%M").to_string(),
                    utc: at.to_rfc3339_opts(SecondsFormat::Secs, true),
                };
                found = Some((at, next));
            }
        }
        Ok(Outcome::read(Bell {
            next: found.map(|(_, next)| next),
        }))
    })
}
