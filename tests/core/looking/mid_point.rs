//! Check-points, the mid-point, the revisit, and what is for mentors alone.

use super::checkup::{held, pair, session};
use crate::desk::Desk;
use serde_json::{Value, json};

fn with(id: &str, more: Value) -> Value {
    let mut more = more;
    more["relationship"] = json!(id);
    more
}

#[test]
fn r115_n21_every_third_session_asks_three_questions_more() {
    let (mut desk, id) = pair();
    desk.set("2026-06-09T18:00:00Z");
    for (on, state) in [
        ("2026-04-08", "held"),
        ("2026-04-22", "cancelled"),
        ("2026-05-06", "held"),
        ("2026-06-24", "confirmed"),
    ] {
        session(&mut desk, &id, on, state);
    }
    let view = desk.call("check_point.get", with(&id, json!({})));
    assert_eq!(view["questions"].as_array().unwrap().len(), 3);
    let days = |view: &Value| -> Vec<String> {
        view["sessions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|each| each["date"]["date"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        days(&view),
        ["2026-05-06"],
        "the cancelled one does not count"
    );
    assert_eq!(
        view["mentorQuestion"],
        Value::Null,
        "R153 is for the mentor alone"
    );
    let which = view["sessions"][0]["session"].clone();
    let said = desk.call(
        "check_point.answer",
        with(
            &id,
            json!({"session": which, "working": "Well", "change": "Shorter agendas"}),
        ),
    );
    let people = &said["sessions"][0]["people"];
    assert_eq!(
        (&people[0]["answered"], &people[1]["answered"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(people[0]["answers"], json!(["Well", "", "Shorter agendas"]));
    let every = desk.call("check_point.set", with(&id, json!({"every": 2})));
    assert_eq!(days(&every), ["2026-04-08", "2026-06-24"]);
    assert_eq!(
        desk.refuse("check_point.set", with(&id, json!({"every": 53})))
            .code,
        "out_of_range"
    );
    let none = desk.call("check_point.set", with(&id, json!({"every": 0})));
    assert!(days(&none).is_empty());
}

#[test]
fn r116_c20_the_mid_point_is_booked_within_forty_and_fifty_percent() {
    let (mut desk, id) = pair();
    desk.set("2026-06-30T18:00:00Z");
    let view = desk.call("mid_point.get", with(&id, json!({})));
    assert_eq!(view["opens"]["date"], "2026-07-01");
    assert_eq!(view["on"]["words"], "Thursday 30 July 2026");
    assert_eq!(view["openNow"], false);
    desk.set("2026-07-01T18:00:00Z");
    assert_eq!(
        desk.call("mid_point.get", with(&id, json!({})))["openNow"],
        true
    );
    let booked = desk.call("mid_point.book", with(&id, json!({"at": "14:00"})));
    assert_eq!(booked["session"]["date"]["date"], "2026-07-30");
    assert_eq!(booked["session"]["inWindow"], true);
    let late = desk.call(
        "mid_point.book",
        with(&id, json!({"on": "2026-07-31", "at": "14:00"})),
    );
    assert_eq!(
        late["session"]["inWindow"], false,
        "pointed out, not blocked"
    );
    assert!(
        late["placeTip"].as_str().unwrap().contains("face to face"),
        "R128"
    );
}

#[test]
fn r68_the_mid_point_counts_from_the_first_meeting_held() {
    let mut desk = Desk::at("2026-03-20T18:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    let on = |desk: &mut Desk| {
        desk.call("mid_point.get", json!({"relationship": id}))["on"]["date"].clone()
    };
    assert_eq!(
        on(&mut desk),
        "2026-07-25",
        "from the connection, 145 of 291 days"
    );
    desk.answer(&id, "template.4.starts_on", json!("2026-03-09"));
    assert_eq!(
        on(&mut desk),
        "2026-07-29",
        "from the agreed start, 142 of 284"
    );
    held(&mut desk, &id, "2026-03-11");
    assert_eq!(
        on(&mut desk),
        "2026-07-30",
        "from the first meeting, 141 of 282"
    );
    desk.answer(&id, "template.4.ends_on", json!("2027-03-11"));
    assert_eq!(on(&mut desk), "2026-09-09", "and again when the end moves");
}

#[test]
fn r116_b8_trust_is_private_until_it_is_shared() {
    let (mut desk, id) = pair();
    let rated = desk.call(
        "mid_point.trust",
        with(
            &id,
            json!({"side": "mentee", "rating": 4, "note": "canary-trust"}),
        ),
    );
    assert_eq!(rated["ownTrust"]["words"], "Mostly");
    let other = desk.call("mid_point.get", with(&id, json!({"side": "mentor"})));
    assert!(!other.to_string().contains("canary") && other["otherTrust"].is_null());
    assert_eq!(
        desk.refuse(
            "mid_point.share_trust",
            with(&id, json!({"side": "mentor"}))
        )
        .code,
        "empty"
    );
    desk.call(
        "mid_point.share_trust",
        with(&id, json!({"side": "mentee"})),
    );
    let other = desk.call("mid_point.get", with(&id, json!({"side": "mentor"})));
    assert_eq!(other["otherTrust"]["note"], "canary-trust");
    assert_eq!(
        desk.refuse(
            "mid_point.trust",
            with(&id, json!({"side": "mentee", "rating": 1}))
        )
        .code,
        "shared"
    );
    assert_eq!(
        desk.refuse(
            "mid_point.trust",
            with(&id, json!({"side": "mentor", "rating": 6}))
        )
        .code,
        "out_of_range"
    );
}

#[test]
fn r117_r119_r120_r121_the_questions_are_answered_and_the_evaluation_is_exported() {
    let (mut desk, id) = pair();
    desk.set("2026-07-30T18:00:00Z");
    let view = desk.call("mid_point.get", with(&id, json!({})));
    let questions = view["questions"].as_array().unwrap().clone();
    let keys: Vec<_> = questions
        .iter()
        .map(|each| each["key"].as_str().unwrap())
        .collect();
    assert_eq!(
        &keys[..6],
        [
            "set_out",
            "feeling",
            "shift",
            "honouring",
            "doing_right",
            "trust_signals"
        ],
        "R117"
    );
    assert_eq!(&keys[6..8], ["new_goals", "realistic"], "R119");
    assert_eq!(
        &keys[8..11],
        ["difficult", "could_do", "new_agreements"],
        "R120"
    );
    assert_eq!(
        (&view["daysLeft"], &view["version"]),
        (&json!(141), &Value::Null)
    );
    assert_eq!(
        desk.refuse("mid_point.evaluation", with(&id, json!({})))
            .code,
        "empty"
    );
    for (question, side, text) in [
        ("set_out", "mentee", "canary-out"),
        ("feeling", "mentee", "canary-mine"),
        ("feeling", "mentor", "canary-theirs"),
        ("evaluation", "mentee", "A good first half."),
    ] {
        desk.call(
            "mid_point.answer",
            with(
                &id,
                json!({"question": question, "side": side, "text": text}),
            ),
        );
    }
    let view = desk.call("mid_point.get", with(&id, json!({})));
    let feeling = &view["questions"][1]["answers"];
    assert_eq!(
        (&feeling[0]["text"], &feeling[1]["text"]),
        (&json!("canary-mine"), &json!("canary-theirs"))
    );
    assert_eq!(
        desk.refuse(
            "mid_point.answer",
            with(&id, json!({"question": "weather", "text": "x"}))
        )
        .code,
        "not_found"
    );
    let goal = desk.call(
        "goal.add",
        with(
            &id,
            json!({"title": "Lead a project", "horizon": "short", "rank": 1}),
        ),
    )["id"]
        .clone();
    desk.call(
        "activity.add",
        with(
            &id,
            json!({"goal": goal, "title": "Run the retro", "kind": "doing"}),
        ),
    );
    let view = desk.call("mid_point.get", with(&id, json!({})));
    assert_eq!(view["notStarted"], json!(["Run the retro"]), "R119");
    let finished = desk.call("mid_point.finish", with(&id, json!({})));
    assert_eq!(finished["finished"]["date"], "2026-07-30");
    assert_eq!(
        finished["planVersion"], 1,
        "R119: the plan is kept as its next version"
    );
    let text = desk.call("mid_point.evaluation", with(&id, json!({})))["text"].clone();
    let text = text.as_str().unwrap();
    assert!(text.contains("A good first half.") && text.contains("Thursday 30 July 2026"));
    assert!(
        !text.contains("canary"),
        "R121: the summing-up and dates, nothing else"
    );
}

/// The draft's sections, one of them agreed.
fn draft() -> (Desk, String) {
    let (mut desk, id) = pair();
    desk.answer(&id, "area.12.revisit", json!("m3"));
    for section in ["template.5", "area.12"] {
        desk.call(
            "section.stand",
            with(&id, json!({"section": section, "standing": "agreed"})),
        );
    }
    (desk, id)
}

#[test]
fn r47_the_revisit_goes_page_by_page_and_finishing_leads_to_the_next_date() {
    let (mut desk, id) = draft();
    desk.set("2026-06-11T10:00:00Z");
    let view = desk.call("revisit.get", with(&id, json!({})));
    assert_eq!(view["due"]["date"], "2026-06-11");
    assert_eq!(view["then"]["date"], "2026-09-11");
    let pages = view["pages"].as_array().unwrap().len();
    assert_eq!(view["open"], pages);
    let kept = desk.call(
        "revisit.page",
        with(&id, json!({"section": "area.12", "choice": "keep"})),
    );
    assert_eq!(
        (&kept["kept"], &kept["open"]),
        (&json!(1), &json!(pages - 1))
    );
    assert_eq!(
        desk.section(&id, "area.12")["standing"],
        "agreed",
        "what stays is not opened"
    );
    let changed = desk.call(
        "revisit.page",
        with(&id, json!({"section": "template.5", "choice": "change", "words": "We meet every two weeks for half an hour."})),
    );
    assert_eq!(changed["changed"], 1);
    assert_eq!(
        desk.section(&id, "template.5")["standing"],
        "open",
        "it is talked about again"
    );
    let open = desk.call("suggestion.list", with(&id, json!({})))["open"].clone();
    assert_eq!(
        open[0]["after"],
        "We meet every two weeks for half an hour."
    );
    desk.call("undo.back", with(&id, json!({})));
    let back = desk.call("revisit.get", with(&id, json!({})));
    assert_eq!(back["changed"], 0, "one deed, one undo");
    assert_eq!(desk.section(&id, "template.5")["standing"], "agreed");
    assert_eq!(
        desk.refuse(
            "revisit.page",
            with(&id, json!({"section": "area.99", "choice": "keep"}))
        )
        .code,
        "not_found"
    );
    assert_eq!(
        desk.refuse(
            "revisit.page",
            with(
                &id,
                json!({"section": "area.12", "choice": "keep", "words": "x"})
            )
        )
        .code,
        "keeps"
    );
    let said = desk.call(
        "commitment.renew",
        with(&id, json!({"occasion": "revisit", "choice": "go_on"})),
    );
    assert_eq!(said["commitments"][0]["choice"], "go_on");
    desk.call("revisit.finish", with(&id, json!({})));
    let next = desk.call("revisit.get", with(&id, json!({})));
    assert_eq!(next["due"]["date"], "2026-09-11");
    assert_eq!(next["last"]["date"], "2026-06-11");
    assert_eq!(next["open"], pages, "the next revisit begins anew");
}

#[test]
fn r120_a_new_agreement_is_a_suggestion_or_a_heading_of_their_own() {
    let (mut desk, id) = draft();
    let view = desk.call(
        "mid_point.agree",
        with(
            &id,
            json!({"section": "template.5", "words": "We meet every three weeks."}),
        ),
    );
    assert_eq!(view["suggestions"], 1);
    desk.call(
        "mid_point.agree",
        with(
            &id,
            json!({"title": "Phones", "words": "Both phones stay in the bag."}),
        ),
    );
    let agreement = desk.call("agreement.get", with(&id, json!({})));
    assert_eq!(agreement["headings"][0]["title"], "Phones");
    assert_eq!(
        desk.refuse("mid_point.agree", with(&id, json!({"words": " "})))
            .code,
        "empty"
    );
}

#[test]
fn r152_r153_r154_r155_the_self_check_is_the_mentors_alone_with_its_trend() {
    let mut desk = Desk::at("2026-06-09T18:00:00Z", "Europe/London");
    let id = desk.relationship("mentor", "Priya Shah", Some("2026-03-02"));
    let cards = desk.call("mentor.cards", with(&id, json!({})));
    assert!(cards["cards"].as_array().unwrap().len() >= 6, "R152");
    assert!(
        desk.call("check_point.get", with(&id, json!({})))["mentorQuestion"].is_string(),
        "R153"
    );
    for (on, share, pitfalls) in [
        ("2026-03-11", 70, json!([1, 4])),
        ("2026-04-08", 60, json!([1])),
        ("2026-05-06", 50, json!([6])),
        ("2026-06-03", 45, json!([])),
    ] {
        desk.call(
            "self_check.save",
            with(&id, json!({"on": on, "talkShare": share, "pitfalls": pitfalls, "reflection": "canary-mind"})),
        );
    }
    let view = desk.call("self_check.list", with(&id, json!({})));
    assert_eq!(view["pitfalls"].as_array().unwrap().len(), 8);
    assert_eq!(
        (&view["mean"], &view["trend"]),
        (&json!(56), &json!("falling"))
    );
    let talking = &view["pitfalls"][0];
    assert_eq!(
        (&talking["before"], &talking["lately"]),
        (&json!(2), &json!(0))
    );
    for wrong in [json!({"pitfalls": [9]}), json!({"talkShare": 101})] {
        assert_eq!(
            desk.refuse("self_check.save", with(&id, wrong)).code,
            "out_of_range"
        );
    }
    // In no answer besides, and in nothing that both see.
    for name in [
        "check_point.get",
        "mid_point.get",
        "checkup.get",
        "since.get",
        "undo.state",
        "agreement.get",
    ] {
        let told = desk.call(name, with(&id, json!({}))).to_string();
        assert!(!told.contains("canary-mind"), "{name}");
    }
    let first = view["checks"][0]["id"].clone();
    let left = desk.call("self_check.remove", with(&id, json!({"check": first})));
    assert_eq!(left["checks"].as_array().unwrap().len(), 3);
    let mentee = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    for call in ["mentor.cards", "self_check.list", "self_check.save"] {
        assert_eq!(
            desk.refuse(call, with(&mentee, json!({}))).code,
            "not_mentor",
            "{call}"
        );
    }
}

#[test]
fn one_check_of_a_session_is_kept_and_changed() {
    let mut desk = Desk::at("2026-06-09T18:00:00Z", "Europe/London");
    let id = desk.relationship("mentor", "Priya Shah", Some("2026-03-02"));
    let which = session(&mut desk, &id, "2026-05-06", "held");
    desk.call(
        "self_check.save",
        with(&id, json!({"session": which, "talkShare": 60})),
    );
    let again = desk.call(
        "self_check.save",
        with(&id, json!({"session": which, "pitfalls": [2]})),
    );
    let checks = again["checks"].as_array().unwrap();
    assert_eq!(checks.len(), 1, "one minute, one check");
    assert_eq!(
        (&checks[0]["talkShare"], &checks[0]["pitfalls"]),
        (&json!(60), &json!([2]))
    );
    assert_eq!(checks[0]["on"]["date"], "2026-05-06");
}
