//! What the window asks of the desktop: its size and place, the clipboard, opening and showing files.

use crate::desk::files::FileManager;
use crate::desk::process::wait_until;
use crate::desk::{Desk, data};
use crate::window::{CONTROL, ENTER, Window};
use serde_json::json;

/// Size and place of the window, as the screen has them.
fn frame(window: &Window) -> String {
    let desk = window.desk();
    let number = desk.windows("Fairlead").pop().unwrap();
    let output = desk
        .command("xdotool")
        .args(["getwindowgeometry", &number])
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines()
        .skip(1)
        .map(str::trim)
        .collect::<Vec<_>>()
        .join(" ")
}

#[tokio::test]
async fn the_window_comes_back_in_its_size_and_place() {
    let window = Window::open(Desk::new()).await;
    window.find("heading", "Welcome").await;
    let number = window.desk().windows("Fairlead").pop().unwrap();
    window
        .desk()
        .xdotool(&["windowsize", &number, "860", "640"]);
    window.desk().xdotool(&["windowmove", &number, "120", "90"]);
    window
        .wait_until("the other size and place", async |window| {
            let frame = frame(window);
            (frame.contains("120,90") && frame.contains("860x640")).then_some(())
        })
        .await;
    let window = Window::open(window.quit().await).await;
    window.find("heading", "Welcome").await;
    window
        .wait_until("the same size and place", async |window| {
            let frame = frame(window);
            (frame.contains("120,90") && frame.contains("860x640")).then_some(())
        })
        .await;
}

#[tokio::test]
async fn what_is_copied_can_be_pasted() {
    let desk = Desk::new();
    data::relationship(&desk.data(), "Europe/London");
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    let code = window.call("recovery.show", json!({})).await["code"]
        .as_str()
        .unwrap()
        .to_owned();
    window.go("#/settings/recovery").await;
    window.tab_to("button", "Copy").await;
    window.keys(ENTER).await;
    window.shows("The code is on the clipboard").await;
    let confirmed = window.find("textbox", "Type or paste the code").await;
    window.tab_to("textbox", "Type or paste the code").await;
    window.chord(CONTROL, 'v').await;
    window
        .wait_until("the pasted code", async |_| {
            let text = confirmed.prop("value").await.unwrap().unwrap_or_default();
            (text == code).then_some(())
        })
        .await;
}

#[tokio::test]
async fn a_saved_paper_is_opened_and_shown_in_its_folder_by_the_desktop() {
    let desk = Desk::new().with_program("xdg-open", "printf '%s' \"$1\" > \"$HOME/opened\"");
    let relationship = data::relationship(&desk.data(), "Europe/London");
    let manager = FileManager::start(desk.bus());
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    window
        .go(&format!("#/relationship/{relationship}/agreed"))
        .await;
    window.find("heading", "What we agreed").await;
    let path = window.desk().home().join("Sheet of ours.pdf");
    window.tab_to("button", "Save as PDF").await;
    window.keys(ENTER).await;
    window.desk().save_as("Save the paper", &path);
    window.shows("Sheet of ours.pdf").await;

    window.tab_to("button", "Open").await;
    window.keys(ENTER).await;
    let note = window.desk().home().join("opened");
    let opened = wait_until("the opened file", || {
        std::fs::read_to_string(&note)
            .ok()
            .filter(|text| !text.is_empty())
    });
    assert_eq!(opened, path.to_str().unwrap());

    window.tab_to("button", "Show in folder").await;
    window.keys(ENTER).await;
    let shown = manager.next();
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert!(
        shown[0].starts_with("file://") && shown[0].ends_with("Sheet%20of%20ours.pdf"),
        "{shown:?}"
    );
}
