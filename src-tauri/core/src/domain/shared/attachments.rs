//! Files that were ticked to be shared (R134, R151).

use super::{Record, number, text};

/// What both know of a shared file; id is that of the file.
pub static ATTACHMENT: Record = Record {
    name: "attachment",
    fields: &[
        text("owner"),
        text("kind"),
        text("about"),
        text("name"),
        text("media_type"),
        number("size"),
        text("sha256"),
        text("added_at"),
    ],
    made_by_setting: false,
};

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[&ATTACHMENT];
