//! Starting, with and without what a start needs.

use crate::desk::{Desk, fairlead};
use crate::window::Window;
use std::process::Command;

#[tokio::test]
async fn window_opens_and_its_first_screen_can_be_used() {
    let window = Window::open(Desk::new()).await;
    window.shows("Fairlead").await;
    window.picture("first-screen");
}

#[test]
fn no_screen_is_said_in_words() {
    let output = Command::new(fairlead())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("found no screen") && said.contains("Nothing was changed"),
        "{said}"
    );
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn a_screen_that_does_not_answer_is_said_in_words() {
    let output = Command::new(fairlead())
        .env("DISPLAY", ":987654")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains(":987654") && said.contains("fairlead-cli"),
        "{said}"
    );
    assert!(!said.contains("panicked"), "{said}");
}

#[test]
fn wrong_usage_is_said_before_anything_starts() {
    let output = Command::new(fairlead()).arg("--sampel").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--sampel"));
}
