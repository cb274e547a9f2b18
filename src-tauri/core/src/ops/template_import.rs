//! A template from a file: looked at first, taken in one step.

use super::template::{CHANGED, Template, changed_on, find, internal, keep, room, shipped, view};
use super::template_deed::{self as deed, Deed};
use super::{Desk, Outcome, glimpse};
use crate::api::template::{
    ImportKind, ImportPreview, ImportTemplate, TemplateImportText, TemplateView,
};
use crate::domain::ids::TemplateId;
use crate::domain::template_difference::differences;
use crate::domain::template_file::{Fault, TemplateFile};
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::template::{self as store, TemplateRow};

fn refused(fault: Fault) -> Error {
    Error::field(fault.code, "text", fault.sentence)
}

fn read(text: &str) -> Result<TemplateFile> {
    TemplateFile::read(text).map_err(refused)
}

/// The template with the id of the file, where there is one.
fn present(tx: &Tx<'_>, file: &TemplateFile) -> Result<Option<Template>> {
    let id = TemplateId(file.template.clone());
    match store::one(tx, &id)? {
        Some(_) => find(tx, "text", &id).map(Some),
        None => Ok(None),
    }
}

/// What importing a file would add or change. Nothing is written.
pub(crate) fn preview(
    desk: &Desk<'_>,
    request: TemplateImportText,
) -> Result<Outcome<ImportPreview>> {
    let file = read(&request.text)?;
    let name = file.overlay.name.clone();
    desk.store.read(|tx| {
        let preview = match present(tx, &file)? {
            None => ImportPreview {
                kind: ImportKind::Add,
                sentence: format!("This adds the template “{name}”. None of your templates changes."),
                differences: differences(
                    &crate::domain::overlay::Overlay {
                        name: name.clone(),
                        ..shipped().overlay
                    },
                    &file.overlay,
                ),
                name,
            },
            Some(there) if there.overlay == file.overlay => ImportPreview {
                kind: ImportKind::Same,
                sentence: format!("You have the template “{name}” just as it is in this file. There is nothing to import."),
                differences: Vec::new(),
                name,
            },
            Some(there) => ImportPreview {
                kind: ImportKind::Change,
                sentence: format!(
                    "You have this template as “{}”, version {}, last changed on {}. The file holds version {}. Agreements that were made from it stay as they are.",
                    there.overlay.name,
                    there.row.version,
                    changed_on(&there.row),
                    file.version
                ),
                differences: differences(&there.overlay, &file.overlay),
                name,
            },
        };
        Ok(Outcome::read(preview))
    })
}

/// Takes a file in: as a new template, or in the place of the one with its id.
pub(crate) fn import(desk: &Desk<'_>, request: ImportTemplate) -> Result<Outcome<TemplateView>> {
    let file = read(&request.text)?;
    desk.store.write(|tx| {
        let there = if request.as_copy {
            None
        } else {
            present(tx, &file)?
        };
        let id = match &there {
            Some(there) => there.row.id.clone(),
            None if request.as_copy => TemplateId::new(),
            None => TemplateId(file.template.clone()),
        };
        let named = Deed::new(format!("importing “{}”", glimpse(&file.overlay.name)));
        let template = deed::on(tx, desk, &id, named, || {
            Ok(match there {
                Some(there) if there.overlay == file.overlay => there,
                Some(mut there) => {
                    // Another content never goes by a number that somebody knows already.
                    let next = there.row.version + u32::from(there.row.issued >= there.row.version);
                    there.row.version = next.max(file.version);
                    there.row.issued = there.row.version;
                    there.row.name.clone_from(&file.overlay.name);
                    there.row.content = file.overlay.to_text().map_err(internal)?;
                    there.row.changed_at = desk.now.to_text();
                    there.row.retired = false;
                    there.overlay = file.overlay;
                    keep(tx, desk, there)?
                }
                None => {
                    room(tx, "text")?;
                    let row = TemplateRow {
                        id: id.clone(),
                        name: file.overlay.name.clone(),
                        version: file.version,
                        // The first change makes the next version: the file has this one.
                        issued: file.version,
                        content: file.overlay.to_text().map_err(internal)?,
                        retired: false,
                        changed_at: desk.now.to_text(),
                    };
                    keep(
                        tx,
                        desk,
                        Template {
                            row,
                            overlay: file.overlay,
                        },
                    )?
                }
            })
        })?;
        Ok(Outcome::changed(view(tx, &template, None)?, CHANGED))
    })
}
