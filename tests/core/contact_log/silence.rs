//! What has no answer, how long it has been quiet, and "All fine for now".

use super::{card, list, log, mentee, mentor};
use crate::desk::Desk;
use serde_json::{Value, json};

#[test]
fn r38_r40_c34_a_message_without_an_answer_comes_up_with_what_the_two_agreed() {
    let (mut desk, id) = mentee();
    let set = |desk: &mut Desk, with: Value| {
        let mut with = with;
        with["relationship"] = json!(id);
        desk.call("answer.set", with);
    };
    set(&mut desk, json!({"field": "area.5.reply_days", "value": 2}));
    set(
        &mut desk,
        json!({"field": "area.5.reply_working_days", "value": true}),
    );
    set(
        &mut desk,
        json!({"field": "area.5.mechanism_channel", "value": "Signal"}),
    );
    set(
        &mut desk,
        json!({"field": "area.5.mechanism", "value": "Tea?"}),
    );
    set(
        &mut desk,
        json!({"field": "area.5.nudge_by", "side": "mentor", "value": "text"}),
    );
    desk.set("2026-03-05T17:40:00Z");
    // Thursday; two working days on is Monday 9 March.
    let view = log(
        &mut desk,
        &id,
        "out",
        json!({"channel": "email", "needsReply": true}),
    );
    let waiting = &view["notHeardBack"][0];
    assert_eq!(waiting["askOn"]["date"], "2026-03-09", "C28");
    assert_eq!(waiting["due"], false);
    assert_eq!(
        waiting["mechanism"],
        json!({"channel": "Signal", "text": "Tea?",
               "nudge": "If Tomasz has not replied, please send a text message."}),
        "R14, R40"
    );
    desk.set("2026-03-08T23:00:00Z");
    assert!(card(&mut desk, "N14").is_none());
    desk.set("2026-03-09T00:30:00Z");
    let due = card(&mut desk, "N14").unwrap();
    assert_eq!(
        due["title"],
        "Tomasz has not answered since Thursday 5 March 2026"
    );
    assert!(due["body"].as_str().unwrap().contains("Tea?"));
    // Tomasz promises an answer within six days by e-mail: the longer of the two counts.
    desk.call(
        "channel.add",
        json!({"relationship": id, "side": "mentor", "kind": "email", "reply": {"count": 6, "unit": "days"}}),
    );
    assert_eq!(
        list(&mut desk, &id)["notHeardBack"][0]["askOn"]["date"],
        "2026-03-11",
        "R73, C34"
    );
    desk.set("2026-03-11T09:00:00Z");
    assert!(card(&mut desk, "N14").is_some());
    log(&mut desk, &id, "in", json!({"channel": "phone"}));
    assert!(card(&mut desk, "N14").is_none(), "an answer by any way");
    assert_eq!(list(&mut desk, &id)["notHeardBack"], json!([]));
}

#[test]
fn r38_three_days_count_where_nothing_was_agreed_and_a_correction_ends_the_wait() {
    let (mut desk, id) = mentee();
    let view = log(
        &mut desk,
        &id,
        "out",
        json!({"channel": "email", "needsReply": true}),
    );
    assert_eq!(view["notHeardBack"][0]["askOn"]["date"], "2026-03-05");
    assert_eq!(
        view["notHeardBack"][0]["mechanism"]["text"],
        "Is everything all right? No need for a long answer."
    );
    desk.set("2026-03-05T09:00:00Z");
    assert!(card(&mut desk, "N14").is_some());
    desk.call(
        "contact.change",
        json!({"relationship": id, "contact": view["id"], "needsReply": false}),
    );
    assert!(card(&mut desk, "N14").is_none());
}

#[test]
fn r39_r16_silence_is_asked_about_on_both_sides_on_the_day_the_weeks_are_over() {
    for (mut desk, id) in [mentee(), mentor()] {
        desk.call(
            "answer.set",
            json!({"relationship": id, "field": "area.5.silence_weeks", "value": 6}),
        );
        log(&mut desk, &id, "in", json!({"channel": "phone"}));
        log(&mut desk, &id, "out", json!({"channel": "phone"}));
        // Six weeks after Monday 2 March is Monday 13 April.
        desk.set("2026-04-12T22:59:00Z");
        assert!(card(&mut desk, "N15").is_none());
        desk.set("2026-04-13T00:00:00Z");
        assert!(card(&mut desk, "N15").is_some());
        let view = list(&mut desk, &id);
        assert_eq!(
            (&view["quiet"]["state"], &view["quiet"]["days"]),
            (&json!("ringing"), &json!(42))
        );
        let starters = view["starters"].as_array().unwrap();
        assert_eq!(starters[0]["key"], "check_in", "R16");
        log(&mut desk, &id, "out", json!({"channel": "email"}));
        assert!(card(&mut desk, "N15").is_none());
    }
}

#[test]
fn r56_the_mentor_has_three_messages_to_begin_from() {
    let (mut desk, id) = mentor();
    log(&mut desk, &id, "in", json!({"channel": "phone"}));
    let view = log(&mut desk, &id, "out", json!({"channel": "phone"}));
    let keys = |view: &Value| -> Vec<String> {
        let starters = view["starters"].as_array().unwrap();
        starters
            .iter()
            .map(|starter| starter["key"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(keys(&view), ["check_in", "encouragement", "refocus"]);
    let goals = desk.call(
        "goal.add",
        json!({"relationship": id, "title": "lead a case conference", "horizon": "short"}),
    );
    assert!(goals["id"].is_string());
    let view = list(&mut desk, &id);
    let refocus = view["starters"][2]["message"]["text"].as_str().unwrap();
    assert!(refocus.contains("“lead a case conference”"), "{refocus}");
}

#[test]
fn r19_all_fine_logs_a_contact_stops_the_clock_and_reminds_the_sender_on_the_day() {
    let (mut desk, id) = mentee();
    log(&mut desk, &id, "in", json!({"channel": "phone"}));
    desk.set("2026-03-31T10:00:00Z");
    let with = json!({"relationship": id, "count": 1, "unit": "months"});
    let draft = desk.call("contact.all_fine.try", with.clone());
    assert_eq!(draft["backOn"]["date"], "2026-04-30", "calendar months");
    let text = draft["message"]["text"].as_str().unwrap();
    assert!(text.contains("by Thursday 30 April 2026"), "{text}");
    let view = desk.call("contact.all_fine", with);
    assert_eq!(view["quiet"]["state"], "paused");
    assert_eq!(view["contacts"][0]["allFine"], true);
    assert_eq!(view["contact"]["state"], "in_touch");
    // The mentor says thank you: the pause stays.
    desk.set("2026-04-01T10:00:00Z");
    log(&mut desk, &id, "in", json!({"channel": "email"}));
    assert_eq!(list(&mut desk, &id)["quiet"]["state"], "paused");
    desk.set("2026-04-29T22:00:00Z");
    assert!(card(&mut desk, "N16").is_none());
    desk.set("2026-04-30T00:00:00Z");
    assert!(card(&mut desk, "N16").is_some());
    let view = list(&mut desk, &id);
    assert_eq!(view["quiet"]["state"], "running");
    // One day ran before the message of 1 April: none since. Eight weeks from 30 April.
    assert_eq!(view["quiet"]["ringsOn"]["date"], "2026-06-25");
    log(&mut desk, &id, "out", json!({"channel": "email"}));
    assert!(card(&mut desk, "N16").is_none());
    assert_eq!(list(&mut desk, &id)["allFine"], json!(null));
}

#[test]
fn r19_all_fine_can_be_ended_and_its_limits_are_told() {
    let (mut desk, id) = mentee();
    for (count, unit) in [(0, "weeks"), (105, "weeks"), (25, "months")] {
        let refused = desk.refuse(
            "contact.all_fine",
            json!({"relationship": id, "count": count, "unit": unit}),
        );
        assert_eq!(refused.code, "out_of_range");
    }
    let refused = desk.refuse("contact.all_fine.end", json!({"relationship": id}));
    assert_eq!(refused.code, "not_found");
    desk.call(
        "contact.all_fine",
        json!({"relationship": id, "count": 6, "unit": "weeks"}),
    );
    desk.set("2026-03-09T10:00:00Z");
    let view = desk.call("contact.all_fine.end", json!({"relationship": id}));
    assert_eq!(view["quiet"]["state"], "running");
    assert_eq!(view["quiet"]["days"], 0, "a week of it was a pause");
    assert_eq!(view["allFine"], json!(null));
    // The mentor never had the program: what he wrote is written down by Priya (B2).
    let view = desk.call(
        "contact.all_fine",
        json!({"relationship": id, "count": 2, "unit": "weeks", "direction": "in", "text": "All well."}),
    );
    assert_eq!(view["allFine"]["from"], "mentor");
    desk.set("2026-03-23T10:00:00Z");
    assert!(
        card(&mut desk, "N16").is_none(),
        "only the sender is reminded"
    );
}

#[test]
fn r57_two_check_ins_in_vain_beyond_the_quiet_limit_raise_the_card() {
    let (mut desk, id) = mentor();
    log(&mut desk, &id, "out", json!({"channel": "phone"}));
    log(
        &mut desk,
        &id,
        "in",
        json!({"channel": "phone", "note": "SECRET-NOTE"}),
    );
    // Eight weeks after Monday 2 March is Monday 27 April.
    desk.set("2026-04-27T10:00:00Z");
    log(&mut desk, &id, "out", json!({"channel": "email"}));
    assert!(card(&mut desk, "stalled").is_none());
    desk.set("2026-05-04T10:00:00Z");
    log(&mut desk, &id, "out", json!({"channel": "text"}));
    assert!(card(&mut desk, "stalled").is_some());
    let escalation = desk.call(
        "escalation.get",
        json!({"relationship": id, "about": "stalled"}),
    );
    let text = escalation["draft"]["text"].as_str().unwrap();
    assert!(
        text.contains("The last contact both ways was on Monday 2 March 2026."),
        "{text}"
    );
    assert!(text.contains("- Monday 27 April 2026") && text.contains("- Monday 4 May 2026"));
    assert!(
        !text.contains("SECRET-NOTE") && !text.contains("- Monday 2 March"),
        "{text}"
    );
    desk.call(
        "escalation.close",
        json!({"relationship": id, "about": "stalled", "outcome": "sent"}),
    );
    assert!(card(&mut desk, "stalled").is_none());
    log(&mut desk, &id, "in", json!({"channel": "email"}));
    let refused = desk.refuse(
        "escalation.get",
        json!({"relationship": id, "about": "stalled"}),
    );
    assert_eq!(refused.code, "not_found", "an answer ends it");
}
