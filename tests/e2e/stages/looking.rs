//! Looking back: the ninety days with both people's private answers, the mid-point beside what was signed, the revisit.

use super::{about, mentee, relationship, visit};
use crate::desk::Desk;
use crate::window::{SPACE, Window};
use fairlead_core::Fairlead;
use serde_json::{Value, json};

const DANIEL: &str = "Daniel Ferreira";
const RUTH: &str = "Ruth Kessler";
const CANARY: &str = "canary: the goals were never written down";

/// Daniel and Ruth since 11 March 2026, every two weeks, with four sessions held. Answers the relationship.
fn met(fairlead: &mut Fairlead) -> String {
    let id = relationship(
        fairlead,
        &json!({"name": RUTH, "zone": "America/Toronto"}),
        "2026-03-02",
    );
    for (field, value) in [
        ("template.4.starts_on", json!("2026-03-11")),
        ("template.4.ends_on", json!("2026-12-18")),
        ("template.5.cadence", json!("fortnightly_30")),
        (
            "area.7.text",
            json!("A raised hand is enough. We never ask why."),
        ),
        ("area.12.revisit", json!("m3")),
        (
            "template.2.purposes",
            json!(["So that I decide with facts"]),
        ),
        ("template.5.postpone", json!("move")),
        ("template.5.postpone_days", json!(7)),
        ("area.11.method", json!("talk")),
        ("area.13.rhythm", json!("quarterly")),
    ] {
        about(
            fairlead,
            &id,
            "answer.set",
            json!({"field": field, "value": value}),
        );
    }
    for on in ["2026-03-11", "2026-03-25", "2026-04-08", "2026-05-06"] {
        about(
            fairlead,
            &id,
            "session.add",
            json!({"on": on, "at": "14:00", "state": "held"}),
        );
    }
    id
}

/// Signs the agreement as both, with what is still talked about left for later.
fn sign(fairlead: &mut Fairlead, id: &str) {
    about(
        fairlead,
        id,
        "section.stand",
        json!({"section": "area.7", "standing": "agreed"}),
    );
    let ready = about(fairlead, id, "agreement.ready", json!({}));
    let later: Vec<&Value> = ready["talking"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| &section["section"])
        .collect();
    about(fairlead, id, "signing.begin", json!({"later": later}));
    for (side, name) in [("mentee", DANIEL), ("mentor", RUTH)] {
        let version = about(fairlead, id, "signing.get", json!({}))["version"].clone();
        let with = json!({"version": version["id"], "fingerprint": version["fingerprint"]["hex"],
            "side": side, "name": name, "kind": "typed"});
        about(fairlead, id, "signing.sign", with);
    }
}

/// Gives three answers of the form that is shown.
async fn give(window: &Window, answers: [(&str, &str); 3]) {
    for (question, answer) in answers {
        window.choose(Some(question), answer).await;
    }
}

const ENERGY: &str = "3. How often do you leave a meeting with new energy?";
const SUIT: &str = "1. How well do you two suit each other?";
const TIME: &str = "4. Are you satisfied with the time that you give to this?";

#[tokio::test]
async fn r107_to_r113_each_answers_the_ninety_days_alone_both_share_and_an_outcome_follows() {
    let desk = Desk::new().at("2026-06-09T18:00:00Z");
    let id = met(&mut mentee(&desk, "2026-06-09T17:00:00Z", DANIEL));
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    visit(&window, &format!("relationship/{id}/checkups"), "Check-ups").await;
    window.look("ninety-hub").await;
    window
        .open_link("Answer the five questions", "90-day check-up")
        .await;

    // Daniel alone: the log has answered two of the five, and says what it counted.
    window.shows("4 meetings held, 6 expected").await;
    give(&window, [(SUIT, "Poorly"), (ENERGY, "Never"), (TIME, "No")]).await;
    window.look("ninety-own").await;
    window.press("Complete my check-up").await;
    window.shows("Completed on Tuesday 9 June 2026.").await;
    window.reach("checkbox", "6. The goals are not clear").await;
    window.keys(SPACE).await;
    window
        .fill("Words to “The goals are not clear”", CANARY)
        .await;
    window.press("Save the obstacles").await;
    let own = json!({ "relationship": id });
    window
        .wait_until("the obstacle to be kept", async |window| {
            let view = window.call("checkup.get", own.clone()).await;
            (view["own"]["obstacles"][5]["words"] == CANARY).then_some(())
        })
        .await;
    window.look("ninety-obstacles").await;

    // Ruth at the same computer sees nothing of it, and shares.
    window.unfold(&format!("Let {RUTH} answer here")).await;
    window.press(&format!("I am {RUTH}")).await;
    window.find("heading", &format!("{RUTH} answers")).await;
    let seen = window.text().await + &window.written().await;
    assert!(
        !seen.contains("canary") && !seen.contains("Completed on"),
        "R107: {seen}"
    );
    give(
        &window,
        [(SUIT, "Very well"), (ENERGY, "Always"), (TIME, "Yes")],
    )
    .await;
    window.press("Complete my check-up").await;
    window.press(&format!("Share with {DANIEL}")).await;
    window.shows("Shared on Tuesday 9 June 2026.").await;
    window.look("ninety-hers").await;

    // He sees hers, and shares his: what follows is told, line by line.
    window.press(&format!("Back to {DANIEL}")).await;
    window
        .find("heading", &format!("What {RUTH} has shared"))
        .await;
    window.press(&format!("Share with {RUTH}")).await;
    window.find("heading", "What follows from both").await;
    window
        .find("heading", "Meet about it and make a plan")
        .await;
    window.shows("3 of 5 answers are unfavourable.").await;
    window.look("ninety-outcome").await;
    let view = window.call("checkup.get", own).await;
    assert_eq!(view["together"]["outcome"], "b", "R109");
}

#[tokio::test]
async fn r116_to_r121_and_r47_the_mid_point_stands_beside_what_was_signed_and_the_revisit_goes_page_by_page()
 {
    let desk = Desk::new().at("2026-07-30T18:00:00Z").dark();
    let mut fairlead = mentee(&desk, "2026-06-09T17:00:00Z", DANIEL);
    let id = met(&mut fairlead);
    sign(&mut fairlead, &id);
    drop(fairlead);
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    visit(
        &window,
        &format!("relationship/{id}/checkups/mid-point"),
        "Mid-point",
    )
    .await;
    window
        .shows("A raised hand is enough. We never ask why.")
        .await;
    window.look("mid-point").await;
    window.fill("At what time", "14:00").await;
    window.press("Book the meeting").await;
    window.shows("Thursday 30 July 2026").await;
    let view = window
        .call("mid_point.get", json!({ "relationship": id }))
        .await;
    let clauses = view["clauses"].as_array().unwrap();
    let limits = clauses
        .iter()
        .find(|clause| clause["section"] == "area.7")
        .unwrap();
    let name = limits["name"].as_str().unwrap();
    window
        .choose(Some(&format!("How did you keep “{name}”?")), "Partly")
        .await;
    window.find("link", &format!("Change “{name}”")).await;
    window.look("mid-point-clause").await;
    let question = view["questions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|question| question["key"] == "evaluation")
        .unwrap();
    let asked = question["question"].as_str().unwrap();
    let whom = question["answers"][0]["name"]
        .as_str()
        .unwrap_or("Both of you");
    let whom = if question["answers"][0]["side"].is_null() {
        "Both of you"
    } else {
        whom
    };
    window
        .fill_in(Some(asked), whom, "Half-way, and well.")
        .await;
    window
        .choose(Some(&format!("What {DANIEL} says")), "I go on as agreed")
        .await;
    window.press("Finish the evaluation").await;
    window.shows("Finished on Thursday 30 July 2026.").await;
    window.look("mid-point-finished").await;
    let view = window
        .call("mid_point.evaluation", json!({ "relationship": id }))
        .await;
    assert!(
        view["text"]
            .as_str()
            .unwrap()
            .contains("Half-way, and well."),
        "R121"
    );

    // R47: page by page, what stays and what changes.
    visit(
        &window,
        &format!("relationship/{id}/checkups/revisit"),
        "Looking at the agreement again",
    )
    .await;
    window.shows("Page 1 of").await;
    window.choose(Some("Does it still fit?"), "It stays").await;
    window.shows("1 stay, 0 change").await;
    window.press("Next page").await;
    window.shows("Page 2 of").await;
    window
        .choose(Some("Does it still fit?"), "It changes")
        .await;
    window
        .fill("Other words for it", "To decide together, every two weeks.")
        .await;
    window.look("revisit").await;
    window.press("Suggest these words").await;
    // This page is made of answers: it says where those are changed.
    window
        .shows("Open this page of the agreement: its questions can be answered there")
        .await;
    window
        .reach("link", "Open this page of the agreement")
        .await;
    window.shows("1 stay, 1 change").await;
    window.press("We have looked at it").await;
    window
        .shows("Noted. The reminders of this date have stopped.")
        .await;
    let view = window
        .call("revisit.get", json!({ "relationship": id }))
        .await;
    assert_eq!(view["due"]["date"], "2026-09-11", "R47: {view}");
}
