//! Verifying a PDF that somebody hands over: is it an agreement that two people signed, to the letter and to the
//! page, and if not, what differs (B4).
//!
//! Everything is worked out again from the attached files and the PDF's own signatures; what the pages say is never
//! read, but drawn anew and compared. Nothing here needs a data file. What is known of keys and versions is brought
//! in by the use case, which also makes the verdict whole.

mod finding;
mod pages;
mod signers;
mod words;

pub use finding::{Finding, Weight};
pub use pages::Pages;
pub use signers::Signer;
pub use words::{sentence, told, verdict};

use crate::domain::agreement_text::{self, Text};
use crate::domain::comparison;
use crate::domain::signature::{self, Signatures};
use crate::papers::signed::{self, Making};
use crate::trust::check::{self, Fault};
use crate::trust::{Fingerprint, check::read_text};
use fairlead_press::{Inspection, Press, ReadError, RevisionKind, inspect};

/// The largest file that is looked at, in bytes.
pub const LARGEST: usize = fairlead_press::LARGEST;

/// What can be said of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Genuine and unchanged: this text was signed by both keys, and these are its pages.
    Valid,
    /// It is not what was signed, or not signed.
    NotValid,
    /// It cannot be told.
    CannotTell,
}

/// A file after it was looked at.
#[derive(Debug, Clone)]
pub struct Examined {
    /// What was found, the most important first; nothing where all is as it should be.
    pub findings: Vec<Finding>,
    /// The text of record, where it can be read.
    pub text: Option<Text>,
    /// The signatures, where they can be read.
    pub signatures: Option<Signatures>,
    /// The fingerprint of the attached text, readable or not.
    pub fingerprint: Option<Fingerprint>,
    /// The two, as far as they signed.
    pub signers: Vec<Signer>,
    /// What became of comparing the pages.
    pub pages: Pages,
    /// The sections in which the text is not what was signed, where that can be told.
    pub differing: Vec<String>,
}

impl Examined {
    fn unread(finding: Finding) -> Self {
        Self {
            findings: vec![finding],
            text: None,
            signatures: None,
            fingerprint: None,
            signers: Vec::new(),
            pages: Pages::NotCompared,
            differing: Vec::new(),
        }
    }

    /// Adds a finding and keeps the most important first.
    pub fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
        self.findings.sort_by_key(Finding::weight);
    }

    /// The verdict from all that was found.
    pub fn verdict(&self) -> Verdict {
        match self.findings.first().map(Finding::weight) {
            Some(Weight::Fault) => Verdict::NotValid,
            Some(Weight::Doubt) => Verdict::CannotTell,
            Some(Weight::Note) | None => Verdict::Valid,
        }
    }
}

/// Looks at a file. `press` draws its pages again.
pub fn examine(bytes: &[u8], press: &mut Press) -> Examined {
    if bytes.len() > LARGEST {
        return too_large(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    }
    match inspect(bytes) {
        Ok(inspection) => examine_pdf(bytes, &inspection, press),
        Err(error) => Examined::unread(match error {
            ReadError::NotPdf => Finding::NoPdf,
            ReadError::TooLarge(size) => Finding::TooLarge(u64::try_from(size).unwrap_or(u64::MAX)),
            ReadError::CutOff => Finding::CutOff,
            ReadError::Encrypted => Finding::Encrypted,
            ReadError::Damaged(why) => Finding::Damaged(why.to_owned()),
        }),
    }
}

/// What is said of a file of so many bytes, which nobody reads.
pub fn too_large(bytes: u64) -> Examined {
    Examined::unread(Finding::TooLarge(bytes))
}

fn examine_pdf(bytes: &[u8], inspection: &Inspection, press: &mut Press) -> Examined {
    let names = [agreement_text::FILE, signature::FILE];
    for name in names {
        let count = inspection
            .attachments
            .iter()
            .filter(|attachment| attachment.name == name)
            .count();
        if count > 1 {
            return Examined::unread(Finding::Twice(name));
        }
    }
    let attached = |name: &str| {
        let found = inspection.attachment(name);
        found.map(|attachment| attachment.bytes.as_slice())
    };
    let making = attached(signed::FILE).and_then(Making::read);
    match names.map(attached) {
        [Some(agreement), Some(signatures)] => {
            let files = Files {
                bytes,
                inspection,
                agreement,
                signatures,
                making,
            };
            files.examine(press)
        }
        [Some(agreement), None] => unsigned(inspection, agreement),
        [None, Some(_)] => Examined::unread(Finding::Missing(agreement_text::FILE)),
        [None, None] if making.is_some() => {
            Examined::unread(Finding::Missing(agreement_text::FILE))
        }
        [None, None] => Examined::unread(Finding::Foreign {
            signed: inspection
                .fields
                .iter()
                .any(|field| field.signature.is_some()),
        }),
    }
}

/// A paper with a text and without the file of signatures: a draft, or robbed of them.
fn unsigned(inspection: &Inspection, agreement: &[u8]) -> Examined {
    let fields = !inspection.fields.is_empty();
    let text = read_text(agreement);
    let finding = match &text {
        Ok(text) if text.frozen_at.is_none() && !fields => Finding::Draft,
        Err(Fault::OtherFormat(..)) => Finding::Newer,
        Ok(_) if !fields => Finding::ToBeSigned,
        Ok(_) | Err(_) => Finding::Missing(signature::FILE),
    };
    Examined {
        text: text.ok(),
        fingerprint: Some(Fingerprint::of(agreement)),
        ..Examined::unread(finding)
    }
}

/// The files of a paper that says it is signed.
struct Files<'a> {
    bytes: &'a [u8],
    inspection: &'a Inspection,
    agreement: &'a [u8],
    signatures: &'a [u8],
    making: Option<Making>,
}

impl Files<'_> {
    fn examine(self, press: &mut Press) -> Examined {
        let checked = check::check(self.agreement, self.signatures);
        let mut findings = Vec::new();
        let mut differing = Vec::new();
        let newer = checked
            .faults
            .iter()
            .any(|fault| matches!(fault, Fault::OtherFormat(..)));
        if newer {
            findings.push(Finding::Newer);
        } else {
            findings.extend(checked.faults.iter().cloned().map(Finding::Text));
        }
        let text_stands = checked
            .signatures
            .as_ref()
            .is_some_and(|signatures| signatures.agreement == checked.fingerprint.hex());
        if !text_stands && !newer {
            let parts = self.making.as_ref().map(|making| making.parts.as_slice());
            differing = signed::differing(parts.unwrap_or_default(), self.agreement);
            if parts.is_none() {
                differing.clear();
            }
        }
        let signers = match &checked.signatures {
            Some(signatures) => signers::signers(self.inspection, signatures, &mut findings),
            None => Vec::new(),
        };
        if let Some(signatures) = &checked.signatures {
            signers::scans(self.inspection, signatures, &mut findings);
        }
        self.changes(press, checked.text.as_ref(), &mut findings, &mut differing);
        let mut pages = Pages::NotCompared;
        // Drawing takes a moment; where something else is wrong already, it would change nothing.
        let whole = findings
            .iter()
            .all(|finding| finding.weight() != Weight::Fault);
        if let (true, Some(text), Some(signatures)) =
            (whole && checked.holds(), &checked.text, &checked.signatures)
        {
            pages = pages::compare(&self, text, signatures, press);
            findings.extend(pages.finding());
        }
        let mut examined = Examined {
            findings,
            text: checked.text,
            signatures: checked.signatures,
            fingerprint: Some(checked.fingerprint),
            signers,
            pages,
            differing,
        };
        examined.findings.sort_by_key(Finding::weight);
        examined
    }

    /// What was done to the file after it was signed. If an earlier state of it is what both signed, that is said.
    fn changes(
        &self,
        press: &mut Press,
        text: Option<&Text>,
        findings: &mut Vec<Finding>,
        differing: &mut Vec<String>,
    ) {
        if self.inspection.only_signed() {
            return;
        }
        match self.signed_state() {
            Some(end) if end < self.bytes.len() => {
                let earlier = self.bytes.get(..end).unwrap_or_default();
                let before = examine(earlier, press);
                if before.verdict() == Verdict::Valid {
                    if let (Some(before), Some(text)) = (&before.text, text) {
                        *differing = comparison::differing(before, text);
                    }
                    findings.push(Finding::Earlier {
                        bytes: self.bytes.len() - end,
                        changed: self.changed(),
                    });
                    return;
                }
                findings.push(self.change());
            }
            Some(_) | None => findings.push(self.change()),
        }
    }

    /// Where the file ended when both had signed it and nothing else had been done to it.
    fn signed_state(&self) -> Option<usize> {
        let mut end = None;
        let mut signed = 0;
        for revision in &self.inspection.revisions {
            match revision.kind {
                RevisionKind::First => {}
                RevisionKind::Signature { .. } => {
                    signed += 1;
                    end = revision.end;
                }
                RevisionKind::Changed(_) => break,
            }
        }
        end.filter(|_| signed > 1)
    }

    fn changed(&self) -> bool {
        let revisions = &self.inspection.revisions;
        let changed = |kind: &RevisionKind| matches!(kind, RevisionKind::Changed(_));
        revisions.iter().any(|revision| changed(&revision.kind))
    }

    fn change(&self) -> Finding {
        if self.changed() {
            Finding::Changed
        } else {
            Finding::Tail(self.inspection.tail)
        }
    }
}
