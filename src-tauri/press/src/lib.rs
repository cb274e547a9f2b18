//! Sets a [`Document`] of headings, paragraphs, tables and signature boxes as PDF. Knows nothing of mentoring.
//!
//! The way of a document: [`document`] -> survey (which characters, which fonts) -> compose (texts into lines, blocks into
//! strips, the structure tree) -> pages -> write (printpdf) -> finish (outline, metadata, tags, attachments).
//! The same document gives the same bytes, whatever was set before it.
//!
//! A paper that two people sign goes through three functions. [`Press::press`] sets it with everything that is to be seen
//! already in it: what each signed, the record of events, the QR code, the text of record and both signatures over it as
//! attachments, and a [`SignatureField`] in each [`SignatureBox`]. [`sign()`] then appends one signature for each person:
//! the caller draws 32 random bytes for a [`SecretKey`] once, has [`certificate()`] made with the person's other key and
//! that key's signature over [`SecretKey::public`] as its binding, and keeps both. [`inspect()`] takes any bytes apart
//! again. It tells facts, and the caller makes the verdict: a file is as it was signed if [`Inspection::only_signed`], if
//! [`SignatureFacts::holds`] for the field of each person, if each certificate's binding is that of the person whose key
//! is known, and if the first revision (the bytes up to its [`Revision::end`]) is what the press makes of the attached text
//! of record. A second person's program checks the last before it signs.

mod boxes;
mod breaks;
mod clean;
mod compose;
pub mod document;
mod drawings;
mod error;
mod finish;
mod fonts;
mod forms;
mod grids;
mod icc;
pub mod inspect;
mod language;
mod looks;
mod pages;
mod paragraphs;
mod pdf;
mod picture;
mod read;
mod running;
pub mod sign;
mod signatures;
mod strip;
mod structure;
mod survey;
mod systems;
mod tags;
mod text;
mod write;
mod xmp;

pub use document::*;
pub use error::PressError;
pub use inspect::{
    CertificateFacts, Change, Embedded, FieldFacts, Inspection, Revision, RevisionKind,
    SignatureFacts, SignatureState, inspect, page_count,
};
pub use pdf::{LARGEST, ReadError};
pub use sign::{Person, SecretKey, SignError, Signing, certificate, sign};
pub use signatures::*;
pub use survey::DEEPEST;

use parley::LayoutContext;

/// A PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// The file: PDF 1.7, made to PDF/A-3a and PDF/UA-1.
    pub bytes: Vec<u8>,
    /// How many pages it has; at least one.
    pub pages: usize,
    /// The characters that neither the shipped fonts nor the system's could show, each once, in order of their code.
    /// A box stands for them on the page; a reader still reads them out.
    pub uncovered: String,
    /// Whether fonts of the system were asked for characters that no shipped font has. Another computer may then set
    /// the same document otherwise.
    pub system_fonts: bool,
}

/// Sets documents. Keeps its fonts unpacked from one document to the next, so one press serves a whole session.
pub struct Press {
    fonts: fonts::Fonts,
    layouts: LayoutContext<text::SpanNumber>,
}

impl Press {
    /// A press with nothing unpacked yet.
    pub fn new() -> Self {
        Self {
            fonts: fonts::Fonts::new(),
            layouts: LayoutContext::new(),
        }
    }

    /// Sets a document as PDF.
    ///
    /// # Errors
    /// [`PressError`]; no text that a person can type leads to one.
    pub fn press(&mut self, document: &Document) -> Result<Pressed, PressError> {
        let characters = survey::characters(document)?;
        let kit = self.fonts.kit(&characters)?;
        let sheet = looks::Sheet::of(document);
        let rtl = language::is_rtl(&language::tag(&document.metadata.language));
        let mut setter = text::Setter {
            fonts: &mut self.fonts,
            layouts: &mut self.layouts,
            kit,
            rtl,
            uncovered: Default::default(),
        };
        let mut composer = compose::Composer::new(&mut setter, document, sheet);
        let flow = composer.compose();
        let (mut tree, entries, fields) = (composer.tree, composer.entries, composer.fields);
        let area = pages::Area {
            top: sheet.margin,
            bottom: sheet.height - sheet.margin,
        };
        let mut filled = pages::fill(flow, area, entries.len());
        let header = running::header(&mut setter, document, sheet);
        let count = filled.pages.len();
        for (number, marks) in filled.pages.iter_mut().enumerate() {
            marks.splice(0..0, header.iter().cloned());
            running::footer(&mut setter, document, sheet, number + 1, count, marks);
        }
        let uncovered = setter.uncovered.iter().collect();
        let system_fonts = setter.kit.system;
        let written = write::write(&filled.pages, sheet, self.fonts.faces(), &mut tree)?;
        let rest = finish::Rest {
            document,
            sheet,
            tree: &tree,
            entries: &entries,
            fields: &fields,
            places: &filled.entries,
        };
        Ok(Pressed {
            bytes: finish::finish(&written, &rest)?,
            pages: count,
            uncovered,
            system_fonts,
        })
    }
}

impl Default for Press {
    fn default() -> Self {
        Self::new()
    }
}
