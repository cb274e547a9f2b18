//! PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), clause by clause: what a program can check, checked on everything
//! that the press makes. No validator of both can be had without a network, so the clauses are read here one by one.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a check asks for one kind of object and refuses all others alike"
)]

mod content;
mod file;
mod fonts;
mod structure;

use fairlead_press::{Block, Document, Picture, Run, TextStyle};
use lopdf::{Dictionary, Object, ObjectId};

use crate::{
    sample::agreement,
    signed::{once, twice, unsigned},
    tools::{paper, press},
};

/// A file and what is wrong with it.
pub struct Check<'a> {
    bytes: &'a [u8],
    file: lopdf::Document,
    faults: Vec<String>,
}

impl Check<'_> {
    fn fault(&mut self, clause: &str, what: impl std::fmt::Display) {
        self.faults.push(format!("{clause}: {what}"));
    }

    fn expect(&mut self, holds: bool, clause: &str, what: impl std::fmt::Display) {
        if !holds {
            self.fault(clause, what);
        }
    }
}

/// An object behind its reference.
fn follow<'a>(file: &'a lopdf::Document, object: &'a Object) -> &'a Object {
    file.dereference(object).map_or(object, |(_, found)| found)
}

/// What stands under a key, behind its reference.
fn at<'a>(file: &'a lopdf::Document, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
    dictionary
        .get(key.as_bytes())
        .ok()
        .map(|object| follow(file, object))
}

fn dictionary<'a>(
    file: &'a lopdf::Document,
    dictionary: &'a Dictionary,
    key: &str,
) -> Option<&'a Dictionary> {
    at(file, dictionary, key).and_then(as_dictionary)
}

fn as_dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

fn array<'a>(file: &'a lopdf::Document, dictionary: &'a Dictionary, key: &str) -> &'a [Object] {
    at(file, dictionary, key)
        .and_then(|object| object.as_array().ok())
        .map_or(&[], Vec::as_slice)
}

fn name<'a>(file: &'a lopdf::Document, dictionary: &'a Dictionary, key: &str) -> &'a str {
    at(file, dictionary, key)
        .and_then(|object| object.as_name().ok())
        .map_or("", |name| std::str::from_utf8(name).unwrap_or("?"))
}

fn integer(file: &lopdf::Document, dictionary: &Dictionary, key: &str) -> Option<i64> {
    at(file, dictionary, key).and_then(|object| object.as_i64().ok())
}

/// A text string: UTF-16 with its mark, or plain.
fn text(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(rest) => {
            let units: Vec<u16> = rest
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16(&units).ok()
        }
        None => Some(bytes.iter().copied().map(char::from).collect()),
    }
}

fn catalog(file: &lopdf::Document) -> (ObjectId, Dictionary) {
    let id = file.trailer.get(b"Root").unwrap().as_reference().unwrap();
    (id, file.get_dictionary(id).unwrap().clone())
}

/// Everything that the two standards forbid and this file does.
pub fn faults(bytes: &[u8]) -> Vec<String> {
    let mut check = Check {
        bytes,
        file: lopdf::Document::load_mem(bytes).unwrap(),
        faults: Vec::new(),
    };
    file::check(&mut check);
    let shown = content::check(&mut check);
    fonts::check(&mut check, &shown);
    structure::check(&mut check, &shown);
    check.faults
}

pub fn assert_standard(bytes: &[u8]) {
    let faults = faults(bytes);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn an_agreement_keeps_to_both_standards() {
    assert_standard(&press(&agreement(14)).bytes);
}

#[test]
fn a_paper_keeps_to_both_standards_before_and_after_each_signature() {
    for bytes in [unsigned(), once(), twice()] {
        assert_standard(bytes);
    }
}

#[test]
fn every_script_keeps_to_both_standards() {
    let samples: Vec<(String, String, String)> =
        serde_json::from_str(include_str!("../../fixtures/scripts.json")).unwrap();
    let mut document = paper();
    for (name, sample, language) in samples {
        document.blocks.push(Block::heading(1, name));
        document.blocks.push(Block::Paragraph {
            style: TextStyle::Body,
            runs: vec![Run {
                language: Some(language),
                bold: true,
                ..Run::plain(sample)
            }],
        });
    }
    // A character of private use, one without a glyph, and one that joins others.
    document.blocks.push(Block::text(
        TextStyle::Body,
        "\u{e123} \u{10f123} 👩\u{200d}👧 fi ﬁ e\u{301} \u{2028}x",
    ));
    assert_standard(&press(&document).bytes);
}

#[test]
fn an_empty_paper_and_a_picture_keep_to_both_standards() {
    assert_standard(&press(&paper()).bytes);
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 2, 2);
    encoder.set_color(png::ColorType::Rgba);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&[9, 90, 200, 128, 0, 0, 0, 0, 255, 255, 255, 255, 1, 2, 3, 4])
        .unwrap();
    let mut document = paper();
    let words = ["The programme's logo", ""];
    document.blocks = words
        .map(|words| {
            Block::Picture(Picture {
                png: base64::Engine::encode(&base64::engine::general_purpose::STANDARD, &png),
                words: words.into(),
                width: 40,
                height: 20,
            })
        })
        .into();
    assert_standard(&press(&document).bytes);
}

/// The checks themselves: each of these files breaks one clause, and is told by that clause.
#[test]
fn a_broken_clause_is_found() {
    type Break = fn(&mut lopdf::Document);
    fn first<'a>(file: &'a mut lopdf::Document, kind: &[u8], value: &[u8]) -> &'a mut Dictionary {
        let id = *file
            .objects
            .iter()
            .find(|(_, object)| {
                as_dictionary(object)
                    .and_then(|dictionary| dictionary.get(kind).ok())
                    .and_then(|found| found.as_name().ok())
                    == Some(value)
            })
            .unwrap()
            .0;
        match file.objects.get_mut(&id).unwrap() {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &mut stream.dict,
            _ => unreachable!(),
        }
    }
    let broken: [(&str, Break); 14] = [
        ("A 6.1.3", |file| drop(file.trailer.remove(b"ID"))),
        ("A 6.2.3", |file| {
            drop(file.catalog_mut().unwrap().remove(b"OutputIntents"))
        }),
        ("A 6.6.2", |file| {
            drop(file.catalog_mut().unwrap().remove(b"Metadata"))
        }),
        ("A 6.7", |file| {
            drop(file.catalog_mut().unwrap().remove(b"MarkInfo"))
        }),
        ("UA 7.2", |file| {
            drop(file.catalog_mut().unwrap().remove(b"Lang"))
        }),
        ("UA 7.1", |file| {
            drop(file.catalog_mut().unwrap().remove(b"ViewerPreferences"))
        }),
        ("A 6.8", |file| {
            drop(file.catalog_mut().unwrap().remove(b"AF"))
        }),
        ("A 6.8", |file| {
            drop(first(file, b"Type", b"Filespec").remove(b"AFRelationship"))
        }),
        ("A 6.3", |file| {
            first(file, b"Subtype", b"Widget").set("F", 2)
        }),
        ("UA 7.18", |file| {
            drop(first(file, b"Subtype", b"Widget").remove(b"TU"))
        }),
        ("UA 7.18", |file| {
            drop(first(file, b"Type", b"Page").remove(b"Tabs"))
        }),
        ("UA 7.3", |file| {
            drop(first(file, b"S", b"Figure").remove(b"Alt"))
        }),
        ("UA 7.5", |file| drop(first(file, b"S", b"TH").remove(b"A"))),
        ("A 6.2.11", |file| {
            drop(first(file, b"Type", b"FontDescriptor").remove(b"FontFile2"))
        }),
    ];
    for (clause, break_it) in broken {
        let mut file = lopdf::Document::load_mem(unsigned()).unwrap();
        break_it(&mut file);
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        let found = faults(&bytes);
        assert!(
            found.iter().any(|fault| fault.starts_with(clause)),
            "{clause}: {found:#?}"
        );
    }
}

/// A document of this many parts takes as many objects for each part, however many there are.
#[test]
fn objects_grow_in_step_with_content() {
    let count = |areas: usize| {
        let document: Document = agreement(areas);
        let file = lopdf::Document::load_mem(&press(&document).bytes).unwrap();
        file.objects.len()
    };
    let (few, more, many) = (count(14), count(28), count(56));
    let (first, second) = (more - few, many - more);
    assert!(
        second.abs_diff(first * 2) * 20 <= second,
        "{few}, {more}, {many}"
    );
}
