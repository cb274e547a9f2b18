//! Templates: what the owner changed of the shipped form, for relationships to come (R53, R58).

use super::ApiError;
use crate::domain::ids::{RelationshipId, TemplateId};
use crate::domain::overlay::Asked;
use crate::domain::template::Part;
use crate::domain::template_difference::Difference;
use crate::domain::template_file::{self, Fault};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most bytes of a file with a template (see [`file_too_large`]).
pub const LARGEST_FILE: usize = template_file::LARGEST;

/// The refusal of a file that has more bytes than a template can have, before anything of it is read.
pub fn file_too_large(bytes: u64) -> ApiError {
    refused(template_file::too_large(bytes))
}

/// The refusal of a file that holds no text.
pub fn file_without_text() -> ApiError {
    refused(template_file::no_text())
}

fn refused(fault: Fault) -> ApiError {
    ApiError {
        code: fault.code.to_owned(),
        message: fault.sentence,
        field: None,
    }
}

/// A template in the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateSummary {
    /// Id; `fairlead` for the shipped form.
    pub id: TemplateId,
    /// What it is called.
    pub name: String,
    /// The programme that asks for what it marks; may be empty.
    pub programme: String,
    /// Its version, from 1.
    pub version: u32,
    /// Whether it is the form that Fairlead ships: it can be copied, and not changed.
    pub shipped: bool,
    /// Whether it was removed while relationships use it: no new one is offered it.
    pub retired: bool,
    /// How many relationships were made from it.
    pub used: u32,
    /// What of the shipped form it changes, in words.
    pub about: String,
}

/// All templates, the shipped form first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Templates {
    /// The templates.
    pub templates: Vec<TemplateSummary>,
}

/// A section as a template shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateSection {
    /// Key, like `area.12`; `own.` and a name for one of the template's own.
    pub section: String,
    /// Which part it belongs to.
    pub part: Part,
    /// Its number within the part.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// The shipped title; none for one of the template's own.
    pub shipped_title: Option<String>,
    /// The question it answers; empty for one of the template's own.
    pub question: String,
    /// Its guidance.
    pub guidance: String,
    /// The shipped guidance; none for one of the template's own.
    pub shipped_guidance: Option<String>,
    /// Who asks that it is answered before signing.
    pub asked: Asked,
    /// Whether it is left out from the start.
    pub hidden: bool,
    /// Whether it can be left out from the start.
    pub may_hide: bool,
    /// Whether it can be moved among the others that can.
    pub may_move: bool,
    /// Whether it is one of the template's own.
    pub own: bool,
}

/// A whole template.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplateView {
    /// The template.
    pub template: TemplateSummary,
    /// Its sections in their order.
    pub sections: Vec<TemplateSection>,
    /// The section that was just added.
    pub added: Option<String>,
}

/// One template.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichTemplate {
    /// Its id; `fairlead` for the shipped form.
    pub template: TemplateId,
}

/// Something that was done to a template.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TemplateDeed {
    /// What, as in "moving “Limits”".
    pub name: String,
    /// When, in words.
    pub when: String,
    /// Whether it was taken back.
    pub undone: bool,
}

/// What was done to a template.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TemplateDeeds {
    /// The newest first.
    pub deeds: Vec<TemplateDeed>,
}

/// What a blank form is made from (R78). Nothing at all is the form that Fairlead ships.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlankOf {
    /// The template; without one that of the relationship.
    #[serde(default)]
    pub template: Option<TemplateId>,
    /// The relationship whose programme puts its name, its logo and its words on the form (R58, C29).
    #[serde(default)]
    pub relationship: Option<RelationshipId>,
}

impl BlankOf {
    /// From ids as they are typed.
    pub fn new(template: Option<&str>, relationship: Option<&str>) -> Self {
        Self {
            template: template.map(|id| TemplateId(id.to_owned())),
            relationship: relationship.map(|id| RelationshipId(id.to_owned())),
        }
    }
}

/// A template to be copied.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyTemplate {
    /// Its id; `fairlead` for the shipped form.
    pub template: TemplateId,
    /// What the copy is called.
    pub name: String,
}

/// Changes to a template; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeTemplate {
    /// Its id.
    pub template: TemplateId,
    /// What it is called.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// The programme that asks for what it marks; empty for none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub programme: Option<String>,
    /// Whether it is offered to no new relationship.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub retired: Option<bool>,
}

/// A new section of a template's own.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewTemplateSection {
    /// Which template.
    pub template: TemplateId,
    /// Its title.
    pub title: String,
    /// Its guidance; may be empty.
    #[serde(default)]
    pub guidance: String,
    /// Whether it is asked for before signing.
    #[serde(default)]
    pub asked: bool,
    /// Its place among the fourteen areas, from 1; the last where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub position: Option<u32>,
}

/// Changes to a section of a template; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeTemplateSection {
    /// Which template.
    pub template: TemplateId,
    /// Key of the section.
    pub section: String,
    /// Its title; empty for the shipped one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub title: Option<String>,
    /// Its guidance; empty for the shipped one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub guidance: Option<String>,
    /// Whether it is asked for before signing.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub asked: Option<bool>,
    /// Whether it is left out from the start.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub hidden: Option<bool>,
}

/// One section of a template.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichTemplateSection {
    /// Which template.
    pub template: TemplateId,
    /// Key of the section.
    pub section: String,
}

/// A section of a template on its way to another place.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveTemplateSection {
    /// Which template.
    pub template: TemplateId,
    /// Key of the section.
    pub section: String,
    /// Its new place among the areas and the template's own sections, from 1.
    pub position: u32,
}

/// A template as a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TemplateText {
    /// A name for the file, safe on every system.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// What became of a template that was removed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TemplateRemoved {
    /// Whether it was kept, because relationships use it, and is offered to no new one.
    pub retired: bool,
    /// The template as a file, with which it can be brought back where it was not kept.
    pub text: Option<String>,
}

/// A file to be looked at.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TemplateImportText {
    /// What stands in the file.
    pub text: String,
}

/// A file to be imported.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportTemplate {
    /// What stands in the file.
    pub text: String,
    /// As a template of its own, although there is one with its id.
    #[serde(default)]
    pub as_copy: bool,
}

/// What importing a file would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// Add a template.
    Add,
    /// Change one that is there.
    Change,
    /// Nothing: it is there just so.
    Same,
}

/// What importing a file would do; nothing was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportPreview {
    /// In a word.
    pub kind: ImportKind,
    /// In a sentence.
    pub sentence: String,
    /// What the template is called in the file.
    pub name: String,
    /// What would be added or changed: beside the template that is there, else beside the shipped form.
    pub differences: Vec<Difference>,
}

/// The template that a relationship was made from.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsedTemplate {
    /// Id; `fairlead` for the shipped form.
    pub id: TemplateId,
    /// What it was called then.
    pub name: String,
    /// Its version then.
    pub version: u32,
    /// The newer version that the agreement can be moved to.
    pub newer: Option<u32>,
}

/// An agreement to be moved to another template, or to the newest version of its own.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AdoptTemplate {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which template; the one it was made from where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub template: Option<TemplateId>,
}

/// What moving an agreement did, or would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TemplateAdopted {
    /// The template it is moved to.
    pub template: UsedTemplate,
    /// What differs between the two templates.
    pub differences: Vec<Difference>,
}
