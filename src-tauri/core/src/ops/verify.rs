//! Verifying a paper from outside, with what is known here of its relationship: versions and keys.

use super::key::{Seen, is_confirmed, kept, observe, person};
use super::{Desk, find};
use crate::api::start::Sentence;
use crate::api::verify::{
    Agreement, Event, Finding as FindingView, KeyStanding, Signer as SignerView, Verdict, Verified,
    Weight,
};
use crate::domain::agreement_text::Text;
use crate::domain::comparison;
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::side::{Role, Side};
use crate::domain::signature::{Kind, Statement};
use crate::error::{Error, Result};
use crate::papers::signed::when;
use crate::record::versions::Versions;
use crate::store::Tx;
use crate::store::part::PartRow;
use crate::trust::check::read_text;
use crate::verify::{self, Examined, Finding, Signer};

/// What is known here of a paper.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// The relationship, where it is one of those kept here.
    relationship: Option<RelationshipId>,
    /// How far each key is known: mentee, mentor.
    keys: Vec<(Side, KeyStanding)>,
}

/// Holds a paper against what is kept here; what is found goes to its findings. A key that signed a sound text is
/// pinned when it is met for the first time.
pub(crate) fn known(desk: &Desk<'_>, examined: &mut Examined) -> Result<Known> {
    let Some(signatures) = &examined.signatures else {
        return Ok(Known::default());
    };
    let relationship = RelationshipId(signatures.relationship.clone());
    let version = signatures.version;
    desk.store.write(|tx| {
        let Some((part, role)) = present(tx, &relationship)? else {
            return Ok(Known::default());
        };
        let Some(own) = role.side() else {
            return Ok(Known::default());
        };
        let versions = Versions::load(tx, &relationship)?;
        compare(&versions, version, examined);
        let mut keys = Vec::new();
        if sound(examined) {
            for signer in examined.signers.clone() {
                let standing = match met(tx, &part, &versions, &signer, &desk.now)? {
                    Seen::KeptHere if signer.side == own => KeyStanding::Own,
                    Seen::KeptHere => KeyStanding::KeptHere,
                    Seen::Same => KeyStanding::Known,
                    Seen::First => {
                        examined.find(Finding::NewKey(signer.side));
                        KeyStanding::First
                    }
                    Seen::Changed { since } => {
                        let since = Moment::from_text(&since);
                        examined.find(Finding::OtherKey(
                            signer.side,
                            since.map_or_else(String::new, |since| dates::long(since.date())),
                        ));
                        KeyStanding::Changed
                    }
                };
                keys.push((signer.side, standing));
            }
        }
        Ok(Known {
            relationship: Some(relationship.clone()),
            keys,
        })
    })
}

/// The relationship, where it is kept here.
fn present(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Option<(PartRow, Role)>> {
    match find(tx, relationship) {
        Ok(found) => Ok(Some(found)),
        Err(Error::Refused(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Whether text and signatures belong together, so that the keys in them mean something.
fn sound(examined: &Examined) -> bool {
    let broken = |finding: &Finding| matches!(finding, Finding::Text(_) | Finding::Newer);
    !examined.findings.iter().any(broken) && examined.signers.iter().all(|signer| signer.text)
}

/// How far a signer's key is known. The versions that are kept here tell most: under them each of the two signed with a
/// key that is theirs. Another one is noted, so that the two can compare it by voice, and counts after that.
fn met(
    tx: &Tx<'_>,
    part: &PartRow,
    versions: &Versions,
    signer: &Signer,
    now: &Moment,
) -> Result<Seen> {
    let (side, key) = (signer.side, signer.key.hex());
    let own = person(part, side);
    let is_kept = kept(tx, own)?.is_some_and(|kept| kept.secrets.public() == signer.key);
    let mut signed = versions
        .signed()
        .filter_map(|version| Some((version.keys.of(side), version.signatures.last()?)))
        .peekable();
    let since = signed.peek().map(|(_, signature)| signature.at.clone());
    if !is_kept && signed.any(|(known, _)| known == key) {
        return Ok(Seen::Same);
    }
    let seen = observe(tx, part, side, &signer.key, now)?;
    match (seen, since) {
        (Seen::First | Seen::Same, Some(since)) if !is_confirmed(tx, part, side, &signer.key)? => {
            Ok(Seen::Changed { since })
        }
        (seen, _) => Ok(seen),
    }
}

/// Compares with the versions that are kept here.
fn compare(versions: &Versions, number: u32, examined: &mut Examined) {
    let kept = versions.signed().find(|version| version.number == number);
    let fingerprint = examined.fingerprint.map(|fingerprint| fingerprint.hex());
    if let (Some(kept), Some(fingerprint)) = (kept, fingerprint)
        && kept.sha256 != fingerprint
    {
        let signed: Option<Text> = read_text(kept.text.as_bytes()).ok();
        if let (Some(signed), Some(text)) = (signed, &examined.text) {
            examined.differing = comparison::differing(&signed, text);
        }
        // Where the text is not the signed one anyway, its own fault says so.
        if sound(examined) {
            examined.find(Finding::OtherText(number));
        }
    }
    if let Some(newest) = versions.newest_signed()
        && newest.number > number
        && let Some(last) = newest.signatures.last()
        && let Some(at) = Moment::from_text(&last.at)
    {
        examined.find(Finding::Later(newest.number, dates::long(at.date())));
    }
}

/// What was found, as it is told.
pub(crate) fn view(name: &str, bytes: u64, mut examined: Examined, known: &Known) -> Verified {
    if known.relationship.is_none() && sound(&examined) {
        for side in examined
            .signers
            .iter()
            .map(|signer| signer.side)
            .collect::<Vec<_>>()
        {
            examined.find(Finding::NewKey(side));
        }
    }
    let verdict = examined.verdict();
    let sentence = verify::sentence(&examined);
    let grave = examined
        .findings
        .first()
        .filter(|_| verdict != verify::Verdict::Valid);
    Verified {
        file: name.to_owned(),
        size: size(bytes),
        verdict: match verdict {
            verify::Verdict::Valid => Verdict::Valid,
            verify::Verdict::NotValid => Verdict::NotValid,
            verify::Verdict::CannotTell => Verdict::CannotTell,
        },
        title: verify::verdict(verdict).to_owned(),
        code: grave.map_or("valid", Finding::code).to_owned(),
        sentence: Sentence {
            happened: sentence.happened,
            safe: sentence.safe,
            next: sentence.next,
        },
        findings: examined
            .findings
            .iter()
            .map(|finding| finding_view(finding, &examined))
            .collect(),
        agreement: examined.text.as_ref().map(|text| Agreement {
            relationship: known.relationship.as_ref().map(ToString::to_string),
            version: text.version,
            between: format!("{} and {}", text.mentee.name, text.mentor.name),
            frozen: text.frozen_at.as_deref().and_then(moment),
        }),
        fingerprint: examined.fingerprint.map(|fingerprint| fingerprint.hex()),
        words: examined.fingerprint.map_or_else(Vec::new, |fingerprint| {
            fingerprint.words().map(str::to_owned).to_vec()
        }),
        signers: signers(&examined, known),
        record: examined
            .signatures
            .iter()
            .flat_map(|signatures| &signatures.record)
            .map(|event| Event {
                at: moment(&event.at).unwrap_or_else(|| event.at.clone()),
                words: event.words.clone(),
            })
            .collect(),
        differing: examined.differing,
    }
}

fn finding_view(finding: &Finding, examined: &Examined) -> FindingView {
    FindingView {
        code: finding.code().to_owned(),
        weight: match finding.weight() {
            verify::Weight::Fault => Weight::Fault,
            verify::Weight::Doubt => Weight::Doubt,
            verify::Weight::Note => Weight::Note,
        },
        side: finding.side(),
        text: verify::told(finding, examined),
    }
}

fn moment(at: &str) -> Option<String> {
    Moment::from_text(at).map(|moment| super::moment_words(&moment))
}

fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{} MB", bytes.div_ceil(1_000_000))
    }
}

fn signers(examined: &Examined, known: &Known) -> Vec<SignerView> {
    let statement = |side: Side| -> Option<&Statement> {
        let signatures = examined.signatures.as_ref()?;
        let mut all = signatures.signatures.iter().map(|signed| &signed.statement);
        all.find(|statement| statement.role == side)
    };
    examined
        .signers
        .iter()
        .map(|signer| {
            let statement = statement(signer.side);
            let found = known.keys.iter().find(|(side, _)| *side == signer.side);
            let standing = found.map_or(KeyStanding::Unknown, |(_, standing)| *standing);
            let fingerprint = signer.key.fingerprint();
            SignerView {
                side: signer.side,
                role: match signer.side {
                    Side::Mentor => "Mentor",
                    Side::Mentee => "Mentee",
                }
                .to_owned(),
                name: signer.name.clone(),
                kind: statement
                    .map_or("", |statement| kind(statement.kind))
                    .to_owned(),
                at: statement.map_or_else(String::new, |statement| {
                    when(&statement.at, &statement.zone)
                }),
                key_words: fingerprint.words().map(str::to_owned).to_vec(),
                key: fingerprint.hex(),
                standing,
                standing_text: standing_text(standing, &signer.name),
                text_signature: signer.text,
                pdf_signature: signer.pdf,
            }
        })
        .collect()
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Typed => "Name typed",
        Kind::Drawn => "Drawn on the screen",
        Kind::OnPaper => "By hand on paper, and confirmed by the other person",
    }
}

fn standing_text(standing: KeyStanding, name: &str) -> String {
    match standing {
        KeyStanding::Own => "This is your own key.".to_owned(),
        KeyStanding::KeptHere => {
            format!("This key is kept on this computer: {name} signed here.")
        }
        KeyStanding::Known => format!("Fairlead knows this key of {name}'s."),
        KeyStanding::First => format!(
            "Fairlead met this key of {name}'s just now for the first time, and remembers it. Compare its four words with {name}."
        ),
        KeyStanding::Changed => format!(
            "This is another key than the one Fairlead knows. Call {name} and compare the four words before you believe it."
        ),
        KeyStanding::Unknown => format!(
            "Fairlead knows nothing of this key. To be sure that it is {name}'s, compare its four words with {name}."
        ),
    }
}
