//! The content of an agreement as canonical bytes, and their SHA-256.

use super::facts::AgreementFacts;
use super::text;
use crate::domain::side::Side;
use crate::domain::template::Answer;
use crate::trust::{Fingerprint, canonical};

/// Name of the file with the canonical content that is carried inside the PDF.
pub use crate::domain::agreement_text::FILE;

/// The content of an agreement as canonical JSON (RFC 8785): everything the two wrote that is printed,
/// and nothing else. Not the moment of printing, so that the same content has the same bytes.
pub fn content(facts: &AgreementFacts) -> Vec<u8> {
    #[expect(
        clippy::expect_used,
        reason = "a text with text keys and whole numbers always has a canonical form"
    )]
    canonical::bytes(&text::of(facts)).expect("canonical JSON")
}

/// SHA-256 of [`content`], as 64 hexadecimal digits.
pub fn fingerprint(facts: &AgreementFacts) -> String {
    Fingerprint::of(&content(facts)).hex()
}

/// R42: limits that their author wants printed without details are neither on the paper nor in its
/// fingerprint, from which a short text could be guessed.
pub(super) fn withheld(facts: &AgreementFacts, field: &str, side: Option<Side>) -> bool {
    field == "area.7.limits"
        && facts.answers.get("area.7.print", side)
            == Some(&Answer::Choice("without_details".to_owned()))
}
