//! J9: celebrating the end, and the ending without fault.

#![expect(
    clippy::unwrap_used,
    reason = "a paper that cannot be read has failed the test"
)]

use crate::program::Folder;
use serde_json::{Value, json};
use std::process::Command;

fn text_of(folder: &Folder, kind: &str, id: &str) -> String {
    let out = folder.file(&format!("{kind}.pdf"));
    folder
        .run_to(
            &["papers", kind, "--force", "--relationship", id, "--out"],
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
    let text = String::from_utf8(read.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn held(on: &str, minutes: u32) -> Value {
    json!({"call": "session.add", "with": {"relationship": "$r.id", "on": on, "at": "14:00",
        "minutes": minutes, "state": "held", "heldMinutes": minutes}})
}

#[test]
fn j9_the_end_is_celebrated_with_facts_from_the_log_and_closed_for_good() {
    let mut folder = Folder::at("2026-12-16T15:00:00Z", "Europe/London");
    let mut lines = vec![
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Ruth Kessler", "zone": "America/Toronto"},
            "connection": {"state": "connected", "on": "2026-03-09"}}}),
        json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": "template.4.starts_on", "value": "2026-03-11"}}),
        json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": "template.4.ends_on", "value": "2026-12-18"}}),
    ];
    for (on, minutes) in [
        ("2026-03-11", 60),
        ("2026-03-25", 90),
        ("2026-05-06", 90),
        ("2026-06-18", 90),
        ("2026-07-29", 90),
        ("2026-09-30", 60),
        ("2026-10-28", 60),
        ("2026-11-25", 60),
    ] {
        lines.push(held(on, minutes));
    }
    for (rank, title) in [
        "Run one project across teams",
        "Be ready for a head-of-data post",
        "Stay calm when challenged",
    ]
    .iter()
    .enumerate()
    {
        lines.push(
            json!({"call": "goal.add", "as": format!("g{}", rank + 1), "with": {"relationship": "$r.id", "title": title,
            "horizon": "short", "rank": rank + 1}}),
        );
    }
    let moments = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    for (at, title) in moments.iter().enumerate() {
        // Some are for both, some for Daniel alone: he sees them all again.
        lines.push(json!({"call": "journal.add", "with": {"relationship": "$r.id", "on": format!("2026-0{}-15", at / 3 + 4),
            "text": format!("moment {title}"), "share": at % 3 == 0}}));
    }
    for goal in ["$g1.id", "$g3.id"] {
        lines.push(json!({"call": "goal.stand", "with": {"relationship": "$r.id", "goal": goal, "state": "reached"}}));
    }
    for (call, mut with) in [
        (
            "session.add",
            json!({"on": "2026-12-16", "at": "16:00", "kind": "closing"}),
        ),
        (
            "note.write",
            json!({"about": "relationship", "text": "canary of a private note"}),
        ),
        (
            "closing.answer",
            json!({"question": "appreciation", "answer": "You asked me what I would decide — nobody had"}),
        ),
        (
            "closing.answer",
            json!({"question": "organisation", "answer": "The forecast is now used in two regions"}),
        ),
        (
            "closing.stay_in_touch",
            json!({"ideas": ["Coffee each February", "Share job adverts"],
            "every": {"count": 1, "unit": "years"}, "first": "2027-02-01"}),
        ),
        ("closing.culture", json!({"ways": ["mentor"]})),
        (
            "closing.answer",
            json!({"question": "overall", "answer": 5}),
        ),
        ("closing.get", json!({})),
    ] {
        with["relationship"] = json!("$r.id");
        lines.push(json!({"call": call, "with": with}));
    }
    let said = folder.batch(&lines);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    let id = answers[1]["output"]["id"].as_str().unwrap().to_owned();
    let view = &answers.last().unwrap()["output"];
    let facts = &view["facts"];
    assert_eq!(
        facts["sentence"], "2 of 3 goals reached, 8 meetings, 10 h, 9 journal moments",
        "R122, R124: counted from the log"
    );
    let days: Vec<_> = facts["meetingLines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (
                line["date"]["date"].as_str().unwrap(),
                line["minutes"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!((days[0], days[7]), (("2026-03-11", 60), ("2026-11-25", 60)));
    assert_eq!(view["meeting"]["words"], "Wednesday 16 December 2026");

    let record = text_of(&folder, "closing_record", &id);
    for line in [
        "What we reached together",
        "Daniel Ferreira and Ruth Kessler, from Wednesday 11 March 2026 to Friday 18 December 2026",
        "2 of 3",
        "10 h",
        "moment one",
        "Run one project across teams",
        "You asked me what I would decide — nobody had",
        "The forecast is now used in two regions",
        "Coffee each February; Share job adverts",
        "Take part again, as mentor",
        "5 of 5",
        "Thank you",
        "Dear Ruth,",
    ] {
        assert!(record.contains(line), "{line}: {record}");
    }
    for private in ["canary", "moment two", "moment nine"] {
        assert!(!record.contains(private), "B8: {private} is absent");
    }

    let with = |more: Value| {
        let mut with = more;
        with["relationship"] = json!(id);
        with
    };
    let closed = folder.call("closing.close", &with(json!({})));
    assert_eq!(closed["badge"], "Closed 16 Dec");
    let refused = folder.run(&[
        "call",
        "goal.add",
        &with(json!({"title": "One more", "horizon": "short"})).to_string(),
    ]);
    assert_eq!(refused.code(), "closed");
    let refused = folder.run(&[
        "call",
        "session.add",
        &with(json!({"on": "2027-01-12", "at": "14:00"})).to_string(),
    ]);
    assert_eq!(refused.code(), "closed");
    let refused = folder.run(&[
        "call",
        "closing.reopen",
        &with(json!({"reason": ""})).to_string(),
    ]);
    assert_eq!(refused.refusal()["field"], "reason");
    // The paper of a closed relationship is made as before.
    assert!(text_of(&folder, "closing_record", &id).contains("Wednesday 16 December 2026"));
    folder.set("2027-01-20T10:00:00Z");
    let view = folder.call("closing.get", &with(json!({})));
    assert_eq!(
        view["stayInTouch"]["next"]["words"], "Monday 1 February 2027",
        "R125: the February reminder stays"
    );
    let open = folder.call(
        "closing.reopen",
        &with(json!({"reason": "A late question"})),
    );
    assert_eq!(open["standing"], "open");
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}

#[test]
fn j9_ending_without_fault_and_deleting_afterwards() {
    let mut folder = Folder::at("2026-05-20T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Priya Raman", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Tomasz Lewandowski"}, "connection": {"state": "connected", "on": "2026-03-02"},
            "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}}),
        json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": "template.1.text", "value": "canary of the roles"}}),
        json!({"call": "ending.get", "with": {"relationship": "$r.id"}}),
        json!({"call": "ending.end", "with": {"relationship": "$r.id"}}),
        json!({"call": "relationship.export", "with": {"relationship": "$r.id"}}),
        json!({"call": "deletion.get", "with": {"relationship": "$r.id"}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    let id = answers[1]["output"]["id"].clone();
    let draft = &answers[3]["output"]["draft"];
    assert_eq!(draft["to"], "desk@northbridge.example");
    let body = draft["body"].as_str().unwrap();
    assert!(
        body.contains("Priya Raman and Tomasz Lewandowski ended their mentoring relationship on Wednesday 20 May 2026."),
        "{body}"
    );
    assert!(!body.contains("canary"), "C23");
    assert_eq!(answers[4]["output"]["badge"], "Ended 20 May");
    assert!(
        answers[5]["output"]["text"]
            .as_str()
            .unwrap()
            .contains("canary of the roles")
    );
    assert_eq!(answers[6]["output"]["name"], "Tomasz Lewandowski");
    folder.set("2026-05-21T10:00:00Z");
    let wrong = json!({"relationship": id, "name": "Tomasz"});
    assert_eq!(
        folder
            .run(&["call", "deletion.delete", &wrong.to_string()])
            .code(),
        "wrong_name"
    );
    let right = json!({"relationship": id, "name": "Tomasz Lewandowski"});
    let deleted = folder.call("deletion.delete", &right);
    assert!(
        deleted["sentence"]
            .as_str()
            .unwrap()
            .contains("deleted from this computer")
    );
    let list = folder.call("relationship.list", &json!({}));
    assert_eq!(list["relationships"], json!([]));
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}

#[test]
fn j9_goals_and_plan_go_along_into_a_new_relationship_and_nothing_of_the_other() {
    let folder = Folder::at("2026-05-20T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Priya Raman", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee",
            "partner": {"name": "Tomasz Lewandowski"}, "connection": {"state": "connected", "on": "2026-03-02"}}}),
        json!({"call": "goal.add", "as": "g", "with": {"relationship": "$r.id", "title": "Lead a stock review", "measure": "One held alone", "horizon": "short", "rank": 1}}),
        json!({"call": "goal.add", "as": "h", "with": {"relationship": "$r.id", "title": "Long done", "horizon": "short"}}),
        json!({"call": "goal.stand", "with": {"relationship": "$r.id", "goal": "$h.id", "state": "reached"}}),
        json!({"call": "activity.add", "with": {"relationship": "$r.id", "goal": "$g.id", "title": "Prepare the figures", "kind": "doing"}}),
        json!({"call": "activity.add", "with": {"relationship": "$r.id", "goal": "$g.id", "title": "canary introduction", "kind": "others", "owner": "mentor"}}),
        json!({"call": "resource.add", "with": {"relationship": "$r.id", "goal": "$g.id", "title": "canary book", "kind": "book", "side": "mentor"}}),
        json!({"call": "resource.add", "with": {"relationship": "$r.id", "goal": "$g.id", "title": "My own list", "kind": "book", "side": "mentee"}}),
        json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": "template.1.text", "value": "canary of the roles"}}),
        json!({"call": "rating.set", "with": {"relationship": "$r.id", "goal": "$g.id", "side": "mentor", "value": 2}}),
        json!({"call": "ending.end", "with": {"relationship": "$r.id"}}),
        json!({"call": "relationship.take_goals", "as": "n", "with": {"from": "$r.id", "partner": {"name": "Ruth Kessler"}}}),
        json!({"call": "relationship.export", "with": {"relationship": "$n.relationship"}}),
        json!({"call": "relationship.get", "with": {"relationship": "$n.relationship"}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let answers = said.lines();
    let taken = &answers[12]["output"];
    assert_eq!(
        (&taken["goals"], &taken["activities"]),
        (&json!(1), &json!(1))
    );
    let copied = answers[13]["output"]["text"].as_str().unwrap();
    for own in [
        "Lead a stock review",
        "One held alone",
        "Prepare the figures",
        "My own list",
    ] {
        assert!(copied.contains(own), "{own}");
    }
    for other in ["canary", "Tomasz", "Long done"] {
        assert!(!copied.contains(other), "{other}");
    }
    let view = &answers[14]["output"];
    assert_eq!(
        (&view["title"], &view["connection"], &view["standing"]),
        (
            &json!("Priya Raman and Ruth Kessler"),
            &json!("waiting"),
            &json!("open")
        )
    );
    // The old one stays closed and whole.
    let old = folder.call(
        "relationship.get",
        &json!({"relationship": answers[1]["output"]["id"]}),
    );
    assert_eq!(old["badge"], "Ended 20 May");
    assert_eq!(folder.run(&["check"]).value(), json!({"ok": true}));
}
