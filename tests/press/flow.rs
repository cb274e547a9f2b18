//! How content flows over pages.

use fairlead_press::{
    Block, Cell, Column, Content, Item, LineStyle, Orientation, Paper, Row, Run, SignatureBox,
    SignatureLine, Table, TextStyle,
};

use crate::{
    sample::agreement,
    tools::{assert_sound, bare, info, pages, paper, press},
};

#[test]
fn every_page_says_which_of_how_many_it_is() {
    let pressed = press(&agreement(30));
    let pages = pages(&pressed.bytes);
    assert_eq!(pages.len(), pressed.pages);
    assert!(pages.len() > 5);
    for (number, page) in pages.iter().enumerate() {
        let wanted = format!(
            "Agreement v2 · page {} of {} · river-lemon-copper-anchor",
            number + 1,
            pages.len()
        );
        assert!(page.contains(&wanted), "{wanted} in {page}");
        assert!(
            page.contains("Draft, not signed")
                && page.contains("Amara Okafor · João da Silva Ferreira"),
            "{page}"
        );
    }
}

#[test]
fn a_table_over_pages_repeats_its_head() {
    let mut document = paper();
    document.blocks = vec![Block::Table(Table {
        caption: "Long".into(),
        columns: vec![Column::share(1), Column::share(2)],
        head: vec![Cell::text("Left head"), Cell::text("Right head")],
        row_heads: false,
        rows: (0..120)
            .map(|row| Row {
                cells: vec![Cell::text(format!("row {row}")), Cell::text("words")],
            })
            .collect(),
    })];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    let pages = pages(&pressed.bytes);
    assert!(pages.len() >= 3);
    for page in &pages {
        assert!(
            page.contains("Left head") && page.contains("Right head"),
            "{page}"
        );
    }
    let all = pages.concat();
    for row in 0..120 {
        assert!(all.contains(&format!("row {row}\n")), "row {row}");
    }
}

#[test]
fn a_cell_longer_than_a_page_is_continued() {
    let mut document = paper();
    let words: Vec<String> = (0..4_000).map(|word| format!("w{word}")).collect();
    document.blocks = vec![Block::Table(Table {
        columns: vec![Column::share(1), Column::share(3)],
        head: vec![Cell::text("Head A"), Cell::text("Head B")],
        rows: vec![
            Row {
                cells: vec![Cell::text("first"), Cell::text("short")],
            },
            Row {
                cells: vec![Cell::text("second"), Cell::text(words.join(" "))],
            },
            Row {
                cells: vec![Cell::text("third"), Cell::text("after")],
            },
        ],
        ..Table::default()
    })];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    let pages = pages(&pressed.bytes);
    assert!(pages.len() >= 4, "{}", pages.len());
    assert!(pages.iter().all(|page| page.contains("Head A")));
    let all = format!("{} ", pages.concat().replace('\n', " "));
    for word in &words {
        assert!(all.contains(&format!("{word} ")), "{word}");
    }
    assert!(pages[0].contains("w0 ") && pages.last().unwrap().contains("third"));
}

#[test]
fn a_heading_stays_with_what_follows() {
    let mut document = paper();
    for number in 0..60 {
        document
            .blocks
            .push(Block::heading(2, format!("Heading {number}")));
        let follows = match number % 3 {
            0 => Block::text(
                TextStyle::Body,
                format!(
                    "First words of {number}. {}",
                    "More words that run on. ".repeat(12)
                ),
            ),
            1 => Block::Table(Table {
                head: vec![Cell::text("Head")],
                rows: vec![Row {
                    cells: vec![Cell::text(format!("First words of {number}."))],
                }],
                ..Table::default()
            }),
            _ => Block::List {
                ordered: false,
                items: vec![Item {
                    content: vec![Content::text(
                        TextStyle::Body,
                        format!("First words of {number}."),
                    )],
                }],
            },
        };
        document.blocks.push(follows);
    }
    for page in pages(&press(&document).bytes) {
        for number in 0..60 {
            let heading = page.contains(&format!("Heading {number}\n"));
            let follows = page.contains(&format!("First words of {number}."));
            assert_eq!(heading, follows, "heading {number}");
        }
    }
}

#[test]
fn no_page_begins_or_ends_with_a_lone_line_of_a_paragraph() {
    for lines in 20..60 {
        let mut document = paper();
        document.blocks.push(Block::text(
            TextStyle::Body,
            (0..lines)
                .map(|line| format!("fill {line}"))
                .collect::<Vec<_>>()
                .join("\n"),
        ));
        document
            .blocks
            .push(Block::text(TextStyle::Body, "one\ntwo\nthree\nfour"));
        let pages = pages(&press(&document).bytes);
        let ours = |page: &String| {
            page.lines()
                .filter(|line| ["one", "two", "three", "four"].contains(line))
                .count()
        };
        for page in &pages {
            assert_ne!(ours(page), 1, "{lines} lines before");
        }
        assert_eq!(pages.iter().map(ours).sum::<usize>(), 4);
    }
}

#[test]
fn kept_blocks_share_a_page_and_a_break_starts_one() {
    for filler in 30..48 {
        let mut document = paper();
        document.blocks.push(Block::text(
            TextStyle::Body,
            "fill\n".repeat(filler) + "end",
        ));
        document.blocks.push(Block::KeepTogether {
            blocks: (0..8)
                .map(|number| Block::text(TextStyle::Body, format!("kept {number}")))
                .collect(),
        });
        document.blocks.push(Block::PageBreak);
        document.blocks.push(Block::PageBreak);
        document.blocks.push(Block::text(TextStyle::Body, "last"));
        let pages = pages(&press(&document).bytes);
        let home = pages.iter().find(|page| page.contains("kept 0")).unwrap();
        assert!(
            (0..8).all(|number| home.contains(&format!("kept {number}"))),
            "{filler}"
        );
        assert!(
            pages.last().unwrap().contains("last") && !pages.last().unwrap().contains("kept 7")
        );
        assert!(
            pages.iter().all(|page| page.contains("kept")
                || page.contains("fill")
                || page.contains("last")),
            "no empty page"
        );
    }
}

#[test]
fn a_signature_box_is_never_split() {
    for filler in 20..48 {
        let mut document = paper();
        document.blocks.push(Block::text(
            TextStyle::Body,
            "fill\n".repeat(filler) + "end",
        ));
        let line = |label: &str| SignatureLine {
            label: label.into(),
            ..SignatureLine::default()
        };
        document.blocks.push(Block::Signatures {
            boxes: ["Mentor", "Mentee", "Coordinator"]
                .map(|role| SignatureBox {
                    role: role.into(),
                    name: format!("Name of {role}"),
                    thread: LineStyle::Solid,
                    lines: vec![line("Signature"), line("Date")],
                    ..SignatureBox::default()
                })
                .into(),
        });
        for page in pages(&press(&document).bytes) {
            for role in ["Mentor", "Mentee", "Coordinator"] {
                assert_eq!(
                    page.contains(&format!("{role}\n")),
                    page.contains(&format!("Name of {role}\n")),
                    "{filler}"
                );
            }
            assert_eq!(
                page.matches("Signature").count(),
                page.matches("Date").count()
            );
        }
    }
}

#[test]
fn paper_and_orientation_are_as_asked() {
    for (paper_size, orientation, size) in [
        (Paper::A4, Orientation::Portrait, "595.276 x 841.89 pts"),
        (Paper::Letter, Orientation::Portrait, "612 x 792 pts"),
        (Paper::A5, Orientation::Portrait, "419.528 x 595.276 pts"),
        (Paper::Letter, Orientation::Landscape, "792 x 612 pts"),
    ] {
        let mut document = agreement(8);
        document.paper = paper_size;
        document.orientation = orientation;
        let pressed = press(&document);
        assert_sound(&pressed.bytes);
        assert!(
            info(&pressed.bytes, "-box").contains(size),
            "{}",
            info(&pressed.bytes, "-box")
        );
        let read = bare(&pages(&pressed.bytes).concat());
        assert!(
            crate::sample::ANSWERS
                .iter()
                .all(|answer| read.contains(&bare(answer)) || orientation == Orientation::Portrait)
        );
    }
}

#[test]
fn a_question_in_a_cell_and_its_boxes_to_tick_share_a_page() {
    let text = |text: String| Content::text(TextStyle::Small, text);
    let tick = |text: String| Content::Checkbox {
        checked: false,
        runs: vec![Run::plain(text)],
    };
    let mut document = paper();
    // Of every length, so that one of them meets the foot of a page at each of its lines.
    for before in 0..40 {
        let mut content = vec![Content::Lines {
            count: 20 + before,
            label: String::new(),
        }];
        for question in 0..4 {
            content.push(text(format!("question {question} of {before}.")));
            content.push(text(format!("for whom {question} of {before}.")));
            content
                .extend((0..6).map(|box_| tick(format!("box {box_} to {question} of {before}."))));
        }
        document.blocks.push(Block::Table(Table {
            columns: vec![Column::share(1), Column::share(3)],
            rows: vec![Row {
                cells: vec![Cell::text("area"), Cell { content }],
            }],
            ..Table::default()
        }));
    }
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    let pages = pages(&pressed.bytes);
    assert!(pages.len() > 40, "{}", pages.len());
    for before in 0..40 {
        for question in 0..4 {
            let first = format!("question {question} of {before}.");
            let page = pages.iter().find(|page| page.contains(&first)).unwrap();
            for box_ in 0..6 {
                let answer = format!("box {box_} to {question} of {before}.");
                assert!(page.contains(&answer), "{answer} is not with its question");
            }
        }
    }
}
