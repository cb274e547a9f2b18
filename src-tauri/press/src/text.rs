//! Text into lines: shaping, bidi and line breaking by parley, cut into pieces that a PDF can show and a reader can read back.

use std::{collections::BTreeSet, rc::Rc};

use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontFamily, FontStyle, FontWeight, Language,
    Layout, LayoutContext, LineHeight, OverflowWrap, StyleProperty,
};

use crate::{
    Align,
    breaks::with_breaks,
    fonts::{BOX, Fonts, Han, Kit},
    read::{Page, holes},
};

/// How dark something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Ink {
    /// What people wrote, and headings.
    #[default]
    Black,
    /// What the paper says beside it.
    Grey,
    /// Hairlines.
    Faint,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Look {
    pub(crate) serif: bool,
    pub(crate) bold: bool,
    /// A single line stands where the document's reading starts, even if its own starts at the other side: a name beside its label.
    pub(crate) settled: bool,
    /// Points.
    pub(crate) size: f32,
    /// Line height as a multiple of the size.
    pub(crate) leading: f32,
    pub(crate) ink: Ink,
}

/// A stretch of clean text with its emphasis.
#[derive(Debug, Clone, Default)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) grey: bool,
    /// Where it differs from the document's.
    pub(crate) language: Option<Rc<str>>,
}

/// A set line.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextLine {
    pub(crate) height: f32,
    /// From the top of the line.
    pub(crate) baseline: f32,
    /// Without the space at its end.
    pub(crate) width: f32,
    pub(crate) pieces: Vec<Piece>,
}

/// Glyphs of one font that belong together: a word, or the space between two.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) face: usize,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
    pub(crate) language: Option<Rc<str>>,
    pub(crate) glyphs: Vec<PlacedGlyph>,
    /// What it says, in reading order.
    pub(crate) text: String,
    /// Whether the text must be said beside the glyphs: they do not stand for a character each, or a box stands for one.
    /// Words from right to left are not told for that alone: readers turn them themselves, and would turn told ones twice.
    pub(crate) told: bool,
}

/// What a glyph alone stands for: mostly one character, which needs no room of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Says {
    Character(char),
    Text(Box<str>),
}

impl Says {
    /// The text.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Character(c) => String::from(*c),
            Self::Text(text) => String::from(&**text),
        }
    }
}

/// A glyph on its line, in points from where the line's box begins; `y` upwards from the baseline.
#[derive(Debug, Clone)]
pub(crate) struct PlacedGlyph {
    pub(crate) id: u16,
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// What the glyph alone stands for.
    pub(crate) says: Says,
}

/// More text than this is set part by part, so that one endless answer costs no more than many short ones.
const PART: usize = 6_000;

/// Sets text with one document's fonts.
pub(crate) struct Setter<'a> {
    pub(crate) fonts: &'a mut Fonts,
    pub(crate) layouts: &'a mut LayoutContext<SpanNumber>,
    pub(crate) kit: Kit,
    /// The document reads from right to left.
    pub(crate) rtl: bool,
    /// Characters that no font could show.
    pub(crate) uncovered: BTreeSet<char>,
}

/// What parley carries along for us: the number of the span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct SpanNumber(pub(crate) usize);

impl Setter<'_> {
    /// Sets one line or more; at least one line, even for no text.
    pub(crate) fn lines(
        &mut self,
        spans: &[Span],
        look: Look,
        width: f32,
        align: Align,
    ) -> Vec<TextLine> {
        let mut lines = Vec::new();
        let mut part: Vec<Span> = Vec::new();
        let mut length = 0;
        for span in spans {
            let broken = with_breaks(&span.text);
            let mut rest = &*broken;
            while let Some((head, tail)) = split_near(rest, PART.saturating_sub(length).max(1)) {
                part.push(Span {
                    text: head.to_owned(),
                    ..span.clone()
                });
                self.part(&part, look, width, align, &mut lines);
                part.clear();
                length = 0;
                rest = tail;
            }
            length += rest.len() + 16;
            part.push(Span {
                text: rest.to_owned(),
                ..span.clone()
            });
        }
        if length > 0 || lines.is_empty() {
            self.part(&part, look, width, align, &mut lines);
        }
        lines
    }

    /// Sets one line that may not be wider than `width`; what does not fit is cut and ends in an ellipsis.
    pub(crate) fn single(&mut self, text: &str, look: Look, width: f32) -> TextLine {
        let mut shown: String = text.chars().take(400).collect();
        let mut cut = shown.len() < text.len();
        loop {
            let span = Span {
                text: if cut {
                    format!("{}…", shown.trim_end())
                } else {
                    shown.clone()
                },
                ..Span::default()
            };
            let mut lines = self.lines(std::slice::from_ref(&span), look, 100_000.0, Align::Start);
            let line = if lines.is_empty() {
                TextLine::default()
            } else {
                lines.swap_remove(0)
            };
            if line.width <= width || shown.is_empty() {
                return line;
            }
            cut = true;
            let count = shown.chars().count();
            #[expect(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a guess, then counted down"
            )]
            let guess = (count as f32 * width.max(0.0) / line.width) as usize;
            shown = shown
                .chars()
                .take(guess.min(count.saturating_sub(1)))
                .collect();
        }
    }

    fn part(
        &mut self,
        spans: &[Span],
        look: Look,
        width: f32,
        align: Align,
        lines: &mut Vec<TextLine>,
    ) {
        // A later round sets a box for every character that the rounds before had no glyph for: by its byte in the given text.
        let mut boxed: BTreeSet<usize> = BTreeSet::new();
        for last in [false, false, true] {
            let mut shown = spans.to_vec();
            // The boxes by their byte in the shown text, each with what it stands for and where that was.
            let mut originals: Vec<(usize, char)> = Vec::new();
            let mut given: Vec<usize> = Vec::new();
            let (mut old, mut new) = (0, 0);
            for span in shown.iter_mut().filter(|_| !boxed.is_empty()) {
                let mut replaced = String::with_capacity(span.text.len());
                for c in span.text.chars() {
                    let c_shown = if boxed.contains(&old) { BOX } else { c };
                    if c_shown != c {
                        originals.push((new, c));
                    }
                    given.extend(std::iter::repeat_n(old, c_shown.len_utf8()));
                    replaced.push(c_shown);
                    old += c.len_utf8();
                    new += c_shown.len_utf8();
                }
                span.text = replaced;
            }
            let text: String = shown.iter().map(|span| span.text.as_str()).collect();
            let layout = self.layout(&shown, &text, look, width, align);
            let holes = if last {
                BTreeSet::new()
            } else {
                holes(&layout, &text)
            };
            if holes.is_empty() {
                self.uncovered.extend(originals.iter().map(|(_, c)| *c));
                let page = Page {
                    text: &text,
                    spans: &shown,
                    ink: look.ink,
                    originals: &originals,
                };
                page.read(&layout, self.fonts, lines);
                return;
            }
            boxed.extend(
                holes
                    .into_iter()
                    .map(|at| given.get(at).copied().unwrap_or(at)),
            );
        }
    }

    fn layout(
        &mut self,
        spans: &[Span],
        text: &str,
        look: Look,
        width: f32,
        align: Align,
    ) -> Layout<SpanNumber> {
        let stacks: Vec<_> = spans
            .iter()
            .map(|span| self.kit.stack(look.serif, han(span)))
            .collect();
        let own = self.kit.stack(look.serif, Han::Simplified);
        let context = self.fonts.context(&self.kit);
        let mut builder = self.layouts.ranged_builder(context, text, 1.0, false);
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(
            look.leading,
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        // The line's own font, too: lines would grow if it differed from that of the text.
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(own.into())));
        if look.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        let mut start = 0;
        for (number, (span, stack)) in spans.iter().zip(stacks).enumerate() {
            let range = start..start + span.text.len();
            start = range.end;
            if range.is_empty() {
                continue;
            }
            builder.push(
                StyleProperty::FontFamily(FontFamily::List(stack.into())),
                range.clone(),
            );
            builder.push(StyleProperty::Brush(SpanNumber(number)), range.clone());
            if span.bold {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
            if span.italic {
                builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
            }
            if let Some(language) = span
                .language
                .as_ref()
                .and_then(|language| Language::parse(language).ok())
            {
                builder.push(StyleProperty::Locale(Some(language)), range);
            }
        }
        if self.rtl && !text.chars().any(char::is_alphabetic) {
            builder.set_base_direction(BaseDirection::Rtl);
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width.max(1.0)));
        let alignment = match align {
            Align::Start if look.settled && layout.len() == 1 => {
                if self.rtl {
                    Alignment::Right
                } else {
                    Alignment::Left
                }
            }
            Align::Start => Alignment::Start,
            Align::Center => Alignment::Center,
            Align::End if self.rtl => Alignment::Left,
            Align::End => Alignment::Right,
        };
        layout.align(alignment, AlignmentOptions::default());
        layout
    }
}

/// Splits a text that is longer than `most` bytes behind a space near there, or anywhere if it has none.
fn split_near(text: &str, most: usize) -> Option<(&str, &str)> {
    if text.len() <= most.max(PART / 4) {
        return None;
    }
    let end = text.floor_char_boundary(most.max(PART / 4));
    let head = text.get(..end)?;
    let cut = head
        .rfind([' ', '\n'])
        .filter(|cut| *cut > end / 2)
        .map_or(end, |cut| cut + 1);
    let (head, tail) = text.split_at_checked(cut)?;
    (!head.is_empty() && !tail.is_empty()).then_some((head, tail))
}

fn han(span: &Span) -> Han {
    let language = span
        .language
        .as_deref()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let begins = |prefix: &str| language == prefix || language.starts_with(&format!("{prefix}-"));
    if begins("ja") {
        Han::Japanese
    } else if begins("ko") {
        Han::Korean
    } else if begins("zh") {
        if ["hant", "tw", "hk", "mo"]
            .iter()
            .any(|part| language.split('-').any(|piece| piece == *part))
        {
            Han::Traditional
        } else {
            Han::Simplified
        }
    } else if span
        .text
        .chars()
        .any(|c| matches!(c, '\u{3040}'..='\u{30ff}'))
    {
        Han::Japanese
    } else if span
        .text
        .chars()
        .any(|c| matches!(c, '\u{ac00}'..='\u{d7af}'))
    {
        Han::Korean
    } else {
        Han::Simplified
    }
}
