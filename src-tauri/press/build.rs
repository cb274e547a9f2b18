//! Packs the fonts that the press sets with. They come from npm's packages, pinned in ui/package.json.
//!
//! What no paper needs stays behind: the names of glyphs, the programs that fit glyphs to the pixels of a
//! screen, and tables for columns and formulas. That is a seventh of their weight in the program.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script writes into its own output folder"
)]

use std::{collections::BTreeMap, env, error::Error, fs, io::Write, path::Path};

use flate2::{Compression, write::ZlibEncoder};

/// Package and file of every shipped font; `src/fonts.rs` names the same files.
const FONTS: &[(&str, &str)] = &[
    ("noto-serif", "400Regular/NotoSerif_400Regular"),
    ("noto-serif", "700Bold/NotoSerif_700Bold"),
    (
        "noto-serif",
        "400Regular_Italic/NotoSerif_400Regular_Italic",
    ),
    ("noto-sans", "400Regular/NotoSans_400Regular"),
    ("noto-sans", "700Bold/NotoSans_700Bold"),
    ("noto-sans", "400Regular_Italic/NotoSans_400Regular_Italic"),
    ("noto-sans-hebrew", "400Regular/NotoSansHebrew_400Regular"),
    ("noto-sans-hebrew", "700Bold/NotoSansHebrew_700Bold"),
    ("noto-sans-arabic", "400Regular/NotoSansArabic_400Regular"),
    ("noto-sans-arabic", "700Bold/NotoSansArabic_700Bold"),
    (
        "noto-sans-devanagari",
        "400Regular/NotoSansDevanagari_400Regular",
    ),
    ("noto-sans-bengali", "400Regular/NotoSansBengali_400Regular"),
    ("noto-sans-tamil", "400Regular/NotoSansTamil_400Regular"),
    ("noto-sans-thai", "400Regular/NotoSansThai_400Regular"),
    ("noto-sans-khmer", "400Regular/NotoSansKhmer_400Regular"),
    (
        "noto-sans-georgian",
        "400Regular/NotoSansGeorgian_400Regular",
    ),
    (
        "noto-sans-armenian",
        "400Regular/NotoSansArmenian_400Regular",
    ),
    (
        "noto-sans-ethiopic",
        "400Regular/NotoSansEthiopic_400Regular",
    ),
    ("noto-sans-math", "400Regular/NotoSansMath_400Regular"),
    (
        "noto-sans-symbols-2",
        "400Regular/NotoSansSymbols2_400Regular",
    ),
    ("noto-emoji", "400Regular/NotoEmoji_400Regular"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let packages = Path::new(&env::var("CARGO_MANIFEST_DIR")?)
        .join("../../ui/node_modules/@expo-google-fonts");
    let out = env::var("OUT_DIR")?;
    let mut lines = vec!["cargo::rerun-if-changed=build.rs".to_owned()];
    for (package, path) in FONTS {
        let source = packages.join(package).join(format!("{path}.ttf"));
        let Ok(font) = fs::read(&source) else {
            lines.push(format!(
                "cargo::error=The font {} is missing. Run: cargo xtask setup",
                source.display()
            ));
            lines.push(format!("cargo::rerun-if-changed={}", packages.display()));
            break;
        };
        lines.push(format!("cargo::rerun-if-changed={}", source.display()));
        let font = slim(&font).map_err(|error| format!("{}: {error}", source.display()))?;
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&font)?;
        fs::write(Path::new(&out).join(format!("{name}.z")), packed.finish()?)?;
    }
    writeln!(std::io::stdout(), "{}", lines.join("\n"))?;
    Ok(())
}

/// Tables for screens, columns and formulas.
const UNUSED: [&[u8]; 10] = [
    b"DSIG", b"MATH", b"VORG", b"cvt ", b"fpgm", b"gasp", b"hdmx", b"prep", b"vhea", b"vmtx",
];

/// What is said of a font that is not laid out as fonts are.
const CUT_OFF: &str = "the font ends too early";

/// The font without what no paper needs.
fn slim(font: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut tables = BTreeMap::new();
    for record in 0..usize::from(short(font, 4)?) {
        let record = 12 + 16 * record;
        let (offset, length) = (long(font, record + 8)?, long(font, record + 12)?);
        tables.insert(
            part(font, record, 4)?.to_vec(),
            part(font, offset, length)?.to_vec(),
        );
    }
    tables.retain(|tag, _| !UNUSED.contains(&tag.as_slice()));
    if let Some(post) = tables.get_mut(b"post".as_slice()) {
        // Version 3 has no names of glyphs.
        post.splice(..4, [0, 3, 0, 0]);
        post.truncate(32);
    }
    let table = |tag: &[u8; 4]| tables.get(tag.as_slice()).ok_or(CUT_OFF);
    let wide = short(table(b"head")?, 50)? == 1;
    let (glyf, loca) = without_programs(table(b"glyf")?, table(b"loca")?, wide)?;
    tables.insert(b"glyf".to_vec(), glyf);
    tables.insert(b"loca".to_vec(), loca);
    assembled(part(font, 0, 4)?, &tables)
}

/// The outlines without the programs of simple glyphs, and where each begins.
fn without_programs(
    glyf: &[u8],
    loca: &[u8],
    wide: bool,
) -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    let begin = |glyph: usize| {
        if wide {
            long(loca, 4 * glyph)
        } else {
            Ok(2 * usize::from(short(loca, 2 * glyph)?))
        }
    };
    let (mut outlines, mut begins) = (Vec::new(), Vec::new());
    for glyph in 0..loca.len() / if wide { 4 } else { 2 } {
        if wide {
            begins.extend(u32::try_from(outlines.len())?.to_be_bytes());
        } else {
            begins.extend(u16::try_from(outlines.len() / 2)?.to_be_bytes());
        }
        let at = begin(glyph)?;
        let Ok(end) = begin(glyph + 1) else { break };
        let outline = part(glyf, at, end.saturating_sub(at))?;
        // Negative where other glyphs are put together; nothing at all where nothing is drawn.
        match short(outline, 0).map(u16::cast_signed) {
            Ok(contours) if contours >= 0 => {
                let head = 10 + 2 * usize::try_from(contours)?;
                let program = usize::from(short(outline, head)?);
                outlines.extend(part(outline, 0, head)?);
                outlines.extend([0, 0]);
                outlines.extend(outline.get(head + 2 + program..).ok_or(CUT_OFF)?);
            }
            Ok(_) | Err(_) => outlines.extend(outline),
        }
        outlines.resize(outlines.len().next_multiple_of(4), 0);
    }
    Ok((outlines, begins))
}

/// A font file of these tables.
fn assembled(kind: &[u8], tables: &BTreeMap<Vec<u8>, Vec<u8>>) -> Result<Vec<u8>, Box<dyn Error>> {
    let count = u16::try_from(tables.len())?;
    let power = count.checked_ilog2().ok_or(CUT_OFF)?;
    let search = 16_u16 << power;
    let mut font = kind.to_vec();
    for number in [count, search, u16::try_from(power)?, 16 * count - search] {
        font.extend(number.to_be_bytes());
    }
    let mut body = Vec::new();
    let begin = font.len() + 16 * tables.len();
    for (tag, table) in tables {
        font.extend(tag);
        font.extend(checksum(table).to_be_bytes());
        font.extend(u32::try_from(begin + body.len())?.to_be_bytes());
        font.extend(u32::try_from(table.len())?.to_be_bytes());
        body.extend(table);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    font.extend(body);
    Ok(font)
}

fn checksum(table: &[u8]) -> u32 {
    table.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        word.iter_mut()
            .zip(chunk)
            .for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn part(bytes: &[u8], at: usize, length: usize) -> Result<&[u8], &'static str> {
    at.checked_add(length)
        .and_then(|end| bytes.get(at..end))
        .ok_or(CUT_OFF)
}

fn short(bytes: &[u8], at: usize) -> Result<u16, &'static str> {
    let bytes = part(bytes, at, 2)?;
    bytes
        .try_into()
        .map(u16::from_be_bytes)
        .map_err(|_| CUT_OFF)
}

fn long(bytes: &[u8], at: usize) -> Result<usize, Box<dyn Error>> {
    let bytes = part(bytes, at, 4)?.try_into()?;
    Ok(usize::try_from(u32::from_be_bytes(bytes))?)
}
