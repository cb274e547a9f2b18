//! Journey J5 in the real window: goals and activities as board, table, timeline and year; a short date, and a task that is put off.

use crate::desk::{Desk, data};
use crate::window::{ENTER, Window};
use serde_json::{Value, json};

const ZONE: &str = "Europe/London";

/// Daniel and Ruth with three goals in order and what Daniel does for the first. Answers the relationship.
fn a_plan(desk: &Desk) -> String {
    let mut fairlead = data::fairlead_at(&desk.data(), ZONE, "2026-03-25T09:00:00Z");
    let mut ask = |name: &str, with: Value| data::ask(&mut fairlead, name, with);
    ask(
        "profile.save",
        json!({"name": "Daniel Ferreira", "zone": ZONE, "roles": ["mentee"]}),
    );
    let made = ask(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Ruth Kessler", "email": "ruth@toronto.example"},
            "connection": {"state": "connected", "on": "2026-03-02"}}),
    );
    let id = made["id"].as_str().unwrap().to_owned();
    ask(
        "session.add",
        json!({"relationship": id, "on": "2026-03-11", "at": "14:00", "minutes": 60, "state": "held", "heldMinutes": 60}),
    );
    let mut goals = Vec::new();
    for (title, horizon, rank) in [
        ("Run one project across teams", "short", json!(1)),
        ("Be ready for a head-of-data post", "long", json!(2)),
        ("Stay calm when challenged", "short", json!(3)),
        ("Basics of budgeting", "short", json!(null)),
    ] {
        let with = json!({"relationship": id, "title": title, "horizon": horizon, "rank": rank});
        goals.push(ask("goal.add", with)["id"].clone());
    }
    for (title, kind, count, unit, start) in [
        (
            "Write the one-page brief",
            "doing",
            3,
            "hours",
            "2026-03-30",
        ),
        (
            "Sit in on two steering meetings with Mei",
            "others",
            2,
            "days",
            "2026-04-14",
        ),
    ] {
        let with = json!({"relationship": id, "goal": goals[0], "title": title, "kind": kind,
            "effort": {"count": count, "unit": unit}, "start": start});
        ask("activity.add", with);
    }
    id
}

/// Step 3: the stretch, with its own controls; then the plan in its four views.
async fn look_at_the_plan(window: &Window) {
    window.shows("3 of 3 ranked").await;
    window.press("Add an activity").await;
    window.focus_on("textbox", "What will you do?").await;
    window.keys("Lead the retention forecast").await;
    window
        .choose(Some("Goal"), "Run one project across teams")
        .await;
    window
        .choose(Some("How do you learn by it?"), "As a stretch")
        .await;
    window.fill("How long does it take?", "10").await;
    window.choose(Some("In"), "Weeks").await;
    window
        .fill_date("When does it begin?", "13 April", "Monday 13 April 2026")
        .await;
    window.look("j5-activity").await;
    window.press("Add").await;
    window.shows("3 of 3 kinds").await;
    window.look("j5-board").await;
    window
        .press("Write the one-page brief: move to Under way")
        .await;
    window
        .find("button", "Write the one-page brief: move to Done")
        .await;
    window
        .find("button", "Write the one-page brief: move to Ideas")
        .await;
    for (panel, words) in [
        ("Table", "Sunday 21 June 2026"),
        ("Timeline", "Wednesday 15 April 2026"),
        ("The year", "begins"),
    ] {
        window.panel(panel).await;
        window.shows(words).await;
        window.look(&format!("j5-{panel}")).await;
    }
}

/// Step 2: a fourth goal in front asks which one gives its place up (R88).
async fn rank_a_fourth(window: &Window) {
    window
        .press_for_dialog(
            "Put in front: Basics of budgeting",
            "Which goal gives its place up?",
        )
        .await;
    window.choose(None, "3 Stay calm when challenged").await;
    window.look("j5-which").await;
    window.press("Put it in its place").await;
    window
        .find("button", "Put in front: Stay calm when challenged")
        .await;
}

/// Steps 6 and 7: a date that leaves too little time, and a task that is put off with a reason.
async fn put_off(window: &Window, id: &str) {
    window.open_link("Sessions", "Sessions").await;
    window.open_link("Tasks", "Tasks").await;
    window.unfold("Add a task").await;
    window
        .fill("What is to be done?", "Send me the brief")
        .await;
    window
        .fill_date("By when", "27 March", "Friday 27 March 2026")
        .await;
    window.shows("5").await;
    window.reach("button", "Take Friday 3 April 2026").await;
    window.look("j5-short-time").await;
    window.keys(ENTER).await;
    window
        .wait_until("the other date", async |window| {
            window
                .written()
                .await
                .contains("3 April 2026")
                .then_some(())
        })
        .await;
    window.press("Add the task").await;
    window
        .find("button", "I can't make it: Send me the brief")
        .await;

    window.desk().set_time("2026-04-01T09:00:00Z");
    window.go("#/relationships").await;
    window.arrives("Relationships").await;
    window.go(&format!("#/relationship/{id}/tasks")).await;
    window.arrives("Tasks").await;
    window.unfold("I can't make it: Send me the brief").await;
    window
        .fill_date("The date you can keep", "10 April", "Friday 10 April 2026")
        .await;
    window.fill("Why", "month-end").await;
    window.look("j5-late").await;
    window.press("Put it off and write the message").await;
    window.shows("moved once").await;
    window.shows("Friday 3 April 2026").await;
    window.find("textbox", "To").await;
    let message = window.written().await;
    assert!(message.contains("Friday 10 April 2026"), "R23: {message}");
    window.look("j5-put-off").await;
}

#[tokio::test]
async fn j5_a_plan_in_four_views_a_short_date_and_a_task_that_is_put_off() {
    let desk = Desk::new().at("2026-03-25T10:00:00Z");
    let id = a_plan(&desk);
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    window.go(&format!("#/relationship/{id}/plan")).await;
    window.arrives("Plan").await;
    look_at_the_plan(&window).await;
    rank_a_fourth(&window).await;
    put_off(&window, &id).await;
}
