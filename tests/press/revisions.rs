//! What later revisions may do to a signed file.

use fairlead_press::{Change, RevisionKind, SignatureState, inspect};

use crate::{
    inspection::holds,
    signed::{once, twice},
    tools::{assert_sound, python, run},
};

/// Where the newest table of a file stands.
fn newest_table(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let last = text.rsplit("startxref\n").next().unwrap();
    last.lines().next().unwrap().parse().unwrap()
}

/// An object as qpdf writes it.
fn object(bytes: &[u8], which: &str) -> String {
    let option = format!("--show-object={which}");
    String::from_utf8_lossy(&run("qpdf", &[&option], bytes, &[]).stdout).into_owned()
}

/// The part of an object from this key on to the first of these ends.
fn part<'a>(object: &'a str, key: &str, end: &str) -> &'a str {
    let (_, rest) = object.split_once(key).unwrap();
    rest.split_once(end).unwrap().0
}

/// Appends a revision that writes these objects, in the form in which we write ours.
fn revise(bytes: &[u8], objects: &[(u32, String)], trailer: Option<&str>) -> Vec<u8> {
    let previous = newest_table(bytes);
    let own = object(bytes, "trailer");
    let trailer = trailer.map_or_else(
        || {
            let (root, info) = (part(&own, "/Root", "R"), part(&own, "/Info", "R"));
            format!("/Root{root}R/Info{info}R/ID{}]", part(&own, "/ID", "]"))
        },
        str::to_owned,
    );
    let mut revised = bytes.to_vec();
    let mut rows = Vec::new();
    let mut index = String::new();
    let table = (90_009, revised.len());
    for (number, object) in objects {
        let at = u32::try_from(revised.len()).unwrap();
        revised.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
        rows.extend([&[1], at.to_be_bytes().as_slice(), &[0, 0]].concat());
        index.push_str(&format!("{number} 1 "));
    }
    let at = revised.len();
    rows.extend(
        [
            &[1],
            u32::try_from(at).unwrap().to_be_bytes().as_slice(),
            &[0, 0],
        ]
        .concat(),
    );
    let (number, length) = (table.0, rows.len());
    revised.extend(format!("{number} 0 obj\n<</Type/XRef/W[1 4 2]/Size 90010/Index[{index}{number} 1]/Length {length}/Prev {previous}{trailer}>>\nstream\n").bytes());
    revised.extend(rows);
    revised.extend(format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n").bytes());
    revised
}

/// The number and the dictionary of a field, counted from 0.
fn field(bytes: &[u8], number: usize) -> (u32, String) {
    let root = part(&object(bytes, "trailer"), "/Root", "0 R")
        .trim()
        .to_owned();
    let catalog = object(bytes, &root);
    let fields = part(&catalog, "/Fields [", "]").to_owned();
    let id = fields.split("0 R").nth(number).unwrap().trim();
    (id.parse().unwrap(), object(bytes, id).trim().to_owned())
}

fn with(dictionary: &str, more: &str) -> String {
    format!("{}{more}>>", dictionary.strip_suffix(">>").unwrap())
}

/// What the last revision of a file did.
fn last_change(bytes: &[u8]) -> Change {
    assert!(!holds(bytes));
    let facts = inspect(bytes).unwrap();
    assert!(!facts.only_signed());
    match facts.revisions.last().unwrap().kind {
        RevisionKind::Changed(change) => change,
        RevisionKind::First | RevisionKind::Signature { .. } => panic!("{:?}", facts.revisions),
    }
}

#[test]
fn a_later_revision_may_only_fill_a_field() {
    let signature = (90_000, "<</Type/Sig>>".to_owned());
    let (number, empty) = field(once(), 1);
    let filled = (number, with(&empty, "/V 90000 0 R"));
    // This much is what a signature may do. It is no sound signature for all that.
    let bytes = revise(once(), &[filled.clone(), signature.clone()], None);
    let facts = inspect(&bytes).unwrap();
    assert!(facts.only_signed() && !holds(&bytes));
    assert_eq!(
        facts.fields[1].signature.as_ref().unwrap().state,
        SignatureState::Foreign
    );

    let more = |objects: &[(u32, String)]| last_change(&revise(once(), objects, None));
    let other = (90_001, "<</Type/Sig>>".to_owned());
    assert_eq!(
        more(&[filled.clone(), signature.clone(), other]),
        Change::Addition(90_001)
    );
    assert_eq!(
        more(&[filled.clone(), (90_000, "<</Type/Page>>".into())]),
        Change::Addition(90_000)
    );
    let louder = (number, with(&empty, "/V 90000 0 R/MK<</CA(x)>>"));
    assert_eq!(more(&[louder, signature.clone()]), Change::Field(number));
    assert_eq!(more(&[(number, empty)]), Change::Field(number));
    assert_eq!(more(std::slice::from_ref(&signature)), Change::Fields);
    assert_eq!(more(&[]), Change::Fields);
    let (first, signed) = field(once(), 0);
    assert_eq!(more(&[(first, signed)]), Change::Field(first));
    for number in [1, 2, 3] {
        let own = object(once(), &number.to_string());
        if own.trim_start().starts_with("<<") && !own.contains("Object is stream") {
            let objects = [filled.clone(), signature.clone(), (number, own)];
            assert_eq!(more(&objects), Change::Object(number));
        }
    }
    let elsewhere = revise(once(), &[filled, signature], Some("/Root 90000 0 R"));
    assert_eq!(last_change(&elsewhere), Change::Trailer);
}

#[test]
fn a_changed_page_under_valid_signatures_is_found() {
    let root = part(&object(twice(), "trailer"), "/Root", "0 R")
        .trim()
        .to_owned();
    let pages = part(&object(twice(), &root), "/Pages", "0 R")
        .trim()
        .to_owned();
    let first = part(&object(twice(), &pages), "/Kids [", "0 R")
        .trim()
        .to_owned();
    let number: u32 = first.parse().unwrap();
    let turned = with(object(twice(), &first).trim(), "/Rotate 90");
    let bytes = revise(twice(), &[(number, turned)], None);
    assert_sound(&bytes);
    assert_eq!(last_change(&bytes), Change::Object(number));
    let facts = inspect(&bytes).unwrap();
    assert!(
        facts
            .fields
            .iter()
            .all(|field| field.signature.as_ref().unwrap().holds())
    );
    // Another program's way to write the same.
    const TURN: &str = r#"
import io, sys
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
writer = IncrementalPdfFileWriter(open(sys.argv[1], "rb"))
page = writer.root["/Pages"]["/Kids"][0].get_object()
page["/Rotate"] = generic.NumberObject(90)
writer.update_container(page)
out = io.BytesIO()
writer.write(out)
sys.stdout.buffer.write(out.getvalue())
"#;
    assert!(matches!(
        last_change(&python(twice(), TURN)),
        Change::Object(_)
    ));
}

#[test]
fn a_removed_signature_is_found() {
    let (number, signed) = field(twice(), 1);
    let (before, rest) = signed.split_once("/V ").unwrap();
    let (_, after) = rest.split_once(" R").unwrap();
    let bytes = revise(twice(), &[(number, format!("{before}{after}"))], None);
    assert_eq!(last_change(&bytes), Change::Field(number));
    assert!(inspect(&bytes).unwrap().fields[1].signature.is_none());
}

#[test]
fn a_table_in_the_old_form_is_no_signature() {
    let own = object(once(), "trailer");
    let trailer = format!(
        "/Root{}R/Info{}R/ID{}]",
        part(&own, "/Root", "R"),
        part(&own, "/Info", "R"),
        part(&own, "/ID", "]")
    );
    let (previous, at) = (newest_table(once()), once().len());
    let more = format!(
        "xref\n0 0\ntrailer\n<</Size 90010/Prev {previous}{trailer}>>\nstartxref\n{at}\n%%EOF\n"
    );
    assert_eq!(
        last_change(&[once(), more.as_bytes()].concat()),
        Change::Place
    );
}
