//! Files that are no signed paper: drafts, other people's PDFs, what is no PDF at all.

use super::{Signing, alone, assert_three_parts, paper, run, said};
use fairlead_core::Fairlead;
use fairlead_core::api::start::PaperSize;
use fairlead_core::api::verify::Verdict;
use fairlead_press::{Document, Press};
use serde_json::json;

#[test]
fn what_is_no_readable_pdf_cannot_be_told() {
    for (bytes, code) in [
        (b"".as_slice(), "no_pdf"),
        (b"GIF89a", "no_pdf"),
        (b"{\"format\":\"fairlead.agreement/2\"}", "no_pdf"),
        (b"%PDF-1.7\nnothing else", "cut_off"),
    ] {
        let verified = alone(bytes);
        assert_eq!(said(&verified), (Verdict::CannotTell, code));
        assert_three_parts(&verified);
        assert!(verified.signers.is_empty() && verified.agreement.is_none());
    }
}

#[test]
fn an_encrypted_paper_cannot_be_told() {
    let encrypted = run(
        "qpdf",
        &["--encrypt", "", "secret", "256", "--"],
        paper(),
        &["-"],
    )
    .stdout;
    let verified = alone(&encrypted);
    assert_eq!(said(&verified), (Verdict::CannotTell, "encrypted"));
    assert!(verified.sentence.happened.contains("password"));
    assert_three_parts(&verified);
}

#[test]
fn a_file_of_500_megabytes_is_not_read() {
    let verified = Fairlead::verify_too_large("holiday.pdf", 500_000_000);
    assert_eq!(said(&verified), (Verdict::CannotTell, "too_large"));
    assert!(
        verified.sentence.happened.contains("500 MB"),
        "{:?}",
        verified.sentence
    );
    assert_eq!(verified.size, "500 MB");
    assert_three_parts(&verified);
    // Neither are bytes that are already there.
    let most = usize::try_from(Fairlead::LARGEST_TO_VERIFY).unwrap();
    assert_eq!(alone(&vec![b'%'; most + 1]).code, "too_large");
}

#[test]
fn somebody_elses_pdf_is_told_as_such() {
    let mut press = Press::new();
    let document = Document::new("Minutes", "en-GB", chrono::DateTime::default());
    let verified = alone(&press.press(&document).unwrap().bytes);
    assert_eq!(said(&verified), (Verdict::CannotTell, "foreign"));
    assert_three_parts(&verified);
    // A signed paper without its attachments is a signed PDF of somebody's.
    let keys = ["agreement.json", "signatures.json", "paper.json"]
        .map(|name| format!("--remove-attachment={name}"));
    let mut after: Vec<&str> = keys.iter().map(String::as_str).collect();
    after.push("-");
    let bare = run("qpdf", &["--warning-exit-0"], paper(), &after).stdout;
    let verified = alone(&bare);
    assert_eq!(said(&verified), (Verdict::CannotTell, "foreign"));
    assert!(
        verified
            .sentence
            .happened
            .contains("signed by some other program")
    );
}

#[test]
fn a_draft_is_not_signed_and_says_so_on_every_page() {
    let mut signing = Signing::frozen();
    let relationship = signing.relationship.clone();
    let draft = signing
        .desk
        .fairlead
        .paper("agreement", &relationship, PaperSize::A4);
    let verified = signing.verify(&draft.unwrap().bytes);
    assert_eq!(
        said(&verified),
        (Verdict::NotValid, "draft"),
        "{verified:#?}"
    );
    assert!(verified.sentence.next.contains("save the signed paper"));
    assert_three_parts(&verified);
}

#[test]
fn a_paper_of_a_newer_fairlead_cannot_be_told() {
    let agreement = String::from_utf8(super::attached(paper(), "agreement.json")).unwrap();
    let newer = agreement.replacen("fairlead.agreement/2", "fairlead.agreement/9", 1);
    let verified = alone(&super::with_attached(
        paper(),
        "agreement.json",
        newer.as_bytes(),
    ));
    assert!(
        verified.findings.iter().any(|found| found.code == "newer"),
        "{verified:#?}"
    );
    assert_ne!(verified.verdict, Verdict::Valid);
}

#[test]
fn the_call_takes_a_file_in_base64() {
    let mut signing = Signing::frozen();
    use base64::Engine as _;
    let base64 = base64::engine::general_purpose::STANDARD.encode(b"GIF89a");
    let answer = signing
        .desk
        .call("verify.file", json!({"name": "a.gif", "base64": base64}));
    assert_eq!(
        (&answer["code"], &answer["verdict"]),
        (&json!("no_pdf"), &json!("cannot_tell"))
    );
    let refused = signing
        .desk
        .refuse("verify.file", json!({"name": "a", "base64": "?"}));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("invalid", Some("base64"))
    );
}
