//! The form around its questions: the sentence of a section, the names and the order of headings,
//! consent to leave a clause out, and what is missing before signing.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use serde_json::{Value, json};

pub fn desk() -> (Desk, String) {
    let mut desk = Desk::at("2026-03-24T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    (desk, id)
}

pub fn agreement(desk: &mut Desk, id: &str) -> Value {
    desk.call("agreement.get", json!({"relationship": id}))
}

pub fn paper(desk: &mut Desk, id: &str) -> String {
    desk.call("agreement.document", json!({"relationship": id}))
        .to_string()
}

fn sentence(desk: &mut Desk, id: &str, section: &str) -> Value {
    desk.section(id, section)["sentence"].clone()
}

#[test]
fn answers_write_their_sentence_and_follow_them_as_long_as_nobody_worded_it() {
    let (mut desk, id) = desk();
    assert!(sentence(&mut desk, &id, "template.5").is_null());
    desk.answer(&id, "template.5.cadence", json!("six_weeks_90"));
    let view = sentence(&mut desk, &id, "template.5");
    assert_eq!(
        view["text"],
        "We meet every 6 weeks for 90 minutes. That is about 65 minutes a month."
    );
    assert_eq!(
        (&view["own"], &view["differs"]),
        (&json!(false), &json!(false))
    );
    desk.answer(&id, "template.5.cadence", json!("monthly_60"));
    let view = sentence(&mut desk, &id, "template.5");
    assert_eq!(
        view["text"],
        "We meet every month for 60 minutes. That is 60 minutes a month."
    );
}

#[test]
fn own_words_are_never_overwritten_and_a_changed_answer_asks_which_of_the_two_holds() {
    let (mut desk, id) = desk();
    desk.answer(&id, "template.5.cadence", json!("six_weeks_90"));
    let own = "Every sixth Wednesday we take ninety minutes.";
    let write = |text: &str| json!({"relationship": id, "section": "template.5", "text": text});
    let saved = desk.call("sentence.write", write(own));
    assert_eq!(
        (&saved["sentence"]["own"], &saved["sentence"]["differs"]),
        (&json!(true), &json!(false))
    );
    assert!(paper(&mut desk, &id).contains(own));
    // Area 2 still tells the rhythm in the words of the answers (R30); section 5 no longer does.
    let said = paper(&mut desk, &id);
    let rhythm = "We meet every 6 weeks for 90 minutes.";
    assert!(!said.contains(rhythm));
    assert!(said.contains("We talk every 6 weeks for 90 minutes, as section 5 says."));

    desk.answer(&id, "template.5.cadence", json!("monthly_60"));
    let view = sentence(&mut desk, &id, "template.5");
    assert_eq!(view["text"], own, "nothing is overwritten");
    assert_eq!(view["differs"], true);
    assert!(view["generated"].as_str().unwrap().contains("every month"));
    assert!(paper(&mut desk, &id).contains(own));

    let settle =
        |choice: &str| json!({"relationship": id, "section": "template.5", "choice": choice});
    let kept = desk.call("sentence.settle", settle("keep"));
    assert_eq!(
        (&kept["sentence"]["text"], &kept["sentence"]["differs"]),
        (&json!(own), &json!(false))
    );
    // Back to what it was when it was worded: that is a change as well.
    desk.answer(&id, "template.5.cadence", json!("six_weeks_90"));
    assert_eq!(sentence(&mut desk, &id, "template.5")["differs"], true);
    let taken = desk.call("sentence.settle", settle("take"));
    assert_eq!(taken["sentence"]["own"], false);
    assert!(paper(&mut desk, &id).contains(rhythm));

    // An answer that is taken away asks too.
    desk.call("sentence.write", write(own));
    desk.answer(&id, "template.5.cadence", Value::Null);
    let view = sentence(&mut desk, &id, "template.5");
    assert_eq!(
        (&view["generated"], &view["differs"]),
        (&json!(""), &json!(true))
    );
    assert_eq!(view["text"], own);
    desk.fairlead.check().unwrap();
}

#[test]
fn the_words_of_the_answers_and_empty_words_follow_the_answers_again() {
    let (mut desk, id) = desk();
    desk.answer(&id, "area.12.revisit", json!("m3"));
    let generated = sentence(&mut desk, &id, "area.12")["generated"].clone();
    for text in [generated.as_str().unwrap(), "", "  "] {
        desk.call(
            "sentence.write",
            json!({"relationship": id, "section": "area.12", "text": "Each quarter."}),
        );
        let saved = desk.call(
            "sentence.write",
            json!({"relationship": id, "section": "area.12", "text": text}),
        );
        assert_eq!(
            (&saved["sentence"]["own"], &saved["sentence"]["text"]),
            (&json!(false), &generated)
        );
    }
    let refused = desk.refuse(
        "sentence.write",
        json!({"relationship": id, "section": "clause.no_fault", "text": "x"}),
    );
    assert_eq!(refused.code, "fixed");
}

#[test]
fn wording_a_sentence_opens_an_agreed_section_and_undo_brings_both_back() {
    let (mut desk, id) = desk();
    desk.answer(&id, "area.12.revisit", json!("m3"));
    desk.call(
        "section.stand",
        json!({"relationship": id, "section": "area.12", "standing": "agreed"}),
    );
    let write = |text: &str| json!({"relationship": id, "section": "area.12", "text": text});
    let saved = desk.call("sentence.write", write("Each quarter."));
    assert_eq!(saved["standing"], "open");
    desk.call("undo.back", json!({"relationship": id}));
    let section = desk.section(&id, "area.12");
    assert_eq!(section["standing"], "agreed");
    assert_eq!(section["sentence"]["own"], false);
    desk.call("undo.forward", json!({"relationship": id}));
    assert_eq!(
        desk.section(&id, "area.12")["sentence"]["text"],
        "Each quarter."
    );
    desk.fairlead.check().unwrap();
}

fn order(view: &Value) -> Vec<String> {
    view["order"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| match row["number"].as_str() {
            Some(number) => number.to_owned(),
            None => row["title"].as_str().unwrap().to_owned(),
        })
        .collect()
}

#[test]
fn r53_areas_and_own_headings_stand_in_the_order_of_the_two_on_screen_and_on_paper() {
    let (mut desk, id) = desk();
    let season = desk.call(
        "heading.add",
        json!({"relationship": id, "title": "Conference season", "text": "Not in June."}),
    )["id"]
        .clone();
    let view = agreement(&mut desk, &id);
    let standard: Vec<String> = (1..=14).map(|number| number.to_string()).collect();
    assert_eq!(order(&view)[..14], standard[..]);
    assert_eq!(order(&view)[14], "Conference season");

    let shift = |key: &Value, position: u32| json!({"relationship": id, "section": key, "position": position});
    let moved = desk.call("section.move", shift(&json!("area.14"), 1));
    assert_eq!(order(&moved)[..3], ["14", "1", "2"]);
    desk.call("section.move", shift(&season, 2));
    let view = agreement(&mut desk, &id);
    assert_eq!(order(&view)[..4], ["14", "Conference season", "1", "2"]);
    let areas: Vec<_> = view["sections"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|section| section["part"] == "contract")
        .map(|section| section["number"].as_str().unwrap())
        .collect();
    assert_eq!(areas[..3], ["14", "1", "2"]);
    let paper_now = paper(&mut desk, &id);
    let at = |words: &str| paper_now.find(words).unwrap();
    assert!(at("14 Conclusion") < at("Conference season"));
    assert!(at("Conference season") < at("1 Channel"));

    // A heading that comes later stands behind all others.
    desk.call(
        "heading.add",
        json!({"relationship": id, "title": "Publications"}),
    );
    assert_eq!(
        order(&agreement(&mut desk, &id)).last().unwrap(),
        "Publications"
    );
    // Their own change places among themselves, and the areas between them stay.
    desk.call(
        "heading.move",
        json!({"relationship": id, "heading": season, "position": 2}),
    );
    let view = agreement(&mut desk, &id);
    assert_eq!(order(&view)[..3], ["14", "Publications", "1"]);
    assert_eq!(order(&view)[15], "Conference season");
    for _ in 0..4 {
        desk.call("undo.back", json!({"relationship": id}));
    }
    assert_eq!(order(&agreement(&mut desk, &id))[..14], standard[..]);
    desk.fairlead.check().unwrap();
}

#[test]
fn r53_places_at_the_ends_and_sections_that_stay_where_they_are() {
    let (mut desk, id) = desk();
    let shift = |key: &str, position: u32| json!({"relationship": id, "section": key, "position": position});
    let moved = desk.call("section.move", shift("area.1", 0));
    assert_eq!(order(&moved)[0], "1");
    let moved = desk.call("section.move", shift("area.1", 4_000_000_000));
    assert_eq!(order(&moved)[13], "1");
    for section in ["template.3", "clause.no_fault"] {
        assert_eq!(desk.refuse("section.move", shift(section, 1)).code, "fixed");
        let rename = json!({"relationship": id, "section": section, "title": "Other"});
        assert_eq!(desk.refuse("section.rename", rename).code, "fixed");
    }
    assert_eq!(
        desk.refuse("section.move", shift("area.15", 1)).code,
        "not_found"
    );
}

#[test]
fn r53_a_renamed_area_shows_its_standard_name_too() {
    let (mut desk, id) = desk();
    let rename = |title: &str| json!({"relationship": id, "section": "area.14", "title": title});
    let renamed = desk.call("section.rename", rename("How we part"));
    let row = &renamed["order"][13];
    assert_eq!(
        (&row["title"], &row["standard"]),
        (&json!("How we part"), &json!("Conclusion"))
    );
    let section = desk.section(&id, "area.14");
    assert_eq!(section["title"], "How we part");
    assert_eq!(section["standard"], "Conclusion");
    let paper_now = paper(&mut desk, &id);
    assert!(paper_now.contains("14 How we part"));
    assert!(paper_now.contains("The form calls it: Conclusion."));
    for own_name in ["Conclusion", ""] {
        desk.call("section.rename", rename("How we part"));
        desk.call("section.rename", rename(own_name));
        let section = desk.section(&id, "area.14");
        assert_eq!(section["title"], "Conclusion");
        assert!(section["standard"].is_null());
    }
    let refused = desk.refuse("section.rename", rename(&"x".repeat(2_000)));
    assert_eq!(refused.field.as_deref(), Some("title"));
}

#[test]
fn r53_what_is_not_used_is_listed_and_comes_back_whole() {
    let (mut desk, id) = desk();
    desk.answer(&id, "area.9.text", json!("Within the week."));
    let stand =
        |standing: &str| json!({"relationship": id, "section": "area.9", "standing": standing});
    desk.call("section.stand", stand("not_for_us"));
    let left_out = paper(&mut desk, &id);
    assert!(left_out.contains("Area 9: Feedback: not used"));
    assert!(!left_out.contains("Within the week."));
    let view = agreement(&mut desk, &id);
    assert_eq!(order(&view).len(), 14, "it keeps its place in the list");
    desk.call("section.stand", stand("open"));
    assert!(paper(&mut desk, &id).contains("Within the week."));
}

#[test]
fn r97_the_clause_is_left_out_only_with_both_consents_and_comes_back_with_one() {
    let (mut desk, id) = desk();
    let stand = json!({"relationship": id, "section": "clause.no_fault", "standing": "not_for_us"});
    let consent = |side: &str, yes: bool| json!({"relationship": id, "field": "clause.no_fault.leave_out", "side": side, "value": yes});
    let refused = desk.refuse("section.stand", stand.clone());
    assert_eq!(refused.code, "needs_both");
    assert!(
        refused.message.contains("Ruth Kessler and Priya Raman"),
        "{}",
        refused.message
    );
    desk.call("answer.set", consent("mentee", true));
    desk.call("answer.set", consent("mentor", false));
    let refused = desk.refuse("section.stand", stand.clone());
    assert_eq!(refused.code, "needs_both");
    assert!(refused.message.contains("Ruth Kessler has not agreed"));
    assert!(!refused.message.contains("Priya"));
    assert!(paper(&mut desk, &id).contains("nobody's fault"));
    assert!(
        !paper(&mut desk, &id).contains("leave this clause out"),
        "what is only talked about is not printed"
    );
    desk.call("answer.set", consent("mentor", true));
    desk.call("section.stand", stand);
    let left_out = paper(&mut desk, &id);
    assert!(!left_out.contains("nobody's fault"));
    assert!(left_out.contains("Left out by agreement"));
    let saved = desk.call("answer.set", consent("mentee", false));
    assert_eq!(saved["standing"], "open");
    assert!(paper(&mut desk, &id).contains("nobody's fault"));
}

#[test]
fn r97_asking_to_leave_the_clause_out_does_not_open_it_while_it_stands() {
    let (mut desk, id) = desk();
    desk.call(
        "section.stand",
        json!({"relationship": id, "section": "clause.no_fault", "standing": "agreed"}),
    );
    let saved = desk.call(
        "answer.set",
        json!({"relationship": id, "field": "clause.no_fault.leave_out", "side": "mentee", "value": true}),
    );
    assert_eq!(saved["standing"], "agreed");
}

fn missing(desk: &mut Desk, id: &str) -> Vec<(String, String)> {
    let ready = desk.call("agreement.ready", json!({"relationship": id}));
    let missing = ready["missing"].as_array().unwrap();
    assert_eq!(ready["ready"], missing.is_empty());
    missing
        .iter()
        .map(|each| {
            let section = each["section"].as_str().unwrap();
            assert_eq!(
                each["route"],
                format!("/relationship/{id}/agreement/{section}")
            );
            assert!(!each["why"].as_str().unwrap().is_empty());
            (
                each["code"].as_str().unwrap().to_owned(),
                each["field"].as_str().unwrap().to_owned(),
            )
        })
        .collect()
}

#[test]
fn r144_r146_r62_and_c9_what_is_needed_before_signing_is_listed_with_its_place() {
    let (mut desk, id) = desk();
    let pair = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    assert_eq!(
        missing(&mut desk, &id),
        [
            pair("required", "template.2.purposes"),
            pair("required", "template.5.postpone"),
            pair("required", "area.11.method"),
            pair("required", "area.13.rhythm"),
        ]
    );
    desk.answer(
        &id,
        "template.2.purposes",
        json!(["move from reports to decisions"]),
    );
    desk.answer(&id, "template.5.postpone", json!("decide_each_time"));
    desk.answer(&id, "area.11.method", json!("own"));
    desk.answer(&id, "area.13.rhythm", json!("other"));
    assert_eq!(
        missing(&mut desk, &id),
        [
            pair("own_words", "area.11.text"),
            pair("own_words", "area.13.text")
        ]
    );
    desk.answer(&id, "area.11.text", json!("On a card."));
    desk.answer(&id, "area.13.text", json!("In May."));
    desk.answer(&id, "area.14.end", json!("open"));
    assert_eq!(
        missing(&mut desk, &id),
        [pair("revisit_for_open_end", "area.12.revisit")]
    );
    desk.answer(&id, "area.12.revisit", json!("other"));
    assert_eq!(
        missing(&mut desk, &id),
        [pair("revisit_for_open_end", "area.12.revisit")]
    );
    desk.answer(&id, "area.12.revisit_on", json!("2026-12-01"));
    assert_eq!(missing(&mut desk, &id), []);
    desk.answer(&id, "area.14.end", json!("end_date"));
    assert_eq!(
        missing(&mut desk, &id),
        [pair("end_date", "template.4.ends_on")]
    );
    desk.answer(&id, "area.14.end", json!("after_goal"));
    assert_eq!(
        missing(&mut desk, &id),
        [pair("end_goal", "area.14.end_goal")]
    );
    // What is not used asks for nothing.
    desk.call(
        "section.stand",
        json!({"relationship": id, "section": "area.14", "standing": "not_for_us"}),
    );
    assert_eq!(missing(&mut desk, &id), []);
    desk.answer(&id, "clause.confidentiality.wording", json!("own"));
    assert_eq!(
        missing(&mut desk, &id),
        [pair("own_words", "clause.confidentiality.text")]
    );
    let ready = desk.call("agreement.ready", json!({"relationship": id}));
    let talking = ready["talking"].as_array().unwrap();
    assert_eq!(talking.len(), 22, "all but area 14");
}

#[test]
fn r67_the_end_lies_on_a_milestone_until_one_of_the_two_moves() {
    let (mut desk, id) = desk();
    let made = desk.call(
        "milestone.add",
        json!({"relationship": id, "name": "October planning round", "on": "2026-10-05"}),
    );
    let milestone = made["id"].clone();
    let ends = |value: bool| json!({"relationship": id, "milestone": milestone, "ends": value});
    let changed = desk.call("milestone.change", ends(true));
    assert_eq!(changed["milestones"][0]["ends"], true);
    assert_eq!(desk.value(&id, "template.4.ends_on", None), "2026-10-05");
    let said = sentence(&mut desk, &id, "template.4")["text"].clone();
    assert_eq!(
        said,
        "We end on Monday 5 October 2026, the day of the milestone “October planning round”."
    );
    // The milestone moves: the end stays, and the question is asked.
    desk.call(
        "milestone.change",
        json!({"relationship": id, "milestone": milestone, "on": "2026-10-12"}),
    );
    let view = agreement(&mut desk, &id);
    let question = view["advice"]
        .as_array()
        .unwrap()
        .iter()
        .find(|each| each["code"] == "milestone_moved")
        .unwrap()
        .clone();
    assert_eq!(question["fix"]["value"], "2026-10-12");
    assert_eq!(desk.value(&id, "template.4.ends_on", None), "2026-10-05");
    // The offered end is on the milestone still; any other is not.
    desk.answer(&id, "template.4.ends_on", json!("2026-10-12"));
    assert_eq!(agreement(&mut desk, &id)["milestones"][0]["ends"], true);
    desk.answer(&id, "template.4.ends_on", json!("2026-10-13"));
    assert_eq!(agreement(&mut desk, &id)["milestones"][0]["ends"], false);
    desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(agreement(&mut desk, &id)["milestones"][0]["ends"], true);
    desk.fairlead.check().unwrap();
}

#[test]
fn r67_an_end_on_a_milestone_without_a_date_or_before_the_start_is_refused() {
    let (mut desk, id) = desk();
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    for (on, field) in [
        ("", "empty"),
        ("2026-03-11", "wrong_order"),
        ("2026-03-10", "wrong_order"),
    ] {
        let made = desk.call(
            "milestone.add",
            json!({"relationship": id, "name": "Launch", "on": on}),
        );
        let refused = desk.refuse(
            "milestone.change",
            json!({"relationship": id, "milestone": made["id"], "ends": true}),
        );
        assert_eq!(refused.code, field, "{on}");
    }
    let made = desk.call(
        "milestone.add",
        json!({"relationship": id, "name": "Launch", "on": "2026-03-12"}),
    );
    desk.call(
        "milestone.change",
        json!({"relationship": id, "milestone": made["id"], "ends": true}),
    );
    assert_eq!(desk.value(&id, "template.4.ends_on", None), "2026-03-12");
}

#[test]
fn r66_nine_months_are_suggested_once_the_start_is_known() {
    let (mut desk, id) = desk();
    let suggested = |desk: &mut Desk| {
        let fields = desk.section(&id, "template.4")["fields"].clone();
        fields.as_array().unwrap()[1]["suggestion"].clone()
    };
    assert!(suggested(&mut desk).is_null());
    for (start, end) in [("2026-03-11", "2026-12-11"), ("2026-05-31", "2027-02-28")] {
        desk.answer(&id, "template.4.starts_on", json!(start));
        assert_eq!(suggested(&mut desk), end);
    }
}

#[test]
fn r140_the_five_lines_lead_to_the_sections_in_which_they_are_agreed() {
    let (mut desk, id) = desk();
    let view = agreement(&mut desk, &id);
    let lines = view["summary"].as_array().unwrap();
    assert_eq!(lines.len(), 5);
    assert!(lines.iter().all(|line| line["text"].is_null()));
    desk.answer(&id, "template.5.cadence", json!("six_weeks_90"));
    desk.call("goal.add", json!({"relationship": id, "title": "Lead a case conference", "horizon": "short", "rank": 1}));
    let view = agreement(&mut desk, &id);
    let text = |at: usize| view["summary"][at]["text"].clone();
    assert_eq!(text(0), "Lead a case conference");
    assert_eq!(
        (text(1), text(2)),
        (json!("Every 6 weeks"), json!("90 minutes"))
    );
    let sections: Vec<_> = view["summary"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["section"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        sections,
        [
            "template.3",
            "template.5",
            "template.5",
            "area.3",
            "template.5"
        ]
    );
}

#[test]
fn r71_only_the_questions_of_the_chosen_way_to_meet_are_asked() {
    let (mut desk, id) = desk();
    for (mode, asked) in [
        ("remote", vec!["informal", "accommodations"]),
        (
            "hybrid",
            vec!["hybrid_plan", "informal", "accommodations", "by_chance"],
        ),
        ("in_person", vec!["by_chance"]),
    ] {
        desk.answer(&id, "template.6.mode", json!(mode));
        let section = desk.section(&id, "template.6");
        let now: Vec<_> = section["fields"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|field| field["when"]["field"] == "template.6.mode" && field["asked"] == true)
            .map(|field| {
                field["field"]
                    .as_str()
                    .unwrap()
                    .trim_start_matches("template.6.")
                    .to_owned()
            })
            .collect();
        assert_eq!(now, asked, "{mode}");
    }
}
