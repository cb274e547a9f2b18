//! What one template has that another has not, in words: read before anything is imported.

use super::overlay::{Asked, FormSection, Overlay, may_move};
use serde::Serialize;
use ts_rs::TS;

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "TemplateDifference")]
pub struct Difference {
    /// The section by its title; the template's name where it is about the whole.
    pub about: String,
    /// What differs, in a sentence.
    pub sentence: String,
}

/// What changes when `after` takes the place of `before`, in the order of `after`.
pub fn differences(before: &Overlay, after: &Overlay) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut tell = |about: &str, sentence: String| {
        found.push(Difference {
            about: about.to_owned(),
            sentence,
        });
    };
    if before.name != after.name {
        tell(
            &after.name,
            format!(
                "It is called “{}” instead of “{}”.",
                after.name, before.name
            ),
        );
    }
    if before.programme != after.programme {
        tell(
            &after.name,
            match (before.programme.as_str(), after.programme.as_str()) {
                ("", programme) => format!("It asks in the name of “{programme}”."),
                (_, "") => "It asks in the name of no programme any more.".to_owned(),
                (old, new) => format!("It asks in the name of “{new}” instead of “{old}”."),
            },
        );
    }
    for section in after.sections() {
        for sentence in section_differences(before.section(section.key()), section) {
            tell(section.title(), sentence);
        }
    }
    if let Some(order) = new_order(before, after) {
        tell(&after.name, order);
    }
    for gone in before
        .own()
        .filter(|own| after.section(own.key()).is_none())
    {
        tell(gone.title(), "This section is taken away.".to_owned());
    }
    found
}

fn section_differences(before: Option<FormSection<'_>>, after: FormSection<'_>) -> Vec<String> {
    let Some(before) = before else {
        return vec![match after.asked() {
            Asked::Nobody => "This section is added.".to_owned(),
            Asked::Fairlead | Asked::Template => {
                "This section is added, and asked for before signing.".to_owned()
            }
        }];
    };
    let mut found = Vec::new();
    if before.title() != after.title() {
        found.push(format!("Its title was “{}”.", before.title()));
    }
    if before.guidance() != after.guidance() {
        found.push("Its guidance is another.".to_owned());
    }
    if before.is_marked() != after.is_marked() {
        found.push(
            if after.is_marked() {
                "It is asked for before signing."
            } else {
                "It is not asked for any more."
            }
            .to_owned(),
        );
    }
    if before.is_hidden() != after.is_hidden() {
        found.push(
            if after.is_hidden() {
                "It is left out from the start."
            } else {
                "It is shown again."
            }
            .to_owned(),
        );
    }
    found
}

/// The new order of the table's rows, where what both have stands in another one.
fn new_order(before: &Overlay, after: &Overlay) -> Option<String> {
    let rows = |overlay: &Overlay, other: &Overlay| -> Vec<String> {
        overlay
            .sections()
            .filter(|section| may_move(section.key()) && other.section(section.key()).is_some())
            .map(|section| section.key().to_owned())
            .collect()
    };
    (rows(before, after) != rows(after, before)).then(|| {
        let titles: Vec<&str> = after
            .sections()
            .filter(|section| may_move(section.key()))
            .map(|section| section.title())
            .collect();
        format!("The order is another: {}.", titles.join(", "))
    })
}
