//! Blank forms: ruled space and boxes to tick in the agreement's layout (R78).

use super::{desk, full};
use crate::papers::pdf;
use fairlead_core::api::start::PaperSize;
use fairlead_core::api::template::BlankOf;
use fairlead_core::domain::ids::TemplateId;
use fairlead_core::domain::overlay::Overlay;
use fairlead_core::domain::template::{Kind, Part, template};
use fairlead_core::papers::blank::{BLANKS, Blank, BlankFacts, Letterhead, document};
use fairlead_press::{Block, Content, Paper, Press};

fn of(template: Option<&str>) -> BlankOf {
    BlankOf {
        template: template.map(|id| TemplateId(id.to_owned())),
        relationship: None,
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn shipped(blank: Blank, paper: Paper) -> fairlead_press::Document {
    let overlay = Overlay::unchanged("Fairlead's own form");
    let facts = BlankFacts {
        overlay: &overlay,
        shipped: true,
        head: &Letterhead::default(),
        made: chrono::DateTime::parse_from_rfc3339("2026-03-24T14:05:00+00:00").unwrap(),
    };
    document(
        blank,
        facts,
        paper,
        fairlead_core::papers::plan::Layout::default(),
    )
}

/// All content of a document, cells of tables included.
fn contents(blocks: &[Block], out: &mut Vec<Content>) {
    for block in blocks {
        match block {
            Block::KeepTogether { blocks } => contents(blocks, out),
            Block::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    out.extend(cell.content.iter().cloned());
                }
            }
            Block::Lines { count, label } => out.push(Content::Lines {
                count: *count,
                label: label.clone(),
            }),
            Block::Checkbox { checked, runs } => out.push(Content::Checkbox {
                checked: *checked,
                runs: runs.clone(),
            }),
            Block::Title { .. }
            | Block::Heading { .. }
            | Block::Paragraph { .. }
            | Block::List { .. }
            | Block::Facts { .. }
            | Block::Signatures { .. }
            | Block::QrCode(_)
            | Block::Picture(_)
            | Block::Rule { .. }
            | Block::Bar { .. }
            | Block::PageBreak => {}
        }
    }
}

#[test]
fn r78_every_section_has_its_number_its_instruction_and_room_on_both_sheets() {
    for (blank, part) in [
        (Blank::Planning, Part::Template),
        (Blank::Agreement, Part::Contract),
    ] {
        for paper in [Paper::A4, Paper::Letter] {
            let pressed = Press::new().press(&shipped(blank, paper)).unwrap();
            assert_eq!(pressed.uncovered, "");
            let read = letters(&pdf::text(&pressed.bytes));
            for section in template().part(part) {
                let number = section.number.clone().unwrap();
                let head = letters(&format!("{number} {}", section.title));
                assert!(read.contains(&head), "{head}");
                assert!(
                    read.contains(&letters(&section.question)),
                    "{}",
                    section.key
                );
                if part == Part::Template {
                    assert!(
                        read.contains(&letters(&section.instruction)),
                        "{}",
                        section.key
                    );
                }
            }
        }
    }
}

#[test]
fn every_option_is_a_box_to_tick_and_every_text_has_lines() {
    let mut all = Vec::new();
    for blank in BLANKS {
        contents(&shipped(*blank, Paper::A4).blocks, &mut all);
    }
    let boxes = all
        .iter()
        .filter(|content| matches!(content, Content::Checkbox { checked: false, .. }))
        .count();
    let ticked = all
        .iter()
        .any(|content| matches!(content, Content::Checkbox { checked: true, .. }));
    let lines: usize = all
        .iter()
        .map(|content| match content {
            Content::Lines { count, .. } => usize::from(*count),
            Content::Paragraph { .. }
            | Content::List { .. }
            | Content::Checkbox { .. }
            | Content::Bar { .. } => 0,
        })
        .sum();
    let options: usize = template().fields().map(|field| field.options.len()).sum();
    let texts = template()
        .fields()
        .filter(|field| matches!(field.kind, Kind::Text | Kind::Long | Kind::List))
        .count();
    assert!(boxes >= options, "{boxes} boxes for {options} options");
    assert!(lines >= texts, "{lines} lines for {texts} texts");
    assert!(!ticked, "nothing is answered yet");
}

#[test]
fn boxes_have_words_and_rules_are_no_content() {
    let document = shipped(Blank::Agreement, Paper::A4);
    assert_eq!(document.words.unticked, "box to tick");
    let bytes = Press::new().press(&document).unwrap().bytes;
    let objects = pdf::objects(&bytes);
    assert!(
        objects.contains("/Alt (box to tick)"),
        "a screen reader hears of the boxes"
    );
    assert!(objects.contains("/Artifact"), "rules are decoration");
    assert!(objects.contains("/StructTreeRoot") && objects.contains("/GTS_PDFA1"));
}

#[test]
fn a_template_of_ones_own_has_its_own_forms() {
    let mut desk = desk();
    let template = full(&mut desk);
    let made = desk
        .fairlead
        .blank_paper("blank-contract", &of(Some(&template)), PaperSize::A4)
        .unwrap();
    assert_eq!(
        made.name,
        "Mentoring agreement - blank form - Spring cohort.pdf"
    );
    let read = letters(&pdf::text(&made.bytes));
    for there in [
        "4 Time and place",
        "Meet in the library",
        "Conference season",
        "Asked for by Northbridge Mentoring",
    ] {
        assert!(read.contains(&letters(there)), "{there}");
    }
    assert!(
        !read.contains(&letters("6 Mentoring boundaries")),
        "left out"
    );
    let shipped = desk
        .fairlead
        .blank_paper("blank-contract", &of(None), PaperSize::A4)
        .unwrap();
    assert_eq!(shipped.name, "Mentoring agreement - blank form.pdf");
    let again = desk
        .fairlead
        .blank_paper("blank-contract", &of(None), PaperSize::A4)
        .unwrap();
    assert_eq!(
        shipped.bytes, again.bytes,
        "the same form has the same bytes"
    );
}

#[test]
fn a_blank_form_needs_no_relationship_and_other_papers_do() {
    let mut desk = desk();
    let code = |error: fairlead_core::api::ApiError| error.code;
    let a4 = PaperSize::A4;
    let fairlead = &mut desk.fairlead;
    assert_eq!(
        code(
            fairlead
                .blank_paper("agreement", &of(None), a4)
                .unwrap_err()
        ),
        "of_relationship"
    );
    assert_eq!(
        code(fairlead.blank_paper("poem", &of(None), a4).unwrap_err()),
        "unknown_paper"
    );
    assert_eq!(
        code(
            fairlead
                .blank_paper("blank-template", &of(Some("x")), a4)
                .unwrap_err()
        ),
        "not_found"
    );
    assert_eq!(
        code(fairlead.paper("blank-template", "x", a4).unwrap_err()),
        "of_template"
    );
}
