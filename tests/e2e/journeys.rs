//! Two journeys in the real window, with the keyboard alone.

use crate::desk::{Desk, data};
use crate::form::{self, Entry, Write, agreement, contact};
use crate::window::{ALT, ENTER, SHIFT, SPACE, TAB, UP, Window};
use serde_json::{Value, json};

const ZONE: &str = "Europe/London";

/// Something to write, as the form asks for it.
fn entries(view: &Value, answers: &[Value]) -> Vec<Entry> {
    answers
        .iter()
        .flat_map(|answer| agreement::entries(view, answer))
        .collect()
}

fn text(asked: &str, text: &str) -> Entry {
    Entry::new(asked, Write::Text(text.to_owned()))
}

#[tokio::test]
async fn j1_from_waiting_for_the_email_to_a_contact_plan_that_is_kept() {
    let desk = Desk::new().with_window_manager();
    data::profile(&desk.data(), ZONE, "Priya Raman", "priya@leeds.example");
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;

    // Step 1: nothing is to be done until the e-mail comes.
    window.follow("Relationships").await;
    window.arrives("Relationships").await;
    window.follow("New relationship").await;
    window.arrives("New relationship").await;
    let asked = vec![
        Entry::new("What are you in this relationship?", Write::Pick(0)),
        text("Name", "Tomasz Lewandowski"),
        Entry::new("Have you two been connected?", Write::Pick(2)),
        text("Name of the programme", "Northbridge Mentoring"),
        text("E-mail of the programme", "desk@northbridge.example"),
    ];
    let rest = form::fill(&window, asked, ("button", "Create the relationship")).await;
    assert!(rest.is_empty(), "not asked for: {rest:#?}");
    window.keys(ENTER).await;
    window.arrives("Priya Raman and Tomasz Lewandowski").await;
    window.shows("Waiting for the connection").await;
    window.shows("Nothing to do until").await;
    window.assert_accessible("j1-waiting").await;
    let listed = window.call("relationship.list", json!({})).await;
    let id = listed["relationships"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();

    // Step 2: it has come today.
    window.tab_to("textbox", "Connected on").await;
    window.keys("today").await;
    window.tab_to("button", "It has come").await;
    window.keys(ENTER).await;
    window.shows("day 0 of 14").await;
    window.shows("Your turn: write to Tomasz by").await;

    // Step 3: her half of the contact plan.
    window.follow("Contact plan").await;
    window.arrives("Contact plan").await;
    window.shows("Ask Tomasz").await;
    for channel in [
        json!({ "kind": "video_call" }),
        json!({ "kind": "email", "address": "priya@leeds.example", "reply": { "count": 2, "unit": "days" } }),
        json!({ "kind": "text", "address": "+44 7700 900123" }),
    ] {
        contact::add_channel(&window, "Priya Raman", &channel).await;
    }
    let time =
        |day: &str, part: &str, mark: &str| json!({ "day": day, "part": part, "mark": mark });
    let times = [
        time("tuesday", "late_afternoon", "good"),
        time("wednesday", "late_afternoon", "good"),
        time("thursday", "late_afternoon", "good"),
        time("monday", "morning", "avoid"),
    ];
    contact::mark_times(&window, &id, "mentee", &times).await;
    let answers = [
        json!({ "field": "area.3.agenda", "value": true }),
        json!({ "field": "area.3.agenda_by", "value": "email" }),
        json!({ "field": "area.3.agenda_lead_days", "value": 2 }),
        json!({ "field": "area.5.nudge_by", "side": "mentee", "value": "text" }),
        json!({ "field": "area.5.nudge_days", "side": "mentee", "value": 3 }),
    ];
    let form = agreement::view(&window, &id).await;
    form::fill_all(&window, entries(&form, &answers)).await;
    window.keys(TAB).await;
    agreement::kept(&window, &id, answers.iter()).await;
    window
        .shows("Good: Tuesday to Thursday, 16:00 to 18:00")
        .await;
    window.shows("Please avoid: Monday, 09:00 to 12:00").await;
    window.assert_accessible("j1-contact-plan").await;
    let before = window
        .call("contact.get", json!({ "relationship": id }))
        .await;

    // Closing and opening again keeps all, and comes back to the page.
    let window = Window::open(window.close()).await;
    window.find("heading", "Contact plan").await;
    window
        .shows("Good: Tuesday to Thursday, 16:00 to 18:00")
        .await;
    window.shows("priya@leeds.example").await;
    window.shows("Ask Tomasz").await;
    let mut after = window
        .call("contact.get", json!({ "relationship": id }))
        .await;
    for side in ["mentee", "mentor"] {
        after[side]["localTime"] = before[side]["localTime"].clone();
    }
    assert_eq!(before, after);
    assert_eq!(
        after["mentee"]["nudge"],
        "If Priya has not replied after 3 days, please send a text message.",
        "R14"
    );
    assert_eq!(
        after["mentee"]["promises"],
        json!(["E-mail: within 2 days"]),
        "R73"
    );
    assert_eq!(after["mentor"]["empty"], true);
}

/// Writes a page of the agreement with where the two stand, and goes on to the next one.
async fn agree_on(window: &Window, id: &str, section: &str, answers: &[Value]) {
    let form = agreement::view(window, id).await;
    let sections = form["sections"].as_array().unwrap();
    let title = sections
        .iter()
        .find(|each| each["section"] == section)
        .unwrap()["title"]
        .as_str()
        .unwrap()
        .to_owned();
    window.arrives(&title).await;
    agree_from_here(window, id, answers).await;
}

/// The same, from where the focus is on the page.
async fn agree_from_here(window: &Window, id: &str, answers: &[Value]) {
    let form = agreement::view(window, id).await;
    let mut asked = entries(&form, answers);
    asked.push(Entry::new("Where do you both stand?", Write::Pick(0)));
    let rest = form::fill(window, asked, ("link", "Next: ")).await;
    assert!(rest.is_empty(), "not asked for: {rest:#?}");
    agreement::kept(window, id, answers.iter()).await;
    window.keys(ENTER).await;
}

#[tokio::test]
async fn j4_template_and_contract_are_agreed_on_section_by_section() {
    let desk = Desk::new();
    let id = data::relationship(&desk.data(), ZONE);
    let window = Window::open(desk).await;
    window.find("heading", "Today").await;
    window.follow("Daniel Ferreira and Ruth Kessler").await;
    window.arrives("Daniel Ferreira and Ruth Kessler").await;
    window.follow("Begin the agreement").await;
    window.arrives("Agreement").await;
    window.follow("Begin: Clarify roles").await;

    let comment = json!({ "field": "template.1.mentor_comments", "value": "please challenge my first answer" });
    agree_on(&window, &id, "template.1", &[comment]).await;

    // Step 3: a purpose that says nothing yet is asked about, and kept.
    window.arrives("Establish purpose").await;
    let generic = json!({ "field": "template.2.purposes", "value": ["to be mentored"] });
    let form = agreement::view(&window, &id).await;
    form::fill_all(&window, entries(&form, std::slice::from_ref(&generic))).await;
    window.keys(TAB).await;
    window.shows("For what? Try: so that I can").await;
    agreement::kept(&window, &id, [generic].iter()).await;
    window.assert_accessible("j4-generic-purpose").await;
    window.chord(SHIFT, TAB.chars().next().unwrap()).await;
    let purpose =
        json!({ "field": "template.2.purposes", "value": ["move from reports to decisions"] });
    agree_from_here(&window, &id, &[purpose]).await;

    // Step 2, the rest of the template.
    let goal = json!({ "field": "template.3.goals", "value": [
        { "title": "Run one project across teams", "measure": "The review says so", "horizon": "short", "rank": 1 }] });
    agree_on(&window, &id, "template.3", &[goal]).await;
    agree_on(
        &window,
        &id,
        "template.4",
        &[
            json!({ "field": "template.4.starts_on", "value": "2026-03-11" }),
            json!({ "field": "template.4.ends_on", "value": "2026-12-18" }),
            json!({ "field": "template.4.milestones", "value": [{ "name": "October planning round", "on": "2026-10-05" }] }),
        ],
    )
    .await;
    agree_on(
        &window,
        &id,
        "template.5",
        &[
            json!({ "field": "template.5.cadence", "value": "six_weeks_90" }),
            json!({ "field": "template.5.postpone", "value": "move" }),
            json!({ "field": "template.5.postpone_days", "value": 7 }),
        ],
    )
    .await;
    agree_on(
        &window,
        &id,
        "template.6",
        &[
            json!({ "field": "template.6.mode", "value": "remote" }),
            json!({ "field": "template.6.ad_hoc", "side": "mentee", "value": "ask_first" }),
        ],
    )
    .await;
    let criticism = json!({ "field": "template.7.receiving", "side": "mentee", "value": "facts first, in private" });
    agree_on(&window, &id, "template.7", &[criticism]).await;
    window.arrives("Channel").await;
    let view = agreement::view(&window, &id).await;
    assert_eq!(view["settled"], 7, "progress 7 of 7");
    assert_eq!(view["midPoint"]["words"], "Thursday 30 July 2026", "R68");

    // Step 4: the fourteen areas; a quiet limit as long as the time between two meetings is asked about.
    for area in 1..=14 {
        let section = format!("area.{area}");
        let decided = json!({ "field": format!("{section}.text"), "value": format!("Decided in area {area}.") });
        let answers = vec![decided];
        if area == 5 {
            let form = agreement::view(&window, &id).await;
            let weeks = json!({ "field": "area.5.silence_weeks", "value": 6 });
            window.arrives("When an answer does not come").await;
            form::fill_all(&window, entries(&form, &[weeks])).await;
            window.keys(TAB).await;
            window
                .shows("You meet every 6 weeks: this alarm would ring each time. 8?")
                .await;
            window.assert_accessible("j4-quiet-limit").await;
            window.tab_to("button", "Use 8 weeks").await;
            window.keys(SPACE).await;
            let eight = json!({ "field": "area.5.silence_weeks", "value": 8 });
            agreement::kept(&window, &id, [eight].iter()).await;
            agree_from_here(&window, &id, &answers).await;
            continue;
        }
        agree_on(&window, &id, &section, &answers).await;
    }
    for clause in ["clause.confidentiality", "clause.no_fault"] {
        let form = agreement::view(&window, &id).await;
        let sections = form["sections"].as_array().unwrap();
        let section = sections.iter().find(|each| each["section"] == clause);
        window
            .arrives(section.unwrap()["title"].as_str().unwrap())
            .await;
        let rest = form::fill(&window, vec![], ("link", "Next: ")).await;
        assert!(rest.is_empty());
        window.keys(ENTER).await;
    }

    // Step 6: a heading of their own, and area 14 moved up.
    window.arrives("Headings of your own").await;
    window.tab_to("button", "Add a heading").await;
    window.keys(ENTER).await;
    window.focus_on("textbox", "Heading").await;
    window
        .keys(&format!("Conference season{TAB}No meetings in May."))
        .await;
    agreement::end_row(&window, "Add a heading").await;
    window.tab_to("button", "Rename: Conclusion").await;
    for place in (12..=13).rev() {
        window.chord(ALT, UP.chars().next().unwrap()).await;
        window
            .wait_until(&format!("area 14 at place {place}"), async |window| {
                let view = agreement::view(window, &id).await;
                (view["order"][place - 1]["title"] == "Conclusion").then_some(())
            })
            .await;
        window.focus_on("button", "Rename: Conclusion").await;
    }
    window.assert_accessible("j4-own-heading").await;
    window.follow("Next: the whole document").await;
    window.arrives("Document").await;
    window.shows("No meetings in May.").await;
    let text = window.text().await;
    let at = |words: &str| {
        let found = text.rfind(words);
        found.unwrap_or_else(|| panic!("{words} is not on paper: {text}"))
    };
    for words in [
        "please challenge my first answer",
        "move from reports to decisions",
        "October planning round",
        "Thursday 30 July 2026",
        "facts first, in private",
    ] {
        at(words);
    }
    assert!(at("Decided in area 11.") < at("Decided in area 14."), "R53");
    assert!(at("Decided in area 14.") < at("Decided in area 12."), "R53");
    assert!(at("Decided in area 13.") < at("Conference season"), "R53");

    // The living sheet says it at once (R60).
    window.follow("What we agreed").await;
    window.arrives("What we agreed").await;
    window.shows("Run one project across teams").await;
}
