//! The contact plan of one relationship, typed (R11, R12, R73).

use super::state::{number, text};
use crate::domain::contact::{Channel, ChannelKind, Promise, ReplyUnit};
use crate::domain::ids::RelationshipId;
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::week::Week;
use crate::error::Result;
use crate::store::Tx;
use crate::store::edit::EditRow;
use crate::store::shared::{self, Row};
use serde_json::Value;
use std::collections::BTreeMap;

/// A channel as a row of the shared record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChannelRow {
    pub id: String,
    pub side: Side,
    pub position: i64,
    pub channel: Channel,
}

/// How both are reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Contact {
    /// In each person's own order.
    pub channels: Vec<ChannelRow>,
    mentor: Week,
    mentee: Week,
}

/// What of the contact plan a question of the agreement shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The channels, best first (R11).
    Channels,
    /// The times of the week (R12).
    Times,
    /// How soon an answer comes (R73).
    Promises,
}

impl Shown {
    /// What the field with this key shows.
    pub(crate) fn of_field(key: &str) -> Option<Self> {
        Some(match key {
            "area.1.channels" => Self::Channels,
            "area.1.times" => Self::Times,
            "template.6.answers" => Self::Promises,
            _ => return None,
        })
    }

    /// The lines of some channels or a week.
    pub(crate) fn lines<'a>(
        self,
        channels: impl Iterator<Item = &'a Channel>,
        week: Week,
    ) -> Vec<String> {
        match self {
            Self::Channels => channels.map(Channel::line).collect(),
            Self::Times => week.lines(),
            Self::Promises => channels.filter_map(Channel::promise_line).collect(),
        }
    }
}

/// The rows of the contact plan as its edits make them, one after the other: for its history.
#[derive(Debug, Default)]
pub(crate) struct ContactReplay {
    channels: BTreeMap<String, Row>,
    weeks: BTreeMap<String, String>,
}

impl ContactReplay {
    /// Applies an edit of `contact_channel` or `contact_times`; others change nothing.
    pub(crate) fn apply(&mut self, edit: &EditRow) {
        let value: Value = serde_json::from_str(&edit.value).unwrap_or(Value::Null);
        let id = edit.record_id.clone();
        if edit.record == schema::CONTACT_TIMES.name {
            let marks = match edit.act.as_str() {
                "set" => value.as_str(),
                _ => value.get("marks").and_then(Value::as_str),
            };
            self.weeks.insert(id, marks.unwrap_or_default().to_owned());
            return;
        }
        if edit.record != schema::CONTACT_CHANNEL.name {
            return;
        }
        match (edit.act.as_str(), value) {
            ("create", Value::Object(row)) => {
                self.channels.insert(id, row);
            }
            ("remove", _) => {
                self.channels.remove(&id);
            }
            (_, value) => {
                if let Some(row) = self.channels.get_mut(&id) {
                    row.insert(edit.field.clone(), value);
                }
            }
        }
    }

    /// One person's channels, best first, with their rows.
    pub(crate) fn rows(&self, side: Side) -> Vec<(ChannelRow, &Row)> {
        let mut rows: Vec<(ChannelRow, &Row)> = self
            .channels
            .iter()
            .filter_map(|(id, row)| Some((channel(id, row)?, row)))
            .filter(|(channel, _)| channel.side == side)
            .collect();
        rows.sort_by(|(a, _), (b, _)| (a.position, &a.id).cmp(&(b.position, &b.id)));
        rows
    }

    /// The marks of one person's week, as they are stored.
    pub(crate) fn marks(&self, side: Side) -> &str {
        self.weeks.get(side.key()).map_or("", String::as_str)
    }

    /// What a question of the agreement showed of one person.
    pub(crate) fn lines(&self, shown: Shown, side: Side) -> Vec<String> {
        let rows = self.rows(side);
        shown.lines(
            rows.iter().map(|(row, _)| &row.channel),
            Week::read(self.marks(side)),
        )
    }
}

/// A channel out of its row; none where the row names nobody.
pub(crate) fn channel(id: &str, row: &Row) -> Option<ChannelRow> {
    let unit = ReplyUnit::from_key(&text(row, "reply_unit"));
    let reply = match (number(row, "reply_count"), unit) {
        (Some(count), Some(unit)) => Some(Promise { count, unit }),
        _ => None,
    };
    Some(ChannelRow {
        id: id.to_owned(),
        side: Side::from_key(&text(row, "side"))?,
        position: row
            .get("position")
            .and_then(Value::as_i64)
            .unwrap_or_default(),
        channel: Channel {
            kind: ChannelKind::from_key(&text(row, "kind")),
            label: text(row, "label"),
            address: text(row, "address"),
            note: text(row, "note"),
            reply,
        },
    })
}

impl Contact {
    /// Reads it.
    pub(crate) fn load(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let mut channels: Vec<ChannelRow> =
            shared::rows(tx, &schema::CONTACT_CHANNEL, relationship)?
                .iter()
                .filter_map(|(id, row)| channel(id, row))
                .collect();
        channels.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        let mut contact = Self {
            channels,
            ..Self::default()
        };
        for (id, row) in shared::rows(tx, &schema::CONTACT_TIMES, relationship)? {
            let week = Week::read(&text(&row, "marks"));
            match Side::from_key(&id) {
                Some(Side::Mentor) => contact.mentor = week,
                Some(Side::Mentee) => contact.mentee = week,
                None => {}
            }
        }
        Ok(contact)
    }

    /// One person's channels, best first.
    pub(crate) fn of(&self, side: Side) -> impl Iterator<Item = &ChannelRow> {
        self.channels.iter().filter(move |row| row.side == side)
    }

    /// One person's week.
    pub(crate) const fn week(&self, side: Side) -> Week {
        match side {
            Side::Mentor => self.mentor,
            Side::Mentee => self.mentee,
        }
    }

    /// What a question of the agreement shows of one person.
    pub(crate) fn lines(&self, shown: Shown, side: Side) -> Vec<String> {
        shown.lines(self.of(side).map(|row| &row.channel), self.week(side))
    }
}
