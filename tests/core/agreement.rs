//! The agreement through the use cases: answers, standing, history, undo, goals, lists.

use crate::desk::Desk;
use serde_json::json;

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
    let texts: Vec<_> = history["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        ["First", "Second", "First"],
        "what the old wording took the place of can be put back too"
    );
}

#[test]
fn r60_the_history_of_an_answer_that_was_emptied_can_be_reached_and_put_back() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    let cases = [
        ("template.5.text", json!("We meet on Mondays."), json!("")),
        ("template.5.place", json!("Canteen B"), json!(null)),
        ("template.5.cadence", json!("monthly_60"), json!(null)),
        (
            "template.2.purposes",
            json!(["so that I can lead"]),
            json!([]),
        ),
    ];
    let recorded = |desk: &mut Desk, field: &str| {
        let section = desk.section(&id, field.rsplit_once('.').unwrap().0);
        let fields = section["fields"].as_array().unwrap();
        let view = fields.iter().find(|view| view["field"] == field).unwrap();
        view["answers"][0]["recorded"].clone()
    };
    for (field, written, nothing) in cases {
        assert_eq!(recorded(&mut desk, field), false, "{field}");
        desk.answer(&id, field, written.clone());
        // Within the ten minutes in which a text that is typed on counts as one wording.
        desk.answer(&id, field, nothing);
        assert!(desk.value(&id, field, None).is_null(), "{field}");
        assert_eq!(recorded(&mut desk, field), true, "{field}");
        let history = desk.call(
            "answer.history",
            json!({"relationship": id, "field": field}),
        );
        let entries = history["entries"].as_array().unwrap();
        assert_eq!(entries.len(), 2, "{field}: {entries:?}");
        desk.call(
            "answer.restore",
            json!({"relationship": id, "edit": entries[1]["edit"]}),
        );
        assert_eq!(desk.value(&id, field, None), written, "{field}");
    }
}

#[test]
fn r60_a_text_that_began_anew_leaves_the_old_one_in_the_history() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    for text in [
        "We me",
        "We meet on Mondays in the canteen.",
        "B",
        "By phone, on Tuesdays.",
    ] {
        desk.answer(&id, "template.5.text", json!(text));
    }
    let history = desk.call(
        "answer.history",
        json!({"relationship": id, "field": "template.5.text"}),
    );
    let texts: Vec<_> = history["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        [
            "By phone, on Tuesdays.",
            "We meet on Mondays in the canteen."
        ]
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
            ("Lead a project".into(), Some(2)),
            ("Head of data".into(), Some(3)),
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
fn r61_each_role_has_its_card_from_the_start_and_a_comment_of_its_own() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    let view = desk.section(&id, "template.1");
    let card = |side: &str| -> Vec<(String, String)> {
        view["fields"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|field| field["about"] == side)
            .map(|field| {
                let value = &field["answers"][0]["value"];
                (
                    field["label"].as_str().unwrap().to_owned(),
                    value.as_str().unwrap_or_default().to_owned(),
                )
            })
            .collect()
    };
    let (mentor, mentee) = (card("mentor"), card("mentee"));
    let labels = |card: &[(String, String)]| -> Vec<String> {
        card.iter().map(|(label, _)| label.clone()).collect()
    };
    assert_eq!(
        labels(&mentor),
        ["The mentor's role", "Comments on the mentor's role"]
    );
    assert_eq!(
        labels(&mentee),
        ["The mentee's role", "Comments on the mentee's role"]
    );
    // What each takes on (R15, R54, R56) stands there before anybody wrote a word.
    assert!(mentor[0].1.contains("Checks in when contact goes quiet"));
    assert!(mentee[0].1.contains("Drives the relationship"));
    assert_eq!(view["begun"], false, "nobody has written anything yet");
    let paper = |desk: &mut Desk| {
        desk.call("agreement.document", json!({"relationship": id}))
            .to_string()
    };
    assert!(paper(&mut desk).contains("Checks in when contact goes quiet"));

    desk.answer(
        &id,
        "template.1.mentor_comments",
        json!("Please challenge my first answer."),
    );
    desk.answer(
        &id,
        "template.1.mentor_role",
        json!("Ruth asks and listens."),
    );
    let said = paper(&mut desk);
    assert!(said.contains("On Ruth's role") && said.contains("Please challenge my first answer."));
    assert!(said.contains("Ruth asks and listens."));
    assert!(!said.contains("Checks in when contact goes quiet"));
    assert!(
        !said.contains("On Priya's role"),
        "an empty comment is not named"
    );
    desk.call("undo.back", json!({"relationship": id}));
    assert!(paper(&mut desk).contains("Checks in when contact goes quiet"));
    desk.fairlead.check().unwrap();
}
