//! What each of the two expects (R45): written unseen by the other, revealed together, marked line by line.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The question it answers.
pub const FIELD: &str = "area.10.expectations";
/// The question where all lines together stand.
pub const ALIGNMENT: &str = "area.10.alignment";

/// How the two stand to one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ExpectationMark")]
pub enum Mark {
    /// Both expect it.
    Aligned,
    /// They still have to talk about it.
    ToDiscuss,
    /// They expect different things, and know it.
    Different,
}

impl Mark {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Aligned, Self::ToDiscuss, Self::Different];

    /// The word the store and the JSON use; the options of [`ALIGNMENT`] use the same.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Aligned => "aligned",
            Self::ToDiscuss => "to_discuss",
            Self::Different => "different",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.key() == key)
    }
}

/// Where all lines together stand: something to discuss comes before everything, and as long as a line has
/// no mark there is nothing to say.
pub fn together(marks: &[Option<Mark>]) -> Option<Mark> {
    if marks.contains(&Some(Mark::ToDiscuss)) {
        return Some(Mark::ToDiscuss);
    }
    if marks.is_empty() || marks.contains(&None) {
        return None;
    }
    Some(if marks.contains(&Some(Mark::Different)) {
        Mark::Different
    } else {
        Mark::Aligned
    })
}

/// What one of the two has finished. There is no way to its words but [`reveal`], which needs both: it is
/// neither written out, nor printed, nor copied.
pub struct Sealed(String);

impl Sealed {
    /// Words that come from the place where they are kept.
    pub(crate) const fn new(text: String) -> Self {
        Self(text)
    }
}

/// Opens what both have finished, at the same time: the mentor's lines and the mentee's.
pub fn reveal(mentor: Sealed, mentee: Sealed) -> [Vec<String>; 2] {
    [lines(&mentor.0), lines(&mentee.0)]
}

/// One expectation a line; a dash before it, and lines without words, are left out.
pub fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(|line| line.trim_start_matches(['-', '•', '*', ' ', '\t']).trim())
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r45_lines_are_read_with_and_without_a_dash() {
        assert_eq!(
            lines("- one\n\n  • two words\nthree - four\n-\n"),
            ["one", "two words", "three - four"]
        );
        assert!(lines(" \n-").is_empty());
    }

    #[test]
    fn r45_where_all_lines_stand_follows_from_each() {
        use Mark::{Aligned, Different, ToDiscuss};
        for (marks, all) in [
            (vec![], None),
            (vec![Some(Aligned), None], None),
            (vec![None, Some(ToDiscuss)], Some(ToDiscuss)),
            (vec![Some(Aligned), Some(Aligned)], Some(Aligned)),
            (vec![Some(Aligned), Some(Different)], Some(Different)),
            (vec![Some(Different), Some(ToDiscuss)], Some(ToDiscuss)),
        ] {
            assert_eq!(together(&marks), all, "{marks:?}");
        }
        for mark in Mark::ALL {
            assert_eq!(Mark::from_key(mark.key()), Some(mark));
        }
    }
}
