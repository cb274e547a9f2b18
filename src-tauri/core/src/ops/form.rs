//! The copy of a template that a relationship has: taken when it is set up, and exchanged for a newer
//! one only when somebody asks for it.
//!
//! A template gives titles, an order, headings of its own and what is left out from the start. These
//! become the relationship's own rows at once, so that a template that changes later changes nothing
//! here. The copy itself is kept for its guidance, for what it asks for, and to tell at the next version
//! what came from it and what the two chose themselves.

use super::template::{find, internal, issue};
use super::{Desk, Outcome, find_own};
use crate::api::form::Missing;
use crate::api::template::{AdoptTemplate, TemplateAdopted, UsedTemplate};
use crate::domain::ids::{RelationshipId, TemplateId};
use crate::domain::overlay::{Asked, FORM_VERSION, Overlay, SHIPPED};
use crate::domain::phrases;
use crate::domain::shared as schema;
use crate::domain::template::{Part, template};
use crate::domain::template_difference::differences;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::state::{Heading, State};
use crate::store::Tx;
use crate::store::shared::Row;
use crate::store::template as store;
use serde_json::{Value, json};

/// The copy that a relationship has.
pub(crate) struct Copy {
    pub template: TemplateId,
    pub version: u32,
    pub overlay: Overlay,
}

impl Copy {
    fn shipped() -> Self {
        Self {
            template: TemplateId(SHIPPED.to_owned()),
            version: FORM_VERSION,
            overlay: Overlay::unchanged(&phrases::templates().shipped),
        }
    }

    fn is_shipped(&self) -> bool {
        self.template.as_str() == SHIPPED
    }

    /// The copy of a relationship; that of the shipped form where it has none.
    pub(crate) fn of(state: &State) -> Result<Self> {
        if state.form.content.is_empty() {
            return Ok(Self::shipped());
        }
        Ok(Self {
            template: TemplateId(state.form.template.clone()),
            version: state.form.version,
            overlay: Overlay::kept(&state.form.content).map_err(internal)?,
        })
    }

    /// The copy of a template as it is now.
    fn from_list(tx: &Tx<'_>, at: &str, id: &TemplateId) -> Result<Self> {
        let template = find(tx, at, id)?;
        if template.row.retired {
            return Err(Error::field(
                "retired",
                at,
                format!(
                    "The template “{}” was removed from your list and is kept only for those who use it. Nothing was changed. Choose another one, or take this one back in the list first.",
                    template.overlay.name
                ),
            ));
        }
        Ok(Self {
            template: template.row.id,
            version: template.row.version,
            overlay: template.overlay,
        })
    }

    /// Notes that a relationship has this version now.
    fn hand_out(&self, tx: &Tx<'_>) -> Result<()> {
        issue(tx, &find(tx, "template", &self.template)?)
    }

    /// Who asks for a section before signing, in words; none where it is nobody, or Fairlead itself.
    pub(crate) fn asked_by(&self, section: &str) -> Option<String> {
        let section = self.overlay.section(section)?;
        section.is_marked().then(|| {
            let words = phrases::templates();
            match self.overlay.programme.as_str() {
                "" => words.asked.clone(),
                programme => words.asked_by.replace("{programme}", programme),
            }
        })
    }

    /// The guidance that the template gave a section, or a heading of its own.
    pub(crate) fn guidance(&self, section: &str) -> Option<&str> {
        self.overlay.section(section)?.own_guidance()
    }

    /// What the template asks for, besides what Fairlead asks for, and what nobody has settled or
    /// written anything about.
    pub(crate) fn missing(&self, state: &State, relationship: &RelationshipId) -> Vec<Missing> {
        self.overlay
            .sections()
            .filter(|section| section.asked() == Asked::Template)
            .filter_map(|section| {
                let key = section.key();
                let (open, label) = match section.standard {
                    Some(standard) => (
                        state.standing(key) == "open" && !super::agreement::begun(state, standard),
                        state.title(standard).into_owned(),
                    ),
                    None => {
                        let heading = state.headings.iter().find(|each| each.id == key)?;
                        let empty = heading.text.trim().is_empty();
                        (heading.standing == "open" && empty, heading.title.clone())
                    }
                };
                // A heading of their own has its key as its page.
                let page = section.standard.map_or(key, |standard| &standard.key);
                open.then(|| Missing {
                    code: "asked",
                    section: key.to_owned(),
                    title: label.clone(),
                    field: format!("{key}.text"),
                    side: None,
                    label,
                    why: self.asked_by(key).unwrap_or_default(),
                    route: format!("/relationship/{relationship}/agreement/{page}"),
                })
            })
            .collect()
    }
}

/// Gives a new relationship its template.
pub(crate) fn begin(
    tx: &Tx<'_>,
    pen: &mut Pen<'_, '_>,
    state: &State,
    template: &TemplateId,
) -> Result<()> {
    let copy = Copy::from_list(tx, "template", template)?;
    if copy.is_shipped() {
        return Ok(());
    }
    copy.hand_out(tx)?;
    turn(pen, state, &Copy::shipped(), &copy)
}

/// What a relationship was made from, and whether there is a newer version of it.
pub(crate) fn used(tx: &Tx<'_>, state: &State) -> Result<UsedTemplate> {
    let copy = Copy::of(state)?;
    let newer = store::one(tx, &copy.template)?
        .filter(|row| row.version > copy.version && !row.retired)
        .map(|row| row.version);
    Ok(UsedTemplate {
        id: copy.template,
        name: copy.overlay.name,
        version: copy.version,
        newer,
    })
}

fn chosen(tx: &Tx<'_>, state: &State, request: &AdoptTemplate) -> Result<(Copy, Copy)> {
    let old = Copy::of(state)?;
    let template = request.template.as_ref().unwrap_or(&old.template);
    let new = Copy::from_list(tx, "template", template)?;
    Ok((old, new))
}

fn told(old: &Copy, new: &Copy) -> TemplateAdopted {
    TemplateAdopted {
        differences: differences(&old.overlay, &new.overlay),
        template: UsedTemplate {
            id: new.template.clone(),
            name: new.overlay.name.clone(),
            version: new.version,
            newer: None,
        },
    }
}

/// What moving an agreement to another template, or to the newest version of its own, would change.
pub(crate) fn compare(desk: &Desk<'_>, request: AdoptTemplate) -> Result<Outcome<TemplateAdopted>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let (old, new) = chosen(tx, &state, &request)?;
        Ok(Outcome::read(told(&old, &new)))
    })
}

/// Moves an agreement to another template, or to the newest version of its own: one deed, which can be
/// undone. What the two chose or wrote themselves stays.
pub(crate) fn adopt(desk: &Desk<'_>, request: AdoptTemplate) -> Result<Outcome<TemplateAdopted>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let (old, new) = chosen(tx, &state, &request)?;
        let name = if new.is_shipped() {
            format!("moving to “{}”", new.overlay.name)
        } else {
            format!(
                "moving to version {} of “{}”",
                new.version, new.overlay.name
            )
        };
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, name);
        new.hand_out(tx)?;
        turn(&mut pen, &state, &old, &new)?;
        Ok(Outcome::changed(
            told(&old, &new),
            &["agreement", "relationships", "today", "templates"],
        ))
    })
}

/// Writes what differs between two copies into the relationship's own rows, where these still are as
/// the old copy made them.
fn turn(pen: &mut Pen<'_, '_>, state: &State, old: &Copy, new: &Copy) -> Result<()> {
    let content = if new.is_shipped() {
        String::new()
    } else {
        new.overlay.to_text().map_err(internal)?
    };
    pen.set(
        &schema::FORM,
        "form",
        "template",
        Value::from(new.template.as_str()),
    )?;
    pen.set(&schema::FORM, "form", "version", Value::from(new.version))?;
    pen.set(&schema::FORM, "form", "content", Value::from(content))?;
    titles(pen, state, old, new)?;
    hidden(pen, state, old, new)?;
    own_headings(pen, state, old, new)?;
    order(pen, state, old, new)
}

/// A section that is left out from the start is one that does not apply to the two, until they say
/// otherwise; the paper lists it, so that nothing vanishes unseen (R53).
fn hidden(pen: &mut Pen<'_, '_>, state: &State, old: &Copy, new: &Copy) -> Result<()> {
    for section in new.overlay.sections() {
        let Some(standard) = section.standard else {
            continue;
        };
        let key = section.key();
        let was = old
            .overlay
            .section(key)
            .is_some_and(|section| section.is_hidden());
        let standing = match (was, section.is_hidden(), state.standing(key)) {
            (false, true, "open") if !super::agreement::begun(state, standard) => "not_for_us",
            (true, false, "not_for_us") => "open",
            _ => continue,
        };
        pen.set(&schema::SECTION, key, "standing", Value::from(standing))?;
    }
    Ok(())
}

fn own_headings(pen: &mut Pen<'_, '_>, state: &State, old: &Copy, new: &Copy) -> Result<()> {
    let there = |key: &str| state.headings.iter().find(|heading| heading.id == key);
    for (place, section) in (0_i64..).zip(new.overlay.own()) {
        let key = section.key();
        match (there(key), old.overlay.section(key)) {
            (None, None) => {
                let last = state
                    .headings
                    .last()
                    .map_or(0, |heading| heading.position + 1);
                let mut row = Row::new();
                row.insert("title".to_owned(), Value::from(section.title()));
                row.insert("text".to_owned(), Value::from(""));
                row.insert("standing".to_owned(), Value::from("open"));
                row.insert("position".to_owned(), Value::from(last + place));
                pen.create(&schema::HEADING, key, row)?;
            }
            (Some(heading), Some(before)) if heading.title == before.title() => {
                pen.set(&schema::HEADING, key, "title", Value::from(section.title()))?;
            }
            // One that the two took away stays away, and one that they named keeps its name.
            (None, Some(_)) | (Some(_), None | Some(_)) => {}
        }
    }
    for gone in old.overlay.own() {
        let key = gone.key();
        if new.overlay.section(key).is_none() && there(key).is_some_and(is_untouched) {
            pen.remove(&schema::HEADING, key)?;
        }
    }
    Ok(())
}

/// The titles of the template, where the two gave none of their own (R53).
fn titles(pen: &mut Pen<'_, '_>, state: &State, old: &Copy, new: &Copy) -> Result<()> {
    for section in new.overlay.sections().filter(|section| !section.is_own()) {
        let key = section.key();
        let before = old
            .overlay
            .section(key)
            .and_then(|section| section.own_title());
        let now = state.titles.get(key).map(String::as_str);
        if now == before && before != section.own_title() {
            let title = json!(section.own_title());
            pen.set(&schema::SECTION, key, "title", title)?;
        }
    }
    Ok(())
}

/// The order of the rows, as long as the two have not moved one (R53). Headings that they added
/// themselves follow.
fn order(pen: &mut Pen<'_, '_>, state: &State, old: &Copy, new: &Copy) -> Result<()> {
    let (before, after) = (old.overlay.rows(), new.overlay.rows());
    if before == after {
        return Ok(());
    }
    let place = |rows: &Option<Vec<&str>>, key: &str| -> Option<i64> {
        let at = rows.as_ref()?.iter().position(|row| *row == key)?;
        i64::try_from(at).ok()
    };
    let areas = || {
        template()
            .part(Part::Contract)
            .map(|area| area.key.as_str())
    };
    if areas().any(|key| state.positions.get(key).copied() != place(&before, key)) {
        return Ok(());
    }
    for key in areas() {
        pen.set(&schema::SECTION, key, "position", json!(place(&after, key)))?;
    }
    let there = |key: &str| state.headings.iter().any(|heading| heading.id == key);
    let kept = new
        .overlay
        .own()
        .map(|section| section.key())
        .filter(|key| there(key) || old.overlay.section(key).is_none());
    let added = state
        .headings
        .iter()
        .filter(|heading| new.overlay.section(&heading.id).is_none())
        .filter(|heading| old.overlay.section(&heading.id).is_none() || !is_untouched(heading))
        .map(|heading| heading.id.as_str());
    let last = after.as_ref().map_or(0, Vec::len);
    for (at, key) in kept.chain(added).enumerate() {
        let at = i64::try_from(last + at).unwrap_or(i64::MAX);
        let position = place(&after, key).unwrap_or(at);
        pen.set(&schema::HEADING, key, "position", Value::from(position))?;
    }
    Ok(())
}

/// Whether nobody has written anything under a heading, or settled it.
fn is_untouched(heading: &Heading) -> bool {
    heading.text.is_empty() && heading.standing == "open"
}
