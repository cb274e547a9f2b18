//! `cargo xtask types`: ui/src/api.d.ts, written from the table of use cases.

use crate::machine::{self, Purpose};
use crate::process::{self, Failure, Outcome};
use crate::root;

const FILE: &str = "src/api.d.ts";

/// Writes the file again, as the table of use cases is now.
pub fn write() -> Outcome<()> {
    machine::prepare(Purpose::Build)?;
    let file = root::ui().join(FILE);
    let text = generate()?;
    write_file(&file, &text)
}

/// Whether the committed file is what the table of use cases gives.
pub fn check() -> Outcome<bool> {
    let file = root::ui().join(FILE);
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    if committed == generate()? {
        Ok(true)
    } else {
        println!(
            "{} is stale. Write it again: cargo xtask types",
            file.display()
        );
        Ok(false)
    }
}

fn generate() -> Outcome<String> {
    process::read(machine::cargo().args([
        "run",
        "--quiet",
        "--package",
        "fairlead-cli",
        "--",
        "types",
    ]))
}

#[expect(
    clippy::disallowed_methods,
    reason = "a generated source: Git keeps the version before"
)]
fn write_file(file: &std::path::Path, text: &str) -> Outcome<()> {
    std::fs::write(file, text)
        .map_err(|error| Failure::new(format!("{} could not be written: {error}", file.display())))
}
