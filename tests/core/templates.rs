//! Templates as data (R53, R58, R144, R146) and blank forms (R78).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that meets the unexpected fails, and says where"
)]

mod adopting;
mod blank;
mod deeds;
mod files;

use crate::desk::Desk;
use fairlead_core::api::start::PaperSize;
use serde_json::{Value, json};

fn desk() -> Desk {
    Desk::at("2026-03-24T10:00:00Z", "Europe/London")
}

/// A copy of the shipped form; answers its id.
fn copy(desk: &mut Desk, name: &str) -> String {
    let made = desk.call(
        "template.copy",
        json!({"template": "fairlead", "name": name}),
    );
    made["template"]["id"].as_str().unwrap().to_owned()
}

fn section<'a>(view: &'a Value, key: &str) -> &'a Value {
    view["sections"]
        .as_array()
        .unwrap()
        .iter()
        .find(|section| section["section"] == key)
        .unwrap()
}

fn titles(view: &Value) -> Vec<String> {
    view["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["title"].as_str().unwrap().to_owned())
        .collect()
}

fn change(desk: &mut Desk, template: &str, section: &str, change: Value) -> Value {
    let mut request = json!({"template": template, "section": section});
    for (key, value) in change.as_object().unwrap() {
        request[key] = value.clone();
    }
    desk.call("template.section.change", request)
}

fn add(desk: &mut Desk, template: &str, title: &str) -> String {
    let view = desk.call(
        "template.section.add",
        json!({"template": template, "title": title}),
    );
    view["added"].as_str().unwrap().to_owned()
}

fn relationship(desk: &mut Desk, template: &str) -> String {
    let made = desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Ruth Kessler"}, "template": template,
            "connection": {"state": "connected", "on": "2026-03-02"}}),
    );
    made["id"].as_str().unwrap().to_owned()
}

fn pdf(desk: &mut Desk, relationship: &str) -> Vec<u8> {
    let paper = desk
        .fairlead
        .paper("agreement", relationship, PaperSize::A4);
    paper.unwrap().bytes
}

/// A template with a bit of everything.
fn full(desk: &mut Desk) -> String {
    let id = copy(desk, "Spring cohort");
    desk.call(
        "template.change",
        json!({"template": id, "programme": "Northbridge Mentoring"}),
    );
    change(
        desk,
        &id,
        "area.4",
        json!({"title": "Time and place", "guidance": "Meet in the library.", "asked": true}),
    );
    change(desk, &id, "area.6", json!({"hidden": true}));
    let own = desk.call(
        "template.section.add",
        json!({"template": id, "title": "Conference season", "guidance": "Which months are full?", "asked": true, "position": 2}),
    );
    assert!(own["added"].as_str().unwrap().starts_with("own."));
    id
}

#[test]
fn the_shipped_form_is_the_first_template_and_stays_as_it_is() {
    let mut desk = desk();
    let list = desk.call("template.list", json!({}));
    let shipped = &list["templates"][0];
    assert_eq!(
        (shipped["id"].as_str(), shipped["shipped"].as_bool()),
        (Some("fairlead"), Some(true))
    );
    let view = desk.call("template.get", json!({"template": "fairlead"}));
    assert_eq!(view["sections"].as_array().unwrap().len(), 23);
    for (name, request) in [
        (
            "template.change",
            json!({"template": "fairlead", "name": "x"}),
        ),
        ("template.remove", json!({"template": "fairlead"})),
        ("template.export", json!({"template": "fairlead"})),
        (
            "template.section.change",
            json!({"template": "fairlead", "section": "area.1", "asked": true}),
        ),
    ] {
        assert_eq!(desk.refuse(name, request).code, "shipped", "{name}");
    }
}

#[test]
fn r53_a_copy_is_named_reworded_ordered_and_given_sections_of_its_own() {
    let mut desk = desk();
    let id = full(&mut desk);
    desk.restart();
    let view = desk.call("template.get", json!({"template": id}));
    assert_eq!(view["template"]["name"], "Spring cohort");
    assert_eq!(
        view["template"]["about"],
        "1 section of its own, 1 section reworded, 2 sections asked for before signing, 1 section left out."
    );
    let area = section(&view, "area.4");
    assert_eq!(
        (area["title"].as_str(), area["asked"].as_str()),
        (Some("Time and place"), Some("template"))
    );
    assert_eq!(section(&view, "area.6")["hidden"], true);
    assert_eq!(titles(&view)[8], "Conference season", "second of the rows");
    let own = view["sections"][8]["section"].clone();
    let moved = desk.call(
        "template.section.move",
        json!({"template": id, "section": own, "position": 99}),
    );
    assert_eq!(
        titles(&moved)[21],
        "Conference season",
        "before the clauses"
    );
    let moved = desk.call(
        "template.section.move",
        json!({"template": id, "section": "area.14", "position": 1}),
    );
    assert_eq!(moved["sections"][7]["section"], "area.14");
    // An empty title is the shipped one again.
    let back = change(
        &mut desk,
        &id,
        "area.4",
        json!({"title": " ", "guidance": "", "asked": false}),
    );
    assert_eq!(section(&back, "area.4")["title"], "Meeting boundaries");
    let removed = desk.call(
        "template.section.remove",
        json!({"template": id, "section": own}),
    );
    assert_eq!(removed["sections"].as_array().unwrap().len(), 23);
}

#[test]
fn what_every_agreement_needs_cannot_be_broken() {
    let mut desk = desk();
    let id = copy(&mut desk, "Mine");
    // R97, R89, R47 and the questions of R144 and R146.
    for key in [
        "clause.no_fault",
        "clause.confidentiality",
        "template.1",
        "template.3",
        "template.4",
        "template.5",
        "area.11",
        "area.12",
        "area.13",
    ] {
        let request = json!({"template": id, "section": key, "hidden": true});
        let error = desk.refuse("template.section.change", request);
        assert_eq!(
            (error.code.as_str(), error.field.as_deref()),
            ("not_hidden", Some("hidden")),
            "{key}"
        );
    }
    let view = change(&mut desk, &id, "template.5", json!({"asked": false}));
    assert_eq!(section(&view, "template.5")["asked"], "fairlead");
    for (name, request, code) in [
        (
            "template.section.move",
            json!({"template": id, "section": "template.2", "position": 1}),
            "not_moved",
        ),
        (
            "template.section.remove",
            json!({"template": id, "section": "area.1"}),
            "shipped",
        ),
        (
            "template.section.add",
            json!({"template": id, "title": " "}),
            "empty",
        ),
        (
            "template.section.change",
            json!({"template": id, "section": "area.99", "asked": true}),
            "not_found",
        ),
        (
            "template.section.change",
            json!({"template": id, "section": "area.1", "guidance": "x".repeat(2_001)}),
            "too_long",
        ),
        ("template.get", json!({"template": "none"}), "not_found"),
        (
            "template.copy",
            json!({"template": id, "name": "a\u{202e}b"}),
            "turns_direction",
        ),
    ] {
        assert_eq!(desk.refuse(name, request).code, code, "{name}");
    }
    for at in 0..40 {
        add(&mut desk, &id, &format!("Section {at}"));
    }
    let request = json!({"template": id, "title": "One more"});
    assert_eq!(
        desk.refuse("template.section.add", request).code,
        "too_many"
    );
}

#[test]
fn a_version_that_somebody_has_never_changes() {
    let mut desk = desk();
    let id = copy(&mut desk, "Mine");
    let version = |view: &Value| view["template"]["version"].as_u64().unwrap();
    // Nobody has version 1 yet: it may still grow.
    let view = change(&mut desk, &id, "area.1", json!({"asked": true}));
    assert_eq!(version(&view), 1);
    relationship(&mut desk, &id);
    let view = change(&mut desk, &id, "area.2", json!({"asked": true}));
    assert_eq!(version(&view), 2);
    let view = change(&mut desk, &id, "area.3", json!({"asked": true}));
    assert_eq!(version(&view), 2);
    desk.call("template.export", json!({"template": id}));
    // The same again is no change.
    let view = change(&mut desk, &id, "area.3", json!({"asked": true}));
    assert_eq!(version(&view), 2);
    let view = change(&mut desk, &id, "area.3", json!({"asked": false}));
    assert_eq!(version(&view), 3);
}

#[test]
fn a_used_template_is_kept_when_it_is_removed_and_an_unused_one_goes() {
    let mut desk = desk();
    let (used, unused) = (full(&mut desk), copy(&mut desk, "Draft"));
    let relationship = relationship(&mut desk, &used);
    let before = pdf(&mut desk, &relationship);
    let gone = desk.call("template.remove", json!({"template": unused}));
    assert_eq!(gone["retired"], false);
    let kept = desk.call("template.remove", json!({"template": used}));
    assert_eq!(kept["retired"], true);
    let list = desk.call("template.list", json!({}));
    let names: Vec<_> = list["templates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|template| {
            (
                template["name"].as_str().unwrap(),
                template["retired"] == true,
            )
        })
        .collect();
    assert_eq!(
        names,
        [("Fairlead's own form", false), ("Spring cohort", true)]
    );
    let request = json!({"role": "mentee", "partner": {"name": "A B"}, "template": used,
        "connection": {"state": "waiting"}});
    let error = desk.refuse("relationship.create", request);
    assert_eq!(
        (error.code.as_str(), error.field.as_deref()),
        ("retired", Some("template"))
    );
    assert_eq!(pdf(&mut desk, &relationship), before);
    // What was removed comes back from its own text, under its own id.
    let text = gone["text"].clone();
    let back = desk.call("template.import", json!({"text": text}));
    assert_eq!(back["template"]["id"].as_str(), Some(unused.as_str()));
    let back = desk.call(
        "template.change",
        json!({"template": used, "retired": false}),
    );
    assert_eq!(back["template"]["retired"], false);
}
