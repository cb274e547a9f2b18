//! Whose turn it is: on Today, at the computer, and where an older wording can be suggested again.

use super::Pair;
use serde_json::{Value, json};

fn card(pair: &mut Pair) -> Value {
    let today = pair.desk.call("today.get", json!({}));
    let cards = today["cards"].as_array().unwrap();
    let of = |card: &&Value| card["relationship"] == json!(pair.id) && card["reminder"].is_null();
    cards.iter().find(of).cloned().unwrap_or(Value::Null)
}

fn told(pair: &mut Pair) -> (String, String) {
    let card = card(pair);
    let text = |key: &str| card[key].as_str().unwrap_or_default().to_owned();
    if !card.is_null() {
        assert_eq!(text("route"), format!("/relationship/{}/sign", pair.id));
        assert!(text("body").ends_with('.') && text("why").ends_with('.'));
    }
    (text("kind"), text("title"))
}

fn said(kind: &str, title: &str) -> (String, String) {
    (kind.to_owned(), title.to_owned())
}

#[test]
fn today_says_whose_signature_is_missing() {
    let mut pair = Pair::ready();
    assert_eq!(
        told(&mut pair),
        said("sign", "Sign your agreement with Ruth")
    );
    pair.begin();
    assert_eq!(
        told(&mut pair),
        said("sign", "Sign your agreement with Ruth")
    );
    pair.sign("mentee");
    assert_eq!(
        told(&mut pair),
        said("signature", "Waiting for Ruth's signature")
    );
    pair.sign("mentor");
    // What both have signed asks for nothing.
    assert_eq!(told(&mut pair), said("", ""));
    pair.answer("area.5.silence_weeks", json!(12));
    pair.agree_on_all();
    assert_eq!(
        told(&mut pair),
        said("sign", "Sign what you changed with Ruth")
    );
    assert!(
        card(&mut pair)["body"]
            .as_str()
            .unwrap()
            .starts_with("One thing has changed since version 1.")
    );
}

#[test]
fn today_asks_for_the_owners_signature_and_for_a_paper_to_be_confirmed() {
    let mut pair = Pair::ready();
    pair.begin();
    pair.sign("mentor");
    assert_eq!(
        told(&mut pair),
        said("sign", "Sign your agreement with Ruth")
    );
    assert!(
        card(&mut pair)["body"]
            .as_str()
            .unwrap()
            .starts_with("Ruth has signed version 1.")
    );
    pair.call("signing.withdraw", json!({"side": "mentor"}));
    pair.begin();
    let mut paper = pair.typed("mentor");
    paper["kind"] = json!("on_paper");
    paper["paper"] = json!({"signedOn": "2026-03-24"});
    pair.call("signing.sign", paper);
    pair.sign("mentee");
    assert_eq!(
        told(&mut pair),
        said("confirm_paper", "Confirm Ruth's signature on paper")
    );
}

#[test]
fn who_has_the_computer_is_known_until_both_have_signed() {
    let mut pair = Pair::ready();
    let at = |answer: &Value| answer["atComputer"].as_str().unwrap().to_owned();
    let begun = pair.begin();
    assert_eq!(at(&begun), "mentee");
    pair.sign("mentee");
    let handed = pair.call("signing.hand_over", json!({"side": "mentor"}));
    assert_eq!(at(&handed), "mentor");
    // A start in between finds the computer in the other person's hands.
    pair.desk.restart();
    assert_eq!(at(&pair.call("signing.get", json!({}))), "mentor");
    let back = pair.call("signing.hand_over", json!({"side": "mentee"}));
    assert_eq!(at(&back), "mentee");
    pair.call("signing.hand_over", json!({"side": "mentor"}));
    pair.sign("mentor");
    assert_eq!(at(&pair.call("signing.get", json!({}))), "mentee");
}

#[test]
fn a_change_names_the_place_whose_older_wording_can_be_suggested_again() {
    let mut pair = Pair::signed();
    pair.answer("area.9.text", json!("Once a year, in writing."));
    let goal = pair.call("agreement.get", json!({}))["goals"][0]["id"].clone();
    pair.call(
        "goal.change",
        json!({"goal": goal, "title": "Another goal"}),
    );
    let compared = pair.call("version.compare", json!({"from": 1}));
    let changes = compared["changes"].as_array().unwrap();
    let place = |section: &str| {
        let change = changes.iter().find(|change| change["section"] == section);
        change.unwrap()["place"].clone()
    };
    assert_eq!(
        place("area.9"),
        json!({"kind": "answer", "field": "area.9.text", "side": null})
    );
    assert_eq!(place("template.3"), Value::Null, "a goal is no wording");
    let made = pair.call(
        "version.restore",
        json!({"version": 1, "place": place("area.9"), "side": "mentee"}),
    );
    assert_eq!(made["open"].as_array().unwrap().len(), 1);
    assert_eq!(
        pair.call("agreement.ready", json!({}))["ready"],
        false,
        "it blocks signing"
    );
}
