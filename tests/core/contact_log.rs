//! Staying in touch through the use cases: the log, whose turn it is, what has no answer, how long it has been quiet,
//! and telling the programme.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

mod silence;

use crate::desk::Desk;
use serde_json::{Value, json};

/// Priya, connected with Tomasz on Monday 2 March 2026.
fn mentee() -> (Desk, String) {
    let mut desk = Desk::at("2026-03-02T10:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee",
               "partner": {"name": "Tomasz Lewandowski", "email": "tomasz@northbridge.example", "zone": "Europe/Warsaw"},
               "connection": {"state": "connected", "on": "2026-03-02"},
               "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}),
    );
    let id = made["id"].as_str().unwrap().to_owned();
    (desk, id)
}

/// The same pair, with the mentor before the computer.
fn mentor() -> (Desk, String) {
    let mut desk = Desk::at("2026-03-02T10:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentor", "partner": {"name": "Amara Okafor", "email": "amara@work.example"},
               "connection": {"state": "connected", "on": "2026-03-02"},
               "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}),
    );
    let id = made["id"].as_str().unwrap().to_owned();
    (desk, id)
}

fn log(desk: &mut Desk, id: &str, direction: &str, more: Value) -> Value {
    let mut with = more;
    with["relationship"] = json!(id);
    with["direction"] = json!(direction);
    desk.call("contact.log", with)
}

fn list(desk: &mut Desk, id: &str) -> Value {
    desk.call("contact.list", json!({"relationship": id}))
}

fn card(desk: &mut Desk, kind: &str) -> Option<Value> {
    let today = desk.call("today.get", json!({}));
    let cards = today["cards"].as_array().unwrap();
    cards.iter().find(|card| card["kind"] == kind).cloned()
}

#[test]
fn r18_a_contact_is_logged_by_its_direction_alone() {
    let (mut desk, id) = mentee();
    desk.call(
        "channel.add",
        json!({"relationship": id, "side": "mentor", "kind": "phone"}),
    );
    let view = log(&mut desk, &id, "out", json!({}));
    let contact = &view["contacts"][0];
    assert_eq!(contact["direction"], "out");
    assert_eq!(contact["from"], "mentee");
    assert_eq!(contact["channel"], "phone", "the way Tomasz named first");
    assert_eq!(contact["on"]["date"], "2026-03-02");
    assert_eq!(contact["at"], "10:00");
    assert_eq!(
        view["contact"]["words"],
        "You wrote on Monday 2 March 2026 and are waiting for Tomasz."
    );
    let seen = desk.call("relationship.get", json!({"relationship": id}));
    assert_eq!(
        seen["contact"]["lastWords"], "Monday 2 March 2026, today: you got in touch, phone",
        "the last contact is shown everywhere"
    );
}

#[test]
fn r18_a_contact_can_be_corrected_removed_and_brought_back_by_name() {
    let (mut desk, id) = mentee();
    desk.set("2026-03-12T10:00:00Z");
    let first = log(
        &mut desk,
        &id,
        "out",
        json!({"on": "2026-03-05", "channel": "email"}),
    );
    log(
        &mut desk,
        &id,
        "in",
        json!({"on": "2026-03-10", "channel": "phone"}),
    );
    let contact = first["id"].clone();
    assert_eq!(
        list(&mut desk, &id)["contact"]["inTouchOn"]["date"],
        "2026-03-10"
    );
    let view = desk.call(
        "contact.change",
        json!({"relationship": id, "contact": contact, "on": "2026-03-11", "note": "hello", "at": "17:40"}),
    );
    assert_eq!(
        view["contact"]["inTouchOn"]["date"], "2026-03-11",
        "R3: the clocks follow"
    );
    assert_eq!(view["contacts"][0]["note"], "hello");
    let view = desk.call(
        "contact.remove",
        json!({"relationship": id, "contact": contact}),
    );
    assert_eq!(view["contact"]["state"], "waiting_for_mentee");
    let undone = desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(undone["done"], "removing a contact with Tomasz");
    assert_eq!(list(&mut desk, &id)["contact"]["state"], "in_touch");
    for (with, field) in [
        (json!({"direction": "out", "on": "2026-03-13"}), "on"),
        (json!({"direction": "out", "at": "soon"}), "at"),
        (json!({}), "direction"),
    ] {
        let mut with = with;
        with["relationship"] = json!(id);
        let refused = desk.refuse("contact.log", with);
        assert_eq!(refused.field.as_deref(), Some(field));
    }
}

#[test]
fn r2_nothing_is_logged_or_counted_before_the_connection_email() {
    let mut desk = Desk::at("2026-02-28T10:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Tomasz Lewandowski"}, "connection": {"state": "waiting"}}),
    );
    let id = made["id"].as_str().unwrap().to_owned();
    let refused = desk.refuse(
        "contact.log",
        json!({"relationship": id, "direction": "out"}),
    );
    assert_eq!(refused.code, "not_connected");
    desk.set("2026-06-01T10:00:00Z");
    let view = list(&mut desk, &id);
    assert_eq!(view["contact"]["state"], "not_connected");
    assert_eq!(
        (&view["escalations"], &view["starters"], &view["quiet"]),
        (&json!([]), &json!([]), &json!(null))
    );
    for kind in ["N01", "N02", "N03", "N14", "N15", "N16"] {
        assert!(card(&mut desk, kind).is_none(), "{kind}");
    }
}

#[test]
fn r3_a_later_connection_date_moves_every_window() {
    let (mut desk, id) = mentee();
    desk.set("2026-03-16T17:00:00Z");
    assert!(card(&mut desk, "N03").is_some());
    desk.call(
        "relationship.update",
        json!({"relationship": id, "connectedOn": "2026-03-09"}),
    );
    assert!(card(&mut desk, "N03").is_none());
    let view = list(&mut desk, &id);
    assert_eq!(view["contact"]["day"], 7);
    assert_eq!(view["contact"]["state"], "mentees_turn");
    assert_eq!(view["escalations"][0]["dueOn"]["date"], "2026-03-23");
}

#[test]
fn r4_r5_the_mentee_is_asked_first_and_the_mentor_from_day_eight() {
    let (mut desk, id) = mentee();
    let own = card(&mut desk, "N01").unwrap();
    assert_eq!(own["title"], "Say hello to Tomasz by Monday 9 March 2026");
    desk.set("2026-03-05T17:40:00Z");
    log(&mut desk, &id, "out", json!({"channel": "email"}));
    assert!(
        card(&mut desk, "N01").is_none(),
        "an outgoing contact ends it"
    );

    let (mut desk, id) = mentor();
    desk.set("2026-03-09T22:00:00Z");
    assert!(card(&mut desk, "N02").is_none(), "day 7 is not over");
    desk.set("2026-03-10T00:00:00Z");
    assert!(card(&mut desk, "N02").is_some(), "day 8");
    let starters = list(&mut desk, &id)["starters"].clone();
    assert_eq!(starters[0]["key"], "first");
    let message = &starters[0]["message"];
    assert_eq!(message["to"], "amara@work.example");
    assert!(
        message["text"]
            .as_str()
            .unwrap()
            .starts_with("Hello Amara,")
    );
    log(&mut desk, &id, "out", json!({"channel": "email"}));
    assert!(card(&mut desk, "N02").is_none());
}

#[test]
fn r6_r8_c23_at_the_end_of_day_fourteen_a_draft_of_dates_and_ticks_waits_for_the_mentee() {
    let (mut desk, id) = mentee();
    desk.set("2026-03-05T17:40:00Z");
    log(
        &mut desk,
        &id,
        "out",
        json!({"channel": "email", "note": "SECRET-NOTE about my exam"}),
    );
    desk.set("2026-03-16T16:59:00Z");
    assert!(card(&mut desk, "N03").is_none());
    let early = desk.call("escalation.get", json!({"relationship": id}));
    assert_eq!(
        (&early["due"], &early["duty"]),
        (&json!(false), &json!(false)),
        "C5: earlier use is allowed"
    );
    desk.set("2026-03-16T17:00:00Z");
    assert!(card(&mut desk, "N03").is_some());
    desk.call(
        "escalation.tick",
        json!({"relationship": id, "mishap": "junk"}),
    );
    let view = desk.call(
        "escalation.tick",
        json!({"relationship": id, "mishap": "out_of_office"}),
    );
    let escalation = &view["escalations"][0];
    assert_eq!(escalation["due"], true);
    let done: Vec<_> = escalation["mishaps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mishap| mishap["done"].as_bool().unwrap())
        .collect();
    assert_eq!(done, [true, false, false, true], "R8: four ticks");
    let draft = &escalation["draft"];
    assert_eq!(draft["to"], "desk@northbridge.example");
    let text = draft["text"].as_str().unwrap();
    for fact in [
        "Priya Raman (mentee) and Tomasz Lewandowski (mentor)",
        "connected on Monday 2 March 2026",
        "- Thursday 5 March 2026: Priya Raman to Tomasz Lewandowski, e-mail",
        "- the junk folder",
        "- an out-of-office message",
    ] {
        assert!(text.contains(fact), "{fact}: {text}");
    }
    assert!(!text.contains("SECRET-NOTE"), "C23");
    desk.call(
        "escalation.close",
        json!({"relationship": id, "outcome": "sent"}),
    );
    assert!(card(&mut desk, "N03").is_none());
    let kept = list(&mut desk, &id)["escalations"][0].clone();
    assert_eq!(
        (&kept["outcome"], &kept["endedOn"]["date"]),
        (&json!("sent"), &json!("2026-03-16"))
    );
}

#[test]
fn r7_the_mentors_card_is_a_duty_and_stays_until_sent_or_not_needed_is_said() {
    let (mut desk, id) = mentor();
    desk.set("2026-04-20T08:00:00Z");
    assert!(card(&mut desk, "N03").is_some(), "it stays");
    assert_eq!(
        desk.call("escalation.get", json!({"relationship": id}))["duty"],
        true
    );
    let refused = desk.refuse(
        "escalation.close",
        json!({"relationship": id, "outcome": "not_needed", "reason": "  "}),
    );
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("empty", Some("reason"))
    );
    desk.call(
        "escalation.close",
        json!({"relationship": id, "outcome": "not_needed", "reason": "We met in the lift."}),
    );
    assert!(card(&mut desk, "N03").is_none());
    desk.call("undo.back", json!({"relationship": id}));
    assert!(card(&mut desk, "N03").is_some());
    // Contact both ways ends it too, whenever it comes (R9).
    log(&mut desk, &id, "in", json!({"channel": "phone"}));
    log(&mut desk, &id, "out", json!({"channel": "phone"}));
    assert!(card(&mut desk, "N03").is_none());
    let refused = desk.refuse("escalation.get", json!({"relationship": id}));
    assert_eq!(refused.code, "not_found");
}

#[test]
fn r9_a_coordinator_counts_pairs_in_touch_and_sees_no_note() {
    let mut desk = Desk::at("2026-03-02T10:00:00Z", "Europe/London");
    let pair = |desk: &mut Desk, mentor: &str| {
        let made = desk.call(
            "relationship.create",
            json!({"role": "coordinator", "partner": {"name": mentor}, "other": {"name": "Jun Cho"},
                   "connection": {"state": "connected", "on": "2026-03-02"}}),
        );
        made["id"].as_str().unwrap().to_owned()
    };
    let (first, second) = (pair(&mut desk, "Ada Nwosu"), pair(&mut desk, "Bo Lind"));
    desk.set("2026-03-16T10:00:00Z");
    let refused = desk.refuse(
        "contact.log",
        json!({"relationship": first, "direction": "out"}),
    );
    assert_eq!(refused.field.as_deref(), Some("from"));
    for from in ["mentee", "mentor"] {
        let view = desk.call(
            "contact.log",
            json!({"relationship": first, "from": from, "on": "2026-03-16", "note": "told me on the phone"}),
        );
        assert_eq!(view["contacts"][0]["note"], "");
    }
    let figure = desk.call("contact.figure", json!({}));
    assert_eq!(figure["words"], "In touch by day 14: 1 of 2 pairs.");
    assert_eq!(figure["underWay"], 1);
    desk.set("2026-03-17T10:00:00Z");
    let figure = desk.call("contact.figure", json!({}));
    assert_eq!(
        (
            &figure["inTime"],
            &figure["later"],
            &figure["underWay"],
            &figure["overdue"]
        ),
        (&json!(1), &json!(0), &json!(0), &json!(1))
    );
    assert_eq!(
        figure["pairs"][0]["relationship"],
        json!(second),
        "red first"
    );
}

#[test]
fn r25_the_sessions_left_until_the_end_are_told() {
    let (mut desk, id) = mentee();
    let left = |desk: &mut Desk| {
        desk.call("relationship.get", json!({"relationship": id}))["timeLeft"].clone()
    };
    assert_eq!(left(&mut desk), json!(null), "there is no end yet");
    for (field, value) in [
        ("template.4.starts_on", json!("2026-03-11")),
        ("template.4.ends_on", json!("2026-12-18")),
        ("template.5.cadence", json!("six_weeks_90")),
    ] {
        desk.call(
            "answer.set",
            json!({"relationship": id, "field": field, "value": value}),
        );
    }
    // 2 March to 18 December are 291 days: six times six weeks and 39 days.
    assert_eq!(
        left(&mut desk),
        "Time for 6 sessions until Friday 18 December 2026, none in the diary yet"
    );
    for on in ["2026-03-25", "2026-12-18", "2026-12-19"] {
        desk.call(
            "session.add",
            json!({"relationship": id, "on": on, "at": "14:00"}),
        );
    }
    assert_eq!(
        left(&mut desk),
        "2 sessions left until Friday 18 December 2026",
        "the one after the end does not count"
    );
    desk.set("2026-12-19T09:00:00Z");
    assert_eq!(left(&mut desk), json!(null));
}

#[test]
fn what_is_logged_can_be_replayed_and_tells_what_is_new() {
    let (mut desk, id) = mentee();
    desk.call("since.seen", json!({"relationship": id}));
    log(&mut desk, &id, "out", json!({"channel": "email"}));
    desk.set("2026-03-17T10:00:00Z");
    desk.call(
        "escalation.tick",
        json!({"relationship": id, "mishap": "spelling"}),
    );
    let since = desk.call("since.get", json!({"relationship": id}));
    let told: Vec<_> = since["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        told,
        [
            "You changed the contact log",
            "You changed the message to the programme"
        ]
    );
    desk.fairlead.check().unwrap();
}
