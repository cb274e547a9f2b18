//! Files that somebody adds: a CV or profile, a plan on paper (R133, R134), what a request for help is about (R151).
//! What a file is, its bytes say, not its name: nothing that a computer would run is taken.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest file that is taken, in bytes.
pub const MOST_BYTES: usize = 10_000_000;
/// How many files one relationship holds.
pub const MOST_FILES: usize = 40;

/// What a file is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "AttachmentKind")]
pub enum Kind {
    /// A CV or profile of its owner (R134).
    #[default]
    Profile,
    /// A plan as its owner has it, ahead of the first meeting (R133).
    Plan,
    /// What a request for help is about (R151).
    Help,
}

impl Kind {
    /// The word of the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Plan => "plan",
            Self::Help => "help",
        }
    }

    /// The kind with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Profile, Self::Plan, Self::Help]
            .into_iter()
            .find(|kind| kind.key() == key)
    }

    /// What it is called.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Profile => "CV or profile",
            Self::Plan => "Plan",
            Self::Help => "For a request for help",
        }
    }
}

/// What the bytes of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media {
    /// Its media type.
    pub name: &'static str,
    /// What people call it.
    pub words: &'static str,
    /// The extensions of such files; the first is the usual one.
    pub extensions: &'static [&'static str],
}

const PDF: Media = Media {
    name: "application/pdf",
    words: "PDF",
    extensions: &["pdf"],
};
const PNG: Media = Media {
    name: "image/png",
    words: "picture",
    extensions: &["png"],
};
const JPEG: Media = Media {
    name: "image/jpeg",
    words: "picture",
    extensions: &["jpg", "jpeg"],
};
const TEXT: Media = Media {
    name: "text/plain",
    words: "text",
    extensions: &["txt", "md", "csv"],
};
/// Documents of offices: packed files, told apart by their names.
const PACKED: &[Media] = &[
    Media {
        name: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        words: "Word document",
        extensions: &["docx"],
    },
    Media {
        name: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        words: "Excel table",
        extensions: &["xlsx"],
    },
    Media {
        name: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        words: "PowerPoint slides",
        extensions: &["pptx"],
    },
    Media {
        name: "application/vnd.oasis.opendocument.text",
        words: "OpenDocument text",
        extensions: &["odt"],
    },
    Media {
        name: "application/vnd.oasis.opendocument.spreadsheet",
        words: "OpenDocument table",
        extensions: &["ods"],
    },
    Media {
        name: "application/vnd.oasis.opendocument.presentation",
        words: "OpenDocument slides",
        extensions: &["odp"],
    },
];

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// There is nothing in it.
    Empty,
    /// More bytes than [`MOST_BYTES`].
    TooLarge,
    /// None of the kinds that are taken.
    Unknown,
}

impl Unfit {
    /// Stable name of the reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "file_too_large",
            Self::Unknown => "file_unknown",
        }
    }

    /// The sentence for the person who chose it.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Empty => {
                "There is nothing in this file. Nothing was added, and the file is as it was. Choose another file."
            }
            Self::TooLarge => {
                "This file is larger than 10 MB. Nothing was added, and the file is as it was. Save it smaller, for example as a PDF with smaller pictures, and choose it again."
            }
            Self::Unknown => {
                "This is no PDF, picture (PNG, JPEG), text, or document of Word or LibreOffice. Nothing was added, and the file is as it was. Save it as a PDF, and choose that."
            }
        }
    }
}

fn split(name: &str) -> (&str, String) {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, extension.to_lowercase()),
        _ => (name, String::new()),
    }
}

/// What a file is, by its bytes; for packed documents also by its name.
///
/// # Errors
/// [`Unfit`].
pub fn media(name: &str, bytes: &[u8]) -> Result<Media, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Err(Unfit::TooLarge);
    }
    let extension = split(name).1;
    let found = if bytes.starts_with(b"%PDF-") {
        Some(PDF)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(PNG)
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some(JPEG)
    } else if bytes.starts_with(b"PK\x03\x04") {
        PACKED
            .iter()
            .find(|media| media.extensions.contains(&extension.as_str()))
            .copied()
    } else {
        is_text(bytes).then_some(TEXT)
    };
    found.ok_or(Unfit::Unknown)
}

/// Whether people can read it: UTF-8 without control characters but for those of lines and tabs, and no script that a
/// system would run by its first line.
fn is_text(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| {
        !text.starts_with("#!")
            && text
                .chars()
                .all(|letter| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t'))
    })
}

/// The name of a file without its extension, and the extension that its content has: `CV.pdf` stays, `CV.exe` with a
/// text in it becomes `CV.exe.txt`.
pub fn named(name: &str, media: Media) -> (String, &'static str) {
    let usual = media.extensions.first().copied().unwrap_or_default();
    let (stem, extension) = split(name);
    match media.extensions.iter().find(|known| **known == extension) {
        Some(known) => (stem.to_owned(), known),
        None => (name.to_owned(), usual),
    }
}

/// What people call a file with this media type.
pub fn words_of(media_type: &str) -> &'static str {
    [PDF, PNG, JPEG, TEXT]
        .iter()
        .chain(PACKED)
        .find(|media| media.name == media_type)
        .map_or("file", |media| media.words)
}

/// The extension of such a name, where it is one of those that are taken.
pub fn extension_of(name: &str) -> Option<&'static str> {
    let extension = split(name).1;
    [PDF, PNG, JPEG, TEXT]
        .iter()
        .chain(PACKED)
        .flat_map(|media| media.extensions)
        .find(|known| **known == extension)
        .copied()
}

/// A size for people to read: `1 byte`, `840 bytes`, `84 kB`, `2.4 MB`. Never smaller than it is.
pub fn size_words(bytes: usize) -> String {
    match bytes {
        1 => "1 byte".to_owned(),
        0..1_000 => format!("{bytes} bytes"),
        1_000..999_001 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str, bytes: &[u8]) -> Result<&'static str, &'static str> {
        media(name, bytes)
            .map(|media| media.words)
            .map_err(Unfit::code)
    }

    #[test]
    fn what_a_file_is_its_bytes_say() {
        assert_eq!(name("CV.pdf", b"%PDF-1.7 ..."), Ok("PDF"));
        assert_eq!(name("CV", b"%PDF-1.7 ..."), Ok("PDF"));
        assert_eq!(name("me.jpg", b"\xff\xd8\xff\xe0"), Ok("picture"));
        assert_eq!(name("me.png", b"\x89PNG\r\n\x1a\n"), Ok("picture"));
        assert_eq!(name("CV.docx", b"PK\x03\x04rest"), Ok("Word document"));
        assert_eq!(name("CV.odt", b"PK\x03\x04rest"), Ok("OpenDocument text"));
        assert_eq!(name("notes.txt", "Größe\n".as_bytes()), Ok("text"));
        for (file, bytes) in [
            ("CV.pdf", b"MZ\x90\x00".as_slice()),
            ("run.sh", b"#!/bin/sh\n"),
            ("things.zip", b"PK\x03\x04rest"),
            ("CV.txt", b"\x00\x01"),
            ("CV.txt", b"\xff\xfe"),
        ] {
            assert_eq!(name(file, bytes), Err("file_unknown"), "{file}");
        }
        assert_eq!(name("CV.pdf", b""), Err("empty"));
    }

    #[test]
    fn the_limit_is_ten_megabytes_and_not_a_byte_more() {
        let mut bytes = b"%PDF-".to_vec();
        bytes.resize(MOST_BYTES, b' ');
        assert_eq!(name("CV.pdf", &bytes), Ok("PDF"));
        bytes.push(b' ');
        assert_eq!(name("CV.pdf", &bytes), Err("file_too_large"));
    }

    #[test]
    fn a_name_says_what_is_in_the_file() {
        let named = |name: &str, bytes: &[u8]| {
            let (stem, extension) = named(name, media(name, bytes).unwrap());
            format!("{stem}.{extension}")
        };
        assert_eq!(named("CV.pdf", b"%PDF-"), "CV.pdf");
        assert_eq!(named("CV.PDF", b"%PDF-"), "CV.pdf");
        assert_eq!(named("CV", b"%PDF-"), "CV.pdf");
        assert_eq!(named("me.jpeg", b"\xff\xd8\xff"), "me.jpeg");
        assert_eq!(named("CV.exe", b"hello"), "CV.exe.txt");
        assert_eq!(named(".profile", b"hello"), ".profile.txt");
    }

    #[test]
    fn sizes_are_never_told_smaller_than_they_are() {
        for (bytes, words) in [
            (0, "0 bytes"),
            (1, "1 byte"),
            (999, "999 bytes"),
            (1_000, "1 kB"),
            (83_001, "84 kB"),
            (999_000, "999 kB"),
            (999_001, "1.0 MB"),
            (2_400_001, "2.5 MB"),
            (MOST_BYTES, "10.0 MB"),
        ] {
            assert_eq!(size_words(bytes), words);
        }
    }
}
