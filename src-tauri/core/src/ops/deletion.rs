//! Taking a relationship off this computer (B7): export, a clear list, the name typed, and then the text is
//! gone from every page of the file.

use super::relationship::{remove, title};
use super::{Desk, Outcome, find, moment_words};
use crate::api::deletion::{
    DeleteRelationship, Deleted, DeletionView, Disappears, HeldBackups, HoldingBackup,
    RelationshipExport,
};
use crate::api::relationship::Which;
use crate::domain::closing::words as texts;
use crate::domain::moment::Moment;
use crate::domain::side::Role;
use crate::error::{Error, Result};
use crate::files::safe_file_name;
use crate::record::state::State;
use crate::store::backup::{Backup, Reason};
use crate::store::export;
use crate::store::part::PartRow;
use serde_json::json;
use unicode_normalization::UnicodeNormalization as _;

/// The name to be typed: the other person's; both for somebody who is neither.
fn name_of(state: &State, role: Role) -> String {
    role.side()
        .map(|side| state.person(side.other()).name.clone())
        .filter(|name| !name.trim().is_empty())
        .unwrap_or_else(|| title(state))
}

/// A name without what nobody means by it: the spaces around and between, capitals, the form of its letters.
fn plain(name: &str) -> String {
    name.nfc()
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// The backups made since the relationship was: each holds it.
fn held(desk: &Desk<'_>, part: &PartRow) -> Vec<Backup> {
    let since = Moment::from_text(&part.created_at).map(|made| made.utc());
    desk.store
        .backups()
        .into_iter()
        .filter(|backup| since.is_none_or(|since| backup.made.timestamp() >= since.timestamp()))
        .collect()
}

fn found(desk: &Desk<'_>, request: &Which) -> Result<(PartRow, Role, State)> {
    desk.store.read(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        Ok((part, role, state))
    })
}

/// What deleting would do.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<DeletionView>> {
    let (part, role, state) = found(desk, &request)?;
    let counts = desk
        .store
        .read(|tx| Ok(export::counts(tx, &part.relationship)?))?;
    let words = &texts().deletion;
    let disappears = counts
        .into_iter()
        .filter_map(|(what, count)| {
            let named = |[one, many]: &[String; 2]| {
                let name = if count == 1 { one } else { many };
                (!name.is_empty()).then(|| format!("{count} {name}"))
            };
            let words = match words.labels.get(&what) {
                Some(labels) => named(labels)?,
                None => format!("{count} of “{}”", what.replace('_', " ")),
            };
            Some(Disappears { what, count, words })
        })
        .collect();
    let held: Vec<HoldingBackup> = held(desk, &part)
        .into_iter()
        .map(|backup| HoldingBackup {
            backup: backup.name,
            made: moment_words(&Moment::new(backup.made, desk.now.zone().clone())),
        })
        .collect();
    let partner = name_of(&state, role);
    Ok(Outcome::read(DeletionView {
        title: title(&state),
        disappears,
        computer: words.computer.replace("{partner}", &partner),
        once: words.once.clone(),
        backups: if held.is_empty() {
            words.no_backups.clone()
        } else {
            let made: Vec<_> = held.iter().map(|backup| backup.made.as_str()).collect();
            words.backups.replace("{backups}", &made.join("; "))
        },
        held,
        name: partner,
    }))
}

/// All that is kept of a relationship, in an open format.
pub(crate) fn export(desk: &Desk<'_>, request: Which) -> Result<Outcome<RelationshipExport>> {
    let (part, _, state) = found(desk, &request)?;
    let tables = desk
        .store
        .read(|tx| Ok(export::rows(tx, &part.relationship)?))?;
    let text = serde_json::to_string_pretty(&json!({
        "format": "fairlead-relationship",
        "version": 1,
        "made": desk.now.to_text(),
        "title": title(&state),
        "about": "Every row that Fairlead keeps of this relationship, by table. Private notes are among them: give this file to nobody who should not read them. What one of you wrote and has not shown to the other yet is not.",
        "tables": tables,
    }))
    .map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Outcome::read(RelationshipExport {
        name: safe_file_name(&title(&state), "json"),
        text,
    }))
}

/// Deletes a relationship from this computer, after its name was typed.
pub(crate) fn delete(desk: &Desk<'_>, request: DeleteRelationship) -> Result<Outcome<Deleted>> {
    let which = Which {
        relationship: request.relationship,
    };
    let (part, role, state) = found(desk, &which)?;
    let name = name_of(&state, role);
    let typed = plain(&request.name);
    if typed != plain(&name) && typed != plain(&title(&state)) {
        return Err(Error::field(
            "wrong_name",
            "name",
            format!(
                "This is not the name of this relationship. Nothing was deleted. To delete it, type “{name}”."
            ),
        ));
    }
    let held = held(desk, &part);
    desk.store.write(|tx| remove(tx, &part))?;
    desk.store.compact()?;
    let mut removed = 0_u32;
    let mut left = held.len();
    // A new backup first: nobody is left without one because the disk was full.
    if request.backups.unwrap_or_default() == HeldBackups::Remove
        && !held.is_empty()
        && desk.store.back_up(Reason::Asked, desk.now.utc()).is_ok()
    {
        for backup in &held {
            if desk.store.remove_backup(backup).is_ok() {
                removed = removed.saturating_add(1);
                left = left.saturating_sub(1);
            }
        }
    }
    let backups_left = u32::try_from(left).unwrap_or(u32::MAX);
    let many = |count: u32, one: &str, more: &str| {
        format!("{count} {}", if count == 1 { one } else { more })
    };
    let backups = match (removed, backups_left) {
        (0, 0) => String::new(),
        (removed, 0) => format!(
            " With it went {} that held it; a new one was made of what is left.",
            many(removed, "backup", "backups")
        ),
        (_, left) => format!(
            " {} still there.",
            many(left, "backup that holds it is", "backups that hold it are")
        ),
    };
    Ok(Outcome::changed(
        Deleted {
            sentence: format!(
                "“{}” was deleted from this computer.{backups}",
                title(&state)
            ),
            title: title(&state),
            backups_removed: removed,
            backups_left,
        },
        &[
            "closing",
            "relationships",
            "people",
            "agreement",
            "today",
            "reminders",
            "backups",
        ],
    ))
}
