//! J3: a request, ten days, and meeting one; the supervisor (R79 to R88, R93 to R97, R131 to R136, R139).

use crate::program::{Folder, with};
use serde_json::json;

#[test]
fn j3_from_the_request_to_meeting_one_and_the_session_after_it() {
    let mut folder = Folder::at("2026-02-09T09:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Amara Okafor", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee", "partner": {"name": "Helen Marsh"},
            "connection": {"state": "waiting"}, "intake": {"kind": "request", "askedOn": "2026-02-09", "message": "You led a team like ours."}}}),
        json!({"call": "relationship.get", "with": {"relationship": "$r.id"}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let id = said.lines()[1]["output"]["id"].clone();
    let asked = &said.lines()[2]["output"]["intake"];
    assert_eq!(
        (&asked["replyBy"]["words"], &asked["state"]),
        (&json!("Thursday 19 February 2026"), &json!("open"))
    );
    folder.set("2026-02-20T09:00:00Z");
    let view = folder.call("relationship.get", &with(&id, json!({})));
    assert_eq!(view["intake"]["state"], "lapsed", "R132");
    assert_eq!(view["intake"]["choices"].as_array().unwrap().len(), 3);
    let view = folder.call(
        "intake.reply",
        &with(
            &id,
            json!({"reply": "accepted", "on": "2026-02-18", "reason": "Fridays after two suit me"}),
        ),
    );
    assert_eq!(view["connectedOn"]["date"], "2026-02-18", "C17");

    // Before meeting one: a rough plan with one goal, and the CV.
    let first = folder.call("first.get", &with(&id, json!({})));
    assert_eq!(first["checklist"], "0 of 3");
    folder.call(
        "goal.add",
        &with(
            &id,
            json!({"title": "Lead a case conference", "horizon": "short", "rank": 1}),
        ),
    );
    let cv = json!({"name": "CV Amara Okafor.pdf", "base64": "JVBERi0xLjcKJSVFT0YK"});
    let added = folder.call("attachment.add", &with(&id, cv));
    assert_eq!(
        (
            &added["attachments"][0]["words"],
            &added["attachments"][0]["shared"]
        ),
        (&json!("PDF, 15 bytes"), &json!(false)),
        "R134: it goes over only when it is ticked"
    );
    assert_eq!(
        folder.call("first.get", &with(&id, json!({})))["checklist"],
        "1 of 3"
    );
    folder.call(
        "attachment.share",
        &with(&id, json!({"attachment": added["id"]})),
    );
    let first = folder.call("first.get", &with(&id, json!({})));
    assert_eq!(
        (&first["checklist"], &first["planInProgress"]),
        (&json!("2 of 3"), &json!(true)),
        "R133, R134"
    );
    let journey = folder.call("journey.get", &with(&id, json!({})));
    assert_eq!(
        (&journey["start"]["date"], &journey["provisional"]),
        (&json!("2026-02-18"), &json!(true)),
        "C11"
    );

    folder.set("2026-02-27T15:00:00Z");
    let said = folder.batch(&[
        json!({"call": "session.add", "as": "s", "with": with(&id, json!({"on": "2026-02-27", "at": "14:00", "minutes": 60, "state": "held", "heldMinutes": 60}))}),
        json!({"call": "first.add", "with": with(&id, json!({"kind": "common", "text": "Started in a call centre"}))}),
        json!({"call": "first.add", "with": with(&id, json!({"kind": "common", "text": "Ran a food bank"}))}),
        json!({"call": "first.add", "with": with(&id, json!({"kind": "common", "side": "mentor", "text": "I ran the food bank in Leith"}))}),
        json!({"call": "first.add", "with": with(&id, json!({"kind": "common", "side": "mentor", "text": "Two years at a call centre"}))}),
        json!({"call": "first.add", "with": with(&id, json!({"kind": "unique", "text": "Igbo and French"}))}),
        json!({"call": "first.add", "with": with(&id, json!({"kind": "unique", "side": "mentor", "text": "Tribunal experience"}))}),
        json!({"call": "first.mark", "with": with(&id, json!({"step": "acquainted", "state": "done", "minutes": 20}))}),
        json!({"call": "first.mark", "with": with(&id, json!({"step": "goals", "state": "skipped"}))}),
        json!({"call": "first.help", "with": with(&id, json!({"way": "confidence"}))}),
        json!({"call": "first.help", "with": with(&id, json!({"way": "career_path"}))}),
        json!({"call": "goal.add", "with": with(&id, json!({"title": "Pass the team-leader board", "horizon": "short", "rank": 2}))}),
        json!({"call": "goal.add", "as": "g", "with": with(&id, json!({"title": "Build a circle of five peers", "horizon": "short", "rank": 3}))}),
        json!({"call": "first.help", "with": with(&id, json!({"way": "network", "goal": "$g.id"}))}),
        json!({"call": "first.get", "with": with(&id, json!({}))}),
        json!({"call": "first.propose_second", "with": with(&id, json!({}))}),
        json!({"call": "journey.get", "with": with(&id, json!({}))}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let lines = said.lines();
    let first = &lines[14]["output"];
    assert_eq!(
        first["inCommon"],
        json!([
            ["Started in a call centre", "Two years at a call centre"],
            ["Ran a food bank", "I ran the food bank in Leith"]
        ]),
        "R81"
    );
    assert_eq!(
        first["blocks"][0]["words"], "Done: 20 of 60 min used for this block",
        "R135"
    );
    assert_eq!(first["blocks"][1]["words"], "Skipped on purpose");
    assert_eq!(
        first["topThree"],
        json!([
            "Lead a case conference",
            "Pass the team-leader board",
            "Build a circle of five peers"
        ]),
        "R88"
    );
    let wanted: Vec<_> = first["help"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|way| way["wanted"] == true)
        .map(|way| way["way"].as_str().unwrap())
        .collect();
    assert_eq!(wanted, ["career_path", "network", "confidence"], "R87");
    // What else the two tell of themselves: each under its own heading, and whose it is.
    for (kind, side, label, text) in [
        ("hobbies", "mentee", "What I do outside work", "Choir"),
        ("style", "mentor", "How I work", "Slowly, on paper"),
        (
            "benefits",
            "mentee",
            "Because we are similar, or different, we can",
            "check each other's first answer",
        ),
        ("direction", "mentee", "Where I am going", "Team leader"),
        (
            "aspirations",
            "mentee",
            "What I hope for",
            "A service people trust",
        ),
    ] {
        let told = folder.call(
            "first.add",
            &with(&id, json!({"kind": kind, "side": side, "text": text})),
        );
        let line = told["lines"]
            .as_array()
            .unwrap()
            .iter()
            .find(|line| line["text"] == text)
            .unwrap();
        assert_eq!(
            (&line["kind"], &line["side"], &line["label"]),
            (&json!(kind), &json!(side), &json!(label)),
            "R83, R84, R85"
        );
    }
    let second = lines[15]["output"]["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|session| session["kind"] == "milestones")
        .unwrap()
        .clone();
    assert_eq!(
        (&second["minutes"], &second["state"]),
        (&json!(60), &json!("proposed")),
        "R139"
    );
    let journey = &lines[16]["output"];
    assert_eq!(
        (&journey["start"]["date"], &journey["provisional"]),
        (&json!("2026-02-27"), &json!(false)),
        "C11"
    );
    let stages: Vec<_> = journey["stages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|stage| {
            (
                stage["words"].as_str().unwrap(),
                stage["due"]["date"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        stages[..3],
        [
            ("Done", Some("2026-02-27")),
            ("Under way", Some("2026-03-29")),
            ("Not started", Some("2026-05-28"))
        ],
        "R79"
    );
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}

#[test]
fn r93_r96_c24_a_brief_is_made_only_when_agreed_and_says_only_what_was_cleared() {
    let folder = Folder::at("2026-03-11T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Amara Okafor", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee", "partner": {"name": "Helen Marsh"},
            "connection": {"state": "connected", "on": "2026-03-01"}, "programme": {"name": "Pool"}}}),
        json!({"call": "programme.event.add", "with": {"relationship": "$r.id", "name": "Spring day", "on": "2026-04-20"}}),
        json!({"call": "programme.event.add", "with": {"relationship": "$r.id", "name": "Mentees only", "on": "2026-04-21"}}),
        json!({"call": "goal.add", "with": {"relationship": "$r.id", "title": "canary goal", "horizon": "short", "rank": 1}}),
        json!({"call": "note.write", "with": {"relationship": "$r.id", "about": "relationship", "text": "canary note"}}),
        json!({"call": "supervisor.get", "with": {"relationship": "$r.id"}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let id = said.lines()[1]["output"]["id"].clone();
    let relationship = id.as_str().unwrap().to_owned();
    let out = folder.file("brief.pdf");
    let brief = || {
        folder.run_to(
            &[
                "papers",
                "supervisor_brief",
                "--force",
                "--relationship",
                &relationship,
                "--out",
            ],
            &out,
        )
    };
    assert_eq!(
        brief().code(),
        "not_agreed",
        "C24: nothing before the mentee says so"
    );
    let event = said.lines()[6]["output"]["events"][0]["event"].clone();
    let view = folder.call(
        "supervisor.change",
        &with(
            &id,
            json!({"name": "Jo Bell", "agreed": true, "briefOn": "2026-03-20", "events": [event]}),
        ),
    );
    assert_eq!(view["briefOn"]["words"], "Friday 20 March 2026");
    brief().value();
    let read = std::process::Command::new("pdftotext")
        .arg(&out)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(read.stdout).unwrap();
    for line in [
        "Amara Okafor, for Jo Bell",
        "takes part in Pool",
        "Spring day",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    for hidden in ["canary", "Mentees only"] {
        assert!(!text.contains(hidden), "R96: {hidden}");
    }
}
