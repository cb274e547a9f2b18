//! Documents of chance: whatever stands in them, never a panic, never a broken file, never a broken rule of the standards.

use std::sync::atomic::{AtomicU64, Ordering};

use fairlead_press::{
    Align, Attachment, Block, Cell, Column, Content, Document, Drawing, Fact, Item, LineStyle,
    Orientation, Paper, Press, QrCode, Relation, Row, Run, SignatureBox, SignatureLine, Stroke,
    Table, TextStyle, inspect,
};

use crate::{
    standard::faults,
    tools::{assert_sound, paper},
};

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
            .map(|_| match self.roll(if depth > 3 { 4 } else { 5 }) {
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
                3 => Content::Bar {
                    from: u16::try_from(self.roll(1_200)).unwrap(),
                    to: u16::try_from(self.roll(1_200)).unwrap(),
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

impl Dice {
    /// A whole document.
    fn document(&mut self) -> Document {
        let mut document = paper();
        document.metadata.title = self.text();
        document.metadata.author = self.text();
        document.metadata.subject = self.text();
        document.metadata.language = ["en", "he", "zh-Hant-TW", "x<y"][self.roll(4)].into();
        document.header.left = self.text();
        document.header.right = self.text();
        document.header.draft = (self.roll(2) == 0).then(|| self.text());
        document.footer.before = self.text();
        document.footer.after = self.text();
        document.paper = [Paper::A4, Paper::Letter, Paper::A5][self.roll(3)];
        document.orientation = [Orientation::Portrait, Orientation::Landscape][self.roll(2)];
        document.blocks = (0..self.roll(12)).map(|_| self.block(0)).collect();
        document.attachments = (0..self.roll(3))
            .map(|_| Attachment {
                name: self.text(),
                mime: self.text(),
                relation: [Relation::Source, Relation::Supplement][self.roll(2)],
                description: self.text(),
                bytes: self.text().into_bytes(),
            })
            .collect();
        document
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
    let mut press = Press::new();
    let mut found = Vec::new();
    for seed in seeds {
        let pressed = press
            .press(&Dice(seed).document())
            .unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        assert_sound(&pressed.bytes);
        let faults = faults(&pressed.bytes);
        found.extend(
            faults
                .into_iter()
                .map(|fault| format!("seed {seed}: {fault}")),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The environment variable that asks for more random documents than a usual run has time for.
const MANY: &str = "FAIRLEAD_RANDOM_DOCUMENTS";

/// `FAIRLEAD_RANDOM_DOCUMENTS=10000 cargo test -p fairlead-press --test press as_many_random -- --ignored --nocapture`
#[test]
#[ignore = "takes minutes; asked for by FAIRLEAD_RANDOM_DOCUMENTS"]
fn as_many_random_documents_as_asked_are_set() {
    let many: u64 = std::env::var(MANY).map_or(10_000, |many| many.parse().unwrap());
    let next = AtomicU64::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut press = Press::new();
                loop {
                    // Other seeds than those of the usual run.
                    let seed = 1_000 + next.fetch_add(1, Ordering::Relaxed);
                    if seed >= 1_000 + many {
                        return;
                    }
                    let document = Dice(seed).document();
                    let pressed = press
                        .press(&document)
                        .unwrap_or_else(|error| panic!("seed {seed}: {error}"));
                    let read = inspect(&pressed.bytes)
                        .unwrap_or_else(|error| panic!("seed {seed}: {error}"));
                    assert!(read.only_signed(), "seed {seed}");
                    assert_eq!(
                        read.attachments.len(),
                        document.attachments.len(),
                        "seed {seed}"
                    );
                }
            });
        }
    });
    println!("{many} random documents were set without a panic");
}
