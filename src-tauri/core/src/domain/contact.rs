//! The contact plan: how each of the two is reached, and how soon an answer can be expected (R11, R73).

use super::wording::amount;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most channels of one person.
pub const MOST_CHANNELS: usize = 12;

/// A way to reach somebody (R11). Names of single tools are neutral (C26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// A call with pictures.
    VideoCall,
    /// E-mail.
    Email,
    /// A text message to a mobile phone.
    Text,
    /// A phone at a desk or at home.
    Phone,
    /// A mobile phone, to be called.
    Mobile,
    /// A messaging app; its name is the label.
    Messaging,
    /// Face to face.
    InPerson,
    /// Skype: the name that old forms use, kept for those who still write it.
    Skype,
    /// Anything else; the label says what.
    Other,
}

impl ChannelKind {
    /// All kinds, in the order in which a form offers them.
    pub const ALL: [Self; 9] = [
        Self::VideoCall,
        Self::Email,
        Self::Text,
        Self::Phone,
        Self::Mobile,
        Self::Messaging,
        Self::InPerson,
        Self::Skype,
        Self::Other,
    ];

    /// The word of the store and of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::VideoCall => "video_call",
            Self::Email => "email",
            Self::Text => "text",
            Self::Phone => "phone",
            Self::Mobile => "mobile",
            Self::Messaging => "messaging",
            Self::InPerson => "in_person",
            Self::Skype => "skype",
            Self::Other => "other",
        }
    }

    /// The kind with this word; a word of a newer program counts as [`Self::Other`].
    pub fn from_key(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|kind| kind.key() == key)
            .unwrap_or(Self::Other)
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::VideoCall => "Video call",
            Self::Email => "E-mail",
            Self::Text => "Text message",
            Self::Phone => "Phone",
            Self::Mobile => "Mobile phone",
            Self::Messaging => "Messaging app",
            Self::InPerson => "Face to face",
            Self::Skype => "Skype",
            Self::Other => "Another way",
        }
    }
}

/// Hours or days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReplyUnit {
    /// Hours.
    Hours,
    /// Calendar days; 0 is the same day.
    Days,
}

impl ReplyUnit {
    /// The word of the store and of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Days => "days",
        }
    }

    /// The unit with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Hours, Self::Days]
            .into_iter()
            .find(|unit| unit.key() == key)
    }

    /// The numbers that make sense, both included.
    pub const fn range(self) -> (u32, u32) {
        match self {
            Self::Hours => (1, 72),
            Self::Days => (0, 30),
        }
    }
}

/// A promise of an answer (R73): a promise about oneself, shown to both (C34).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ReplyPromise")]
pub struct Promise {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: ReplyUnit,
}

impl Promise {
    /// Whether the number makes sense for its unit.
    pub fn fits(self) -> bool {
        let (least, most) = self.unit.range();
        (least..=most).contains(&self.count)
    }

    /// `on the same day`, `within 2 days`.
    pub fn in_words(self) -> String {
        match (self.count, self.unit) {
            (0, _) => "on the same day".to_owned(),
            (1, ReplyUnit::Days) => "within a day".to_owned(),
            (1, ReplyUnit::Hours) => "within an hour".to_owned(),
            (count, unit) => format!("within {}", amount(i64::from(count), unit.key())),
        }
    }
}

/// One way to reach one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// What it is.
    pub kind: ChannelKind,
    /// Its own name, like that of the app; may be empty.
    pub label: String,
    /// Address, number or link; may be empty.
    pub address: String,
    /// Anything to add; may be empty.
    pub note: String,
    /// How soon an answer comes this way.
    pub reply: Option<Promise>,
}

impl Channel {
    /// What it is called: its own name, or the name of its kind.
    pub fn name(&self) -> &str {
        if self.label.is_empty() {
            self.kind.name()
        } else {
            &self.label
        }
    }

    /// One line: `E-mail: priya@example.org (reads it in the evening)`.
    pub fn line(&self) -> String {
        let mut line = self.name().to_owned();
        if !self.address.is_empty() {
            line.push_str(&format!(": {}", self.address));
        }
        if !self.note.is_empty() {
            line.push_str(&format!(" ({})", self.note));
        }
        line
    }

    /// The promise as a line: `E-mail: within 2 days`.
    pub fn promise_line(&self) -> Option<String> {
        self.reply
            .map(|promise| format!("{}: {}", self.name(), promise.in_words()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r73_promises_read_as_people_say_them() {
        let said = |count, unit| Promise { count, unit }.in_words();
        assert_eq!(said(0, ReplyUnit::Days), "on the same day");
        assert_eq!(said(1, ReplyUnit::Days), "within a day");
        assert_eq!(said(2, ReplyUnit::Days), "within 2 days");
        assert_eq!(said(1, ReplyUnit::Hours), "within an hour");
        assert_eq!(said(4, ReplyUnit::Hours), "within 4 hours");
        let fits = |count, unit| Promise { count, unit }.fits();
        assert!(fits(0, ReplyUnit::Days) && fits(30, ReplyUnit::Days));
        assert!(!fits(31, ReplyUnit::Days) && !fits(0, ReplyUnit::Hours));
        assert!(fits(72, ReplyUnit::Hours) && !fits(73, ReplyUnit::Hours));
    }

    #[test]
    fn r11_a_channel_is_called_by_its_own_name_where_it_has_one() {
        let mut channel = Channel {
            kind: ChannelKind::Messaging,
            label: "Signal".to_owned(),
            address: "+44 20 7946 0018".to_owned(),
            note: String::new(),
            reply: None,
        };
        assert_eq!(channel.line(), "Signal: +44 20 7946 0018");
        channel.label.clear();
        channel.note = "not at night".to_owned();
        assert_eq!(
            channel.line(),
            "Messaging app: +44 20 7946 0018 (not at night)"
        );
        for kind in ChannelKind::ALL {
            assert_eq!(ChannelKind::from_key(kind.key()), kind);
        }
        assert_eq!(ChannelKind::from_key("telepathy"), ChannelKind::Other);
    }
}
