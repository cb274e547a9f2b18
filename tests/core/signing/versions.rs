//! Versions: what is frozen stays, what changes becomes the next, and two can be held against each other.

use super::Pair;
use serde_json::{Value, json};

fn first_goal(pair: &mut Pair) -> Value {
    pair.call("agreement.get", json!({}))["goals"][0].clone()
}

#[test]
fn r27_a_version_keeps_goals_and_ratings_as_they_were() {
    let mut pair = Pair::ready();
    let goal = first_goal(&mut pair);
    let rate = |side: &str, value: Value| json!({"goal": goal["id"], "side": side, "value": value});
    assert_eq!(
        pair.refuse("rating.set", rate("mentee", json!(6))),
        "out_of_range"
    );
    assert_eq!(
        pair.refuse("rating.set", rate("mentee", json!(0))),
        "out_of_range"
    );
    let goals = pair.call("rating.set", rate("mentee", json!(2)));
    assert_eq!(
        goals["goals"][0]["ratings"],
        json!({"mentee": 2, "mentor": null})
    );
    pair.call("rating.set", rate("mentor", json!(3)));
    let undone = pair.call("undo.back", json!({}));
    assert!(
        undone["done"]
            .as_str()
            .unwrap()
            .starts_with("rating where Ruth Kessler stands")
    );
    assert_eq!(first_goal(&mut pair)["ratings"]["mentor"], Value::Null);
    let begun = pair.begin();
    assert!(
        begun["document"]
            .to_string()
            .contains("stands at 2, first steps")
    );
    pair.sign("mentee");
    pair.sign("mentor");
    // Later they stand elsewhere; the version still says where they began.
    pair.call("rating.set", rate("mentee", json!(5)));
    pair.call(
        "goal.change",
        json!({"goal": goal["id"], "title": "Another goal"}),
    );
    let (text, _) = pair.files(1);
    let text: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(text["goals"][0]["title"], goal["title"]);
    assert_eq!(
        text["goals"][0]["ratings"],
        json!({"mentee": 2, "mentor": null})
    );
    let compared = pair.call("version.compare", json!({}));
    let labels: Vec<&str> = compared["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["label"].as_str().unwrap())
        .collect();
    assert_eq!(labels, ["Goal", "Own rating: Another goal"]);
}

#[test]
fn after_signing_a_change_starts_the_next_version_and_the_signed_one_stays() {
    let mut pair = Pair::signed();
    let signed = pair.files(1);
    let draft = pair.call("version.list", json!({}))["draft"].clone();
    assert_eq!(
        (&draft["number"], &draft["changes"]),
        (&json!(2), &json!(0))
    );
    assert_eq!(pair.refuse("signing.begin", json!({})), "unchanged");
    pair.answer("area.5.silence_weeks", json!(12));
    pair.answer(
        "area.9.text",
        json!("Once a quarter we ask each other how it goes."),
    );
    let section = pair.desk.section(&pair.id.clone(), "area.5");
    assert_eq!(
        section["standing"], "open",
        "only what changed needs agreeing again"
    );
    let ready = pair.call("agreement.ready", json!({}));
    assert_eq!(ready["talking"].as_array().unwrap().len(), 2);
    let list = pair.call("version.list", json!({}));
    assert_eq!(list["draft"]["changes"], 2);
    assert_eq!(pair.refuse("signing.begin", json!({})), "not_ready");
    pair.agree_on_all();
    pair.desk.set("2026-09-24T09:00:00Z");
    pair.sign_both();
    assert_eq!(pair.files(1), signed, "to the letter");
    let (text, _) = pair.files(2);
    let text: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(text["version"], 2);
    let first =
        pair.call("version.get", json!({"version": 1}))["version"]["fingerprint"]["hex"].clone();
    assert_eq!(text["follows"], first);
    let amended = text["amendments"].as_array().unwrap();
    assert_eq!(amended.len(), 2);
    assert_eq!(amended[0]["on"], "2026-09-24");
    let page = pair.call("version.get", json!({"version": 2}))["document"].to_string();
    assert!(
        page.contains("Version 2, Thursday 24 September 2026: Area 5"),
        "{page}"
    );
    let amendments = pair.call("version.amendments", json!({}));
    let amendments = amendments["amendments"].as_array().unwrap();
    assert!(
        amendments[0]["text"]
            .as_str()
            .unwrap()
            .contains("is now “12 weeks”"),
        "{amendments:?}"
    );
    assert!(
        amendments[0]["route"]
            .as_str()
            .unwrap()
            .ends_with("/agreement/area.5")
    );
    assert!(
        amendments[0]["signed"]["words"]
            .as_str()
            .unwrap()
            .starts_with("Thursday 24 September")
    );
}

#[test]
fn any_two_versions_are_compared_side_by_side_and_as_a_list() {
    let mut pair = Pair::ready();
    assert_eq!(pair.refuse("version.compare", json!({})), "not_found");
    pair.sign_both();
    let added = pair.call(
        "heading.add",
        json!({"title": "Conference season", "text": "In June we write less."}),
    );
    let heading = added["headings"].as_array().unwrap().last().unwrap()["id"].clone();
    pair.call("section.move", json!({"section": "area.14", "position": 1}));
    pair.agree_on_all();
    pair.sign_both();
    pair.call("heading.remove", json!({"heading": heading}));
    pair.answer("area.9.text", json!("Say it at once."));
    for (from, to, kinds) in [
        (json!(1), json!(2), vec!["added", "moved"]),
        (json!(2), json!(1), vec!["removed", "moved"]),
        (json!(2), Value::Null, vec!["changed", "removed"]),
        (json!(1), json!(1), vec![]),
        (Value::Null, Value::Null, vec!["changed", "removed"]),
    ] {
        let compared = pair.call("version.compare", json!({"from": from, "to": to}));
        let found: Vec<&str> = compared["changes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|change| change["kind"].as_str().unwrap())
            .collect();
        assert_eq!(found, kinds, "{from} {to}");
        let changed = compared["sections"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|each| each["changed"] == true);
        assert_eq!(
            changed.count(),
            kinds.iter().filter(|kind| **kind != "moved").count()
        );
    }
    let compared = pair.call("version.compare", json!({"from": 2}));
    assert!(
        compared["from"]["title"]
            .as_str()
            .unwrap()
            .starts_with("Version 2, signed Tuesday 24 March")
    );
    assert_eq!(compared["to"]["title"], "Version 3, draft");
    let change = &compared["changes"][0];
    assert_eq!(change["title"], "Area 9, Feedback");
    let words: String = change["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|piece| piece["change"] != "removed")
        .map(|piece| piece["text"].as_str().unwrap())
        .collect();
    assert_eq!(words, "Say it at once.");
    assert_eq!(
        pair.refuse("version.compare", json!({"from": 7})),
        "not_found"
    );
}

#[test]
fn an_older_wording_comes_back_as_a_suggestion() {
    let mut pair = Pair::signed();
    let (text, _) = pair.files(1);
    let text: Value = serde_json::from_str(&text).unwrap();
    let answers = text["sections"]
        .as_array()
        .unwrap()
        .iter()
        .find(|each| each["id"] == "area.9")
        .unwrap()["answers"]
        .clone();
    let old = answers
        .as_array()
        .unwrap()
        .iter()
        .find(|each| each["id"] == "area.9.text")
        .unwrap()["value"]
        .clone();
    let place = json!({"kind": "answer", "field": "area.9.text"});
    let restore =
        json!({"version": 1, "place": place, "side": "mentor", "comment": "I liked the old one."});
    assert_eq!(pair.refuse("version.restore", restore.clone()), "no_change");
    pair.answer("area.9.text", json!("Say it at once."));
    let made = pair.call("version.restore", restore.clone());
    let suggestion = &made["open"][0];
    assert_eq!(
        (&suggestion["value"], &suggestion["before"]),
        (&old, &json!("Say it at once."))
    );
    assert_eq!(suggestion["comment"], "I liked the old one.");
    assert_eq!(
        pair.refuse("signing.begin", json!({})),
        "not_ready",
        "the other decides first"
    );
    pair.call("suggestion.accept", json!({"suggestion": made["id"]}));
    let now = pair.desk.value(&pair.id.clone(), "area.9.text", None);
    assert_eq!(now, old);
    let mut other = restore;
    other["version"] = json!(2);
    assert_eq!(pair.refuse("version.restore", other), "not_found");
    let place = json!({"kind": "heading", "heading": "nobody's"});
    let with = json!({"version": 1, "place": place, "side": "mentor"});
    assert_eq!(pair.refuse("version.restore", with), "not_found");
}

#[test]
fn a_template_changes_no_signed_version() {
    let mut pair = Pair::signed();
    let signed = pair.files(1);
    let copy = pair.desk.call(
        "template.copy",
        json!({"template": "fairlead", "name": "Estuary"}),
    );
    let template = copy["template"]["id"].clone();
    pair.desk.call(
        "template.section.change",
        json!({"template": template, "section": "area.9", "title": "How we say it"}),
    );
    pair.call("template.compare", json!({"template": template}));
    pair.call("template.adopt", json!({"template": template}));
    assert_eq!(pair.files(1), signed, "to the letter");
    let compared = pair.call("version.compare", json!({}));
    assert_eq!(compared["changes"].as_array().unwrap().len(), 1);
    assert_eq!(compared["changes"][0]["after"], "How we say it");
    pair.desk
        .call("template.remove", json!({"template": template}));
    assert_eq!(pair.files(1), signed);
}

#[test]
fn the_draft_says_what_it_will_be() {
    let mut pair = Pair::ready();
    let draft = pair.call("version.list", json!({}))["draft"].clone();
    assert_eq!(
        (&draft["number"], &draft["changes"]),
        (&json!(1), &Value::Null)
    );
    let page = pair.call("agreement.document", json!({})).to_string();
    assert!(page.contains("1. Draft. Not signed"));
    pair.sign_both();
    let page = pair.call("agreement.document", json!({})).to_string();
    assert!(page.contains("2. Draft. Not signed"));
}
