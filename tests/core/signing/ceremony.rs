//! Signing at one computer: each step, each refusal, and what can be taken back.

use super::Pair;
use serde_json::{Value, json};

fn codes(list: &Value, key: &str) -> Vec<String> {
    let list = list.as_array().unwrap();
    list.iter()
        .map(|each| each[key].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn b4_two_people_sign_at_one_computer() {
    let mut pair = Pair::ready();
    let before = pair.call("signing.get", json!({}));
    assert_eq!(before["next"], "check");
    assert_eq!(before["version"], Value::Null);

    let begun = pair.begin();
    assert_eq!(
        (&begun["next"], &begun["version"]["number"]),
        (&json!("first"), &json!(1))
    );
    assert_eq!(begun["waitingFor"], json!(["mentee", "mentor"]));
    let four = begun["version"]["fingerprint"]["words"].as_array().unwrap();
    assert_eq!(four.len(), 4);
    let page = begun["document"].to_string();
    assert!(page.contains("Frozen to be signed"));
    for word in four {
        assert!(
            page.contains(word.as_str().unwrap()),
            "the page tells the four words"
        );
    }

    pair.call("signing.open", json!({"side": "mentee"}));
    let half = pair.sign("mentee");
    assert_eq!(
        (&half["next"], &half["waitingFor"]),
        (&json!("second"), &json!(["mentor"]))
    );
    pair.call("signing.hand_over", json!({"side": "mentor"}));
    pair.desk.set("2026-03-24T10:07:30Z");
    pair.call("signing.open", json!({"side": "mentor"}));
    let done = pair.sign("mentor");
    assert_eq!(
        (&done["next"], &done["version"]),
        (&json!("check"), &Value::Null)
    );
    let receipt = &done["signed"];
    assert_eq!(receipt["state"], "signed");
    assert_eq!(
        receipt["signed"]["words"],
        "Tuesday 24 March 2026, 10:07 (Europe/London)"
    );
    assert_eq!(receipt["signed"]["at"], "2026-03-24T10:07:30+00:00");
    for person in receipt["people"].as_array().unwrap() {
        assert_eq!(person["keptHere"], true);
        assert_eq!(person["signature"]["how"], "by typing the name");
    }
    let detail = pair.call("version.get", json!({"version": 1}));
    assert_eq!(
        codes(&detail["record"], "what"),
        [
            "set_up",
            "agreed",
            "frozen",
            "opened",
            "signed",
            "handed_over",
            "opened",
            "signed"
        ]
    );
    assert!(
        detail["document"]
            .to_string()
            .contains("Signed by both of us")
    );
}

#[test]
fn what_the_signatures_do_not_show_is_said_before_and_after() {
    let mut pair = Pair::ready();
    let before = pair.call("signing.get", json!({}))["proof"].clone();
    pair.sign_both();
    let after = pair.call("version.get", json!({"version": 1}))["proof"].clone();
    assert_eq!(before, after);
    let said = after.to_string();
    assert!(said.contains("Both keys are kept on one computer, Daniel Ferreira's"));
    assert!(said.contains("who sat at the keyboard"));
    assert!(said.contains("no signature with a proven identity"));
    assert!(!said.to_lowercase().contains("trusted"));
}

#[test]
fn what_is_missing_or_still_talked_about_keeps_the_text_from_being_frozen() {
    let mut pair = Pair::ready();
    pair.call(
        "section.stand",
        json!({"section": "area.9", "standing": "open"}),
    );
    pair.answer("area.12.revisit", Value::Null);
    pair.call(
        "section.stand",
        json!({"section": "area.12", "standing": "agreed"}),
    );
    pair.answer("area.14.end", json!("open"));
    pair.call(
        "section.stand",
        json!({"section": "area.14", "standing": "agreed"}),
    );
    let refused = pair
        .desk
        .refuse("signing.begin", json!({"relationship": pair.id}));
    assert_eq!(refused.code, "not_ready");
    let ready = pair.call("agreement.ready", json!({}));
    assert_eq!(ready["ready"], false);
    for missing in ready["missing"].as_array().unwrap() {
        let route = missing["route"].as_str().unwrap();
        assert!(route.starts_with(&format!("/relationship/{}/agreement/", pair.id)));
        assert!(refused.message.contains(missing["title"].as_str().unwrap()));
    }
    assert_eq!(codes(&ready["talking"], "section"), ["area.9"]);
    assert!(
        refused.message.contains("Feedback is still talked about"),
        "{}",
        refused.message
    );
    pair.answer("area.12.revisit", json!("m6"));
    pair.call(
        "section.stand",
        json!({"section": "area.12", "standing": "agreed"}),
    );
    assert_eq!(
        pair.refuse("signing.begin", json!({})),
        "not_ready",
        "area 9 is still open"
    );
    assert_eq!(
        pair.refuse("signing.begin", json!({"later": ["area.99"]})),
        "not_ready"
    );
    assert_eq!(
        pair.refuse("signing.begin", json!({"later": ["area.9", "area.99"]})),
        "not_found"
    );
    let begun = pair.call("signing.begin", json!({"later": ["area.9"]}));
    assert_eq!(begun["next"], "first");
    assert!(
        begun["document"]
            .to_string()
            .contains("Left for later, on purpose")
    );
    pair.sign("mentee");
    pair.sign("mentor");
    let (text, _) = pair.files(1);
    let text: Value = serde_json::from_str(&text).unwrap();
    let section = text["sections"]
        .as_array()
        .unwrap()
        .iter()
        .find(|each| each["id"] == "area.9");
    assert_eq!(section.unwrap()["standing"], "later");
}

#[test]
fn an_open_suggestion_keeps_the_text_from_being_frozen() {
    let mut pair = Pair::ready();
    let made = pair.call(
        "suggestion.make",
        json!({"place": {"kind": "answer", "field": "area.9.text"}, "side": "mentor", "value": "Say it at once, and kindly."}),
    );
    pair.agree_on_all();
    assert_eq!(pair.refuse("signing.begin", json!({})), "not_ready");
    pair.call("suggestion.accept", json!({"suggestion": made["id"]}));
    pair.agree_on_all();
    assert_eq!(pair.begin()["next"], "first");
}

#[test]
fn names_that_deceive_cannot_stand_under_an_agreement() {
    let mut pair = Pair::ready();
    // A Cyrillic е and a letter that nobody sees.
    for (name, code) in [
        ("Ruth Kеssler", "mixed_scripts"),
        ("Ruth Kes\u{200B}sler", "zero_width"),
    ] {
        pair.call("relationship.update", json!({"mentor": {"name": name}}));
        assert_eq!(pair.refuse("signing.begin", json!({})), "not_ready");
        let ready = pair.call("agreement.ready", json!({}));
        assert_eq!(ready["ready"], false);
        assert_eq!(codes(&ready["names"], "code"), [code]);
        assert_eq!(ready["names"][0]["side"], "mentor");
    }
    pair.call(
        "relationship.update",
        json!({"mentor": {"name": "Ruth Kessler"}}),
    );
    pair.begin();
    let mut with = pair.typed("mentee");
    for (name, code) in [
        ("", "empty"),
        ("Daniel", "name_differs"),
        ("Ruth Kessler", "name_differs"),
        ("Dаniel Ferreira", "mixed_scripts"),
        ("Daniel\u{202E} Ferreira", "turns_direction"),
        ("Daniel\u{200D} Ferreira", "zero_width"),
        ("Daniel\u{7} Ferreira", "control"),
    ] {
        with["name"] = json!(name);
        assert_eq!(pair.refuse("signing.sign", with.clone()), code, "{name:?}");
    }
    with["name"] = json!("  daniel   ferreira ");
    let signed = pair.call("signing.sign", with);
    let people = signed["version"]["people"].as_array().unwrap();
    assert_eq!(people[0]["signature"]["name"], "daniel ferreira");
}

#[test]
fn names_are_signed_in_one_form_of_each_letter() {
    let mut pair = Pair::ready();
    pair.call(
        "relationship.update",
        json!({"mentor": {"name": "Jose\u{301} Núñez"}}),
    );
    pair.begin();
    let mut with = pair.typed("mentor");
    with["name"] = json!("José Nu\u{301}n\u{303}ez");
    pair.call("signing.sign", with);
    pair.sign("mentee");
    let (_, signatures) = pair.files(1);
    assert!(signatures.contains("\"name\":\"José Núñez\""), "NFC");
}

#[test]
fn only_the_text_that_was_read_is_signed() {
    let mut pair = Pair::ready();
    pair.begin();
    let with = pair.typed("mentee");
    let mut other = with.clone();
    other["fingerprint"] = json!("0".repeat(64));
    assert_eq!(pair.refuse("signing.sign", other), "other_text");
    // Somebody changes the agreement meanwhile and freezes it again: nobody had signed yet.
    pair.answer("area.9.text", json!("Other words."));
    pair.agree_on_all();
    let again = pair.begin();
    assert_ne!(again["version"]["id"], with["version"]);
    assert_eq!(again["version"]["number"], 1);
    assert_eq!(pair.refuse("signing.sign", with), "other_text");
    pair.sign("mentee");
    assert_eq!(
        pair.refuse("signing.sign", pair.with(json!({}))),
        "bad_request"
    );
    let twice = pair.typed("mentee");
    assert_eq!(pair.refuse("signing.sign", twice), "signed_already");
    // One has signed: what is changed now waits for the next version.
    pair.answer("area.9.text", json!("Yet other words."));
    pair.agree_on_all();
    assert_eq!(pair.refuse("signing.begin", json!({})), "half_signed");
    let versions = pair.call("version.list", json!({}));
    assert_eq!(
        codes(&versions["versions"], "state"),
        ["waiting", "withdrawn"]
    );
}

#[test]
fn beginning_twice_freezes_once() {
    let mut pair = Pair::ready();
    let first = pair.begin();
    pair.desk.set("2026-03-24T11:00:00Z");
    let second = pair.begin();
    assert_eq!(
        first["version"]["fingerprint"],
        second["version"]["fingerprint"]
    );
    assert_eq!(
        pair.call("version.list", json!({}))["versions"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn until_both_have_signed_it_can_be_taken_back_and_stays_on_record() {
    let mut pair = Pair::ready();
    assert_eq!(
        pair.refuse("signing.withdraw", json!({"side": "mentee"})),
        "nothing_to_withdraw"
    );
    let first = pair.begin();
    pair.sign("mentee");
    let back = pair.call("signing.withdraw", json!({"side": "mentor"}));
    assert_eq!(
        (&back["next"], &back["version"]),
        (&json!("check"), &Value::Null)
    );
    let versions = pair.call("version.list", json!({}));
    let withdrawn = &versions["versions"][0];
    assert_eq!(withdrawn["state"], "withdrawn");
    assert!(
        withdrawn["words"]
            .as_str()
            .unwrap()
            .contains("taken back by Ruth Kessler")
    );
    assert!(
        withdrawn["people"][0]["signature"].is_object(),
        "not hidden"
    );
    // The same text once more is another one to sign: an old signature does not stand under it.
    pair.desk.set("2026-03-24T10:20:00Z");
    let again = pair.begin();
    assert_ne!(
        again["version"]["fingerprint"],
        first["version"]["fingerprint"]
    );
    pair.sign("mentor");
    pair.sign("mentee");
    let detail = pair.call("version.get", json!({"version": 1}));
    assert!(codes(&detail["record"], "what").contains(&"withdrawn".to_owned()));
    assert_eq!(
        pair.refuse("signing.withdraw", json!({"side": "mentee"})),
        "signed_by_both"
    );
    assert_eq!(pair.refuse("signing.begin", json!({})), "unchanged");
}

#[test]
fn a_drawn_signature_is_kept_as_its_points() {
    let mut pair = Pair::ready();
    pair.begin();
    let mut with = pair.typed("mentee");
    with["kind"] = json!("drawn");
    assert_eq!(pair.refuse("signing.sign", with.clone()), "drawing_empty");
    let draw = |strokes: Value| json!({"width": 600, "height": 200, "strokes": strokes});
    for (strokes, code) in [
        (json!([]), "drawing_empty"),
        (json!([[[1, 1]]]), "drawing_empty"),
        (json!([[[1, 1], [700, 1]]]), "drawing_outside"),
        (json!(vec![vec![[1, 1]; 30]; 201]), "drawing_too_large"),
    ] {
        with["drawing"] = draw(strokes);
        assert_eq!(pair.refuse("signing.sign", with.clone()), code);
    }
    let strokes = json!([[[10, 100], [300, 20], [590, 180]], [[20, 20]]]);
    with["drawing"] = draw(strokes.clone());
    with["kind"] = json!("typed");
    assert_eq!(
        pair.refuse("signing.sign", with.clone()),
        "not_of_this_kind"
    );
    with["kind"] = json!("drawn");
    let signed = pair.call("signing.sign", with);
    let signature = &signed["version"]["people"][0]["signature"];
    assert_eq!(signature["drawing"]["strokes"], strokes);
    assert_eq!(signature["how"], "by drawing on the screen");
    pair.sign("mentor");
    let (_, signatures) = pair.files(1);
    assert!(signatures.contains("\"strokes\":[[[10,100],[300,20],[590,180]],[[20,20]]]"));
}

/// A small PDF, in base64.
const PDF: &str = "JVBERi0xLjQKMSAwIG9iagplbmRvYmoKc3RhcnR4cmVmCjkKJSVFT0YK";

#[test]
fn a_signature_on_paper_is_confirmed_by_the_other_person() {
    let mut pair = Pair::ready();
    pair.begin();
    let mut with = pair.typed("mentor");
    with["kind"] = json!("on_paper");
    assert_eq!(pair.refuse("signing.sign", with.clone()), "missing");
    with["paper"] = json!({"signedOn": "2026-03-25"});
    assert_eq!(pair.refuse("signing.sign", with.clone()), "date_in_future");
    with["paper"] = json!({"signedOn": "2026-02-30"});
    let no_day = pair.with(with.clone());
    assert_eq!(
        pair.desk.refuse("signing.sign", no_day).code,
        "no_such_date"
    );
    with["paper"] = json!({"signedOn": "2026-03-23", "scan": {"base64": "PGh0bWw+"}});
    assert_eq!(pair.refuse("signing.sign", with.clone()), "scan_unreadable");
    with["paper"]["scan"] = json!({"base64": PDF});
    let signed = pair.call("signing.sign", with);
    let people = signed["version"]["people"].as_array().unwrap();
    let ruth = people
        .iter()
        .find(|person| person["side"] == "mentor")
        .unwrap()["signature"]
        .clone();
    assert_eq!(
        ruth["how"],
        "by hand on paper, Monday 23 March 2026, with a scan"
    );
    assert_eq!(ruth["waitsForConfirmation"], true);
    let scan = &ruth["paper"]["scan"];
    assert_eq!(scan["mime"], "application/pdf");
    let kept = pair.call("signing.scan", json!({"sha256": scan["sha256"]}));
    assert_eq!(kept["base64"], PDF);
    assert_eq!(
        pair.refuse("signing.scan", json!({"sha256": "0".repeat(64)})),
        "not_found"
    );

    let both = pair.sign("mentee");
    assert_eq!(
        (&both["next"], &both["waitingFor"]),
        (&json!("confirm"), &json!(["mentee"]))
    );
    assert_eq!(
        both["signed"],
        Value::Null,
        "not signed by both before it is confirmed"
    );
    assert_eq!(
        pair.refuse("version.files", json!({"version": 1})),
        "not_found"
    );
    let daniel = both["version"]["people"][0]["signature"]["id"].clone();
    for (signature, side, code) in [
        (ruth["id"].clone(), "mentor", "own_signature"),
        (daniel, "mentor", "not_on_paper"),
        (json!("nobody's"), "mentee", "not_found"),
    ] {
        let with = json!({"signature": signature, "side": side});
        assert_eq!(pair.refuse("signing.confirm", with), code);
    }
    let done = pair.call(
        "signing.confirm",
        json!({"signature": ruth["id"], "side": "mentee"}),
    );
    assert_eq!(done["signed"]["number"], 1);
    let detail = pair.call("version.get", json!({"version": 1}));
    assert!(codes(&detail["record"], "what").contains(&"confirmed".to_owned()));
    let (agreement, signatures) = pair.files(1);
    let checked = pair.desk.call(
        "version.check",
        json!({"agreement": agreement, "signatures": signatures}),
    );
    assert_eq!(checked["verdict"], "valid", "{checked}");
}

#[test]
fn a_coordinator_signs_nothing() {
    let mut desk = crate::desk::Desk::at("2026-03-24T10:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "coordinator", "other": {"name": "Ruth Kessler"}, "partner": {"name": "Daniel Ferreira"},
            "connection": {"state": "waiting"}}),
    );
    for call in ["signing.begin", "signing.get", "version.list", "key.get"] {
        let error = desk.refuse(call, json!({"relationship": made["id"]}));
        assert_eq!(error.code, "coordinator", "{call}");
    }
}

#[test]
fn no_version_waits_before_one_is_frozen() {
    let mut pair = Pair::ready();
    assert_eq!(
        pair.refuse("signing.open", json!({"side": "mentee"})),
        "no_version"
    );
    assert_eq!(
        pair.refuse("signing.hand_over", json!({"side": "mentor"})),
        "no_version"
    );
    let with = json!({"version": "x", "fingerprint": "y", "side": "mentee", "name": "Daniel Ferreira", "kind": "typed"});
    assert_eq!(pair.refuse("signing.sign", with), "no_version");
}
