//! Sets a [`Document`] of headings, paragraphs, tables and signature boxes as PDF. Knows nothing of mentoring.

pub mod document;

pub use document::*;
