//! A picture file as the program keeps it (R58): looked at whole, never larger than paper needs, and
//! written anew as PNG, so that nothing of the file but its pixels stays: no place, no camera, no script.

use crate::api::programme::LARGEST_PICTURE as MOST_BYTES;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::Cursor;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// The longest side that is looked at, in pixels.
const MOST_PIXELS: u32 = 4_000;
/// The longest side that is kept: 45 mm at 360 dots an inch.
const KEPT_PIXELS: u32 = 640;
/// A smaller picture shows nothing on paper.
const LEAST_PIXELS: u32 = 8;

/// A picture that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// PNG in base64.
    pub png: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// More bytes than [`LARGEST_PICTURE`](crate::api::programme::LARGEST_PICTURE).
    TooLarge,
    /// Neither PNG nor JPEG.
    NoPicture,
    /// One of the two by its first bytes, but not readable.
    Broken,
    /// A side shorter or longer than makes sense.
    Size(u32, u32),
}

impl Unfit {
    /// Stable name of the reason.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::NoPicture => "no_picture",
            Self::Broken => "broken",
            Self::Size(..) => "out_of_range",
        }
    }

    /// The sentence for the person who chose it.
    pub(crate) fn sentence(self) -> String {
        match self {
            Self::TooLarge => "This file is larger than 2 MB. Nothing was changed. Choose a smaller picture, or save this one smaller first.".to_owned(),
            Self::NoPicture => "This file is no PNG or JPEG picture. Nothing was changed. Choose a PNG or JPEG file; a drawing such as SVG can be saved as PNG by the program that made it.".to_owned(),
            Self::Broken => "This picture cannot be read: the file is damaged or not complete. Nothing was changed. Open it in a picture program and save it again, or choose another one.".to_owned(),
            Self::Size(width, height) => format!(
                "This picture has {width} by {height} pixels. Nothing was changed. Choose one with sides from {LEAST_PIXELS} to {MOST_PIXELS} pixels."
            ),
        }
    }
}

/// Rows of red, green, blue and opacity from the top.
struct Pixels {
    width: u32,
    height: u32,
    rgba: Vec<u8>,
}

/// Reads a PNG or JPEG file in base64.
pub(crate) fn read(base64: &str) -> Result<Picture, Unfit> {
    // Four letters stand for three bytes: what is too long is not even decoded.
    if base64.len() > MOST_BYTES / 3 * 4 + 8 {
        return Err(Unfit::TooLarge);
    }
    let bytes = STANDARD
        .decode(base64.trim())
        .map_err(|_| Unfit::NoPicture)?;
    if bytes.len() > MOST_BYTES {
        return Err(Unfit::TooLarge);
    }
    let pixels = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        read_png(&bytes)?
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        read_jpeg(&bytes)?
    } else {
        return Err(Unfit::NoPicture);
    };
    let kept = shrink(pixels);
    Ok(Picture {
        png: STANDARD.encode(write_png(&kept).ok_or(Unfit::Broken)?),
        width: kept.width,
        height: kept.height,
    })
}

fn check_size(width: u32, height: u32) -> Result<(), Unfit> {
    let sides = LEAST_PIXELS..=MOST_PIXELS;
    if sides.contains(&width) && sides.contains(&height) {
        Ok(())
    } else {
        Err(Unfit::Size(width, height))
    }
}

fn read_png(bytes: &[u8]) -> Result<Pixels, Unfit> {
    let limits = png::Limits { bytes: 96 << 20 };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(
        png::Transformations::EXPAND | png::Transformations::STRIP_16 | png::Transformations::ALPHA,
    );
    let mut reader = decoder.read_info().map_err(|_| Unfit::Broken)?;
    let (width, height) = (reader.info().width, reader.info().height);
    check_size(width, height)?;
    let mut data = vec![0; reader.output_buffer_size().ok_or(Unfit::Broken)?];
    let frame = reader.next_frame(&mut data).map_err(|_| Unfit::Broken)?;
    data.truncate(frame.buffer_size());
    let rgba = match frame.color_type {
        png::ColorType::Rgba => data,
        png::ColorType::GrayscaleAlpha => data
            .as_chunks::<2>()
            .0
            .iter()
            .flat_map(|[grey, alpha]| [*grey, *grey, *grey, *alpha])
            .collect(),
        // The transformations above leave no other kind.
        png::ColorType::Rgb | png::ColorType::Grayscale | png::ColorType::Indexed => {
            return Err(Unfit::Broken);
        }
    };
    whole(width, height, rgba)
}

fn read_jpeg(bytes: &[u8]) -> Result<Pixels, Unfit> {
    let most = MOST_PIXELS as usize;
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|_| Unfit::Broken)?;
    let (width, height) = decoder.dimensions().ok_or(Unfit::Broken)?;
    let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    check_size(side(width), side(height))?;
    if width > most || height > most {
        return Err(Unfit::Size(side(width), side(height)));
    }
    let rgb = decoder.decode().map_err(|_| Unfit::Broken)?;
    let rgba = rgb
        .as_chunks::<3>()
        .0
        .iter()
        .flat_map(|[red, green, blue]| [*red, *green, *blue, u8::MAX])
        .collect();
    whole(side(width), side(height), rgba)
}

fn whole(width: u32, height: u32, rgba: Vec<u8>) -> Result<Pixels, Unfit> {
    if rgba.len() == width as usize * height as usize * 4 {
        Ok(Pixels {
            width,
            height,
            rgba,
        })
    } else {
        Err(Unfit::Broken)
    }
}

/// Makes a picture no longer than [`KEPT_PIXELS`]: each new pixel is the mean of those it stands for, by
/// their opacity.
fn shrink(from: Pixels) -> Pixels {
    let longest = from.width.max(from.height);
    if longest <= KEPT_PIXELS {
        return from;
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(KEPT_PIXELS) / u64::from(longest);
        u32::try_from(side).unwrap_or(KEPT_PIXELS).max(1)
    };
    let (width, height) = (scaled(from.width), scaled(from.height));
    // The old pixels that a new one stands for: from the first, before the second.
    let span = |at: u32, new: u32, old: u32| {
        let edge = |at: u32| (u64::from(at) * u64::from(old) / u64::from(new)) as usize;
        edge(at)..edge(at + 1).max(edge(at) + 1)
    };
    let mut rgba = Vec::with_capacity(width as usize * height as usize * 4);
    for y in 0..height {
        for x in 0..width {
            let mut sums = [0_u64; 3];
            let (mut opacity, mut count) = (0_u64, 0_u64);
            for row in span(y, height, from.height) {
                for column in span(x, width, from.width) {
                    let at = (row * from.width as usize + column) * 4;
                    let Some([red, green, blue, alpha]) = from.rgba.get(at..at + 4) else {
                        continue;
                    };
                    for (sum, colour) in sums.iter_mut().zip([red, green, blue]) {
                        *sum += u64::from(*colour) * u64::from(*alpha);
                    }
                    opacity += u64::from(*alpha);
                    count += 1;
                }
            }
            let mean = |sum: u64, of: u64| {
                u8::try_from((sum + of / 2).checked_div(of).unwrap_or_default()).unwrap_or(u8::MAX)
            };
            rgba.extend(sums.map(|sum| mean(sum, opacity)));
            rgba.push(mean(opacity, count));
        }
    }
    Pixels {
        width,
        height,
        rgba,
    }
}

fn write_png(pixels: &Pixels) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&pixels.rgba).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of 12 by 8 red pixels.
    const JPEG: &str = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAIAAwDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABgf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCAAHlhf//Z";

    /// A PNG of one colour.
    fn png_of(width: u32, height: u32, colour: [u8; 4]) -> Vec<u8> {
        let rgba = colour.repeat(width as usize * height as usize);
        write_png(&Pixels {
            width,
            height,
            rgba,
        })
        .unwrap()
    }

    fn taken(bytes: &[u8]) -> Result<Picture, Unfit> {
        read(&STANDARD.encode(bytes))
    }

    #[test]
    fn r58_a_picture_is_written_anew_and_not_larger_than_paper_needs() {
        let picture = taken(&png_of(2_000, 500, [20, 40, 60, 255])).unwrap();
        assert_eq!((picture.width, picture.height), (640, 160));
        let again = read_png(&STANDARD.decode(&picture.png).unwrap()).unwrap();
        assert!(again.rgba.chunks(4).all(|pixel| pixel == [20, 40, 60, 255]));
        let small = taken(&png_of(40, 30, [1, 2, 3, 128])).unwrap();
        assert_eq!((small.width, small.height), (40, 30));
    }

    #[test]
    fn r58_a_jpeg_is_kept_as_a_png_of_the_same_pixels() {
        let picture = read(JPEG).unwrap();
        assert_eq!((picture.width, picture.height), (12, 8));
        let kept = read_png(&STANDARD.decode(&picture.png).unwrap()).unwrap();
        let [red, green, blue, alpha] = kept.rgba.first_chunk().copied().unwrap();
        assert!(red > 190 && green < 45 && blue < 45 && alpha == 255);
        let whole = STANDARD.decode(JPEG).unwrap();
        let cut: Vec<u8> = whole.iter().take(200).copied().collect();
        assert_eq!(taken(&cut), Err(Unfit::Broken));
    }

    #[test]
    fn r58_the_mean_of_a_see_through_pixel_has_no_colour() {
        let mut rgba = [200, 0, 0, 255].repeat(1_280 * 640);
        for pixel in rgba.chunks_mut(4).skip(1).step_by(2) {
            pixel.copy_from_slice(&[0, 255, 0, 0]);
        }
        let kept = shrink(Pixels {
            width: 1_280,
            height: 640,
            rgba,
        });
        assert_eq!(kept.rgba.get(..4), Some([200, 0, 0, 128].as_slice()));
    }

    #[test]
    fn r58_nothing_that_hides_in_a_file_is_kept() {
        let mut bytes = png_of(40, 40, [9, 9, 9, 255]);
        bytes.extend_from_slice(b"<script>alert(1)</script> and a whole archive");
        let picture = taken(&bytes).unwrap();
        let kept = STANDARD.decode(&picture.png).unwrap();
        assert!(!kept.windows(8).any(|part| part == b"<script>"));
    }

    #[test]
    fn r58_what_is_no_picture_is_refused_by_what_it_is() {
        let png = png_of(40, 40, [9, 9, 9, 255]);
        for (bytes, code) in [
            (b"".to_vec(), "no_picture"),
            (
                b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
                "no_picture",
            ),
            (b"GIF89a".to_vec(), "no_picture"),
            (b"%PDF-1.7".to_vec(), "no_picture"),
            (png.iter().take(60).copied().collect(), "broken"),
            (
                b"\x89PNG\r\n\x1a\nand then nothing of the kind".to_vec(),
                "broken",
            ),
            (b"\xff\xd8\xff\xe0 no picture follows".to_vec(), "broken"),
            (png_of(4_001, 8, [0; 4]), "out_of_range"),
            (png_of(7, 40, [0; 4]), "out_of_range"),
            (vec![0; MOST_BYTES + 1], "too_large"),
        ] {
            assert_eq!(taken(&bytes).unwrap_err().code(), code);
        }
        assert_eq!(read("no base64, but $"), Err(Unfit::NoPicture));
        assert_eq!(read(&"A".repeat(50_000_000)), Err(Unfit::TooLarge));
    }

    #[test]
    fn r58_a_picture_that_says_it_is_huge_is_not_unpacked() {
        // A head that promises 60,000 by 60,000 pixels.
        let mut bytes = png_of(40, 40, [9, 9, 9, 255]);
        bytes.splice(16..24, [0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
        assert!(matches!(
            taken(&bytes),
            Err(Unfit::Broken | Unfit::Size(..))
        ));
    }
}
