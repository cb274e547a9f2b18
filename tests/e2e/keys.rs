//! Journey J4, step 12, as far as one computer shows it: a paper that is signed with another key of Ruth's than before is
//! not believed until the two have compared the key by voice.

use crate::desk::{Desk, data};
use crate::window::{ENTER, Window};
use fairlead_core::api::start::PaperSize;
use serde_json::json;
use std::path::{Path, PathBuf};

const ZONE: &str = "Europe/London";
const DANIEL: &str = "Daniel Ferreira";
const RUTH: &str = "Ruth Kessler";

/// Two signed papers in the desk's home: Daniel's key is the same in both, Ruth's another one each time, as if her
/// program had been installed anew. They are made by going back to a backup in which only he has a key.
fn papers_of_two_keys(desk: &Desk) -> [PathBuf; 2] {
    let id = data::agreed(&desk.data(), ZONE);
    let other = data::agreed(&desk.data(), ZONE);
    let mut fairlead = data::fairlead(&desk.data(), ZONE);
    data::ask(
        &mut fairlead,
        "signing.begin",
        json!({ "relationship": other }),
    );
    let backups = data::ask(&mut fairlead, "backup.make", json!({}));
    let backup = backups["backups"][0]["backup"].clone();
    ["before.pdf", "after.pdf"].map(|name| {
        let begun = data::ask(&mut fairlead, "signing.begin", json!({ "relationship": id }));
        let version = &begun["version"];
        for (side, name) in [("mentee", DANIEL), ("mentor", RUTH)] {
            let sign = json!({
                "relationship": id, "version": version["id"], "fingerprint": version["fingerprint"]["hex"],
                "side": side, "name": name, "kind": "typed",
            });
            data::ask(&mut fairlead, "signing.sign", sign);
        }
        let paper = fairlead.signed_paper(&id, None, PaperSize::A4).unwrap();
        let path = desk.home().join(name);
        std::fs::write(&path, paper.bytes).unwrap();
        data::ask(&mut fairlead, "backup.restore", json!({ "backup": backup }));
        path
    })
}

async fn press(window: &Window, name: &str) {
    window.tab_to("button", name).await;
    window.keys(ENTER).await;
}

/// Chooses a paper in the desktop's dialog and waits for the verdict.
async fn verify(window: &Window, button: &str, path: &Path, verdict: &str) {
    press(window, button).await;
    window.desk().choose_file("^Check a signed paper$", path);
    window.arrives(verdict).await;
    window
        .shows(path.file_name().unwrap().to_str().unwrap())
        .await;
}

#[tokio::test]
async fn j4_step_12_a_changed_key_asks_for_a_spoken_check_and_is_believed_after_it() {
    let desk = Desk::new();
    let [before, after] = papers_of_two_keys(&desk);
    data::keep_place(&desk.data(), ZONE, "verify");
    let window = Window::open(desk).await;
    window.find("heading", "Check a signed paper").await;
    verify(&window, "Choose a PDF", &before, "Genuine and unchanged").await;
    verify(&window, "Check another PDF", &after, "Cannot be told").await;
    window
        .shows(&format!("The key of {RUTH} has changed since "))
        .await;
    window.shows(&format!("Call {RUTH}")).await;
    window.assert_accessible("key-changed").await;
    window.picture("key-changed");

    window.follow("Whose keys are these?").await;
    window.arrives("Whose keys are these?").await;
    window
        .find("heading", &format!("{RUTH}\u{2019}s key has changed"))
        .await;
    window.assert_accessible("keys-changed").await;
    let right = format!("We have compared the words by voice: {RUTH}\u{2019}s key is right");
    press(&window, &right).await;
    window.find("dialog", "Are the four words the same?").await;
    press(&window, "No, or not sure").await;
    window
        .find("heading", &format!("{RUTH}\u{2019}s key has changed"))
        .await;
    press(&window, &right).await;
    press(&window, "Yes, the same words").await;
    window
        .shows(&format!("You compared this key with {RUTH} by voice."))
        .await;

    window.follow("Check a paper").await;
    window.arrives("Check a signed paper").await;
    verify(&window, "Choose a PDF", &after, "Genuine and unchanged").await;
}
