//! The journal (R106), what somebody wants to change (R99), where the mentee stands (R27, R86), and that what is
//! private leaves by no way out (B8).

use super::{desk, goal, of};
use crate::desk::Desk;
use fairlead_core::api::start::PaperSize;
use serde_json::{Value, json};

fn lines(view: &Value, stage: usize, list: usize) -> Vec<String> {
    let lines = &view["stages"][stage]["lists"][list]["lines"];
    let lines = lines.as_array().unwrap().iter();
    lines
        .map(|line| line["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn r86_where_the_mentee_stood_is_held_against_where_they_stand() {
    let (mut desk, id) = desk();
    let mut add = |list: &str, text: &str, stage: Option<&str>| {
        desk.call(
            "self_assessment.add",
            of(&id, json!({"list": list, "text": text, "stage": stage})),
        )
    };
    add("strengths", "Numbers", None);
    add("strengths", "Patience", None);
    let view = add("weaknesses", "Speaking up", None);
    assert_eq!(view["compared"], Value::Null);
    assert_eq!(lines(&view, 0, 0), ["Numbers", "Patience"]);
    let line = view["id"].clone();
    add("strengths", "numbers ", Some("mid_point"));
    let view = add("strengths", "Asking first", Some("mid_point"));
    let compared = &view["compared"];
    assert_eq!(compared["with"], "mid_point");
    assert_eq!(
        compared["lists"][0],
        json!({"list": "strengths", "kept": ["numbers"], "new": ["Asking first"], "gone": ["Patience"]})
    );
    assert_eq!(compared["lists"][1]["gone"], json!(["Speaking up"]));
    let view = desk.call(
        "self_assessment.change",
        of(&id, json!({"line": line, "text": "Speaking up early"})),
    );
    assert_eq!(lines(&view, 0, 1), ["Speaking up early"]);
    let view = desk.call("self_assessment.remove", of(&id, json!({"line": line})));
    assert!(lines(&view, 0, 1).is_empty());
    desk.call("undo.back", of(&id, json!({})));
    let view = desk.call("self_assessment.get", of(&id, json!({})));
    assert_eq!(lines(&view, 0, 1), ["Speaking up early"]);
    let refused = desk.refuse(
        "self_assessment.add",
        of(&id, json!({"list": "style", "text": "  "})),
    );
    assert_eq!(refused.field.as_deref(), Some("text"));
}

#[test]
fn r106_a_moment_is_private_until_it_is_shared_and_never_private_again() {
    let (mut desk, id) = desk();
    let journal = desk.call(
        "journal.add",
        of(&id, json!({"text": "A first doubt", "on": "2026-03-20"})),
    );
    let doubt = journal["id"].clone();
    let journal = desk.call(
        "journal.add",
        of(
            &id,
            json!({"text": "The brief went out", "share": true, "side": "mentor"}),
        ),
    );
    assert_eq!(journal["words"], "2 moments, 1 of them private");
    let told: Vec<_> = journal["moments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| {
            (
                each["text"].clone(),
                each["shared"].clone(),
                each["author"].clone(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                json!("The brief went out"),
                json!(true),
                json!("Ruth Kessler")
            ),
            (json!("A first doubt"), json!(false), json!("Priya Raman")),
        ],
        "newest first"
    );
    let refused = desk.refuse(
        "journal.add",
        of(&id, json!({"text": "Soon", "on": "2026-03-26"})),
    );
    assert_eq!(refused.code, "in_the_future");
    desk.call(
        "journal.change",
        of(&id, json!({"moment": doubt, "text": "A doubt that passed"})),
    );
    desk.call("journal.share", of(&id, json!({"moment": doubt})));
    let refused = desk.refuse("journal.share", of(&id, json!({"moment": doubt})));
    assert_eq!(refused.code, "already_shared");
    let journal = desk.call(
        "journal.change",
        of(&id, json!({"moment": doubt, "on": "2026-03-19"})),
    );
    assert_eq!(journal["words"], "2 moments");
    assert_eq!(journal["moments"][1]["on"]["date"], "2026-03-19");
    let journal = desk.call("journal.remove", of(&id, json!({"moment": doubt})));
    assert_eq!(journal["words"], "1 moment");
    desk.call("undo.back", of(&id, json!({})));
    let journal = desk.call("journal.list", of(&id, json!({})));
    assert_eq!(journal["words"], "2 moments");
    desk.fairlead.check().unwrap();
}

#[test]
fn r99_what_somebody_wants_to_change_becomes_a_goal_only_when_they_say_so() {
    let (mut desk, id) = desk();
    let all = desk.call(
        "behaviour.add",
        of(&id, json!({"text": "I interrupt people"})),
    );
    let behaviour = all["id"].clone();
    let plan = desk.call("plan.get", of(&id, json!({})));
    assert_eq!(plan["goals"], json!([]));
    let all = desk.call(
        "behaviour.promote",
        of(
            &id,
            json!({"behaviour": behaviour, "title": "Let others finish"}),
        ),
    );
    assert_eq!(all["behaviours"][0]["title"], "Let others finish");
    let plan = desk.call("plan.get", of(&id, json!({})));
    assert_eq!(plan["goals"][0]["title"], "Let others finish");
    assert_eq!(plan["goals"][0]["id"], all["goal"]);
    assert!(!plan.to_string().contains("interrupt"));
    let refused = desk.refuse(
        "behaviour.promote",
        of(&id, json!({"behaviour": behaviour})),
    );
    assert_eq!(refused.code, "already_goal");
    desk.call("undo.back", of(&id, json!({})));
    let all = desk.call("behaviour.list", of(&id, json!({})));
    assert_eq!(
        all["behaviours"][0]["goal"],
        Value::Null,
        "the goal is gone, so it can be promoted again"
    );
    let all = desk.call(
        "behaviour.promote",
        of(&id, json!({"behaviour": behaviour})),
    );
    assert_eq!(all["behaviours"][0]["title"], "I interrupt people");
    desk.call(
        "behaviour.change",
        of(&id, json!({"behaviour": behaviour, "text": "Other words"})),
    );
    let all = desk.call("behaviour.remove", of(&id, json!({"behaviour": behaviour})));
    assert_eq!(all["behaviours"], json!([]));
}

/// Everything that leaves the place of what is private: answers of calls, papers, notices, a template.
fn ways_out(desk: &mut Desk, id: &str) -> Vec<(String, Vec<u8>)> {
    let mut ways = Vec::new();
    for call in [
        "plan.get",
        "plan.history",
        "agreement.get",
        "agreement.document",
        "agreement.sheet",
        "relationship.get",
        "self_assessment.get",
        "undo.state",
        "since.get",
        "contact.get",
        "suggestion.list",
        "version.list",
    ] {
        let answer = desk.call(call, json!({ "relationship": id }));
        ways.push((call.to_owned(), answer.to_string().into_bytes()));
    }
    for call in [
        "today.get",
        "reminder.list",
        "relationship.list",
        "data.where",
    ] {
        let answer = desk.call(call, json!({}));
        ways.push((call.to_owned(), answer.to_string().into_bytes()));
    }
    for paper in ["agreement", "sheet", "action_plan"] {
        let pdf = desk.fairlead.paper(paper, id, PaperSize::A4).unwrap();
        ways.push((paper.to_owned(), pdf.bytes));
    }
    let due = desk.fairlead.due("2029-01-01T00:00:00Z").unwrap();
    ways.push(("due".to_owned(), serde_json::to_vec(&due).unwrap()));
    ways
}

#[test]
fn b8_private_moments_and_what_somebody_wants_to_change_leave_by_no_way_out() {
    let (mut desk, id) = desk();
    goal(&mut desk, &id, "canary-shared", Some(1));
    desk.call(
        "behaviour.add",
        of(&id, json!({"text": "canary-behaviour"})),
    );
    desk.call("journal.add", of(&id, json!({"text": "canary-moment"})));
    let holds = |bytes: &[u8], text: &str| {
        bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    let ways = ways_out(&mut desk, &id);
    assert!(ways.iter().any(|(_, bytes)| holds(bytes, "canary-shared")));
    for (way, bytes) in &ways {
        for text in ["canary-behaviour", "canary-moment"] {
            assert!(!holds(bytes, text), "{way} tells {text}");
        }
    }
}
