//! What may stand behind `fairlead` on the command line.

use std::ffi::OsString;
use std::path::PathBuf;
use thiserror::Error;

/// The sentences of `fairlead --help`.
pub const USAGE: &str = "\
Usage: fairlead [--data-dir DIR] [--sample] [--open PAGE] [--background]

  --data-dir DIR   keep everything in DIR instead of the usual place
  --sample         put in the example relationship, where it is not there yet
  --open PAGE      show this page, such as reminders or settings/reminders
  --background     start in the tray, without a window; as a button in the task bar where there is no tray
  --help           show this
  --version        show the version";

/// How the program was asked to start.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments {
    /// The data folder, where it is not the usual one of this computer.
    pub data_dir: Option<PathBuf>,
    /// Put in the example relationship where it is absent.
    pub sample: bool,
    /// The page to show, as the window's addresses name it: `reminders`.
    pub open: Option<String>,
    /// Start without a window: for starting with the computer.
    pub background: bool,
}

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Open the window.
    Window(Arguments),
    /// Print the usage.
    Help,
    /// Print the version.
    Version,
}

/// A command line that cannot be followed; the text is a whole sentence.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ArgumentError {
    /// `--data-dir` was the last word.
    #[error("`--data-dir` needs a folder after it. Nothing was started.")]
    FolderMissing,
    /// `--open` was the last word.
    #[error("`--open` needs a page after it, such as `reminders`. Nothing was started.")]
    PageMissing,
    /// What stands after `--open` is no page's address.
    #[error(
        "`{0}` is no page. Nothing was started. Name one such as `reminders` or `settings/reminders`."
    )]
    NoPage(String),
    /// A word that means nothing here. Bytes that are no text are shown as `�`.
    #[error("`{0}` means nothing to Fairlead. Nothing was started.")]
    Unknown(String),
}

/// Reads the words behind the program's name. They need not be UTF-8: a folder name is taken as it is.
///
/// # Errors
/// The first word that cannot be followed.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Asked, ArgumentError> {
    let mut arguments = Arguments::default();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--data-dir") => {
                let folder = words
                    .next()
                    .filter(|folder| !folder.is_empty())
                    .ok_or(ArgumentError::FolderMissing)?;
                arguments.data_dir = Some(folder.into());
            }
            Some("--open") => arguments.open = Some(page(words.next())?),
            Some("--sample") => arguments.sample = true,
            Some("--background") => arguments.background = true,
            Some("--help" | "-h") => return Ok(Asked::Help),
            Some("--version" | "-V") => return Ok(Asked::Version),
            Some(text) => match text.strip_prefix("--data-dir=") {
                Some("") => return Err(ArgumentError::FolderMissing),
                Some(folder) => arguments.data_dir = Some(folder.into()),
                // macOS adds the number of the process when an app is opened from the Finder.
                None if cfg!(target_os = "macos") && text.starts_with("-psn_") => {}
                None => return Err(ArgumentError::Unknown(text.to_owned())),
            },
            None => return Err(ArgumentError::Unknown(word.to_string_lossy().into_owned())),
        }
    }
    Ok(Asked::Window(arguments))
}

/// The longest address of a page, in bytes.
const LONGEST_PAGE: usize = 300;

/// A page's address: words of letters, digits and `.-_~%`, with a stroke between them.
fn page(word: Option<OsString>) -> Result<String, ArgumentError> {
    let word = word
        .filter(|word| !word.is_empty())
        .ok_or(ArgumentError::PageMissing)?;
    let page = word.to_string_lossy();
    let sound = |character: char| character.is_ascii_alphanumeric() || "/.-_~%".contains(character);
    if page.len() > LONGEST_PAGE || page.starts_with('-') || !page.chars().all(sound) {
        return Err(ArgumentError::NoPage(page.into_owned()));
    }
    Ok(page.into_owned())
}
