//! The files of the repository.

use std::fs;
use std::path::{Path, PathBuf};

/// One file, with its path from the repository's root.
#[derive(Debug, Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// A made-up file, to try a rule on.
    pub fn sample(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }
}

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// All files below a folder with one of these endings, in the order of their paths. Nothing generated or fetched.
pub fn sources(folder: &Path, endings: &[&str]) -> Vec<Source> {
    let root = root();
    let mut files = Vec::new();
    collect(folder, endings, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|file| Source {
            path: file
                .strip_prefix(&root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/"),
            text: fs::read_to_string(&file).unwrap(),
        })
        .collect()
}

fn collect(folder: &Path, endings: &[&str], files: &mut Vec<PathBuf>) {
    let skipped = ["target", "node_modules", "dist", "gen", ".git"];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !skipped.iter().any(|skip| name == *skip) {
                collect(&path, endings, files);
            }
        } else if path
            .extension()
            .is_some_and(|found| endings.iter().any(|ending| found == *ending))
        {
            files.push(path);
        }
    }
}

#[test]
fn the_sources_are_found() {
    assert!(
        sources(&root(), &["rs"])
            .iter()
            .any(|source| source.path == "src-tauri/core/src/lib.rs")
    );
}
