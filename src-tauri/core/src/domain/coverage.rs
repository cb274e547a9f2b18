//! Which of the three kinds of learning a plan has (R103). A missing kind is a hint and never blocks.

use super::activity::ActivityKind;

/// Which kinds there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    doing: bool,
    others: bool,
    stretch: bool,
}

impl Coverage {
    /// Of these activities; those that were let go are left out by the caller.
    pub fn of(kinds: impl IntoIterator<Item = ActivityKind>) -> Self {
        let mut coverage = Self::default();
        for kind in kinds {
            match kind {
                ActivityKind::Doing => coverage.doing = true,
                ActivityKind::Others => coverage.others = true,
                ActivityKind::Stretch => coverage.stretch = true,
            }
        }
        coverage
    }

    /// Whether there is an activity of this kind.
    pub const fn has(self, kind: ActivityKind) -> bool {
        match kind {
            ActivityKind::Doing => self.doing,
            ActivityKind::Others => self.others,
            ActivityKind::Stretch => self.stretch,
        }
    }

    /// The kinds that there are, or that are missing.
    fn kinds(self, there: bool) -> impl Iterator<Item = ActivityKind> {
        ActivityKind::ALL
            .into_iter()
            .filter(move |kind| self.has(*kind) == there)
    }

    /// The kinds that are missing.
    pub fn missing(self) -> impl Iterator<Item = ActivityKind> {
        self.kinds(false)
    }

    /// How many of the three there are.
    pub fn count(self) -> u32 {
        ActivityKind::ALL
            .into_iter()
            .map(|kind| u32::from(self.has(kind)))
            .sum()
    }

    /// `2 of 3 kinds`.
    pub fn words(self) -> String {
        format!("{} of 3 kinds", self.count())
    }

    /// What is missing, as something to think about; nothing where all three are there, or none yet.
    pub fn hint(self) -> Option<String> {
        let missing: Vec<&str> = self.missing().map(ActivityKind::words).collect();
        match (self.kinds(true).next(), missing.as_slice()) {
            (Some(there), [one, other]) => Some(format!(
                "Only one kind so far: {}. What could you learn {one}, or {other}?",
                there.words()
            )),
            (Some(_), [one]) => Some(format!("Two kinds so far. What could you learn {one}?")),
            (_, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ActivityKind::{Doing, Others, Stretch};

    #[test]
    fn r103_the_meter_counts_kinds_and_not_activities() {
        for (kinds, count, hint) in [
            (vec![], 0, None),
            (
                vec![Doing, Doing],
                1,
                Some(
                    "Only one kind so far: by doing. What could you learn from others, or as a stretch?",
                ),
            ),
            (
                vec![Others],
                1,
                Some(
                    "Only one kind so far: from others. What could you learn by doing, or as a stretch?",
                ),
            ),
            (
                vec![Stretch, Others, Others],
                2,
                Some("Two kinds so far. What could you learn by doing?"),
            ),
            (vec![Stretch, Others, Doing], 3, None),
        ] {
            let coverage = Coverage::of(kinds.clone());
            assert_eq!(coverage.count(), count, "{kinds:?}");
            assert_eq!(coverage.hint().as_deref(), hint, "{kinds:?}");
        }
    }
}
