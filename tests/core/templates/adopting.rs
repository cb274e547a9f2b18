//! A relationship has a copy of its template: later changes reach it only when somebody asks for them.

use super::{add, change, copy, desk, full, pdf, relationship, section};
use crate::desk::Desk;
use serde_json::{Value, json};

fn agreement(desk: &mut Desk, relationship: &str) -> Value {
    desk.call("agreement.get", json!({"relationship": relationship}))
}

/// The rows of the table in their order.
fn rows(view: &Value) -> Vec<&str> {
    let order = view["order"].as_array().unwrap();
    order
        .iter()
        .map(|row| row["key"].as_str().unwrap())
        .collect()
}

fn own_key(view: &Value) -> String {
    view["headings"][0]["id"].as_str().unwrap().to_owned()
}

fn canonical(bytes: &[u8]) -> String {
    crate::papers::pdf::attached(bytes)
}

#[test]
fn r58_a_relationship_begins_with_what_its_template_says() {
    let mut desk = desk();
    let template = full(&mut desk);
    let id = relationship(&mut desk, &template);
    let view = agreement(&mut desk, &id);
    let area = section(&view, "area.4");
    assert_eq!(area["title"], "Time and place");
    assert_eq!(area["guidance"], "Meet in the library.");
    assert_eq!(
        rows(&view)[..3],
        ["area.1", own_key(&view).as_str(), "area.2"]
    );
    let paper = desk.call("agreement.document", json!({"relationship": id}));
    assert!(paper.to_string().contains("Time and place"));
    assert_eq!(area["askedBy"], "Asked for by Northbridge Mentoring");
    assert_eq!(section(&view, "area.6")["standing"], "not_for_us");
    let heading = &view["headings"][0];
    assert_eq!(
        (
            heading["title"].as_str(),
            heading["guidance"].as_str(),
            heading["askedBy"].as_str()
        ),
        (
            Some("Conference season"),
            Some("Which months are full?"),
            Some("Asked for by Northbridge Mentoring")
        )
    );
    // The fields keep their keys, so that rules go on working.
    desk.answer(&id, "area.4.latest_finish", json!("18:00"));
    desk.answer(&id, "template.5.cadence", json!("monthly_60"));
    let used = desk.call("relationship.get", json!({"relationship": id}))["template"].clone();
    assert_eq!(
        used,
        json!({"id": template, "name": "Spring cohort", "version": 1, "newer": null})
    );
    // Setting up cannot be undone piece by piece, and the history adds up.
    let undo = desk.call("undo.state", json!({"relationship": id}));
    assert_ne!(undo["back"], "setting up the relationship");
    desk.fairlead.check().unwrap();
}

#[test]
fn r144_what_the_template_asks_for_is_missing_until_it_is_written_or_settled() {
    let mut desk = desk();
    let template = full(&mut desk);
    let id = relationship(&mut desk, &template);
    let missing = |desk: &mut Desk| -> Vec<String> {
        let view = agreement(desk, &id);
        let all = view["missing"].as_array().unwrap();
        all.iter()
            .map(|each| each["section"].as_str().unwrap().to_owned())
            .filter(|key| key == "area.4" || key.starts_with("own."))
            .collect()
    };
    let own = missing(&mut desk)[0].clone();
    assert_eq!(missing(&mut desk), [own.as_str(), "area.4"]);
    desk.answer(&id, "area.4.places", json!("Canteen B"));
    assert_eq!(missing(&mut desk), [own.as_str()]);
    desk.call(
        "heading.change",
        json!({"relationship": id, "heading": own, "text": "Not in June."}),
    );
    assert!(missing(&mut desk).is_empty());
}

#[test]
fn changing_or_removing_a_template_leaves_agreements_byte_for_byte_as_they_are() {
    let mut desk = desk();
    let template = full(&mut desk);
    let id = relationship(&mut desk, &template);
    desk.answer(&id, "area.4.places", json!("Canteen B"));
    let (file, view) = (pdf(&mut desk, &id), agreement(&mut desk, &id));
    let content = canonical(&file);
    change(
        &mut desk,
        &template,
        "area.4",
        json!({"title": "Another", "guidance": "Another.", "asked": false}),
    );
    change(&mut desk, &template, "area.9", json!({"hidden": true}));
    add(&mut desk, &template, "Another section");
    desk.call(
        "template.section.move",
        json!({"template": template, "section": "area.14", "position": 1}),
    );
    desk.call("template.remove", json!({"template": template}));
    desk.restart();
    assert_eq!(agreement(&mut desk, &id), view);
    let now = pdf(&mut desk, &id);
    assert_eq!(canonical(&now), content);
    assert_eq!(now, file);
}

#[test]
fn an_agreement_moves_to_a_newer_version_only_when_asked_and_can_be_moved_back() {
    let mut desk = desk();
    let template = full(&mut desk);
    let id = relationship(&mut desk, &template);
    // What the two chose themselves stays theirs: area 6 comes back in, the heading gets another name.
    desk.call(
        "section.stand",
        json!({"relationship": id, "section": "area.6", "standing": "open"}),
    );
    let heading = agreement(&mut desk, &id)["headings"][0]["id"].clone();
    desk.call(
        "heading.change",
        json!({"relationship": id, "heading": heading, "title": "Conferences"}),
    );
    let before = desk.picture(&id);
    let used = |desk: &mut Desk| {
        desk.call("relationship.get", json!({"relationship": id}))["template"].clone()
    };
    assert_eq!(used(&mut desk)["newer"], Value::Null);
    change(&mut desk, &template, "area.9", json!({"hidden": true}));
    change(
        &mut desk,
        &template,
        "area.4",
        json!({"guidance": "Meet outside."}),
    );
    let renamed = heading.as_str().unwrap();
    change(&mut desk, &template, renamed, json!({"title": "Season"}));
    let added = add(&mut desk, &template, "Publications");
    assert_eq!(used(&mut desk)["newer"], 2);
    let offer = desk.call("template.compare", json!({"relationship": id}));
    let sentences: Vec<_> = offer["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| {
            format!(
                "{}: {}",
                each["about"].as_str().unwrap(),
                each["sentence"].as_str().unwrap()
            )
        })
        .collect();
    assert!(
        sentences.contains(&"Publications: This section is added.".to_owned()),
        "{sentences:?}"
    );
    assert!(
        sentences.contains(&"Feedback: It is left out from the start.".to_owned()),
        "{sentences:?}"
    );
    assert_eq!(used(&mut desk)["version"], 1, "comparing moves nothing");
    desk.call("template.adopt", json!({"relationship": id}));
    let view = agreement(&mut desk, &id);
    assert_eq!(section(&view, "area.4")["guidance"], "Meet outside.");
    assert_eq!(section(&view, "area.9")["standing"], "not_for_us");
    assert_eq!(section(&view, "area.6")["standing"], "open");
    assert_eq!(view["headings"][0]["title"], "Conferences");
    assert_eq!(view["headings"][1]["id"], added);
    assert_eq!(used(&mut desk)["version"], 2);
    let undone = desk.call("undo.back", json!({"relationship": id}));
    assert_eq!(undone["done"], "moving to version 2 of “Spring cohort”");
    let newer = before.replace("\"newer\":null", "\"newer\":2");
    assert_eq!(desk.picture(&id), newer);
    desk.fairlead.check().unwrap();
}

#[test]
fn an_agreement_moves_to_another_template_and_keeps_what_was_written() {
    let mut desk = desk();
    let template = full(&mut desk);
    let id = relationship(&mut desk, &template);
    let heading = agreement(&mut desk, &id)["headings"][0]["id"].clone();
    desk.call(
        "heading.change",
        json!({"relationship": id, "heading": heading, "text": "Not in June."}),
    );
    let other = copy(&mut desk, "Other");
    let empty = add(&mut desk, &other, "Empty");
    desk.call(
        "template.adopt",
        json!({"relationship": id, "template": other}),
    );
    let view = agreement(&mut desk, &id);
    assert_eq!(view["headings"][0]["id"], empty);
    assert_eq!(view["headings"][1]["text"], "Not in June.");
    assert_eq!(section(&view, "area.6")["standing"], "open");
    assert_eq!(section(&view, "area.4")["askedBy"], Value::Null);
    desk.call(
        "template.adopt",
        json!({"relationship": id, "template": "fairlead"}),
    );
    let view = agreement(&mut desk, &id);
    assert_eq!(
        view["headings"].as_array().unwrap().len(),
        1,
        "the empty one goes"
    );
    desk.fairlead.check().unwrap();
}

#[test]
fn r53_titles_and_order_follow_a_newer_version_only_where_the_two_chose_none() {
    let mut desk = desk();
    let template = full(&mut desk);
    let (kept, own) = (
        relationship(&mut desk, &template),
        relationship(&mut desk, &template),
    );
    desk.call(
        "section.rename",
        json!({"relationship": own, "section": "area.4", "title": "Limits of time"}),
    );
    desk.call(
        "section.move",
        json!({"relationship": own, "section": "area.14", "position": 1}),
    );
    change(
        &mut desk,
        &template,
        "area.4",
        json!({"title": "Hours and rooms"}),
    );
    desk.call(
        "template.section.move",
        json!({"template": template, "section": "area.9", "position": 1}),
    );
    for id in [&kept, &own] {
        desk.call("template.adopt", json!({"relationship": id}));
    }
    let view = agreement(&mut desk, &kept);
    assert_eq!(section(&view, "area.4")["title"], "Hours and rooms");
    assert_eq!(
        rows(&view)[..3],
        ["area.9", "area.1", own_key(&view).as_str()]
    );
    let view = agreement(&mut desk, &own);
    assert_eq!(section(&view, "area.4")["title"], "Limits of time");
    assert_eq!(rows(&view)[..2], ["area.14", "area.1"]);
    // Back to the shipped form: the areas stand as they do there, and the empty heading goes.
    desk.call(
        "template.adopt",
        json!({"relationship": kept, "template": "fairlead"}),
    );
    let view = agreement(&mut desk, &kept);
    assert_eq!(section(&view, "area.4")["title"], "Meeting boundaries");
    assert_eq!(rows(&view)[..2], ["area.1", "area.2"]);
    desk.fairlead.check().unwrap();
}
