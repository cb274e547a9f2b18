//! The generated TypeScript types.

use fairlead_core::api::table::USE_CASES;
use fairlead_core::api::table::described::{described, typescript};

/// `cargo xtask types` writes the file; this test says when that was forgotten.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a generated file, where it is asked for"
)]
fn the_generated_types_are_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api.d.ts");
    // As the fixtures of the screens are written.
    if std::env::var_os("FAIRLEAD_WRITE_FIXTURES").is_some() {
        std::fs::write(path, typescript()).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == typescript(),
        "ui/src/api.d.ts is stale: run `cargo xtask types`"
    );
}

#[test]
fn every_use_case_has_a_name_of_its_own_and_its_types() {
    let text = typescript();
    for (at, case) in USE_CASES.iter().enumerate() {
        assert!(
            USE_CASES
                .iter()
                .skip(at + 1)
                .all(|other| other.name != case.name),
            "{} twice",
            case.name
        );
        assert!(text.contains(&format!("\"{}\": {{ request: ", case.name)));
    }
    assert!(text.contains("export type ApiError = "));
}

#[test]
fn every_use_case_says_what_it_does_and_nothing_else_is_spoken_of() {
    for case in USE_CASES.iter() {
        let about = case.signature().about;
        assert!(
            about.ends_with('.') && about.len() > 15,
            "core/content/calls.toml says nothing of {}: add a line like the others, then `cargo xtask types`",
            case.name
        );
        assert!(!about.contains("*/"), "{}", case.name);
    }
    for name in described() {
        assert!(
            USE_CASES.iter().any(|case| case.name == name),
            "core/content/calls.toml speaks of {name}, which is no call"
        );
    }
}
