//! What is left out of a text before it is set, so that no character can break the page or speak for its neighbours.

/// The text as it may be set: line feeds are the only control characters, directional overrides are gone, isolates are closed.
///
/// Tabs become spaces. Embeddings and overrides (U+202A..U+202E) are dropped, because they can make one person's name reorder
/// what stands beside it; isolates stay and are balanced within the text, since they can do no such harm.
pub(crate) fn clean(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut open = 0usize;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    shown.push('\n');
                }
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('\n'),
            '\t' => shown.push(' '),
            '\u{2066}'..='\u{2068}' => {
                open += 1;
                shown.push(c);
            }
            '\u{2069}' => {
                if open > 0 {
                    open -= 1;
                    shown.push(c);
                }
            }
            _ if dropped(c) => {}
            _ => shown.push(c),
        }
    }
    shown.extend(std::iter::repeat_n('\u{2069}', open));
    shown
}

/// The text on one line, for places that have only one: header, footer, labels, metadata.
pub(crate) fn clean_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Controls, noncharacters, embeddings, overrides, soft hyphens, and marks of byte order and annotation.
fn dropped(c: char) -> bool {
    let code = u32::from(c);
    c.is_control()
        || (0xfdd0..=0xfdef).contains(&code)
        || code & 0xfffe == 0xfffe
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{ad}' | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e001f}')
}

/// Characters that guide their neighbours and have no shape of their own.
pub(crate) fn ignorable(c: char) -> bool {
    matches!(c,
        '\n' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Characters that mean what two parties agree on, and nothing to anybody else.
pub(crate) fn private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::{clean, clean_line};

    #[test]
    fn controls_and_noncharacters_are_left_out() {
        assert_eq!(
            clean("a\0b\u{7f}c\u{9b}d\u{fffe}e\u{fdd0}f\u{1ffff}g"),
            "abcdefg"
        );
        assert_eq!(
            clean("one\r\ntwo\rthree\u{2028}four"),
            "one\ntwo\nthree\nfour"
        );
    }

    #[test]
    fn overrides_are_left_out_and_isolates_are_closed() {
        assert_eq!(clean("\u{202e}evil\u{202c}"), "evil");
        assert_eq!(clean("\u{2067}open"), "\u{2067}open\u{2069}");
        assert_eq!(clean("stray\u{2069}"), "stray");
    }

    #[test]
    fn one_line_has_no_line_feed() {
        assert_eq!(clean_line(" a\n\n b\t c "), "a b c");
    }
}
