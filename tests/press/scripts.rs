use std::fmt::Write as _;

use fairlead_press::{Block, Press, Run, TextStyle};

use crate::tools::{assert_sound, bare, info, paper, press, text};

fn samples() -> Vec<(String, String, String)> {
    serde_json::from_str(include_str!("../fixtures/scripts.json")).unwrap()
}

#[test]
fn text_of_twenty_scripts_is_read_back_exactly() {
    let mut wrong = String::new();
    let mut exact = 0;
    for (name, sample, language) in samples() {
        let mut document = paper();
        document.metadata.language = language;
        document.words.page = String::new();
        document.header.left = String::new();
        document.blocks = vec![Block::text(TextStyle::Body, sample.clone())];
        let pressed = press(&document);
        assert_sound(&pressed.bytes);
        let read = text(&pressed.bytes);
        if bare(&read) == bare(&sample) {
            exact += 1;
        } else {
            writeln!(wrong, "{name}: {read} (not covered: {})", pressed.uncovered).unwrap();
        }
    }
    assert!(exact >= 20, "{exact} of 24 are exact; not these:\n{wrong}");
}

#[test]
fn no_script_of_the_samples_is_shown_as_boxes() {
    let mut document = paper();
    for (_, sample, language) in samples() {
        document.blocks.push(Block::Paragraph {
            style: TextStyle::Body,
            runs: vec![Run {
                language: Some(language),
                ..Run::plain(sample)
            }],
        });
    }
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    assert_eq!(
        pressed.uncovered, "",
        "is a font package missing? run cargo xtask setup"
    );
}

#[test]
fn latin_greek_cyrillic_hebrew_and_arabic_need_no_font_of_the_system() {
    let mut document = paper();
    for (_, sample, _) in samples().into_iter().take(15) {
        document.blocks.push(Block::text(TextStyle::Body, sample));
    }
    let pressed = press(&document);
    let fonts = crate::tools::fonts(&pressed.bytes);
    for line in fonts.lines().skip(2) {
        assert!(line.contains("+Noto"), "{fonts}");
    }
}

#[test]
fn a_paragraph_runs_the_way_its_first_letter_does() {
    let mut document = paper();
    document.header.left = String::new();
    document.words.page = String::new();
    document.blocks = vec![
        Block::text(TextStyle::Body, "שלום עולם"),
        Block::text(TextStyle::Body, "Hello world"),
    ];
    let pressed = press(&document);
    let boxes = crate::tools::words(&pressed.bytes);
    let left = |word: &str| {
        boxes
            .iter()
            .find(|(text, _)| text == word)
            .unwrap_or_else(|| panic!("{word} in {boxes:?}"))
            .1
    };
    // pdftotext lists the letters of a word as they stand on the page, from the left.
    let seen = |word: &str| left(&word.chars().rev().collect::<String>());
    assert!(
        seen("שלום") > seen("עולם"),
        "the first Hebrew word stands at the right: {boxes:?}"
    );
    assert!(seen("שלום") > 500.0, "at the right margin: {boxes:?}");
    assert!(
        (left("Hello") - 62.4).abs() < 1.0 && left("Hello") < left("world"),
        "{boxes:?}"
    );
}

#[test]
fn a_document_in_hebrew_begins_at_the_right() {
    let mut document = crate::sample::agreement(2);
    document.metadata.language = "he".into();
    document
        .blocks
        .retain(|block| matches!(block, Block::Table(_) | Block::Checkbox { .. }));
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    let boxes = crate::tools::words(&pressed.bytes);
    let left = |word: &str| {
        boxes
            .iter()
            .find(|(text, _)| text == word)
            .unwrap_or_else(|| panic!("{word} in {boxes:?}"))
            .1
    };
    assert!(
        left("Area") > left("Standing"),
        "the first column stands at the right"
    );
    assert!(crate::tools::objects(&pressed.bytes).contains("/Direction /R2L"));
    assert!(info(&pressed.bytes, "-struct").contains("Document"));
}

#[test]
fn an_override_in_a_name_does_not_turn_its_neighbours() {
    let mut document = paper();
    document.blocks = vec![Block::text(
        TextStyle::Body,
        "Name: \u{202e}reversed\u{202d}, role: mentor",
    )];
    let read = text(&press(&document).bytes);
    assert!(read.contains("Name: reversed, role: mentor"), "{read}");
}

#[test]
fn a_character_without_a_font_is_a_box_that_still_says_it() {
    let mut document = paper();
    document.blocks = vec![Block::text(TextStyle::Body, "before \u{10f123} after")];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    assert_eq!(pressed.uncovered, "\u{10f123}");
    assert!(
        text(&pressed.bytes).contains("before \u{10f123} after"),
        "{}",
        text(&pressed.bytes)
    );
}

/// One press serves a whole session: what it holds of the system's fonts must not grow with each document.
#[cfg(target_os = "linux")]
#[test]
fn font_of_the_system_is_let_go_with_its_document() {
    // Random documents of other tests hold any script's font for a moment: it is counted in a process of its own.
    const ALONE: &str = "FAIRLEAD_TEST_ALONE";
    if std::env::var_os(ALONE).is_none() {
        let name = "scripts::font_of_the_system_is_let_go_with_its_document";
        let alone = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name])
            .env(ALONE, "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&alone.stdout);
        assert!(alone.status.success(), "{said}");
        assert!(said.contains("1 passed"), "{said}");
        return;
    }
    let held = || {
        let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
        maps.lines().filter(|line| line.contains("OlChiki")).count()
    };
    let mut document = paper();
    document.blocks = vec![Block::text(TextStyle::Body, "ᱚᱞ ᱪᱤᱠᱤ".to_owned())];
    // So many other paragraphs that the layout forgets the font before the next document wants it again.
    let others = (0..200).map(|n| Block::text(TextStyle::Body, format!("Paragraph {n}")));
    document.blocks.extend(others);
    let mut press = Press::new();
    for _ in 0..6 {
        assert!(press.press(&document).unwrap().system_fonts);
    }
    assert!((1..=2).contains(&held()), "{} are held", held());
}
