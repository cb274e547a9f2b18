//! Papers, made and signed here or handed over from elsewhere.

use super::Fairlead;
use crate::api::plan::PaperLayout;
use crate::api::signing::{ConfirmSignature, Sign, Signing};
use crate::api::start::{Nothing, PaperSize};
use crate::api::template::BlankOf;
use crate::api::verify::{Verified, VerifyFile};
use crate::api::{Answer, ApiError};
use crate::domain::ids::{RelationshipId, SessionId};
use crate::error::{Error, Result};
use crate::ops::paper::{self, PaperFile};
use crate::ops::{Desk, Outcome, profile, signature, signed_paper};
use crate::papers::Press;
use crate::verify;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

impl Fairlead {
    /// A paper as a file.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn paper(
        &mut self,
        kind: &str,
        relationship: &str,
        size: PaperSize,
    ) -> Result<PaperFile, ApiError> {
        self.laid_paper(kind, relationship, size, PaperLayout::default())
    }

    /// As [`Fairlead::paper`], with the sheet turned and a column for handwriting where an action plan is wanted so
    /// (R118); other papers have one layout.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn laid_paper(
        &mut self,
        kind: &str,
        relationship: &str,
        size: PaperSize,
        layout: PaperLayout,
    ) -> Result<PaperFile, ApiError> {
        let now = self.clock.now();
        let relationship = RelationshipId(relationship.to_owned());
        let made = self.gate.store().and_then(|store| {
            let desk = Desk {
                store: store.into(),
                now,
            };
            paper::make(&desk, &mut self.press, kind, &relationship, size, layout)
        });
        self.watched(made)
    }

    /// The summary of a session as a file (R148), the newest that was held where none is named.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn session_summary(
        &mut self,
        relationship: &str,
        session: Option<&str>,
        size: PaperSize,
    ) -> Result<PaperFile, ApiError> {
        let now = self.clock.now();
        let relationship = RelationshipId(relationship.to_owned());
        let session = session.map(|session| SessionId(session.to_owned()));
        let made = self.gate.store().and_then(|store| {
            let desk = Desk {
                store: store.into(),
                now,
            };
            paper::session_summary(
                &desk,
                &mut self.press,
                &relationship,
                session.as_ref(),
                size,
            )
        });
        self.watched(made)
    }

    /// The PDF of a signed version (B4), the newest where none is named: the same bytes each time.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn signed_paper(
        &mut self,
        relationship: &str,
        version: Option<u32>,
        size: PaperSize,
    ) -> Result<PaperFile, ApiError> {
        let now = self.clock.now();
        let relationship = RelationshipId(relationship.to_owned());
        let made = self.gate.store().and_then(|store| {
            let desk = Desk {
                store: store.into(),
                now,
            };
            signed_paper::paper(&desk, &mut self.press, &relationship, version, size)
        });
        self.watched(made)
    }

    /// The scan or photo of a page that was signed by hand, to be looked at: its SHA-256 is that of its signature. Its
    /// name is one that every system takes, with the ending of what the file really is.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn scan(&mut self, relationship: &str, sha256: &str) -> Result<PaperFile, ApiError> {
        let now = self.clock.now();
        let relationship = RelationshipId(relationship.to_owned());
        let read = self.gate.store().and_then(|store| {
            let desk = Desk {
                store: store.into(),
                now,
            };
            signature::scan(&desk, &relationship, sha256)
        });
        self.watched(read)
    }

    /// A larger file is not verified, in bytes; nobody need read it.
    pub const LARGEST_TO_VERIFY: u64 = verify::LARGEST as u64;

    /// Says whether a PDF is an agreement that two people signed, unchanged (B4). With an open data file, its keys and
    /// versions are known; without one, everything but those is said.
    pub fn verify(&mut self, name: &str, bytes: &[u8]) -> Verified {
        let mut examined = verify::examine(bytes, &mut self.press);
        let now = self.clock.now();
        let known = self.gate.store().and_then(|store| {
            let desk = Desk {
                store: store.into(),
                now,
            };
            crate::ops::verify::known(&desk, &mut examined)
        });
        // A data file that cannot be asked leaves the paper as it is: what is not known is not said.
        let known = self.watched(known).unwrap_or_default();
        crate::ops::verify::view(name, bytes.len() as u64, examined, &known)
    }

    /// As [`Fairlead::verify`], with nothing but the file.
    pub fn verify_alone(name: &str, bytes: &[u8]) -> Verified {
        let examined = verify::examine(bytes, &mut Press::new());
        crate::ops::verify::view(name, bytes.len() as u64, examined, &Default::default())
    }

    /// What is said of a file that is too large to be one of ours, and was not read: its size in bytes.
    pub fn verify_too_large(name: &str, bytes: u64) -> Verified {
        crate::ops::verify::view(name, bytes, verify::too_large(bytes), &Default::default())
    }

    /// A blank form as a file, to be filled in by hand (R78).
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn blank_paper(
        &mut self,
        kind: &str,
        of: &BlankOf,
        size: PaperSize,
    ) -> Result<PaperFile, ApiError> {
        self.laid_blank_paper(kind, of, size, PaperLayout::default())
    }

    /// As [`Fairlead::blank_paper`], laid as [`Fairlead::laid_paper`] does.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn laid_blank_paper(
        &mut self,
        kind: &str,
        of: &BlankOf,
        size: PaperSize,
        layout: PaperLayout,
    ) -> Result<PaperFile, ApiError> {
        let now = self.clock.now();
        let store = self.gate.store()?;
        Ok(paper::blank(
            &Desk {
                store: store.into(),
                now,
            },
            &mut self.press,
            kind,
            of,
            size,
            layout,
        )?)
    }

    /// Takes a picture file as the logo of a relationship's programme (R58); of a longer one than
    /// [`LARGEST_PICTURE`](crate::api::programme::LARGEST_PICTURE) a byte more is enough to refuse it.
    ///
    /// # Errors
    /// [`ApiError`], in words for the person who chose the file.
    pub fn set_logo(&mut self, relationship: &str, picture: &[u8]) -> Result<Answer, ApiError> {
        let picture = STANDARD.encode(picture);
        self.call(
            "programme.logo.set",
            serde_json::json!({ "relationship": relationship, "picture": picture }),
        )
    }
}

// The use cases that need the press beside the store.
impl Fairlead {
    /// Signs; the second signature makes the signed paper.
    pub(crate) fn sign(&mut self, request: Sign) -> Result<Outcome<Signing>> {
        let relationship = request.relationship.clone();
        let answer = signature::sign(&self.desk()?, request)?;
        self.keep_signed_paper(&relationship, &answer.output);
        Ok(answer)
    }

    /// Confirms a signature by hand; the last one makes the signed paper.
    pub(crate) fn confirm_signature(
        &mut self,
        request: ConfirmSignature,
    ) -> Result<Outcome<Signing>> {
        let relationship = request.relationship.clone();
        let answer = signature::confirm(&self.desk()?, request)?;
        self.keep_signed_paper(&relationship, &answer.output);
        Ok(answer)
    }

    /// Makes the paper of a version in the moment in which both have signed it.
    fn keep_signed_paper(&mut self, relationship: &RelationshipId, signing: &Signing) {
        let Some(version) = signing
            .signed
            .as_ref()
            .filter(|_| signing.version.is_none())
        else {
            return;
        };
        let number = Some(version.number);
        // The signatures stand whatever becomes of the paper: where it cannot be made or kept now, for want of room,
        // it is made when it is first asked for.
        let _ = self
            .desk()
            .and_then(|desk| profile::settings(&desk, Nothing {}))
            .map(|settings| {
                self.signed_paper(relationship.as_str(), number, settings.output.paper)
            });
    }

    pub(crate) fn verify_file(&mut self, request: VerifyFile) -> Result<Outcome<Verified>> {
        let bytes = STANDARD.decode(&request.base64).map_err(|_| {
            Error::field(
                "invalid",
                "base64",
                "The content of the file is no base64. Nothing was changed. Send the file's bytes in base64.",
            )
        })?;
        Ok(Outcome::read(self.verify(&request.name, &bytes)))
    }
}
