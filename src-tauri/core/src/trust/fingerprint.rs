//! Fingerprints: SHA-256, told as 64 hexadecimal digits for computers and as four words for people.

use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::LazyLock;

/// 1,024 words, one a line: four to eight letters, no two a letter apart, none that hurts. Chosen from the
/// English list of BIP-39, which is free of rights.
const WORDS: &str = include_str!("../../content/fingerprint_words.txt");

static LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| WORDS.lines().collect());

/// How many words stand for a fingerprint.
pub const WORD_COUNT: usize = 4;

/// The SHA-256 of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 lower-case hexadecimal digits.
    pub fn from_hex(digits: &str) -> Option<Self> {
        let mut bytes = [0_u8; 32];
        hex::decode_to_slice(digits, &mut bytes).ok()?;
        (hex::encode(bytes) == digits).then_some(Self(bytes))
    }

    /// The 32 bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 64 lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        hex::encode(self.0)
    }

    /// The first eight digits, for a glance.
    pub fn short(&self) -> String {
        let [a, b, c, d, ..] = self.0;
        hex::encode([a, b, c, d])
    }

    /// Four words for two people who compare by voice: the first 40 bits, ten at a time. They tell two texts
    /// apart that differ by accident; against somebody who searches for a twin, the digits decide.
    pub fn words(&self) -> [&'static str; WORD_COUNT] {
        let [a, b, c, d, e, ..] = self.0.map(usize::from);
        [
            a << 2 | b >> 6,
            (b & 0x3f) << 4 | c >> 4,
            (c & 0x0f) << 6 | d >> 2,
            (d & 0x03) << 8 | e,
        ]
        .map(|at| LIST.get(at).copied().unwrap_or_default())
    }

    /// The four words as one text: `river-lemon-copper-anchor`.
    pub fn spoken(&self) -> String {
        self.words().join("-")
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

/// Digits in groups of eight, for people to compare.
pub fn in_groups(digits: &str, groups: usize) -> String {
    let digits: Vec<char> = digits.chars().collect();
    digits
        .chunks(8)
        .take(groups)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_has_1024_words_that_can_be_told_apart() {
        let words: BTreeSet<&str> = LIST.iter().copied().collect();
        assert_eq!((LIST.len(), words.len()), (1_024, 1_024));
        assert!(LIST.is_sorted());
        for word in &words {
            assert!((4..=8).contains(&word.len()), "{word}");
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
            for at in 0..word.len() {
                let without: String = word
                    .char_indices()
                    .filter(|(place, _)| *place != at)
                    .map(|(_, letter)| letter)
                    .collect();
                assert!(!words.contains(without.as_str()), "{word} and {without}");
                for letter in 'a'..='z' {
                    let other: String = word
                        .char_indices()
                        .map(|(place, old)| if place == at { letter } else { old })
                        .collect();
                    assert!(
                        other == **word || !words.contains(other.as_str()),
                        "{word} and {other}"
                    );
                }
            }
        }
    }

    #[test]
    fn ten_bits_choose_a_word() {
        let of = |bytes: [u8; 5]| {
            let mut whole = [0_u8; 32];
            whole[..5].copy_from_slice(&bytes);
            Fingerprint(whole).words()
        };
        let (first, last) = (LIST[0], LIST[1_023]);
        assert_eq!(of([0; 5]), [first; 4]);
        assert_eq!(of([0xff; 5]), [last; 4]);
        assert_eq!(of([0, 0x40, 0, 0, 0]), [LIST[1], first, first, first]);
        assert_eq!(of([0, 0, 0x10, 0, 0]), [first, LIST[1], first, first]);
        assert_eq!(of([0, 0, 0, 4, 0]), [first, first, LIST[1], first]);
        assert_eq!(of([0, 0, 0, 0, 1]), [first, first, first, LIST[1]]);
    }

    #[test]
    fn digits_are_read_in_one_form_only() {
        let one = Fingerprint::of(b"one");
        assert_eq!(one.hex().len(), 64);
        assert!(one.hex().starts_with(&one.short()) && one.short().len() == 8);
        assert_eq!(Fingerprint::from_hex(&one.hex()), Some(one));
        assert_eq!(Fingerprint::from_hex(&one.hex().to_uppercase()), None);
        let cut_off: String = one.hex().chars().take(62).collect();
        assert_eq!(Fingerprint::from_hex(&cut_off), None);
        assert_eq!(
            Fingerprint::of(b"").hex(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }
}
