//! Files that somebody adds: chosen in the desktop's own dialog and read in Rust, and saved as a copy where the person
//! says (R134, R151). The page never has their bytes.

use crate::chosen;
use crate::commands::on_core;
use crate::error::{Reply, refused};
use crate::platform::dialogs::OpenQuestion;
use crate::saved::{Content, SavedFile, save_as};
use fairlead_core::api::Answer;
use fairlead_core::api::attachment::{EXTENSIONS, LARGEST, extension};
use fairlead_core::api::signing::{from_base64, in_base64};
use fairlead_core::files::Readers;
use serde_json::json;
use tauri::{AppHandle, Runtime};

/// Asks for a file and adds it to a relationship: `kind` says what it is for, `about` which request for help. `null`
/// where the person thought better of it.
///
/// # Errors
/// A sentence where the file cannot be read, and the core's where it is not taken.
#[tauri::command]
pub async fn choose_attachment<R: Runtime>(
    app: AppHandle<R>,
    relationship: String,
    kind: String,
    side: Option<String>,
    about: Option<String>,
) -> Reply<Option<Answer>> {
    let question = OpenQuestion {
        title: "Choose a file".to_owned(),
        kind: "PDF, picture, text or document".to_owned(),
        extensions: EXTENSIONS,
    };
    let Some(path) = chosen::ask(&app, question).await? else {
        return Ok(None);
    };
    on_core(&app, move |product| {
        let bytes = chosen::read(&path, LARGEST, "a PDF, a picture, a text or a document")?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let request = json!({
            "relationship": relationship,
            "kind": kind,
            "side": side,
            "about": about,
            "name": name,
            "base64": in_base64(&bytes),
        });
        product.with(|fairlead| fairlead.call("attachment.add", request))
    })
    .await
    .map(Some)
}

/// Saves a copy of such a file: asks where, and saves it there. `null` where the person thought better of it.
///
/// # Errors
/// The core's sentence where the file is not here; one of the shell where it cannot be written.
#[tauri::command]
pub async fn save_attachment<R: Runtime>(
    app: AppHandle<R>,
    relationship: String,
    attachment: String,
) -> Reply<Option<SavedFile>> {
    let answer = on_core(&app, move |product| {
        product.with(|fairlead| {
            fairlead.call(
                "attachment.open",
                json!({ "relationship": relationship, "attachment": attachment }),
            )
        })
    })
    .await?;
    let text = |name: &str| {
        let value = answer.output.get(name).and_then(|value| value.as_str());
        value.unwrap_or_default()
    };
    let name = text("name").to_owned();
    let content = Content {
        question: "Save a copy of the file",
        kind: "File",
        extension: extension(&name),
        bytes: from_base64(text("base64")).ok_or_else(|| {
            refused(
                "unexpected",
                "The file could not be read from your data. It is as it was, and nothing was saved. Please report this.",
            )
        })?,
        name,
        // What somebody keeps in Fairlead is confidential.
        readers: Readers::Owner,
    };
    save_as(&app, content).await
}
