//! A scan or photo of a signed paper: looked at, and kept to the letter, since its SHA-256 is signed.

use crate::domain::attachment::size_words;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::Cursor;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;

/// The largest file that is taken, in bytes.
pub(crate) const MOST_BYTES: usize = 10_000_000;
/// The longest side of a picture, in pixels.
const MOST_PIXELS: usize = 20_000;
/// The shortest side of a picture on which a signature can be seen, in pixels.
const LEAST_PIXELS: usize = 100;
/// How far from its end a PDF says where its table stands.
const PDF_TAIL: usize = 2_048;

/// A file that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Scan {
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

/// The longest name of a file that is kept, in letters.
const MOST_NAME: usize = 120;

/// The name of a file as it is kept and shown: without the folders it lay in, without anything that bends the line it
/// stands on, and not longer than a line.
pub(crate) fn called(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars()
        .filter(|letter| !letter.is_control() && !is_bending(*letter))
        .take(MOST_NAME)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Marks that turn the direction of what follows: with them a file of one kind looks like one of another.
const fn is_bending(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// More bytes than [`MOST_BYTES`].
    TooLarge,
    /// Neither PNG nor JPEG nor PDF.
    Unknown,
    /// One of the three by its first bytes, but cut off or not readable.
    Broken,
    /// A picture on which nothing can be seen, or that no scanner makes.
    Size,
}

impl Unfit {
    /// Stable name of the reason.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "scan_too_large",
            Self::Unknown | Self::Broken => "scan_unreadable",
            Self::Size => "out_of_range",
        }
    }

    /// The sentence for the person who chose it.
    pub(crate) const fn sentence(self) -> &'static str {
        match self {
            Self::TooLarge => {
                "This file is larger than 10 MB. Nothing was signed. Scan the page with fewer dots, or save the photo smaller."
            }
            Self::Unknown => {
                "This file is no PNG or JPEG picture and no PDF. Nothing was signed. Choose a scan or a photo of the signed page."
            }
            Self::Broken => {
                "This file cannot be read: it is damaged or not complete. Nothing was signed. Scan the page again, or choose another file."
            }
            Self::Size => {
                "This picture has sides of fewer than 100 or more than 20,000 pixels. Nothing was signed. Choose a scan or a photo on which the signature can be seen."
            }
        }
    }
}

/// Reads a file in base64.
pub(crate) fn read(base64: &str) -> Result<Scan, Unfit> {
    // Four letters stand for three bytes: what is too long is not even decoded.
    if base64.len() > MOST_BYTES / 3 * 4 + 8 {
        return Err(Unfit::TooLarge);
    }
    let bytes = STANDARD.decode(base64.trim()).map_err(|_| Unfit::Unknown)?;
    if bytes.len() > MOST_BYTES {
        return Err(Unfit::TooLarge);
    }
    let mime = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        check_png(&bytes)?;
        "image/png"
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        check_jpeg(&bytes)?;
        "image/jpeg"
    } else if bytes.starts_with(b"%PDF-") {
        check_pdf(&bytes)?;
        "application/pdf"
    } else {
        return Err(Unfit::Unknown);
    };
    Ok(Scan { mime, bytes })
}

/// The ending of a file of this kind.
pub(crate) fn ending(mime: &str) -> &'static str {
    match mime {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        _ => "pdf",
    }
}

/// What a file is, in words: its kind, of a PDF its pages, and its size.
pub(crate) fn words(mime: &str, bytes: &[u8]) -> String {
    let kind = match mime {
        "image/png" => "PNG picture",
        "image/jpeg" => "JPEG picture",
        _ => "PDF",
    };
    let pages = match (mime, fairlead_press::page_count(bytes)) {
        ("application/pdf", Some(1)) => ", one page".to_owned(),
        ("application/pdf", Some(count)) => format!(", {count} pages"),
        _ => String::new(),
    };
    format!("{kind}{pages}, {}", size_words(bytes.len()))
}

fn check_size(width: usize, height: usize) -> Result<(), Unfit> {
    let sides = LEAST_PIXELS..=MOST_PIXELS;
    if sides.contains(&width) && sides.contains(&height) {
        Ok(())
    } else {
        Err(Unfit::Size)
    }
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|part| part == needle)
}

fn check_png(bytes: &[u8]) -> Result<(), Unfit> {
    let limits = png::Limits { bytes: 16 << 20 };
    let reader = png::Decoder::new_with_limits(Cursor::new(bytes), limits)
        .read_info()
        .map_err(|_| Unfit::Broken)?;
    let (width, height) = (reader.info().width, reader.info().height);
    check_size(width as usize, height as usize)?;
    // The last piece of a PNG; a file that was cut off lacks it.
    let tail = bytes.get(bytes.len().saturating_sub(64)..);
    if tail.is_some_and(|tail| holds(tail, b"IEND")) {
        Ok(())
    } else {
        Err(Unfit::Broken)
    }
}

fn check_jpeg(bytes: &[u8]) -> Result<(), Unfit> {
    let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
    decoder.decode_headers().map_err(|_| Unfit::Broken)?;
    let (width, height) = decoder.dimensions().ok_or(Unfit::Broken)?;
    check_size(width, height)?;
    // The end of a picture; telephones may write a few bytes of their own behind it.
    let tail = bytes.get(bytes.len().saturating_sub(bytes.len() / 2)..);
    if tail.is_some_and(|tail| holds(tail, b"\xff\xd9")) {
        Ok(())
    } else {
        Err(Unfit::Broken)
    }
}

fn check_pdf(bytes: &[u8]) -> Result<(), Unfit> {
    let tail = bytes.get(bytes.len().saturating_sub(PDF_TAIL)..);
    if tail.is_some_and(|tail| holds(tail, b"startxref") && holds(tail, b"%%EOF")) {
        Ok(())
    } else {
        Err(Unfit::Broken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_without_folders_and_tricks() {
        assert_eq!(
            called("/home/ruth/letters/signed page.pdf"),
            "signed page.pdf"
        );
        assert_eq!(called("C:\\Users\\Ruth\\page.png"), "page.png");
        assert_eq!(called("page\u{202e}fdp.exe\n"), "pagefdp.exe");
        assert_eq!(called(&"x".repeat(500)).len(), MOST_NAME);
        assert_eq!(called(""), "");
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        let mut writer = encoder.write_header().unwrap();
        writer
            .write_image_data(&vec![200; (width * height) as usize])
            .unwrap();
        writer.finish().unwrap();
        bytes
    }

    fn code(bytes: &[u8]) -> &'static str {
        read(&STANDARD.encode(bytes)).map_or_else(Unfit::code, |scan| scan.mime)
    }

    #[test]
    fn scans_are_taken_as_they_are_and_broken_ones_are_not() {
        let whole = png(300, 200);
        assert_eq!(code(&whole), "image/png");
        assert_eq!(read(&STANDARD.encode(&whole)).unwrap().bytes, whole);
        assert_eq!(
            code(&whole[..whole.len() - 12]),
            "scan_unreadable",
            "cut off"
        );
        assert_eq!(code(&whole[..30]), "scan_unreadable");
        assert_eq!(code(&png(99, 200)), "out_of_range");
        assert_eq!(
            code(b"%PDF-1.4\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n"),
            "application/pdf"
        );
        assert_eq!(
            code(b"%PDF-1.4\n1 0 obj\nendobj\n"),
            "scan_unreadable",
            "cut off"
        );
        assert_eq!(code(b"<html>"), "scan_unreadable");
        assert_eq!(code(b""), "scan_unreadable");
        assert_eq!(code(b"\xff\xd8\xff\xe0"), "scan_unreadable");
        assert_eq!(code(&vec![b'%'; MOST_BYTES + 1]), "scan_too_large");
        assert_eq!(
            read("no base64 at all").unwrap_err().code(),
            "scan_unreadable"
        );
    }
}
