//! Canonical JSON (RFC 8785): one value has one sequence of bytes.

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

/// The deepest nesting that is read. Nothing that Fairlead writes is deeper than eight.
const DEEPEST: usize = 16;

/// Why bytes are not taken for a canonical text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// No JSON, or not of the type asked for; with what the reader says.
    #[error("{0}")]
    Json(String),
    /// JSON of the right type, but not in the one canonical form: other order, spaces, doubled names.
    #[error("it is not in the canonical form")]
    NotCanonical,
}

/// The canonical bytes of a value.
///
/// # Errors
/// The writer's words for what JSON has no form for: a number that is none, a map whose names are no text.
pub fn bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
    serde_json_canonicalizer::to_vec(value).map_err(|error| error.to_string())
}

/// Reads a value, and takes it only in its canonical form: what is read is exactly what the bytes say.
///
/// # Errors
/// [`Unreadable`].
pub fn read<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    if depth(bytes) > DEEPEST {
        return Err(Unreadable::Json("it is nested too deeply".to_owned()));
    }
    let value: T =
        serde_json::from_slice(bytes).map_err(|error| Unreadable::Json(error.to_string()))?;
    match self::bytes(&value) {
        Ok(again) if again == bytes => Ok(value),
        Ok(_) | Err(_) => Err(Unreadable::NotCanonical),
    }
}

/// How deep brackets are nested outside of strings.
fn depth(bytes: &[u8]) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    let mut quoted = false;
    let mut escaped = false;
    for byte in bytes {
        if quoted {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => quoted = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => {
                now += 1;
                most = most.max(now);
            }
            b'}' | b']' => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn canonical(text: &str) -> String {
        let value: Value = serde_json::from_str(text).unwrap();
        String::from_utf8(bytes(&value).unwrap()).unwrap()
    }

    #[test]
    fn the_samples_of_rfc_8785_come_out_as_it_says() {
        // Section 3.2.2 and 3.2.3: the sample, its order and its output.
        assert_eq!(
            canonical(
                "{\"numbers\":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],\
                 \"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\
                 \"literals\":[null,true,false]}"
            ),
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
             \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        );
        // Section 3.2.3: sorted by UTF-16 code units, not by code points.
        assert_eq!(
            canonical(
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\",\
                 \"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}"
            ),
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\",\
             \"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"
        );
    }

    #[test]
    fn numbers_come_out_as_in_appendix_b_of_rfc_8785() {
        for (bits, text) in [
            (0x0000_0000_0000_0000_u64, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] {
            let out = bytes(&f64::from_bits(bits)).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), text);
        }
        assert!(bytes(&f64::NAN).is_err());
        assert!(bytes(&f64::INFINITY).is_err());
    }

    #[test]
    fn what_is_not_canonical_is_not_read() {
        let good = br#"{"a":1,"b":[true,null]}"#;
        assert!(read::<Value>(good).is_ok());
        for bad in [
            br#"{"b":[true,null],"a":1}"#.as_slice(),
            br#"{"a":1, "b":[true,null]}"#,
            b"{\"a\":1,\"b\":[true,null]}\n",
            br#"{"a":1,"a":1,"b":[true,null]}"#,
            br#"{"a":1.0,"b":[true,null]}"#,
            b"\xef\xbb\xbf{\"a\":1,\"b\":[true,null]}",
            br#"{"\u0061":1,"b":[true,null]}"#,
        ] {
            assert!(
                read::<Value>(bad).is_err(),
                "{}",
                String::from_utf8_lossy(bad)
            );
        }
        let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
        assert!(matches!(
            read::<Value>(deep.as_bytes()),
            Err(Unreadable::Json(_))
        ));
        let brackets = bytes(&json!("[".repeat(100))).unwrap();
        assert!(
            read::<Value>(&brackets).is_ok(),
            "brackets in a text are no nesting"
        );
    }
}
