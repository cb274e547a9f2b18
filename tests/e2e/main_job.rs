//! Fairlead's main job in the real window: first run, a relationship, the whole agreement, its PDF, and
//! all of it again after a restart.

use crate::desk::Desk;
use crate::window::{DOWN, ENTER, SPACE, TAB, Window};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// Answers for all seven sections, fourteen areas and two clauses.
const FIXTURE: &str = include_str!("../fixtures/agreement.json");

/// The screens of one relationship, behind its own address.
const SCREENS_OF_A_RELATIONSHIP: [&str; 12] = [
    "",
    "/contact",
    "/setup",
    "/agreed",
    "/agreement",
    "/agreement/template.1",
    "/agreement/template.3",
    "/agreement/template.4",
    "/agreement/template.5",
    "/agreement/area.1",
    "/agreement/area.12",
    "/agreement/document",
];

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

/// Every answer of the fixture, through the one door that the screens use.
async fn fill_agreement(window: &Window, relationship: &str) {
    let answers: Vec<Value> = serde_json::from_str(FIXTURE).unwrap();
    assert!(answers.len() > 90);
    for mut answer in answers {
        if let Some(calls) = answer["calls"].as_array() {
            for each in calls {
                let mut with = each["with"].clone();
                with["relationship"] = json!(relationship);
                window.call(each["call"].as_str().unwrap(), with).await;
            }
            continue;
        }
        answer["relationship"] = json!(relationship);
        match answer["field"].as_str().unwrap() {
            "template.3.goals" => {
                for goal in answer["value"].as_array().unwrap() {
                    let mut goal = goal.clone();
                    goal["relationship"] = json!(relationship);
                    window.call("goal.add", goal).await;
                }
            }
            "template.4.milestones" => {
                for milestone in answer["value"].as_array().unwrap() {
                    let mut milestone = milestone.clone();
                    milestone["relationship"] = json!(relationship);
                    window.call("milestone.add", milestone).await;
                }
            }
            _ => {
                window.call("answer.set", answer).await;
            }
        }
    }
}

/// Writes one answer by hand, and waits until it is stored.
async fn write_answer(
    window: &Window,
    relationship: &str,
    [section, title]: [&str; 2],
    name: &str,
    text: &str,
) {
    window
        .go(&format!(
            "#/relationship/{relationship}/agreement/{section}"
        ))
        .await;
    // A new screen gives the focus to its heading; only then is it settled.
    window
        .wait_until("the focus on the heading", async |window| {
            let (role, heading) = window.focused().await;
            (role == "heading" && heading == title).then_some(())
        })
        .await;
    window.write(name, text).await;
    // The last letters are saved when the box is left.
    window.keys(TAB).await;
    window
        .wait_until("the written answer in the store", async |window| {
            let view = window
                .call("agreement.get", json!({ "relationship": relationship }))
                .await;
            view.to_string().contains(text).then_some(())
        })
        .await;
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
    fill_agreement(&window, &relationship).await;
    write_answer(
        &window,
        &relationship,
        ["template.1", "Clarify roles"],
        "What you have decided",
        "Written by hand, and kept.",
    )
    .await;
    let before = window
        .call("agreement.get", json!({ "relationship": relationship }))
        .await;

    let path = window.desk().home().join("Agreement.pdf");
    window
        .go(&format!("#/relationship/{relationship}/agreement/document"))
        .await;
    window.find("heading", "Document").await;
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
    for screen in [
        "today",
        "relationships",
        "reminders",
        "people",
        "library",
        "settings",
        "settings/data",
        "settings/recovery",
        "settings/display",
        "settings/reminders",
        "help",
    ] {
        window.go(&format!("#/{screen}")).await;
        window
            .wait_until("the page's heading", async |window| {
                window
                    .run("return document.querySelector('h1') !== null", vec![])
                    .await
                    .as_bool()
                    .filter(|there| *there)
            })
            .await;
        looks(&window, &screen.replace('/', "-")).await;
    }
    for screen in SCREENS_OF_A_RELATIONSHIP {
        window
            .go(&format!("#/relationship/{relationship}{screen}"))
            .await;
        window
            .wait_until("the page's heading", async |window| {
                window
                    .run("return document.querySelector('h1') !== null", vec![])
                    .await
                    .as_bool()
                    .filter(|there| *there)
            })
            .await;
        looks(
            &window,
            &format!("relationship{}", screen.replace('/', "-")),
        )
        .await;
    }
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
