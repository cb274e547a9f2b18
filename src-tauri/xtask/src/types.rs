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
    // A program that printed nothing must not empty the file that everything in the interface is checked against.
    if !text.contains("interface Calls") {
        return Err(Failure::new(
            "fairlead-cli printed no types. ui/src/api.d.ts stays as it is.",
        ));
    }
    let file = root::ui().join("src/api.d.ts");
    std::fs::write(&file, text)
        .map_err(|error| Failure::new(format!("{} could not be written: {error}", file.display())))
}
