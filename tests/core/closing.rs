//! The end of a relationship: looking back, closing, read-only, reopening, staying in touch, ending without
//! fault (R97, R122 to R127).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use serde_json::{Value, json};

fn daniel() -> (Desk, String) {
    let mut desk = Desk::at("2026-12-16T15:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    (desk, id)
}

fn of(id: &str, more: Value) -> Value {
    let mut request = more;
    request["relationship"] = json!(id);
    request
}

fn answers(view: &Value, question: &str) -> Vec<String> {
    view["questions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|view| view["question"] == question)
        .unwrap()["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| answer["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn c11_the_record_begins_with_the_first_meeting_that_was_held() {
    let (mut desk, id) = daniel();
    let term = |desk: &mut Desk| desk.call("closing.record", of(&id, json!({}))).to_string();
    assert!(term(&mut desk).contains("from Wednesday 11 March 2026"));
    let held = json!({"on": "2026-03-13", "at": "10:00", "heldMinutes": 60});
    desk.call("session.add", of(&id, held));
    assert!(term(&mut desk).contains("from Friday 13 March 2026"));
}

#[test]
fn r123_r124_each_of_the_two_answers_and_nothing_is_demanded() {
    let (mut desk, id) = daniel();
    let view = desk.call("closing.get", of(&id, json!({})));
    let groups: Vec<_> = view["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| question["group"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(groups.iter().filter(|group| *group == "stock").count(), 4);
    assert_eq!(groups.iter().filter(|group| *group == "return").count(), 2);
    assert!(groups.iter().any(|group| group == "evaluation"), "R127");
    let said = "You asked me what I would decide — nobody had";
    desk.call(
        "closing.answer",
        of(&id, json!({"question": "appreciation", "answer": said})),
    );
    let view = desk.call(
        "closing.answer",
        of(
            &id,
            json!({"question": "appreciation", "side": "mentor", "answer": "You came prepared"}),
        ),
    );
    assert_eq!(answers(&view, "appreciation"), [said, "You came prepared"]);
    let view = desk.call(
        "closing.answer",
        of(&id, json!({"question": "overall", "answer": 5})),
    );
    assert_eq!(answers(&view, "overall"), ["5", ""]);
    for wrong in [json!(0), json!(6), json!("very"), json!("2.5")] {
        let refused = desk.refuse(
            "closing.answer",
            of(&id, json!({"question": "overall", "answer": wrong})),
        );
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("out_of_range", Some("answer"))
        );
    }
    let refused = desk.refuse(
        "closing.answer",
        of(&id, json!({"question": "weather", "answer": "fine"})),
    );
    assert_eq!(refused.code, "not_found");
    // Closing asks for none of the rest.
    assert!(!view["open"].as_array().unwrap().is_empty());
    let closed = desk.call("closing.close", of(&id, json!({})));
    assert_eq!(closed["standing"], "closed");
}

#[test]
fn r126_help_for_others_is_ticked_with_ideas_of_their_own() {
    let (mut desk, id) = daniel();
    let view = desk.call(
        "closing.culture",
        of(
            &id,
            json!({"ways": ["mentor", "recommend"], "own": ["A lunch for new pairs", " "]}),
        ),
    );
    let ticked: Vec<_> = view["culture"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|way| way["ticked"] == json!(["mentee"]))
        .map(|way| way["way"].as_str().unwrap())
        .collect();
    assert_eq!(ticked, ["recommend", "mentor"]);
    assert_eq!(
        view["cultureIdeas"][0]["ideas"],
        json!(["A lunch for new pairs"])
    );
    let view = desk.call("closing.culture", of(&id, json!({"ways": ["mentor"]})));
    assert_eq!(
        view["cultureIdeas"][0]["ideas"],
        json!(["A lunch for new pairs"]),
        "what is left out stays"
    );
    let refused = desk.refuse("closing.culture", of(&id, json!({"ways": ["lunch"]})));
    assert_eq!(refused.code, "not_found");
}

#[test]
fn r127_a_closed_relationship_is_read_only_and_reopened_for_a_reason_only() {
    let (mut desk, id) = daniel();
    desk.call(
        "goal.add",
        of(&id, json!({"title": "Lead a project", "horizon": "short"})),
    );
    let closed = desk.call("closing.close", of(&id, json!({"on": "2026-12-16"})));
    assert_eq!(closed["badge"], "Closed 16 Dec");
    let view = desk.call("relationship.get", of(&id, json!({})));
    assert_eq!(
        (&view["badge"], &view["standing"]),
        (&json!("Closed 16 Dec"), &json!("closed"))
    );
    assert!(
        view["status"]
            .as_str()
            .unwrap()
            .contains("closed on Wednesday 16 December 2026"),
        "{view}"
    );
    let picture = desk.picture(&id);
    for (call, request) in [
        (
            "answer.set",
            json!({"field": "template.1.text", "value": "new"}),
        ),
        ("goal.add", json!({"title": "One more", "horizon": "short"})),
        ("milestone.add", json!({"name": "One more"})),
        ("heading.add", json!({"title": "One more"})),
        (
            "section.stand",
            json!({"section": "area.1", "standing": "agreed"}),
        ),
        (
            "channel.add",
            json!({"side": "mentee", "kind": "email", "address": "a@b.example"}),
        ),
        ("programme.change", json!({"web": "https://a.example"})),
        ("relationship.update", json!({"connectedOn": "2026-03-01"})),
        (
            "closing.answer",
            json!({"question": "goals", "answer": "late"}),
        ),
        ("closing.extend", json!({"endsOn": "2027-03-01"})),
        ("closing.close", json!({})),
        ("ending.end", json!({})),
    ] {
        let refused = desk.refuse(call, of(&id, request));
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("closed", Some("relationship")),
            "{call}"
        );
        assert!(
            refused.message.contains("Wednesday 16 December 2026")
                && refused.message.contains("reopen it and say why"),
            "{call}: {}",
            refused.message
        );
    }
    // Undo does not lead back behind the end.
    let undo = desk.call("undo.state", of(&id, json!({})));
    assert_eq!(
        (&undo["back"], &undo["forward"]),
        (&Value::Null, &Value::Null)
    );
    desk.call("undo.back", of(&id, json!({})));
    assert_eq!(desk.picture(&id), picture);
    // The owner's own details change everywhere else.
    desk.call(
        "profile.save",
        json!({"name": "Priya Raman-Cole", "zone": "Europe/London", "roles": ["mentee"]}),
    );
    assert_eq!(desk.picture(&id), picture);

    for reason in [json!({}), json!({"reason": ""}), json!({"reason": "  "})] {
        let refused = desk.refuse("closing.reopen", of(&id, reason));
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("empty", Some("reason"))
        );
    }
    desk.set("2027-01-04T10:00:00Z");
    let open = desk.call(
        "closing.reopen",
        of(&id, json!({"reason": "One more meeting in January"})),
    );
    assert_eq!(
        (&open["standing"], &open["badge"]),
        (&json!("open"), &Value::Null)
    );
    let steps: Vec<_> = open["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            (
                step["words"].as_str().unwrap(),
                step["reason"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        steps,
        [
            ("Closed on Wednesday 16 December 2026", ""),
            (
                "Priya reopened it on Monday 4 January 2027",
                "One more meeting in January"
            ),
        ]
    );
    desk.answer(&id, "template.1.text", json!("new"));
    let refused = desk.refuse("closing.reopen", of(&id, json!({"reason": "again"})));
    assert_eq!(refused.code, "not_closed");
    // Undo takes back the answer, and not the reopening.
    desk.call("undo.back", of(&id, json!({})));
    let undo = desk.call("undo.state", of(&id, json!({})));
    assert_eq!(undo["back"], Value::Null);
    desk.fairlead.check().unwrap();
}

#[test]
fn r127_the_day_of_closing_has_come() {
    let (mut desk, id) = daniel();
    let refused = desk.refuse("closing.close", of(&id, json!({"on": "2026-12-17"})));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("in_the_future", Some("on"))
    );
    let closed = desk.call("closing.close", of(&id, json!({"on": "2026-12-14"})));
    assert_eq!(closed["badge"], "Closed 14 Dec");
}

#[test]
fn r125_how_the_two_stay_in_touch_is_kept_and_changed_after_closing() {
    let (mut desk, id) = daniel();
    let view = desk.call(
        "closing.stay_in_touch",
        of(
            &id,
            json!({"ideas": ["Coffee each February", "Share job adverts"],
                "every": {"count": 12, "unit": "months"}, "first": "2027-02-01"}),
        ),
    );
    let stay = &view["stayInTouch"];
    assert_eq!(
        (&stay["remind"], &stay["next"]["date"]),
        (&json!(true), &json!("2027-02-01"))
    );
    assert_eq!(
        stay["words"],
        "Coffee each February; Share job adverts. Every 12 months, next on Monday 1 February 2027"
    );
    desk.call("closing.close", of(&id, json!({})));
    let view = desk.call("closing.get", of(&id, json!({})));
    assert_eq!(view["stayInTouch"], *stay, "it stays after closing");
    desk.set("2027-02-02T10:00:00Z");
    let view = desk.call("closing.get", of(&id, json!({})));
    assert_eq!(view["stayInTouch"]["next"]["date"], "2028-02-01");
    let view = desk.call("closing.stay_in_touch", of(&id, json!({"remind": false})));
    assert_eq!(view["stayInTouch"]["remind"], false);
    // What was changed after the end can be undone.
    desk.call("undo.back", of(&id, json!({})));
    let view = desk.call("closing.get", of(&id, json!({})));
    assert_eq!(view["stayInTouch"]["remind"], true);
    for every in [
        json!({"count": 0, "unit": "weeks"}),
        json!({"count": 121, "unit": "years"}),
    ] {
        let refused = desk.refuse("closing.stay_in_touch", of(&id, json!({"every": every})));
        assert_eq!(refused.code, "out_of_range");
    }
    desk.fairlead.check().unwrap();
}

#[test]
fn r97_c23_ending_without_fault_asks_for_no_reason_and_tells_the_programme_a_date_only() {
    let mut desk = Desk::at("2026-05-20T15:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Tomasz Lewandowski"}, "connection": {"state": "waiting"},
            "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}),
    );
    let id = made["id"].as_str().unwrap().to_owned();
    desk.answer(&id, "template.1.text", json!("canary of the roles"));
    // From any stage, also before the connection.
    let ending = desk.call("ending.get", of(&id, json!({})));
    assert!(
        ending["clause"]
            .as_str()
            .unwrap()
            .starts_with("Either of us may end this mentoring relationship at any time"),
        "{ending}"
    );
    assert!(
        ending["suggestion"]
            .as_str()
            .unwrap()
            .contains("talk about it first")
    );
    let draft = &ending["draft"];
    assert_eq!(draft["to"], "desk@northbridge.example", "R159");
    assert_eq!(
        draft["body"],
        "Hello,\n\nPriya Raman and Tomasz Lewandowski ended their mentoring relationship on Wednesday 20 May 2026.\n\nPriya Raman\n"
    );
    let ended = desk.call("ending.end", of(&id, json!({})));
    assert_eq!(
        (&ended["standing"], &ended["badge"]),
        (&json!("ended"), &json!("Ended 20 May"))
    );
    assert_eq!(ended["steps"][0]["reason"], "");
    let refused = desk.refuse(
        "answer.set",
        of(&id, json!({"field": "template.1.text", "value": "new"})),
    );
    assert!(
        refused
            .message
            .starts_with("This relationship was ended on Wednesday 20 May 2026"),
        "{}",
        refused.message
    );
    // A reason has no place in the request.
    let refused = desk.refuse(
        "ending.end",
        of(&id, json!({"reason": "none of your business"})),
    );
    assert_eq!(refused.code, "bad_request");
    // The letter of a later day still tells the day of the end.
    desk.set("2026-06-01T10:00:00Z");
    let ending = desk.call("ending.get", of(&id, json!({})));
    assert!(
        ending["draft"]["body"]
            .as_str()
            .unwrap()
            .contains("Wednesday 20 May 2026")
    );
}

#[test]
fn r97_the_clause_is_shown_as_the_two_worded_it() {
    let (mut desk, id) = daniel();
    desk.answer(
        &id,
        "clause.no_fault.text",
        json!("We part as friends, whenever one of us wishes."),
    );
    let ending = desk.call("ending.get", of(&id, json!({})));
    assert_eq!(
        ending["clause"],
        "We part as friends, whenever one of us wishes."
    );
    assert_eq!(ending["leftOut"], false);
}

#[test]
fn r66_r68_the_end_is_put_off_or_brought_forward_and_the_mid_point_follows() {
    let (mut desk, id) = daniel();
    let mid = |desk: &mut Desk| {
        desk.call("relationship.get", json!({"relationship": id}))["midPoint"]["date"].clone()
    };
    assert_eq!(mid(&mut desk), "2026-07-30");
    let refused = desk.refuse("closing.extend", of(&id, json!({"endsOn": "2026-12-18"})));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("wrong_order", Some("endsOn"))
    );
    let view = desk.call("closing.extend", of(&id, json!({"endsOn": "2026-12-20"})));
    assert_eq!(view["endsOn"]["date"], "2026-12-20");
    assert_eq!(mid(&mut desk), "2026-07-31");
    assert_eq!(
        view["steps"][0]["words"],
        "Extended to Sunday 20 December 2026; before, the end was Friday 18 December 2026"
    );
    let refused = desk.refuse(
        "closing.finish_early",
        of(&id, json!({"endsOn": "2026-12-20"})),
    );
    assert_eq!(refused.code, "wrong_order");
    let refused = desk.refuse(
        "closing.finish_early",
        of(&id, json!({"endsOn": "2026-03-11"})),
    );
    assert_eq!(
        refused.field.as_deref(),
        Some("endsOn"),
        "not before the start"
    );
    let view = desk.call(
        "closing.finish_early",
        of(&id, json!({"endsOn": "2026-12-16", "reason": "New job"})),
    );
    assert_eq!(
        (&view["endsOn"]["date"], &view["standing"]),
        (&json!("2026-12-16"), &json!("open"))
    );
    assert_eq!(view["steps"][1]["reason"], "New job");
    // One deed: the end and the step that tells of it.
    desk.call("undo.back", of(&id, json!({})));
    let view = desk.call("closing.get", of(&id, json!({})));
    assert_eq!(view["endsOn"]["date"], "2026-12-20");
    assert_eq!(view["steps"].as_array().unwrap().len(), 1);
}

#[test]
fn r122_without_a_log_nothing_is_claimed() {
    let (mut desk, id) = daniel();
    let facts = desk.call("closing.get", of(&id, json!({})))["facts"].clone();
    assert_eq!(
        facts["sentence"],
        "0 of 0 goals reached, 0 meetings, 0 min, 0 journal moments"
    );
}
