//! J5: the thirty-day action plan, with its exact dates.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::program::Folder;
use serde_json::{Value, json};
use std::process::Command;

/// Daniel and Ruth on Wednesday 25 March 2026, step 1 to step 4, and the answers by name.
pub fn lines() -> Vec<Value> {
    let line = |name: &str, call: &str, with: Value| {
        let mut with = with;
        with["relationship"] = json!("$r.id");
        json!({"call": call, "as": name, "with": with})
    };
    let goal = |name: &str, title: &str, horizon: &str, rank: Value| {
        line(
            name,
            "goal.add",
            json!({"title": title, "horizon": horizon, "rank": rank}),
        )
    };
    let activity = |name: &str, with: Value| line(name, "activity.add", with);
    vec![
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Ruth Kessler", "zone": "America/Toronto"},
            "connection": {"state": "connected", "on": "2026-03-11"}}}),
        goal("g1", "Run one project across teams", "short", json!(1)),
        goal(
            "g2",
            "Be ready for a head-of-data post in three years",
            "long",
            json!(2),
        ),
        goal(
            "g3",
            "Stay calm when challenged in the steering group",
            "short",
            json!(3),
        ),
        goal("g4", "Basics of budgeting", "short", json!(null)),
        activity(
            "a1",
            json!({"goal": "$g1.id", "title": "Write the one-page brief", "kind": "doing",
                "effort": {"count": 3, "unit": "hours"}, "start": "2026-03-30"}),
        ),
        activity(
            "a2",
            json!({"goal": "$g1.id", "title": "Sit in on two steering meetings with Mei", "kind": "others",
                "effort": {"count": 2, "unit": "days"}, "start": "2026-04-14"}),
        ),
        activity(
            "a3",
            json!({"goal": "$g1.id", "title": "Lead the retention forecast", "kind": "stretch",
                "effort": {"count": 10, "unit": "weeks"}, "start": "2026-04-13"}),
        ),
        activity(
            "a4",
            json!({"goal": "$g2.id", "title": "Three talks with heads of data", "kind": "others",
                "effort": {"count": 3, "unit": "hours"}}),
        ),
        activity(
            "a5",
            json!({"goal": "$g3.id", "title": "Rehearse hard questions", "kind": "doing",
                "effort": {"count": 4, "unit": "hours"}}),
        ),
        line(
            "book",
            "resource.add",
            json!({"goal": "$g1.id", "kind": "book", "title": "A book on forecasting", "side": "mentor"}),
        ),
        line(
            "person",
            "resource.add",
            json!({"goal": "$g1.id", "kind": "person", "title": "Mei", "side": "mentor"}),
        ),
        line(
            "chance",
            "resource.add",
            json!({"goal": "$g1.id", "kind": "opportunity", "title": "Budget round in May", "side": "mentor"}),
        ),
        line("plan", "plan.get", json!({})),
    ]
}

/// The folder after these steps, the id of the relationship, and the answers.
pub fn folder() -> (Folder, String, Vec<Value>) {
    let folder = Folder::at("2026-03-25T09:00:00Z", "Europe/London");
    let said = folder.batch(&lines());
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    let id = answers[1]["output"]["id"].as_str().unwrap().to_owned();
    (folder, id, answers)
}

#[test]
fn j5_steps_1_to_5_the_plan_of_daniel_and_ruth_r88_r98_r100_to_r104() {
    let (folder, id, answers) = folder();
    let plan = &answers.last().unwrap()["output"];
    assert_eq!(plan["due"]["words"], "Action plan by Friday 10 April 2026");
    assert_eq!(plan["due"]["left"], "16 days left", "R98");
    assert_eq!(plan["ranked"], "3 of 3 ranked", "R88");
    let ranks: Vec<_> = plan["goals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|goal| goal["rank"].clone())
        .collect();
    assert_eq!(ranks, [json!(1), json!(2), json!(3), json!(null)], "R101");
    let fourth = answers[5]["output"]["id"].clone();
    let refused = folder.run(&[
        "call",
        "goal.change",
        &json!({"relationship": id, "goal": fourth, "rank": 3}).to_string(),
    ]);
    assert_eq!(refused.code(), "three_ranked", "R88");

    let first = &plan["goals"][0];
    let finish: Vec<_> = first["activities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|activity| activity["finish"]["words"].as_str().unwrap())
        .collect();
    assert_eq!(
        finish,
        [
            "Monday 30 March 2026",
            "Wednesday 15 April 2026",
            "Sunday 21 June 2026"
        ],
        "R104"
    );
    assert_eq!(plan["timeline"]["to"]["words"], "Sunday 21 June 2026");
    assert_eq!(plan["timeline"]["from"]["date"], "2026-03-30");
    assert_eq!(first["coverage"]["words"], "3 of 3 kinds", "R103");
    assert_eq!(first["coverage"]["hint"], json!(null));
    for goal in [1, 2] {
        let hint = plan["goals"][goal]["coverage"]["hint"].as_str().unwrap();
        assert!(hint.starts_with("Only one kind so far"), "{hint}");
    }
    let resources: Vec<_> = first["resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| {
            (
                each["kind"].as_str().unwrap(),
                each["author"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        resources,
        [
            ("book", "Ruth Kessler"),
            ("person", "Ruth Kessler"),
            ("opportunity", "Ruth Kessler")
        ],
        "R100"
    );
    assert_eq!(plan["mark"], "in progress", "C33");
    assert_eq!(plan["dated"], true, "N17");
    let kinds: Vec<_> = plan["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| kind["name"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["By doing", "From others", "As a stretch"], "R102");
}

/// What a PDF says, page by page, by poppler.
fn pages(file: &std::path::Path) -> Vec<String> {
    let text = Command::new("pdftotext")
        .args(["-layout"])
        .arg(file)
        .arg("-")
        .output()
        .unwrap();
    assert!(text.status.success());
    let text = String::from_utf8(text.stdout).unwrap();
    text.trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(str::to_owned)
        .collect()
}

/// Width and height of the first page in points.
fn size(file: &std::path::Path) -> (f64, f64) {
    let said = Command::new("pdfinfo").arg(file).output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    let line = said.lines().find(|line| line.starts_with("Page size:"));
    let numbers: Vec<f64> = line
        .unwrap()
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    (numbers[0], numbers[1])
}

#[test]
fn j5_step_8_the_plan_with_a_column_for_handwriting_is_one_page_a4_that_lies_r101_r118() {
    let (folder, id, _) = folder();
    let out = folder.file("map.pdf");
    let made = |out: &std::path::Path| {
        folder.run_to(
            &[
                "papers",
                "action_plan",
                "--relationship",
                &id,
                "--landscape",
                "--handwriting",
                "--paper",
                "a4",
                "--out",
            ],
            out,
        )
    };
    let said = made(&out).value();
    assert_eq!(said["name"], "Action plan - Daniel and Ruth.pdf");
    let pages = pages(&out);
    assert_eq!(pages.len(), 1, "one page");
    assert_eq!(size(&out), (841.89, 595.276));
    let text = &pages[0];
    let mut from = 0;
    for goal in [
        "1 Run one project",
        "2 Be ready for a head-of-data",
        "3 Stay calm when",
        "Basics of budgeting",
    ] {
        let words = text.replace("\u{2002}", " ").replace("  ", " ");
        let at = words.get(from..).and_then(|rest| rest.find(goal));
        assert!(at.is_some(), "{goal} in {words}");
        from += at.unwrap();
    }
    for words in [
        "By doing",
        "From others",
        "As a stretch",
        "3 hours",
        "2 days",
        "10 weeks",
        "Mon 30 Mar 2026",
        "Wed 15 Apr 2026",
        "Sun 21 Jun 2026",
        "3 of 3 kinds",
        "A book on forecasting",
        "In progress",
        "Notes by hand",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    // The same bytes twice.
    let again = folder.file("again.pdf");
    made(&again).value();
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(&again).unwrap());
    let check = Command::new("qpdf")
        .arg("--check")
        .arg(&out)
        .output()
        .unwrap();
    assert!(check.status.success());
}

#[test]
fn the_plan_on_paper_stands_or_lies_on_both_sizes_and_there_is_a_blank_one() {
    let (folder, id, _) = folder();
    for (paper, landscape, want) in [
        ("a4", false, (595.276, 841.89)),
        ("letter", false, (612.0, 792.0)),
        ("letter", true, (792.0, 612.0)),
    ] {
        for kind in ["action_plan", "blank_action_plan"] {
            let out = folder.file(&format!("{kind}-{paper}-{landscape}.pdf"));
            let mut words = vec!["papers", kind, "--relationship", &id, "--paper", paper];
            if landscape {
                words.push("--landscape");
            }
            words.push("--out");
            folder.run_to(&words, &out).value();
            assert_eq!(size(&out), want, "{kind}");
            let text = pages(&out).concat();
            assert!(!text.contains("Notes by hand"), "only where it is wanted");
        }
    }
    let out = folder.file("blank.pdf");
    folder
        .run_to(
            &["papers", "blank_action_plan", "--handwriting", "--out"],
            &out,
        )
        .value();
    let text = pages(&out).concat();
    for words in [
        "Goal 3",
        "By doing",
        "Milestones of the year",
        "Notes by hand",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let refused = folder.run_to(
        &[
            "papers",
            "sheet",
            "--relationship",
            &id,
            "--landscape",
            "--out",
        ],
        folder.file("no.pdf"),
    );
    assert_eq!(refused.status, Some(2));
}
