//! Templates as files: exported where the person says, and read from a file the person chose.

use crate::chosen;
use crate::commands::on_core;
use crate::error::Reply;
use crate::platform::dialogs::OpenQuestion;
use crate::saved::{Content, SavedFile, save_as};
use fairlead_core::api::start::PaperSize;
use fairlead_core::api::template::{BlankOf, LARGEST_FILE, file_too_large, file_without_text};
use fairlead_core::files::Readers;
use serde::Serialize;
use serde_json::json;
use std::path::Path;
use tauri::{AppHandle, Runtime};

const KIND: &str = "Fairlead template";
const EXTENSION: &str = "json";

/// A file that was chosen, as the pages know it: they never see a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenedText {
    /// The name of the file, to be shown.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// Exports a template: asks where to save it, and saves it there. `null` where the person thought better
/// of it.
///
/// # Errors
/// The core's sentence where there is no such template; one of the shell where it cannot be written.
#[tauri::command]
pub async fn save_template<R: Runtime>(
    app: AppHandle<R>,
    template: String,
) -> Reply<Option<SavedFile>> {
    let answer = on_core(&app, move |product| {
        product.with(|fairlead| fairlead.call("template.export", json!({ "template": template })))
    })
    .await?;
    let text = |name: &str| {
        let value = answer.output.get(name).and_then(|value| value.as_str());
        value.unwrap_or_default().to_owned()
    };
    let content = Content {
        question: "Export the template",
        name: text("name"),
        kind: KIND,
        extension: EXTENSION,
        bytes: text("text").into_bytes(),
        readers: Readers::Usual,
    };
    save_as(&app, content).await
}

/// Makes a blank form of a template or for a relationship, asks where to save it, and saves it there. `null` where the person
/// thought better of it.
///
/// # Errors
/// The core's sentence where it cannot be made; one of the shell where it cannot be written.
#[tauri::command]
pub async fn save_blank<R: Runtime>(
    app: AppHandle<R>,
    kind: String,
    of: BlankOf,
    paper: PaperSize,
) -> Reply<Option<SavedFile>> {
    let file = on_core(&app, move |product| {
        product.with(|fairlead| fairlead.blank_paper(&kind, &of, paper))
    })
    .await?;
    let content = Content {
        question: "Save the blank form",
        name: file.name,
        kind: "PDF document",
        extension: "pdf",
        bytes: file.bytes,
        readers: Readers::Usual,
    };
    save_as(&app, content).await
}

/// Asks for a file and reads it. Nothing of it is taken in: the page shows what importing it would do.
/// `null` where the person thought better of it.
///
/// # Errors
/// A sentence where it cannot be read, is too large for a template, or holds no text.
#[tauri::command]
pub async fn open_template<R: Runtime>(app: AppHandle<R>) -> Reply<Option<OpenedText>> {
    let question = OpenQuestion {
        title: "Import a template".to_owned(),
        kind: KIND.to_owned(),
        extensions: &[EXTENSION],
    };
    let Some(path) = chosen::ask(&app, question).await? else {
        return Ok(None);
    };
    let read = tauri::async_runtime::spawn_blocking(move || read(&path)).await;
    read.map_err(|error| chosen::unread(&error.to_string()))?
        .map(Some)
}

/// Reads a file, but never more of it than a template can have.
fn read(path: &Path) -> Reply<OpenedText> {
    let bytes = chosen::read(
        path,
        LARGEST_FILE,
        "the file that was exported from Fairlead",
    )?;
    if bytes.len() > LARGEST_FILE {
        let size = path
            .metadata()
            .map_or(bytes.len() as u64, |data| data.len());
        return Err(file_too_large(size));
    }
    let text = String::from_utf8(bytes).map_err(|_| file_without_text())?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(OpenedText {
        name: name.into_owned(),
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use fairlead_core::files;

    #[test]
    fn only_a_small_text_file_is_read_and_the_page_never_sees_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        files::write_whole(&path, b"{}", Readers::Usual).unwrap();
        let opened = read(&path).unwrap();
        assert_eq!(
            (opened.name.as_str(), opened.text.as_str()),
            ("a.json", "{}")
        );
        files::write_whole(&path, &vec![b' '; 50_000_000], Readers::Usual).unwrap();
        let error = read(&path).unwrap_err();
        assert_eq!(error.code, "too_large");
        assert!(error.message.contains("50 MB"), "{}", error.message);
        files::write_whole(&path, b"\xff\xfe{", Readers::Usual).unwrap();
        assert_eq!(read(&path).unwrap_err().code, "no_text");
        assert_eq!(read(folder.path()).unwrap_err().code, "not_a_file");
        assert_eq!(
            read(&folder.path().join("none.json")).unwrap_err().code,
            "not_read"
        );
    }
}
