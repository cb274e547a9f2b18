//! The tools that read a PDF back: qpdf, poppler, MuPDF, ZBar and pyHanko, which `cargo xtask setup` installs.

use std::{
    path::Path,
    process::{Command, Output},
};

use fairlead_press::{Document, Press, Pressed};

/// An empty document.
pub fn paper() -> Document {
    Document::new(
        "Test",
        "en-GB",
        chrono::DateTime::parse_from_rfc3339("2026-11-26T10:15:00+01:00").unwrap(),
    )
}

pub fn press(document: &Document) -> Pressed {
    Press::new().press(document).unwrap()
}

/// Runs a program on a file of these bytes.
pub fn run(program: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new(program)
        .args(before)
        .arg(&path)
        .args(after)
        .output();
    output.unwrap_or_else(|error| panic!("{program} is missing; run cargo xtask setup ({error})"))
}

/// qpdf finds no fault.
pub fn assert_sound(bytes: &[u8]) {
    let output = run("qpdf", &["--check"], bytes, &[]);
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        output.status.success() && !said.contains("WARNING"),
        "{said}"
    );
}

/// The text as pdftotext reads it, pages divided by form feeds.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(run("pdftotext", &["-q"], bytes, &["-"]).stdout).unwrap()
}

pub fn pages(bytes: &[u8]) -> Vec<String> {
    let text = text(bytes);
    text.trim_end_matches('\u{c}')
        .split('\u{c}')
        .map(str::to_owned)
        .collect()
}

/// The text without white space and marks of direction, for comparing.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{c}')).collect()
}

pub fn info(bytes: &[u8], option: &str) -> String {
    let output = run("pdfinfo", &[option], bytes, &[]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The file with object streams opened and streams unpacked, to look at its objects.
pub fn objects(bytes: &[u8]) -> String {
    let output = run(
        "qpdf",
        &["--qdf", "--object-streams=disable"],
        bytes,
        &["-"],
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What pdfsig says of each signature: its lines with field, state and what is covered.
pub fn pdfsig(bytes: &[u8]) -> Vec<String> {
    let said = String::from_utf8(run("pdfsig", &["-nocert"], bytes, &[]).stdout).unwrap();
    said.split("Signature #")
        .skip(1)
        .map(str::to_owned)
        .collect()
}

/// What MuPDF says of all signatures.
pub fn mutool(bytes: &[u8]) -> String {
    let output = run("mutool", &["sign", "-v"], bytes, &[]);
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// What pyHanko says of all signatures, each in a line: field, whether intact and valid, what is covered, what came after.
pub fn pyhanko(bytes: &[u8]) -> Vec<String> {
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
    print(signature.field_name, status.summary(), "bottom line:", status.bottom_line,
        status.coverage.name, status.modification_level.name)
"#;
    String::from_utf8(python(bytes, CHECK))
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect()
}

/// What a Python script with pyHanko answers; the file's path is its argument.
pub fn python(bytes: &[u8], script: &str) -> Vec<u8> {
    let python = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../test-python/bin/python");
    let before = ["-W", "ignore", "-c", script];
    let output = run(&python.display().to_string(), &before, bytes, &[]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// A page as a picture (PNG).
pub fn picture(bytes: &[u8], page: usize, dots_per_inch: u32) -> Vec<u8> {
    let (page, dots) = (page.to_string(), dots_per_inch.to_string());
    let before = ["-r", &dots, "-f", &page, "-l", &page, "-singlefile", "-png"];
    let output = run("pdftoppm", &before, bytes, &[]);
    assert!(output.status.success());
    output.stdout
}

/// The codes that a camera would read from a picture.
pub fn codes(picture: &[u8]) -> Vec<String> {
    let output = run("zbarimg", &["-q", "--raw"], picture, &[]);
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().map(str::to_owned).collect()
}

/// Fonts, one a line: name, type, encoding, embedded, subset, unicode.
pub fn fonts(bytes: &[u8]) -> String {
    String::from_utf8(run("pdffonts", &[], bytes, &[]).stdout).unwrap()
}

pub fn detach(bytes: &[u8], number: &str) -> Vec<u8> {
    run(
        "pdfdetach",
        &["-save", number, "-o", "/dev/stdout"],
        bytes,
        &[],
    )
    .stdout
}

/// The words of the first page and how far from the left each begins, in points.
pub fn words(bytes: &[u8]) -> Vec<(String, f32)> {
    let html =
        String::from_utf8(run("pdftotext", &["-q", "-bbox", "-l", "1"], bytes, &["-"]).stdout)
            .unwrap();
    html.lines()
        .filter_map(|line| {
            let rest = line.trim().strip_prefix("<word xMin=\"")?;
            let (left, rest) = rest.split_once('"')?;
            let (_, rest) = rest.split_once('>')?;
            Some((rest.strip_suffix("</word>")?.to_owned(), left.parse().ok()?))
        })
        .collect()
}

/// The outline as titles in order, each with how deep it lies.
pub fn outline(bytes: &[u8]) -> Vec<(usize, String)> {
    fn walk(items: &serde_json::Value, depth: usize, all: &mut Vec<(usize, String)>) {
        for item in items.as_array().unwrap() {
            all.push((depth, item["title"].as_str().unwrap().to_owned()));
            walk(&item["kids"], depth + 1, all);
        }
    }
    let json: serde_json::Value = serde_json::from_slice(
        &run("qpdf", &["--json=2", "--json-key=outlines"], bytes, &[]).stdout,
    )
    .unwrap();
    let mut all = Vec::new();
    walk(&json["outlines"], 0, &mut all);
    all
}
