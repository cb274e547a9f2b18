//! The fonts: which are shipped, which of them a document needs, and what the system adds where they end.
//!
//! Shipped fonts decide first, so that the same document looks the same everywhere; system fonts are asked only for
//! characters that no shipped font has (mostly Chinese, Japanese and Korean). What a document gets depends on its own text alone,
//! never on what was set before it.

use std::{
    collections::{BTreeSet, HashMap},
    io::Read,
    ops::RangeInclusive,
    sync::Arc,
};

use flate2::read::ZlibDecoder;
use parley::{
    FontContext, FontFamilyName, FontStyle, FontWeight,
    fontique::{
        Blob, Collection, CollectionOptions, FallbackKey, FontInfoOverride, Script, SourceCache,
    },
};
use skrifa::{
    FontRef, MetadataProvider,
    raw::{TableProvider, types::NameId},
};

use crate::{PressError, clean::ignorable, systems};

/// A font in the program file.
struct Shipped {
    /// The name it is registered under, so that a system font of the same name cannot take its place.
    family: &'static str,
    bold: bool,
    italic: bool,
    packed: &'static [u8],
    /// The characters that call for it; none for the two text families, which are always there.
    calls: &'static [RangeInclusive<u32>],
}

macro_rules! shipped {
    ($family:literal, $file:literal, $bold:literal, $italic:literal, $calls:expr) => {
        Shipped {
            family: $family,
            bold: $bold,
            italic: $italic,
            packed: include_bytes!(concat!(env!("OUT_DIR"), "/", $file, ".z")),
            calls: $calls,
        }
    };
}

const HEBREW: &[RangeInclusive<u32>] = &[0x590..=0x5ff, 0xfb1d..=0xfb4f];
const ARABIC: &[RangeInclusive<u32>] = &[
    0x600..=0x6ff,
    0x750..=0x77f,
    0x8a0..=0x8ff,
    0xfb50..=0xfdcf,
    0xfdf0..=0xfdff,
    0xfe70..=0xfefc,
];
/// Everything outside the scripts with a font of their own that the text families may not have.
const SYMBOLS: &[RangeInclusive<u32>] = &[0x2010..=0x2bff, 0x1d400..=0x1d7ff, 0x1f000..=0x1faff];

static SHIPPED: [Shipped; 21] = [
    shipped!("Fairlead Serif", "NotoSerif_400Regular", false, false, &[]),
    shipped!("Fairlead Serif", "NotoSerif_700Bold", true, false, &[]),
    shipped!(
        "Fairlead Serif",
        "NotoSerif_400Regular_Italic",
        false,
        true,
        &[]
    ),
    shipped!("Fairlead Sans", "NotoSans_400Regular", false, false, &[]),
    shipped!("Fairlead Sans", "NotoSans_700Bold", true, false, &[]),
    shipped!(
        "Fairlead Sans",
        "NotoSans_400Regular_Italic",
        false,
        true,
        &[]
    ),
    shipped!(
        "Fairlead Hebrew",
        "NotoSansHebrew_400Regular",
        false,
        false,
        HEBREW
    ),
    shipped!(
        "Fairlead Hebrew",
        "NotoSansHebrew_700Bold",
        true,
        false,
        HEBREW
    ),
    shipped!(
        "Fairlead Arabic",
        "NotoSansArabic_400Regular",
        false,
        false,
        ARABIC
    ),
    shipped!(
        "Fairlead Arabic",
        "NotoSansArabic_700Bold",
        true,
        false,
        ARABIC
    ),
    shipped!(
        "Fairlead Devanagari",
        "NotoSansDevanagari_400Regular",
        false,
        false,
        &[0x900..=0x97f, 0xa8e0..=0xa8ff]
    ),
    shipped!(
        "Fairlead Bengali",
        "NotoSansBengali_400Regular",
        false,
        false,
        &[0x964..=0x965, 0x980..=0x9ff]
    ),
    shipped!(
        "Fairlead Tamil",
        "NotoSansTamil_400Regular",
        false,
        false,
        &[0xb80..=0xbff]
    ),
    shipped!(
        "Fairlead Thai",
        "NotoSansThai_400Regular",
        false,
        false,
        &[0xe00..=0xe7f]
    ),
    shipped!(
        "Fairlead Khmer",
        "NotoSansKhmer_400Regular",
        false,
        false,
        &[0x1780..=0x17ff, 0x19e0..=0x19ff]
    ),
    shipped!(
        "Fairlead Georgian",
        "NotoSansGeorgian_400Regular",
        false,
        false,
        &[0x10a0..=0x10ff, 0x1c90..=0x1cbf, 0x2d00..=0x2d2f]
    ),
    shipped!(
        "Fairlead Armenian",
        "NotoSansArmenian_400Regular",
        false,
        false,
        &[0x530..=0x58f, 0xfb13..=0xfb17]
    ),
    shipped!(
        "Fairlead Ethiopic",
        "NotoSansEthiopic_400Regular",
        false,
        false,
        &[0x1200..=0x139f, 0x2d80..=0x2ddf, 0xab00..=0xab2f]
    ),
    shipped!(
        "Fairlead Math",
        "NotoSansMath_400Regular",
        false,
        false,
        SYMBOLS
    ),
    shipped!(
        "Fairlead Symbols",
        "NotoSansSymbols2_400Regular",
        false,
        false,
        SYMBOLS
    ),
    shipped!(
        "Fairlead Emoji",
        "NotoEmoji_400Regular",
        false,
        false,
        SYMBOLS
    ),
];

/// What stands for a character that no font has. It is in the symbol fonts.
pub(crate) const BOX: char = '\u{25a1}';

/// A font file that is in use: where its bytes are and what the PDF must know of it.
pub(crate) struct Face {
    pub(crate) data: Blob<u8>,
    pub(crate) index: u32,
    /// The PostScript name.
    pub(crate) name: String,
    pub(crate) units_per_em: u16,
}

/// Which way Han characters are drawn, since the same code has four national shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Han {
    Simplified,
    Traditional,
    Japanese,
    Korean,
}

/// The font families of one document, in the order in which they are asked.
pub(crate) struct Kit {
    /// Whether the system's fonts take part.
    pub(crate) system: bool,
    fallbacks: Vec<FontFamilyName<'static>>,
    extra: Vec<FontFamilyName<'static>>,
    symbols: Vec<FontFamilyName<'static>>,
    han: [Vec<FontFamilyName<'static>>; 4],
}

impl Kit {
    /// The families for text in serif or sans.
    pub(crate) fn stack(&self, serif: bool, han: Han) -> Vec<FontFamilyName<'static>> {
        let text = if serif {
            ["Fairlead Serif", "Fairlead Sans"]
        } else {
            ["Fairlead Sans", "Fairlead Serif"]
        };
        let [simplified, traditional, japanese, korean] = &self.han;
        let han = match han {
            Han::Simplified => simplified,
            Han::Traditional => traditional,
            Han::Japanese => japanese,
            Han::Korean => korean,
        };
        let mut stack: Vec<_> = text.into_iter().map(FontFamilyName::named).collect();
        for part in [&self.fallbacks, &self.symbols, han, &self.extra] {
            stack.extend(part.iter().cloned());
        }
        stack
    }
}

/// The shipped fonts that were ever needed, kept unpacked for the next document, and the faces of this one.
pub(crate) struct Fonts {
    shipped: FontContext,
    with_system: Option<FontContext>,
    unpacked: [Option<Blob<u8>>; SHIPPED.len()],
    faces: Vec<Face>,
    known: HashMap<(u64, u32), usize>,
}

impl Fonts {
    pub(crate) fn new() -> Self {
        Self {
            shipped: context(false),
            with_system: None,
            unpacked: [const { None }; SHIPPED.len()],
            faces: Vec::new(),
            known: HashMap::new(),
        }
    }

    /// The fonts for a document that uses these characters.
    ///
    /// # Errors
    /// [`PressError::Font`] if a shipped font cannot be unpacked.
    pub(crate) fn kit(&mut self, characters: &BTreeSet<char>) -> Result<Kit, PressError> {
        // Numbers of faces hold for one document. Fonts of the system are loaded anew for the next one, and would pile up.
        self.faces.clear();
        self.known.clear();
        let mut wanted = [false; SHIPPED.len()];
        let mut missing = BTreeSet::new();
        for (font, wanted) in SHIPPED.iter().zip(&mut wanted) {
            *wanted = font.calls.is_empty()
                || font.calls != SYMBOLS && characters.iter().any(|c| font.calls_for(*c));
        }
        self.unpack(&wanted)?;
        for c in characters.iter().filter(|c| !ignorable(**c)) {
            if !self.covered(*c, &wanted) {
                missing.insert(*c);
            }
        }
        // One after the other, since they are large. The first of them holds the box that stands for what nothing can show.
        for number in (0..SHIPPED.len()).filter(|number| {
            SHIPPED
                .get(*number)
                .is_some_and(|font| font.calls == SYMBOLS)
        }) {
            if missing.is_empty() {
                break;
            }
            if let Some(wanted) = wanted.get_mut(number) {
                *wanted = true;
            }
            self.unpack(&wanted)?;
            missing.retain(|c| !self.covered(*c, &wanted));
        }
        let mut kit = Kit {
            system: !missing.is_empty(),
            fallbacks: Vec::new(),
            extra: Vec::new(),
            symbols: Vec::new(),
            han: [const { Vec::new() }; 4],
        };
        for (font, wanted) in SHIPPED.iter().zip(&wanted) {
            let name = FontFamilyName::named(font.family);
            let part = if font.calls == SYMBOLS {
                &mut kit.symbols
            } else {
                &mut kit.fallbacks
            };
            if *wanted && !font.calls.is_empty() && !part.contains(&name) {
                part.push(name);
            }
        }
        if kit.system {
            self.ask_system(&mut kit, missing);
        }
        Ok(kit)
    }

    /// The context to lay out with.
    pub(crate) fn context(&mut self, kit: &Kit) -> &mut FontContext {
        match &mut self.with_system {
            Some(context) if kit.system => context,
            _ => &mut self.shipped,
        }
    }

    /// The number of the face with these bytes.
    pub(crate) fn face(&mut self, data: &Blob<u8>, index: u32) -> usize {
        let faces = &mut self.faces;
        *self.known.entry((data.id(), index)).or_insert_with(|| {
            // A font of the system is let go after a while, and has another number when it is read again. Kept as a
            // face of its own each time, it would fill the memory of a long session.
            let same = |face: &Face| face.index == index && face.data.data() == data.data();
            faces.iter().position(same).unwrap_or_else(|| {
                faces.push(Face::read(data.clone(), index));
                faces.len() - 1
            })
        })
    }

    /// The faces by number.
    pub(crate) fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// Unpacks the wanted faces that are still packed: side by side, since a process that sets one paper waits for
    /// them more than for anything else, and registers them in their order.
    fn unpack(&mut self, wanted: &[bool]) -> Result<(), PressError> {
        let mut missing: Vec<(&'static Shipped, &mut Option<Blob<u8>>)> = SHIPPED
            .iter()
            .zip(&mut self.unpacked)
            .zip(wanted)
            .filter(|((_, slot), wanted)| **wanted && slot.is_none())
            .map(|(face, _)| face)
            .collect();
        std::thread::scope(|scope| {
            let unpacking: Vec<_> = missing
                .iter()
                .map(|(font, _)| {
                    let font = *font;
                    scope.spawn(move || font.unpack())
                })
                .collect();
            for ((font, slot), bytes) in missing.iter_mut().zip(unpacking) {
                let bytes = bytes
                    .join()
                    .ok()
                    .flatten()
                    .ok_or(PressError::Font(font.family))?;
                let data = Blob::new(Arc::new(bytes));
                for context in [Some(&mut self.shipped), self.with_system.as_mut()]
                    .into_iter()
                    .flatten()
                {
                    font.register(context, &data);
                }
                **slot = Some(data);
            }
            Ok(())
        })
    }

    fn covered(&self, c: char, wanted: &[bool]) -> bool {
        u32::from(c) < 0x250 && !c.is_control()
            || self
                .unpacked
                .iter()
                .zip(wanted)
                .filter(|(_, wanted)| **wanted)
                .filter_map(|(data, _)| data.as_ref())
                .any(|data| shows(data, 0, c))
    }

    /// Adds the system's families for the characters that no shipped font has.
    fn ask_system(&mut self, kit: &mut Kit, mut missing: BTreeSet<char>) {
        let unpacked = &self.unpacked;
        let system = self.with_system.get_or_insert_with(|| {
            let mut context = context(true);
            for (font, data) in SHIPPED.iter().zip(unpacked) {
                if let Some(data) = data {
                    font.register(&mut context, data);
                }
            }
            context
        });
        if missing.iter().any(|c| systems::is_east_asian(*c)) {
            for (han, names) in kit.han.iter_mut().zip(systems::EAST_ASIAN) {
                han.extend(
                    names
                        .iter()
                        .filter(|name| family_shows(system, name, &mut missing))
                        .map(|name| FontFamilyName::named(name)),
                );
            }
        }
        for name in systems::OTHERS {
            if missing.is_empty() {
                return;
            }
            let before = missing.len();
            if family_shows(system, name, &mut missing) && missing.len() < before {
                kit.extra.push(FontFamilyName::named(name));
            }
        }
        // What is left goes to the family that the system itself prefers for the script.
        while let Some(c) = missing.pop_first() {
            let script = systems::script_of(c);
            let Some(script) = script else { continue };
            let families: Vec<_> = system
                .collection
                .fallback_families(FallbackKey::new(Script::from_bytes(script), None))
                .collect();
            for id in families {
                let Some(name) = system.collection.family_name(id).map(str::to_owned) else {
                    continue;
                };
                let mut wanted = BTreeSet::from([c]);
                if family_shows(system, &name, &mut wanted) && wanted.is_empty() {
                    family_shows(system, &name, &mut missing);
                    kit.extra.push(FontFamilyName::Named(name.into()));
                    break;
                }
            }
        }
    }
}

impl Shipped {
    fn calls_for(&self, c: char) -> bool {
        self.calls.iter().any(|range| range.contains(&u32::from(c)))
    }

    /// The face as it was before it was packed.
    fn unpack(&self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        ZlibDecoder::new(self.packed).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    fn register(&self, context: &mut FontContext, data: &Blob<u8>) {
        context.collection.register_fonts(
            data.clone(),
            Some(FontInfoOverride {
                family_name: Some(self.family),
                width: None,
                style: Some(if self.italic {
                    FontStyle::Italic
                } else {
                    FontStyle::Normal
                }),
                weight: Some(if self.bold {
                    FontWeight::BOLD
                } else {
                    FontWeight::NORMAL
                }),
                axes: None,
            }),
        );
    }
}

impl Face {
    fn read(data: Blob<u8>, index: u32) -> Self {
        let (name, units_per_em) =
            FontRef::from_index(data.data(), index).map_or((None, 1000), |font| {
                let name = font
                    .localized_strings(NameId::POSTSCRIPT_NAME)
                    .english_or_first();
                (
                    name.map(|name| name.chars().filter(char::is_ascii_alphanumeric).collect()),
                    font.head().map_or(1000, |head| head.units_per_em()),
                )
            });
        let name = name
            .filter(|name: &String| !name.is_empty())
            .unwrap_or_else(|| "Font".to_owned());
        Self {
            data,
            index,
            name,
            units_per_em: units_per_em.max(1),
        }
    }
}

fn context(system_fonts: bool) -> FontContext {
    FontContext {
        collection: Collection::new(CollectionOptions {
            shared: false,
            system_fonts,
        }),
        source_cache: SourceCache::default(),
    }
}

/// Whether the font has a glyph for the character.
pub(crate) fn shows(data: &Blob<u8>, index: u32, c: char) -> bool {
    FontRef::from_index(data.data(), index).is_ok_and(|font| {
        font.charmap()
            .map(c)
            .is_some_and(|glyph| glyph.to_u32() != 0)
    })
}

/// Whether the system has this family and it may be embedded; takes what it covers out of `missing`.
fn family_shows(context: &mut FontContext, name: &str, missing: &mut BTreeSet<char>) -> bool {
    let Some(family) = context.collection.family_by_name(name) else {
        return false;
    };
    let Some(font) = family.default_font() else {
        return false;
    };
    let Some(data) = font.load(Some(&mut context.source_cache)) else {
        return false;
    };
    let Ok(parsed) = FontRef::from_index(data.data(), font.index()) else {
        return false;
    };
    // OS/2 fsType 2 alone: the maker does not allow embedding. Bitmap fonts have no outlines to embed.
    let restricted = parsed.os2().is_ok_and(|table| table.fs_type() & 0xf == 2);
    let outlined = parsed.glyf().is_ok() || parsed.cff().is_ok();
    if restricted || !outlined {
        return false;
    }
    let charmap = parsed.charmap();
    missing.retain(|c| charmap.map(*c).is_none_or(|glyph| glyph.to_u32() == 0));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_that_is_read_again_is_the_same_face() {
        let mut fonts = Fonts::new();
        let mut wanted = [false; SHIPPED.len()];
        wanted[0] = true;
        fonts.unpack(&wanted).unwrap();
        let bytes = fonts.unpacked[0].as_ref().unwrap().data().to_vec();
        let [one, again] = [bytes.clone(), bytes].map(Blob::from);
        assert_ne!(one.id(), again.id());
        assert_eq!(fonts.face(&one, 0), fonts.face(&again, 0));
        assert_eq!(fonts.faces().len(), 1);
    }
}
