//! An agreement of about ten pages, with every kind of block.

use fairlead_press::{
    Align, Block, Cell, Column, Content, Document, Fact, Footer, Header, Item, LineStyle, Row, Run,
    SignatureBox, SignatureLine, Table, TextStyle,
};

/// The sentences that stand in the sample, so that a test can look for each.
pub const ANSWERS: [&str; 6] = [
    "We meet every second Tuesday at 10:30, for one hour, in the library or by video.",
    "What we say here stays here, unless one of us asks the other first and gets a clear yes.",
    "Either of us may end the relationship at any time, without giving a reason and without blame.",
    "Understand how research budgets are made, and write one that is accepted by the faculty board.",
    "The mentee sends three questions two days before each meeting; the mentor reads them and answers none of them by e-mail.",
    "If we have not heard from each other for three weeks, the mentor calls.",
];

/// The document; `areas` sets its length: 28 give about ten pages.
pub fn agreement(areas: usize) -> Document {
    let created =
        chrono::DateTime::parse_from_rfc3339("2026-11-26T10:15:00+01:00").unwrap_or_default();
    let mut document = Document::new("Mentoring agreement", "en-GB", created);
    document.metadata.author = "Amara Okafor and João da Silva Ferreira".into();
    document.metadata.subject = "What we agreed for our mentoring relationship".into();
    document.header = Header {
        left: "Amara Okafor · João da Silva Ferreira".into(),
        right: "Mentoring agreement".into(),
        draft: Some("Draft, not signed".into()),
    };
    document.footer = Footer {
        before: "Agreement v2".into(),
        after: "river-lemon-copper-anchor".into(),
    };
    let fact = |label: &str, value: &str| Fact {
        label: label.into(),
        value: vec![Run::plain(value)],
    };
    let mut blocks = vec![
        Block::Title {
            text: "Mentoring agreement".into(),
            under: "between Amara Okafor (mentor) and João da Silva Ferreira (mentee)".into(),
        },
        Block::Facts {
            facts: vec![
                fact("Mentor", "Amara Okafor, Lagos"),
                fact("Mentee", "João da Silva Ferreira, Coimbra"),
                fact("Programme", "Bridges 2026, Faculty of Science"),
                fact("From", "Thursday 26 November 2026"),
                fact("Until", "Friday 26 November 2027"),
                fact("Version", "2 of Thursday 26 November 2026"),
            ],
        },
        Block::Paragraph {
            style: TextStyle::Lead,
            runs: vec![
                Run::plain("We work on "),
                Run::bold("research budgets and a first grant"),
                Run::plain(
                    " for twelve months, meet every second Tuesday, and look at this paper again on ",
                ),
                Run::italic("Wednesday 26 May 2027"),
                Run::plain("."),
            ],
        },
        Block::Heading {
            level: 1,
            number: Some("Part 1".into()),
            text: "Purpose".into(),
        },
        Block::text(
            TextStyle::Guidance,
            "What the two of you want from this relationship, in your own words. Nothing here is legally binding.",
        ),
    ];
    for (number, heading) in ["Why we do this", "What each of us brings", "Goals"]
        .into_iter()
        .enumerate()
    {
        blocks.push(Block::Heading {
            level: 2,
            number: Some((number + 1).to_string()),
            text: heading.into(),
        });
        blocks.push(Block::text(
            TextStyle::Guidance,
            "Say it as you would to a friend: what should be different a year from now?",
        ));
        for answer in ANSWERS.iter().skip(number * 2).take(2) {
            blocks.push(Block::text(TextStyle::Body, *answer));
        }
    }
    blocks.push(Block::List {
        ordered: true,
        items: [
            "Write one grant application",
            "Give one talk in English",
            "Find a second reader",
        ]
        .map(|goal| Item {
            content: vec![
                Content::text(TextStyle::Body, goal),
                Content::text(
                    TextStyle::Small,
                    "By Friday 30 April 2027; we will know it by the letter of the board.",
                ),
            ],
        })
        .into(),
    });
    blocks.push(Block::Heading {
        level: 1,
        number: Some("Part 2".into()),
        text: "Management".into(),
    });
    blocks.push(Block::text(TextStyle::Body, "The areas that most often cause trouble when nobody has spoken of them. What is left open says so."));
    let rows = (0..areas)
        .map(|area| Row {
            cells: vec![
                Cell {
                    content: vec![
                        Content::text(
                            TextStyle::Body,
                            format!(
                                "{}. {}",
                                area + 1,
                                [
                                    "Time and place",
                                    "Confidentiality",
                                    "Reply times",
                                    "Ending early",
                                    "Agenda",
                                    "Records",
                                    "Costs"
                                ][area % 7]
                            ),
                        ),
                        Content::text(TextStyle::Guidance, "Who does what, and by when?"),
                    ],
                },
                Cell {
                    content: vec![
                        Content::text(TextStyle::Body, ANSWERS[area % 6]),
                        Content::List {
                            ordered: false,
                            items: (0..area % 3 + 1)
                                .map(|item| Item {
                                    content: vec![Content::text(
                                        TextStyle::Body,
                                        ANSWERS[(area + item) % 6],
                                    )],
                                })
                                .collect(),
                        },
                        Content::Paragraph {
                            style: TextStyle::Body,
                            runs: vec![
                                Run::plain(format!("Marker {area}: ")),
                                Run::bold(ANSWERS[(area + 3) % 6]),
                            ],
                        },
                    ],
                },
                Cell::text(["Agreed", "Open", "Not for us"][area % 3]),
            ],
        })
        .collect();
    blocks.push(Block::Table(Table {
        caption: "The areas, and what we agreed".into(),
        columns: vec![
            Column::share(3),
            Column::share(8),
            Column {
                share: 2,
                align: Align::End,
            },
        ],
        head: vec![
            Cell::text("Area"),
            Cell::text("What we agreed"),
            Cell::text("Standing"),
        ],
        row_heads: true,
        rows,
    }));
    blocks.push(Block::heading(2, "Confidentiality"));
    blocks.push(Block::Checkbox {
        checked: true,
        runs: vec![Run::plain(ANSWERS[1])],
    });
    blocks.push(Block::Checkbox {
        checked: false,
        runs: vec![Run::plain(
            "Only what one of us marks as confidential stays between us.",
        )],
    });
    blocks.push(Block::heading(2, "If it does not work"));
    blocks.push(Block::text(TextStyle::Body, ANSWERS[2]));
    blocks.push(Block::Rule {
        line: LineStyle::Hairline,
    });
    blocks.push(Block::heading(3, "Notes by hand"));
    blocks.push(Block::Lines {
        count: 4,
        label: "What we want to add".into(),
    });
    let sign = |role: &str, name: &str, thread| SignatureBox {
        role: role.into(),
        name: name.into(),
        thread,
        lines: vec![
            SignatureLine {
                label: "Signature".into(),
                ..SignatureLine::default()
            },
            SignatureLine {
                label: "Date".into(),
                value: "Thursday 26 November 2026".into(),
                ..SignatureLine::default()
            },
        ],
        ..SignatureBox::default()
    };
    blocks.push(Block::KeepTogether {
        blocks: vec![
            Block::heading(1, "Signatures"),
            Block::text(TextStyle::Body, "By signing, each of us says: I have read this, I was heard, and I mean to keep it."),
            Block::Signatures { boxes: vec![sign("Mentor", "Amara Okafor", LineStyle::Solid), sign("Mentee", "João da Silva Ferreira", LineStyle::Dashed)] },
        ],
    });
    document.blocks = blocks;
    document
}
