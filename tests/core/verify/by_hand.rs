//! Signing by hand: the paper that is printed for it, and the scan that is looked at before it is confirmed (B4).

use super::{Signing, assert_three_parts, attached, run, said, text};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fairlead_core::api::start::PaperSize;
use fairlead_core::api::verify::Verdict;
use fairlead_core::trust::Fingerprint;
use serde_json::{Value, json};

/// The paper for signing by hand: its name and its bytes.
fn to_sign(signing: &mut Signing, size: PaperSize) -> (String, Vec<u8>) {
    let relationship = signing.relationship.clone();
    let paper = signing.desk.fairlead.paper("to_sign", &relationship, size);
    let paper = paper.unwrap();
    (paper.name, paper.bytes)
}

/// Why there is none.
fn refused(signing: &mut Signing) -> String {
    let relationship = signing.relationship.clone();
    let paper = signing
        .desk
        .fairlead
        .paper("to_sign", &relationship, PaperSize::A4);
    let error = paper.unwrap_err();
    assert!(error.message.contains("Nothing was made."), "{error:?}");
    error.code
}

fn read(bytes: &[u8]) -> String {
    text(&run("pdftotext", &["-q", "-layout"], bytes, &["-"]))
}

#[test]
fn b4_the_paper_for_signing_by_hand_says_the_frozen_text_to_the_letter() {
    let mut signing = Signing::frozen_later();
    assert_eq!(refused(&mut signing), "no_version");
    let version = signing.freeze()["version"].clone();
    let (name, paper) = to_sign(&mut signing, PaperSize::A4);
    assert!(name.ends_with(" - version 1 to sign.pdf"), "{name}");

    // What is written after freezing is no part of it, and whenever it is printed it is the same paper.
    signing.desk.set("2026-03-26T18:00:00Z");
    let place = "On the bench by the old harbour";
    signing.ask(
        "answer.set",
        json!({"field": "template.5.place", "value": place}),
    );
    let (_, later) = to_sign(&mut signing, PaperSize::A4);
    assert!(later == paper, "the same text gives the same bytes");
    let words = read(&paper);
    assert!(!words.contains(place));
    let plain =
        signing
            .desk
            .fairlead
            .paper("agreement", &signing.relationship.clone(), PaperSize::A4);
    assert!(read(&plain.unwrap().bytes).contains(place));

    let agreement = attached(&paper, "agreement.json");
    let hex = version["fingerprint"]["hex"].as_str().unwrap();
    assert_eq!(Fingerprint::of(&agreement).hex(), hex);
    let four: Vec<&str> = version["fingerprint"]["words"]
        .as_array()
        .unwrap()
        .iter()
        .map(|word| word.as_str().unwrap())
        .collect();
    let last = words.rsplit("Signatures").next().unwrap();
    assert!(last.contains(&four.join(" - ")), "{last}");
    let digits: String = last.chars().filter(|c| !c.is_whitespace()).collect();
    assert!(digits.contains(hex), "{last}");
    let pages = words.matches(&four.join("-")).count();
    assert!(pages > 3, "at the foot of every page: {pages}");
    for person in version["people"].as_array().unwrap() {
        let name = person["name"].as_str().unwrap();
        assert!(last.contains(name), "a line for {name}");
    }
    for line in ["Name", "Signature", "Date", "Place"] {
        assert!(last.matches(line).count() >= 2, "{line} for both: {last}");
    }

    // It says of itself that nobody has signed it yet.
    assert!(words.contains("To be signed"));
    let verified = signing.verify(&paper);
    assert_eq!(said(&verified), (Verdict::NotValid, "to_be_signed"));
    assert_three_parts(&verified);
    let sheet = text(&run(
        "pdfinfo",
        &[],
        &to_sign(&mut signing, PaperSize::Letter).1,
        &[],
    ));
    assert!(sheet.contains("612 x 792"), "{sheet}");
}

#[test]
fn who_has_signed_in_fairlead_stands_on_the_paper_for_the_other_and_after_both_there_is_none() {
    let mut signing = Signing::frozen();
    signing.sign("mentee", "2026-03-24T10:15:07Z", json!({"kind": "typed"}));
    let words = read(&to_sign(&mut signing, PaperSize::A4).1);
    let last = words.rsplit("Signatures").next().unwrap();
    assert!(last.contains("Tuesday 24 March 2026"), "{last}");
    assert_eq!(last.matches("Place").count(), 1, "one line is left: {last}");
    signing.sign("mentor", "2026-03-24T10:20:00Z", json!({"kind": "typed"}));
    assert_eq!(refused(&mut signing), "no_version");
}

/// The mentee's signature by hand with this file, as the person who confirms it sees it.
fn attach(signing: &mut Signing, name: &str, bytes: &[u8]) -> (String, Value) {
    let scan = json!({"base64": STANDARD.encode(bytes), "name": name});
    let how = json!({"kind": "on_paper", "paper": {"signedOn": "2026-03-24", "scan": scan}});
    let signed = signing.sign("mentee", "2026-03-24T10:15:07Z", how);
    let people = signed["version"]["people"].as_array().unwrap();
    let mentee = people.iter().find(|person| person["side"] == "mentee");
    let sha256 = mentee.unwrap()["signature"]["paper"]["scan"]["sha256"].clone();
    let seen = signing.ask("signing.scan", json!({"sha256": sha256}));
    (sha256.as_str().unwrap().to_owned(), seen)
}

#[test]
fn a_pdf_scan_is_told_by_name_pages_and_size_before_it_is_confirmed_and_opens_as_the_file_it_was() {
    let mut signing = Signing::frozen();
    let printed = to_sign(&mut signing, PaperSize::A4).1;
    let pages = text(&run("pdfinfo", &[], &printed, &[]));
    let pages = pages.lines().find_map(|line| line.strip_prefix("Pages:"));
    let (sha256, seen) = attach(&mut signing, "/home/priya/Scans/signed pages.pdf", &printed);
    assert_eq!(seen["name"], "signed pages.pdf");
    let words = format!(
        "PDF, {} pages, {} kB",
        pages.unwrap().trim(),
        printed.len().div_ceil(1_000)
    );
    assert_eq!(seen["words"], words);
    let relationship = signing.relationship.clone();
    let file = signing.desk.fairlead.scan(&relationship, &sha256).unwrap();
    assert!(file.bytes == printed, "to the letter");
    assert_eq!(file.name, "signed pages.pdf");
    let none = signing.desk.fairlead.scan(&relationship, "../../etc");
    assert_eq!(none.unwrap_err().code, "not_found");
}

#[test]
fn a_scan_is_opened_as_what_it_is_whatever_its_name_says() {
    let mut signing = Signing::frozen();
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 120, 100);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[200; 12_000]).unwrap();
    writer.finish().unwrap();
    let (sha256, seen) = attach(&mut signing, "page.exe", &png);
    assert_eq!(seen["words"], format!("PNG picture, {} bytes", png.len()));
    let relationship = signing.relationship.clone();
    let file = signing.desk.fairlead.scan(&relationship, &sha256).unwrap();
    assert_eq!(file.name, "page.png");
}
