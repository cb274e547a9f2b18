//! An e-mail as an address that opens it in somebody's own mail program (RFC 6068). Fairlead sends nothing itself.

/// An e-mail to be looked at, changed and sent by the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The address it goes to; empty where none is known.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text, with line ends as `\n`.
    pub text: String,
}

/// Longest address that mail programs are handed; a longer text is copied instead.
pub const LONGEST: usize = 8_000;

impl Mail {
    /// The `mailto:` address; none where it would be too long for a mail program to take.
    pub fn address(&self) -> Option<String> {
        let text = self.text.replace('\n', "\r\n");
        let address = format!(
            "mailto:{}?subject={}&body={}",
            encode(&self.to, b"@"),
            encode(&self.subject, b""),
            encode(&text, b"")
        );
        (address.len() <= LONGEST).then_some(address)
    }
}

/// Percent-encodes all but letters, digits, `-._~` and the bytes kept.
fn encode(text: &str, kept: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_subject_cannot_add_a_header_or_another_address() {
        let mail = Mail {
            to: "desk@northbridge.example?bcc=x@y.example".to_owned(),
            subject: "No contact & more?".to_owned(),
            text: "One\nŁódź\n".to_owned(),
        };
        assert_eq!(
            mail.address().unwrap(),
            "mailto:desk@northbridge.example%3Fbcc%3Dx@y.example?subject=No%20contact%20%26%20more%3F&body=One%0D%0A%C5%81%C3%B3d%C5%BA%0D%0A"
        );
    }

    #[test]
    fn a_text_too_long_for_a_mail_program_has_no_address() {
        let mail = Mail {
            to: String::new(),
            subject: String::new(),
            text: "x".repeat(LONGEST),
        };
        assert_eq!(mail.address(), None);
    }
}
