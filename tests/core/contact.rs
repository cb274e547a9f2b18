//! The contact plan through the use cases: channels, times, history, undo, and what it refuses.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use serde_json::{Value, json};

const EMPTY: &str = "";

fn set_up() -> (Desk, String) {
    let mut desk = Desk::at("2026-03-02T10:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Ruth Kessler", "zone": "America/Toronto"},
               "connection": {"state": "connected", "on": "2026-03-02"}}),
    );
    let id = made["id"].as_str().unwrap().to_owned();
    (desk, id)
}

fn add(desk: &mut Desk, id: &str, kind: &str, address: &str) -> String {
    let saved = desk.call(
        "channel.add",
        json!({"relationship": id, "side": "mentee", "kind": kind, "address": address}),
    );
    saved["id"].as_str().unwrap().to_owned()
}

fn names(plan: &Value) -> Vec<String> {
    plan["mentee"]["channels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|channel| channel["name"].as_str().unwrap().to_owned())
        .collect()
}

fn plan(desk: &mut Desk, id: &str) -> Value {
    desk.call("contact.get", json!({"relationship": id}))
}

fn mark(desk: &mut Desk, id: &str, side: &str, day: &str, part: &str, mark: Value) -> Value {
    desk.call(
        "times.mark",
        json!({"relationship": id, "side": side, "times": [{"day": day, "part": part, "mark": mark}]}),
    )["plan"]
        .clone()
}

#[test]
fn r11_channels_have_an_order_that_can_be_changed_and_undone_by_name() {
    let (mut desk, id) = set_up();
    let first = add(&mut desk, &id, "phone", EMPTY);
    let second = add(&mut desk, &id, "email", "priya@leeds.example");
    let moved = desk.call(
        "channel.move",
        json!({"relationship": id, "channel": second, "position": 1}),
    );
    assert_eq!(names(&moved["plan"]), ["E-mail", "Phone"]);
    let undone = desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(undone["done"], "moving “E-mail” for Priya Raman");
    assert_eq!(names(&plan(&mut desk, &id)), ["Phone", "E-mail"]);
    desk.call(
        "channel.change",
        json!({"relationship": id, "channel": first, "kind": "messaging", "label": "Signal",
               "note": "not at night", "reply": {"count": 0, "unit": "days"}}),
    );
    let now = plan(&mut desk, &id);
    assert_eq!(names(&now), ["Signal", "E-mail"]);
    assert_eq!(
        now["mentee"]["promises"],
        json!(["Signal: on the same day"])
    );
    desk.call(
        "channel.change",
        json!({"relationship": id, "channel": first, "noPromise": true}),
    );
    assert_eq!(plan(&mut desk, &id)["mentee"]["promises"], json!([]));
    let rest = desk.call(
        "channel.remove",
        json!({"relationship": id, "channel": first}),
    );
    assert_eq!(names(&rest["plan"]), ["E-mail"]);
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(names(&plan(&mut desk, &id)), ["Signal", "E-mail"]);
    desk.fairlead.check().unwrap();
}

#[test]
fn r12_a_week_is_marked_cell_by_cell_as_one_deed() {
    let (mut desk, id) = set_up();
    mark(
        &mut desk,
        &id,
        "mentor",
        "monday",
        "morning",
        json!("avoid"),
    );
    let now = mark(
        &mut desk,
        &id,
        "mentor",
        "tuesday",
        "evening",
        json!("good"),
    );
    assert_eq!(
        now["mentor"]["times"],
        json!([
            "Good: Tuesday, 18:00 to 21:00",
            "Please avoid: Monday, 09:00 to 12:00"
        ])
    );
    assert_eq!(now["mentor"]["zone"], "America/Toronto");
    assert_eq!(now["mentor"]["ask"], Value::Null);
    let now = mark(&mut desk, &id, "mentor", "monday", "morning", Value::Null);
    assert_eq!(
        now["mentor"]["times"],
        json!(["Good: Tuesday, 18:00 to 21:00"])
    );
    let undone = desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(undone["done"], "changing the times of Ruth Kessler");
    assert_eq!(plan(&mut desk, &id)["mentor"]["times"], json!([]));
    assert_eq!(plan(&mut desk, &id)["mentor"]["ask"], "Ask Ruth");
    desk.fairlead.check().unwrap();
}

#[test]
fn r12_r92_a_time_is_told_in_both_zones_and_warned_of_where_somebody_avoids_it() {
    let (mut desk, id) = set_up();
    mark(
        &mut desk,
        &id,
        "mentor",
        "wednesday",
        "early_morning",
        json!("avoid"),
    );
    mark(
        &mut desk,
        &id,
        "mentee",
        "wednesday",
        "midday",
        json!("urgent"),
    );
    let mut people = |on: &str, at: &str| {
        desk.call("times.try", json!({"relationship": id, "on": on, "at": at}))["people"].clone()
    };
    // London and Toronto are five hours apart, four in the weeks between their changes of the clocks.
    let winter = people("2026-03-04", "13:30");
    assert_eq!(winter[1]["time"], "08:30");
    assert_eq!(
        winter[1]["warning"],
        "Wednesday at 08:30 is a time that Ruth would rather avoid. Is there another one?"
    );
    assert_eq!(winter[0]["mark"], "urgent");
    let between = people("2026-03-11", "13:30");
    assert_eq!(
        (&between[1]["time"], &between[1]["warning"]),
        (&json!("09:30"), &Value::Null)
    );
    // A time that the clocks skip becomes the one after the gap.
    let skipped = people("2026-03-29", "01:30");
    assert_eq!(skipped[0]["time"], "02:30");
    // The day there may be another one.
    let late = people("2026-03-12", "02:00");
    assert_eq!(late[1]["date"]["words"], "Wednesday 11 March 2026");
    let refused = desk.refuse(
        "times.try",
        json!({"relationship": id, "on": "2026-03-12", "at": "25:00"}),
    );
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("invalid", Some("at"))
    );
}

#[test]
fn r60_the_history_of_channels_and_times_is_told_and_put_back() {
    let (mut desk, id) = set_up();
    add(&mut desk, &id, "phone", EMPTY);
    let email = add(&mut desk, &id, "email", "priya@leeds.example");
    desk.set("2026-03-02T11:00:00Z");
    desk.call(
        "channel.change",
        json!({"relationship": id, "channel": email, "address": "priya@home.example"}),
    );
    mark(
        &mut desk,
        &id,
        "mentee",
        "monday",
        "morning",
        json!("avoid"),
    );
    desk.set("2026-03-02T12:00:00Z");
    mark(&mut desk, &id, "mentee", "monday", "morning", Value::Null);
    desk.call(
        "channel.remove",
        json!({"relationship": id, "channel": email}),
    );
    let history = |desk: &mut Desk, field: &str| {
        desk.call(
            "answer.history",
            json!({"relationship": id, "field": field, "side": "mentee"}),
        )["entries"]
            .clone()
    };
    let channels = history(&mut desk, "area.1.channels");
    let texts: Vec<_> = channels
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        [
            "Phone",
            "Phone; E-mail: priya@home.example",
            "Phone; E-mail: priya@leeds.example",
            "Phone"
        ]
    );
    assert_eq!(channels[0]["author"], "Priya Raman");
    let back = desk.call(
        "answer.restore",
        json!({"relationship": id, "edit": channels[2]["edit"]}),
    );
    assert_eq!(
        back["answer"]["value"],
        json!(["Phone", "E-mail: priya@leeds.example"])
    );
    let times = history(&mut desk, "area.1.times");
    desk.call(
        "answer.restore",
        json!({"relationship": id, "edit": times[1]["edit"]}),
    );
    assert_eq!(
        plan(&mut desk, &id)["mentee"]["times"],
        json!(["Please avoid: Monday, 09:00 to 12:00"])
    );
    desk.fairlead.check().unwrap();
}

#[test]
fn a_change_of_the_contact_plan_opens_the_agreed_section_that_shows_it() {
    let (mut desk, id) = set_up();
    let email = add(&mut desk, &id, "email", "priya@leeds.example");
    let agree = |desk: &mut Desk, section: &str| {
        desk.call(
            "section.stand",
            json!({"relationship": id, "section": section, "standing": "agreed"}),
        );
    };
    agree(&mut desk, "area.1");
    agree(&mut desk, "template.6");
    desk.call(
        "channel.change",
        json!({"relationship": id, "channel": email, "reply": {"count": 2, "unit": "days"}}),
    );
    assert_eq!(desk.section(&id, "template.6")["standing"], "open");
    assert_eq!(desk.section(&id, "area.1")["standing"], "agreed");
    mark(&mut desk, &id, "mentor", "monday", "night", json!("avoid"));
    assert_eq!(desk.section(&id, "area.1")["standing"], "open");
    assert_eq!(
        desk.value(&id, "template.6.answers", Some("mentee")),
        json!(["E-mail: within 2 days"])
    );
}

#[test]
fn what_cannot_stand_in_a_contact_plan_is_refused_and_changes_nothing() {
    let (mut desk, id) = set_up();
    let email = add(&mut desk, &id, "email", "priya@leeds.example");
    let phone = add(&mut desk, &id, "phone", "+44 20 7946 0018");
    let before = plan(&mut desk, &id);
    let new = |more: Value| {
        let mut with = json!({"relationship": id, "side": "mentee", "kind": "email"});
        for (key, value) in more.as_object().unwrap() {
            with[key] = value.clone();
        }
        with
    };
    let huge = "x".repeat(1_000_000);
    for (name, with, code, field) in [
        (
            "channel.add",
            new(json!({"address": "nowhere"})),
            "invalid",
            Some("address"),
        ),
        (
            "channel.add",
            new(json!({"address": "a@b"})),
            "invalid",
            Some("address"),
        ),
        (
            "channel.add",
            new(json!({"kind": "phone", "address": huge})),
            "too_long",
            Some("address"),
        ),
        (
            "channel.add",
            new(json!({"label": huge})),
            "too_long",
            Some("label"),
        ),
        (
            "channel.add",
            new(json!({"note": "now\u{202E}won"})),
            "turns_direction",
            Some("note"),
        ),
        (
            "channel.add",
            new(json!({"kind": "pigeon"})),
            "bad_request",
            Some("kind"),
        ),
        (
            "channel.add",
            new(json!({"side": "coordinator"})),
            "bad_request",
            Some("side"),
        ),
        (
            "channel.add",
            new(json!({"reply": {"count": 31, "unit": "days"}})),
            "out_of_range",
            Some("reply"),
        ),
        (
            "channel.add",
            new(json!({"reply": {"count": 0, "unit": "hours"}})),
            "out_of_range",
            Some("reply"),
        ),
        (
            "channel.change",
            json!({"relationship": id, "channel": phone, "kind": "email"}),
            "invalid",
            Some("address"),
        ),
        (
            "channel.remove",
            json!({"relationship": id, "channel": "gone"}),
            "not_found",
            Some("channel"),
        ),
        (
            "times.mark",
            json!({"relationship": id, "side": "mentee", "times": [{"day": "someday", "part": "night", "mark": null}]}),
            "bad_request",
            Some("times[0].day"),
        ),
        (
            "answer.set",
            json!({"relationship": id, "field": "area.1.channels", "side": "mentee", "value": ["E-mail"]}),
            "invalid",
            Some("field"),
        ),
    ] {
        let refused = desk.refuse(name, with);
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            (code, field),
            "{name}: {}",
            refused.message
        );
        assert!(refused.message.len() < 400);
        assert_eq!(before, plan(&mut desk, &id), "{name}");
    }
    // Right-to-left letters, markup and long links are texts like any other.
    desk.call(
        "channel.change",
        json!({"relationship": id, "channel": phone, "kind": "video_call", "label": "שיחת וידאו",
               "address": format!("https://meet.example/{}", "x".repeat(500)), "note": "<b>محمد</b>"}),
    );
    desk.call(
        "channel.remove",
        json!({"relationship": id, "channel": email}),
    );
    assert_eq!(names(&plan(&mut desk, &id)), ["שיחת וידאו"]);
    for _ in 0..11 {
        add(&mut desk, &id, "in_person", EMPTY);
    }
    let refused = desk.refuse("channel.add", new(json!({})));
    assert_eq!(refused.code, "too_many");
    desk.fairlead
        .paper("agreement", &id, fairlead_core::api::start::PaperSize::A4)
        .unwrap();
}

#[test]
fn b1_a_coordinator_does_not_see_how_the_two_reach_each_other() {
    let mut desk = Desk::at("2026-03-02T10:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "coordinator", "partner": {"name": "Ada N."}, "other": {"name": "Jun C."},
               "connection": {"state": "connected", "on": "2026-03-01"}}),
    );
    let refused = desk.refuse("contact.get", json!({"relationship": made["id"]}));
    assert_eq!(refused.code, "coordinator");
}

#[test]
fn the_contact_plan_is_news_after_a_day_and_leads_to_its_page() {
    let (mut desk, id) = set_up();
    add(&mut desk, &id, "phone", EMPTY);
    desk.set("2026-03-04T10:00:00Z");
    let since = desk.call("since.get", json!({"relationship": id}));
    assert_eq!(since["changes"][0]["text"], "You changed the contact plan");
    assert_eq!(
        since["changes"][0]["route"],
        format!("/relationship/{id}/contact")
    );
}
