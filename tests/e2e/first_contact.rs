//! Journey J1, steps 4 to 6, with the keyboard alone: Priya writes, Tomasz rings and they agree on a meeting, and the
//! contact plan goes on a card.

use crate::desk::{Desk, data};
use crate::form::{self, Entry, Write, contact};
use crate::window::{CONTROL, ENTER, Window};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

const ZONE: &str = "Europe/London";
const PAIR: &str = "Priya Raman and Tomasz Lewandowski";

/// Priya was connected with Tomasz eight days ago. Answers the relationship, the day five days ago, and tomorrow.
fn connected(folder: &Path) -> (String, String, String) {
    data::profile(folder, ZONE, "Priya Raman", "priya@leeds.example");
    let mut fairlead = data::fairlead(folder, ZONE);
    let today = fairlead.now().date();
    let before = |days: u32| (0..days).fold(today, |day, _| day.pred_opt().unwrap());
    let request = json!({
        "role": "mentee",
        "partner": { "name": "Tomasz Lewandowski", "zone": ZONE },
        "connection": { "state": "connected", "on": before(8).to_string() },
        "intake": { "kind": "matched" },
        "programme": { "name": "Northbridge Mentoring", "email": "desk@northbridge.example" },
    });
    let made = data::ask(&mut fairlead, "relationship.create", request);
    let tomorrow = today.succ_opt().unwrap();
    (
        made["id"].as_str().unwrap().to_owned(),
        before(5).to_string(),
        tomorrow.to_string(),
    )
}

async fn log(window: &Window, id: &str) -> Value {
    window
        .call("contact.list", json!({ "relationship": id }))
        .await
}

/// Whether a card of this kind stands on the first page.
async fn card(window: &Window, kind: &str) -> bool {
    let today = window.call("today.get", json!({})).await;
    let cards = today["cards"].as_array().unwrap();
    cards.iter().any(|card| card["kind"] == kind)
}

/// Writes over the box of this name.
async fn write_over(window: &Window, name: &str, text: &str) {
    window.tab_to("textbox", name).await;
    window.chord(CONTROL, 'a').await;
    window.keys(text).await;
}

/// What a program says of a file.
fn told(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file);
    if program == "pdftotext" {
        command.arg("-");
    }
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

#[tokio::test]
async fn j1_steps_4_to_6_priya_writes_tomasz_rings_and_the_plan_goes_on_a_card() {
    let desk = Desk::new();
    let (id, wrote, tomorrow) = connected(&desk.data());
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    assert!(card(&window, "N01").await, "she is asked to write (N01)");
    window.follow(PAIR).await;
    window.arrives(PAIR).await;
    window.shows("day 8 of 14").await;

    // Step 4: what she wrote, put on the day on which she wrote it.
    window.follow("Log a contact").await;
    window.arrives("Contact plan").await;
    window.tab_to("textbox", "One line about it").await;
    window.keys("hello, who I am, three possible times").await;
    window.back_to("button", "Log it: E-mail").await;
    window.keys(ENTER).await;
    window.shows("waiting for Tomasz").await;
    assert_eq!(
        log(&window, &id).await["contact"]["state"],
        "waiting_for_mentor"
    );
    window.tab_to("button", "Correct: ").await;
    window.keys(ENTER).await;
    window.find("dialog", "Correct a contact").await;
    write_over(&window, "On which day?", &wrote).await;
    window.assert_accessible("j1-correct-contact").await;
    window.tab_to("button", "Save").await;
    window.keys(ENTER).await;
    window
        .wait_until("the day of the message", async |window| {
            let log = log(window, &id).await;
            (log["contacts"][0]["on"]["date"] == wrote).then_some(())
        })
        .await;
    window.shows("waiting for Tomasz").await;
    assert!(
        !card(&window, "N01").await,
        "nobody asks her any more (N01)"
    );

    // Step 5: he rings, and they agree on a meeting.
    window.tab_to("radio", "I did").await;
    let asked = vec![
        Entry::new("Who reached out?", Write::Pick(1)),
        Entry::new(
            "One line about it",
            Write::Text("agreed on tomorrow, canteen B".to_owned()),
        ),
        Entry::new("We agreed on a meeting", Write::Tick(true)),
    ];
    form::fill_all(&window, asked).await;
    window.find("textbox", "At what time?").await;
    let asked = vec![
        Entry::new("On which day?", Write::Text(tomorrow.clone())),
        Entry::new("At what time?", Write::Text("15:00".to_owned())),
        Entry::new("Where, or the link", Write::Text("canteen B".to_owned())),
    ];
    form::fill_all(&window, asked).await;
    window.assert_accessible("j1-log-contact").await;
    window.back_to("button", "Log it: Phone").await;
    window.keys(ENTER).await;
    window.shows("in touch on day 8").await;
    let seen = log(&window, &id).await;
    assert_eq!(
        (&seen["contact"]["state"], &seen["contact"]["flag"]),
        (&json!("in_touch"), &json!("green"))
    );
    let sessions = window
        .call("session.list", json!({ "relationship": id }))
        .await;
    let session = &sessions["sessions"][0];
    assert_eq!(session["id"], seen["contacts"][0]["session"]);
    assert_eq!(
        (&session["date"]["date"], &session["place"]),
        (&json!(tomorrow), &json!("canteen B"))
    );
    for kind in ["N02", "N03"] {
        assert!(
            !card(&window, kind).await,
            "nothing is left to tell ({kind})"
        );
    }

    // Step 6: his half from the call, and both on one small page.
    let phone = json!({ "kind": "phone", "address": "+44 113 496 0000", "note": "ask for Łukasz in Łódź, after ten ó" });
    let mail = json!({ "kind": "email", "address": "priya@leeds.example" });
    contact::add_channel(&window, "Priya Raman", &mail).await;
    contact::add_channel(&window, "Tomasz Lewandowski", &phone).await;
    window.tab_to("button", "Save as PDF").await;
    window.keys(ENTER).await;
    let path = window.desk().home().join("card.pdf");
    window.desk().save_as("Save the paper", &path);
    window.shows("card.pdf").await;
    window.assert_accessible("j1-card").await;
    let facts = told("pdfinfo", &[], &path);
    let pages = facts.lines().find_map(|line| line.strip_prefix("Pages:"));
    assert_eq!(pages.map(str::trim), Some("1"), "{facts}");
    assert!(facts.contains("419.528 x 595.276 pts"), "{facts}");
    let words = told("pdftotext", &["-enc", "UTF-8", "-layout"], &path);
    for text in [
        "priya@leeds.example",
        "+44 113 496 0000",
        "Łukasz",
        "Łódź",
        "ó",
        "Northbridge",
    ] {
        assert!(words.contains(text), "{text} in {words}");
    }
}
