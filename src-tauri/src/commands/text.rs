//! Texts that leave the window: the recovery code, answers that could not be saved, calendar files.

use crate::error::{Reply, refused};
use crate::platform::clipboard;
use crate::saved::{Content, SavedFile, save_as};
use crate::window::MAIN;
use fairlead_core::files::{Readers, safe_file_name};
use tauri::{AppHandle, Manager, Runtime};

/// The longest text that is taken, in bytes.
const LONGEST: usize = 1_000_000;

/// Puts a text on the clipboard.
///
/// # Errors
/// `clipboard` where the desktop has none.
#[tauri::command]
pub fn copy_text<R: Runtime>(app: AppHandle<R>, text: String) -> Reply<()> {
    clipboard::write(&app, text).map_err(|_| {
        refused(
            "clipboard",
            "The text could not be copied. Nothing was changed. Mark it with the mouse and copy it from there, or save it to a file.",
        )
    })
}

/// Asks where to save a text, and saves it there; all but a calendar file for the owner's eyes only. `null` where the
/// person thought better of it.
///
/// # Errors
/// `too_long`; a sentence where it cannot be written.
#[tauri::command]
pub async fn save_text<R: Runtime>(
    app: AppHandle<R>,
    name: String,
    text: String,
) -> Reply<Option<SavedFile>> {
    if text.len() > LONGEST {
        return Err(refused(
            "too_long",
            "This text is longer than a million letters. Nothing was saved. Copy it in parts.",
        ));
    }
    save_as(&app, content(&name, text)).await
}

/// What a text is saved as, by the ending of the suggested name. A calendar file is there to be given to other programs;
/// every other text is for its owner's eyes.
fn content(name: &str, text: String) -> Content {
    match name.strip_suffix(".ics") {
        Some(stem) => Content {
            question: "Save the calendar file",
            name: safe_file_name(stem, "ics"),
            kind: "Calendar",
            extension: "ics",
            bytes: text.into_bytes(),
            readers: Readers::Usual,
        },
        None => Content {
            question: "Save the text",
            name: safe_file_name(name.strip_suffix(".txt").unwrap_or(name), "txt"),
            kind: "Text",
            extension: "txt",
            bytes: text.into_bytes(),
            readers: Readers::Owner,
        },
    }
}

/// Opens the desktop's print dialog for the page that is shown.
///
/// # Errors
/// `not_printed` where the desktop cannot print.
#[tauri::command]
pub fn print_page<R: Runtime>(app: AppHandle<R>) -> Reply<()> {
    let printed = app.get_webview_window(MAIN).map(|window| window.print());
    match printed {
        Some(Ok(())) => Ok(()),
        Some(Err(_)) | None => Err(refused(
            "not_printed",
            "The page could not be printed. Nothing was changed. Save it to a file and print that.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_file_keeps_its_ending_and_every_other_text_is_one() {
        let told = |name: &str| {
            let content = content(name, String::new());
            (content.name, content.extension)
        };
        assert_eq!(
            told("Sessions - Daniel and Ruth.ics"),
            ("Sessions - Daniel and Ruth.ics".to_owned(), "ics")
        );
        assert_eq!(
            told("Recovery code.txt"),
            ("Recovery code.txt".to_owned(), "txt")
        );
        assert_eq!(told("Notes"), ("Notes.txt".to_owned(), "txt"));
    }
}
