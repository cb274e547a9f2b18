use fairlead_press::{
    Block, Cell, Column, Content, Document, Drawing, Row, Run, SignatureBox, SignatureLine, Stroke,
    Table, TextStyle,
};
use ts_rs::{Config, TS};

#[test]
fn the_screen_gets_the_same_document_as_json() {
    let created = chrono::DateTime::parse_from_rfc3339("2026-11-26T10:15:00+01:00").unwrap();
    let mut document = Document::new("Mentoring agreement", "en-GB", created);
    document.blocks = vec![
        Block::heading(1, "Part 1"),
        Block::Paragraph {
            style: TextStyle::Lead,
            runs: vec![Run::bold("We"), Run::plain(" agree.")],
        },
        Block::Table(Table {
            columns: vec![Column::share(1), Column::share(2)],
            rows: vec![Row {
                cells: vec![
                    Cell::text("a"),
                    Cell {
                        content: vec![Content::Lines {
                            count: 2,
                            label: String::new(),
                        }],
                    },
                ],
            }],
            ..Table::default()
        }),
        Block::KeepTogether {
            blocks: vec![Block::PageBreak],
        },
    ];
    let json = serde_json::to_value(&document).unwrap();
    assert_eq!(json["metadata"]["created"], "2026-11-26T10:15:00+01:00");
    assert_eq!(json["blocks"][0]["kind"], "heading");
    assert_eq!(json["blocks"][2]["kind"], "table");
    assert_eq!(
        json["blocks"][2]["rows"][0]["cells"][1]["content"][0]["kind"],
        "lines"
    );
    let back: Document = serde_json::from_value(json).unwrap();
    assert_eq!(back, document);
}

/// What is not signed yet looks as it did before signatures could be drawn, and both are read.
#[test]
fn what_was_signed_is_told_where_there_is_something() {
    let mut signed = SignatureBox::default();
    let empty = serde_json::to_value(&signed).unwrap();
    assert_eq!(
        empty,
        serde_json::json!({"role": "", "name": "", "thread": "hairline", "lines": []})
    );
    signed.lines.push(SignatureLine {
        drawing: Some(Drawing {
            width: 9,
            height: 5,
            strokes: vec![Stroke {
                points: vec![(1, -2)],
            }],
            alternative: "drawn".into(),
        }),
        ..SignatureLine::default()
    });
    let json = serde_json::to_value(&signed).unwrap();
    assert_eq!(
        json["lines"][0]["drawing"]["strokes"][0]["points"][0][1],
        -2
    );
    assert_eq!(
        serde_json::from_value::<SignatureBox>(json).unwrap(),
        signed
    );
}

#[test]
fn the_typescript_type_names_each_kind_of_block() {
    let block = Block::decl(&Config::default());
    for kind in [
        "title",
        "heading",
        "paragraph",
        "list",
        "table",
        "facts",
        "signatures",
        "qrCode",
        "lines",
        "checkbox",
        "rule",
        "pageBreak",
        "keepTogether",
        "picture",
    ] {
        assert!(
            block.contains(&format!("\"kind\": \"{kind}\"")),
            "{kind} in {block}"
        );
    }
    assert!(Document::decl(&Config::default()).starts_with("type PaperDocument"));
}
