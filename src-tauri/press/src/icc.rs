//! The colour profile that PDF/A asks for: sRGB as a small matrix profile of version 2, written out here so that no file is needed.

/// An ICC profile: primaries of sRGB adapted to D50, one curve for all three.
pub(crate) fn srgb() -> Vec<u8> {
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", xyz(0.436_07, 0.222_49, 0.013_92)),
        (b"gXYZ", xyz(0.385_15, 0.716_87, 0.097_08)),
        (b"bXYZ", xyz(0.143_07, 0.060_61, 0.714_1)),
        (b"rTRC", curve()),
        (b"gTRC", curve()),
        (b"bTRC", curve()),
    ];
    let mut table = Vec::new();
    let mut data = Vec::new();
    push(&mut table, tags.len());
    let start = 128 + 4 + tags.len() * 12;
    for (name, body) in &tags {
        table.extend_from_slice(*name);
        push(&mut table, start + data.len());
        push(&mut table, body.len());
        data.extend_from_slice(body);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = Vec::new();
    push(&mut profile, start + data.len());
    profile.extend_from_slice(&[0; 4]);
    profile.extend_from_slice(&[2, 0x10, 0, 0]);
    profile.extend_from_slice(b"mntrRGB XYZ ");
    // 1 January 2024, midnight; a profile needs a date, and a fixed one keeps the file the same.
    for part in [2024_u16, 1, 1, 0, 0, 0] {
        profile.extend_from_slice(&part.to_be_bytes());
    }
    profile.extend_from_slice(b"acsp");
    profile.resize(68, 0);
    for part in [0.9642, 1.0, 0.8249] {
        profile.extend_from_slice(&fixed(part));
    }
    profile.resize(128, 0);
    profile.extend(table);
    profile.extend(data);
    profile
}

fn push(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend_from_slice(&u32::try_from(number).unwrap_or(0).to_be_bytes());
}

/// s15Fixed16Number.
#[expect(clippy::cast_possible_truncation, reason = "all numbers are near one")]
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65536.0).round() as i32).to_be_bytes()
}

fn xyz(x: f64, y: f64, z: f64) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    for part in [x, y, z] {
        tag.extend_from_slice(&fixed(part));
    }
    tag
}

/// Gamma 2.2, the usual short form of sRGB's curve.
fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    push(&mut tag, 1);
    tag.extend_from_slice(&0x0233_u16.to_be_bytes());
    tag
}

fn text(words: &str) -> Vec<u8> {
    let mut tag = b"text\0\0\0\0".to_vec();
    tag.extend_from_slice(words.as_bytes());
    tag.push(0);
    tag
}

fn description(words: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    push(&mut tag, words.len() + 1);
    tag.extend_from_slice(words.as_bytes());
    tag.push(0);
    // No Unicode and no Macintosh form.
    tag.resize(tag.len() + 4 + 4 + 2 + 1 + 67, 0);
    tag
}
