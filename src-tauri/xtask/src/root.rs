//! Where the repository is.

use std::path::{Path, PathBuf};

/// The folder that holds the workspace's Cargo.toml.
///
/// Taken from where this crate was compiled; the chores are always run from a checkout.
pub fn folder() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The user interface's folder.
pub fn ui() -> PathBuf {
    folder().join("ui")
}

/// Cargo's output folder, which also takes what the chores write.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| folder().join("target"), |dir| folder().join(dir))
}
