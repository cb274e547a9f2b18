//! Files and paper, in and out of the window through the desktop's own dialogs.

use crate::desk::process::wait_until;
use crate::desk::{Desk, data};
use crate::window::{ENTER, Window};
use serde_json::json;
use std::os::unix::fs::PermissionsExt;

const ZONE: &str = "Europe/London";

/// A picture of one dot: too small for a logo.
const DOT: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00\x0cIDATx\xdac\x10H\x08\x00\x00\x01D\x00\xc1\xf9\xc1{X\x00\x00\x00\x00IEND\xaeB`\x82";

/// A picture of 16 by 16 dots.
const LOGO: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x02\x00\x00\x00\x90\x91h6\x00\x00\x00\x16IDATx\xdac\x10H\x08 \x091\x8cj\x18\xd50|5\x00\x00\xd4;\xc0\x01\xec\x05\x9f\xd3\x00\x00\x00\x00IEND\xaeB`\x82";

/// Presses the button of this name with the keyboard.
async fn press(window: &Window, name: &str) {
    window.tab_to("button", name).await;
    window.keys(ENTER).await;
}

#[tokio::test]
async fn the_recovery_code_is_saved_for_the_owners_eyes_and_printed_by_the_desktop() {
    let desk = Desk::new();
    data::relationship(&desk.data(), ZONE);
    data::keep_place(&desk.data(), ZONE, "settings/recovery");
    let window = Window::open(desk).await;
    window.find("heading", "Lock and recovery").await;
    let code = window.call("recovery.show", json!({})).await["code"]
        .as_str()
        .unwrap()
        .to_owned();

    press(&window, "Save as a text file").await;
    let path = window.desk().home().join("code.txt");
    window.desk().save_as("Save the text", &path);
    window.shows("code.txt").await;
    assert!(std::fs::read_to_string(&path).unwrap().contains(&code));
    let mode = path.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "nobody else may read it");

    // The desktop's dialog stands there; leaving it prints nothing, and the window goes on.
    press(&window, "Print").await;
    window.desk().press_in_dialog("Print", "Escape");
    wait_until("the end of the print dialog", || {
        window.desk().windows("Print").is_empty().then_some(())
    });
    window.follow("Display").await;
    window.arrives("Display").await;
}

#[tokio::test]
async fn a_template_goes_out_as_a_file_and_comes_in_again_and_a_logo_is_chosen() {
    let desk = Desk::new();
    let relationship = data::relationship(&desk.data(), ZONE);
    data::template(&desk.data(), ZONE, "Spring cohort");
    data::keep_place(&desk.data(), ZONE, "library");
    let window = Window::open(desk).await;
    window.find("heading", "Library").await;
    window.shows("Spring cohort").await;
    press(&window, "Save as a file: Spring cohort").await;
    let path = window.desk().home().join("spring.json");
    window.desk().save_as("Export the template", &path);
    window.shows("spring.json").await;
    let before = std::fs::read_to_string(&path).unwrap();
    assert!(before.contains("Spring cohort"));
    std::fs::write(&path, before.replace("Spring cohort", "Autumn cohort")).unwrap();

    press(&window, "Import a template").await;
    window.desk().choose_file("Import a template", &path);
    window.find("heading", "Import “spring.json”").await;
    window.assert_accessible("import").await;
    press(&window, "Import as a copy").await;
    window.shows("Imported: “Autumn cohort”.").await;

    // Leaving the dialog takes nothing in.
    press(&window, "Import a template").await;
    window.desk().press_in_dialog("Import a template", "Escape");
    wait_until("the end of the dialog", || {
        window
            .desk()
            .windows("Import a template")
            .is_empty()
            .then_some(())
    });

    let home = window.desk().home().to_owned();
    let (dot, logo) = (home.join("dot.png"), home.join("logo.png"));
    std::fs::write(&dot, DOT).unwrap();
    std::fs::write(&logo, LOGO).unwrap();
    window
        .go(&format!("#/relationship/{relationship}/setup"))
        .await;
    window.arrives("Programme and beginning").await;
    press(&window, "Choose a picture").await;
    window.desk().choose_file("Choose the logo", &dot);
    window.shows("This picture has 1 by 1 pixels.").await;
    press(&window, "Choose a picture").await;
    window.desk().choose_file("Choose the logo", &logo);
    window.find("button", "Remove the logo").await;
    window.assert_accessible("logo").await;
}
