//! Files that the person chose in a dialog: read, but never more of them than makes sense.

use crate::error::{Reply, refused};
use crate::platform::dialogs::{OpenQuestion, ask_what_to_open};
use crate::state::ENDING;
use fairlead_core::api::ApiError;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Runtime};

/// Asks for a file. `None` where the person thought better of it.
///
/// # Errors
/// `ending` where the program is already ending.
pub async fn ask<R: Runtime>(app: &AppHandle<R>, question: OpenQuestion) -> Reply<Option<PathBuf>> {
    ask_what_to_open(app, question)
        .await
        .map_err(|_| refused("ending", ENDING))
}

/// Reads a file, at most `most` bytes and one more: whoever gets that one more knows that it is too large.
///
/// # Errors
/// `not_read` where the system does not let it, `not_a_file` for a folder or a device. What `wanted`
/// is said to be is what the person is asked to choose instead: "the picture".
pub fn read(path: &Path, most: usize, wanted: &str) -> Reply<Vec<u8>> {
    let trouble = |error: std::io::Error| unread(&error.to_string());
    let file = File::open(path).map_err(trouble)?;
    if !file.metadata().map_err(trouble)?.is_file() {
        return Err(refused(
            "not_a_file",
            format!(
                "This is a folder or a device, not a file. Nothing was changed. Choose {wanted}."
            ),
        ));
    }
    let mut bytes = Vec::new();
    file.take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(trouble)?;
    Ok(bytes)
}

/// The refusal for a file that the system does not let be read, and why.
pub fn unread(why: &str) -> ApiError {
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
    fn no_more_is_read_than_one_byte_too_many() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("logo.png");
        files::write_whole(&path, &[7; 50], Readers::Usual).unwrap();
        assert_eq!(read(&path, 50, "the picture").unwrap().len(), 50);
        assert_eq!(read(&path, 20, "the picture").unwrap().len(), 21);
    }

    #[test]
    fn a_folder_and_a_file_that_is_gone_are_refused_in_three_parts() {
        let folder = tempfile::tempdir().unwrap();
        let error = read(folder.path(), 50, "the picture").unwrap_err();
        assert_eq!(error.code, "not_a_file");
        assert_eq!(
            error.message,
            "This is a folder or a device, not a file. Nothing was changed. Choose the picture."
        );
        let error = read(&folder.path().join("none"), 50, "the picture").unwrap_err();
        assert_eq!(error.code, "not_read");
        assert!(error.message.contains("Nothing was changed"));
    }
}
