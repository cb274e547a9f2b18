//! What a signature page says: boxes to sign in, what was signed in them, and a code that a telephone can read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Fact, LineStyle};

/// A box for one person to sign in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignatureBox {
    /// In which role, like "Mentor".
    pub role: String,
    /// The person; may be empty on a blank form.
    pub name: String,
    /// The person's thread, drawn at the top of the box.
    pub thread: LineStyle,
    /// The ruled lines from top to bottom, like "Signature" and "Date".
    pub lines: Vec<SignatureLine>,
    /// In small print under the lines: how it was signed, the time with its zone, the key's fingerprint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Fact>>")]
    pub details: Vec<Fact>,
    /// The PDF's own field over the first line, which [`crate::sign()`] fills. Not part of the JSON: the screen does not show it.
    #[serde(skip)]
    pub field: Option<SignatureField>,
}

/// A ruled line of a signature box.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignatureLine {
    /// What belongs there, under the line.
    pub label: String,
    /// What already stands on it, like a typed name; empty to write by hand.
    pub value: String,
    /// A signature drawn by hand, instead of the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub drawing: Option<Drawing>,
}

/// A signature drawn on the screen, as lines, so that it stays sharp in any size.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Drawing {
    /// The width of the area it was drawn on, in units of the caller's choice. 0 counts as 1.
    pub width: u32,
    /// The height of that area, in the same units.
    pub height: u32,
    /// What was drawn without lifting the pen, in order.
    pub strokes: Vec<Stroke>,
    /// What a screen reader says, like "Signature of Amara Okafor, drawn by hand".
    pub alternative: String,
}

/// A line drawn without lifting the pen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Stroke {
    /// Its points from the left and the top of the drawing's area, in the drawing's units; one point is a dot.
    /// What lies outside the area is drawn on its edge.
    pub points: Vec<(i32, i32)>,
}

/// An empty signature field of the PDF, there from the beginning, so that signing adds nothing but the signature.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignatureField {
    /// Its name in the file, like `mentor`: not empty, without a full stop, no other field's.
    pub name: String,
    /// What a reader says for it, like "Signature of the mentor".
    pub tooltip: String,
}

/// A QR code with words beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QrCode {
    /// What a telephone reads from it: at most 2,331 bytes, and best far fewer.
    pub text: String,
    /// The words beside it; may be empty.
    pub label: String,
    /// What a screen reader says for the code.
    pub alternative: String,
}
