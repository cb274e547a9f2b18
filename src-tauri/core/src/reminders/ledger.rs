//! What is done with what is due: notified, listed, put off, dismissed. Pure: it is given the rows of
//! the table `fired` and answers the rows to be written, in the transaction that read them.
//!
//! A notification is claimed, marked as handed to the desktop, shown, and reported. A claim that was
//! not handed over within a minute is taken up again: the program may have ended in between. One that was
//! handed over and never reported may have been on the screen, and nobody can know: it is not shown again
//! and stands in the list. So each occurrence is notified at most once, and always listed, across crashes
//! and two processes.

use super::{Claim, Facts, Occurrence, Rules, Spans};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeMap;

/// A claim that was not handed to the desktop is taken up again after this many seconds.
pub const LEASE: i64 = 60;
/// Notifications are shown for what became due within this time; what is older is told as missed.
pub const FRESH: TimeDelta = TimeDelta::hours(24);
/// What came this long ago, and was not notified, came while the owner was away.
const AWAY: TimeDelta = TimeDelta::minutes(15);
/// At most this many notifications within [`CAP_SECONDS`].
pub const CAP: usize = 3;
/// See [`CAP`].
pub const CAP_SECONDS: i64 = 600;
/// No lead is longer than this many days.
pub const LONGEST_LEAD: i64 = 400;

/// What became of an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// A process is about to show it.
    Claimed,
    /// It was shown.
    Shown,
    /// It stands in the list only.
    Listed,
    /// It was put off.
    Snoozed,
    /// The owner does not want to see it any more.
    Dismissed,
}

impl Fate {
    /// As it is kept.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Shown => "shown",
            Self::Listed => "listed",
            Self::Snoozed => "snoozed",
            Self::Dismissed => "dismissed",
        }
    }

    /// Reads what [`Fate::text`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        [
            Self::Claimed,
            Self::Shown,
            Self::Listed,
            Self::Snoozed,
            Self::Dismissed,
        ]
        .into_iter()
        .find(|fate| fate.text() == text)
    }
}

/// What is kept of an occurrence. Times are seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// What became of it.
    pub fate: Fate,
    /// Until when a claim holds.
    pub lease_until: i64,
    /// When it was handed to the desktop: from then on it may have been seen.
    pub shown_at: Option<i64>,
    /// Until when it is put off; a claim keeps it, because what comes back is as new as that.
    pub snooze_until: Option<i64>,
}

impl Entry {
    /// An entry of this fate.
    pub const fn new(fate: Fate) -> Self {
        Self {
            fate,
            lease_until: 0,
            shown_at: None,
            snooze_until: None,
        }
    }

    /// Whether it stands in the list at a moment.
    pub fn in_view(&self, now: DateTime<Utc>) -> bool {
        match self.fate {
            Fate::Dismissed => false,
            Fate::Snoozed => self
                .snooze_until
                .is_none_or(|until| until <= now.timestamp()),
            Fate::Claimed | Fate::Shown | Fate::Listed => true,
        }
    }
}

/// All that is kept.
pub type Ledger = BTreeMap<Claim, Entry>;

/// What is remembered between two looks. Times are seconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    /// The last look; none before the first.
    pub looked: Option<i64>,
    /// When the last notifications were shown.
    pub toasts: Vec<i64>,
}

/// What one look decided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// Entries to be written.
    pub entries: Vec<(Claim, Entry)>,
    /// What this process shows now, as one notification where it is more than one.
    pub claimed: Vec<Occurrence>,
    /// How many more came while the owner was away, and are only counted.
    pub missed: usize,
    /// Whether any of it came some time ago.
    pub away: bool,
}

impl Look {
    /// How many things the notification is about.
    pub const fn count(&self) -> usize {
        self.claimed.len().saturating_add(self.missed)
    }
}

/// Days before a moment; the moment itself where the calendar ends.
pub fn before_days(now: DateTime<Utc>, days: i64) -> DateTime<Utc> {
    TimeDelta::try_days(days)
        .and_then(|days| now.checked_sub_signed(days))
        .unwrap_or(now)
}

/// Looks at what is due of all relationships. Nothing is decided in quiet hours.
pub fn look(
    all: &[Facts],
    rules: &Rules,
    ledger: &Ledger,
    memory: &Memory,
    now: DateTime<Utc>,
) -> Look {
    let mut look = Look::default();
    if rules.quiet.holds(rules.zone.civil(now)) {
        return look;
    }
    let capped = capped_until(memory, now.timestamp());
    // A clock that was set back: what lies ahead of it now has not been looked at.
    let looked = memory.looked.map(|looked| looked.min(now.timestamp()));
    let spans = Spans::listed(rules, now);
    let parts = in_parts(all, |part| {
        let mut look = Look::default();
        for facts in part {
            let due = spans.due(facts, rules);
            for (at, occurrence) in due.iter().enumerate() {
                let newest = !due
                    .iter()
                    .skip(at + 1)
                    .any(|later| later.thread == occurrence.thread);
                decide(
                    &mut look, rules, ledger, looked, capped, now, occurrence, newest,
                );
            }
        }
        look
    });
    for part in parts {
        look.entries.extend(part.entries);
        look.claimed.extend(part.claimed);
        look.missed += part.missed;
        look.away |= part.away;
    }
    look
}

/// From so many relationships on it is worth its while to look at them side by side.
const MANY: usize = 1_000;
/// At most so many are looked at side by side.
const SIDE_BY_SIDE: usize = 8;

/// Works on the facts in parts, side by side where there are many; what comes of them in their order.
fn in_parts<T: Send>(all: &[Facts], work: impl Fn(&[Facts]) -> T + Sync) -> Vec<T> {
    if all.len() < MANY {
        return vec![work(all)];
    }
    let lanes = std::thread::available_parallelism().map_or(1, usize::from);
    let size = all.len().div_ceil(lanes.min(SIDE_BY_SIDE));
    std::thread::scope(|scope| {
        let parts: Vec<_> = all
            .chunks(size)
            .map(|part| scope.spawn(|| work(part)))
            .collect();
        parts
            .into_iter()
            .map(|part| {
                part.join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    })
}

/// Until when no notification may be shown, because there were so many.
pub(super) fn capped_until(memory: &Memory, now: i64) -> Option<i64> {
    let recent: Vec<i64> = memory
        .toasts
        .iter()
        .copied()
        .filter(|shown| (now - CAP_SECONDS..=now).contains(shown))
        .collect();
    let oldest = recent.iter().copied().min()?;
    (recent.len() >= CAP).then_some(oldest + CAP_SECONDS + 1)
}

#[expect(
    clippy::too_many_arguments,
    reason = "one step of the loop above, which has all of it"
)]
fn decide(
    look: &mut Look,
    rules: &Rules,
    ledger: &Ledger,
    looked: Option<i64>,
    capped: Option<i64>,
    now: DateTime<Utc>,
    occurrence: &Occurrence,
    newest: bool,
) {
    let key = occurrence.key();
    let entry = ledger.get(&key).copied();
    let seconds = now.timestamp();
    let reach = occurrence.is_notified(rules);
    let over = occurrence.ends.is_some_and(|ends| ends <= now);
    let came = entry
        .and_then(|entry| DateTime::from_timestamp(entry.snooze_until?, 0))
        .map_or(occurrence.fires, |back| back.max(occurrence.fires));
    let fresh = came > now - FRESH && !over;
    // What comes of a date that was only just written down is in front of its writer anyway.
    let since_look = looked.is_none_or(|looked| occurrence.fires.timestamp() > looked);
    for merged in occurrence.merged_keys() {
        if !ledger.contains_key(&merged) {
            look.entries.push((merged, Entry::new(Fate::Listed)));
        }
    }
    let mut missed = false;
    let notify = match entry {
        None => {
            missed = newest && reach && looked.is_some() && since_look && !fresh && !over;
            newest && reach && fresh && since_look
        }
        Some(entry) => match entry.fate {
            Fate::Claimed if entry.lease_until > seconds => return,
            // Handed over and not reported: it may have been on the screen.
            Fate::Claimed if entry.shown_at.is_some() => false,
            Fate::Claimed => newest && reach && fresh,
            Fate::Snoozed if entry.snooze_until.is_none_or(|until| until > seconds) => return,
            // What was put off comes back whenever it was put off to.
            Fate::Snoozed => newest && reach && !over,
            Fate::Shown | Fate::Listed | Fate::Dismissed => return,
        },
    };
    let fate = if notify { Fate::Claimed } else { Fate::Listed };
    let lease = match (notify, capped) {
        (false, _) => 0,
        (true, None) => seconds + LEASE,
        (true, Some(open)) => open,
    };
    look.entries.push((
        key,
        Entry {
            fate,
            lease_until: lease,
            shown_at: entry.and_then(|entry| entry.shown_at).filter(|_| !notify),
            snooze_until: entry
                .and_then(|entry| entry.snooze_until)
                .filter(|_| notify),
        },
    ));
    if capped.is_some() {
        return;
    }
    if notify {
        look.away |= occurrence.fires < now - AWAY && entry.is_none();
        look.claimed.push(occurrence.clone());
    } else if missed {
        look.away = true;
        look.missed += 1;
    }
}

/// Entries for claims that are handed to the desktop now. None where one of them is not this process's any more,
/// because it was dealt with, taken up again or handed over before: then none of them is shown.
pub fn showing(
    ledger: &Ledger,
    claims: &[Claim],
    now: DateTime<Utc>,
) -> Option<Vec<(Claim, Entry)>> {
    claims
        .iter()
        .map(|claim| {
            let entry = ledger.get(claim)?;
            let ours = entry.fate == Fate::Claimed && entry.shown_at.is_none();
            ours.then(|| {
                let handed = Entry {
                    lease_until: now.timestamp() + LEASE,
                    shown_at: Some(now.timestamp()),
                    ..Entry::new(Fate::Claimed)
                };
                (claim.clone(), handed)
            })
        })
        .collect()
}

/// Entries for claims that were shown.
pub fn shown(ledger: &Ledger, claims: &[Claim]) -> Vec<(Claim, Entry)> {
    claims
        .iter()
        .filter_map(|claim| {
            let entry = ledger
                .get(claim)
                .filter(|entry| entry.fate == Fate::Claimed)?;
            let shown = Entry {
                shown_at: entry.shown_at,
                ..Entry::new(Fate::Shown)
            };
            Some((claim.clone(), shown))
        })
        .collect()
}

/// When the next look has something to do, seconds since 1970; none where nothing lies within a day.
pub fn next_look(all: &[Facts], rules: &Rules, ledger: &Ledger, now: DateTime<Utc>) -> Option<i64> {
    let tomorrow = now.checked_add_signed(TimeDelta::days(1)).unwrap_or(now);
    let spans = Spans::between(rules, now, tomorrow);
    let coming = in_parts(all, |part| {
        let first = |facts| Some(spans.occurrences(facts, rules).first()?.fires.timestamp());
        part.iter().filter_map(first).min()
    })
    .into_iter()
    .flatten();
    let kept = ledger.values().filter_map(|entry| match entry.fate {
        Fate::Snoozed => entry.snooze_until.filter(|until| *until > now.timestamp()),
        Fate::Claimed => Some(entry.lease_until).filter(|until| *until > now.timestamp()),
        Fate::Shown | Fate::Listed | Fate::Dismissed => None,
    });
    // In quiet hours nothing is decided; what waits for their end is looked at then.
    let civil = rules.zone.civil(now);
    let awake = rules
        .zone
        .instant(rules.quiet.defer(civil))
        .map(|awake| awake.timestamp())
        .filter(|awake| *awake > now.timestamp());
    coming.chain(kept).chain(awake).min()
}
