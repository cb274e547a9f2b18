//! What differs between two versions of an agreement: as a list for people, and as the places that differ
//! at all (R60).
//!
//! [`changes`] tells what the two changed: answers, words of their own, titles, goals. What the form words
//! by itself is left out, since a newer Fairlead may word it anew without anybody having changed anything.
//! [`differing`] tells every place in which two texts are not the same to the letter.

use super::agreement_text::{Text, TextAnswer, TextGoal, TextPart, TextSection, TextStanding};
use super::side::Side;
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ChangeKind")]
pub enum Kind {
    /// It is new.
    Added,
    /// It is there no more.
    Removed,
    /// It says something else.
    Changed,
    /// It stands in another place.
    Moved,
}

/// One thing that differs between two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "VersionChange")]
pub struct Change {
    /// Key of the section or id of the own heading; none for the people, the programme and the order.
    pub section: Option<String>,
    /// The section as people name it, like `Area 5, Contact`.
    pub title: String,
    /// What of it, like a question; empty for the section as a whole.
    pub label: String,
    /// Whose answer, where each gives one.
    pub side: Option<Side>,
    /// What became of it.
    pub kind: Kind,
    /// The words before; empty where there were none.
    pub before: String,
    /// The words after; empty where there are none.
    pub after: String,
}

/// What the parts of an agreement are called that are no section.
const PEOPLE: &str = "The two people";
const PROGRAMME: &str = "The programme";
const GOALS: &str = "Goals";
const MILESTONES: &str = "Milestones";
const ORDER: &str = "The order of the areas";
const GOAL_SECTION: &str = "template.3";
const MILESTONE_SECTION: &str = "template.4";

struct List<'a> {
    section: Option<&'a str>,
    title: &'a str,
    found: Vec<Change>,
}

impl<'a> List<'a> {
    const fn of(section: Option<&'a str>, title: &'a str) -> Self {
        Self {
            section,
            title,
            found: Vec::new(),
        }
    }

    fn add(&mut self, label: &str, side: Option<Side>, kind: Kind, before: &str, after: &str) {
        self.found.push(Change {
            section: self.section.map(str::to_owned),
            title: self.title.to_owned(),
            label: label.to_owned(),
            side,
            kind,
            before: before.to_owned(),
            after: after.to_owned(),
        });
    }

    /// Adds a change where the words differ: from nothing is added, to nothing is removed.
    fn words(&mut self, label: &str, side: Option<Side>, before: &str, after: &str) {
        if before == after {
            return;
        }
        let kind = match (before.is_empty(), after.is_empty()) {
            (true, false) => Kind::Added,
            (false, true) => Kind::Removed,
            (true, true) | (false, false) => Kind::Changed,
        };
        self.add(label, side, kind, before, after);
    }
}

fn maybe(text: Option<&String>) -> &str {
    text.map_or("", String::as_str)
}

/// What the two changed from one version to another, in the order of the paper.
pub fn changes(before: &Text, after: &Text) -> Vec<Change> {
    let mut all = people(before, after);
    let mut programme = List::of(None, PROGRAMME);
    let (old, new) = (before.programme.as_ref(), after.programme.as_ref());
    programme.words("", None, maybe(old), maybe(new));
    all.extend(programme.found);
    for section in &after.sections {
        all.extend(match before.section(&section.id) {
            Some(old) => of_section(old, section),
            None => whole(section, Kind::Added),
        });
        if section.id == GOAL_SECTION {
            all.extend(goals(before, after));
        }
        if section.id == MILESTONE_SECTION {
            all.extend(milestones(before, after));
        }
    }
    for gone in &before.sections {
        if after.section(&gone.id).is_none() {
            all.extend(whole(gone, Kind::Removed));
        }
    }
    all.extend(order(before, after));
    all
}

fn people(before: &Text, after: &Text) -> Vec<Change> {
    let mut list = List::of(None, PEOPLE);
    for side in [Side::Mentee, Side::Mentor] {
        let (old, new) = (before.person(side), after.person(side));
        list.words("Name", Some(side), &old.name, &new.name);
        list.words(
            "Place",
            Some(side),
            maybe(old.place.as_ref()),
            maybe(new.place.as_ref()),
        );
        list.words(
            "Time zone",
            Some(side),
            maybe(old.zone.as_ref()),
            maybe(new.zone.as_ref()),
        );
    }
    let (old, new) = (before.connected_on.as_ref(), after.connected_on.as_ref());
    list.words("In touch since", None, maybe(old), maybe(new));
    list.found
}

/// How the two stand to a section, in words.
pub const fn standing(standing: TextStanding) -> &'static str {
    match standing {
        TextStanding::Agreed => "agreed by both",
        TextStanding::NotForUs => "left out by agreement",
        TextStanding::Later => "left for later",
        TextStanding::Open => "still being talked about",
    }
}

/// Everything that a section says, for where it comes or goes as a whole.
fn said(section: &TextSection) -> String {
    let answers = section.answers.iter().map(|answer| answer.words.as_str());
    section
        .sentence
        .as_deref()
        .into_iter()
        .chain(answers)
        .collect::<Vec<_>>()
        .join("\n")
}

fn whole(section: &TextSection, kind: Kind) -> Vec<Change> {
    let name = section.name();
    let mut list = List::of(Some(&section.id), &name);
    let said = said(section);
    match kind {
        Kind::Removed => list.add("", None, kind, &said, ""),
        Kind::Added | Kind::Changed | Kind::Moved => list.add("", None, kind, "", &said),
    }
    list.found
}

fn of_section(before: &TextSection, after: &TextSection) -> Vec<Change> {
    let name = after.name();
    let mut list = List::of(Some(&after.id), &name);
    list.words("Title", None, &before.title, &after.title);
    // A draft is talked about again while it is changed; that is no change of what was agreed.
    if before.standing != after.standing && after.standing != TextStanding::Open {
        let (old, new) = (standing(before.standing), standing(after.standing));
        list.add("Standing", None, Kind::Changed, old, new);
    }
    if before.own || after.own {
        let (old, new) = (before.sentence.as_ref(), after.sentence.as_ref());
        list.words("Wording", None, maybe(old), maybe(new));
    }
    let mut told = BTreeSet::new();
    for answer in before.answers.iter().chain(&after.answers) {
        if !told.insert((answer.id.as_str(), answer.by)) {
            continue;
        }
        let old = before.answer(&answer.id, answer.by);
        let new = after.answer(&answer.id, answer.by);
        if old.map(|answer| &answer.value) == new.map(|answer| &answer.value) {
            continue;
        }
        let words = |answer: Option<&TextAnswer>| {
            answer.map_or_else(String::new, |answer| answer.words.clone())
        };
        let label = new.or(old).map_or("", |answer| answer.label.as_str());
        list.words(label, answer.by, &words(old), &words(new));
    }
    list.found
}

fn goal_words(goal: &TextGoal) -> String {
    if goal.measure.is_empty() {
        goal.title.clone()
    } else {
        format!("{} ({})", goal.title, goal.measure)
    }
}

fn goals(before: &Text, after: &Text) -> Vec<Change> {
    let mut list = List::of(Some(GOAL_SECTION), GOALS);
    for goal in &after.goals {
        let Some(old) = before.goals.iter().find(|old| old.id == goal.id) else {
            list.add("", None, Kind::Added, "", &goal_words(goal));
            continue;
        };
        list.words("Goal", None, &old.title, &goal.title);
        let about = |what: &str| format!("{what}: {}", goal.title);
        list.words(&about("Measure"), None, &old.measure, &goal.measure);
        let span = |goal: &TextGoal| match goal.horizon.as_str() {
            "long" => "long-term",
            _ => "short-term",
        };
        list.words(&about("Horizon"), None, span(old), span(goal));
        let rank = |rank: Option<u32>| rank.map_or(String::new(), |rank| rank.to_string());
        list.words(&about("Order"), None, &rank(old.rank), &rank(goal.rank));
        for side in [Side::Mentee, Side::Mentor] {
            let rating = |goal: &TextGoal| rank(goal.ratings.of(side));
            let label = about("Own rating");
            list.words(&label, Some(side), &rating(old), &rating(goal));
        }
    }
    for gone in &before.goals {
        if !after.goals.iter().any(|goal| goal.id == gone.id) {
            list.add("", None, Kind::Removed, &goal_words(gone), "");
        }
    }
    list.found
}

fn milestones(before: &Text, after: &Text) -> Vec<Change> {
    let mut list = List::of(Some(MILESTONE_SECTION), MILESTONES);
    for milestone in &after.milestones {
        let Some(old) = before.milestones.iter().find(|old| old.id == milestone.id) else {
            list.add("", None, Kind::Added, "", &milestone.name);
            continue;
        };
        list.words("Milestone", None, &old.name, &milestone.name);
        let about = |what: &str| format!("{what}: {}", milestone.name);
        let (was, is) = (maybe(old.on.as_ref()), maybe(milestone.on.as_ref()));
        list.words(&about("Date"), None, was, is);
        let (was, is) = (&old.source, &milestone.source);
        list.words(&about("Comes from"), None, was, is);
        let ends = |ends: bool| if ends { "yes" } else { "no" };
        let label = about("Ends on it");
        list.words(&label, None, ends(old.ends), ends(milestone.ends));
    }
    for gone in &before.milestones {
        if !after.milestones.iter().any(|each| each.id == gone.id) {
            list.add("", None, Kind::Removed, &gone.name, "");
        }
    }
    list.found
}

/// The headings of part 2 that both versions have, in another order (R53).
fn order(before: &Text, after: &Text) -> Vec<Change> {
    let rows = |text: &Text, other: &Text| -> Vec<(String, String)> {
        text.sections
            .iter()
            .filter(|section| matches!(section.part, TextPart::Contract | TextPart::Own))
            .filter(|section| other.section(&section.id).is_some())
            .map(|section| (section.id.clone(), section.title.clone()))
            .collect()
    };
    let (old, new) = (rows(before, after), rows(after, before));
    let ids = |rows: &[(String, String)]| -> Vec<String> {
        rows.iter().map(|(id, _)| id.clone()).collect()
    };
    if ids(&old) == ids(&new) {
        return Vec::new();
    }
    let titles = |rows: &[(String, String)]| {
        let titles: Vec<&str> = rows.iter().map(|(_, title)| title.as_str()).collect();
        titles.join(", ")
    };
    let mut list = List::of(None, ORDER);
    list.add("", None, Kind::Moved, &titles(&old), &titles(&new));
    list.found
}

/// Every place in which two texts are not the same to the letter, as people name it: sections, goals,
/// milestones, or the first page.
pub fn differing(one: &Text, other: &Text) -> Vec<String> {
    let mut places = Vec::new();
    let bare = |text: &Text| {
        let mut text = text.clone();
        text.sections.clear();
        text.goals.clear();
        text.milestones.clear();
        text.amendments.clear();
        text
    };
    if bare(one) != bare(other) {
        places.push("the first page".to_owned());
    }
    for section in &one.sections {
        if other.section(&section.id) != Some(section) {
            places.push(section.name());
        }
    }
    for section in &other.sections {
        if one.section(&section.id).is_none() {
            places.push(section.name());
        }
    }
    if one.goals != other.goals {
        places.push("the goals".to_owned());
    }
    if one.milestones != other.milestones {
        places.push("the milestones".to_owned());
    }
    if one.amendments != other.amendments {
        places.push("the amendments".to_owned());
    }
    let ids = |text: &Text| -> Vec<String> {
        text.sections
            .iter()
            .map(|section| section.id.clone())
            .collect()
    };
    if places.is_empty() && ids(one) != ids(other) {
        places.push("the order of the areas".to_owned());
    }
    places
}

/// A change in one sentence, for the list of amendments.
pub fn sentence(change: &Change) -> String {
    let what = if change.label.is_empty() {
        change.title.clone()
    } else {
        format!(
            "{}: “{}”",
            change.title,
            change.label.trim_end_matches([':', '?', '.'])
        )
    };
    let short = |text: &str| text.chars().count() <= 80 && !text.contains('\n');
    let fits = short(&change.before) && short(&change.after);
    match change.kind {
        Kind::Moved => format!("{what} is another one."),
        Kind::Added if fits => format!("{what} is new: “{}”.", change.after),
        Kind::Added => format!("{what} is new."),
        Kind::Removed if fits => format!("{what} was taken out. It said “{}”.", change.before),
        Kind::Removed => format!("{what} was taken out."),
        Kind::Changed if fits => {
            format!(
                "{what} is now “{}”; it was “{}”.",
                change.after, change.before
            )
        }
        Kind::Changed => format!("{what} was worded anew."),
    }
}
