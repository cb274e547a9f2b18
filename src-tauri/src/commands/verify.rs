//! Signed papers from outside: chosen in a dialog or dropped on the window, verified, and never taken in.

use crate::chosen;
use crate::error::{Reply, refused};
use crate::platform::dialogs::OpenQuestion;
use crate::state::Product;
use crate::window;
use fairlead_core::Fairlead;
use fairlead_core::api::verify::Verified;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, DragDropEvent, Manager, Runtime, State, Window, WindowEvent};

/// The file that was dropped last and that no page has asked for yet.
#[derive(Debug, Default)]
pub struct Dropped(Mutex<Option<PathBuf>>);

impl Dropped {
    fn put(&self, path: PathBuf) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
    }

    fn take(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Where a dropped file is shown.
const ROUTE: &str = "verify";

/// A PDF that is dropped on the window is kept for the page that verifies it, and the page is shown. Anything else is
/// left alone.
pub fn take_dropped<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else {
        return;
    };
    let [path] = paths.as_slice() else { return };
    let is_pdf = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    if !is_pdf {
        return;
    }
    let app = window.app_handle();
    app.state::<Dropped>().put(path.clone());
    window::open_route(app, ROUTE);
    window::tell_changed(app, &[ROUTE]);
}

/// Asks for a PDF and verifies it. `null` where the person thought better of it.
///
/// # Errors
/// `not_read`, `not_a_file`.
#[tauri::command]
pub async fn verify_file<R: Runtime>(app: AppHandle<R>) -> Reply<Option<Verified>> {
    let question = OpenQuestion {
        title: "Check a signed paper".to_owned(),
        kind: "PDF document".to_owned(),
        extensions: &["pdf"],
    };
    match chosen::ask(&app, question).await? {
        Some(path) => verify(app, path).await.map(Some),
        None => Ok(None),
    }
}

/// Verifies the PDF that was dropped on the window. `null` where none was.
///
/// # Errors
/// `not_read`, `not_a_file`.
#[tauri::command]
pub async fn verify_dropped<R: Runtime>(
    app: AppHandle<R>,
    dropped: State<'_, Dropped>,
) -> Reply<Option<Verified>> {
    match dropped.take() {
        Some(path) => verify(app.clone(), path).await.map(Some),
        None => Ok(None),
    }
}

async fn verify<R: Runtime>(app: AppHandle<R>, path: PathBuf) -> Reply<Verified> {
    let work = tauri::async_runtime::spawn_blocking(move || {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match read(&path)? {
            Bytes::Whole(bytes) => app
                .state::<Product>()
                .with(|fairlead| Ok(fairlead.verify(&name, &bytes))),
            Bytes::TooMany(size) => Ok(Fairlead::verify_too_large(&name, size)),
        }
    });
    work.await.map_err(|error| unread(&error.to_string()))?
}

/// What was read of a file.
enum Bytes {
    Whole(Vec<u8>),
    /// So many that they were not read.
    TooMany(u64),
}

/// Reads a file, but never one that is larger than a signed paper can be.
fn read(path: &Path) -> Reply<Bytes> {
    let trouble = |error: std::io::Error| unread(&error.to_string());
    let file = File::open(path).map_err(trouble)?;
    let data = file.metadata().map_err(trouble)?;
    if !data.is_file() {
        return Err(refused(
            "not_a_file",
            "This is a folder or a device, not a file. Nothing was changed. Choose the PDF itself.",
        ));
    }
    let most = Fairlead::LARGEST_TO_VERIFY;
    if data.len() > most {
        return Ok(Bytes::TooMany(data.len()));
    }
    let mut bytes = Vec::new();
    file.take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(trouble)?;
    Ok(Bytes::Whole(bytes))
}

fn unread(why: &str) -> fairlead_core::api::ApiError {
    refused(
        "not_read",
        format!(
            "The file could not be read. Nothing was changed. Copy it to another folder and choose it there. (The system says: {why})"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use fairlead_core::files::{self, Readers};

    #[test]
    fn a_huge_file_is_not_read_and_a_folder_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        files::write_whole(&path, b"%PDF-1.7", Readers::Usual).unwrap();
        assert!(matches!(read(&path).unwrap(), Bytes::Whole(bytes) if bytes == b"%PDF-1.7"));
        // Of 500 MB without a byte in them: nobody writes them here, and nobody reads them.
        let huge = File::options().write(true).open(&path).unwrap();
        huge.set_len(500_000_000).unwrap();
        assert!(matches!(read(&path).unwrap(), Bytes::TooMany(500_000_000)));
        assert!(read(folder.path()).is_err_and(|error| error.code == "not_a_file"));
        let none = read(&folder.path().join("none.pdf"));
        assert!(none.is_err_and(|error| error.code == "not_read"));
    }

    #[test]
    fn a_dropped_file_is_given_out_once() {
        let dropped = Dropped::default();
        assert_eq!(dropped.take(), None);
        dropped.put("/a/one.pdf".into());
        dropped.put("/a/two.pdf".into());
        assert_eq!(dropped.take(), Some("/a/two.pdf".into()));
        assert_eq!(dropped.take(), None);
    }
}
