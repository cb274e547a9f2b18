//! Journey J6 in the real window, with the keyboard alone: a series, a whole session, a move, and what goes on to the next one.

use crate::desk::{Desk, data};
use crate::window::{ENTER, TAB, Window};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

const ZONE: &str = "Europe/London";
const DANIEL: &str = "Daniel Ferreira";
const RUTH: &str = "Ruth Kessler";
const PRIVATE: &str = "canary of a private note";

/// Daniel in London and Ruth in Toronto, connected, with one goal. Answers the relationship.
fn two_people(desk: &Desk) -> String {
    let mut fairlead = data::fairlead_at(&desk.data(), ZONE, "2026-03-20T10:00:00Z");
    let mut ask = |name: &str, with: Value| data::ask(&mut fairlead, name, with);
    ask(
        "profile.save",
        json!({"name": DANIEL, "zone": ZONE, "roles": ["mentee"]}),
    );
    let partner = json!({"name": RUTH, "email": "ruth@toronto.example", "zone": "America/Toronto"});
    let made = ask(
        "relationship.create",
        json!({"role": "mentee", "partner": partner, "connection": {"state": "connected", "on": "2026-03-09"}}),
    );
    let id = made["id"].as_str().unwrap().to_owned();
    ask(
        "goal.add",
        json!({"relationship": id, "title": "Run one project across teams", "horizon": "short", "rank": 1}),
    );
    id
}

/// Saves the calendar file that the button of this name offers, with the desktop's own dialog. Answers its lines.
async fn save_calendar(window: &Window, button: &str, name: &str) -> Vec<String> {
    let path = window.desk().home().join(name);
    window.press(button).await;
    window.desk().save_as("Save the calendar file", &path);
    window.shows(&format!("Saved: {name}")).await;
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// The values of a property of a calendar file, in order.
fn values<'a>(lines: &'a [String], property: &str) -> Vec<&'a str> {
    let start = format!("{property}:");
    lines
        .iter()
        .filter_map(|line| line.strip_prefix(start.as_str()))
        .collect()
}

/// Step 1: the series is proposed with its dates on both clocks, and accepted at one press.
async fn plan_the_series(window: &Window) {
    window
        .open_link(
            &format!("{DANIEL} and {RUTH}"),
            &format!("{DANIEL} and {RUTH}"),
        )
        .await;
    window.open_link("Sessions", "Sessions").await;
    window.look("j6-sessions-empty").await;
    window
        .press_for_dialog("Plan a series", "Plan a series")
        .await;
    window
        .fill_date(
            "Day of the first session",
            "25 March",
            "Wednesday 25 March 2026",
        )
        .await;
    for (asked, answer) in [
        ("Time", "14:00"),
        ("How many sessions", "7"),
        ("Every", "6"),
        ("Length", "90"),
    ] {
        window.fill(asked, answer).await;
    }
    window.choose(Some("Counted in"), "weeks").await;
    window.shows("Wednesday 2 December 2026").await;
    let text = window.text().await;
    for (date, time) in [
        ("Wednesday 25 March 2026", "10:00"),
        ("Wednesday 6 May 2026", "09:00"),
        ("Wednesday 17 June 2026", "09:00"),
        ("Wednesday 29 July 2026", "09:00"),
        ("Wednesday 9 September 2026", "09:00"),
        ("Wednesday 21 October 2026", "09:00"),
        ("Wednesday 2 December 2026", "09:00"),
    ] {
        let after = text
            .rsplit_once(date)
            .unwrap_or_else(|| panic!("{date} is shown: {text}"))
            .1;
        let hers = after.split_once(&format!("{RUTH}: ")).unwrap().1;
        assert!(hers.starts_with(time), "R92, {date}: {hers}");
    }
    window.look("j6-series").await;
    window.press("Propose them").await;
    window.shows("7 sessions are in the list.").await;
    window.look("j6-proposed").await;
    window.press("Accept all 7").await;
    window
        .wait_until("seven accepted sessions", async |window| {
            let text = window.text().await;
            (!text.contains("Proposed") && text.contains("Wednesday 2 December 2026")).then_some(())
        })
        .await;
    window.look("j6-accepted").await;
}

/// Step 2: the same seven entries from both files, at the right instants.
async fn export_twice(window: &Window) -> Vec<String> {
    let first = save_calendar(window, "Save as calendar file", "sessions.ics").await;
    let again = save_calendar(window, "Save as calendar file", "again.ics").await;
    let ids = values(&first, "UID");
    assert_eq!(ids.len(), 7);
    assert_eq!(ids, values(&again, "UID"), "no duplicates");
    let hours: Vec<&str> = values(&first, "DTSTART")
        .into_iter()
        .map(|start| start.split_once('T').unwrap().1)
        .collect();
    assert_eq!(
        hours,
        [
            "140000Z", "130000Z", "130000Z", "130000Z", "130000Z", "130000Z", "140000Z"
        ]
    );
    first
}

/// Goes to the list of sessions by the overview, as it is at this moment.
async fn open_sessions(window: &Window, id: &str, moment: &str) {
    window.desk().set_time(moment);
    window.go(&format!("#/relationship/{id}")).await;
    window.arrives(&format!("{DANIEL} and {RUTH}")).await;
    window.open_link("Sessions", "Sessions").await;
}

/// Goes to a session from the list of sessions, as it is at this moment.
async fn open_session(window: &Window, id: &str, moment: &str, date: &str) {
    open_sessions(window, id, moment).await;
    window
        .reach("link", &format!("Agenda and notes: {date}"))
        .await;
    window.keys(ENTER).await;
    window
        .wait_until("the page of the session", async |window| {
            let (role, name) = window.focused().await;
            (role == "heading" && name != "Sessions").then_some(())
        })
        .await;
    window.shows(date).await;
}

/// Step 4: the agenda and the wish go out two days before.
async fn send_the_agenda(window: &Window, id: &str) {
    open_session(window, id, "2026-05-04T17:00:00Z", "Wednesday 6 May 2026").await;
    window.look("j6-before").await;
    window.shows("To be sent by Monday 4 May 2026").await;
    window
        .add_line(
            "What Daniel Ferreira wants, in a line",
            "decide what to drop",
        )
        .await;
    for point in ["forecast status", "steering group", "talk with Mei"] {
        window.add_line("Add a point", point).await;
    }
    window.press("Mark as sent, and write the message").await;
    window.shows("Sent on Monday 4 May 2026, 18:00.").await;
    window.find("textbox", "To").await;
    let message = window.written().await;
    assert!(message.contains("ruth@toronto.example"), "{message}");
    assert!(
        message.contains("Wednesday 6 May 2026 at 09:00"),
        "on her clock: {message}"
    );
    window.look("j6-agenda-sent").await;
}

/// Step 5, and the soft bell of step 7: just before the session the wish is thought through again; both stand on top.
async fn think_again(window: &Window, id: &str) {
    // The page's own clock comes to the time kept for feedback, whatever the program's says: when the page next asks
    // for the bell of this session, it rings.
    window
        .run(
            "const from = Date.parse('2026-05-06T14:19:59Z') - performance.now(); Date.now = () => from + performance.now();",
            vec![],
        )
        .await;
    open_session(window, id, "2026-05-06T12:45:00Z", "Wednesday 6 May 2026").await;
    assert!(!window.is_shown("What do you do?").await, "the agenda came");
    window.unfold("Think again").await;
    window.press("5 minutes").await;
    window.shows("4:5").await;
    window
        .add_line(
            "What do you want now?",
            "decide who takes over the dashboard",
        )
        .await;
    window
        .shows("15:20: time for feedback with Ruth Kessler.")
        .await;
    let text = window.text().await;
    let top = text.split_once("Before").unwrap().0;
    for words in [
        "decide what to drop",
        "Monday 4 May 2026, 18:00",
        "decide who takes over the dashboard",
        "Wednesday 6 May 2026, 13:45",
    ] {
        assert!(top.contains(words), "R36: {words} in {top}");
    }
    window.look("j6-rethink").await;
}

/// Step 6: notes, three of them actions, one kept apart.
async fn talk(window: &Window, id: &str) {
    open_session(window, id, "2026-05-06T13:10:00Z", "Wednesday 6 May 2026").await;
    window.panel("During").await;
    for point in ["forecast status", "steering group"] {
        window
            .choose(
                Some(&format!("What happened to “{point}”?")),
                "Talked about",
            )
            .await;
    }
    window.add_line("Add a line", "Mei is ready for more").await;
    for (what, owner, due, words) in [
        (
            "hand the dashboard to Mei",
            DANIEL,
            "15 May",
            "Friday 15 May 2026",
        ),
        (
            "draft a note to the steering group",
            DANIEL,
            "20 May",
            "Wednesday 20 May 2026",
        ),
        (
            "ask the board for ten minutes",
            RUTH,
            "22 May",
            "Friday 22 May 2026",
        ),
    ] {
        window.add_line("Add a line", what).await;
        window.unfold(&format!("Make it an action: {what}")).await;
        window.choose(Some(what), owner).await;
        window.fill_date_in(Some(what), "By when", due, words).await;
        if what.starts_with("hand") {
            window.look("j6-action").await;
        }
        window.press_in(what, "Mark as action").await;
        window
            .shows(&format!("Action of {owner}, by {words}"))
            .await;
    }
    window.fill("Private note", PRIVATE).await;
    window.keys(TAB).await;
    let which = which(window, id).await;
    window
        .wait_until("the private note to be kept", async |window| {
            let page = window.call("session.page", which.clone()).await;
            (page["privateNote"] == PRIVATE).then_some(())
        })
        .await;
    window.look("j6-during").await;
}

/// The session whose page is shown, as a request names it.
async fn which(window: &Window, id: &str) -> Value {
    let route = window.route().await;
    let session = route.rsplit_once('/').unwrap().1;
    json!({ "relationship": id, "session": session })
}

/// Step 7: four answers each, unseen until both are sent.
async fn look_back(window: &Window, id: &str) {
    open_session(window, id, "2026-05-06T14:20:00Z", "Wednesday 6 May 2026").await;
    window.panel("After").await;
    let page = window.call("session.page", which(window, id).await).await;
    let questions: Vec<String> = page["feedback"]["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| question["words"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(questions.len(), 4, "R48");
    for (name, answers) in [
        (RUTH, ["Mei", "asking", "advice", "start earlier"]),
        (
            DANIEL,
            [
                "let go of the dashboard",
                "the questions",
                "slides",
                "name the decision",
            ],
        ),
    ] {
        window.unfold(&format!("Answer as {name}")).await;
        for (question, answer) in questions.iter().zip(answers) {
            window.fill_in(Some(name), question, answer).await;
        }
        if name == RUTH {
            window.look("j6-four-questions").await;
        }
        window.press_in(name, "Send my answers").await;
        window.shows(&format!("{name} sent their answers on")).await;
        if name == RUTH {
            assert!(!window.is_shown("start earlier").await, "R49");
            assert!(!window.written().await.contains("start earlier"), "R49");
        }
    }
    window.shows("start earlier").await;
    window.shows("let go of the dashboard").await;
    window.look("j6-both-answers").await;
}

fn text_of(paper: &Path) -> String {
    let read = Command::new("pdftotext")
        .arg("-layout")
        .arg(paper)
        .arg("-")
        .output()
        .unwrap();
    assert!(read.status.success(), "{read:?}");
    String::from_utf8(read.stdout).unwrap()
}

/// Step 8: the summary as paper, the actions first and nothing private; then it is marked as sent.
async fn send_the_summary(window: &Window, id: &str) {
    open_session(window, id, "2026-05-07T09:00:00Z", "Wednesday 6 May 2026").await;
    window.panel("After").await;
    window.unfold("The summary on paper").await;
    let path: PathBuf = window.desk().home().join("summary.pdf");
    window.press("Save as PDF").await;
    window.desk().save_as("Save the paper", &path);
    window.shows("summary.pdf").await;
    let text = text_of(&path);
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}: {text}"))
    };
    assert!(
        at("hand the dashboard to Mei") < at("Mei is ready for more"),
        "R148"
    );
    assert!(!text.contains("canary"), "B8");
    window.unfold("The summary as a message").await;
    assert!(!window.written().await.contains("canary"), "B8");
    window.look("j6-summary").await;
    window.press("Mark as sent").await;
    window.shows("Sent on Thursday 7 May 2026, 10:00.").await;
}

/// Step 3: the session of 17 June is moved, with a reason and the notice that was given; the calendar file follows.
async fn move_june(window: &Window, id: &str, before: &[String]) {
    open_sessions(window, id, "2026-06-12T09:00:00Z").await;
    window
        .press_for_dialog(
            "Move: Wednesday 17 June 2026",
            "Move the session on Wednesday 17 June 2026",
        )
        .await;
    window.shows("Notice given now: 5 days").await;
    window
        .fill_date("Day", "18 June", "Thursday 18 June 2026")
        .await;
    window.fill("Time", "15:00").await;
    window.shows(&format!("{RUTH}: 10:00")).await;
    window.fill("Why", "The board meets that day").await;
    window.look("j6-move").await;
    window.press("Move it").await;
    window.shows("Moved to Thursday 18 June 2026.").await;
    window
        .shows(&format!("{DANIEL}: 1 move, no cancellations"))
        .await;
    window.shows("The board meets that day").await;
    window.look("j6-ledger").await;
    let after = save_calendar(window, "Calendar file: Thursday 18 June 2026", "june.ics").await;
    let id = values(before, "UID")[2];
    assert_eq!(values(&after, "UID"), [id]);
    assert_eq!(values(&after, "DTSTART"), ["20260618T140000Z"]);
    let sequence =
        |lines: &[String], at: usize| values(lines, "SEQUENCE")[at].parse::<u32>().unwrap();
    assert!(sequence(&after, 0) > sequence(before, 2));
}

/// Step 9: what was not reached, and the actions that are open.
async fn carried_over(window: &Window) {
    window.shows("talk with Mei").await;
    window.shows("carried over from Wednesday 6 May 2026").await;
    let text = window.text().await;
    let actions = text
        .split_once("Open actions from earlier sessions")
        .unwrap()
        .1;
    let actions = actions.split_once("Topics and modules").unwrap().0;
    for open in [
        "draft a note to the steering group",
        "ask the board for ten minutes",
    ] {
        assert!(actions.contains(open), "{open}: {actions}");
    }
    assert!(!actions.contains("hand the dashboard to Mei"), "{actions}");
    assert!(!text.contains("steering group?"), "{text}");
}

#[tokio::test]
async fn j6_one_full_session_from_the_series_to_what_is_carried_over() {
    let desk = Desk::new().at("2026-03-20T10:00:00Z");
    let id = two_people(&desk);
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    plan_the_series(&window).await;
    let calendar = export_twice(&window).await;

    // The first one took place, and is told so.
    open_sessions(&window, &id, "2026-05-04T16:55:00Z").await;
    window
        .press_for_dialog(
            "It was held: Wednesday 25 March 2026",
            "The session on Wednesday 25 March 2026",
        )
        .await;
    window.press("It was held").await;
    window.shows("1 session held, 1 h 30 min together.").await;

    send_the_agenda(&window, &id).await;
    think_again(&window, &id).await;
    talk(&window, &id).await;
    look_back(&window, &id).await;
    send_the_summary(&window, &id).await;

    open_session(
        &window,
        &id,
        "2026-06-12T08:00:00Z",
        "Wednesday 17 June 2026",
    )
    .await;
    window.press("Done: hand the dashboard to Mei").await;
    window
        .wait_until("the action to be done", async |window| {
            let button = window.look_for("button", "Done: hand the dashboard to Mei");
            button.await.is_none().then_some(())
        })
        .await;
    carried_over(&window).await;
    move_june(&window, &id, &calendar).await;
    open_session(
        &window,
        &id,
        "2026-06-12T09:30:00Z",
        "Thursday 18 June 2026",
    )
    .await;
    carried_over(&window).await;
    window.look("j6-carried").await;
}
