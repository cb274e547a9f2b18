//! Templates as files: what goes out comes in, and what is wrong with a file is named.

use super::{desk, full, section};
use fairlead_core::domain::overlay::Overlay;
use fairlead_core::domain::template_file::{LARGEST, TemplateFile};
use proptest::prelude::{any, prop, proptest};
use serde_json::{Value, json};

fn text(desk: &mut crate::desk::Desk, template: &str) -> String {
    let file = desk.call("template.export", json!({"template": template}));
    file["text"].as_str().unwrap().to_owned()
}

#[test]
fn an_exported_template_comes_in_elsewhere_just_as_it_was() {
    let mut first = desk();
    let id = full(&mut first);
    let file = first.call("template.export", json!({"template": id}));
    assert_eq!(file["name"], "Template - Spring cohort.json");
    let out = file["text"].as_str().unwrap();
    assert!(out.contains("\"format\": \"fairlead.template/1\""), "{out}");
    let mut second = desk();
    let preview = second.call("template.preview", json!({"text": out}));
    assert_eq!(preview["kind"], "add");
    let told = preview["differences"].to_string();
    for sentence in [
        "It asks in the name of “Northbridge Mentoring”.",
        "Its title was “Meeting boundaries”.",
        "Its guidance is another.",
        "It is asked for before signing.",
        "It is left out from the start.",
        "This section is added, and asked for before signing.",
    ] {
        assert!(told.contains(sentence), "{sentence} {told}");
    }
    let list = second.call("template.list", json!({}));
    assert_eq!(
        list["templates"].as_array().unwrap().len(),
        1,
        "looking writes nothing"
    );
    let made = second.call("template.import", json!({"text": out}));
    let there = first.call("template.get", json!({"template": id}));
    assert_eq!(made["sections"], there["sections"]);
    assert_eq!(made["template"]["id"], there["template"]["id"]);
    assert_eq!(text(&mut second, &id), out);
    let again = second.call("template.preview", json!({"text": out}));
    assert_eq!(again["kind"], "same");
    second.call("template.import", json!({"text": out}));
    let list = second.call("template.list", json!({}));
    assert_eq!(
        list["templates"].as_array().unwrap().len(),
        2,
        "twice is once"
    );
}

#[test]
fn a_file_of_a_template_that_is_there_changes_it_or_comes_in_as_a_copy() {
    let mut desk = desk();
    let id = full(&mut desk);
    let mut file: Value = serde_json::from_str(&text(&mut desk, &id)).unwrap();
    file["name"] = json!("Autumn cohort");
    file["version"] = json!(4);
    let changed = file.to_string();
    let preview = desk.call("template.preview", json!({"text": changed}));
    assert_eq!(preview["kind"], "change");
    assert!(
        preview["sentence"]
            .as_str()
            .unwrap()
            .contains("“Spring cohort”, version 1, last changed on Tuesday 24 March 2026"),
        "{preview}"
    );
    let twin = desk.call("template.import", json!({"text": changed, "asCopy": true}));
    assert_ne!(twin["template"]["id"].as_str(), Some(id.as_str()));
    let view = desk.call("template.get", json!({"template": id}));
    assert_eq!(view["template"]["name"], "Spring cohort");
    let view = desk.call("template.import", json!({"text": changed}));
    assert_eq!(
        (
            view["template"]["name"].as_str(),
            view["template"]["version"].as_u64()
        ),
        (Some("Autumn cohort"), Some(4))
    );
    // An older file does not take a number that is known already.
    file["name"] = json!("Winter cohort");
    file["version"] = json!(1);
    let view = desk.call("template.import", json!({"text": file.to_string()}));
    assert_eq!(view["template"]["version"], 5);
}

fn small() -> Value {
    json!({
        "format": "fairlead.template/1", "form": 1, "template": "6f2f6a3e-3c0c-4d44-9c4b-0d2b8a1b6f10",
        "version": 1, "name": "Mine", "sections": [{"section": "area.4", "title": "Time"}]
    })
}

fn with(change: impl FnOnce(&mut Value)) -> String {
    let mut file = small();
    change(&mut file);
    file.to_string()
}

#[test]
fn a_bad_file_is_refused_with_a_sentence_that_names_what_is_wrong() {
    let mut desk = desk();
    let good = small().to_string();
    desk.call("template.preview", json!({"text": good}));
    let cases: Vec<(&str, String, &str, &str)> = vec![
        ("empty", "  \n".into(), "empty", "it is empty"),
        (
            "truncated",
            good[..good.len() - 20].into(),
            "cut_short",
            "it ends in the middle",
        ),
        (
            "no JSON",
            "<html>".into(),
            "not_json",
            "line 1, column 1 is no JSON",
        ),
        (
            "two values",
            format!("{good}{good}"),
            "not_json",
            "trailing characters",
        ),
        (
            "deep",
            "[".repeat(100_000),
            "too_deep",
            "deeper than those of a template",
        ),
        (
            "50 MB",
            format!("{good}{}", " ".repeat(50_000_000)),
            "too_large",
            "it has 51 MB, and a template has less than 1 MB",
        ),
        (
            "another JSON",
            "{\"a\": 1}".into(),
            "not_template",
            "does not say that its format",
        ),
        ("a list", "[1]".into(), "not_template", "format"),
        (
            "newer format",
            with(|file| file["format"] = json!("fairlead.template/2")),
            "other_version",
            "“fairlead.template/2”",
        ),
        (
            "newer form",
            with(|file| file["form"] = json!(2)),
            "other_version",
            "version 2 of the form",
        ),
        (
            "another format",
            with(|file| file["format"] = json!("x")),
            "not_template",
            "format",
        ),
        (
            "unknown section",
            with(|file| file["sections"][0]["section"] = json!("area.15")),
            "unknown_section",
            "“area.15”",
        ),
        (
            "section twice",
            with(|file| {
                let twice = file["sections"][0].clone();
                file["sections"].as_array_mut().unwrap().push(twice);
            }),
            "twice",
            "“area.4” stands in it twice",
        ),
        (
            "duplicate key",
            good.replace("\"name\":", "\"name\":\"Other\",\"name\":"),
            "misfit",
            "duplicate field `name`",
        ),
        (
            "unknown key",
            with(|file| file["script"] = json!("x")),
            "misfit",
            "unknown field `script`",
        ),
        (
            "unknown key of a section",
            with(|file| file["sections"][0]["fields"] = json!("x")),
            "misfit",
            "unknown field `fields`",
        ),
        (
            "wrong type",
            with(|file| file["version"] = json!("one")),
            "misfit",
            "invalid type",
        ),
        (
            "version 0",
            with(|file| file["version"] = json!(0)),
            "misfit",
            "its version is 0",
        ),
        (
            "no id",
            with(|file| file["template"] = json!("fairlead")),
            "misfit",
            "“fairlead” is no id",
        ),
        (
            "no name",
            with(|file| file["name"] = json!(" ")),
            "empty",
            "its name is empty",
        ),
        (
            "long title",
            with(|file| file["sections"][0]["title"] = json!("x".repeat(201))),
            "too_long",
            "the title of “area.4” has 201 characters",
        ),
        (
            "turned title",
            with(|file| file["sections"][0]["title"] = json!("a\u{202e}b")),
            "turns_direction",
            "writing direction",
        ),
        (
            "long guidance",
            with(|file| file["sections"][0]["guidance"] = json!("x".repeat(2_001))),
            "too_long",
            "the guidance of “area.4” has 2001 characters",
        ),
        (
            "own without title",
            with(|file| file["sections"][0] = json!({"section": "own.a"})),
            "misfit",
            "“own.a” has no title",
        ),
        (
            "own hidden",
            with(|file| {
                file["sections"][0] = json!({"section": "own.a", "title": "A", "hidden": true})
            }),
            "misfit",
            "hidden",
        ),
        (
            "hidden clause",
            with(|file| {
                file["sections"][0] = json!({"section": "clause.no_fault", "hidden": true})
            }),
            "not_hidden",
            "“No-fault ending”",
        ),
        (
            "too many",
            with(|file| {
                file["sections"] = (0..41)
                    .map(|at| json!({"section": format!("own.{at}"), "title": "A"}))
                    .collect()
            }),
            "too_many",
            "more than 40",
        ),
    ];
    for (name, text, code, part) in cases {
        for call in ["template.preview", "template.import"] {
            let error = desk.refuse(call, json!({"text": text}));
            assert_eq!(
                (error.code.as_str(), error.field.as_deref()),
                (code, Some("text")),
                "{name}: {}",
                error.message
            );
            assert!(error.message.contains(part), "{name}: {}", error.message);
            assert!(
                error.message.contains("Nothing was changed."),
                "{name}: {}",
                error.message
            );
            assert!(
                error.message.chars().count() < 600,
                "{name}: {}",
                error.message
            );
        }
    }
    let list = desk.call("template.list", json!({}));
    assert_eq!(list["templates"].as_array().unwrap().len(), 1);
}

#[test]
fn text_that_looks_like_a_script_stays_text() {
    let mut desk = desk();
    let script = "<script>alert(1)</script>";
    let file = with(|file| {
        file["sections"][0]["title"] = json!(script);
        file["sections"][0]["guidance"] = json!(format!("{script}\n\u{7}{{mentor}}"));
    });
    let made = desk.call("template.import", json!({"text": file}));
    let area = section(&made, "area.4");
    assert_eq!(area["title"], script);
    assert_eq!(
        area["guidance"],
        format!("{script}\n{{mentor}}"),
        "controls go"
    );
}

#[test]
fn a_file_that_names_only_some_sections_leaves_the_others_as_shipped() {
    let file = TemplateFile::read(&small().to_string()).unwrap();
    let keys = |overlay: &Overlay| -> Vec<String> {
        overlay
            .sections()
            .map(|section| section.key().to_owned())
            .collect()
    };
    let shipped = Overlay::unchanged("x");
    let mut all = keys(&file.overlay);
    // The one that is named stands where the others are put around it.
    assert_eq!(all.len(), 23);
    all.sort();
    let mut sorted = keys(&shipped);
    sorted.sort();
    assert_eq!(all, sorted);
}

#[test]
fn the_largest_template_there_can_be_fits_its_file() {
    let mut overlay = Overlay::unchanged(&"𝄞".repeat(200));
    for change in &mut overlay.sections {
        change.guidance = Some("𝄞".repeat(2_000));
        change.title = Some("𝄞".repeat(200));
    }
    for at in 0..40 {
        let mut change = overlay.sections[0].clone();
        change.section = format!("own.{at:036}");
        overlay.sections.push(change);
    }
    let file = TemplateFile {
        template: "6f2f6a3e-3c0c-4d44-9c4b-0d2b8a1b6f10".into(),
        version: 1,
        overlay: overlay.settled(),
    };
    let text = file.to_text().unwrap();
    assert!(text.len() < LARGEST, "{}", text.len());
    assert_eq!(TemplateFile::read(&text).unwrap(), file);
}

proptest! {
    #[test]
    fn no_bytes_stop_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0_usize..400) {
        let _ = TemplateFile::read(&String::from_utf8_lossy(&bytes));
        let good = small().to_string();
        let mut broken = good.clone().into_bytes();
        let at = cut % broken.len();
        broken[at] = bytes.first().copied().unwrap_or(b'x');
        let _ = TemplateFile::read(&String::from_utf8_lossy(&broken));
        assert!(at == 0 || TemplateFile::read(&good[..at]).is_err());
    }
}
