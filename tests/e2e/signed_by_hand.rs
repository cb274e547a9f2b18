//! Signing by hand in the real window (B4): one signs on paper and attaches a scan, the other draws with the pointer,
//! looks at the scan and confirms it.

use crate::desk::process::wait_until;
use crate::desk::{Desk, data};
use crate::form::{self, Entry, Write};
use crate::window::{CONTROL, ENTER, Window};
use fairlead_core::Fairlead;
use serde_json::json;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

const ZONE: &str = "Europe/London";
const DANIEL: &str = "Daniel Ferreira";
const RUTH: &str = "Ruth Kessler";

async fn press(window: &Window, name: &str) {
    window.tab_to("button", name).await;
    window.keys(ENTER).await;
}

async fn go_on(window: &Window) {
    window.chord(CONTROL, ENTER.chars().next().unwrap()).await;
}

/// Chooses a way to sign by its place.
async fn way(window: &Window, place: usize) {
    let way = Entry::new("How do you want to sign?", Write::Pick(place));
    form::fill_all(window, vec![way]).await;
}

/// Daniel prints the frozen text, signs it, and attaches a scan of it: the very paper stands for one here.
async fn sign_on_paper(window: &Window, id: &str) -> PathBuf {
    way(window, 2).await;
    let printed = window.desk().home().join("to sign.pdf");
    press(window, "Save as PDF").await;
    window.desk().save_as("Save the paper", &printed);
    window.shows("to sign.pdf").await;
    let bytes = std::fs::read(&printed).unwrap();
    let found = Fairlead::verify_alone("to sign.pdf", &bytes);
    assert_eq!(found.code, "to_be_signed");
    let signing = window
        .call("signing.get", json!({ "relationship": id }))
        .await;
    assert_eq!(
        found.fingerprint.as_deref(),
        signing["version"]["fingerprint"]["hex"].as_str(),
        "the paper carries the text that is being signed"
    );
    let scan = printed.with_file_name("signed pages.pdf");
    std::fs::copy(&printed, &scan).unwrap();
    window.tab_to("textbox", "Signed on").await;
    window.keys("today").await;
    press(window, "Choose a file").await;
    window.desk().choose_file("Choose the scan or photo", &scan);
    window.shows("Attached: signed pages.pdf").await;
    window.assert_accessible("sign-on-paper").await;
    window.picture("sign-on-paper");
    press(window, &format!("Sign as {DANIEL}")).await;
    scan
}

/// Ruth draws two lines with the pointer.
async fn draw(window: &Window) {
    way(window, 1).await;
    let name = format!("Signature of {RUTH}, drawn by hand");
    let pad = window.find("img", &name).await;
    window
        .draw(
            &pad,
            &[
                &[(-120.0, 30.0), (-60.0, -40.0), (0.0, 30.0), (60.0, -40.0)],
                &[(80.0, 0.0), (130.0, 10.0)],
            ],
        )
        .await;
    window.shows("2 strokes").await;
    window.assert_accessible("sign-drawn").await;
    window.picture("sign-drawn");
    press(window, &format!("Sign as {RUTH}")).await;
}

/// Ruth looks at what Daniel attached. Answers where the desktop was given the file.
async fn look_at_scan(window: &Window, scan: &Path) -> PathBuf {
    window.shows("signed pages.pdf · PDF, ").await;
    window.assert_accessible("sign-confirm").await;
    window.picture("sign-confirm");
    press(window, "Open the scan").await;
    let note = window.desk().home().join("opened");
    let opened: PathBuf = wait_until("the opened scan", || {
        let text = std::fs::read_to_string(&note).ok()?;
        (!text.is_empty()).then(|| text.into())
    });
    assert_eq!(opened.file_name(), scan.file_name());
    assert!(std::fs::read(&opened).unwrap() == std::fs::read(scan).unwrap());
    let mode = opened.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "nobody else may read it");
    opened
}

#[tokio::test]
async fn b4_one_signs_on_paper_with_a_scan_the_other_draws_looks_at_the_scan_and_confirms_it() {
    let desk = Desk::new().with_program("xdg-open", "printf '%s' \"$1\" > \"$HOME/opened\"");
    let id = data::agreed(&desk.data(), ZONE);
    data::keep_place(&desk.data(), ZONE, &format!("relationship/{id}/agreement"));
    let window = Window::open(desk).await;
    window.find("heading", "Agreement").await;
    window.follow("Check and sign").await;
    window.arrives("Before you sign").await;
    go_on(&window).await;
    window.arrives("Read version 1").await;
    go_on(&window).await;
    window.arrives(&format!("{DANIEL} signs")).await;
    let scan = sign_on_paper(&window, &id).await;

    window
        .arrives(&format!("Pass the computer to {RUTH}"))
        .await;
    press(&window, &format!("I am {RUTH}")).await;
    window.arrives("Read version 1").await;
    go_on(&window).await;
    window.arrives(&format!("{RUTH} signs")).await;
    draw(&window).await;

    window.arrives(&format!("{DANIEL} signed on paper")).await;
    let signing = window
        .call("signing.get", json!({ "relationship": id }))
        .await;
    assert_eq!(signing["next"], "confirm", "not signed by both yet");
    let opened = look_at_scan(&window, &scan).await;
    press(
        &window,
        &format!("I have seen it: it is {DANIEL}\u{2019}s signature"),
    )
    .await;
    window.arrives("Signed by both").await;
    window.picture("sign-by-hand-receipt");

    // What was drawn is kept as points, and the signed paper carries the scan and is genuine.
    let which = json!({ "relationship": id, "version": 1 });
    let version = window.call("version.get", which).await;
    let people = version["version"]["people"].as_array().unwrap();
    let of = |side: &str| {
        let person = people.iter().find(|person| person["side"] == side);
        person.unwrap()["signature"].clone()
    };
    let strokes = of("mentor")["drawing"]["strokes"].clone();
    let strokes = strokes.as_array().unwrap();
    assert_eq!(strokes.len(), 2, "{strokes:?}");
    assert!(
        strokes
            .iter()
            .all(|line| line.as_array().unwrap().len() > 1)
    );
    assert_eq!(of("mentee")["kind"], "on_paper");
    let desk = window.quit().await;
    assert!(!opened.exists(), "what was opened goes with the program");
    let paper = data::fairlead(&desk.data(), ZONE).signed_paper(
        &id,
        Some(1),
        fairlead_core::api::start::PaperSize::A4,
    );
    let found = Fairlead::verify_alone("signed.pdf", &paper.unwrap().bytes);
    assert_eq!(found.code, "valid", "{found:#?}");
}
