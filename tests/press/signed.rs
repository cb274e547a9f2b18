//! A paper with a signature page, its two signers, and the paper signed by both.

use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use fairlead_press::{
    Attachment, Block, Document, Drawing, Fact, LineStyle, Person, QrCode, Relation, Run,
    SecretKey, SignError, SignatureBox, SignatureField, SignatureLine, Signing, Stroke, Table,
    certificate, sign,
};

use crate::{sample::agreement, tools::press};

pub const FINGERPRINT: &str =
    "FAIRLEAD-AGR:1:3F2A9C01D4E5B6A7980011223344556677889900AABBCCDDEEFF001122334455";

/// One of the two people.
pub struct Signer {
    pub key: SecretKey,
    pub certificate: Vec<u8>,
    pub name: &'static str,
    pub field: &'static str,
    pub at: DateTime<Utc>,
}

impl Signer {
    pub fn new(seed: u8, name: &'static str, field: &'static str) -> Self {
        let key = SecretKey::from_bytes(&[seed; 32]).unwrap();
        let person = Person { name, title: field };
        let validity = (at("2026-11-01T00:00:00Z"), at("2056-11-01T00:00:00Z"));
        let certificate = certificate(&key, person, &[seed; 96], validity).unwrap();
        Self {
            key,
            certificate,
            name,
            field,
            at: at("2026-11-26T09:15:00Z"),
        }
    }

    pub fn sign(&self, pdf: &[u8]) -> Result<Vec<u8>, SignError> {
        let signing = Signing {
            key: &self.key,
            certificate: &self.certificate,
            field: self.field,
            name: self.name,
            at: self.at,
            reason: "I agree to this version",
        };
        sign(pdf, &signing)
    }
}

pub fn at(time: &str) -> DateTime<Utc> {
    time.parse().unwrap()
}

pub fn mentor() -> Signer {
    Signer::new(7, "Amara Okafor", "mentor")
}

pub fn mentee() -> Signer {
    let mut signer = Signer::new(9, "João da Silva Ferreira", "mentee");
    signer.at = at("2026-11-26T18:40:07Z");
    signer
}

/// A signature as a hand draws it: a loop, a line, a dot.
pub fn drawing(of: &str) -> Drawing {
    let curve = (0..60)
        .map(|step: i32| {
            let turn = f64::from(step) / 6.0;
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a place on a small picture"
            )]
            let place = |at: f64| at as i32;
            (
                place(20.0 + 5.0 * f64::from(step) + 18.0 * turn.sin()),
                place(50.0 + 35.0 * turn.cos()),
            )
        })
        .collect();
    Drawing {
        width: 360,
        height: 100,
        strokes: [curve, vec![(10, 90), (350, 80)], vec![(330, 20)]]
            .map(|points| Stroke { points })
            .into(),
        alternative: format!("Signature of {of}, drawn by hand"),
    }
}

/// A box as it is before the PDF is signed: signed in the app, with the field for the PDF's own signature.
pub fn signature_box(role: &str, name: &str, field: &str, line: SignatureLine) -> SignatureBox {
    let fact = |label: &str, value: &str| Fact {
        label: label.into(),
        value: vec![Run::plain(value)],
    };
    SignatureBox {
        role: role.into(),
        name: name.into(),
        thread: LineStyle::Solid,
        lines: vec![
            line,
            SignatureLine {
                label: "Date".into(),
                value: "Thursday 26 November 2026".into(),
                drawing: None,
            },
        ],
        details: vec![
            fact("Kind of signature:", "drawn by hand"),
            fact(
                "Signed:",
                "Thursday 26 November 2026, 10:15 (Europe/Lisbon, UTC+0)",
            ),
            fact("Key:", "9F86D081 884C7D65 9A2FEAA0 C55AD015"),
        ],
        field: Some(SignatureField {
            name: field.into(),
            tooltip: format!("Signature of the {field}"),
        }),
    }
}

/// The agreement with a signature page and both attachments.
pub fn paper() -> Document {
    let mut document = agreement(14);
    document.blocks.pop();
    let line = SignatureLine {
        label: "Signature".into(),
        ..SignatureLine::default()
    };
    let drawn = SignatureLine {
        drawing: Some(drawing("Amara Okafor")),
        ..line.clone()
    };
    let typed = SignatureLine {
        value: "João da Silva Ferreira".into(),
        ..line
    };
    document.blocks.extend([
        Block::PageBreak,
        Block::heading(1, "Signatures"),
        Block::Signatures {
            boxes: vec![
                signature_box("Mentor", "Amara Okafor", "mentor", drawn),
                signature_box("Mentee", "João da Silva Ferreira", "mentee", typed),
            ],
        },
        Block::QrCode(QrCode {
            text: FINGERPRINT.into(),
            label: "The fingerprint of this agreement, to compare with what the other has.".into(),
            alternative: "QR code with the fingerprint of this agreement".into(),
        }),
        Block::Table(Table::record(
            "What happened before signing",
            ["When", "What"],
            [
                (
                    "Monday 2 November 2026, 09:00",
                    "Amara Okafor began the agreement",
                ),
                ("Thursday 26 November 2026, 10:15", "Amara Okafor signed"),
            ],
        )),
    ]);
    document.attachments = vec![
        attachment("agreement.json", Relation::Source, b"{\"version\":2}"),
        attachment("signatures.json", Relation::Supplement, &[b'x'; 5_000]),
    ];
    document
}

pub fn attachment(name: &str, relation: Relation, bytes: &[u8]) -> Attachment {
    Attachment {
        name: name.into(),
        mime: "application/json".into(),
        relation,
        description: "The text of record".into(),
        bytes: bytes.into(),
    }
}

/// The paper, unsigned.
pub fn unsigned() -> &'static [u8] {
    static UNSIGNED: OnceLock<Vec<u8>> = OnceLock::new();
    UNSIGNED.get_or_init(|| press(&paper()).bytes)
}

/// The paper, signed by the mentor.
pub fn once() -> &'static [u8] {
    static ONCE: OnceLock<Vec<u8>> = OnceLock::new();
    ONCE.get_or_init(|| mentor().sign(unsigned()).unwrap())
}

/// The paper, signed by the mentor and then the mentee.
pub fn twice() -> &'static [u8] {
    static TWICE: OnceLock<Vec<u8>> = OnceLock::new();
    TWICE.get_or_init(|| mentee().sign(once()).unwrap())
}
