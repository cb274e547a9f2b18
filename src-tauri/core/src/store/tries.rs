//! Wrong pass phrases: each makes the next try wait longer. Kept in a file, so that starting
//! Fairlead again does not help.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::files::{self, FileError, Readers};

use super::folder::Folder;

/// This many wrong tries are looked at without a wait: fingers slip.
const FREE: u32 = 3;
/// The first wait in seconds; it doubles with each further try.
const FIRST_WAIT: i64 = 5;
/// The longest wait in seconds: a quarter of an hour.
const LONGEST_WAIT: i64 = 15 * 60;

/// The wrong tries since the last right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Tries {
    count: u32,
    last: DateTime<Utc>,
}

impl Tries {
    /// What the folder remembers. A garbled file counts as none: who can write there could as
    /// well remove it, and Argon2id still makes each guess dear.
    pub(super) fn read(folder: &Folder) -> Self {
        files::read_limited(&folder.tries(), 1024)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Seconds until the next try is looked at, rounded up; 0: at once.
    ///
    /// A clock that went back does not shorten the wait, and never makes it longer than a whole one.
    pub(super) fn wait_seconds(self, now: DateTime<Utc>) -> u64 {
        let wait = wait_after(self.count);
        let passed = now.signed_duration_since(self.last).max(TimeDelta::zero());
        let left = (wait - passed).num_milliseconds().max(0);
        u64::try_from(left).unwrap_or(0).div_ceil(1000)
    }

    /// Counts a try before it is looked at, so that ending the process in between does not help.
    pub(super) fn count(self, folder: &Folder, now: DateTime<Utc>) -> Result<Self, FileError> {
        let counted = Self {
            count: self.count.saturating_add(1),
            last: now,
        };
        let text = serde_json::to_vec(&counted).unwrap_or_default();
        files::write_whole(&folder.tries(), &text, Readers::Owner)?;
        Ok(counted)
    }

    /// Forgets the wrong tries after a right one.
    pub(super) fn forget(folder: &Folder) {
        let _ = std::fs::remove_file(folder.tries());
    }
}

fn wait_after(wrong: u32) -> TimeDelta {
    let Some(beyond) = wrong.checked_sub(FREE) else {
        return TimeDelta::zero();
    };
    let seconds = 1_i64
        .checked_shl(beyond)
        .filter(|_| beyond < 32)
        .and_then(|factor| factor.checked_mul(FIRST_WAIT))
        .unwrap_or(LONGEST_WAIT);
    TimeDelta::seconds(seconds.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_from_the_third_wrong_try_to_a_quarter_of_an_hour() {
        let waits = [0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 40, u32::MAX]
            .map(|wrong| wait_after(wrong).num_seconds());
        assert_eq!(waits, [0, 0, 0, 5, 10, 20, 320, 640, 900, 900, 900, 900]);
    }

    #[test]
    fn a_clock_that_goes_back_neither_shortens_nor_lengthens_the_wait() {
        let last = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000);
        let tries = Tries { count: 5, last };
        assert_eq!(tries.wait_seconds(last), 20);
        assert_eq!(
            tries.wait_seconds(last + TimeDelta::milliseconds(19_001)),
            1
        );
        assert_eq!(tries.wait_seconds(last + TimeDelta::seconds(20)), 0);
        assert_eq!(tries.wait_seconds(last - TimeDelta::days(900)), 20);
    }
}
