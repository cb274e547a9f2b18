//! Reads PDF files that may come from anyone: bounded in every direction, and strict where two readers could differ.
//!
//! lopdf reads files too, and trusts the widths and counts that they state: a few bytes can make it ask for more memory
//! than there is. What is read here is small: the chain of revisions, and the objects that signing and inspecting need.

mod fields;
mod file;
mod unpack;
mod value;

pub(crate) use file::{Entry, File, Object};
pub(crate) use value::{Dict, Value, text, write_hex};

use thiserror::Error;

/// Files beyond this size are refused unseen, in bytes: 64 MiB, some 500 times a long agreement.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// Why a file could not be read. Nothing was unpacked or computed for the first three.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// It is larger than [`LARGEST`].
    #[error("{0} bytes are more than a file may have here")]
    TooLarge(usize),
    /// It does not begin as a PDF does.
    #[error("this is no PDF")]
    NotPdf,
    /// It begins as a PDF and does not end as one.
    #[error("the end of the file is missing")]
    CutOff,
    /// It needs a password, or was encrypted without one.
    #[error("the file is encrypted")]
    Encrypted,
    /// Its parts do not fit together, or it holds more of something than any paper does.
    #[error("the file is damaged: {0}")]
    Damaged(&'static str),
}
