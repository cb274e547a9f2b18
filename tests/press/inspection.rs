//! Inspecting files of which anything may be wrong.

use fairlead_press::{Change, LARGEST, ReadError, Relation, RevisionKind, SignatureState, inspect};

use crate::{
    signed::{FINGERPRINT, at, attachment, mentee, mentor, once, paper, twice, unsigned},
    tools::{assert_sound, codes, detach, pdfsig, picture, press, python, run},
};

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

/// Whether everything is as both people signed it.
fn holds(bytes: &[u8]) -> bool {
    inspect(bytes).is_ok_and(|facts| {
        facts.only_signed()
            && facts.fields.len() == 2
            && facts.fields.iter().all(|field| {
                field
                    .signature
                    .as_ref()
                    .is_some_and(fairlead_press::SignatureFacts::holds)
            })
    })
}

#[test]
fn a_paper_signed_by_both_is_told_in_full() {
    let facts = inspect(twice()).unwrap();
    assert!(holds(twice()) && facts.only_signed() && facts.tail == 0);
    let ends: Vec<_> = facts
        .revisions
        .iter()
        .map(|revision| revision.end)
        .collect();
    let lengths = [unsigned(), once(), twice()].map(|bytes| Some(bytes.len()));
    assert_eq!(ends, lengths);
    let kinds: Vec<_> = facts
        .revisions
        .iter()
        .map(|revision| revision.kind.clone())
        .collect();
    let signed = |field: &str| RevisionKind::Signature {
        field: field.into(),
    };
    assert_eq!(
        kinds,
        [RevisionKind::First, signed("mentor"), signed("mentee")]
    );
    for (number, (field, signer)) in facts.fields.iter().zip([mentor(), mentee()]).enumerate() {
        assert_eq!(field.name, signer.field);
        let signature = field.signature.as_ref().unwrap();
        assert_eq!(signature.state, SignatureState::Sound);
        assert_eq!(
            (signature.name.as_str(), signature.at),
            (signer.name, Some(signer.at))
        );
        assert_eq!(signature.reason, "I agree to this version");
        assert_eq!(signature.revision, number + 1);
        assert!(signature.whole);
        let own = signature.certificate.as_ref().unwrap();
        assert_eq!(
            (&own.der, &own.key),
            (&signer.certificate, &signer.key.public())
        );
        assert_eq!(own.name, signer.name);
        assert_eq!(
            own.validity,
            (at("2026-11-01T00:00:00Z"), at("2056-11-01T00:00:00Z"))
        );
        assert!(own.self_signed);
        assert_eq!(own.binding.as_ref().map(Vec::len), Some(96));
    }
}

#[test]
fn an_unsigned_paper_has_empty_fields() {
    let facts = inspect(unsigned()).unwrap();
    assert!(facts.only_signed() && facts.revisions.len() == 1);
    assert!(facts.fields.iter().all(|field| field.signature.is_none()));
    assert_eq!(
        facts
            .fields
            .iter()
            .map(|field| field.name.as_str())
            .collect::<Vec<_>>(),
        ["mentor", "mentee"]
    );
}

#[test]
fn attachments_come_out_byte_for_byte() {
    let mut document = paper();
    document
        .attachments
        .push(attachment("näme \u{1f389}.json", Relation::Data, b""));
    let bytes = press(&document).bytes;
    assert_sound(&bytes);
    for file in [bytes.clone(), mentor().sign(&bytes).unwrap()] {
        let facts = inspect(&file).unwrap();
        assert_eq!(facts.attachments.len(), 3);
        for given in &document.attachments {
            let found = facts.attachment(&given.name).unwrap();
            assert_eq!(
                (&found.bytes, found.relation),
                (&given.bytes, Some(given.relation))
            );
        }
        assert_eq!(detach(&file, "1"), b"{\"version\":2}");
        assert!(detach(&file, "2") == [b'x'; 5_000]);
    }
    document
        .attachments
        .push(attachment("agreement.json", Relation::Source, b"another"));
    let facts = inspect(&press(&document).bytes).unwrap();
    assert_eq!(facts.attachment("agreement.json"), None, "two of one name");
    assert_eq!(facts.attachments.len(), 4);
}

#[test]
fn every_flipped_bit_is_found() {
    let last = inspect(twice()).unwrap().fields[1]
        .signature
        .clone()
        .unwrap()
        .range;
    let own = last[1]..last[2];
    let mut dice = Dice(300);
    let mut bytes = twice().to_vec();
    for _ in 0..300 {
        let (at, bit) = (dice.roll(bytes.len()), dice.roll(8));
        bytes[at] ^= 1 << bit;
        assert!(!holds(&bytes), "bit {bit} of byte {at}");
        // Of the last signature's own digits, other readers do not mind capitals or what fills the place up.
        if !own.contains(&at) {
            let said = pdfsig(&bytes);
            let valid = said
                .iter()
                .filter(|said| said.contains("Signature is Valid."));
            let whole = said
                .last()
                .is_some_and(|said| said.contains("Total document signed"));
            assert!(
                said.len() != 2 || valid.count() != 2 || !whole,
                "bit {bit} of byte {at}"
            );
        }
        bytes[at] ^= 1 << bit;
    }
    assert!(holds(&bytes));
}

#[test]
fn every_flipped_bit_of_the_last_signature_is_found() {
    let last = inspect(twice()).unwrap().fields[1]
        .signature
        .clone()
        .unwrap()
        .range;
    let mut bytes = twice().to_vec();
    for at in last[1]..last[2] {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            assert!(!holds(&bytes), "bit {bit} of byte {at}");
            bytes[at] ^= 1 << bit;
        }
    }
}

#[test]
fn appended_bytes_are_found() {
    for more in [
        b" ".as_slice(),
        b"\n",
        b"%%EOF\n",
        b"1 0 obj\n<<>>\nendobj\n",
    ] {
        let bytes = [twice(), more].concat();
        assert!(!holds(&bytes), "{more:?}");
    }
    let facts = inspect(&[twice(), b"\n% more"].concat()).unwrap();
    assert_eq!(facts.tail, 7);
    assert!(!facts.only_signed());
    // Both signatures still fit what they cover: only something was put behind them.
    assert!(
        facts
            .fields
            .iter()
            .all(|field| field.signature.as_ref().unwrap().holds())
    );
}

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

#[test]
fn another_programs_signature_is_foreign_and_not_judged() {
    let signed = pyhanko_signs(once());
    assert!(pdfsig(&signed)[1].contains("Signature is Valid."));
    let facts = inspect(&signed).unwrap();
    let foreign = facts.fields[1].signature.as_ref().unwrap();
    assert_eq!(
        (foreign.state, &foreign.certificate),
        (SignatureState::Foreign, &None)
    );
    assert!(facts.fields[0].signature.as_ref().unwrap().holds());
}

fn pyhanko_signs(bytes: &[u8]) -> Vec<u8> {
    const SIGN: &str = r#"
import datetime, io, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.keys import load_cert_from_pemder
import tempfile, os
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Somebody")])
day = datetime.datetime(2026, 1, 1)
cert = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1) \
    .not_valid_before(day).not_valid_after(day.replace(year=2050)).sign(key, hashes.SHA256())
folder = tempfile.mkdtemp()
open(os.path.join(folder, "k"), "wb").write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
open(os.path.join(folder, "c"), "wb").write(cert.public_bytes(serialization.Encoding.PEM))
signer = signers.SimpleSigner.load(os.path.join(folder, "k"), os.path.join(folder, "c"))
writer = IncrementalPdfFileWriter(open(sys.argv[1], "rb"))
out = signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="mentee"), signer=signer, existing_fields_only=True)
sys.stdout.buffer.write(out.getvalue())
"#;
    python(bytes, SIGN)
}

#[test]
fn what_is_no_readable_pdf_is_refused_in_kind() {
    assert_eq!(inspect(b""), Err(ReadError::NotPdf));
    assert_eq!(inspect(b"GIF89a"), Err(ReadError::NotPdf));
    assert_eq!(inspect(b"%PDF-1.7\nnothing else"), Err(ReadError::CutOff));
    let large = vec![b'%'; LARGEST + 1];
    assert_eq!(inspect(&large), Err(ReadError::TooLarge(LARGEST + 1)));
    for end in [unsigned().len() / 2, twice().len() - 8] {
        let refused = inspect(&twice()[..end]).err();
        assert_eq!(refused, Some(ReadError::CutOff), "{end}");
    }
    // Cut off shortly behind the first signature, the file reads as far as it is whole, and says what is left over.
    let facts = inspect(&twice()[..once().len() + 900]).unwrap();
    assert!(facts.tail == 900 && !facts.only_signed() && facts.revisions.len() == 2);
    let encrypted = run(
        "qpdf",
        &["--encrypt", "", "secret", "256", "--"],
        twice(),
        &["-"],
    )
    .stdout;
    assert_eq!(inspect(&encrypted), Err(ReadError::Encrypted));
}

#[test]
fn a_file_that_another_program_wrote_anew_keeps_its_attachments_and_no_signature() {
    for option in [
        "--object-streams=disable",
        "--object-streams=generate",
        "--linearize",
    ] {
        let rewritten = run("qpdf", &[option], twice(), &["-"]).stdout;
        let facts = inspect(&rewritten).unwrap();
        assert_eq!(
            facts.attachment("agreement.json").unwrap().bytes,
            b"{\"version\":2}",
            "{option}"
        );
        assert!(
            facts
                .fields
                .iter()
                .all(|field| !field.signature.as_ref().unwrap().holds()),
            "{option}"
        );
        assert!(!holds(&rewritten));
    }
}

/// A file whose only table is this stream dictionary.
fn with_table(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let at = bytes.len();
    bytes.extend(
        format!(
            "1 0 obj\n<<{dictionary}/Length {}>>\nstream\n",
            content.len()
        )
        .bytes(),
    );
    bytes.extend(content);
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n").bytes());
    bytes
}

#[test]
fn a_file_that_asks_for_endless_room_is_refused() {
    for dictionary in [
        "/Type/XRef/Size 4000000000/W[0 0 0]",
        "/Type/XRef/Size 9/W[9223372036854775807 9223372036854775807 1]",
        "/Type/XRef/Size 9/W[1 4 2]/Index[0 9223372036854775807]",
        "/Type/XRef/Size 9/W[1 1 0]/Index[18446744073709551615 1]",
        "/Type/XRef/Size 9/W[1 1 0]/Prev 9",
        "/Type/XRef/Size 9/W[1 1 0]/Filter[/FlateDecode/FlateDecode]",
    ] {
        let refused = inspect(&with_table(dictionary, &[1; 64]));
        assert!(
            matches!(refused, Err(ReadError::Damaged(_))),
            "{dictionary}: {refused:?}"
        );
    }
    let mut circle = b"%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF\n".to_vec();
    assert!(matches!(inspect(&circle), Err(ReadError::Damaged(_))));
    circle.splice(25..25, b"[".repeat(200_000));
    assert!(matches!(
        inspect(&circle),
        Err(ReadError::Damaged(_) | ReadError::CutOff)
    ));
}

/// A gigabyte of zeros packs into a megabyte; it is unpacked only as far as there is room.
#[test]
fn a_packed_bomb_is_refused() {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let block = vec![0; 1 << 20];
    for _ in 0..160 {
        packer.write_all(&block).unwrap();
    }
    let bomb = with_table(
        "/Type/XRef/Size 9/W[1 1 0]/Filter/FlateDecode",
        &packer.finish().unwrap(),
    );
    assert!(bomb.len() < 1 << 20);
    assert_eq!(
        inspect(&bomb),
        Err(ReadError::Damaged("it unpacks to too much"))
    );
}

#[test]
fn any_change_of_any_kind_is_answered() {
    let mut dice = Dice(200);
    for round in 0..200 {
        let mut bytes = twice().to_vec();
        for _ in 0..=dice.roll(4) {
            let at = dice.roll(bytes.len());
            let length = dice.roll(2_000).min(bytes.len() - at);
            match dice.roll(6) {
                0 => bytes[at] = u8::try_from(dice.roll(256)).unwrap(),
                1 => drop(bytes.drain(at..at + length)),
                2 => {
                    let part = bytes[at..at + length].to_vec();
                    let to = dice.roll(bytes.len());
                    bytes.splice(to..to, part);
                }
                3 => bytes.truncate(at.max(1)),
                // Digits are lengths and places: another one leads elsewhere.
                4 => {
                    let digits: Vec<usize> = (0..bytes.len())
                        .filter(|at| bytes[*at].is_ascii_digit())
                        .collect();
                    let at = digits[dice.roll(digits.len())];
                    bytes[at] = b'0' + u8::try_from(dice.roll(10)).unwrap();
                }
                _ => bytes[at..at + length].fill(0xff),
            }
        }
        assert!(bytes == twice() || !holds(&bytes), "round {round}");
    }
}

#[test]
fn the_code_on_the_signature_page_is_read_at_200_dots_per_inch() {
    let pages = press(&paper()).pages;
    let read: Vec<String> = (1..=pages)
        .flat_map(|page| codes(&picture(twice(), page, 200)))
        .collect();
    assert_eq!(read, [FINGERPRINT]);
}
