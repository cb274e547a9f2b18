//! The tools that read a PDF back: qpdf and poppler, which `cargo xtask setup` installs.

use std::process::{Command, Output};

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

fn run(program: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> Output {
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
