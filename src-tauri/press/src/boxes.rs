//! What stands on a signature page: boxes to sign in with what was signed there, and QR codes.

use std::rc::Rc;

use qrcodegen::QrCodeEcc;

use crate::{
    Align, Drawing, Fact, LineStyle, PressError, QrCode, SignatureBox, SignatureLine, TextStyle,
    clean::clean_line,
    compose::{Composer, Frame},
    forms::tooltip,
    looks::{self, Place},
    strip::{Drawn, Flow, Grid, GridRow, Mark, Modules, Strip, rule},
    tags::{Element, Role, Tag, Tree},
    text::{Ink, Look, Span},
};

/// Two boxes to sign in stand side by side from this width on.
const TWO_BOXES: f32 = 300.0;
/// The room over a line that is written on by hand.
const BY_HAND: f32 = 30.0;
/// The room for a signature drawn on the screen.
const DRAWN: f32 = 46.0;
/// A code with its white edge is about as wide: 32 mm, which a telephone reads from paper at arm's length.
const CODE: f32 = 90.0;
/// No module is smaller: half a millimetre, five dots of a printer with 300 to the inch.
const MODULE: f32 = 1.4;
/// White around a code, in modules; the standard asks for as many.
const QUIET: f32 = 4.0;

/// The modules of a QR code that still reads with a seventh of it damaged.
///
/// # Errors
/// [`PressError::QrCode`] if the text is too long.
pub(crate) fn modules(text: &str) -> Result<Modules, PressError> {
    let code = qrcodegen::QrCode::encode_text(text, QrCodeEcc::Medium)
        .map_err(|_| PressError::QrCode(text.len()))?;
    Ok((0..code.size())
        .map(|y| (0..code.size()).map(|x| code.get_module(x, y)).collect())
        .collect())
}

impl Composer<'_, '_> {
    pub(crate) fn signatures(
        &mut self,
        boxes: &[SignatureBox],
        frame: Frame,
        flow: &mut Vec<Flow>,
    ) {
        let across = if frame.width >= TWO_BOXES { 2 } else { 1 };
        let frames = self.frames(frame, &vec![1.0; across]);
        let mut rows = Vec::new();
        for pair in boxes.chunks(across) {
            let cells = pair
                .iter()
                .zip(&frames)
                .map(|(each, frame)| self.signature(each, *frame))
                .collect();
            rows.push(GridRow { cells, pad: 8.0 });
        }
        flow.push(Flow::Space(10.0));
        flow.push(Flow::Grid(Grid {
            x: frame.x,
            width: frame.width,
            head: None,
            rows,
            ruled: false,
            whole: 1.0,
        }));
        flow.push(Flow::Space(10.0));
    }

    fn signature(&mut self, each: &SignatureBox, frame: Frame) -> Vec<Strip> {
        let element = self.tree.add(Tree::ROOT, Role::Division);
        let mut strips = vec![Strip::rule(each.thread, frame.x, frame.width, 9.0, 1.0)];
        for (text, look) in [(&each.role, looks::ROLE), (&each.name, looks::NAME)] {
            strips.extend(self.small_print(&[(text, false)], look, frame, element));
        }
        let mut field = each.field.as_ref();
        for line in &each.lines {
            let first = strips.len();
            strips.extend(self.on_the_line(line, frame, element));
            if field.take().is_some() {
                self.field(each, &mut strips, first, frame, element);
            }
            let mut drawn = rule(LineStyle::Hairline, frame.x, 1.0, frame.width);
            if let Drawn::Line { ink, .. } = &mut drawn.drawn {
                *ink = Ink::Black;
            }
            strips.push(Strip {
                height: 3.0,
                marks: vec![drawn],
                ..Strip::default()
            });
            strips.extend(self.small_print(
                &[(&line.label, false)],
                looks::SMALL_LABEL,
                frame,
                element,
            ));
        }
        if field.is_some() {
            self.field(each, &mut strips, 0, frame, element);
        }
        for Fact { label, value } in &each.details {
            let value: String = value.iter().map(|run| run.text.as_str()).collect();
            strips.push(Strip::white(2.0));
            strips.extend(self.small_print(
                &[(label, true), (&value, false)],
                looks::DETAIL,
                frame,
                element,
            ));
        }
        for strip in &mut strips {
            strip.keep = true;
        }
        strips
    }

    /// A paragraph of clean one-line texts, some of them grey; no text, no paragraph.
    fn small_print(
        &mut self,
        texts: &[(&str, bool)],
        look: Look,
        frame: Frame,
        parent: Element,
    ) -> Vec<Strip> {
        let mut spans: Vec<Span> = texts
            .iter()
            .map(|(text, grey)| Span {
                text: clean_line(text),
                grey: *grey,
                ..Span::default()
            })
            .filter(|span| !span.text.is_empty())
            .collect();
        let Some(last) = spans.len().checked_sub(1) else {
            return Vec::new();
        };
        for span in spans.iter_mut().take(last) {
            span.text.push(' ');
        }
        let element = self.tree.add(parent, Role::Paragraph);
        self.set(&spans, look, frame, Align::Start, element)
    }

    /// What already stands on a line, or the room to write there.
    fn on_the_line(&mut self, line: &SignatureLine, frame: Frame, parent: Element) -> Vec<Strip> {
        if let Some(drawing) = &line.drawing {
            return vec![self.drawing(drawing, frame, parent)];
        }
        let look = looks::paragraph(TextStyle::Body, Place::Fact);
        let value = self.small_print(&[(&line.value, false)], look, frame, parent);
        if value.is_empty() {
            return vec![Strip::white(BY_HAND)];
        }
        let mut strips = vec![Strip::white(12.0)];
        strips.extend(value);
        strips
    }

    fn drawing(&mut self, drawing: &Drawing, frame: Frame, parent: Element) -> Strip {
        let tag = self.figure(&drawing.alternative, parent);
        #[expect(clippy::cast_precision_loss, reason = "the size of a picture")]
        let (wide, high) = (drawing.width.max(1) as f32, drawing.height.max(1) as f32);
        let scale = (frame.width / wide).min((DRAWN - 4.0) / high);
        let (width, height) = (wide * scale, high * scale);
        let x = if self.setter.rtl {
            frame.x + frame.width - width
        } else {
            frame.x
        };
        Strip {
            height: DRAWN,
            marks: vec![Mark {
                x,
                y: DRAWN - height - 2.0,
                tag,
                drawn: Drawn::Strokes {
                    drawing: Rc::new(drawing.clone()),
                    width,
                    height,
                },
            }],
            ..Strip::default()
        }
    }

    /// What a figure with these words is: part of the structure, or decoration where nobody gave it words.
    pub(crate) fn figure(&mut self, words: &str, parent: Element) -> Tag {
        let words = clean_line(words);
        if words.is_empty() {
            return Tag::Layout;
        }
        let element = self.tree.add(parent, Role::Figure);
        self.tree.describe(element, &words);
        Tag::Of(element)
    }

    /// Lays the box's field over the strips from `first` on.
    fn field(
        &mut self,
        each: &SignatureBox,
        strips: &mut [Strip],
        first: usize,
        frame: Frame,
        parent: Element,
    ) {
        let Some(field) = &each.field else { return };
        let element = self.tree.add(parent, Role::Form);
        self.tree.describe(element, &tooltip(field));
        let covered = strips.get_mut(first..).unwrap_or_default();
        let height = covered.iter().map(|strip| strip.height).sum();
        let number = self.fields.len();
        self.fields.push(field.clone());
        if let Some(strip) = covered.first_mut() {
            strip.marks.push(Mark {
                x: frame.x,
                y: 0.0,
                tag: Tag::Of(element),
                drawn: Drawn::Field {
                    number,
                    width: frame.width,
                    height,
                },
            });
        }
    }

    pub(crate) fn qr_code(&mut self, code: &QrCode, frame: Frame, flow: &mut Vec<Flow>) {
        // A text that is too long was refused by the survey.
        let modules = modules(&code.text).unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "at most 177 modules")]
        let across = modules.len() as f32 + 2.0 * QUIET;
        let side = (CODE / across).max(MODULE).min(frame.width / across);
        let size = side * across;
        let tag = self.figure(&code.alternative, Tree::ROOT);
        let left = if self.setter.rtl {
            frame.x + frame.width - size
        } else {
            frame.x
        };
        let mark = Mark {
            x: left + side * QUIET,
            y: side * QUIET,
            tag,
            drawn: Drawn::Modules {
                modules: Rc::new(modules),
                side,
            },
        };
        let drawn = Strip {
            height: size,
            marks: vec![mark],
            ..Strip::default()
        };
        let beside = self.inset(frame, size + side * QUIET);
        let look = looks::paragraph(TextStyle::Small, Place::Page);
        let words = self.small_print(&[(&code.label, false)], look, beside, Tree::ROOT);
        flow.push(Flow::Space(6.0));
        flow.push(Flow::Grid(Grid {
            x: frame.x,
            width: frame.width,
            head: None,
            rows: vec![GridRow {
                cells: vec![vec![drawn], words],
                pad: 2.0,
            }],
            ruled: false,
            whole: 1.0,
        }));
        flow.push(Flow::Space(10.0));
    }
}
