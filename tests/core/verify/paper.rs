//! The paper itself: what stands on it, what it carries, and that it stays as it is.

use super::{Signing, alone, assert_three_parts, attached, paper, run, said, text};
use fairlead_core::api::start::PaperSize;
use fairlead_core::api::verify::{KeyStanding, Verdict};
use fairlead_core::trust::Fingerprint;
use serde_json::{Value, json};

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn b4_a_paper_signed_by_both_is_genuine_and_unchanged() {
    let verified = alone(paper());
    assert_eq!(said(&verified), (Verdict::Valid, "valid"), "{verified:#?}");
    assert_three_parts(&verified);
    assert_eq!(verified.title, "Genuine and unchanged");
    assert!(
        verified.sentence.happened.contains("both signed version 1"),
        "{:?}",
        verified.sentence
    );
    assert!(
        verified.sentence.safe.contains("every page"),
        "the pages were compared"
    );
    let codes: Vec<&str> = verified
        .findings
        .iter()
        .map(|found| found.code.as_str())
        .collect();
    assert_eq!(
        codes,
        ["key_new", "key_new"],
        "nothing is known of the keys here"
    );
    for signer in &verified.signers {
        assert!(signer.text_signature && signer.pdf_signature);
        assert_eq!(signer.standing, KeyStanding::Unknown);
        assert_eq!(signer.key_words.len(), 4);
    }
    assert_eq!(
        verified.signers[0].at,
        "Tuesday 24 March 2026, 10:15 (Europe/London, UTC+0)"
    );
    assert_eq!(verified.signers[1].kind, "Drawn on the screen");
    assert!(verified.record.len() >= 3, "{:?}", verified.record);
}

#[test]
fn at_the_computer_where_it_was_signed_the_keys_are_known() {
    let mut signing = Signing::frozen();
    signing.sign_both();
    let bytes = signing.paper();
    let verified = signing.verify(&bytes);
    assert_eq!(said(&verified), (Verdict::Valid, "valid"));
    assert_eq!(verified.findings, []);
    let standings: Vec<_> = verified
        .signers
        .iter()
        .map(|signer| signer.standing)
        .collect();
    assert_eq!(standings, [KeyStanding::Own, KeyStanding::KeptHere]);
    assert_eq!(
        verified.agreement.unwrap().relationship,
        Some(signing.relationship.clone())
    );
}

#[test]
fn the_signature_page_says_who_signed_how_when_and_with_which_key() {
    let read = bare(&text(&run("pdftotext", &["-q"], paper(), &["-"])));
    let verified = alone(paper());
    for signer in &verified.signers {
        for words in [
            signer.name.as_str(),
            &signer.at,
            &signer.key_words.join(" - "),
        ] {
            assert!(read.contains(&bare(words)), "{words}");
        }
    }
    let fingerprint = verified.fingerprint.clone().unwrap();
    let groups: Vec<&str> = (0..8)
        .map(|group| &fingerprint[group * 8..group * 8 + 8])
        .collect();
    for words in [
        "Kind of signature: name typed",
        "Kind of signature: drawn on the screen",
        "At: the mentee's computer",
        "What happened before signing",
        "What the signatures show",
        "What they do not show: who sat at the keyboard",
        "Both of us signed at one computer, the mentee's computer",
        &groups.join(" "),
        &verified.words.join(" - "),
        "Agreement, version 1",
    ] {
        assert!(read.contains(&bare(words)), "{words}");
    }
    assert!(
        !read.contains("Draft") && !read.contains("notsigned"),
        "a signed paper is no draft"
    );
    // In every footer: four words and eight digits.
    let footer = bare(&format!(
        "{} · {}",
        verified.words.join("-"),
        &fingerprint[..8]
    ));
    let pages = text(&run("pdfinfo", &[], paper(), &[]));
    let pages: usize = pages
        .lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .unwrap()
        .trim()
        .parse()
        .unwrap();
    assert_eq!(read.matches(&footer).count(), pages);
}

#[test]
fn the_attachments_are_the_text_of_record_and_the_signatures() {
    let agreement = attached(paper(), "agreement.json");
    let verified = alone(paper());
    assert_eq!(
        Some(Fingerprint::of(&agreement).hex()),
        verified.fingerprint
    );
    let signatures: Value = serde_json::from_slice(&attached(paper(), "signatures.json")).unwrap();
    assert_eq!(signatures["format"], "fairlead.signatures/1");
    assert_eq!(signatures["agreement"], json!(verified.fingerprint));
    let making: Value = serde_json::from_slice(&attached(paper(), "paper.json")).unwrap();
    assert_eq!(making["fairlead"], env!("CARGO_PKG_VERSION"));
    let bytes: u64 = making["parts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["bytes"].as_u64().unwrap())
        .sum();
    assert_eq!(
        bytes,
        agreement.len() as u64,
        "the parts are the whole text"
    );
}

/// Issue 4: at most 120 KiB for ten pages in Latin letters, with its attachments.
#[test]
fn a_signed_paper_is_small() {
    assert!(paper().len() <= 120 * 1024, "{} bytes", paper().len());
}

#[test]
fn a_signed_paper_never_changes() {
    let mut signing = Signing::frozen();
    let relationship = signing.relationship.clone();
    let refused = signing
        .desk
        .fairlead
        .signed_paper(&relationship, None, PaperSize::A4)
        .unwrap_err();
    assert_eq!(refused.code, "not_signed");
    signing.sign("mentee", "2026-03-24T10:15:00Z", json!({"kind": "typed"}));
    let half = signing
        .desk
        .fairlead
        .paper("signed", &relationship, PaperSize::A4);
    assert_eq!(
        half.unwrap_err().code,
        "not_signed",
        "one signature is not two"
    );
    signing.sign("mentor", "2026-03-24T10:20:00Z", json!({"kind": "typed"}));
    let made = signing
        .desk
        .fairlead
        .paper("signed", &relationship, PaperSize::A4)
        .unwrap();
    assert!(
        made.name.ends_with(" - version 1 signed.pdf"),
        "{}",
        made.name
    );
    // Later, on another sheet, after the agreement went on: the same bytes.
    signing.desk.set("2027-01-05T08:00:00Z");
    signing.ask(
        "answer.set",
        json!({"field": "template.5.place", "value": "In the library, by the window"}),
    );
    signing.desk.restart();
    let again = signing
        .desk
        .fairlead
        .paper("signed", &relationship, PaperSize::Letter)
        .unwrap();
    assert_eq!(again.bytes, made.bytes);
}

#[test]
fn each_version_has_its_own_paper_and_the_older_says_that_a_later_one_was_signed() {
    let mut signing = Signing::frozen();
    signing.sign_both();
    let first = signing.paper();
    signing.desk.set("2026-06-02T09:00:00Z");
    signing.ask(
        "answer.set",
        json!({"field": "template.5.place", "value": "In the library, by the window"}),
    );
    signing.freeze();
    signing.sign("mentor", "2026-06-02T09:10:00Z", json!({"kind": "typed"}));
    signing.sign("mentee", "2026-06-02T09:12:00Z", json!({"kind": "typed"}));
    let second = signing.paper();
    assert_ne!(first, second);
    assert_eq!(signing.verify(&second).findings, []);
    let verified = signing.verify(&first);
    assert_eq!(verified.verdict, Verdict::Valid);
    assert_eq!(verified.findings.len(), 1, "{:?}", verified.findings);
    assert_eq!(
        verified.findings[0].text,
        "Version 2 was signed since, on Tuesday 2 June 2026."
    );
    let relationship = signing.relationship.clone();
    let named = signing
        .desk
        .fairlead
        .signed_paper(&relationship, Some(1), PaperSize::A4);
    assert_eq!(named.unwrap().bytes, first);
    let none = signing
        .desk
        .fairlead
        .signed_paper(&relationship, Some(3), PaperSize::A4);
    assert_eq!(none.unwrap_err().code, "not_found");
}

#[test]
fn a_signature_by_hand_is_printed_as_such_and_its_scan_is_carried() {
    let mut signing = Signing::frozen();
    signing.sign("mentee", "2026-03-24T10:15:00Z", json!({"kind": "typed"}));
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 120, 100);
    encoder.set_color(png::ColorType::Grayscale);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&[200; 12_000])
        .unwrap();
    use base64::Engine as _;
    let base64 = base64::engine::general_purpose::STANDARD.encode(&png);
    let paper = json!({"signedOn": "2026-03-23", "scan": {"base64": base64}});
    let signed = signing.sign(
        "mentor",
        "2026-03-24T10:20:00Z",
        json!({"kind": "on_paper", "paper": paper}),
    );
    let people = signed["version"]["people"].as_array().unwrap();
    let id = people
        .iter()
        .find(|person| person["side"] == "mentor")
        .unwrap()["signature"]["id"]
        .clone();
    signing.desk.set("2026-03-24T10:30:00Z");
    signing.ask(
        "signing.confirm",
        json!({"signature": id, "side": "mentee"}),
    );
    let bytes = signing.paper();
    let verified = signing.verify(&bytes);
    assert_eq!(said(&verified), (Verdict::Valid, "valid"), "{verified:#?}");
    let read = bare(&text(&run("pdftotext", &["-q"], &bytes, &["-"])));
    for words in [
        "Signed by hand on the printed paper",
        "Kind of signature: by hand on paper",
        "Monday 23 March 2026",
        "Confirmed by:",
    ] {
        assert!(read.contains(&bare(words)), "{words}");
    }
    let list = text(&run("pdfdetach", &["-list"], &bytes, &[]));
    let name = list.lines().find_map(|line| {
        line.split(": ")
            .nth(1)
            .filter(|name| name.starts_with("signed-by-hand-mentor"))
    });
    let scan = attached(&bytes, name.unwrap());
    let statement: Value = serde_json::from_slice(&attached(&bytes, "signatures.json")).unwrap();
    let kept = &statement["signatures"][1]["statement"]["paper"]["scan"]["sha256"];
    assert_eq!(*kept, json!(Fingerprint::of(&scan).hex()));
}

#[test]
fn the_database_refuses_to_change_a_signed_paper() {
    use fairlead_core::store::Schema;
    let sql = Schema::current().steps().join("\n");
    for name in ["never_changes", "is_never_deleted", "is_never_replaced"] {
        assert!(
            sql.contains(&format!("CREATE TRIGGER signed_paper_{name} ")),
            "{name}"
        );
    }
}
