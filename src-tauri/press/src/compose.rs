//! Blocks into strips: sets every text, builds the structure tree, and leaves the pages to [`crate::pages`].

use std::rc::Rc;

use crate::{
    Align, Block, Content, Document, Fact, Item, Run, SignatureBox, Table, TextStyle,
    clean::{clean, clean_line},
    language,
    looks::{self, Place, Sheet},
    strip::{Flow, Grid, GridRow, Strip, rule},
    survey::tick,
    tags::{Element, Role, Tree},
    text::{Ink, Look, Setter, Span, TextLine},
};

/// A heading as the outline shows it.
#[derive(Debug)]
pub(crate) struct Entry {
    /// From 1; never more than one deeper than the entry before.
    pub(crate) level: u8,
    pub(crate) title: String,
}

/// A column of the page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) x: f32,
    pub(crate) width: f32,
}

/// Turns blocks into strips.
pub(crate) struct Composer<'a, 'b> {
    pub(crate) setter: &'a mut Setter<'b>,
    pub(crate) document: &'a Document,
    pub(crate) sheet: Sheet,
    pub(crate) tree: Tree,
    pub(crate) entries: Vec<Entry>,
    titled: bool,
    heading: u8,
}

/// Two boxes to sign in stand side by side from this width on.
const TWO_BOXES: f32 = 300.0;
/// Between columns.
const GUTTER: f32 = 14.0;
/// Lists deeper than this are not indented further.
const DEEPEST_INDENT: usize = 6;

impl<'a, 'b> Composer<'a, 'b> {
    pub(crate) fn new(setter: &'a mut Setter<'b>, document: &'a Document, sheet: Sheet) -> Self {
        Self {
            setter,
            document,
            sheet,
            tree: Tree::new(),
            entries: Vec::new(),
            titled: false,
            heading: 0,
        }
    }

    /// All blocks of the document.
    pub(crate) fn compose(&mut self) -> Vec<Flow> {
        let frame = Frame {
            x: self.sheet.margin,
            width: self.sheet.width - 2.0 * self.sheet.margin,
        };
        let document = self.document;
        self.blocks(&document.blocks, frame)
    }

    fn blocks(&mut self, blocks: &[Block], frame: Frame) -> Vec<Flow> {
        let mut flow = Vec::new();
        for block in blocks {
            self.block(block, frame, &mut flow);
        }
        flow
    }

    fn block(&mut self, block: &Block, frame: Frame, flow: &mut Vec<Flow>) {
        let root = Tree::ROOT;
        match block {
            Block::Title { text, under } => self.title(text, under, frame, flow),
            Block::Heading {
                level,
                number,
                text,
            } => self.heading(*level, number.as_deref(), text, frame, flow),
            Block::Paragraph { style, runs } => {
                let strips = self.paragraph(runs, *style, Place::Page, frame, root, Align::Start);
                flow.extend(strips.into_iter().map(Flow::Strip));
                flow.push(Flow::Space(looks::after(*style) * self.sheet.scale));
            }
            Block::List { ordered, items } => {
                let strips = self.list(*ordered, items, Place::Page, frame, root, 0);
                flow.extend(strips.into_iter().map(Flow::Strip));
                flow.push(Flow::Space(8.0));
            }
            Block::Table(table) => self.table(table, frame, flow),
            Block::Facts { facts } => self.facts(facts, frame, flow),
            Block::Signatures { boxes } => self.signatures(boxes, frame, flow),
            Block::Lines { count, label } => {
                let strips = self.ruled(*count, label, frame, root);
                flow.extend(strips.into_iter().map(Flow::Strip));
                flow.push(Flow::Space(10.0));
            }
            Block::Checkbox { checked, runs } => {
                let strips = self.checkbox(*checked, runs, Place::Page, frame, root);
                flow.extend(strips.into_iter().map(Flow::Strip));
                flow.push(Flow::Space(4.0));
            }
            Block::Rule { line } => {
                flow.push(Flow::Space(6.0));
                flow.push(Flow::Strip(Strip::rule(
                    *line,
                    frame.x,
                    frame.width,
                    4.0,
                    2.0,
                )));
                flow.push(Flow::Space(8.0));
            }
            Block::PageBreak => flow.push(Flow::Break),
            Block::KeepTogether { blocks } => {
                let inner = self.blocks(blocks, frame);
                flow.push(Flow::Together(inner));
            }
        }
    }

    fn title(&mut self, text: &str, under: &str, frame: Frame, flow: &mut Vec<Flow>) {
        let scale = self.sheet.scale;
        let role = if self.titled || self.heading > 0 {
            Role::Paragraph
        } else {
            Role::Heading(1)
        };
        self.titled |= self.heading == 0;
        let element = self.tree.add(Tree::ROOT, role);
        let mut strips = self.set(
            &[Span {
                text: clean_line(text),
                ..Span::default()
            }],
            looks::TITLE,
            frame,
            Align::Start,
            element,
        );
        let under = clean(under);
        if !under.trim().is_empty() {
            strips.push(Strip::white(4.0 * scale));
            let element = self.tree.add(Tree::ROOT, Role::Paragraph);
            strips.extend(self.set(
                &[Span {
                    text: under,
                    ..Span::default()
                }],
                looks::UNDER_TITLE,
                frame,
                Align::Start,
                element,
            ));
        }
        strips.push(Strip::white(10.0 * scale));
        // The two threads.
        let mut threads = Strip::rule(crate::LineStyle::Solid, frame.x, frame.width, 6.0, 1.0);
        threads
            .marks
            .push(rule(crate::LineStyle::Dashed, frame.x, 5.0, frame.width));
        for strip in &mut strips {
            strip.keep = true;
        }
        strips.push(threads);
        flow.extend(strips.into_iter().map(Flow::Strip));
        flow.push(Flow::Space(18.0 * scale));
    }

    fn heading(
        &mut self,
        level: u8,
        number: Option<&str>,
        text: &str,
        frame: Frame,
        flow: &mut Vec<Flow>,
    ) {
        let level = level.clamp(1, 4);
        let (look, over, under) = looks::heading(level);
        // A reader follows levels one by one: none may be skipped on the way down.
        let told = level.min(self.heading + 1);
        self.heading = told;
        let element = self
            .tree
            .add(Tree::ROOT, Role::Heading(told + u8::from(self.titled)));
        let text = clean_line(text);
        let number = number.map(clean_line).filter(|number| !number.is_empty());
        let mut spans = Vec::new();
        if let Some(number) = &number {
            spans.push(Span {
                text: format!("{number}\u{2002}"),
                grey: true,
                ..Span::default()
            });
        }
        spans.push(Span {
            text: text.clone(),
            ..Span::default()
        });
        let title = number.map_or_else(|| text.clone(), |number| format!("{number} {text}"));
        let mut strips = self.set(&spans, look, frame, Align::Start, element);
        if let Some(first) = strips.first_mut() {
            first.entry = Some(self.entries.len());
        }
        self.entries.push(Entry { level: told, title });
        flow.push(Flow::Space(over * self.sheet.scale));
        flow.extend(strips.into_iter().map(|strip| {
            Flow::Strip(Strip {
                keep: true,
                ..strip
            })
        }));
        flow.push(Flow::Space(under * self.sheet.scale));
    }

    /// Sets spans as lines of an element, without the lone lines that a page should not begin or end with.
    fn set(
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

    fn spans(&mut self, runs: &[Run], element: Element) -> Vec<Span> {
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

    fn paragraph(
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
    fn contents(
        &mut self,
        content: &[Content],
        place: Place,
        frame: Frame,
        parent: Element,
        align: Align,
        depth: usize,
    ) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        for part in content {
            if let Some(last) = strips.last_mut() {
                // White belongs to the strip over it, so that it never begins a page.
                last.height += 3.0;
            }
            strips.extend(match part {
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
            });
        }
        strips
    }

    fn list(
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
    fn at_start(&self, mut marker: Strip, frame: Frame) -> Strip {
        if self.setter.rtl {
            for mark in &mut marker.marks {
                if let crate::strip::Drawn::Text(line) = &mark.drawn {
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

    fn checkbox(
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
                marker.marks.into_iter().map(|mark| crate::strip::Mark {
                    y: baseline,
                    ..mark
                }),
            );
        }
        strips
    }

    fn ruled(&mut self, count: u16, label: &str, frame: Frame, parent: Element) -> Vec<Strip> {
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
                ..Strip::rule(crate::LineStyle::Hairline, frame.x, frame.width, 23.0, 21.0)
            });
        }
        strips
    }

    fn table(&mut self, table: &Table, frame: Frame, flow: &mut Vec<Flow>) {
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

    fn row(
        &mut self,
        cells: &[crate::Cell],
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

    fn facts(&mut self, facts: &[Fact], frame: Frame, flow: &mut Vec<Flow>) {
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

    fn signatures(&mut self, boxes: &[SignatureBox], frame: Frame, flow: &mut Vec<Flow>) {
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
        let mut strips = vec![Strip {
            keep: true,
            ..Strip::rule(each.thread, frame.x, frame.width, 9.0, 1.0)
        }];
        for (text, look) in [(&each.role, looks::ROLE), (&each.name, looks::NAME)] {
            let text = clean_line(text);
            if !text.is_empty() {
                let element = self.tree.add(element, Role::Paragraph);
                strips.extend(self.set(
                    &[Span {
                        text,
                        ..Span::default()
                    }],
                    look,
                    frame,
                    Align::Start,
                    element,
                ));
            }
        }
        for line in &each.lines {
            let element = self.tree.add(element, Role::Paragraph);
            let value = clean_line(&line.value);
            if value.is_empty() {
                strips.push(Strip::white(30.0));
            } else {
                strips.push(Strip::white(12.0));
                let look = looks::paragraph(TextStyle::Body, Place::Fact);
                strips.extend(self.set(
                    &[Span {
                        text: value,
                        ..Span::default()
                    }],
                    look,
                    frame,
                    Align::Start,
                    element,
                ));
            }
            let mut drawn = rule(crate::LineStyle::Hairline, frame.x, 1.0, frame.width);
            if let crate::strip::Drawn::Line { ink, .. } = &mut drawn.drawn {
                *ink = Ink::Black;
            }
            strips.push(Strip {
                height: 3.0,
                marks: vec![drawn],
                keep: true,
                entry: None,
            });
            let label = clean_line(&line.label);
            strips.extend(self.set(
                &[Span {
                    text: label,
                    ..Span::default()
                }],
                looks::SMALL_LABEL,
                frame,
                Align::Start,
                element,
            ));
        }
        for strip in &mut strips {
            strip.keep = true;
        }
        strips
    }

    /// The columns of these shares, from where reading starts.
    fn frames(&self, frame: Frame, shares: &[f32]) -> Vec<Frame> {
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

    fn inset(&self, frame: Frame, by: f32) -> Frame {
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
