//! What people type into a large field, as paragraphs and lists.

use fairlead_press::{Content, Item, Run, TextStyle};

/// Empty lines part paragraphs; lines that begin with `- `, `* ` or `• ` are a list; other lines stay
/// lines of their paragraph.
pub(super) fn read(text: &str) -> Vec<Content> {
    let mut blocks = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut items: Vec<String> = Vec::new();
    for line in text.lines() {
        let bare = line.trim();
        let item = ["- ", "* ", "• ", "– "]
            .iter()
            .find_map(|mark| bare.strip_prefix(mark));
        match item {
            Some(item) => {
                flush_lines(&mut blocks, &mut lines);
                items.push(item.trim().to_owned());
            }
            None if bare.is_empty() => {
                flush_lines(&mut blocks, &mut lines);
                flush_items(&mut blocks, &mut items);
            }
            None => match items.last_mut() {
                // An indented line goes on with the item above it.
                Some(last) if line.starts_with([' ', '\t']) => {
                    last.push(' ');
                    last.push_str(bare);
                }
                _ => {
                    flush_items(&mut blocks, &mut items);
                    lines.push(line.trim_end());
                }
            },
        }
    }
    flush_lines(&mut blocks, &mut lines);
    flush_items(&mut blocks, &mut items);
    blocks
}

fn flush_lines(blocks: &mut Vec<Content>, lines: &mut Vec<&str>) {
    if !lines.is_empty() {
        blocks.push(Content::text(TextStyle::Body, lines.join("\n")));
        lines.clear();
    }
}

fn flush_items(blocks: &mut Vec<Content>, items: &mut Vec<String>) {
    if !items.is_empty() {
        blocks.push(list(items.drain(..)));
    }
}

/// A list of short lines.
pub(super) fn list(items: impl IntoIterator<Item = String>) -> Content {
    lines(items, false)
}

/// A numbered list of short lines.
pub(super) fn ordered(items: impl IntoIterator<Item = String>) -> Content {
    lines(items, true)
}

fn lines(items: impl IntoIterator<Item = String>, ordered: bool) -> Content {
    Content::List {
        ordered,
        items: items
            .into_iter()
            .map(|item| Item {
                content: vec![Content::text(TextStyle::Body, item)],
            })
            .collect(),
    }
}

/// Puts a bold heading before the blocks: on the line of the first paragraph, else over the list.
pub(super) fn under_heading(heading: &str, mut blocks: Vec<Content>) -> Vec<Content> {
    if let Some(Content::Paragraph { runs, .. }) = blocks.first_mut() {
        runs.insert(0, Run::plain(" "));
        runs.insert(0, Run::bold(format!("{heading}:")));
    } else {
        blocks.insert(
            0,
            Content::Paragraph {
                style: TextStyle::Body,
                runs: vec![Run::bold(format!("{heading}:"))],
            },
        );
    }
    blocks
}
