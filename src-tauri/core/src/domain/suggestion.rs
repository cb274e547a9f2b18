//! Other words that one of the two suggests for a place of the agreement, and what becomes of them.

use super::ids::HeadingId;
use super::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A place of the agreement for which other words can be suggested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
#[ts(rename = "SuggestionPlace")]
pub enum Place {
    /// An answer of the form.
    Answer {
        /// Key of the field.
        field: String,
        /// Whose answer, where each gives one.
        #[serde(default)]
        side: Option<Side>,
    },
    /// What the answers of a section say on paper.
    Sentence {
        /// Key of the section.
        section: String,
    },
    /// The text under a heading of their own.
    Heading {
        /// Which heading.
        heading: HeadingId,
    },
}

/// What became of a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SuggestionState")]
pub enum Stage {
    /// Nobody has decided it yet: it stands between the two and signing.
    Open,
    /// Its words stand in the agreement.
    Accepted,
    /// The words that stood there stay.
    Kept,
    /// The words that stood there stay, and both know that they see it differently (R77).
    Disagreed,
    /// A suggestion with words of both answers it.
    Blended,
    /// Who made it took it back.
    Withdrawn,
}

impl Stage {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Accepted,
        Self::Kept,
        Self::Disagreed,
        Self::Blended,
        Self::Withdrawn,
    ];

    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Kept => "kept",
            Self::Disagreed => "disagreed",
            Self::Blended => "blended",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.key() == key)
    }

    /// Whether this is for the person who made the suggestion; everything else is for the other one.
    pub const fn is_its_makers(self) -> bool {
        matches!(self, Self::Withdrawn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_place_is_read_by_its_kind_and_by_nothing_else() {
        let read = |value| serde_json::from_value::<Place>(value).ok();
        assert_eq!(
            read(json!({"kind": "answer", "field": "area.13.rhythm"})),
            Some(Place::Answer {
                field: "area.13.rhythm".into(),
                side: None
            })
        );
        assert_eq!(
            read(json!({"kind": "heading", "heading": "h"})),
            Some(Place::Heading {
                heading: HeadingId("h".into())
            })
        );
        assert_eq!(read(json!({"kind": "goal", "goal": "g"})), None);
        assert_eq!(read(json!({"kind": "sentence", "field": "x"})), None);
        for stage in Stage::ALL {
            assert_eq!(Stage::from_key(stage.key()), Some(stage));
        }
    }
}
