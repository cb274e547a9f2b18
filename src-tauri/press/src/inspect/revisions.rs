//! What each revision did to the one before: filled a signature field, or something else.

use std::collections::BTreeMap;

use super::{Change, Revision, RevisionKind};
use crate::pdf::{Dict, Entry, File, ReadError, Value};

/// All revisions, oldest first.
///
/// # Errors
/// [`ReadError::Damaged`]
pub(super) fn revisions(file: &File<'_>) -> Result<Vec<Revision>, ReadError> {
    let mut revisions = Vec::new();
    for (number, section) in file.sections.iter().enumerate() {
        let kind = match number.checked_sub(1) {
            None => RevisionKind::First,
            Some(before) => match signed_field(file, before, number)? {
                Ok(field) => RevisionKind::Signature { field },
                Err(change) => RevisionKind::Changed(change),
            },
        };
        revisions.push(Revision {
            end: section.end,
            kind,
        });
    }
    Ok(revisions)
}

/// The name of the one field that a revision filled, or the first thing that it did beyond that.
fn signed_field(
    file: &File<'_>,
    before: usize,
    after: usize,
) -> Result<Result<String, Change>, ReadError> {
    let (Some(old), Some(new)) = (file.sections.get(before), file.sections.get(after)) else {
        return Ok(Err(Change::Place));
    };
    if !same_file(&old.trailer, &new.trailer) {
        return Ok(Err(Change::Trailer));
    }
    // The revision lies between the end of the one before and its own: nothing of it is hidden in older bytes.
    let (Some(start), Some(end)) = (old.end, new.end) else {
        return Ok(Err(Change::Place));
    };
    if new.at < start || new.at >= end || !new.stream {
        return Ok(Err(Change::Place));
    }
    let fields: BTreeMap<u32, _> = file
        .fields(before)?
        .into_iter()
        .filter_map(|field| field.id.map(|id| (id.0, field)))
        .collect();
    let mut filled = None;
    for (number, entry) in &new.entries {
        if file.entry(*number, before).is_none() {
            continue;
        }
        let Some(field) = fields.get(number) else {
            return Ok(Err(Change::Object(*number)));
        };
        let now = value(file, *number, entry, after)?;
        let Some(signature) = filled_with(&field.dict, now) else {
            return Ok(Err(Change::Field(*number)));
        };
        if filled.replace((field.name.clone(), signature)).is_some() {
            return Ok(Err(Change::Fields));
        }
    }
    let Some((name, signature)) = filled else {
        return Ok(Err(Change::Fields));
    };
    for (number, entry) in &new.entries {
        let Entry::At { offset, generation } = *entry else {
            return Ok(Err(Change::Addition(*number)));
        };
        if offset < start || offset > new.at {
            return Ok(Err(Change::Place));
        }
        if file.entry(*number, before).is_none() {
            let table = offset == new.at;
            let held = *number == signature && generation == 0 && {
                let now = value(file, *number, entry, after)?;
                let kind = now.as_ref().and_then(|now| now.get(b"Type".as_slice()));
                kind.and_then(Value::as_name) == Some(b"Sig")
            };
            if !table && !held {
                return Ok(Err(Change::Addition(*number)));
            }
        }
    }
    Ok(Ok(name))
}

/// Whether both begin with the same catalog and are the same file by their first identity.
fn same_file(old: &Dict, new: &Dict) -> bool {
    let identity = |dict: &Dict| {
        let list = dict.get(b"ID".as_slice()).and_then(Value::as_array);
        list.and_then(|list| list.first()).cloned()
    };
    let same = |key: &[u8]| old.get(key) == new.get(key);
    same(b"Root") && same(b"Info") && identity(old) == identity(new)
}

fn value(
    file: &File<'_>,
    number: u32,
    entry: &Entry,
    revision: usize,
) -> Result<Option<Dict>, ReadError> {
    let generation = match entry {
        Entry::At { generation, .. } => *generation,
        Entry::In { .. } => 0,
        Entry::Free => return Ok(None),
    };
    let object = file.object((number, generation), revision)?;
    Ok(object
        .filter(|object| object.stream.is_none())
        .and_then(|object| object.value.as_dict().cloned()))
}

/// The number of the signature that a field got, if it got one and is otherwise what it was.
fn filled_with(old: &Dict, now: Option<Dict>) -> Option<u32> {
    let mut now = now?;
    let (signature, _) = now.remove(b"V".as_slice())?.as_reference()?;
    (now == *old).then_some(signature)
}
