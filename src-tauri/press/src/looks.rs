//! The typography: sizes, leading and white, in points. Serif for what people wrote, sans for what frames it.

use crate::{
    Document, Orientation, Paper, TextStyle,
    text::{Ink, Look},
};

const MM: f32 = 72.0 / 25.4;

/// The sheet and the part of it that is filled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sheet {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// On every side: 22 mm, on A5 14 mm.
    pub(crate) margin: f32,
    /// Text sizes are multiplied by this.
    pub(crate) scale: f32,
}

impl Sheet {
    pub(crate) fn of(document: &Document) -> Self {
        let (width, height, margin, scale) = match document.paper {
            Paper::A4 => (210.0 * MM, 297.0 * MM, 22.0 * MM, 1.0),
            Paper::Letter => (612.0, 792.0, 22.0 * MM, 1.0),
            Paper::A5 => (148.0 * MM, 210.0 * MM, 14.0 * MM, 0.88),
        };
        match document.orientation {
            Orientation::Portrait => Self {
                width,
                height,
                margin,
                scale,
            },
            Orientation::Landscape => Self {
                width: height,
                height: width,
                margin,
                scale,
            },
        }
    }
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Page,
    /// The value beside a label.
    Fact,
    Cell,
    /// A head cell or a row's heading.
    Head,
}

const fn look(serif: bool, bold: bool, size: f32, leading: f32, ink: Ink) -> Look {
    Look {
        serif,
        bold,
        settled: true,
        size,
        leading,
        ink,
    }
}

pub(crate) const TITLE: Look = look(false, true, 25.0, 1.15, Ink::Black);
pub(crate) const UNDER_TITLE: Look = look(false, false, 12.0, 1.4, Ink::Grey);
pub(crate) const CAPTION: Look = look(false, true, 9.5, 1.4, Ink::Black);
pub(crate) const LABEL: Look = look(false, false, 9.0, 1.4, Ink::Grey);
pub(crate) const SMALL_LABEL: Look = look(false, false, 8.0, 1.4, Ink::Grey);
pub(crate) const DETAIL: Look = look(false, false, 8.0, 1.4, Ink::Black);
pub(crate) const ROLE: Look = look(false, true, 9.0, 1.4, Ink::Grey);
pub(crate) const NAME: Look = look(true, false, 12.5, 1.35, Ink::Black);
pub(crate) const RUNNING: Look = look(false, false, 8.0, 1.3, Ink::Grey);
pub(crate) const DRAFT: Look = look(false, true, 8.0, 1.3, Ink::Black);

/// The look of a paragraph.
pub(crate) fn paragraph(style: TextStyle, place: Place) -> Look {
    let look = text(style, place);
    Look {
        settled: place != Place::Page,
        ..look
    }
}

fn text(style: TextStyle, place: Place) -> Look {
    match (place, style) {
        (Place::Page | Place::Fact, TextStyle::Body) => look(true, false, 11.0, 1.45, Ink::Black),
        (Place::Page | Place::Fact, TextStyle::Lead) => look(true, false, 12.5, 1.45, Ink::Black),
        (Place::Page | Place::Fact, TextStyle::Small) => look(true, false, 9.5, 1.4, Ink::Black),
        (Place::Page | Place::Fact, TextStyle::Guidance) => {
            look(false, false, 9.0, 1.42, Ink::Grey)
        }
        (Place::Cell, TextStyle::Body) => look(true, false, 10.0, 1.4, Ink::Black),
        (Place::Cell, TextStyle::Lead) => look(true, false, 11.0, 1.4, Ink::Black),
        (Place::Cell, TextStyle::Small) => look(true, false, 9.0, 1.4, Ink::Black),
        (Place::Cell | Place::Head, TextStyle::Guidance) => look(false, false, 8.5, 1.4, Ink::Grey),
        (Place::Head, TextStyle::Body | TextStyle::Lead | TextStyle::Small) => {
            look(false, true, 9.0, 1.4, Ink::Black)
        }
    }
}

/// The look of a heading, and the white over and under it.
pub(crate) fn heading(level: u8) -> (Look, f32, f32) {
    match level {
        0 | 1 => (look(false, true, 17.0, 1.25, Ink::Black), 26.0, 9.0),
        2 => (look(false, true, 13.0, 1.3, Ink::Black), 19.0, 6.0),
        3 => (look(false, true, 11.0, 1.35, Ink::Black), 14.0, 4.0),
        _ => (look(false, true, 9.5, 1.4, Ink::Grey), 11.0, 3.0),
    }
}

/// White after a paragraph.
pub(crate) fn after(style: TextStyle) -> f32 {
    match style {
        TextStyle::Body => 7.0,
        TextStyle::Lead => 9.0,
        TextStyle::Small | TextStyle::Guidance => 6.0,
    }
}
