//! Texts people type: names on one line, longer texts, and what neither may hold.

use unicode_normalization::UnicodeNormalization;

/// The longest name, in characters.
pub const NAME_LIMIT: usize = 200;
/// The longest address, number or link, in characters: invitations to video calls are long.
pub const ADDRESS_LIMIT: usize = 1_000;
/// The longest single answer, in bytes of UTF-8 (1 MB; case 54 of the bad inputs).
pub const TEXT_LIMIT: usize = 1_000_000;

/// Why a text is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing visible is in it.
    Empty,
    /// More than the limit.
    TooLong {
        /// How many characters or bytes there are.
        length: usize,
        /// How many there may be.
        limit: usize,
    },
    /// It holds marks that turn the writing direction, with which one name can look like another.
    TurnsDirection,
    /// It holds control characters.
    Control,
}

impl Unfit {
    /// Stable name of the reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong { .. } => "too_long",
            Self::TurnsDirection => "turns_direction",
            Self::Control => "control",
        }
    }

    /// The sentence for the person who typed it; `what` names the field, for example `name`.
    pub fn sentence(self, what: &str) -> String {
        match self {
            Self::Empty => {
                format!("The {what} is empty. Nothing was changed. Type at least one letter.")
            }
            Self::TooLong { length, limit } => format!(
                "This text has {length} characters; the {what} may have up to {limit}. Nothing was lost: your text is still on the screen. Shorten it, or split it."
            ),
            Self::TurnsDirection => format!(
                "The {what} holds invisible marks that turn the writing direction and can make one name look like another. Nothing was changed. Type it again instead of pasting it."
            ),
            Self::Control => format!(
                "The {what} holds invisible control characters. Nothing was changed. Type it again instead of pasting it."
            ),
        }
    }
}

/// Marks that override, embed or isolate a writing direction (case 59).
pub const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters that show nothing although they are no white space (case 60).
const fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'
            ..='\u{200D}'
                | '\u{2060}'
                | '\u{FEFF}'
                | '\u{3164}'
                | '\u{115F}'
                | '\u{1160}'
                | '\u{FFA0}'
                | '\u{00AD}'
                | '\u{180E}'
    )
}

/// A name on one line: NFC, trimmed, inner white space folded. Refuses direction marks, controls,
/// names without a visible character and names over [`NAME_LIMIT`].
pub fn line(text: &str) -> Result<String, Unfit> {
    line_up_to(text, NAME_LIMIT)
}

fn line_up_to(text: &str, limit: usize) -> Result<String, Unfit> {
    if text.chars().any(turns_direction) {
        return Err(Unfit::TurnsDirection);
    }
    if text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        return Err(Unfit::Control);
    }
    let folded = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .nfc()
        .collect::<String>();
    if folded.chars().all(|c| c.is_whitespace() || is_blank(c)) {
        return Err(Unfit::Empty);
    }
    let length = folded.chars().count();
    if length > limit {
        return Err(Unfit::TooLong { length, limit });
    }
    Ok(folded)
}

/// An address, number or link that may be empty: as [`line()`], but up to [`ADDRESS_LIMIT`].
pub fn address(text: &str) -> Result<String, Unfit> {
    match line_up_to(text, ADDRESS_LIMIT) {
        Err(Unfit::Empty) => Ok(String::new()),
        other => other,
    }
}

/// As [`line()`], but nothing at all is an answer too.
pub fn optional_line(text: &str) -> Result<String, Unfit> {
    match line(text) {
        Err(Unfit::Empty) => Ok(String::new()),
        other => other,
    }
}

/// A longer text: line ends become `\n`, other control characters are dropped, the rest is kept
/// exactly as typed. Refuses more than [`TEXT_LIMIT`] bytes.
pub fn text(text: &str) -> Result<String, Unfit> {
    if text.len() > TEXT_LIMIT {
        return Err(Unfit::TooLong {
            length: text.chars().count(),
            limit: TEXT_LIMIT,
        });
    }
    Ok(text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_world_are_taken() {
        for name in [
            "Łukasz Żółć",
            "Nguyễn Văn An",
            "O'Brien",
            "李小龙",
            "محمد علي",
            "שרה כהן",
            "José",
        ] {
            assert_eq!(line(name).as_deref(), Ok(name));
        }
        assert_eq!(line("Jose\u{301}").as_deref(), Ok("José"), "NFC");
        assert_eq!(line("  Priya \t Raman\n").as_deref(), Ok("Priya Raman"));
    }

    #[test]
    fn names_that_deceive_or_show_nothing_are_refused() {
        assert_eq!(line(""), Err(Unfit::Empty));
        assert_eq!(line(" \u{FEFF}\u{200B}"), Err(Unfit::Empty));
        assert_eq!(line("\u{3164}"), Err(Unfit::Empty));
        assert_eq!(line("Tomasz\u{202E}zsamoT"), Err(Unfit::TurnsDirection));
        assert_eq!(
            line("محمد\u{200F}"),
            Err(Unfit::TurnsDirection),
            "one Arabic letter does not switch the check off"
        );
        assert_eq!(line("a\u{0}b"), Err(Unfit::Control));
        assert_eq!(
            line(&"x".repeat(1_000_000)),
            Err(Unfit::TooLong {
                length: 1_000_000,
                limit: NAME_LIMIT
            })
        );
    }

    #[test]
    fn texts_keep_their_lines_and_lose_their_controls() {
        assert_eq!(
            text("a\r\nb\rc\u{0}\u{7}d\te").as_deref(),
            Ok("a\nb\ncd\te")
        );
        assert!(matches!(
            text(&"x".repeat(TEXT_LIMIT + 1)),
            Err(Unfit::TooLong { .. })
        ));
        assert!(text(&"x".repeat(TEXT_LIMIT)).is_ok());
    }
}
