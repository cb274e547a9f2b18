//! typst from PyPI on the same text, for comparison. Where PyPI cannot be reached, that is said instead of a number.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::statistics::quantile;
use crate::process::{self, Failure, Outcome};
use crate::python;
use crate::stopwatch::timed;

const VERSION: &str = "typst==0.15.2";

/// typst's numbers, or why there are none.
pub struct Beside {
    pub warm: String,
    pub cold: String,
}

/// Compiles one file again and again in one process, its type size moved by a hair so that nothing remembered will do.
const WARM: &str = r##"
import pathlib, sys, time, typst
source = pathlib.Path(sys.argv[1])
text = source.read_text()
took = []
for turn in range(16):
    source.write_text(f"#set text(size: {11 + turn / 10000}pt)\n" + text)
    began = time.perf_counter()
    typst.compile(str(source), output=sys.argv[2])
    took.append((time.perf_counter() - began) * 1000)
source.write_text(text)
print(" ".join(str(took) for took in took[1:]))
"##;

const COLD: &str = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])";

/// Sets the document's text with typst.
pub fn measure(document: &Value, folder: &Path) -> Beside {
    match try_measure(document, folder) {
        Ok(beside) => beside,
        Err(failure) => {
            println!("typst was not measured. {failure}");
            Beside {
                warm: "typst: not measured".to_owned(),
                cold: "typst: not measured".to_owned(),
            }
        }
    }
}

fn try_measure(document: &Value, folder: &Path) -> Outcome<Beside> {
    let python = python::install("bench-python", &[VERSION], "typst")?;
    let source = folder.join("agreement.typ");
    let pdf = folder.join("typst.pdf");
    save(&source, &to_typst(document))?;
    let said = process::read(
        Command::new(&python)
            .args(["-c", WARM])
            .args([&source, &pdf]),
    )?;
    let warm: Vec<f64> = said
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    let mut cold = Vec::new();
    for _ in 0..10 {
        let (outcome, took) = timed(|| {
            process::read(
                Command::new(&python)
                    .args(["-c", COLD])
                    .args([&source, &pdf]),
            )
        });
        outcome?;
        cold.push(took.as_secs_f64() * 1e3);
    }
    let pages = process::read(Command::new("qpdf").arg("--show-npages").arg(&pdf))?;
    match (quantile(&warm, 0.5), quantile(&cold, 0.5)) {
        (Some(warm), Some(cold)) => Ok(Beside {
            warm: format!("typst, {} pages: {warm:.1} ms", pages.trim()),
            cold: format!("typst, with Python: {cold:.1} ms"),
        }),
        (Some(_) | None, Some(_) | None) => Err(Failure::new("It measured nothing.")),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a file for one measurement, in a folder of its own"
)]
fn save(file: &Path, text: &str) -> Outcome<()> {
    std::fs::write(file, text)
        .map_err(|error| Failure::new(format!("{} could not be written: {error}", file.display())))
}

/// The document's words in typst's markup: headings, paragraphs, lists and tables as they are, boxes and rules as text.
fn to_typst(document: &Value) -> String {
    let mut text = String::from(
        "#set page(paper: \"a4\", margin: 22mm, numbering: \"1\")\n#set par(justify: false)\n",
    );
    for block in items(document, "blocks") {
        write_block(block, &mut text);
    }
    text
}

fn write_block(block: &Value, text: &mut String) {
    match block
        .get("kind")
        .and_then(Value::as_str)
        .unwrap_or_default()
    {
        "title" => paragraph(
            text,
            &format!("#text(size: 20pt, {})", string(word(block, "text"))),
        ),
        "heading" => {
            let level = block
                .get("level")
                .and_then(Value::as_u64)
                .unwrap_or(1)
                .clamp(1, 4);
            paragraph(
                text,
                &format!("#heading(level: {level}, {})", string(word(block, "text"))),
            );
        }
        "list" => {
            for item in items(block, "items") {
                paragraph(text, &format!("#list({})", string(&words(item))));
            }
        }
        "table" => write_table(block, text),
        "keepTogether" => items(block, "blocks").for_each(|inner| write_block(inner, text)),
        "pageBreak" => paragraph(text, "#pagebreak(weak: true)"),
        _ => paragraph(text, &format!("#{}", string(&words(block)))),
    }
}

fn write_table(table: &Value, text: &mut String) {
    let columns = items(table, "columns").count().max(1);
    let head: Vec<String> = items(table, "head")
        .map(|cell| string(&words(cell)))
        .collect();
    let cells = items(table, "rows")
        .flat_map(|row| items(row, "cells"))
        .map(|cell| string(&words(cell)));
    let cells: Vec<String> = cells.collect();
    let head = if head.is_empty() {
        String::new()
    } else {
        format!("table.header({}), ", head.join(", "))
    };
    paragraph(
        text,
        &format!("#table(columns: {columns}, {head}{})", cells.join(", ")),
    );
}

fn paragraph(text: &mut String, markup: &str) {
    text.push_str(markup);
    text.push_str("\n\n");
}

/// All words inside a block, in order.
fn words(value: &Value) -> String {
    match value {
        Value::Array(list) => list
            .iter()
            .map(words)
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
        Value::Object(fields) => {
            let shown = fields.iter().filter(|(name, _)| {
                !["kind", "style", "language", "thread", "line"].contains(&name.as_str())
            });
            shown
                .map(|(_, inner)| words(inner))
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        }
        Value::String(text) => text.clone(),
        Value::Null | Value::Bool(_) | Value::Number(_) => String::new(),
    }
}

fn word<'a>(block: &'a Value, name: &str) -> &'a str {
    block.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn items<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

/// A string of typst's, in which nothing is markup.
fn string(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
        .replace(['\r', '\t'], " ");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn text_is_never_markup() {
        let document = json!({"blocks": [{"kind": "paragraph", "style": "body", "runs": [{"text": "a \"b\" #c\\ *d*\n"}]}]});
        assert!(to_typst(&document).ends_with("#\"a \\\"b\\\" #c\\\\ *d*\\n\"\n\n"));
    }

    #[test]
    fn tables_keep_their_columns() {
        let cell = |text: &str| json!({"content": [{"kind": "paragraph", "style": "body", "runs": [{"text": text}]}]});
        let document = json!({"blocks": [{"kind": "table", "columns": [{"share": 1}, {"share": 2}], "head": [cell("h")],
            "rows": [{"cells": [cell("a"), cell("b")]}]}]});
        assert!(
            to_typst(&document).contains("#table(columns: 2, table.header(\"h\"), \"a\", \"b\")")
        );
    }
}
