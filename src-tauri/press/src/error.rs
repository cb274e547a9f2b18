//! What can go wrong in the press.

use thiserror::Error;

/// Why a document could not be set. Nothing a person types leads here; the words are for logs.
#[derive(Debug, Error)]
pub enum PressError {
    /// A shipped font could not be unpacked: the program file is damaged.
    #[error("the font {0} cannot be read")]
    Font(&'static str),
    /// The glyphs that the document uses could not be cut out of their font.
    #[error("the font {name} cannot be embedded: {reason}")]
    Subset {
        /// The font's PostScript name.
        name: String,
        /// What the font library says.
        reason: String,
    },
    /// Lists or groups stand in each other deeper than [`crate::DEEPEST`].
    #[error("blocks are nested deeper than {}", crate::DEEPEST)]
    TooDeep,
    /// A signature field has no name, a full stop in its name, or the name of another one.
    #[error("there can be no signature field called {0:?}")]
    Field(String),
    /// A QR code is to hold more than any can.
    #[error("a QR code cannot hold {0} bytes")]
    QrCode(usize),
    /// The PDF structure could not be written.
    #[error("the PDF cannot be written: {0}")]
    Write(#[from] lopdf::Error),
    /// The bytes could not be collected.
    #[error("the PDF cannot be written: {0}")]
    Bytes(#[from] std::io::Error),
}
