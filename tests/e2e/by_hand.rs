//! Words typed by hand in the real window: what becomes of one that is not finished, and of one that is
//! changed on the paper itself.

use crate::desk::{Desk, data};
use crate::window::{ENTER, ESCAPE, Window};
use serde_json::{Value, json};

const ZONE: &str = "Europe/London";

/// A window on a relationship in which nothing is agreed yet.
async fn open(desk: Desk) -> (Window, String) {
    let relationship = data::relationship(&desk.data(), ZONE);
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    (window, relationship)
}

/// Goes to a section and waits until its heading has the focus.
async fn go_to(window: &Window, relationship: &str, section: &str) {
    window.run("document.activeElement.blur()", vec![]).await;
    window
        .go(&format!(
            "#/relationship/{relationship}/agreement/{section}"
        ))
        .await;
    window
        .wait_until(section, async |window| {
            (window.focused().await.0 == "heading").then_some(())
        })
        .await;
}

/// The form as the core answers it.
async fn view(window: &Window, relationship: &str) -> Value {
    window
        .call("agreement.get", json!({ "relationship": relationship }))
        .await
}

/// A field of the form.
fn field(view: &Value, key: &str) -> Value {
    let sections = view["sections"].as_array().unwrap();
    sections
        .iter()
        .flat_map(|section| section["fields"].as_array().unwrap())
        .find(|field| field["field"] == key)
        .unwrap_or_else(|| panic!("the form has no {key}"))
        .clone()
}

/// What stands in a field of the store: the mentee's where each answers, as Daniel is one.
async fn stored(window: &Window, relationship: &str, key: &str) -> Value {
    let answers = field(&view(window, relationship).await, key)["answers"].clone();
    let answers = answers.as_array().unwrap();
    let own = answers.iter().find(|answer| answer["side"] == "mentee");
    own.or(answers.first()).unwrap()["value"].clone()
}

/// What a field is called, with whose answer it is.
fn label(field: &Value) -> String {
    let label = field["label"].as_str().unwrap();
    match field["owner"].as_str() {
        Some("each") => format!("{label}: Daniel Ferreira"),
        _ => label.to_owned(),
    }
}

#[tokio::test]
async fn closing_the_window_in_the_middle_of_a_word_loses_nothing_and_it_comes_back_there() {
    let (window, id) = open(Desk::new().with_window_manager()).await;
    go_to(&window, &id, "area.6").await;
    let text = label(&field(&view(&window, &id).await, "area.6.text"));
    window.tab_to("textbox", &text).await;
    window.keys("We stop at law and heal").await;
    let window = Window::open(window.close()).await;
    window.find("heading", "Mentoring boundaries").await;
    assert_eq!(
        stored(&window, &id, "area.6.text").await,
        "We stop at law and heal"
    );
    assert_eq!(
        window.route().await,
        format!("#/relationship/{id}/agreement/area.6")
    );
}

#[tokio::test]
async fn a_text_is_changed_on_the_paper_itself() {
    let (window, id) = open(Desk::new()).await;
    go_to(&window, &id, "document").await;
    window
        .tab_to("button", "Change: Mentoring boundaries")
        .await;
    window.keys(ENTER).await;
    let text = label(&field(&view(&window, &id).await, "area.6.text"));
    window.tab_to("textbox", &text).await;
    window.keys("We stop at law and health.").await;
    window.assert_accessible("document-in-place").await;
    // Escape closes it, and the paper says the new words.
    window.keys(ESCAPE).await;
    window
        .wait_until("the words on the paper", async |window| {
            let script = "return [...document.querySelectorAll('.paper td')].some((cell) => \
                          cell.innerText.includes('We stop at law and health.'))";
            (window.run(script, vec![]).await == json!(true)).then_some(())
        })
        .await;
    let (role, name) = window.focused().await;
    assert_eq!(
        (role.as_str(), name.as_str()),
        ("button", "Change: Mentoring boundaries")
    );
}
