//! Looking back at what was signed: the clause beside each answer, and a change that becomes the next version.

use crate::signing::Pair;
use serde_json::json;

#[test]
fn r117_the_signed_clauses_stand_beside_the_question_how_they_were_kept() {
    let mut pair = Pair::signed();
    let view = pair.call("mid_point.get", json!({}));
    assert_eq!(view["version"], 1);
    let clauses = view["clauses"].as_array().unwrap();
    let meetings = clauses
        .iter()
        .find(|clause| clause["section"] == "template.5")
        .unwrap();
    assert!(!meetings["signed"].as_array().unwrap().is_empty());
    assert!(
        clauses
            .iter()
            .any(|clause| clause["section"] == "clause.confidentiality")
    );
    // What stands beside is what was signed, whatever the draft says by now.
    let signed = meetings["signed"].clone();
    pair.call(
        "answer.set",
        json!({"field": "template.5.cadence", "value": "monthly_60"}),
    );
    let judged = pair.call(
        "mid_point.clause",
        json!({"section": "template.5", "kept": "partly", "note": "Two of five were moved."}),
    );
    let clauses = judged["clauses"].as_array().unwrap();
    let meetings = clauses
        .iter()
        .find(|clause| clause["section"] == "template.5")
        .unwrap();
    assert_eq!(meetings["signed"], signed);
    assert_eq!(
        (&meetings["kept"], &meetings["note"]),
        (&json!("partly"), &json!("Two of five were moved."))
    );
    let goals = judged["goals"].as_array().unwrap();
    assert!(
        goals.iter().all(|goal| goal["then"].is_object()),
        "R27: then and now"
    );
    let refused = pair.refuse(
        "mid_point.clause",
        json!({"section": "area.99", "kept": "kept"}),
    );
    assert_eq!(refused, "not_found");
}

#[test]
fn r47_r120_a_page_that_changes_makes_the_draft_the_next_version() {
    let mut pair = Pair::signed();
    let view = pair.call("revisit.get", json!({}));
    assert_eq!(view["nextVersion"], 2);
    assert!(view["amendments"].as_array().unwrap().is_empty());
    assert!(
        view["pages"]
            .as_array()
            .unwrap()
            .iter()
            .all(|page| page["differs"] == false),
        "what stands there is what was signed"
    );
    let changed = pair.call(
        "revisit.page",
        json!({"section": "template.5", "choice": "change", "words": "We meet once a month for an hour."}),
    );
    assert_eq!(changed["changed"], 1);
    let open = pair.call("suggestion.list", json!({}))["open"].clone();
    pair.call("suggestion.accept", json!({"suggestion": open[0]["id"]}));
    let view = pair.call("revisit.get", json!({}));
    let page = view["pages"]
        .as_array()
        .unwrap()
        .iter()
        .find(|page| page["section"] == "template.5")
        .unwrap();
    assert_eq!(page["differs"], true);
    assert_ne!(page["now"], page["signed"]);
    assert!(
        !view["amendments"].as_array().unwrap().is_empty(),
        "an amendment"
    );
    let draft = pair.call("version.list", json!({}))["draft"].clone();
    assert_eq!(draft["number"], 2);
    assert!(draft["changes"].as_u64().unwrap() >= 1);
}
