//! The 90-day check-up through its calls: counted from the log, private until shared, then what follows.

use crate::desk::Desk;
use serde_json::{Value, json};

/// A pair who meet once a month, connected on 2 March 2026, with their first meeting held on 11 March.
pub fn pair() -> (Desk, String) {
    let mut desk = Desk::at("2026-03-11T18:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    desk.answer(&id, "template.5.cadence", json!("monthly_60"));
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    held(&mut desk, &id, "2026-03-11");
    (desk, id)
}

pub fn held(desk: &mut Desk, id: &str, on: &str) {
    session(desk, id, on, "held");
}

pub fn session(desk: &mut Desk, id: &str, on: &str, state: &str) -> String {
    let answer = desk.call(
        "session.add",
        json!({"relationship": id, "on": on, "at": "14:00", "state": state}),
    );
    answer["id"].as_str().unwrap().to_owned()
}

fn get(desk: &mut Desk, id: &str, side: &str) -> Value {
    desk.call("checkup.get", json!({"relationship": id, "side": side}))
}

fn answers(desk: &mut Desk, id: &str, side: &str, with: Value) -> Value {
    let mut with = with;
    with["relationship"] = json!(id);
    with["side"] = json!(side);
    desk.call("checkup.answer", with)
}

const GOOD: [(&str, &str); 3] = [
    ("suitability", "good"),
    ("energised", "mostly"),
    ("satisfied", "yes"),
];
const BAD: [(&str, &str); 3] = [
    ("suitability", "fair"),
    ("energised", "rarely"),
    ("satisfied", "no"),
];

fn all(pairs: [(&str, &str); 3]) -> Value {
    let mut with = json!({});
    for (key, value) in pairs {
        with[key] = json!(value);
    }
    with
}

/// One of the two answers and completes.
fn completed(desk: &mut Desk, id: &str, side: &str, with: Value) -> Value {
    answers(desk, id, side, with);
    desk.call(
        "checkup.complete",
        json!({"relationship": id, "side": side}),
    )
}

fn kinds(outcome: &Value) -> Vec<String> {
    outcome["cards"]
        .as_array()
        .unwrap()
        .iter()
        .map(|card| card["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn r107_c11_the_check_up_is_due_ninety_days_after_the_first_meeting_and_provisional_before() {
    let mut desk = Desk::at("2026-03-10T18:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    let before = get(&mut desk, &id, "mentee");
    assert_eq!(before["provisional"], true);
    assert_eq!(before["due"]["date"], "2026-05-31", "2 March and 90 days");
    desk.set("2026-03-12T18:00:00Z");
    held(&mut desk, &id, "2026-03-11");
    let after = get(&mut desk, &id, "mentee");
    assert_eq!(after["provisional"], false);
    assert_eq!(after["due"]["words"], "Tuesday 9 June 2026");
    let notices: Vec<_> = after["notices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| day["date"].as_str().unwrap())
        .collect();
    assert_eq!(
        notices,
        ["2026-05-26", "2026-06-06", "2026-06-09", "2026-06-16"],
        "N18"
    );
    let waiting = desk.relationship("mentee", "Nobody Yet", None);
    assert_eq!(get(&mut desk, &waiting, "mentee")["due"], Value::Null);
}

#[test]
fn r108_meetings_are_counted_from_the_log_and_seeing_it_otherwise_needs_a_reason() {
    let (mut desk, id) = pair();
    desk.set("2026-06-09T18:00:00Z");
    let form = get(&mut desk, &id, "mentee")["own"].clone();
    let line = &form["lines"][1];
    assert_eq!(
        line["counted"],
        "1 meeting held, 3 expected: 90 days since Wednesday 11 March 2026, one every 30 days. That is fewer than half."
    );
    assert_eq!(
        (&line["answer"], &line["unfavourable"]),
        (&json!("too_few"), &json!(true))
    );
    // The day before, two were expected, and one of two is half.
    desk.set("2026-06-08T18:00:00Z");
    assert_eq!(
        get(&mut desk, &id, "mentee")["own"]["lines"][1]["unfavourable"],
        false
    );
    desk.set("2026-06-09T18:00:00Z");
    let refused = desk.refuse(
        "checkup.answer",
        json!({"relationship": id, "meetings": "enough"}),
    );
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("reason", Some("meetingsReason"))
    );
    let said = answers(
        &mut desk,
        &id,
        "mentee",
        json!({"meetings": "enough", "meetingsReason": "We met twice at lunch."}),
    );
    let line = &said["own"]["lines"][1];
    assert_eq!(
        (&line["overruled"], &line["unfavourable"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(line["reason"], "We met twice at lunch.");
    // Agreeing with the log overrules nothing.
    let said = answers(&mut desk, &id, "mentee", json!({"meetings": "too_few"}));
    assert_eq!(said["own"]["lines"][1]["overruled"], false);
    assert_eq!(said["own"]["lines"][1]["reason"], "");
}

#[test]
fn r108_without_an_agreed_rhythm_the_person_says_whether_it_was_enough() {
    let mut desk = Desk::at("2026-06-09T18:00:00Z", "Europe/London");
    let id = desk.relationship("mentor", "Priya Shah", Some("2026-03-02"));
    held(&mut desk, &id, "2026-03-11");
    answers(&mut desk, &id, "mentor", all(GOOD));
    let refused = desk.refuse("checkup.complete", json!({"relationship": id}));
    assert_eq!(refused.code, "incomplete");
    assert!(refused.message.contains("Question 2 is still open"));
    let done = completed(&mut desk, &id, "mentor", json!({"meetings": "too_few"}));
    assert_eq!(done["own"]["unfavourable"], 1);
    assert_eq!(done["own"]["result"]["outcome"], "on_track");
}

#[test]
fn r110_four_cancelled_or_missed_in_a_row_are_unfavourable_and_three_are_not() {
    let (mut desk, id) = pair();
    desk.set("2026-06-09T18:00:00Z");
    for (on, state) in [
        ("2026-03-25", "cancelled"),
        ("2026-04-08", "missed"),
        ("2026-04-22", "cancelled"),
    ] {
        session(&mut desk, &id, on, state);
    }
    let three = get(&mut desk, &id, "mentee");
    assert_eq!(three["own"]["lines"][4]["unfavourable"], false);
    assert_eq!(three["streak"]["level"], "talk");
    session(&mut desk, &id, "2026-05-06", "cancelled");
    let four = get(&mut desk, &id, "mentee");
    assert_eq!(four["own"]["lines"][4]["unfavourable"], true);
    assert_eq!(four["streak"]["level"], "flag", "R158");
    let offers = four["streak"]["actions"].as_array().unwrap();
    assert_eq!(
        offers.len(),
        3,
        "R158: a talk, another rhythm, ending without fault"
    );
    assert_eq!(offers[2]["route"], format!("/relationship/{id}/ending"));
    // One that is held ends the row; the longest stays told.
    held(&mut desk, &id, "2026-05-20");
    let line = get(&mut desk, &id, "mentee")["own"]["lines"][4].clone();
    assert_eq!(line["unfavourable"], false);
    assert!(
        line["counted"]
            .as_str()
            .unwrap()
            .contains("The longest row so far was 4.")
    );
}

#[test]
fn r109_two_unfavourable_answers_are_on_track_and_three_open_the_obstacles() {
    let (mut desk, id) = pair();
    desk.set("2026-06-08T18:00:00Z");
    let two = completed(
        &mut desk,
        &id,
        "mentee",
        json!({"suitability": "poor", "energised": "never", "satisfied": "yes"}),
    );
    assert_eq!(two["own"]["unfavourable"], 2);
    assert_eq!(two["own"]["result"]["outcome"], "on_track");
    assert_eq!(two["own"]["obstaclesOpen"], false);
    let refused = desk.refuse(
        "checkup.obstacles",
        json!({"relationship": id, "obstacles": [{"number": 1}]}),
    );
    assert_eq!(refused.code, "not_open");
    let three = answers(&mut desk, &id, "mentee", json!({"satisfied": "no"}));
    assert_eq!(three["own"]["unfavourable"], 3);
    assert_eq!(three["own"]["result"]["outcome"], "nothing_named");
    assert_eq!(
        kinds(&three["own"]["result"]),
        ["talk"],
        "C14: no coordinator"
    );
    assert_eq!(three["own"]["obstaclesOpen"], true);
    let numbers: Vec<_> = three["own"]["obstacles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["number"].as_u64().unwrap())
        .collect();
    assert_eq!(numbers, (1..=10).collect::<Vec<_>>(), "R111");
}

#[test]
fn r112_r113_c14_c15_the_cards_of_each_outcome_stand_in_their_order() {
    let (mut desk, id) = pair();
    desk.call(
        "relationship.update",
        json!({"relationship": id, "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}),
    );
    desk.set("2026-06-08T18:00:00Z");
    completed(&mut desk, &id, "mentee", all(BAD));
    for (numbers, outcome, cards, helps) in [
        (vec![1], "a", vec!["coordinator", "talk"], vec![]),
        (
            vec![3, 4, 5],
            "a",
            vec!["coordinator", "talk"],
            vec!["confidentiality_clause", "pause"],
        ),
        (vec![6, 7], "b", vec!["plan"], vec!["goals", "expectations"]),
        (
            vec![8, 9, 10],
            "b",
            vec!["plan"],
            vec!["supervisor_brief", "cadence", "remote"],
        ),
        (
            vec![5, 6],
            "both",
            vec!["coordinator", "talk", "plan"],
            vec!["goals"],
        ),
        (vec![], "nothing_named", vec!["talk"], vec![]),
    ] {
        let ticked: Vec<Value> = numbers
            .iter()
            .map(|number| json!({"number": number}))
            .collect();
        let said = desk.call(
            "checkup.obstacles",
            json!({"relationship": id, "obstacles": ticked}),
        );
        let result = &said["own"]["result"];
        assert_eq!(result["outcome"], outcome, "{numbers:?}");
        assert_eq!(kinds(result), cards, "{numbers:?}");
        let brought: Vec<_> = result["helps"]
            .as_array()
            .unwrap()
            .iter()
            .map(|help| help["help"].as_str().unwrap())
            .collect();
        assert_eq!(brought, helps, "{numbers:?}");
        for help in result["helps"].as_array().unwrap() {
            assert!(help["action"]["route"].as_str().unwrap().contains(&id));
        }
    }
    let said = desk.call(
        "checkup.obstacles",
        json!({"relationship": id, "obstacles": [{"number": 2, "words": "the secret of the herons"}]}),
    );
    let card = &said["own"]["result"]["cards"][0];
    assert_eq!(card["letter"]["to"], "desk@northbridge.example", "R159");
    let letter = card["letter"]["text"].as_str().unwrap();
    assert!(letter.contains("Ruth Kessler") && letter.contains("Monday 2 March 2026"));
    assert!(
        !letter.contains("herons") && !letter.to_lowercase().contains("trust"),
        "C23: names and dates only"
    );
    let refused = desk.refuse(
        "checkup.obstacles",
        json!({"relationship": id, "obstacles": [{"number": 11}]}),
    );
    assert_eq!(refused.code, "out_of_range");
}

/// Every answer of every reading call, for `side`.
fn everything(desk: &mut Desk, id: &str, side: &str) -> String {
    let mut said = String::new();
    for name in ["checkup.get", "mid_point.get"] {
        said.push_str(
            &desk
                .call(name, json!({"relationship": id, "side": side}))
                .to_string(),
        );
    }
    for name in [
        "check_point.get",
        "revisit.get",
        "agreement.get",
        "agreement.document",
        "since.get",
        "undo.state",
        "session.list",
        "task.list",
        "relationship.get",
    ] {
        said.push_str(&desk.call(name, json!({"relationship": id})).to_string());
    }
    said.push_str(&desk.call("today.get", json!({})).to_string());
    said.push_str(
        &serde_json::to_string(&desk.fairlead.due("2028-01-01T00:00:00Z").unwrap()).unwrap(),
    );
    said
}

#[test]
fn r107_c16_b8_a_form_is_private_until_it_is_shared_and_then_both_combine() {
    let (mut desk, id) = pair();
    desk.set("2026-06-09T18:00:00Z");
    answers(
        &mut desk,
        &id,
        "mentee",
        json!({"meetings": "enough", "meetingsReason": "canary-reason"}),
    );
    completed(&mut desk, &id, "mentee", all(BAD));
    desk.call(
        "checkup.obstacles",
        json!({"relationship": id, "side": "mentee", "obstacles": [{"number": 9, "words": "canary-words"}]}),
    );
    let told = everything(&mut desk, &id, "mentor");
    assert!(!told.contains("canary"), "nobody else reads it");
    let refused = desk.refuse(
        "checkup.share",
        json!({"relationship": id, "side": "mentor"}),
    );
    assert_eq!(refused.code, "not_completed");
    let mentors = completed(&mut desk, &id, "mentor", all(GOOD));
    assert_eq!(mentors["own"]["result"]["outcome"], "on_track");
    assert_eq!(mentors["own"]["obstaclesOpen"], false);
    let shared = desk.call(
        "checkup.share",
        json!({"relationship": id, "side": "mentee"}),
    );
    assert_eq!(shared["together"], Value::Null, "both are needed");
    assert_eq!(
        shared["other"],
        Value::Null,
        "the mentor's is still private"
    );
    let mentors = get(&mut desk, &id, "mentor");
    assert_eq!(mentors["other"]["lines"][1]["reason"], "canary-reason");
    assert_eq!(
        mentors["own"]["obstaclesOpen"], true,
        "C16: the other one has three"
    );
    desk.call(
        "checkup.obstacles",
        json!({"relationship": id, "side": "mentor", "obstacles": [{"number": 3}]}),
    );
    let both = desk.call(
        "checkup.share",
        json!({"relationship": id, "side": "mentor"}),
    );
    assert_eq!(both["together"]["outcome"], "both");
    assert_eq!(kinds(&both["together"]), ["coordinator", "talk", "plan"]);
    // What is shared stays, and no undo takes it back.
    for call in [
        "checkup.answer",
        "checkup.begin_anew",
        "checkup.share",
        "checkup.complete",
    ] {
        let refused = desk.refuse(call, json!({"relationship": id, "side": "mentor"}));
        assert_eq!(refused.code, "shared", "{call}");
    }
    let undo = desk
        .call("undo.state", json!({"relationship": id}))
        .to_string();
    assert!(!undo.contains("sharing the check-up"));
    // Ticking goes on in what is shared.
    let more = desk.call(
        "checkup.obstacles",
        json!({"relationship": id, "side": "mentor", "obstacles": []}),
    );
    assert_eq!(more["together"]["outcome"], "b");
}

#[test]
fn r108_the_count_is_kept_as_it_was_on_the_day_of_completion() {
    let (mut desk, id) = pair();
    desk.set("2026-06-09T18:00:00Z");
    completed(&mut desk, &id, "mentee", all(GOOD));
    held(&mut desk, &id, "2026-06-09");
    desk.set("2026-09-01T18:00:00Z");
    let form = get(&mut desk, &id, "mentee")["own"].clone();
    assert_eq!(form["completed"]["date"], "2026-06-09");
    assert!(
        form["lines"][1]["counted"]
            .as_str()
            .unwrap()
            .starts_with("1 meeting held, 3")
    );
    let anew = desk.call("checkup.begin_anew", json!({"relationship": id}));
    assert_eq!(anew["own"]["completed"], Value::Null);
    assert!(
        anew["own"]["lines"][1]["counted"]
            .as_str()
            .unwrap()
            .starts_with("2 meetings held, 5 expected")
    );
}

#[test]
fn r114_r128_a_meeting_about_obstacles_has_its_agenda_steps_and_a_follow_up_in_thirty_days() {
    let (mut desk, id) = pair();
    desk.set("2026-06-09T18:00:00Z");
    completed(&mut desk, &id, "mentee", all(BAD));
    desk.call(
        "checkup.obstacles",
        json!({"relationship": id, "obstacles": [{"number": 6}, {"number": 9}]}),
    );
    desk.call("checkup.share", json!({"relationship": id}));
    let made = desk.call(
        "checkup.meet",
        json!({"relationship": id, "on": "2026-06-15", "at": "14:00", "tasks": [
            {"what": "Word the goals anew", "owner": "mentee", "due": "2026-06-30"},
            {"what": "Move the meetings to the morning", "owner": "mentor", "due": "2026-06-22"}]}),
    );
    let plan = &made["plans"][0];
    assert_eq!(plan["followUp"]["words"], "Wednesday 15 July 2026");
    let agenda = plan["agenda"].to_string();
    assert!(
        agenda.contains("The goals are not clear") && agenda.contains("There is too much work")
    );
    // R114: the same stands on the session's own agenda, and what is changed there is told here.
    let which = json!({"relationship": id, "session": plan["session"]});
    let points = |page: &Value| -> Vec<String> {
        page["agenda"]
            .as_array()
            .unwrap()
            .iter()
            .map(|point| point["text"].as_str().unwrap().to_owned())
            .collect()
    };
    let page = desk.call("session.page", which.clone());
    assert_eq!(
        points(&page),
        [
            "How each of us sees it",
            "The goals are not clear",
            "There is too much work",
            "What we change: who does what until when",
            "How mentoring becomes a priority again"
        ]
    );
    let mut more = which.clone();
    more["text"] = json!("Who else could help");
    desk.call("session.agenda.add", more);
    let told = desk.call("checkup.get", json!({"relationship": id}));
    assert!(
        told["plans"][0]["agenda"]
            .to_string()
            .contains("Who else could help")
    );
    let tasks = desk.call("task.list", json!({"relationship": id}));
    assert!(tasks.to_string().contains("Word the goals anew"));
    let owners: Vec<_> = plan["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| task["owner"].as_str().unwrap())
        .collect();
    assert_eq!(owners, ["mentee", "mentor"]);
    let sessions = desk.call("session.list", json!({"relationship": id}));
    let session = sessions["sessions"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(
        (&session["kind"], &session["method"]),
        (&json!("obstacles"), &json!("Face to face"))
    );
    desk.call(
        "checkup.task",
        json!({"relationship": id, "what": "Ask for two free Fridays"}),
    );
    let after = desk.call(
        "checkup.follow_up",
        json!({"relationship": id, "outcome": "The goals are clear now."}),
    );
    assert_eq!(after["plans"][0]["followedUp"]["date"], "2026-06-09");
    assert_eq!(after["plans"][0]["tasks"].as_array().unwrap().len(), 3);
    // A pair who work from a distance see the camera.
    desk.answer(&id, "template.6.mode", json!("remote"));
    let remote = desk.call(
        "checkup.meet",
        json!({"relationship": id, "on": "2026-07-20", "at": "10:00"}),
    );
    assert!(
        remote["placeTip"]
            .as_str()
            .unwrap()
            .starts_with("Video with camera on")
    );
    let sessions = desk.call("session.list", json!({"relationship": id}));
    assert_eq!(
        sessions["sessions"].as_array().unwrap().last().unwrap()["method"],
        "Video, camera on"
    );
}
