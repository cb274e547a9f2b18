//! Inspecting files of which anything may be wrong.

use fairlead_press::{LARGEST, ReadError, Relation, RevisionKind, SignatureState, inspect};

use crate::{
    sample::agreement,
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
pub fn holds(bytes: &[u8]) -> bool {
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
fn a_flipped_bit_in_any_byte_of_the_last_signature_is_found() {
    let last = inspect(twice()).unwrap().fields[1]
        .signature
        .clone()
        .unwrap()
        .range;
    let mut bytes = twice().to_vec();
    for at in last[1]..last[2] {
        // Each bit in its turn: all eight of all bytes would be 24,000 verifications.
        let bit = at % 8;
        bytes[at] ^= 1 << bit;
        assert!(!holds(&bytes), "bit {bit} of byte {at}");
        bytes[at] ^= 1 << bit;
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

/// Changes a file in some places as a fault or an enemy could.
fn spoil(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len());
        let length = dice.roll(2_000).min(bytes.len() - at);
        match dice.roll(7) {
            0 => bytes[at] = u8::try_from(dice.roll(256)).unwrap(),
            1 => drop(bytes.drain(at..at + length)),
            2 => {
                let part = bytes[at..at + length].to_vec();
                let to = dice.roll(bytes.len());
                bytes.splice(to..to, part);
            }
            3 => bytes.truncate(at.max(1)),
            4 => bytes[at..at + length].fill(0xff),
            // Digits are lengths, places and numbers of objects: others lead elsewhere.
            _ => {
                let digits: Vec<usize> = (at..bytes.len())
                    .chain(0..at)
                    .filter(|at| bytes[*at].is_ascii_digit())
                    .take(1 + dice.roll(3))
                    .collect();
                for at in digits {
                    bytes[at] = b'0' + u8::try_from(dice.roll(10)).unwrap();
                }
            }
        }
        if bytes.is_empty() {
            return;
        }
    }
}

#[test]
fn any_change_of_any_kind_is_answered() {
    let mut dice = Dice(200);
    // Packed as it is, most changes break a stream; unpacked, they reach what is read.
    let open = run(
        "qpdf",
        &["--qdf", "--object-streams=disable"],
        twice(),
        &["-"],
    )
    .stdout;
    assert!(inspect(&open).unwrap().fields.len() == 2);
    for round in 0..200 {
        for original in [twice(), &open] {
            let mut bytes = original.to_vec();
            spoil(&mut bytes, &mut dice);
            assert!(bytes == twice() || !holds(&bytes), "round {round}");
            // Neither does signing break on it.
            drop(mentee().sign(&bytes));
        }
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

#[test]
fn of_how_many_pages_a_pdf_is_it_says_itself() {
    let pressed = press(&agreement(30));
    assert_eq!(
        fairlead_press::page_count(&pressed.bytes),
        Some(pressed.pages)
    );
    let cut = pressed.bytes.len() / 2;
    for other in [b"GIF89a".as_slice(), b"%PDF-1.7", &pressed.bytes[..cut]] {
        assert_eq!(fairlead_press::page_count(other), None);
    }
}
