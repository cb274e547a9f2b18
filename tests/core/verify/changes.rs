//! Whatever is done to a signed paper is found.

use super::{
    Signing, alone, assert_three_parts, attached, paper, python, run, said, text, with_attached,
};
use fairlead_core::api::verify::{KeyStanding, Verdict};
use serde_json::{Value, json};

/// A generator that gives the same numbers each time (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % most as u64).unwrap()
    }
}

/// Whether pdfsig finds both signatures valid and the file whole.
fn pdfsig_is_content(bytes: &[u8]) -> bool {
    let said = text(&run("pdfsig", &["-nocert"], bytes, &[]));
    said.matches("Signature is Valid.").count() == 2 && said.contains("Total document signed")
}

/// Where the last signature's own digits stand: what no signature covers.
fn own_digits(bytes: &[u8]) -> std::ops::Range<usize> {
    let mark = b"/Contents <";
    let at = bytes
        .windows(mark.len())
        .rposition(|window| window == mark)
        .unwrap()
        + mark.len();
    let length = bytes[at..].iter().position(|byte| *byte == b'>').unwrap();
    at..at + length
}

/// Issue 4: of 300 random bit flips, all are found by verify; and by pdfsig those outside the last signature's own
/// digits, of which it does not mind capitals or what fills the place up.
#[test]
fn every_flipped_bit_is_found() {
    assert!(pdfsig_is_content(paper()));
    let own = own_digits(paper());
    let mut dice = Dice(300);
    let mut bytes = paper().to_vec();
    for _ in 0..300 {
        let (at, bit) = (dice.roll(bytes.len()), dice.roll(8));
        bytes[at] ^= 1 << bit;
        let verified = alone(&bytes);
        assert_ne!(verified.verdict, Verdict::Valid, "bit {bit} of byte {at}");
        assert_three_parts(&verified);
        if !own.contains(&at) {
            assert!(!pdfsig_is_content(&bytes), "bit {bit} of byte {at}");
        }
        bytes[at] ^= 1 << bit;
    }
    assert_eq!(alone(&bytes).verdict, Verdict::Valid);
}

/// Issue 4: every change of a single byte of agreement.json in a file that is well formed otherwise is refused, and
/// named where it stands.
#[test]
fn every_changed_byte_of_the_text_is_refused_and_named() {
    let agreement = attached(paper(), "agreement.json");
    let signatures = attached(paper(), "signatures.json");
    let making: Value = serde_json::from_slice(&attached(paper(), "paper.json")).unwrap();
    let parts: Vec<(usize, String)> = making["parts"]
        .as_array()
        .unwrap()
        .iter()
        .scan(0, |end, part| {
            *end += usize::try_from(part["bytes"].as_u64().unwrap()).unwrap();
            Some((*end, part["name"].as_str().unwrap().to_owned()))
        })
        .collect();
    refuse_changed_bytes(&agreement, &signatures, 101);
    // In the file, written anew: one in each part.
    let mut bytes = agreement.clone();
    let mut start = 0;
    for (end, name) in parts {
        let at = start + (end - start) / 2;
        start = end;
        let before = bytes[at];
        bytes[at] ^= 1;
        let verified = alone(&with_attached(paper(), "agreement.json", &bytes));
        bytes[at] = before;
        assert_eq!(verified.verdict, Verdict::NotValid, "byte {at}");
        assert_three_parts(&verified);
        let said = &verified.differing;
        let expected = if end - at <= 1 && name.starts_with("the ") {
            vec!["the first page, the goals or the milestones".to_owned()]
        } else {
            vec![name.clone()]
        };
        assert_eq!(*said, expected, "byte {at}");
        assert!(
            verified.sentence.happened.contains(&expected[0]),
            "{:?}",
            verified.sentence
        );
    }
}

/// Each byte in steps of so many is changed in each of its bits in turn, and the change is refused.
fn refuse_changed_bytes(agreement: &[u8], signatures: &[u8], step: usize) {
    let holds = |changed: &[u8]| fairlead_core::trust::check::check(changed, signatures).holds();
    assert!(holds(agreement));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                let mut bytes = agreement.to_vec();
                for at in (thread * step..bytes.len()).step_by(threads * step) {
                    let before = bytes[at];
                    bytes[at] ^= 1 << (at % 8);
                    assert!(!holds(&bytes), "byte {at}");
                    bytes[at] = before;
                }
            });
        }
    });
}

/// `cargo test -p fairlead-core --test core all_bytes_of_the_text -- --ignored`
#[test]
#[ignore = "checks the signatures for each byte of the text: minutes"]
fn all_bytes_of_the_text_are_refused_when_changed() {
    let agreement = attached(paper(), "agreement.json");
    refuse_changed_bytes(&agreement, &attached(paper(), "signatures.json"), 1);
    println!("{} changed bytes were refused", agreement.len());
}

#[test]
fn a_changed_answer_is_named_by_its_section() {
    let agreement = String::from_utf8(attached(paper(), "agreement.json")).unwrap();
    let text: Value = serde_json::from_str(&agreement).unwrap();
    let section = text["sections"]
        .as_array()
        .unwrap()
        .iter()
        .find(|section| section["id"] == "area.5")
        .unwrap();
    let words = section["answers"][0]["words"].as_str().unwrap();
    let changed = agreement.replacen(
        &format!("\"words\":{}", json!(words)),
        "\"words\":\"never again\"",
        1,
    );
    assert_ne!(changed, agreement);
    let verified = alone(&with_attached(
        paper(),
        "agreement.json",
        changed.as_bytes(),
    ));
    assert_eq!(said(&verified), (Verdict::NotValid, "text_differs"));
    let title = section["title"].as_str().unwrap();
    assert_eq!(verified.differing.len(), 1);
    assert!(
        verified.differing[0].ends_with(title),
        "{:?}",
        verified.differing
    );
}

#[test]
fn at_home_a_changed_text_is_held_against_the_version_that_is_kept() {
    let mut signing = Signing::frozen();
    signing.sign_both();
    let bytes = signing.paper();
    let agreement = String::from_utf8(attached(&bytes, "agreement.json")).unwrap();
    let (before, after) = agreement.split_once("\"measure\":\"").unwrap();
    let changed = format!("{before}\"measure\":\"Nothing. {after}");
    let verified = signing.verify(&with_attached(&bytes, "agreement.json", changed.as_bytes()));
    assert_eq!(said(&verified), (Verdict::NotValid, "text_differs"));
    assert_eq!(verified.differing, ["the goals"]);
}

#[test]
fn bytes_behind_the_end_are_found_and_what_was_signed_is_still_told() {
    for more in [b" ".as_slice(), b"\n%%EOF\n", b"1 0 obj\n<<>>\nendobj\n"] {
        let verified = alone(&[paper(), more].concat());
        assert_eq!(
            said(&verified),
            (Verdict::NotValid, "earlier_state"),
            "{more:?}"
        );
        assert!(verified.sentence.safe.contains("still inside the file"));
        assert_three_parts(&verified);
    }
}

#[test]
fn a_cut_off_file_is_told_as_such() {
    let verified = alone(&paper()[..paper().len() / 2]);
    assert_eq!(said(&verified), (Verdict::CannotTell, "cut_off"));
    assert_three_parts(&verified);
    // Cut off while the last signature was added: the rest is a whole file with one signature.
    let first = paper()
        .windows(6)
        .enumerate()
        .filter(|(_, window)| window == b"%%EOF\n")
        .map(|(at, _)| at + 6)
        .nth(1)
        .unwrap();
    let once = alone(&paper()[..first]);
    assert_eq!(said(&once), (Verdict::NotValid, "pdf_unsigned"));
    let cut = alone(&paper()[..first + 900]);
    assert_eq!(cut.verdict, Verdict::NotValid);
    assert!(
        cut.findings.iter().any(|found| found.code == "appended"),
        "{:?}",
        cut.findings
    );
}

/// A valid PDF signature over another version: the signed bytes stand unchanged, and a later revision puts another
/// text in their place.
#[test]
fn another_text_put_in_behind_the_signatures_is_told_as_another_version() {
    const REPLACE: &str = r#"
import io, sys
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
writer = IncrementalPdfFileWriter(open(sys.argv[1], "rb"))
names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
for at in range(0, len(names), 2):
    spec = names[at + 1].get_object()
    if spec["/UF"] == "agreement.json":
        stream = spec["/EF"]["/F"].get_object()
        data = stream.data.replace(b'"horizon":"short"', b'"horizon":"long"', 1)
        new = generic.StreamObject(dict_data={generic.NameObject("/Type"): generic.NameObject("/EmbeddedFile")}, stream_data=data)
        reference = writer.add_object(new)
        spec["/EF"]["/F"] = reference
        spec["/EF"]["/UF"] = reference
        writer.update_container(spec["/EF"])
        writer.update_container(spec)
out = io.BytesIO()
writer.write(out)
sys.stdout.buffer.write(out.getvalue())
"#;
    let verified = alone(&python(paper(), REPLACE));
    assert_eq!(verified.verdict, Verdict::NotValid, "{verified:#?}");
    let earlier = verified
        .findings
        .iter()
        .find(|found| found.code == "earlier_state")
        .unwrap();
    assert!(earlier.text.contains("another version"), "{}", earlier.text);
    assert!(earlier.text.contains("the goals"), "{}", earlier.text);
    assert!(
        verified
            .findings
            .iter()
            .any(|found| found.code == "text_differs")
    );
}

#[test]
fn a_changed_page_under_valid_signatures_is_found() {
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
    let verified = alone(&python(paper(), TURN));
    assert_eq!(said(&verified), (Verdict::NotValid, "earlier_state"));
    assert!(
        verified
            .sentence
            .happened
            .contains("changed after both had signed")
    );
    assert!(
        verified.differing.is_empty(),
        "the attached text is the same"
    );
}

#[test]
fn a_missing_or_doubled_attachment_is_told_by_its_name() {
    let without = |name: &str| {
        let key = format!("--remove-attachment={name}");
        let removed = run("qpdf", &["--warning-exit-0"], paper(), &[&key, "-"]);
        assert!(removed.status.success(), "{}", text(&removed));
        removed.stdout
    };
    for (name, part) in [
        ("agreement.json", "text of the agreement is missing"),
        ("signatures.json", "signatures are missing"),
    ] {
        let verified = alone(&without(name));
        assert_eq!(
            said(&verified),
            (Verdict::NotValid, "attachment_missing"),
            "{name}"
        );
        assert!(
            verified.sentence.happened.contains(part) && verified.sentence.happened.contains(name)
        );
        assert_three_parts(&verified);
    }
    // Without the third file the pages cannot be set again; but the file was written anew, and nothing holds.
    assert_eq!(alone(&without("paper.json")).verdict, Verdict::NotValid);
    const DOUBLE: &str = r#"
import io, sys
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
writer = IncrementalPdfFileWriter(open(sys.argv[1], "rb"))
tree = writer.root["/Names"]["/EmbeddedFiles"]
names = tree["/Names"]
names.insert(2, names[1]); names.insert(2, generic.TextStringObject("agreement.json"))
writer.update_container(names)
out = io.BytesIO()
writer.write(out)
sys.stdout.buffer.write(out.getvalue())
"#;
    let verified = alone(&python(paper(), DOUBLE));
    assert_eq!(
        said(&verified),
        (Verdict::NotValid, "attachment_twice"),
        "{verified:#?}"
    );
}

/// A key that is not the one met before asks for a spoken check. Three computers of the same two people, made by going
/// back to a backup from before anybody had keys.
#[test]
fn another_key_of_the_same_people_is_a_warning() {
    let mut signing = Signing::frozen_later();
    let backup = signing.desk.call("backup.make", json!({}))["backups"][0]["backup"].clone();
    let mut papers = Vec::new();
    for _ in 0..2 {
        signing.freeze();
        signing.sign_both();
        papers.push(signing.paper());
        signing
            .desk
            .call("backup.restore", json!({"backup": backup}));
        signing.desk.set("2026-03-24T10:00:00Z");
    }
    let [one, other] = papers.as_slice() else {
        panic!("two papers")
    };
    let first = signing.verify(one);
    assert_eq!(said(&first), (Verdict::Valid, "valid"), "{first:#?}");
    assert!(
        first
            .signers
            .iter()
            .all(|signer| signer.standing == KeyStanding::First)
    );
    let verified = signing.verify(other);
    assert_eq!(
        said(&verified),
        (Verdict::CannotTell, "key_changed"),
        "{verified:#?}"
    );
    assert!(verified.sentence.next.contains("four words"));
    assert!(
        verified
            .sentence
            .safe
            .contains("unchanged since it was signed with these keys")
    );
    assert_three_parts(&verified);
    let again = signing.verify(one);
    assert_eq!(again.findings, [], "the key met first is known");
    assert!(
        again
            .signers
            .iter()
            .all(|signer| signer.standing == KeyStanding::Known)
    );
}

/// With a version of its own under that number, this computer says what differs.
#[test]
fn a_paper_of_the_same_number_with_another_text_is_told_by_what_differs() {
    let mut signing = Signing::frozen_later();
    let backup = signing.desk.call("backup.make", json!({}))["backups"][0]["backup"].clone();
    signing.freeze();
    signing.sign_both();
    let other = signing.paper();
    signing
        .desk
        .call("backup.restore", json!({"backup": backup}));
    signing.desk.set("2026-03-24T10:00:00Z");
    signing.ask(
        "answer.set",
        json!({"field": "template.5.place", "value": "On the bench by the river"}),
    );
    signing.freeze();
    signing.sign_both();
    let verified = signing.verify(&other);
    assert_eq!(
        said(&verified),
        (Verdict::NotValid, "version_differs"),
        "{verified:#?}"
    );
    assert!(
        verified
            .differing
            .iter()
            .any(|place| place.contains("Section 5")),
        "{:?}",
        verified.differing
    );
    assert_three_parts(&verified);
}
