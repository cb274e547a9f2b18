//! What the rules of staying in touch are made from, read for one relationship: the log, the meetings that were held,
//! and what the two agreed on. Screens, reminders, check-ups and papers ask here.

use super::profile::{load_settings, read_clock};
use crate::api::intake::IntakeKind;
use crate::domain::contact_state::{ContactState, Known, Touch};
use crate::domain::quiet::{self, Quiet, QuietClock, SILENCE_WEEKS};
use crate::domain::reply::{Agreed, REPLY_DAYS};
use crate::domain::session::{Session, Stage};
use crate::domain::side::Side;
use crate::domain::template::{Answer, template};
use crate::domain::{contact_state, dates};
use crate::error::Result;
use crate::record::contact_log::{ContactLog, Logged};
use crate::record::session::Sessions;
use crate::record::setup;
use crate::record::state::State;
use crate::store::Tx;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// Everything that the rules need.
#[derive(Debug, Clone)]
pub(crate) struct ContactFacts {
    pub log: ContactLog,
    /// Days on which the two met.
    pub held: Vec<NaiveDate>,
    /// Days of sessions that are confirmed and not over.
    pub confirmed: Vec<NaiveDate>,
    pub connected_on: Option<NaiveDate>,
    /// After how many weeks without contact both are asked (R39).
    pub weeks: u32,
    /// When a day ends for what is due at its end: the owner's choice.
    pub end_of_day: NaiveTime,
    /// Whether a mentor was asked: then an answer is awaited, and no e-mail (R131).
    pub asked: bool,
    touches: Vec<Touch>,
    met: bool,
}

/// A message without an answer, and the day on which its writer asks again (R38).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Waiting<'a> {
    pub message: &'a Logged,
    pub ask_on: NaiveDate,
}

impl ContactFacts {
    /// Reads them; `today` by the owner's clock.
    pub(crate) fn load(tx: &Tx<'_>, state: &State, today: NaiveDate) -> Result<Self> {
        let relationship = &state.relationship;
        let log = ContactLog::load(tx, relationship)?;
        let sessions = Sessions::load(tx, relationship)?;
        let intake = setup::intake(tx, relationship)?;
        let begun = state.terms.starts_on.is_some_and(|start| start <= today);
        let agreed = template()
            .sections
            .iter()
            .any(|section| state.standing(&section.key) == "agreed");
        Ok(Self {
            held: sessions
                .all()
                .iter()
                .filter(|session| session.is_held())
                .map(Session::date)
                .collect(),
            confirmed: sessions
                .all()
                .iter()
                .filter(|session| session.state == Stage::Confirmed && session.date() >= today)
                .map(Session::date)
                .collect(),
            connected_on: state.connected_on.filter(|_| state.connected),
            weeks: state.terms.silence_weeks.unwrap_or(SILENCE_WEEKS),
            end_of_day: end_of_day(tx)?,
            asked: IntakeKind::from_key(&intake.kind) == IntakeKind::Request,
            touches: log.touches(),
            met: begun
                || agreed
                || intake.together == Some(true)
                || IntakeKind::from_key(&intake.kind) == IntakeKind::SelfArranged,
            log,
        })
    }

    /// What is known of the pair, for the rules of the first two weeks.
    pub(crate) fn known(&self) -> Known<'_> {
        Known {
            connected_on: self.connected_on,
            touches: &self.touches,
            held: &self.held,
            met: self.met,
        }
    }

    /// Where the two stand at `now`, by the owner's clock.
    pub(crate) fn state(&self, now: NaiveDateTime) -> ContactState {
        self.known().state(now, self.end_of_day)
    }

    /// The quiet clock; none before the first contact and before the connection (R2, R39).
    pub(crate) fn clock(&self) -> Option<QuietClock> {
        self.connected_on?;
        let last = self.known().last()?;
        Some(QuietClock::new(last, &self.log.pauses(), self.weeks))
    }

    /// What the quiet clock shows on `today` (section 8).
    pub(crate) fn quiet(&self, today: NaiveDate) -> Option<Quiet> {
        self.clock()?.shows(today, &self.confirmed)
    }

    /// The messages that want an answer and have none, of either side, the oldest first (R38, C34).
    pub(crate) fn waiting<'a>(&'a self, state: &State) -> Vec<Waiting<'a>> {
        self.log
            .unanswered(&self.held)
            .filter_map(|message| {
                let ask_on = agreed(state, message).ask_again_on(message.on, message.at)?;
                Some(Waiting { message, ask_on })
            })
            .collect()
    }

    /// The days of the check-ins without an answer in the silence that lasts now (R57), of one side.
    pub(crate) fn check_ins(&self, side: Side) -> Vec<NaiveDate> {
        quiet::check_ins(
            &self.touches,
            &self.held,
            &self.log.pauses(),
            self.weeks,
            side,
        )
    }

    /// The last day on which the other one of `side` was heard, or the two met.
    pub(crate) fn last_heard(&self, side: Side) -> Option<NaiveDate> {
        self.touches
            .iter()
            .filter(|touch| touch.side != side)
            .map(|touch| touch.on)
            .chain(self.held.iter().copied())
            .max()
    }

    /// "All fine for now", where the person who said so is to be in touch again on or after `today` or has not been
    /// yet (R19): none once they wrote, or anybody did on the day or later.
    pub(crate) fn all_fine(&self, today: NaiveDate) -> Option<AllFine<'_>> {
        let said = self.log.all_fine()?;
        let back = said.back_on?;
        let at = self
            .log
            .contacts
            .iter()
            .position(|contact| contact.id == said.id)?;
        let heard = self
            .log
            .contacts
            .iter()
            .skip(at.saturating_add(1))
            .any(|later| later.side == said.side || later.on >= back)
            || self.held.iter().any(|on| *on > said.on);
        let runs = said.pause().is_some_and(|pause| pause.runs(today));
        let ended = said.ended_on.is_some();
        (runs || !(heard || ended)).then_some(AllFine {
            said,
            back,
            runs,
            due: !heard && !ended && back <= today,
        })
    }
}

/// "All fine for now" as it stands on one day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AllFine<'a> {
    pub said: &'a Logged,
    pub back: NaiveDate,
    pub runs: bool,
    pub due: bool,
}

/// What the two agreed on answers to a message: area 5, else what the one who is asked said (R14), else three days;
/// and the turn-around which that person promised for the channel (R73).
fn agreed(state: &State, message: &Logged) -> Agreed {
    let asked = message.side.other();
    let own_days = || {
        let field = template().field("area.5.nudge_days")?;
        if let Answer::Number(days) = state.answer(field, Some(asked))? {
            u32::try_from(days).ok()
        } else {
            None
        }
    };
    let promise = state
        .contact
        .of(asked)
        .find(|row| row.channel.kind == message.channel)
        .and_then(|row| row.channel.reply);
    Agreed {
        days: state
            .terms
            .reply_days
            .or_else(own_days)
            .unwrap_or(REPLY_DAYS),
        working: state.terms.reply_working_days == Some(true),
        promise,
    }
}

/// The owner's end of the day; five in the afternoon where they chose none.
fn end_of_day(tx: &Tx<'_>) -> Result<NaiveTime> {
    let chosen = read_clock(&load_settings(tx)?.end_of_day);
    Ok(chosen
        .or(contact_state::END_OF_DAY)
        .unwrap_or(NaiveTime::MIN))
}

/// The day from which the programme may be told that there was no first contact.
pub(crate) fn overdue_on(connected_on: NaiveDate) -> Option<NaiveDate> {
    dates::add_days(connected_on, crate::domain::first_contact::BOTH_UNTIL)
}
