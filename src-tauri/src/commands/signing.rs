//! A scan or photo of a signed page: chosen in the desktop's own dialog and read in Rust, and shown to the person who
//! confirms the signature.

use crate::chosen;
use crate::commands::on_core;
use crate::error::{Reply, refused};
use crate::platform::dialogs::OpenQuestion;
use crate::platform::opener;
use fairlead_core::api::signing::{LARGEST_SCAN, in_base64};
use fairlead_core::files::{self, Readers};
use serde::Serialize;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager, Runtime};
use tempfile::TempDir;

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
    let Some(path) = chosen::ask(&app, question).await? else {
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

/// The scans that were opened to be looked at: files that only their owner may read, in a folder that goes with the
/// program. The desktop's own viewer reads files, and the data file is none that it could read.
#[derive(Debug, Default)]
pub struct Shown(Mutex<Option<TempDir>>);

impl Shown {
    /// Writes a file to be looked at and answers where. The same one is written once.
    fn put(&self, folder: &str, name: &str, bytes: &[u8]) -> Reply<PathBuf> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = match held.take() {
            Some(kept) => kept,
            None => {
                TempDir::with_prefix("fairlead-").map_err(|error| unshown(&error.to_string()))?
            }
        };
        let folder = held.insert(kept).path().join(folder);
        let path = folder.join(name);
        std::fs::create_dir_all(&folder).map_err(|error| unshown(&error.to_string()))?;
        if !path.exists() {
            files::write_new(&path, bytes, Readers::Owner)
                .map_err(|error| unshown(&error.source.to_string()))?;
        }
        Ok(path)
    }

    /// Takes all of them away, at the end of the program.
    pub fn end(&self) {
        drop(self.0.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

/// Opens the scan of a signature by hand with the program the person uses for such files.
///
/// # Errors
/// `not_found` where there is no such scan; `not_opened` where it cannot be written for the viewer, or there is none.
#[tauri::command]
pub async fn show_scan<R: Runtime>(
    app: AppHandle<R>,
    relationship: String,
    sha256: String,
) -> Reply<()> {
    let shown = app.clone();
    on_core(&app, move |product| {
        let file = product.with(|fairlead| fairlead.scan(&relationship, &sha256))?;
        // The number was looked up, so that it is one: no part of a path of somebody's choosing.
        shown.state::<Shown>().put(&sha256, &file.name, &file.bytes)
    })
    .await
    .and_then(|path| opener::open(&path).map_err(|error| unshown(&error.to_string())))
}

fn unshown(why: &str) -> fairlead_core::api::ApiError {
    refused(
        "not_opened",
        format!(
            "The file could not be opened: there is no program for such files, or no room for it. It is kept with the signature, and nothing was changed. Ask to see the paper itself, or try again. (The system says: {why})"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_for_its_owner_alone_and_goes_with_the_program() {
        let shown = Shown::default();
        let path = shown.put("ab", "page.pdf", b"%PDF-1.7").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"%PDF-1.7");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        assert_eq!(shown.put("ab", "page.pdf", b"other").unwrap(), path);
        assert_eq!(std::fs::read(&path).unwrap(), b"%PDF-1.7", "written once");
        let other = shown.put("cd", "page.pdf", b"other").unwrap();
        assert_ne!(other, path);
        shown.end();
        assert!(!path.exists() && !other.exists());
        assert!(!path.ancestors().nth(2).unwrap().exists());
    }
}
