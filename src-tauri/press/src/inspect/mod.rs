//! Says what an untrusted PDF holds: attachments, signatures, and what was changed after them. Facts only; whether a
//! certificate is somebody's, and what follows from it all, is for the caller to say.

mod attachments;
mod certificate;
mod revisions;
mod signature;

use chrono::{DateTime, Utc};

use crate::{
    Relation,
    pdf::{File, ReadError},
};

/// What a PDF holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// The embedded files, in the order of the file's list. Two may have the same name.
    pub attachments: Vec<Embedded>,
    /// The signature fields, in the form's order.
    pub fields: Vec<FieldFacts>,
    /// How the file came about, oldest first; at least one. A signed paper of ours has one more than signatures.
    pub revisions: Vec<Revision>,
    /// How many bytes follow the end of the newest revision. No signature covers them.
    pub tail: usize,
}

impl Inspection {
    /// The attachment of this name, if there is exactly one.
    pub fn attachment(&self, name: &str) -> Option<&Embedded> {
        let mut named = self
            .attachments
            .iter()
            .filter(|attachment| attachment.name == name);
        named.next().filter(|_| named.next().is_none())
    }

    /// Whether the file is a first revision and signatures, and nothing else: nothing was changed, added or appended.
    /// Says nothing of whether the signatures are sound.
    pub fn only_signed(&self) -> bool {
        self.tail == 0
            && self
                .revisions
                .iter()
                .enumerate()
                .all(|(number, revision)| match revision.kind {
                    RevisionKind::First => number == 0 && revision.end.is_some(),
                    RevisionKind::Signature { .. } => number > 0,
                    RevisionKind::Changed(_) => false,
                })
    }
}

/// A file inside the PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedded {
    /// Its file name.
    pub name: String,
    /// What it says it is to the document, where that is one of ours.
    pub relation: Option<Relation>,
    /// The file, byte for byte.
    pub bytes: Vec<u8>,
}

/// One step in which the file was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// How many bytes of the file make up this revision and those before it: the file as it was then. None where the
    /// step does not end as it should.
    pub end: Option<usize>,
    /// What the step did.
    pub kind: RevisionKind,
}

/// What a revision did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RevisionKind {
    /// It made the document.
    First,
    /// It filled this empty signature field, and did nothing else.
    Signature {
        /// The field's name.
        field: String,
    },
    /// It did something that a signature does not need, or in a way that cannot be told.
    Changed(Change),
}

/// The first thing that a signature does not need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// An object that is no signature field was replaced or removed; its number.
    Object(u32),
    /// A field says something else than before, beside its signature; its number.
    Field(u32),
    /// More than one field, or none, was filled.
    Fields,
    /// An object was added that is no signature; its number.
    Addition(u32),
    /// The file begins at another place, or is another file by its identity.
    Trailer,
    /// Its parts lie outside of the bytes that it added.
    Place,
}

/// A signature field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFacts {
    /// Its full name.
    pub name: String,
    /// What it holds; nothing if it is empty.
    pub signature: Option<SignatureFacts>,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureFacts {
    /// Who signed, as the signature says. Only the certificate is bound to the key.
    pub name: String,
    /// When, as the signer's clock said; nothing if that cannot be read.
    pub at: Option<DateTime<Utc>>,
    /// What for.
    pub reason: String,
    /// The revision that brought it, as an index into [`Inspection::revisions`].
    pub revision: usize,
    /// What it covers: beginning and length of two stretches, in bytes.
    pub range: [usize; 4],
    /// Whether that is the whole file up to the end of its revision, without the signature itself.
    pub whole: bool,
    /// Whether it fits.
    pub state: SignatureState,
    /// The signer's certificate, where the signature is of our kind.
    pub certificate: Option<CertificateFacts>,
}

impl SignatureFacts {
    /// Whether it is sound and covers all there was.
    pub fn holds(&self) -> bool {
        self.whole && self.state == SignatureState::Sound
    }
}

/// Whether a signature fits what it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureState {
    /// The bytes are those that were signed, and the certificate's key signed them.
    Sound,
    /// The bytes are others than those that were signed.
    DigestDiffers,
    /// The certificate's key did not make this signature.
    KeyDiffers,
    /// It is not in the exact shape that [`crate::sign()`] writes: damaged, or another program's, and then not looked at.
    Foreign,
}

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFacts {
    /// The certificate in DER.
    pub der: Vec<u8>,
    /// The public key: 65 bytes, SEC 1 without compression.
    pub key: Vec<u8>,
    /// The person's name; a long one is cut.
    pub name: String,
    /// From when to when it holds, both included.
    pub validity: (DateTime<Utc>, DateTime<Utc>),
    /// The bytes that tie it to the person elsewhere, as given to [`crate::certificate`].
    pub binding: Option<Vec<u8>>,
    /// Whether its own key signed it.
    pub self_signed: bool,
}

/// Of how many pages a PDF says it is; none where it cannot be read, or says none.
pub fn page_count(pdf: &[u8]) -> Option<usize> {
    let file = File::read(pdf).ok()?;
    let revision = file.newest();
    let catalog = file.catalog(revision).ok()?;
    let pages = file
        .follow(catalog.get(b"Pages".as_slice()), revision)
        .ok()?;
    let count = pages.as_dict()?.get(b"Count".as_slice());
    let count = file.follow(count, revision).ok()?.as_count()?;
    (1..=MOST_PAGES).contains(&count).then_some(count)
}

/// No paper that anybody looks at has more pages.
const MOST_PAGES: usize = 100_000;

/// Looks into a PDF.
///
/// # Errors
/// [`ReadError`], the cheap ones first. A file beyond [`crate::LARGEST`] should not even be read by the caller.
pub fn inspect(pdf: &[u8]) -> Result<Inspection, ReadError> {
    let file = File::read(pdf)?;
    let newest = file.newest();
    let attachments = attachments::attachments(&file, newest)?;
    let mut fields = Vec::new();
    let mut signed = 0;
    for field in file.fields(newest)? {
        let signature = match &field.signature {
            None => None,
            Some(value) => {
                signed += 1;
                if signed > MOST_SIGNATURES {
                    return Err(ReadError::Damaged("it has too many signatures"));
                }
                Some(signature::facts(&file, value)?)
            }
        };
        fields.push(FieldFacts {
            name: field.name,
            signature,
        });
    }
    let revisions = revisions::revisions(&file)?;
    Ok(Inspection {
        attachments,
        fields,
        revisions,
        tail: file.tail(),
    })
}

/// Each is a walk over the whole file.
const MOST_SIGNATURES: usize = 16;
