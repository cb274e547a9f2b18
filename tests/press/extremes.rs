//! Whatever a person can type, and more: never a panic, never a broken file.

use fairlead_press::{
    Align, Block, Cell, Column, Content, Fact, Item, LineStyle, PressError, Row, Run, SignatureBox,
    SignatureLine, Table, TextStyle,
};

use crate::tools::{assert_sound, bare, pages, paper, press, text};

#[test]
fn a_press_may_work_on_any_thread() {
    let mut press = fairlead_press::Press::new();
    let first = press.press(&paper()).unwrap();
    let second = std::thread::spawn(move || press.press(&paper()).unwrap())
        .join()
        .unwrap();
    assert_eq!(first, second);
}

#[test]
fn an_empty_document_is_one_page() {
    let mut document = paper();
    document.metadata.title = String::new();
    document.header.left = String::new();
    document.words.page = String::new();
    let pressed = press(&document);
    assert_eq!(pressed.pages, 1);
    assert_sound(&pressed.bytes);
}

#[test]
fn empty_blocks_are_borne() {
    let mut document = paper();
    document.blocks = vec![
        Block::PageBreak,
        Block::Title {
            text: String::new(),
            under: String::new(),
        },
        Block::heading(0, ""),
        Block::heading(255, ""),
        Block::Paragraph {
            style: TextStyle::Body,
            runs: vec![],
        },
        Block::List {
            ordered: true,
            items: vec![],
        },
        Block::List {
            ordered: true,
            items: vec![Item::default(), Item::default()],
        },
        Block::Table(Table::default()),
        Block::Table(Table {
            columns: vec![Column {
                share: 0,
                align: Align::End,
            }],
            head: vec![],
            rows: vec![Row::default()],
            ..Table::default()
        }),
        Block::Facts { facts: vec![] },
        Block::Facts {
            facts: vec![Fact::default()],
        },
        Block::Signatures { boxes: vec![] },
        Block::Signatures {
            boxes: vec![SignatureBox::default()],
        },
        Block::Lines {
            count: 0,
            label: String::new(),
        },
        Block::Checkbox {
            checked: true,
            runs: vec![],
        },
        Block::KeepTogether { blocks: vec![] },
        Block::PageBreak,
    ];
    assert_sound(&press(&document).bytes);
}

#[test]
fn a_name_of_ten_thousand_letters_is_all_there() {
    let name = "Abcdefghij".repeat(1_000);
    let mut document = paper();
    document.metadata.title = name.clone();
    document.header.left = name.clone();
    document.header.right = name.clone();
    document.header.draft = Some(name.clone());
    document.footer.before = name.clone();
    document.blocks = vec![
        Block::Title {
            text: name.clone(),
            under: name.clone(),
        },
        Block::heading(1, name.clone()),
        Block::Facts {
            facts: vec![Fact {
                label: name.clone(),
                value: vec![Run::plain(name.clone())],
            }],
        },
        Block::Signatures {
            boxes: vec![
                SignatureBox {
                    role: "Mentor".into(),
                    name: name.clone(),
                    thread: LineStyle::Solid,
                    lines: vec![SignatureLine {
                        label: "Date".into(),
                        value: name.clone(),
                        drawing: None,
                    }],
                    details: vec![Fact {
                        label: name.clone(),
                        value: vec![Run::plain(name.clone())],
                    }],
                    field: None,
                };
                2
            ],
        },
    ];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    assert!(pressed.pages > 5 && pressed.pages < 60, "{}", pressed.pages);
    let letters = bare(&text(&pressed.bytes)).matches('j').count();
    assert!(letters >= 9 * 1_000, "{letters}");
}

#[test]
fn a_word_of_a_million_letters_breaks_anywhere() {
    let mut document = paper();
    document.blocks = vec![Block::text(TextStyle::Body, "0123456789".repeat(100_000))];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    assert!((200..400).contains(&pressed.pages), "{}", pressed.pages);
    let read = text(&pressed.bytes);
    assert!(read.matches('7').count() >= 100_000);
}

#[test]
fn a_million_letters_in_a_cell_are_borne() {
    let mut document = paper();
    let words = "word and ".repeat(110_000);
    document.blocks = vec![Block::Table(Table {
        rows: vec![Row {
            cells: vec![Cell::text("a"), Cell::text(words)],
        }],
        ..Table::default()
    })];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    assert_eq!(text(&pressed.bytes).matches("word").count(), 110_000);
}

#[test]
fn pages_grow_in_step_with_content() {
    let count = |sections: usize| {
        let mut document = paper();
        for section in 0..sections {
            document
                .blocks
                .push(Block::heading(2, format!("Section {section}")));
            for _ in 0..4 {
                document.blocks.push(Block::text(
                    TextStyle::Body,
                    "A paragraph of some length, as people write them. ".repeat(6),
                ));
            }
        }
        let pressed = press(&document);
        assert_sound(&pressed.bytes);
        let pages = pages(&pressed.bytes);
        assert_eq!(pages.len(), pressed.pages);
        assert!(
            pages
                .last()
                .unwrap()
                .contains(&format!("page {0} of {0}", pressed.pages))
        );
        pressed.pages
    };
    let (few, many) = (count(90), count(900));
    assert!(many >= 300, "{many}");
    assert!(many.abs_diff(few * 10) <= 10, "{few} and {many}");
}

#[test]
fn nesting_without_end_is_refused() {
    let mut block = Block::text(TextStyle::Body, "deep");
    for _ in 0..150 {
        block = Block::KeepTogether {
            blocks: vec![block],
        };
    }
    let mut document = paper();
    document.blocks = vec![block];
    assert!(matches!(
        fairlead_press::Press::new().press(&document),
        Err(PressError::TooDeep)
    ));
    let mut content = Content::text(TextStyle::Body, "deep");
    for _ in 0..40 {
        content = Content::List {
            ordered: true,
            items: vec![Item {
                content: vec![content],
            }],
        };
    }
    document.blocks = vec![content.into()];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    assert!(text(&pressed.bytes).contains("deep"));
}
