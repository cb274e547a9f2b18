//! J1, from the connection e-mail to a working contact plan, as an outsider would script it; and the edges of its dates.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::program::{Folder, with};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// Priya's folder on the evening of the induction, which Tomasz did not attend.
fn induction() -> (Folder, Value) {
    let folder = Folder::at("2026-02-28T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Priya Raman", "email": "priya@leeds.example", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Tomasz Lewandowski", "zone": "Europe/London"},
            "connection": {"state": "waiting"}, "intake": {"kind": "matched", "together": false},
            "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}}),
        json!({"call": "contact.list", "with": {"relationship": "$r.id"}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let lines = said.lines();
    assert_eq!(lines[2]["output"]["contact"]["state"], "not_connected");
    assert_eq!(
        lines[2]["output"]["contact"]["words"],
        "Nothing to do until the connection e-mail arrives."
    );
    let id = lines[1]["output"]["id"].clone();
    (folder, id)
}

fn card(folder: &Folder, kind: &str) -> bool {
    let today = folder.call("today.get", &json!({}));
    let cards = today["cards"].as_array().unwrap();
    cards.iter().any(|card| card["kind"] == kind)
}

fn pages(file: &Path) -> (String, String) {
    let run = |program: &str, arguments: &[&str]| {
        let out = Command::new(program)
            .args(arguments)
            .arg(file)
            .output()
            .unwrap();
        String::from_utf8(out.stdout).unwrap()
    };
    let text = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-layout"])
        .arg(file)
        .arg("-")
        .output()
        .unwrap();
    (run("pdfinfo", &[]), String::from_utf8(text.stdout).unwrap())
}

#[test]
fn j1_from_the_connection_email_to_the_contact_plan_card() {
    let (mut folder, id) = induction();

    // 2: the e-mail arrives.
    folder.set("2026-03-02T09:00:00Z");
    folder.call(
        "relationship.connected",
        &with(&id, json!({"on": "2026-03-02"})),
    );
    let log = folder.call("contact.list", &with(&id, json!({})));
    assert_eq!(log["contact"]["day"], 0);
    assert_eq!(
        log["contact"]["words"],
        "Your turn: write to Tomasz by Monday 9 March 2026."
    );

    // 4: she writes.
    folder.set("2026-03-05T17:40:00Z");
    assert!(card(&folder, "N01"));
    let log = folder.call(
        "contact.log",
        &with(&id, json!({"direction": "out", "channel": "email", "note": "hello, who I am, three possible times"})),
    );
    assert_eq!(log["contact"]["state"], "waiting_for_mentor");
    assert!(
        log["contact"]["words"]
            .as_str()
            .unwrap()
            .contains("waiting for Tomasz")
    );
    assert!(!card(&folder, "N01"));

    // 5: he rings, and they agree on a meeting.
    folder.set("2026-03-10T11:00:00Z");
    let log = folder.call(
        "contact.log",
        &with(&id, json!({"direction": "in", "channel": "phone", "note": "agreed Wed 11 Mar 15:00, canteen B",
            "session": {"on": "2026-03-11", "at": "15:00", "place": "canteen B", "method": "face to face"}})),
    );
    assert_eq!(
        (&log["contact"]["state"], &log["contact"]["flag"]),
        (&json!("in_touch"), &json!("green"))
    );
    assert!(
        log["contact"]["words"]
            .as_str()
            .unwrap()
            .contains("in touch on day 8")
    );
    let sessions = folder.call("session.list", &with(&id, json!({})));
    let session = &sessions["sessions"][0];
    assert_eq!(session["id"], log["contacts"][0]["session"]);
    assert_eq!(
        (&session["date"]["date"], &session["place"]),
        (&json!("2026-03-11"), &json!("canteen B"))
    );

    // No escalation on day 14, nor after it.
    for now in ["2026-03-16T17:00:00Z", "2026-03-17T09:00:00Z"] {
        folder.set(now);
        assert!(!card(&folder, "N03"), "{now}");
    }

    // 3 and 6: the plan, and its card.
    let channel = |side: &str, more: Value| {
        let mut more = with(&id, more);
        more["side"] = json!(side);
        json!({"call": "channel.add", "with": more})
    };
    let said = folder.batch(&[
        channel("mentee", json!({"kind": "video_call"})),
        channel("mentee", json!({"kind": "email", "address": "priya@leeds.example", "reply": {"count": 2, "unit": "days"}})),
        channel("mentor", json!({"kind": "phone", "address": "+44 113 496 0000", "note": "ask for Łukasz in Łódź"})),
        json!({"call": "times.mark", "with": with(&id, json!({"side": "mentee", "times": [
            {"day": "tuesday", "part": "late_afternoon", "mark": "good"},
            {"day": "monday", "part": "morning", "mark": "avoid"}]}))}),
        json!({"call": "answer.set", "with": with(&id, json!({"field": "area.3.agenda", "value": true}))}),
        json!({"call": "answer.set", "with": with(&id, json!({"field": "area.3.agenda_lead_days", "value": 2}))}),
        json!({"call": "answer.set", "with": with(&id, json!({"field": "area.5.nudge_by", "side": "mentee", "value": "text"}))}),
        json!({"call": "answer.set", "with": with(&id, json!({"field": "area.5.nudge_days", "side": "mentee", "value": 3}))}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let file = folder.file("card.pdf");
    folder
        .run_to(
            &[
                "papers",
                "contact_plan",
                "--relationship",
                id.as_str().unwrap(),
                "--out",
            ],
            &file,
        )
        .value();
    let (info, text) = pages(&file);
    assert!(
        info.lines()
            .any(|line| line.split_whitespace().eq(["Pages:", "1"])),
        "{info}"
    );
    assert!(
        info.contains("419.5") && info.contains("595.2"),
        "A5: {info}"
    );
    for words in [
        "Priya Raman",
        "Tomasz Lewandowski",
        "priya@leeds.example",
        "Łukasz in Łódź",
        "Tuesday",
        "Please avoid",
        "within 2 days",
        "Northbridge Mentoring",
        "Ask Tomasz",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}

#[test]
fn j1_without_an_answer_the_card_for_the_programme_comes_at_the_end_of_day_fourteen() {
    let (mut folder, id) = induction();
    folder.set("2026-03-02T09:00:00Z");
    folder.call(
        "relationship.connected",
        &with(&id, json!({"on": "2026-03-02"})),
    );
    folder.set("2026-03-05T17:40:00Z");
    folder.call(
        "contact.log",
        &with(
            &id,
            json!({"direction": "out", "channel": "email", "note": "about my exam"}),
        ),
    );
    for (now, there) in [
        ("2026-03-16T16:59:00Z", false),
        ("2026-03-16T17:00:00Z", true),
        ("2026-06-01T08:00:00Z", true),
    ] {
        folder.set(now);
        assert_eq!(card(&folder, "N03"), there, "{now}");
    }
    let told = folder.call("escalation.get", &with(&id, json!({})));
    assert_eq!(told["draft"]["to"], "desk@northbridge.example");
    let text = told["draft"]["text"].as_str().unwrap();
    assert!(
        text.contains("Thursday 5 March 2026") && !text.contains("exam"),
        "C23: {text}"
    );
    folder.call(
        "escalation.close",
        &with(
            &id,
            json!({"outcome": "not_needed", "reason": "He wrote to my old address."}),
        ),
    );
    assert!(!card(&folder, "N03"));
}

#[test]
fn a_meeting_that_was_held_is_contact_both_ways_and_hides_nothing_after_it() {
    let (mut folder, id) = induction();
    folder.set("2026-03-02T09:00:00Z");
    let said = folder.batch(&[
        json!({"call": "relationship.connected", "with": with(&id, json!({"on": "2026-03-02"}))}),
        json!({"call": "answer.set", "with": with(&id, json!({"field": "area.5.silence_weeks", "value": 6}))}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    folder.set("2026-03-12T09:00:00Z");
    let said = folder.batch(&[
        json!({"call": "session.add", "with": with(&id, json!({"on": "2026-03-11", "at": "15:00", "state": "held"}))}),
        json!({"call": "session.add", "with": with(&id, json!({"on": "2026-04-29", "at": "15:00"}))}),
        json!({"call": "contact.list", "with": with(&id, json!({}))}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let log = &said.lines()[2]["output"];
    assert_eq!(log["contact"]["inTouchOn"]["date"], "2026-03-11");
    // Six weeks after Wednesday 11 March is Wednesday 22 April: a confirmed session lies seven days ahead.
    assert_eq!(log["quiet"]["ringsOn"]["date"], "2026-04-22");
    folder.set("2026-04-22T09:00:00Z");
    let log = folder.call("contact.list", &with(&id, json!({})));
    assert_eq!(log["quiet"]["state"], "hidden", "C7");
    assert!(!card(&folder, "N15"));
    folder.set("2026-04-30T09:00:00Z");
    assert!(card(&folder, "N15"), "hidden, not set back");
}

#[test]
fn taking_a_contact_back_takes_back_the_session_that_was_agreed_in_it() {
    let (mut folder, id) = induction();
    folder.set("2026-03-02T09:00:00Z");
    let agreed = json!({"direction": "in", "channel": "phone", "session": {"on": "2026-03-11", "at": "15:00"}});
    let said = folder.batch(&[
        json!({"call": "relationship.connected", "with": with(&id, json!({"on": "2026-03-02"}))}),
        json!({"call": "contact.log", "with": with(&id, agreed.clone())}),
        json!({"call": "contact.log", "with": with(&id, agreed), "may_fail": true}),
        json!({"call": "undo.back", "with": with(&id, json!({}))}),
        json!({"call": "session.list", "with": with(&id, json!({}))}),
        json!({"call": "contact.list", "with": with(&id, json!({}))}),
    ]);
    let lines = said.lines();
    assert_eq!(lines[2]["code"], "exists");
    assert_eq!(lines[2]["field"], "session.on");
    assert_eq!(lines[4]["output"]["sessions"], json!([]));
    assert_eq!(lines[5]["output"]["contacts"], json!([]));
}
