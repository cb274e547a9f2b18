//! Unpacks streams, and never more than was allowed.

use std::io::Read;

use super::{Dict, ReadError, Value};

/// The content of a stream; takes what it unpacks off `room`.
///
/// # Errors
/// [`ReadError::Damaged`], also for a kind of packing that no paper of ours has and for content beyond `room`.
pub(crate) fn unpack(dict: &Dict, raw: &[u8], room: &mut usize) -> Result<Vec<u8>, ReadError> {
    let one = |key: &[u8]| match dict.get(key) {
        Some(Value::Array(list)) if list.len() <= 1 => Ok(list.first()),
        Some(Value::Array(_)) => Err(ReadError::Damaged("a stream is packed more than once")),
        other => Ok(other),
    };
    let content = match one(b"Filter")? {
        None | Some(Value::Null) => raw.to_vec(),
        Some(filter) if filter.as_name() == Some(b"FlateDecode") => inflate(raw, *room)?,
        Some(_) => return Err(ReadError::Damaged("a stream is packed in an unknown way")),
    };
    *room = room
        .checked_sub(content.len())
        .ok_or(ReadError::Damaged("it unpacks to too much"))?;
    match one(b"DecodeParms")?.and_then(Value::as_dict) {
        Some(parameters) => predict(content, parameters),
        None => Ok(content),
    }
}

fn inflate(raw: &[u8], room: usize) -> Result<Vec<u8>, ReadError> {
    let most = u64::try_from(room).unwrap_or(u64::MAX).saturating_add(1);
    let mut content = Vec::new();
    flate2::read::ZlibDecoder::new(raw)
        .take(most)
        .read_to_end(&mut content)
        .map_err(|_| ReadError::Damaged("a stream cannot be unpacked"))?;
    Ok(content)
}

/// Undoes PNG's row filters, which other programs use for their tables of objects.
fn predict(content: Vec<u8>, parameters: &Dict) -> Result<Vec<u8>, ReadError> {
    let fault = ReadError::Damaged("a stream is packed in an unknown way");
    let number = |key: &[u8], usual| match parameters.get(key) {
        None => Ok(usual),
        Some(value) => value.as_count().ok_or_else(|| fault.clone()),
    };
    let (predictor, columns) = (number(b"Predictor", 1)?, number(b"Columns", 1)?);
    if predictor == 1 {
        return Ok(content);
    }
    let plain = number(b"Colors", 1)? == 1 && number(b"BitsPerComponent", 8)? == 8;
    if !(10..=15).contains(&predictor) || !plain || !(1..=1_000).contains(&columns) {
        return Err(fault);
    }
    let mut above = vec![0u8; columns];
    let mut rows = Vec::with_capacity(content.len());
    for packed in content.chunks(columns + 1) {
        let Some((kind, packed)) = packed.split_first() else {
            continue;
        };
        let mut row: Vec<u8> = Vec::with_capacity(columns);
        let (mut left, mut above_left) = (0u8, 0u8);
        for (byte, above) in packed.iter().zip(&above) {
            let guess = match kind {
                0 => 0,
                1 => left,
                2 => *above,
                3 => left.midpoint(*above),
                4 => paeth(left, *above, above_left),
                _ => return Err(fault),
            };
            left = byte.wrapping_add(guess);
            above_left = *above;
            row.push(left);
        }
        row.resize(columns, 0);
        rows.extend(&row);
        above = row;
    }
    Ok(rows)
}

fn paeth(left: u8, above: u8, above_left: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(above_left);
    let distance = |byte: u8| (guess - i16::from(byte)).abs();
    if distance(left) <= distance(above) && distance(left) <= distance(above_left) {
        left
    } else if distance(above) <= distance(above_left) {
        above
    } else {
        above_left
    }
}
