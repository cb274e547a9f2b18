//! What a person signs, and how signatures travel: `signatures.json` beside the text of record (B4).
//!
//! As with the text of record, what is absent is `null` and unknown names are refused.

use super::side::Side;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Name of the file inside the PDF.
pub const FILE: &str = "signatures.json";
/// The form of the file that this version of Fairlead writes and reads.
pub const FORMAT: &str = "fairlead.signatures/1";
/// How the name of every form of the file begins.
pub const FORMATS: &str = "fairlead.signatures/";
/// What stands before the bytes of a [`Statement`] when they are signed, and inside them.
pub const STATEMENT: &str = "fairlead.signature/1";
/// The same for a [`Confirmation`].
pub const CONFIRMATION: &str = "fairlead.confirmation/1";

/// The widest and highest area in which a signature is drawn, in units of its own.
pub const LARGEST_AREA: u32 = 4_096;
/// The most strokes of a drawn signature.
pub const MOST_STROKES: usize = 200;
/// The most points of all strokes together.
pub const MOST_POINTS: usize = 5_000;

/// How somebody signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SignatureKind")]
pub enum Kind {
    /// By typing their name.
    Typed,
    /// By drawing on the screen.
    Drawn,
    /// By hand, on the printed paper; the other person confirms it.
    OnPaper,
}

impl Kind {
    /// The word of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Drawn => "drawn",
            Self::OnPaper => "on_paper",
        }
    }
}

/// A signature drawn on the screen: whole units from the left and the top of its area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "DrawnSignature")]
pub struct Drawing {
    /// Width of the area, 1 to 4,096.
    pub width: u32,
    /// Height of the area, 1 to 4,096.
    pub height: u32,
    /// What was drawn without lifting the pen, each a list of points; at most 200 strokes and 5,000 points.
    pub strokes: Vec<Vec<(i32, i32)>>,
}

/// Why a drawing is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadDrawing {
    /// Nothing was drawn, or a single dot.
    Empty,
    /// More strokes or points than anybody's signature has, or an area that makes no sense.
    TooLarge,
    /// A point outside the area.
    Outside,
}

impl Drawing {
    /// Whether it is a drawing that can be signed and printed.
    ///
    /// # Errors
    /// [`BadDrawing`].
    pub fn check(&self) -> Result<(), BadDrawing> {
        let area = 1..=LARGEST_AREA;
        let points: usize = self.strokes.iter().map(Vec::len).sum();
        if !area.contains(&self.width)
            || !area.contains(&self.height)
            || self.strokes.len() > MOST_STROKES
            || points > MOST_POINTS
        {
            return Err(BadDrawing::TooLarge);
        }
        if points < 2 || self.strokes.iter().any(Vec::is_empty) {
            return Err(BadDrawing::Empty);
        }
        let inside = |at: i32, most: u32| u32::try_from(at).is_ok_and(|at| at <= most);
        if self
            .strokes
            .iter()
            .flatten()
            .all(|(x, y)| inside(*x, self.width) && inside(*y, self.height))
        {
            Ok(())
        } else {
            Err(BadDrawing::Outside)
        }
    }
}

/// A scan or photo of the signed paper. The bytes are kept beside; this is what is signed of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scan {
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// `image/png`, `image/jpeg` or `application/pdf`.
    pub mime: String,
    /// Its size in bytes.
    pub bytes: u32,
}

/// A signature by hand on the printed paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnPaper {
    /// The day on which the paper was signed: `2026-03-24`.
    pub signed_on: String,
    /// A scan or photo of it, where one was attached.
    pub scan: Option<Scan>,
}

/// The public keys of the two: Ed25519, 64 hexadecimal digits each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Keys {
    /// The mentor's.
    pub mentor: String,
    /// The mentee's.
    pub mentee: String,
}

impl Keys {
    /// The key of one of the two.
    pub fn of(&self, side: Side) -> &str {
        match side {
            Side::Mentor => &self.mentor,
            Side::Mentee => &self.mentee,
        }
    }
}

/// What a person signs: this version and no other, in this role, under this name, at this time, with both
/// keys named, so that neither signature can be taken out and put under anything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Statement {
    /// [`STATEMENT`].
    pub tag: String,
    /// Id of the relationship.
    pub relationship: String,
    /// Number of the version.
    pub version: u32,
    /// Fingerprint of the text of record.
    pub agreement: String,
    /// Fingerprint of the version signed before.
    pub follows: Option<String>,
    /// In which role.
    pub role: Side,
    /// The name as it was typed, NFC.
    pub name: String,
    /// How.
    pub kind: Kind,
    /// What was drawn, where it was drawn.
    pub drawing: Option<Drawing>,
    /// The paper, where it was signed on paper.
    pub paper: Option<OnPaper>,
    /// When, RFC 3339 to the second with the offset of the place: `2026-03-24T10:15:00+00:00`.
    pub at: String,
    /// IANA zone in which that is told.
    pub zone: String,
    /// At whose computer it was signed.
    pub computer_of: Side,
    /// Both public keys.
    pub keys: Keys,
}

/// What the other person signs about a signature by hand: that they saw it made, or know it to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirmation {
    /// [`CONFIRMATION`].
    pub tag: String,
    /// Id of the relationship.
    pub relationship: String,
    /// Number of the version.
    pub version: u32,
    /// Fingerprint of the text of record.
    pub agreement: String,
    /// Who confirms.
    pub role: Side,
    /// The name of who confirms.
    pub name: String,
    /// SHA-256 of the canonical bytes of the statement that is confirmed.
    pub confirms: String,
    /// When, as in [`Statement::at`].
    pub at: String,
    /// IANA zone in which that is told.
    pub zone: String,
    /// At whose computer it was confirmed.
    pub computer_of: Side,
    /// Both public keys.
    pub keys: Keys,
}

/// A statement with its signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Signed {
    /// What was signed.
    pub statement: Statement,
    /// Ed25519, 128 hexadecimal digits.
    pub signature: String,
    /// The certificate of the person's key for PDFs: DER in base64, bound to the person's Ed25519 key.
    pub certificate: String,
}

/// A confirmation with its signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Confirmed {
    /// What was signed.
    pub statement: Confirmation,
    /// Ed25519, 128 hexadecimal digits.
    pub signature: String,
}

/// What happened on the way to the signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SigningEventKind")]
pub enum What {
    /// The relationship was set up.
    SetUp,
    /// The version before was signed by both.
    Before,
    /// A section was marked as agreed for the last time.
    Agreed,
    /// The text was frozen to be signed.
    Frozen,
    /// Somebody had the exact text before them.
    Opened,
    /// The computer was passed on.
    HandedOver,
    /// Somebody signed.
    Signed,
    /// Somebody confirmed a signature by hand.
    Confirmed,
    /// An earlier try to sign was withdrawn.
    Withdrawn,
}

/// One line of the record before signing. It is told by the program and signed by nobody: the signatures
/// of the PDF cover it with the rest of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "SigningEvent")]
pub struct Event {
    /// When (RFC 9557): civil time, offset and zone.
    pub at: String,
    /// What happened.
    pub what: What,
    /// Who, where it was one of the two.
    pub role: Option<Side>,
    /// The same in words.
    pub words: String,
}

/// All signatures under one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Signatures {
    /// [`FORMAT`].
    pub format: String,
    /// Id of the relationship.
    pub relationship: String,
    /// Number of the version.
    pub version: u32,
    /// Fingerprint of the text of record.
    pub agreement: String,
    /// Both public keys.
    pub keys: Keys,
    /// In the order in which they were made.
    pub signatures: Vec<Signed>,
    /// Of signatures by hand.
    pub confirmations: Vec<Confirmed>,
    /// What happened before, the oldest first.
    pub record: Vec<Event>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(strokes: Vec<Vec<(i32, i32)>>) -> Drawing {
        Drawing {
            width: 600,
            height: 200,
            strokes,
        }
    }

    #[test]
    fn a_drawing_has_lines_and_stays_inside_its_area() {
        assert_eq!(drawing(vec![vec![(0, 0), (600, 200)]]).check(), Ok(()));
        assert_eq!(drawing(vec![]).check(), Err(BadDrawing::Empty));
        assert_eq!(drawing(vec![vec![(1, 1)]]).check(), Err(BadDrawing::Empty));
        assert_eq!(
            drawing(vec![vec![], vec![(1, 1), (2, 2)]]).check(),
            Err(BadDrawing::Empty)
        );
        for point in [(601, 1), (1, 201), (-1, 1)] {
            assert_eq!(
                drawing(vec![vec![(1, 1), point]]).check(),
                Err(BadDrawing::Outside)
            );
        }
        assert_eq!(
            drawing(vec![vec![(1, 1); MOST_POINTS]]).check(),
            Ok(()),
            "at the limit"
        );
        assert_eq!(
            drawing(vec![vec![(1, 1); MOST_POINTS + 1]]).check(),
            Err(BadDrawing::TooLarge)
        );
        assert_eq!(
            drawing(vec![vec![(1, 1), (2, 2)]; MOST_STROKES + 1]).check(),
            Err(BadDrawing::TooLarge)
        );
        let mut none = drawing(vec![vec![(0, 0), (0, 0)]]);
        none.width = 0;
        assert_eq!(none.check(), Err(BadDrawing::TooLarge));
    }
}
