//! What holds notifications back for a while: the owner's pause, and the computer in the other person's hands.

use super::{TITLE, desk, now, tick};
use crate::signing::Pair;
use serde_json::{Value, json};

#[test]
fn a_pause_holds_notifications_until_the_end_of_the_day_and_the_list_goes_on() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T06:00:00Z");
    assert_eq!(desk.call("reminder.pauses", json!({}))["today"], false);
    desk.call("reminder.pause", json!({"today": true}));
    for moment in [
        "2026-08-28T08:00:00Z",
        "2026-08-28T19:59:00Z",
        "2026-08-28T22:59:00Z",
    ] {
        desk.set(moment);
        assert!(tick(&mut desk).is_empty(), "{moment}");
    }
    assert_eq!(now(&mut desk).len(), 1, "the list is the truth");
    desk.restart();
    assert_eq!(desk.call("reminder.pauses", json!({}))["today"], true);
    desk.set("2026-08-29T06:59:00Z");
    assert_eq!(desk.call("reminder.pauses", json!({}))["today"], false);
    assert!(tick(&mut desk).is_empty(), "the quiet hours still hold");
    desk.set("2026-08-29T07:00:00Z");
    assert_eq!(
        tick(&mut desk).len(),
        1,
        "told once on the morning after, and not lost"
    );
    assert!(tick(&mut desk).is_empty());
}

#[test]
fn what_a_pause_holds_back_is_foreseen_for_its_end() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T06:00:00Z");
    assert!(tick(&mut desk).is_empty());
    let first = |desk: &mut crate::desk::Desk| {
        let due = desk.call("reminder.due", json!({"until": "2026-08-30T00:00:00Z"}));
        let notices = due["notices"].as_array().unwrap().clone();
        assert_eq!(notices.len(), 1, "{notices:?}");
        notices[0]["at"].as_str().unwrap().to_owned()
    };
    let usual = first(&mut desk);
    assert!(usual.starts_with("2026-08-28T09:00:00+01:00"), "{usual}");
    desk.call("reminder.pause", json!({"today": true}));
    // Before it comes, and when it has come and was held back: after the quiet hours of the night.
    for moment in [
        "2026-08-28T06:00:00Z",
        "2026-08-28T08:00:00Z",
        "2026-08-28T22:59:59Z",
    ] {
        desk.set(moment);
        assert!(tick(&mut desk).is_empty(), "{moment}");
        let held = first(&mut desk);
        assert!(
            held.starts_with("2026-08-29T08:00:00+01:00"),
            "{moment}: {held}"
        );
    }
    desk.set("2026-08-29T07:00:00Z");
    assert_eq!(tick(&mut desk).len(), 1, "as foreseen");
    let due = desk.call("reminder.due", json!({"until": "2026-08-30T00:00:00Z"}));
    assert_eq!(due["notices"], json!([]));
}

#[test]
fn what_a_hand_over_holds_back_is_foreseen_for_half_a_day_later() {
    let (mut pair, at) = about_to_be_reminded();
    pair.call("signing.hand_over", json!({"side": "mentor"}));
    pair.desk.set(&at);
    assert!(tick(&mut pair.desk).is_empty());
    let due = pair
        .desk
        .call("reminder.due", json!({"until": "2026-12-31T00:00:00Z"}));
    let told = due["notices"][0]["at"].as_str().unwrap();
    let told = chrono::DateTime::parse_from_rfc3339(told.split_once('[').unwrap().0).unwrap();
    let since = told.to_utc() - at.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    assert!(since > chrono::TimeDelta::hours(11), "{since}");
    pair.desk
        .set(&told.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string());
    assert_eq!(tick(&mut pair.desk).len(), 1, "as foreseen");
}

#[test]
fn a_pause_can_be_taken_back() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T07:00:00Z");
    desk.call("reminder.pause", json!({"today": true}));
    desk.set("2026-08-28T08:00:00Z");
    assert!(tick(&mut desk).is_empty());
    desk.call("reminder.pause", json!({"today": false}));
    assert_eq!(tick(&mut desk), [TITLE]);
}

/// A pair one of whose reminders comes next, a minute before it, with a version waiting to be signed.
fn about_to_be_reminded() -> (Pair, String) {
    let mut pair = Pair::ready();
    pair.begin();
    tick(&mut pair.desk);
    let due = pair
        .desk
        .call("reminder.due", json!({"until": "2026-12-31T00:00:00Z"}));
    let at = due["notices"][0]["at"].as_str().unwrap();
    let at = chrono::DateTime::parse_from_rfc3339(at.split_once('[').unwrap().0)
        .unwrap()
        .to_utc();
    let text = |at: chrono::DateTime<chrono::Utc>| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    pair.desk.set(&text(at - chrono::TimeDelta::minutes(1)));
    (pair, text(at))
}

#[test]
fn nothing_is_notified_while_the_computer_is_in_the_other_persons_hands() {
    let (mut pair, at) = about_to_be_reminded();
    pair.call("signing.hand_over", json!({"side": "mentor"}));
    assert!(pair.desk.fairlead.handed_over().unwrap());
    pair.desk.set(&at);
    assert!(tick(&mut pair.desk).is_empty());
    pair.desk.restart();
    assert!(
        tick(&mut pair.desk).is_empty(),
        "nor after a start in between"
    );
    pair.call("signing.hand_over", json!({"side": "mentee"}));
    assert!(!pair.desk.fairlead.handed_over().unwrap());
    assert_eq!(tick(&mut pair.desk).len(), 1);
}

#[test]
fn a_computer_that_was_never_given_back_is_its_owners_again_after_half_a_day() {
    let mut pair = Pair::ready();
    pair.begin();
    pair.call("signing.hand_over", json!({"side": "mentor"}));
    pair.desk.set("2026-03-24T22:00:00Z");
    assert!(pair.desk.fairlead.handed_over().unwrap());
    pair.desk.set("2026-03-24T22:00:01Z");
    assert!(!pair.desk.fairlead.handed_over().unwrap());
}

#[test]
fn the_claim_of_a_notification_names_its_reminder() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T08:00:00Z");
    let toast = desk.fairlead.tick().unwrap().pop().unwrap();
    let [claim] = toast.claims.as_slice() else {
        unreachable!("one reminder is due: {toast:?}")
    };
    assert!(
        !toast.done,
        "N20 ends by reading the agreement, not by a word"
    );
    let listed: Vec<Value> = now(&mut desk);
    assert_eq!(listed[0]["reminder"], claim.name());
    desk.call(
        "reminder.snooze",
        json!({"reminder": claim.name(), "until": "hour"}),
    );
    assert!(now(&mut desk).is_empty());
    desk.set("2026-08-28T08:59:59Z");
    assert!(tick(&mut desk).is_empty());
    desk.set("2026-08-28T09:00:00Z");
    assert_eq!(tick(&mut desk), [TITLE], "it comes back after its hour");
}

#[test]
fn what_was_said_about_the_background_is_kept_and_is_no_edit() {
    let (mut desk, id) = desk();
    assert_eq!(desk.fairlead.background().unwrap().at_login, None);
    let before = desk.picture(&id);
    desk.fairlead
        .change_background(|background| background.at_login = Some(true))
        .unwrap();
    desk.fairlead
        .change_background(|background| background.tray_told = true)
        .unwrap();
    desk.restart();
    let background = desk.fairlead.background().unwrap();
    assert_eq!(
        (background.at_login, background.tray_told),
        (Some(true), true)
    );
    assert_eq!(desk.picture(&id), before);
}
