//! R127: after the end every use case that writes is refused, with one sentence; the few that are not are named.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fairlead_core::api::table::USE_CASES;
use fairlead_core::api::table::afterwards::AFTERWARDS;
use fairlead_core::api::table::described::Signature;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Use cases that ask about a relationship and write nothing.
const READING: &[&str] = &[
    "relationship.get",
    "relationship.history",
    "agreement.get",
    "agreement.document",
    "agreement.sheet",
    "answer.history",
    "agreement.ready",
    "section.history",
    "expectation.get",
    "expectation.read",
    "suggestion.list",
    "sentence.history",
    "goal.history",
    "milestone.history",
    "heading.history",
    "template.compare",
    "signing.get",
    "signing.scan",
    "version.list",
    "version.get",
    "version.files",
    "version.compare",
    "version.amendments",
    "key.get",
    "programme.get",
    "programme.words",
    "contact.get",
    "times.try",
    "undo.state",
    "since.get",
    "contact.list",
    "contact.all_fine.try",
    "escalation.get",
    "session.list",
    "session.get",
    "session.contingency",
    "pattern.get",
    "series.preview",
    "calendar.sessions",
    "calendar.events",
    "calendar.supervisor",
    "task.list",
    "task.try",
    "session.page",
    "session.feedback.read",
    "session.summary.get",
    "feedback.list",
    "topic.list",
    "help.list",
    "plan.get",
    "plan.history",
    "activity.history",
    "plan.compare",
    "behaviour.list",
    "journal.list",
    "self_assessment.get",
    "checkup.get",
    "check_point.get",
    "mid_point.get",
    "mid_point.evaluation",
    "revisit.get",
    "mentor.cards",
    "self_check.list",
    "journey.get",
    "first.get",
    "supervisor.get",
    "closing.get",
    "closing.record",
    "ending.get",
    "relationship.export",
    "deletion.get",
    "attachment.list",
    "attachment.open",
];

/// What the types alone do not tell: fields with which a request is understood. `kept` holds what was made before the
/// end.
fn more(call: &str, kept: &Value) -> Value {
    match call {
        "answer.set" => json!({"field": "template.1.text"}),
        "answer.restore" => json!({"edit": kept["answer"]}),
        "section.restore" => json!({"edit": kept["section"]}),
        "sentence.restore" => json!({"edit": kept["sentence"]}),
        "goal.restore" => json!({"edit": kept["goal"]}),
        "milestone.restore" => json!({"edit": kept["milestone"]}),
        "heading.restore" => json!({"edit": kept["heading"]}),
        "section.rename" => json!({"section": "area.1"}),
        "section.stand" | "sentence.write" | "sentence.settle" => json!({"section": "template.1"}),
        "suggestion.make" | "version.restore" => {
            json!({"place": {"kind": "answer", "field": "template.1.text"}})
        }
        "note.write" => json!({"about": "relationship"}),
        "first_meeting.set" => json!({"meeting": {"on": "2027-01-12", "at": "14:00"}}),
        "programme.logo.set" => json!({"picture": kept["picture"]}),
        "pace.tell" => json!({"cadence": "monthly_60"}),
        "session.feedback.time" => json!({"minutes": 5}),
        "behaviour.promote" => json!({"behaviour": kept["behaviour"]}),
        "mid_point.answer" => json!({"question": kept["question"]}),
        "first.add" => json!({"kind": "common"}),
        "first.mark" => json!({"step": "goals"}),
        "closing.answer" => json!({"question": "goals"}),
        "closing.culture" => json!({"ways": ["mentor"]}),
        "attachment.add" => json!({"name": "CV.pdf", "base64": "JVBERi0xLjcK"}),
        _ => json!({}),
    }
}

/// The number of the first wording of something that was written twice.
fn edit(desk: &mut Desk, history: &str, request: Value) -> Value {
    let told = desk.call(history, request);
    told["entries"].as_array().unwrap().last().unwrap()["edit"].clone()
}

/// Something of each kind whose number or id a request must name.
fn make(desk: &mut Desk, id: &str) -> Value {
    let of = |more: Value| {
        let mut request = more;
        request["relationship"] = json!(id);
        request
    };
    for text in ["one", "two"] {
        desk.answer(id, "template.1.text", json!(text));
        desk.call(
            "section.rename",
            of(json!({"section": "area.1", "title": text})),
        );
        desk.call(
            "sentence.write",
            of(json!({"section": "template.1", "text": text})),
        );
    }
    let made = |desk: &mut Desk, add: &str, change: &str, key: &str, name: &str| {
        let mut request = json!({"horizon": "short"});
        if key != "goal" {
            request = json!({});
        }
        request[name] = json!("one");
        let thing = desk.call(add, of(request))["id"].clone();
        let mut request = json!({});
        request[key] = thing.clone();
        request[name] = json!("two");
        desk.call(change, of(request));
        let mut request = json!({});
        request[key] = thing;
        edit(desk, &format!("{key}.history"), of(request))
    };
    let middle = desk.call("mid_point.get", of(json!({})));
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 300, 200);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![200; 300 * 200]).unwrap();
    writer.finish().unwrap();
    json!({
        "answer": edit(desk, "answer.history", of(json!({"field": "template.1.text"}))),
        "section": edit(desk, "section.history", of(json!({"section": "area.1"}))),
        "sentence": edit(desk, "sentence.history", of(json!({"section": "template.1"}))),
        "goal": made(desk, "goal.add", "goal.change", "goal", "title"),
        "milestone": made(desk, "milestone.add", "milestone.change", "milestone", "name"),
        "heading": made(desk, "heading.add", "heading.change", "heading", "title"),
        "behaviour": desk.call("behaviour.add", of(json!({"text": "one"})))["id"],
        "question": middle["questions"][0]["key"],
        "picture": STANDARD.encode(png),
    })
}

/// The fields of an object type, as ts-rs writes it: `{ /** doc */ a: A, b?: B | null, }`.
fn fields(body: &str) -> Vec<(String, String, bool)> {
    let mut plain = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("/**") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut found = Vec::new();
    let mut depth = 0_i32;
    let mut piece = String::new();
    for letter in plain.chars() {
        match letter {
            '{' | '<' | '[' | '(' => depth += 1,
            '}' | '>' | ']' | ')' => depth -= 1,
            _ => {}
        }
        if letter == ',' && depth == 0 {
            found.push(std::mem::take(&mut piece));
        } else {
            piece.push(letter);
        }
    }
    found.push(piece);
    found
        .iter()
        .filter_map(|piece| {
            let (name, of) = piece.split_once(':')?;
            let name = name.trim().trim_matches('"');
            Some((
                name.trim_end_matches('?').trim_matches('"').to_owned(),
                of.trim().to_owned(),
                name.ends_with('?'),
            ))
        })
        .collect()
}

/// Something that fits a type.
fn fitting(name: &str, of: &str, signature: &Signature) -> Value {
    let of = of.trim_end_matches(" | null").trim();
    if let Some(inside) = of.strip_prefix("Array<") {
        return json!([fitting(name, inside.trim_end_matches('>'), signature)]);
    }
    if let Some(text) = of.strip_prefix('"') {
        return json!(text.split_once('"').unwrap().0);
    }
    if let Some(body) = of.strip_prefix('{') {
        return object(body.trim_end_matches('}'), signature);
    }
    match of {
        "boolean" => json!(true),
        "number" => json!(1),
        "string" => json!(text(name)),
        _ => match signature.types.get(of) {
            Some(declared) => {
                let declared = declared.split_once(&format!("type {of} =")).unwrap().1;
                fitting(
                    name,
                    declared.trim().trim_end_matches(';').trim(),
                    signature,
                )
            }
            None => json!("x"),
        },
    }
}

fn text(name: &str) -> &'static str {
    let lower = name.to_lowercase();
    if ["on", "due", "neededby", "by"].contains(&lower.as_str())
        || lower.ends_with("on") && lower.len() < 12
    {
        return match lower.as_str() {
            "reason" | "question" | "section" | "version" | "session" => "x",
            _ => "2026-12-10",
        };
    }
    match lower.as_str() {
        "at" => "14:00",
        "zone" => "Europe/London",
        _ => "x",
    }
}

fn object(body: &str, signature: &Signature) -> Value {
    let mut request = Map::new();
    for (name, of, optional) in fields(body) {
        if !optional {
            request.insert(name.clone(), fitting(&name, &of, signature));
        }
    }
    Value::Object(request)
}

/// A request that a use case takes, and whether it asks about a relationship.
fn request(call: &str, signature: &Signature, id: &str, kept: &Value) -> Option<Value> {
    let declared = signature.types.get(&signature.request)?;
    let body = declared.split_once('{')?.1.rsplit_once('}')?.0;
    let mut request = object(body, signature);
    request.get("relationship")?;
    request["relationship"] = json!(id);
    for (name, value) in more(call, kept).as_object().unwrap() {
        request[name] = value.clone();
    }
    Some(request)
}

#[test]
fn r127_after_the_end_every_use_case_that_writes_is_refused_with_one_sentence() {
    let mut desk = Desk::at("2026-12-16T15:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    let kept = make(&mut desk, &id);
    desk.call(
        "closing.close",
        json!({"relationship": id, "on": "2026-12-16"}),
    );
    let export = |desk: &mut Desk| {
        desk.call("relationship.export", json!({"relationship": id}))["text"].clone()
    };
    let before = export(&mut desk);
    let mut sentences = BTreeSet::new();
    let mut wrong = Vec::new();
    let mut refused = 0;
    for case in USE_CASES.iter() {
        let signature = case.signature();
        let Some(request) = request(case.name, &signature, &id, &kept) else {
            continue;
        };
        if AFTERWARDS.contains(&case.name) {
            continue;
        }
        let answer = desk.fairlead.call(case.name, request.clone());
        let closed = matches!(&answer, Err(error) if error.code == "closed");
        if closed {
            refused += 1;
            let error = answer.as_ref().unwrap_err();
            assert_eq!(
                error.field.as_deref(),
                Some("relationship"),
                "{}",
                case.name
            );
            sentences.insert(error.message.clone());
        }
        if closed == READING.contains(&case.name) {
            let said = match answer {
                Ok(answer) => answer.output.to_string().chars().take(60).collect(),
                Err(error) => format!("{} {:?} {}", error.code, error.field, error.message),
            };
            wrong.push(format!("{}: {said} {request}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        sentences.into_iter().collect::<Vec<_>>(),
        [
            "This relationship was closed on Wednesday 16 December 2026, and since then it can be read and not changed. Nothing was changed. If there is more to write, reopen it and say why."
        ]
    );
    assert!(refused > 100, "{refused}");
    assert!(export(&mut desk) == before, "not a row has changed");
}

#[test]
fn r125_r127_what_may_be_written_after_the_end_is_named_and_works() {
    let mut desk = Desk::at("2026-12-16T15:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
    desk.call("closing.close", json!({"relationship": id}));
    for name in AFTERWARDS {
        assert!(USE_CASES.iter().any(|case| case.name == *name), "{name}");
    }
    let of = |more: Value| {
        let mut request = more;
        request["relationship"] = json!(id);
        request
    };
    desk.call("since.seen", of(json!({})));
    desk.call(
        "closing.stay_in_touch",
        of(json!({"ideas": ["Coffee each February"], "every": {"count": 1, "unit": "years"}})),
    );
    let logged = desk.call(
        "contact.log",
        of(json!({"direction": "in", "channel": "phone"})),
    );
    let contact = logged["contacts"][0]["id"].clone();
    desk.call(
        "contact.change",
        of(json!({"contact": contact, "note": "a call"})),
    );
    desk.call("contact.remove", of(json!({"contact": contact})));
    desk.call("closing.reopen", of(json!({"reason": "A late question"})));
    // From here on everything is written again.
    desk.call(
        "note.write",
        of(json!({"about": "relationship", "text": "one more"})),
    );
}
