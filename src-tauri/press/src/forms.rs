//! Signature fields as objects of the file: empty, and complete, so that signing adds nothing but the signature.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use crate::{
    SignatureField,
    clean::clean_line,
    finish::{integer, short, string},
    tags::Bounds,
};

/// Adds the fields to their pages. Their numbers in the parent tree follow those of the pages.
///
/// # Errors
/// [`lopdf::Error`] if a page is missing.
pub(crate) fn add_fields(
    file: &mut lopdf::Document,
    fields: &[SignatureField],
    places: &[(usize, Bounds)],
    pages: &[ObjectId],
) -> Result<Vec<ObjectId>, lopdf::Error> {
    let mut widgets = Vec::new();
    for (number, (field, (page, bounds))) in fields.iter().zip(places).enumerate() {
        let Some(page_id) = pages.get(*page) else {
            continue;
        };
        let [left, bottom, right, top] = *bounds;
        // What was signed stands on the page itself; the field draws nothing, now or later.
        let look = Stream::new(
            dictionary! {
                "Type" => "XObject", "Subtype" => "Form", "Resources" => dictionary! {},
                "BBox" => numbers([0.0, 0.0, right - left, top - bottom]),
            },
            Vec::new(),
        );
        let look = file.add_object(look);
        let id = file.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig",
            "T" => string(&field.name), "TU" => string(&short(&tooltip(field))),
            // Printed, and not to be moved.
            "F" => 132, "P" => *page_id, "Rect" => numbers(*bounds),
            "StructParent" => integer(pages.len() + number), "AP" => dictionary! { "N" => look },
        });
        let page_dictionary = file.get_dictionary_mut(*page_id)?;
        let mut list = page_dictionary
            .get(b"Annots")
            .and_then(Object::as_array)
            .cloned()
            .unwrap_or_default();
        list.push(Object::Reference(id));
        page_dictionary.set("Annots", list);
        widgets.push(id);
    }
    Ok(widgets)
}

/// What a reader says for a field: the words that were given for it, or its name.
pub(crate) fn tooltip(field: &SignatureField) -> String {
    let words = clean_line(&field.tooltip);
    if words.is_empty() {
        field.name.clone()
    } else {
        words
    }
}

/// The form of the whole file. It says from the first that there are signatures and that the file only grows,
/// so that signing need not touch it.
pub(crate) fn form(widgets: &[ObjectId]) -> Option<Dictionary> {
    let fields: Vec<Object> = widgets.iter().copied().map(Object::Reference).collect();
    (!fields.is_empty()).then(|| dictionary! { "Fields" => fields, "SigFlags" => 3 })
}

/// Numbers as an array.
pub(crate) fn numbers(numbers: [f32; 4]) -> Vec<Object> {
    numbers.map(Object::Real).into()
}
