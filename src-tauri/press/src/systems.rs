//! Names of fonts that systems bring along, for the scripts that no shipped font has.

/// Families for Chinese (simplified, traditional), Japanese and Korean, in the order of [`crate::fonts::Han`]:
/// Debian's Noto or Source Han, then Windows, then macOS, then older Linux fonts.
pub(crate) const EAST_ASIAN: [&[&str]; 4] = [
    &[
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Source Han Sans SC",
        "Microsoft YaHei",
        "PingFang SC",
        "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
        "SimSun",
        "Droid Sans Fallback",
        "Noto Sans CJK JP",
    ],
    &[
        "Noto Sans CJK TC",
        "Noto Sans TC",
        "Source Han Sans TC",
        "Microsoft JhengHei",
        "PingFang TC",
        "AR PL UMing TW",
        "WenQuanYi Micro Hei",
        "Droid Sans Fallback",
        "Noto Sans CJK SC",
    ],
    &[
        "Noto Sans CJK JP",
        "Noto Sans JP",
        "Source Han Sans JP",
        "Yu Gothic",
        "Meiryo",
        "Hiragino Sans",
        "IPAGothic",
        "MS Gothic",
        "TakaoGothic",
        "Droid Sans Fallback",
        "Noto Sans CJK SC",
    ],
    &[
        "Noto Sans CJK KR",
        "Noto Sans KR",
        "Source Han Sans KR",
        "Malgun Gothic",
        "Apple SD Gothic Neo",
        "NanumGothic",
        "UnBatang",
        "Droid Sans Fallback",
        "Noto Sans CJK SC",
    ],
];

/// Families for everything else.
pub(crate) const OTHERS: &[&str] = &[
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Oriya",
    "Noto Sans Telugu",
    "Noto Sans Kannada",
    "Noto Sans Malayalam",
    "Noto Sans Sinhala",
    "Noto Sans Lao",
    "Noto Sans Myanmar",
    "Noto Serif Tibetan",
    "Noto Sans Mongolian",
    "Noto Sans Syriac",
    "Noto Sans Thaana",
    "Noto Sans NKo",
    "Noto Sans Cherokee",
    "Noto Sans Canadian Aboriginal",
    "Noto Sans Tifinagh",
    "Noto Sans Javanese",
    "Noto Sans Balinese",
    "Noto Sans Symbols",
    "Nirmala UI",
    "Leelawadee UI",
    "Myanmar Text",
    "Ebrima",
    "Gadugi",
    "Microsoft Himalaya",
    "Mongolian Baiti",
    "Segoe UI",
    "Segoe UI Symbol",
    "Segoe UI Historic",
    "Kohinoor Gujarati",
    "Arial Unicode MS",
    "DejaVu Sans",
    "FreeSans",
    "Unifont",
];

/// Whether the character is Han, kana, hangul or one of their signs.
pub(crate) fn is_east_asian(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11ff | 0x2e80..=0x9fff | 0xa960..=0xa97f | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff00..=0xffef | 0x1b000..=0x1b16f | 0x20000..=0x323af)
}

/// The script of a character of a living script outside the shipped fonts, as ISO 15924 code.
pub(crate) fn script_of(c: char) -> Option<[u8; 4]> {
    Some(*match u32::from(c) {
        0x700..=0x74f => b"Syrc",
        0x780..=0x7bf => b"Thaa",
        0x7c0..=0x7ff => b"Nkoo",
        0xa00..=0xa7f => b"Guru",
        0xa80..=0xaff => b"Gujr",
        0xb00..=0xb7f => b"Orya",
        0xc00..=0xc7f => b"Telu",
        0xc80..=0xcff => b"Knda",
        0xd00..=0xd7f => b"Mlym",
        0xd80..=0xdff => b"Sinh",
        0xe80..=0xeff => b"Laoo",
        0xf00..=0xfff => b"Tibt",
        0x1000..=0x109f | 0xa9e0..=0xa9ff | 0xaa60..=0xaa7f => b"Mymr",
        0x13a0..=0x13ff | 0xab70..=0xabbf => b"Cher",
        0x1400..=0x167f | 0x18b0..=0x18ff => b"Cans",
        0x1800..=0x18af => b"Mong",
        0x2d30..=0x2d7f => b"Tfng",
        0x1100..=0x11ff | 0x3130..=0x318f | 0xa960..=0xa97f | 0xac00..=0xd7ff => b"Hang",
        0x3040..=0x30ff | 0x31f0..=0x31ff => b"Hira",
        0x2e80..=0x303f
        | 0x3100..=0x312f
        | 0x3200..=0x9fff
        | 0xf900..=0xfaff
        | 0x20000..=0x323af => b"Hani",
        _ => return None,
    })
}
