//! The contact plan card (R10): its content, its one page whatever is written, and what never stands on it.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::desk::Desk;
use crate::papers::pdf;
use chrono::DateTime;
use fairlead_core::api::start::PaperSize;
use fairlead_core::domain::vocabulary::Vocabulary;
use fairlead_core::papers::Press;
use fairlead_core::papers::contact_plan::{CardFacts, Fit, Half, document};
use fairlead_press::{Block, Document, Paper};
use serde_json::json;

fn half(name: &str, lines: usize, long: usize) -> Half {
    let line = |at: usize| format!("{at} {}", "wörd ".repeat(long / 5));
    let lines: Vec<String> = (0..lines).map(line).collect();
    Half {
        name: name.to_owned(),
        ways: lines.clone(),
        times: lines.clone(),
        promises: lines,
        calls: String::new(),
    }
}

fn card(lines: usize, long: usize) -> CardFacts {
    let both = |name| half(name, lines, long);
    CardFacts {
        points: both("").ways,
        silence: both("").ways,
        programme: both("").ways,
        mentee: both("Priya Raman"),
        mentor: both("Tomasz Lewandowski"),
        vocabulary: Vocabulary::new("guide", "", "", "scheme", ""),
        made: DateTime::parse_from_rfc3339("2026-03-10T12:00:00+00:00").unwrap(),
    }
}

fn text(document: &Document) -> String {
    serde_json::to_string(document).unwrap()
}

#[test]
fn r10_the_card_is_a5_and_says_its_parts_in_their_order_in_the_programmes_words() {
    let document = document(&card(1, 10), Fit::Whole);
    assert_eq!(document.paper, Paper::A5);
    let said = text(&document);
    let at = |words: &str| {
        assert!(said.contains(words), "{words}: {said}");
        said.find(words).unwrap()
    };
    let order = [
        at("Ways, best first"),
        at("\"Times\""),
        at("Points for discussion"),
        at("When no answer comes"),
        at("An answer comes"),
        at("\"Scheme\""),
    ];
    assert!(order.is_sorted(), "section 9: {order:?}");
    assert!(said.contains("Tomasz Lewandowski, guide"), "C29");
    assert_eq!(
        document.metadata.title,
        "Contact plan: Priya Raman and Tomasz Lewandowski"
    );
}

#[test]
fn r10_an_empty_half_says_whom_to_ask() {
    let mut facts = card(1, 10);
    facts.mentor = Half {
        name: "Tomasz Lewandowski".to_owned(),
        ..Half::default()
    };
    facts.points.clear();
    let said = text(&document(&facts, Fit::Whole));
    assert!(said.contains("Ask Tomasz"));
    assert!(said.contains("Nothing agreed yet"));
}

#[test]
fn b6_the_card_fits_one_page_however_much_is_written() {
    let mut press = Press::new();
    for (lines, long) in [(0, 0), (3, 30), (12, 60), (12, 200), (40, 500)] {
        let facts = card(lines, long);
        let pages = Fit::ALL.map(|fit| press.press(&document(&facts, fit)).unwrap().pages);
        assert!(pages.contains(&1), "{lines} lines of {long}: {pages:?}");
    }
}

#[test]
fn a_card_that_has_room_leaves_nothing_out() {
    let facts = card(3, 30);
    let pressed = Press::new().press(&document(&facts, Fit::Whole)).unwrap();
    assert_eq!(pressed.pages, 1);
    for block in &document(&facts, Fit::Cut(2, 40)).blocks {
        if let Block::Facts { facts } = block {
            let said = serde_json::to_string(facts).unwrap();
            assert!(
                said.contains("… and more in Fairlead"),
                "what was cut is told"
            );
        }
    }
}

#[test]
fn b8_the_log_and_private_notes_are_not_on_the_card() {
    let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Tomasz Lewandowski", Some("2026-03-09"));
    desk.call(
        "note.write",
        json!({"relationship": id, "about": "area.1", "text": "canary-note"}),
    );
    desk.call(
        "contact.log",
        json!({"relationship": id, "direction": "out", "note": "canary-log"}),
    );
    let plan = desk.call("contact.get", json!({"relationship": id}));
    assert!(!plan.to_string().contains("canary"));
    let first = desk
        .fairlead
        .paper("contact_plan", &id, PaperSize::A4)
        .unwrap();
    assert_eq!(first.name, "Contact plan - Priya and Tomasz.pdf");
    let again = desk
        .fairlead
        .paper("contact_plan", &id, PaperSize::Letter)
        .unwrap();
    assert_eq!(
        first.bytes, again.bytes,
        "the card has its own size, and the same bytes"
    );
    let (words, objects) = (pdf::text(&first.bytes), pdf::objects(&first.bytes));
    assert!(words.contains("Tomasz Lewandowski"), "{words}");
    assert!(!words.contains("canary") && !objects.contains("canary"));
    for part in [
        "/StructTreeRoot",
        "/Lang",
        "pdfaid:part",
        "pdfuaid:part",
        "/TH",
    ] {
        assert!(objects.contains(part), "tagged as the other papers: {part}");
    }
}
