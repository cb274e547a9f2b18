//! J4, steps 2 to 8: Daniel and Ruth fill the template and the contract, line by line, and talk it through.

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
        set(
            "template.1.mentor_comments",
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
        "We begin on Wednesday 11 March 2026 and end on Friday 18 December 2026. The mid-point is Thursday 30 July 2026.",
        "October planning round",
        "We meet every 6 weeks for 90 minutes.",
        "If one of us has to postpone, we find a new date within 7 days of the old one.",
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

#[test]
fn j4_step_5_both_write_what_they_expect_unseen_and_reveal_it_together_r45() {
    let folder = Folder::new();
    let side = |side: &str| json!({"side": side});
    let text = |side: &str, text: &str| json!({"side": side, "text": text});
    let (daniel, ruth) = (
        "introductions to three people",
        "no introductions before summer",
    );
    let answers = batch(
        &folder,
        &[
            ("expectation.write", text("mentee", daniel)),
            ("expectation.finish", side("mentee")),
            ("expectation.write", text("mentor", ruth)),
            ("expectation.get", json!({})),
            ("agreement.get", json!({})),
            ("agreement.document", json!({})),
            ("expectation.finish", side("mentor")),
            ("expectation.get", json!({})),
            ("expectation.reveal", json!({})),
            (
                "expectation.mark",
                json!({"line": "$a8.lines.0.id", "mark": "different"}),
            ),
            (
                "expectation.mark",
                json!({"line": "$a8.lines.1.id", "mark": "different"}),
            ),
        ],
    );
    for answer in &answers[2..10] {
        let answer = answer.to_string();
        assert!(!answer.contains(daniel) && !answer.contains(ruth));
    }
    assert_eq!(answers[9]["ready"], true);
    let lines = &answers[12]["lines"];
    for (at, name, text) in [(0, "Daniel Ferreira", daniel), (1, "Ruth Kessler", ruth)] {
        assert_eq!(lines[at]["name"], name);
        assert_eq!(lines[at]["text"], text);
        assert_eq!(lines[at]["mark"], "different");
    }
    let document = answers[answers.len() - 1].to_string();
    assert!(document.contains("introductions to three people (different)"));
    assert!(document.contains("Our expectations differ in places, and we know it."));
}

fn place(field: &str) -> Value {
    json!({"kind": "answer", "field": field})
}

#[test]
fn j4_step_7_suggestions_are_accepted_countered_and_refused_with_the_whole_trail_r76() {
    let folder = Folder::new();
    let limits = "Not: salaries of our own teams. Not: colleagues who are not in the room.";
    let answers = batch(
        &folder,
        &[
            set("area.13.rhythm", json!("each_session")),
            set("area.13.text", json!("At the end of each session.")),
            set("area.7.text", json!(limits)),
            (
                "section.stand",
                json!({"section": "area.7", "standing": "agreed"}),
            ),
            (
                "section.stand",
                json!({"section": "area.13", "standing": "agreed"}),
            ),
            // Ruth proposes, with a comment, and strikes a sentence.
            (
                "suggestion.make",
                json!({"place": place("area.13.rhythm"), "value": "quarterly", "side": "mentor", "comment": "Each session is a lot."}),
            ),
            (
                "suggestion.make",
                json!({"place": place("area.7.text"), "value": "Not: salaries of our own teams.", "side": "mentor"}),
            ),
            (
                "suggestion.make",
                json!({"place": place("area.13.text"), "value": "Quarterly.", "side": "mentor"}),
            ),
            ("agreement.ready", json!({})),
            // Daniel refuses one with a reason, accepts one, and counters one.
            (
                "suggestion.keep",
                json!({"suggestion": "$a5.id", "side": "mentee", "reason": "I learn most while it is fresh."}),
            ),
            (
                "suggestion.accept",
                json!({"suggestion": "$a6.id", "side": "mentee"}),
            ),
            (
                "suggestion.blend",
                json!({"suggestion": "$a7.id", "side": "mentee", "value": "Each session, but two minutes."}),
            ),
            ("agreement.ready", json!({})),
            (
                "suggestion.accept",
                json!({"suggestion": "$a11.id", "side": "mentor"}),
            ),
            ("suggestion.list", json!({})),
        ],
    );
    let of = |at: usize| &answers[at + 2];
    let struck = of(6)["open"]
        .as_array()
        .unwrap()
        .iter()
        .find(|each| each["section"] == "area.7")
        .unwrap();
    assert_eq!(
        struck["pieces"],
        json!([
            {"change": "same", "text": "Not: salaries of our own teams."},
            {"change": "removed", "text": " Not: colleagues who are not in the room."},
        ])
    );
    assert_eq!(struck["name"], "Ruth Kessler");
    let blocked = of(8);
    assert_eq!(blocked["ready"], false);
    let listed: Vec<_> = blocked["suggestions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| {
            (
                each["title"].as_str().unwrap(),
                each["route"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(listed.len(), 3);
    assert!(listed[1].0 == "Limits" && listed[1].1.ends_with("/agreement/area.7"));
    assert_eq!(
        of(10)["standing"],
        "open",
        "an agreed section is open again"
    );
    assert_eq!(of(12)["suggestions"].as_array().unwrap().len(), 1);
    assert_eq!(
        of(12)["suggestions"][0]["why"],
        "Daniel Ferreira suggested other words, and Ruth Kessler has not decided yet."
    );
    let whole = of(14);
    assert_eq!(whole["open"], json!([]));
    let decided = whole["decided"].as_array().unwrap();
    let trail: Vec<_> = decided
        .iter()
        .map(|each| {
            let text = |name: &str| each[name].as_str().unwrap();
            (text("name"), text("state"), text("after"))
        })
        .collect();
    assert_eq!(
        trail,
        [
            (
                "Daniel Ferreira",
                "accepted",
                "Each session, but two minutes."
            ),
            ("Ruth Kessler", "blended", "Quarterly."),
            (
                "Ruth Kessler",
                "accepted",
                "Not: salaries of our own teams."
            ),
            ("Ruth Kessler", "kept", "Every three months"),
        ]
    );
    assert_eq!(decided[3]["comment"], "Each session is a lot.");
    assert_eq!(
        decided[3]["decision"]["reason"],
        "I learn most while it is fresh."
    );
    let document = answers[answers.len() - 1].to_string();
    assert!(document.contains("Each session, but two minutes."));
    assert!(!document.contains("colleagues who are not in the room"));
}

#[test]
fn j4_step_8_the_no_fault_clause_stays_when_ruth_declines_r97() {
    let folder = Folder::new();
    let leave_out = "clause.no_fault.leave_out";
    let answers = batch(
        &folder,
        &[
            each(leave_out, "mentee", json!(true)),
            ("agreement.ready", json!({})),
            each(leave_out, "mentor", json!(false)),
        ],
    );
    let waiting = &answers[3]["missing"];
    let asked = waiting
        .as_array()
        .unwrap()
        .iter()
        .find(|each| each["code"] == "unanswered")
        .unwrap();
    assert_eq!(
        asked["why"],
        "Daniel Ferreira would leave the no-fault ending out, and Ruth Kessler has not answered."
    );
    let ready = &answers[answers.len() - 2];
    assert!(!ready.to_string().contains("unanswered"), "no is an answer");
    assert!(
        answers[answers.len() - 1]
            .to_string()
            .contains("need not give a reason")
    );
    // And what Daniel wants alone is refused.
    let relationship =
        folder.call("relationship.list", &json!({}))["relationships"][0]["id"].clone();
    let request = json!({"relationship": relationship, "section": "clause.no_fault", "standing": "not_for_us"});
    let refused = folder
        .run(&["call", "section.stand", &request.to_string()])
        .refusal();
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&json!("needs_both"), &json!("standing"))
    );
}
