//! A template: what somebody changed of the form that Fairlead ships.
//!
//! It is an overlay and no copy. It names the shipped sections in its own order, gives some of them
//! another title or other guidance, hides some, asks for some, and adds sections of text. The fields
//! with their keys, options and sentences stay those of the shipped form, so that no template can take
//! an answer away from a rule, and a better sentence in the shipped form reaches every template.

use super::template::{Part, Place, Section, template};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use ts_rs::TS;

/// Stands for the form that Fairlead ships, where the id of a template is asked for.
pub const SHIPPED: &str = "fairlead";
/// The version of the shipped form: raised when a section is added to it or taken away.
pub const FORM_VERSION: u32 = 1;
/// Most sections of its own that a template may have.
pub const MOST_OWN: usize = 40;
/// Most characters of a guidance.
pub const GUIDANCE_CHARS: usize = 2_000;
/// What the key of a section of its own begins with.
const OWN: &str = "own.";

/// What no template hides besides the sections with a required question: what every agreement must
/// state (R89, R95, R97), and the date on which it is read again (R47).
const ALWAYS: &[&str] = &[
    "template.1",
    "template.3",
    "template.4",
    "area.12",
    "clause.confidentiality",
    "clause.no_fault",
];

/// What a template says about one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionChange {
    /// The key of a shipped section, or `own.` and a name for one of the template's own.
    pub section: String,
    /// Its title, where it is not the shipped one; one of its own always has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its guidance, where it is not the shipped one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guidance: Option<String>,
    /// Asked for before signing (R58, R144, R146).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asked: bool,
    /// Left out from the start. The two can take it in again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

/// A template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// What it is called.
    pub name: String,
    /// The programme that asks for what it marks; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub programme: String,
    /// Every section in its order, of which that of the areas and its own sections can be another.
    pub sections: Vec<SectionChange>,
}

/// Who asks that a section is answered before signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "AskedFor")]
pub enum Asked {
    /// Nobody.
    Nobody,
    /// Fairlead: one of its questions must be answered (R144, R146).
    Fairlead,
    /// The template.
    Template,
}

/// A section as a template shows it.
#[derive(Debug, Clone, Copy)]
pub struct FormSection<'a> {
    change: &'a SectionChange,
    /// The shipped section; none for one of the template's own.
    pub standard: Option<&'static Section>,
}

impl SectionChange {
    /// A section of which nothing is changed.
    pub fn unchanged(section: &str) -> Self {
        Self {
            section: section.to_owned(),
            title: None,
            guidance: None,
            asked: false,
            hidden: false,
        }
    }

    /// Whether it is one of the template's own.
    pub fn is_own(&self) -> bool {
        self.section.starts_with(OWN)
    }
}

/// Whether this is how the key of a section of its own may look.
pub fn is_own_key(key: &str) -> bool {
    key.strip_prefix(OWN).is_some_and(|name| {
        (1..=40).contains(&name.len())
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    })
}

/// The key of a section of its own with this name.
pub fn own_key(name: &str) -> String {
    format!("{OWN}{name}")
}

/// Whether one of the section's questions must be answered before signing, whatever a template says.
pub fn is_required(section: &Section) -> bool {
    section.fields.iter().any(|field| field.required)
}

/// Whether a template may hide a shipped section.
pub fn may_hide(section: &Section) -> bool {
    !is_required(section) && !ALWAYS.contains(&section.key.as_str())
}

/// Whether a section can be moved: the rows of the table can (R53), while the seven sections of the
/// planning template keep their numbers (R78) and the clauses their place.
pub fn may_move(section: &str) -> bool {
    place_of(section) == Place::Management
}

/// Where a section stands among the others: the rows of the table as the template has them, the rest as
/// the shipped form has it.
fn order(section: &str) -> (u8, usize) {
    let shipped = || {
        let mut sections = template().sections.iter();
        sections.position(|each| each.key == section).unwrap_or(0)
    };
    match place_of(section) {
        Place::Purpose | Place::After => (0, shipped()),
        Place::Management => (1, 0),
        Place::Clause => (2, shipped()),
    }
}

impl Overlay {
    /// A template that changes nothing.
    pub fn unchanged(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            programme: String::new(),
            sections: template()
                .sections
                .iter()
                .map(|section| SectionChange::unchanged(&section.key))
                .collect(),
        }
        .settled()
    }

    /// Reads a template as it is kept.
    ///
    /// # Errors
    /// What is wrong, for a bug report: what is kept was checked before.
    pub fn kept(text: &str) -> Result<Self, String> {
        let overlay: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        Ok(overlay.settled())
    }

    /// The template as it is kept.
    ///
    /// # Errors
    /// Never for what [`Overlay`] can hold.
    pub fn to_text(&self) -> Result<String, String> {
        serde_json::to_string(self).map_err(|error| error.to_string())
    }

    /// With every shipped section once, in the order of the parts: one that is missing stands where it
    /// stands in the shipped form, and one that the shipped form does not have any more goes.
    #[must_use]
    pub fn settled(mut self) -> Self {
        let mut seen = HashSet::new();
        self.sections.retain(|change| {
            (change.is_own() || template().section(&change.section).is_some())
                && seen.insert(change.section.clone())
        });
        let mut before: Option<&str> = None;
        for section in &template().sections {
            if !seen.contains(&section.key) {
                let at = before
                    .and_then(|before| {
                        self.sections
                            .iter()
                            .position(|change| change.section == before)
                    })
                    .map_or(0, |at| at + 1);
                self.sections
                    .insert(at, SectionChange::unchanged(&section.key));
            }
            before = Some(&section.key);
        }
        self.sections.sort_by_key(|change| order(&change.section));
        self
    }

    /// The sections as the template shows them, hidden ones included.
    pub fn sections(&self) -> impl Iterator<Item = FormSection<'_>> {
        self.sections.iter().map(|change| FormSection {
            change,
            standard: template().section(&change.section),
        })
    }

    /// One section as the template shows it.
    pub fn section(&self, key: &str) -> Option<FormSection<'_>> {
        self.sections().find(|section| section.key() == key)
    }

    /// The template's own sections in their order.
    pub fn own(&self) -> impl Iterator<Item = FormSection<'_>> {
        self.sections().filter(FormSection::is_own)
    }

    /// The rows of the table in their order; none where the areas stand as in the shipped form and the
    /// template's own sections follow them.
    pub fn rows(&self) -> Option<Vec<&str>> {
        let keys = |overlay: &'_ Self| -> Vec<String> {
            let rows = overlay.sections.iter().map(|change| &change.section);
            rows.filter(|key| may_move(key)).cloned().collect()
        };
        let mut usual = keys(&Self::unchanged(""));
        usual.extend(self.own().map(|section| section.key().to_owned()));
        (keys(self) != usual).then(|| {
            let rows = self.sections.iter().map(|change| change.section.as_str());
            rows.filter(|key| may_move(key)).collect()
        })
    }

    /// Puts a row of the table at a place, from 0, among the rows.
    pub fn shift(&mut self, key: &str, to: usize) {
        if !may_move(key) {
            return;
        }
        let Some(from) = self.sections.iter().position(|each| each.section == key) else {
            return;
        };
        let moved = self.sections.remove(from);
        let peers: Vec<usize> = (0..self.sections.len())
            .filter(|at| {
                self.sections
                    .get(*at)
                    .is_some_and(|each| may_move(&each.section))
            })
            .collect();
        let at = match peers.get(to) {
            Some(at) => *at,
            None => peers.last().map_or(from, |last| last + 1),
        };
        self.sections.insert(at.min(self.sections.len()), moved);
    }
}

/// Where a section stands on paper; the template's own ones are rows of the table (R52, R53).
pub fn place_of(section: &str) -> Place {
    template()
        .section(section)
        .map_or(Place::Management, |section| section.paper)
}

impl<'a> FormSection<'a> {
    /// Its key.
    pub fn key(&self) -> &'a str {
        &self.change.section
    }

    /// Whether it is one of the template's own.
    pub fn is_own(&self) -> bool {
        self.change.is_own()
    }

    /// Its title.
    pub fn title(&self) -> &'a str {
        match (&self.change.title, self.standard) {
            (Some(title), _) => title,
            (None, Some(section)) => &section.title,
            (None, None) => &self.change.section,
        }
    }

    /// Its guidance.
    pub fn guidance(&self) -> &'a str {
        match (&self.change.guidance, self.standard) {
            (Some(guidance), _) => guidance,
            (None, Some(section)) => &section.guidance,
            (None, None) => "",
        }
    }

    /// The title that the template gave it.
    pub fn own_title(&self) -> Option<&'a str> {
        self.change.title.as_deref()
    }

    /// The guidance that the template gave it.
    pub fn own_guidance(&self) -> Option<&'a str> {
        self.change.guidance.as_deref()
    }

    /// Which part it belongs to.
    pub fn part(&self) -> Part {
        self.standard.map_or(Part::Contract, |section| section.part)
    }

    /// Where it stands on paper.
    pub fn place(&self) -> Place {
        self.standard
            .map_or(Place::Management, |section| section.paper)
    }

    /// Who asks that it is answered before signing.
    pub fn asked(&self) -> Asked {
        if self.standard.is_some_and(is_required) {
            Asked::Fairlead
        } else if self.change.asked {
            Asked::Template
        } else {
            Asked::Nobody
        }
    }

    /// Whether the template marks it as asked for, beside what Fairlead asks for.
    pub fn is_marked(&self) -> bool {
        self.change.asked
    }

    /// Whether it is left out from the start.
    pub fn is_hidden(&self) -> bool {
        self.change.hidden && self.may_hide()
    }

    /// Whether the template may hide it.
    pub fn may_hide(&self) -> bool {
        self.standard.is_some_and(may_hide)
    }
}
