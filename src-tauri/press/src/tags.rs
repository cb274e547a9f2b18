//! The structure tree: what each piece of a page is, in reading order, for readers that cannot see it.

use std::rc::Rc;

/// The number of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Element(pub(crate) usize);

/// What something drawn on a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// A part of this element.
    Of(Element),
    /// On every page, at the top.
    Header,
    /// On every page, at the bottom.
    Footer,
    /// Lines, and table heads that are said already.
    Layout,
}

/// What an element is; the names are those of ISO 32000-1, 14.8.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Heading(u8),
    Paragraph,
    List {
        ordered: bool,
    },
    Item,
    Label,
    Body,
    Table,
    Caption,
    TableHead,
    TableBody,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Division,
    Span,
    /// A picture.
    Figure,
    /// A field.
    Form,
}

impl Role {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Heading(1) => "H1",
            Self::Heading(2) => "H2",
            Self::Heading(3) => "H3",
            Self::Heading(4) => "H4",
            Self::Heading(_) => "H5",
            Self::Paragraph => "P",
            Self::List { .. } => "L",
            Self::Item => "LI",
            Self::Label => "Lbl",
            Self::Body => "LBody",
            Self::Table => "Table",
            Self::Caption => "Caption",
            Self::TableHead => "THead",
            Self::TableBody => "TBody",
            Self::Row => "TR",
            Self::ColumnHead | Self::RowHead => "TH",
            Self::Cell => "TD",
            Self::Division => "Div",
            Self::Span => "Span",
            Self::Figure => "Figure",
            Self::Form => "Form",
        }
    }
}

/// A part of an element.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kid {
    /// Another element.
    Element(Element),
    /// Marked content: page from 0, and its number on that page.
    Content { page: usize, number: usize },
    /// A field of the file, by its number.
    Field { page: usize, number: usize },
}

/// An element of the tree.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: Option<Element>,
    pub(crate) kids: Vec<Kid>,
    pub(crate) language: Option<Rc<str>>,
    /// Words for what is drawn.
    pub(crate) alternative: Option<String>,
    /// Where a figure or a field stands on its page.
    pub(crate) bounds: Option<Bounds>,
}

/// Left, bottom, right and top in points from the page's lower left corner.
pub(crate) type Bounds = [f32; 4];

/// The whole tree; element 0 is the document.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    /// The element that holds all others.
    pub(crate) const ROOT: Element = Element(0);

    pub(crate) fn new() -> Self {
        let root = Node {
            role: Role::Document,
            parent: None,
            kids: Vec::new(),
            language: None,
            alternative: None,
            bounds: None,
        };
        Self { nodes: vec![root] }
    }

    /// A new last part of `parent`.
    pub(crate) fn add(&mut self, parent: Element, role: Role) -> Element {
        let element = Element(self.nodes.len());
        self.nodes.push(Node {
            role,
            parent: Some(parent),
            kids: Vec::new(),
            language: None,
            alternative: None,
            bounds: None,
        });
        if let Some(parent) = self.nodes.get_mut(parent.0) {
            parent.kids.push(Kid::Element(element));
        }
        element
    }

    /// Tells the element's language where it differs from the document's.
    pub(crate) fn speak(&mut self, element: Element, language: Option<Rc<str>>) {
        if let Some(node) = self.nodes.get_mut(element.0) {
            node.language = language;
        }
    }

    /// Gives words to what is drawn.
    pub(crate) fn describe(&mut self, element: Element, words: &str) {
        if let Some(node) = self.nodes.get_mut(element.0) {
            node.alternative = Some(words.to_owned());
        }
    }

    /// Tells where a figure or a field stands.
    pub(crate) fn place(&mut self, element: Element, bounds: Bounds) {
        if let Some(node) = self.nodes.get_mut(element.0) {
            node.bounds = Some(bounds);
        }
    }

    /// Adds a field to an element.
    pub(crate) fn hold_field(&mut self, element: Element, page: usize, number: usize) {
        if let Some(node) = self.nodes.get_mut(element.0) {
            node.kids.push(Kid::Field { page, number });
        }
    }

    /// Adds marked content to an element.
    pub(crate) fn hold(&mut self, element: Element, page: usize, number: usize) {
        if let Some(node) = self.nodes.get_mut(element.0) {
            node.kids.push(Kid::Content { page, number });
        }
    }
}
