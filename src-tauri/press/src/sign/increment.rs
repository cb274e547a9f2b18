//! The addition to the file: the signature, its field with the signature in it, and their table.

use std::ops::Range;

use chrono::{DateTime, Datelike, Utc};
use sha2::{Digest, Sha256};

use super::{SignError, Signing};
use crate::{
    finish::short,
    pdf::{Dict, File, Value, write_hex},
    write::utf16,
};

pub(crate) const FILTER: &[u8] = b"Adobe.PPKLite";
pub(crate) const SUB_FILTER: &[u8] = b"ETSI.CAdES.detached";

/// A file with a place for its signature.
pub(super) struct Signed {
    pub(super) bytes: Vec<u8>,
    /// The place with its brackets: what the signature does not cover.
    gap: Range<usize>,
}

impl Signed {
    /// SHA-256 of everything but the gap.
    pub(super) fn digest(&self) -> [u8; 32] {
        let before = self.bytes.get(..self.gap.start).unwrap_or_default();
        let after = self.bytes.get(self.gap.end..).unwrap_or_default();
        Sha256::new()
            .chain_update(before)
            .chain_update(after)
            .finalize()
            .into()
    }

    /// Puts the signature into its place; zeros fill what it leaves.
    pub(super) fn fill(&mut self, signature: &[u8]) {
        let mut padded = signature.to_vec();
        padded.resize((self.gap.len() - 2) / 2, 0);
        let mut written = Vec::with_capacity(self.gap.len());
        write_hex(&padded, &mut written);
        if let Some(gap) = self.bytes.get_mut(self.gap.clone()) {
            gap.copy_from_slice(&written);
        }
    }
}

/// Adds the signature's objects with room for so many bytes.
pub(super) fn add(
    file: &File<'_>,
    signing: &Signing<'_>,
    room: usize,
) -> Result<Signed, SignError> {
    let (id, field) = find(file, signing.field)?;
    let newest = file
        .sections
        .last()
        .ok_or_else(|| SignError::NoField(signing.field.to_owned()))?;
    let numbers = file
        .sections
        .iter()
        .flat_map(|section| section.entries.keys());
    let highest = numbers.max().copied().unwrap_or(0);
    let (signature, table) = (highest + 1, highest + 2);

    let mut bytes = file.bytes.to_vec();
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    let signature_at = bytes.len();
    bytes.extend(format!("{signature} 0 obj\n").as_bytes());
    let range = signature_dictionary(signing, &mut bytes)?;
    let gap_start = bytes.len();
    write_hex(&vec![0; room], &mut bytes);
    let gap = gap_start..bytes.len();
    bytes.extend(b">>\nendobj\n");

    let field_at = bytes.len();
    let mut field = field;
    field.insert(b"V".to_vec(), Value::Reference(signature, 0));
    bytes.extend(format!("{} {} obj\n", id.0, id.1).as_bytes());
    Value::Dict(field).write(&mut bytes);
    bytes.extend(b"\nendobj\n");

    let table_at = bytes.len();
    bytes.extend(format!("{table} 0 obj\n").as_bytes());
    let places = [
        (id.0, field_at, id.1),
        (signature, signature_at, 0),
        (table, table_at, 0),
    ];
    let rows: Vec<u8> = places
        .iter()
        .flat_map(|(_, at, generation)| {
            let at = u32::try_from(*at).unwrap_or(u32::MAX).to_be_bytes();
            [[1].as_slice(), &at, &generation.to_be_bytes()].concat()
        })
        .collect();
    let identity = Sha256::digest(file.bytes)
        .iter()
        .take(16)
        .copied()
        .collect();
    let trailer = trailer(
        newest.at,
        &newest.trailer,
        (id.0, signature),
        rows.len(),
        identity,
    );
    Value::Dict(trailer).write(&mut bytes);
    bytes.extend(b"\nstream\n");
    bytes.extend(rows);
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{table_at}\n%%EOF\n").as_bytes());

    let written = format!("0 {} {} {}]", gap.start, gap.end, bytes.len() - gap.end);
    if let Some(place) = bytes.get_mut(range) {
        for (byte, digit) in place.iter_mut().zip(written.bytes()) {
            *byte = digit;
        }
    }
    Ok(Signed { bytes, gap })
}

/// Everything up to the place of the signature; gives back where the four numbers go, with the bracket behind them.
fn signature_dictionary(
    signing: &Signing<'_>,
    bytes: &mut Vec<u8>,
) -> Result<Range<usize>, SignError> {
    let mut dict = Dict::from([
        (b"Type".to_vec(), Value::Name(b"Sig".to_vec())),
        (b"Filter".to_vec(), Value::Name(FILTER.to_vec())),
        (b"SubFilter".to_vec(), Value::Name(SUB_FILTER.to_vec())),
        (b"Name".to_vec(), Value::Text(utf16(&short(signing.name)))),
        (b"M".to_vec(), Value::Text(date(signing.at)?.into_bytes())),
    ]);
    let reason = short(signing.reason);
    if !reason.is_empty() {
        dict.insert(b"Reason".to_vec(), Value::Text(utf16(&reason)));
    }
    Value::Dict(dict).write(bytes);
    bytes.truncate(bytes.len() - 2);
    bytes.extend(b"/ByteRange [");
    let start = bytes.len();
    // No number of a file of the size that is read has more than ten digits.
    bytes.resize(start + 36, b' ');
    let range = start..bytes.len();
    bytes.extend(b"/Contents ");
    Ok(range)
}

fn trailer(
    previous: usize,
    old: &Dict,
    (field, signature): (u32, u32),
    length: usize,
    identity: Vec<u8>,
) -> Dict {
    let count = |number: usize| Value::Integer(i64::try_from(number).unwrap_or(i64::MAX));
    let number = |number: u32| Value::Integer(number.into());
    let mut dict = Dict::from([
        (b"Type".to_vec(), Value::Name(b"XRef".to_vec())),
        (b"Size".to_vec(), number(signature + 2)),
        (
            b"Index".to_vec(),
            Value::Array([field, 1, signature, 2].map(number).into()),
        ),
        (
            b"W".to_vec(),
            Value::Array([1, 4, 2].map(Value::Integer).into()),
        ),
        (b"Length".to_vec(), count(length)),
        (b"Prev".to_vec(), count(previous)),
    ]);
    for key in [b"Root".as_slice(), b"Info"] {
        if let Some(value) = old.get(key) {
            dict.insert(key.to_vec(), value.clone());
        }
    }
    // The first identity stays, the second is this revision's.
    let first = old
        .get(b"ID".as_slice())
        .and_then(Value::as_array)
        .and_then(|list| list.first());
    if let Some(first) = first {
        dict.insert(
            b"ID".to_vec(),
            Value::Array(vec![first.clone(), Value::Text(identity)]),
        );
    }
    dict
}

/// The empty signature field of this name: its number and its dictionary.
fn find(file: &File<'_>, name: &str) -> Result<((u32, u16), Dict), SignError> {
    for field in file.fields(file.newest())? {
        if field.name != name {
            continue;
        }
        return match (field.id, field.signature) {
            (_, Some(_)) => Err(SignError::Signed(name.to_owned())),
            (Some(id), None) => Ok((id, field.dict)),
            (None, None) => Err(SignError::NoField(name.to_owned())),
        };
    }
    Err(SignError::NoField(name.to_owned()))
}

fn date(at: DateTime<Utc>) -> Result<String, SignError> {
    if !(1970..=9999).contains(&at.year()) {
        return Err(SignError::Time);
    }
    Ok(at.format("D:%Y%m%d%H%M%S+00'00'").to_string())
}
