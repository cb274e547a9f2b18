//! The history of what the two wrote, with date and author, and putting an older wording back (R60):
//! of an answer, of a goal, a milestone or a heading of their own, of the name and the sentence of a
//! section, and of how a relationship began.

mod answer;
mod row;
mod section;

pub(crate) use answer::{Recorded, get, restore};
pub(crate) use row::{
    of_activity, of_detail, of_goal, of_heading, of_milestone, restore_detail, restore_goal,
    restore_heading, restore_milestone,
};
pub(crate) use section::{of_sentence, of_title, restore_sentence, restore_title};

use super::moment_words;
use crate::api::agreement::HistoryEntry;
use crate::domain::moment::Moment;
use crate::domain::side::Role;
use crate::error::Error;
use crate::record::state::State;
use crate::store::edit::EditRow;
use serde_json::Value;

/// Wordings less than this many seconds apart, by one author, can be one that is being typed.
const RUN: i64 = 600;

/// What stood there after one edit.
struct Wording {
    edit: EditRow,
    value: Value,
}

/// A wording in words: what it is called, where it has a name of its own, and what it says.
#[derive(Default, PartialEq, Eq)]
struct Said {
    title: Option<String>,
    text: String,
}

impl Said {
    fn text(text: impl Into<String>) -> Self {
        Self {
            title: None,
            text: text.into(),
        }
    }
}

/// Whether one text is the other typed on: what stands at the beginning and the end of both is at least
/// half of the first.
fn goes_on_from(before: &str, after: &str) -> bool {
    let same = before
        .chars()
        .zip(after.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let (length, other) = (before.chars().count(), after.chars().count());
    let room = length.min(other).saturating_sub(same);
    let tail = before
        .chars()
        .rev()
        .zip(after.chars().rev())
        .take(room)
        .take_while(|(one, other)| one == other)
        .count();
    same.saturating_add(tail).saturating_mul(2) >= length
}

fn author(state: &State, author: &str) -> String {
    match Role::from_key(author) {
        Some(Role::Mentor) => state.mentor.name.clone(),
        Some(Role::Mentee) => state.mentee.name.clone(),
        Some(Role::Coordinator) | None => state.vocabulary.say("the coordinator").into_owned(),
    }
}

/// The wordings as they are shown: newest first. While somebody types, many edits are kept; of a text
/// that is `typed` the list shows the last of each run. A run ends where the author pauses, empties the text
/// or begins anew, and with another name.
fn entries(
    state: &State,
    wordings: Vec<Wording>,
    typed: bool,
    said: impl Fn(&Value) -> Said,
) -> Vec<HistoryEntry> {
    let mut entries: Vec<HistoryEntry> = Vec::new();
    let mut last: Option<(String, i64)> = None;
    for Wording { edit, value } in wordings {
        let Some(at) = Moment::from_text(&edit.at) else {
            continue;
        };
        let stamp = at.utc().timestamp();
        let goes_on = typed
            && last
                .as_ref()
                .is_some_and(|(who, then)| *who == edit.author && stamp - then <= RUN);
        let Said { title, text } = said(&value);
        let other = entries
            .last()
            .is_some_and(|before| before.title != title || !goes_on_from(&before.text, &text));
        if goes_on && !other {
            entries.pop();
        }
        last = Some((edit.author.clone(), stamp));
        entries.push(HistoryEntry {
            edit: edit.id,
            when: moment_words(&at),
            at: edit.at,
            author: author(state, &edit.author),
            title,
            text,
            current: false,
        });
    }
    entries.reverse();
    if let Some(newest) = entries.first_mut() {
        newest.current = true;
    }
    entries
}

fn gone() -> Error {
    Error::field(
        "not_found",
        "edit",
        "This wording is not in the history. Nothing was changed. Choose one from the list.",
    )
}
