//! The kinds about sessions and tasks through the calls: N07 to N13, N21 and N24.

use super::Life;
use serde_json::json;

#[test]
fn n07_and_n08_before_a_session_until_the_points_are_sent() {
    let n07 = [
        "2026-05-01 09:00",
        "2026-05-03 09:00",
        "2026-05-04 09:00",
        "2026-05-05 09:00",
    ];
    let points = json!({"wish": "decide what to drop", "points": ["forecast status"]});
    Life::begun("mentee")
        .session()
        .tells("N07", &n07)
        .of_session("session.agenda.send", points.clone())
        .never("N07");
    Life::begun("mentor")
        .session()
        .tells("N08", &["2026-05-05 09:00"])
        .of_session("session.agenda.send", points)
        .never("N08");
    for choice in ["remind", "hold", "move"] {
        Life::begun("mentor")
            .session()
            .at("2026-05-05T10:00:00Z")
            .of_session("session.agenda.missing", json!({"choice": choice}))
            .at("2026-05-04T10:00:00Z")
            .never("N08");
    }
    // What the two agreed on: five days ahead, the last call two days ahead.
    Life::begun("mentee")
        .with(
            "answer.set",
            json!({"field": "area.3.agenda_lead_days", "value": 5}),
        )
        .with(
            "answer.set",
            json!({"field": "area.3.agenda_last_call_days", "value": 2}),
        )
        .session()
        .tells(
            "N07",
            &["2026-04-30 09:00", "2026-05-01 09:00", "2026-05-04 09:00"],
        );
    // R20: what is cancelled asks for nothing.
    Life::begun("mentee")
        .session()
        .of_session("session.cancel", json!({"askedBy": "mentee"}))
        .never("N07");
}

#[test]
fn n09_to_n12_around_a_session_until_each_is_done() {
    Life::begun("mentee")
        .session()
        .tells("N09", &["2026-05-06 13:45"])
        .of_session(
            "session.rethink",
            json!({"text": "who takes the dashboard over"}),
        )
        .never("N09");
    for role in ["mentee", "mentor"] {
        Life::begun(role)
            .session()
            .tells("N10", &["2026-05-06 15:20"])
            .at("2026-05-06T14:00:00Z")
            .of_session("session.feedback.write", json!({"takeAway": "Ask first"}))
            .never("N10");
        // R147: the two keep five minutes only.
        Life::begun(role)
            .session()
            .of_session("session.feedback.time", json!({"minutes": 5}))
            .tells("N10", &["2026-05-06 15:25"]);
        Life::begun(role)
            .session()
            .tells("N11", &["2026-05-07 15:30"])
            .at("2026-05-06T15:00:00Z")
            .of_session("session.note.add", json!({"text": "The forecast goes on."}))
            .never("N11");
    }
    Life::begun("mentee")
        .session()
        .tells(
            "N12",
            &["2026-05-07 09:00", "2026-05-08 09:00", "2026-05-09 09:00"],
        )
        .at("2026-05-07T10:00:00Z")
        .of_session("session.summary.sent", json!({}))
        .never("N12");
    Life::begun("mentor").session().never("N12");
}

#[test]
fn r48_n10_comes_in_the_first_session_of_each_quarter_and_on_its_date_where_none_is_near() {
    let quarterly = |role| {
        Life::begun(role).with(
            "answer.set",
            json!({"field": "area.13.rhythm", "value": "quarterly"}),
        )
    };
    // From 11 March: 11 June, 11 September, 11 December.
    let mut life = quarterly("mentee");
    for on in [
        "2026-04-01",
        "2026-05-06",
        "2026-06-17",
        "2026-07-29",
        "2026-10-21",
    ] {
        life = life.with(
            "session.add",
            json!({"on": on, "at": "14:00", "minutes": 60}),
        );
    }
    let told = life.told("N10");
    let of_2026: Vec<&String> = told.iter().filter(|at| at.starts_with("2026")).collect();
    assert_eq!(
        of_2026,
        [
            "2026-04-01 14:50",
            "2026-06-17 14:50",
            "2026-09-11 09:00",
            "2026-10-21 14:50",
            "2026-12-11 09:00"
        ],
        "17 June is near enough to 11 June; nothing is near to 11 September"
    );
    // Given on 1 April, the next is due on 1 July.
    let mut life = life.at("2026-04-01T13:55:00Z");
    for side in ["mentee", "mentor"] {
        life = life.of_session(
            "session.feedback.send",
            json!({"side": side, "keep": "Asking"}),
        );
    }
    let told = life.told("N10");
    assert_eq!(told[..2], ["2026-07-01 09:00", "2026-07-29 14:50"]);
    Life::begun("mentor")
        .with(
            "answer.set",
            json!({"field": "area.13.rhythm", "value": "other"}),
        )
        .session()
        .never("N10");
}

#[test]
fn n13_around_the_date_of_a_task_until_it_is_done_or_moved() {
    let task = json!({"what": "send me the brief", "owner": "mentee", "due": "2026-04-08"});
    let life = Life::begun("mentee").with("task.add", task.clone()).tells(
        "N13",
        &["2026-04-06 09:00", "2026-04-08 09:00", "2026-04-09 09:00"],
    );
    let id = life.said["id"].clone();
    life.with(
        "task.cant_make_it",
        json!({"task": id, "due": "2026-04-15"}),
    )
    .tells(
        "N13",
        &["2026-04-13 09:00", "2026-04-15 09:00", "2026-04-16 09:00"],
    )
    .with("task.done", json!({"task": id}))
    .never("N13");
    Life::begun("mentor").with("task.add", task).never("N13");
}

#[test]
fn n21_on_the_day_of_a_check_point_until_it_is_answered() {
    for role in ["mentee", "mentor"] {
        let life = Life::begun(role)
            .with("check_point.set", json!({"every": 1}))
            .session()
            .tells("N21", &["2026-05-06 09:00"]);
        life.of_session("check_point.answer", json!({"working": "Well"}))
            .never("N21");
    }
}

#[test]
fn n24_with_the_second_cancelled_in_a_row_until_one_is_held() {
    for role in ["mentee", "mentor"] {
        let mut life = Life::begun(role);
        for (number, on) in ["2026-04-01", "2026-04-08", "2026-04-15", "2026-04-22"]
            .into_iter()
            .enumerate()
        {
            life = life.with("session.add", json!({"on": on, "at": "15:00"}));
            let list = life
                .desk
                .call("session.list", json!({"relationship": life.id}));
            let session = list["sessions"][number]["id"].clone();
            life = life.at(&format!("{on}T07:00:00Z")).with(
                "session.cancel",
                json!({"session": session, "askedBy": "mentee"}),
            );
            let told = life.told("N24");
            let expected = if number >= 1 {
                vec![format!("{on} 09:00")]
            } else {
                vec![]
            };
            assert_eq!(told, expected, "{role} {on}");
        }
        life.at("2026-04-22T17:00:00Z")
            .with(
                "session.add",
                json!({"on": "2026-04-22", "at": "16:00", "heldMinutes": 30}),
            )
            .at("2026-04-22T07:30:00Z")
            .never("N24");
    }
}

#[test]
fn n09_and_n10_end_when_what_they_ask_for_is_opened() {
    for (kind, before, after) in [
        ("N09", "2026-05-06T12:40:00Z", "2026-05-06T12:50:00Z"),
        ("N10", "2026-05-06T14:10:00Z", "2026-05-06T14:25:00Z"),
    ] {
        for opened_at in [before, after] {
            let life = Life::begun("mentee").session().at(opened_at);
            let mut life = life.of_session("reminder.opened", json!({"kind": kind}));
            life.desk.set(before);
            life = life.tells(kind, &[]).at(after);
            life.desk.fairlead.tick().unwrap();
            let list = life.desk.call("reminder.list", json!({}));
            let now = list["now"].as_array().unwrap();
            assert!(
                now.iter().all(|reminder| reminder["kind"] != kind),
                "{list}"
            );
        }
    }
    let mut life = Life::begun("mentee").session();
    let list = life
        .desk
        .call("session.list", json!({"relationship": life.id}));
    let request =
        json!({"relationship": life.id, "session": list["sessions"][0]["id"], "kind": "N11"});
    let refused = life.desk.refuse("reminder.opened", request);
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("invalid", Some("kind"))
    );
}
