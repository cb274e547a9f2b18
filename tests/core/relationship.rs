//! People and relationships through the use cases, and requests that are refused.

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
        // Emptied, it has the words it began with: it stands in every agreement.
        let again = desk.value(&id, clause, None);
        let wanted = if changed == "" { &first } else { &changed };
        assert_eq!(&again, wanted);
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

#[test]
fn the_page_that_was_shown_last_is_kept_for_the_next_start() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    assert!(desk.call("start.state", json!({}))["place"].is_null());
    desk.call("place.keep", json!({"route": "relationship/7/agreement"}));
    desk.restart();
    assert_eq!(
        desk.call("start.state", json!({}))["place"],
        "relationship/7/agreement"
    );
    for route in ["", &"x".repeat(10_000)] {
        desk.refuse("place.keep", json!({"route": route}));
    }
}

#[test]
fn the_status_names_the_next_section_and_leaves_the_count_to_the_bar() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth", Some("2026-03-09"));
    desk.call(
        "section.stand",
        json!({"relationship": id, "section": "template.1", "standing": "agreed"}),
    );
    let view = desk.call("relationship.get", json!({"relationship": id}));
    assert_eq!(
        view["status"],
        "Next in your agreement: “Establish purpose”."
    );
    assert_eq!(view["settled"], 1);
}
