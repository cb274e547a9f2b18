//! Migrations: append-only, and every table STRICT.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::sources::Source;

/// The file beside the migrations that holds a line `hash  name` for each that was ever shipped.
const HASHES: &str = "HASHES";

/// Every migration that is not what its line in HASHES says, and every line without a migration.
pub fn changed(folder: &Path) -> Vec<String> {
    let listed = fs::read_to_string(folder.join(HASHES)).unwrap_or_default();
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "sql")
        })
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    files.sort();
    differences(&listed, &files)
}

fn differences(listed: &str, files: &[(String, Vec<u8>)]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in files {
        let line = format!("{}  {name}", hash(bytes));
        let known = listed
            .lines()
            .find(|listed| listed.ends_with(&format!("  {name}")));
        match known {
            Some(known) if known == line => {}
            Some(_) => found.push(format!(
                "{name} was shipped and has changed. Only where no data file has it yet:\n{line}"
            )),
            None => found.push(format!(
                "{name} has no line in migrations/{HASHES}:\n{line}"
            )),
        }
    }
    for line in listed.lines().filter(|line| !line.starts_with('#')) {
        if !files
            .iter()
            .any(|(name, _)| line.ends_with(&format!("  {name}")))
        {
            found.push(format!("there is no migration for '{line}'"));
        }
    }
    found
}

fn hash(bytes: &[u8]) -> String {
    // Git may have turned line ends on Windows; the statements are the same.
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Every table that takes values of any type. A virtual table has no types.
pub fn lax_tables(source: &Source) -> Vec<String> {
    let sql: String = source
        .text
        .lines()
        .map(|line| line.split("--").next().unwrap_or(line))
        .collect::<Vec<_>>()
        .join(" ");
    let words = sql
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_uppercase();
    words
        .split("CREATE TABLE ")
        .skip(1)
        .filter_map(|rest| {
            let name = rest
                .trim_start_matches("IF NOT EXISTS ")
                .split([' ', '('])
                .next()
                .unwrap_or(rest);
            let strict = behind_columns(rest)
                .is_some_and(|options| options.split([' ', ',']).any(|word| word == "STRICT"));
            (!strict).then(|| {
                format!(
                    "{}: table {} is not STRICT",
                    source.path,
                    name.to_lowercase()
                )
            })
        })
        .collect()
}

/// What stands between the closing bracket of the columns and the semicolon.
fn behind_columns(rest: &str) -> Option<String> {
    let mut depth = 0_u32;
    for (at, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return rest[at + 1..].split(';').next().map(str::to_owned);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lax(sql: &str) -> Vec<String> {
        lax_tables(&Source::sample("a.sql", sql))
    }

    #[test]
    fn tables_without_strict_are_found() {
        assert_eq!(
            lax("CREATE TABLE goal (id TEXT CHECK (length(id) = 36));"),
            ["a.sql: table goal is not STRICT"]
        );
        assert_eq!(
            lax("create table a (x INT) STRICT;\ncreate table b (\n y INT -- STRICT\n);").len(),
            1
        );
        assert_eq!(lax("CREATE TABLE strictly (strict TEXT);").len(), 1);
    }

    #[test]
    fn strict_tables_and_virtual_ones_pass() {
        assert!(
            lax("CREATE TABLE a (x INT, y TEXT DEFAULT (lower('A'))) STRICT, WITHOUT ROWID;")
                .is_empty()
        );
        assert!(lax("CREATE TABLE a (x INT) WITHOUT ROWID, STRICT; CREATE VIRTUAL TABLE f USING fts5(x);").is_empty());
    }

    #[test]
    fn changed_new_and_lost_migrations_are_told() {
        let file = |text: &str| vec![("0001_a.sql".to_owned(), text.as_bytes().to_vec())];
        let listed = format!("# comment\n{}  0001_a.sql\n", hash(b"SELECT 1;"));
        assert!(differences(&listed, &file("SELECT 1;")).is_empty());
        assert!(differences(&listed, &file("SELECT 2;"))[0].contains("has changed"));
        assert!(differences("", &file("SELECT 1;"))[0].contains("has no line"));
        assert!(differences(&listed, &[])[0].contains("no migration"));
    }
}
