//! What a signature says, what it covers, and whether it fits.

use std::ops::Range;

use chrono::{DateTime, NaiveDateTime, Utc};
use sha2::{Digest, Sha256};

use super::{
    SignatureFacts, SignatureState,
    certificate::{self, verifies},
};
use crate::{
    pdf::{Dict, Entry, File, Object, ReadError, Value, text, write_hex},
    sign::{FILTER, SUB_FILTER, cms},
};

/// The facts of what a field holds.
///
/// # Errors
/// [`ReadError::Damaged`] if it is no signature at all.
pub(super) fn facts(file: &File<'_>, value: &Value) -> Result<SignatureFacts, ReadError> {
    let fault = || ReadError::Damaged("a field holds no signature");
    let newest = file.newest();
    // A signature may stand in its field itself; we never write one there, and cannot tell what it covers.
    let id = value.as_reference();
    let object = match id {
        Some(id) => file.object(id, newest)?.ok_or_else(fault)?,
        None => Object {
            value: value.clone(),
            stream: None,
            span: 0..0,
            contents: None,
        },
    };
    let dict = object.value.as_dict().ok_or_else(fault)?;
    let revision = id
        .and_then(|id| {
            file.sections
                .iter()
                .rposition(|section| section.entries.contains_key(&id.0))
        })
        .unwrap_or(newest);
    let range = byte_range(dict).unwrap_or_default();
    let words = |key: &[u8]| dict.get(key).and_then(Value::as_text).map(text);
    let outside = id.is_some_and(|id| matches!(file.entry(id.0, newest), Some(Entry::At { .. })));
    let place = object.contents.clone().filter(|_| outside);
    let end = file.sections.get(revision).and_then(|section| section.end);
    let whole = place.as_ref().is_some_and(|place| {
        end.is_some_and(|end| {
            place.end <= end && range == [0, place.start, place.end, end - place.end]
        })
    });
    let (state, certificate) = match place.and_then(|place| contents(file, &object, dict, place)) {
        None => (SignatureState::Foreign, None),
        Some(parts) => {
            let facts = certificate::facts(&parts.certificate);
            let state = facts.as_ref().map_or(SignatureState::Foreign, |facts| {
                state(file, range, &parts, &facts.der, &facts.key)
            });
            (state, facts)
        }
    };
    Ok(SignatureFacts {
        name: words(b"Name").unwrap_or_default(),
        at: words(b"M").and_then(|written| date(&written)),
        reason: words(b"Reason").unwrap_or_default(),
        revision,
        range,
        whole,
        state,
        certificate,
    })
}

fn byte_range(dict: &Dict) -> Option<[usize; 4]> {
    let list = dict.get(b"ByteRange".as_slice())?.as_array()?;
    let numbers: Option<Vec<usize>> = list.iter().map(Value::as_count).collect();
    numbers?.try_into().ok()
}

/// The parts of the container, if all is written as we write it.
fn contents(
    file: &File<'_>,
    object: &Object,
    dict: &Dict,
    place: Range<usize>,
) -> Option<cms::Parts> {
    let name = |key: &[u8]| dict.get(key).and_then(Value::as_name);
    let ours = name(b"Type") == Some(b"Sig")
        && name(b"Filter") == Some(FILTER)
        && name(b"SubFilter") == Some(SUB_FILTER)
        && object.stream.is_none();
    let bytes = dict.get(b"Contents".as_slice())?.as_text()?;
    // The same bytes can be written in many ways, and what stands here is covered by no digest.
    let mut written = Vec::with_capacity(place.len());
    write_hex(bytes, &mut written);
    let same = file.bytes.get(place)? == written.as_slice();
    if ours && same {
        cms::take_apart(bytes)
    } else {
        None
    }
}

fn state(
    file: &File<'_>,
    [first, first_length, second, second_length]: [usize; 4],
    parts: &cms::Parts,
    certificate: &[u8],
    key: &[u8],
) -> SignatureState {
    let stretch = |start: usize, length: usize| {
        let end = start.checked_add(length)?;
        file.bytes.get(start..end)
    };
    let (Some(before), Some(after)) =
        (stretch(first, first_length), stretch(second, second_length))
    else {
        return SignatureState::DigestDiffers;
    };
    let digest: [u8; 32] = Sha256::new()
        .chain_update(before)
        .chain_update(after)
        .finalize()
        .into();
    let signed = cms::attributes_to_sign(certificate, &parts.digest);
    if digest != parts.digest {
        SignatureState::DigestDiffers
    } else if signed.is_ok_and(|signed| verifies(key, &signed, &parts.signature)) {
        SignatureState::Sound
    } else {
        SignatureState::KeyDiffers
    }
}

/// A time as we write it: to the second, and in UTC.
fn date(written: &str) -> Option<DateTime<Utc>> {
    let written = written.strip_suffix("+00'00'")?;
    NaiveDateTime::parse_from_str(written, "D:%Y%m%d%H%M%S")
        .ok()
        .map(|at| at.and_utc())
}
