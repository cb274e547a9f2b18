//! Drawn signatures and QR codes into PDF operators, and where fields stand.

use printpdf::{
    Line, LineCapStyle, LineJoinStyle, LinePoint, Op, PaintMode, Polygon, PolygonRing, Pt,
    WindingOrder,
};

use crate::{
    Drawing, Stroke,
    looks::Sheet,
    strip::{Drawn, Mark, Modules},
    tags::{Bounds, Tag, Tree},
    text::Ink,
    write::{grey, hundredths, point},
};

/// The weight of a drawn signature: that of a fine pen.
const PEN: f32 = 1.2;

/// A rectangle of the page: its upper left corner from the page's lower left one, in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    left: f32,
    top: f32,
    width: f32,
    height: f32,
}

impl Place {
    pub(crate) fn of(mark: &Mark, width: f32, height: f32, sheet: Sheet) -> Self {
        Self {
            left: mark.x,
            top: sheet.height - mark.y,
            width,
            height,
        }
    }

    fn bounds(self) -> Bounds {
        [
            self.left,
            self.top - self.height,
            self.left + self.width,
            self.top,
        ]
        .map(hundredths)
    }
}

/// Tells the tree where a figure stands.
pub(crate) fn bound(tree: &mut Tree, tag: Tag, place: Place) {
    if let Tag::Of(element) = tag {
        tree.place(element, place.bounds());
    }
}

/// The field that a mark is, and its place on the page; no field reaches over the page's edge.
pub(crate) fn place_field(mark: &Mark, sheet: Sheet) -> Option<(usize, Bounds)> {
    let Drawn::Field {
        number,
        width,
        height,
    } = mark.drawn
    else {
        return None;
    };
    let [left, bottom, right, top] = Place::of(mark, width, height, sheet).bounds();
    Some((number, [left, bottom.max(0.0), right, top]))
}

/// Draws the strokes as smooth lines through their points.
pub(crate) fn draw_strokes(drawing: &Drawing, place: Place, ops: &mut Vec<Op>) {
    ops.extend([
        Op::SaveGraphicsState,
        Op::SetOutlineColor {
            col: grey(Ink::Black),
        },
        Op::SetOutlineThickness { pt: Pt(PEN) },
        Op::SetLineCapStyle {
            cap: LineCapStyle::Round,
        },
        Op::SetLineJoinStyle {
            join: LineJoinStyle::Round,
        },
    ]);
    for stroke in &drawing.strokes {
        let points = smooth(&placed(stroke, drawing, place));
        if !points.is_empty() {
            ops.push(Op::DrawLine {
                line: Line {
                    points,
                    is_closed: false,
                },
            });
        }
    }
    ops.push(Op::RestoreGraphicsState);
}

/// The points of a stroke on the page.
fn placed(stroke: &Stroke, drawing: &Drawing, place: Place) -> Vec<(f32, f32)> {
    #[expect(clippy::cast_precision_loss, reason = "the size of a picture")]
    let part = |at: i32, whole: u32| {
        let whole = whole.max(1) as f32;
        (at as f32).clamp(0.0, whole) / whole
    };
    // The pen has a width of its own, and stays inside with it.
    let edge = PEN / 2.0;
    let mut points: Vec<(f32, f32)> = stroke
        .points
        .iter()
        .map(|(x, y)| {
            (
                place.left + edge + part(*x, drawing.width) * (place.width - PEN),
                place.top - edge - part(*y, drawing.height) * (place.height - PEN),
            )
        })
        .collect();
    points.dedup();
    points
}

/// A curve through the points (Catmull and Rom's, as Bezier segments). A single point becomes a dot.
fn smooth(points: &[(f32, f32)]) -> Vec<LinePoint> {
    let Some(first) = points.first() else {
        return Vec::new();
    };
    let mut line = vec![point(first.0, first.1)];
    if points.len() == 1 {
        line.push(point(first.0, first.1));
        return line;
    }
    for (number, pair) in points.windows(2).enumerate() {
        let [from, to] = pair else { continue };
        let before = number
            .checked_sub(1)
            .and_then(|number| points.get(number))
            .unwrap_or(from);
        let after = points.get(number + 2).unwrap_or(to);
        let handle = |x: f32, y: f32| LinePoint {
            bezier: true,
            ..point(x, y)
        };
        line.push(handle(
            from.0 + (to.0 - before.0) / 6.0,
            from.1 + (to.1 - before.1) / 6.0,
        ));
        line.push(handle(
            to.0 - (after.0 - from.0) / 6.0,
            to.1 - (after.1 - from.1) / 6.0,
        ));
        line.push(point(to.0, to.1));
    }
    line
}

/// Draws the black modules, neighbours in a row as one rectangle.
pub(crate) fn draw_modules(modules: &Modules, side: f32, place: Place, ops: &mut Vec<Op>) {
    let mut rings = Vec::new();
    let mut top = place.top;
    for row in modules {
        let mut left = place.left;
        for run in row.chunk_by(|a, b| a == b) {
            #[expect(clippy::cast_precision_loss, reason = "at most 177 modules")]
            let right = left + run.len() as f32 * side;
            if run.first() == Some(&true) {
                rings.push(PolygonRing {
                    points: vec![
                        point(left, top),
                        point(right, top),
                        point(right, top - side),
                        point(left, top - side),
                    ],
                });
            }
            left = right;
        }
        top -= side;
    }
    ops.push(Op::SetFillColor {
        col: grey(Ink::Black),
    });
    ops.push(Op::DrawPolygon {
        polygon: Polygon {
            rings,
            mode: PaintMode::Fill,
            winding_order: WindingOrder::NonZero,
        },
    });
}
