//! What stands in columns: tables and facts.

use crate::{
    Align, Cell, Fact, Table, TextStyle,
    clean::clean_line,
    compose::{Composer, Frame},
    looks::{self, Place},
    strip::{Flow, Grid, GridRow, Strip},
    tags::{Element, Role, Tree},
    text::Span,
};

/// Between columns.
const GUTTER: f32 = 14.0;

impl Composer<'_, '_> {
    pub(crate) fn table(&mut self, table: &Table, frame: Frame, flow: &mut Vec<Flow>) {
        let shown = table
            .rows
            .iter()
            .map(|row| row.cells.len())
            .chain([table.head.len()])
            .max()
            .unwrap_or(0)
            .clamp(1, 40);
        let columns: Vec<(f32, Align)> = if table.columns.is_empty() {
            vec![(1.0, Align::Start); shown]
        } else {
            table
                .columns
                .iter()
                .map(|column| (f32::from(column.share.max(1)), column.align))
                .collect()
        };
        let frames = self.frames(
            frame,
            &columns.iter().map(|(share, _)| *share).collect::<Vec<_>>(),
        );
        let element = self.tree.add(Tree::ROOT, Role::Table);
        let caption = clean_line(&table.caption);
        flow.push(Flow::Space(6.0));
        if !caption.is_empty() {
            let element = self.tree.add(element, Role::Caption);
            let strips = self.set(
                &[Span {
                    text: caption,
                    ..Span::default()
                }],
                looks::CAPTION,
                frame,
                Align::Start,
                element,
            );
            flow.extend(strips.into_iter().map(|strip| {
                Flow::Strip(Strip {
                    keep: true,
                    ..strip
                })
            }));
            flow.push(Flow::Space(3.0));
        }
        let head = (!table.head.is_empty()).then(|| {
            let part = self.tree.add(element, Role::TableHead);
            self.row(&table.head, &frames, &columns, part, |_| Role::ColumnHead)
        });
        let body = self.tree.add(element, Role::TableBody);
        let heads = table.row_heads;
        let rows = table
            .rows
            .iter()
            .map(|row| {
                self.row(&row.cells, &frames, &columns, body, |column| {
                    if heads && column == 0 {
                        Role::RowHead
                    } else {
                        Role::Cell
                    }
                })
            })
            .collect();
        flow.push(Flow::Grid(Grid {
            x: frame.x,
            width: frame.width,
            head,
            rows,
            ruled: true,
            whole: 0.3,
        }));
        flow.push(Flow::Space(14.0));
    }

    pub(crate) fn row(
        &mut self,
        cells: &[Cell],
        frames: &[Frame],
        columns: &[(f32, Align)],
        parent: Element,
        role: impl Fn(usize) -> Role,
    ) -> GridRow {
        let element = self.tree.add(parent, Role::Row);
        let mut set = Vec::new();
        for (column, (frame, (_, align))) in frames.iter().zip(columns).enumerate() {
            let role = role(column);
            let own = self.tree.add(element, role);
            let place = if role == Role::Cell {
                Place::Cell
            } else {
                Place::Head
            };
            let mut strips = cells
                .get(column)
                .map(|cell| self.contents(&cell.content, place, *frame, own, *align, 0))
                .unwrap_or_default();
            if column + 1 == frames.len() {
                for cell in cells.iter().skip(frames.len()) {
                    strips.extend(self.contents(&cell.content, place, *frame, own, *align, 0));
                }
            }
            set.push(strips);
        }
        stand_on_one_line(&mut set);
        GridRow {
            cells: set,
            pad: 4.5,
        }
    }

    pub(crate) fn facts(&mut self, facts: &[Fact], frame: Frame, flow: &mut Vec<Flow>) {
        if facts.is_empty() {
            return;
        }
        let frames = self.frames(frame, &[28.0, 72.0]);
        let (Some(left), Some(right)) = (frames.first(), frames.get(1)) else {
            return;
        };
        let list = self.tree.add(Tree::ROOT, Role::List { ordered: false });
        let mut rows = Vec::new();
        for fact in facts {
            let item = self.tree.add(list, Role::Item);
            let label = self.tree.add(item, Role::Label);
            let cell = self.set(
                &[Span {
                    text: clean_line(&fact.label),
                    ..Span::default()
                }],
                looks::LABEL,
                *left,
                Align::Start,
                label,
            );
            let body = self.tree.add(item, Role::Body);
            let value = self.paragraph(
                &fact.value,
                TextStyle::Body,
                Place::Fact,
                *right,
                body,
                Align::Start,
            );
            let mut cells = vec![cell, value];
            stand_on_one_line(&mut cells);
            rows.push(GridRow { cells, pad: 1.5 });
        }
        flow.push(Flow::Grid(Grid {
            x: frame.x,
            width: frame.width,
            head: None,
            rows,
            ruled: false,
            whole: 0.3,
        }));
        flow.push(Flow::Space(14.0));
    }

    /// The columns of these shares, from where reading starts.
    pub(crate) fn frames(&self, frame: Frame, shares: &[f32]) -> Vec<Frame> {
        let total: f32 = shares.iter().sum::<f32>().max(1.0);
        #[expect(clippy::cast_precision_loss, reason = "a few columns")]
        let gaps = shares.len().saturating_sub(1) as f32;
        let gutter = GUTTER.min(frame.width / (gaps + 1.0) / 4.0);
        let room = frame.width - gutter * gaps;
        let mut x = 0.0;
        shares
            .iter()
            .map(|share| {
                let width = room * share / total;
                let start = x;
                x += width + gutter;
                Frame {
                    x: if self.setter.rtl {
                        frame.x + frame.width - start - width
                    } else {
                        frame.x + start
                    },
                    width,
                }
            })
            .collect()
    }
}

/// Lowers the first lines of a row's cells to the lowest of their baselines.
fn stand_on_one_line(cells: &mut [Vec<Strip>]) {
    let baseline = |strips: &[Strip]| {
        strips
            .first()
            .and_then(|strip| strip.marks.first())
            .map_or(0.0, |mark| mark.y)
    };
    let lowest = cells
        .iter()
        .map(|strips| baseline(strips))
        .fold(0.0, f32::max);
    for strips in cells {
        let lower = lowest - baseline(strips);
        // A large difference is a drawn line or a far larger text; those stand as they are.
        if let Some(first) = strips.first_mut().filter(|_| lower < 6.0) {
            first.height += lower;
            for mark in &mut first.marks {
                mark.y += lower;
            }
        }
    }
}
