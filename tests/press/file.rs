//! The file itself: sound, the same each time, small, and made of embedded fonts.

use std::process::Command;

use fairlead_press::{Attachment, Press, Relation};
use sha2::{Digest, Sha256};

use crate::{
    sample::agreement,
    tools::{assert_sound, detach, fonts, info, objects, paper, press, text},
};

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[test]
fn the_same_document_gives_the_same_bytes_whatever_was_pressed_before() {
    let document = agreement(6);
    let first = press(&document);
    let mut used = Press::new();
    let mut other = paper();
    other.blocks = vec![fairlead_press::Block::text(
        fairlead_press::TextStyle::Guidance,
        "本协议 → ☑ 🎉 שלום عقد \u{10f123}",
    )];
    used.press(&other).unwrap();
    assert_eq!(used.press(&document).unwrap(), first);
    assert_eq!(used.press(&document).unwrap(), first);
}

/// Runs this very test in processes of their own, since hash seeds and counters differ between processes, not within one.
#[test]
fn the_same_document_gives_the_same_bytes_in_another_process() {
    const ASKED: &str = "FAIRLEAD_PRESS_HASH";
    let mut document = agreement(3);
    document.blocks.push(fairlead_press::Block::text(
        fairlead_press::TextStyle::Body,
        "本协议 → 🎉 שלום عقد",
    ));
    let own = hash(&press(&document).bytes);
    if let Ok(folder) = std::env::var(ASKED) {
        std::fs::write(folder, &own).unwrap();
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for round in 0..2 {
        let said = folder.path().join(round.to_string());
        let status = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "file::the_same_document_gives_the_same_bytes_in_another_process",
            ])
            .env(ASKED, &said)
            .stdout(std::process::Stdio::null())
            .status()
            .unwrap();
        assert!(status.success());
        assert_eq!(std::fs::read_to_string(&said).unwrap(), own);
    }
}

#[test]
fn another_document_has_another_identity() {
    let identity = |bytes: &[u8]| {
        let objects = objects(bytes);
        let at = objects.rfind("/ID [").unwrap();
        objects.get(at..at + 80).unwrap().to_owned()
    };
    let mut document = paper();
    let first = identity(&press(&document).bytes);
    document.metadata.subject = "something else".into();
    assert_ne!(identity(&press(&document).bytes), first);
}

#[test]
fn the_agreement_is_sound_small_and_fully_embedded() {
    let pressed = press(&agreement(14));
    assert_sound(&pressed.bytes);
    assert!(
        pressed.bytes.len() < 120 * 1024,
        "{} bytes",
        pressed.bytes.len()
    );
    let fonts = fonts(&pressed.bytes);
    for line in fonts.lines().skip(2) {
        // "emb sub uni": embedded, cut to what is used, with a way back to text.
        assert!(
            line.contains("Identity-H") && line.contains("yes yes yes"),
            "{fonts}"
        );
    }
}

#[test]
fn every_text_of_the_agreement_is_read_back() {
    let document = agreement(14);
    let read = crate::tools::bare(&text(&press(&document).bytes));
    for answer in crate::sample::ANSWERS {
        assert!(read.contains(&crate::tools::bare(answer)), "{answer}");
    }
    for area in 0..14 {
        assert!(read.contains(&format!("Marker{area}:")), "row {area}");
    }
    for word in [
        "MentoringagreementbetweenAmaraOkafor",
        "Draft,notsigned",
        "Bridges2026",
        "☑",
        "☐",
        "JoãodaSilvaFerreira",
    ] {
        assert!(read.contains(word), "{word}");
    }
}

#[test]
fn attached_files_come_out_byte_for_byte() {
    let mut document = paper();
    let bytes: Vec<u8> = (0..=255).cycle().take(10_000).collect();
    for (name, relation) in [
        ("zeta.json", Relation::Source),
        ("ünïcode \u{202e}.txt", Relation::Supplement),
    ] {
        document.attachments.push(Attachment {
            name: name.into(),
            mime: "application/json".into(),
            relation,
            description: "The agreement (as data) <1>".into(),
            bytes: bytes.clone(),
        });
    }
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    assert_eq!(detach(&pressed.bytes, "1"), bytes);
    assert_eq!(detach(&pressed.bytes, "2"), bytes);
    let objects = objects(&pressed.bytes);
    assert!(
        objects.contains("/AFRelationship /Source")
            && objects.contains("/AFRelationship /Supplement")
    );
}

#[test]
fn a_structure_tree_says_what_each_part_is() {
    let pressed = press(&agreement(14));
    let tree = info(&pressed.bytes, "-struct-text");
    for element in [
        "H1",
        "H2",
        "H3",
        "P (block)",
        "L (block)",
        "LI (block)",
        "Lbl (block)",
        "LBody (block)",
        "Table (block)",
        "Caption",
        "THead",
        "TBody",
        "TR\n",
        "TH:",
        "TD\n",
    ] {
        assert!(tree.contains(element), "{element} in\n{tree}");
    }
    assert!(tree.contains("\"Mentoring agreement\""), "{tree}");
    // Head, foot and repeated table heads are no content.
    assert!(!tree.contains("page 1 of") && !tree.contains("Draft, not signed"));
    assert_eq!(
        tree.matches("\"Standing\"").count(),
        1,
        "the table's head is said once"
    );
    let objects = objects(&pressed.bytes);
    for mark in [
        "/MarkInfo",
        "/StructTreeRoot",
        "/OutputIntents",
        "/Lang (en-GB)",
        "/DisplayDocTitle true",
        "/Tabs /S",
        "/Scope /Column",
        "/Scope /Row",
    ] {
        assert!(objects.contains(mark), "{mark}");
    }
}
