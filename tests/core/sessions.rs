//! Sessions: planned, moved, cancelled, held, and what is counted of them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use serde_json::{Value, json};

/// Daniel in London, whose mentor Ruth lives in Toronto, as Daniel's desk has them.
pub struct Pair {
    pub desk: Desk,
    pub id: String,
}

impl Pair {
    pub fn at(utc: &str) -> Self {
        let mut desk = Desk::new(utc, "Europe/London");
        desk.call(
            "profile.save",
            json!({"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}),
        );
        let made = desk.call(
            "relationship.create",
            json!({"role": "mentee", "partner": {"name": "Ruth Kessler", "zone": "America/Toronto"},
                   "connection": {"state": "connected", "on": "2026-03-02"}}),
        );
        let id = made["id"].as_str().unwrap().to_owned();
        Self { desk, id }
    }

    fn with(&self, mut request: Value) -> Value {
        request["relationship"] = json!(self.id);
        request
    }

    pub fn ask(&mut self, name: &str, request: Value) -> Value {
        let request = self.with(request);
        self.desk.call(name, request)
    }

    pub fn refuse(&mut self, name: &str, request: Value) -> (String, Option<String>) {
        let request = self.with(request);
        let error = self.desk.refuse(name, request);
        assert!(error.message.ends_with('.'), "{}", error.message);
        (error.code, error.field)
    }

    /// Adds a session and answers its id.
    pub fn add(&mut self, on: &str, at: &str, more: Value) -> String {
        let mut request = json!({"on": on, "at": at});
        for (name, value) in more.as_object().unwrap() {
            request[name] = value.clone();
        }
        let sessions = self.ask("session.add", request);
        sessions["id"].as_str().unwrap().to_owned()
    }

    pub fn get(&mut self, session: &str) -> Value {
        self.ask("session.get", json!({"session": session}))
    }

    pub fn list(&mut self) -> Value {
        self.ask("session.list", json!({}))
    }
}

fn clocks(view: &Value) -> (String, String) {
    let time = |side: &str| {
        let people = view["people"].as_array().unwrap();
        let person = people.iter().find(|person| person["side"] == side).unwrap();
        person["time"].as_str().unwrap().to_owned()
    };
    (time("mentee"), time("mentor"))
}

#[test]
fn r92_a_session_is_shown_on_both_clocks() {
    let mut pair = Pair::at("2026-03-11T10:00:00Z");
    let march = pair.add("2026-03-25", "14:00", json!({"minutes": 90}));
    let may = pair.add("2026-05-06", "14:00", json!({}));
    let view = pair.get(&march);
    assert_eq!(clocks(&view), ("14:00".to_owned(), "10:00".to_owned()));
    assert_eq!(view["utc"], "2026-03-25T14:00:00Z");
    assert_eq!(view["date"]["words"], "Wednesday 25 March 2026");
    assert_eq!(view["people"][1]["zone"], "America/Toronto");
    let view = pair.get(&may);
    assert_eq!(clocks(&view), ("14:00".to_owned(), "09:00".to_owned()));
    assert_eq!(view["utc"], "2026-05-06T13:00:00Z");
    // On the mentor's clock.
    let june = pair.add("2026-06-17", "09:00", json!({"side": "mentor"}));
    let view = pair.get(&june);
    assert_eq!(
        (&view["zone"], &view["utc"]),
        (&json!("America/Toronto"), &json!("2026-06-17T13:00:00Z"))
    );
}

#[test]
fn r1_the_meeting_fixed_at_the_induction_is_session_1() {
    let mut pair = Pair::at("2026-03-02T10:00:00Z");
    let meeting = json!({"on": "2026-03-11", "at": "15:00", "place": "Canteen B"});
    pair.ask("first_meeting.set", json!({"meeting": meeting}));
    let list = pair.list();
    let sessions = list["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 1);
    let first = &sessions[0];
    assert_eq!(
        (&first["number"], &first["kind"]),
        (&json!(1), &json!("first"))
    );
    assert_eq!(
        (&first["on"], &first["at"], &first["place"]),
        (&json!("2026-03-11"), &json!("15:00"), &json!("Canteen B"))
    );
    // Fixed anew, it is the same session at another time.
    let meeting = json!({"on": "2026-03-12", "at": "16:00"});
    pair.ask("first_meeting.set", json!({"meeting": meeting}));
    let again = pair.list()["sessions"].clone();
    assert_eq!(again.as_array().unwrap().len(), 1);
    assert_eq!(
        (&again[0]["id"], &again[0]["on"]),
        (&first["id"], &json!("2026-03-12"))
    );
    // It is told at a glance.
    let next = pair.ask("relationship.get", json!({}))["nextSession"].clone();
    assert_eq!(next["id"], first["id"]);
    assert_eq!(
        (&next["time"], &next["date"]["words"]),
        (&json!("16:00"), &json!("Thursday 12 March 2026"))
    );
    // Moved as a session, the meeting of the relationship follows.
    pair.ask(
        "session.move",
        json!({"session": first["id"], "on": "2026-03-13", "at": "09:30"}),
    );
    let view = pair.ask("relationship.get", json!({}));
    assert_eq!(view["firstMeeting"]["date"]["date"], "2026-03-13");
    assert_eq!(view["firstMeeting"]["time"], "09:30");
    // Left for later, it goes; one deed brings it back.
    pair.ask("first_meeting.set", json!({"meeting": null}));
    assert_eq!(pair.list()["sessions"], json!([]));
    pair.desk.fairlead.check().unwrap();
}

#[test]
fn r1_a_meeting_fixed_while_setting_up_is_session_1() {
    let mut desk = Desk::at("2026-03-02T10:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Helen Marsh"}, "connection": {"state": "waiting"},
               "intake": {"kind": "matched", "together": true,
                          "meeting": {"on": "2026-03-04", "at": "14:00", "method": "video call"}}}),
    );
    let list = desk.call("session.list", json!({"relationship": made["id"]}));
    assert_eq!(list["sessions"][0]["number"], 1);
    assert_eq!(list["sessions"][0]["method"], "video call");
    desk.fairlead.check().unwrap();
}

#[test]
fn j9_sessions_held_before_they_were_written_down_add_up_to_the_log() {
    let mut pair = Pair::at("2026-12-16T18:00:00Z");
    for (on, minutes) in [
        ("2026-03-11", 60),
        ("2026-03-25", 90),
        ("2026-05-06", 90),
        ("2026-06-18", 90),
        ("2026-07-29", 90),
        ("2026-09-30", 60),
        ("2026-10-28", 60),
    ] {
        pair.add(
            on,
            "14:00",
            json!({"state": "held", "heldMinutes": minutes}),
        );
    }
    let planned = pair.add("2026-11-25", "14:00", json!({"minutes": 90}));
    assert_eq!(pair.list()["untold"], json!([planned]));
    let list = pair.ask("session.hold", json!({"session": planned, "minutes": 60}));
    assert_eq!(list["held"], 8);
    assert_eq!(
        (&list["heldMinutes"], &list["heldWords"]),
        (&json!(600), &json!("10 h"))
    );
    assert_eq!(list["partnershipStart"]["date"], "2026-03-11", "C11");
    assert_eq!(list["sessions"][0]["kind"], "first");
    assert_eq!(list["untold"], json!([]));
    pair.desk.fairlead.check().unwrap();
}

#[test]
fn r20_r21_a_move_is_in_the_ledger_with_who_asked_and_how_long_before() {
    let mut pair = Pair::at("2026-06-12T09:00:00Z");
    let june = pair.add("2026-06-17", "14:00", json!({"minutes": 90}));
    let list = pair.ask(
        "session.move",
        json!({"session": june, "on": "2026-06-18", "at": "15:00", "askedBy": "mentee"}),
    );
    let line = &list["ledger"]["lines"][0];
    assert_eq!(line["kind"], "moved");
    assert_eq!(
        (&line["name"], &line["notice"]["days"]),
        (&json!("Daniel Ferreira"), &json!(5))
    );
    assert_eq!(line["notice"]["words"], "5 days");
    assert_eq!(line["notice"]["enough"], true);
    assert_eq!(
        line["words"],
        "Daniel Ferreira moved the session on Wednesday 17 June 2026 to Thursday 18 June 2026, 15:00. Notice: 5 days."
    );
    let counts = &list["ledger"]["counts"];
    assert_eq!(
        counts[0]["words"],
        "Daniel Ferreira: 1 move, no cancellations"
    );
    assert_eq!(
        counts[1]["words"],
        "Ruth Kessler: no moves, no cancellations"
    );
    let view = pair.get(&june);
    assert_eq!((&view["sequence"], &view["moves"]), (&json!(1), &json!(1)));
    assert_eq!(
        view["warnings"],
        json!([]),
        "R20: only from the second move on"
    );
    pair.ask(
        "session.move",
        json!({"session": june, "on": "2026-06-19", "askedBy": "mentor"}),
    );
    let view = pair.get(&june);
    assert_eq!(view["moves"], 2);
    assert!(
        view["warnings"][0]
            .as_str()
            .unwrap()
            .contains("moved twice"),
        "R20"
    );
    // Told later, the day counts.
    pair.desk.set("2026-06-18T16:00:00Z");
    let list = pair.ask(
        "session.cancel",
        json!({"session": june, "askedBy": "mentor", "askedOn": "2026-06-17", "reason": "Board meeting"}),
    );
    let line = &list["ledger"]["lines"][0];
    assert_eq!(
        (&line["kind"], &line["notice"]["days"]),
        (&json!("cancelled"), &json!(2))
    );
    assert_eq!(line["reason"], "Board meeting");
    assert_eq!(
        list["ledger"]["counts"][1]["words"],
        "Ruth Kessler: 1 move, 1 cancellation"
    );
    pair.desk.fairlead.check().unwrap();
}

#[test]
fn r21_notice_is_held_against_what_the_two_owe_each_other() {
    let mut pair = Pair::at("2026-06-16T15:00:00Z");
    let notice = |list: &Value| list["ledger"]["lines"][0]["notice"].clone();
    let one = pair.add("2026-06-17", "14:00", json!({}));
    let told = notice(&pair.ask("session.move", json!({"session": one, "on": "2026-06-24"})));
    assert_eq!(
        (&told["words"], &told["enough"], &told["owedHours"]),
        (&json!("1 day (22 hours)"), &json!(false), &json!(24))
    );
    // An hour earlier it would have been the full day.
    let two = pair.add("2026-06-17", "16:00", json!({}));
    let told = notice(&pair.ask("session.move", json!({"session": two, "on": "2026-06-25"})));
    assert_eq!(
        (&told["words"], &told["enough"]),
        (&json!("1 day"), &json!(true))
    );
    // Somebody who travels is owed two days.
    let three = pair.add("2026-06-18", "10:00", json!({}));
    let told = notice(&pair.ask("session.cancel", json!({"session": three, "travel": true})));
    assert_eq!(
        (&told["owedHours"], &told["enough"]),
        (&json!(48), &json!(false))
    );
    let id = pair.id.clone();
    pair.desk.answer(&id, "area.4.notice_hours", json!(12));
    let lines = pair.list()["ledger"]["lines"].clone();
    assert_eq!(lines[2]["notice"]["enough"], true, "as agreed now");
    let four = pair.add("2026-06-16", "15:30", json!({}));
    let told = notice(&pair.ask("session.cancel", json!({"session": four})));
    assert_eq!(told["words"], "no notice", "16:00 in London is after it");
}

#[test]
fn r110_the_streak_counts_cancelled_and_missed_until_one_is_held() {
    let mut pair = Pair::at("2026-06-30T09:00:00Z");
    let held = pair.add("2026-04-01", "14:00", json!({"state": "held"}));
    for (on, state) in [("2026-04-08", "cancelled"), ("2026-04-15", "missed")] {
        pair.add(on, "14:00", json!({"state": state}));
    }
    let streak = |pair: &mut Pair| pair.list()["streak"].clone();
    let told = streak(&mut pair);
    assert_eq!(
        (&told["count"], &told["level"]),
        (&json!(2), &json!("notice"))
    );
    let third = pair.add("2026-04-22", "14:00", json!({}));
    pair.ask("session.miss", json!({"session": third}));
    assert_eq!(streak(&mut pair)["level"], "talk");
    let fourth = pair.add("2026-07-01", "14:00", json!({}));
    pair.ask("session.cancel", json!({"session": fourth}));
    let told = streak(&mut pair);
    assert_eq!(
        (&told["count"], &told["level"]),
        (&json!(4), &json!("flag")),
        "C13, R158"
    );
    // A session moved and then held counts as held.
    pair.desk.set("2026-07-10T09:00:00Z");
    let fifth = pair.add("2026-07-08", "14:00", json!({}));
    pair.ask(
        "session.move",
        json!({"session": fifth, "on": "2026-07-09"}),
    );
    pair.ask("session.hold", json!({"session": fifth}));
    let told = streak(&mut pair);
    assert_eq!(
        (&told["count"], &told["longest"], &told["level"]),
        (&json!(0), &json!(4), &json!("none"))
    );
    assert_eq!(pair.list()["partnershipStart"]["date"], "2026-04-01");
    pair.ask("session.reopen", json!({"session": held}));
    assert_eq!(pair.list()["partnershipStart"]["date"], "2026-07-09");
}

#[test]
fn r129_the_meter_counts_the_minutes_of_thirty_days_against_sixty() {
    let mut pair = Pair::at("2026-06-30T20:00:00Z");
    pair.add(
        "2026-05-31",
        "14:00",
        json!({"state": "held", "heldMinutes": 90}),
    );
    pair.add(
        "2026-06-01",
        "14:00",
        json!({"state": "held", "heldMinutes": 25}),
    );
    pair.add(
        "2026-06-30",
        "14:00",
        json!({"state": "held", "heldMinutes": 20}),
    );
    let meter = pair.list()["meter"].clone();
    assert_eq!(
        (&meter["minutes"], &meter["target"]),
        (&json!(45), &json!(60)),
        "C21"
    );
    assert_eq!(meter["since"]["date"], "2026-06-01");
    assert_eq!(meter["words"], "45 of 60 minutes in the last 30 days");
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence_and_changes_nothing() {
    let mut pair = Pair::at("2026-06-12T09:00:00Z");
    let june = pair.add("2026-06-17", "14:00", json!({}));
    let before = pair.list();
    let field = |field: &str| Some(field.to_owned());
    for (call, request, code, at) in [
        (
            "session.add",
            json!({"on": "2026-06-17", "at": "14:00"}),
            "exists",
            "on",
        ),
        (
            "session.add",
            json!({"on": "2026-06-31", "at": "14:00"}),
            "no_such_date",
            "on",
        ),
        (
            "session.add",
            json!({"on": "2026-06-30", "at": "25:00"}),
            "invalid",
            "at",
        ),
        (
            "session.add",
            json!({"on": "2026-06-30", "at": "14:00", "minutes": 0}),
            "out_of_range",
            "minutes",
        ),
        (
            "session.add",
            json!({"on": "2026-06-30", "at": "14:00", "state": "held"}),
            "in_the_future",
            "on",
        ),
        (
            "session.add",
            json!({"on": "2026-06-30", "at": "14:00", "zone": "Mars/Base"}),
            "unknown_zone",
            "zone",
        ),
        (
            "session.hold",
            json!({"session": june}),
            "in_the_future",
            "session",
        ),
        (
            "session.miss",
            json!({"session": june}),
            "in_the_future",
            "session",
        ),
        (
            "session.hold",
            json!({"session": "nobody"}),
            "not_found",
            "session",
        ),
        ("session.move", json!({"session": june}), "unchanged", "on"),
        (
            "session.move",
            json!({"session": june, "on": "2026-06-18", "askedOn": "2026-06-13"}),
            "in_the_future",
            "askedOn",
        ),
        (
            "session.change",
            json!({"session": june, "heldMinutes": 30}),
            "not_held",
            "heldMinutes",
        ),
        ("session.confirm", json!({}), "empty", "session"),
    ] {
        assert_eq!(
            pair.refuse(call, request),
            (code.to_owned(), field(at)),
            "{call}"
        );
    }
    assert_eq!(pair.list(), before);
    pair.ask("session.cancel", json!({"session": june}));
    for call in [
        "session.hold",
        "session.miss",
        "session.cancel",
        "session.confirm",
    ] {
        assert_eq!(
            pair.refuse(call, json!({"session": june})).0,
            "came_to_an_end",
            "{call}"
        );
    }
    // Taken back, it is in the diary again, and nobody has cancelled.
    let list = pair.ask("session.reopen", json!({"session": june}));
    assert_eq!(list["sessions"][0]["state"], "confirmed");
    assert_eq!(list["ledger"]["lines"], json!([]));
    pair.ask("session.remove", json!({"session": june}));
    assert_eq!(pair.list()["sessions"], json!([]));
    pair.ask("undo.back", json!({}));
    assert_eq!(pair.list()["sessions"][0]["id"], json!(june));
    pair.desk.fairlead.check().unwrap();
}
