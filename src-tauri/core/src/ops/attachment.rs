//! Files that somebody adds: a CV or profile, a plan on paper (R133, R134), what a request for help is about (R151).
//! A file lies on this computer until it is ticked to be shared; only then does the record know of it, and only what
//! the record knows goes over to the other person.

use super::closing::side_or_own;
use super::{Desk, Outcome, find_own, glimpse, line, words};
use crate::api::attachment::{
    AddAttachment, AttachmentFile, AttachmentView, Attachments, ShareAttachment, WhichAttachment,
};
use crate::api::relationship::Which;
use crate::domain::attachment::{
    Kind, MOST_BYTES, MOST_FILES, Unfit, media, named, size_words, words_of,
};
use crate::domain::ids::{AttachmentId, RelationshipId};
use crate::domain::moment::Moment;
use crate::domain::shared::attachments as schema;
use crate::domain::shared::meeting::TASK;
use crate::domain::side::{Role, Side};
use crate::error::{Error, Result};
use crate::files::safe_file_name;
use crate::record::state::State;
use crate::record::{Pen, closing};
use crate::store::attachment::{self as store, FileRow};
use crate::store::shared::{self, Row};
use crate::store::{Tx, edit};
use crate::trust::Fingerprint;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

const CHANGED: &[&str] = &["attachments", "first", "tasks", "journey"];

fn gone() -> Error {
    Error::field(
        "not_found",
        "attachment",
        "This file is not here any more. Nothing was changed. Choose one from the list.",
    )
}

/// What the record knows of a shared file.
fn known(id: &str, row: &Row) -> FileRow {
    let text = |name: &str| {
        row.get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    FileRow {
        id: id.to_owned(),
        owner: text("owner"),
        kind: text("kind"),
        about: text("about"),
        name: text("name"),
        media_type: text("media_type"),
        sha256: text("sha256"),
        added_at: text("added_at"),
        size: row.get("size").and_then(Value::as_i64).unwrap_or_default(),
    }
}

/// A file, and whether it is shared, and here.
pub(crate) struct Attached {
    pub row: FileRow,
    pub shared: bool,
    pub here: bool,
}

/// The files of a relationship, the oldest first: those of this computer, and those that somebody else shared.
pub(crate) fn attached(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Attached>> {
    let shared = shared::rows(tx, &schema::ATTACHMENT, relationship)?;
    let mut found: Vec<Attached> = store::all(tx, relationship)?
        .into_iter()
        .map(|row| Attached {
            shared: shared.iter().any(|(id, _)| *id == row.id),
            here: true,
            row,
        })
        .collect();
    for (id, row) in &shared {
        if !found.iter().any(|file| file.row.id == *id) {
            found.push(Attached {
                row: known(id, row),
                shared: true,
                here: false,
            });
        }
    }
    found.sort_by(|a, b| a.row.added_at.cmp(&b.row.added_at));
    Ok(found)
}

fn view(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: Option<AttachmentId>,
) -> Result<Attachments> {
    let state = State::load(tx, relationship)?;
    let today = desk.now.date();
    let attachments = attached(tx, relationship)?
        .into_iter()
        .filter_map(|file| {
            let side = Side::from_key(&file.row.owner)?;
            let size = usize::try_from(file.row.size).unwrap_or_default();
            Some(AttachmentView {
                id: AttachmentId(file.row.id),
                kind: Kind::from_key(&file.row.kind)?,
                about: file.row.about,
                side,
                owner: state.person(side).name.clone(),
                bytes: u32::try_from(size).unwrap_or(u32::MAX),
                words: format!("{}, {}", words_of(&file.row.media_type), size_words(size)),
                media_type: file.row.media_type,
                name: file.row.name,
                shared: file.shared,
                here: file.here,
                added: Moment::from_text(&file.row.added_at).map(|at| words(today, at.date())),
            })
        })
        .collect();
    Ok(Attachments { attachments, id })
}

/// All files.
pub(crate) fn list(desk: &Desk<'_>, request: Which) -> Result<Outcome<Attachments>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        Ok(Outcome::read(view(desk, tx, &part.relationship, None)?))
    })
}

fn unfit(why: Unfit) -> Error {
    Error::field(why.code(), "base64", why.sentence())
}

fn read(base64: &str) -> Result<Vec<u8>> {
    // Four letters stand for three bytes: what is too long is not even decoded.
    if base64.len() > MOST_BYTES / 3 * 4 + 8 {
        return Err(unfit(Unfit::TooLarge));
    }
    STANDARD.decode(base64.trim()).map_err(|_| {
        Error::field(
            "invalid",
            "base64",
            "The content of the file is no base64. Nothing was added. Send the file’s bytes in base64.",
        )
    })
}

fn tell(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    role: Role,
    file: &FileRow,
) -> Result<()> {
    let deed = format!("sharing “{}”", glimpse(&file.name));
    let mut row = Row::new();
    for (name, value) in [
        ("owner", &file.owner),
        ("kind", &file.kind),
        ("about", &file.about),
        ("name", &file.name),
        ("media_type", &file.media_type),
        ("sha256", &file.sha256),
        ("added_at", &file.added_at),
    ] {
        row.insert(name.to_owned(), Value::from(value.as_str()));
    }
    row.insert("size".to_owned(), Value::from(file.size));
    Pen::new(tx, relationship, role, &desk.now, deed).create(&schema::ATTACHMENT, &file.id, row)
}

/// Adds a file.
pub(crate) fn add(desk: &Desk<'_>, request: AddAttachment) -> Result<Outcome<Attachments>> {
    let given = line("name", "file name", &request.name)?;
    let bytes = read(&request.base64)?;
    let media = media(&given, &bytes).map_err(unfit)?;
    let (stem, extension) = named(&given, media);
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let relationship = &part.relationship;
        closing::check_open(tx, relationship)?;
        let side = side_or_own(request.side, role)?;
        let about = match (request.kind, request.about) {
            (Kind::Help, Some(task)) if shared::row(tx, &TASK, relationship, &task)?.is_some() => task,
            (Kind::Help, _) => {
                return Err(Error::field(
                    "not_found",
                    "about",
                    "This request for help is not here any more. Nothing was added. Choose one from the list.",
                ));
            }
            (Kind::Profile | Kind::Plan, _) => String::new(),
        };
        if store::all(tx, relationship)?.len() >= MOST_FILES {
            return Err(Error::field(
                "too_many",
                "name",
                format!("There are already {MOST_FILES} files. Nothing was added. Remove one that is not needed any more first."),
            ));
        }
        let id = AttachmentId::new();
        let row = FileRow {
            id: id.to_string(),
            owner: side.key().to_owned(),
            kind: request.kind.key().to_owned(),
            about,
            name: safe_file_name(&stem, extension),
            media_type: media.name.to_owned(),
            sha256: Fingerprint::of(&bytes).hex(),
            added_at: desk.now.to_text(),
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        };
        store::insert(tx, relationship, &row, &bytes)?;
        if request.share == Some(true) {
            tell(desk, tx, relationship, role, &row)?;
        }
        Ok(Outcome::changed(view(desk, tx, relationship, Some(id))?, CHANGED))
    })
}

fn find(tx: &Tx<'_>, relationship: &RelationshipId, id: &AttachmentId) -> Result<Attached> {
    attached(tx, relationship)?
        .into_iter()
        .find(|file| file.row.id == id.as_str())
        .ok_or_else(gone)
}

/// Ticks a file to be shared, or takes the tick back.
pub(crate) fn share(desk: &Desk<'_>, request: ShareAttachment) -> Result<Outcome<Attachments>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let relationship = &part.relationship;
        let file = find(tx, relationship, &request.attachment)?;
        match (request.share.unwrap_or(true), file.shared) {
            (true, false) => tell(desk, tx, relationship, role, &file.row)?,
            (false, true) if !file.here => {
                return Err(Error::field(
                    "not_yours",
                    "attachment",
                    "The other person shared this file, so it is theirs to take back. Nothing was changed. Ask them.",
                ));
            }
            (false, true) => {
                let deed = format!("sharing “{}” no more", glimpse(&file.row.name));
                Pen::new(tx, relationship, role, &desk.now, deed)
                    .remove(&schema::ATTACHMENT, &file.row.id)?;
            }
            (true, true) | (false, false) => closing::check_open(tx, relationship)?,
        }
        Ok(Outcome::changed(view(desk, tx, relationship, None)?, CHANGED))
    })
}

/// A file with its bytes.
pub(crate) fn open(desk: &Desk<'_>, request: WhichAttachment) -> Result<Outcome<AttachmentFile>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let file = find(tx, &part.relationship, &request.attachment)?;
        let bytes = store::bytes(tx, &part.relationship, &file.row.id)?.ok_or_else(|| {
            Error::field(
                "not_here",
                "attachment",
                "This file was shared, and has not come to this computer. Nothing was changed. Ask the other person to send it again.",
            )
        })?;
        Ok(Outcome::read(AttachmentFile {
            name: file.row.name,
            media_type: file.row.media_type,
            base64: STANDARD.encode(bytes),
        }))
    })
}

/// Takes a file away for good: from this computer, and from what goes over.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichAttachment) -> Result<Outcome<Attachments>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let relationship = &part.relationship;
        closing::check_open(tx, relationship)?;
        let file = find(tx, relationship, &request.attachment)?;
        store::delete(tx, relationship, &file.row.id)?;
        if file.shared {
            let deed = format!("removing “{}”", glimpse(&file.row.name));
            Pen::new(tx, relationship, role, &desk.now, deed)
                .sealing()
                .remove(&schema::ATTACHMENT, &file.row.id)?;
        }
        // Undo could bring back its line, and not the file.
        edit::forget_deeds_on(tx, relationship, schema::ATTACHMENT.name, &file.row.id)?;
        Ok(Outcome::changed(
            view(desk, tx, relationship, None)?,
            CHANGED,
        ))
    })
}
