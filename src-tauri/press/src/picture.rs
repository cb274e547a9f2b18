//! Pictures: a PNG into pixels on white, and the strip they stand in.

use std::{io::Cursor, rc::Rc};

use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::document::Run;
use crate::{
    Align, Picture, TextStyle,
    clean::clean_line,
    compose::{Composer, Frame},
    looks::Place,
    strip::{Drawn, Flow, Mark, Strip},
    tags::Tree,
};

/// The longest side that is drawn; a larger picture is left out for its words.
const MOST_PIXELS: u32 = 4_000;
const POINTS_A_MM: f32 = 72.0 / 25.4;
/// At 96 pixels an inch.
const POINTS_A_PIXEL: f32 = 0.75;

/// Rows of red, green and blue from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pixels {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) rgb: Vec<u8>,
}

/// The pixels of a PNG in base64, on white; none where it cannot be read, or is too large.
pub(crate) fn read(png: &str) -> Option<Pixels> {
    let bytes = STANDARD.decode(png).ok()?;
    let limits = png::Limits { bytes: 96 << 20 };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(
        png::Transformations::EXPAND | png::Transformations::STRIP_16 | png::Transformations::ALPHA,
    );
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (reader.info().width, reader.info().height);
    if width == 0 || height == 0 || width > MOST_PIXELS || height > MOST_PIXELS {
        return None;
    }
    let mut data = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut data).ok()?;
    let data = data.get(..frame.buffer_size())?;
    let on_white = |colour: u8, alpha: u8| {
        let (colour, alpha) = (u16::from(colour), u16::from(alpha));
        // At most 255 by construction.
        u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
    };
    let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
    match frame.color_type {
        png::ColorType::Rgba => {
            for pixel in data.as_chunks::<4>().0 {
                let [red, green, blue, alpha] = *pixel;
                rgb.extend([red, green, blue].map(|colour| on_white(colour, alpha)));
            }
        }
        png::ColorType::GrayscaleAlpha => {
            for pixel in data.as_chunks::<2>().0 {
                let [grey, alpha] = *pixel;
                rgb.extend([on_white(grey, alpha); 3]);
            }
        }
        // The transformations above leave no other kind.
        png::ColorType::Rgb | png::ColorType::Grayscale | png::ColorType::Indexed => return None,
    }
    (rgb.len() == width as usize * height as usize * 3).then_some(Pixels { width, height, rgb })
}

impl Composer<'_, '_> {
    /// Sets a picture where reading starts, as large as its frame and its pixels allow.
    pub(crate) fn picture(&mut self, picture: &Picture, frame: Frame, flow: &mut Vec<Flow>) {
        let words = clean_line(&picture.words);
        let Some(pixels) = read(&picture.png) else {
            if !words.is_empty() {
                let runs = [Run::plain(words)];
                let strips = self.paragraph(
                    &runs,
                    TextStyle::Small,
                    Place::Page,
                    frame,
                    Tree::ROOT,
                    Align::Start,
                );
                flow.extend(strips.into_iter().map(Flow::Strip));
                flow.push(Flow::Space(6.0));
            }
            return;
        };
        let most = |millimetres: u16| f32::from(millimetres.max(1)) * POINTS_A_MM;
        #[expect(clippy::cast_precision_loss, reason = "a few thousand at most")]
        let (across, down) = (pixels.width as f32, pixels.height as f32);
        let page = self.sheet.height - 2.0 * self.sheet.margin;
        let scale = (most(picture.width).min(frame.width) / across)
            .min(most(picture.height).min(page) / down)
            .min(POINTS_A_PIXEL);
        let (width, height) = (across * scale, down * scale);
        let tag = self.figure(&words, Tree::ROOT);
        let x = if self.setter.rtl {
            frame.x + frame.width - width
        } else {
            frame.x
        };
        flow.push(Flow::Strip(Strip {
            height,
            marks: vec![Mark {
                x,
                y: 0.0,
                tag,
                drawn: Drawn::Picture {
                    pixels: Rc::new(pixels),
                    width,
                    height,
                },
            }],
            keep: true,
            entry: None,
        }));
        flow.push(Flow::Space(10.0));
    }
}
