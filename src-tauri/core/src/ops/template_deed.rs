//! The deeds on a template: each has a name and a date, and can be taken back and done again (R60 asks
//! it of agreements; whoever words a template for many pairs needs it as much).

use super::template::{CHANGED, keep, of};
use super::{Desk, Outcome, moment_words};
use crate::api::agreement::UndoState;
use crate::api::template::{TemplateDeed, TemplateDeeds, WhichTemplate};
use crate::domain::ids::TemplateId;
use crate::domain::moment::Moment;
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::template::{self as store, TemplateRow};
use crate::store::template_deed::{self as deeds, DeedRow};
use serde::{Deserialize, Serialize};

/// Most deeds that are kept of one template.
const MOST: u32 = 60;
/// How long a text may be typed on before the next change counts as a new deed, in seconds.
const TYPING_PAUSE: i64 = 60;

/// A template as it stood. Numbers of versions go on through every deed, so they are put back only with a
/// template that is not there any more.
#[derive(Serialize, Deserialize)]
struct Snapshot {
    name: String,
    content: String,
    retired: bool,
    version: u32,
    issued: u32,
}

impl Snapshot {
    fn take(tx: &Tx<'_>, template: &TemplateId) -> Result<Option<Self>> {
        Ok(store::one(tx, template)?.map(|row| Self {
            name: row.name,
            content: row.content,
            retired: row.retired,
            version: row.version,
            issued: row.issued,
        }))
    }

    fn same(one: Option<&Self>, other: Option<&Self>) -> bool {
        let what = |each: &Self| (each.content.clone(), each.retired);
        one.map(what) == other.map(what)
    }

    fn text(snapshot: Option<&Self>) -> Result<Option<String>> {
        let text = snapshot.map(serde_json::to_string).transpose();
        text.map_err(|error| Error::Internal(error.to_string()))
    }

    fn read(text: Option<&str>) -> Result<Option<Self>> {
        let snapshot = text.map(serde_json::from_str).transpose();
        snapshot.map_err(|error| Error::Internal(error.to_string()))
    }
}

/// What a deed is called, and whether it goes on with the one before.
pub(crate) struct Deed {
    name: String,
    about: String,
}

impl Deed {
    /// A deed by itself; `name` says what it is, as in "Undo moving “Limits”".
    pub(crate) fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            about: String::new(),
        }
    }

    /// Typing in one text: what is typed there within a minute is one deed.
    pub(crate) fn typing(name: impl Into<String>, about: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            about: about.into(),
        }
    }
}

/// Does something to a template and keeps what it was. What changes nothing leaves no deed.
pub(crate) fn on<T>(
    tx: &Tx<'_>,
    desk: &Desk<'_>,
    template: &TemplateId,
    deed: Deed,
    act: impl FnOnce() -> Result<T>,
) -> Result<T> {
    let before = Snapshot::take(tx, template)?;
    let done = act()?;
    let after = Snapshot::take(tx, template)?;
    if Snapshot::same(before.as_ref(), after.as_ref()) {
        return Ok(done);
    }
    deeds::thin(tx, template, MOST.saturating_sub(1))?;
    let now = desk.now.utc().timestamp();
    let goes_on = |row: &DeedRow| {
        let then = Moment::from_text(&row.at).map(|at| at.utc().timestamp());
        !deed.about.is_empty()
            && row.about == deed.about
            && then.is_some_and(|then| (0..=TYPING_PAUSE).contains(&(now - then)))
    };
    let after_text = Snapshot::text(after.as_ref())?;
    match deeds::newest_done(tx, template)?.filter(goes_on) {
        Some(row) => {
            let began = Snapshot::read(row.before.as_deref())?;
            if Snapshot::same(began.as_ref(), after.as_ref()) {
                deeds::delete(tx, row.id)?;
            } else {
                let at = desk.now.to_text();
                deeds::save(
                    tx,
                    &DeedRow {
                        at,
                        after: after_text,
                        ..row
                    },
                )?;
            }
        }
        None => deeds::save(
            tx,
            &DeedRow {
                id: 0,
                template: template.clone(),
                name: deed.name,
                about: deed.about,
                at: desk.now.to_text(),
                before: Snapshot::text(before.as_ref())?,
                after: after_text,
                undone: false,
            },
        )?,
    }
    Ok(done)
}

/// Makes a template what it was.
fn put(
    tx: &Tx<'_>,
    desk: &Desk<'_>,
    template: &TemplateId,
    wanted: Option<&Snapshot>,
) -> Result<()> {
    let present = store::one(tx, template)?;
    match (wanted, present) {
        (None, None) => {}
        // One that relationships use stays for them.
        (None, Some(row)) if store::uses(tx, template)? > 0 => {
            let row = TemplateRow {
                retired: true,
                ..row
            };
            store::save(tx, &row)?;
        }
        (None, Some(_)) => store::delete(tx, template)?,
        (Some(wanted), None) => store::save(
            tx,
            &TemplateRow {
                id: template.clone(),
                name: wanted.name.clone(),
                version: wanted.version,
                issued: wanted.issued,
                content: wanted.content.clone(),
                retired: wanted.retired,
                changed_at: desk.now.to_text(),
            },
        )?,
        (Some(wanted), Some(row)) => {
            let was = of(TemplateRow {
                content: wanted.content.clone(),
                ..row.clone()
            })?;
            let mut template = of(row)?;
            template.overlay = was.overlay;
            template.row.retired = wanted.retired;
            keep(tx, desk, template)?;
        }
    }
    Ok(())
}

fn state(tx: &Tx<'_>, template: &TemplateId, done: Option<String>) -> Result<UndoState> {
    Ok(UndoState {
        back: deeds::newest_done(tx, template)?.map(|deed| deed.name),
        forward: deeds::oldest_undone(tx, template)?.map(|deed| deed.name),
        done,
    })
}

/// What can be undone and done again on a template, by name.
pub(crate) fn get(desk: &Desk<'_>, request: WhichTemplate) -> Result<Outcome<UndoState>> {
    desk.store
        .read(|tx| Ok(Outcome::read(state(tx, &request.template, None)?)))
}

/// Takes the newest deed on a template back.
pub(crate) fn back(desk: &Desk<'_>, request: WhichTemplate) -> Result<Outcome<UndoState>> {
    turn(desk, &request.template, true)
}

/// Does again what was taken back last.
pub(crate) fn forward(desk: &Desk<'_>, request: WhichTemplate) -> Result<Outcome<UndoState>> {
    turn(desk, &request.template, false)
}

fn turn(desk: &Desk<'_>, template: &TemplateId, back: bool) -> Result<Outcome<UndoState>> {
    desk.store.write(|tx| {
        let deed = if back {
            deeds::newest_done(tx, template)?
        } else {
            deeds::oldest_undone(tx, template)?
        };
        let Some(deed) = deed else {
            return Ok(Outcome::read(state(tx, template, None)?));
        };
        let wanted = if back { &deed.before } else { &deed.after };
        put(
            tx,
            desk,
            template,
            Snapshot::read(wanted.as_deref())?.as_ref(),
        )?;
        let name = deed.name.clone();
        // What is typed after this is a deed of its own.
        let row = DeedRow {
            undone: back,
            ..deed
        };
        deeds::save(tx, &row)?;
        Ok(Outcome::changed(state(tx, template, Some(name))?, CHANGED))
    })
}

/// What was done to a template, the newest first.
pub(crate) fn history(desk: &Desk<'_>, request: WhichTemplate) -> Result<Outcome<TemplateDeeds>> {
    desk.store.read(|tx| {
        let mut all = deeds::all(tx, &request.template)?;
        all.reverse();
        Ok(Outcome::read(TemplateDeeds {
            deeds: all
                .into_iter()
                .map(|deed| TemplateDeed {
                    name: deed.name,
                    when: Moment::from_text(&deed.at)
                        .map(|at| moment_words(&at))
                        .unwrap_or_default(),
                    undone: deed.undone,
                })
                .collect(),
        }))
    })
}
