//! Takes the embedded files out.

use super::Embedded;
use crate::{
    Relation,
    pdf::{Dict, File, ReadError, Value, text},
};

/// More files, and parts of their list, are in no paper.
const MOST: usize = 256;

/// The files of the list of embedded files, in its order.
///
/// # Errors
/// [`ReadError::Damaged`]
pub(super) fn attachments(file: &File<'_>, revision: usize) -> Result<Vec<Embedded>, ReadError> {
    let catalog = file.catalog(revision)?;
    let names = file.follow(catalog.get(b"Names".as_slice()), revision)?;
    let root = names
        .as_dict()
        .and_then(|names| names.get(b"EmbeddedFiles".as_slice()));
    let mut open: Vec<Value> = root.cloned().into_iter().collect();
    let mut found = Vec::new();
    let mut seen = 0;
    while let Some(node) = open.pop() {
        seen += 1;
        if seen > MOST || open.len() > MOST {
            return Err(ReadError::Damaged("it has too many attachments"));
        }
        let Value::Dict(node) = file.follow(Some(&node), revision)? else {
            continue;
        };
        let kids = file.follow(node.get(b"Kids".as_slice()), revision)?;
        open.extend(kids.as_array().unwrap_or_default().iter().rev().cloned());
        let pairs = file.follow(node.get(b"Names".as_slice()), revision)?;
        for pair in pairs.as_array().unwrap_or_default().chunks(2) {
            if found.len() >= MOST {
                return Err(ReadError::Damaged("it has too many attachments"));
            }
            let [_, specification] = pair else { continue };
            if let Value::Dict(specification) = file.follow(Some(specification), revision)? {
                found.extend(embedded(file, &specification, revision)?);
            }
        }
    }
    Ok(found)
}

fn embedded(
    file: &File<'_>,
    specification: &Dict,
    revision: usize,
) -> Result<Option<Embedded>, ReadError> {
    let either = |dict: &Dict| {
        let value = dict
            .get(b"UF".as_slice())
            .or_else(|| dict.get(b"F".as_slice()));
        value.cloned()
    };
    let name = file.follow(either(specification).as_ref(), revision)?;
    let streams = file.follow(specification.get(b"EF".as_slice()), revision)?;
    let Some(Value::Reference(number, generation)) = streams.as_dict().and_then(either) else {
        return Ok(None);
    };
    let Some(object) = file.object((number, generation), revision)? else {
        return Ok(None);
    };
    let (Some(dict), Some(range)) = (object.value.as_dict(), &object.stream) else {
        return Ok(None);
    };
    let relation = specification
        .get(b"AFRelationship".as_slice())
        .and_then(Value::as_name)
        .and_then(|name| match name {
            b"Source" => Some(Relation::Source),
            b"Data" => Some(Relation::Data),
            b"Alternative" => Some(Relation::Alternative),
            b"Supplement" => Some(Relation::Supplement),
            _ => None,
        });
    Ok(Some(Embedded {
        name: name.as_text().map(text).unwrap_or_default(),
        relation,
        bytes: file.unpack(dict, range)?,
    }))
}
