//! Papers as files: saved where the person says, opened and shown with the desktop's own programs.

use crate::error::{Reply, refused};
use crate::platform::opener;
use crate::saved::{Content, SavedFile, SavedFiles, save_as};
use crate::state::Product;
use fairlead_core::api::plan::PaperLayout;
use fairlead_core::api::start::PaperSize;
use fairlead_core::files::Readers;
use std::path::Path;
use tauri::{AppHandle, Manager, Runtime, State};

/// Makes a paper, asks where to save it, and saves it there. `null` where the person thought better of it. Of the
/// signed paper there is one for each version, and the newest is meant where none is named. An action plan can lie, and
/// can have a column to write in by hand; a session's summary is that of the session.
///
/// # Errors
/// The core's sentence where the paper cannot be made; one of the shell where it cannot be written.
#[tauri::command]
pub async fn save_paper<R: Runtime>(
    app: AppHandle<R>,
    kind: String,
    relationship: String,
    paper: PaperSize,
    version: Option<u32>,
    layout: Option<PaperLayout>,
    session: Option<String>,
) -> Reply<Option<SavedFile>> {
    let handle = app.clone();
    let made = tauri::async_runtime::spawn_blocking(move || {
        handle
            .state::<Product>()
            .with(|fairlead| match (version, &session) {
                (Some(_), _) => fairlead.signed_paper(&relationship, version, paper),
                (None, Some(session)) => {
                    fairlead.session_summary(&relationship, Some(session.as_str()), paper)
                }
                (None, None) => {
                    fairlead.laid_paper(&kind, &relationship, paper, layout.unwrap_or_default())
                }
            })
    });
    let file = made.await.map_err(|error| {
        refused(
            "paper",
            format!("The paper could not be made. Your answers are safe and unchanged. Please report this: {error}"),
        )
    })??;
    let content = Content {
        question: "Save the paper",
        name: file.name,
        kind: "PDF document",
        extension: "pdf",
        bytes: file.bytes,
        readers: Readers::Usual,
    };
    save_as(&app, content).await
}

/// Opens a saved file with the program the person uses for its kind.
///
/// # Errors
/// `not_found`, `not_opened`.
#[tauri::command(async)]
pub fn open_saved(saved: State<'_, SavedFiles>, token: String) -> Reply<()> {
    let path = saved.path(&token)?;
    opener::open(&path).map_err(|_| {
        refused(
            "not_opened",
            format!(
                "{} could not be opened: it was moved, or no program is set for such files. The file and your answers \
                 are unchanged. Open it from its folder.",
                quoted(&path)
            ),
        )
    })
}

/// Shows a saved file in its folder.
///
/// # Errors
/// `not_found`, `not_shown`.
#[tauri::command(async)]
pub fn show_saved(saved: State<'_, SavedFiles>, token: String) -> Reply<()> {
    let path = saved.path(&token)?;
    opener::show(&path).map_err(|_| {
        refused(
            "not_shown",
            format!(
                "The folder of {} could not be shown: the file was moved, or there is no file manager. Nothing was \
                 changed. Look for it in the folder you chose.",
                quoted(&path)
            ),
        )
    })
}

fn quoted(path: &Path) -> String {
    format!(
        "\u{201c}{}\u{201d}",
        path.file_name().unwrap_or_default().to_string_lossy()
    )
}
