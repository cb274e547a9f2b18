//! Blocks into strips: sets every text, builds the structure tree, and leaves the pages to [`crate::pages`].

use crate::{
    Align, Block, Document, LineStyle, SignatureField,
    clean::{clean, clean_line},
    looks::{self, Place, Sheet},
    strip::{Flow, Strip, rule},
    tags::{Role, Tree},
    text::{Setter, Span},
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
    /// The signature fields, in order.
    pub(crate) fields: Vec<SignatureField>,
    titled: bool,
    heading: u8,
}

impl<'a, 'b> Composer<'a, 'b> {
    pub(crate) fn new(setter: &'a mut Setter<'b>, document: &'a Document, sheet: Sheet) -> Self {
        Self {
            setter,
            document,
            sheet,
            tree: Tree::new(),
            entries: Vec::new(),
            fields: Vec::new(),
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
        for (at, block) in blocks.iter().enumerate() {
            self.block(block, frame, &mut flow);
            // Boxes stand close to each other; what follows the last of them is something new.
            let box_to_tick = |block: Option<&Block>| matches!(block, Some(Block::Checkbox { .. }));
            if box_to_tick(Some(block)) && !box_to_tick(blocks.get(at + 1)) {
                flow.push(Flow::Space(7.0));
            }
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
            Block::QrCode(code) => self.qr_code(code, frame, flow),
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
            Block::Bar { from, to } => {
                flow.push(Flow::Strip(self.bar(*from, *to, frame)));
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
            Block::Picture(picture) => self.picture(picture, frame, flow),
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
        let mut threads = Strip::rule(LineStyle::Solid, frame.x, frame.width, 6.0, 1.0);
        threads
            .marks
            .push(rule(LineStyle::Dashed, frame.x, 5.0, frame.width));
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
}
