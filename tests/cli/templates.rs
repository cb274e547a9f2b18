//! Templates and blank forms without a window (R53, R58, R78).

use crate::program::{Folder, Said, program};
use serde_json::{Value, json};

#[test]
fn r78_blank_forms_are_written_without_a_relationship_on_both_sheets() {
    let folder = Folder::new();
    folder.sample();
    let kinds: Said = program().arg("papers").output().unwrap().into();
    let kinds = kinds.value();
    let of = |kind: &str| {
        let all = kinds.as_array().unwrap();
        all.iter().find(|each| each["kind"] == kind).unwrap()["of"].clone()
    };
    assert_eq!(of("agreement"), "relationship");
    for kind in ["blank-template", "blank-contract"] {
        assert_eq!(of(kind), "template");
        let mut made = Vec::new();
        for paper in ["a4", "letter"] {
            let out = folder.file(&format!("{kind}-{paper}.pdf"));
            let said = folder
                .run_to(&["papers", kind, "--paper", paper, "--out"], &out)
                .value();
            let bytes = std::fs::read(&out).unwrap();
            assert!(bytes.starts_with(b"%PDF-"));
            assert_eq!(said["bytes"], json!(bytes.len()));
            made.push(bytes);
        }
        assert_ne!(made[0], made[1], "another sheet");
    }
    let out = folder.file("x.pdf");
    let refused = |words: &[&str]| folder.run_to(words, &out).code();
    assert_eq!(
        refused(&["papers", "blank-template", "--template", "none", "--out"]),
        "not_found"
    );
    assert_eq!(
        refused(&["papers", "agreement", "--out"]),
        "of_relationship"
    );
    assert!(!out.exists());
}

#[test]
fn a_template_goes_from_one_folder_to_another_and_into_a_relationship() {
    let first = Folder::new();
    let said = first.batch(&[
        json!({"call": "profile.save", "with": {"name": "Mira Holm", "zone": "Europe/London"}}),
        json!({"call": "template.copy", "as": "t", "with": {"template": "fairlead", "name": "Spring cohort"}}),
        json!({"call": "template.change", "with": {"template": "$t.template.id", "programme": "Northbridge Mentoring"}}),
        json!({"call": "template.section.change", "with": {"template": "$t.template.id", "section": "area.9", "asked": true}}),
        json!({"call": "template.section.add", "with": {"template": "$t.template.id", "title": "Conference season"}}),
        json!({"call": "template.export", "as": "file", "with": {"template": "$t.template.id"}}),
    ]);
    let text = said.lines()[5]["output"]["text"]
        .as_str()
        .unwrap()
        .to_owned();
    let second = Folder::new();
    let said = second.batch(&[
        json!({"call": "profile.save", "with": {"name": "Daniel Ferreira", "zone": "Europe/London"}}),
        json!({"call": "template.preview", "with": {"text": text}}),
        json!({"call": "template.import", "as": "t", "with": {"text": text}}),
        json!({"call": "relationship.create", "as": "r", "with": {"role": "mentee", "template": "$t.template.id",
            "partner": {"name": "Ruth Kessler"}, "connection": {"state": "connected", "on": "2026-03-09"}}}),
        json!({"call": "agreement.get", "with": {"relationship": "$r.id"}}),
        json!({"call": "template.import", "may_fail": true, "with": {"text": "{"}}),
    ]);
    let lines = said.lines();
    assert_eq!(lines[1]["output"]["kind"], "add");
    let agreement = &lines[4]["output"];
    assert_eq!(agreement["headings"][0]["title"], "Conference season");
    let asked: Vec<&Value> = agreement["sections"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|section| section["askedBy"] == "Asked for by Northbridge Mentoring")
        .map(|section| &section["section"])
        .collect();
    assert_eq!(asked, [&json!("area.9")]);
    assert_eq!(lines[5]["code"], "cut_short");
    assert_eq!(second.run(&["check"]).value(), json!({"ok": true}));
}
