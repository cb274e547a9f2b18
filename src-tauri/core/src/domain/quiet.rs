//! How long it has been quiet between the two (R19, R39, section 8), and how often somebody asked in vain (R57).

use super::contact_state::Touch;
use super::dates;
use super::side::Side;
use chrono::NaiveDate;

/// Weeks without contact after which both are asked, where the two agreed on nothing else (R39).
pub const SILENCE_WEEKS: u32 = 8;
/// A confirmed session this many days ahead hides the alarm (C7).
pub const HIDDEN_WITHIN: i64 = 7;
/// That many check-ins in vain, and the programme may be told (R57).
pub const CHECK_INS: usize = 2;

/// A time in which one of the two said that all is fine (R19): the clock stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The day on which it was said.
    pub from: NaiveDate,
    /// The day on which the clock goes on.
    pub until: NaiveDate,
}

impl Pause {
    /// Whether it runs on this day.
    pub fn runs(&self, on: NaiveDate) -> bool {
        self.from <= on && on < self.until
    }
}

/// The quiet clock of a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuietClock {
    last: NaiveDate,
    /// In order, none over another.
    pauses: Vec<Pause>,
    limit: i64,
}

/// What the clock shows on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quiet {
    /// It runs; the day on which it rings where nothing happens before.
    Running(NaiveDate),
    /// It stands still until this day (R19).
    Paused(NaiveDate),
    /// It has rung since this day, and is kept from view by a confirmed session on the second day (C7).
    Hidden(NaiveDate, NaiveDate),
    /// It has rung since this day.
    Ringing(NaiveDate),
}

impl QuietClock {
    /// A clock from the last contact in either direction, with its pauses in any order.
    pub fn new(last: NaiveDate, pauses: &[Pause], weeks: u32) -> Self {
        let mut sorted: Vec<Pause> = pauses
            .iter()
            .filter(|pause| pause.until > pause.from && pause.until > last)
            .map(|pause| Pause {
                from: pause.from.max(last),
                until: pause.until,
            })
            .collect();
        sorted.sort_by_key(|pause| (pause.from, pause.until));
        let mut merged: Vec<Pause> = Vec::new();
        for pause in sorted {
            match merged.last_mut() {
                Some(before) if pause.from <= before.until => {
                    before.until = before.until.max(pause.until);
                }
                Some(_) | None => merged.push(pause),
            }
        }
        Self {
            last,
            pauses: merged,
            limit: i64::from(weeks) * 7,
        }
    }

    /// The last contact.
    pub const fn last(&self) -> NaiveDate {
        self.last
    }

    /// Days without contact by `today`, without those in a pause.
    pub fn elapsed(&self, today: NaiveDate) -> i64 {
        let paused: i64 = self
            .pauses
            .iter()
            .map(|pause| (pause.until.min(today) - pause.from).num_days().max(0))
            .sum();
        ((today - self.last).num_days() - paused).max(0)
    }

    /// The day on which the clock rings where nothing happens before.
    pub fn rings_on(&self) -> Option<NaiveDate> {
        let mut from = self.last;
        let mut left = self.limit;
        for pause in &self.pauses {
            let runs = (pause.from - from).num_days();
            if runs >= left {
                break;
            }
            left -= runs;
            from = pause.until;
        }
        dates::add_days(from, left)
    }

    /// What it shows on `today`. `confirmed` are the days of confirmed sessions, in any order: one from today on to
    /// seven days ahead hides the alarm and does not set the clock back.
    pub fn shows(&self, today: NaiveDate, confirmed: &[NaiveDate]) -> Option<Quiet> {
        if let Some(pause) = self.pauses.iter().find(|pause| pause.runs(today)) {
            return Some(Quiet::Paused(pause.until));
        }
        let rings = self.rings_on()?;
        if today < rings {
            return Some(Quiet::Running(rings));
        }
        let near = confirmed
            .iter()
            .copied()
            .filter(|on| (0..=HIDDEN_WITHIN).contains(&(*on - today).num_days()))
            .min();
        Some(near.map_or(Quiet::Ringing(rings), |on| Quiet::Hidden(rings, on)))
    }
}

/// The messages that `side` has sent since the silence began without hearing back, each on a day of its own: the
/// check-ins of R57. `touches` are in order. A message counts once it was quiet for the limit when it was sent, and
/// so does each one after it.
pub fn check_ins(
    touches: &[Touch],
    held: &[NaiveDate],
    pauses: &[Pause],
    weeks: u32,
    side: Side,
) -> Vec<NaiveDate> {
    let mut found: Vec<NaiveDate> = Vec::new();
    let mut last: Option<NaiveDate> = None;
    let mut held = held.to_vec();
    held.sort_unstable();
    let mut meetings = held.into_iter().peekable();
    for touch in touches {
        while let Some(on) = meetings.next_if(|on| *on <= touch.on) {
            found.clear();
            last = last.max(Some(on));
        }
        if touch.side != side {
            found.clear();
            last = last.max(Some(touch.on));
            continue;
        }
        let silent = last.is_some_and(|last| {
            let clock = QuietClock::new(last, pauses, weeks);
            clock.rings_on().is_some_and(|rings| rings <= touch.on)
        });
        if (silent || !found.is_empty()) && found.last() != Some(&touch.on) {
            found.push(touch.on);
        }
        last = last.max(Some(touch.on));
    }
    if meetings.next().is_some() {
        found.clear();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        dates::from_iso(text).unwrap()
    }

    fn pause(from: &str, until: &str) -> Pause {
        Pause {
            from: day(from),
            until: day(until),
        }
    }

    #[test]
    fn r39_the_clock_rings_on_the_day_the_weeks_are_over() {
        // Eight weeks after Wednesday 11 March 2026 is Wednesday 6 May.
        let clock = QuietClock::new(day("2026-03-11"), &[], SILENCE_WEEKS);
        assert_eq!(clock.rings_on(), Some(day("2026-05-06")));
        assert_eq!(
            clock.shows(day("2026-05-05"), &[]),
            Some(Quiet::Running(day("2026-05-06")))
        );
        assert_eq!(
            clock.shows(day("2026-05-06"), &[]),
            Some(Quiet::Ringing(day("2026-05-06")))
        );
        assert_eq!(clock.elapsed(day("2026-05-06")), 56);
    }

    #[test]
    fn c7_a_confirmed_session_within_seven_days_hides_the_alarm_and_does_not_set_it_back() {
        let clock = QuietClock::new(day("2026-03-11"), &[], 6);
        let rings = day("2026-04-22");
        for (session, hidden) in [
            ("2026-04-21", false),
            ("2026-04-22", true),
            ("2026-04-29", true),
            ("2026-04-30", false),
        ] {
            let shown = clock.shows(rings, &[day(session)]);
            let expected = if hidden {
                Quiet::Hidden(rings, day(session))
            } else {
                Quiet::Ringing(rings)
            };
            assert_eq!(shown, Some(expected), "{session}");
        }
        // The session passed without being held: the alarm is there again, as old as before.
        assert_eq!(
            clock.shows(day("2026-04-30"), &[day("2026-04-29")]),
            Some(Quiet::Ringing(rings))
        );
    }

    #[test]
    fn r19_all_fine_stops_the_clock_until_its_day() {
        let said = pause("2026-03-11", "2026-05-11");
        let clock = QuietClock::new(day("2026-03-11"), &[said], 8);
        assert_eq!(
            clock.shows(day("2026-05-10"), &[]),
            Some(Quiet::Paused(day("2026-05-11")))
        );
        assert_eq!(clock.elapsed(day("2026-05-11")), 0);
        assert_eq!(clock.rings_on(), Some(day("2026-07-06")));
    }

    #[test]
    fn r57_two_check_ins_beyond_the_limit_are_counted_and_an_answer_clears_them() {
        let touch = |side, on: &str| Touch { side, on: day(on) };
        let (mentor, mentee) = (Side::Mentor, Side::Mentee);
        let mut log = vec![
            touch(mentee, "2026-03-11"),
            // Before the eight weeks are over: no check-in.
            touch(mentor, "2026-05-05"),
            // Eight weeks later.
            touch(mentor, "2026-06-30"),
            touch(mentor, "2026-06-30"),
            touch(mentor, "2026-07-07"),
        ];
        let count = |log: &[Touch], held: &[NaiveDate]| check_ins(log, held, &[], 8, mentor);
        assert_eq!(
            count(&log, &[]),
            [day("2026-06-30"), day("2026-07-07")],
            "two on one day are one"
        );
        assert!(count(&log, &[day("2026-07-08")]).is_empty(), "they met");
        assert_eq!(check_ins(&log, &[], &[], 8, mentee), []);
        log.push(touch(mentee, "2026-07-08"));
        assert!(count(&log, &[]).is_empty());
    }

    /// The obvious clock: it looks at each day.
    fn slow(last: NaiveDate, pauses: &[Pause], weeks: u32) -> NaiveDate {
        let (mut on, mut left) = (last, i64::from(weeks) * 7);
        while left > 0 {
            if !pauses.iter().any(|pause| pause.runs(on)) {
                left -= 1;
            }
            on = on.succ_opt().unwrap();
        }
        on
    }

    proptest! {
        #[test]
        fn the_clock_agrees_with_one_that_looks_at_each_day(
            last in 0i64..400,
            spans in prop::collection::vec((0i64..500, 1i64..120), 0..5),
            weeks in 1u32..20,
            today in 0i64..900,
        ) {
            let at = |days: i64| dates::add_days(day("2026-01-01"), days).unwrap();
            let pauses: Vec<Pause> = spans
                .iter()
                .map(|(from, long)| Pause { from: at(*from), until: at(from + long) })
                .collect();
            let clock = QuietClock::new(at(last), &pauses, weeks);
            let rings = clock.rings_on().unwrap();
            // A pause that begins on the day it rings does not hold it back any more.
            prop_assert_eq!(rings, slow(at(last), &pauses, weeks));
            let counted = (0..today - last)
                .filter(|n| !pauses.iter().any(|pause| pause.runs(at(last + n))))
                .count();
            prop_assert_eq!(clock.elapsed(at(today)), i64::try_from(counted).unwrap());
        }
    }
}
