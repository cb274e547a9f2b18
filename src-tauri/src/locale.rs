//! The language and region the pages write dates and numbers in.

/// What is used where the computer says nothing, or something that is no language (`C`, `POSIX`).
pub const FALLBACK: &str = "en-GB";

/// The user's locale as a BCP 47 tag that `Intl` accepts.
pub fn current() -> String {
    sys_locale::get_locale()
        .and_then(|tag| well_formed(&tag))
        .unwrap_or_else(|| FALLBACK.to_owned())
}

/// The tag without encoding and modifier, where it is a language with optional script, region and
/// variants. `C` is none, and web views throw on it.
fn well_formed(tag: &str) -> Option<String> {
    let tag = tag
        .split(['.', '@'])
        .next()
        .unwrap_or_default()
        .replace('_', "-");
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language = (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let rest_fits = parts.all(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    (is_language && rest_fits).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::well_formed;

    #[test]
    fn no_language_falls_back() {
        for tag in [
            "C", "POSIX", "C.UTF-8", "", "en-", "e", "en-GB-x", "../etc", "en GB",
        ] {
            assert_eq!(well_formed(tag), None, "{tag}");
        }
    }

    #[test]
    fn encodings_and_modifiers_are_dropped() {
        for (tag, expected) in [
            ("en_GB.UTF-8", "en-GB"),
            ("de-AT", "de-AT"),
            ("sr_RS@latin", "sr-RS"),
            ("zh-Hant-TW", "zh-Hant-TW"),
            ("fil", "fil"),
        ] {
            assert_eq!(well_formed(tag).as_deref(), Some(expected));
        }
    }
}
