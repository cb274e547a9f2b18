//! Fonts: all in the file, cut, with the widths that they have and the way back to text.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};
use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    raw::TableProvider,
};

use super::{Check, array, as_dictionary, at, content::Shown, dictionary, follow, integer, name};

pub fn check(check: &mut Check<'_>, shown: &Shown) {
    for (id, codes) in &shown.codes {
        let mut faults = Vec::new();
        font(&check.file, *id, codes, &mut faults);
        for (clause, what) in faults {
            check.fault(clause, what);
        }
    }
}

fn font(
    file: &lopdf::Document,
    id: ObjectId,
    codes: &BTreeMap<u16, bool>,
    faults: &mut Vec<(&'static str, String)>,
) {
    let font = file.get_dictionary(id).unwrap();
    let base = name(file, font, "BaseFont").to_owned();
    let mut fault = |holds: bool, clause: &'static str, what: &str| {
        if !holds {
            faults.push((clause, format!("{base}: {what}")));
        }
    };
    fault(
        name(file, font, "Subtype") == "Type0" && name(file, font, "Encoding") == "Identity-H",
        "A 6.2.11.3",
        "its codes are its glyphs",
    );
    fault(
        base.as_bytes().get(6) == Some(&b'+')
            && base.bytes().take(6).all(|byte| byte.is_ascii_uppercase()),
        "A 6.2.11.4",
        "its name says that it is cut",
    );
    let Some(own) = array(file, font, "DescendantFonts")
        .first()
        .and_then(|own| as_dictionary(follow(file, own)))
    else {
        fault(false, "A 6.2.11.3", "it has no glyphs");
        return;
    };
    let kind = name(file, own, "Subtype").to_owned();
    fault(
        name(file, own, "BaseFont") == base,
        "A 6.2.11.2",
        "its two names",
    );
    fault(
        kind != "CIDFontType2" || name(file, own, "CIDToGIDMap") == "Identity",
        "A 6.2.11.3.2",
        "its map",
    );
    let system = dictionary(file, own, "CIDSystemInfo")
        .is_some_and(|system| system.has(b"Registry") && system.has(b"Ordering"));
    fault(system, "A 6.2.11.3.1", "its system of numbers");
    let Some(descriptor) = dictionary(file, own, "FontDescriptor") else {
        fault(false, "A 6.2.11.4", "it is not described");
        return;
    };
    // A list of the glyphs that are there must be whole; without one there is nothing to be wrong.
    fault(
        !descriptor.has(b"CIDSet"),
        "A 6.2.11.4.2",
        "a list of its glyphs",
    );
    let flags = integer(file, descriptor, "Flags").unwrap_or(0);
    fault(
        flags & 4 != 0 || flags & 32 != 0,
        "A 6.2.11.6",
        "symbolic or not",
    );
    let program = ["FontFile2", "FontFile3"]
        .into_iter()
        .find_map(|key| at(file, descriptor, key));
    let Some(Object::Stream(program)) = program else {
        fault(false, "A 6.2.11.4", "it is not in the file");
        return;
    };
    let bytes = program.get_plain_content().unwrap_or_default();
    widths(file, own, &bytes, codes, &mut fault);
    let table = match at(file, font, "ToUnicode") {
        Some(Object::Stream(table)) => {
            String::from_utf8_lossy(&table.get_plain_content().unwrap_or_default()).into_owned()
        }
        _ => String::new(),
    };
    let says = unicode(&table);
    for (code, told) in codes {
        fault(*code != 0, "A 6.2.11.8", "the glyph for what is not there");
        let units = says.get(code).cloned().unwrap_or_default();
        fault(
            !units.is_empty(),
            "A 6.2.11.7.2",
            &format!("the code {code} says nothing"),
        );
        fault(
            !units.iter().any(|unit| matches!(unit, 0 | 0xfeff | 0xfffe)),
            "A 6.2.11.7.2",
            &format!("the code {code} says no character"),
        );
        let private = units
            .iter()
            .any(|unit| (0xe000..=0xf8ff).contains(unit) || (0xdb80..=0xdbff).contains(unit));
        fault(
            !private || *told,
            "A 6.2.11.7.3",
            &format!("the code {code} says a private character"),
        );
    }
}

/// The widths that the file tells are those of the font.
fn widths(
    file: &lopdf::Document,
    own: &Dictionary,
    bytes: &[u8],
    codes: &BTreeMap<u16, bool>,
    fault: &mut impl FnMut(bool, &'static str, &str),
) {
    let mut told: BTreeMap<u16, f32> = BTreeMap::new();
    let usual = at(file, own, "DW")
        .and_then(|width| width.as_float().ok())
        .unwrap_or(1000.0);
    let mut list = array(file, own, "W").iter();
    while let Some(first) = list.next() {
        let first = u16::try_from(first.as_i64().unwrap_or(0)).unwrap_or(0);
        match list.next() {
            Some(Object::Array(widths)) => {
                for (code, width) in (first..).zip(widths) {
                    told.insert(code, width.as_float().unwrap_or(0.0));
                }
            }
            Some(last) => {
                let last = u16::try_from(last.as_i64().unwrap_or(0)).unwrap_or(0);
                let width = list
                    .next()
                    .and_then(|width| width.as_float().ok())
                    .unwrap_or(0.0);
                told.extend((first..=last).map(|code| (code, width)));
            }
            None => {}
        }
    }
    let Ok(font) = FontRef::new(bytes) else {
        // A bare CFF program has its widths inside; pdffonts and qpdf look at those elsewhere.
        return;
    };
    let em = f32::from(font.head().map_or(1000, |head| head.units_per_em()));
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    for code in codes.keys() {
        let real = metrics
            .advance_width(GlyphId::new(u32::from(*code)))
            .unwrap_or(-1.0)
            * 1000.0
            / em;
        let said = told.get(code).copied().unwrap_or(usual);
        fault(
            (real - said).abs() <= 1.0,
            "A 6.2.11.5",
            &format!("the code {code} is {said} wide and says {real}"),
        );
    }
}

/// The table from codes to UTF-16.
fn unicode(table: &str) -> BTreeMap<u16, Vec<u16>> {
    let mut says = BTreeMap::new();
    let digits = |text: &str| -> Vec<u16> {
        let hex: Vec<char> = text.chars().filter(char::is_ascii_hexdigit).collect();
        hex.chunks(4)
            .filter_map(|unit| u16::from_str_radix(&unit.iter().collect::<String>(), 16).ok())
            .collect()
    };
    for (start, end, ranges) in [
        ("beginbfchar", "endbfchar", false),
        ("beginbfrange", "endbfrange", true),
    ] {
        for part in table.split(start).skip(1) {
            let body = part.split(end).next().unwrap_or_default();
            let tokens: Vec<Vec<u16>> = body
                .split('<')
                .skip(1)
                .filter_map(|token| token.split('>').next())
                .map(digits)
                .collect();
            for row in tokens.chunks(if ranges { 3 } else { 2 }) {
                match row {
                    [code, text] => {
                        says.insert(code[0], text.clone());
                    }
                    [first, last, text] => {
                        for (step, code) in (first[0]..=last[0]).enumerate() {
                            let mut text = text.clone();
                            if let Some(unit) = text.last_mut() {
                                *unit += u16::try_from(step).unwrap();
                            }
                            says.insert(code, text);
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    says
}
