//! Files: written whole or not at all, read with a limit, named so that every system takes the name.
//!
//! This is the only place that writes files other than the data file itself. Each error carries
//! the path and what was being done with it.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

/// What went wrong with which file.
#[derive(Debug, thiserror::Error)]
#[error("could not {doing} {}: {source}", path.display())]
pub struct FileError {
    /// What was being done: "write", "read", "move", ...
    pub doing: &'static str,
    /// The file or folder it happened to.
    pub path: PathBuf,
    /// The system's own error.
    #[source]
    pub source: io::Error,
}

/// The causes of a file error that people can do something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileTrouble {
    /// No room left, or the quota is used up.
    Full,
    /// The place may only be read.
    ReadOnly,
    /// Nothing is there.
    Missing,
    /// Something is there already.
    Exists,
    /// Anything else.
    Other,
}

impl FileError {
    fn new(doing: &'static str, path: &Path, source: io::Error) -> Self {
        Self {
            doing,
            path: path.to_path_buf(),
            source,
        }
    }

    /// The cause, as far as it can be acted upon.
    #[must_use]
    pub fn trouble(&self) -> FileTrouble {
        trouble(&self.source)
    }
}

/// Sorts a system error by what can be done about it.
#[must_use]
pub fn trouble(error: &io::Error) -> FileTrouble {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "ErrorKind is open-ended: the system's other kinds have no remedy of their own"
    )]
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FileTrouble::Full,
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
            FileTrouble::ReadOnly
        }
        io::ErrorKind::NotFound => FileTrouble::Missing,
        io::ErrorKind::AlreadyExists => FileTrouble::Exists,
        _ => FileTrouble::Other,
    }
}

/// Who may read a file that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Only the person whose account it is (mode 0600 where modes exist).
    Owner,
    /// Whoever the system's own default lets in: a paper somebody saves.
    Usual,
}

/// Writes a file whole or not at all: a new file beside it, synced, then renamed over it.
///
/// # Errors
/// [`FileError`] with the path; the file that was there before is untouched.
pub fn write_whole(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), FileError> {
    let temporary = write_beside(path, bytes, readers)?;
    let mut left = temporary;
    let mut tries_left = if cfg!(windows) { 5 } else { 0 };
    loop {
        match left.persist(path) {
            Ok(_) => break,
            Err(failed)
                if tries_left > 0 && failed.error.kind() == io::ErrorKind::PermissionDenied =>
            {
                // A virus scanner or a sync client holds the old file for a moment.
                tries_left -= 1;
                std::thread::sleep(std::time::Duration::from_millis(100));
                left = failed.file;
            }
            Err(failed) => return Err(FileError::new("write", path, failed.error)),
        }
    }
    sync_folder_of(path)
}

/// Writes a file only where nothing is yet.
///
/// # Errors
/// [`FileTrouble::Exists`] when something has the name already; it is untouched.
pub fn write_new(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), FileError> {
    write_beside(path, bytes, readers)?
        .persist_noclobber(path)
        .map_err(|failed| FileError::new("write", path, failed.error))?;
    sync_folder_of(path)
}

fn write_beside(
    path: &Path,
    bytes: &[u8],
    readers: Readers,
) -> Result<tempfile::NamedTempFile, FileError> {
    let failed = |source| FileError::new("write", path, source);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".fairlead-").suffix(".tmp");
    #[cfg(unix)]
    if readers == Readers::Usual {
        use std::os::unix::fs::PermissionsExt;
        // The umask takes away what this person does not give by default.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = readers;
    let mut temporary = builder.tempfile_in(folder_of(path)).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    temporary.as_file().sync_all().map_err(failed)?;
    Ok(temporary)
}

/// Reads a regular file of at most `most` bytes. Devices, pipes and folders are refused unread.
///
/// # Errors
/// [`FileError`]; a longer file is an error of its own kind ([`io::ErrorKind::FileTooLarge`]).
pub fn read_limited(path: &Path, most: u64) -> Result<Vec<u8>, FileError> {
    let failed = |source| FileError::new("read", path, source);
    if !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(failed(io::Error::new(
            io::ErrorKind::InvalidInput,
            "this is not a regular file",
        )));
    }
    let mut bytes = Vec::new();
    File::open(path)
        .map_err(failed)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > most {
        return Err(failed(io::Error::new(
            io::ErrorKind::FileTooLarge,
            "this file is longer than Fairlead reads",
        )));
    }
    Ok(bytes)
}

/// Makes a folder and those above it; new ones belong to the owner alone where modes exist.
///
/// # Errors
/// [`FileError`] with the path.
pub fn make_private_folder(path: &Path) -> Result<(), FileError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder
        .create(path)
        .map_err(|source| FileError::new("make", path, source))
}

/// Copies a file and waits until the copy is on the disk.
///
/// # Errors
/// [`FileError`] with the path of the copy.
pub fn copy_durably(from: &Path, to: &Path) -> Result<(), FileError> {
    fs::copy(from, to).map_err(|source| FileError::new("copy", to, source))?;
    sync_file(to)?;
    sync_folder_of(to)
}

/// Gives a file or folder another name. Never over something that is there: a caller picks a free
/// name, and the check here catches a mistake.
///
/// # Errors
/// [`FileError`] with the path of the file that was to move.
pub fn move_to(from: &Path, to: &Path) -> Result<(), FileError> {
    if fs::symlink_metadata(to).is_ok() {
        return Err(FileError::new(
            "move",
            from,
            io::Error::new(io::ErrorKind::AlreadyExists, "the new name is taken"),
        ));
    }
    fs::rename(from, to).map_err(|source| FileError::new("move", from, source))?;
    sync_folder_of(to)?;
    sync_folder_of(from)
}

/// Waits until a file's content is on the disk.
///
/// # Errors
/// [`FileError`] with the path.
pub fn sync_file(path: &Path) -> Result<(), FileError> {
    fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .map_err(|source| FileError::new("write", path, source))
}

/// Waits until a folder's list of names is on the disk. Only Unix has such a call; Windows writes
/// names with the file.
///
/// # Errors
/// [`FileError`] with the path.
pub fn sync_folder(path: &Path) -> Result<(), FileError> {
    #[cfg(unix)]
    File::open(path)
        .and_then(|folder| folder.sync_all())
        .map_err(|source| FileError::new("write", path, source))?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

fn sync_folder_of(path: &Path) -> Result<(), FileError> {
    sync_folder(folder_of(path))
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Bytes that may still be written to the disk that holds `path`.
///
/// # Errors
/// [`FileError`] with the path.
pub fn free_space(path: &Path) -> Result<u64, FileError> {
    fs4::available_space(path).map_err(|source| FileError::new("measure", path, source))
}

/// The most bytes a file name may have here. File systems stop at 255; the rest is room for a
/// number or a sync client's addition.
const LONGEST_NAME: usize = 180;

/// A file name that Linux, macOS and Windows all take, from a title that people wrote.
///
/// Separators, control and direction characters and the characters Windows forbids go; so do dots
/// and spaces at either end; names that Windows keeps for devices get an underscore in front.
/// `extension` is without the dot. An empty title becomes "Fairlead".
#[must_use]
pub fn safe_file_name(title: &str, extension: &str) -> String {
    let cleaned: String = title
        .nfc()
        .map(|character| match character {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => ' ',
            space if space.is_whitespace() => ' ',
            other => other,
        })
        .filter(|character| !character.is_control() && !is_invisible(*character))
        .collect();
    let mut stem = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    let room = LONGEST_NAME.saturating_sub(extension.len() + 1);
    while stem.len() > room {
        stem.pop();
    }
    let trimmed = stem
        .trim_start_matches(['.', '-', ' ', '~'])
        .trim_end_matches(['.', ' ']);
    let stem = match trimmed {
        "" => "Fairlead".to_owned(),
        name if is_device_name(name) => format!("_{name}"),
        name => name.to_owned(),
    };
    if extension.is_empty() {
        stem
    } else {
        format!("{stem}.{extension}")
    }
}

/// Direction marks, joiners and fillers: they change how a name looks without being seen.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

/// Windows answers these names with a device, whatever the extension.
fn is_device_name(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or(name)
        .trim_end()
        .to_uppercase();
    matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || ["COM", "LPT"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|number| {
            matches!(
                number,
                "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
    })
}
