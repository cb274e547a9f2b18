//! What other programs say of a signed paper.

use super::{alone, paper, python, run, text};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;

#[test]
fn qpdf_finds_no_fault() {
    let said = text(&run("qpdf", &["--check"], paper(), &[]));
    assert!(
        said.contains("No syntax or stream encoding errors"),
        "{said}"
    );
    assert!(!said.contains("WARNING"), "{said}");
}

#[test]
fn pdfsig_finds_both_signatures_valid() {
    let said = text(&run("pdfsig", &["-nocert"], paper(), &[]));
    assert_eq!(said.matches("Signature is Valid.").count(), 2, "{said}");
    assert!(said.contains("Total document signed"), "{said}");
    for signer in alone(paper()).signers {
        assert!(said.contains(&signer.name), "{said}");
    }
}

#[test]
fn mutool_finds_both_signatures_valid() {
    let said = text(&run("mutool", &["sign", "-v"], paper(), &[]));
    assert!(
        said.contains("The signature is valid but there have been edits since signing."),
        "{said}"
    );
    assert!(
        said.contains("The document is unchanged since signing."),
        "{said}"
    );
}

#[test]
fn pyhanko_finds_both_signatures_valid() {
    const CHECK: &str = r#"
import sys
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext
reader = PdfFileReader(open(sys.argv[1], "rb"))
for signature in reader.embedded_signatures:
    own = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False, moment=signature.self_reported_timestamp)
    status = validate_pdf_signature(signature, own, key_usage_settings=KeyUsageConstraints(key_usage={"non_repudiation"}))
    print(signature.field_name, status.summary(), "bottom line:", status.bottom_line, status.coverage.name, status.modification_level.name)
"#;
    let said = String::from_utf8(python(paper(), CHECK)).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    for line in &lines {
        assert!(
            line.contains("INTACT:TRUSTED") && line.contains("bottom line: True"),
            "{said}"
        );
    }
    assert!(
        lines[0].contains("FORM_FILLING") && lines[1].contains("ENTIRE_FILE NONE"),
        "{said}"
    );
}

#[test]
fn a_telephone_reads_the_fingerprint_from_the_page() {
    let pages = text(&run("pdfinfo", &[], paper(), &[]));
    let pages: usize = pages
        .lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .unwrap()
        .trim()
        .parse()
        .unwrap();
    let mut codes = Vec::new();
    for page in 1..=pages {
        let page = page.to_string();
        let before = ["-r", "200", "-f", &page, "-l", &page, "-singlefile", "-png"];
        let picture = run("pdftoppm", &before, paper(), &[]).stdout;
        codes.extend(
            String::from_utf8_lossy(&run("zbarimg", &["-q", "--raw"], &picture, &[]).stdout)
                .lines()
                .map(str::to_owned),
        );
    }
    let fingerprint = alone(paper()).fingerprint.unwrap();
    assert_eq!(codes, [format!("FAIRLEAD-AGR:1:{fingerprint}")]);
}

#[test]
fn pdf_js_reads_text_structure_fields_and_attachments() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/core/verify/pdfjs.mjs");
    let output = run("node", &[&script.display().to_string()], paper(), &[]);
    assert!(output.status.success(), "{}", text(&output));
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let read = |name: &str| said[name].clone();
    assert_eq!(read("warnings"), json!([]));
    assert_eq!(read("language"), "en-GB");
    assert_eq!(read("marked"), true);
    assert_eq!(read("signatures"), true);
    assert_eq!(read("fields"), json!(["signature", "signature"]));
    assert!(read("outline").as_u64().unwrap() > 3, "{said}");
    let roles = read("roles");
    for role in ["H1", "P", "Table", "TH", "TD"] {
        assert!(roles.as_array().unwrap().contains(&json!(role)), "{roles}");
    }
    let words = read("text").as_str().unwrap().to_owned();
    for signer in alone(paper()).signers {
        assert!(words.contains(&signer.name), "{words}");
    }
    assert!(words.contains("Confidentiality"), "{words}");
    let inspected = fairlead_press::inspect(paper()).unwrap();
    let attached: Map<String, Value> = inspected
        .attachments
        .iter()
        .map(|file| {
            (
                file.name.clone(),
                json!(hex::encode(Sha256::digest(&file.bytes))),
            )
        })
        .collect();
    assert_eq!(attached.len(), 3);
    assert_eq!(read("attachments"), Value::Object(attached));
}
