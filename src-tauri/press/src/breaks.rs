//! Where lines may break in scripts that write no spaces between words: Thai, Lao, Burmese and Khmer.

use std::borrow::Cow;

use icu_segmenter::{LineSegmenter, options::LineBreakOptions};

/// Where a line may break, without a width.
pub(crate) const BREAK: char = '\u{200b}';

/// The text with a break between the words of these scripts.
///
/// A small trained model finds the words; the layout's own dictionaries would do the same, and weigh eight times as much.
pub(crate) fn with_breaks(text: &str) -> Cow<'_, str> {
    if !text.chars().any(spaceless) {
        return Cow::Borrowed(text);
    }
    let mut places = LineSegmenter::new_lstm(LineBreakOptions::default())
        .segment_str(text)
        .peekable();
    let mut broken = String::with_capacity(text.len() * 2);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        while places.peek().is_some_and(|place| *place < at) {
            places.next();
        }
        if places.peek() == Some(&at) && spaceless(before) && spaceless(c) {
            broken.push(BREAK);
        }
        broken.push(c);
        before = c;
    }
    Cow::Owned(broken)
}

fn spaceless(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{19e0}'..='\u{19ff}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aa7f}')
}

#[cfg(test)]
mod tests {
    use super::{BREAK, with_breaks};

    #[test]
    fn words_without_spaces_are_found() {
        let broken = with_breaks("ข้อตกลงนี้ทำขึ้นระหว่างผู้ให้คำปรึกษา");
        assert!(broken.matches(BREAK).count() >= 4, "{broken:?}");
        assert_eq!(broken.replace(BREAK, ""), "ข้อตกลงนี้ทำขึ้นระหว่างผู้ให้คำปรึกษา");
        assert!(with_breaks("កិច្ចព្រមព្រៀងនេះត្រូវបានចុះហត្ថលេខា។").contains(BREAK));
    }

    #[test]
    fn other_text_stays_as_it_is() {
        assert_eq!(
            with_breaks("Plain words, שלום, 本协议"),
            "Plain words, שלום, 本协议"
        );
    }
}
