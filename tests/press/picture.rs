//! Pictures: tagged with their words, on white, in proportion, and never a reason to fail.

use crate::tools::{assert_sound, objects, paper, press, text};
use fairlead_press::{Block, Picture};

/// 12 by 8 red pixels.
const RED: &str = "iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAIAAABChommAAAAEUlEQVR4nGM4ISdHEDGMKgIAojBhgcEzWZQAAAAASUVORK5CYII=";

fn logo(png: &str, words: &str) -> Block {
    Block::Picture(Picture {
        png: png.to_owned(),
        words: words.to_owned(),
        width: 45,
        height: 20,
    })
}

#[test]
fn r58_a_logo_is_a_figure_with_words_and_a_place() {
    let mut document = paper();
    document.blocks = vec![
        logo(RED, "Logo of Northbridge"),
        Block::heading(1, "Agreement"),
    ];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    let objects = objects(&pressed.bytes);
    for part in [
        "/S /Figure",
        "/Alt (Logo of Northbridge)",
        "/BBox [",
        "/Subtype /Image",
        "/ColorSpace /DeviceRGB",
        "/Figure <<",
    ] {
        assert!(objects.contains(part), "{part} is missing");
    }
    // 12 by 8 pixels at 96 an inch are 9 by 6 points: nothing small is blown up.
    assert!(objects.contains("9 0 0 6 "), "the picture keeps its size");
}

#[test]
fn the_same_picture_twice_stands_in_the_file_once() {
    let mut document = paper();
    document.blocks = vec![logo(RED, "One"), logo(RED, "Two")];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    assert_eq!(press(&document).bytes, pressed.bytes);
    assert_eq!(objects(&pressed.bytes).matches("/S /Figure").count(), 2);
}

#[test]
fn a_picture_without_words_is_decoration() {
    let mut document = paper();
    document.blocks = vec![logo(RED, " "), Block::heading(1, "Agreement")];
    let pressed = press(&document);
    assert_sound(&pressed.bytes);
    assert!(!objects(&pressed.bytes).contains("/S /Figure"));
}

#[test]
fn what_is_no_picture_leaves_its_words_in_its_place() {
    for png in ["", "%%%", "PHN2Zz48L3N2Zz4=", RED.get(..60).unwrap()] {
        let mut document = paper();
        document.blocks = vec![logo(png, "Logo of Łódź Mentoring")];
        let pressed = press(&document);
        assert_sound(&pressed.bytes);
        assert!(text(&pressed.bytes).contains("Logo of Łódź Mentoring"));
    }
}
