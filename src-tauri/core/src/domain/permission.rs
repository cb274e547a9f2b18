//! Permissions to pass something on: what, to whom, since when and by whom (R95, R96).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What became of a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PermissionState")]
pub enum State {
    /// Somebody asked whether it may be passed on.
    Asked,
    /// It may be passed on.
    Given,
    /// It may not.
    Refused,
    /// It might, and may no longer.
    Withdrawn,
}

impl State {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Asked, Self::Given, Self::Refused, Self::Withdrawn];

    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Given => "given",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }

    /// What may come next; for the first step ask with `None`.
    pub const fn next(before: Option<Self>) -> &'static [Self] {
        match before {
            None | Some(Self::Refused | Self::Withdrawn) => &[Self::Asked, Self::Given],
            Some(Self::Asked) => &[Self::Given, Self::Refused],
            Some(Self::Given) => &[Self::Withdrawn],
        }
    }

    /// Whether only the one whose words they are can take this step. Anyone of the two may ask.
    pub const fn is_the_givers(self) -> bool {
        !matches!(self, Self::Asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r96_a_permission_is_asked_for_given_refused_and_withdrawn_in_this_order_only() {
        let may = |before, next| State::next(before).contains(&next);
        for (before, next) in [
            (None, State::Asked),
            (None, State::Given),
            (Some(State::Asked), State::Given),
            (Some(State::Asked), State::Refused),
            (Some(State::Given), State::Withdrawn),
            (Some(State::Refused), State::Given),
            (Some(State::Withdrawn), State::Asked),
        ] {
            assert!(may(before, next), "{before:?} {next:?}");
        }
        for (before, next) in [
            (None, State::Withdrawn),
            (None, State::Refused),
            (Some(State::Given), State::Given),
            (Some(State::Given), State::Refused),
            (Some(State::Asked), State::Withdrawn),
            (Some(State::Refused), State::Withdrawn),
        ] {
            assert!(!may(before, next), "{before:?} {next:?}");
        }
        for state in State::ALL {
            assert_eq!(State::from_key(state.key()), Some(state));
        }
    }
}
