//! The agreement, filled with the keyboard alone: every kind of field, section by section.

use super::{Entry, Write, fill, tab_until};
use crate::window::{ENTER, SHIFT, TAB, Window};
use serde::Deserialize;
use serde_json::{Value, json};

/// A goal as the fixture has it.
#[derive(Debug, Clone, Deserialize)]
pub struct Goal {
    title: String,
    measure: String,
    horizon: String,
    rank: Option<usize>,
}

/// A milestone as the fixture has it.
#[derive(Debug, Clone, Deserialize)]
pub struct Milestone {
    name: String,
    on: Option<String>,
    #[serde(default)]
    source: String,
}

/// The form as the core answers it.
pub async fn view(window: &Window, relationship: &str) -> Value {
    window
        .call("agreement.get", json!({ "relationship": relationship }))
        .await
}

/// The fields of the form.
fn fields(view: &Value) -> impl Iterator<Item = &Value> {
    view["sections"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|section| section["fields"].as_array().unwrap())
}

/// A field of the form.
pub fn field(view: &Value, key: &str) -> Value {
    fields(view)
        .find(|field| field["field"] == key)
        .unwrap_or_else(|| panic!("the form has no {key}"))
        .clone()
}

/// What stands in a field, of this side where each answers.
pub fn stored(view: &Value, key: &str, side: &Value) -> Value {
    let field = field(view, key);
    let answers = field["answers"].as_array().unwrap();
    answers
        .iter()
        .find(|answer| answer["side"] == *side)
        .unwrap_or_else(|| panic!("nobody answers {key} as {side}"))["value"]
        .clone()
}

/// What is to be written for one answer, given as `answer.set` takes it; several things for goals.
pub fn entries(view: &Value, answer: &Value) -> Vec<Entry> {
    let key = answer["field"].as_str().unwrap();
    // Written unseen by each, and where all lines stand follows from their marks: `write_expectations`.
    if [EXPECTATIONS, ALIGNMENT].contains(&key) {
        return Vec::new();
    }
    let field = field(view, key);
    let value = &answer["value"];
    let label = field["label"].as_str().unwrap();
    let entry = |asked: String, write: Write| Entry {
        key: key.to_owned(),
        after: field["when"]["field"].as_str().map(str::to_owned),
        asked,
        write,
    };
    let asked = match answer["side"].as_str() {
        Some(side) => {
            let answers = field["answers"].as_array().unwrap();
            let own = answers.iter().find(|each| each["side"] == side).unwrap();
            format!("{label}: {}", own["name"].as_str().unwrap())
        }
        None => label.to_owned(),
    };
    let text = || value.as_str().unwrap().to_owned();
    let write = match field["kind"].as_str().unwrap() {
        "goals" => {
            let goals: Vec<Goal> = serde_json::from_value(value.clone()).unwrap();
            return [
                ("short", "Add a goal for soon"),
                ("long", "Add a goal for later"),
            ]
            .into_iter()
            .map(|(horizon, button)| {
                let of = goals.iter().filter(|goal| goal.horizon == horizon);
                entry(button.to_owned(), Write::Goals(of.cloned().collect()))
            })
            .collect();
        }
        "milestones" => {
            let milestones = serde_json::from_value(value.clone()).unwrap();
            let button = "Add a milestone".to_owned();
            return vec![entry(button, Write::Milestones(milestones))];
        }
        // Written on the page of the contact plan.
        "contact" => return Vec::new(),
        "yes_no" if !field["cell"].is_null() => {
            let cell = |part: &str| field["cell"][part].as_str().unwrap().to_owned();
            return vec![entry(
                format!("{}, {}: May hear it", cell("row"), cell("column")),
                Write::Tick(*value == true),
            )];
        }
        "yes_no" => Write::Pick(usize::from(*value == false)),
        "choice" => {
            let options = field["options"].as_array().unwrap();
            let place = options.iter().position(|option| option["key"] == *value);
            Write::Pick(place.unwrap_or_else(|| panic!("{key} has no {value}")))
        }
        "list" => Write::Lines(serde_json::from_value(value.clone()).unwrap()),
        "number" => Write::Text(value.to_string()),
        "date" => Write::Text(typed(value.as_str().unwrap())),
        _ => Write::Text(text()),
    };
    vec![entry(asked, write)]
}

/// A date as people type it.
fn typed(date: &str) -> String {
    let mut parts = date.splitn(3, '-').map(|part| part.trim_start_matches('0'));
    let (year, month, day) = (
        parts.next().unwrap(),
        parts.next().unwrap(),
        parts.next().unwrap(),
    );
    format!("{day}/{month}/{year}")
}

/// Adds goals and puts them in front: the focus is on the button of their group before and after.
pub async fn write_goals(window: &Window, add: &str, goals: &[Goal]) {
    for goal in goals {
        window.keys(ENTER).await;
        window.focus_on("textbox", "Goal").await;
        window
            .keys(&format!("{}{TAB}{}", goal.title, goal.measure))
            .await;
        end_row(window, add).await;
    }
    for goal in goals {
        let Some(rank) = goal.rank else { continue };
        let edit = format!("Edit: {}", goal.title);
        for _ in 0..goals.len() * 4 {
            if window.stop().await.name == edit {
                break;
            }
            window.chord(SHIFT, TAB.chars().next().unwrap()).await;
        }
        window.focus_on("button", &edit).await;
        window.keys(ENTER).await;
        window.focus_on("textbox", "Goal").await;
        let stop = tab_until(window, "the rank", |stop| {
            stop.set == "Among the first three?"
        })
        .await;
        super::pick(window, &stop, rank - 1).await;
        end_row(window, &edit).await;
        window.tab_to("button", add).await;
    }
}

/// Adds milestones: the focus is on their button before and after.
pub async fn write_milestones(window: &Window, add: &str, milestones: &[Milestone]) {
    for milestone in milestones {
        window.keys(ENTER).await;
        window.focus_on("textbox", "Milestone").await;
        window.keys(&milestone.name).await;
        if let Some(on) = &milestone.on {
            window.tab_to("textbox", "Date").await;
            window.keys(&typed(on)).await;
        }
        window.tab_to("textbox", "Where it comes from").await;
        window.keys(&milestone.source).await;
        end_row(window, add).await;
    }
}

/// What each of the two expects (R45), and where all of it stands.
const EXPECTATIONS: &str = "area.10.expectations";
const ALIGNMENT: &str = "area.10.alignment";

/// Each writes unseen, both are revealed together, and each line gets a mark: the last one that of all lines,
/// the others that both expect it. Goes on with Tab from where the focus is, and ends on a mark.
pub async fn write_expectations(window: &Window, relationship: &str, answers: &[Value]) {
    let form = view(window, relationship).await;
    let of = |key: &'static str| answers.iter().filter(move |answer| answer["field"] == key);
    let lines =
        |answer: &Value| serde_json::from_value::<Vec<String>>(answer["value"].clone()).unwrap();
    let mut all = Vec::new();
    for answer in of(EXPECTATIONS) {
        let described = field(&form, EXPECTATIONS);
        let sides = described["answers"].as_array().unwrap();
        let own = sides.iter().find(|each| each["side"] == answer["side"]);
        let name = own.unwrap()["name"].as_str().unwrap().to_owned();
        window
            .tab_to("button", &format!("I am {name}, and I write mine"))
            .await;
        window.keys(ENTER).await;
        let label = format!("What I expect ({name})");
        window.focus_on("textbox", &label).await;
        window.keys(&lines(answer).join(ENTER)).await;
        window.tab_to("button", "I have finished").await;
        window.keys(ENTER).await;
        window.shows(&format!("{name} has finished.")).await;
        all.extend(lines(answer));
    }
    if all.is_empty() {
        return;
    }
    window.tab_to("button", "Reveal both").await;
    window.keys(ENTER).await;
    let marks = ["aligned", "to_discuss", "different"];
    let together = of(ALIGNMENT)
        .next()
        .and_then(|answer| answer["value"].as_str());
    let together = marks.iter().position(|mark| Some(*mark) == together);
    let last = all.len() - 1;
    for (at, text) in all.iter().enumerate() {
        let set = format!("How do you stand to: {text}");
        let stop = tab_until(window, &set, |stop| stop.set == set).await;
        let place = if at == last { together.unwrap_or(0) } else { 0 };
        super::pick(window, &stop, place).await;
    }
}

/// Ends the writing of a row, and waits until the focus is where it came from.
pub async fn end_row(window: &Window, back: &str) {
    window.tab_to("button", "Done").await;
    window.keys(ENTER).await;
    window.focus_on("button", back).await;
}

/// Fills the agreement, page by page in the order in which the window leads through it, and gives each page to
/// `looks` when it is filled. The focus is on the heading of the first section before, and on that of the page
/// behind the last one afterwards. Answers are given as `answer.set` takes them.
pub async fn fill_pages(
    window: &Window,
    relationship: &str,
    answers: &[Value],
    looks: impl AsyncFn(&Window, &str),
) {
    let form = view(window, relationship).await;
    let mut entries: Vec<Entry> = answers
        .iter()
        .flat_map(|answer| entries(&form, answer))
        .collect();
    for section in form["sections"].as_array().unwrap() {
        let (key, title) = (
            section["section"].as_str().unwrap(),
            section["title"].as_str().unwrap(),
        );
        window.arrives(title).await;
        let own: Vec<&str> = section["fields"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|field| field["field"].as_str())
            .collect();
        let also: Vec<&str> = section["also"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let here = |entry: &Entry| {
            let key = entry.key.as_str();
            own.contains(&key) || also.contains(&key)
        };
        if own.contains(&EXPECTATIONS) {
            write_expectations(window, relationship, answers).await;
        }
        let (on_page, later) = entries.into_iter().partition(here);
        entries = later;
        for left in fill(window, on_page, ("link", "Next: ")).await {
            assert!(
                !own.contains(&left.key.as_str()),
                "{key} asks nowhere for {left:#?}"
            );
            entries.push(left);
        }
        let given = answers.iter().filter(|answer| {
            let field = &answer["field"];
            own.iter().any(|own| field == own)
        });
        kept(window, relationship, given).await;
        looks(window, key).await;
        window.keys(ENTER).await;
    }
    assert!(entries.is_empty(), "asked nowhere: {entries:#?}");
}

/// Waits until the store has these answers.
pub async fn kept<'a>(
    window: &Window,
    relationship: &str,
    answers: impl Iterator<Item = &'a Value>,
) {
    let answers: Vec<&Value> = answers.collect();
    let differs = |view: &Value| -> Vec<&Value> {
        let differing = answers.iter().filter(|answer| {
            let key = answer["field"].as_str().unwrap();
            let field = field(view, key);
            let kind = field["kind"].as_str().unwrap();
            if ["goals", "milestones", "contact"].contains(&kind) {
                return false;
            }
            let stored = stored(view, key, &answer["side"]);
            // A box that was never ticked is no.
            let stored = match (field["cell"].is_null(), stored) {
                (false, Value::Null) => json!(false),
                (_, stored) => stored,
            };
            stored != answer["value"]
        });
        differing.copied().collect()
    };
    window
        .wait_until(
            &format!("the answers in the store: {answers:#?}"),
            async |window| {
                differs(&view(window, relationship).await)
                    .is_empty()
                    .then_some(())
            },
        )
        .await;
}
