//! Packs the fonts that the press sets with. They come from npm's packages, pinned in ui/package.json.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script writes into its own output folder"
)]

use std::{env, error::Error, fs, io::Write, path::Path};

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
        let name = path.rsplit('/').next().unwrap_or(path);
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&font)?;
        fs::write(Path::new(&out).join(format!("{name}.z")), packed.finish()?)?;
    }
    writeln!(std::io::stdout(), "{}", lines.join("\n"))?;
    Ok(())
}
