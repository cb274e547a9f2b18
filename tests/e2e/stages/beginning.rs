//! Journey J3: a request, ten days without an answer, a yes, and the first meeting.

use super::{ZONE, label, mentee, visit};
use crate::desk::Desk;
use crate::window::{SPACE, Window};
use serde_json::json;

const PAIR: &str = "Amara Okafor and Helen Marsh";

/// Step 1: the request and its ten days. Answers the relationship.
async fn ask(window: &Window) -> String {
    visit(window, "relationship/new", "New relationship").await;
    window.fill("Name", "Helen Marsh").await;
    window
        .choose(
            Some("How did you come together?"),
            "The mentee asks a mentor",
        )
        .await;
    window
        .fill_date("Asked on", "today", "Monday 9 February 2026")
        .await;
    window
        .fill(
            "What the mentor was asked",
            "You led a team like ours. I want to learn how you decide.",
        )
        .await;
    window.look("j3-request").await;
    window.press("Create the relationship").await;
    window.arrives(PAIR).await;
    window.shows("Thursday 19 February 2026").await;
    window
        .shows("Nothing to do until Helen has answered.")
        .await;
    window.look("j3-asked").await;
    window.open_link("Today", "Today").await;
    window.shows("Waiting for the answer of Helen").await;
    window.look("j3-today").await;
    let listed = window.call("relationship.list", json!({})).await;
    listed["relationships"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Steps 3 and 4: no answer in ten days, three choices; then a yes of two days before.
async fn answer(window: &Window, id: &str) {
    window.desk().set_time("2026-02-20T09:00:00Z");
    visit(window, &format!("relationship/{id}"), PAIR).await;
    window.shows("What would you like to do?").await;
    let view = window
        .call("relationship.get", json!({ "relationship": id }))
        .await;
    let choices = view["intake"]["choices"].as_array().unwrap();
    assert_eq!(choices.len(), 3, "R132");
    for choice in choices {
        window
            .reach("button", choice["words"].as_str().unwrap())
            .await;
    }
    window.look("j3-lapsed").await;
    window
        .open_link("The mentor’s answer", "Programme and beginning")
        .await;
    window.choose(Some("The mentor’s answer"), "Yes").await;
    window
        .fill_date("Answered on", "18 Feb", "Wednesday 18 February 2026")
        .await;
    window
        .fill("What the mentor added", "Fridays after two suit me")
        .await;
    window.look("j3-answer").await;
    window.press("Keep the answer").await;
    window.shows("The answer is kept.").await;
    window.open_link("Overview", PAIR).await;
    window
        .shows("Days are counted from Wednesday 18 February 2026")
        .await;
    window.look("j3-connected").await;
}

/// Step 5: a rough plan and the profile before the first meeting.
async fn prepare(window: &Window, id: &str) {
    window.open_link("First meeting", "First meeting").await;
    window.shows("0 of 3 done").await;
    window.open_link("Open the plan", "Plan").await;
    window.press("Add a goal").await;
    window
        .focus_on("textbox", "What do you want to reach?")
        .await;
    window
        .add_line("What do you want to reach?", "Lead a case conference")
        .await;
    window.press("Put in front: Lead a case conference").await;
    window
        .find(
            "button",
            "Take out of the first three: Lead a case conference",
        )
        .await;
    window.look("j3-plan").await;
    visit(window, &format!("relationship/{id}/first"), "First meeting").await;
    window.shows("The plan is in progress").await;
    let view = window
        .call("first.get", json!({ "relationship": id }))
        .await;
    let profile = label(&view["checks"], "step", "profile", "label");
    window.reach("checkbox", &profile).await;
    window.keys(SPACE).await;
    window.shows("2 of 3 done").await;
    window.look("j3-before").await;
}

/// Step 6: getting acquainted, a block left out on purpose, and ways to help.
async fn meet(window: &Window, id: &str) {
    let view = window
        .call("first.get", json!({ "relationship": id }))
        .await;
    for (kind, name, line) in [
        (
            "What we may have in common",
            "Amara Okafor",
            "Started in a call centre",
        ),
        (
            "What we may have in common",
            "Amara Okafor",
            "Ran a food bank",
        ),
        (
            "What we may have in common",
            "Helen Marsh",
            "I ran the food bank in Leith",
        ),
        (
            "What we may have in common",
            "Helen Marsh",
            "Two years at a call centre",
        ),
        ("What only I bring", "Amara Okafor", "Igbo and French"),
        ("What only I bring", "Helen Marsh", "Tribunal experience"),
        ("What I do outside work", "Amara Okafor", "Choir"),
        ("How I work", "Helen Marsh", "Slowly, on paper"),
    ] {
        window.add_line(&format!("{kind}: {name}"), line).await;
        window.find("button", &format!("Remove: {line}")).await;
    }
    window
        .shows("“Started in a call centre” and “Two years at a call centre”")
        .await;
    window
        .shows("“Ran a food bank” and “I ran the food bank in Leith”")
        .await;
    let block = |key: &str| label(&view["blocks"], "block", key, "label");
    let acquainted = block("acquainted");
    window
        .fill_in(Some(&format!("1. {acquainted}")), "Minutes used", "20")
        .await;
    window.press(&format!("Done: {acquainted}")).await;
    window.shows("20 of 60 min used for this block").await;
    window
        .press(&format!("Skip on purpose: {}", block("goals")))
        .await;
    window.shows("Skipped on purpose").await;
    window.look("j3-acquainted").await;
    for way in ["confidence", "career_path", "network"] {
        let name = label(&view["help"], "way", way, "label");
        window.reach("checkbox", &name).await;
        window.keys(SPACE).await;
        window
            .wait_until(&format!("{name} to be wanted"), async |window| {
                window
                    .look_for("button", &format!("Which goal: {name}"))
                    .await
                    .map(drop)
            })
            .await;
    }
    window.look("j3-help").await;
}

/// Step 7: the goals that come first, and the next session for a whole hour.
async fn go_on(window: &Window, id: &str) {
    for (rank, title) in [
        (2, "Pass the team-leader board"),
        (3, "Build a circle of five peers"),
    ] {
        let goal = json!({"relationship": id, "title": title, "horizon": "short", "rank": rank});
        window.call("goal.add", goal).await;
    }
    visit(window, &format!("relationship/{id}/first"), "First meeting").await;
    window.shows("Build a circle of five peers").await;
    window.press("Propose the session").await;
    window
        .shows("Milestones, Friday 27 March 2026, 14:00, 60 minutes. Proposed.")
        .await;
    window.look("j3-second").await;
}

#[tokio::test]
async fn j3_a_request_lapses_is_answered_and_becomes_a_first_meeting() {
    let desk = Desk::new().at("2026-02-09T09:00:00Z").dark();
    drop(mentee(&desk, "2026-02-09T08:00:00Z", "Amara Okafor"));
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    let id = ask(&window).await;
    answer(&window, &id).await;
    prepare(&window, &id).await;
    window.desk().set_time("2026-02-27T15:00:00Z");
    let held = json!({"relationship": id, "on": "2026-02-27", "at": "14:00", "minutes": 60, "state": "held", "heldMinutes": 60});
    window.call("session.add", held).await;
    meet(&window, &id).await;
    go_on(&window, &id).await;
    let journey = window
        .call("journey.get", json!({ "relationship": id }))
        .await;
    assert_eq!(journey["start"]["date"], "2026-02-27", "C11, {ZONE}");
}
