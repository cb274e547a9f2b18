//! The contact log of one relationship, typed (R18), and what became of telling the programme (R6, R7, R57).
//!
//! Read through [`ContactLog::load`] by whoever needs to know when the two were in touch.

use super::state::{date, maybe_text, text};
use crate::domain::contact::ChannelKind;
use crate::domain::contact_state::Touch;
use crate::domain::escalation::{About, Mishap, Outcome};
use crate::domain::ids::RelationshipId;
use crate::domain::quiet::Pause;
use crate::domain::shared::contacts as schema;
use crate::domain::side::Side;
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared::{self, Row};
use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

/// What a contact was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Anything.
    Message,
    /// Somebody said that all is fine for now (R19).
    AllFine,
}

impl Purpose {
    /// The word of the store.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::AllFine => "all_fine",
        }
    }
}

/// One contact that was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Logged {
    pub id: String,
    position: i64,
    /// Who reached out.
    pub side: Side,
    pub channel: ChannelKind,
    pub on: NaiveDate,
    pub at: Option<NaiveTime>,
    /// The zone in which day and time are meant.
    pub zone: String,
    pub note: String,
    pub needs_reply: bool,
    pub purpose: Purpose,
    /// When the one who said that all is fine will be in touch again.
    pub back_on: Option<NaiveDate>,
    /// When that was ended before its time.
    pub ended_on: Option<NaiveDate>,
    /// The session that was agreed in it.
    pub session: Option<String>,
}

impl Logged {
    /// The pause that goes with "all is fine".
    pub(crate) fn pause(&self) -> Option<Pause> {
        let back = self.back_on?;
        Some(Pause {
            from: self.on,
            until: self.ended_on.map_or(back, |ended| ended.min(back)),
        })
    }
}

/// What became of telling the programme, for one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Escalation {
    pub id: String,
    pub looked_at: Vec<Mishap>,
    pub outcome: Option<Outcome>,
    pub on: Option<NaiveDate>,
    pub reason: String,
}

/// The name of an escalation in the record: what it is about, whose it is, and for a silence when it began.
pub(crate) fn escalation_id(about: About, side: Side, since: Option<NaiveDate>) -> String {
    match (about, since) {
        (About::Stalled, Some(since)) => format!("{}@{}@{since}", about.key(), side.key()),
        (About::Stalled | About::FirstContact, _) => format!("{}@{}", about.key(), side.key()),
    }
}

/// The contact log and the escalations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ContactLog {
    /// Oldest first.
    pub contacts: Vec<Logged>,
    pub escalations: Vec<Escalation>,
    next: i64,
}

fn logged(id: String, row: &Row) -> Option<Logged> {
    Some(Logged {
        id,
        position: row.get("position").and_then(Value::as_i64)?,
        side: Side::from_key(&text(row, "side"))?,
        channel: ChannelKind::from_key(&text(row, "channel")),
        on: date(row, "on_date")?,
        at: maybe_text(row, "at_time").and_then(|at| NaiveTime::parse_from_str(&at, "%H:%M").ok()),
        zone: text(row, "zone"),
        note: text(row, "note"),
        needs_reply: row.get("needs_reply").and_then(Value::as_i64) == Some(1),
        purpose: if text(row, "purpose") == Purpose::AllFine.key() {
            Purpose::AllFine
        } else {
            Purpose::Message
        },
        back_on: date(row, "back_on"),
        ended_on: date(row, "ended_on"),
        session: maybe_text(row, "session"),
    })
}

/// Puts contacts in order: by day, and within a day by the clock where each has its time, else as they were written.
fn put_in_order(contacts: &mut [Logged]) {
    contacts.sort_by_key(|contact| (contact.on, contact.position));
    for day in contacts.chunk_by_mut(|one, other| one.on == other.on) {
        if day.iter().all(|contact| contact.at.is_some()) {
            day.sort_by_key(|contact| (contact.at, contact.position));
        }
    }
}

impl ContactLog {
    /// Reads it.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let mut contacts: Vec<Logged> = shared::rows(tx, &schema::CONTACT_LOG, relationship)?
            .into_iter()
            .filter_map(|(id, row)| logged(id, &row))
            .collect();
        let next = contacts
            .iter()
            .map(|contact| contact.position)
            .max()
            .unwrap_or_default();
        put_in_order(&mut contacts);
        let escalations = shared::rows(tx, &schema::ESCALATION, relationship)?
            .into_iter()
            .map(|(id, row)| Escalation {
                looked_at: Mishap::ALL
                    .into_iter()
                    .filter(|mishap| row.get(mishap.key()).and_then(Value::as_i64) == Some(1))
                    .collect(),
                outcome: Outcome::from_key(&text(&row, "outcome")),
                on: date(&row, "on_date"),
                reason: text(&row, "reason"),
                id,
            })
            .collect();
        Ok(Self {
            contacts,
            escalations,
            next: next.saturating_add(1),
        })
    }

    /// The place of the next contact in the order of writing down.
    pub(crate) const fn next(&self) -> i64 {
        self.next
    }

    /// One contact.
    pub(crate) fn contact(&self, id: &str) -> Option<&Logged> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// One escalation.
    pub(crate) fn escalation(&self, id: &str) -> Option<&Escalation> {
        self.escalations.iter().find(|each| each.id == id)
    }

    /// Who reached out on which days, oldest first, up to `today`.
    pub(crate) fn touches(&self) -> Vec<Touch> {
        self.contacts
            .iter()
            .map(|contact| Touch {
                side: contact.side,
                on: contact.on,
            })
            .collect()
    }

    /// The times in which somebody said that all is fine (R19).
    pub(crate) fn pauses(&self) -> Vec<Pause> {
        self.contacts.iter().filter_map(Logged::pause).collect()
    }

    /// The newest "all fine" (R19).
    pub(crate) fn all_fine(&self) -> Option<&Logged> {
        self.contacts
            .iter()
            .rev()
            .find(|contact| contact.purpose == Purpose::AllFine)
    }

    /// The messages that want an answer and have none: nothing came from the other person since, and the two have not
    /// met since, on one of the days `held` (R38). Oldest first.
    pub(crate) fn unanswered<'a>(
        &'a self,
        held: &'a [NaiveDate],
    ) -> impl Iterator<Item = &'a Logged> {
        self.contacts
            .iter()
            .enumerate()
            .filter(move |(at, contact)| {
                contact.needs_reply
                    && !self
                        .contacts
                        .iter()
                        .skip(*at)
                        .any(|later| later.side != contact.side)
                    && !held.iter().any(|on| *on >= contact.on)
            })
            .map(|(_, contact)| contact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(id: &str, side: Side, on: &str, at: Option<&str>, position: i64) -> Logged {
        Logged {
            id: id.to_owned(),
            position,
            side,
            channel: ChannelKind::Email,
            on: on.parse().unwrap(),
            at: at.map(|at| NaiveTime::parse_from_str(at, "%H:%M").unwrap()),
            zone: "UTC".to_owned(),
            note: String::new(),
            needs_reply: true,
            purpose: Purpose::Message,
            back_on: None,
            ended_on: None,
            session: None,
        }
    }

    fn log(mut contacts: Vec<Logged>) -> ContactLog {
        put_in_order(&mut contacts);
        ContactLog {
            contacts,
            ..ContactLog::default()
        }
    }

    fn waiting(log: &ContactLog) -> Vec<&str> {
        log.unanswered(&[]).map(|each| each.id.as_str()).collect()
    }

    #[test]
    fn r38_an_answer_on_the_same_day_counts_by_the_clock_where_both_times_are_known() {
        let (mentee, mentor) = (Side::Mentee, Side::Mentor);
        let day = "2026-03-05";
        // Written down in the wrong order; the clock tells the right one.
        let one = log(vec![
            contact("in", mentor, day, Some("18:00"), 1),
            contact("out", mentee, day, Some("17:40"), 2),
        ]);
        assert_eq!(
            waiting(&one),
            ["in"],
            "the mentee has not answered the mentor"
        );
        // Without a time the order of writing down counts.
        let other = log(vec![
            contact("in", mentor, day, None, 1),
            contact("out", mentee, day, Some("17:40"), 2),
        ]);
        assert_eq!(waiting(&other), ["out"]);
    }

    #[test]
    fn r38_a_meeting_answers_what_was_asked_before_it() {
        let asked = log(vec![contact("out", Side::Mentee, "2026-03-05", None, 1)]);
        let met = |on: &str| [on.parse().unwrap()];
        assert_eq!(asked.unanswered(&met("2026-03-04")).count(), 1);
        assert_eq!(asked.unanswered(&met("2026-03-05")).count(), 0);
    }
}
