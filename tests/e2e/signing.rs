//! Journey J4, steps 7 and 9 to 11, on one computer and with the keyboard alone: suggestions are decided, both sign, the
//! computer changes hands in between, and the signed paper proves itself.

use crate::desk::{Desk, data};
use crate::form::{self, Entry, Write};
use crate::window::{CONTROL, ENTER, Window};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

const ZONE: &str = "Europe/London";
const DANIEL: &str = "Daniel Ferreira";
const RUTH: &str = "Ruth Kessler";
const FEEDBACK: &str = "Relationship feedback";
const LIMITS: &str = "Limits";
const BOTH: &str = "each session but two minutes";

/// An agreement that is agreed on in every section, with two suggestions of Ruth's that nobody has decided (step 7).
/// Answers the relationship.
fn agreed(desk: &Desk) -> String {
    let id = data::agreed(&desk.data(), ZONE);
    let mut fairlead = data::fairlead(&desk.data(), ZONE);
    for (field, value, comment) in [
        (
            "area.7.text",
            "A raised hand is enough.",
            "The rest goes without saying.",
        ),
        ("area.13.text", "quarterly", "Each session is too often."),
    ] {
        let place = json!({"kind": "answer", "field": field, "side": null});
        data::ask(
            &mut fairlead,
            "suggestion.make",
            json!({"relationship": id, "place": place, "value": value, "side": "mentor", "comment": comment}),
        );
    }
    id
}

/// Presses the page's main button.
async fn go_on(window: &Window) {
    window.chord(CONTROL, ENTER.chars().next().unwrap()).await;
}

/// Presses the button of this name.
async fn press(window: &Window, name: &str) {
    window.tab_to("button", name).await;
    window.keys(ENTER).await;
}

/// Types into the box of this name, in place of what stands there.
async fn write_over(window: &Window, name: &str, text: &str) {
    window.tab_to("textbox", name).await;
    window.chord(CONTROL, 'a').await;
    window.keys(text).await;
}

/// Looks at a page of the way: nothing there keeps anybody out, and a picture is kept.
async fn look(window: &Window, name: &str) {
    window.assert_accessible(name).await;
    window.picture(name);
}

/// What stands in the way of signing, as the program tells it.
async fn ready(window: &Window, id: &str) -> Value {
    window
        .call("agreement.ready", json!({ "relationship": id }))
        .await
}

/// Waits until so many suggestions are left to decide, and so many sections to talk about.
async fn left(window: &Window, id: &str, suggestions: usize, talking: usize) {
    let what = format!("{suggestions} suggestions and {talking} sections to be left");
    window
        .wait_until(&what, async |window| {
            let ready = ready(window, id).await;
            let count = |key: &str| ready[key].as_array().unwrap().len();
            (count("suggestions") == suggestions && count("talking") == talking).then_some(())
        })
        .await;
}

/// Goes from a page of the relationship to the first page of signing.
async fn check(window: &Window) {
    window.follow("Agreement").await;
    window.arrives("Agreement").await;
    window.follow("Check and sign").await;
    window.arrives("Before you sign").await;
}

/// Follows the way from the first page of signing to an undecided suggestion.
async fn to_suggestion(window: &Window, id: &str, section: &str) {
    let ready = ready(window, id).await;
    let open = ready["suggestions"].as_array().unwrap().iter();
    let open = open.clone().find(|each| each["title"] == section);
    let label =
        open.unwrap_or_else(|| panic!("nothing open in {section}: {ready}"))["label"].clone();
    let link = format!("{} ({section})", label.as_str().unwrap());
    window.follow(&link).await;
    window.find("heading", section).await;
    window.shows(&format!("{DANIEL} decides:")).await;
}

/// Both agree on the section whose page is shown.
async fn agree(window: &Window) {
    let agreed = Entry::new("Where do you both stand?", Write::Pick(0));
    form::fill_all(window, vec![agreed]).await;
}

/// Step 7: what is not decided is in the way of signing, and the list leads to each.
async fn decide(window: &Window, id: &str) {
    check(window).await;
    window.shows("2 things stand in the way").await;
    assert!(
        window
            .look_for("button", "Freeze this text and read it")
            .await
            .is_none()
    );
    look(window, "sign-blocked").await;
    to_suggestion(window, id, LIMITS).await;
    window.shows("The rest goes without saying.").await;
    window.assert_accessible("sign-suggestion").await;
    press(
        window,
        &format!("Accept the suggestion of {RUTH}: {LIMITS}"),
    )
    .await;
    // What was agreed is open again once its words have changed.
    left(window, id, 1, 1).await;
    agree(window).await;
    left(window, id, 1, 0).await;

    check(window).await;
    window.shows("One thing stands in the way").await;
    to_suggestion(window, id, FEEDBACK).await;
    press(window, &format!("Blend both: {FEEDBACK}")).await;
    write_over(window, "Words of both", BOTH).await;
    press(window, &format!("Suggest this to {RUTH}")).await;
    window.shows(&format!("{RUTH} decides:")).await;
    left(window, id, 1, 0).await;
    press(
        window,
        &format!("Accept the suggestion of {DANIEL}: {FEEDBACK}"),
    )
    .await;
    left(window, id, 0, 1).await;

    // A section they still talk about is settled, or left for later on purpose: never passed over.
    check(window).await;
    window
        .shows("You are still talking about one section")
        .await;
    go_on(window).await;
    window.shows("One section is still open.").await;
    window.assert_accessible("sign-talking").await;
    window.follow(&format!("Open: {FEEDBACK}")).await;
    window.arrives(FEEDBACK).await;
    agree(window).await;
    left(window, id, 0, 0).await;
}

/// Step 9: check, read, sign, pass the computer on, sign, receipt. Answers the window that was opened on the way.
async fn sign(window: Window) -> Window {
    check(&window).await;
    window.shows("Nothing stands in the way").await;
    window.assert_accessible("sign-check").await;
    go_on(&window).await;
    window.arrives("Read version 1").await;
    window.shows(BOTH).await;
    look(&window, "sign-read").await;
    go_on(&window).await;
    window.arrives(&format!("{DANIEL} signs")).await;
    window.tab_to("textbox", "Your name").await;
    window.keys(DANIEL).await;
    look(&window, "sign-name").await;
    press(&window, &format!("Sign as {DANIEL}")).await;

    // The computer changes hands: nothing else is there, and no key leads to it.
    let pass = format!("Pass the computer to {RUTH}");
    window.arrives(&pass).await;
    look(&window, "sign-pass").await;
    assert!(window.look_for("navigation", "Main").await.is_none());
    for key in ['1', 'k'] {
        window.chord(CONTROL, key).await;
    }
    window.run("history.back()", vec![]).await;
    window.find("heading", &pass).await;
    assert!(window.route().await.contains("/sign"));
    assert!(window.look_for("dialog", "Search").await.is_none());

    // A start in between begins behind the same curtain.
    let window = Window::open(window.quit().await).await;
    window.find("heading", &pass).await;
    assert!(window.look_for("navigation", "Main").await.is_none());
    press(&window, &format!("I am {RUTH}")).await;
    window.arrives("Read version 1").await;
    window.shows(BOTH).await;
    go_on(&window).await;
    window.arrives(&format!("{RUTH} signs")).await;
    // Another name is refused at its box.
    window.tab_to("textbox", "Your name").await;
    window.keys("Ruth Kesler").await;
    go_on(&window).await;
    window.shows("One thing needs a change").await;
    look(&window, "sign-refused").await;
    write_over(&window, "Your name", RUTH).await;
    press(&window, &format!("Sign as {RUTH}")).await;

    // The receipt, in her hands and then in his.
    window.arrives("Signed by both").await;
    look(&window, "sign-receipt").await;
    assert!(
        window
            .look_for("link", "Back to the agreement")
            .await
            .is_none()
    );
    go_on(&window).await;
    window
        .arrives(&format!("Give the computer back to {DANIEL}"))
        .await;
    go_on(&window).await;
    window.arrives("Signed by both").await;
    window
}

/// The version is signed, says what was read, and the next one begins with an edit.
async fn read_what_was_signed(window: &Window, id: &str) {
    let listed = window
        .call("version.list", json!({ "relationship": id }))
        .await;
    let version = &listed["versions"][0];
    assert_eq!(version["state"], "signed", "{listed}");
    for word in version["fingerprint"]["words"].as_array().unwrap() {
        window.shows(word.as_str().unwrap()).await;
    }
    window.follow("Back to the agreement").await;
    window.arrives("Agreement").await;
    window
        .shows("What you change from here on begins version 2.")
        .await;
    window.follow("Read version 1").await;
    window.arrives("Version 1").await;
    window.shows(BOTH).await;
    look(window, "sign-version").await;
}

/// Step 10: the signed paper, saved with the desktop's own dialog, says what was agreed section by section.
async fn save(window: &Window, id: &str) -> PathBuf {
    let path = window.desk().home().join("signed.pdf");
    press(window, "Save as PDF").await;
    window.desk().save_as("Save the paper", &path);
    window.shows("signed.pdf").await;
    let read = Command::new("pdftotext").arg(&path).arg("-").output();
    let read = bare(&String::from_utf8(read.unwrap().stdout).unwrap());
    let form = window
        .call("agreement.get", json!({ "relationship": id }))
        .await;
    let titles = form["sections"].as_array().unwrap().iter();
    let titles: Vec<&str> = titles.map(|each| each["title"].as_str().unwrap()).collect();
    assert!(titles.len() >= 7 + 14 + 2, "{titles:?}");
    for words in titles
        .into_iter()
        .chain([BOTH, DANIEL, RUTH, "At a glance"])
    {
        assert!(read.contains(&bare(words)), "{words} is not on paper");
    }
    path
}

/// A text without white, which a line's end may be in the middle of.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Verifies the file in the window, and waits for the verdict.
async fn verify(window: &Window, button: &str, path: &Path, verdict: &str) {
    press(window, button).await;
    // The window itself has the page's name in its title, and more behind it.
    window.desk().choose_file("^Check a signed paper$", path);
    window.arrives(verdict).await;
    window
        .shows(path.file_name().unwrap().to_str().unwrap())
        .await;
}

/// The paper with one byte altered: it calls itself another part of its own standard.
fn alter(path: &Path) -> PathBuf {
    let mut bytes = std::fs::read(path).unwrap();
    let part = b"pdfaid:part";
    let at = bytes.windows(part.len()).position(|each| each == part);
    let at = at.expect("the paper names its standard in plain text") + part.len();
    let digit = bytes.iter().skip(at).position(u8::is_ascii_digit).unwrap();
    bytes[at + digit] ^= 1;
    let altered = path.with_file_name("altered.pdf");
    std::fs::write(&altered, bytes).unwrap();
    altered
}

/// Step 11: the paper is genuine; with one byte altered it is not. In an altered text the section is named.
async fn prove(window: &Window, id: &str, paper: &Path) {
    window.follow("Check a paper").await;
    window.arrives("Check a signed paper").await;
    window.assert_accessible("verify").await;
    verify(window, "Choose a PDF", paper, "Genuine and unchanged").await;
    for name in [DANIEL, RUTH] {
        window.shows(name).await;
    }
    look(window, "verify-genuine").await;
    verify(window, "Check another PDF", &alter(paper), "Not valid").await;
    look(window, "verify-altered").await;
    assert!(!window.text().await.contains("Genuine and unchanged"));

    let which = json!({ "relationship": id, "version": 1 });
    let mut files = window.call("version.files", which).await;
    let found = window.call("version.check", files.clone()).await;
    assert_eq!(found["verdict"], "valid", "{found}");
    let text = files["agreement"].as_str().unwrap();
    let altered = text.replacen("two minutes", "two minuten", 1);
    assert_ne!(text, altered);
    files["agreement"] = json!(altered);
    let found = window.call("version.check", files).await;
    assert_eq!(found["verdict"], "not_valid", "{found}");
    let differs = found["differs"].to_string();
    assert!(differs.contains("13"), "names the section: {differs}");
}

#[tokio::test]
async fn j4_steps_7_and_9_to_11_two_people_decide_sign_and_prove_their_agreement_at_one_computer() {
    let desk = Desk::new();
    let id = agreed(&desk);
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    window.follow("Daniel Ferreira and Ruth Kessler").await;
    window.arrives("Daniel Ferreira and Ruth Kessler").await;
    decide(&window, &id).await;
    let window = sign(window).await;
    read_what_was_signed(&window, &id).await;
    let paper = save(&window, &id).await;
    prove(&window, &id, &paper).await;

    // An edit begins version 2, and the two can be laid beside each other.
    let edit = json!({ "relationship": id, "field": "area.13.text", "value": "each session" });
    window.call("answer.set", edit).await;
    window
        .go(&format!("#/relationship/{id}/versions/1/draft"))
        .await;
    window.arrives("What changed").await;
    window.assert_accessible("sign-compare").await;
    window.shows("Version 2, draft").await;
    window
        .shows("Area 13, Relationship feedback: What you have decided")
        .await;
}
