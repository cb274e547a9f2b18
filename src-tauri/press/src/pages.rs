//! Strips onto pages: keeps what belongs together, repeats table heads, splits what no page can hold.

use crate::{
    LineStyle,
    strip::{Drawn, Flow, Grid, GridRow, Mark, Strip, rule},
    tags::Tag,
    text::Ink,
};

/// The part of the page that content may fill, in points from its top.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

/// Filled pages, and where each outline entry begins (page from 0, points from the top).
#[derive(Debug, Default)]
pub(crate) struct Pages {
    pub(crate) pages: Vec<Vec<Mark>>,
    pub(crate) entries: Vec<(usize, f32)>,
}

/// Fills pages with the flow. There is always at least one page.
pub(crate) fn fill(flow: Vec<Flow>, area: Area, entries: usize) -> Pages {
    let mut pager = Pager {
        area,
        y: area.top,
        space: 0.0,
        done: Pages {
            pages: vec![Vec::new()],
            entries: vec![(0, area.top); entries],
        },
    };
    pager.all(flow);
    pager.done
}

struct Pager {
    area: Area,
    y: f32,
    /// White that is owed before the next strip.
    space: f32,
    done: Pages,
}

/// Room for rounding: sums of many heights are not exact.
const SLACK: f32 = 0.01;

impl Pager {
    fn height(&self) -> f32 {
        self.area.bottom - self.area.top
    }

    fn at_top(&self) -> bool {
        self.y <= self.area.top
    }

    fn fits(&self, height: f32) -> bool {
        let space = if self.at_top() { 0.0 } else { self.space };
        self.y + space + height <= self.area.bottom + SLACK
    }

    fn turn(&mut self) {
        self.done.pages.push(Vec::new());
        self.y = self.area.top;
        self.space = 0.0;
    }

    fn all(&mut self, flow: Vec<Flow>) {
        // From the end, so that each part can be taken out and what follows it still be looked at.
        let mut rest: Vec<Flow> = flow;
        rest.reverse();
        while let Some(part) = rest.pop() {
            match part {
                Flow::Space(height) => self.space = self.space.max(height),
                Flow::Break => {
                    if !self.at_top() {
                        self.turn();
                    }
                }
                Flow::Strip(strip) => {
                    let need = strip.height
                        + if strip.keep {
                            self.need(rest.iter().rev())
                        } else {
                            0.0
                        };
                    if !self.fits(need) && need <= self.height() + SLACK || !self.fits(strip.height)
                    {
                        self.leave();
                    }
                    self.place(strip);
                }
                Flow::Grid(grid) => self.grid(grid),
                Flow::Together(flow) => {
                    let height = whole(&flow);
                    if !self.fits(height) && height <= self.height() + SLACK {
                        self.leave();
                    }
                    rest.extend(flow.into_iter().rev());
                }
            }
        }
    }

    /// Starts a new page unless this one is still empty.
    fn leave(&mut self) {
        if !self.at_top() {
            self.turn();
        }
    }

    /// How much of what follows must stand on the same page as what is kept with it.
    fn need<'a>(&self, rest: impl Iterator<Item = &'a Flow>) -> f32 {
        let mut need = 0.0;
        for part in rest {
            if need > self.height() {
                break;
            }
            match part {
                Flow::Space(height) => need += height,
                Flow::Break => break,
                Flow::Strip(strip) => {
                    need += strip.height;
                    if !strip.keep {
                        break;
                    }
                }
                Flow::Grid(grid) => {
                    need += self.least(grid);
                    break;
                }
                Flow::Together(flow) => {
                    let height = whole(flow);
                    need += if need + height <= self.height() {
                        height
                    } else {
                        self.need(flow.iter())
                    };
                    break;
                }
            }
        }
        need
    }

    fn place(&mut self, strip: Strip) {
        if !self.at_top() {
            self.y += self.space;
        }
        self.space = 0.0;
        if let Some(entry) = strip
            .entry
            .and_then(|entry| self.done.entries.get_mut(entry))
        {
            *entry = (self.done.pages.len() - 1, self.y);
        }
        let y = self.y;
        self.draw(strip.marks, y);
        self.y += strip.height;
    }

    fn draw(&mut self, marks: Vec<Mark>, y: f32) {
        if let Some(page) = self.done.pages.last_mut() {
            page.extend(marks.into_iter().map(|mark| Mark {
                y: mark.y + y,
                ..mark
            }));
        }
    }

    /// The least of a grid that makes sense on a page.
    fn least(&self, grid: &Grid) -> f32 {
        let head = grid.head.as_ref().map_or(0.0, GridRow::height);
        let row = grid.rows.first().map_or(0.0, |row| {
            let height = row.height();
            if height <= self.height() * grid.whole {
                height
            } else {
                row.cells
                    .iter()
                    .map(|cell| chain(cell).1)
                    .fold(0.0, f32::max)
                    + 2.0 * row.pad
            }
        });
        head + row
    }

    fn grid(&mut self, mut grid: Grid) {
        let least = self.least(&grid);
        if !self.fits(least) && least <= self.height() {
            self.leave();
        }
        if !self.at_top() {
            self.y += self.space;
        }
        self.space = 0.0;
        // A head that fills half a page is no head to repeat; it stands once, like a row.
        let head = grid.head.take();
        let mut repeated = None;
        if let Some(row) = head {
            let repeats = row.height() <= self.height() / 2.0;
            if repeats {
                repeated = Some(silent(&row));
            }
            self.row(row, &grid, None);
            self.line(&grid, 0.9, Ink::Black);
        }
        let rows = std::mem::take(&mut grid.rows);
        for row in rows {
            self.row(row, &grid, repeated.as_ref());
            if grid.ruled {
                self.line(&grid, 0.4, Ink::Faint);
            }
        }
    }

    fn line(&mut self, grid: &Grid, weight: f32, ink: Ink) {
        let mark = Mark {
            drawn: Drawn::Line {
                length: grid.width,
                weight,
                ink,
                dashed: false,
            },
            ..rule(LineStyle::Hairline, grid.x, 0.0, grid.width)
        };
        let y = self.y;
        self.draw(vec![mark], y);
    }

    /// Turns the page inside a grid and repeats its head.
    fn turn_grid(&mut self, grid: &Grid, head: Option<&GridRow>) {
        self.turn();
        if let Some(head) = head {
            let height = head.height();
            let y = self.y + head.pad;
            for cell in &head.cells {
                let mut y = y;
                for strip in cell {
                    self.draw(strip.marks.clone(), y);
                    y += strip.height;
                }
            }
            self.y += height;
            self.line(grid, 0.9, Ink::Black);
        }
    }

    /// Whether each cell of a row can begin on this page, or could not on any.
    fn begins(&self, row: &GridRow, head_height: f32) -> bool {
        let room = self.area.bottom - self.y - 2.0 * row.pad + SLACK;
        let most = self.height() - head_height - 2.0 * row.pad;
        row.cells.iter().all(|cell| {
            let (_, first) = chain(cell);
            first <= room || first > most
        })
    }

    fn row(&mut self, row: GridRow, grid: &Grid, head: Option<&GridRow>) {
        let head_height = head.map_or(0.0, GridRow::height);
        let start = self.area.top + head_height + SLACK;
        let height = row.height();
        let room = |y: f32, bottom: f32| bottom - y + SLACK;
        if height > room(self.y, self.area.bottom)
            && height <= (self.height() - head_height) * grid.whole
            && self.y > start
        {
            self.turn_grid(grid, head);
        } else if self.y > start && !self.begins(&row, head_height) {
            // A heading at the foot of a page, with all that belongs to it on the next, helps nobody.
            self.turn_grid(grid, head);
        }
        let mut cells: Vec<_> = row.cells.into_iter().map(|cell| cell.into_iter()).collect();
        // Where the row is split, each page takes from every cell what fits, in units that stay together.
        loop {
            let fresh = self.y <= start;
            let top = self.y + row.pad;
            let bottom = self.area.bottom - row.pad;
            let mut deepest = top;
            let mut taken = false;
            let mut left = false;
            for cell in &mut cells {
                let mut y = top;
                let mut force = fresh;
                let mut strips: Vec<Strip> = cell.by_ref().collect();
                let mut placed = 0;
                while let Some(rest) = strips.get(placed..).filter(|rest| !rest.is_empty()) {
                    let (count, height) = chain(rest);
                    if y + height <= bottom + SLACK {
                        placed += count;
                        y += height;
                        force = false;
                    } else if force
                        || height > self.height() - head_height - 2.0 * row.pad && y < bottom
                    {
                        // No page can hold it: strip by strip, at least one on a fresh page.
                        let Some(first) = rest.first() else { break };
                        if y + first.height > bottom + SLACK && !force {
                            break;
                        }
                        placed += 1;
                        y += first.height;
                        force = false;
                    } else {
                        break;
                    }
                }
                let remainder = strips.split_off(placed.min(strips.len()));
                let mut at = top;
                for strip in strips {
                    taken = true;
                    let height = strip.height;
                    self.draw(strip.marks, at);
                    at += height;
                }
                deepest = deepest.max(at);
                left |= !remainder.is_empty();
                *cell = remainder.into_iter();
            }
            if !left {
                self.y = deepest + row.pad;
                return;
            }
            if taken {
                self.y = deepest + row.pad;
                if grid.ruled {
                    self.line(grid, 0.4, Ink::Faint);
                }
            }
            self.turn_grid(grid, head);
        }
    }
}

/// How many strips at the beginning stay together, and how high they are.
fn chain(strips: &[Strip]) -> (usize, f32) {
    let mut height = 0.0;
    for (number, strip) in strips.iter().enumerate() {
        height += strip.height;
        if !strip.keep {
            return (number + 1, height);
        }
    }
    (strips.len(), height)
}

fn whole(flow: &[Flow]) -> f32 {
    let mut height = 0.0;
    let mut space = 0.0_f32;
    for part in flow {
        match part {
            Flow::Space(white) => space = space.max(*white),
            Flow::Break => {}
            Flow::Strip(strip) => height += std::mem::take(&mut space) + strip.height,
            Flow::Grid(grid) => {
                height += std::mem::take(&mut space)
                    + grid
                        .head
                        .iter()
                        .chain(&grid.rows)
                        .map(GridRow::height)
                        .sum::<f32>();
            }
            Flow::Together(inner) => height += std::mem::take(&mut space) + whole(inner),
        }
    }
    height
}

/// The head as it is repeated: seen, and not said again.
fn silent(row: &GridRow) -> GridRow {
    let mut row = row.clone();
    for mark in row
        .cells
        .iter_mut()
        .flatten()
        .flat_map(|strip| &mut strip.marks)
    {
        mark.tag = Tag::Layout;
    }
    row
}
