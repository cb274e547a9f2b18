//! Turns the content, which people write as TOML, into JSON, which the program reads: a tenth of the time, and
//! no second reader in the product.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script writes into its own output folder"
)]

use std::{env, error::Error, fs, io::Write, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let content = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("content");
    let out = env::var("OUT_DIR")?;
    let mut lines = vec![
        "cargo::rerun-if-changed=build.rs".to_owned(),
        format!("cargo::rerun-if-changed={}", content.display()),
    ];
    for entry in fs::read_dir(&content)? {
        let path = entry?.path();
        if path.extension().is_none_or(|kind| kind != "toml") {
            continue;
        }
        lines.push(format!("cargo::rerun-if-changed={}", path.display()));
        let name = path.with_extension("json");
        let name = name
            .file_name()
            .ok_or("a file of the content has no name")?;
        match toml::from_str::<serde_json::Value>(&fs::read_to_string(&path)?) {
            Ok(value) => fs::write(Path::new(&out).join(name), serde_json::to_vec(&value)?)?,
            Err(error) => lines.push(format!(
                "cargo::error={}: {}",
                path.display(),
                error.to_string().replace('\n', " ")
            )),
        }
    }
    writeln!(std::io::stdout(), "{}", lines.join("\n"))?;
    Ok(())
}
