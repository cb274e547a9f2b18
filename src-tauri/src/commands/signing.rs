//! A scan or photo of a signed page: chosen in the desktop's own dialog and read in Rust.

use crate::chosen;
use crate::commands::template::on_core;
use crate::error::{Reply, refused};
use crate::platform::dialogs::{OpenQuestion, ask_what_to_open};
use crate::state::ENDING;
use fairlead_core::api::signing::{LARGEST_SCAN, in_base64};
use serde::Serialize;
use tauri::{AppHandle, Runtime};

/// What a scan may be; what the file really is, its bytes tell.
const SCANS: &[&str] = &["png", "jpg", "jpeg", "pdf"];

/// A scan that was chosen, as the pages know it: they never see a path. They hold it until the person
/// signs; the core then looks at it and keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenedScan {
    /// The name of the file, to be shown.
    pub name: String,
    /// What stands in it.
    pub base64: String,
}

/// Asks for a scan or photo of a page that was signed by hand, and reads it. Nothing of it is kept yet.
/// `null` where the person thought better of it.
///
/// # Errors
/// A sentence where the file cannot be read.
#[tauri::command]
pub async fn open_scan<R: Runtime>(app: AppHandle<R>) -> Reply<Option<OpenedScan>> {
    let question = OpenQuestion {
        title: "Choose the scan or photo".to_owned(),
        kind: "PNG, JPEG or PDF".to_owned(),
        extensions: SCANS,
    };
    let chosen = ask_what_to_open(&app, question)
        .await
        .map_err(|_| refused("ending", ENDING))?;
    let Some(path) = chosen else {
        return Ok(None);
    };
    on_core(&app, move |_| {
        let bytes = chosen::read(&path, LARGEST_SCAN, "a PNG, JPEG or PDF file")?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(OpenedScan {
            name: name.into_owned(),
            base64: in_base64(&bytes),
        })
    })
    .await
    .map(Some)
}
