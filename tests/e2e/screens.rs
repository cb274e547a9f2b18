//! Every screen of the example in the real window, through axe-core, light and dark.

use crate::desk::Desk;
use crate::window::Window;
use serde_json::{Value, json};

/// The screens that belong to no relationship.
const SCREENS: [&str; 14] = [
    "today",
    "relationships",
    "relationship/new",
    "reminders",
    "people",
    "library",
    "library/fairlead",
    "settings",
    "settings/reminders",
    "settings/data",
    "settings/recovery",
    "settings/display",
    "help",
    "nowhere",
];

/// Goes to a screen and waits until it has arrived: it then gives the focus to its heading.
async fn visit(window: &Window, route: &str) {
    window.run("document.activeElement.blur()", vec![]).await;
    window.go(&format!("#/{route}")).await;
    window
        .wait_until(route, async |window| {
            let arrived = "return document.activeElement.tagName === 'H1'";
            (window.run(arrived, vec![]).await == json!(true)).then_some(())
        })
        .await;
}

async fn every_screen(desk: Desk, look: &str) {
    let data = desk.data();
    let words = ["--data-dir", data.to_str().unwrap(), "--sample"];
    let window = Window::open_with(desk, &words).await;
    window.find("heading", "Today").await;
    let list = window.call("relationship.list", json!({})).await;
    let id = list["relationships"][0]["id"].as_str().unwrap().to_owned();
    let agreement = window
        .call("agreement.get", json!({ "relationship": id }))
        .await;
    let sections: Vec<&str> = agreement["sections"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|section| section["section"].as_str())
        .collect();
    assert_eq!(sections.len(), 23, "seven, fourteen and two clauses");
    let mut routes: Vec<String> = SCREENS.map(str::to_owned).to_vec();
    routes.push(format!("relationship/{id}"));
    for place in ["contact", "setup", "agreed", "agreement"] {
        routes.push(format!("relationship/{id}/{place}"));
    }
    let headings = agreement["headings"].as_array().unwrap().iter();
    let headings = headings.filter_map(|heading| heading["id"].as_str());
    let others = ["own", "suggestions", "document"];
    for place in sections.into_iter().chain(headings).chain(others) {
        routes.push(format!("relationship/{id}/agreement/{place}"));
    }
    for route in routes {
        visit(&window, &route).await;
        let name = route.replace(&id, "example").replace('/', "-");
        window.assert_accessible(&format!("{look}-{name}")).await;
    }
    let dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
    assert_eq!(
        window.run(dark, vec![]).await,
        Value::Bool(look == "dark"),
        "the look that was asked for"
    );
}

#[tokio::test]
async fn every_screen_is_accessible_in_the_light() {
    every_screen(Desk::new(), "light").await;
}

#[tokio::test]
async fn every_screen_is_accessible_in_the_dark() {
    every_screen(Desk::new().dark(), "dark").await;
}
