//! The name under which somebody signs: what it may hold, and whether it is the name that the agreement
//! says (bad inputs 59 to 63).

use super::name::{self, Unfit};
use unicode_script::{Script, UnicodeScript};
use unicode_security::MixedScript;
use unicode_security::confusable_detection::skeleton;

/// Most marks on one letter: Vietnamese has two, and no alphabet of today more than four.
const MOST_MARKS: usize = 4;

/// Why nobody can sign under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsignable {
    /// What no name may hold.
    Unfit(Unfit),
    /// It holds letters that nobody sees.
    Unseen,
    /// One word of it mixes alphabets.
    MixedScripts(String),
    /// Marks are heaped on one letter.
    HeapedMarks,
    /// It looks like the name in the agreement and is written with other letters.
    LooksAlike,
    /// It is another name than the agreement says.
    Differs,
}

impl Unsignable {
    /// Stable name of the reason.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unfit(unfit) => unfit.code(),
            Self::Unseen => "zero_width",
            Self::MixedScripts(_) => "mixed_scripts",
            Self::HeapedMarks => "heaped_marks",
            Self::LooksAlike => "looks_alike",
            Self::Differs => "name_differs",
        }
    }

    /// What is wrong, in a sentence without advice; `name` is what was typed.
    pub fn reason(&self, name: &str) -> String {
        match self {
            Self::Unfit(Unfit::Empty) => "There is no name.".to_owned(),
            Self::Unfit(Unfit::TooLong { length, limit }) => {
                format!("The name has {length} characters; it may have up to {limit}.")
            }
            Self::Unfit(Unfit::TurnsDirection) => format!(
                "The name “{}” holds invisible marks that turn the writing direction, and could be read as another name.",
                shown(name)
            ),
            Self::Unfit(Unfit::Control) => format!(
                "The name “{}” holds invisible control characters.",
                shown(name)
            ),
            Self::Unseen => format!(
                "The name “{}” holds letters that nobody sees, and could be told from another only by a computer.",
                shown(name)
            ),
            Self::MixedScripts(word) => format!(
                "The word “{}” mixes letters of different alphabets that can look the same.",
                shown(word)
            ),
            Self::HeapedMarks => format!(
                "The name “{}” heaps more marks on a letter than any alphabet has.",
                shown(name)
            ),
            Self::LooksAlike => format!(
                "“{}” looks like the name in the agreement and is written with other letters.",
                shown(name)
            ),
            Self::Differs => format!("“{}” is not the name that the agreement says.", shown(name)),
        }
    }
}

/// A name as it can be shown in a sentence: short, and without what turns or hides letters.
fn shown(name: &str) -> String {
    let seen: String = name
        .chars()
        .filter(|c| !name::turns_direction(*c) && !c.is_control() && !is_unseen(*c))
        .collect();
    if seen.chars().count() > 60 {
        format!("{}…", seen.chars().take(59).collect::<String>().trim_end())
    } else {
        seen
    }
}

/// Characters that show nothing of their own.
const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200D}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Persian and the scripts of India write names with a joiner or its opposite between two letters.
fn joins(script: Script) -> bool {
    matches!(
        script,
        Script::Arabic
            | Script::Bengali
            | Script::Devanagari
            | Script::Gujarati
            | Script::Gurmukhi
            | Script::Kannada
            | Script::Khmer
            | Script::Malayalam
            | Script::Mongolian
            | Script::Myanmar
            | Script::Oriya
            | Script::Sinhala
            | Script::Syriac
            | Script::Tamil
            | Script::Telugu
    )
}

fn has_unseen(name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    letters.iter().enumerate().any(|(at, c)| {
        if !is_unseen(*c) {
            return false;
        }
        let beside = |at: Option<usize>| {
            at.and_then(|at| letters.get(at))
                .is_some_and(|c| joins(c.script()) || c.script() == Script::Inherited)
        };
        let joiner = matches!(c, '\u{200C}' | '\u{200D}');
        !(joiner && beside(at.checked_sub(1)) && beside(at.checked_add(1)))
    })
}

fn has_heaped_marks(name: &str) -> bool {
    let mut marks = 0;
    name.chars().any(|c| {
        let mark = unicode_normalization::char::is_combining_mark(c);
        marks = if mark { marks + 1 } else { 0 };
        marks > MOST_MARKS
    })
}

/// A name under which somebody can sign: NFC, on one line, nothing unseen in it, no word of it in two
/// alphabets.
///
/// # Errors
/// [`Unsignable`].
pub fn signable(name: &str) -> Result<String, Unsignable> {
    let name = name::line(name).map_err(Unsignable::Unfit)?;
    if has_unseen(&name) {
        return Err(Unsignable::Unseen);
    }
    if has_heaped_marks(&name) {
        return Err(Unsignable::HeapedMarks);
    }
    // By the word: a name of two alphabets is a person's own affair, a word of two is a trick.
    let mixed = name
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–'))
        .find(|word| !word.is_single_script());
    match mixed {
        Some(word) => Err(Unsignable::MixedScripts(word.to_owned())),
        None => Ok(name),
    }
}

/// The name as it was typed, where it is the one that the agreement says. Capitals make no difference.
///
/// # Errors
/// [`Unsignable`].
pub fn signs_as(typed: &str, agreed: &str) -> Result<String, Unsignable> {
    let typed = signable(typed)?;
    let agreed = name::line(agreed).map_err(Unsignable::Unfit)?;
    let plain = |name: &str| name.to_lowercase();
    if plain(&typed) == plain(&agreed) {
        return Ok(typed);
    }
    let bones = |name: &str| skeleton(&plain(name)).collect::<String>();
    Err(if bones(&typed) == bones(&agreed) {
        Unsignable::LooksAlike
    } else {
        Unsignable::Differs
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(name: &str) -> &'static str {
        signable(name).map_or_else(|fault| fault.code(), |_| "fine")
    }

    #[test]
    fn names_of_the_world_can_sign() {
        for name in [
            "Łukasz Żółć",
            "Nguyễn Văn An",
            "O'Brien",
            "Siobhán Ní Bhriain",
            "李小龙",
            "محمد علي",
            "علی\u{200C}رضا",
            "שרה כהן",
            "ශ්\u{200D}රී ලංකා",
            "山田 はなこ",
            "김민준",
            "Ελένη Παπαδάκη",
            "Eléni Παπαδάκη",
            "Anna-Мария",
            "Dr. Müller 3rd",
            "Priya Raman",
        ] {
            assert_eq!(signable(name).as_deref(), Ok(name));
        }
        assert_eq!(signable("Jose\u{301}").as_deref(), Ok("José"), "NFC");
    }

    #[test]
    fn names_that_deceive_cannot_sign() {
        assert_eq!(code(""), "empty");
        assert_eq!(code("\u{3164}"), "empty");
        assert_eq!(code("Tomasz\u{202E}zsamoT"), "turns_direction");
        assert_eq!(code("Pri\u{200B}ya"), "zero_width");
        assert_eq!(
            code("Pri\u{200D}ya"),
            "zero_width",
            "joins no Latin letters"
        );
        assert_eq!(code("Priya\u{FEFF} Raman"), "zero_width");
        assert_eq!(code("Pri\u{AD}ya"), "zero_width");
        assert_eq!(code("Priya\u{E0041}"), "zero_width");
        assert_eq!(
            code("علی\u{200C}"),
            "zero_width",
            "between two letters only"
        );
        assert_eq!(code("Аmira Khan"), "mixed_scripts", "a Cyrillic А");
        assert_eq!(code("Ρriya"), "mixed_scripts", "a Greek Ρ");
        assert_eq!(
            code(&format!("A{}", "\u{301}\u{302}".repeat(5))),
            "heaped_marks"
        );
        assert_eq!(code(&"x".repeat(201)), "too_long");
    }

    #[test]
    fn somebody_signs_under_the_name_in_the_agreement() {
        let code = |typed, agreed| match signs_as(typed, agreed) {
            Ok(_) => "fine",
            Err(fault) => fault.code(),
        };
        assert_eq!(
            signs_as(" priya  raman ", "Priya Raman").as_deref(),
            Ok("priya raman")
        );
        assert_eq!(code("Jose\u{301}", "José"), "fine");
        assert_eq!(code("Priya", "Priya Raman"), "name_differs");
        assert_eq!(code("Асе", "Ace"), "looks_alike", "Cyrillic throughout");
    }

    #[test]
    fn what_is_shown_of_a_bad_name_deceives_nobody() {
        let reason = Unsignable::Unseen.reason("Pri\u{200B}ya\u{202E}");
        assert!(reason.contains("“Priya”"));
        assert!(Unsignable::Differs.reason(&"x".repeat(500)).len() < 150);
    }
}
