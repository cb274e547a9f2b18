//! Every dependency earns a line in ARCHITECTURE.md: what for, and why this one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::sources::sources;

/// Dependencies without a line, and lines without a dependency.
pub fn unexplained(root: &Path) -> Vec<String> {
    let mut used = BTreeSet::new();
    for manifest in sources(root, &["toml"])
        .iter()
        .filter(|source| source.path.ends_with("Cargo.toml"))
    {
        let table: toml::Table = toml::from_str(&manifest.text).unwrap();
        crates(&table, &mut used);
    }
    let package =
        fs::read_to_string(root.join("ui/package.json")).unwrap_or_else(|_| "{}".to_owned());
    packages(&serde_json::from_str(&package).unwrap(), &mut used);
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap_or_default();
    compare(&used, &explained(&text))
}

fn compare(used: &BTreeSet<String>, explained: &BTreeSet<String>) -> Vec<String> {
    let fits = |line: &str, name: &str| match line.strip_suffix('*') {
        Some(family) => name.starts_with(family),
        None => name == line,
    };
    let missing = used
        .iter()
        .filter(|name| !explained.iter().any(|line| fits(line, name)))
        .map(|name| format!("`{name}` has no line in ARCHITECTURE.md"));
    let left_over = explained
        .iter()
        .filter(|line| !used.iter().any(|name| fits(line, name)))
        .map(|line| format!("`{line}` has a line in ARCHITECTURE.md, and no use"));
    missing.chain(left_over).collect()
}

/// The names in a Cargo.toml, our own crates left out.
fn crates(manifest: &toml::Table, used: &mut BTreeSet<String>) {
    let mut places = vec![manifest];
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    places.extend(
        targets
            .into_iter()
            .flat_map(toml::Table::values)
            .filter_map(toml::Value::as_table),
    );
    for place in places {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let names = place
                .get(kind)
                .and_then(toml::Value::as_table)
                .into_iter()
                .flat_map(toml::Table::keys);
            used.extend(names.filter(|name| !name.starts_with("fairlead")).cloned());
        }
    }
}

/// The names in a package.json.
fn packages(manifest: &serde_json::Value, used: &mut BTreeSet<String>) {
    for kind in ["dependencies", "devDependencies"] {
        let names = manifest
            .get(kind)
            .and_then(serde_json::Value::as_object)
            .into_iter()
            .flat_map(serde_json::Map::keys);
        used.extend(names.cloned());
    }
}

/// The names explained under the heading `Dependencies`: rows whose first cell is code, `| `name` | ...`.
fn explained(text: &str) -> BTreeSet<String> {
    let section = text
        .split("\n## ")
        .find(|section| section.starts_with("Dependencies"))
        .unwrap_or_default();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split('|').next())
        .flat_map(|cell| {
            cell.split('`')
                .step_by(2)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty() && name != ",")
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manifests_of_every_shape_are_read() {
        let manifest = "[dependencies]\nserde.workspace = true\nfairlead-core = { path = \"x\" }\n[build-dependencies]\ncc = \"1\"\n\
                        [target.'cfg(unix)'.dependencies]\nlibc = \"0.2\"\n[dev-dependencies]\nproptest = \"1\"";
        let mut used = BTreeSet::new();
        crates(&toml::from_str(manifest).unwrap(), &mut used);
        packages(
            &serde_json::json!({"devDependencies": {"vite": "8"}, "dependencies": {"preact": "11"}}),
            &mut used,
        );
        assert_eq!(
            used.into_iter().collect::<Vec<_>>(),
            ["cc", "libc", "preact", "proptest", "serde", "vite"]
        );
    }

    #[test]
    fn a_family_may_share_a_line() {
        let used = BTreeSet::from([
            "@fonts/noto-sans".to_owned(),
            "@fonts/noto-serif".to_owned(),
        ]);
        let text = "## A\n## Dependencies\n| `@fonts/*` | letters | why |";
        assert!(compare(&used, &explained(text)).is_empty());
        assert_eq!(compare(&BTreeSet::new(), &explained(text)).len(), 1);
    }

    #[test]
    fn a_missing_line_and_a_stale_line_are_told() {
        let used = BTreeSet::from(["serde".to_owned(), "chrono".to_owned()]);
        let text = "# A\n\n## Dependencies\n\n| `serde`, `toml` | both | why |\n\n## Next\n\n| `chrono` | elsewhere |";
        let found = compare(&used, &explained(text));
        assert_eq!(
            found,
            [
                "`chrono` has no line in ARCHITECTURE.md",
                "`toml` has a line in ARCHITECTURE.md, and no use"
            ]
        );
    }
}
