//! Strips: the horizontal slices that pages are stacked from, and what is drawn on them.

use std::rc::Rc;

use crate::{
    Drawing, LineStyle,
    picture::Pixels,
    tags::{Element, Tag},
    text::{Ink, TextLine},
};

/// Something drawn, in points from the left and the top of its strip; once placed, of its page.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) tag: Tag,
    pub(crate) drawn: Drawn,
}

/// What a mark is.
#[derive(Debug, Clone)]
pub(crate) enum Drawn {
    /// A line of text; the mark's `y` is its baseline.
    Text(TextLine),
    /// A horizontal line of this length and weight.
    Line {
        length: f32,
        weight: f32,
        ink: Ink,
        dashed: bool,
    },
    /// A drawing, scaled to this width and height; the mark's `y` is its top.
    Strokes {
        drawing: Rc<Drawing>,
        width: f32,
        height: f32,
    },
    /// A square of black and white modules with the side of one module; the mark's `y` is its top.
    Modules { modules: Rc<Modules>, side: f32 },
    /// A signature field by its number. Nothing is drawn.
    Field {
        number: usize,
        width: f32,
        height: f32,
    },
    /// A picture of this size in points; the mark's `y` is its upper edge.
    Picture {
        pixels: Rc<Pixels>,
        width: f32,
        height: f32,
    },
}

/// The modules of a QR code: rows from the top, true for black.
pub(crate) type Modules = Vec<Vec<bool>>;

/// A slice that stays whole.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    pub(crate) height: f32,
    pub(crate) marks: Vec<Mark>,
    /// Stays on one page with what follows.
    pub(crate) keep: bool,
    /// The number of the outline entry that begins here.
    pub(crate) entry: Option<usize>,
}

/// What pages are filled with, in order.
#[derive(Debug)]
pub(crate) enum Flow {
    Strip(Strip),
    /// White that falls away at the top of a page; of two in a row the larger one counts.
    Space(f32),
    Grid(Grid),
    /// Stays on one page if one can hold it.
    Together(Vec<Flow>),
    Break,
}

/// Rows of cells that break over pages.
#[derive(Debug)]
pub(crate) struct Grid {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) head: Option<GridRow>,
    pub(crate) rows: Vec<GridRow>,
    /// Hairlines between the rows.
    pub(crate) ruled: bool,
    /// A row up to this part of a page is moved to the next page rather than split.
    pub(crate) whole: f32,
}

/// A row; as high as its highest cell.
#[derive(Debug, Clone)]
pub(crate) struct GridRow {
    pub(crate) cells: Vec<Vec<Strip>>,
    /// White over and under the content.
    pub(crate) pad: f32,
}

impl Strip {
    /// White that stays, inside a cell.
    pub(crate) fn white(height: f32) -> Self {
        Self {
            height,
            keep: true,
            ..Self::default()
        }
    }

    /// A line of text.
    pub(crate) fn text(line: TextLine, x: f32, element: Element) -> Self {
        Self {
            height: line.height,
            marks: vec![Mark {
                x,
                y: line.baseline,
                tag: Tag::Of(element),
                drawn: Drawn::Text(line),
            }],
            ..Self::default()
        }
    }

    /// A rule with white around it.
    pub(crate) fn rule(style: LineStyle, x: f32, length: f32, height: f32, y: f32) -> Self {
        Self {
            height,
            marks: vec![rule(style, x, y, length)],
            ..Self::default()
        }
    }
}

impl GridRow {
    pub(crate) fn height(&self) -> f32 {
        self.cells
            .iter()
            .map(|strips| strips.iter().map(|strip| strip.height).sum::<f32>())
            .fold(0.0, f32::max)
            + 2.0 * self.pad
    }
}

/// A rule as a mark.
pub(crate) fn rule(style: LineStyle, x: f32, y: f32, length: f32) -> Mark {
    let (weight, ink, dashed) = match style {
        LineStyle::Hairline => (0.5, Ink::Faint, false),
        LineStyle::Solid => (1.4, Ink::Black, false),
        LineStyle::Dashed => (1.4, Ink::Black, true),
    };
    Mark {
        x,
        y,
        tag: Tag::Layout,
        drawn: Drawn::Line {
            length,
            weight,
            ink,
            dashed,
        },
    }
}
