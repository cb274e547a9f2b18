//! The two sides of a relationship, and who the owner of this installation is in it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the two people: the mentor or the mentee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The mentor.
    Mentor,
    /// The mentee.
    Mentee,
}

impl Side {
    /// Both sides, mentor first.
    pub const BOTH: [Self; 2] = [Self::Mentor, Self::Mentee];

    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Mentee => "mentee",
        }
    }

    /// The side with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::BOTH.into_iter().find(|side| side.key() == key)
    }

    /// The other person.
    pub const fn other(self) -> Self {
        match self {
            Self::Mentor => Self::Mentee,
            Self::Mentee => Self::Mentor,
        }
    }
}

/// What the owner of this installation is in one relationship (B1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The owner is the mentor.
    Mentor,
    /// The owner is the mentee.
    Mentee,
    /// The owner looks after the relationship for the programme.
    Coordinator,
}

impl Role {
    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Mentee => "mentee",
            Self::Coordinator => "coordinator",
        }
    }

    /// The role with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Mentor, Self::Mentee, Self::Coordinator]
            .into_iter()
            .find(|role| role.key() == key)
    }

    /// The owner's side, where the owner is one of the two.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Mentor => Some(Side::Mentor),
            Self::Mentee => Some(Side::Mentee),
            Self::Coordinator => None,
        }
    }
}
