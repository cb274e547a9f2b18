//! `cargo xtask types`: ui/src/api.d.ts, written from the table of use cases. A test of the core tells when it is stale.

use crate::machine::{self, Purpose};
use crate::process::{self, Failure, Outcome};
use crate::root;

/// Writes the file again, as the table of use cases is now.
#[expect(
    clippy::disallowed_methods,
    reason = "a generated source: Git keeps the version before"
)]
pub fn write() -> Outcome<()> {
    machine::prepare(Purpose::Build)?;
    let text = process::read(machine::cargo().args([
        "run",
        "--quiet",
        "--package",
        "fairlead-cli",
        "--",
        "types",
    ]))?;
    let file = root::ui().join("src/api.d.ts");
    std::fs::write(&file, text)
        .map_err(|error| Failure::new(format!("{} could not be written: {error}", file.display())))
}
