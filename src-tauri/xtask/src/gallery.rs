//! `cargo xtask gallery`: pictures of every part and every screen in every look, to look at.

use std::fs;
use std::path::{Path, PathBuf};

use crate::machine::{self, Purpose};
use crate::process::{self, Failure, Outcome};
use crate::{root, ui};

/// Draws the pictures into a folder and says where they are.
pub fn run(wanted: Option<&Path>) -> Outcome<()> {
    machine::prepare(Purpose::Test)?;
    let folder = folder(wanted)?;
    // Nothing of anybody's is written over, and pictures of screens that are gone do not look as if they were there.
    if let Some(left) = first_inside(&folder) {
        return Err(Failure::new(format!(
            "{} holds other things ({left}). Choose an empty folder, or none.",
            folder.display()
        )));
    }
    let mut command = ui::npm();
    command
        .args(["run", "--silent", "gallery"])
        .env("NO_COLOR", "1")
        .env("FAIRLEAD_GALLERY", &folder);
    if let Some(browser) = ui::browser() {
        command.env("FAIRLEAD_CHROMIUM", browser);
    }
    process::run(&mut command)?;
    println!("{}", folder.display());
    println!(
        "Open {} to see them all.",
        folder.join("index.html").display()
    );
    Ok(())
}

/// The folder asked for, or `target/gallery`, which is made anew each time.
fn folder(wanted: Option<&Path>) -> Outcome<PathBuf> {
    let failed = |error| Failure::new(format!("The folder could not be made: {error}"));
    let folder = match wanted {
        Some(folder) => std::path::absolute(folder).map_err(failed)?,
        None => {
            let own = root::target().join("gallery");
            if own.exists() {
                fs::remove_dir_all(&own).map_err(failed)?;
            }
            own
        }
    };
    fs::create_dir_all(&folder).map_err(failed)?;
    Ok(folder)
}

/// The first thing in a folder, if there is one.
fn first_inside(folder: &Path) -> Option<String> {
    let mut entries = fs::read_dir(folder).ok()?.flatten();
    entries
        .next()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_holds_something_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("fairlead-gallery-{}", std::process::id()));
        assert_eq!(super::folder(Some(&folder)).unwrap(), folder);
        assert_eq!(first_inside(&folder), None);
        fs::create_dir(folder.join("letters")).unwrap();
        assert_eq!(first_inside(&folder).as_deref(), Some("letters"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
