//! The outline and the structure tree as objects of the file.

use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};

use crate::{
    finish::{Rest, integer, short, string},
    forms::numbers,
    tags::{Kid, Role, Tree},
};

/// The outline as a tree, in document order.
pub(crate) fn outline(
    file: &mut lopdf::Document,
    rest: &Rest<'_>,
    pages: &[ObjectId],
) -> Option<ObjectId> {
    if rest.entries.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = rest.entries.iter().map(|_| file.new_object_id()).collect();
    // Open entries, one for each level: the number, and the children that it has so far.
    let mut parents: Vec<(ObjectId, Option<usize>)> = vec![(root, None)];
    let mut items: Vec<Dictionary> = Vec::new();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); rest.entries.len()];
    let mut top = Vec::new();
    for (number, (entry, (page, y))) in rest.entries.iter().zip(rest.places).enumerate() {
        parents.truncate(usize::from(entry.level.max(1)));
        let (parent, parent_number) = parents.last().copied().unwrap_or((root, None));
        match parent_number.and_then(|number| children.get_mut(number)) {
            Some(children) => children.push(number),
            None => top.push(number),
        }
        let mut item = dictionary! { "Title" => string(&short(&entry.title)), "Parent" => parent };
        if let Some(page) = pages.get(*page) {
            item.set(
                "Dest",
                vec![
                    Object::Reference(*page),
                    "XYZ".into(),
                    Object::Null,
                    Object::Real(rest.sheet.height - y + 6.0),
                    Object::Null,
                ],
            );
        }
        items.push(item);
        if let Some(id) = ids.get(number) {
            parents.push((*id, Some(number)));
        }
    }
    let reference = |number: Option<&usize>| {
        number
            .and_then(|number| ids.get(*number))
            .map(|id| Object::Reference(*id))
    };
    for siblings in children.iter().chain([&top]) {
        for pair in siblings.windows(2) {
            let [before, after] = pair else { continue };
            if let (Some(item), Some(next)) = (items.get_mut(*before), reference(Some(after))) {
                item.set("Next", next);
            }
            if let (Some(item), Some(previous)) = (items.get_mut(*after), reference(Some(before))) {
                item.set("Prev", previous);
            }
        }
    }
    for ((item, children), id) in items.into_iter().zip(&children).zip(&ids) {
        let mut item = item;
        if let (Some(first), Some(last)) = (reference(children.first()), reference(children.last()))
        {
            item.set("First", first);
            item.set("Last", last);
            // Shut: a reader sees the parts first.
            item.set(
                "Count",
                Object::Integer(-i64::try_from(children.len()).unwrap_or(0)),
            );
        }
        file.set_object(*id, item);
    }
    let mut list = dictionary! { "Type" => "Outlines", "Count" => integer(top.len()) };
    if let (Some(first), Some(last)) = (reference(top.first()), reference(top.last())) {
        list.set("First", first);
        list.set("Last", last);
    }
    file.set_object(root, list);
    Some(root)
}

/// The tree of what each part is.
pub(crate) fn structure(
    file: &mut lopdf::Document,
    tree: &Tree,
    pages: &[ObjectId],
    widgets: &[ObjectId],
) -> ObjectId {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = tree.nodes.iter().map(|_| file.new_object_id()).collect();
    let mut parents: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
    let mut owners: Vec<Object> = vec![Object::Null; widgets.len()];
    for (node, id) in tree.nodes.iter().zip(&ids) {
        let mut element = dictionary! { "Type" => "StructElem", "S" => node.role.name() };
        let parent = node
            .parent
            .and_then(|parent| ids.get(parent.0))
            .copied()
            .unwrap_or(root);
        element.set("P", parent);
        let home = node.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } | Kid::Field { page, .. } => Some(*page),
            Kid::Element(_) => None,
        });
        if let Some(page) = home.and_then(|page| pages.get(page)) {
            element.set("Pg", *page);
        }
        let mut kids: Vec<Object> = Vec::new();
        for kid in &node.kids {
            match kid {
                Kid::Element(kid) => kids.extend(ids.get(kid.0).map(|id| Object::Reference(*id))),
                Kid::Field { page, number } => {
                    if let (Some(page), Some(widget), Some(owner)) = (
                        pages.get(*page),
                        widgets.get(*number),
                        owners.get_mut(*number),
                    ) {
                        kids.push(Object::Dictionary(
                            dictionary! { "Type" => "OBJR", "Pg" => *page, "Obj" => *widget },
                        ));
                        *owner = Object::Reference(*id);
                    }
                }
                Kid::Content { page, number } => {
                    if let Some(list) = parents.get_mut(*page) {
                        if list.len() <= *number {
                            list.resize(number + 1, Object::Null);
                        }
                        if let Some(slot) = list.get_mut(*number) {
                            *slot = Object::Reference(*id);
                        }
                    }
                    kids.push(match pages.get(*page) {
                        Some(id) if home != Some(*page) => Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => *id, "MCID" => integer(*number) }),
                        _ => integer(*number),
                    });
                }
            }
        }
        // A field is its element's only part, and stands there without a list: pyHanko finds it nowhere else.
        match (node.kids.as_slice(), kids.pop()) {
            ([Kid::Field { .. }], Some(field)) => element.set("K", field),
            (_, Some(last)) => {
                kids.push(last);
                element.set("K", kids);
            }
            (_, None) => {}
        }
        if let Some(language) = &node.language {
            element.set(
                "Lang",
                Object::String(language.as_bytes().to_vec(), StringFormat::Literal),
            );
        }
        if let Some(words) = &node.alternative {
            element.set("Alt", string(words));
        }
        if let Some(attributes) = attributes(node.role) {
            element.set("A", attributes);
        } else if let Some(bounds) = node.bounds {
            element.set(
                "A",
                dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => numbers(bounds) },
            );
        }
        file.set_object(*id, element);
    }
    let mut numbers_of_parents = Vec::new();
    for (page, list) in parents.into_iter().enumerate() {
        numbers_of_parents.push(integer(page));
        numbers_of_parents.push(Object::Reference(file.add_object(list)));
    }
    for (number, owner) in owners.into_iter().enumerate() {
        numbers_of_parents.push(integer(pages.len() + number));
        numbers_of_parents.push(owner);
    }
    let parent_tree = file.add_object(dictionary! { "Nums" => numbers_of_parents });
    let mut dictionary = dictionary! { "Type" => "StructTreeRoot", "ParentTree" => parent_tree, "ParentTreeNextKey" => integer(pages.len() + widgets.len()) };
    if let Some(first) = ids.first() {
        dictionary.set("K", *first);
    }
    file.set_object(root, dictionary);
    root
}

fn attributes(role: Role) -> Option<Dictionary> {
    match role {
        Role::ColumnHead => Some(dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::RowHead => Some(dictionary! { "O" => "Table", "Scope" => "Row" }),
        Role::List { ordered } => Some(
            dictionary! { "O" => "List", "ListNumbering" => if ordered { "Decimal" } else { "Disc" } },
        ),
        Role::Document
        | Role::Heading(_)
        | Role::Paragraph
        | Role::Item
        | Role::Label
        | Role::Body
        | Role::Table
        | Role::Caption => None,
        Role::TableHead
        | Role::TableBody
        | Role::Row
        | Role::Cell
        | Role::Division
        | Role::Span
        | Role::Figure
        | Role::Form => None,
    }
}
