//! Fairlead's main job in the real window: first run, a relationship, the whole agreement, its PDF, and
//! all of it again after a restart.

use crate::desk::Desk;
use crate::form::{self, Entry, Write, agreement, contact};
use crate::window::{DOWN, ENTER, SPACE, Window};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// Answers for all seven sections, fourteen areas and two clauses.
const FIXTURE: &str = include_str!("../fixtures/agreement.json");

/// First run, with the keyboard alone: three questions, the recovery code typed once.
async fn first_run(window: &Window, looks: impl AsyncFn(&Window, &str)) {
    window
        .find("heading", "Welcome. What should we call you?")
        .await;
    looks(window, "welcome-name").await;
    window.tab_to("textbox", "Your name").await;
    window.keys("Eléni Papadáki").await;
    window.keys(ENTER).await;
    window.find("heading", "How will you use Fairlead?").await;
    looks(window, "welcome-roles").await;
    window.tab_to("checkbox", "Mentee").await;
    window.keys(SPACE).await;
    window.tab_to("button", "Next").await;
    window.keys(ENTER).await;
    window
        .find("heading", "Where would you like to start?")
        .await;
    looks(window, "welcome-start").await;
    window.tab_to("radio", "My own relationship").await;
    window.keys(SPACE).await;
    window.tab_to("button", "Start").await;
    window.keys(ENTER).await;
    window.find("heading", "Your recovery code").await;
    looks(window, "recovery-code").await;
    let code = window.call("recovery.show", json!({})).await["code"]
        .as_str()
        .unwrap()
        .to_owned();
    window.tab_to("textbox", "Type or paste the code").await;
    window.keys(&code.to_lowercase()).await;
    window.keys(ENTER).await;
    window.find("heading", "New relationship").await;
}

/// A relationship, with the keyboard alone. Answers its id.
async fn new_relationship(window: &Window, looks: impl AsyncFn(&Window, &str)) -> String {
    looks(window, "new-relationship").await;
    window.tab_to("radio", "I am the mentee").await;
    window.keys(SPACE).await;
    window.tab_to("textbox", "Name").await;
    window.keys("Bjørn Sørensen").await;
    // Nothing is chosen yet: Tab leads to the first choice, the arrow to the second.
    window.tab_to("radio", "Yes, and we are both here").await;
    window.keys(DOWN).await;
    window
        .wait_until("the answer that the two are connected", async |window| {
            let (role, name) = window.focused().await;
            (role == "radio" && name.starts_with("Yes, we are connected")).then_some(())
        })
        .await;
    window.tab_to("button", "A week ago").await;
    window.keys(SPACE).await;
    window.tab_to("button", "Create the relationship").await;
    window.keys(ENTER).await;
    window
        .wait_until("the relationship's own page", async |window| {
            let list = window.call("relationship.list", json!({})).await;
            let id = list["relationships"].as_array()?.first()?["id"]
                .as_str()?
                .to_owned();
            window.route().await.contains(&id).then_some(id)
        })
        .await
}

/// The contact plan of the fixture, with the keyboard alone: the ways to reach each, and the times that suit.
async fn fill_contact_plan(window: &Window, relationship: &str, answers: &[Value]) {
    let given = |field: &str, side: &str| -> Vec<Value> {
        let answer = answers
            .iter()
            .find(|answer| answer["field"] == field && answer["side"] == side)
            .unwrap();
        answer["calls"]
            .as_array()
            .unwrap()
            .iter()
            .map(|call| call["with"].clone())
            .collect()
    };
    let people = [("mentee", "Eléni Papadáki"), ("mentor", "Bjørn Sørensen")];
    for (side, name) in people {
        for channel in given("area.1.channels", side) {
            contact::add_channel(window, name, &channel).await;
        }
    }
    for (side, _) in people {
        for marks in given("area.1.times", side) {
            let times = marks["times"].as_array().unwrap();
            contact::mark_times(window, relationship, side, times).await;
        }
    }
    let plan = window
        .call("contact.get", json!({ "relationship": relationship }))
        .await;
    for (side, _) in people {
        let times = answers
            .iter()
            .find(|answer| answer["field"] == "area.1.times" && answer["side"] == side)
            .unwrap();
        assert_eq!(plan[side]["times"], times["value"], "R12");
    }
}

/// Saves the agreement with the desktop's own dialog and answers what the page was told.
async fn save_paper(window: &Window, relationship: &str, path: &Path) -> Value {
    begin_to_save(window, relationship).await;
    window.desk().save_as("Save the paper", path);
    told(window).await
}

async fn begin_to_save(window: &Window, relationship: &str) {
    let script = "window.told = null; window.__TAURI_INTERNALS__.invoke('save_paper', arguments[0])\
                  .then((ok) => { window.told = { ok } }, (error) => { window.told = { error } })";
    window
        .run(
            script,
            vec![json!({ "kind": "agreement", "relationship": relationship, "paper": "a4" })],
        )
        .await;
}

async fn told(window: &Window) -> Value {
    window
        .wait_until("the end of saving", async |window| {
            Some(window.run("return window.told", vec![]).await).filter(|told| !told.is_null())
        })
        .await
}

fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-layout"])
        .arg(pdf)
        .arg("-")
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8_lossy(&output.stdout)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[tokio::test]
async fn a_new_user_agrees_saves_the_paper_and_finds_all_again() {
    let window = Window::open(Desk::new()).await;
    let looks = async |window: &Window, screen: &str| {
        window.assert_accessible(&format!("light-{screen}")).await
    };
    first_run(&window, looks).await;
    let relationship = new_relationship(&window, looks).await;
    let answers: Vec<Value> = serde_json::from_str(FIXTURE).unwrap();
    assert!(answers.len() > 90);
    window.follow("Contact plan").await;
    window.arrives("Contact plan").await;
    fill_contact_plan(&window, &relationship, &answers).await;
    looks(&window, "filled-contact").await;
    window.follow("Agreement").await;
    window.arrives("Agreement").await;
    window.follow("Go on: Clarify roles").await;
    agreement::fill_pages(&window, &relationship, &answers, async |window, section| {
        looks(window, &format!("filled-{section}")).await;
    })
    .await;
    window.arrives("Headings of your own").await;
    agreement::kept(&window, &relationship, answers.iter()).await;
    let before = window
        .call("agreement.get", json!({ "relationship": relationship }))
        .await;

    let path = window.desk().home().join("Agreement.pdf");
    window.follow("Next: the whole document").await;
    window.arrives("Document").await;
    looks(&window, "filled-document").await;
    window.tab_to("button", "Save as PDF").await;
    window.keys(ENTER).await;
    window.desk().save_as("Save the paper", &path);
    window.shows("Agreement.pdf").await;
    window.find("button", "Open").await;
    let checked = Command::new("qpdf")
        .arg("--check")
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        checked.status.success(),
        "{}",
        String::from_utf8_lossy(&checked.stdout)
    );
    let text = text_of(&path);
    for words in [
        "Eléni Papadáki",
        "Bjørn Sørensen",
        "Criticism is about the work",
        "Field work in February",
    ] {
        assert!(text.contains(words), "{words} is missing in: {text}");
    }

    let window = Window::open(window.quit().await).await;
    let after = window
        .call("agreement.get", json!({ "relationship": relationship }))
        .await;
    assert_eq!(before, after);

    // Each screen that is filled once more, now in the dark.
    window.follow("Settings").await;
    window.arrives("You").await;
    window.follow("Display").await;
    window.arrives("Display").await;
    form::fill_all(&window, vec![Entry::new("Colours", Write::Pick(2))]).await;
    let sections = after["sections"].as_array().unwrap().iter();
    let sections =
        sections.map(|section| format!("/agreement/{}", section["section"].as_str().unwrap()));
    let places = [
        "",
        "/contact",
        "/setup",
        "/agreed",
        "/agreement",
        "/agreement/own",
        "/agreement/document",
    ];
    let screens = places
        .iter()
        .map(|place| (*place).to_owned())
        .chain(sections)
        .map(|place| format!("relationship/{relationship}{place}"));
    for screen in screens {
        window.go(&format!("#/{screen}")).await;
        window
            .wait_until(&format!("the heading of {screen}"), async |window| {
                let stop = window.stop().await;
                (stop.role == "heading" && window.route().await == format!("#/{screen}"))
                    .then_some(())
            })
            .await;
        let name = screen.replace(&relationship, "filled").replace('/', "-");
        window.assert_accessible(&format!("dark-{name}")).await;
    }
    let theme = window
        .run("return document.documentElement.dataset.theme", vec![])
        .await;
    assert_eq!(theme, "dark", "the look that was asked for");
}

#[tokio::test]
async fn first_run_is_accessible_in_the_dark_and_speaks_english_where_no_language_is_set() {
    let window = Window::open(Desk::new().dark().language("C")).await;
    let dark = window
        .run(
            "return matchMedia('(prefers-color-scheme: dark)').matches",
            vec![],
        )
        .await;
    assert_eq!(dark, json!(true));
    assert_eq!(
        window.invoke("environment", json!({})).await["ok"]["locale"],
        "en-GB"
    );
    let looks = async |window: &Window, screen: &str| {
        window.assert_accessible(&format!("dark-{screen}")).await
    };
    first_run(&window, looks).await;
    new_relationship(&window, looks).await;
}

#[tokio::test]
async fn a_file_is_replaced_only_after_a_question() {
    let window = Window::open(Desk::new()).await;
    window.find("heading", "Welcome").await;
    let id = window.call("example.add", json!({})).await["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let home = window.desk().home().to_owned();
    // The extension makes it another file than the one the dialog asked about: Fairlead asks itself.
    // The file comes late, or the dialog would complete its name.
    begin_to_save(&window, &id).await;
    window
        .desk()
        .type_path("Save the paper", &home.join("taken"));
    std::fs::write(home.join("taken.pdf"), "somebody else's").unwrap();
    window.desk().press_in_dialog("Save the paper", "Return");
    window.desk().press_in_dialog("Replace", "Escape");
    assert_eq!(told(&window).await, json!({ "ok": null }));
    assert_eq!(
        std::fs::read(home.join("taken.pdf")).unwrap(),
        b"somebody else's"
    );

    // Closing the dialog saves nothing and is no error.
    begin_to_save(&window, &id).await;
    window.desk().press_in_dialog("Save the paper", "Escape");
    assert_eq!(told(&window).await, json!({ "ok": null }));

    // The page hears the name of the file, and never its path.
    let told = save_paper(&window, &id, &home.join("fresh.pdf")).await;
    assert_eq!(told["ok"]["name"], "fresh.pdf", "{told}");
    assert!(!told.to_string().contains(home.to_str().unwrap()), "{told}");
    assert!(home.join("fresh.pdf").is_file());

    // A folder that may not be written to is said in words, and nothing is left there.
    let error = save_paper(&window, &id, Path::new("/proc/agreement.pdf")).await;
    assert_eq!(error["error"]["code"], "not_saved", "{error}");
}
