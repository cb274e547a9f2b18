//! The PDF of a frozen version, to be signed by hand, and of a signed one: drawn once when both have signed, signed with
//! both keys, and kept as it is (B4).

use super::key::{kept, person};
use super::paper::{self, PaperFile};
use super::version::{find_signed, signatures, text_of};
use super::{Desk, find_own};
use crate::api::start::PaperSize;
use crate::domain::agreement_text::Text;
use crate::domain::ids::RelationshipId;
use crate::domain::signature::Statement;
use crate::error::{Error, Result};
use crate::papers::file_name;
use crate::papers::signed::{self, Logo, Making, Signed, Size, field};
use crate::papers::to_sign::{self, ToSign};
use crate::record::setup;
use crate::record::versions::{Version, Versions};
use crate::store::part::PartRow;
use crate::store::{Tx, signed_paper, signing};
use crate::trust::{Fingerprint, canonical};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::DateTime;
use fairlead_press::{Press, Signing, inspect, sign};

/// The PDF of a signed version, the newest where none is named. Made now where it was not made yet, on a sheet of this
/// size; what was made once keeps its size.
pub(crate) fn paper(
    desk: &Desk<'_>,
    press: &mut Press,
    relationship: &RelationshipId,
    number: Option<u32>,
    size: PaperSize,
) -> Result<PaperFile> {
    desk.store.write(|tx| {
        let (part, _) = find_own(tx, relationship)?;
        let versions = Versions::load(tx, &part.relationship)?;
        let version = match number {
            Some(number) => find_signed(&versions, "version", number)?,
            None => versions.newest_signed().ok_or_else(unsigned)?,
        };
        let text = text_of(version)?;
        let name = file_name::signed(&text);
        if let Some(bytes) = signed_paper::get(tx, &part.relationship, &version.id)? {
            return Ok(PaperFile { name, bytes });
        }
        let bytes = make(tx, press, &part, &versions, version, &text, size)?;
        signed_paper::keep(
            tx,
            &part.relationship,
            &version.id,
            &Fingerprint::of(&bytes).hex(),
            &bytes,
            &desk.now.to_text(),
        )?;
        Ok(PaperFile { name, bytes })
    })
}

/// The paper of the version that waits to be signed, for who signs by hand: the very text that the signatures stand
/// under, and not the agreement as it has become since.
pub(crate) fn to_sign(
    desk: &Desk<'_>,
    press: &mut Press,
    relationship: &RelationshipId,
    size: PaperSize,
) -> Result<PaperFile> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, relationship)?;
        let versions = Versions::load(tx, &part.relationship)?;
        let version = versions.open().ok_or_else(not_frozen)?;
        let text = text_of(version)?;
        let logo = setup::logo(tx, &part.relationship)?.map(|logo| (logo.png, logo.words));
        let signed: Vec<&Statement> = version
            .signatures
            .iter()
            .map(|each| &each.statement)
            .collect();
        let document = to_sign::document(&ToSign {
            text: &text,
            agreement: version.text.as_bytes(),
            signed: &signed,
            logo: logo.as_ref(),
            paper: paper::paper_of(size),
        });
        paper::press(press, &document, file_name::to_sign(&text))
    })
}

fn not_frozen() -> Error {
    Error::field(
        "no_version",
        "kind",
        "No version is waiting to be signed. Nothing was made. Freeze the text first, on the way to signing; the paper for signing by hand then says exactly that text.",
    )
}

fn unsigned() -> Error {
    Error::field(
        "not_signed",
        "kind",
        "Nothing has been signed by both of you yet. Nothing was made. Sign the agreement first, or take the paper “agreement” for the draft.",
    )
}

fn make(
    tx: &Tx<'_>,
    press: &mut Press,
    part: &PartRow,
    versions: &Versions,
    version: &Version,
    text: &Text,
    size: PaperSize,
) -> Result<Vec<u8>> {
    let agreement = version.text.as_bytes();
    let signatures = signatures(tx, &part.relationship, versions, version)?;
    let written = canonical::bytes(&signatures).map_err(Error::Internal)?;
    let size = match size {
        PaperSize::A4 => Size::A4,
        PaperSize::Letter => Size::Letter,
    };
    let logo = setup::logo(tx, &part.relationship)?.map(|logo| Logo {
        png: logo.png,
        words: logo.words,
    });
    let mut scans = Vec::new();
    for statement in version.signatures.iter().map(|each| &each.statement) {
        let paper = statement.paper.as_ref();
        if let Some(scan) = paper.and_then(|paper| paper.scan.as_ref())
            && let Some(kept) = signing::scan(tx, &part.relationship, &scan.sha256)?
        {
            scans.push((statement.role, kept.mime, kept.bytes));
        }
    }
    let document = signed::document(&Signed {
        text,
        agreement,
        signatures: &signatures,
        signed: &written,
        making: &Making::now(size, logo, text, agreement),
        scans: &scans,
    });
    let drawn = press
        .press(&document)
        .map_err(|error| Error::Paper(error.to_string()))?
        .bytes;
    let mut bytes = drawn.clone();
    for signature in &version.signatures {
        bytes = add(
            tx,
            part,
            bytes,
            &drawn,
            &signature.statement,
            &signature.certificate,
        )?;
    }
    Ok(bytes)
}

/// Adds the PDF signature of one of the two, if the file begins with the pages that were drawn here and holds nothing
/// else but signatures: nobody signs pages that their own Fairlead did not draw. A person whose key is kept elsewhere
/// adds it there.
fn add(
    tx: &Tx<'_>,
    part: &PartRow,
    bytes: Vec<u8>,
    drawn: &[u8],
    statement: &Statement,
    certificate: &str,
) -> Result<Vec<u8>> {
    let side = statement.role;
    let Some(kept) = kept(tx, person(part, side))? else {
        return Ok(bytes);
    };
    if kept.secrets.public().hex() != statement.keys.of(side) {
        return Ok(bytes);
    }
    check_drawn(&bytes, drawn)?;
    let at = DateTime::parse_from_rfc3339(&statement.at)
        .map_err(|error| Error::Internal(error.to_string()))?;
    let certificate = STANDARD
        .decode(certificate)
        .map_err(|error| Error::Internal(error.to_string()))?;
    let signing = Signing {
        key: &kept.secrets.pdf_key()?,
        certificate: &certificate,
        field: field(side),
        name: &statement.name,
        at: at.to_utc(),
        reason: &reason(statement.version),
    };
    sign(&bytes, &signing).map_err(|error| Error::Paper(error.to_string()))
}

fn check_drawn(bytes: &[u8], drawn: &[u8]) -> Result<()> {
    let inspection = inspect(bytes).map_err(|error| Error::Paper(error.to_string()))?;
    let first = inspection.revisions.first().and_then(|first| first.end);
    let same = first.and_then(|end| bytes.get(..end)) == Some(drawn);
    if same && inspection.only_signed() {
        Ok(())
    } else {
        Err(Error::refused(
            "pages_differ",
            "The pages of this paper are not what Fairlead makes of the signed text. It was not signed, and nothing was changed. Ask for the paper once more.",
        ))
    }
}

/// What readers of the PDF show as the reason of a signature.
fn reason(version: u32) -> String {
    format!("I agree to version {version}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::side::Side;
    use fairlead_press::{Block, Document, SignatureBox, SignatureField};

    fn pressed(name: &str) -> Vec<u8> {
        let mut document = Document::new(name, "en-GB", DateTime::default());
        document.blocks = vec![Block::Signatures {
            boxes: vec![SignatureBox {
                field: Some(SignatureField {
                    name: field(Side::Mentor).to_owned(),
                    tooltip: String::new(),
                }),
                ..SignatureBox::default()
            }],
        }];
        Press::new().press(&document).unwrap().bytes
    }

    #[test]
    fn only_pages_that_were_drawn_here_are_signed() {
        let (own, other) = (pressed("one"), pressed("two"));
        assert!(check_drawn(&own, &own).is_ok());
        let refused = |bytes: &[u8]| check_drawn(bytes, &own).is_err();
        assert!(refused(&other));
        assert!(
            refused(&[own.as_slice(), b"\n"].concat()),
            "something stands behind it"
        );
        assert!(refused(b"%PDF-1.7"));
    }
}
