//! The parts of the window: each can be the first page of a start, and links lead to each.

use crate::desk::{Desk, data};
use crate::window::Window;
use serde_json::json;

const ZONE: &str = "Europe/London";

/// A page of every part that the program loads by itself, with its heading; `{id}` is the relationship.
const PARTS: [(&str, &str); 10] = [
    ("relationship/{id}/contact", "Contact plan"),
    ("relationship/{id}/first", "First meeting"),
    ("relationship/{id}/supervisor", "Who else should know"),
    ("relationship/{id}/setup", "Programme and beginning"),
    ("relationship/{id}/agreement/area.12", "Revisit"),
    ("relationship/{id}/agreement/document", "Document"),
    ("relationships", "Relationships"),
    ("library/fairlead", "Fairlead's own form"),
    ("library", "Library"),
    ("settings/recovery", "Lock and recovery"),
];

/// Whether the page shows a trouble instead of its content.
async fn assert_sound(window: &Window, place: &str) {
    let alerts = "return [...document.querySelectorAll('[role=alert]')].map((each) => each.innerText)\
         .filter((text) => text !== '')";
    assert_eq!(window.run(alerts, vec![]).await, json!([]), "{place}");
}

#[tokio::test]
async fn the_window_can_begin_on_a_page_of_every_part() {
    let mut desk = Desk::new();
    let relationship = data::relationship(&desk.data(), ZONE);
    for (place, heading) in PARTS {
        let place = place.replace("{id}", &relationship);
        data::keep_place(&desk.data(), ZONE, &place);
        let window = Window::open(desk).await;
        window.find("heading", heading).await;
        assert_eq!(window.route().await, format!("#/{place}"));
        assert_sound(&window, &place).await;
        desk = window.quit().await;
    }
}

#[tokio::test]
async fn links_lead_to_every_part_and_each_comes_from_the_program() {
    let desk = Desk::new();
    data::relationship(&desk.data(), ZONE);
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    for (link, heading) in [
        ("Relationships", "Relationships"),
        ("Reminders", "Reminders"),
        ("People", "People"),
        ("Library", "Library"),
        ("Settings", "You"),
        ("Help", "Help"),
        (
            "Daniel Ferreira and Ruth Kessler",
            "Daniel Ferreira and Ruth Kessler",
        ),
        ("Programme", "Programme and beginning"),
        ("Contact plan", "Contact plan"),
        ("Agreement", "Agreement"),
        ("Document", "Document"),
        ("What we agreed", "What we agreed"),
    ] {
        window.follow(link).await;
        window.arrives(heading).await;
        assert_sound(&window, link).await;
    }
    // All that was loaded on the way is part of the program.
    let script = "return performance.getEntriesByType('resource').map((each) => each.name)\
                  .filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('ipc:'))";
    assert_eq!(window.run(script, vec![]).await, json!([]));
}
