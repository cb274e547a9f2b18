//! Compiles `tauri.conf.json`, the permissions and the built pages into the program.

use std::error::Error;
use std::path::Path;
use tauri_build::{AppManifest, Attributes, CodegenContext};

/// The commands the window may call. Each gets a permission `allow-<command>`; the capability in
/// `tauri.conf.json` grants them by name.
const COMMANDS: &[&str] = &[
    "background_standing",
    "call",
    "choose_attachment",
    "choose_logo",
    "copy_text",
    "environment",
    "first_screen",
    "keep_open",
    "open_mail",
    "open_saved",
    "open_scan",
    "open_template",
    "print_page",
    "quit",
    "save_attachment",
    "save_blank",
    "save_paper",
    "save_template",
    "save_text",
    "show_saved",
    "show_scan",
    "start_at_login",
    "try_notification",
    "verify_dropped",
    "verify_file",
];

fn main() -> Result<(), Box<dyn Error>> {
    if !tauri_build::is_dev() && !Path::new("ui/dist/index.html").is_file() {
        return Err("The pages of the window are not built yet. `cargo xtask run` builds them, or by hand: \
                    npm --prefix ui ci --ignore-scripts && npm --prefix ui run build"
            .into());
    }
    tauri_build::try_build(
        Attributes::new()
            .app_manifest(AppManifest::new().commands(COMMANDS))
            .codegen(CodegenContext::new()),
    )?;
    Ok(())
}
