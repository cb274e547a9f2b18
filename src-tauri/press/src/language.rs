//! Language tags.

/// The tag if it has the form of a BCP 47 tag, else `und`.
pub(crate) fn tag(tag: &str) -> String {
    let mut parts = tag.split('-');
    let first = parts.next().is_some_and(|part| {
        (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
    });
    let rest = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    if first && rest {
        tag.to_owned()
    } else {
        "und".to_owned()
    }
}

/// Whether the language is written from right to left.
pub(crate) fn is_rtl(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    match parts
        .next()
        .filter(|part| part.len() == 4)
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("arab" | "hebr" | "thaa" | "syrc" | "nkoo") => true,
        Some(_) => false,
        None => matches!(
            language.as_str(),
            "ar" | "he"
                | "iw"
                | "fa"
                | "ur"
                | "yi"
                | "dv"
                | "ps"
                | "sd"
                | "ug"
                | "ckb"
                | "syr"
                | "nqo"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_rtl, tag};

    #[test]
    fn what_is_no_tag_counts_as_undetermined() {
        assert_eq!(tag("en-GB"), "en-GB");
        assert_eq!(tag("zh-Hant-TW"), "zh-Hant-TW");
        for wrong in ["", "english language", "e", "en_GB", "en-", "12", "en-<b>"] {
            assert_eq!(tag(wrong), "und", "{wrong}");
        }
    }

    #[test]
    fn direction_follows_the_script() {
        assert!(is_rtl("ar-EG") && is_rtl("he") && is_rtl("uz-Arab"));
        assert!(!is_rtl("en") && !is_rtl("az-Latn") && !is_rtl("fa-Latn"));
    }
}
