//! Journey J9: celebrating the end, read-only and reopened; ending without fault, goals that go along, and deleting.

use super::{about, mentee, relationship, visit};
use crate::desk::Desk;
use crate::window::Window;
use serde_json::{Value, json};
use std::process::Command;

const DANIEL: &str = "Daniel Ferreira";
const RUTH: &str = "Ruth Kessler";
const TOMASZ: &str = "Tomasz Lewandowski";

/// Ten months of Daniel and Ruth: eight meetings, three goals of which two are reached, three moments.
fn a_year(desk: &Desk) -> String {
    let mut fairlead = mentee(desk, "2026-12-16T15:00:00Z", DANIEL);
    let id = relationship(
        &mut fairlead,
        &json!({"name": RUTH, "zone": "America/Toronto"}),
        "2026-03-09",
    );
    let mut ask = |name: &str, with: Value| about(&mut fairlead, &id, name, with);
    ask(
        "answer.set",
        json!({"field": "template.4.starts_on", "value": "2026-03-11"}),
    );
    ask(
        "answer.set",
        json!({"field": "template.4.ends_on", "value": "2026-12-18"}),
    );
    for (on, minutes) in [
        ("2026-03-11", 60),
        ("2026-03-25", 90),
        ("2026-05-06", 90),
        ("2026-06-18", 90),
        ("2026-07-29", 90),
        ("2026-09-30", 60),
        ("2026-10-28", 60),
        ("2026-11-25", 60),
    ] {
        ask(
            "session.add",
            json!({"on": on, "at": "14:00", "minutes": minutes, "state": "held", "heldMinutes": minutes}),
        );
    }
    ask(
        "session.add",
        json!({"on": "2026-12-16", "at": "16:00", "kind": "closing"}),
    );
    for (rank, title) in (1..).zip([
        "Run one project across teams",
        "Be ready for a head-of-data post",
        "Stay calm when challenged",
    ]) {
        let goal = ask(
            "goal.add",
            json!({"title": title, "horizon": "short", "rank": rank}),
        );
        if rank != 2 {
            ask(
                "goal.stand",
                json!({"goal": goal["id"], "state": "reached"}),
            );
        }
    }
    for (text, share) in [
        ("The forecast was used", true),
        ("Ruth laughed", false),
        ("First steering group", true),
    ] {
        ask(
            "journal.add",
            json!({"on": "2026-06-15", "text": text, "share": share}),
        );
    }
    ask(
        "note.write",
        json!({"about": "relationship", "text": "canary of a private note"}),
    );
    id
}

/// The question of the closing meeting with this key.
fn asked(view: &Value, key: &str) -> String {
    super::label(&view["questions"], "question", key, "label")
}

#[tokio::test]
async fn j9_the_end_is_celebrated_closed_for_good_and_reopened_with_a_reason() {
    let desk = Desk::new().at("2026-12-16T17:30:00Z");
    let id = a_year(&desk);
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    visit(
        &window,
        &format!("relationship/{id}"),
        &format!("{DANIEL} and {RUTH}"),
    )
    .await;
    window
        .open_link("Closing conversation", "Closing conversation")
        .await;
    window.shows("2 of 3 goals reached").await;
    window.shows("8 meetings").await;
    window.shows("10 h").await;
    window.look("closing").await;

    // Step 2: what they say to each other.
    let view = window
        .call("closing.get", json!({ "relationship": id }))
        .await;
    window
        .fill_in(
            Some(&asked(&view, "appreciation")),
            DANIEL,
            "You asked me what I would decide — nobody had",
        )
        .await;
    window
        .fill_in(
            Some(&asked(&view, "organisation")),
            DANIEL,
            "The forecast is now used in two regions",
        )
        .await;
    window
        .fill("Ideas", "Coffee each February\nShare job adverts")
        .await;
    window.fill("How often: every", "1").await;
    window.choose(Some("Weeks, months or years"), "years").await;
    window
        .fill_date("First day", "1 February 2027", "Monday 1 February 2027")
        .await;
    window.press_in("Staying in touch afterwards", "Save").await;
    window.shows("Next: Monday 1 February 2027.").await;
    window.choose(Some(&asked(&view, "overall")), "5").await;
    window.look("closing-answered").await;
    let paper = window.desk().home().join("record.pdf");
    window.press("Save as PDF").await;
    window.desk().save_as("Save the paper", &paper);
    window.shows("record.pdf").await;
    let read = Command::new("pdftotext")
        .arg(&paper)
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(read.stdout).unwrap();
    assert!(
        text.contains("nobody had") && text.contains("two regions"),
        "{text}"
    );
    assert!(
        !text.contains("canary") && !text.contains("Ruth laughed"),
        "C6: {text}"
    );

    // Step 3: closed, and nothing can be changed.
    window
        .press_for_dialog(
            "Close this relationship…",
            &format!("Close the relationship of {DANIEL} and {RUTH}?"),
        )
        .await;
    window.look("closing-sure").await;
    window.press("Close it").await;
    window
        .shows("Closed 16 Dec. Everything can still be read.")
        .await;
    window.find("textbox", "Why do you reopen it?").await;
    window.look("closed").await;
    let refused = window
        .invoke("call", json!({"name": "goal.add", "request": {"relationship": id, "title": "Late", "horizon": "short"}}))
        .await;
    assert_eq!(refused["error"]["code"], "closed", "{refused}");
    visit(
        &window,
        &format!("relationship/{id}"),
        &format!("{DANIEL} and {RUTH}"),
    )
    .await;
    window.shows("Closed 16 Dec").await;
    window.look("closed-overview").await;
    for (tab, heading) in [
        ("Sessions", "Sessions"),
        ("Plan", "Plan"),
        ("Agreement", "Agreement"),
        ("Check-ups", "Check-ups"),
    ] {
        window.open_link(tab, heading).await;
        window.look(&format!("closed-{tab}")).await;
    }

    // Reopening needs a reason; staying in touch stays.
    visit(
        &window,
        &format!("relationship/{id}/closing"),
        "Closing conversation",
    )
    .await;
    window.press("Reopen").await;
    window
        .shows("Write in a few words why you reopen it.")
        .await;
    window
        .fill("Why do you reopen it?", "A late question")
        .await;
    window.press("Reopen").await;
    window.shows("It is open again.").await;
    window.find("button", "Close this relationship…").await;
    window.shows("A late question").await;
    window.shows("Next: Monday 1 February 2027.").await;
}

#[tokio::test]
async fn j9_an_end_without_fault_takes_the_goals_along_and_the_rest_is_deleted_by_name() {
    let desk = Desk::new().at("2026-05-20T10:00:00Z").dark();
    let mut fairlead = mentee(&desk, "2026-05-20T09:00:00Z", "Priya Raman");
    let id = relationship(&mut fairlead, &json!({ "name": TOMASZ }), "2026-03-02");
    let goal = about(
        &mut fairlead,
        &id,
        "goal.add",
        json!({"title": "Lead a stock review", "horizon": "short", "rank": 1}),
    );
    let mut activity = |title: &str, owner: &str| {
        let with = json!({"goal": goal["id"], "title": title, "kind": "doing", "owner": owner});
        about(&mut fairlead, &id, "activity.add", with);
    };
    activity("Prepare the figures", "mentee");
    activity("canary introduction", "mentor");
    drop(fairlead);
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    visit(
        &window,
        &format!("relationship/{id}"),
        &format!("Priya Raman and {TOMASZ}"),
    )
    .await;
    window
        .open_link("End this relationship…", "Ending without fault")
        .await;
    window.look("ending").await;
    let letter = window.written().await;
    assert!(
        letter.contains("Wednesday 20 May 2026") && letter.contains("desk@northbridge.example"),
        "{letter}"
    );
    assert!(!letter.contains("stock review"), "C23: {letter}");
    window
        .press_for_dialog(
            "End this relationship…",
            &format!("End the relationship of Priya Raman and {TOMASZ}?"),
        )
        .await;
    window.press("End it").await;
    window
        .shows("Ended 20 May. Everything can still be read.")
        .await;
    window.look("ended").await;

    // Step 5: nothing that Tomasz is to do goes along.
    window.fill("Who will be your mentor?", RUTH).await;
    window.press("Take my goals into a new relationship").await;
    window.shows("1 goal and 1 activity went along.").await;
    window.look("ended-taken").await;
    window
        .open_link("Open that relationship", &format!("Priya Raman and {RUTH}"))
        .await;
    window.open_link("Plan", "Plan").await;
    window.shows("Lead a stock review").await;
    window.shows("Prepare the figures").await;
    assert!(!window.is_shown("canary").await);

    // Step 6: an export first, then the name, to the letter.
    visit(
        &window,
        &format!("relationship/{id}/delete"),
        "Delete from this computer",
    )
    .await;
    window.look("delete").await;
    let path = window.desk().home().join("all.txt");
    window.press("Save all of it as a file").await;
    window.desk().save_as("Save the text", &path);
    window.shows("Saved as all.txt").await;
    assert!(
        std::fs::read_to_string(path)
            .unwrap()
            .contains("canary introduction")
    );
    let name = format!("Type “{TOMASZ}”");
    window.fill(&name, "Tomasz").await;
    window.press("Delete from this computer").await;
    window
        .wait_until("the other name to be refused", async |window| {
            let script = "return document.querySelector('[aria-invalid=true]') !== null";
            (window.run(script, vec![]).await == json!(true)).then_some(())
        })
        .await;
    window.look("delete-refused").await;
    window.fill(&name, TOMASZ).await;
    window.press("Delete from this computer").await;
    window.arrives("Relationships").await;
    window.shows("deleted from this computer").await;
    window.look("deleted").await;
    let left = window.call("relationship.list", json!({})).await;
    let left = left["relationships"].as_array().unwrap();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(left[0]["title"], format!("Priya Raman and {RUTH}"));
}
