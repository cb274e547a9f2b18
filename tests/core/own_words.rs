//! A programme's own words (C29, R58) wherever the product speaks of a relationship: form, paper, sheet,
//! blank forms, reminders, deeds and news; and never in what people wrote.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use crate::papers::pdf;
use crate::setting_up::PNG;
use fairlead_core::api::start::PaperSize;
use fairlead_core::api::template::BlankOf;
use fairlead_core::domain::ids::{RelationshipId, TemplateId};
use fairlead_core::domain::template::{Kind, Owner, template};
use serde_json::{Value, json};

/// A pair whose programme says everything otherwise.
fn desk(role: &str) -> (Desk, String) {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = if role == "coordinator" {
        let made = desk.call(
            "relationship.create",
            json!({"role": role, "partner": {"name": "Priya Raman"}, "other": {"name": "Ruth Kessler"},
                   "connection": {"state": "connected", "on": "2026-03-09"}}),
        );
        made["id"].as_str().unwrap().to_owned()
    } else {
        desk.relationship(role, "Ruth Kessler", Some("2026-03-09"))
    };
    desk.call(
        "programme.change",
        json!({"relationship": id, "name": "Northbridge", "words": {"mentor": "adviser", "mentee": "explorer",
               "meeting": "catch-up", "programme": "scheme", "coordinator": "organiser"}}),
    );
    (desk, id)
}

/// The usual words that a text still has, as whole words.
fn usual(text: &str) -> Vec<&str> {
    let words = ["mentor", "mentee", "meeting", "programme", "coordinator"];
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| {
            let lower = word.to_lowercase();
            words.contains(&lower.strip_suffix('s').unwrap_or(&lower))
        })
        .collect()
}

/// Every text for people in an answer with a usual word in it. What is a key, and what the invented pairs
/// wrote, is none.
fn left(value: &Value, at: &str, found: &mut Vec<String>) {
    const KEYS: &[&str] = &[
        "section", "field", "key", "side", "owner", "example", "route", "role", "value", "also",
        "is", "kind", "png", "about", "occasion",
    ];
    match value {
        Value::String(text) if !usual(text).is_empty() => found.push(format!("{at}: {text}")),
        Value::Array(values) => values.iter().for_each(|each| left(each, at, found)),
        Value::Object(fields) => {
            for (name, each) in fields
                .iter()
                .filter(|(name, _)| !KEYS.contains(&name.as_str()))
            {
                let key = name == "suggestion" && fields["kind"] == "choice";
                if !key {
                    left(each, &format!("{at}.{name}"), found);
                }
            }
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn all_own(answer: &Value) {
    let mut found = Vec::new();
    left(answer, "", &mut found);
    assert_eq!(found, [""; 0]);
}

/// Answers every question that has options or is yes or no, with the option at this place.
fn answer_all(desk: &mut Desk, id: &str, at: usize) {
    for field in template().fields() {
        let value = match field.kind {
            Kind::Choice => json!(field.options[at % field.options.len()].key),
            Kind::YesNo => json!(at.is_multiple_of(2)),
            Kind::Number => json!(field.min.unwrap_or(0).max(i64::try_from(at).unwrap())),
            Kind::Text
            | Kind::Long
            | Kind::List
            | Kind::Date
            | Kind::Goals
            | Kind::Milestones
            | Kind::Contact => continue,
        };
        let sides = match field.owner {
            Owner::Both => vec![Value::Null],
            Owner::Each => vec![json!("mentee"), json!("mentor")],
        };
        for side in sides {
            // A number that fits no answer before it is refused; the next one fits.
            let _ = desk.fairlead.call(
                "answer.set",
                json!({"relationship": id, "field": field.key, "side": side, "value": value}),
            );
        }
    }
}

#[test]
fn c29_the_form_the_paper_and_the_sheet_say_the_programmes_words_whatever_is_chosen() {
    let (mut desk, id) = desk("mentee");
    let which = json!({"relationship": id});
    desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
    for at in 0..6 {
        answer_all(&mut desk, &id, at);
        all_own(&desk.call("agreement.get", which.clone()));
        all_own(&desk.call("agreement.document", which.clone())["document"]);
        all_own(&desk.call("agreement.sheet", which.clone())["document"]);
    }
    all_own(&desk.call("agreement.ready", which.clone()));
    all_own(&desk.call("contact.get", which.clone()));
    let view = desk.call("relationship.get", which);
    all_own(&json!([
        view["status"],
        view["firstContact"],
        view["intake"]
    ]));
    assert_eq!(view["mentor"]["called"], "adviser");
    assert_eq!(view["mentee"]["called"], "explorer");
}

#[test]
fn c29_the_wordings_that_stand_from_the_start_are_the_programmes() {
    let (mut desk, id) = desk("mentee");
    let text = |desk: &mut Desk| {
        let document = desk.call("agreement.document", json!({"relationship": id}));
        document.to_string()
    };
    let clause = template().field("clause.no_fault.text").unwrap();
    assert!(clause.suggested_text().unwrap().contains("programme"));
    assert!(text(&mut desk).contains("scheme"));
    // What the two write instead stays as it is.
    desk.answer(&id, "clause.no_fault.text", json!("We tell the programme."));
    assert!(text(&mut desk).contains("We tell the programme."));
    let history = desk.call(
        "answer.history",
        json!({"relationship": id, "field": "clause.no_fault.text"}),
    );
    assert_eq!(history["entries"][0]["text"], "We tell the programme.");
}

#[test]
fn c29_deeds_and_news_are_told_in_the_programmes_words_and_names_stay() {
    let (mut desk, id) = desk("mentee");
    let which = json!({"relationship": id});
    let undo = desk.call("undo.state", which.clone());
    assert_eq!(undo["back"], "changing the scheme");
    desk.call(
        "programme.event.add",
        json!({"relationship": id, "name": "Day of the mentor"}),
    );
    let undo = desk.call("undo.back", which.clone());
    assert_eq!(undo["done"], "adding the event “Day of the mentor”");
    desk.set("2026-03-13T10:00:00Z");
    let since = desk.call("since.get", which.clone());
    assert!(
        since.to_string().contains("You changed the scheme"),
        "{since}"
    );
    let (mut desk, id) = self::desk("coordinator");
    let refused = desk.refuse("agreement.get", json!({"relationship": id}));
    assert!(
        refused.message.contains("as organiser"),
        "{}",
        refused.message
    );
}

#[test]
fn c29_n20_reminders_and_notifications_name_people_by_the_programmes_words() {
    for (role, without_names) in [("mentee", "your adviser"), ("mentor", "your explorer")] {
        let (mut desk, id) = desk(role);
        desk.answer(&id, "template.4.starts_on", json!("2026-03-11"));
        desk.answer(&id, "area.12.revisit", json!("m6"));
        desk.set("2026-09-11T08:00:00Z");
        let list = desk.call("reminder.list", json!({}));
        all_own(&json!([list["now"][0]["title"], list["now"][0]["body"]]));
        let today = desk.call("today.get", json!({}));
        all_own(&json!([
            today["cards"][0]["why"],
            today["cards"][0]["body"]
        ]));
        let toast = desk.fairlead.tick().unwrap().remove(0);
        assert!(toast.body.contains(without_names), "{}", toast.body);
    }
}

#[test]
fn c29_r58_a_blank_form_has_the_words_the_name_and_the_logo_of_the_programme() {
    let (mut desk, id) = desk("coordinator");
    let relationship = RelationshipId(id.clone());
    let of = BlankOf {
        template: None,
        relationship: Some(relationship.clone()),
    };
    let make = |desk: &mut Desk, kind: &str, of: &BlankOf| {
        desk.fairlead.blank_paper(kind, of, PaperSize::A4).unwrap()
    };
    for kind in ["blank-template", "blank-contract"] {
        let without = make(&mut desk, kind, &of);
        let text = pdf::text(&without.bytes);
        assert_eq!(usual(&text), [""; 0], "{kind}");
        assert!(text.contains("Explorer") && text.contains("Northbridge"));
        assert!(without.name.contains("Northbridge"), "{}", without.name);
        desk.call(
            "programme.logo.set",
            json!({"relationship": id, "picture": PNG}),
        );
        let with = make(&mut desk, kind, &of);
        assert!(
            pdf::objects(&with.bytes).contains("/Alt (Logo of Northbridge)")
                && !pdf::objects(&without.bytes).contains("/Alt (Logo")
        );
        desk.call("programme.logo.remove", json!({"relationship": id}));
    }
    // Without a relationship it is everybody's form.
    let plain = make(&mut desk, "blank-template", &BlankOf::default());
    assert!(pdf::text(&plain.bytes).contains("Mentee"));
    // Another template under the same letterhead keeps its own words as they are.
    let copy = desk.call(
        "template.copy",
        json!({"template": "fairlead", "name": "Spring"}),
    );
    let template = copy["template"]["id"].as_str().unwrap().to_owned();
    desk.call(
        "template.section.change",
        json!({"template": template, "section": "template.1", "title": "Mentor and mentee"}),
    );
    let both = BlankOf {
        template: Some(TemplateId(template)),
        relationship: Some(relationship),
    };
    let text = pdf::text(&make(&mut desk, "blank-template", &both).bytes);
    assert!(text.contains("Mentor and mentee") && text.contains("Explorer"));
}
