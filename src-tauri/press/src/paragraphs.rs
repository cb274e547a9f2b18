//! Paragraphs, lists, boxes to tick and lines to write on, in the width that they are given.

use std::rc::Rc;

use crate::{
    Align, Content, Item, LineStyle, Run, TextStyle,
    clean::{clean, clean_line},
    compose::{Composer, Frame},
    language,
    looks::{self, Place},
    strip::{Drawn, Mark, Strip},
    survey::tick,
    tags::{Element, Role, Tag},
    text::{Ink, Look, Span, TextLine},
};

/// A bar is never shorter than this, in points.
const SHORTEST: f32 = 2.5;

/// Lists deeper than this are not indented further.
const DEEPEST_INDENT: usize = 6;

impl Composer<'_, '_> {
    /// Sets spans as lines of an element, without the lone lines that a page should not begin or end with.
    pub(crate) fn set(
        &mut self,
        spans: &[Span],
        look: Look,
        frame: Frame,
        align: Align,
        element: Element,
    ) -> Vec<Strip> {
        let look = Look {
            size: look.size * self.sheet.scale,
            ..look
        };
        let lines: Vec<TextLine> = self.setter.lines(spans, look, frame.width, align);
        let count = lines.len();
        let mut strips: Vec<Strip> = lines
            .into_iter()
            .map(|line| Strip::text(line, frame.x, element))
            .collect();
        if count > 1 {
            for lone in [0, count - 2] {
                if let Some(strip) = strips.get_mut(lone) {
                    strip.keep = true;
                }
            }
        }
        strips
    }

    pub(crate) fn spans(&mut self, runs: &[Run], element: Element) -> Vec<Span> {
        let own = language::tag(&self.document.metadata.language);
        let spans: Vec<Span> = runs
            .iter()
            .map(|run| Span {
                text: clean(&run.text),
                bold: run.bold,
                italic: run.italic,
                grey: false,
                language: run
                    .language
                    .as_deref()
                    .map(language::tag)
                    .filter(|tag| *tag != own)
                    .map(Rc::from),
            })
            .filter(|span| !span.text.is_empty())
            .collect();
        if let Some(first) = spans
            .first()
            .filter(|first| spans.iter().all(|span| span.language == first.language))
        {
            self.tree.speak(element, first.language.clone());
        }
        spans
    }

    pub(crate) fn paragraph(
        &mut self,
        runs: &[Run],
        style: TextStyle,
        place: Place,
        frame: Frame,
        parent: Element,
        align: Align,
    ) -> Vec<Strip> {
        let element = self.tree.add(parent, Role::Paragraph);
        let spans = self.spans(runs, element);
        self.set(
            &spans,
            looks::paragraph(style, place),
            frame,
            align,
            element,
        )
    }

    /// Parts of a cell or an item, one under the other.
    pub(crate) fn contents(
        &mut self,
        content: &[Content],
        place: Place,
        frame: Frame,
        parent: Element,
        align: Align,
        depth: usize,
    ) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        let mut before: Option<&Content> = None;
        for (at, part) in content.iter().enumerate() {
            if let Some(last) = strips.last_mut() {
                // White belongs to the strip over it, so that it never begins a page.
                last.height += if asks(before) && says(Some(part)) {
                    8.0
                } else {
                    3.0
                };
            }
            before = Some(part);
            let mut set = match part {
                Content::Paragraph { style, runs } => {
                    self.paragraph(runs, *style, place, frame, parent, align)
                }
                Content::List { ordered, items } => {
                    self.list(*ordered, items, place, frame, parent, depth + 1)
                }
                Content::Checkbox { checked, runs } => {
                    self.checkbox(*checked, runs, place, frame, parent)
                }
                Content::Lines { count, label } => self.ruled(*count, label, frame, parent),
                Content::Bar { from, to } => vec![self.bar(*from, *to, frame)],
            };
            if leads_to_room(content, at) || among_boxes(content, at) {
                // A question stays with the room for its answer, and the answers to choose from with each other.
                for strip in &mut set {
                    strip.keep = true;
                }
            }
            strips.extend(set);
        }
        if matches!(before, Some(Content::Lines { .. }))
            && let Some(last) = strips.last_mut()
        {
            // The rule under a row is no line to write on.
            last.height += 8.0;
        }
        strips
    }

    pub(crate) fn list(
        &mut self,
        ordered: bool,
        items: &[Item],
        place: Place,
        frame: Frame,
        parent: Element,
        depth: usize,
    ) -> Vec<Strip> {
        let place = if place == Place::Page {
            Place::Fact
        } else {
            place
        };
        if items.is_empty() {
            return Vec::new();
        }
        let look = looks::paragraph(TextStyle::Body, place);
        let list = self.tree.add(parent, Role::List { ordered });
        let digits = items.len().max(1).ilog10() + 1;
        #[expect(clippy::cast_precision_loss, reason = "a few digits")]
        let indent = if ordered {
            6.0 + (digits as f32 + 1.0) * look.size * 0.58
        } else {
            14.0
        } * self.sheet.scale;
        let inner = if depth <= DEEPEST_INDENT && frame.width > 4.0 * indent {
            self.inset(frame, indent)
        } else {
            frame
        };
        let mut strips: Vec<Strip> = Vec::new();
        for (number, item) in items.iter().enumerate() {
            if let Some(last) = strips.last_mut() {
                last.height += if place == Place::Fact { 4.0 } else { 2.5 };
            }
            let element = self.tree.add(list, Role::Item);
            let label = self.tree.add(element, Role::Label);
            let mark = if ordered {
                format!("{}.", number + 1)
            } else {
                "•".to_owned()
            };
            let mut marker = self.set(
                &[Span {
                    text: mark,
                    ..Span::default()
                }],
                look,
                Frame {
                    x: frame.x,
                    width: frame.width,
                },
                Align::Start,
                label,
            );
            let body = self.tree.add(element, Role::Body);
            let mut content = self.contents(&item.content, place, inner, body, Align::Start, depth);
            match (content.first_mut(), marker.pop()) {
                (Some(first), Some(marker)) => {
                    first.height = first.height.max(marker.height);
                    first.marks.splice(0..0, self.at_start(marker, frame).marks);
                }
                (None, Some(marker)) => content.push(self.at_start(marker, frame)),
                (_, None) => {}
            }
            strips.extend(content);
        }
        strips
    }

    /// Moves a marker to where reading starts.
    pub(crate) fn at_start(&self, mut marker: Strip, frame: Frame) -> Strip {
        if self.setter.rtl {
            for mark in &mut marker.marks {
                if let Drawn::Text(line) = &mark.drawn {
                    let left = line
                        .pieces
                        .iter()
                        .flat_map(|piece| &piece.glyphs)
                        .map(|glyph| glyph.x)
                        .fold(f32::MAX, f32::min);
                    if left < frame.width {
                        mark.x = frame.x + frame.width - line.width - left;
                    }
                }
            }
        }
        marker
    }

    pub(crate) fn checkbox(
        &mut self,
        checked: bool,
        runs: &[Run],
        place: Place,
        frame: Frame,
        parent: Element,
    ) -> Vec<Strip> {
        let place = if place == Place::Page {
            Place::Fact
        } else {
            place
        };
        let look = looks::paragraph(TextStyle::Body, place);
        let element = self.tree.add(parent, Role::Paragraph);
        let mark = self.tree.add(element, Role::Span);
        let words = &self.document.words;
        self.tree.describe(
            mark,
            &clean_line(if checked {
                &words.ticked
            } else {
                &words.unticked
            }),
        );
        let sans = Look {
            serif: false,
            ..look
        };
        let marker = self
            .set(
                &[Span {
                    text: tick(checked).to_string(),
                    ..Span::default()
                }],
                sans,
                frame,
                Align::Start,
                mark,
            )
            .pop();
        let spans = self.spans(runs, element);
        let mut strips = self.set(
            &spans,
            look,
            self.inset(frame, 18.0 * self.sheet.scale),
            Align::Start,
            element,
        );
        if let (Some(first), Some(marker)) = (strips.first_mut(), marker) {
            let baseline = first.marks.first().map_or(0.0, |mark| mark.y);
            let marker = self.at_start(marker, frame);
            first.marks.splice(
                0..0,
                marker.marks.into_iter().map(|mark| Mark {
                    y: baseline,
                    ..mark
                }),
            );
        }
        strips
    }

    pub(crate) fn ruled(
        &mut self,
        count: u16,
        label: &str,
        frame: Frame,
        parent: Element,
    ) -> Vec<Strip> {
        let label = clean_line(label);
        let mut strips = Vec::new();
        if !label.is_empty() {
            let element = self.tree.add(parent, Role::Paragraph);
            strips.extend(self.set(
                &[Span {
                    text: label,
                    ..Span::default()
                }],
                looks::LABEL,
                frame,
                Align::Start,
                element,
            ));
        }
        for strip in &mut strips {
            strip.keep = true;
        }
        let count = count.clamp(1, 200);
        for line in 1..=count {
            // A few lines stay together; a page of them may be split.
            let keep = count <= 8 && line < count;
            strips.push(Strip {
                keep,
                ..Strip::rule(LineStyle::Hairline, frame.x, frame.width, 23.0, 21.0)
            });
        }
        strips
    }

    /// A thick line over a part of a thin one across the frame.
    pub(crate) fn bar(&self, from: u16, to: u16, frame: Frame) -> Strip {
        let part = |thousandths: u16| f32::from(thousandths.min(1000)) / 1000.0 * frame.width;
        let length = (part(to) - part(from)).max(SHORTEST).min(frame.width);
        let start = part(from).min(frame.width - length).max(0.0);
        let x = if self.setter.rtl {
            frame.x + frame.width - start - length
        } else {
            frame.x + start
        };
        let mut strip = Strip::rule(LineStyle::Hairline, frame.x, frame.width, 14.0, 7.0);
        strip.marks.push(Mark {
            x,
            y: 7.0,
            tag: Tag::Layout,
            drawn: Drawn::Line {
                length,
                weight: 6.0,
                ink: Ink::Black,
                dashed: false,
            },
        });
        strip
    }

    pub(crate) fn inset(&self, frame: Frame, by: f32) -> Frame {
        let by = by.min(frame.width / 2.0);
        Frame {
            x: if self.setter.rtl {
                frame.x
            } else {
                frame.x + by
            },
            width: frame.width - by,
        }
    }
}

/// Whether something is room for an answer by hand.
fn asks(content: Option<&Content>) -> bool {
    matches!(
        content,
        Some(Content::Checkbox { .. } | Content::Lines { .. })
    )
}

/// Whether a paragraph is followed by room for an answer; between them may stand a hint, or whose answer it is.
fn leads_to_room(content: &[Content], at: usize) -> bool {
    let after = content.get(at..).unwrap_or_default();
    let words = after.iter().take_while(|part| says(Some(part))).count();
    (1..=3).contains(&words) && asks(after.get(words))
}

/// Whether a box to tick is followed by another one of the same few.
fn among_boxes(content: &[Content], at: usize) -> bool {
    let ticks = |part: &&Content| matches!(part, Content::Checkbox { .. });
    let (before, after) = content.split_at_checked(at).unwrap_or_default();
    let following = after.iter().take_while(ticks).count();
    let run = following + before.iter().rev().take_while(ticks).count();
    following > 1 && run <= MOST_BOXES
}

/// A longer list of boxes may be split over two pages.
const MOST_BOXES: usize = 10;

/// Whether something is words.
fn says(content: Option<&Content>) -> bool {
    matches!(content, Some(Content::Paragraph { .. }))
}
