//! The recovery code: 125 random bits that people can copy by hand.
//!
//! Seven groups of four characters of Crockford's alphabet (no I, L, O, U). The last three are a
//! Reed-Solomon check over the alphabet's 32 values: up to three wrong characters, and any two
//! that changed places, are always noticed, so that a slip of the pen is told apart from the code
//! of another folder.

use std::fmt;

use zeroize::Zeroizing;

use super::secret::SecretError;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET: usize = 25;
const CHECK: usize = 3;
const LENGTH: usize = SECRET + CHECK;
const GROUP: usize = 4;

/// A recovery code, complete and with a fitting check.
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<[u8; LENGTH]>);

/// How a typed recovery code is mistyped. Whether a well-formed code is the right one, only the
/// key tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Mistyped {
    /// It has this many characters; 28 are needed.
    #[error("{0} characters instead of 28")]
    Length(usize),
    /// A character that no code has.
    #[error("the character {0:?} is in no recovery code")]
    Character(char),
    /// The check does not fit: at least one character is another.
    #[error("the check characters do not fit")]
    Check,
}

impl RecoveryCode {
    /// A new one.
    ///
    /// # Errors
    /// [`SecretError::NoRandomness`] when the system gives no random bytes.
    pub fn random() -> Result<Self, SecretError> {
        let mut random = Zeroizing::new([0_u8; SECRET]);
        getrandom::fill(random.as_mut_slice()).map_err(|_| SecretError::NoRandomness)?;
        let mut symbols = Zeroizing::new([0_u8; LENGTH]);
        for (symbol, byte) in symbols.iter_mut().zip(random.iter()) {
            // 256 is a multiple of 32: the low five bits are as even as the byte.
            *symbol = byte & 31;
        }
        let check = check_of(random.iter().map(|byte| byte & 31));
        for (symbol, value) in symbols.iter_mut().skip(SECRET).zip(check) {
            *symbol = value;
        }
        Ok(Self(symbols))
    }

    /// Reads what a person typed: any case, with or without spaces and dashes, O for 0, I or L for 1.
    ///
    /// # Errors
    /// [`Mistyped`], which says what to look at.
    pub fn read(text: &str) -> Result<Self, Mistyped> {
        let mut symbols = Zeroizing::new(Vec::with_capacity(LENGTH));
        for character in text.chars() {
            if character.is_whitespace() || is_separator(character) {
                continue;
            }
            symbols.push(value_of(character).ok_or(Mistyped::Character(character))?);
        }
        let symbols: [u8; LENGTH] = symbols
            .as_slice()
            .try_into()
            .map_err(|_| Mistyped::Length(symbols.len()))?;
        let code = Self(Zeroizing::new(symbols));
        let check = check_of(code.0.iter().copied().take(SECRET));
        if code.0.iter().skip(SECRET).copied().eq(check) {
            Ok(code)
        } else {
            Err(Mistyped::Check)
        }
    }

    /// The code as it is shown and printed: `XXXX-XXXX-...`, seven groups.
    #[must_use]
    pub fn shown(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for (place, symbol) in self.0.iter().enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            text.push(character_of(*symbol));
        }
        text
    }

    /// The bytes that the key is derived from: the characters without dashes.
    pub(super) fn words(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(
            self.0
                .iter()
                .map(|symbol| character_of(*symbol) as u8)
                .collect(),
        )
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(kept secret)")
    }
}

fn is_separator(character: char) -> bool {
    matches!(
        character,
        '-' | '_' | '.' | '\u{00AD}' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{FEFF}' | '\u{200B}'
    )
}

fn value_of(character: char) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|letter| char::from(*letter) == upper)
        .and_then(|place| u8::try_from(place).ok())
}

fn character_of(symbol: u8) -> char {
    char::from(
        ALPHABET
            .get(usize::from(symbol & 31))
            .copied()
            .unwrap_or(b'0'),
    )
}

/// Multiplication in the field of 32 elements, x^5 + x^2 + 1.
fn times(mut one: u8, mut another: u8) -> u8 {
    let mut product = 0;
    while another > 0 {
        if another & 1 == 1 {
            product ^= one;
        }
        one <<= 1;
        if one & 32 == 32 {
            one ^= 0b10_0101;
        }
        another >>= 1;
    }
    product
}

/// The remainder of division by (x - 2)(x - 4)(x - 8), whose distance is four.
fn check_of(secret: impl Iterator<Item = u8>) -> [u8; CHECK] {
    // The product's coefficients below x^3, highest first.
    let generator = [
        2 ^ 4 ^ 8,
        times(2, 4) ^ times(2, 8) ^ times(4, 8),
        times(times(2, 4), 8),
    ];
    let mut remainder = [0_u8; CHECK];
    for symbol in secret {
        let [first, second, third] = remainder;
        let factor = symbol ^ first;
        let [high, middle, low] = generator.map(|coefficient| times(coefficient, factor));
        remainder = [second ^ high, third ^ middle, low];
    }
    remainder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_seven_groups_and_reads_back() {
        let code = RecoveryCode::random().unwrap();
        let shown = code.shown();
        assert_eq!(shown.split('-').count(), 7);
        assert!(shown.split('-').all(|group| group.len() == 4));
        assert_eq!(*RecoveryCode::read(&shown).unwrap().0, *code.0);
    }

    #[test]
    fn case_spaces_dashes_and_lookalikes_do_not_matter() {
        let code = RecoveryCode::random().unwrap();
        let shown = code.shown();
        let sloppy = shown
            .to_lowercase()
            .replace('-', " \u{2013} ")
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(*RecoveryCode::read(&sloppy).unwrap().0, *code.0);
        assert_eq!(
            *RecoveryCode::read(&shown.replace('-', "").replace('1', "I"))
                .unwrap()
                .0,
            *code.0
        );
    }

    #[test]
    fn one_or_two_wrong_characters_and_swaps_are_mistyped_never_wrong() {
        let code = RecoveryCode::random().unwrap();
        let plain = code.0.iter().map(|s| character_of(*s)).collect::<Vec<_>>();
        let read = |letters: &[char]| RecoveryCode::read(&letters.iter().collect::<String>());
        for place in 0..LENGTH {
            for change in 1..32_u8 {
                let mut typed = plain.clone();
                typed[place] = character_of(code.0[place] ^ change);
                assert_eq!(read(&typed).unwrap_err(), Mistyped::Check);
                let other = (place + 1 + usize::from(change) % (LENGTH - 1)) % LENGTH;
                typed[other] = character_of(code.0[other] ^ (change ^ 5).max(1));
                assert_eq!(read(&typed).unwrap_err(), Mistyped::Check);
            }
            if place > 0 && plain[place] != plain[place - 1] {
                let mut typed = plain.clone();
                typed.swap(place, place - 1);
                assert_eq!(read(&typed).unwrap_err(), Mistyped::Check);
            }
        }
    }

    #[test]
    fn length_and_foreign_characters_are_named() {
        let shown = RecoveryCode::random().unwrap().shown();
        assert_eq!(RecoveryCode::read("").unwrap_err(), Mistyped::Length(0));
        assert_eq!(
            RecoveryCode::read(shown.strip_suffix(|_: char| true).unwrap()).unwrap_err(),
            Mistyped::Length(27)
        );
        assert_eq!(
            RecoveryCode::read(&format!("{}U", shown.as_str())).unwrap_err(),
            Mistyped::Character('U')
        );
        assert_eq!(
            RecoveryCode::read("ab\u{202E}cd").unwrap_err(),
            Mistyped::Character('\u{202E}')
        );
    }

    #[test]
    fn codes_do_not_print() {
        let code = RecoveryCode::random().unwrap();
        assert_eq!(format!("{code:?}"), "RecoveryCode(kept secret)");
    }
}
