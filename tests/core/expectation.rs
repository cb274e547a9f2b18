//! What each of the two expects: unseen by the other until both have finished, then line by line (R45).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use crate::form::{desk, paper};
use fairlead_core::api::start::PaperSize;
use fairlead_core::api::table::USE_CASES;
use serde_json::{Value, json};

const MENTEE: &str = "introductions to three canaries";
const MENTOR: &str = "no introductions before the canaries leave";

fn who(id: &str, side: &str) -> Value {
    json!({"relationship": id, "side": side})
}

fn write(desk: &mut Desk, id: &str, side: &str, text: &str) {
    desk.call(
        "expectation.write",
        json!({"relationship": id, "side": side, "text": text}),
    );
}

fn view(desk: &mut Desk, id: &str) -> Value {
    desk.call("expectation.get", json!({"relationship": id}))
}

fn stages(view: &Value) -> [&str; 2] {
    [0, 1].map(|at| view["writers"][at]["stage"].as_str().unwrap())
}

/// Both have written and finished.
fn finished() -> (Desk, String) {
    let (mut desk, id) = desk();
    for (side, text) in [("mentee", MENTEE), ("mentor", MENTOR)] {
        write(&mut desk, &id, side, text);
        desk.call("expectation.finish", who(&id, side));
    }
    (desk, id)
}

/// What every reading use case answers, without being asked for what `side` is writing.
fn everything(desk: &mut Desk, id: &str, side: &str) -> Vec<(String, String)> {
    let requests = [
        json!({}),
        json!({"relationship": id}),
        who(id, side),
        json!({"relationship": id, "field": "area.10.expectations", "side": "mentee"}),
        json!({"relationship": id, "field": "area.10.expectations", "side": "mentor"}),
        json!({"relationship": id, "suggestion": "none", "line": "none", "mark": null}),
        json!({"template": "fairlead"}),
    ];
    let mut said = Vec::new();
    for case in USE_CASES.iter() {
        // These end the talk, or the folder.
        let ends = [
            "expectation.",
            "start.",
            "passphrase.",
            "undo.",
            "example.",
            "backup.",
            "closing.close",
            "ending.end",
        ];
        if ends.iter().any(|end| case.name.starts_with(end))
            && !["expectation.get", "expectation.read", "undo.state"].contains(&case.name)
        {
            continue;
        }
        for request in &requests {
            let answer = match desk.fairlead.call(case.name, request.clone()) {
                Ok(answer) => answer.output.to_string(),
                Err(refused) => format!("{refused:?}"),
            };
            said.push((case.name.to_owned(), answer));
        }
    }
    for kind in ["agreement", "sheet"] {
        let pdf = desk.fairlead.paper(kind, id, PaperSize::A4).unwrap();
        said.push((kind.to_owned(), crate::papers::pdf::text(&pdf.bytes)));
        if kind == "agreement" {
            said.push((kind.to_owned(), crate::papers::pdf::attached(&pdf.bytes)));
        }
    }
    let due = desk.fairlead.due("2028-01-01T00:00:00Z").unwrap();
    said.push(("due".to_owned(), serde_json::to_string(&due).unwrap()));
    said
}

#[test]
fn r45_b8_what_one_wrote_is_in_no_answer_for_the_other_before_both_have_finished() {
    let (mut desk, id) = desk();
    write(&mut desk, &id, "mentee", MENTEE);
    write(&mut desk, &id, "mentor", MENTOR);
    // While both write, each reads their own words and no others.
    for (side, own, other) in [("mentee", MENTEE, MENTOR), ("mentor", MENTOR, MENTEE)] {
        let all = everything(&mut desk, &id, side);
        assert!(all.iter().any(|(_, answer)| answer.contains(own)));
        for (name, answer) in &all {
            assert!(!answer.contains(other), "{name} tells the {side}");
        }
    }
    // Once somebody has finished, nobody reads them any more, not even who wrote them.
    desk.call("expectation.finish", who(&id, "mentor"));
    for side in ["mentee", "mentor"] {
        for (name, answer) in everything(&mut desk, &id, side) {
            assert!(!answer.contains(MENTOR), "{name} tells the {side}");
        }
    }
    desk.restart();
    desk.call("expectation.finish", who(&id, "mentee"));
    for (name, answer) in everything(&mut desk, &id, "mentee") {
        assert!(!answer.contains("canaries"), "{name} tells");
    }
    desk.call("expectation.reveal", json!({"relationship": id}));
    let told = everything(&mut desk, &id, "mentee");
    for words in [MENTEE, MENTOR] {
        let found = told.iter().filter(|(_, answer)| answer.contains(words));
        assert!(found.count() > 3, "revealed: {words}");
    }
}

#[test]
fn r45_both_are_revealed_together_or_not_at_all() {
    let (mut desk, id) = desk();
    assert_eq!(stages(&view(&mut desk, &id)), ["nothing", "nothing"]);
    let all = json!({"relationship": id});
    let refused = desk.refuse("expectation.reveal", all.clone());
    assert_eq!(refused.code, "not_both");
    assert!(
        refused
            .message
            .starts_with("Priya Raman and Ruth Kessler have not finished")
    );
    let refused = desk.refuse("expectation.finish", who(&id, "mentee"));
    assert_eq!(refused.code, "empty");
    write(&mut desk, &id, "mentee", "- One\n\n- Two");
    assert_eq!(stages(&view(&mut desk, &id)), ["writing", "nothing"]);
    desk.call("expectation.finish", who(&id, "mentee"));
    let refused = desk.refuse("expectation.reveal", all.clone());
    assert!(refused.message.starts_with("Ruth Kessler has not finished"));
    for (call, more) in [("expectation.read", None), ("expectation.write", Some("x"))] {
        let mut request = who(&id, "mentee");
        if let Some(text) = more {
            request["text"] = json!(text);
        }
        assert_eq!(desk.refuse(call, request).code, "finished", "{call}");
    }
    let blocked = desk.call("agreement.ready", all.clone());
    let missing = blocked["missing"].as_array().unwrap();
    assert!(missing.iter().any(|each| each["code"] == "unrevealed"
        && each["why"] == "Priya Raman wrote what they expect, and it is not revealed yet."));
    // Who finished too early begins anew.
    desk.call("expectation.discard", who(&id, "mentee"));
    assert_eq!(stages(&view(&mut desk, &id)), ["nothing", "nothing"]);
    for side in ["mentee", "mentor"] {
        write(&mut desk, &id, side, "- One\n\n- Two");
        desk.call("expectation.finish", who(&id, side));
    }
    assert_eq!(view(&mut desk, &id)["ready"], true);
    let revealed = desk.call("expectation.reveal", all.clone());
    let lines: Vec<_> = revealed["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (
                line["name"].as_str().unwrap(),
                line["text"].as_str().unwrap(),
            )
        })
        .collect();
    let (priya, ruth) = ("Priya Raman", "Ruth Kessler");
    assert_eq!(
        lines,
        [(priya, "One"), (priya, "Two"), (ruth, "One"), (ruth, "Two")]
    );
    assert_eq!(stages(&revealed), ["nothing", "nothing"]);
    assert_eq!(
        desk.value(&id, "area.10.expectations", Some("mentee")),
        json!(["One", "Two"])
    );
    desk.fairlead.check().unwrap();
}

#[test]
fn r45_what_has_been_read_cannot_be_unread_so_revealing_is_not_undone() {
    let (mut desk, id) = finished();
    desk.answer(&id, "template.5.place", json!("Canteen B"));
    desk.call("expectation.reveal", json!({"relationship": id}));
    let state = desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(state["done"], "changing “Place”");
    assert_eq!(view(&mut desk, &id)["lines"].as_array().unwrap().len(), 2);
    desk.fairlead.check().unwrap();
}

#[test]
fn r45_nobody_writes_for_both_to_see_before_it_is_revealed() {
    let (mut desk, id) = desk();
    let request = json!({"relationship": id, "field": "area.10.expectations", "side": "mentee", "value": ["x"]});
    let refused = desk.refuse("answer.set", request);
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("unseen", Some("field"))
    );
    let place = json!({"kind": "answer", "field": "area.10.expectations", "side": "mentor"});
    let refused = desk.refuse(
        "suggestion.make",
        json!({"relationship": id, "place": place, "value": ["x"]}),
    );
    assert_eq!(refused.code, "unseen");
}

#[test]
fn r45_each_line_is_marked_and_all_together_follow_on_the_form_and_on_paper() {
    let (mut desk, id) = finished();
    let revealed = desk.call("expectation.reveal", json!({"relationship": id}));
    let line = |at: usize| revealed["lines"][at]["id"].clone();
    let mark = |line: Value, mark: &str| json!({"relationship": id, "line": line, "mark": mark});
    desk.call("expectation.mark", mark(line(0), "to_discuss"));
    assert_eq!(desk.value(&id, "area.10.alignment", None), "to_discuss");
    desk.call("expectation.mark", mark(line(0), "different"));
    assert_eq!(
        desk.value(&id, "area.10.alignment", None),
        Value::Null,
        "the other line has no mark yet"
    );
    let stand = json!({"relationship": id, "section": "area.10", "standing": "agreed"});
    desk.call("section.stand", stand.clone());
    let marked = desk.call("expectation.mark", mark(line(1), "aligned"));
    assert_eq!(
        marked["standing"], "open",
        "an agreed section is open again"
    );
    assert_eq!(desk.value(&id, "area.10.alignment", None), "different");
    let printed = paper(&mut desk, &id);
    assert!(printed.contains("introductions to three canaries (different)"));
    assert!(printed.contains("no introductions before the canaries leave (both expect it)"));
    let undone = desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(
        undone["done"],
        "marking “no introductions before the canaries le…”"
    );
    assert_eq!(desk.section(&id, "area.10")["standing"], "agreed");
    assert_eq!(view(&mut desk, &id)["lines"][1]["mark"], Value::Null);
    // Other words need a new look.
    desk.call(
        "answer.set",
        json!({"relationship": id, "field": "area.10.expectations", "side": "mentee", "value": ["introductions to two"]}),
    );
    assert_eq!(view(&mut desk, &id)["lines"][0]["mark"], Value::Null);
    assert_eq!(desk.value(&id, "area.10.alignment", None), Value::Null);
    let gone = desk.refuse("expectation.mark", mark(json!("none"), "aligned"));
    assert_eq!(gone.code, "not_found");
    desk.restart();
    desk.fairlead.check().unwrap();
}

#[test]
fn r45_they_can_write_anew_unseen_and_reveal_again() {
    let (mut desk, id) = finished();
    desk.call("expectation.reveal", json!({"relationship": id}));
    for side in ["mentee", "mentor"] {
        write(&mut desk, &id, side, "What I expect a year later");
        desk.call("expectation.finish", who(&id, side));
        assert!(!view(&mut desk, &id).to_string().contains("a year later"));
    }
    let again = desk.call("expectation.reveal", json!({"relationship": id}));
    let lines = again["lines"].as_array().unwrap();
    assert!(
        lines.len() == 2
            && lines
                .iter()
                .all(|line| line["text"] == "What I expect a year later")
    );
}
