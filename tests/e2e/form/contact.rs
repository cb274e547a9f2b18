//! The contact plan, filled with the keyboard alone: the ways to reach each of the two, and the times that suit.

use super::{Entry, Write, fill, pick, tab_until};
use crate::window::{CONTROL, DOWN, ENTER, HOME, RIGHT, SHIFT, SPACE, TAB, Window};
use serde_json::{Value, json};

/// The kinds of channels, in the order in which they are offered.
const KINDS: [&str; 8] = [
    "video_call",
    "email",
    "text",
    "phone",
    "mobile",
    "messaging",
    "in_person",
    "other",
];

/// The marks of a time, with what a cell says that bears one, in the order in which they are offered.
const MARKS: [(&str, &str); 3] = [
    ("good", "Good"),
    ("urgent", "Only if urgent"),
    ("avoid", "Avoid"),
];

/// Writes one way to reach a person, as `channel.add` takes it. The focus may be anywhere before their button, and
/// is on it afterwards.
pub async fn add_channel(window: &Window, name: &str, channel: &Value) {
    let add = format!("Add a way to reach {name}");
    window.tab_to("button", &add).await;
    window.keys(ENTER).await;
    let text = |key: &str| {
        channel[key]
            .as_str()
            .map(|text| Write::Text(text.to_owned()))
    };
    let kind = channel["kind"].as_str().unwrap();
    let place = KINDS.iter().position(|each| *each == kind).unwrap();
    let mut entries = vec![Entry::new("What is it?", Write::Pick(place))];
    let address = if kind == "email" {
        "E-mail address"
    } else {
        "Address, number or link"
    };
    let boxes = [
        ("label", "What you call it"),
        ("address", address),
        ("note", "Anything to add"),
    ];
    for (key, asked) in boxes {
        entries.extend(text(key).map(|write| Entry::new(asked, write)));
    }
    if let Some(count) = channel["reply"]["count"].as_u64() {
        let unit = channel["reply"]["unit"].as_str().unwrap();
        let (way, asked) = match (count, unit) {
            (0, _) => (1, None),
            (_, "hours") => (2, Some("How many hours")),
            _ => (3, Some("How many days")),
        };
        entries.push(Entry::new("An answer comes", Write::Pick(way)));
        entries.extend(asked.map(|asked| Entry::new(asked, Write::Text(count.to_string()))));
    }
    window
        .wait_until("the form of a way", async |window| {
            (window.stop().await.set == "What is it?").then_some(())
        })
        .await;
    let rest = fill(window, entries, ("button", "Done")).await;
    assert!(rest.is_empty(), "not asked for: {rest:#?}");
    window.keys(ENTER).await;
    window.focus_on("button", &add).await;
}

/// Marks times in the week of one person, as `times.mark` takes them. The focus may be anywhere before their week.
pub async fn mark_times(window: &Window, relationship: &str, side: &str, times: &[Value]) {
    let plan = window
        .call("contact.get", json!({ "relationship": relationship }))
        .await;
    let days = plan[side]["week"].as_array().unwrap();
    let parts = plan["parts"].as_array().unwrap();
    let name = plan[side]["name"].as_str().unwrap();
    // The sets of both people are called the same: the caller stands before this one.
    tab_until(window, &format!("the times of {name}"), |stop| {
        stop.set == "Mark as"
    })
    .await;
    for (place, (mark, said)) in MARKS.iter().enumerate() {
        let marked: Vec<&Value> = times.iter().filter(|time| time["mark"] == *mark).collect();
        if marked.is_empty() {
            continue;
        }
        let stop = window.stop().await;
        pick(window, &stop, place).await;
        window.keys(TAB).await;
        for time in marked {
            let day = days
                .iter()
                .position(|day| day["day"] == time["day"])
                .unwrap();
            let part = parts
                .iter()
                .position(|part| part["part"] == time["part"])
                .unwrap();
            window.chord(CONTROL, HOME).await;
            window.keys(&RIGHT.repeat(day)).await;
            window.keys(&DOWN.repeat(part)).await;
            let here = format!(
                "{}, {}, ",
                days[day]["name"].as_str().unwrap(),
                parts[part]["name"].as_str().unwrap()
            );
            window.focus_on("button", &here).await;
            window.keys(SPACE).await;
            window
                .wait_until(&format!("{here}: {said}"), async |window| {
                    let name = window.stop().await.name;
                    (name.starts_with(&here) && name.ends_with(&format!(": {said}"))).then_some(())
                })
                .await;
        }
        window.chord(SHIFT, TAB.chars().next().unwrap()).await;
    }
    // On into the grid, so that the next week of the page is the other one's.
    window.keys(TAB).await;
}
