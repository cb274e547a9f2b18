//! Suggestions: other words for a place of the agreement, the talk about them, and the decision.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use crate::form::{agreement, desk, paper};
use serde_json::{Value, json};

fn answer_place(field: &str) -> Value {
    json!({"kind": "answer", "field": field})
}

/// Ruth suggests, at Priya's desk.
fn suggest(desk: &mut Desk, id: &str, place: Value, value: Value) -> Value {
    desk.call(
        "suggestion.make",
        json!({"relationship": id, "place": place, "value": value, "side": "mentor", "comment": "Would this do?"}),
    )
}

fn which(id: &str, made: &Value) -> Value {
    json!({"relationship": id, "suggestion": made["id"]})
}

fn list(desk: &mut Desk, id: &str) -> Value {
    desk.call("suggestion.list", json!({"relationship": id}))
}

fn ready(desk: &mut Desk, id: &str) -> Value {
    desk.call("agreement.ready", json!({"relationship": id}))
}

fn undo(desk: &mut Desk, id: &str) -> Value {
    desk.call("undo.back", json!({"relationship": id}))["done"].clone()
}

fn pieces(view: &Value) -> Vec<(&str, &str)> {
    view["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| {
            (
                piece["change"].as_str().unwrap(),
                piece["text"].as_str().unwrap(),
            )
        })
        .collect()
}

const PLACE: &str = "template.5.place";

#[test]
fn a_suggestion_shows_its_author_time_comment_and_what_changes_word_by_word() {
    let (mut desk, id) = desk();
    desk.answer(
        &id,
        "area.4.text",
        json!("We answer in three working days."),
    );
    let made = suggest(
        &mut desk,
        &id,
        answer_place("area.4.text"),
        json!("We answer in two working days."),
    );
    let view = &made["open"][0];
    assert_eq!(view["id"], made["id"]);
    assert_eq!(view["name"], "Ruth Kessler");
    assert_eq!(view["decider"], "Priya Raman");
    assert_eq!(view["when"], "Tuesday 24 March 2026, 10:00");
    assert_eq!(view["comment"], "Would this do?");
    assert_eq!(view["section"], "area.4");
    assert_eq!(
        pieces(view),
        [
            ("same", "We answer in "),
            ("removed", "three"),
            ("added", "two"),
            ("same", " working days.")
        ]
    );
    assert_eq!(view["changes"], json!(["“three” becomes “two”"]));
    assert_eq!(
        desk.value(&id, "area.4.text", None),
        "We answer in three working days.",
        "nothing changes before it is accepted"
    );
    assert!(!paper(&mut desk, &id).contains("two working days"));
    assert_eq!(
        undo(&mut desk, &id),
        "suggesting other words in “Meeting boundaries”"
    );
    assert_eq!(list(&mut desk, &id)["open"], json!([]));
}

#[test]
fn an_accepted_suggestion_stands_in_the_agreement_and_opens_its_section_again_with_one_undo() {
    let (mut desk, id) = desk();
    desk.answer(&id, PLACE, json!("Canteen B"));
    let stand = json!({"relationship": id, "section": "template.5", "standing": "agreed"});
    desk.call("section.stand", stand);
    let made = suggest(&mut desk, &id, answer_place(PLACE), json!("Room 4"));
    assert_eq!(
        desk.section(&id, "template.5")["standing"],
        "agreed",
        "to suggest is not to change"
    );
    let taken = desk.call("suggestion.accept", which(&id, &made));
    assert_eq!(taken["standing"], "open", "still talking");
    assert_eq!(taken["open"], json!([]));
    let decided = &taken["decided"][0];
    assert_eq!(decided["state"], "accepted");
    assert_eq!(decided["decision"]["name"], "Priya Raman");
    assert_eq!(
        (&decided["before"], &decided["after"]),
        (&json!("Canteen B"), &json!("Room 4"))
    );
    assert_eq!(desk.value(&id, PLACE, None), "Room 4");
    assert!(paper(&mut desk, &id).contains("Room 4"));
    let history = desk.call(
        "answer.history",
        json!({"relationship": id, "field": PLACE}),
    );
    assert_eq!(history["entries"][1]["text"], "Canteen B", "R60");

    assert_eq!(
        undo(&mut desk, &id),
        "accepting Ruth Kessler's words in “Meeting plan”"
    );
    assert_eq!(desk.value(&id, PLACE, None), "Canteen B");
    assert_eq!(desk.section(&id, "template.5")["standing"], "agreed");
    assert_eq!(list(&mut desk, &id)["open"][0]["state"], "open");
    desk.call("undo.forward", json!({"relationship": id}));
    assert_eq!(desk.value(&id, PLACE, None), "Room 4");
    desk.fairlead.check().unwrap();
}

#[test]
fn r76_a_refusal_may_say_why_and_needs_no_reason() {
    let (mut desk, id) = desk();
    desk.answer(&id, PLACE, json!("Canteen B"));
    for reason in ["", "It is too loud there."] {
        let made = suggest(&mut desk, &id, answer_place(PLACE), json!("Main hall"));
        let mut request = which(&id, &made);
        request["reason"] = json!(reason);
        let kept = desk.call("suggestion.keep", request);
        assert_eq!(kept["decided"][0]["state"], "kept");
        assert_eq!(kept["decided"][0]["decision"]["reason"], reason);
        assert_eq!(
            kept["decided"][0]["comment"], "Would this do?",
            "the trail is whole"
        );
    }
    assert_eq!(desk.value(&id, PLACE, None), "Canteen B");
}

#[test]
fn r77_agreeing_to_disagree_closes_a_suggestion_keeps_the_words_and_lets_them_sign() {
    let (mut desk, id) = desk();
    desk.answer(&id, PLACE, json!("Canteen B"));
    let made = suggest(&mut desk, &id, answer_place(PLACE), json!("Main hall"));
    let blocked = |ready: &Value| ready["suggestions"].as_array().map(Vec::len);
    let before = blocked(&ready(&mut desk, &id));
    let mut request = which(&id, &made);
    request["disagree"] = json!(true);
    request["reason"] = json!("We see it differently.");
    let closed = desk.call("suggestion.keep", request);
    assert_eq!(closed["open"], json!([]));
    assert_eq!(closed["decided"][0]["state"], "disagreed");
    assert_eq!(
        closed["decided"][0]["decision"]["reason"],
        "We see it differently."
    );
    assert_eq!(desk.value(&id, PLACE, None), "Canteen B");
    assert_eq!(
        (before, blocked(&ready(&mut desk, &id))),
        (Some(1), Some(0))
    );
    undo(&mut desk, &id);
    assert_eq!(list(&mut desk, &id)["open"][0]["state"], "open");
    desk.fairlead.check().unwrap();
}

#[test]
fn who_made_a_suggestion_cannot_accept_it_and_nobody_else_takes_it_back() {
    let (mut desk, id) = desk();
    desk.answer(&id, PLACE, json!("Canteen B"));
    let made = suggest(&mut desk, &id, answer_place(PLACE), json!("Room 4"));
    for (call, side) in [
        ("suggestion.accept", "mentor"),
        ("suggestion.keep", "mentor"),
        ("suggestion.withdraw", "mentee"),
    ] {
        let mut request = which(&id, &made);
        request["side"] = json!(side);
        let refused = desk.refuse(call, request);
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("not_yours", Some("side")),
            "{call}"
        );
    }
    let back = desk.call("suggestion.withdraw", which(&id, &made));
    assert_eq!(back["decided"][0]["state"], "withdrawn");
    assert_eq!(back["decided"][0]["decision"]["name"], "Ruth Kessler");
    let again = desk.refuse("suggestion.accept", which(&id, &made));
    assert_eq!(again.code, "decided");
    // Without a side it is the owner's.
    let own = desk.call(
        "suggestion.make",
        json!({"relationship": id, "place": answer_place(PLACE), "value": "Room 4"}),
    );
    assert_eq!(own["open"][0]["name"], "Priya Raman");
    assert_eq!(own["open"][0]["decider"], "Ruth Kessler");
}

#[test]
fn blended_words_are_a_suggestion_to_the_other_one_or_stand_at_once_where_both_want_them() {
    let (mut desk, id) = desk();
    let place = json!({"kind": "answer", "field": "area.13.text"});
    desk.answer(&id, "area.13.text", json!("Each session."));
    let made = suggest(&mut desk, &id, place.clone(), json!("Quarterly."));
    let blend = |made: &Value, text: &str, both: bool| json!({"relationship": id, "suggestion": made["id"], "value": text, "both": both, "comment": "Short, then."});
    let refused = desk.refuse("suggestion.blend", blend(&made, "Quarterly.", false));
    assert_eq!(refused.code, "no_change", "that would be accepting it");
    let refused = desk.refuse("suggestion.blend", blend(&made, "Each session.", false));
    assert_eq!(refused.code, "no_change", "that would be keeping the words");
    assert_eq!(
        list(&mut desk, &id)["open"][0]["state"],
        "open",
        "nothing was changed"
    );

    let countered = desk.call(
        "suggestion.blend",
        blend(&made, "Each session, but two minutes.", false),
    );
    let open = &countered["open"][0];
    assert_eq!(countered["open"].as_array().unwrap().len(), 1);
    assert_eq!(open["answers"], made["id"]);
    assert_eq!(
        (&open["name"], &open["decider"]),
        (&json!("Priya Raman"), &json!("Ruth Kessler"))
    );
    assert_eq!(open["comment"], "Short, then.");
    assert_eq!(countered["decided"][0]["state"], "blended");
    assert_eq!(desk.value(&id, "area.13.text", None), "Each session.");
    let taken = desk.call("suggestion.accept", which(&id, &countered));
    assert_eq!(taken["decided"][0]["state"], "accepted");
    assert_eq!(
        desk.value(&id, "area.13.text", None),
        "Each session, but two minutes."
    );

    let made = suggest(&mut desk, &id, place, json!("Monthly."));
    let both = desk.call(
        "suggestion.blend",
        blend(&made, "Each third session.", true),
    );
    assert_eq!(both["open"], json!([]));
    assert_eq!(desk.value(&id, "area.13.text", None), "Each third session.");
    assert_eq!(
        undo(&mut desk, &id),
        "blending the words in “Relationship feedback”",
        "one deed"
    );
    assert_eq!(list(&mut desk, &id)["open"][0]["after"], "Monthly.");
    assert_eq!(
        desk.value(&id, "area.13.text", None),
        "Each session, but two minutes."
    );
    desk.fairlead.check().unwrap();
}

#[test]
fn every_kind_of_answer_the_sentence_and_an_own_heading_can_be_suggested() {
    let (mut desk, id) = desk();
    let heading = desk.call(
        "heading.add",
        json!({"relationship": id, "title": "Conference season", "text": "Not in June."}),
    )["id"]
        .clone();
    desk.answer(&id, "template.5.cadence", json!("monthly_60"));
    for (place, value, after) in [
        (
            answer_place("area.13.rhythm"),
            json!("quarterly"),
            "Every three months",
        ),
        (
            answer_place("template.2.purposes"),
            json!(["Lead a project", "Speak up"]),
            "Lead a project\nSpeak up",
        ),
        (answer_place("area.5.silence_weeks"), json!(8), "8 weeks"),
        (
            answer_place("template.4.ends_on"),
            json!("2026-12-18"),
            "Friday 18 December 2026",
        ),
        (answer_place("area.3.agenda"), json!(true), "Yes"),
        (
            json!({"kind": "answer", "field": "template.7.receiving", "side": "mentee"}),
            json!("Facts first."),
            "Facts first.",
        ),
        (
            json!({"kind": "sentence", "section": "template.5"}),
            json!("Once a month, for an hour."),
            "Once a month, for an hour.",
        ),
        (
            json!({"kind": "heading", "heading": heading}),
            json!("Not in June, and not in May."),
            "Not in June, and not in May.",
        ),
    ] {
        let made = suggest(&mut desk, &id, place.clone(), value.clone());
        let view = made["open"][0].clone();
        assert_eq!(view["after"], after, "{place}");
        assert_eq!(view["value"], value, "{place}");
        desk.call("suggestion.accept", which(&id, &made));
        // Where it is open again, it says that the same words stand there.
        let again = desk.refuse(
            "suggestion.make",
            json!({"relationship": id, "place": place, "value": value}),
        );
        assert_eq!(again.code, "no_change", "{place}");
    }
    let view = agreement(&mut desk, &id);
    assert_eq!(view["headings"][0]["text"], "Not in June, and not in May.");
    let sentence = &desk.section(&id, "template.5")["sentence"];
    assert_eq!(
        (&sentence["text"], &sentence["own"]),
        (&json!("Once a month, for an hour."), &json!(true))
    );
    desk.fairlead.check().unwrap();
}

#[test]
fn what_cannot_be_suggested_is_refused_in_words_and_changes_nothing() {
    let (mut desk, id) = desk();
    for (place, value, code, at) in [
        (
            answer_place("template.3.goals"),
            json!("x"),
            "invalid",
            "place",
        ),
        (
            answer_place("area.13.rhythm"),
            json!("daily"),
            "invalid",
            "value",
        ),
        (
            answer_place("nothing.there"),
            json!("x"),
            "not_found",
            "field",
        ),
        (
            answer_place("template.7.receiving"),
            json!("x"),
            "side",
            "side",
        ),
        (
            json!({"kind": "sentence", "section": "clause.no_fault"}),
            json!("x"),
            "fixed",
            "place",
        ),
        (
            json!({"kind": "heading", "heading": "gone"}),
            json!("x"),
            "not_found",
            "heading",
        ),
        (answer_place(PLACE), json!("  "), "no_change", "value"),
        (
            json!({"kind": "answer", "field": "clause.no_fault.leave_out", "side": "mentor"}),
            json!(true),
            "invalid",
            "place",
        ),
    ] {
        let refused = desk.refuse(
            "suggestion.make",
            json!({"relationship": id, "place": place, "value": value}),
        );
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            (code, Some(at)),
            "{place}"
        );
    }
    let none = json!({"relationship": id, "suggestion": "none"});
    assert_eq!(desk.refuse("suggestion.accept", none).code, "not_found");
    assert_eq!(list(&mut desk, &id)["decided"], json!([]));
}

#[test]
fn words_that_changed_since_are_said_and_compared_as_they_are_now() {
    let (mut desk, id) = desk();
    desk.answer(&id, PLACE, json!("Canteen B"));
    let made = suggest(&mut desk, &id, answer_place(PLACE), json!("Canteen C"));
    assert_eq!(made["open"][0]["moved"], false);
    desk.answer(&id, PLACE, json!("Canteen D"));
    let view = list(&mut desk, &id)["open"][0].clone();
    assert_eq!(view["moved"], true);
    assert_eq!(view["changes"], json!(["“D” becomes “C”"]));
    let taken = desk.call("suggestion.accept", which(&id, &made));
    assert_eq!(taken["decided"][0]["before"], "Canteen D");
}

#[test]
fn an_open_suggestion_blocks_signing_and_is_listed_with_its_place() {
    let (mut desk, id) = desk();
    let before = ready(&mut desk, &id);
    assert_eq!(before["suggestions"], json!([]));
    let made = suggest(&mut desk, &id, answer_place(PLACE), json!("Room 4"));
    let blocked = ready(&mut desk, &id);
    assert_eq!(blocked["ready"], false);
    let waiting = &blocked["suggestions"][0];
    assert_eq!(waiting["suggestion"], made["id"]);
    assert_eq!(waiting["title"], "Meeting plan");
    assert_eq!(
        waiting["why"],
        "Ruth Kessler suggested other words, and Priya Raman has not decided yet."
    );
    assert_eq!(
        waiting["route"],
        format!("/relationship/{id}/agreement/template.5")
    );
    desk.call("suggestion.withdraw", which(&id, &made));
    assert_eq!(ready(&mut desk, &id)["suggestions"], json!([]));
}

#[test]
fn comments_are_kept_in_order_with_author_and_time() {
    let (mut desk, id) = desk();
    let made = suggest(&mut desk, &id, answer_place(PLACE), json!("Room 4"));
    let comment = |side: &str, text: &str| json!({"relationship": id, "suggestion": made["id"], "side": side, "text": text});
    let refused = desk.refuse("suggestion.comment", comment("mentee", " "));
    assert_eq!(refused.field.as_deref(), Some("text"));
    desk.call("suggestion.comment", comment("mentee", "Is it free?"));
    desk.set("2026-03-25T09:30:00Z");
    desk.call("suggestion.comment", comment("mentor", "On Fridays."));
    desk.call("suggestion.accept", which(&id, &made));
    let after = desk.call("suggestion.comment", comment("mentee", "Good."));
    let said: Vec<_> = after["decided"][0]["comments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|comment| {
            let text = |name: &str| comment[name].as_str().unwrap().to_owned();
            (text("name"), text("when"), text("text"))
        })
        .collect();
    let when = "Wednesday 25 March 2026, 09:30";
    let line = |name: &str, when: &str, text: &str| (name.into(), when.into(), text.into());
    assert_eq!(
        said,
        [
            line("Priya Raman", "Tuesday 24 March 2026, 10:00", "Is it free?"),
            line("Ruth Kessler", when, "On Fridays."),
            line("Priya Raman", when, "Good."),
        ]
    );
    desk.restart();
    assert_eq!(
        list(&mut desk, &id)["decided"][0]["comments"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

#[test]
fn a_heading_that_is_removed_takes_its_open_suggestions_back_and_undo_brings_both() {
    let (mut desk, id) = desk();
    let heading = desk.call(
        "heading.add",
        json!({"relationship": id, "title": "Conference season", "text": "Not in June."}),
    )["id"]
        .clone();
    suggest(
        &mut desk,
        &id,
        json!({"kind": "heading", "heading": heading}),
        json!("Not in May."),
    );
    desk.call(
        "heading.remove",
        json!({"relationship": id, "heading": heading}),
    );
    let without = list(&mut desk, &id);
    assert_eq!(without["open"], json!([]));
    assert_eq!(without["decided"][0]["title"], "A heading that was removed");
    undo(&mut desk, &id);
    assert_eq!(
        list(&mut desk, &id)["open"][0]["title"],
        "Conference season"
    );
}

#[test]
fn a_coordinator_reads_no_suggestion_and_makes_none() {
    let mut desk = Desk::at("2026-03-24T10:00:00Z", "Europe/London");
    let made = desk.call(
        "relationship.create",
        json!({"role": "coordinator", "partner": {"name": "Ada N."}, "other": {"name": "Jun C."}, "connection": {"state": "waiting"}}),
    );
    let id = made["id"].as_str().unwrap();
    let refused = desk.refuse("suggestion.list", json!({"relationship": id}));
    assert_eq!(refused.code, "coordinator");
    let refused = desk.refuse(
        "suggestion.make",
        json!({"relationship": id, "place": answer_place(PLACE), "value": "x", "side": "mentor"}),
    );
    assert_eq!(refused.code, "coordinator");
}

#[test]
fn today_names_the_suggestion_that_waits_for_the_owner_and_not_their_own() {
    let (mut desk, id) = desk();
    let own = json!({"relationship": id, "place": answer_place(PLACE), "value": "Canteen B"});
    desk.call("suggestion.make", own);
    let cards = |desk: &mut Desk| -> Vec<Value> {
        let today = desk.call("today.get", json!({}));
        let cards = today["cards"].as_array().unwrap().iter();
        cards
            .filter(|card| card["kind"] == "suggestion")
            .cloned()
            .collect()
    };
    assert_eq!(cards(&mut desk), Vec::<Value>::new());
    let made = suggest(&mut desk, &id, answer_place(PLACE), json!("Room 4"));
    let card = &cards(&mut desk)[0];
    assert_eq!(
        card["title"],
        "Ruth suggested other words for “Meeting plan”"
    );
    assert_eq!(
        card["route"],
        format!("/relationship/{id}/agreement/suggestions")
    );
    desk.call("suggestion.keep", which(&id, &made));
    assert_eq!(cards(&mut desk), Vec::<Value>::new());
}

#[test]
fn since_the_last_look_tells_who_suggested_and_who_decided() {
    let (mut desk, id) = desk();
    desk.answer(&id, PLACE, json!("Canteen B"));
    desk.call("since.seen", json!({"relationship": id}));
    let made = suggest(&mut desk, &id, answer_place(PLACE), json!("Room 4"));
    desk.call(
        "suggestion.comment",
        json!({"relationship": id, "suggestion": made["id"], "side": "mentee", "text": "Good."}),
    );
    desk.call("suggestion.keep", which(&id, &made));
    desk.set("2026-03-26T09:00:00Z");
    let since = desk.call("since.get", json!({"relationship": id}));
    let told: Vec<_> = since["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| change["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        told,
        [
            "Ruth Kessler suggested other words in “Meeting plan”",
            "Priya Raman commented on “Meeting plan”",
            "Priya Raman kept the words in “Meeting plan”",
        ]
    );
    assert_eq!(
        since["changes"][0]["route"],
        format!("/relationship/{id}/agreement/template.5")
    );
}
