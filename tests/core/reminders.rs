//! Reminders from the store to the notification: exactly once, put off, dismissed, held. Here N20 stands for all.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

mod connected;
mod dates;
mod foresight;
mod held;
mod kinds;
mod many;
mod moments;
mod pairs;
mod routes;
mod schedules;
mod stages;
mod words;

use crate::desk::Desk;
use serde_json::{Value, json};

/// A pair whose agreement is looked at again on Friday 11 September 2026.
fn desk() -> (Desk, String) {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    desk.answer(&id, "area.12.revisit", json!("m6"));
    (desk, id)
}

fn tick(desk: &mut Desk) -> Vec<String> {
    let toasts = desk.fairlead.tick().unwrap();
    for toast in &toasts {
        assert!(desk.fairlead.may_show(&toast.claims).unwrap());
        desk.fairlead.shown(&toast.claims).unwrap();
    }
    toasts.into_iter().map(|toast| toast.title).collect()
}

fn now(desk: &mut Desk) -> Vec<Value> {
    desk.call("reminder.list", json!({}))["now"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|reminder| reminder["kind"] == "N20")
        .cloned()
        .collect()
}

const TITLE: &str = "Time to read your agreement again";

#[test]
fn n20_is_notified_once_and_listed_until_it_is_dealt_with() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T07:59:00Z");
    assert!(tick(&mut desk).is_empty(), "08:59 in London is too early");
    assert!(now(&mut desk).is_empty());
    desk.set("2026-08-28T08:00:00Z");
    assert_eq!(tick(&mut desk), [TITLE]);
    assert!(tick(&mut desk).is_empty());
    desk.restart();
    assert!(tick(&mut desk).is_empty(), "not again after a restart");
    assert_eq!(now(&mut desk).len(), 1, "the list is the truth");
    desk.set("2026-09-08T08:00:00Z");
    assert_eq!(tick(&mut desk), [TITLE], "three days before");
    desk.set("2026-09-11T08:00:00Z");
    assert_eq!(tick(&mut desk), [TITLE], "on the day");
    assert_eq!(now(&mut desk).len(), 1);
}

#[test]
fn r47_holding_the_revisit_stops_n20_and_the_next_date_is_ahead() {
    let (mut desk, id) = desk();
    desk.set("2026-09-10T10:00:00Z");
    assert_eq!(now(&mut desk).len(), 1);
    desk.call("revisit.finish", json!({"relationship": id}));
    assert!(now(&mut desk).is_empty());
    desk.set("2026-09-11T08:00:00Z");
    assert!(tick(&mut desk).is_empty());
    let view = desk.call("relationship.get", json!({"relationship": id}));
    assert_eq!(view["revisitOn"]["words"], "Thursday 11 March 2027");
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(now(&mut desk).len(), 1, "undone, it is due again");
}

#[test]
fn a_claim_that_was_never_shown_is_taken_up_after_a_minute() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T08:00:00Z");
    assert_eq!(desk.fairlead.tick().unwrap().len(), 1);
    desk.restart();
    desk.set("2026-08-28T08:00:59Z");
    assert!(desk.fairlead.tick().unwrap().is_empty());
    desk.set("2026-08-28T08:01:00Z");
    assert_eq!(tick(&mut desk), [TITLE]);
    desk.set("2026-08-28T08:10:00Z");
    assert!(tick(&mut desk).is_empty());
}

#[test]
fn a_claim_that_nobody_could_show_within_a_day_is_listed_only() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T08:00:00Z");
    assert_eq!(desk.fairlead.tick().unwrap().len(), 1);
    desk.set("2026-08-29T07:59:59Z");
    assert_eq!(desk.fairlead.tick().unwrap().len(), 1, "taken up again");
    desk.set("2026-08-29T08:01:00Z");
    assert!(desk.fairlead.tick().unwrap().is_empty());
    desk.set("2026-08-29T09:00:00Z");
    assert!(desk.fairlead.tick().unwrap().is_empty());
    assert_eq!(now(&mut desk).len(), 1);
}

#[test]
fn b5_what_was_missed_is_caught_up_in_the_list_and_not_notified() {
    let (mut desk, _) = desk();
    desk.set("2026-08-29T08:00:01Z");
    assert!(tick(&mut desk).is_empty());
    assert_eq!(now(&mut desk).len(), 1);
}

#[test]
fn putting_off_keeps_the_date_and_comes_back_once() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T08:00:00Z");
    assert_eq!(tick(&mut desk).len(), 1);
    let reminder = now(&mut desk)[0].clone();
    desk.call(
        "reminder.snooze",
        json!({"reminder": reminder["reminder"], "until": "three_days"}),
    );
    assert!(now(&mut desk).is_empty());
    let later = desk.call("reminder.list", json!({}))["later"]
        .as_array()
        .unwrap()
        .iter()
        .find(|reminder| !reminder["snoozedUntil"].is_null())
        .unwrap()
        .clone();
    assert_eq!(later["snoozedUntil"], "Monday 31 August 2026, 09:00");
    assert_eq!(later["due"], reminder["due"]);
    desk.set("2026-08-31T07:59:59Z");
    assert!(tick(&mut desk).is_empty());
    desk.set("2026-08-31T08:00:00Z");
    assert_eq!(tick(&mut desk), [TITLE]);
    assert!(tick(&mut desk).is_empty());
    let name = now(&mut desk)[0]["reminder"].clone();
    desk.call("reminder.dismiss", json!({"reminder": name}));
    assert!(now(&mut desk).is_empty());
    desk.set("2026-09-08T08:00:00Z");
    assert_eq!(
        tick(&mut desk),
        [TITLE],
        "the next of the series still comes"
    );
}

#[test]
fn quiet_hours_and_switches_are_kept() {
    let (mut desk, _) = desk();
    desk.call(
        "settings.save",
        json!({"quietFrom": "20:00", "quietUntil": "11:00"}),
    );
    desk.set("2026-08-28T08:00:00Z");
    assert!(tick(&mut desk).is_empty());
    desk.set("2026-08-28T10:00:00Z");
    assert_eq!(tick(&mut desk), [TITLE]);
    desk.call(
        "reminder.change",
        json!({"kind": "N20", "delivery": "in_app"}),
    );
    desk.set("2026-09-08T10:00:00Z");
    assert!(tick(&mut desk).is_empty());
    assert_eq!(now(&mut desk).len(), 1);
    desk.call("reminder.change", json!({"kind": "N20", "delivery": "off"}));
    assert!(now(&mut desk).is_empty());
    desk.call("reminder.reset", json!({"kind": "N20"}));
    assert_eq!(now(&mut desk).len(), 1);
}

#[test]
fn several_at_once_become_one_notification_without_names() {
    let (mut desk, _) = desk();
    let second = desk.relationship("mentor", "Amara Okafor", Some("2026-03-09"));
    desk.answer(&second, "template.4.starts_on", json!("2026-03-11"));
    desk.set("2026-08-28T08:00:00Z");
    let toasts = desk.fairlead.tick().unwrap();
    assert_eq!(toasts.len(), 1);
    assert_eq!(toasts[0].title, "2 reminders are waiting for you");
    assert!(!toasts[0].body.contains("Ruth") && !toasts[0].body.contains("Amara"));
    assert_eq!(toasts[0].claims.len(), 2);
    assert_eq!(now(&mut desk).len(), 2);
}

#[test]
fn the_clock_of_the_zone_rings_over_both_changes() {
    for (start, utc, zone) in [
        // The revisit is on the Monday after the clocks went forward (29 March 2026) or back (25 October 2026).
        ("2025-09-30", "2026-03-30T08:00:00Z", "Europe/London"),
        ("2026-04-26", "2026-10-26T09:00:00Z", "Europe/London"),
        ("2025-09-30", "2026-03-30T13:00:00Z", "America/Toronto"),
        ("2025-09-30", "2026-03-30T03:30:00Z", "Asia/Kolkata"),
    ] {
        let mut desk = Desk::at("2026-01-10T10:00:00Z", zone);
        let id = desk.relationship("mentee", "Ruth", Some("2025-09-01"));
        desk.answer(&id, "template.4.starts_on", json!(start));
        let until = utc.replace(":00Z", ":01Z");
        let due = desk.fairlead.due("2027-01-01T00:00:00Z").unwrap();
        let at = chrono::DateTime::parse_from_rfc3339(utc).unwrap();
        let found = due.iter().any(|notice| {
            let (stamp, _) = notice.at.split_once('[').unwrap();
            notice.kind == "N20" && chrono::DateTime::parse_from_rfc3339(stamp).unwrap() == at
        });
        assert!(found, "{zone} {until} {due:?}");
    }
}

#[test]
fn r2_nothing_rings_while_waiting_for_the_connection() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", None);
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    assert_eq!(desk.fairlead.due("2028-01-01T00:00:00Z").unwrap(), []);
    desk.call(
        "relationship.connected",
        json!({"relationship": id, "on": "2026-03-11"}),
    );
    assert!(
        !desk
            .fairlead
            .due("2028-01-01T00:00:00Z")
            .unwrap()
            .is_empty()
    );
}

#[test]
fn b5_an_absence_becomes_one_notification_that_counts() {
    let (mut desk, id) = desk();
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    desk.set("2026-06-17T10:00:00Z");
    tick(&mut desk);
    desk.restart();
    // The half-way meeting (16 and 27 July) and the revisit (28 August) came in between.
    desk.set("2026-09-01T10:00:00Z");
    assert_eq!(tick(&mut desk), ["2 things while you were away"]);
    assert!(tick(&mut desk).is_empty());
    desk.restart();
    assert!(tick(&mut desk).is_empty());
    assert_eq!(now(&mut desk).len(), 1);
}

#[test]
fn what_is_written_down_late_is_listed_and_not_notified() {
    let (mut desk, id) = desk();
    desk.set("2026-09-11T08:30:00Z");
    desk.answer(&id, "area.12.revisit_on", json!("2027-01-11"));
    assert!(tick(&mut desk).is_empty());
    desk.set("2026-09-11T08:40:00Z");
    // The day is today, and nine o'clock has gone by.
    desk.answer(&id, "area.12.revisit_on", json!("2026-09-11"));
    assert!(tick(&mut desk).is_empty());
    assert_eq!(now(&mut desk).len(), 1);
}

#[test]
fn why_a_reminder_is_seen_leads_to_the_clause() {
    let (mut desk, id) = desk();
    desk.set("2026-08-28T08:00:00Z");
    let reminder = now(&mut desk)[0].clone();
    assert!(reminder["why"].as_str().unwrap().contains("area 12"));
    assert_eq!(
        reminder["whyRoute"],
        format!("/relationship/{id}/agreement/area.12")
    );
    let today = desk.call("today.get", json!({}));
    let card = today["cards"]
        .as_array()
        .unwrap()
        .iter()
        .find(|card| card["kind"] == "N20")
        .unwrap();
    assert_eq!(card["whyRoute"], reminder["whyRoute"]);
    assert_eq!(card["reminder"], reminder["reminder"]);
}

#[test]
fn each_kind_has_a_switch_and_times_of_its_own() {
    let (mut desk, _) = desk();
    let kinds = desk.call("reminder.kinds", json!({}));
    let kinds = kinds["kinds"].as_array().unwrap();
    assert_eq!(kinds.len(), 27);
    for kind in kinds {
        assert_eq!(kind["delivery"], "notify");
        assert_eq!(kind["changed"], false);
    }
    let leads: Vec<&str> = kinds[19]["leads"]
        .as_array()
        .unwrap()
        .iter()
        .map(|lead| lead["words"].as_str().unwrap())
        .collect();
    assert_eq!(leads, ["14 days before", "3 days before", "on the day"]);
    let changed = desk.call(
        "reminder.change",
        json!({"kind": "N20", "leads": [0, -7, -7]}),
    );
    assert_eq!(changed["kinds"][19]["leads"][0]["amount"], -7);
    assert_eq!(changed["kinds"][19]["leads"].as_array().unwrap().len(), 2);
    let due = desk.call("reminder.due", json!({"until": "2026-09-30T00:00:00Z"}));
    let at: Vec<&str> = due["notices"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|notice| notice["kind"] == "N20")
        .map(|notice| notice["at"].as_str().unwrap())
        .collect();
    assert_eq!(
        at,
        [
            "2026-09-04T09:00:00+01:00[Europe/London]",
            "2026-09-11T09:00:00+01:00[Europe/London]"
        ]
    );
    for (leads, code) in [
        (json!([]), "invalid"),
        (json!([1, 2, 3, 4, 5, 6, 7]), "invalid"),
        (json!([-4000]), "invalid"),
    ] {
        let error = desk.refuse("reminder.change", json!({"kind": "N20", "leads": leads}));
        assert_eq!(
            (error.code.as_str(), error.field.as_deref()),
            (code, Some("leads"))
        );
    }
    assert_eq!(
        desk.refuse("reminder.change", json!({"kind": "N28"})).code,
        "bad_request"
    );
}

#[test]
fn start_and_end_of_the_day_are_the_owners() {
    let (mut desk, _) = desk();
    desk.call("settings.save", json!({"startOfDay": "10:15"}));
    desk.set("2026-08-28T08:00:00Z");
    assert!(tick(&mut desk).is_empty());
    desk.set("2026-08-28T09:15:00Z");
    assert_eq!(tick(&mut desk), [TITLE]);
    let error = desk.refuse("settings.save", json!({"endOfDay": "25:00"}));
    assert_eq!(error.field.as_deref(), Some("endOfDay"));
}

#[test]
fn what_was_handed_to_the_desktop_is_never_shown_again_and_stands_in_the_list() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T08:00:00Z");
    let toasts = desk.fairlead.tick().unwrap();
    assert!(desk.fairlead.may_show(&toasts[0].claims).unwrap());
    assert!(
        !desk.fairlead.may_show(&toasts[0].claims).unwrap(),
        "once only"
    );
    // The program ends before it could say that it was shown: it may have been on the screen.
    desk.restart();
    for minute in ["08:01", "08:02", "09:00"] {
        desk.set(&format!("2026-08-28T{minute}:00Z"));
        assert!(desk.fairlead.tick().unwrap().is_empty(), "{minute}");
        assert_eq!(now(&mut desk).len(), 1, "listed once");
    }
}

#[test]
fn a_claim_that_was_dealt_with_meanwhile_is_not_shown() {
    let (mut desk, _) = desk();
    desk.set("2026-08-28T08:00:00Z");
    let toasts = desk.fairlead.tick().unwrap();
    let reminder = now(&mut desk)[0]["reminder"].clone();
    desk.call("reminder.dismiss", json!({"reminder": reminder}));
    assert!(!desk.fairlead.may_show(&toasts[0].claims).unwrap());
    assert!(now(&mut desk).is_empty());
}

#[test]
fn a_kind_that_is_switched_off_has_no_card_today() {
    let mut desk = Desk::at("2026-03-02T09:00:00Z", "Europe/London");
    desk.relationship("mentee", "Tomasz Lewandowski", Some("2026-03-02"));
    let kinds = |desk: &mut Desk| -> Vec<String> {
        let today = desk.call("today.get", json!({}));
        let cards = today["cards"].as_array().unwrap().clone();
        cards
            .iter()
            .map(|card| card["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    for (at, kind) in [
        ("2026-03-06T12:00:00Z", "N01"),
        ("2026-03-16T18:00:00Z", "N03"),
    ] {
        desk.set(at);
        assert!(kinds(&mut desk).contains(&kind.to_owned()), "{kind}");
        for (delivery, there) in [("in_app", true), ("off", false), ("notify", true)] {
            desk.call(
                "reminder.change",
                json!({"kind": kind, "delivery": delivery}),
            );
            assert_eq!(
                kinds(&mut desk).contains(&kind.to_owned()),
                there,
                "{kind} {delivery}"
            );
        }
    }
}

#[test]
fn r6_telling_the_programme_waits_for_the_owners_end_of_the_day() {
    let mut desk = Desk::at("2026-03-02T09:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Tomasz Lewandowski", Some("2026-03-02"));
    desk.call("settings.save", json!({"endOfDay": "18:30"}));
    let cards = |desk: &mut Desk| -> Vec<String> {
        let today = desk.call("today.get", json!({}));
        let cards = today["cards"].as_array().unwrap().clone();
        cards
            .iter()
            .map(|card| card["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    desk.set("2026-03-16T18:29:00Z");
    assert!(!cards(&mut desk).contains(&"N03".to_owned()));
    let log = desk.call("contact.list", json!({"relationship": id}));
    assert_ne!(log["contact"]["state"], "overdue", "{log}");
    desk.set("2026-03-16T18:30:00Z");
    assert!(cards(&mut desk).contains(&"N03".to_owned()));
    let log = desk.call("contact.list", json!({"relationship": id}));
    assert_eq!(log["contact"]["state"], "overdue");
}
