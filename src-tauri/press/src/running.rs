//! The words at the top and the bottom of every page.

use crate::{
    Document, LineStyle,
    clean::clean_line,
    looks::{DRAFT, RUNNING, Sheet},
    strip::{Drawn, Mark, rule},
    tags::Tag,
    text::{Look, Setter, TextLine},
};

/// The header, the same on every page: the words of a draft over it, its two sides on one line, a hairline.
pub(crate) fn header(setter: &mut Setter<'_>, document: &Document, sheet: Sheet) -> Vec<Mark> {
    let width = sheet.width - 2.0 * sheet.margin;
    let baseline = sheet.margin * 0.62;
    let header = &document.header;
    let (start, end) = (clean_line(&header.left), clean_line(&header.right));
    let most = if end.is_empty() { width } else { width * 0.6 };
    let start = setter.single(&start, small(RUNNING, sheet), most);
    let end = setter.single(
        &end,
        small(RUNNING, sheet),
        (width - start.width - 12.0).max(0.0),
    );
    let mut marks = Vec::new();
    place(
        start,
        false,
        baseline,
        Tag::Header,
        setter.rtl,
        sheet,
        &mut marks,
    );
    place(
        end,
        true,
        baseline,
        Tag::Header,
        setter.rtl,
        sheet,
        &mut marks,
    );
    if let Some(draft) = header
        .draft
        .as_deref()
        .map(clean_line)
        .filter(|draft| !draft.is_empty())
    {
        let draft = setter.single(&draft, small(DRAFT, sheet), width);
        place(
            draft,
            false,
            baseline - 11.0 * sheet.scale,
            Tag::Header,
            setter.rtl,
            sheet,
            &mut marks,
        );
    }
    if !marks.is_empty() {
        marks.push(Mark {
            tag: Tag::Header,
            ..rule(LineStyle::Hairline, sheet.margin, baseline + 6.0, width)
        });
    }
    marks
}

/// The footer of one page, counted from 1.
pub(crate) fn footer(
    setter: &mut Setter<'_>,
    document: &Document,
    sheet: Sheet,
    page: usize,
    pages: usize,
    marks: &mut Vec<Mark>,
) {
    let number = clean_line(&document.words.page)
        .replace("{page}", &page.to_string())
        .replace("{pages}", &pages.to_string());
    let parts = [
        clean_line(&document.footer.before),
        number,
        clean_line(&document.footer.after),
    ];
    let footer = parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" \u{b7} ");
    let line = setter.single(
        &footer,
        small(RUNNING, sheet),
        sheet.width - 2.0 * sheet.margin,
    );
    place(
        line,
        false,
        sheet.height - sheet.margin * 0.55,
        Tag::Footer,
        setter.rtl,
        sheet,
        marks,
    );
}

fn small(look: Look, sheet: Sheet) -> Look {
    Look {
        size: look.size * sheet.scale.max(0.9),
        ..look
    }
}

/// Puts a line at the side where reading starts, or at its end.
fn place(
    line: TextLine,
    end: bool,
    y: f32,
    tag: Tag,
    rtl: bool,
    sheet: Sheet,
    marks: &mut Vec<Mark>,
) {
    if line.pieces.is_empty() {
        return;
    }
    // The line was set in a very wide box: it begins where its first glyph stands.
    let left = line
        .pieces
        .iter()
        .flat_map(|piece| &piece.glyphs)
        .map(|glyph| glyph.x)
        .fold(f32::MAX, f32::min);
    let x = if end == rtl {
        sheet.margin
    } else {
        sheet.width - sheet.margin - line.width
    };
    marks.push(Mark {
        x: x - left,
        y,
        tag,
        drawn: Drawn::Text(line),
    });
}
