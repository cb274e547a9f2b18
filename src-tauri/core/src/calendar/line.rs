//! Lines of a calendar file: what must be escaped in a text, and how a long line is folded (RFC 5545, 3.1 and 3.3.11).

/// The most bytes of a line, without its end.
const LONGEST: usize = 75;

/// A text as the value of a property. Control characters, which no text may hold, are left out.
pub(super) fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(' '),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Adds a line, folded between letters where it is too long.
pub(super) fn property(file: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(letter);
        length += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_is_escaped_and_what_has_no_place_is_left_out() {
        assert_eq!(
            text("Room 2; Café, 1\\2\r\nby\tthe\u{0} harbour"),
            "Room 2\\; Café\\, 1\\\\2\\nby the harbour"
        );
        assert_eq!(
            text("END:VEVENT\nBEGIN:VEVENT"),
            "END:VEVENT\\nBEGIN:VEVENT"
        );
    }

    #[test]
    fn long_lines_are_folded_between_letters_and_unfold_to_what_they_were() {
        for line in [
            format!("SUMMARY:{}", "a".repeat(300)),
            format!("SUMMARY:{}", "ł🙂é".repeat(80)),
            "SUMMARY:x".to_owned(),
            "y".repeat(75),
            "y".repeat(76),
        ] {
            let mut file = String::new();
            property(&mut file, &line);
            for part in file.split("\r\n") {
                assert!(part.len() <= LONGEST, "{part}");
            }
            assert_eq!(file.replace("\r\n ", ""), format!("{line}\r\n"));
        }
    }
}
