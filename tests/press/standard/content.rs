//! What is drawn: each stroke of it is said in the structure or marked as decoration.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId, content::Content};

use super::{Check, array, at, dictionary};

/// What the pages show.
#[derive(Default)]
pub struct Shown {
    /// Marked content of each page: its number and its tag.
    pub marked: BTreeMap<(ObjectId, i64), String>,
    /// The codes that each font shows, and whether all of their uses are told by other words.
    pub codes: BTreeMap<ObjectId, BTreeMap<u16, bool>>,
}

/// What is open around a stroke.
enum Open {
    Marked,
    Artifact,
    Span { told: bool },
}

pub fn check(check: &mut Check<'_>) -> Shown {
    let mut shown = Shown::default();
    let mut faults = BTreeSet::new();
    for id in check.file.get_pages().into_values() {
        let page = check.file.get_dictionary(id).unwrap();
        if !page.has(b"Resources") {
            faults.insert(("A 6.2.2", "a page borrows its resources".to_owned()));
        }
        let fonts: BTreeMap<Vec<u8>, ObjectId> = dictionary(&check.file, page, "Resources")
            .and_then(|resources| dictionary(&check.file, resources, "Font"))
            .map(|fonts| {
                fonts
                    .iter()
                    .filter_map(|(name, font)| Some((name.clone(), font.as_reference().ok()?)))
                    .collect()
            })
            .unwrap_or_default();
        let content = Content::decode(&check.file.get_page_content(id)).unwrap();
        read(id, &content, &fonts, &mut shown, &mut faults);
    }
    for (clause, what) in faults {
        check.fault(clause, what);
    }
    shown
}

fn read(
    page: ObjectId,
    content: &Content,
    fonts: &BTreeMap<Vec<u8>, ObjectId>,
    shown: &mut Shown,
    faults: &mut BTreeSet<(&'static str, String)>,
) {
    let mut open: Vec<Open> = Vec::new();
    let mut saved = 0_usize;
    let mut font = None;
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                let tag = operands
                    .first()
                    .and_then(|tag| tag.as_name().ok())
                    .map(|tag| String::from_utf8_lossy(tag).into_owned())
                    .unwrap_or_default();
                let properties = operands
                    .get(1)
                    .and_then(|properties| properties.as_dict().ok());
                open.push(begin(page, tag, properties, &open, shown, faults));
            }
            "EMC" => {
                let ended = open.pop();
                if ended.is_none() {
                    faults.insert(("UA 7.1", "a mark ends that never began".to_owned()));
                }
            }
            "q" => saved += 1,
            "Q" => saved = saved.saturating_sub(1),
            "Tf" => {
                font = operands
                    .first()
                    .and_then(|name| name.as_name().ok())
                    .and_then(|name| fonts.get(name))
                    .copied()
            }
            "Tj" | "TJ" | "'" | "\"" => {
                painted(&open, faults, &operation.operator);
                let Some(font) = font else {
                    faults.insert(("A 6.2.11", "text without a font".to_owned()));
                    continue;
                };
                let told = open
                    .iter()
                    .any(|open| matches!(open, Open::Span { told: true }));
                let codes = shown.codes.entry(font).or_default();
                for code in operands
                    .iter()
                    .flat_map(strings)
                    .flat_map(|text| text.chunks(2))
                {
                    let code = u16::from_be_bytes([code[0], code.get(1).copied().unwrap_or(0)]);
                    let all = codes.entry(code).or_insert(true);
                    *all &= told;
                }
            }
            "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "sh" | "Do" | "BI" | "EI" => {
                painted(&open, faults, &operation.operator)
            }
            "K" | "k" | "cs" | "CS" | "sc" | "SC" | "scn" | "SCN" | "gs" | "d0" | "d1" | "MP"
            | "DP" | "BX" | "EX" => {
                faults.insert((
                    "A 6.2.2, 6.2.4",
                    format!("the operator {}", operation.operator),
                ));
            }
            _ => {}
        }
        if saved > 28 {
            faults.insert(("A 6.1.13", "states within states".to_owned()));
        }
    }
    if !open.is_empty() || saved != 0 {
        faults.insert(("UA 7.1", "a mark or a state is left open".to_owned()));
    }
}

fn begin(
    page: ObjectId,
    tag: String,
    properties: Option<&Dictionary>,
    open: &[Open],
    shown: &mut Shown,
    faults: &mut BTreeSet<(&'static str, String)>,
) -> Open {
    let within = open
        .iter()
        .any(|open| matches!(open, Open::Marked | Open::Artifact));
    let number = properties
        .and_then(|properties| properties.get(b"MCID").ok())
        .and_then(|number| number.as_i64().ok());
    match (tag.as_str(), number) {
        ("Artifact", _) => {
            let typed = properties.is_some_and(|properties| properties.has(b"Type"));
            if within || !typed {
                faults.insert((
                    "UA 7.1",
                    "decoration within content, or of no kind".to_owned(),
                ));
            }
            Open::Artifact
        }
        (_, Some(number)) => {
            if within || shown.marked.insert((page, number), tag).is_some() {
                faults.insert((
                    "UA 7.1",
                    format!("content {number} stands within other, or twice"),
                ));
            }
            Open::Marked
        }
        (_, None) => {
            let told = properties.is_some_and(|properties| properties.has(b"ActualText"));
            if !within {
                faults.insert(("UA 7.1", format!("{tag} outside of the structure")));
            }
            Open::Span { told }
        }
    }
}

fn painted(open: &[Open], faults: &mut BTreeSet<(&'static str, String)>, operator: &str) {
    let said = open
        .iter()
        .filter(|open| matches!(open, Open::Marked | Open::Artifact))
        .count();
    if said != 1 {
        faults.insert((
            "UA 7.1",
            format!("{operator} is neither content nor decoration"),
        ));
    }
}

fn strings(operand: &Object) -> Vec<&[u8]> {
    match operand {
        Object::String(text, _) => vec![text],
        Object::Array(list) => list.iter().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// Where a look of a field draws anything, it would be content of its own; ours draw nothing.
pub fn draws_nothing(check: &Check<'_>, widget: &Dictionary) -> bool {
    let file = &check.file;
    let look = dictionary(file, widget, "AP").and_then(|looks| at(file, looks, "N"));
    let Some(Object::Stream(look)) = look else {
        return false;
    };
    array(file, &look.dict, "BBox").len() == 4
        && look
            .get_plain_content()
            .is_ok_and(|content| content.is_empty())
}
