//! Who may hear what: the table of the confidentiality clause and the log of permissions (R95, R96).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::form::{agreement, desk, paper};
use serde_json::{Value, json};

fn states(answer: &Value, at: usize) -> Vec<(String, String, String)> {
    answer["permissions"][at]["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            (
                text(&step["state"]),
                text(&step["name"]),
                text(&step["date"]["date"]),
            )
        })
        .collect()
}

#[test]
fn r96_the_permission_log_keeps_every_step_with_date_and_by_whom() {
    let (mut desk, id) = desk();
    let made = desk.call(
        "permission.add",
        json!({"relationship": id, "what": "The forecast idea", "whom": "Mei", "giver": "mentee", "state": "asked", "on": "2026-03-20"}),
    );
    let permission = made["id"].clone();
    let step = |state: &str, on: Option<&str>, side: Option<&str>| json!({"relationship": id, "permission": permission, "state": state, "on": on, "side": side});
    // Ruth asks; only Priya, whose words they are, can give.
    let refused = desk.refuse("permission.step", step("given", None, Some("mentor")));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("not_the_giver", Some("side"))
    );
    let refused = desk.refuse("permission.step", step("withdrawn", None, None));
    assert_eq!(refused.code, "wrong_order");
    let refused = desk.refuse("permission.step", step("given", Some("2026-03-19"), None));
    assert_eq!(
        refused.field.as_deref(),
        Some("on"),
        "not before it was asked for"
    );
    let refused = desk.refuse("permission.step", step("given", Some("2026-03-25"), None));
    assert_eq!(refused.field.as_deref(), Some("on"), "not tomorrow");
    desk.call("permission.step", step("given", Some("2026-03-20"), None));
    let now = desk.call("permission.step", step("withdrawn", None, Some("mentee")));
    assert_eq!(
        states(&now, 0),
        [
            ("asked".into(), "Ruth Kessler".into(), "2026-03-20".into()),
            ("given".into(), "Priya Raman".into(), "2026-03-20".into()),
            (
                "withdrawn".into(),
                "Priya Raman".into(),
                "2026-03-24".into()
            ),
        ]
    );
    assert_eq!(now["permissions"][0]["state"], "withdrawn");
    assert_eq!(now["permissions"][0]["next"], json!(["asked", "given"]));
    desk.call("undo.back", json!({"relationship": id}));
    let view = agreement(&mut desk, &id);
    assert_eq!(view["permissions"][0]["state"], "given");
    desk.call(
        "permission.change",
        json!({"relationship": id, "permission": permission, "whom": "Mei Tanaka"}),
    );
    desk.call(
        "permission.remove",
        json!({"relationship": id, "permission": permission}),
    );
    assert_eq!(agreement(&mut desk, &id)["permissions"], json!([]));
    desk.call("undo.back", json!({"relationship": id}));
    let view = agreement(&mut desk, &id);
    assert_eq!(view["permissions"][0]["whom"], "Mei Tanaka");
    assert_eq!(states(&view, 0).len(), 2);
    // The log lives on after signing: it is no part of what is signed.
    assert!(!paper(&mut desk, &id).contains("Mei Tanaka"));
    desk.fairlead.check().unwrap();
}

#[test]
fn r96_a_permission_without_words_is_refused() {
    let (mut desk, id) = desk();
    for (field, what, whom) in [("what", " ", "Mei"), ("whom", "The idea", "")] {
        let refused = desk.refuse(
            "permission.add",
            json!({"relationship": id, "what": what, "whom": whom, "giver": "mentee", "state": "given"}),
        );
        assert_eq!(refused.field.as_deref(), Some(field));
    }
    let refused = desk.refuse(
        "permission.add",
        json!({"relationship": id, "what": "x", "whom": "y", "giver": "mentee", "state": "withdrawn"}),
    );
    assert_eq!(refused.code, "wrong_order");
    let refused = desk.refuse(
        "permission.remove",
        json!({"relationship": id, "permission": "none"}),
    );
    assert_eq!(refused.code, "not_found");
}

#[test]
fn r96_nothing_but_that_the_two_meet_is_shared_from_the_start() {
    let (mut desk, id) = desk();
    let mut shared = Vec::new();
    for field in desk.section(&id, "clause.confidentiality")["fields"]
        .as_array()
        .unwrap()
    {
        if let Some(row) = field["cell"]["row"].as_str() {
            let yes = field["answers"][0]["value"].as_bool().unwrap();
            shared.push((
                row.to_owned(),
                field["cell"]["column"].as_str().unwrap().to_owned(),
                yes,
            ));
        }
    }
    assert_eq!(shared.len(), 9);
    for (row, column, yes) in &shared {
        assert_eq!(*yes, row.starts_with("That you meet"), "{row} {column}");
    }
    let field = "clause.confidentiality.share_goals_supervisor";
    desk.answer(&id, "clause.confidentiality.wording", json!("strict"));
    desk.answer(&id, field, json!(true));
    let codes = |view: &Value| -> Vec<String> {
        let advice = view["advice"].as_array().unwrap();
        advice
            .iter()
            .map(|advice| advice["code"].as_str().unwrap().to_owned())
            .collect()
    };
    let view = agreement(&mut desk, &id);
    assert!(codes(&view).contains(&"strict_and_shared".to_owned()));
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(desk.value(&id, field, None), false);
    let view = agreement(&mut desk, &id);
    assert!(!codes(&view).contains(&"strict_and_shared".to_owned()));
}
