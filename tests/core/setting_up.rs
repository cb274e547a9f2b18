//! Setting up: how the two come together, the programme with its words and its logo, and what is refused.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use fairlead_core::api::start::PaperSize;
use serde_json::{Value, json};

/// A PNG of 12 by 8 red pixels, in base64.
pub const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAIAAABChommAAAAEUlEQVR4nGM4ISdHEDGMKgIAojBhgcEzWZQAAAAASUVORK5CYII=";

fn at(utc: &str) -> Desk {
    Desk::at(utc, "Europe/London")
}

fn create(desk: &mut Desk, connection: Value, intake: Value) -> String {
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Helen Marsh", "zone": "America/Toronto"},
               "connection": connection, "intake": intake}),
    );
    made["id"].as_str().unwrap().to_owned()
}

fn get(desk: &mut Desk, id: &str) -> Value {
    desk.call("relationship.get", json!({"relationship": id}))
}

#[test]
fn r131_c17_the_day_a_request_is_accepted_is_the_connection_date() {
    let mut desk = at("2026-02-09T10:00:00Z");
    let id = create(
        &mut desk,
        json!({"state": "waiting"}),
        json!({"kind": "request", "message": "You sat on the tribunal I want to understand."}),
    );
    let view = get(&mut desk, &id);
    assert_eq!(
        view["status"],
        "You asked Helen on Monday 9 February 2026. Helen has until Thursday 19 February 2026 to answer."
    );
    assert_eq!(view["intake"]["reply"], "open");
    assert_eq!(view["firstContact"], Value::Null, "R2: no clock runs");
    desk.set("2026-02-18T10:00:00Z");
    let early = desk.refuse(
        "intake.reply",
        json!({"relationship": id, "reply": "accepted", "on": "2026-02-08"}),
    );
    assert_eq!(
        (early.code.as_str(), early.field.as_deref()),
        ("wrong_order", Some("on"))
    );
    let view = desk.call(
        "intake.reply",
        json!({"relationship": id, "reply": "accepted", "reason": "Fridays after two suit me"}),
    );
    assert_eq!(view["connectedOn"]["date"], "2026-02-18");
    assert_eq!(view["intake"]["reason"], "Fridays after two suit me");
    assert_eq!(view["firstContact"]["day"], 0);
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(get(&mut desk, &id)["connection"], "waiting");
    desk.fairlead.check().unwrap();
}

#[test]
fn r131_a_request_can_be_declined_without_a_reason_and_nothing_is_deleted() {
    let mut desk = at("2026-02-09T10:00:00Z");
    let id = create(
        &mut desk,
        json!({"state": "waiting"}),
        json!({"kind": "request", "message": "Please."}),
    );
    let view = desk.call(
        "intake.reply",
        json!({"relationship": id, "reply": "declined"}),
    );
    assert_eq!(
        view["status"],
        "Helen has declined. You can ask somebody else, or the programme."
    );
    assert_eq!(view["intake"]["message"], "Please.");
    let other = create(&mut desk, json!({"state": "waiting"}), Value::Null);
    let refused = desk.refuse(
        "intake.reply",
        json!({"relationship": other, "reply": "accepted"}),
    );
    assert_eq!(refused.code, "no_request");
}

#[test]
fn r1_whoever_is_at_the_induction_fixes_the_next_meeting_or_leaves_it_on_purpose() {
    let mut desk = at("2026-03-02T10:00:00Z");
    let request = |intake: Value| {
        json!({"role": "mentee", "partner": {"name": "Helen", "zone": "America/Toronto"},
               "connection": {"state": "connected", "on": "2026-03-02"}, "intake": intake})
    };
    let refused = desk.refuse(
        "relationship.create",
        request(json!({"kind": "matched", "together": true})),
    );
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("empty", Some("intake.meeting"))
    );
    for (meeting, code, field) in [
        (
            json!({"on": "2026-03-01", "at": "14:00"}),
            "in_the_past",
            "intake.meeting.on",
        ),
        (
            json!({"on": "2026-02-30", "at": "14:00"}),
            "no_such_date",
            "intake.meeting.on",
        ),
        (
            json!({"on": "2026-03-11", "at": "2 pm"}),
            "invalid",
            "intake.meeting.at",
        ),
        (
            json!({"on": "2026-03-11", "at": "14:00", "place": "x".repeat(1_000_000)}),
            "too_long",
            "intake.meeting.place",
        ),
    ] {
        let refused = desk.refuse(
            "relationship.create",
            request(json!({"kind": "matched", "together": true, "meeting": meeting})),
        );
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            (code, Some(field))
        );
    }
    let made = desk.call(
        "relationship.create",
        request(json!({"kind": "matched", "together": true,
                       "meeting": {"on": "2026-03-11", "at": "13:30", "method": "Video call"}})),
    );
    let id = made["id"].as_str().unwrap();
    let view = get(&mut desk, id);
    // R92: between the two changes of the clocks London and Toronto are four hours apart.
    assert_eq!(view["firstMeeting"]["people"][1]["time"], "09:30");
    assert_eq!(
        view["firstMeeting"]["date"]["words"],
        "Wednesday 11 March 2026"
    );
    assert_eq!(
        view["firstContact"],
        Value::Null,
        "they are in touch already"
    );
    let view = desk.call(
        "first_meeting.set",
        json!({"relationship": id, "meeting": null}),
    );
    assert_eq!(
        (&view["firstMeeting"], &view["meetingSkipped"]),
        (&Value::Null, &json!(true))
    );
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(get(&mut desk, id)["firstMeeting"]["time"], "13:30");
    let made = desk.call(
        "relationship.create",
        request(json!({"kind": "matched", "together": true, "skipMeeting": true})),
    );
    assert_eq!(
        get(&mut desk, made["id"].as_str().unwrap())["meetingSkipped"],
        true
    );
    desk.fairlead.check().unwrap();
}

#[test]
fn r3_r4_r9_the_first_fourteen_days_are_told_from_the_connection_date() {
    let mut desk = at("2026-03-02T10:00:00Z");
    let id = desk.relationship("mentee", "Tomasz Lewandowski", Some("2026-03-02"));
    let contact = |desk: &mut Desk| get(desk, &id)["firstContact"].clone();
    let first = contact(&mut desk);
    assert_eq!(
        (&first["words"], &first["turn"]),
        (
            &json!("Day 0 of 14"),
            &json!("Your turn: write to Tomasz by Monday 9 March 2026.")
        )
    );
    desk.set("2026-03-10T10:00:00Z");
    assert_eq!(contact(&mut desk)["until"]["date"], "2026-03-16");
    desk.call(
        "relationship.update",
        json!({"relationship": id, "connectedOn": "2026-03-09"}),
    );
    assert_eq!(
        contact(&mut desk)["day"],
        1,
        "a later date moves every clock"
    );
    desk.set("2026-03-24T10:00:00Z");
    assert_eq!(contact(&mut desk), Value::Null);
}

#[test]
fn r159_c29_the_programme_has_addresses_events_and_words_of_its_own() {
    let mut desk = at("2026-03-02T10:00:00Z");
    let id = desk.relationship("mentee", "Tomasz Lewandowski", Some("2026-03-02"));
    desk.call(
        "programme.change",
        json!({"relationship": id, "name": "Northbridge Mentoring", "email": "desk@northbridge.example",
               "web": "mentoring.northbridge.example", "words": {"mentor": "coach", "mentee": "learner", "meeting": "session"}}),
    );
    let added = desk.call(
        "programme.contact.add",
        json!({"relationship": id, "kind": "escalation", "name": "Dana Fisk", "email": "dana@northbridge.example"}),
    );
    let contact = added["id"].clone();
    desk.call(
        "programme.event.add",
        json!({"relationship": id, "name": "Summer evening", "on": "2026-06-18", "at": "18:00", "place": "Canteen B"}),
    );
    let view = desk.call(
        "programme.event.add",
        json!({"relationship": id, "name": "Kick-off", "on": "2026-03-20"}),
    );
    let names: Vec<_> = view["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["name"].clone())
        .collect();
    assert_eq!(names, [json!("Kick-off"), json!("Summer evening")]);
    assert_eq!(view["events"][1]["date"]["words"], "Thursday 18 June 2026");
    let plan = desk.call("contact.get", json!({"relationship": id}));
    assert_eq!(
        plan["programme"],
        json!([
            "Northbridge Mentoring, desk@northbridge.example, mentoring.northbridge.example",
            "When contact breaks down: Dana Fisk, dana@northbridge.example"
        ])
    );
    let roles = desk.section(&id, "template.1");
    let labels = roles["fields"].to_string();
    assert!(labels.contains("The coach's role") && !labels.contains("The mentor's role"));
    // What people write, and their names, keep their words.
    desk.answer(&id, "template.1.text", json!("My mentor and I meet."));
    let document = desk
        .call("agreement.document", json!({"relationship": id}))
        .to_string();
    assert!(document.contains("My mentor and I meet.") && document.contains("Learner"));
    desk.call(
        "programme.contact.remove",
        json!({"relationship": id, "contact": contact}),
    );
    desk.call("undo.back", json!({"relationship": id}));
    let view = desk.call("programme.get", json!({"relationship": id}));
    assert_eq!(view["contacts"][0]["name"], "Dana Fisk");
    desk.fairlead.check().unwrap();
}

#[test]
fn r58_a_logo_is_kept_printed_and_taken_away_again() {
    let mut desk = at("2026-03-02T10:00:00Z");
    let id = desk.relationship("mentee", "Tomasz", Some("2026-03-02"));
    desk.call(
        "programme.change",
        json!({"relationship": id, "name": "Northbridge"}),
    );
    let view = desk.call(
        "programme.logo.set",
        json!({"relationship": id, "picture": PNG}),
    );
    assert_eq!(
        (
            &view["logo"]["width"],
            &view["logo"]["height"],
            &view["logo"]["words"]
        ),
        (&json!(12), &json!(8), &json!("Logo of Northbridge"))
    );
    let pdf = desk
        .fairlead
        .paper("agreement", &id, PaperSize::A4)
        .unwrap();
    let document = desk.call("agreement.document", json!({"relationship": id}));
    assert_eq!(document["document"]["blocks"][0]["kind"], "picture");
    desk.call(
        "programme.logo.set",
        json!({"relationship": id, "picture": PNG, "words": "A red bridge"}),
    );
    desk.call("programme.logo.remove", json!({"relationship": id}));
    let without = desk
        .fairlead
        .paper("agreement", &id, PaperSize::A4)
        .unwrap();
    assert!(pdf.bytes.len() > without.bytes.len());
    desk.call("undo.back", json!({"relationship": id}));
    let view = desk.call("programme.get", json!({"relationship": id}));
    assert_eq!(view["logo"]["words"], "A red bridge");
    desk.fairlead.check().unwrap();
}

#[test]
fn what_cannot_stand_in_a_programme_is_refused_and_changes_nothing() {
    let mut desk = at("2026-03-02T10:00:00Z");
    let id = desk.relationship("mentee", "Tomasz", Some("2026-03-02"));
    let before = desk.call("programme.get", json!({"relationship": id}));
    let huge = "x".repeat(1_000_000);
    for (name, mut with, code, field) in [
        (
            "programme.change",
            json!({"email": "nowhere"}),
            "invalid",
            Some("email"),
        ),
        (
            "programme.change",
            json!({"email": "a b@c.d"}),
            "invalid",
            Some("email"),
        ),
        (
            "programme.change",
            json!({"web": "javascript:alert(1).x"}),
            "invalid",
            Some("web"),
        ),
        (
            "programme.change",
            json!({"web": "not a page"}),
            "invalid",
            Some("web"),
        ),
        (
            "programme.change",
            json!({"name": huge}),
            "too_long",
            Some("name"),
        ),
        (
            "programme.change",
            json!({"name": "North\u{202E}egdirb"}),
            "turns_direction",
            Some("name"),
        ),
        (
            "programme.change",
            json!({"words": {"mentor": "{mentee}"}}),
            "invalid",
            Some("words.mentor"),
        ),
        (
            "programme.change",
            json!({"words": {"mentor": "x".repeat(41)}}),
            "invalid",
            Some("words.mentor"),
        ),
        (
            "programme.contact.add",
            json!({"kind": "office", "name": ""}),
            "empty",
            Some("name"),
        ),
        (
            "programme.contact.add",
            json!({"kind": "office", "name": "A", "email": "@"}),
            "invalid",
            Some("email"),
        ),
        (
            "programme.contact.remove",
            json!({"contact": "gone"}),
            "not_found",
            Some("contact"),
        ),
        (
            "programme.event.add",
            json!({"name": "A", "on": "2027-02-29"}),
            "no_such_date",
            Some("on"),
        ),
        (
            "programme.event.add",
            json!({"name": "A", "at": "noon"}),
            "invalid",
            Some("at"),
        ),
        (
            "programme.logo.set",
            json!({"picture": "PHN2Zz48L3N2Zz4="}),
            "no_picture",
            Some("picture"),
        ),
        (
            "programme.logo.set",
            json!({"picture": "A".repeat(50_000_000)}),
            "too_large",
            Some("picture"),
        ),
        (
            "programme.logo.set",
            json!({"picture": PNG.get(..60)}),
            "broken",
            Some("picture"),
        ),
    ] {
        with["relationship"] = json!(id);
        let refused = desk.refuse(name, with);
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            (code, field),
            "{name}: {}",
            refused.message
        );
        assert!(refused.message.len() < 400);
    }
    assert_eq!(
        before,
        desk.call("programme.get", json!({"relationship": id}))
    );
}

#[test]
fn r131_r132_after_ten_days_without_an_answer_the_page_says_what_can_be_done() {
    let mut desk = Desk::at("2026-02-09T09:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Helen Marsh"}, "connection": {"state": "waiting"},
               "intake": {"kind": "request", "askedOn": "2026-02-09", "message": "Would you?"}}),
    );
    let which = json!({"relationship": made["id"]});
    let status = |desk: &mut Desk| {
        desk.call("relationship.get", which.clone())["status"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    desk.set("2026-02-19T23:30:00Z");
    assert_eq!(
        status(&mut desk),
        "You asked Helen on Monday 9 February 2026. Helen has until Thursday 19 February 2026 to answer."
    );
    desk.set("2026-02-20T00:30:00Z");
    assert_eq!(
        status(&mut desk),
        "No answer in ten days: your request to Helen of Monday 9 February 2026 has lapsed. You can ask again, ask somebody else, or tell the programme."
    );
    // A late answer still counts.
    let view = desk.call(
        "intake.reply",
        json!({"relationship": made["id"], "reply": "accepted", "on": "2026-02-20"}),
    );
    assert_eq!(view["connection"], "connected");
}

#[test]
fn r132_a_lapsed_request_is_asked_again_given_to_another_or_told_to_the_office() {
    let mut desk = Desk::at("2026-02-09T09:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Helen Marsh"}, "connection": {"state": "waiting"},
               "programme": {"name": "Pool", "email": "desk@pool.example"},
               "intake": {"kind": "request", "askedOn": "2026-02-09", "message": "canary of two sentences"}}),
    );
    let id = made["id"].clone();
    let intake = |desk: &mut Desk| {
        desk.call("relationship.get", json!({"relationship": id}))["intake"].clone()
    };
    let choose = |choice: &str| json!({"relationship": id, "choice": choice});
    desk.set("2026-02-19T23:30:00Z");
    assert_eq!(
        (&intake(&mut desk)["state"], &intake(&mut desk)["choices"]),
        (&json!("open"), &json!([])),
        "the tenth day is the mentor's"
    );
    let refused = desk.refuse("intake.choose", choose("ask_again"));
    assert_eq!(refused.code, "wrong_order");
    assert!(refused.message.contains("Thursday 19 February 2026"));
    desk.set("2026-02-20T00:30:00Z");
    let lapsed = intake(&mut desk);
    assert_eq!(lapsed["state"], "lapsed");
    let offered: Vec<_> = lapsed["choices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|choice| choice["choice"].as_str().unwrap())
        .collect();
    assert_eq!(offered, ["ask_again", "another", "office"]);
    let told = desk.call("intake.choose", choose("office"));
    assert_eq!(told["draft"]["to"], "desk@pool.example", "R159");
    let body = told["draft"]["body"].as_str().unwrap();
    assert!(
        body.contains("Priya Raman asked Helen Marsh on Monday 9 February 2026, and ten days have gone by without an answer"),
        "{body}"
    );
    assert!(!body.contains("canary"), "C23: never the message");
    assert_eq!(
        told["intake"]["state"], "lapsed",
        "a late answer still counts"
    );
    let again = desk.call("intake.choose", choose("ask_again"));
    assert_eq!(
        (
            &again["intake"]["state"],
            &again["intake"]["replyBy"]["date"]
        ),
        (&json!("open"), &json!("2026-03-02"))
    );
    desk.set("2026-03-03T09:00:00Z");
    let another = desk.call("intake.choose", choose("another"));
    assert_eq!(another["intake"]["state"], "withdrawn");
    assert_eq!(
        another["intake"]["message"], "canary of two sentences",
        "nothing is deleted"
    );
    // Every step can be taken back.
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(intake(&mut desk)["state"], "lapsed");
    // C17: the day of a yes is the connection date, also after the ten days.
    let view = desk.call(
        "intake.reply",
        json!({"relationship": id, "reply": "accepted", "on": "2026-03-03", "reason": "Fridays after two suit me"}),
    );
    assert_eq!(view["connectedOn"]["date"], "2026-03-03");
    assert_eq!(view["intake"]["state"], "accepted");
    let refused = desk.refuse("intake.choose", choose("another"));
    assert_eq!(refused.code, "wrong_order");
}

#[test]
fn r159_a_letter_goes_to_the_programme_else_to_whoever_it_names() {
    let mut desk = at("2026-05-20T10:00:00Z");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    let to = |desk: &mut Desk| {
        desk.call("ending.get", json!({"relationship": id}))["draft"]["to"].clone()
    };
    assert_eq!(to(&mut desk), "");
    for (kind, email) in [
        ("escalation", "help@pool.example"),
        ("coordinator", "jo@pool.example"),
    ] {
        desk.call(
            "programme.contact.add",
            json!({"relationship": id, "kind": kind, "name": "Jo", "email": email}),
        );
    }
    assert_eq!(to(&mut desk), "jo@pool.example");
    desk.call(
        "programme.change",
        json!({"relationship": id, "email": "desk@pool.example"}),
    );
    assert_eq!(to(&mut desk), "desk@pool.example");
}
