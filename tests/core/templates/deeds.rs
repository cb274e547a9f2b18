//! What was done to a template has a name, a date, and a way back.

use super::{copy, desk};
use crate::desk::Desk;
use serde_json::{Value, json};

fn view(desk: &mut Desk, template: &str) -> Value {
    desk.call("template.get", json!({"template": template}))
}

fn section(view: &Value, key: &str) -> Value {
    let sections = view["sections"].as_array().unwrap();
    let found = sections.iter().find(|each| each["section"] == key);
    found.unwrap().clone()
}

fn undo(desk: &mut Desk, template: &str) -> Value {
    desk.call("template.undo", json!({"template": template}))
}

fn redo(desk: &mut Desk, template: &str) -> Value {
    desk.call("template.redo", json!({"template": template}))
}

#[test]
fn every_deed_on_a_template_is_taken_back_and_done_again_by_its_name() {
    let mut desk = desk();
    let id = copy(&mut desk, "Spring");
    let with = |fields: Value| {
        let mut request = json!({"template": id});
        let given = fields.as_object().unwrap().clone();
        request.as_object_mut().unwrap().extend(given);
        request
    };
    let calls: [(&str, Value, &str); 8] = [
        (
            "template.change",
            json!({"name": "Autumn"}),
            "changing the name of the template",
        ),
        (
            "template.change",
            json!({"programme": "Northbridge"}),
            "changing whose template it is",
        ),
        (
            "template.section.change",
            json!({"section": "area.4", "title": "Place"}),
            "rewording “Time and place”",
        ),
        (
            "template.section.change",
            json!({"section": "area.3", "asked": true}),
            "asking for “Initiating contact”",
        ),
        (
            "template.section.change",
            json!({"section": "area.6", "hidden": true}),
            "leaving out “Mentoring boundaries”",
        ),
        (
            "template.section.move",
            json!({"section": "area.2", "position": 1}),
            "moving “How often”",
        ),
        (
            "template.section.add",
            json!({"title": "Conference"}),
            "adding “Conference”",
        ),
        (
            "template.remove",
            json!({}),
            "removing the template “Autumn”",
        ),
    ];
    let mut pictures = vec![view(&mut desk, &id)["sections"].clone()];
    for (name, fields, deed) in &calls {
        desk.call(name, with(fields.clone()));
        let state = desk.call("template.undo_state", json!({"template": id}));
        // The names of shipped sections are the form's: what matters is that the deed has one.
        assert!(
            state["back"].as_str().unwrap().split('“').next() == deed.split('“').next(),
            "{state}"
        );
        if *name != "template.remove" {
            pictures.push(view(&mut desk, &id)["sections"].clone());
        }
    }
    assert_eq!(
        desk.refuse("template.get", json!({"template": id})).code,
        "not_found"
    );
    for wanted in pictures.iter().rev() {
        assert_eq!(&view_after(&mut desk, &id, undo), wanted);
    }
    assert_eq!(view(&mut desk, &id)["template"]["name"], "Spring");
    for wanted in pictures.iter().skip(1) {
        assert_eq!(&view_after(&mut desk, &id, redo), wanted);
    }
    let last = redo(&mut desk, &id);
    assert_eq!(last["done"], "removing the template “Autumn”");
    assert_eq!(redo(&mut desk, &id)["done"], Value::Null);
    assert_eq!(
        undo(&mut desk, &id)["forward"],
        "removing the template “Autumn”"
    );
    desk.restart();
    assert_eq!(undo(&mut desk, &id)["done"], "adding “Conference”");
    desk.fairlead.check().unwrap();
}

fn view_after(desk: &mut Desk, id: &str, turn: fn(&mut Desk, &str) -> Value) -> Value {
    assert!(turn(desk, id)["done"].is_string());
    view(desk, id)["sections"].clone()
}

#[test]
fn what_is_typed_within_a_minute_is_one_deed_and_another_deed_ends_it() {
    let mut desk = desk();
    let id = copy(&mut desk, "Spring");
    let before = view(&mut desk, &id)["sections"].clone();
    let reword = |desk: &mut Desk, guidance: &str| {
        desk.call(
            "template.section.change",
            json!({"template": id, "section": "area.4", "guidance": guidance}),
        );
    };
    for text in ["M", "Meet", "Meet in the library"] {
        reword(&mut desk, text);
    }
    assert_eq!(
        undo(&mut desk, &id)["done"]
            .as_str()
            .unwrap()
            .split('“')
            .next(),
        Some("rewording ")
    );
    assert_eq!(view(&mut desk, &id)["sections"], before);
    reword(&mut desk, "Once");
    assert_eq!(
        desk.call("template.undo_state", json!({"template": id}))["forward"],
        Value::Null,
        "a new deed ends what was taken back"
    );
    desk.set("2026-03-24T10:02:00Z");
    reword(&mut desk, "Twice");
    undo(&mut desk, &id);
    assert_eq!(section(&view(&mut desk, &id), "area.4")["guidance"], "Once");
    // Typed back to what it was: nothing was done.
    desk.set("2026-03-24T10:05:00Z");
    reword(&mut desk, "Once more");
    reword(&mut desk, "Once");
    let state = desk.call("template.undo_state", json!({"template": id}));
    undo(&mut desk, &id);
    assert!(state["back"].as_str().unwrap().starts_with("rewording"));
    assert_eq!(view(&mut desk, &id)["sections"], before);
}

#[test]
fn a_deed_taken_back_never_changes_a_version_that_somebody_has() {
    let mut desk = desk();
    let id = copy(&mut desk, "Spring");
    let version = |desk: &mut Desk| view(desk, &id)["template"]["version"].as_u64();
    desk.call(
        "template.section.change",
        json!({"template": id, "section": "area.3", "asked": true}),
    );
    desk.call("template.export", json!({"template": id}));
    assert_eq!(version(&mut desk), Some(1));
    undo(&mut desk, &id);
    assert_eq!(version(&mut desk), Some(2), "the file holds version 1");
    redo(&mut desk, &id);
    assert_eq!(
        section(&view(&mut desk, &id), "area.3")["asked"],
        "template"
    );
}

#[test]
fn a_copy_or_an_import_that_is_taken_back_is_gone_unless_somebody_uses_it() {
    let mut desk = desk();
    let id = copy(&mut desk, "Spring");
    assert_eq!(undo(&mut desk, &id)["done"], "making the copy “Spring”");
    assert_eq!(
        desk.refuse("template.get", json!({"template": id})).code,
        "not_found"
    );
    redo(&mut desk, &id);
    assert_eq!(view(&mut desk, &id)["template"]["name"], "Spring");
    desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "A B"}, "template": id, "connection": {"state": "waiting"}}),
    );
    undo(&mut desk, &id);
    assert_eq!(
        view(&mut desk, &id)["template"]["retired"],
        true,
        "its relationship keeps it"
    );
}

#[test]
fn the_history_of_a_template_names_each_deed_with_its_date_and_stays_short() {
    let mut desk = desk();
    let id = copy(&mut desk, "Spring");
    for at in 0..80 {
        desk.call(
            "template.section.change",
            json!({"template": id, "section": "area.3", "asked": at % 2 == 0}),
        );
    }
    undo(&mut desk, &id);
    let history = desk.call("template.history", json!({"template": id}));
    let deeds = history["deeds"].as_array().unwrap();
    assert_eq!(deeds.len(), 60);
    assert_eq!(
        (&deeds[0]["undone"], &deeds[1]["undone"]),
        (&json!(true), &json!(false))
    );
    assert!(deeds[0]["when"].as_str().unwrap().contains("2026"));
}
