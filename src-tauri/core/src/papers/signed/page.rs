//! The signature page: a box for each person with what was signed there, the fingerprint with a code for a
//! telephone, what the signatures show and what not, and the record of what happened before.

use super::Signed;
use crate::domain::agreement_text::Text;
use crate::domain::dates;
use crate::domain::moment::Moment;
use crate::domain::phrases::{self, SignedWords};
use crate::domain::side::Side;
use crate::domain::signature::{Confirmation, Drawing, Event, Kind, Signatures, Statement};
use crate::trust::Fingerprint;
use crate::trust::fingerprint::in_groups;
use crate::trust::key::PublicKey;
use chrono::{DateTime, FixedOffset};
use fairlead_press::{
    self as press, Block, Fact, LineStyle, QrCode, Run, SignatureBox, SignatureField,
    SignatureLine, Stroke, Table, TextStyle,
};

/// What a telephone reads: the kind of thing, and the fingerprint.
const CODE: &str = "FAIRLEAD-AGR:1:";

/// What the code on the page says for a text of this fingerprint.
pub fn code(fingerprint: Fingerprint) -> String {
    format!("{CODE}{}", fingerprint.hex())
}

/// The name of a person's signature field in the PDF.
pub const fn field(side: Side) -> &'static str {
    side.key()
}

pub(super) fn blocks(signed: &Signed<'_>, fingerprint: Fingerprint) -> Vec<Block> {
    let words = phrases::signed();
    let boxes = [Side::Mentee, Side::Mentor]
        .iter()
        .map(|side| signature(signed, *side, words))
        .collect();
    let mut page = vec![
        Block::heading(1, &words.heading),
        Block::text(TextStyle::Body, &words.agreed),
        Block::Signatures { boxes },
    ];
    page.extend(proof(fingerprint, words));
    page.extend(one_computer(signed.signatures, words));
    vec![
        Block::PageBreak,
        Block::KeepTogether { blocks: page },
        Block::heading(2, &words.record),
        record(&signed.signatures.record, words),
        Block::text(TextStyle::Small, &words.record_note),
    ]
}

/// The fingerprint, and what can be done with it.
fn proof(fingerprint: Fingerprint, words: &SignedWords) -> Vec<Block> {
    let fact = |label: &str, value: String| Fact {
        label: label.to_owned(),
        value: vec![Run::bold(value)],
    };
    vec![
        Block::heading(2, &words.fingerprint),
        Block::Facts {
            facts: vec![
                fact(&words.spoken, fingerprint.words().join(" - ")),
                fact(&words.digits, in_groups(&fingerprint.hex(), 8)),
            ],
        },
        Block::QrCode(QrCode {
            text: code(fingerprint),
            label: words.code.clone(),
            alternative: words.code_alternative.clone(),
        }),
        Block::text(TextStyle::Small, &words.shows),
        Block::text(TextStyle::Small, &words.shows_not),
    ]
}

/// What follows from one computer for both, where it was one.
fn one_computer(signatures: &Signatures, words: &SignedWords) -> Option<Block> {
    let mut places = signatures
        .signatures
        .iter()
        .map(|signed| signed.statement.computer_of);
    let first = places.next()?;
    places.all(|place| place == first).then(|| {
        let said = words.one_computer.replace("{place}", place(first, words));
        Block::text(TextStyle::Small, said)
    })
}

fn place(side: Side, words: &SignedWords) -> &str {
    match side {
        Side::Mentor => &words.at_mentor,
        Side::Mentee => &words.at_mentee,
    }
}

/// The word for a side, as the programme has it (C29).
pub(in crate::papers) fn role(text: &Text, side: Side) -> String {
    let words = phrases::signed();
    let (own, usual) = match side {
        Side::Mentor => (text.words.mentor.as_ref(), &words.mentor),
        Side::Mentee => (text.words.mentee.as_ref(), &words.mentee),
    };
    own.unwrap_or(usual).clone()
}

fn signature(signed: &Signed<'_>, side: Side, words: &SignedWords) -> SignatureBox {
    let role = role(signed.text, side);
    let own = signed
        .signatures
        .signatures
        .iter()
        .map(|signed| &signed.statement)
        .find(|statement| statement.role == side);
    let mut each = SignatureBox {
        thread: match side {
            Side::Mentor => LineStyle::Solid,
            Side::Mentee => LineStyle::Dashed,
        },
        field: Some(SignatureField {
            name: field(side).to_owned(),
            tooltip: words.tooltip.replace("{role}", &role.to_lowercase()),
        }),
        role,
        ..SignatureBox::default()
    };
    if let Some(statement) = own {
        each.name.clone_from(&statement.name);
        each.lines = lines(statement);
        each.details = details(statement, signed.signatures, words);
    }
    each
}

/// What stands on the lines of somebody who has signed.
pub(in crate::papers) fn lines(statement: &Statement) -> Vec<SignatureLine> {
    let words = phrases::signed();
    let line = |label: &str, value: String| SignatureLine {
        label: label.to_owned(),
        value,
        drawing: None,
    };
    let value = match statement.kind {
        Kind::Typed => statement.name.clone(),
        Kind::Drawn => String::new(),
        Kind::OnPaper => words.by_hand.clone(),
    };
    let day = match &statement.paper {
        Some(paper) => dates::from_iso(&paper.signed_on).ok(),
        None => moment(&statement.at).map(|at| at.date_naive()),
    };
    vec![
        SignatureLine {
            drawing: statement
                .drawing
                .as_ref()
                .map(|drawn| drawing(drawn, &statement.name, words)),
            ..line(&words.signature, value)
        },
        line(&words.date, day.map_or_else(String::new, dates::long)),
    ]
}

fn drawing(drawn: &Drawing, name: &str, words: &SignedWords) -> press::Drawing {
    press::Drawing {
        width: drawn.width,
        height: drawn.height,
        strokes: drawn
            .strokes
            .iter()
            .map(|points| Stroke {
                points: points.clone(),
            })
            .collect(),
        alternative: words.drawing.replace("{name}", name),
    }
}

/// How it was signed, when, at whose computer, and with which key.
fn details(statement: &Statement, signatures: &Signatures, words: &SignedWords) -> Vec<Fact> {
    let fact = |label: &str, value: String| Fact {
        label: format!("{label}:"),
        value: vec![Run::plain(value)],
    };
    let kind = match statement.kind {
        Kind::Typed => &words.typed,
        Kind::Drawn => &words.drawn,
        Kind::OnPaper => &words.on_paper,
    };
    let mut all = vec![
        fact(&words.kind, kind.clone()),
        fact(&words.at, when(&statement.at, &statement.zone)),
    ];
    let confirmations = signatures.confirmations.iter();
    for confirmed in confirmations.map(|confirmed| &confirmed.statement) {
        if confirmed.role == statement.role.other() && statement.kind == Kind::OnPaper {
            all.push(fact(&words.confirmed, confirmation(confirmed)));
        }
    }
    let place = place(statement.computer_of, words);
    all.push(fact(&words.computer, place.to_owned()));
    let digits = statement.keys.of(statement.role);
    if let Some(key) = PublicKey::from_hex(digits) {
        let fingerprint = key.fingerprint();
        all.push(fact(
            &words.key,
            format!(
                "{} ({})",
                fingerprint.words().join(" - "),
                in_groups(&fingerprint.hex(), 4)
            ),
        ));
    }
    all
}

fn confirmation(confirmed: &Confirmation) -> String {
    let at = when(&confirmed.at, &confirmed.zone);
    format!("{}, {at}", confirmed.name)
}

fn moment(at: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(at).ok()
}

/// A moment with its zone: `Tuesday 24 March 2026, 10:15 (Europe/London, UTC+0)`. What is no moment is told as it is.
pub fn when(at: &str, zone: &str) -> String {
    let Some(moment) = moment(at) else {
        return at.to_owned();
    };
    let offset = moment.offset().local_minus_utc();
    let sign = if offset < 0 { '\u{2212}' } else { '+' };
    let (hours, minutes) = (offset.abs() / 3600, offset.abs() / 60 % 60);
    let minutes = if minutes == 0 {
        String::new()
    } else {
        format!(":{minutes:02}")
    };
    format!(
        "{}, {} ({zone}, UTC{sign}{hours}{minutes})",
        dates::long(moment.date_naive()),
        moment.format("%H:%M")
    )
}

fn record(events: &[Event], words: &SignedWords) -> Block {
    let rows = events.iter().map(|event| {
        let at = Moment::from_text(&event.at).map_or_else(
            || event.at.clone(),
            |moment| {
                let date = dates::long(moment.date());
                format!("{date}, {}", moment.civil().format("%H:%M"))
            },
        );
        (at, event.words.clone())
    });
    let head = [words.when.as_str(), &words.what];
    Block::Table(Table::record(words.record_caption.as_str(), head, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_with_its_zone() {
        let told = |at: &str, zone: &str| when(at, zone);
        assert_eq!(
            told("2026-03-24T10:15:00+00:00", "Europe/London"),
            "Tuesday 24 March 2026, 10:15 (Europe/London, UTC+0)"
        );
        assert_eq!(
            told("2026-03-24T10:15:00-04:00", "America/Toronto"),
            "Tuesday 24 March 2026, 10:15 (America/Toronto, UTC\u{2212}4)"
        );
        assert_eq!(
            told("2026-03-24T23:59:59+05:45", "Asia/Kathmandu"),
            "Tuesday 24 March 2026, 23:59 (Asia/Kathmandu, UTC+5:45)"
        );
        assert_eq!(told("yesterday", "Europe/London"), "yesterday");
    }

    #[test]
    fn the_code_is_the_fingerprint_with_its_kind() {
        let text = code(Fingerprint::of(b"text"));
        assert_eq!(text.len(), 15 + 64);
        assert!(text.starts_with("FAIRLEAD-AGR:1:"));
    }
}
