//! Journey J4, steps 5, 7 and 8, on one computer and with the keyboard alone: expectations that are written unseen,
//! suggestions that are decided, and the clause that only both can leave out.

use crate::desk::{Desk, data};
use crate::form::{self, Entry, Write, agreement, tab_until};
use crate::window::{CONTROL, DOWN, ENTER, Window};
use serde_json::{Value, json};

const ZONE: &str = "Europe/London";
const DANIEL: &str = "Daniel Ferreira";
const RUTH: &str = "Ruth Kessler";

/// A window on a relationship with these answers in it, which is already on its agreement.
async fn open(answers: &[Value]) -> (Window, String) {
    let desk = Desk::new();
    let id = data::relationship(&desk.data(), ZONE);
    data::answers(&desk.data(), ZONE, &id, answers);
    data::keep_place(&desk.data(), ZONE, &format!("relationship/{id}/agreement"));
    let window = Window::open(desk).await;
    window.find("heading", "Agreement").await;
    (window, id)
}

/// Presses the button of this name.
async fn press(window: &Window, name: &str) {
    window.tab_to("button", name).await;
    window.keys(ENTER).await;
}

/// Types into the box of this name, in place of what stands there.
async fn write_over(window: &Window, name: &str, text: &str) {
    window.tab_to("textbox", name).await;
    window.chord(CONTROL, 'a').await;
    window.keys(text).await;
}

/// What stands in an answer that the two share.
async fn answer(window: &Window, id: &str, key: &str) -> Value {
    agreement::stored(&agreement::view(window, id).await, key, &Value::Null)
}

/// Whether a text stands anywhere in the page, seen or not.
async fn holds(window: &Window, text: &str) -> bool {
    let script = "return document.documentElement.outerHTML.includes(arguments[0]) || \
                  [...document.querySelectorAll('textarea, input')].some((box) => box.value.includes(arguments[0]))";
    window.run(script, vec![json!(text)]).await == true
}

#[tokio::test]
async fn j4_step_5_expectations_are_read_by_nobody_until_both_are_revealed() {
    let (window, id) = open(&[]).await;
    window.follow("Expectations").await;
    window.arrives("Expectations").await;
    press(&window, &format!("I am {DANIEL}, and I write mine")).await;
    window
        .focus_on("textbox", &format!("What I expect ({DANIEL})"))
        .await;
    window.shows(&format!("{RUTH} looks away.")).await;
    window.keys("introductions to three people").await;
    window.assert_accessible("j4-unseen").await;
    press(&window, "I have finished").await;
    window.shows(&format!("{DANIEL} has finished.")).await;
    assert!(!holds(&window, "introductions to three").await);

    press(&window, &format!("I am {RUTH}, and I write mine")).await;
    window
        .focus_on("textbox", &format!("What I expect ({RUTH})"))
        .await;
    assert!(!holds(&window, "introductions to three").await);
    window.keys("no introductions before summer").await;
    press(&window, "I have finished").await;
    window.find("button", "Reveal both").await;
    assert!(!holds(&window, "introductions").await);
    let paper = window
        .call("agreement.document", json!({ "relationship": id }))
        .await;
    assert!(!paper.to_string().contains("introductions"), "R45");

    press(&window, "Reveal both").await;
    for line in [
        "introductions to three people",
        "no introductions before summer",
    ] {
        window.shows(line).await;
        let set = format!("How do you stand to: {line}");
        let different = vec![Entry::new(set, Write::Pick(2))];
        form::fill_all(&window, different).await;
    }
    window.shows("Every line has been looked at.").await;
    window.assert_accessible("j4-revealed").await;
    window
        .wait_until("the lines that differ", async |window| {
            let stands = answer(window, &id, "area.10.alignment").await;
            (stands == "different").then_some(())
        })
        .await;
}

#[tokio::test]
async fn j4_step_7_suggestions_are_accepted_or_answered_and_an_open_one_is_in_the_way_of_signing() {
    let limits = "A raised hand is enough. We never ask why.";
    let (window, id) = open(&[
        json!({ "field": "area.13.text", "value": "each session" }),
        json!({ "field": "area.7.text", "value": limits }),
    ])
    .await;

    // Ruth suggests other words in two places.
    for (section, words, comment) in [
        (
            "Relationship feedback",
            "quarterly",
            "Each session is too often.",
        ),
        (
            "Limits",
            "A raised hand is enough.",
            "The rest goes without saying.",
        ),
    ] {
        window.follow(section).await;
        window.arrives(section).await;
        press(&window, "Suggest other words: What you have decided").await;
        tab_until(&window, "whose it is", |stop| {
            stop.set == "Whose suggestion is it?"
        })
        .await;
        for _ in 0..2 {
            if window.stop().await.name != RUTH {
                window.keys(DOWN).await;
            }
        }
        assert_eq!(window.stop().await.name, RUTH);
        write_over(&window, "The words you suggest", words).await;
        window.tab_to("textbox", "Comment").await;
        window.keys(comment).await;
        window.assert_accessible("j4-suggesting").await;
        press(&window, "Suggest it").await;
        window.shows(&format!("{DANIEL} decides:")).await;
        window.follow("Agreement").await;
        window.arrives("Agreement").await;
    }
    assert_eq!(answer(&window, &id, "area.13.text").await, "each session");
    assert_eq!(answer(&window, &id, "area.7.text").await, limits);
    window.shows("2 suggestions wait for a decision").await;
    let ready = window
        .call("agreement.ready", json!({ "relationship": id }))
        .await;
    assert_eq!(ready["ready"], false, "{ready}");
    assert_eq!(ready["suggestions"].as_array().unwrap().len(), 2, "{ready}");
    window.assert_accessible("j4-suggestions-listed").await;

    // Daniel accepts the one, where he sees what goes, by whom and why.
    window
        .follow(&format!("Suggestion from {RUTH}: Limits"))
        .await;
    window.shows("The rest goes without saying.").await;
    let removed = "return [...document.querySelectorAll('.redline del')].map((each) => each.textContent).join()";
    let removed = window.run(removed, vec![]).await;
    assert!(
        removed.as_str().unwrap().contains("We never ask why."),
        "{removed}"
    );
    window.assert_accessible("j4-redline").await;
    press(&window, &format!("Accept the suggestion of {RUTH}: Limits")).await;
    window
        .wait_until("the accepted words", async |window| {
            let words = answer(window, &id, "area.7.text").await;
            (words == "A raised hand is enough.").then_some(())
        })
        .await;

    // The other he answers with words of both, and Ruth accepts those.
    window.follow("Agreement").await;
    window.arrives("Agreement").await;
    window
        .follow(&format!("Suggestion from {RUTH}: Relationship feedback"))
        .await;
    window.shows("Each session is too often.").await;
    press(&window, "Blend both: Relationship feedback").await;
    write_over(&window, "Words of both", "each session but two minutes").await;
    press(&window, &format!("Suggest this to {RUTH}")).await;
    window.shows(&format!("{RUTH} decides:")).await;
    assert_eq!(answer(&window, &id, "area.13.text").await, "each session");
    press(
        &window,
        &format!("Accept the suggestion of {DANIEL}: Relationship feedback"),
    )
    .await;
    window
        .wait_until("the words of both", async |window| {
            let words = answer(window, &id, "area.13.text").await;
            (words == "each session but two minutes").then_some(())
        })
        .await;

    // Nothing is open any more, and the trail of all three stays.
    window.follow("Agreement").await;
    window.arrives("Agreement").await;
    window
        .follow("All suggestions, with those that are decided")
        .await;
    window.arrives("Suggestions").await;
    window.shows("No suggestion is open.").await;
    for trail in [
        format!("{DANIEL} accepted it."),
        format!("{DANIEL} answered with words of both."),
        format!("{RUTH} accepted it."),
    ] {
        window.shows(&trail).await;
    }
    window.assert_accessible("j4-trail").await;
}

#[tokio::test]
async fn j4_step_8_the_no_fault_clause_stays_where_one_of_the_two_declines_r97() {
    let (window, id) = open(&[]).await;
    let clause = answer(&window, &id, "clause.no_fault.text").await;
    let clause = clause.as_str().unwrap().to_owned();
    window.follow("Confidentiality clause").await;
    window.arrives("Confidentiality clause").await;
    let form = agreement::view(&window, &id).await;
    let by_permission =
        json!({ "field": "clause.confidentiality.wording", "value": "by_permission" });
    let asked = agreement::entries(&form, &by_permission);
    let rest = form::fill(&window, asked, ("link", "Next: ")).await;
    assert!(rest.is_empty(), "not asked for: {rest:#?}");
    agreement::kept(&window, &id, [by_permission].iter()).await;
    window.keys(ENTER).await;

    window.arrives("No-fault ending").await;
    let leave_out = |side: &str, value: bool| json!({ "field": "clause.no_fault.leave_out", "side": side, "value": value });
    let both = [leave_out("mentee", true), leave_out("mentor", false)];
    let asked = both
        .iter()
        .flat_map(|answer| agreement::entries(&form, answer))
        .collect();
    let rest = form::fill(&window, asked, ("link", "Next: ")).await;
    assert!(rest.is_empty(), "not asked for: {rest:#?}");
    agreement::kept(&window, &id, both.iter()).await;
    window.assert_accessible("j4-no-fault").await;
    window.follow("Document").await;
    window.arrives("Document").await;
    window.shows(&clause).await;
}
