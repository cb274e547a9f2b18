//! Sets a [`Document`] of headings, paragraphs, tables and signature boxes as PDF. Knows nothing of mentoring.
//!
//! The way of a document: [`document`] -> survey (which characters, which fonts) -> compose (texts into lines, blocks into
//! strips, the structure tree) -> pages -> write (printpdf) -> finish (outline, metadata, tags, attachments).
//! The same document gives the same bytes, whatever was set before it.

mod breaks;
mod clean;
mod compose;
pub mod document;
mod error;
mod finish;
mod fonts;
mod grids;
mod icc;
mod language;
mod looks;
mod pages;
mod paragraphs;
mod read;
mod running;
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
        let (mut tree, entries) = (composer.tree, composer.entries);
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
        let written = write::write(&filled.pages, sheet, self.fonts.faces(), &mut tree)?;
        let rest = finish::Rest {
            document,
            sheet,
            tree: &tree,
            entries: &entries,
            places: &filled.entries,
        };
        Ok(Pressed {
            bytes: finish::finish(&written, &rest)?,
            pages: count,
            uncovered,
        })
    }
}

impl Default for Press {
    fn default() -> Self {
        Self::new()
    }
}
