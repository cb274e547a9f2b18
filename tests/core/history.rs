//! The history of what is no single answer: goals, milestones, headings of their own, names, sentences, and how
//! a relationship began. Each keeps who wrote what and when, and an older wording comes back (R60).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use serde_json::{Value, json};

fn desk() -> (Desk, String) {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    (desk, id)
}

fn entries(desk: &mut Desk, call: &str, request: Value) -> Vec<Value> {
    desk.call(call, request)["entries"]
        .as_array()
        .unwrap()
        .clone()
}

fn told(entry: &Value) -> (&str, &str) {
    (
        entry["title"].as_str().unwrap_or_default(),
        entry["text"].as_str().unwrap(),
    )
}

fn back(desk: &mut Desk, id: &str) -> String {
    desk.call("undo.state", json!({"relationship": id}))["back"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn r65_a_goal_says_where_it_was_set() {
    let (mut desk, id) = desk();
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    let first = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Run one project", "horizon": "short", "rank": 1}),
    );
    assert_eq!(
        (
            &first["goals"][0]["occasion"],
            &first["goals"][0]["on"]["date"],
            &first["goals"][0]["set"]
        ),
        (
            &json!("first_meeting"),
            &json!("2026-03-11"),
            &json!("Set at the first meeting, Wednesday 11 March 2026")
        )
    );
    // Afterwards the day alone does not tell whether the two met.
    desk.set("2026-05-06T14:20:00Z");
    let later = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Learn budgets", "horizon": "short"}),
    );
    assert_eq!(
        (&later["goals"][1]["occasion"], &later["goals"][1]["set"]),
        (&Value::Null, &json!("Written down on Wednesday 6 May 2026"))
    );
    let said = desk.call(
        "goal.change",
        json!({"relationship": id, "goal": later["id"], "occasion": "meeting"}),
    );
    assert_eq!(
        said["goals"][1]["set"],
        "Set at the meeting on Wednesday 6 May 2026"
    );
    // The other side told of one by telephone, and nobody remembers when.
    let told = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Be ready to lead", "horizon": "long", "occasion": "between", "on": ""}),
    );
    assert_eq!(told["goals"][2]["set"], "Set between two meetings");
    let refused = desk.refuse(
        "goal.add",
        json!({"relationship": id, "title": "x", "horizon": "long", "on": "2026-05-07"}),
    );
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("in_the_future", Some("on"))
    );
    // C29: the programme says session.
    desk.call(
        "programme.change",
        json!({"relationship": id, "words": {"mentor": "", "mentee": "", "meeting": "session", "programme": "", "coordinator": ""}}),
    );
    let view = desk.call("agreement.get", json!({"relationship": id}));
    assert_eq!(
        view["goals"][0]["set"],
        "Set at the first session, Wednesday 11 March 2026"
    );
    desk.fairlead.check().unwrap();
}

#[test]
fn r65_a_goal_before_the_first_meeting_says_so_and_the_fixed_day_counts() {
    let mut desk = Desk::at("2026-02-28T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-02-20"));
    desk.call(
        "first_meeting.set",
        json!({"relationship": id, "meeting": {"on": "2026-03-11", "at": "14:00", "method": "By video", "place": ""}}),
    );
    let made = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "A rough plan", "horizon": "short"}),
    );
    assert_eq!(
        made["goals"][0]["set"],
        "Set before the first meeting, on Saturday 28 February 2026"
    );
}

#[test]
fn r60_a_goal_keeps_its_history_and_an_older_wording_comes_back_by_name() {
    let (mut desk, id) = desk();
    let made = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Run one project", "measure": "Both teams say so", "horizon": "short", "rank": 1}),
    );
    let goal = made["id"].clone();
    desk.set("2026-03-12T10:00:00Z");
    let change = |more: Value| {
        let mut request = more;
        request["relationship"] = json!(id);
        request["goal"] = goal.clone();
        request
    };
    desk.call(
        "goal.change",
        change(json!({"title": "Lead the retention forecast"})),
    );
    desk.set("2026-03-13T10:00:00Z");
    desk.call(
        "goal.change",
        change(json!({"measure": "", "horizon": "long", "rank": 0})),
    );
    let which = json!({"relationship": id, "goal": goal});
    let all = entries(&mut desk, "goal.history", which.clone());
    assert_eq!(
        all.iter().map(told).collect::<Vec<_>>(),
        [
            (
                "Lead the retention forecast",
                "Long-term career goal\nWritten down on Wednesday 11 March 2026"
            ),
            (
                "Lead the retention forecast",
                "Reached when: Both teams say so\nShort-term work goal, first in front\nWritten down on Wednesday 11 March 2026"
            ),
            (
                "Run one project",
                "Reached when: Both teams say so\nShort-term work goal, first in front\nWritten down on Wednesday 11 March 2026"
            ),
        ]
    );
    assert_eq!(all[0]["current"], true);
    assert_eq!(all[2]["author"], "Priya Raman");
    assert_eq!(all[2]["when"], "Wednesday 11 March 2026, 10:00");

    desk.call(
        "section.stand",
        json!({"relationship": id, "section": "template.3", "standing": "agreed"}),
    );
    let restored = desk.call(
        "goal.restore",
        json!({"relationship": id, "edit": all[2]["edit"]}),
    );
    let now = &restored["goals"][0];
    assert_eq!(
        (
            &now["title"],
            &now["measure"],
            &now["horizon"],
            &now["rank"]
        ),
        (
            &json!("Run one project"),
            &json!("Both teams say so"),
            &json!("short"),
            &json!(1)
        )
    );
    assert_eq!(desk.section(&id, "template.3")["standing"], "open");
    assert_eq!(
        back(&mut desk, &id),
        "putting back the goal “Lead the retention forecast”"
    );
    assert_eq!(entries(&mut desk, "goal.history", which.clone()).len(), 4);
    desk.call("undo.back", json!({"relationship": id}));
    let view = desk.call("agreement.get", json!({"relationship": id}));
    assert_eq!(view["goals"][0]["title"], "Lead the retention forecast");
    assert_eq!(desk.section(&id, "template.3")["standing"], "agreed");

    // What was removed has its history again once it is back.
    desk.call("goal.remove", which.clone());
    let refused = desk.refuse(
        "goal.restore",
        json!({"relationship": id, "edit": all[2]["edit"]}),
    );
    assert_eq!(refused.code, "not_found");
    desk.call("undo.back", json!({"relationship": id}));
    assert!(entries(&mut desk, "goal.history", which).len() >= 4);
    desk.restart();
    desk.fairlead.check().unwrap();
}

#[test]
fn a_goal_that_is_saved_as_it_was_stays_agreed() {
    let (mut desk, id) = desk();
    let made = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "Run one project", "horizon": "short"}),
    );
    desk.call(
        "section.stand",
        json!({"relationship": id, "section": "template.3", "standing": "agreed"}),
    );
    for same in [
        json!({"relationship": id, "goal": made["id"], "title": "Run one project", "measure": ""}),
        json!({"relationship": id, "goal": made["id"], "occasion": "meeting"}),
    ] {
        desk.call("goal.change", same);
        assert_eq!(desk.section(&id, "template.3")["standing"], "agreed");
    }
}

#[test]
fn typing_a_name_is_one_deed_and_putting_an_older_one_back_is_another() {
    let (mut desk, id) = desk();
    let made = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "L", "horizon": "short"}),
    );
    for (second, title) in [(10, "Lead"), (11, "Lead the"), (12, "Lead the forecast")] {
        desk.set(&format!("2026-03-11T10:00:{second}Z"));
        desk.call(
            "goal.change",
            json!({"relationship": id, "goal": made["id"], "title": title}),
        );
    }
    let title = |desk: &mut Desk| {
        desk.call("agreement.get", json!({"relationship": id}))["goals"][0]["title"].clone()
    };
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(title(&mut desk), "L");
    desk.call("undo.forward", json!({"relationship": id}));
    assert_eq!(title(&mut desk), "Lead the forecast");

    let answer = |desk: &mut Desk, text: &str| desk.answer(&id, "template.5.place", json!(text));
    desk.set("2026-03-11T11:00:00Z");
    answer(&mut desk, "Canteen B");
    desk.set("2026-03-11T11:00:20Z");
    answer(&mut desk, "By video");
    let all = entries(
        &mut desk,
        "answer.history",
        json!({"relationship": id, "field": "template.5.place"}),
    );
    assert_eq!(
        all.iter().map(|entry| told(entry).1).collect::<Vec<_>>(),
        ["By video", "Canteen B"],
        "another text is another wording, however soon it came"
    );
    desk.call(
        "answer.restore",
        json!({"relationship": id, "edit": all[1]["edit"]}),
    );
    assert_eq!(back(&mut desk, &id), "putting back “Place”");
    desk.call("undo.back", json!({"relationship": id}));
    let view = desk.section(&id, "template.5");
    let place = view["fields"]
        .as_array()
        .unwrap()
        .iter()
        .find(|field| field["field"] == "template.5.place")
        .unwrap();
    assert_eq!(place["answers"][0]["value"], "By video");
}

#[test]
fn r60_r67_a_milestone_keeps_its_history_and_the_end_follows_it_back() {
    let (mut desk, id) = desk();
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    let made = desk.call(
        "milestone.add",
        json!({"relationship": id, "name": "October planning round", "on": "2026-10-05", "source": "Planning calendar"}),
    );
    let which = json!({"relationship": id, "milestone": made["id"]});
    let change = |more: Value| {
        let mut request = more;
        request["relationship"] = json!(id);
        request["milestone"] = made["id"].clone();
        request
    };
    desk.set("2026-03-12T10:00:00Z");
    desk.call("milestone.change", change(json!({"ends": true})));
    desk.set("2026-03-13T10:00:00Z");
    desk.call(
        "milestone.change",
        change(json!({"name": "Planning round", "on": "", "ends": false})),
    );
    let all = entries(&mut desk, "milestone.history", which.clone());
    assert_eq!(
        all.iter().map(told).collect::<Vec<_>>(),
        [
            (
                "Planning round",
                "No date yet\nComes from: Planning calendar"
            ),
            (
                "October planning round",
                "Monday 5 October 2026\nComes from: Planning calendar\nThe relationship ends on it"
            ),
            (
                "October planning round",
                "Monday 5 October 2026\nComes from: Planning calendar"
            ),
        ]
    );
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    let restored = desk.call(
        "milestone.restore",
        json!({"relationship": id, "edit": all[1]["edit"]}),
    );
    assert_eq!(restored["milestones"][0]["name"], "October planning round");
    assert_eq!(restored["milestones"][0]["ends"], true);
    let view = desk.call("relationship.get", json!({"relationship": id}));
    assert_eq!(view["endsOn"]["date"], "2026-10-05");
    assert_eq!(
        back(&mut desk, &id),
        "putting back the milestone “Planning round”"
    );
    desk.call("undo.back", json!({"relationship": id}));
    let view = desk.call("relationship.get", json!({"relationship": id}));
    assert_eq!(view["endsOn"]["date"], "2026-12-18");
    // A goal's wording is no milestone's.
    let goal = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "x", "horizon": "short"}),
    )["id"]
        .clone();
    let other = entries(
        &mut desk,
        "goal.history",
        json!({"relationship": id, "goal": goal}),
    )[0]["edit"]
        .clone();
    let refused = desk.refuse(
        "milestone.restore",
        json!({"relationship": id, "edit": other}),
    );
    assert_eq!(refused.code, "not_found");
    desk.fairlead.check().unwrap();
}

#[test]
fn r53_r60_the_name_of_a_heading_of_their_own_keeps_its_history() {
    let (mut desk, id) = desk();
    let made = desk.call(
        "heading.add",
        json!({"relationship": id, "title": "Conference season", "text": "No meetings in May."}),
    );
    let heading = made["id"].clone();
    desk.set("2026-03-12T10:00:00Z");
    desk.call(
        "heading.change",
        json!({"relationship": id, "heading": heading, "title": "Conferences", "standing": "agreed"}),
    );
    let all = entries(
        &mut desk,
        "heading.history",
        json!({"relationship": id, "heading": heading}),
    );
    assert_eq!(
        all.iter().map(told).collect::<Vec<_>>(),
        [
            ("Conferences", "No meetings in May."),
            ("Conference season", "No meetings in May.")
        ]
    );
    let restored = desk.call(
        "heading.restore",
        json!({"relationship": id, "edit": all[1]["edit"]}),
    );
    assert_eq!(
        (
            &restored["headings"][0]["title"],
            &restored["headings"][0]["standing"]
        ),
        (&json!("Conference season"), &json!("open"))
    );
    assert_eq!(
        back(&mut desk, &id),
        "putting back the heading “Conferences”"
    );
}

#[test]
fn r53_r60_the_name_of_an_area_keeps_its_history() {
    let (mut desk, id) = desk();
    let rename = |title: &str| json!({"relationship": id, "section": "area.1", "title": title});
    desk.call("section.rename", rename("How we write to each other"));
    desk.set("2026-03-12T10:00:00Z");
    desk.call("section.rename", rename(""));
    let all = entries(
        &mut desk,
        "section.history",
        json!({"relationship": id, "section": "area.1"}),
    );
    assert_eq!(
        all.iter().map(|entry| told(entry).1).collect::<Vec<_>>(),
        ["Channel", "How we write to each other"]
    );
    let order = desk.call(
        "section.restore",
        json!({"relationship": id, "edit": all[1]["edit"]}),
    );
    assert_eq!(order["order"][0]["title"], "How we write to each other");
    assert_eq!(
        back(&mut desk, &id),
        "calling “Channel” “How we write to each other”"
    );
}

#[test]
fn r60_a_sentence_in_their_own_words_keeps_its_history() {
    let (mut desk, id) = desk();
    desk.answer(&id, "template.5.cadence", json!("monthly_60"));
    assert_eq!(
        desk.section(&id, "template.5")["sentence"]["recorded"],
        false
    );
    let write = |text: &str| json!({"relationship": id, "section": "template.5", "text": text});
    desk.call("sentence.write", write("The first Wednesday, an hour."));
    desk.set("2026-03-12T10:00:00Z");
    desk.call("sentence.write", write(""));
    let view = desk.section(&id, "template.5")["sentence"].clone();
    assert_eq!(
        (&view["own"], &view["recorded"]),
        (&json!(false), &json!(true))
    );
    let all = entries(
        &mut desk,
        "sentence.history",
        json!({"relationship": id, "section": "template.5"}),
    );
    assert_eq!(
        all.iter().map(|entry| told(entry).1).collect::<Vec<_>>(),
        [
            "In the words of your answers",
            "The first Wednesday, an hour."
        ]
    );
    let saved = desk.call(
        "sentence.restore",
        json!({"relationship": id, "edit": all[1]["edit"]}),
    );
    assert_eq!(
        (&saved["sentence"]["text"], &saved["sentence"]["own"]),
        (&json!("The first Wednesday, an hour."), &json!(true))
    );
    assert_eq!(
        back(&mut desk, &id),
        "putting back the sentence of “Meeting plan”"
    );
    let saved = desk.call(
        "sentence.restore",
        json!({"relationship": id, "edit": all[0]["edit"]}),
    );
    assert_eq!(saved["sentence"]["own"], false);
}

#[test]
fn r3_r60_the_connection_date_the_programme_and_a_persons_zone_keep_their_history() {
    let (mut desk, id) = desk();
    let change = |more: Value| {
        let mut request = more;
        request["relationship"] = json!(id);
        request
    };
    desk.set("2026-03-12T10:00:00Z");
    desk.call(
        "relationship.update",
        change(json!({"connectedOn": "2026-03-04"})),
    );
    assert_eq!(back(&mut desk, &id), "changing the connection date");
    desk.call(
        "relationship.update",
        change(json!({"programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}})),
    );
    assert_eq!(back(&mut desk, &id), "changing the programme");
    desk.call(
        "relationship.update",
        change(json!({"mentor": {"name": "Ruth Kessler", "zone": "America/Toronto"}})),
    );
    assert_eq!(
        back(&mut desk, &id),
        "changing the details of “Ruth Kessler”"
    );

    let of = |detail: &str| json!({"relationship": id, "detail": detail});
    let dates = entries(&mut desk, "relationship.history", of("connected_on"));
    assert_eq!(
        dates.iter().map(|entry| told(entry).1).collect::<Vec<_>>(),
        ["Wednesday 4 March 2026", "Monday 2 March 2026"]
    );
    assert_eq!(dates[0]["author"], "Priya Raman");
    let names = entries(&mut desk, "relationship.history", of("programme"));
    assert_eq!(
        told(&names[0]),
        ("Northbridge Mentoring", "desk@northbridge.example")
    );
    let zones = entries(&mut desk, "relationship.history", of("mentor"));
    assert_eq!(
        told(&zones[0]),
        ("Ruth Kessler", "Time zone: America/Toronto")
    );
    assert_eq!(
        told(&zones[1]),
        ("Ruth Kessler", "Time zone: Europe/London")
    );

    let restore = |detail: &str, edit: &Value| {
        let mut request = of(detail);
        request["edit"] = edit.clone();
        request
    };
    let view = desk.call("relationship.restore", restore("mentor", &zones[1]["edit"]));
    assert_eq!(view["mentor"]["zone"], "Europe/London");
    assert_eq!(view["programme"]["name"], "Northbridge Mentoring");
    // The list of people follows, and follows back.
    let zone = |desk: &mut Desk| {
        let people = desk.call("person.list", json!({}))["people"].clone();
        let ruth = people
            .as_array()
            .unwrap()
            .iter()
            .find(|person| person["name"] == "Ruth Kessler")
            .unwrap();
        ruth["zone"].clone()
    };
    assert_eq!(zone(&mut desk), "Europe/London");
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(zone(&mut desk), "America/Toronto");

    let view = desk.call(
        "relationship.restore",
        restore("connected_on", &dates[1]["edit"]),
    );
    assert_eq!(view["connectedOn"]["date"], "2026-03-02");
    let first = names.last().unwrap()["edit"].clone();
    let view = desk.call("relationship.restore", restore("programme", &first));
    assert_eq!(view["programme"]["name"], "");
    assert_eq!(
        view["connectedOn"]["date"], "2026-03-02",
        "one edit set up both; only what was asked for comes back"
    );
    let own = entries(&mut desk, "relationship.history", of("mentee"));
    let refused = desk.refuse("relationship.restore", restore("mentee", &own[0]["edit"]));
    assert_eq!(refused.code, "own_details");
    let refused = desk.refuse("relationship.restore", restore("mentor", &own[0]["edit"]));
    assert_eq!(refused.code, "not_found");
    desk.fairlead.check().unwrap();
}
