//! Very many relationships are looked at side by side, with the same outcome.

use super::pairs::{everything, rules, utc};
use chrono::TimeDelta;
use fairlead_core::domain::side::Role;
use fairlead_core::reminders::Facts;
use fairlead_core::reminders::ledger::{Ledger, Look, Memory, look, next_look};

/// More than are looked at one after the other, and no multiple of what is looked at side by side.
const MANY: usize = 1_003;

#[test]
fn what_is_looked_at_side_by_side_is_decided_as_one_by_one() {
    let all: Vec<Facts> = (0..MANY)
        .map(|number| {
            let mut facts = everything(if number % 3 == 0 {
                Role::Mentor
            } else {
                Role::Mentee
            });
            facts.relationship.0 = format!("pair {number}");
            facts
        })
        .collect();
    let rules = rules("Europe/London");
    let now = utc("2026-05-06T09:00:00Z");
    let memory = Memory {
        looked: Some((now - TimeDelta::hours(2)).timestamp()),
        toasts: Vec::new(),
    };
    let ledger = Ledger::new();
    let together = look(&all, &rules, &ledger, &memory, now);
    let mut apart = Look::default();
    let mut next = None;
    for facts in &all {
        let one = look(std::slice::from_ref(facts), &rules, &ledger, &memory, now);
        apart.entries.extend(one.entries);
        apart.claimed.extend(one.claimed);
        apart.missed += one.missed;
        apart.away |= one.away;
        let soon = next_look(std::slice::from_ref(facts), &rules, &ledger, now);
        next = [next, soon].into_iter().flatten().min();
    }
    assert!(together.claimed.len() >= MANY / 3, "something is due");
    assert_eq!(together, apart);
    assert!(next.is_some());
    assert_eq!(next_look(&all, &rules, &ledger, now), next);
}
