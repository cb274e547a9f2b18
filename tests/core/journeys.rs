//! Journeys of other people at other places, at the edges of the rules: what a stranger would try.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a journey that cannot be walked has failed, and an answer without its field is wrong"
)]

use crate::desk::Desk;
use serde_json::{Value, json};

fn cards(desk: &mut Desk) -> Vec<Value> {
    let today = desk.call("today.get", json!({}));
    today["cards"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|card| card["relationship"].is_string())
        .cloned()
        .collect()
}

fn request(desk: &mut Desk, role: &str, asked_on: &str) -> String {
    let made = desk.call(
        "relationship.create",
        json!({"role": role, "partner": {"name": "Hanako Yamada"}, "intake": {"kind": "request", "askedOn": asked_on}}),
    );
    made["id"].as_str().unwrap().to_owned()
}

#[test]
fn r131_who_was_asked_is_not_said_to_wait_for_an_email() {
    let mut desk = Desk::at("2026-02-02T09:00:00Z", "Europe/Paris");
    let id = request(&mut desk, "mentee", "2026-01-31");
    let view = desk.call("relationship.get", json!({"relationship": id}));
    let words = view["contact"]["words"].as_str().unwrap();
    assert_eq!(words, "Nothing to do until Hanako has answered.");
    let card = cards(&mut desk).remove(0);
    assert_eq!(card["title"], "Waiting for the answer of Hanako");
    let body = card["body"].as_str().unwrap();
    assert!(body.contains("until Tuesday 10 February 2026"), "{body}");
    assert!(!body.contains("e-mail"), "{body}");
}

#[test]
fn r131_a_request_that_went_to_somebody_else_asks_for_nothing() {
    let mut desk = Desk::at("2026-02-12T09:00:00Z", "Europe/Paris");
    let id = request(&mut desk, "mentee", "2026-01-31");
    desk.call(
        "intake.choose",
        json!({"relationship": id, "choice": "another"}),
    );
    assert_eq!(cards(&mut desk), Vec::<Value>::new());
}

#[test]
fn r131_a_yes_that_was_none_takes_its_connection_back() {
    let mut desk = Desk::at("2026-02-10T12:00:00Z", "America/New_York");
    let id = request(&mut desk, "mentor", "2026-02-04");
    let reply = |reply: &str| json!({"relationship": id, "reply": reply});
    let view = desk.call("intake.reply", reply("accepted"));
    assert_eq!(view["connectedOn"]["date"], "2026-02-10");
    let view = desk.call("intake.reply", reply("declined"));
    assert_eq!(view["connectedOn"], Value::Null);
    assert_eq!(view["connection"], "waiting");
    assert_eq!(
        view["status"],
        "You have declined. Hanako can ask somebody else."
    );
    // What to do then is for the mentee.
    assert_eq!(view["intake"]["choices"], json!([]));
    let due = desk.call("reminder.due", json!({"until": "2026-06-01T10:00:00Z"}));
    assert_eq!(due["notices"], json!([]));
}

#[test]
fn r3_a_date_given_by_hand_stays_when_the_mentor_changes_the_answer() {
    let mut desk = Desk::at("2026-02-10T12:00:00Z", "Europe/London");
    let id = request(&mut desk, "mentee", "2026-02-04");
    let reply = |reply: &str| json!({"relationship": id, "reply": reply});
    desk.call("intake.reply", reply("accepted"));
    desk.call(
        "relationship.connected",
        json!({"relationship": id, "on": "2026-02-09"}),
    );
    let view = desk.call("intake.reply", reply("declined"));
    assert_eq!(view["connectedOn"]["date"], "2026-02-09");
}

#[test]
fn r131_an_answer_in_the_future_is_refused_in_its_own_words() {
    let mut desk = Desk::at("2026-02-10T12:00:00Z", "Europe/London");
    let id = request(&mut desk, "mentor", "2026-02-04");
    let refused = desk.refuse(
        "intake.reply",
        json!({"relationship": id, "reply": "accepted", "on": "2026-02-12"}),
    );
    assert_eq!(refused.code, "in_the_future");
    assert!(!refused.message.contains("e-mail"), "{}", refused.message);
}

#[test]
fn what_is_left_out_of_a_persons_details_stays() {
    let mut desk = Desk::at("2026-02-10T12:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee",
               "partner": {"name": "Ruth Kessler", "email": "ruth@x.example", "phone": "+1 2", "zone": "America/Toronto", "place": "Toronto"},
               "programme": {"name": "Rise", "email": "office@rise.example"}}),
    );
    let id = made["id"].as_str().unwrap();
    let view = desk.call(
        "relationship.update",
        json!({"relationship": id, "mentor": {"phone": "+1 3"}, "programme": {"name": "Rise up"}}),
    );
    let mentor = &view["mentor"];
    assert_eq!(
        (
            &mentor["name"],
            &mentor["email"],
            &mentor["phone"],
            &mentor["zone"],
            &mentor["place"]
        ),
        (
            &json!("Ruth Kessler"),
            &json!("ruth@x.example"),
            &json!("+1 3"),
            &json!("America/Toronto"),
            &json!("Toronto")
        )
    );
    assert_eq!(
        view["programme"],
        json!({"name": "Rise up", "email": "office@rise.example"})
    );
}

#[test]
fn c29_one_word_of_the_programme_leaves_the_others() {
    let mut desk = Desk::at("2026-02-10T12:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", None);
    let say = |words: Value| json!({"relationship": id, "words": words});
    desk.call(
        "programme.change",
        say(json!({"mentor": "guide", "mentee": "learner"})),
    );
    let view = desk.call("programme.change", say(json!({"mentor": "pilot"})));
    assert_eq!(view["words"]["mentor"], "pilot");
    assert_eq!(view["words"]["mentee"], "learner");
    let view = desk.call("programme.change", say(json!({"mentee": ""})));
    assert_eq!(view["words"]["mentee"], "");
    assert_eq!(view["words"]["mentor"], "pilot");
}

#[test]
fn c11_the_first_meeting_is_the_start_of_the_term_wherever_one_looks() {
    let mut desk = Desk::at("2026-03-12T20:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-02-24"));
    desk.call(
        "session.add",
        json!({"relationship": id, "on": "2026-03-20", "at": "10:00"}),
    );
    let section = desk.section(&id, "template.4");
    assert_eq!(section["fields"][0]["suggestion"], "2026-03-20");
    desk.call(
        "session.add",
        json!({"relationship": id, "on": "2026-03-12", "at": "10:00", "heldMinutes": 45}),
    );
    let section = desk.section(&id, "template.4");
    assert_eq!(section["fields"][0]["suggestion"], "2026-03-12");
    // R66: nine months later.
    assert_eq!(section["fields"][1]["suggestion"], "2026-12-12");
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    // Section 8: 281 days, half of them 140.
    let which = json!({"relationship": id});
    let mid = json!("2026-07-30");
    let view = desk.call("relationship.get", which.clone());
    assert_eq!(view["midPoint"]["date"], mid);
    let view = desk.call("agreement.get", which.clone());
    assert_eq!(view["midPoint"]["date"], mid);
    let view = desk.call("mid_point.get", which.clone());
    assert_eq!(view["on"]["date"], mid);
    let opens = view["opens"]["date"].clone();
    let view = desk.call("journey.get", which);
    assert_eq!(view["midPoint"]["date"], mid);
    assert_eq!(view["windowOpens"]["date"], opens);
}

#[test]
fn r114_the_meeting_about_obstacles_has_its_agenda_and_is_looked_at_again() {
    let mut desk = Desk::at("2026-06-09T09:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-02"));
    let view = desk.call(
        "checkup.meet",
        json!({"relationship": id, "on": "2026-06-15", "at": "14:00", "obstacles": [6]}),
    );
    let plan = &view["plans"][0];
    let page = desk.call(
        "session.page",
        json!({"relationship": id, "session": plan["session"]}),
    );
    let points: Vec<&Value> = page["agenda"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| &point["text"])
        .collect();
    let planned: Vec<&Value> = plan["agenda"].as_array().unwrap().iter().collect();
    assert!(planned.len() > 2);
    assert_eq!(points, planned);
    let again = |desk: &mut Desk| {
        let all = cards(desk);
        all.into_iter().any(|card| card["kind"] == "obstacles")
    };
    assert!(!again(&mut desk));
    desk.set("2026-07-14T09:00:00Z");
    assert!(!again(&mut desk));
    // 30 days after the meeting.
    desk.set("2026-07-15T09:00:00Z");
    assert!(again(&mut desk));
    desk.call(
        "checkup.follow_up",
        json!({"relationship": id, "outcome": "Better."}),
    );
    assert!(!again(&mut desk));
}

#[test]
fn r127_what_came_to_its_end_asks_for_nothing_more() {
    let mut desk = Desk::at("2026-06-09T09:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-02"));
    assert!(!cards(&mut desk).is_empty());
    desk.call("ending.end", json!({"relationship": id}));
    let today = desk.call("today.get", json!({}));
    assert_eq!(today["comingUp"], json!([]));
    assert_eq!(cards(&mut desk), Vec::<Value>::new());
}

#[test]
fn r140_the_five_lines_say_what_the_two_worded_themselves() {
    let mut desk = Desk::at("2026-03-12T20:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-02-24"));
    desk.answer(&id, "area.13.rhythm", json!("quarterly"));
    desk.call(
        "sentence.write",
        json!({"relationship": id, "section": "area.13", "text": "Two minutes after each session."}),
    );
    let view = desk.call("agreement.get", json!({"relationship": id}));
    let lines = view["summary"].to_string();
    assert!(lines.contains("Two minutes after each session."), "{lines}");
    assert!(!lines.contains("three months"), "{lines}");
}

#[test]
fn b7_everything_that_disappears_is_called_by_its_name() {
    let mut desk = Desk::at("2026-06-09T09:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-02"));
    for (call, more) in [
        ("journal.add", json!({"text": "A good talk"})),
        ("mid_point.trust", json!({"rating": 4})),
        (
            "checkup.meet",
            json!({"on": "2026-06-15", "at": "14:00", "obstacles": [6]}),
        ),
        ("checkup.answer", json!({"suitability": "good"})),
        ("first.add", json!({"kind": "hobbies", "text": "Chess"})),
        ("supervisor.change", json!({"name": "Boss"})),
    ] {
        let mut request = more;
        request["relationship"] = json!(id);
        desk.call(call, request);
    }
    let view = desk.call("deletion.get", json!({"relationship": id}));
    for line in view["disappears"].as_array().unwrap() {
        let words = line["words"].as_str().unwrap();
        assert!(!words.contains(" of “"), "{words}");
    }
}

#[test]
fn a_date_in_a_request_may_be_written_as_people_write_it() {
    let mut desk = Desk::at("2026-03-12T20:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-02-24"));
    let on = |on: &str| json!({"relationship": id, "on": on});
    for (typed, date) in [
        ("3 March 2026", "2026-03-03"),
        ("05/03/2026", "2026-03-05"),
        ("Friday 6 March 2026", "2026-03-06"),
        ("2026-03-07", "2026-03-07"),
    ] {
        let view = desk.call("relationship.connected", on(typed));
        assert_eq!(view["connectedOn"]["date"], date, "{typed}");
    }
    for (typed, code, words) in [
        (
            "29/02/2027",
            "no_such_date",
            "There is no 29 February in 2027.",
        ),
        ("3 March", "invalid", "This could not be read as a date."),
        ("", "invalid", "There is no date yet. Nothing was changed."),
    ] {
        let refused = desk.refuse("relationship.connected", on(typed));
        assert_eq!(refused.code, code, "{typed}");
        assert!(refused.message.starts_with(words), "{}", refused.message);
    }
}

#[test]
fn a_wrong_value_is_named_by_its_place_and_not_repeated_whole() {
    let mut desk = Desk::at("2026-03-12T20:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-02-24"));
    let refused = desk.refuse(
        "slot.propose",
        json!({"relationship": id, "slots": [{"on": "2026-04-01", "at": "10:00"}, {"on": 7, "at": "10:00"}]}),
    );
    assert_eq!(refused.code, "bad_request");
    assert_eq!(refused.field.as_deref(), Some("slots[1].on"));
    assert!(
        refused.message.contains("expected a string"),
        "{}",
        refused.message
    );
    let refused = desk.refuse(
        "goal.add",
        json!({"relationship": id, "title": "x", "horizon": "é".repeat(100_000)}),
    );
    assert_eq!(refused.field.as_deref(), Some("horizon"));
    assert!(refused.message.len() < 2_000);
    assert!(refused.message.contains("`short`"), "{}", refused.message);
}

#[test]
fn one_word_leaves_everything_that_is_still_talked_about_for_later() {
    let mut desk = Desk::at("2026-03-12T20:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-02-24"));
    for (field, value) in [
        ("template.2.purposes", json!(["so that I can lead a team"])),
        ("template.5.postpone", json!("decide_each_time")),
        ("area.11.method", json!("measures")),
        ("area.13.rhythm", json!("each_session")),
    ] {
        desk.answer(&id, field, value);
    }
    let which = json!({"relationship": id});
    let ready = desk.call("agreement.ready", which.clone());
    assert_eq!(ready["missing"], json!([]), "{}", ready["missing"]);
    let refused = desk.refuse("signing.begin", which);
    assert!(refused.message.contains("agreement.ready"));
    let signing = desk.call(
        "signing.begin",
        json!({"relationship": id, "later": ["all"]}),
    );
    assert_eq!(signing["version"]["number"], 1);
}

fn told(desk: &mut Desk, kind: &str, until: &str) -> Vec<(String, String)> {
    let due = desk.call("reminder.due", json!({"until": until}));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    due["notices"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|notice| notice["kind"] == kind)
        .map(|notice| (text(&notice["at"])[..10].to_owned(), text(&notice["title"])))
        .collect()
}

fn days(told: &[(String, String)]) -> Vec<&str> {
    told.iter().map(|(day, _)| day.as_str()).collect()
}

#[test]
fn n12_no_summary_is_asked_for_before_the_session() {
    // A Friday: the day after is a Saturday, and the working day before that the session's own.
    let mut desk = Desk::at("2026-03-02T09:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-02"));
    desk.call(
        "session.add",
        json!({"relationship": id, "on": "2026-03-06", "at": "14:00"}),
    );
    let told = told(&mut desk, "N12", "2026-03-31T10:00:00Z");
    assert_eq!(days(&told), ["2026-03-07", "2026-03-09"]);
}

#[test]
fn n12_a_sunday_after_a_session_is_still_told_on_the_friday() {
    let mut desk = Desk::at("2026-03-02T09:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-02"));
    // A Thursday: three days later is a Sunday.
    desk.call(
        "session.add",
        json!({"relationship": id, "on": "2026-03-05", "at": "14:00"}),
    );
    let told = told(&mut desk, "N12", "2026-03-31T10:00:00Z");
    assert_eq!(days(&told), ["2026-03-06", "2026-03-08"]);
}

#[test]
fn n05_nobody_hears_that_ten_days_are_over_before_they_are() {
    let mut desk = Desk::at("2026-02-04T08:00:00Z", "Europe/London");
    request(&mut desk, "mentee", "2026-02-04");
    // The eleventh day is a Sunday.
    let told = told(&mut desk, "N05", "2026-03-31T10:00:00Z");
    assert_eq!(days(&told), ["2026-02-15"]);
}

#[test]
fn n07_a_friday_before_a_tuesday_is_for_preparing() {
    let mut desk = Desk::at("2026-04-01T08:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-02"));
    desk.call(
        "session.add",
        json!({"relationship": id, "on": "2026-04-21", "at": "14:00"}),
    );
    let told = told(&mut desk, "N07", "2026-04-30T10:00:00Z");
    assert_eq!(
        days(&told),
        ["2026-04-17", "2026-04-18", "2026-04-19", "2026-04-20"]
    );
    assert_eq!(told[0].1, "Prepare your session");
    assert_eq!(told[2].1, "Send your points");
}
