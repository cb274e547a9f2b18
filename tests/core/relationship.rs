//! The main job through the use cases: a relationship, its answers, history, undo.

use crate::desk::Desk;
use serde_json::json;

#[test]
fn b1_the_owner_has_a_role_in_each_relationship() {
    let mut desk = Desk::at("2026-03-02T10:00:00Z", "Europe/London");
    let first = desk.relationship("mentee", "Tomasz Lewandowski", Some("2026-03-02"));
    let second = desk.relationship("mentor", "Amara Okafor", None);
    let list = desk.call("relationship.list", json!({}));
    let roles: Vec<_> = list["relationships"]
        .as_array()
        .unwrap()
        .iter()
        .map(|view| (view["title"].clone(), view["role"].clone()))
        .collect();
    assert_eq!(
        roles,
        [
            (json!("Amara Okafor and Priya Raman"), json!("mentor")),
            (json!("Priya Raman and Tomasz Lewandowski"), json!("mentee")),
        ]
    );
    assert_ne!(first, second);
    let people = desk.call("person.list", json!({}));
    assert_eq!(people["people"].as_array().unwrap().len(), 3);
    assert_eq!(people["people"][0]["name"], "Priya Raman");
}

#[test]
fn b1_a_coordinator_sees_the_dates_and_not_the_agreement() {
    let mut desk = Desk::at("2026-03-02T10:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "coordinator", "partner": {"name": "Ada N."}, "other": {"name": "Jun C."},
               "connection": {"state": "connected", "on": "2026-03-01"}}),
    );
    let view = desk.call("relationship.get", json!({"relationship": made["id"]}));
    assert_eq!(
        (
            view["mentee"]["name"].as_str(),
            view["mentor"]["name"].as_str()
        ),
        (Some("Ada N."), Some("Jun C."))
    );
    let refused = desk.refuse("agreement.get", json!({"relationship": made["id"]}));
    assert_eq!(refused.code, "coordinator");
}

#[test]
fn r2_r3_waiting_becomes_connected_and_the_date_can_be_moved_back() {
    let mut desk = Desk::at("2026-03-04T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Tomasz", None);
    let view = desk.call("relationship.get", json!({"relationship": id}));
    assert_eq!(
        (view["connection"].as_str(), view["connectedOn"].is_null()),
        (Some("waiting"), true)
    );
    assert!(
        view["status"]
            .as_str()
            .unwrap()
            .contains("Nothing to do until it arrives")
    );
    let late = desk.refuse(
        "relationship.connected",
        json!({"relationship": id, "on": "2026-03-05"}),
    );
    assert_eq!(
        (late.code.as_str(), late.field.as_deref()),
        ("in_the_future", Some("on"))
    );
    let view = desk.call(
        "relationship.connected",
        json!({"relationship": id, "on": "2026-03-04"}),
    );
    assert_eq!(view["connectedOn"]["words"], "Wednesday 4 March 2026");
    let view = desk.call(
        "relationship.update",
        json!({"relationship": id, "connectedOn": "2026-03-02"}),
    );
    assert_eq!(view["connectedOn"]["date"], "2026-03-02");
    let undo = desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(undo["done"], "changing the connection date");
    let view = desk.call("relationship.get", json!({"relationship": id}));
    assert_eq!(view["connectedOn"]["date"], "2026-03-04");
}

#[test]
fn a_folder_that_begins_with_the_example_is_its_mentees() {
    let mut desk = Desk::new("2026-03-11T10:00:00Z", "Europe/London");
    assert_eq!(desk.call("start.state", json!({}))["firstRun"], true);
    desk.fairlead.begin_with_example().unwrap();
    desk.fairlead.begin_with_example().unwrap();
    assert_eq!(desk.call("start.state", json!({}))["firstRun"], false);
    let view = desk.call("relationship.list", json!({}))["relationships"][0].clone();
    assert_eq!(
        (view["example"].as_bool(), view["mentee"]["owner"].as_bool()),
        (Some(true), Some(true))
    );
    let people = desk.call("person.list", json!({}));
    let names: Vec<_> = people["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person["name"].clone())
        .collect();
    assert_eq!(
        names,
        [
            view["mentee"]["name"].clone(),
            view["mentor"]["name"].clone()
        ]
    );
    desk.call("example.remove", json!({}));
    assert_eq!(
        desk.call("person.list", json!({}))["people"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn r92_each_person_has_a_zone_and_a_clock() {
    let mut desk = Desk::at("2026-03-25T14:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Ruth Kessler", "zone": "America/Toronto"},
               "connection": {"state": "waiting"}}),
    );
    let view = desk.call("relationship.get", json!({"relationship": made["id"]}));
    assert_eq!(
        (
            view["mentor"]["localTime"].as_str(),
            view["mentee"]["localTime"].as_str()
        ),
        (Some("10:00"), Some("14:00"))
    );
    let refused = desk.refuse(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Ruth", "zone": "Atlantis/Capital"}, "connection": {"state": "waiting"}}),
    );
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("unknown_zone", Some("partner.zone"))
    );
}

#[test]
fn r92_a_zone_that_is_left_out_of_a_change_stays() {
    let mut desk = Desk::at("2026-03-25T14:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Ruth", "zone": "America/Toronto"}, "connection": {"state": "waiting"}}),
    );
    let change = |mentor| json!({"relationship": made["id"], "mentor": mentor});
    let view = desk.call(
        "relationship.update",
        change(json!({"name": "Ruth Kessler"})),
    );
    assert_eq!(
        (
            view["mentor"]["name"].as_str(),
            view["mentor"]["zone"].as_str()
        ),
        (Some("Ruth Kessler"), Some("America/Toronto"))
    );
    let view = desk.call(
        "relationship.update",
        change(json!({"name": "Ruth Kessler", "zone": "Asia/Kolkata"})),
    );
    assert_eq!(view["mentor"]["zone"], "Asia/Kolkata");
    let people = desk.call("person.list", json!({}));
    assert_eq!(people["people"][1]["zone"], "Asia/Kolkata");
}

#[test]
fn names_that_are_empty_huge_or_deceiving_are_refused_and_markup_is_a_name() {
    let mut desk = Desk::at("2026-03-02T10:00:00Z", "Europe/London");
    let before = desk.call("relationship.list", json!({}));
    for (name, code) in [
        ("", "empty"),
        ("  ", "empty"),
        ("Tomasz\u{202E}zsamoT", "turns_direction"),
        (&"x".repeat(1_000_000), "too_long"),
    ] {
        let refused = desk.refuse(
            "relationship.create",
            json!({"role": "mentee", "partner": {"name": name}, "connection": {"state": "waiting"}}),
        );
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            (code, Some("partner.name"))
        );
        assert!(
            refused.message.len() < 400,
            "the sentence does not repeat the input"
        );
    }
    assert_eq!(before, desk.call("relationship.list", json!({})));
    let id = desk.relationship("mentee", "<img src=x onerror=alert(1)>", None);
    let view = desk.call("relationship.get", json!({"relationship": id}));
    assert_eq!(view["mentor"]["name"], "<img src=x onerror=alert(1)>");
}

#[test]
fn r66_r68_the_end_follows_the_start_and_the_mid_point_follows_both() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    let refused = desk.refuse(
        "answer.set",
        json!({"relationship": id, "field": "template.4.ends_on", "value": "2026-03-10"}),
    );
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("wrong_order", Some("value"))
    );
    let refused = desk.refuse(
        "answer.set",
        json!({"relationship": id, "field": "template.4.ends_on", "value": "2027-02-29"}),
    );
    assert_eq!(refused.code, "no_such_date");
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    let view = desk.call("agreement.get", json!({"relationship": id}));
    assert_eq!(view["midPoint"]["words"], "Thursday 30 July 2026");
    desk.call("undo.back", json!({"relationship": id}));
    let view = desk.call("agreement.get", json!({"relationship": id}));
    assert!(view["midPoint"].is_null());
}

#[test]
fn r60_every_answer_keeps_its_history_and_an_older_wording_comes_back() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    desk.answer(&id, "template.1.text", json!("First"));
    desk.set("2026-03-12T10:00:00Z");
    desk.answer(&id, "template.1.text", json!("Sec"));
    desk.set("2026-03-12T10:00:30Z");
    desk.answer(&id, "template.1.text", json!("Second"));
    let history = desk.call(
        "answer.history",
        json!({"relationship": id, "field": "template.1.text"}),
    );
    let entries = history["entries"].as_array().unwrap();
    let seen: Vec<_> = entries
        .iter()
        .map(|entry| {
            (
                entry["text"].as_str().unwrap(),
                entry["when"].as_str().unwrap(),
                entry["current"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("Second", "Thursday 12 March 2026, 10:00", true),
            ("First", "Wednesday 11 March 2026, 10:00", false)
        ]
    );
    assert_eq!(entries[0]["author"], "Priya Raman");
    let saved = desk.call(
        "answer.restore",
        json!({"relationship": id, "edit": entries[1]["edit"]}),
    );
    assert_eq!(saved["answer"]["value"], "First");
    let history = desk.call(
        "answer.history",
        json!({"relationship": id, "field": "template.1.text"}),
    );
    assert_eq!(
        history["entries"].as_array().unwrap().len(),
        2,
        "a run of edits within ten minutes is one wording"
    );
}

#[test]
fn typing_on_is_one_deed_and_undo_names_it() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    for (second, text) in [
        (0, "W"),
        (5, "We"),
        (20, "We meet"),
        (79, "We meet on Fridays"),
    ] {
        desk.set(&format!(
            "2026-03-11T10:{:02}:{:02}Z",
            second / 60,
            second % 60
        ));
        desk.answer(&id, "template.5.text", json!(text));
    }
    desk.set("2026-03-11T10:02:20Z");
    desk.answer(&id, "template.5.text", json!("We meet on Mondays"));
    let value = |desk: &mut Desk| desk.value(&id, "template.5.text", None);
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(value(&mut desk), "We meet on Fridays");
    let undo = desk.call("undo.back", json!({"relationship": id}));
    assert!(undo["done"].as_str().unwrap().starts_with("changing “"));
    assert!(value(&mut desk).is_null() || value(&mut desk) == "");
    let redo = desk.call("undo.forward", json!({"relationship": id}));
    assert!(redo["forward"].is_string());
    assert_eq!(value(&mut desk), "We meet on Fridays");
    desk.answer(&id, "template.5.place", json!("Canteen B"));
    let state = desk.call("undo.state", json!({"relationship": id}));
    assert!(
        state["forward"].is_null(),
        "a new deed ends the way forward"
    );
}

#[test]
fn changing_an_agreed_section_opens_it_again_with_undo() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentor", "Daniel", Some("2026-03-09"));
    desk.answer(&id, "area.6.text", json!("We stop at law and health."));
    desk.call(
        "section.stand",
        json!({"relationship": id, "section": "area.6", "standing": "agreed"}),
    );
    let saved = desk.answer(
        &id,
        "area.6.text",
        json!("We stop at law, health and money."),
    );
    assert_eq!(saved["standing"], "open");
    desk.call("undo.back", json!({"relationship": id}));
    let view = desk.section(&id, "area.6");
    assert_eq!(view["standing"], "agreed");
    assert_eq!(
        desk.value(&id, "area.6.text", None),
        "We stop at law and health."
    );
}

#[test]
fn r97_the_no_fault_clause_stands_in_every_agreement_and_is_not_left_out_by_one() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    assert!(
        desk.value(&id, "clause.no_fault.text", None)
            .as_str()
            .unwrap()
            .contains("nobody's fault")
    );
    let refused = desk.refuse(
        "section.stand",
        json!({"relationship": id, "section": "clause.no_fault", "standing": "not_for_us"}),
    );
    assert_eq!(refused.code, "needs_both");
    desk.answer(
        &id,
        "clause.no_fault.text",
        json!("Either of us may stop. No reasons."),
    );
    assert_eq!(
        desk.value(&id, "clause.no_fault.text", None),
        "Either of us may stop. No reasons."
    );
}

#[test]
fn r97_undoing_a_change_of_the_clause_brings_its_own_words_back() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    let clause = "clause.no_fault.text";
    let first = desk.value(&id, clause, None);
    for changed in [json!("Our own words."), json!("")] {
        desk.answer(&id, clause, changed.clone());
        desk.call("undo.back", json!({"relationship": id}));
        assert_eq!(desk.value(&id, clause, None), first);
        desk.call("undo.forward", json!({"relationship": id}));
        let again = desk.value(&id, clause, None);
        assert_eq!(again.as_str().unwrap_or_default(), changed);
        desk.call("undo.back", json!({"relationship": id}));
        let history = desk.call(
            "answer.history",
            json!({"relationship": id, "field": clause}),
        );
        assert_eq!(history["entries"][0]["text"], first);
        desk.fairlead.check().unwrap();
    }
}

#[test]
fn r95_choosing_a_wording_fills_the_clause_but_never_over_own_words() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    let saved = desk.answer(&id, "clause.confidentiality.wording", json!("strict"));
    assert!(saved["text"].as_str().unwrap().contains("stays between us"));
    desk.answer(
        &id,
        "clause.confidentiality.wording",
        json!("by_permission"),
    );
    assert!(
        desk.value(&id, "clause.confidentiality.text", None)
            .as_str()
            .unwrap()
            .contains("Permissions are written down")
    );
    desk.answer(&id, "clause.confidentiality.text", json!("Our own words."));
    let saved = desk.answer(&id, "clause.confidentiality.wording", json!("strict"));
    assert!(saved["text"].is_null());
    assert_eq!(
        desk.value(&id, "clause.confidentiality.text", None),
        "Our own words."
    );
}

#[test]
fn r39_r62_advice_never_blocks() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    desk.answer(&id, "template.5.cadence", json!("six_weeks_90"));
    let saved = desk.answer(&id, "area.5.silence_weeks", json!(6));
    assert!(
        saved["answer"]["advice"].as_str().unwrap().contains('8'),
        "{saved}"
    );
    let saved = desk.answer(&id, "area.5.silence_weeks", json!(8));
    assert!(saved["answer"]["advice"].is_null());
    let saved = desk.answer(&id, "template.2.purposes", json!(["to be mentored"]));
    assert!(
        saved["answer"]["advice"]
            .as_str()
            .unwrap()
            .contains("so that I can")
    );
}

#[test]
fn r88_three_goals_carry_a_rank_and_the_order_is_theirs() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    let mut add = |title: &str, rank: u32, horizon: &str| {
        desk.call(
            "goal.add",
            json!({"relationship": id, "title": title, "rank": rank, "horizon": horizon}),
        )
    };
    add("Lead a project", 1, "short");
    add("Head of data", 2, "long");
    let goals = add("Stay calm", 1, "short");
    let ranks = |goals: &serde_json::Value| -> Vec<(String, Option<u64>)> {
        goals["goals"]
            .as_array()
            .unwrap()
            .iter()
            .map(|goal| {
                (
                    goal["title"].as_str().unwrap().to_owned(),
                    goal["rank"].as_u64(),
                )
            })
            .collect()
    };
    assert_eq!(
        ranks(&goals),
        [
            ("Lead a project".into(), None),
            ("Head of data".into(), Some(2)),
            ("Stay calm".into(), Some(1))
        ]
    );
    let third = goals["id"].clone();
    let refused = desk.refuse(
        "goal.change",
        json!({"relationship": id, "goal": third, "rank": 4}),
    );
    assert_eq!(refused.code, "out_of_range");
    let goals = desk.call(
        "goal.move",
        json!({"relationship": id, "goal": third, "position": 1}),
    );
    assert_eq!(ranks(&goals)[0].0, "Stay calm");
    let goals = desk.call("goal.remove", json!({"relationship": id, "goal": third}));
    assert_eq!(goals["goals"].as_array().unwrap().len(), 2);
    desk.call("undo.back", json!({"relationship": id}));
    let view = desk.call("agreement.get", json!({"relationship": id}));
    assert_eq!(view["goals"][0]["title"], "Stay calm");
    assert_eq!(view["goals"][0]["rank"], 1);
}

#[test]
fn lists_keep_the_identity_of_lines_that_stay() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    desk.answer(&id, "template.2.purposes", json!(["a", "b", "c"]));
    desk.answer(&id, "template.2.purposes", json!(["b", "c", "d", "e"]));
    assert_eq!(
        desk.value(&id, "template.2.purposes", None),
        json!(["b", "c", "d", "e"])
    );
    desk.answer(&id, "template.2.purposes", json!([]));
    assert!(desk.value(&id, "template.2.purposes", None).is_null());
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(
        desk.value(&id, "template.2.purposes", None),
        json!(["b", "c", "d", "e"])
    );
    desk.fairlead.check().unwrap();
}

#[test]
fn r60_a_list_and_a_choice_have_their_history_too() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    let purposes = "template.2.purposes";
    desk.answer(&id, purposes, json!(["a", "b"]));
    desk.answer(&id, purposes, json!(["b", "c", "a"]));
    desk.answer(&id, purposes, json!([]));
    let history = desk.call(
        "answer.history",
        json!({"relationship": id, "field": purposes}),
    );
    let entries = history["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 3);
    desk.call(
        "answer.restore",
        json!({"relationship": id, "edit": entries[1]["edit"]}),
    );
    assert_eq!(desk.value(&id, purposes, None), json!(["b", "c", "a"]));
    desk.answer(&id, "template.6.mode", json!("remote"));
    desk.answer(&id, "template.6.mode", json!("hybrid"));
    desk.answer(&id, "area.3.agenda", json!(true));
    desk.answer(&id, "area.3.agenda", json!(false));
    for (field, first) in [
        ("template.6.mode", json!("remote")),
        ("area.3.agenda", json!(true)),
    ] {
        let history = desk.call(
            "answer.history",
            json!({"relationship": id, "field": field}),
        );
        let entries = history["entries"].as_array().unwrap();
        assert_eq!(entries.len(), 2, "{field}");
        assert_ne!(entries[1]["text"], "");
        desk.call(
            "answer.restore",
            json!({"relationship": id, "edit": entries[1]["edit"]}),
        );
        assert_eq!(desk.value(&id, field, None), first);
    }
}

#[test]
fn what_changed_since_the_last_look_is_told_on_another_day() {
    let mut desk = Desk::at("2026-03-10T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    desk.answer(&id, "template.1.text", json!("x"));
    let since = desk.call("since.get", json!({"relationship": id}));
    assert!(since["since"].is_null(), "what you just did is no news");
    desk.set("2026-03-12T10:00:00Z");
    let since = desk.call("since.get", json!({"relationship": id}));
    assert_eq!(since["since"], "Tuesday");
    assert_eq!(since["changes"].as_array().unwrap().len(), 1);
    desk.call("since.seen", json!({"relationship": id}));
    let since = desk.call("since.get", json!({"relationship": id}));
    assert_eq!(since["changes"], json!([]));
}

#[test]
fn requests_that_cannot_be_read_change_nothing() {
    let mut desk = Desk::at("2026-03-10T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    for (name, request, code) in [
        ("no.such.call", json!({}), "unknown_call"),
        ("answer.set", json!({"relationship": id}), "bad_request"),
        (
            "answer.set",
            json!({"relationship": id, "field": "template.1.text", "value": "x", "extra": 1}),
            "bad_request",
        ),
        (
            "answer.set",
            json!({"relationship": "nobody", "field": "template.1.text", "value": "x"}),
            "not_found",
        ),
        (
            "answer.set",
            json!({"relationship": id, "field": "template.99.text", "value": "x"}),
            "not_found",
        ),
        (
            "answer.set",
            json!({"relationship": id, "field": "template.1.text", "side": "mentor", "value": "x"}),
            "side",
        ),
        (
            "answer.set",
            json!({"relationship": id, "field": "template.7.giving", "value": "x"}),
            "side",
        ),
        (
            "answer.set",
            json!({"relationship": id, "field": "template.1.text", "value": "x".repeat(1_100_000)}),
            "too_long",
        ),
        (
            "answer.set",
            json!({"relationship": id, "field": "template.3.goals", "value": "x"}),
            "invalid",
        ),
        ("date.read", json!({"text": "29/02/2027"}), "no_such_date"),
        (
            "profile.save",
            json!({"name": "Priya", "email": "nowhere"}),
            "invalid",
        ),
        ("settings.save", json!({"textSize": 900}), "out_of_range"),
        ("settings.save", json!({"quietFrom": "25:00"}), "invalid"),
        (
            "goal.add",
            json!({"relationship": id, "title": "", "horizon": "short"}),
            "empty",
        ),
        (
            "milestone.add",
            json!({"relationship": id, "name": "x", "on": "2026-02-30"}),
            "no_such_date",
        ),
    ] {
        let before = desk.picture(&id);
        let refused = desk.refuse(name, request);
        assert_eq!(refused.code, code, "{name}: {}", refused.message);
        assert_eq!(before, desk.picture(&id), "{name}");
    }
}
