//! Pages into PDF operators, through printpdf.

use std::{
    collections::{BTreeMap, HashMap, btree_map},
    rc::Rc,
};

use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, ExternalStream, ExternalXObject, FontId, Greyscale,
    Line, LineDashPattern, LinePoint, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    Point, Pt, Rect, TextItem, TextMatrix, XObject, XObjectId, XObjectTransform,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::{
    PressError,
    drawings::{Place, bound, draw_modules, draw_strokes, place_field},
    fonts::Face,
    looks::Sheet,
    picture::Pixels,
    strip::{Drawn, Mark},
    tags::{Bounds, Tag, Tree},
    text::{Ink, Piece, PlacedGlyph, Says, TextLine},
};

/// Pages as printpdf has them, and where the signature fields stand: page from 0 and its place there, in the fields' order.
pub(crate) struct Written {
    pub(crate) document: PdfDocument,
    pub(crate) fields: Vec<(usize, Bounds)>,
}

/// Writes the pages; the tree learns what stands where.
///
/// # Errors
/// [`PressError::Subset`] if a font refuses to be cut.
pub(crate) fn write(
    pages: &[Vec<Mark>],
    sheet: Sheet,
    faces: &[Face],
    tree: &mut Tree,
) -> Result<Written, PressError> {
    let mut used = Used::of(pages);
    let fonts = used.embed(faces)?;
    let mut document = PdfDocument::new("");
    document.resources.fonts.map = fonts
        .iter()
        .map(|font| (font.id.clone(), font.font.clone()))
        .collect();
    let mut fields = BTreeMap::new();
    let mut pictures = Vec::new();
    for (number, marks) in pages.iter().enumerate() {
        let mut writer = Writer {
            sheet,
            fonts: &fonts,
            used: &mut used,
            ops: Vec::new(),
            ink: None,
            font: None,
            next: 0,
            pictures: &mut pictures,
        };
        for mark in marks {
            if let Some((field, bounds)) = place_field(mark, sheet) {
                fields.insert(field, (number, bounds));
                if let Tag::Of(element) = mark.tag {
                    tree.place(element, bounds);
                    tree.hold_field(element, number, field);
                }
            }
        }
        writer.page(number, marks, tree);
        let page = Rect::from_wh(Pt(sheet.width), Pt(sheet.height));
        document.pages.push(PdfPage {
            media_box: page.clone(),
            trim_box: page.clone(),
            crop_box: page,
            ops: writer.ops,
        });
    }
    document.resources.xobjects.map = pictures
        .iter()
        .enumerate()
        .map(|(number, pixels)| (picture_name(number), image(pixels)))
        .collect();
    Ok(Written {
        document,
        fields: fields.into_values().collect(),
    })
}

/// The glyphs of one document: which, and what each stands for.
struct Used {
    /// Glyphs by face, in order of their number, with the text that the font's own table gives back.
    glyphs: BTreeMap<usize, BTreeMap<u16, Says>>,
    /// Faces in order of first use, so that the file does not depend on what was set before.
    order: Vec<usize>,
}

/// A font as it stands in the file.
struct Embedded {
    face: usize,
    id: FontId,
    font: PdfFont,
    /// Glyph numbers in the cut font.
    cut: HashMap<u16, u16>,
    /// Widths as printpdf writes them, in thousandths of the size, by old glyph number.
    widths: HashMap<u16, i64>,
}

impl Used {
    fn of(pages: &[Vec<Mark>]) -> Self {
        let mut used = Self {
            glyphs: BTreeMap::new(),
            order: Vec::new(),
        };
        for piece in pages.iter().flatten().flat_map(|mark| match &mark.drawn {
            Drawn::Text(line) => line.pieces.as_slice(),
            Drawn::Line { .. }
            | Drawn::Strokes { .. }
            | Drawn::Modules { .. }
            | Drawn::Field { .. }
            | Drawn::Picture { .. } => &[],
        }) {
            let glyphs = match used.glyphs.entry(piece.face) {
                btree_map::Entry::Vacant(entry) => {
                    used.order.push(piece.face);
                    entry.insert(BTreeMap::new())
                }
                btree_map::Entry::Occupied(entry) => entry.into_mut(),
            };
            for glyph in &piece.glyphs {
                // The first use decides what a glyph stands for; other uses say their text beside it.
                glyphs.entry(glyph.id).or_insert_with(|| glyph.says.clone());
            }
        }
        used
    }

    fn embed(&self, faces: &[Face]) -> Result<Vec<Embedded>, PressError> {
        let mut fonts = Vec::new();
        for (number, face_number) in self.order.iter().enumerate() {
            let (Some(face), Some(glyphs)) =
                (faces.get(*face_number), self.glyphs.get(face_number))
            else {
                continue;
            };
            let mut remapper = GlyphRemapper::new();
            let cut: HashMap<u16, u16> = glyphs
                .keys()
                .map(|old| (*old, remapper.remap(*old)))
                .collect();
            let fail = |reason: String| PressError::Subset {
                name: face.name.clone(),
                reason,
            };
            let bytes = subsetter::subset(face.data.data(), face.index, &remapper)
                .map_err(|error| fail(error.to_string()))?;
            let mut parsed = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
                .ok_or_else(|| fail("the cut font cannot be read".to_owned()))?;
            parsed.font_name = Some(format!("{}+{}", subset_tag(&bytes), face.name));
            let scale = f32::from(face.units_per_em);
            let widths = cut
                .iter()
                .map(|(old, new)| {
                    #[expect(clippy::cast_possible_truncation, reason = "printpdf cuts the fraction off, and the kerns must count from what it writes")]
                    let width = (f32::from(parsed.get_glyph_width(*new).unwrap_or(0)) * 1000.0 / scale) as i64;
                    (*old, width)
                })
                .collect();
            fonts.push(Embedded {
                face: *face_number,
                id: FontId(format!("P{number}")),
                font: PdfFont::new(parsed),
                cut,
                widths,
            });
        }
        Ok(fonts)
    }

    /// Whether the font's own table gives back the piece's text.
    fn plain(&self, piece: &Piece) -> bool {
        !piece.told
            && self.glyphs.get(&piece.face).is_some_and(|glyphs| {
                piece
                    .glyphs
                    .iter()
                    .all(|glyph| glyphs.get(&glyph.id) == Some(&glyph.says))
            })
    }
}

/// Six letters that mark a cut font, from its content.
fn subset_tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

struct Writer<'a> {
    sheet: Sheet,
    fonts: &'a [Embedded],
    used: &'a mut Used,
    ops: Vec<Op>,
    ink: Option<Ink>,
    font: Option<(usize, f32)>,
    /// The next number of marked content on this page.
    next: usize,
    /// The pictures of the whole file, each once.
    pictures: &'a mut Vec<Rc<Pixels>>,
}

impl Writer<'_> {
    fn page(&mut self, page: usize, marks: &[Mark], tree: &mut Tree) {
        for group in marks.chunk_by(|a, b| a.tag == b.tag) {
            let Some(first) = group.first() else { continue };
            if matches!(first.drawn, Drawn::Field { .. }) {
                continue;
            }
            let mut language = None;
            let (tag, properties) = match first.tag {
                Tag::Of(element) => {
                    let node = tree.nodes.get(element.0);
                    language = node.and_then(|node| node.language.clone());
                    let name = node.map_or("P", |node| node.role.name());
                    tree.hold(element, page, self.next);
                    self.next += 1;
                    #[expect(clippy::cast_possible_wrap, reason = "never that many")]
                    let number = self.next as i64 - 1;
                    (name, dict([("MCID", DictItem::Int(number))]))
                }
                Tag::Header => (
                    "Artifact",
                    dict([("Type", name("Pagination")), ("Subtype", name("Header"))]),
                ),
                Tag::Footer => (
                    "Artifact",
                    dict([("Type", name("Pagination")), ("Subtype", name("Footer"))]),
                ),
                Tag::Layout => ("Artifact", dict([("Type", name("Layout"))])),
            };
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: tag.to_owned(),
                properties,
            });
            for mark in group {
                match &mark.drawn {
                    Drawn::Text(line) => self.text(mark, line, language.as_ref()),
                    Drawn::Line {
                        length,
                        weight,
                        ink,
                        dashed,
                    } => self.line(mark, *length, *weight, *ink, *dashed),
                    Drawn::Strokes {
                        drawing,
                        width,
                        height,
                    } => {
                        let place = Place::of(mark, *width, *height, self.sheet);
                        bound(tree, mark.tag, place);
                        draw_strokes(drawing, place, &mut self.ops);
                    }
                    Drawn::Modules { modules, side } => {
                        #[expect(clippy::cast_precision_loss, reason = "at most 177 modules")]
                        let size = modules.len() as f32 * side;
                        let place = Place::of(mark, size, size, self.sheet);
                        bound(tree, mark.tag, place);
                        self.ink = None;
                        draw_modules(modules, *side, place, &mut self.ops);
                    }
                    Drawn::Field { .. } => {}
                    Drawn::Picture {
                        pixels,
                        width,
                        height,
                    } => {
                        let place = Place::of(mark, *width, *height, self.sheet);
                        bound(tree, mark.tag, place);
                        self.picture(mark, pixels, *width, *height);
                    }
                }
            }
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn text(&mut self, mark: &Mark, line: &TextLine, language: Option<&Rc<str>>) {
        self.ops.push(Op::StartTextSection);
        // A font set in an earlier text object still holds; nothing between resets it.
        let baseline = self.sheet.height - mark.y;
        let mut waiting: Vec<&PlacedGlyph> = Vec::new();
        for piece in &line.pieces {
            let known = self.used.plain(piece);
            let plain = known && (piece.language.is_none() || piece.language.as_ref() == language);
            let same = self.font == Some((piece.face, piece.size)) && self.ink == Some(piece.ink);
            if !same || !plain {
                self.show(&mut waiting, mark.x, baseline);
                self.select(piece);
            }
            if plain {
                waiting.extend(&piece.glyphs);
                continue;
            }
            let mut properties = Vec::new();
            if !known {
                properties.push(("ActualText", DictItem::Bytes(utf16(&piece.text))));
            }
            if let Some(language) = piece.language.as_ref().filter(|own| Some(*own) != language) {
                properties.push((
                    "Lang",
                    DictItem::String {
                        data: language.as_bytes().to_vec(),
                        literal: true,
                    },
                ));
            }
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".to_owned(),
                properties: dict(properties),
            });
            waiting.extend(&piece.glyphs);
            self.show(&mut waiting, mark.x, baseline);
            self.ops.push(Op::EndMarkedContent);
        }
        self.show(&mut waiting, mark.x, baseline);
        self.ops.push(Op::EndTextSection);
    }

    fn select(&mut self, piece: &Piece) {
        if self.ink != Some(piece.ink) {
            self.ink = Some(piece.ink);
            self.ops.push(Op::SetFillColor {
                col: grey(piece.ink),
            });
        }
        if self.font != Some((piece.face, piece.size)) {
            self.font = Some((piece.face, piece.size));
            if let Some(font) = self.fonts.iter().find(|font| font.face == piece.face) {
                self.ops.push(Op::SetFont {
                    font: PdfFontHandle::External(font.id.clone()),
                    size: Pt(piece.size),
                });
            }
        }
    }

    /// Shows glyphs of the selected font. Kerns are counted from the widths that the file tells, so that rounding never adds up.
    fn show(&mut self, waiting: &mut Vec<&PlacedGlyph>, x: f32, baseline: f32) {
        let glyphs = std::mem::take(waiting);
        let Some((face, size)) = self.font else {
            return;
        };
        let Some(font) = self.fonts.iter().find(|font| font.face == face) else {
            return;
        };
        for level in glyphs.chunk_by(|a, b| a.y.to_bits() == b.y.to_bits()) {
            let Some(first) = level.first() else { continue };
            let mut shown: Vec<Codepoint> = Vec::with_capacity(level.len());
            let mut pen = f64::from(first.x);
            for glyph in level {
                let kern = ((pen - f64::from(glyph.x)) * 1000.0 / f64::from(size)).round();
                if let Some(last) = shown.last_mut().filter(|_| kern != 0.0) {
                    #[expect(clippy::cast_possible_truncation, reason = "a small whole number")]
                    let offset = kern as f32;
                    last.offset = offset;
                    pen -= kern * f64::from(size) / 1000.0;
                }
                let says = self
                    .used
                    .glyphs
                    .get(&face)
                    .and_then(|glyphs| glyphs.get(&glyph.id))
                    .map(Says::text);
                let cut = font.cut.get(&glyph.id).copied().unwrap_or(0);
                shown.push(Codepoint {
                    gid: cut,
                    offset: 0.0,
                    cid: says,
                });
                #[expect(clippy::cast_precision_loss, reason = "a width")]
                let width = font.widths.get(&glyph.id).copied().unwrap_or(0) as f64;
                pen += width * f64::from(size) / 1000.0;
            }
            self.ops.push(Op::SetTextMatrix {
                matrix: TextMatrix::Translate(
                    Pt(hundredths(x + first.x)),
                    Pt(hundredths(baseline + first.y)),
                ),
            });
            self.ops.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(shown)],
            });
        }
    }

    fn line(&mut self, mark: &Mark, length: f32, weight: f32, ink: Ink, dashed: bool) {
        let y = hundredths(self.sheet.height - mark.y);
        let dash = if dashed {
            LineDashPattern::new(0.0, &[5.0, 3.0])
        } else {
            LineDashPattern::default()
        };
        self.ops.extend([
            Op::SaveGraphicsState,
            Op::SetOutlineColor { col: grey(ink) },
            Op::SetOutlineThickness { pt: Pt(weight) },
            Op::SetLineDashPattern { dash },
            Op::DrawLine {
                line: Line {
                    points: vec![point(mark.x, y), point(mark.x + length, y)],
                    is_closed: false,
                },
            },
            Op::RestoreGraphicsState,
        ]);
    }
}

impl Writer<'_> {
    /// Draws a picture.
    fn picture(&mut self, mark: &Mark, pixels: &Rc<Pixels>, width: f32, height: f32) {
        let number = match self
            .pictures
            .iter()
            .position(|known| Rc::ptr_eq(known, pixels))
        {
            Some(number) => number,
            None => {
                self.pictures.push(Rc::clone(pixels));
                self.pictures.len() - 1
            }
        };
        let left = hundredths(mark.x);
        let bottom = hundredths(self.sheet.height - mark.y - height);
        self.ops.extend([
            Op::SaveGraphicsState,
            Op::SetTransformationMatrix {
                matrix: CurTransMat::Raw([width, 0.0, 0.0, height, left, bottom]),
            },
            Op::UseXobject {
                id: picture_name(number),
                transform: XObjectTransform {
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                },
            },
            Op::RestoreGraphicsState,
        ]);
    }
}

fn picture_name(number: usize) -> XObjectId {
    XObjectId(format!("I{number}"))
}

/// A picture as it stands in the file: rows of red, green and blue from the top.
fn image(pixels: &Pixels) -> XObject {
    let number = |value: u32| DictItem::Int(i64::from(value));
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", number(pixels.width)),
        ("Height", number(pixels.height)),
        ("ColorSpace", name("DeviceRGB")),
        ("BitsPerComponent", DictItem::Int(8)),
    ];
    XObject::External(ExternalXObject {
        stream: ExternalStream {
            dict: entries
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
            content: pixels.rgb.clone(),
            compress: true,
        },
        width: None,
        height: None,
        dpi: None,
    })
}

pub(crate) fn point(x: f32, y: f32) -> LinePoint {
    LinePoint {
        p: Point {
            x: Pt(hundredths(x)),
            y: Pt(hundredths(y)),
        },
        bezier: false,
    }
}

pub(crate) fn hundredths(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

pub(crate) fn grey(ink: Ink) -> Color {
    // Grey text keeps a contrast of 7 to 1 on white paper.
    let percent = match ink {
        Ink::Black => 0.0,
        Ink::Grey => 0.33,
        Ink::Faint => 0.65,
    };
    Color::Greyscale(Greyscale {
        percent,
        icc_profile: None,
    })
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn dict<'a>(entries: impl IntoIterator<Item = (&'a str, DictItem)>) -> DictItem {
    DictItem::Dict {
        map: entries
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    }
}

/// UTF-16 with its mark, as PDF's text strings want it.
pub(crate) fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect()
}
