//! The signed agreement on paper: the text of record, a page with both signatures and how each was given, and
//! the files from which all of it can be checked again.
//!
//! The paper is drawn from its attachments alone. Whoever has the file can therefore draw it anew and hold the
//! pages against the text.

mod making;
mod page;
mod parts;

pub use making::{FILE, FORMAT, Logo, Making, Size};
pub use page::{code, field, when};
pub(super) use page::{lines, role};
pub use parts::{Part, differing};

use super::agreement;
use super::facts::Stage;
use super::text;
use crate::domain::agreement_text::{self, Text};
use crate::domain::moment::Moment;
use crate::domain::phrases;
use crate::domain::side::Side;
use crate::domain::signature::{self, Signatures};
use crate::trust::Fingerprint;
use chrono::{DateTime, FixedOffset};
use fairlead_press::{Attachment, Document, Relation};

/// What a signed paper is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'a> {
    /// The text of record.
    pub text: &'a Text,
    /// Its bytes.
    pub agreement: &'a [u8],
    /// The signatures under it.
    pub signatures: &'a Signatures,
    /// Their bytes.
    pub signed: &'a [u8],
    /// How it is set.
    pub making: &'a Making,
    /// Scans or photos of a signature by hand: whose, the media type, the file.
    pub scans: &'a [(Side, String, Vec<u8>)],
}

/// The signed agreement as a document. Nothing but what is given here decides how it looks.
pub fn document(signed: &Signed<'_>) -> Document {
    let fingerprint = Fingerprint::of(signed.agreement);
    let logo = signed.making.logo.as_ref();
    let logo = logo.map(|logo| (logo.png.clone(), logo.words.clone()));
    let facts = text::facts(signed.text, Stage::Signed, logo, made(signed.text));
    let mut document = agreement::without_signatures(&facts, signed.making.size.into());
    document.footer.after = format!("{} · {}", fingerprint.spoken(), fingerprint.short());
    document.blocks.extend(page::blocks(signed, fingerprint));
    document.attachments = attachments(signed);
    document
}

/// The moment on which the text was fixed: the paper is as old as its text, whenever it is printed.
pub(super) fn made(text: &Text) -> DateTime<FixedOffset> {
    let moment = text.frozen_at.as_deref().and_then(Moment::from_text);
    moment
        .and_then(|moment| {
            let offset = FixedOffset::east_opt(moment.offset_seconds())?;
            Some(moment.utc().with_timezone(&offset))
        })
        .unwrap_or_default()
}

/// The name under which a scan lies in the PDF.
pub fn scan_file(side: Side, mime: &str) -> String {
    let ending = match mime {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        _ => "pdf",
    };
    format!("signed-by-hand-{}.{ending}", side.key())
}

fn attachments(signed: &Signed<'_>) -> Vec<Attachment> {
    let words = &phrases::signed().attachments;
    let json = |name: &str, relation, description: &str, bytes: Vec<u8>| Attachment {
        name: name.to_owned(),
        mime: "application/json".to_owned(),
        relation,
        description: description.to_owned(),
        bytes,
    };
    let mut all = vec![
        json(
            agreement_text::FILE,
            Relation::Source,
            &words.agreement,
            signed.agreement.to_vec(),
        ),
        json(
            signature::FILE,
            Relation::Supplement,
            &words.signatures,
            signed.signed.to_vec(),
        ),
        json(FILE, Relation::Data, &words.paper, signed.making.bytes()),
    ];
    all.extend(signed.scans.iter().map(|(side, mime, bytes)| Attachment {
        name: scan_file(*side, mime),
        mime: mime.clone(),
        relation: Relation::Supplement,
        description: words.scan.clone(),
        bytes: bytes.clone(),
    }));
    all
}
