//! Reads set lines back from parley: words and spaces, their glyphs, and what the glyphs stand for.

use std::{collections::BTreeSet, ops::Range};

use parley::{Cluster, Layout, PositionedLayoutItem};

use crate::{
    breaks::BREAK,
    clean::{ignorable, private},
    fonts::{Fonts, shows},
    text::{Ink, Piece, PlacedGlyph, Says, Span, SpanNumber, TextLine},
};

/// A text that was set, with what was set in place of what.
pub(crate) struct Page<'a> {
    /// As it was set.
    pub(crate) text: &'a str,
    pub(crate) spans: &'a [Span],
    pub(crate) ink: Ink,
    /// The boxes by their byte in the text, each with the character that it stands for.
    pub(crate) originals: &'a [(usize, char)],
}

/// The piece that is being read: whether it is white, its span, and its part of the text.
type Open = (bool, usize, Range<usize>);

impl Page<'_> {
    /// Adds the lines of a layout.
    pub(crate) fn read(
        &self,
        layout: &Layout<SpanNumber>,
        fonts: &mut Fonts,
        lines: &mut Vec<TextLine>,
    ) {
        for line in layout.lines() {
            let metrics = line.metrics();
            let mut pen = metrics.offset + metrics.inline_min_coord;
            let mut set = TextLine {
                height: metrics.line_height,
                baseline: metrics.baseline - metrics.block_min_coord,
                width: metrics.advance - metrics.hanging_advance,
                pieces: Vec::new(),
            };
            for run in line.runs() {
                let font = run.font();
                let face = fonts.face(&font.data, font.index);
                let mut open: Option<Open> = None;
                for cluster in run.visual_clusters() {
                    let range = cluster.text_range();
                    let says = self.text.get(range.clone()).unwrap_or_default();
                    let white = says.chars().all(|c| c == ' ' || c == '\u{a0}');
                    let span = cluster.style().brush.0;
                    match &mut open {
                        Some((was_white, was_span, whole))
                            if *was_white == white && *was_span == span =>
                        {
                            whole.start = whole.start.min(range.start);
                            whole.end = whole.end.max(range.end);
                        }
                        _ => {
                            self.close(&mut set, open.take());
                            set.pieces.push(self.piece(face, run.font_size(), span));
                            open = Some((white, span, range.clone()));
                        }
                    }
                    let Some(piece) = set.pieces.last_mut() else {
                        continue;
                    };
                    if says.chars().all(ignorable) {
                        pen += cluster.glyphs().map(|glyph| glyph.advance).sum::<f32>();
                    } else {
                        self.glyphs(&cluster, says, piece, &mut pen);
                    }
                }
                self.close(&mut set, open);
            }
            set.pieces.retain(|piece| !piece.glyphs.is_empty());
            lines.push(set);
        }
    }

    fn piece(&self, face: usize, size: f32, span: usize) -> Piece {
        let span = self.spans.get(span);
        Piece {
            face,
            size,
            ink: if span.is_some_and(|span| span.grey) {
                Ink::Grey
            } else {
                self.ink
            },
            language: span.and_then(|span| span.language.clone()),
            glyphs: Vec::new(),
            text: String::new(),
            told: false,
        }
    }

    /// Adds a cluster's glyphs to its piece. A piece whose glyphs do not stand for its characters one by one must be told.
    fn glyphs(
        &self,
        cluster: &Cluster<'_, SpanNumber>,
        says: &str,
        piece: &mut Piece,
        pen: &mut f32,
    ) {
        let count = cluster.glyphs().count();
        // A ligature's later parts have no glyphs of their own; its first part stands for all of them.
        let ligature = cluster.is_ligature_start();
        let all = if ligature {
            self.ligature(cluster)
        } else {
            says
        };
        let mut own = all.chars().filter(|c| !ignorable(*c));
        let first = own.next();
        let single = own.next().is_none();
        piece.told |= count != 1 && !(count == 0 && cluster.is_ligature_continuation());
        // PDF/A: what a private character means must be said beside it.
        piece.told |= all.chars().any(|c| ignorable(c) || private(c));
        for (number, glyph) in cluster.glyphs().enumerate() {
            if glyph.id != 0 {
                let says = match first {
                    Some(c) if single => Says::Character(c),
                    _ if count == 1 => Says::Text(all.chars().filter(|c| !ignorable(*c)).collect()),
                    _ => {
                        let nth = all.chars().filter(|c| !ignorable(*c)).nth(number);
                        Says::Character(nth.or(first).unwrap_or('\u{fffd}'))
                    }
                };
                let id = u16::try_from(glyph.id).unwrap_or(0);
                piece.glyphs.push(PlacedGlyph {
                    id,
                    x: *pen + glyph.x,
                    y: -glyph.y,
                    says,
                });
            }
            *pen += glyph.advance;
        }
    }

    /// The text of all parts of the ligature that begins with this cluster.
    fn ligature(&self, cluster: &Cluster<'_, SpanNumber>) -> &str {
        let start = cluster.text_range().start;
        let mut end = cluster.text_range().end;
        let mut next = cluster.next_logical();
        while let Some(part) = next.filter(Cluster::is_ligature_continuation) {
            end = part.text_range().end;
            next = part.next_logical();
        }
        self.text.get(start..end).unwrap_or_default()
    }

    /// Gives the last piece its text, with the characters that boxes stand for.
    fn close(&self, line: &mut TextLine, open: Option<Open>) {
        let (Some((_, _, range)), Some(piece)) = (open, line.pieces.last_mut()) else {
            return;
        };
        let shown = self.text.get(range.clone()).unwrap_or_default();
        let first = self.originals.partition_point(|(at, _)| *at < range.start);
        let mut replaced = self
            .originals
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|(at, _)| *at < range.end)
            .peekable();
        piece.told |= replaced.peek().is_some();
        for (at, c) in shown.char_indices() {
            match replaced.peek() {
                Some((place, original)) if *place == range.start + at => {
                    piece.text.push(*original);
                    replaced.next();
                }
                _ if c == '\n' || c == BREAK => {}
                _ => piece.text.push(c),
            }
        }
    }
}

/// Where the text has no glyph, by byte of the character.
pub(crate) fn holes(layout: &Layout<SpanNumber>, text: &str) -> BTreeSet<usize> {
    let mut holes = BTreeSet::new();
    for line in layout.lines() {
        // Most lines have none, and the glyphs alone tell so.
        let whole = line.items().all(|item| match item {
            PositionedLayoutItem::GlyphRun(run) => run.glyphs().all(|glyph| glyph.id != 0),
            PositionedLayoutItem::InlineBox(_) => true,
        });
        if whole {
            continue;
        }
        for run in line.runs() {
            let font = run.font();
            for cluster in run
                .clusters()
                .filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0))
            {
                let range = cluster.text_range();
                let says = text.get(range.clone()).unwrap_or_default();
                let own = says.char_indices().filter(|(_, c)| !ignorable(*c));
                // Of a base and its marks, only what the chosen font lacks; the rest may well be shown.
                let lacking: Vec<_> = own
                    .clone()
                    .filter(|(_, c)| !shows(&font.data, font.index, *c))
                    .collect();
                if lacking.is_empty() {
                    holes.extend(own.map(|(at, _)| range.start + at));
                } else {
                    holes.extend(lacking.into_iter().map(|(at, _)| range.start + at));
                }
            }
        }
    }
    holes
}
