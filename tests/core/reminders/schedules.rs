//! Random lives of a computer: time that passes, stands still and goes back, programs that end in the
//! middle, a second one beside, journeys, and people who change their minds. Every occurrence is
//! notified at most once and never lost.

use super::pairs::{cases, pair, utc};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use fairlead_core::domain::revisit;
use fairlead_core::domain::side::{Role, Side};
use fairlead_core::domain::zone::Zone;
use fairlead_core::reminders::facts::{Session, SessionState, Task};
use fairlead_core::reminders::ledger::{
    CAP, CAP_SECONDS, Entry, Fate, Ledger, Memory, look, next_look, showing, shown,
};
use fairlead_core::reminders::{Claim, Facts, Rules, all_due, due};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What may happen.
#[derive(Debug, Clone)]
enum Event {
    /// The program runs for so many minutes.
    Run(i64),
    /// The clock is set back by two hours.
    Back,
    /// Nobody is there for forty days.
    Away,
    /// The computer sleeps for so many hours.
    Sleep(i64),
    /// The program ends after it has claimed what comes next, and starts again.
    EndsAfterClaim,
    /// The program ends after what comes next was on the screen, before it could note that, and starts again.
    EndsWhileShowing,
    /// The program ends after it has noted that it showed what comes next, and starts again.
    EndsAfterShowing,
    /// What comes next cannot be shown: no notification service is there.
    NobodyShows,
    Restart,
    /// Another process looks as well.
    Second,
    /// Another process looks between the claim of what comes next and its showing.
    SecondInBetween,
    Zone(usize),
    /// Runs over the next change of the clocks: forward, or back.
    ClockChange {
        forward: bool,
    },
    Edit(usize, i64),
    Delete(usize),
    Add(i64),
    Snooze(usize, i64),
    Dismiss(usize),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (1i64..6000).prop_map(Event::Run),
        1 => Just(Event::Back),
        1 => Just(Event::Away),
        2 => (1i64..200).prop_map(Event::Sleep),
        1 => Just(Event::EndsAfterClaim),
        1 => Just(Event::EndsWhileShowing),
        1 => Just(Event::EndsAfterShowing),
        1 => Just(Event::NobodyShows),
        1 => Just(Event::SecondInBetween),
        1 => Just(Event::Restart),
        2 => Just(Event::Second),
        1 => (0usize..ZONES.len()).prop_map(Event::Zone),
        1 => any::<bool>().prop_map(|forward| Event::ClockChange { forward }),
        2 => (0usize..8, -20i64..40).prop_map(|(which, days)| Event::Edit(which, days)),
        1 => (0usize..8).prop_map(Event::Delete),
        1 => (-3i64..30).prop_map(Event::Add),
        2 => (0usize..8, 1i64..5000).prop_map(|(which, minutes)| Event::Snooze(which, minutes)),
        1 => (0usize..8).prop_map(Event::Dismiss),
    ]
}

const ZONES: [&str; 5] = [
    "Europe/London",
    "Asia/Tokyo",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
];

/// One running program.
#[derive(Default)]
struct Program {
    looked: Option<i64>,
}

struct World {
    now: DateTime<Utc>,
    rules: Rules,
    all: Vec<Facts>,
    /// What is on the disk.
    ledger: Ledger,
    kept: Memory,
    programs: [Program; 2],
    /// How often each occurrence was notified, and may be: once, and once more for each time it was put off.
    notified: BTreeMap<Claim, usize>,
    put_off: BTreeMap<Claim, usize>,
    /// When notifications were shown, since the clock was last set back.
    shown_at: Vec<i64>,
    next_id: usize,
}

impl World {
    fn new() -> Self {
        let mut one = pair(Role::Mentee);
        one.revisits = Some(revisit::Series {
            anchor: "2026-01-31".parse().unwrap(),
            months: 1,
            first: None,
        });
        one.start = Some("2026-03-11".parse().unwrap());
        let mut other = pair(Role::Mentor);
        other.relationship.0 = "other".into();
        other.known_from = None;
        other.tasks = vec![task(0, "2026-03-27".parse().unwrap())];
        Self {
            now: utc("2026-03-20T09:30:00Z"),
            rules: Rules::usual(Zone::named("Europe/London").unwrap()),
            all: vec![one, other],
            ledger: Ledger::new(),
            kept: Memory::default(),
            programs: [Program::default(), Program::default()],
            notified: BTreeMap::new(),
            put_off: BTreeMap::new(),
            shown_at: Vec::new(),
            next_id: 1,
        }
    }

    fn today(&self) -> NaiveDate {
        self.rules.zone.civil(self.now).date()
    }

    fn write(&mut self, entries: Vec<(Claim, Entry)>) {
        self.ledger.extend(entries);
    }

    /// What `ops::reminder::tick` does in one transaction, and the shell after it.
    fn look(&mut self, program: usize, end: Option<&Event>) -> Result<bool, TestCaseError> {
        let seconds = self.now.timestamp();
        let memory = Memory {
            looked: self.programs[program].looked.or(self.kept.looked),
            toasts: self.kept.toasts.clone(),
        };
        let quiet = self.rules.quiet.holds(self.rules.zone.civil(self.now));
        let look = look(&self.all, &self.rules, &self.ledger, &memory, self.now);
        prop_assert!(!quiet || look.entries.is_empty(), "told in quiet hours");
        if quiet {
            return Ok(false);
        }
        self.write(look.entries.clone());
        self.programs[program].looked = Some(seconds);
        self.kept.looked = Some(seconds);
        if look.count() == 0 {
            return Ok(false);
        }
        self.kept.toasts.push(seconds);
        if matches!(end, Some(Event::EndsAfterClaim)) {
            self.programs[program] = Program::default();
            return Ok(true);
        }
        if matches!(end, Some(Event::NobodyShows)) {
            return Ok(true);
        }
        if matches!(end, Some(Event::SecondInBetween)) {
            self.look(1 - program, None)?;
        }
        let claims: Vec<Claim> = look.claimed.iter().map(|each| each.key()).collect();
        let Some(handed) = showing(&self.ledger, &claims, self.now) else {
            return Err(TestCaseError::fail("a claim was taken away"));
        };
        self.write(handed);
        prop_assert!(
            claims.is_empty() || showing(&self.ledger, &claims, self.now).is_none(),
            "handed over twice"
        );
        for claim in &claims {
            *self.notified.entry(claim.clone()).or_default() += 1;
        }
        self.shown_at.push(seconds);
        let recent = self
            .shown_at
            .iter()
            .filter(|at| seconds - **at < CAP_SECONDS)
            .count();
        prop_assert!(recent <= CAP, "{recent} notifications in ten minutes");
        if matches!(end, Some(Event::EndsWhileShowing)) {
            self.programs[program] = Program::default();
            return Ok(true);
        }
        let reported = shown(&self.ledger, &claims);
        prop_assert_eq!(reported.len(), claims.len());
        self.write(reported);
        if matches!(end, Some(Event::EndsAfterShowing)) {
            self.programs[program] = Program::default();
        }
        Ok(true)
    }

    /// The thread of the shell until a moment: it looks when something is due.
    fn run(&mut self, until: DateTime<Utc>, end: Option<&Event>) -> Result<(), TestCaseError> {
        let mut ended = self.look(0, end)?;
        for _ in 0..400 {
            if end.is_some() && ended {
                return self.settle();
            }
            // The thread looks every half minute; where nothing is due, half a day does here.
            let idle = self.now.timestamp() + 43_200;
            let next = next_look(&self.all, &self.rules, &self.ledger, self.now)
                .map_or(idle, |next| next.min(idle))
                .min(until.timestamp());
            if next >= until.timestamp() {
                self.now = until;
                self.look(0, end)?;
                return self.settle();
            }
            let step = next.max(self.now.timestamp() + 1);
            self.now = DateTime::from_timestamp(step, 0).unwrap();
            ended = self.look(0, end)?;
        }
        Err(TestCaseError::fail("it never comes to rest"))
    }

    /// Whatever happened: outside quiet hours each occurrence that has come is accounted for, and the
    /// list shows the newest of each thread, once.
    fn settle(&mut self) -> Result<(), TestCaseError> {
        self.look(0, None)?;
        if self.rules.quiet.holds(self.rules.zone.civil(self.now)) {
            return Ok(());
        }
        for facts in &self.all {
            for occurrence in all_due(facts, &self.rules, self.now) {
                let entry = self.ledger.get(&occurrence.key());
                prop_assert!(entry.is_some(), "lost: {occurrence:?}");
                for merged in occurrence.merged_keys() {
                    prop_assert!(self.ledger.contains_key(&merged), "lost: {merged:?}");
                }
            }
            let list = due(facts, &self.rules, self.now);
            for (at, one) in list.iter().enumerate() {
                prop_assert!(
                    list.iter()
                        .skip(at + 1)
                        .all(|other| other.thread != one.thread),
                    "listed twice: {one:?}"
                );
            }
        }
        for (claim, times) in &self.notified {
            let allowed = 1 + self.put_off.get(claim).copied().unwrap_or_default();
            prop_assert!(*times <= allowed, "{times} times: {claim:?}");
        }
        Ok(())
    }

    fn listed(&self) -> Vec<Claim> {
        self.all
            .iter()
            .flat_map(|facts| due(facts, &self.rules, self.now))
            .map(|occurrence| occurrence.key())
            .filter(|key| {
                self.ledger
                    .get(key)
                    .is_none_or(|entry| entry.in_view(self.now))
            })
            .collect()
    }

    fn happen(&mut self, event: &Event) -> Result<(), TestCaseError> {
        let on = |days: i64| self.today() + TimeDelta::days(days);
        match event {
            Event::Run(minutes) => self.run(self.now + TimeDelta::minutes(*minutes), None)?,
            Event::Back => {
                self.now -= TimeDelta::hours(2);
                self.shown_at.clear();
            }
            Event::Away => self.now += TimeDelta::days(40),
            Event::Sleep(hours) => self.now += TimeDelta::hours(*hours),
            Event::EndsAfterClaim
            | Event::EndsWhileShowing
            | Event::EndsAfterShowing
            | Event::NobodyShows
            | Event::SecondInBetween => {
                self.run(self.now + TimeDelta::days(3), Some(event))?;
            }
            Event::Restart => self.programs[0] = Program::default(),
            Event::Second => {
                self.look(1, None)?;
            }
            Event::Zone(which) => self.rules.zone = Zone::named(ZONES[*which]).unwrap(),
            Event::ClockChange { forward } => {
                let start = self.now;
                let offset = |day| self.rules.zone.offset_seconds(start + TimeDelta::days(day));
                let change = (1..400)
                    .find(|day| {
                        let (before, after) = (offset(day - 1), offset(*day));
                        if *forward {
                            after > before
                        } else {
                            after < before
                        }
                    })
                    .map(|day| start + TimeDelta::days(day));
                if let Some(change) = change {
                    self.now = change - TimeDelta::days(2);
                    self.run(change + TimeDelta::hours(12), None)?;
                }
            }
            Event::Edit(which, days) => {
                let due = on(*days);
                let tasks = &mut self.all[1].tasks;
                if !tasks.is_empty() {
                    let which = which % tasks.len();
                    tasks[which].due = due;
                }
            }
            Event::Delete(which) => {
                let tasks = &mut self.all[1].tasks;
                if !tasks.is_empty() {
                    let which = which % tasks.len();
                    tasks.remove(which);
                }
            }
            Event::Add(days) => {
                let due = on(*days);
                let id = self.next_id;
                self.next_id += 1;
                if days % 2 == 0 {
                    self.all[1].tasks.push(task(id, due));
                } else {
                    self.all[0].sessions.push(meeting(id, due));
                }
            }
            Event::Snooze(which, minutes) => {
                let listed = self.listed();
                if !listed.is_empty() {
                    let claim = listed[which % listed.len()].clone();
                    *self.put_off.entry(claim.clone()).or_default() += 1;
                    let entry = Entry {
                        snooze_until: Some(self.now.timestamp() + minutes * 60),
                        ..Entry::new(Fate::Snoozed)
                    };
                    self.write(vec![(claim, entry)]);
                }
            }
            Event::Dismiss(which) => {
                let listed = self.listed();
                if !listed.is_empty() {
                    let claim = listed[which % listed.len()].clone();
                    self.write(vec![(claim.clone(), Entry::new(Fate::Dismissed))]);
                    prop_assert!(!self.listed().contains(&claim));
                }
            }
        }
        self.settle()
    }
}

fn task(id: usize, due: NaiveDate) -> Task {
    Task {
        id: format!("task {id}"),
        owner: Side::Mentor,
        what: "x".into(),
        due,
    }
}

fn meeting(id: usize, on: NaiveDate) -> Session {
    let begins = on.and_hms_opt(13, 0, 0).unwrap().and_utc();
    Session {
        id: format!("session {id}"),
        fixed: begins.to_string(),
        state: SessionState::Planned,
        begins,
        ends: begins + TimeDelta::minutes(60),
        on,
        agenda_sent: false,
        agenda_choice: false,
        rethought: false,
        feedback_minutes: 10,
        feedback: false,
        notes: false,
        summary: false,
        check_point_open: false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(300), max_shrink_iters: 2000, ..ProptestConfig::default() })]

    #[test]
    fn every_occurrence_is_notified_or_listed_once_whatever_happens(
        events in proptest::collection::vec(event(), 1..24)
    ) {
        let mut world = World::new();
        world.settle()?;
        for event in &events {
            world.happen(event)?;
        }
    }
}

/// While the program runs and nothing disturbs it, everything that comes is notified in its minute.
#[test]
fn what_comes_while_the_program_runs_is_notified_and_not_only_listed() {
    let mut world = World::new();
    // The first look lists what came before it.
    world.settle().unwrap();
    let begin = world.now;
    world.run(begin + TimeDelta::days(120), None).unwrap();
    for facts in &world.all {
        for occurrence in
            fairlead_core::reminders::occurrences(facts, &world.rules, begin, world.now)
        {
            assert_eq!(
                world.notified.get(&occurrence.key()),
                Some(&1),
                "{occurrence:?}"
            );
        }
    }
}

#[test]
fn b5_forty_days_away_become_one_notification_and_the_newest_of_each() {
    let mut world = World::new();
    world.settle().unwrap();
    world.now += TimeDelta::days(40);
    let memory = Memory {
        looked: world.kept.looked,
        toasts: vec![],
    };
    let look = look(&world.all, &world.rules, &world.ledger, &memory, world.now);
    assert!(look.away && look.count() > 1, "{look:?}");
    let listed = world.listed();
    let threads: std::collections::BTreeSet<_> = world
        .all
        .iter()
        .flat_map(|facts| due(facts, &world.rules, world.now))
        .map(|occurrence| (occurrence.relationship.clone(), occurrence.thread))
        .collect();
    assert_eq!(listed.len(), threads.len());
}

#[test]
fn at_most_three_notifications_come_in_ten_minutes() {
    let mut world = World::new();
    world.settle().unwrap();
    // Six sessions that begin two minutes after each other, with a rethink each.
    for number in 0..6 {
        let mut session = meeting(number, "2026-03-24".parse().unwrap());
        session.id = format!("near {number}");
        session.begins += TimeDelta::minutes(2 * i64::try_from(number).unwrap());
        session.ends = session.begins + TimeDelta::hours(1);
        world.all[0].sessions.push(session);
    }
    world.run(utc("2026-03-24T12:30:00Z"), None).unwrap();
    world.shown_at.clear();
    world.kept.toasts.clear();
    world.run(utc("2026-03-24T12:56:00Z"), None).unwrap();
    // Three at once, the other three gathered when ten minutes are over.
    assert_eq!(world.shown_at.len(), 4, "{:?}", world.shown_at);
    assert_eq!(world.shown_at[3] - world.shown_at[0], CAP_SECONDS + 1);
}
