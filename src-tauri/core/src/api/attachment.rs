//! Files that somebody adds: a CV or profile, a plan on paper (R133, R134), what a request for help is about (R151).

use super::relationship::DateWords;
use crate::domain::attachment::Kind;
use crate::domain::ids::{AttachmentId, RelationshipId};
use crate::domain::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest file that is taken, in bytes.
pub const LARGEST: usize = crate::domain::attachment::MOST_BYTES;

/// The extension of a file that was taken, without the dot: a copy is saved under no other.
pub fn extension(name: &str) -> &'static str {
    crate::domain::attachment::extension_of(name).unwrap_or("bin")
}

/// The extensions of the files that are taken, without the dot.
pub const EXTENSIONS: &[&str] = &[
    "pdf", "png", "jpg", "jpeg", "docx", "odt", "xlsx", "ods", "pptx", "odp", "txt", "md", "csv",
];

/// A new file.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddAttachment {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// The name of the file: `CV.pdf`.
    pub name: String,
    /// The file in base64: a PDF, a picture (PNG or JPEG), a text, or a document of Word or LibreOffice, at most 10 MB.
    pub base64: String,
    /// What it is for; `profile` when left out.
    #[serde(default)]
    #[ts(as = "Option<Kind>", optional)]
    pub kind: Kind,
    /// The task of a request for help, for `help`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub about: Option<String>,
    /// Whose file it is; the owner's when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub side: Option<Side>,
    /// Whether the other person gets it with the next packet; no when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub share: Option<bool>,
}

/// One of the files.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichAttachment {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which file.
    pub attachment: AttachmentId,
}

/// Whether a file is shared.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShareAttachment {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which file.
    pub attachment: AttachmentId,
    /// Whether the other person gets it with the next packet; yes when left out. A packet that was made before keeps
    /// what it holds.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub share: Option<bool>,
}

/// A file, as it is listed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentView {
    /// Its id.
    pub id: AttachmentId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: Kind,
    /// The task of a request for help; empty for the others.
    pub about: String,
    /// Whose it is.
    pub side: Side,
    /// Their name.
    pub owner: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub bytes: u32,
    /// `PDF, 84 kB`.
    pub words: String,
    /// Whether it goes over with the next packet.
    pub shared: bool,
    /// Whether the file is on this computer; what somebody else shared may not be.
    pub here: bool,
    /// When it was added.
    pub added: Option<DateWords>,
}

/// The files of a relationship.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Attachments {
    /// The files, the oldest first.
    pub attachments: Vec<AttachmentView>,
    /// The one that was added just now.
    pub id: Option<AttachmentId>,
}

/// A file with what is in it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// The file in base64.
    pub base64: String,
}
