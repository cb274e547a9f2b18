//! The house keeps its order: this reads the sources and fails on a broken arrow.
//!
//! The arrows themselves stand in `rules.rs`, and in words in ARCHITECTURE.md.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that meets the unexpected fails, and says where"
)]

mod dependencies;
mod migrations;
mod paths;
mod rules;
mod sources;

use sources::{Source, root, sources};

/// Files that may be longer than [`LONGEST`] lines, each with its reason.
const LONG_FILES: &[(&str, &str)] = &[];

/// About 400 lines is when to think of a second room; this is when to make one.
const LONGEST: usize = 600;

fn rust_sources() -> Vec<Source> {
    sources(&root(), &["rs"])
}

fn nothing(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn arrows_between_the_rooms_hold() {
    let found = rust_sources()
        .iter()
        .flat_map(rules::broken_arrows)
        .collect();
    nothing(found);
}

#[test]
fn only_ipc_touches_the_window_system() {
    let pages = sources(&root().join("ui/src"), &["ts", "tsx"]);
    nothing(pages.iter().flat_map(rules::broken_page_rules).collect());
}

#[test]
fn lints_are_expected_never_allowed() {
    nothing(
        rust_sources()
            .iter()
            .flat_map(rules::allowed_lints)
            .collect(),
    );
}

#[test]
fn no_file_outgrows_its_room() {
    let all = sources(&root(), &["rs", "ts", "tsx", "css", "sql"]);
    // A list of words is as long as what there is to say, and generated types as what there is to call.
    let texts = ["ui/src/words.ts", "ui/src/api.d.ts"];
    let found = all
        .iter()
        .filter(|source| !texts.contains(&source.path.as_str()))
        .filter(|source| source.text.lines().count() > LONGEST)
        .filter(|source| !LONG_FILES.iter().any(|(path, _)| *path == source.path))
        .map(|source| format!("{}: {} lines", source.path, source.text.lines().count()))
        .collect();
    nothing(found);
}

#[test]
fn the_list_of_long_files_is_no_longer_than_needed() {
    let all = sources(&root(), &["rs", "ts", "tsx", "css", "sql"]);
    let found = LONG_FILES
        .iter()
        .filter(|(path, _)| {
            !all.iter()
                .any(|source| source.path == *path && source.text.lines().count() > LONGEST)
        })
        .map(|(path, _)| format!("{path} may leave the list"))
        .collect();
    nothing(found);
}

#[test]
fn every_table_is_strict() {
    let found = sources(&root().join("src-tauri"), &["sql"])
        .iter()
        .flat_map(migrations::lax_tables)
        .collect();
    nothing(found);
}

#[test]
fn shipped_migrations_never_change() {
    nothing(migrations::changed(
        &root().join("src-tauri/core/migrations"),
    ));
}

#[test]
fn every_dependency_has_its_line_and_every_line_its_dependency() {
    nothing(dependencies::unexplained(&root()));
}
