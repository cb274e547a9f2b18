//! A relationship through its ninety days, its mid-point and its first revisit, as a batch.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::program::Folder;
use serde_json::{Value, json};

/// Daniel and Ruth, every six weeks, first meeting on 11 March, with sessions of these states.
fn folder(sessions: &[(&str, &str)]) -> Folder {
    let mut folder = Folder::at("2026-03-11T18:00:00Z", "Europe/London");
    let with = |field: &str, value: Value| json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": field, "value": value}});
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Ruth Kessler", "zone": "America/Toronto"},
            "connection": {"state": "connected", "on": "2026-03-02"},
            "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}}),
        with("template.4.starts_on", json!("2026-03-11")),
        with("template.4.ends_on", json!("2026-12-18")),
        with("template.5.cadence", json!("fortnightly_30")),
        with("area.12.revisit", json!("m3")),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    folder.set("2026-06-09T18:00:00Z");
    let id = folder.call("relationship.list", &json!({}))["relationships"][0]["id"].clone();
    let lines: Vec<Value> = sessions
        .iter()
        .map(|(on, state)| json!({"call": "session.add", "with": {"relationship": id, "on": on, "at": "14:00", "state": state}}))
        .collect();
    let said = folder.batch(&lines);
    assert_eq!(said.status, Some(0), "{}", said.err);
    folder
}

/// Both answer, complete and share; the mentee ticks these obstacles.
fn check_up(folder: &Folder, mentee: Value, obstacles: &[u32]) -> Value {
    let id = folder.call("relationship.list", &json!({}))["relationships"][0]["id"].clone();
    let with = |side: &str, more: Value| {
        let mut with = more;
        with["relationship"] = id.clone();
        with["side"] = json!(side);
        with
    };
    let good = json!({"suitability": "very_good", "energised": "always", "satisfied": "yes"});
    let ticked: Vec<Value> = obstacles
        .iter()
        .map(|number| json!({"number": number}))
        .collect();
    let mut lines = vec![
        json!({"call": "checkup.answer", "with": with("mentee", mentee)}),
        json!({"call": "checkup.complete", "with": with("mentee", json!({}))}),
        json!({"call": "checkup.answer", "with": with("mentor", good)}),
        json!({"call": "checkup.complete", "with": with("mentor", json!({}))}),
    ];
    if !obstacles.is_empty() {
        lines.push(json!({"call": "checkup.obstacles", "with": with("mentee", json!({"obstacles": ticked}))}));
    }
    lines.push(json!({"call": "checkup.share", "with": with("mentee", json!({}))}));
    lines.push(json!({"call": "checkup.share", "with": with("mentor", json!({}))}));
    let said = folder.batch(&lines);
    assert_eq!(said.status, Some(0), "{}", said.err);
    said.lines().last().unwrap()["output"].clone()
}

const MET: [(&str, &str); 4] = [
    ("2026-03-11", "held"),
    ("2026-03-25", "held"),
    ("2026-04-08", "held"),
    ("2026-05-06", "held"),
];

#[test]
fn r107_to_r113_ninety_days_end_on_track_or_in_each_outcome() {
    let bad = || json!({"suitability": "poor", "energised": "never", "satisfied": "no"});
    for (answers, obstacles, outcome, cards) in [
        (
            json!({"suitability": "poor", "energised": "never", "satisfied": "yes"}),
            &[][..],
            "on_track",
            vec!["on_track"],
        ),
        (bad(), &[], "nothing_named", vec!["talk"]),
        (bad(), &[1, 2], "a", vec!["coordinator", "talk"]),
        (bad(), &[6, 10], "b", vec!["plan"]),
        (bad(), &[4, 8], "both", vec!["coordinator", "talk", "plan"]),
    ] {
        let folder = folder(&MET);
        let view = check_up(&folder, answers, obstacles);
        // 90 days, one meeting every 14: six expected, four held.
        assert_eq!(
            view["other"]["lines"][1]["counted"],
            "4 meetings held, 6 expected: 90 days since Wednesday 11 March 2026, one every 14 days. That is at least half."
        );
        assert_eq!(view["together"]["outcome"], outcome);
        let found: Vec<_> = view["together"]["cards"]
            .as_array()
            .unwrap()
            .iter()
            .map(|card| card["kind"].as_str().unwrap())
            .collect();
        assert_eq!(found, cards, "{outcome}");
        assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
    }
}

#[test]
fn r108_r110_the_log_alone_can_make_two_of_five_unfavourable() {
    let folder = folder(&[
        ("2026-03-11", "held"),
        ("2026-03-25", "cancelled"),
        ("2026-04-08", "cancelled"),
        ("2026-04-22", "missed"),
        ("2026-05-06", "cancelled"),
    ]);
    let answers = json!({"suitability": "good", "energised": "mostly", "satisfied": "no"});
    let view = check_up(&folder, answers, &[9]);
    let verdicts: Vec<_> = view["other"]["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["unfavourable"].as_bool().unwrap())
        .collect();
    assert_eq!(verdicts, [false, true, false, true, true]);
    assert_eq!(view["together"]["outcome"], "b");
    assert_eq!(view["together"]["helps"][0]["help"], "cadence");
    assert_eq!(view["streak"]["level"], "flag", "R158");
}

#[test]
fn r114_r116_r47_the_meeting_the_mid_point_and_the_revisit_follow() {
    let mut folder = folder(&MET);
    check_up(
        &folder,
        json!({"suitability": "poor", "energised": "never", "satisfied": "no"}),
        &[6],
    );
    let id = folder.call("relationship.list", &json!({}))["relationships"][0]["id"].clone();
    let which = json!({"relationship": id});
    let said = folder.batch(&[
        json!({"call": "checkup.meet", "with": {"relationship": id, "on": "2026-06-15", "at": "14:00",
            "tasks": [{"what": "Word the goals anew", "owner": "mentee", "due": "2026-06-30"}]}}),
        json!({"call": "task.list", "with": {"relationship": id}}),
        json!({"call": "revisit.page", "with": {"relationship": id, "section": "template.5", "choice": "keep"}}),
        json!({"call": "revisit.page", "with": {"relationship": id, "section": "area.12", "choice": "change"}}),
        json!({"call": "revisit.finish", "with": {"relationship": id}}),
        json!({"call": "revisit.get", "with": {"relationship": id}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    assert_eq!(
        answers[0]["output"]["plans"][0]["followUp"]["date"],
        "2026-07-15"
    );
    assert_eq!(
        answers[1]["output"]["open"][0]["what"],
        "Word the goals anew"
    );
    assert_eq!(answers[3]["output"]["due"]["date"], "2026-06-11");
    assert_eq!(answers[5]["output"]["due"]["date"], "2026-09-11", "R47");
    folder.set("2026-07-30T18:00:00Z");
    let said = folder.batch(&[
        json!({"call": "mid_point.book", "with": {"relationship": id, "at": "14:00"}}),
        json!({"call": "mid_point.answer", "with": {"relationship": id, "question": "evaluation", "text": "Half-way, and well."}}),
        json!({"call": "commitment.renew", "with": {"relationship": id, "choice": "go_on"}}),
        json!({"call": "mid_point.finish", "with": {"relationship": id}}),
        json!({"call": "mid_point.evaluation", "with": {"relationship": id}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    assert_eq!(answers[0]["output"]["session"]["inWindow"], true);
    let view = folder.call("mid_point.get", &which);
    assert_eq!(view["finished"]["words"], "Thursday 30 July 2026");
    assert_eq!(view["commitments"][0]["choice"], "go_on");
    assert!(
        answers[4]["output"]["text"]
            .as_str()
            .unwrap()
            .contains("Half-way, and well.")
    );
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}
