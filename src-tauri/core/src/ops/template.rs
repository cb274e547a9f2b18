//! Templates of the owner: copied from the shipped form, changed, exported, imported, removed.

use super::template_deed::{self as deed, Deed};
use super::{Desk, Outcome, glimpse, line, optional_line};
use crate::api::start::Nothing;
use crate::api::template::{
    ChangeTemplate, ChangeTemplateSection, CopyTemplate, MoveTemplateSection, NewTemplateSection,
    TemplateRemoved, TemplateSection, TemplateSummary, TemplateText, TemplateView, Templates,
    WhichTemplate, WhichTemplateSection,
};
use crate::domain::dates;
use crate::domain::ids::TemplateId;
use crate::domain::overlay::{
    FORM_VERSION, FormSection, MOST_OWN, Overlay, SHIPPED, SectionChange, may_move, own_key,
};
use crate::domain::phrases;
use crate::domain::template_file::{TemplateFile, read_guidance};
use crate::error::{Error, Result};
use crate::files::safe_file_name;
use crate::store::Tx;
use crate::store::template::{self as store, TemplateRow};

pub(crate) const CHANGED: &[&str] = &["templates"];
/// Most templates that one person keeps.
pub(crate) const MOST: usize = 200;

/// The extension of a template as a file; a program that opens it shows readable JSON.
pub const EXTENSION: &str = "json";

/// A template with what it changes.
pub(crate) struct Template {
    pub row: TemplateRow,
    pub overlay: Overlay,
}

pub(crate) fn internal(error: String) -> Error {
    Error::Internal(error)
}

/// The shipped form as a template that changes nothing.
pub(crate) fn shipped() -> Template {
    let overlay = Overlay::unchanged(&phrases::templates().shipped);
    Template {
        row: TemplateRow {
            id: TemplateId(SHIPPED.to_owned()),
            name: overlay.name.clone(),
            version: FORM_VERSION,
            issued: FORM_VERSION,
            content: String::new(),
            retired: false,
            changed_at: String::new(),
        },
        overlay,
    }
}

pub(crate) fn of(row: TemplateRow) -> Result<Template> {
    let overlay = Overlay::kept(&row.content).map_err(internal)?;
    Ok(Template { row, overlay })
}

/// The template with this id, or the shipped form.
pub(crate) fn find(tx: &Tx<'_>, at: &str, id: &TemplateId) -> Result<Template> {
    if id.as_str() == SHIPPED {
        return Ok(shipped());
    }
    match store::one(tx, id)? {
        Some(row) => of(row),
        None => Err(Error::field(
            "not_found",
            at,
            "This template is not here any more. Nothing was changed. Choose one from your list.",
        )),
    }
}

/// As [`find`], for what changes it.
fn find_own(tx: &Tx<'_>, id: &TemplateId) -> Result<Template> {
    if id.as_str() == SHIPPED {
        return Err(Error::field(
            "shipped",
            "template",
            "This is the form that Fairlead ships, and it stays as it is. Nothing was changed. Make a copy and change that.",
        ));
    }
    find(tx, "template", id)
}

/// Keeps a changed template. A version that a relationship or a file has stays what it is: the change
/// makes the next one.
pub(crate) fn keep(tx: &Tx<'_>, desk: &Desk<'_>, mut template: Template) -> Result<Template> {
    let content = template.overlay.to_text().map_err(internal)?;
    if content != template.row.content {
        if template.row.issued >= template.row.version {
            template.row.version = template.row.issued.saturating_add(1);
        }
        template.row.content = content;
        template.row.name.clone_from(&template.overlay.name);
        template.row.changed_at = desk.now.to_text();
    }
    store::save(tx, &template.row)?;
    Ok(template)
}

/// Notes that somebody has the version as it is now.
pub(crate) fn issue(tx: &Tx<'_>, template: &Template) -> Result<()> {
    if template.row.id.as_str() == SHIPPED || template.row.issued >= template.row.version {
        return Ok(());
    }
    store::save(
        tx,
        &TemplateRow {
            issued: template.row.version,
            ..template.row.clone()
        },
    )?;
    Ok(())
}

/// What of the shipped form a template changes, in words.
fn about(overlay: &Overlay) -> String {
    let count = |number: usize, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {many}")),
    };
    let standard = || overlay.sections().filter(|section| !section.is_own());
    let reworded = standard()
        .filter(|section| section.own_title().is_some() || section.own_guidance().is_some())
        .count();
    let parts: Vec<String> = [
        count(
            overlay.own().count(),
            "section of its own",
            "sections of its own",
        ),
        count(reworded, "section reworded", "sections reworded"),
        count(
            overlay.sections().filter(|each| each.is_marked()).count(),
            "section asked for before signing",
            "sections asked for before signing",
        ),
        count(
            standard().filter(|section| section.is_hidden()).count(),
            "section left out",
            "sections left out",
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        phrases::templates().unchanged.clone()
    } else {
        format!("{}.", parts.join(", "))
    }
}

fn summary(tx: &Tx<'_>, template: &Template) -> Result<TemplateSummary> {
    let is_shipped = template.row.id.as_str() == SHIPPED;
    Ok(TemplateSummary {
        id: template.row.id.clone(),
        name: template.overlay.name.clone(),
        programme: template.overlay.programme.clone(),
        version: template.row.version,
        shipped: is_shipped,
        retired: template.row.retired,
        used: store::uses(tx, &template.row.id)?,
        about: if is_shipped {
            phrases::templates().shipped_about.clone()
        } else {
            about(&template.overlay)
        },
    })
}

fn section_view(section: FormSection<'_>) -> TemplateSection {
    TemplateSection {
        section: section.key().to_owned(),
        part: section.part(),
        number: section
            .standard
            .and_then(|standard| standard.number.clone()),
        title: section.title().to_owned(),
        shipped_title: section.standard.map(|standard| standard.title.clone()),
        question: section
            .standard
            .map(|standard| standard.question.clone())
            .unwrap_or_default(),
        guidance: section.guidance().to_owned(),
        shipped_guidance: section.standard.map(|standard| standard.guidance.clone()),
        asked: section.asked(),
        hidden: section.is_hidden(),
        may_hide: section.may_hide(),
        may_move: may_move(section.key()),
        own: section.is_own(),
    }
}

pub(crate) fn view(
    tx: &Tx<'_>,
    template: &Template,
    added: Option<String>,
) -> Result<TemplateView> {
    Ok(TemplateView {
        template: summary(tx, template)?,
        sections: template.overlay.sections().map(section_view).collect(),
        added,
    })
}

pub(crate) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Templates>> {
    desk.store.read(|tx| {
        let mut templates = Vec::new();
        for row in store::all(tx)? {
            templates.push(summary(tx, &of(row)?)?);
        }
        templates.sort_by_key(|each| (each.retired, each.name.to_lowercase(), each.id.clone()));
        templates.insert(0, summary(tx, &shipped())?);
        Ok(Outcome::read(Templates { templates }))
    })
}

pub(crate) fn get(desk: &Desk<'_>, request: WhichTemplate) -> Result<Outcome<TemplateView>> {
    desk.store.read(|tx| {
        let template = find(tx, "template", &request.template)?;
        Ok(Outcome::read(view(tx, &template, None)?))
    })
}

/// Refuses another template where there are already too many.
pub(crate) fn room(tx: &Tx<'_>, at: &str) -> Result<()> {
    if store::all(tx)?.len() < MOST {
        return Ok(());
    }
    Err(Error::field(
        "too_many",
        at,
        format!(
            "There are already {MOST} templates. Nothing was changed. Remove one that you do not need any more."
        ),
    ))
}

/// A template of the owner's, made from the shipped form or another one.
pub(crate) fn copy(desk: &Desk<'_>, request: CopyTemplate) -> Result<Outcome<TemplateView>> {
    let name = line("name", "name", &request.name)?;
    desk.store.write(|tx| {
        room(tx, "template")?;
        let from = find(tx, "template", &request.template)?;
        let id = TemplateId::new();
        let named = Deed::new(format!("making the copy “{}”", glimpse(&name)));
        let copy = Template {
            row: TemplateRow {
                id: id.clone(),
                name: name.clone(),
                version: 1,
                issued: 0,
                content: String::new(),
                retired: false,
                changed_at: desk.now.to_text(),
            },
            overlay: Overlay {
                name,
                ..from.overlay
            },
        };
        let copy = deed::on(tx, desk, &id, named, || keep(tx, desk, copy))?;
        Ok(Outcome::changed(view(tx, &copy, None)?, CHANGED))
    })
}

pub(crate) fn change(desk: &Desk<'_>, request: ChangeTemplate) -> Result<Outcome<TemplateView>> {
    let name = request
        .name
        .as_deref()
        .map(|typed| line("name", "name", typed))
        .transpose()?;
    let programme = request
        .programme
        .as_deref()
        .map(|typed| optional_line("programme", "name of the programme", typed))
        .transpose()?;
    desk.store.write(|tx| {
        let mut template = find_own(tx, &request.template)?;
        let title = glimpse(&template.overlay.name);
        let named = match (request.retired, &name) {
            (Some(true), _) => Deed::new(format!("removing the template “{title}”")),
            (Some(false), _) => Deed::new(format!("offering “{title}” again")),
            (None, Some(_)) => Deed::typing("changing the name of the template", "name"),
            (None, None) => Deed::typing("changing whose template it is", "programme"),
        };
        if let Some(name) = name {
            template.overlay.name = name;
        }
        if let Some(programme) = programme {
            template.overlay.programme = programme;
        }
        if let Some(retired) = request.retired {
            template.row.retired = retired;
        }
        let id = &request.template;
        let template = deed::on(tx, desk, id, named, || keep(tx, desk, template))?;
        Ok(Outcome::changed(view(tx, &template, None)?, CHANGED))
    })
}

/// Removes a template. One that relationships use is kept and offered to no new one; theirs stay as
/// they are, since each has a copy.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichTemplate) -> Result<Outcome<TemplateRemoved>> {
    desk.store.write(|tx| {
        let mut template = find_own(tx, &request.template)?;
        let retired = store::uses(tx, &template.row.id)? > 0;
        let title = glimpse(&template.overlay.name);
        let named = Deed::new(format!("removing the template “{title}”"));
        let text = deed::on(tx, desk, &request.template, named, || {
            if retired {
                template.row.retired = true;
                store::save(tx, &template.row)?;
                return Ok(None);
            }
            let text = file(&template).to_text().map_err(internal)?;
            store::delete(tx, &template.row.id)?;
            Ok(Some(text))
        })?;
        Ok(Outcome::changed(TemplateRemoved { retired, text }, CHANGED))
    })
}

fn file(template: &Template) -> TemplateFile {
    TemplateFile {
        template: template.row.id.to_string(),
        version: template.row.version,
        overlay: template.overlay.clone(),
    }
}

/// The template as a file. The shipped form is on every computer and is not exported.
pub(crate) fn export(desk: &Desk<'_>, request: WhichTemplate) -> Result<Outcome<TemplateText>> {
    desk.store.write(|tx| {
        let template = find_own(tx, &request.template)?;
        issue(tx, &template)?;
        let title = phrases::templates()
            .file
            .replace("{name}", &template.overlay.name);
        Ok(Outcome::changed(
            TemplateText {
                name: safe_file_name(&title, EXTENSION),
                text: file(&template).to_text().map_err(internal)?,
            },
            CHANGED,
        ))
    })
}

fn at_most(overlay: &Overlay) -> Result<()> {
    if overlay.own().count() < MOST_OWN {
        return Ok(());
    }
    Err(Error::field(
        "too_many",
        "title",
        format!(
            "This template already has {MOST_OWN} sections of its own. Nothing was changed. Put two of them together first."
        ),
    ))
}

fn guidance(text: &str) -> Result<String> {
    read_guidance(text)
        .map_err(|error| Error::field(error.code(), "guidance", error.sentence("guidance")))
}

/// A section of text of the template's own; it becomes a heading of its own in the agreement (R53).
pub(crate) fn add_section(
    desk: &Desk<'_>,
    request: NewTemplateSection,
) -> Result<Outcome<TemplateView>> {
    let title = line("title", "title", &request.title)?;
    let guidance = guidance(&request.guidance)?;
    desk.store.write(|tx| {
        let mut template = find_own(tx, &request.template)?;
        at_most(&template.overlay)?;
        let key = own_key(&uuid::Uuid::new_v4().to_string());
        let named = Deed::new(format!("adding “{}”", glimpse(&title)));
        template.overlay.sections.push(SectionChange {
            section: key.clone(),
            title: Some(title),
            guidance: (!guidance.is_empty()).then_some(guidance),
            asked: request.asked,
            hidden: false,
        });
        template.overlay = template.overlay.settled();
        if let Some(position) = request.position {
            template.overlay.shift(&key, place(position));
        }
        let id = &request.template;
        let template = deed::on(tx, desk, id, named, || keep(tx, desk, template))?;
        Ok(Outcome::changed(view(tx, &template, Some(key))?, CHANGED))
    })
}

/// A place from 0 out of one from 1.
fn place(position: u32) -> usize {
    usize::try_from(position)
        .unwrap_or(usize::MAX)
        .saturating_sub(1)
}

fn no_section(key: &str) -> Error {
    Error::field(
        "not_found",
        "section",
        format!(
            "This template has no section “{}” any more. Nothing was changed. template.get lists its sections.",
            glimpse(key)
        ),
    )
}

fn section_mut<'a>(overlay: &'a mut Overlay, key: &str) -> Result<&'a mut SectionChange> {
    overlay
        .sections
        .iter_mut()
        .find(|change| change.section == key)
        .ok_or_else(|| no_section(key))
}

/// Changes what a template says about a section. An empty title or guidance is the shipped one again.
pub(crate) fn change_section(
    desk: &Desk<'_>,
    request: ChangeTemplateSection,
) -> Result<Outcome<TemplateView>> {
    let typed_guidance = request.guidance.as_deref().map(guidance).transpose()?;
    desk.store.write(|tx| {
        let mut template = find_own(tx, &request.template)?;
        let shown = template
            .overlay
            .section(&request.section)
            .ok_or_else(|| no_section(&request.section))?;
        let (standard, may_hide) = (shown.standard, shown.may_hide());
        let called = glimpse(standard.map_or(shown.title(), |standard| &standard.title));
        let named = match (request.hidden, request.asked) {
            (Some(true), _) => Deed::new(format!("leaving out “{called}”")),
            (Some(false), _) => Deed::new(format!("taking “{called}” in again")),
            (None, Some(true)) => Deed::new(format!("asking for “{called}”")),
            (None, Some(false)) => Deed::new(format!("no longer asking for “{called}”")),
            (None, None) => Deed::typing(format!("rewording “{called}”"), &*request.section),
        };
        let title = match (&request.title, standard) {
            (Some(typed), Some(standard)) => {
                let title = optional_line("title", "title", typed)?;
                Some((!title.is_empty() && title != standard.title).then_some(title))
            }
            (Some(typed), None) => Some(Some(line("title", "title", typed)?)),
            (None, _) => None,
        };
        if request.hidden == Some(true) && !may_hide {
            return Err(Error::field(
                "not_hidden",
                "hidden",
                format!("“{}” stands in every agreement. Nothing was changed. The two can still say in their own agreement that it does not apply to them.", shown.title()),
            ));
        }
        let change = section_mut(&mut template.overlay, &request.section)?;
        if let Some(title) = title {
            change.title = title;
        }
        if let Some(typed) = typed_guidance {
            let same = standard.is_some_and(|standard| standard.guidance == typed);
            change.guidance = (!typed.trim().is_empty() && !same).then_some(typed);
        }
        if let Some(asked) = request.asked {
            change.asked = asked;
        }
        if let Some(hidden) = request.hidden {
            change.hidden = hidden;
        }
        let id = &request.template;
        let template = deed::on(tx, desk, id, named, || keep(tx, desk, template))?;
        Ok(Outcome::changed(view(tx, &template, None)?, CHANGED))
    })
}

pub(crate) fn move_section(
    desk: &Desk<'_>,
    request: MoveTemplateSection,
) -> Result<Outcome<TemplateView>> {
    desk.store.write(|tx| {
        let mut template = find_own(tx, &request.template)?;
        section_mut(&mut template.overlay, &request.section)?;
        if !may_move(&request.section) {
            return Err(Error::field(
                "not_moved",
                "section",
                "The seven sections keep their numbers, and the clauses their place at the end. Nothing was changed. Move one of the areas, or a section of the template's own.",
            ));
        }
        let title = template.overlay.section(&request.section);
        let title = glimpse(title.as_ref().map_or("", |each| each.title()));
        template
            .overlay
            .shift(&request.section, place(request.position));
        let id = &request.template;
        let named = Deed::new(format!("moving “{title}”"));
        let template = deed::on(tx, desk, id, named, || keep(tx, desk, template))?;
        Ok(Outcome::changed(view(tx, &template, None)?, CHANGED))
    })
}

/// Takes a section of its own away; a shipped one is left out instead.
pub(crate) fn remove_section(
    desk: &Desk<'_>,
    request: WhichTemplateSection,
) -> Result<Outcome<TemplateView>> {
    desk.store.write(|tx| {
        let mut template = find_own(tx, &request.template)?;
        let change = section_mut(&mut template.overlay, &request.section)?;
        if !change.is_own() {
            return Err(Error::field(
                "shipped",
                "section",
                "This section belongs to the form that Fairlead ships. Nothing was changed. Leave it out from the start instead.",
            ));
        }
        let title = glimpse(change.title.as_deref().unwrap_or_default());
        template
            .overlay
            .sections
            .retain(|change| change.section != request.section);
        let id = &request.template;
        let named = Deed::new(format!("removing “{title}”"));
        let template = deed::on(tx, desk, id, named, || keep(tx, desk, template))?;
        Ok(Outcome::changed(view(tx, &template, None)?, CHANGED))
    })
}

/// When a template was changed last, in words; empty for the shipped form.
pub(crate) fn changed_on(row: &TemplateRow) -> String {
    crate::domain::moment::Moment::from_text(&row.changed_at)
        .map(|at| dates::long(at.date()))
        .unwrap_or_default()
}
