//! Saving a file where the person says, and finding it again.

use crate::error::{Reply, refused};
use crate::platform::dialogs::{SaveQuestion, ask_where_to_save, ask_whether_to_replace};
use crate::state::ENDING;
use fairlead_core::api::ApiError;
use fairlead_core::files::{self, FileError, FileTrouble, Readers};
use serde::Serialize;
use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;
use tauri::{AppHandle, Manager, Runtime};

/// What is to be saved.
pub struct Content {
    /// The title of the dialog.
    pub question: &'static str,
    /// The name the dialog begins with; safe on every system.
    pub name: String,
    /// What such files are called: "PDF document".
    pub kind: &'static str,
    /// Their extension, without the dot.
    pub extension: &'static str,
    /// What stands in the file.
    pub bytes: Vec<u8>,
    /// Who may read it.
    pub readers: Readers,
}

/// A file that was saved, as the pages know it: they never see a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SavedFile {
    /// Stands for the file in `open_saved` and `show_saved`, until the program ends.
    pub token: String,
    /// The name of the file, to be shown.
    pub name: String,
    /// The name of the folder it stands in, to be shown.
    pub folder: String,
}

/// The files that were saved since the program started; nothing else can be opened.
#[derive(Debug, Default)]
pub struct SavedFiles(Mutex<Vec<PathBuf>>);

impl SavedFiles {
    /// Keeps a path and answers what the pages may know of it.
    pub fn keep(&self, path: PathBuf) -> SavedFile {
        let shown = |name: Option<&OsStr>| name.unwrap_or_default().to_string_lossy().into_owned();
        let name = shown(path.file_name());
        let folder = shown(path.parent().and_then(Path::file_name));
        let mut paths = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        paths.push(path);
        SavedFile {
            token: format!("saved-{}", paths.len()),
            name,
            folder,
        }
    }

    /// The path behind a token.
    ///
    /// # Errors
    /// `not_found` for a token of another sitting, or one that never was.
    pub fn path(&self, token: &str) -> Reply<PathBuf> {
        let paths = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number: Option<usize> = token
            .strip_prefix("saved-")
            .and_then(|number| number.parse().ok());
        number.and_then(|number| paths.get(number.checked_sub(1)?)).cloned().ok_or_else(|| {
            refused(
                "not_found",
                "Fairlead does not know this file any more. Nothing was changed. Save it again, or open it from its folder.",
            )
        })
    }
}

/// Asks where to save and saves there: whole or not at all, and never over a file that nobody was asked
/// about. `None` where the person thought better of it.
///
/// # Errors
/// A sentence where the place cannot be written to.
pub async fn save_as<R: Runtime>(app: &AppHandle<R>, content: Content) -> Reply<Option<SavedFile>> {
    let question = SaveQuestion {
        title: content.question.to_owned(),
        file_name: content.name.clone(),
        kind: content.kind.to_owned(),
        extension: content.extension,
    };
    let Some(chosen) = ask_where_to_save(app, question)
        .await
        .map_err(|_| ending())?
    else {
        return Ok(None);
    };
    let path = target(&chosen, content.extension);
    // The dialog asked about the file it names, and about no other.
    let mut may_replace = (path == chosen).then(|| Seen::at(&path));
    loop {
        match write(&path, &content, may_replace.as_ref()) {
            Ok(()) => return Ok(Some(app.state::<SavedFiles>().keep(path))),
            Err(Refused::Trouble(error)) => return Err(could_not_save(&error)),
            Err(Refused::NotAFile) => return Err(not_a_file(&path)),
            Err(Refused::Unasked) => {
                let seen = Seen::at(&path);
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                if !ask_whether_to_replace(app, &name)
                    .await
                    .map_err(|_| ending())?
                {
                    return Ok(None);
                }
                may_replace = Some(seen);
            }
        }
    }
}

/// Where the file goes: the chosen name with the extension of its kind; behind a link, what it points to.
fn target(chosen: &Path, extension: &str) -> PathBuf {
    let fits = chosen
        .extension()
        .is_some_and(|has| has.eq_ignore_ascii_case(extension));
    let path = if fits {
        chosen.to_owned()
    } else {
        let mut name = chosen.as_os_str().to_owned();
        name.push(".");
        name.push(extension);
        name.into()
    };
    if path.is_symlink() {
        fs::canonicalize(&path).unwrap_or(path)
    } else {
        path
    }
}

/// What stood at a path when somebody was asked about it.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    Nothing,
    File {
        length: u64,
        changed: Option<SystemTime>,
    },
    SomethingElse,
}

impl Seen {
    fn at(path: &Path) -> Self {
        match fs::metadata(path) {
            Ok(data) if data.is_file() => Self::File {
                length: data.len(),
                changed: Metadata::modified(&data).ok(),
            },
            Ok(_) => Self::SomethingElse,
            Err(_) => Self::Nothing,
        }
    }
}

/// Why nothing was written.
#[derive(Debug)]
enum Refused {
    /// A file is there that nobody was asked about, or that changed since.
    Unasked,
    /// A folder or a device is there.
    NotAFile,
    /// The system would not have it.
    Trouble(FileError),
}

/// Writes a new file, or replaces the very file that was asked about.
fn write(path: &Path, content: &Content, asked: Option<&Seen>) -> Result<(), Refused> {
    match Seen::at(path) {
        Seen::Nothing => match files::write_new(path, &content.bytes, content.readers) {
            Err(error) if error.trouble() == FileTrouble::Exists => Err(Refused::Unasked),
            other => other.map_err(Refused::Trouble),
        },
        Seen::SomethingElse => Err(Refused::NotAFile),
        now @ Seen::File { .. } if asked == Some(&now) => {
            files::write_whole(path, &content.bytes, content.readers).map_err(Refused::Trouble)
        }
        Seen::File { .. } => Err(Refused::Unasked),
    }
}

fn not_a_file(path: &Path) -> ApiError {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    refused(
        "not_a_file",
        format!(
            "\u{201c}{name}\u{201d} is a folder or a device, not a file. Nothing was changed. Save under another name."
        ),
    )
}

fn could_not_save(error: &FileError) -> ApiError {
    let why = match error.trouble() {
        FileTrouble::Full => "there is no room left there",
        FileTrouble::ReadOnly => "you may not write there",
        FileTrouble::Missing => "the folder is not there any more",
        FileTrouble::Exists | FileTrouble::Other => "the system would not write it",
    };
    refused(
        "not_saved",
        format!(
            "The file was not saved: {why}. Your answers are safe, and what was there before is unchanged. Save it in another folder. (The system says: {})",
            error.source
        ),
    )
}

fn ending() -> ApiError {
    refused("ending", ENDING)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(text: &str) -> Content {
        Content {
            question: "Save",
            name: "Agreement.pdf".to_owned(),
            kind: "PDF document",
            extension: "pdf",
            bytes: text.as_bytes().to_vec(),
            readers: Readers::Usual,
        }
    }

    #[test]
    fn a_file_nobody_was_asked_about_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        let nothing = Seen::at(&path);
        write(&path, &content("first"), Some(&nothing)).unwrap();
        for asked in [None, Some(&nothing)] {
            assert!(matches!(
                write(&path, &content("second"), asked),
                Err(Refused::Unasked)
            ));
        }
        assert_eq!(fs::read(&path).unwrap(), b"first");
    }

    #[test]
    fn a_file_that_changed_after_the_question_is_asked_about_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        write(&path, &content("first"), None).unwrap();
        let asked = Seen::at(&path);
        files::write_whole(&path, b"somebody else's", Readers::Usual).unwrap();
        assert!(matches!(
            write(&path, &content("second"), Some(&asked)),
            Err(Refused::Unasked)
        ));
        let again = Seen::at(&path);
        write(&path, &content("second"), Some(&again)).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
    }

    #[test]
    fn a_folder_is_no_place_for_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        fs::create_dir(&path).unwrap();
        assert!(matches!(
            write(&path, &content("x"), Some(&Seen::at(&path))),
            Err(Refused::NotAFile)
        ));
    }

    #[test]
    fn names_get_the_extension_of_their_kind_once() {
        for (chosen, expected) in [
            ("/a/b", "/a/b.pdf"),
            ("/a/b.pdf", "/a/b.pdf"),
            ("/a/b.PDF", "/a/b.PDF"),
            ("/a/v1.2", "/a/v1.2.pdf"),
            ("/a/b.", "/a/b..pdf"),
        ] {
            assert_eq!(target(Path::new(chosen), "pdf"), Path::new(expected));
        }
    }

    #[test]
    fn tokens_open_only_what_was_saved() {
        let saved = SavedFiles::default();
        let kept = saved.keep("/home/priya/Documents/a.pdf".into());
        assert_eq!(
            (kept.name.as_str(), kept.folder.as_str()),
            ("a.pdf", "Documents")
        );
        assert_eq!(
            saved.path(&kept.token).unwrap(),
            Path::new("/home/priya/Documents/a.pdf")
        );
        for token in [
            "saved-0",
            "saved-2",
            "saved-",
            "",
            "/etc/passwd",
            "saved--1",
            "saved-99999999999999999999",
        ] {
            assert_eq!(saved.path(token).unwrap_err().code, "not_found", "{token}");
        }
    }
}
