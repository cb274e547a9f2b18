//! How a signed paper was set: what its pages depend on besides the text and the signatures.

use super::parts::{self, Part};
use crate::domain::agreement_text::Text;
use crate::trust::canonical;
use fairlead_press::Paper;
use serde::{Deserialize, Serialize};

/// Name of the file inside the PDF.
pub const FILE: &str = "paper.json";
/// The form of the file.
pub const FORMAT: &str = "fairlead.paper/1";

/// Size of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// 210 x 297 mm.
    A4,
    /// 8.5 x 11 inches.
    Letter,
}

impl From<Size> for Paper {
    fn from(size: Size) -> Self {
        match size {
            Size::A4 => Self::A4,
            Size::Letter => Self::Letter,
        }
    }
}

/// The programme's logo as it stands on the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// A PNG in base64.
    pub png: String,
    /// What it shows.
    pub words: String,
}

/// How a paper was set. It is no part of what the two signed; the PDF's own signatures cover it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Making {
    /// [`FORMAT`].
    pub format: String,
    /// The version of Fairlead that set it: the same version sets the same pages again.
    pub fairlead: String,
    /// Size of the sheet.
    pub size: Size,
    /// The programme's logo, where there is one.
    pub logo: Option<Logo>,
    /// The parts of the text of record with a digest each, so that a change can be found where it is.
    pub parts: Vec<Part>,
}

impl Making {
    /// How this Fairlead sets a paper.
    pub fn now(size: Size, logo: Option<Logo>, text: &Text, agreement: &[u8]) -> Self {
        Self {
            format: FORMAT.to_owned(),
            fairlead: env!("CARGO_PKG_VERSION").to_owned(),
            size,
            logo,
            parts: parts::of(text, agreement),
        }
    }

    /// Its canonical bytes.
    pub fn bytes(&self) -> Vec<u8> {
        #[expect(
            clippy::expect_used,
            reason = "text keys, texts and whole numbers always have a canonical form"
        )]
        canonical::bytes(self).expect("canonical JSON")
    }

    /// Reads the file; none where it is none of ours or of another form.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        canonical::read(bytes)
            .ok()
            .filter(|making: &Self| making.format == FORMAT)
    }

    /// Whether this Fairlead would set the same pages.
    pub fn is_ours(&self) -> bool {
        self.fairlead == env!("CARGO_PKG_VERSION")
    }
}
