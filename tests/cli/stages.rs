//! J3 from the mentor's side, and the ends of J9, step by step.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a journey that cannot be walked has failed"
)]

use crate::program::{Folder, with};
use serde_json::{Value, json};

/// Kind and moment on the wall of what would be notified until then.
fn due(folder: &Folder, until: &str) -> Vec<(String, String)> {
    folder
        .run(&["due", "--until", until])
        .lines()
        .iter()
        .map(|line| {
            let at = line["at"].as_str().unwrap();
            (
                line["kind"].as_str().unwrap().to_owned(),
                at.split(['+', 'Z']).next().unwrap().to_owned(),
            )
        })
        .collect()
}

fn of(kind: &str, notices: &[(String, String)]) -> Vec<String> {
    notices
        .iter()
        .filter(|(each, _)| each == kind)
        .map(|(_, at)| at.clone())
        .collect()
}

/// Helen's folder on the day on which Amara asked her.
fn asked() -> (Folder, Value) {
    let folder = Folder::at("2026-02-09T12:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Helen Marsh", "zone": "Europe/London", "roles": ["mentor"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentor", "partner": {"name": "Amara Okafor"},
            "connection": {"state": "waiting"}, "intake": {"kind": "request", "askedOn": "2026-02-09",
            "message": "You have led a team like ours. I would like to learn how you run a case conference."}}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let id = said.lines()[1]["output"]["id"].clone();
    (folder, id)
}

#[test]
fn j3_the_mentor_is_reminded_of_a_request_until_she_answers_and_the_windows_start_there() {
    let (mut folder, id) = asked();
    let view = folder.call("relationship.get", &with(&id, json!({})));
    assert_eq!(
        view["intake"]["replyBy"]["words"], "Thursday 19 February 2026",
        "R132: sent and ten days"
    );
    let notices = due(&folder, "2026-03-31T00:00:00Z");
    assert_eq!(
        of("N04", &notices),
        [
            "2026-02-13T09:00:00",
            "2026-02-14T09:00:00",
            "2026-02-17T09:00:00",
            "2026-02-19T09:00:00"
        ],
        "a Saturday also on the Friday before"
    );
    assert_eq!(notices.len(), 4, "R2: nothing else runs: {notices:?}");

    folder.set("2026-02-18T10:00:00Z");
    let view = folder.call(
        "intake.reply",
        &with(
            &id,
            json!({"reply": "accepted", "reason": "Fridays after two suit me"}),
        ),
    );
    assert_eq!(view["connectedOn"]["date"], "2026-02-18", "C17");
    assert_eq!(view["intake"]["reason"], "Fridays after two suit me");
    let notices = due(&folder, "2026-03-31T00:00:00Z");
    assert_eq!(of("N04", &notices), [""; 0], "it stops with the answer");
    assert_eq!(
        of("N02", &notices),
        ["2026-02-26T09:00:00"],
        "R5, C3: day 8 from the acceptance"
    );
    assert_eq!(of("N03", &notices), ["2026-03-04T17:00:00"], "R7: day 14");
}

#[test]
fn j3_a_request_without_an_answer_lapses_on_day_eleven_and_nothing_is_deleted() {
    let mut folder = Folder::at("2026-02-09T12:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Amara Okafor", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee", "partner": {"name": "Helen Marsh"},
            "connection": {"state": "waiting"}, "programme": {"name": "Pool", "email": "office@pool.example"},
            "intake": {"kind": "request", "askedOn": "2026-02-09", "message": "canary of two sentences"}}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let id = said.lines()[1]["output"]["id"].clone();
    assert_eq!(
        due(&folder, "2026-03-31T00:00:00Z"),
        [("N05".to_owned(), "2026-02-20T09:00:00".to_owned())]
    );
    for (now, state) in [
        ("2026-02-18T12:00:00Z", "open"),
        ("2026-02-19T23:59:59Z", "open"),
        ("2026-02-20T00:00:00Z", "lapsed"),
        ("2026-02-21T12:00:00Z", "lapsed"),
    ] {
        folder.set(now);
        let view = folder.call("relationship.get", &with(&id, json!({})));
        assert_eq!(view["intake"]["state"], state, "{now}");
        assert_eq!(view["intake"]["message"], "canary of two sentences");
    }
    let view = folder.call("relationship.get", &with(&id, json!({})));
    let choices: Vec<_> = view["intake"]["choices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["choice"].as_str().unwrap())
        .collect();
    assert_eq!(choices, ["ask_again", "another", "office"]);
    let chosen = folder.call("intake.choose", &with(&id, json!({"choice": "office"})));
    assert_eq!(chosen["draft"]["to"], "office@pool.example", "R159");
    let letter = chosen["draft"].to_string();
    assert!(
        letter.contains("Amara Okafor") && !letter.contains("canary"),
        "C23: {letter}"
    );
}

#[test]
fn j3_the_session_after_the_first_meeting_is_for_milestones_as_long_as_agreed() {
    let (mut folder, id) = asked();
    folder.set("2026-02-27T15:30:00Z");
    let said = folder.batch(&[
        json!({"call": "intake.reply", "with": with(&id, json!({"reply": "accepted", "on": "2026-02-18"}))}),
        json!({"call": "session.add", "with": with(&id, json!({"on": "2026-02-27", "at": "14:00", "minutes": 60, "state": "held", "heldMinutes": 60}))}),
        json!({"call": "first.propose_second", "with": with(&id, json!({}))}),
        json!({"call": "undo.back", "with": with(&id, json!({}))}),
        json!({"call": "pattern.set", "with": with(&id, json!({"cadence": "six_weeks_90"}))}),
        json!({"call": "first.propose_second", "with": with(&id, json!({}))}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let second = |line: usize| {
        said.lines()[line]["output"]["sessions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|session| session["kind"] == "milestones")
            .cloned()
            .unwrap()
    };
    let told = |session: &Value| {
        (
            session["date"]["date"].as_str().unwrap().to_owned(),
            session["at"].as_str().unwrap().to_owned(),
            session["minutes"].as_u64().unwrap(),
        )
    };
    assert_eq!(
        told(&second(2)),
        ("2026-03-27".to_owned(), "14:00".to_owned(), 60),
        "R139"
    );
    assert_eq!(
        told(&second(5)),
        ("2026-04-10".to_owned(), "14:00".to_owned(), 90),
        "the whole session, over the change of the clocks"
    );
}

#[test]
fn j9_the_closing_is_announced_and_after_it_only_february_is_left() {
    let mut folder = Folder::at("2026-11-01T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee", "partner": {"name": "Ruth Kessler"},
            "connection": {"state": "connected", "on": "2026-03-09"}}}),
        json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": "template.4.starts_on", "value": "2026-03-11"}}),
        json!({"call": "answer.set", "with": {"relationship": "$r.id", "field": "template.4.ends_on", "value": "2026-12-18"}}),
        json!({"call": "session.add", "with": {"relationship": "$r.id", "on": "2026-03-11", "at": "14:00", "heldMinutes": 60}}),
    ]);
    assert_eq!(said.status, Some(0), "{}", said.err);
    let id = said.lines()[1]["output"]["id"].clone();
    assert_eq!(
        of("N22", &due(&folder, "2026-12-31T00:00:00Z")),
        ["2026-11-18T09:00:00", "2026-12-04T09:00:00"],
        "R122"
    );
    folder.call(
        "session.add",
        &with(
            &id,
            json!({"on": "2026-12-16", "at": "16:00", "kind": "closing"}),
        ),
    );
    assert_eq!(
        of("N22", &due(&folder, "2026-12-31T00:00:00Z")),
        [""; 0],
        "it is booked"
    );
    let sessions = folder.call("session.list", &with(&id, json!({})));
    let closing = sessions["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|session| session["kind"] == "closing")
        .unwrap()
        .clone();
    assert_eq!(closing["method"], "Face to face", "R128");

    folder.set("2026-12-16T18:00:00Z");
    folder.call(
        "closing.stay_in_touch",
        &with(&id, json!({"ideas": ["Coffee each February"], "every": {"count": 1, "unit": "years"}, "first": "2027-02-01", "remind": true})),
    );
    let closed = folder.call("closing.close", &with(&id, json!({})));
    assert_eq!(closed["badge"], "Closed 16 Dec");
    assert_eq!(
        due(&folder, "2027-12-31T00:00:00Z"),
        [("N26".to_owned(), "2027-02-01T09:00:00".to_owned())]
    );
    // Read-only in truth: what is private is not written either.
    for (call, more) in [
        (
            "note.write",
            json!({"about": "relationship", "text": "one more"}),
        ),
        ("journal.add", json!({"text": "one more", "share": false})),
        (
            "checkup.answer",
            json!({"cancelled": "yes", "cancelledReason": "one more"}),
        ),
        ("behaviour.add", json!({"text": "one more"})),
    ] {
        let refused = folder.run(&["call", call, &with(&id, more).to_string()]);
        assert_eq!(refused.code(), "closed", "{call}");
    }
    let today = folder.call("today.get", &json!({}));
    assert!(
        today["cards"]
            .as_array()
            .unwrap()
            .iter()
            .all(|card| card["relationship"] != id),
        "{today}"
    );
    folder.call(
        "contact.log",
        &with(&id, json!({"direction": "in", "channel": "phone"})),
    );
}

#[test]
fn j9_ending_without_fault_shows_the_clause_asks_for_no_reason_and_says_talk_first() {
    let folder = Folder::at("2026-05-20T10:00:00Z", "Europe/London");
    let said = folder.batch(&[
        json!({"call": "profile.save", "with": {"name": "Priya Raman", "zone": "Europe/London", "roles": ["mentee"]}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee", "partner": {"name": "Tomasz Lewandowski"},
            "connection": {"state": "connected", "on": "2026-03-02"}}}),
        json!({"call": "goal.add", "with": {"relationship": "$r.id", "title": "canary of a goal", "horizon": "short"}}),
        json!({"call": "ending.get", "with": {"relationship": "$r.id"}}),
        json!({"call": "ending.end", "with": {"relationship": "$r.id", "reason": "canary of a reason"}, "may_fail": true}),
        json!({"call": "ending.end", "with": {"relationship": "$r.id"}}),
        json!({"call": "deletion.get", "with": {"relationship": "$r.id"}}),
    ]);
    let lines = said.lines();
    let ending = &lines[3]["output"];
    assert!(
        ending["clause"]
            .as_str()
            .unwrap()
            .starts_with("Either of us may end this mentoring relationship at any time"),
        "R97"
    );
    assert!(
        ending["suggestion"]
            .as_str()
            .unwrap()
            .to_lowercase()
            .contains("talk"),
        "{ending}"
    );
    assert_eq!(
        lines[4]["code"], "bad_request",
        "there is no field for a reason"
    );
    assert_eq!(lines[5]["output"]["badge"], "Ended 20 May");
    let gone = &lines[6]["output"];
    assert!(
        gone["computer"]
            .as_str()
            .unwrap()
            .starts_with("This happens on this computer only."),
        "{gone}"
    );
    assert!(gone["disappears"].to_string().contains("1 goal"));
}
