//! The autostart entry of a Linux desktop (Desktop Application Autostart Specification).

use super::{Standing, program, words};
use fairlead_core::files::{self, Readers};
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

/// The name of the entry's file.
const FILE: &str = "org.fairlead.Fairlead.desktop";

/// The entry of this user, in `$XDG_CONFIG_HOME/autostart`.
#[derive(Debug, Clone)]
pub struct Autostart {
    file: PathBuf,
    wanted: String,
}

impl Autostart {
    /// The entry that starts this program in the background on a data folder.
    ///
    /// # Errors
    /// Where the user has no home, or a path is no text, which the entry could not hold.
    pub fn of(data_dir: Option<&Path>) -> io::Result<Self> {
        let set = |name| std::env::var_os(name).filter(|value: &OsString| !value.is_empty());
        let settings = set("XDG_CONFIG_HOME")
            .map(PathBuf::from)
            .filter(|folder| folder.is_absolute())
            .or_else(|| set("HOME").map(|home| Path::new(&home).join(".config")))
            .ok_or_else(|| io::Error::other("neither XDG_CONFIG_HOME nor HOME is set"))?;
        Self::at(&settings, &program()?, &words(data_dir))
    }

    /// The entry below a settings folder that starts a program with these words.
    ///
    /// # Errors
    /// Where one of them is no text.
    pub fn at(settings: &Path, program: &Path, words: &[OsString]) -> io::Result<Self> {
        Ok(Self {
            file: settings.join("autostart").join(FILE),
            wanted: text(program, words)?,
        })
    }

    /// How it stands.
    pub fn look(&self) -> Standing {
        match std::fs::read_to_string(&self.file) {
            Err(_) => Standing::Off,
            Ok(found) if found.lines().any(is_switched_off) => Standing::Off,
            Ok(found) if exec(&found) == exec(&self.wanted) => Standing::On,
            Ok(_) => Standing::Stale,
        }
    }

    /// Writes it.
    ///
    /// # Errors
    /// Where the system does not let it.
    pub fn put(&self) -> io::Result<()> {
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        files::write_whole(&self.file, self.wanted.as_bytes(), Readers::Usual)
            .map_err(|error| error.source)
    }

    /// Takes it away.
    ///
    /// # Errors
    /// Where the system does not let it.
    pub fn take_away(&self) -> io::Result<()> {
        match std::fs::remove_file(&self.file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

/// Whether a line of an entry switches it off, as the settings of desktops do it.
fn is_switched_off(line: &str) -> bool {
    matches!(
        line.replace(' ', "").as_str(),
        "Hidden=true" | "X-GNOME-Autostart-enabled=false"
    )
}

/// What an entry starts.
fn exec(entry: &str) -> Option<&str> {
    entry
        .lines()
        .find_map(|line| line.strip_prefix("Exec="))
        .map(str::trim)
}

/// The text of the entry that starts a program with these words.
///
/// # Errors
/// Where one of them is no text.
pub fn text(program: &Path, words: &[OsString]) -> io::Result<String> {
    let parts = std::iter::once(program.as_os_str())
        .chain(words.iter().map(OsString::as_os_str))
        .map(quoted)
        .collect::<io::Result<Vec<_>>>()?;
    Ok(format!(
        "[Desktop Entry]\nType=Application\nVersion=1.5\nName=Fairlead\nComment=Reminders of Fairlead\n\
         Exec={}\nIcon=fairlead\nTerminal=false\nStartupNotify=false\nX-GNOME-Autostart-enabled=true\n",
        parts.join(" ")
    ))
}

/// A word of `Exec` in quotes: within them a backslash stands before each of the four letters that the
/// shell would read, a backslash of a value is written twice, and a percent sign begins a field code.
fn quoted(word: &OsStr) -> io::Result<String> {
    let word = word
        .to_str()
        .filter(|word| !word.contains(['\n', '\r', '\0']))
        .ok_or_else(|| io::Error::other("a path cannot be written into the entry"))?;
    let mut quoted = String::from("\"");
    for letter in word.chars() {
        match letter {
            '"' | '`' | '$' => quoted.push_str("\\\\"),
            '\\' => quoted.push_str("\\\\\\"),
            '%' => quoted.push('%'),
            _ => {}
        }
        quoted.push(letter);
    }
    quoted.push('"');
    Ok(quoted)
}
