//! The main job, step by step: J1's beginning, and J4's agreement from the fixture to the paper.

use crate::filling;
use crate::program::Folder;
use serde_json::{Value, json};
use std::process::Command;

#[test]
fn j1_no_clock_runs_before_the_connection_email() {
    let mut folder = Folder::at("2026-02-28T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Priya Raman", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Tomasz Lewandowski"}, "connection": {"state": "waiting"},
            "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}}),
        json!({"call": "relationship.get", "with": {"relationship": "$r.id"}}),
    ]);
    let lines = said.lines();
    let id = lines[1]["output"]["id"].clone();
    let view = &lines[2]["output"];
    assert_eq!(view["connection"], "waiting");
    assert!(
        view["status"]
            .as_str()
            .unwrap()
            .contains("Nothing to do until")
    );
    let due = folder.run(&["due", "--until", "2028-03-02T10:00:00Z"]);
    assert_eq!((due.status, due.out.as_str()), (Some(0), ""));
    folder.set("2026-03-02T09:00:00Z");
    let view = folder.call(
        "relationship.connected",
        &json!({"relationship": id, "on": "2026-03-02"}),
    );
    assert_eq!(view["connectedOn"]["words"], "Monday 2 March 2026");
    assert_eq!(view["firstContact"]["words"], "Day 0 of 14", "R3");
    assert_eq!(
        view["firstContact"]["turn"], "Your turn: write to Tomasz by Monday 9 March 2026.",
        "R4"
    );
    assert_eq!(view["title"], "Priya Raman and Tomasz Lewandowski");
    assert!(
        folder
            .run(&["due", "--until", "2028-03-02T10:00:00Z"])
            .status
            == Some(0)
    );
}

#[test]
fn j1_the_own_half_of_the_contact_plan_is_filled_and_kept_and_the_partners_is_to_be_asked() {
    let mut folder = Folder::at("2026-02-28T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Priya Raman", "email": "priya@leeds.example", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Tomasz Lewandowski", "zone": "Europe/Warsaw"}, "connection": {"state": "waiting"},
            "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}}),
        json!({"call": "contact.get", "with": {"relationship": "$r.id"}}),
    ]);
    let id = said.lines()[1]["output"]["id"].clone();
    let plan = &said.lines()[2]["output"];
    assert_eq!(plan["mentor"]["ask"], "Ask Tomasz");
    assert_eq!(
        (&plan["mentee"]["empty"], &plan["mentee"]["ask"]),
        (&json!(true), &json!(null)),
        "nobody is to ask themselves"
    );
    folder.set("2026-03-02T09:00:00Z");
    let with = |more: Value| {
        let mut with = more;
        with["relationship"] = id.clone();
        with
    };
    let channel = |more: Value| {
        let mut more = more;
        more["side"] = json!("mentee");
        json!({"call": "channel.add", "with": with(more)})
    };
    let mark = |day: &str, part: &str, mark: &str| json!({"day": day, "part": part, "mark": mark});
    let said = folder.batch(&[
        json!({"call": "relationship.connected", "with": with(json!({"on": "2026-03-02"}))}),
        channel(json!({"kind": "video_call"})),
        channel(json!({"kind": "email", "address": "priya@leeds.example", "reply": {"count": 2, "unit": "days"}})),
        channel(json!({"kind": "text", "address": "+44 7700 900123"})),
        json!({"call": "times.mark", "with": with(json!({"side": "mentee", "times": [
            mark("tuesday", "late_afternoon", "good"), mark("wednesday", "late_afternoon", "good"),
            mark("thursday", "late_afternoon", "good"), mark("monday", "morning", "avoid")]}))}),
        json!({"call": "answer.set", "with": with(json!({"field": "area.3.agenda", "value": true}))}),
        json!({"call": "answer.set", "with": with(json!({"field": "area.3.agenda_by", "value": "email"}))}),
        json!({"call": "answer.set", "with": with(json!({"field": "area.3.agenda_lead_days", "value": 2}))}),
        json!({"call": "answer.set", "with": with(json!({"field": "area.5.nudge_by", "side": "mentee", "value": "text"}))}),
        json!({"call": "answer.set", "with": with(json!({"field": "area.5.nudge_days", "side": "mentee", "value": 3}))}),
        json!({"call": "contact.get", "with": with(json!({}))}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let plan = said.lines().last().unwrap()["output"].clone();
    // Another process opens the folder: closing and reopening keeps all.
    assert_eq!(folder.call("contact.get", &with(json!({}))), plan);
    let names: Vec<_> = plan["mentee"]["channels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|channel| channel["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Video call", "E-mail", "Text message"], "R11");
    assert_eq!(
        plan["mentee"]["times"],
        json!([
            "Good: Tuesday to Thursday, 16:00 to 18:00",
            "Please avoid: Monday, 09:00 to 12:00"
        ]),
        "R12"
    );
    assert_eq!(
        plan["points"],
        json!(["Priya sends points for discussion by e-mail 2 days before each meeting."]),
        "R13"
    );
    assert_eq!(
        plan["mentee"]["nudge"],
        "If Priya has not replied after 3 days, please send a text message.",
        "R14"
    );
    assert_eq!(
        plan["mentee"]["promises"],
        json!(["E-mail: within 2 days"]),
        "R73"
    );
    assert_eq!(plan["mentee"]["empty"], false);
    assert_eq!(
        (&plan["mentor"]["empty"], &plan["mentor"]["ask"]),
        (&json!(true), &json!("Ask Tomasz"))
    );
    assert_eq!(
        plan["programme"][0], "Northbridge Mentoring, desk@northbridge.example",
        "R159"
    );

    let out = folder.file("agreement.pdf");
    folder
        .run_to(
            &[
                "papers",
                "agreement",
                "--relationship",
                id.as_str().unwrap(),
                "--out",
            ],
            &out,
        )
        .value();
    let read = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(&out)
        .arg("-")
        .output()
        .unwrap();
    let printed = words(&String::from_utf8(read.stdout).unwrap());
    for line in [
        "E-mail: priya@leeds.example",
        "Good: Tuesday to Thursday, 16:00 to 18:00",
        "If Priya has not replied after 3 days, please send a text message.",
        "E-mail: within 2 days",
    ] {
        assert!(printed.contains(&words(line)), "R10: {line}");
    }
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}

/// Every text a person wrote.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => {
            for key in ["title", "measure", "name"] {
                if let Some(field) = fields.get(key) {
                    texts(field, found);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Letters and digits. The order of Arabic inside English is a reader's guess: the press's own
/// tests look at it.
fn words(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() && !('\u{600}'..='\u{6ff}').contains(c))
        .collect()
}

#[test]
fn j4_an_agreement_is_set_up_step_by_step_and_printed_with_every_answer() {
    let fixture: Vec<Value> =
        serde_json::from_str(include_str!("../fixtures/agreement.json")).unwrap();
    let folder = Folder::new();
    let mut lines = vec![
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Ruth Kessler", "zone": "America/Toronto", "place": "Toronto"},
            "connection": {"state": "connected", "on": "2026-03-09"}}}),
    ];
    lines.extend(filling::lines());
    lines.push(
        json!({"call": "agreement.get", "with": {"relationship": "$r.id"}, "as": "agreement"}),
    );
    let said = folder.batch(&lines);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    assert_eq!(answers.len(), lines.len());
    let id = answers[1]["output"]["id"].as_str().unwrap();
    let agreement = &answers.last().unwrap()["output"];
    assert_eq!(
        agreement["midPoint"]["words"], "Thursday 30 July 2026",
        "R68"
    );
    assert_eq!(agreement["missing"], json!([]));

    let out = folder.file("agreement.pdf");
    folder
        .run_to(
            &["papers", "agreement", "--relationship", id, "--out"],
            &out,
        )
        .value();
    let read = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(&out)
        .arg("-")
        .output()
        .unwrap();
    assert!(read.status.success());
    let page_text = String::from_utf8(read.stdout).unwrap();
    assert!(page_text.contains("Thursday 30 July 2026"));
    let printed = words(&page_text);
    let mut missing = Vec::new();
    for given in &fixture {
        let field = given["field"].as_str().unwrap();
        let mut written = Vec::new();
        texts(&given["value"], &mut written);
        for text in written {
            // Keys of options and dates are printed in words; whole sentences as they are. A sentence
            // may go over the end of a page, where header and footer stand between its words.
            let whole = text.contains(' ');
            let there = text
                .split([' ', '\n'])
                .all(|word| printed.contains(&words(word)));
            if whole && !there {
                missing.push(format!("{field}: {text}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}
