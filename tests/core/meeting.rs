//! One session before, during and after (R17).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use serde_json::{Value, json};

/// A mentee's desk with two sessions in the diary.
pub struct Pair {
    pub desk: Desk,
    pub id: String,
    /// 6 May and 17 June 2026, both at 14:00 in London.
    pub sessions: [String; 2],
}

impl Pair {
    pub fn new() -> Self {
        let mut desk = Desk::at("2026-05-03T09:00:00Z", "Europe/London");
        let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-11"));
        let mut add = |on: &str| {
            desk.call(
                "session.add",
                json!({"relationship": id, "on": on, "at": "14:00", "minutes": 90, "kind": "regular", "method": "Video call"}),
            )["id"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        let sessions = [add("2026-05-06"), add("2026-06-17")];
        Self { desk, id, sessions }
    }

    pub fn with(&self, at: usize, more: Value) -> Value {
        let mut request = json!({"relationship": self.id, "session": self.sessions[at]});
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        request
    }

    pub fn call(&mut self, name: &str, at: usize, more: Value) -> Value {
        let request = self.with(at, more);
        self.desk.call(name, request)
    }

    pub fn refuse(&mut self, name: &str, at: usize, more: Value) -> String {
        let request = self.with(at, more);
        self.desk.refuse(name, request).code
    }

    pub fn page(&mut self, at: usize) -> Value {
        self.call("session.page", at, json!({}))
    }
}

pub fn texts(points: &Value) -> Vec<&str> {
    points
        .as_array()
        .unwrap()
        .iter()
        .map(|point| point["text"].as_str().unwrap())
        .collect()
}

fn steps(page: &Value, list: usize) -> Vec<(String, bool)> {
    page["checklists"][list]["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            (
                step["step"].as_str().unwrap().to_owned(),
                step["done"].as_bool().unwrap(),
            )
        })
        .collect()
}

#[test]
fn r17_a_session_has_three_checklists_that_follow_what_is_done() {
    let mut pair = Pair::new();
    let page = pair.page(0);
    let lists: Vec<_> = page["checklists"]
        .as_array()
        .unwrap()
        .iter()
        .map(|list| list["list"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(lists, ["before", "ready", "after"]);
    assert_eq!(
        steps(&page, 0),
        [("diaries".to_owned(), true), ("place".to_owned(), true)]
    );
    assert!(steps(&page, 1).iter().all(|(_, done)| !done));
    pair.call(
        "session.agenda.send",
        0,
        json!({"wish": "Decide", "points": ["One"]}),
    );
    pair.call("session.rethink", 0, json!({"text": "Decide who"}));
    let page = pair.call("session.note.add", 0, json!({"text": "A line"}));
    assert!(steps(&page, 1).iter().all(|(_, done)| *done));
    assert_eq!(page["checklists"][1]["done"], 3);
    let after = steps(&page, 2);
    assert_eq!(after[0], ("notes".to_owned(), true));
    assert_eq!(after[3], ("next".to_owned(), true));
    let sent = pair.call("session.summary.sent", 0, json!({}));
    assert!(steps(&sent, 2).contains(&("summary".to_owned(), true)));
}

#[test]
fn r34_no_agenda_goes_without_what_the_mentee_wants() {
    let mut pair = Pair::new();
    let code = pair.refuse(
        "session.agenda.send",
        0,
        json!({"points": ["Forecast status"]}),
    );
    assert_eq!(code, "empty");
    assert_eq!(
        pair.page(0)["agenda"],
        json!([]),
        "a refusal leaves nothing behind"
    );
    pair.call("session.wish", 0, json!({"text": "decide what to drop"}));
    let code = pair.refuse("session.agenda.send", 0, json!({}));
    assert_eq!(code, "empty", "nor without a point");
    pair.desk.set("2026-05-04T17:05:00Z");
    let sent = pair.call(
        "session.agenda.send",
        0,
        json!({"points": ["forecast status", "steering group", "talk with Mei"]}),
    );
    assert_eq!(sent["agendaSent"], "Monday 4 May 2026, 18:05");
    let text = sent["message"]["text"].as_str().unwrap();
    assert!(
        text.contains("1. forecast status\n2. steering group\n3. talk with Mei\n"),
        "{text}"
    );
    assert!(text.contains("What Priya wants from this session: decide what to drop"));
    assert!(text.starts_with("Hello Ruth,"));
    let dated = pair.call("session.agenda.send", 0, json!({"on": "2026-05-02"}));
    assert!(
        dated["agendaSent"]
            .as_str()
            .unwrap()
            .starts_with("Saturday 2 May 2026")
    );
    assert_eq!(
        pair.refuse("session.agenda.send", 0, json!({"on": "2026-05-05"})),
        "in_the_future"
    );
}

#[test]
fn r35_r36_the_second_version_stands_beside_the_first_with_both_times() {
    let mut pair = Pair::new();
    pair.call("session.wish", 0, json!({"text": "decide what to drop"}));
    pair.desk.set("2026-05-06T12:50:00Z");
    let page = pair.call(
        "session.rethink",
        0,
        json!({"text": "decide who takes over the dashboard", "minutes": 5}),
    );
    let wish = &page["wish"];
    assert_eq!(wish["name"], "Priya Raman");
    assert_eq!(wish["first"]["text"], "decide what to drop");
    assert_eq!(wish["first"]["when"], "Sunday 3 May 2026, 10:00");
    assert_eq!(
        wish["second"]["text"],
        "decide who takes over the dashboard"
    );
    assert_eq!(wish["second"]["when"], "Wednesday 6 May 2026, 13:50");
    assert_eq!(wish["second"]["minutes"], 5);
    assert_eq!(
        pair.refuse("session.rethink", 0, json!({"text": "x", "minutes": 7})),
        "out_of_range"
    );
    pair.desk
        .call("undo.back", json!({"relationship": pair.id}));
    assert_eq!(pair.page(0)["wish"]["second"], json!(null));
    let gone = pair.call("session.wish", 0, json!({"text": ""}));
    assert_eq!(gone["wish"]["first"], json!(null));
}

#[test]
fn r33_r145_a_missing_agenda_is_told_from_the_day_of_the_last_call_on_with_three_choices() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    let dates = pair.page(0)["agendaDates"].clone();
    assert_eq!(
        (
            &dates["prepare"]["date"],
            &dates["send"]["date"],
            &dates["lastCall"]["date"]
        ),
        (
            &json!("2026-05-03"),
            &json!("2026-05-04"),
            &json!("2026-05-05")
        )
    );
    pair.desk.set("2026-05-04T22:59:00Z");
    assert_eq!(
        pair.page(0)["agendaMissing"],
        json!(null),
        "23:59 in London"
    );
    pair.desk.set("2026-05-04T23:00:00Z");
    pair.desk.answer(&id, "area.3.agenda", json!(true));
    pair.desk
        .answer(&id, "area.3.agenda_missing", json!("hold"));
    let missing = pair.page(0)["agendaMissing"].clone();
    assert_eq!(
        missing["words"],
        "Nothing received from Priya yet for this session."
    );
    let choices: Vec<_> = missing["choices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|choice| {
            (
                choice["choice"].as_str().unwrap(),
                choice["agreed"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        choices,
        [("remind", false), ("hold", true), ("move", false)]
    );
    assert!(
        missing["message"]["text"]
            .as_str()
            .unwrap()
            .starts_with("Hello Priya,")
    );
    let chosen = pair.call("session.agenda.missing", 0, json!({"choice": "remind"}));
    assert_eq!(chosen["agendaMissing"]["chosen"], "remind");
    let sent = pair.call(
        "session.agenda.send",
        0,
        json!({"wish": "x", "points": ["y"]}),
    );
    assert_eq!(sent["agendaMissing"], json!(null));
    pair.desk.answer(&id, "area.3.agenda_lead_days", json!(5));
    let dates = pair.page(0)["agendaDates"].clone();
    assert_eq!(dates["send"]["date"], "2026-05-01", "R13, C6: as agreed");
    pair.desk.answer(&id, "area.3.agenda", json!(false));
    pair.desk.set("2026-06-16T12:00:00Z");
    assert_eq!(
        pair.page(1)["agendaMissing"],
        json!(null),
        "none is sent ahead"
    );
}

#[test]
fn r157_three_points_are_offered_the_day_before_where_there_is_no_agenda() {
    let mut pair = Pair::new();
    assert_eq!(pair.page(0)["offersAgenda"], json!(null));
    pair.desk.set("2026-05-05T06:00:00Z");
    let offered = pair.page(0)["offersAgenda"].clone();
    assert_eq!(offered.as_array().unwrap().len(), 3);
    let page = pair.call("session.agenda.default", 0, json!({}));
    assert_eq!(json!(texts(&page["agenda"])), offered);
    assert_eq!(page["offersAgenda"], json!(null));
}

#[test]
fn points_of_an_agenda_are_ordered_changed_and_removed() {
    let mut pair = Pair::new();
    let mut ids = Vec::new();
    for text in ["One", "Two", "Three"] {
        let page = pair.call("session.agenda.add", 0, json!({"text": text}));
        ids.push(page["id"].clone());
    }
    let page = pair.call(
        "session.agenda.move",
        0,
        json!({"point": ids[2], "position": 1}),
    );
    assert_eq!(texts(&page["agenda"]), ["Three", "One", "Two"]);
    pair.call(
        "session.agenda.change",
        0,
        json!({"point": ids[0], "text": "First"}),
    );
    let page = pair.call("session.agenda.remove", 0, json!({"point": ids[1]}));
    assert_eq!(texts(&page["agenda"]), ["Three", "First"]);
    pair.desk
        .call("undo.back", json!({"relationship": pair.id}));
    assert_eq!(texts(&pair.page(0)["agenda"]), ["Three", "First", "Two"]);
    assert_eq!(
        pair.refuse("session.agenda.remove", 1, json!({"point": ids[1]})),
        "not_found"
    );
}

#[test]
fn r148_a_line_of_the_notes_becomes_a_task_and_goes_with_it() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    pair.desk.answer(&id, "area.3.task_days", json!(5));
    pair.desk.set("2026-05-06T13:30:00Z");
    let page = pair.call(
        "session.note.add",
        0,
        json!({"text": "Mei takes the dashboard\n\nWrite the handover"}),
    );
    let notes = page["notes"].clone();
    assert_eq!(
        texts(&notes),
        ["Mei takes the dashboard", "Write the handover"]
    );
    let line = notes[1]["id"].clone();
    let page = pair.call(
        "session.note.action",
        0,
        json!({"note": line, "owner": "mentee", "due": "2026-05-08"}),
    );
    assert!(
        page["warning"]["words"]
            .as_str()
            .unwrap()
            .starts_with("2 days: you agreed on at least 5"),
        "R22"
    );
    assert_eq!(page["notes"][1]["action"]["due"]["date"], "2026-05-08");
    let again = pair.call(
        "session.note.action",
        0,
        json!({"note": line, "owner": "mentor", "due": "2026-05-15"}),
    );
    assert_eq!(again["notes"][1]["action"]["ownerName"], "Ruth Kessler");
    let task = again["notes"][1]["action"]["id"].clone();
    let tasks = pair.desk.call("task.list", json!({"relationship": id}));
    assert_eq!(
        (
            tasks["open"].as_array().unwrap().len(),
            &tasks["open"][0]["id"]
        ),
        (1, &task)
    );
    assert_eq!(tasks["open"][0]["kind"], "action");
    pair.call(
        "session.note.change",
        0,
        json!({"note": line, "text": "Write the handover page"}),
    );
    let tasks = pair.desk.call("task.list", json!({"relationship": id}));
    assert_eq!(tasks["open"][0]["what"], "Write the handover page");
    let plain = pair.call("session.note.plain", 0, json!({"note": line}));
    assert_eq!(plain["notes"][1]["action"], json!(null));
    let tasks = pair.desk.call("task.list", json!({"relationship": id}));
    assert_eq!(tasks["open"], json!([]));
    let direct = pair.call(
        "session.note.add",
        0,
        json!({"text": "Ask Mei", "owner": "mentee", "due": "2026-05-20"}),
    );
    assert_eq!(direct["notes"][2]["action"]["what"], "Ask Mei");
    pair.call(
        "session.note.remove",
        0,
        json!({"note": direct["notes"][2]["id"]}),
    );
    let tasks = pair.desk.call("task.list", json!({"relationship": id}));
    assert_eq!(tasks["open"], json!([]));
    assert_eq!(
        pair.refuse(
            "session.note.add",
            0,
            json!({"text": "a\nb", "owner": "mentor"})
        ),
        "invalid"
    );
    assert!(pair.desk.fairlead.check().is_ok());
}

#[test]
fn r41_what_is_outside_mentoring_is_noted_neutrally_with_places_to_turn_to() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    pair.desk.answer(
        &id,
        "area.6.contacts",
        json!(["Staff counselling, extension 4400"]),
    );
    let page = pair.call("session.outside", 0, json!({}));
    assert_eq!(page["notes"][0]["outside"], true);
    assert_eq!(
        page["notes"][0]["text"],
        "We stopped here, because this is outside mentoring. We look together for the right place to turn."
    );
    assert_eq!(
        page["specialists"],
        json!(["Staff counselling, extension 4400"])
    );
}

#[test]
fn r147_the_last_ten_minutes_are_for_feedback_and_can_be_five() {
    let mut pair = Pair::new();
    let time = pair.page(0)["feedbackTime"].clone();
    assert_eq!(
        (&time["minutes"], &time["at"], &time["utc"]),
        (&json!(10), &json!("15:20"), &json!("2026-05-06T14:20:00Z"))
    );
    let page = pair.call("session.feedback.time", 0, json!({"minutes": 5}));
    assert_eq!(page["feedbackTime"]["at"], "15:25");
    for minutes in [4, 11] {
        assert_eq!(
            pair.refuse("session.feedback.time", 0, json!({"minutes": minutes})),
            "out_of_range"
        );
    }
}

#[test]
fn r149_top_goals_and_other_tasks_stand_beside_the_notes() {
    let mut pair = Pair::new();
    let id = pair.id.clone();
    for (title, rank) in [("Third", 2), ("First", 1)] {
        pair.desk.call(
            "goal.add",
            json!({"relationship": id, "title": title, "horizon": "short", "rank": rank}),
        );
    }
    pair.desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Unranked", "horizon": "short"}),
    );
    pair.desk.call(
        "task.add",
        json!({"relationship": id, "what": "Send the brief"}),
    );
    let page = pair.page(0);
    let goals: Vec<_> = page["goals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|goal| goal["title"].as_str().unwrap())
        .collect();
    assert_eq!(goals, ["First", "Third"]);
    assert_eq!(page["tasks"][0]["what"], "Send the brief");
}

#[test]
fn r156_who_takes_notes_is_said_and_missing_notes_are_told_a_day_later() {
    let mut pair = Pair::new();
    let page = pair.call("session.note.taker", 0, json!({"side": "mentor"}));
    assert_eq!(page["noteTaker"], "mentor");
    pair.desk.set("2026-05-07T14:29:00Z");
    assert_eq!(pair.page(0)["notesMissing"], false);
    pair.desk.set("2026-05-07T14:30:00Z");
    assert_eq!(pair.page(0)["notesMissing"], true);
    let page = pair.call("session.note.add", 0, json!({"text": "We met"}));
    assert_eq!(page["notesMissing"], false);
}
