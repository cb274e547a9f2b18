//! The desktop's own dialogs, worked with keys as a person would.

use super::Desk;
use super::process::wait_until;
use std::path::Path;

impl Desk {
    /// Waits for the dialog with this title and answers its number.
    pub fn wait_for_dialog(&self, title: &str) -> String {
        wait_until(&format!("the dialog `{title}`"), || {
            self.windows(title).pop()
        })
    }

    /// Types a path into the Save dialog of this title and presses Enter.
    pub fn save_as(&self, title: &str, path: &Path) {
        self.type_path(title, path);
        self.press_in_dialog(title, "Return");
    }

    /// Types a path into the Save dialog of this title.
    pub fn type_path(&self, title: &str, path: &Path) {
        let dialog = self.wait_for_dialog(title);
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        self.xdotool(&["key", "--clearmodifiers", "ctrl+a"]);
        self.xdotool(&[
            "type",
            "--clearmodifiers",
            "--delay",
            "15",
            path.to_str().unwrap(),
        ]);
    }

    /// Types the path of a file into the dialog of this title that asks what to open, and presses Enter.
    pub fn choose_file(&self, title: &str, path: &Path) {
        let dialog = self.wait_for_dialog(title);
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        // The line for a path opens with this key, and takes what is typed from then on.
        self.xdotool(&["key", "--clearmodifiers", "ctrl+l"]);
        self.type_path(title, path);
        self.press_in_dialog(title, "Return");
    }

    /// Presses a key in the dialog of this title.
    pub fn press_in_dialog(&self, title: &str, key: &str) {
        let dialog = self.wait_for_dialog(title);
        self.xdotool(&["windowfocus", "--sync", &dialog]);
        self.xdotool(&["key", "--clearmodifiers", key]);
    }

    /// The numbers of the windows that can be seen and have this in their title.
    pub fn windows(&self, title: &str) -> Vec<String> {
        let output = self
            .command("xdotool")
            .args(["search", "--onlyvisible", "--name", title])
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(str::to_owned)
            .collect()
    }

    /// Runs xdotool on this desk's screen.
    pub fn xdotool(&self, words: &[&str]) {
        let output = self.command("xdotool").args(words).output().unwrap();
        assert!(
            output.status.success(),
            "xdotool {words:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
