//! The notation of PDF's objects, read and written.

use std::{collections::BTreeMap, ops::Range};

use super::ReadError;

/// Arrays and dictionaries may stand in each other this deep.
const DEEPEST: usize = 64;
/// An object may have so many parts.
const MOST_PARTS: usize = 200_000;
/// An object without its stream ends within so many bytes.
const LONGEST: usize = 4 * 1024 * 1024;

/// An object without its stream.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Integer(i64),
    /// As it was written.
    Real(String),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Value>),
    Dict(Dict),
    Reference(u32, u16),
}

/// A dictionary; no key stands in it twice.
pub(crate) type Dict = BTreeMap<Vec<u8>, Value>;

impl Value {
    pub(crate) fn as_integer(&self) -> Option<i64> {
        if let Self::Integer(number) = self {
            Some(*number)
        } else {
            None
        }
    }

    pub(crate) fn as_count(&self) -> Option<usize> {
        self.as_integer()
            .and_then(|number| usize::try_from(number).ok())
    }

    pub(crate) fn as_name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self {
            Some(name)
        } else {
            None
        }
    }

    pub(crate) fn as_text(&self) -> Option<&[u8]> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }

    pub(crate) fn as_array(&self) -> Option<&[Value]> {
        if let Self::Array(array) = self {
            Some(array)
        } else {
            None
        }
    }

    pub(crate) fn as_dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) = self {
            Some(dict)
        } else {
            None
        }
    }

    pub(crate) fn as_reference(&self) -> Option<(u32, u16)> {
        if let Self::Reference(number, generation) = self {
            Some((*number, *generation))
        } else {
            None
        }
    }

    /// Appends the value as a file has it.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend(b"null"),
            Self::Bool(value) => out.extend(value.to_string().as_bytes()),
            Self::Integer(number) => out.extend(number.to_string().as_bytes()),
            Self::Real(number) => out.extend(number.as_bytes()),
            Self::Name(name) => write_name(name, out),
            Self::Text(text) => write_hex(text, out),
            Self::Array(values) => {
                out.push(b'[');
                for (number, value) in values.iter().enumerate() {
                    if number > 0 {
                        out.push(b' ');
                    }
                    value.write(out);
                }
                out.push(b']');
            }
            Self::Dict(dict) => {
                out.extend(b"<<");
                for (key, value) in dict {
                    write_name(key, out);
                    out.push(b' ');
                    value.write(out);
                }
                out.extend(b">>");
            }
            Self::Reference(number, generation) => {
                out.extend(format!("{number} {generation} R").as_bytes());
            }
        }
    }
}

fn write_name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"-_.+".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02X}").as_bytes());
        }
    }
}

/// Appends bytes as a string of hexadecimal digits, always in capitals.
pub(crate) fn write_hex(bytes: &[u8], out: &mut Vec<u8>) {
    out.push(b'<');
    for byte in bytes {
        out.extend(format!("{byte:02X}").as_bytes());
    }
    out.push(b'>');
}

/// What a text string says.
pub(crate) fn text(bytes: &[u8]) -> String {
    if let Some(utf16) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units = utf16.chunks(2).map(|pair| {
            pair.iter()
                .fold(0, |unit, byte| unit << 8 | u16::from(*byte))
        });
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    } else if let Some(utf8) = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        String::from_utf8_lossy(utf8).into_owned()
    } else {
        bytes.iter().copied().map(char::from).collect()
    }
}

/// Reads objects from bytes.
pub(crate) struct Parser<'a> {
    bytes: &'a [u8],
    pub(crate) at: usize,
    /// Where the string stands that the outermost dictionary calls `Contents`.
    pub(crate) contents: Option<Range<usize>>,
    /// How many more parts are read.
    parts: usize,
}

impl<'a> Parser<'a> {
    /// A parser that may go on to the end.
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self {
            bytes,
            at,
            contents: None,
            parts: MOST_PARTS,
        }
    }

    /// A parser for one object, which takes no longer for a larger file.
    pub(crate) fn object(bytes: &'a [u8], at: usize) -> Self {
        let end = at.saturating_add(LONGEST).min(bytes.len());
        Self::new(bytes.get(..end).unwrap_or_default(), at)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// White space and comments.
    pub(crate) fn skip(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self
                    .peek()
                    .is_some_and(|byte| byte != b'\n' && byte != b'\r')
                {
                    self.at += 1;
                }
            } else if is_white(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// Whether this word stands here; if so, goes past it.
    pub(crate) fn word(&mut self, word: &[u8]) -> bool {
        let end = self.at + word.len();
        let here = self.bytes.get(self.at..end) == Some(word)
            && self.bytes.get(end).is_none_or(|byte| !is_regular(*byte));
        if here {
            self.at = end;
        }
        here
    }

    /// A whole number without a sign, after white space.
    pub(crate) fn number(&mut self) -> Option<usize> {
        self.skip();
        let mut number: Option<usize> = None;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            let digit = usize::from(byte - b'0');
            number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
            self.at += 1;
        }
        number.filter(|_| self.peek().is_none_or(|byte| !is_regular(byte)))
    }

    /// The value that begins here, after white space.
    pub(crate) fn value(&mut self) -> Result<Value, ReadError> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Result<Value, ReadError> {
        if depth > DEEPEST {
            return Err(ReadError::Damaged("its objects are nested too deep"));
        }
        self.parts = self
            .parts
            .checked_sub(1)
            .ok_or(ReadError::Damaged("an object has too many parts"))?;
        self.skip();
        match self.peek() {
            Some(b'/') => self.name().map(Value::Name),
            Some(b'(') => self.literal().map(Value::Text),
            Some(b'<') if self.bytes.get(self.at + 1) == Some(&b'<') => self.dict(depth),
            Some(b'<') => self.hex().map(Value::Text),
            Some(b'[') => self.array(depth),
            Some(b'0'..=b'9' | b'+' | b'-' | b'.') => self.numeral(),
            _ if self.word(b"null") => Ok(Value::Null),
            _ if self.word(b"true") => Ok(Value::Bool(true)),
            _ if self.word(b"false") => Ok(Value::Bool(false)),
            _ => Err(ReadError::Damaged("an object cannot be read")),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, ReadError> {
        self.at += 1;
        let mut values = Vec::new();
        loop {
            self.skip();
            if self.peek() == Some(b']') {
                self.at += 1;
                return Ok(Value::Array(values));
            }
            values.push(self.nested(depth + 1)?);
        }
    }

    fn dict(&mut self, depth: usize) -> Result<Value, ReadError> {
        self.at += 2;
        let mut dict = Dict::new();
        loop {
            self.skip();
            if self.bytes.get(self.at..self.at + 2) == Some(b">>") {
                self.at += 2;
                return Ok(Value::Dict(dict));
            }
            let key = self.name()?;
            self.skip();
            let start = self.at;
            let value = self.nested(depth + 1)?;
            if depth == 0 && key == b"Contents" && matches!(value, Value::Text(_)) {
                self.contents = Some(start..self.at);
            }
            if dict.insert(key, value).is_some() {
                // Readers differ in which of the two they take.
                return Err(ReadError::Damaged("a dictionary has a key twice"));
            }
        }
    }

    fn name(&mut self) -> Result<Vec<u8>, ReadError> {
        let fault = ReadError::Damaged("a name cannot be read");
        if self.next() != Some(b'/') {
            return Err(fault);
        }
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            self.at += 1;
            if byte == b'#' {
                let (Some(high), Some(low)) =
                    (self.next().and_then(digit), self.next().and_then(digit))
                else {
                    return Err(fault);
                };
                name.push(high << 4 | low);
            } else {
                name.push(byte);
            }
        }
        Ok(name)
    }

    fn hex(&mut self) -> Result<Vec<u8>, ReadError> {
        let fault = ReadError::Damaged("a string cannot be read");
        self.at += 1;
        let mut bytes = Vec::new();
        let mut half = None;
        loop {
            match self.next() {
                Some(b'>') => {
                    bytes.extend(half.map(|half: u8| half << 4));
                    return Ok(bytes);
                }
                Some(byte) if is_white(byte) => {}
                byte => {
                    let digit = byte.and_then(digit).ok_or_else(|| fault.clone())?;
                    half = match half {
                        Some(high) => {
                            bytes.push(high << 4 | digit);
                            None
                        }
                        None => Some(digit),
                    };
                }
            }
        }
    }

    fn literal(&mut self) -> Result<Vec<u8>, ReadError> {
        self.at += 1;
        let mut bytes = Vec::new();
        let mut open = 1usize;
        loop {
            let Some(byte) = self.next() else {
                return Err(ReadError::Damaged("a string has no end"));
            };
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(bytes);
                    }
                }
                b'\\' => {
                    self.escaped(&mut bytes);
                    continue;
                }
                b'\r' => {
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    bytes.push(b'\n');
                    continue;
                }
                _ => {}
            }
            bytes.push(byte);
        }
    }

    fn escaped(&mut self, bytes: &mut Vec<u8>) {
        match self.next() {
            Some(b'n') => bytes.push(b'\n'),
            Some(b'r') => bytes.push(b'\r'),
            Some(b't') => bytes.push(b'\t'),
            Some(b'b') => bytes.push(8),
            Some(b'f') => bytes.push(12),
            Some(b'\r') => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            Some(b'\n') | None => {}
            Some(first @ b'0'..=b'7') => {
                let mut code = u32::from(first - b'0');
                for _ in 0..2 {
                    if let Some(next @ b'0'..=b'7') = self.peek() {
                        code = code * 8 + u32::from(next - b'0');
                        self.at += 1;
                    }
                }
                // Beyond a byte, the standard has the highest bit fall away.
                bytes.push(u8::try_from(code & 0xff).unwrap_or_default());
            }
            Some(byte) => bytes.push(byte),
        }
    }

    /// A number, or the reference that it begins.
    fn numeral(&mut self) -> Result<Value, ReadError> {
        let fault = ReadError::Damaged("a number cannot be read");
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte))
        {
            self.at += 1;
        }
        if self.peek().is_some_and(is_regular) || self.at - start > 40 {
            return Err(fault);
        }
        let written = self.bytes.get(start..self.at).unwrap_or_default();
        let written = str::from_utf8(written).map_err(|_| fault.clone())?;
        if written.contains('.') {
            let unsigned = written.trim_start_matches(['+', '-']);
            return if unsigned.matches('.').count() == 1 && !unsigned.contains(['+', '-']) {
                Ok(Value::Real(written.to_owned()))
            } else {
                Err(fault)
            };
        }
        let number: i64 = written.parse().map_err(|_| fault)?;
        let after = self.at;
        if let (Ok(number), Some(generation)) = (
            u32::try_from(number),
            self.number().and_then(|number| u16::try_from(number).ok()),
        ) {
            self.skip();
            if self.word(b"R") {
                return Ok(Value::Reference(number, generation));
            }
        }
        self.at = after;
        Ok(Value::Integer(number))
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

pub(crate) fn is_white(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_regular(byte: u8) -> bool {
    !is_white(byte) && !b"()<>[]{}/%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Value, ReadError> {
        Parser::new(bytes, 0).value()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let source =
            b"<</A[1 -2 3.50 4 0 R true null]/B(a\\(b\\051\\n(c))/C<48 6>/D#20E/F%comment\n/G<<>>>>";
        let value = read(source).unwrap();
        let dict = value.as_dict().unwrap();
        assert_eq!(dict[b"B".as_slice()], Value::Text(b"a(b)\n(c)".to_vec()));
        assert_eq!(dict[b"C".as_slice()], Value::Text(b"H\x60".to_vec()));
        assert_eq!(dict[b"D E".as_slice()], Value::Name(b"F".to_vec()));
        let mut written = Vec::new();
        value.write(&mut written);
        assert_eq!(read(&written).unwrap(), value);
    }

    #[test]
    fn a_key_twice_depth_and_open_ends_are_refused() {
        assert!(read(b"<</A 1/A 2>>").is_err());
        assert!(read(&[b'['; 100_000]).is_err());
        for open in [
            "(a", "<4", "[1", "<</A", "<</A 1", "/A#4", "1..2", "--1", "1a", "tru", "",
        ] {
            assert!(read(open.as_bytes()).is_err(), "{open}");
        }
        assert!(read(b"99999999999999999999").is_err());
    }

    #[test]
    fn text_strings_are_read_in_their_three_forms() {
        assert_eq!(
            text(b"\xfe\xff\x06\x39\xd8\x3c\xdf\x89"),
            "\u{639}\u{1f389}"
        );
        assert_eq!(text(b"\xfe\xff\x06"), "\u{6}");
        assert_eq!(text(b"\xef\xbb\xbf\xc3\xa9"), "é");
        assert_eq!(text(b"plain \xe9"), "plain é");
    }
}
