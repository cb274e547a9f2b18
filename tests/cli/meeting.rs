//! J6, steps 4 to 9: one full session, from its agenda to what goes on to the next.

#![expect(
    clippy::unwrap_used,
    reason = "a session that cannot be held has failed"
)]

use crate::program::Folder;
use serde_json::{Value, json};
use std::process::Command;

fn texts(list: &Value, field: &str) -> Vec<String> {
    let texts = list.as_array().unwrap().iter();
    texts
        .map(|each| each[field].as_str().unwrap().to_owned())
        .collect()
}

/// The kinds of reminders still to come until a moment, each once.
fn due(folder: &Folder, until: &str) -> Vec<String> {
    let said = folder.run(&["due", "--until", until]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let mut kinds: Vec<String> = said
        .lines()
        .iter()
        .map(|line| line["kind"].as_str().unwrap().to_owned())
        .collect();
    kinds.sort();
    kinds.dedup();
    kinds.retain(|kind| ("N07".."N13").contains(&kind.as_str()));
    kinds
}

/// All that reminds of the session on 6 May.
const MAY: &str = "2026-05-10T00:00:00Z";

#[test]
fn j6_one_full_session_from_agenda_to_carry_forward() {
    let mut folder = Folder::at("2026-03-20T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Ruth Kessler", "email": "ruth@toronto.example", "zone": "America/Toronto"},
            "connection": {"state": "connected", "on": "2026-03-09"}}}),
        json!({"call": "session.add", "as": "may", "with": {"relationship": "$r.id", "on": "2026-05-06", "at": "14:00", "minutes": 90}}),
        json!({"call": "session.add", "as": "june", "with": {"relationship": "$r.id", "on": "2026-06-17", "at": "14:00", "minutes": 90}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let lines = said.lines();
    let relationship = lines[1]["output"]["id"].clone();
    let (may, june) = (
        lines[2]["output"]["id"].clone(),
        lines[3]["output"]["id"].clone(),
    );
    let with = |session: &Value, more: Value| {
        let mut with = more;
        with["relationship"] = relationship.clone();
        with["session"] = session.clone();
        with
    };

    folder.set("2026-05-03T06:00:00Z");
    assert_eq!(due(&folder, MAY), ["N07", "N09", "N10", "N11", "N12"]);
    // Without sending: "nothing received" the day before, with three choices.
    folder.set("2026-05-05T08:00:00Z");
    let page = folder.call("session.page", &with(&may, json!({})));
    assert_eq!(
        page["agendaMissing"]["choices"].as_array().unwrap().len(),
        3,
        "R33"
    );

    // Step 4.
    folder.set("2026-05-04T17:00:00Z");
    let page = folder.call("session.page", &with(&may, json!({})));
    let dates = &page["agendaDates"];
    assert_eq!(
        [
            &dates["prepare"]["date"],
            &dates["send"]["date"],
            &dates["lastCall"]["date"]
        ],
        ["2026-05-03", "2026-05-04", "2026-05-05"],
        "R145"
    );
    let sent = folder.call(
        "session.agenda.send",
        &with(&may, json!({"points": ["forecast status", "steering group", "talk with Mei"], "wish": "decide what to drop"})),
    );
    assert_eq!(sent["agendaSent"], "Monday 4 May 2026, 18:00");
    assert_eq!(
        due(&folder, MAY),
        ["N09", "N10", "N11", "N12"],
        "the agenda was sent"
    );
    assert_eq!(sent["message"]["to"], "ruth@toronto.example");
    assert!(
        sent["message"]["text"]
            .as_str()
            .unwrap()
            .contains("Wednesday 6 May 2026 at 09:00"),
        "her clock"
    );
    folder.set("2026-05-05T08:00:00Z");
    let page = folder.call("session.page", &with(&may, json!({})));
    assert_eq!(page["agendaMissing"], json!(null));

    // Step 5.
    folder.set("2026-05-06T12:50:00Z");
    folder.call(
        "session.rethink",
        &with(
            &may,
            json!({"text": "decide who takes over the dashboard", "minutes": 5}),
        ),
    );
    assert_eq!(
        due(&folder, MAY),
        ["N10", "N11", "N12"],
        "the wish was thought through again"
    );
    folder.set("2026-05-06T13:00:00Z");
    let page = folder.call("session.page", &with(&may, json!({})));
    assert_eq!(page["wish"]["first"]["text"], "decide what to drop", "R36");
    assert_eq!(
        page["wish"]["second"]["text"],
        "decide who takes over the dashboard"
    );
    assert_eq!(
        page["wish"]["second"]["when"],
        "Wednesday 6 May 2026, 13:50"
    );

    // Step 6.
    let mut lines = vec![
        json!({"call": "session.note.add", "with": with(&may, json!({"text": "Mei is ready for more"}))}),
        json!({"call": "session.note.private", "with": with(&may, json!({"text": "canary of a private note"}))}),
    ];
    for (what, owner, due) in [
        ("hand the dashboard to Mei", "mentee", "2026-05-15"),
        ("draft a note to the steering group", "mentee", "2026-05-20"),
        ("ask the board for ten minutes", "mentor", "2026-05-22"),
    ] {
        lines.push(json!({"call": "session.note.add", "as": "line", "with": with(&may, json!({"text": what}))}));
        lines.push(json!({"call": "session.note.action", "with": with(&may, json!({"note": "$line.id", "owner": owner, "due": due}))}));
    }
    let point = |at: usize| page["agenda"][at]["id"].clone();
    for at in [0, 1] {
        lines.push(json!({"call": "session.agenda.outcome", "with": with(&may, json!({"point": point(at), "outcome": "reached"}))}));
    }
    let said = folder.batch(&lines);
    assert_eq!(said.status, Some(0), "{}", said.err);

    assert_eq!(due(&folder, MAY), ["N10", "N12"], "there are notes");

    // Step 7.
    folder.set("2026-05-06T14:22:00Z");
    assert_eq!(page["feedbackTime"]["at"], "15:20", "R147");
    let ruth = folder.call(
        "session.feedback.send",
        &with(&may, json!({"side": "mentor", "takeAway": "Mei", "keep": "asking", "less": "advice", "differently": "start earlier"})),
    );
    assert!(!ruth.to_string().contains("start earlier"), "R49");
    let both = folder.call(
        "session.feedback.send",
        &with(&may, json!({"takeAway": "let go of the dashboard", "keep": "the questions", "less": "slides", "differently": "name the decision"})),
    );
    assert_eq!(
        both["feedback"]["people"][1]["answers"]["differently"],
        "start earlier"
    );
    assert_eq!(
        both["feedback"]["people"][0]["answers"]["takeAway"],
        "let go of the dashboard"
    );

    // Step 8.
    folder.set("2026-05-07T09:00:00Z");
    let out = folder.file("summary.pdf");
    let made = folder.run_to(
        &[
            "papers",
            "session_summary",
            "--relationship",
            relationship.as_str().unwrap(),
            "--session",
            may.as_str().unwrap(),
            "--out",
        ],
        &out,
    );
    assert_eq!(made.status, Some(0), "{}", made.err);
    let text = Command::new("pdftotext")
        .arg("-layout")
        .arg(&out)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    let at = |needle: &str| {
        assert!(text.contains(needle), "{needle}: {text}");
        text.find(needle).unwrap()
    };
    assert!(
        at("hand the dashboard to Mei") < at("Mei is ready for more"),
        "R148: actions first"
    );
    assert!(!text.contains("canary"), "B8");
    let next = "Wednesday 17 June 2026 at 14:00 (Daniel Ferreira); Wednesday 17 June 2026 at 09:00 (Ruth Kessler)";
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(line.contains(next), "R92: on both clocks: {text}");
    let sent = folder.call("session.summary.sent", &with(&may, json!({})));
    assert_eq!(sent["summary"]["sent"], "Thursday 7 May 2026, 10:00", "R55");
    assert!(!sent["message"]["text"].as_str().unwrap().contains("canary"));

    // Step 9: one action is done; the rest goes on, also after the move.
    let first = sent["notes"][1]["action"]["id"].clone();
    folder.call(
        "task.done",
        &json!({"relationship": relationship, "task": first}),
    );
    for moved in [false, true] {
        if moved {
            folder.set("2026-06-12T09:00:00Z");
            folder.call(
                "session.move",
                &with(
                    &june,
                    json!({"on": "2026-06-18", "at": "15:00", "askedBy": "mentee"}),
                ),
            );
        }
        let next = folder.call("session.page", &with(&june, json!({})));
        assert_eq!(texts(&next["agenda"], "text"), ["talk with Mei"]);
        assert_eq!(
            texts(&next["actions"], "what"),
            [
                "draft a note to the steering group",
                "ask the board for ten minutes"
            ]
        );
    }
    let wrong = folder.run(&[
        "papers",
        "agreement",
        "--relationship",
        relationship.as_str().unwrap(),
        "--session",
        "x",
        "--out",
        "x.pdf",
    ]);
    assert_eq!(wrong.status, Some(2), "--session belongs to the summary");
    assert_eq!(folder.run(&["check"]).status, Some(0));
}
