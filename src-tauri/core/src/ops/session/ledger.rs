//! The ledger of moves and cancellations: who asked, and how long before (R20, R21).

use super::{Opened, row};
use crate::api::session::{ChangeKind, Ledger, LedgerCount, LedgerLine, NewTimes, Notice};
use crate::domain::answer::Answer;
use crate::domain::dates;
use crate::domain::ids::SessionId;
use crate::domain::moment::Moment;
use crate::domain::session::{Session, new_times_by};
use crate::domain::shared::sessions as schema;
use crate::domain::side::Side;
use crate::domain::template::template;
use crate::error::Result;
use crate::ops::contact::read_time;
use crate::ops::{long_text, read_past, words};
use crate::record::Pen;
use crate::record::session::{Change, Changed};
use crate::record::state::State;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::json;

/// Hours of notice where the two agreed on nothing, and where somebody would have travelled (R21).
const USUAL_NOTICE: (u32, u32) = (24, 48);

/// What is said of a move or a cancellation besides the new time.
#[derive(Debug)]
pub(super) struct Asked {
    side: Side,
    on: NaiveDate,
    at: Option<NaiveTime>,
    reason: String,
    travel: bool,
}

/// A request's words on who asked, and when.
pub(super) struct Typed<'a> {
    pub by: Option<Side>,
    pub on: Option<&'a str>,
    pub at: Option<&'a str>,
    pub reason: Option<&'a str>,
    pub travel: Option<bool>,
}

impl Asked {
    /// What one of the two asked on a day.
    pub(super) const fn on(side: Side, on: NaiveDate) -> Self {
        Self {
            side,
            on,
            at: None,
            reason: String::new(),
            travel: false,
        }
    }

    /// The line that it makes, before it is written.
    pub(super) fn change(&self, session: &Session) -> Change {
        Change {
            id: String::new(),
            position: 0,
            session: session.id.clone(),
            kind: Changed::Moved,
            side: self.side,
            asked_on: self.on,
            asked_at: self.at,
            was_at: session.starts_at,
            was_zone: session.zone.clone(),
            now_at: None,
            now_zone: None,
            travel: self.travel,
            reason: String::new(),
        }
    }

    /// Reads it: now, where no day is named.
    pub(super) fn read(
        typed: &Typed<'_>,
        opened: &Opened,
        session: &Session,
        now: &Moment,
    ) -> Result<Self> {
        let at = match typed.at.filter(|at| !at.trim().is_empty()) {
            Some(at) => Some(read_time("askedAt", at)?),
            None => None,
        };
        let present = session.zone().civil(now.utc());
        let (on, at) = match typed.on.filter(|on| !on.trim().is_empty()) {
            Some(on) => (
                read_past("askedOn", on, now.date().max(present.date()))?,
                at,
            ),
            None => (present.date(), Some(at.unwrap_or(present.time()))),
        };
        Ok(Self {
            side: typed.by.unwrap_or(opened.side()),
            on,
            at,
            reason: long_text("reason", "reason", typed.reason.unwrap_or_default())?,
            travel: typed.travel.unwrap_or_default(),
        })
    }

    /// Writes a line of the ledger; `to` is the new time, with its zone, of a move.
    pub(super) fn write(
        &self,
        pen: &mut Pen<'_, '_>,
        opened: &Opened,
        session: &Session,
        to: Option<(NaiveDateTime, &str)>,
    ) -> Result<()> {
        let position = opened
            .changes
            .iter()
            .map(|change| change.position + 1)
            .max()
            .unwrap_or_default();
        let fields = row(json!({
            "position": position,
            "session": session.id,
            "kind": if to.is_some() { "moved" } else { "cancelled" },
            "side": self.side.key(),
            "asked_on": self.on.to_string(),
            "asked_at": self.at.map(|at| at.format("%H:%M").to_string()),
            "was_at": super::civil_text(session.starts_at),
            "was_zone": session.zone,
            "now_at": to.map(|(civil, _)| super::civil_text(civil)),
            "now_zone": to.map(|(_, zone)| zone),
            "travel": i64::from(self.travel),
            "reason": self.reason,
        }));
        let id = SessionId::new();
        pen.create(&schema::SESSION_CHANGE, id.as_str(), fields)
    }
}

fn agreed_hours(state: &State, key: &str) -> Option<u32> {
    match state.answer(template().field(key)?, None)? {
        Answer::Number(hours) => u32::try_from(hours).ok(),
        Answer::Text(_)
        | Answer::List(_)
        | Answer::Choice(_)
        | Answer::Date(_)
        | Answer::YesNo(_) => None,
    }
}

/// Hours of notice that the two owe each other (R21).
pub(super) fn owed_hours(state: &State, travel: bool) -> u32 {
    if travel {
        agreed_hours(state, "area.4.notice_travel_hours").unwrap_or(USUAL_NOTICE.1)
    } else {
        agreed_hours(state, "area.4.notice_hours").unwrap_or(USUAL_NOTICE.0)
    }
}

fn count(number: i64, one: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{number} {one}s")
    }
}

/// `5 days`, `1 day (20 hours)`, `3 hours`, `no notice`.
fn notice_words(days: i64, hours: i64) -> String {
    if hours < 0 {
        "no notice".to_owned()
    } else if days >= 2 {
        count(days, "day")
    } else if days == 1 && hours != 24 {
        format!("1 day ({})", count(hours, "hour"))
    } else if days == 1 {
        "1 day".to_owned()
    } else if hours == 0 {
        "less than an hour".to_owned()
    } else {
        count(hours, "hour")
    }
}

/// The notice that a change gave.
pub(super) fn notice(change: &Change, state: &State) -> Notice {
    let (days, hours) = (change.notice_days(), change.notice_hours());
    let owed_hours = owed_hours(state, change.travel);
    Notice {
        days,
        hours,
        words: notice_words(days, hours),
        owed_hours,
        enough: hours >= i64::from(owed_hours),
    }
}

/// What is owed for a session that was called off.
fn new_times(change: &Change, opened: &Opened, today: NaiveDate) -> Option<NewTimes> {
    let skipped = opened.state.terms.postpone.as_deref() == Some("skip");
    if change.kind == Changed::Moved || skipped {
        return None;
    }
    let by = new_times_by(change.asked_on);
    let done = opened
        .proposals
        .iter()
        .any(|proposal| proposal.session == change.session && proposal.state != "withdrawn");
    let name = &opened.state.person(change.side).name;
    Some(NewTimes {
        by: words(today, by),
        done,
        words: if done {
            format!("{name} has proposed new times.")
        } else {
            format!("{name} proposes two new times by {}.", dates::long(by))
        },
    })
}

fn line(change: &Change, opened: &Opened, today: NaiveDate) -> LedgerLine {
    let state = &opened.state;
    let name = &state.person(change.side).name;
    let notice = notice(change, state);
    let was = dates::long(change.was_at.date());
    let told = match (change.kind, change.now_at) {
        (Changed::Moved, Some(now)) => format!(
            "{name} moved the session on {was} to {}, {}",
            dates::long(now.date()),
            now.format("%H:%M")
        ),
        (Changed::Moved, None) => format!("{name} moved the session on {was}"),
        (Changed::Cancelled, _) => format!("{name} cancelled the session on {was}"),
    };
    LedgerLine {
        session: SessionId(change.session.clone()),
        kind: match change.kind {
            Changed::Moved => ChangeKind::Moved,
            Changed::Cancelled => ChangeKind::Cancelled,
        },
        side: change.side,
        name: name.clone(),
        asked: words(today, change.asked_on),
        was: words(today, change.was_at.date()),
        was_at: change.was_at.format("%H:%M").to_string(),
        now: change.now_at.map(|now| words(today, now.date())),
        now_at: change.now_at.map(|now| now.format("%H:%M").to_string()),
        words: format!("{told}. Notice: {}.", notice.words),
        notice,
        reason: change.reason.clone(),
        new_times: new_times(change, opened, today),
    }
}

/// `1 move`, `2 moves`, `no moves`.
fn so_many(number: u32, one: &str) -> String {
    match number {
        0 => format!("no {one}s"),
        _ => count(i64::from(number), one),
    }
}

/// The whole ledger, with what each of the two has in it (R20).
pub(super) fn view(opened: &Opened, today: NaiveDate) -> Ledger {
    let state = &opened.state;
    let mut lines: Vec<LedgerLine> = opened
        .changes
        .iter()
        .map(|change| line(change, opened, today))
        .collect();
    lines.reverse();
    let counts = [Side::Mentee, Side::Mentor]
        .into_iter()
        .map(|side| {
            let of = |kind: ChangeKind| {
                let many = lines
                    .iter()
                    .filter(|line| line.side == side && line.kind == kind)
                    .count();
                u32::try_from(many).unwrap_or(u32::MAX)
            };
            let (moves, cancellations) = (of(ChangeKind::Moved), of(ChangeKind::Cancelled));
            let short = lines
                .iter()
                .filter(|line| line.side == side && !line.notice.enough)
                .count();
            let name = state.person(side).name.clone();
            LedgerCount {
                side,
                words: format!(
                    "{name}: {}, {}",
                    so_many(moves, "move"),
                    so_many(cancellations, "cancellation")
                ),
                name,
                moves,
                cancellations,
                short_notice: u32::try_from(short).unwrap_or(u32::MAX),
            }
        })
        .collect();
    Ledger { lines, counts }
}
