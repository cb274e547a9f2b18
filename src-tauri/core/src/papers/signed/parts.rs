//! Where in the bytes of a text of record its sections stand, so that a change can be named even in a file that
//! is no JSON any more.

use crate::domain::agreement_text::Text;
use crate::trust::{Fingerprint, canonical};
use serde::{Deserialize, Serialize};

/// Digits of a part's digest: enough to find a change, and proof of nothing.
const DIGITS: usize = 16;

/// What is not in a section.
const REST: &str = "the first page, the goals or the milestones";

/// A stretch of the bytes. The parts follow one another without a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// As people name it.
    pub name: String,
    /// How many bytes it has.
    pub bytes: usize,
    /// The first half of its SHA-256's digits.
    pub digest: String,
}

impl Part {
    fn of(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.len(),
            digest: digest(bytes),
        }
    }
}

fn digest(bytes: &[u8]) -> String {
    Fingerprint::of(bytes).hex().chars().take(DIGITS).collect()
}

/// The parts of a text of record.
pub(super) fn of(text: &Text, agreement: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = agreement;
    for section in &text.sections {
        let Ok(own) = canonical::bytes(section) else {
            continue;
        };
        let found = rest
            .windows(own.len().max(1))
            .position(|window| window == own);
        let Some((before, from)) = found.and_then(|at| rest.split_at_checked(at)) else {
            continue;
        };
        if !before.is_empty() {
            parts.push(Part::of(REST, before));
        }
        let (section_bytes, after) = from.split_at_checked(own.len()).unwrap_or((from, &[]));
        parts.push(Part::of(&section.name(), section_bytes));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::of(REST, rest));
    }
    parts
}

/// The names of the parts in which these bytes differ from those of the parts, from the first to the last that
/// does; nothing where no part differs. Bytes that were put in or taken out move what follows them, so that the
/// parts are looked for from both ends.
pub fn differing(parts: &[Part], agreement: &[u8]) -> Vec<String> {
    let mut first = 0;
    let mut rest = agreement;
    for part in parts {
        match rest.split_at_checked(part.bytes) {
            Some((own, after)) if digest(own) == part.digest => rest = after,
            Some(_) | None => break,
        }
        first += 1;
    }
    let mut last = parts.len();
    for part in parts.iter().skip(first).rev() {
        let start = rest.len().checked_sub(part.bytes);
        match start.and_then(|start| rest.split_at_checked(start)) {
            Some((before, own)) if digest(own) == part.digest => rest = before,
            Some(_) | None => break,
        }
        last -= 1;
    }
    let mut names: Vec<String> = Vec::new();
    for part in parts.get(first..last).unwrap_or_default() {
        // Between two sections stands a comma, which is nobody's answer.
        if part.bytes > 1 && !names.contains(&part.name) {
            names.push(part.name.clone());
        }
    }
    if names.is_empty() && (first < last || !rest.is_empty()) {
        names.push(REST.to_owned());
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> (Vec<Part>, Vec<u8>) {
        let pieces = [
            ("head", "{\"a\":["),
            ("One", "{\"one\":1}"),
            (REST, ","),
            ("Two", "{\"two\":2}"),
            (REST, "]}"),
        ];
        let parts = pieces
            .iter()
            .map(|(name, text)| Part::of(name, text.as_bytes()))
            .collect();
        (parts, pieces.map(|(_, text)| text).concat().into_bytes())
    }

    #[test]
    fn a_change_is_named_by_its_part() {
        let (parts, bytes) = parts();
        assert_eq!(differing(&parts, &bytes), Vec::<String>::new());
        let named = |bytes: &[u8]| differing(&parts, bytes).join(", ");
        let changed = |at: usize| {
            let mut bytes = bytes.clone();
            bytes[at] ^= 1;
            named(&bytes)
        };
        assert_eq!(changed(0), "head");
        assert_eq!(changed(10), "One");
        assert_eq!(changed(15), REST);
        assert_eq!(changed(20), "Two");
        assert_eq!(changed(bytes.len() - 1), REST);
    }

    #[test]
    fn bytes_put_in_or_taken_out_are_named_by_their_part() {
        let (parts, bytes) = parts();
        let named = |bytes: &[u8]| differing(&parts, bytes).join(", ");
        let mut longer = bytes.clone();
        longer.splice(10..10, *b"more");
        assert_eq!(named(&longer), "One");
        let mut shorter = bytes.clone();
        shorter.drain(18..21);
        assert_eq!(named(&shorter), "Two");
        let both = [longer.as_slice(), b"x"].concat();
        assert_eq!(
            named(&both),
            "One, Two, the first page, the goals or the milestones"
        );
        assert_eq!(named(&[bytes.as_slice(), b"\n"].concat()), REST);
        assert_eq!(named(b"").split(", ").next(), Some("head"));
    }
}
