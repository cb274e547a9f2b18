//! Whatever a person can type, and more: never a panic, never a broken file.

use fairlead_press::{
    Align, Block, Cell, Column, Content, Drawing, Fact, Item, LineStyle, Orientation, Paper,
    PressError, QrCode, Row, Run, SignatureBox, SignatureLine, Stroke, Table, TextStyle,
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

/// A source of numbers that is the same in every run (SplitMix64), so that a fault can be looked at again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % most as u64).unwrap()
    }

    fn text(&mut self) -> String {
        const RANGES: [(u32, u32); 28] = [
            (0x0, 0x20),
            (0x20, 0x7f),
            (0x7f, 0xa0),
            (0xa0, 0x250),
            (0x2b0, 0x370),
            (0x370, 0x400),
            (0x400, 0x530),
            (0x530, 0x590),
            (0x590, 0x600),
            (0x600, 0x700),
            (0x900, 0x980),
            (0x980, 0xa00),
            (0xb80, 0xc00),
            (0xe00, 0xe80),
            (0x1000, 0x10a0),
            (0x1100, 0x1200),
            (0x1200, 0x1380),
            (0x1780, 0x1800),
            (0x1e00, 0x2000),
            (0x2000, 0x2070),
            (0x2070, 0x2400),
            (0x2600, 0x27c0),
            (0x3000, 0x3100),
            (0x4e00, 0x9fff),
            (0xe000, 0xf8ff),
            (0xfe00, 0x10000),
            (0x1f300, 0x1faff),
            (0xe0000, 0x10ffff),
        ];
        let length = [0, 1, 5, 30, 120][self.roll(5)];
        let (from, to) = RANGES[self.roll(28)];
        let mixed = self.roll(3) == 0;
        (0..length)
            .filter_map(|_| {
                let (from, to) = if mixed {
                    RANGES[self.roll(28)]
                } else {
                    (from, to)
                };
                match self.roll(8) {
                    0 => Some(' '),
                    _ => char::from_u32(
                        from + u32::try_from(self.roll(usize::try_from(to - from).unwrap()))
                            .unwrap(),
                    ),
                }
            })
            .collect()
    }

    fn drawing(&mut self) -> Drawing {
        let mut number = || u32::try_from(self.roll(1 << 32)).unwrap() >> (self.0 % 32);
        let (width, height) = (number(), number());
        let strokes = (0..self.roll(4))
            .map(|_| Stroke {
                points: (0..self.roll(40))
                    .map(|_| {
                        let mut place = || i32::try_from(self.roll(1 << 31)).unwrap() - (1 << 30);
                        (place(), place())
                    })
                    .collect(),
            })
            .collect();
        Drawing {
            width,
            height,
            strokes,
            alternative: self.text(),
        }
    }

    fn runs(&mut self) -> Vec<Run> {
        (0..self.roll(4))
            .map(|_| Run {
                text: self.text(),
                bold: self.roll(2) == 0,
                italic: self.roll(2) == 0,
                language: [
                    None,
                    Some("ar".into()),
                    Some("ja".into()),
                    Some(String::new()),
                    Some(self.text()),
                ][self.roll(5)]
                .clone(),
            })
            .collect()
    }

    fn style(&mut self) -> TextStyle {
        [
            TextStyle::Body,
            TextStyle::Lead,
            TextStyle::Small,
            TextStyle::Guidance,
        ][self.roll(4)]
    }

    fn content(&mut self, depth: usize) -> Vec<Content> {
        (0..self.roll(4))
            .map(|_| match self.roll(if depth > 3 { 3 } else { 4 }) {
                0 => Content::Paragraph {
                    style: self.style(),
                    runs: self.runs(),
                },
                1 => Content::Checkbox {
                    checked: self.roll(2) == 0,
                    runs: self.runs(),
                },
                2 => Content::Lines {
                    count: u16::try_from(self.roll(20)).unwrap(),
                    label: self.text(),
                },
                _ => Content::List {
                    ordered: self.roll(2) == 0,
                    items: (0..self.roll(4))
                        .map(|_| Item {
                            content: self.content(depth + 1),
                        })
                        .collect(),
                },
            })
            .collect()
    }

    fn cells(&mut self) -> Vec<Cell> {
        (0..self.roll(5))
            .map(|_| Cell {
                content: self.content(1),
            })
            .collect()
    }

    fn block(&mut self, depth: usize) -> Block {
        match self.roll(if depth > 3 { 12 } else { 13 }) {
            11 => Block::QrCode(QrCode {
                text: self.text().chars().take(300).collect(),
                label: self.text(),
                alternative: self.text(),
            }),
            0 => Block::Title {
                text: self.text(),
                under: self.text(),
            },
            1 => Block::Heading {
                level: u8::try_from(self.roll(256)).unwrap(),
                number: (self.roll(2) == 0).then(|| self.text()),
                text: self.text(),
            },
            2 => Block::Paragraph {
                style: self.style(),
                runs: self.runs(),
            },
            3 => Block::List {
                ordered: self.roll(2) == 0,
                items: (0..self.roll(6))
                    .map(|_| Item {
                        content: self.content(0),
                    })
                    .collect(),
            },
            4 => Block::Table(Table {
                caption: self.text(),
                columns: (0..self.roll(5))
                    .map(|_| Column {
                        share: u16::try_from(self.roll(65_536)).unwrap(),
                        align: [Align::Start, Align::Center, Align::End][self.roll(3)],
                    })
                    .collect(),
                head: self.cells(),
                row_heads: self.roll(2) == 0,
                rows: (0..self.roll(6))
                    .map(|_| Row {
                        cells: self.cells(),
                    })
                    .collect(),
            }),
            5 => Block::Facts {
                facts: (0..self.roll(5))
                    .map(|_| Fact {
                        label: self.text(),
                        value: self.runs(),
                    })
                    .collect(),
            },
            6 => Block::Signatures {
                boxes: (0..self.roll(4))
                    .map(|_| SignatureBox {
                        role: self.text(),
                        name: self.text(),
                        thread: [LineStyle::Hairline, LineStyle::Solid, LineStyle::Dashed]
                            [self.roll(3)],
                        lines: (0..self.roll(4))
                            .map(|_| SignatureLine {
                                label: self.text(),
                                value: self.text(),
                                drawing: (self.roll(4) == 0).then(|| self.drawing()),
                            })
                            .collect(),
                        details: (0..self.roll(3))
                            .map(|_| Fact {
                                label: self.text(),
                                value: self.runs(),
                            })
                            .collect(),
                        field: None,
                    })
                    .collect(),
            },
            7 => Block::Lines {
                count: u16::try_from(self.roll(65_536)).unwrap(),
                label: self.text(),
            },
            8 => Block::Checkbox {
                checked: self.roll(2) == 0,
                runs: self.runs(),
            },
            9 => Block::Rule {
                line: LineStyle::Dashed,
            },
            10 => Block::PageBreak,
            _ => Block::KeepTogether {
                blocks: (0..self.roll(5)).map(|_| self.block(depth + 1)).collect(),
            },
        }
    }
}

/// Four tests of fifty documents each, so that they run side by side.
#[test]
fn random_documents_are_sound_1_to_50() {
    press_random(0..50);
}

#[test]
fn random_documents_are_sound_51_to_100() {
    press_random(50..100);
}

#[test]
fn random_documents_are_sound_101_to_150() {
    press_random(100..150);
}

#[test]
fn random_documents_are_sound_151_to_200() {
    press_random(150..200);
}

fn press_random(seeds: std::ops::Range<u64>) {
    let mut press = fairlead_press::Press::new();
    for seed in seeds {
        let mut dice = Dice(seed);
        let mut document = paper();
        document.metadata.title = dice.text();
        document.metadata.author = dice.text();
        document.metadata.subject = dice.text();
        document.metadata.language = ["en", "he", "zh-Hant-TW", "x<y"][dice.roll(4)].into();
        document.header.left = dice.text();
        document.header.right = dice.text();
        document.header.draft = (dice.roll(2) == 0).then(|| dice.text());
        document.footer.before = dice.text();
        document.footer.after = dice.text();
        document.paper = [Paper::A4, Paper::Letter, Paper::A5][dice.roll(3)];
        document.orientation = [Orientation::Portrait, Orientation::Landscape][dice.roll(2)];
        document.blocks = (0..dice.roll(12)).map(|_| dice.block(0)).collect();
        let pressed = press
            .press(&document)
            .unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        assert_sound(&pressed.bytes);
    }
}
