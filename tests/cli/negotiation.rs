//! J4, steps 2 to 4 and 6: Daniel and Ruth fill the template and the contract, line by line.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::program::Folder;
use serde_json::{Value, json};

/// The lines of a batch: setting up, these calls in the relationship, and the whole agreement at the end.
fn batch(folder: &Folder, calls: &[(&str, Value)]) -> Vec<Value> {
    let mut lines = vec![
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Ruth Kessler", "zone": "America/Toronto"},
            "connection": {"state": "connected", "on": "2026-03-09"}}}),
    ];
    for (at, (call, with)) in calls.iter().enumerate() {
        let mut with = with.clone();
        with["relationship"] = json!("$r.id");
        lines.push(json!({"call": call, "with": with, "as": format!("a{at}")}));
    }
    for call in ["agreement.get", "agreement.ready", "agreement.document"] {
        lines.push(json!({"call": call, "with": {"relationship": "$r.id"}}));
    }
    let said = folder.batch(&lines);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    assert_eq!(answers.len(), lines.len());
    answers.iter().map(|line| line["output"].clone()).collect()
}

fn set(field: &str, value: Value) -> (&'static str, Value) {
    ("answer.set", json!({"field": field, "value": value}))
}

fn each(field: &str, side: &str, value: Value) -> (&'static str, Value) {
    (
        "answer.set",
        json!({"field": field, "side": side, "value": value}),
    )
}

#[test]
fn j4_step_2_the_template_from_roles_to_critique_r61_r62_r66_r67_r68_r70_r71_r72_r74() {
    let folder = Folder::new();
    let mut calls = vec![
        each(
            "template.1.comments",
            "mentee",
            json!("please challenge my first answer"),
        ),
        set(
            "template.2.purposes",
            json!(["move from reports to decisions"]),
        ),
        (
            "goal.add",
            json!({"title": "Run one project across teams", "horizon": "short", "rank": 1}),
        ),
        set("template.4.starts_on", json!("2026-03-11")),
        set("template.4.ends_on", json!("2026-12-18")),
        (
            "milestone.add",
            json!({"name": "October planning round", "on": "2026-10-05"}),
        ),
        set("template.5.cadence", json!("six_weeks_90")),
        set("template.5.postpone", json!("move")),
        set("template.5.postpone_days", json!(7)),
        set("template.6.mode", json!("remote")),
        each("template.6.ad_hoc", "mentee", json!("ask_first")),
        each(
            "template.7.receiving",
            "mentee",
            json!("facts first, in private"),
        ),
    ];
    for number in 1..=7 {
        calls.push((
            "section.stand",
            json!({"section": format!("template.{number}"), "standing": "agreed"}),
        ));
    }
    let answers = batch(&folder, &calls);
    let (view, document) = (&answers[answers.len() - 3], &answers[answers.len() - 1]);
    assert_eq!(view["settled"], 7, "progress 7 of 7");
    assert_eq!(view["midPoint"]["words"], "Thursday 30 July 2026", "R68");
    let document = document.to_string();
    for words in [
        "please challenge my first answer",
        "move from reports to decisions",
        "We begin on Wednesday 11 March 2026. We end on Friday 18 December 2026. The mid-point is Thursday 30 July 2026.",
        "October planning round",
        "We meet every 6 weeks for 90 minutes.",
        "The new date lies within 7 days of the old one.",
        "We work together from a distance.",
        "Daniel would like to be asked before a call.",
        "facts first, in private",
    ] {
        assert!(document.contains(words), "{words}");
    }
}

#[test]
fn j4_step_3_a_generic_purpose_is_asked_about_and_kept_r62() {
    let folder = Folder::new();
    let answers = batch(
        &folder,
        &[set("template.2.purposes", json!(["to be mentored"]))],
    );
    let answer = &answers[2]["answer"];
    assert_eq!(answer["advice"], "For what? Try: so that I can ...");
    assert_eq!(answer["value"], json!(["to be mentored"]), "not blocked");
    let ready = &answers[answers.len() - 2];
    let missing = ready["missing"].as_array().unwrap();
    assert!(
        missing
            .iter()
            .all(|each| each["field"] != "template.2.purposes"),
        "a question keeps nobody from signing"
    );
}

#[test]
fn j4_step_4_a_quiet_limit_of_six_weeks_is_questioned_and_eight_is_not_r39_c7() {
    let folder = Folder::new();
    let answers = batch(
        &folder,
        &[
            set("template.5.cadence", json!("six_weeks_90")),
            set("area.5.silence_weeks", json!(6)),
            set("area.5.silence_weeks", json!(8)),
        ],
    );
    let questioned = &answers[3]["answer"];
    assert_eq!(
        questioned["advice"],
        "You meet every 6 weeks: this alarm would ring each time. 8?"
    );
    assert_eq!(
        questioned["fix"],
        json!({"value": 8, "words": "8 weeks"}),
        "and can be taken as it is"
    );
    assert_eq!(questioned["value"], 6, "not blocked");
    assert_eq!(answers[4]["answer"]["advice"], Value::Null);
}

#[test]
fn j4_step_6_an_own_heading_and_area_14_moved_up_stand_so_on_paper_r53() {
    let folder = Folder::new();
    let answers = batch(
        &folder,
        &[
            (
                "heading.add",
                json!({"title": "Conference season", "text": "Not in June."}),
            ),
            ("section.move", json!({"section": "area.14", "position": 1})),
            ("section.move", json!({"section": "$a0.id", "position": 2})),
            (
                "section.rename",
                json!({"section": "area.14", "title": "How we part"}),
            ),
            (
                "section.stand",
                json!({"section": "area.7", "standing": "not_for_us"}),
            ),
        ],
    );
    let (view, document) = (&answers[answers.len() - 3], &answers[answers.len() - 1]);
    let titles: Vec<_> = view["order"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles[..3], ["How we part", "Conference season", "Channel"]);
    assert_eq!(titles.len(), 15);
    let document = document.to_string();
    let at = |words: &str| {
        let found = document.find(words);
        found.unwrap_or_else(|| panic!("{words} is not on paper"))
    };
    assert!(at("14 How we part") < at("Conference season"));
    assert!(at("Conference season") < at("1 Channel"));
    // Fourteen standard headings, used or listed as not used (J4, step 10).
    let numbers = (1..=14).filter(|number| *number != 7);
    for number in numbers {
        at(&format!("\"{number} "));
    }
    assert!(document.contains("Area 7: Limits: not used"));
}
