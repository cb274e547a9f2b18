//! The questions the desktop itself asks: where to save, whether to replace, and what to open.
//!
//! On Linux GTK's own dialogs on the thread of the window; a dialog library would run a second GTK
//! loop on a thread of its own beside it.

use crate::window::MAIN;
use std::path::PathBuf;
use tauri::async_runtime::{Sender, channel};
use tauri::{AppHandle, Manager, Runtime};

/// Where to save something.
#[derive(Debug, Clone)]
pub struct SaveQuestion {
    /// The title of the dialog.
    pub title: String,
    /// The name to begin with; safe on every system.
    pub file_name: String,
    /// What the files are called in the list of kinds: "PDF document".
    pub kind: String,
    /// Their extension, without the dot.
    pub extension: &'static str,
}

/// Asks where to save. `None` where the person thought better of it. The dialog itself asks before it
/// answers with a file that exists.
///
/// # Errors
/// Where the program is already ending.
pub async fn ask_where_to_save<R: Runtime>(
    app: &AppHandle<R>,
    question: SaveQuestion,
) -> tauri::Result<Option<PathBuf>> {
    let (send, mut answer) = channel(1);
    let folder = own_folder(app);
    let handle = app.clone();
    app.run_on_main_thread(move || native::save(&handle, question, folder, send))?;
    Ok(answer.recv().await.flatten())
}

/// What to open.
#[derive(Debug, Clone)]
pub struct OpenQuestion {
    /// The title of the dialog.
    pub title: String,
    /// What the files are called in the list of kinds.
    pub kind: String,
    /// Their extensions in small letters, without the dot.
    pub extensions: &'static [&'static str],
}

/// Asks for a file to read. `None` where the person thought better of it.
///
/// # Errors
/// Where the program is already ending.
pub async fn ask_what_to_open<R: Runtime>(
    app: &AppHandle<R>,
    question: OpenQuestion,
) -> tauri::Result<Option<PathBuf>> {
    let (send, mut answer) = channel(1);
    let folder = own_folder(app);
    let handle = app.clone();
    app.run_on_main_thread(move || native::open(&handle, question, folder, send))?;
    Ok(answer.recv().await.flatten())
}

/// The folder in which a dialog begins.
fn own_folder<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    [app.path().document_dir(), app.path().home_dir()]
        .into_iter()
        .flatten()
        .find(|folder| folder.is_dir())
}

/// Asks whether a file that is there already may be replaced.
///
/// # Errors
/// Where the program is already ending.
pub async fn ask_whether_to_replace<R: Runtime>(
    app: &AppHandle<R>,
    file_name: &str,
) -> tauri::Result<bool> {
    let (send, mut answer) = channel(1);
    let handle = app.clone();
    let title = format!("Replace \u{201c}{file_name}\u{201d}?");
    let text =
        "A file of this name is there already. Replacing it overwrites what it holds.".to_owned();
    app.run_on_main_thread(move || native::confirm(&handle, &title, text, send))?;
    Ok(answer.recv().await.unwrap_or(false))
}

#[cfg(target_os = "linux")]
mod native {
    use super::{AppHandle, MAIN, Manager, OpenQuestion, PathBuf, Runtime, SaveQuestion, Sender};
    use gtk::glib::MainContext;
    use gtk::prelude::{
        DialogExt, DialogExtManual, FileChooserExt, GtkWindowExt, NativeDialogExt,
        NativeDialogExtManual, WidgetExt,
    };
    use gtk::{
        ButtonsType, FileChooserAction, FileChooserNative, FileFilter, MessageDialog, MessageType,
        ResponseType,
    };

    fn parent<R: Runtime>(app: &AppHandle<R>) -> Option<gtk::ApplicationWindow> {
        app.get_webview_window(MAIN)?.gtk_window().ok()
    }

    pub fn save<R: Runtime>(
        app: &AppHandle<R>,
        question: SaveQuestion,
        folder: Option<PathBuf>,
        send: Sender<Option<PathBuf>>,
    ) {
        let parent = parent(app);
        MainContext::default().spawn_local(async move {
            let dialog = FileChooserNative::new(
                Some(&question.title),
                parent.as_ref(),
                FileChooserAction::Save,
                None,
                None,
            );
            dialog.set_modal(true);
            dialog.set_do_overwrite_confirmation(true);
            let filter = FileFilter::new();
            filter.set_name(Some(&question.kind));
            filter.add_pattern(&format!("*.{}", question.extension));
            dialog.add_filter(filter);
            if let Some(folder) = folder {
                dialog.set_current_folder(folder);
            }
            dialog.set_current_name(&question.file_name);
            let response = dialog.run_future().await;
            let chosen = if response == ResponseType::Accept {
                dialog.filename()
            } else {
                None
            };
            dialog.destroy();
            // Nobody waits any more where the program is ending.
            let _ = send.send(chosen).await;
        });
    }

    pub fn open<R: Runtime>(
        app: &AppHandle<R>,
        question: OpenQuestion,
        folder: Option<PathBuf>,
        send: Sender<Option<PathBuf>>,
    ) {
        let parent = parent(app);
        MainContext::default().spawn_local(async move {
            let dialog = FileChooserNative::new(
                Some(&question.title),
                parent.as_ref(),
                FileChooserAction::Open,
                None,
                None,
            );
            dialog.set_modal(true);
            let filter = FileFilter::new();
            filter.set_name(Some(&question.kind));
            for extension in question.extensions {
                filter.add_pattern(&format!("*.{extension}"));
                // GTK tells large letters from small ones, people do not.
                filter.add_pattern(&format!("*.{}", extension.to_uppercase()));
            }
            dialog.add_filter(filter);
            if let Some(folder) = folder {
                dialog.set_current_folder(folder);
            }
            let response = dialog.run_future().await;
            let chosen = if response == ResponseType::Accept {
                dialog.filename()
            } else {
                None
            };
            dialog.destroy();
            // Nobody waits any more where the program is ending.
            let _ = send.send(chosen).await;
        });
    }

    pub fn confirm<R: Runtime>(app: &AppHandle<R>, title: &str, text: String, send: Sender<bool>) {
        let dialog = MessageDialog::builder()
            .message_type(MessageType::Question)
            .buttons(ButtonsType::None)
            .modal(true)
            .title("Replace the file?")
            .text(title)
            .secondary_text(text)
            .build();
        dialog.set_transient_for(parent(app).as_ref());
        dialog.add_buttons(&[
            ("Keep the file", ResponseType::Cancel),
            ("Replace", ResponseType::Accept),
        ]);
        dialog.set_default_response(ResponseType::Cancel);
        MainContext::default().spawn_local(async move {
            let response = dialog.run_future().await;
            dialog.hide();
            let _ = send.send(response == ResponseType::Accept).await;
        });
    }
}

#[cfg(not(target_os = "linux"))]
mod native {
    use super::{AppHandle, MAIN, Manager, OpenQuestion, PathBuf, Runtime, SaveQuestion, Sender};
    use rfd::{
        AsyncFileDialog, AsyncMessageDialog, MessageButtons, MessageDialogResult, MessageLevel,
    };

    pub fn save<R: Runtime>(
        app: &AppHandle<R>,
        question: SaveQuestion,
        folder: Option<PathBuf>,
        send: Sender<Option<PathBuf>>,
    ) {
        let mut dialog = AsyncFileDialog::new()
            .set_title(question.title)
            .set_file_name(question.file_name)
            .add_filter(question.kind, &[question.extension]);
        if let Some(window) = app.get_webview_window(MAIN) {
            dialog = dialog.set_parent(&window);
        }
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        let answer = dialog.save_file();
        tauri::async_runtime::spawn(async move {
            let chosen = answer.await.map(|file| file.path().to_owned());
            let _ = send.send(chosen).await;
        });
    }

    pub fn open<R: Runtime>(
        app: &AppHandle<R>,
        question: OpenQuestion,
        folder: Option<PathBuf>,
        send: Sender<Option<PathBuf>>,
    ) {
        let mut dialog = AsyncFileDialog::new()
            .set_title(question.title)
            .add_filter(question.kind, question.extensions);
        if let Some(window) = app.get_webview_window(MAIN) {
            dialog = dialog.set_parent(&window);
        }
        if let Some(folder) = folder {
            dialog = dialog.set_directory(folder);
        }
        let answer = dialog.pick_file();
        tauri::async_runtime::spawn(async move {
            let chosen = answer.await.map(|file| file.path().to_owned());
            let _ = send.send(chosen).await;
        });
    }

    pub fn confirm<R: Runtime>(app: &AppHandle<R>, title: &str, text: String, send: Sender<bool>) {
        let replace = "Replace";
        let mut dialog = AsyncMessageDialog::new()
            .set_level(MessageLevel::Warning)
            .set_title(title)
            .set_description(text)
            .set_buttons(MessageButtons::OkCancelCustom(
                replace.to_owned(),
                "Keep the file".to_owned(),
            ));
        if let Some(window) = app.get_webview_window(MAIN) {
            dialog = dialog.set_parent(&window);
        }
        let answer = dialog.show();
        tauri::async_runtime::spawn(async move {
            let said = answer.await;
            let yes = said == MessageDialogResult::Ok
                || said == MessageDialogResult::Custom(replace.to_owned());
            let _ = send.send(yes).await;
        });
    }
}
