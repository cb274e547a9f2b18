//! The structure tree: what is said, in which order, and that it is all that is drawn.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::{
    Check, array, as_dictionary, at, catalog,
    content::{Shown, draws_nothing},
    dictionary, follow, integer, name, text,
};

/// What may stand in an element; `P` and its like take content only, or spans.
const PARTS: &[(&str, &[&str])] = &[
    (
        "Document",
        &[
            "H1", "H2", "H3", "H4", "H5", "P", "L", "Table", "Figure", "Form", "Div", "Caption",
        ],
    ),
    (
        "Div",
        &[
            "H1", "H2", "H3", "H4", "H5", "P", "L", "Table", "Figure", "Form", "Div", "Lbl",
            "Span", "Caption",
        ],
    ),
    ("L", &["LI", "Caption"]),
    ("LI", &["Lbl", "LBody"]),
    ("LBody", &["P", "L", "Div", "Figure", "Form", "Span", "Lbl"]),
    ("Table", &["Caption", "THead", "TBody", "TR"]),
    ("THead", &["TR"]),
    ("TBody", &["TR"]),
    ("TR", &["TH", "TD"]),
    ("TH", &["P", "L", "Div", "Span", "Lbl", "Figure"]),
    ("TD", &["P", "L", "Div", "Span", "Lbl", "Figure"]),
    ("Caption", &["P", "Span"]),
    ("P", &["Span", "Lbl", "Figure", "Form"]),
    ("H1", &["Span", "Lbl"]),
    ("H2", &["Span", "Lbl"]),
    ("H3", &["Span", "Lbl"]),
    ("H4", &["Span", "Lbl"]),
    ("H5", &["Span", "Lbl"]),
    ("Lbl", &["Span"]),
    ("Span", &["Span"]),
    ("Figure", &[]),
    ("Form", &[]),
];

struct Walk<'a> {
    file: &'a lopdf::Document,
    faults: Vec<(&'static str, String)>,
    /// Content of pages, with the element that says it.
    said: BTreeMap<(ObjectId, i64), ObjectId>,
    /// Fields, with the element that says them.
    fields: BTreeMap<ObjectId, ObjectId>,
    seen: BTreeSet<ObjectId>,
    heading: u8,
}

pub fn check(check: &mut Check<'_>, shown: &Shown) {
    let (_, catalog) = catalog(&check.file);
    let file = &check.file;
    let Some(root) = dictionary(file, &catalog, "StructTreeRoot") else {
        return;
    };
    let root_id = catalog
        .get(b"StructTreeRoot")
        .unwrap()
        .as_reference()
        .unwrap();
    let mut walk = Walk {
        file,
        faults: Vec::new(),
        said: BTreeMap::new(),
        fields: BTreeMap::new(),
        seen: BTreeSet::new(),
        heading: 0,
    };
    for kid in kids(file, root) {
        if let Object::Reference(id) = kid {
            walk.element(id, root_id, "Document", None);
        }
    }
    let drawn: BTreeSet<_> = shown.marked.keys().copied().collect();
    let said: BTreeSet<_> = walk.said.keys().copied().collect();
    for part in drawn.symmetric_difference(&said) {
        walk.faults.push((
            "UA 7.1",
            format!("{part:?} is drawn and not said, or said and not drawn"),
        ));
    }
    for (place, tag) in &shown.marked {
        let element = walk
            .said
            .get(place)
            .and_then(|id| file.get_dictionary(*id).ok());
        if element.is_some_and(|element| name(file, element, "S") != tag) {
            walk.faults
                .push(("UA 7.1", format!("{place:?} is marked as {tag}")));
        }
    }
    parents(&mut walk, root);
    let widgets: Vec<Dictionary> = file
        .objects
        .values()
        .filter_map(as_dictionary)
        .filter(|object| name(file, object, "Subtype") == "Widget")
        .cloned()
        .collect();
    if widgets.len() != walk.fields.len() {
        walk.faults
            .push(("UA 7.18.1", "a field is not said".to_owned()));
    }
    let loud = widgets.iter().any(|widget| !draws_nothing(check, widget));
    let mut faults = walk.faults;
    if loud {
        faults.push(("UA 7.1", "a field draws what nothing says".to_owned()));
    }
    for (clause, what) in faults {
        check.fault(clause, what);
    }
}

fn kids(file: &lopdf::Document, element: &Dictionary) -> Vec<Object> {
    match element.get(b"K") {
        Ok(Object::Array(list)) => list.clone(),
        Ok(Object::Reference(id)) => match follow(file, &Object::Reference(*id)) {
            Object::Array(list) => list.clone(),
            _ => vec![Object::Reference(*id)],
        },
        Ok(one) => vec![one.clone()],
        Err(_) => Vec::new(),
    }
}

impl Walk<'_> {
    fn fault(&mut self, clause: &'static str, what: String) {
        self.faults.push((clause, what));
    }

    fn element(&mut self, id: ObjectId, parent: ObjectId, within: &str, page: Option<ObjectId>) {
        if !self.seen.insert(id) {
            return self.fault("UA 7.1", format!("{id:?} stands twice"));
        }
        let element = self.file.get_dictionary(id).unwrap().clone();
        let kind = name(self.file, &element, "S").to_owned();
        if element.get(b"P").and_then(Object::as_reference).ok() != Some(parent) {
            self.fault("A 6.7.3", format!("{kind} {id:?} has another parent"));
        }
        let parts = |kind: &str| {
            PARTS
                .iter()
                .find(|(known, _)| *known == kind)
                .map(|(_, parts)| *parts)
        };
        if parts(&kind).is_none() {
            self.fault("A 6.7.3.4", format!("{kind} is no kind of the standard"));
        }
        if parent.0 != 0
            && kind != "Document"
            && parts(within).is_some_and(|parts| !parts.contains(&kind.as_str()))
        {
            self.fault("UA 7.1", format!("{kind} stands in {within}"));
        }
        let page = element
            .get(b"Pg")
            .and_then(Object::as_reference)
            .ok()
            .or(page);
        self.rules(&kind, &element);
        for kid in kids(self.file, &element) {
            match kid {
                Object::Integer(number) => self.content(page, number, id),
                Object::Reference(kid) => self.element(kid, id, &kind, page),
                Object::Dictionary(part) => self.part(&part, page, id, &kind),
                _ => self.fault("UA 7.1", format!("a part of {kind} is nothing")),
            }
        }
    }

    fn content(&mut self, page: Option<ObjectId>, number: i64, element: ObjectId) {
        match page {
            Some(page) => {
                if self.said.insert((page, number), element).is_some() {
                    self.fault(
                        "UA 7.1",
                        format!("content {number} of {page:?} is said twice"),
                    );
                }
            }
            None => self.fault("UA 7.1", format!("content {number} is on no page")),
        }
    }

    fn part(&mut self, part: &Dictionary, page: Option<ObjectId>, element: ObjectId, kind: &str) {
        let page = part.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        match name(self.file, part, "Type") {
            "MCR" => self.content(
                page,
                integer(self.file, part, "MCID").unwrap_or(-1),
                element,
            ),
            "OBJR" => {
                if kind != "Form" {
                    self.fault("UA 7.18.4", format!("a field stands in {kind}"));
                }
                if let Ok(field) = part.get(b"Obj").and_then(Object::as_reference) {
                    self.fields.insert(field, element);
                }
            }
            other => self.fault("UA 7.1", format!("a part of {kind} is {other}")),
        }
    }

    fn rules(&mut self, kind: &str, element: &Dictionary) {
        let file = self.file;
        let attribute = |key: &str| {
            dictionary(file, element, "A")
                .map(|own| name(file, own, key).to_owned())
                .unwrap_or_default()
        };
        let words = |key: &str| at(file, element, key).and_then(text).unwrap_or_default();
        let of = |kind: &str| {
            kids(file, element)
                .iter()
                .filter(|kid| {
                    as_dictionary(follow(file, kid)).is_some_and(|kid| name(file, kid, "S") == kind)
                })
                .count()
        };
        match kind {
            "Figure" => {
                if words("Alt").is_empty() {
                    self.fault("UA 7.3", "a figure without words".to_owned());
                }
                let place =
                    dictionary(file, element, "A").map_or(0, |own| array(file, own, "BBox").len());
                if place != 4 {
                    self.fault("UA 7.3", "a figure without a place".to_owned());
                }
            }
            "TH" => {
                if !["Column", "Row", "Both"].contains(&attribute("Scope").as_str()) {
                    self.fault("UA 7.5", "a heading of nothing".to_owned());
                }
            }
            "Table" => self.table(element),
            "L" => {
                if of("LI") == 0 {
                    self.fault("UA 7.6", "a list of nothing".to_owned());
                }
                if attribute("ListNumbering").is_empty() {
                    self.fault("UA 7.6", "a list without its numbering".to_owned());
                }
            }
            "LI" => {
                if of("LBody") != 1 || of("Lbl") > 1 {
                    self.fault("UA 7.6", "an item without one body".to_owned());
                }
            }
            _ => {
                if let Some(level) = kind
                    .strip_prefix('H')
                    .and_then(|level| level.parse::<u8>().ok())
                {
                    if level > self.heading + 1 {
                        self.fault("UA 7.4.2", format!("H{level} follows H{}", self.heading));
                    }
                    self.heading = level;
                }
            }
        }
        let language = words("Lang");
        if element.has(b"Lang") && (language.is_empty() || language.contains(' ')) {
            self.fault("UA 7.2", format!("the language {language:?}"));
        }
    }

    /// Each row has as many cells as the others; head and body stand once.
    fn table(&mut self, table: &Dictionary) {
        let file = self.file;
        let mut rows = Vec::new();
        let (mut heads, mut bodies) = (0, 0);
        for part in kids(file, table) {
            let Some(part) = as_dictionary(follow(file, &part)) else {
                continue;
            };
            match name(file, part, "S") {
                "TR" => rows.push(kids(file, part).len()),
                "THead" => heads += 1,
                "TBody" => bodies += 1,
                _ => {}
            }
            for row in kids(file, part) {
                if let Some(row) =
                    as_dictionary(follow(file, &row)).filter(|row| name(file, row, "S") == "TR")
                {
                    rows.push(kids(file, row).len());
                }
            }
        }
        if rows.windows(2).any(|pair| pair[0] != pair[1]) || rows.contains(&0) {
            self.fault("UA 7.2", format!("the rows of a table have {rows:?} cells"));
        }
        if heads > 1 || bodies > 1 {
            self.fault("UA 7.2", "a table with two heads or bodies".to_owned());
        }
    }
}

/// The way back: from what is drawn to what says it.
fn parents(walk: &mut Walk<'_>, root: &Dictionary) {
    let file = walk.file;
    let Some(tree) = dictionary(file, root, "ParentTree") else {
        return walk.fault("UA 7.1", "no way back".to_owned());
    };
    let mut back: BTreeMap<i64, Object> = BTreeMap::new();
    let mut last = -1;
    for pair in array(file, tree, "Nums").chunks(2) {
        let [number, value] = pair else { continue };
        let number = number.as_i64().unwrap_or(-1);
        if number <= last {
            walk.fault("UA 7.1", "the way back is out of order".to_owned());
        }
        last = number;
        back.insert(number, value.clone());
    }
    let mut found = BTreeMap::new();
    for page in file.get_pages().into_values() {
        let key = integer(file, file.get_dictionary(page).unwrap(), "StructParents").unwrap_or(-1);
        let list = back
            .get(&key)
            .map(|list| follow(file, list))
            .and_then(|list| list.as_array().ok());
        for (number, element) in list.into_iter().flatten().enumerate() {
            if let Ok(element) = element.as_reference() {
                found.insert((page, i64::try_from(number).unwrap()), element);
            }
        }
    }
    if found != walk.said {
        walk.fault("UA 7.1", "the way back leads elsewhere".to_owned());
    }
    for (field, element) in walk.fields.clone() {
        let key = integer(file, file.get_dictionary(field).unwrap(), "StructParent").unwrap_or(-1);
        if back.get(&key).and_then(|value| value.as_reference().ok()) != Some(element) {
            walk.fault(
                "UA 7.18.1",
                "the way back from a field leads elsewhere".to_owned(),
            );
        }
    }
}
