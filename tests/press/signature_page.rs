//! The signature page: boxes with what was signed in them, fields, a code, a record.

use fairlead_press::{
    Block, Drawing, Press, PressError, QrCode, SignatureBox, SignatureField, SignatureLine, Stroke,
};

use crate::{
    signed::{drawing, once, signature_box, unsigned},
    tools::{assert_sound, bare, codes, info, objects, paper, picture, press, text},
};

fn boxes(drawing: Option<Drawing>) -> Block {
    let line = SignatureLine {
        label: "Signature".into(),
        drawing,
        ..SignatureLine::default()
    };
    Block::Signatures {
        boxes: vec![signature_box("Mentor", "Amara Okafor", "mentor", line)],
    }
}

#[test]
fn what_was_signed_stands_in_the_box() {
    let read = bare(&text(unsigned()));
    for words in [
        "Mentor",
        "AmaraOkafor",
        "Kindofsignature:drawnbyhand",
        "Signed:Thursday26November2026,10:15(Europe/Lisbon,UTC+0)",
        "Key:9F86D081884C7D659A2FEAA0C55AD015",
        "Whathappenedbeforesigning",
        "AmaraOkaforbegantheagreement",
        "Thefingerprintofthisagreement",
    ] {
        assert!(read.contains(words), "{words}");
    }
}

#[test]
fn figures_and_fields_are_said_and_have_their_place() {
    let tree = info(unsigned(), "-struct");
    for element in ["Figure:", "Form:", "Object ", "TH:"] {
        assert!(tree.contains(element), "{element} in\n{tree}");
    }
    let objects = objects(unsigned());
    for words in [
        "/Alt (Signature of Amara Okafor, drawn by hand)",
        "/Alt (QR code with the fingerprint of this agreement)",
        "/Alt (Signature of the mentor)",
        "/TU (Signature of the mentor)",
        "/TU (Signature of the mentee)",
        "/Type /OBJR",
        "/SigFlags 3",
        "/Subtype /Widget",
    ] {
        assert!(objects.contains(words), "{words}");
    }
    // Each figure and each field: two fields, a drawing, a code.
    assert_eq!(
        objects.matches("/BBox [").count(),
        4 + 2,
        "with the two empty looks"
    );
    assert_eq!(objects.matches("/O /Layout").count(), 4);
}

#[test]
fn signing_changes_nothing_that_is_seen_or_said() {
    assert_eq!(text(unsigned()), text(once()));
    assert_eq!(
        info(unsigned(), "-struct-text"),
        info(once(), "-struct-text")
    );
    let last = |bytes: &[u8]| picture(bytes, crate::tools::pages(bytes).len(), 60);
    assert_eq!(last(unsigned()), last(once()));
}

/// The share of dark dots in a picture of the first page.
fn dark(document: &fairlead_press::Document) -> f64 {
    let bytes = press(document).bytes;
    assert_sound(&bytes);
    let output = crate::tools::run("pdftoppm", &["-r", "72", "-gray"], &bytes, &[]);
    let dots = &output.stdout[output.stdout.len() - 500_000..];
    let dark = dots.iter().filter(|dot| **dot < 128).count();
    f64::from(u32::try_from(dark).unwrap())
}

#[test]
fn a_drawn_signature_is_drawn() {
    let mut document = paper();
    document.blocks = vec![boxes(None)];
    let empty = dark(&document);
    document.blocks = vec![boxes(Some(drawing("Amara Okafor")))];
    let drawn = dark(&document);
    assert!(drawn > empty + 150.0, "{drawn} against {empty}");
    // Neither a sheet without size nor points far outside of it break anything.
    let far = Stroke {
        points: vec![(i32::MIN, i32::MAX), (i32::MAX, i32::MIN), (0, 0)],
    };
    for (width, height) in [(0, 0), (u32::MAX, 1), (1, u32::MAX), (300, 100)] {
        let strokes = vec![far.clone(), Stroke::default()];
        document.blocks = vec![boxes(Some(Drawing {
            width,
            height,
            strokes,
            alternative: String::new(),
        }))];
        dark(&document);
    }
}

#[test]
fn a_box_without_lines_has_its_field() {
    let mut document = paper();
    let field = |name: &str| SignatureBox {
        field: Some(SignatureField {
            name: name.into(),
            tooltip: "Sign here".into(),
        }),
        ..SignatureBox::default()
    };
    document.blocks = vec![Block::Signatures {
        boxes: vec![field("one"), field("two"), field("three")],
    }];
    let bytes = press(&document).bytes;
    assert_sound(&bytes);
    assert_eq!(objects(&bytes).matches("/FT /Sig").count(), 3);
}

#[test]
fn a_field_needs_a_name_of_its_own() {
    let mut document = paper();
    for (first, second) in [
        ("mentor", "mentor"),
        ("", "mentee"),
        ("a.b", "mentee"),
        ("a\n", "mentee"),
    ] {
        let line = SignatureLine::default;
        document.blocks = vec![Block::Signatures {
            boxes: vec![
                signature_box("Mentor", "", first, line()),
                signature_box("Mentee", "", second, line()),
            ],
        }];
        let refused = Press::new().press(&document).unwrap_err();
        assert!(
            matches!(refused, PressError::Field(name) if name == first),
            "{first}"
        );
    }
}

#[test]
fn a_code_is_read_back_on_every_sheet_and_from_right_to_left() {
    use fairlead_press::Paper;
    for (sheet, language) in [
        (Paper::A4, "en-GB"),
        (Paper::A5, "en-GB"),
        (Paper::Letter, "ar"),
    ] {
        for text in ["FAIRLEAD", &"A1".repeat(200), "grüß 你好"] {
            let mut document = paper();
            document.paper = sheet;
            document.metadata.language = language.into();
            document.blocks = vec![Block::QrCode(QrCode {
                text: (*text).into(),
                label: "Compare".into(),
                alternative: "Code".into(),
            })];
            let bytes = press(&document).bytes;
            assert_sound(&bytes);
            assert_eq!(
                codes(&picture(&bytes, 1, 200)),
                [text],
                "{sheet:?} {language}"
            );
        }
    }
}

#[test]
fn a_code_that_would_hold_too_much_is_refused() {
    let mut document = paper();
    document.blocks = vec![Block::QrCode(QrCode {
        text: "x".repeat(3_000),
        ..QrCode::default()
    })];
    let refused = Press::new().press(&document).unwrap_err();
    assert!(matches!(refused, PressError::QrCode(3_000)));
}
