//! The whole truth table of the 90-day rule: every answer to the five questions with every set of
//! obstacles, held against a second model that reads section 8 of the requirements word by word.

use fairlead_core::domain::checkup::{
    Energised, Form, Help, Log, MeetingsHeld, Outcome, Suitability, helps, outcome, together,
    unfavourable,
};
use fairlead_core::domain::dates::from_iso;
use std::collections::BTreeSet;

fn log(held: u32, elapsed: i64, interval: Option<u32>, streak: u32) -> Log {
    let start = from_iso("2026-03-11").unwrap();
    Log {
        on: fairlead_core::domain::dates::add_days(start, elapsed).unwrap(),
        start: Some(start),
        interval_days: interval,
        held,
        streak,
        longest: streak,
    }
}

/// The slow model: cards by name, in their order.
fn model(
    bad: &[bool],
    ticked: &[u32],
) -> (&'static str, Vec<&'static str>, Vec<(u32, &'static str)>) {
    let mut u = 0;
    for answer in bad {
        if *answer {
            u += 1;
        }
    }
    let mut closing = false;
    let mut planning = false;
    for number in ticked {
        if *number <= 5 {
            closing = true;
        }
        if *number >= 6 {
            planning = true;
        }
    }
    let mut special = Vec::new();
    for number in ticked {
        match number {
            3 => special.push((3, "clause")),
            4 => special.push((4, "pause")),
            6 => special.push((6, "goals")),
            7 => special.push((7, "area 10")),
            8 => special.push((8, "brief")),
            9 => special.push((9, "cadence")),
            10 => special.push((10, "remote")),
            _ => {}
        }
    }
    if u <= 2 {
        return ("on track", vec![], vec![]);
    }
    if closing && planning {
        ("both", vec!["closing", "plan"], special)
    } else if closing {
        ("A", vec!["closing"], special)
    } else if planning {
        ("B", vec!["plan"], special)
    } else {
        ("nothing named yet", vec![], special)
    }
}

fn named(outcome: Outcome) -> (&'static str, Vec<&'static str>) {
    let name = match outcome {
        Outcome::OnTrack => "on track",
        Outcome::NothingNamed => "nothing named yet",
        Outcome::A => "A",
        Outcome::B => "B",
        Outcome::Both => "both",
    };
    let mut cards = Vec::new();
    if outcome.shows_closing() {
        cards.push("closing");
    }
    if outcome.shows_plan() {
        cards.push("plan");
    }
    (name, cards)
}

const fn word(help: Help) -> &'static str {
    match help {
        Help::ConfidentialityClause => "clause",
        Help::Pause => "pause",
        Help::Goals => "goals",
        Help::Expectations => "area 10",
        Help::SupervisorBrief => "brief",
        Help::Cadence => "cadence",
        Help::Remote => "remote",
    }
}

/// A form whose answers are unfavourable where the bit is set; each question in all the ways it can be so.
fn form(bits: u32, way: usize) -> (Form, Log) {
    let bad = |bit: u32| bits >> bit & 1 == 1;
    let pick = way % 2;
    let form = Form {
        suitability: Some(match (bad(0), pick) {
            (false, 0) => Suitability::VeryGood,
            (false, _) => Suitability::Good,
            (true, 0) => Suitability::Fair,
            (true, _) => Suitability::Poor,
        }),
        meetings: (pick == 1).then_some(if bad(1) {
            MeetingsHeld::TooFew
        } else {
            MeetingsHeld::Enough
        }),
        energised: Some(match (bad(2), pick) {
            (false, 0) => Energised::Always,
            (false, _) => Energised::Mostly,
            (true, 0) => Energised::Rarely,
            (true, _) => Energised::Never,
        }),
        time: Some(!bad(3)),
        cancelled: (pick == 1).then_some(bad(4)),
        ..Form::default()
    };
    // Where the person overrules, the log says the opposite.
    let as_log = |bad: bool| bad != (pick == 1);
    let log = log(
        if as_log(bad(1)) { 1 } else { 2 },
        90,
        Some(30),
        if as_log(bad(4)) { 4 } else { 3 },
    );
    (form, log)
}

#[test]
fn r109_r112_r113_every_answer_with_every_set_of_obstacles_has_the_outcome_of_section_8() {
    let mut seen = [0_u32; 5];
    for bits in 0..1_u32 << 5 {
        let bad: Vec<bool> = (0..5).map(|bit| bits >> bit & 1 == 1).collect();
        for way in 0..2 {
            let (form, log) = form(bits, way);
            let verdicts = form.verdicts(&log);
            let want: Vec<Option<bool>> = bad.iter().copied().map(Some).collect();
            assert_eq!(verdicts.to_vec(), want, "{bits:05b} {way}");
            assert_eq!(unfavourable(&verdicts), bits.count_ones());
        }
        for ticks in 0..1_u32 << 10 {
            let ticked: Vec<u32> = (1..=10)
                .filter(|each| ticks >> (each - 1) & 1 == 1)
                .collect();
            let set: BTreeSet<u32> = ticked.iter().copied().collect();
            let found = outcome(bits.count_ones(), &set);
            let (name, cards) = named(found);
            let helped: Vec<(u32, &str)> = helps(found, &set)
                .into_iter()
                .map(|(number, help)| (number, word(help)))
                .collect();
            assert_eq!(
                (name, cards, helped),
                model(&bad, &ticked),
                "{bits:05b} {ticked:?}"
            );
            seen[match found {
                Outcome::OnTrack => 0,
                Outcome::NothingNamed => 1,
                Outcome::A => 2,
                Outcome::B => 3,
                Outcome::Both => 4,
            }] += 1;
        }
    }
    // 16 of 32 counts have three or more; 31 of 1024 sets are of one kind only, 961 of both.
    assert_eq!(seen, [16 * 1024, 16, 16 * 31, 16 * 31, 16 * 961]);
}

#[test]
fn c16_either_person_with_three_opens_the_obstacles_and_the_ticks_of_both_count() {
    let set = |numbers: &[u32]| numbers.iter().copied().collect::<BTreeSet<_>>();
    for (one, other, want) in [
        ((2, set(&[])), (2, set(&[])), Outcome::OnTrack),
        ((3, set(&[])), (0, set(&[])), Outcome::NothingNamed),
        ((0, set(&[1])), (3, set(&[])), Outcome::A),
        ((3, set(&[5])), (0, set(&[6])), Outcome::Both),
        ((3, set(&[6])), (5, set(&[10])), Outcome::B),
    ] {
        assert_eq!(together(&[one.clone(), other.clone()]), want);
        assert_eq!(together(&[other, one]), want, "whoever comes first");
    }
    assert_eq!(together(&[]), Outcome::OnTrack);
}

#[test]
fn r108_meetings_are_expected_by_whole_intervals_and_half_of_them_is_enough() {
    for (held, elapsed, interval, expected, want) in [
        // A day before the third interval is full, and on it.
        (1, 89, 30, 2, MeetingsHeld::Enough),
        (1, 90, 30, 3, MeetingsHeld::TooFew),
        (2, 90, 30, 3, MeetingsHeld::Enough),
        (0, 29, 30, 0, MeetingsHeld::Enough),
        (0, 30, 30, 1, MeetingsHeld::TooFew),
        // Exactly half is not fewer than half.
        (3, 84, 14, 6, MeetingsHeld::Enough),
        (2, 84, 14, 6, MeetingsHeld::TooFew),
        (1, 90, 42, 2, MeetingsHeld::Enough),
        (0, 0, 7, 0, MeetingsHeld::Enough),
    ] {
        let log = log(held, elapsed, Some(interval), 0);
        assert_eq!(log.expected(), Some(expected), "{elapsed} {interval}");
        assert_eq!(log.meetings(), Some(want), "{held} {elapsed} {interval}");
    }
    let nothing_agreed = log(3, 90, None, 0);
    assert_eq!(nothing_agreed.meetings(), None, "the person says it");
    let before = log(0, -1, Some(30), 0);
    assert_eq!(before.expected(), None, "the first meeting is still ahead");
}

#[test]
fn r110_more_than_three_in_a_row_are_four() {
    for (streak, flagged) in [(0, false), (3, false), (4, true), (5, true)] {
        assert_eq!(log(1, 90, Some(30), streak).cancelled(), flagged);
    }
}
