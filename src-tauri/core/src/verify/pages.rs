//! The pages, drawn again from the attached files and compared byte for byte.

use super::{Files, Finding};
use crate::domain::agreement_text::Text;
use crate::domain::side::Side;
use crate::domain::signature::Signatures;
use crate::papers::signed::{self, Signed, scan_file};
use fairlead_press::Press;

/// Longer texts of record are in no agreement, and drawing them would take long.
const LONGEST: usize = 8 * 1024 * 1024;

/// What became of comparing the pages with the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pages {
    /// They are what this Fairlead makes of the attached text, byte for byte.
    Same,
    /// They are not.
    Differ,
    /// Another version of Fairlead set them, or fonts of another computer; with the version where that is the reason.
    Unknown(Option<String>),
    /// There was no sound text to draw.
    NotCompared,
}

impl Pages {
    pub(super) fn finding(&self) -> Option<Finding> {
        match self {
            Self::Differ => Some(Finding::Pages),
            Self::Unknown(version) => Some(Finding::PagesUnknown(version.clone())),
            Self::Same | Self::NotCompared => None,
        }
    }
}

pub(super) fn compare(
    files: &Files<'_>,
    text: &Text,
    signatures: &Signatures,
    press: &mut Press,
) -> Pages {
    let first = files.inspection.revisions.first();
    let Some(end) = first.and_then(|revision| revision.end) else {
        return Pages::Differ;
    };
    let Some(making) = &files.making else {
        return Pages::Unknown(None);
    };
    if !making.is_ours() {
        return Pages::Unknown(Some(making.fairlead.clone()));
    }
    if files.agreement.len() > LONGEST {
        return Pages::Unknown(None);
    }
    let scans: Vec<(Side, String, Vec<u8>)> = signatures
        .signatures
        .iter()
        .filter_map(|signed| {
            let statement = &signed.statement;
            let scan = statement.paper.as_ref()?.scan.as_ref()?;
            let name = scan_file(statement.role, &scan.mime);
            let file = files.inspection.attachment(&name)?;
            Some((statement.role, scan.mime.clone(), file.bytes.clone()))
        })
        .collect();
    let document = signed::document(&Signed {
        text,
        agreement: files.agreement,
        signatures,
        signed: files.signatures,
        making,
        scans: &scans,
    });
    match press.press(&document) {
        Ok(pressed) if files.bytes.get(..end) == Some(pressed.bytes.as_slice()) => Pages::Same,
        Ok(pressed) if pressed.system_fonts => Pages::Unknown(None),
        Ok(_) | Err(_) => Pages::Differ,
    }
}
