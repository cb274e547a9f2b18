//! The frozen version on paper, to be signed by hand (B4): its text to the letter, and a page with lines for both and
//! the fingerprint that stands for that text.

use super::agreement;
use super::facts::Stage;
use super::signed::{code, lines, made, role};
use super::text;
use crate::domain::agreement_text::{self, Text};
use crate::domain::phrases::{self, ToSignWords};
use crate::domain::side::Side;
use crate::domain::signature::Statement;
use crate::trust::Fingerprint;
use crate::trust::fingerprint::in_groups;
use fairlead_press::{
    Attachment, Block, Document, Fact, LineStyle, Paper, QrCode, Relation, Run, SignatureBox,
    SignatureLine, TextStyle,
};

/// What a paper to be signed by hand is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct ToSign<'a> {
    /// The text of record.
    pub text: &'a Text,
    /// Its bytes.
    pub agreement: &'a [u8],
    /// What those have said who signed this version already.
    pub signed: &'a [&'a Statement],
    /// The programme's logo as a PNG in base64, and what it shows.
    pub logo: Option<&'a (String, String)>,
    /// The sheet.
    pub paper: Paper,
}

/// The paper. It is as old as its text: printed twice, it is the same twice.
pub fn document(of: &ToSign<'_>) -> Document {
    let words = phrases::to_sign();
    let fingerprint = Fingerprint::of(of.agreement);
    let facts = text::facts(of.text, Stage::Frozen, of.logo.cloned(), made(of.text));
    let mut document = agreement::without_signatures(&facts, of.paper);
    document.footer.after = format!("{} · {}", fingerprint.spoken(), fingerprint.short());
    document.blocks.push(Block::PageBreak);
    document.blocks.push(Block::KeepTogether {
        blocks: page(of, fingerprint, words),
    });
    document.attachments = vec![Attachment {
        name: agreement_text::FILE.to_owned(),
        mime: "application/json".to_owned(),
        relation: Relation::Source,
        description: phrases::signed().attachments.agreement.clone(),
        bytes: of.agreement.to_vec(),
    }];
    document
}

fn page(of: &ToSign<'_>, fingerprint: Fingerprint, words: &ToSignWords) -> Vec<Block> {
    let usual = phrases::signed();
    let fact = |label: &str, value: String| Fact {
        label: label.to_owned(),
        value: vec![Run::bold(value)],
    };
    vec![
        Block::heading(1, &usual.heading),
        Block::text(TextStyle::Body, &words.signing),
        Block::Signatures {
            boxes: [Side::Mentee, Side::Mentor]
                .map(|side| signature(of, side, words))
                .to_vec(),
        },
        Block::text(TextStyle::Small, &words.after),
        Block::heading(2, &usual.fingerprint),
        Block::Facts {
            facts: vec![
                fact(&usual.spoken, fingerprint.words().join(" - ")),
                fact(&usual.digits, in_groups(&fingerprint.hex(), 8)),
            ],
        },
        Block::QrCode(QrCode {
            text: code(fingerprint),
            label: words.spoken.clone(),
            alternative: usual.code_alternative.clone(),
        }),
    ]
}

/// A person's lines: empty to be written on, or what they have signed already.
fn signature(of: &ToSign<'_>, side: Side, words: &ToSignWords) -> SignatureBox {
    let usual = phrases::signed();
    let name = &of.text.person(side).name;
    let line = |label: &str| SignatureLine {
        label: label.to_owned(),
        ..SignatureLine::default()
    };
    let signed = of.signed.iter().find(|statement| statement.role == side);
    SignatureBox {
        role: role(of.text, side),
        // On the lines of those who are still to sign, it stands on a line of its own.
        name: signed.map_or_else(String::new, |_| name.clone()),
        thread: match side {
            Side::Mentor => LineStyle::Solid,
            Side::Mentee => LineStyle::Dashed,
        },
        lines: signed.map_or_else(
            || {
                let named = SignatureLine {
                    value: name.clone(),
                    ..line(&words.name)
                };
                vec![
                    named,
                    line(&usual.signature),
                    line(&usual.date),
                    line(&words.place),
                ]
            },
            |statement| lines(statement),
        ),
        ..SignatureBox::default()
    }
}
