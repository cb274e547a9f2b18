//! Versions of the agreement: what was frozen and signed, what changed between two, and an older wording
//! suggested again (R60).

use super::key::{kept, person};
use super::{Desk, Outcome, find_own, moment_words, paper};
use crate::api::relationship::Which;
use crate::api::version::{
    AmendmentView, Amendments, CompareVersions, ComparedChange, ComparedSection, ComparedVersion,
    Comparison, DraftView, FingerprintView, SignatureView, SignerView, TimeWords, VersionDetail,
    VersionFiles, VersionState, VersionView, Versions as VersionList, WhichVersion,
};
use crate::domain::agreement_text::{Text, TextPart, TextSection, TextStanding};
use crate::domain::comparison::{Change, changes, sentence, standing};
use crate::domain::ids::{HeadingId, RelationshipId};
use crate::domain::moment::Moment;
use crate::domain::redline::redline;
use crate::domain::side::Side;
use crate::domain::signature::{self, Confirmed, Kind, Signatures, Signed};
use crate::domain::suggestion::Place;
use crate::error::{Error, Result};
use crate::papers::agreement;
use crate::papers::facts::{AgreementFacts, Amendment, Stage};
use crate::papers::text;
use crate::record::setup;
use crate::record::versions::{Signature, Version, Versions};
use crate::store::Tx;
use crate::store::part::PartRow;
use crate::trust::{Fingerprint, canonical, check};
use fairlead_press::Paper;

/// A moment of the record with its words.
pub(crate) fn told(at: &str) -> TimeWords {
    Moment::from_text(at).map_or_else(
        || TimeWords {
            at: at.to_owned(),
            words: at.to_owned(),
        },
        |moment| TimeWords {
            at: moment.rfc3339(),
            words: format!("{} ({})", moment_words(&moment), moment.zone().name()),
        },
    )
}

/// A fingerprint for the screen.
pub(crate) fn view(fingerprint: Fingerprint) -> FingerprintView {
    FingerprintView {
        hex: fingerprint.hex(),
        short: fingerprint.short(),
        words: fingerprint.words().to_vec(),
    }
}

/// The text of record of a version.
pub(crate) fn text_of(version: &Version) -> Result<Text> {
    check::read_text(version.text.as_bytes())
        .map_err(|fault| Error::Internal(format!("version {}: {}", version.number, fault.code())))
}

/// Gives the facts of the agreement as it is now their place behind the signed versions: number, what they
/// follow, and what changed.
pub(crate) fn place(versions: &Versions, facts: &mut AgreementFacts) -> Result<()> {
    facts.version = versions.next_number();
    let Some(last) = versions.newest_signed() else {
        return Ok(());
    };
    let before = text_of(last)?;
    facts.follows = Some(last.sha256.clone());
    let number = facts.version;
    let mut amendments = text::facts(&before, Stage::Signed, None, facts.made).amendments;
    amendments.extend(
        changes(&before, &text::of(facts))
            .iter()
            .map(|change| Amendment {
                version: number,
                on: None,
                section: change.section.clone(),
                text: sentence(change),
            }),
    );
    facts.amendments = amendments;
    Ok(())
}

/// The draft as it is now.
pub(crate) fn draft(desk: &Desk<'_>, relationship: &RelationshipId) -> Result<Text> {
    Ok(text::of(&paper::facts(desk, relationship)?))
}

/// How somebody signed, in words.
fn how(signature: &Signature) -> String {
    match (signature.kind, &signature.statement.paper) {
        (Kind::Typed, _) => "by typing the name".to_owned(),
        (Kind::Drawn, _) => "by drawing on the screen".to_owned(),
        (Kind::OnPaper, Some(paper)) => {
            let on = crate::domain::dates::from_iso(&paper.signed_on);
            let on = on.map_or_else(|_| paper.signed_on.clone(), crate::domain::dates::long);
            let scan = if paper.scan.is_some() {
                ", with a scan"
            } else {
                ""
            };
            format!("by hand on paper, {on}{scan}")
        }
        (Kind::OnPaper, None) => "by hand on paper".to_owned(),
    }
}

fn signature_view(version: &Version, signature: &Signature) -> SignatureView {
    SignatureView {
        id: signature.id.clone(),
        name: signature.statement.name.clone(),
        kind: signature.kind,
        how: how(signature),
        at: told(&signature.at),
        drawing: signature.statement.drawing.clone(),
        paper: signature.statement.paper.clone(),
        confirmed: version
            .confirmation(signature)
            .map(|confirmed| told(&confirmed.at)),
        waits_for_confirmation: version.waits_for_confirmation(signature),
    }
}

/// When the last signature or confirmation made a version complete.
fn signed_at(version: &Version) -> Option<&str> {
    let signatures = version.signatures.iter().map(|each| each.at.as_str());
    let confirmations = version.confirmations.iter().map(|each| each.at.as_str());
    version.is_signed().then_some(())?;
    signatures
        .chain(confirmations)
        .max_by_key(|at| Moment::from_text(at).map(|moment| moment.utc()))
}

/// A version for the screen.
pub(crate) fn version_view(tx: &Tx<'_>, part: &PartRow, version: &Version) -> Result<VersionView> {
    let text = text_of(version)?;
    let mut people = Vec::new();
    for side in [Side::Mentee, Side::Mentor] {
        let key = crate::trust::key::PublicKey::from_hex(version.keys.of(side))
            .ok_or_else(|| Error::Internal("a key of a version cannot be read".to_owned()))?;
        people.push(SignerView {
            side,
            name: text.person(side).name.clone(),
            key: view(key.fingerprint()),
            kept_here: kept(tx, person(part, side))?
                .is_some_and(|kept| kept.secrets.public() == key),
            signature: version
                .signature(side)
                .map(|signature| signature_view(version, signature)),
        });
    }
    let state = match (&version.withdrawal, version.is_signed()) {
        (Some(_), _) => VersionState::Withdrawn,
        (None, true) => VersionState::Signed,
        (None, false) => VersionState::Waiting,
    };
    Ok(VersionView {
        id: version.id.clone(),
        number: version.number,
        state,
        words: words(version, &text),
        fingerprint: view(Fingerprint::of(version.text.as_bytes())),
        frozen: told(&version.frozen_at),
        signed: signed_at(version).map(told),
        people,
    })
}

/// How far a version has come, in a sentence.
fn words(version: &Version, text: &Text) -> String {
    let number = version.number;
    let name = |side: Side| text.person(side).name.as_str();
    if let Some(withdrawal) = &version.withdrawal {
        let on = told(&withdrawal.at).words;
        return if withdrawal.superseded {
            format!("Version {number} was frozen and changed again before anybody signed, on {on}.")
        } else {
            format!(
                "Version {number} was taken back by {} before both had signed, on {on}.",
                name(withdrawal.side)
            )
        };
    }
    if let Some(at) = signed_at(version) {
        return format!(
            "Version {number} was signed by both, on {}.",
            told(at).words
        );
    }
    let waiting: Vec<&str> = Side::BOTH
        .into_iter()
        .filter(|side| version.signature(*side).is_none())
        .map(name)
        .collect();
    if waiting.is_empty() {
        return format!(
            "Version {number} is signed, and a signature by hand waits to be confirmed by the other person."
        );
    }
    format!(
        "Version {number} is frozen and waits for the signature of {}.",
        waiting.join(" and ")
    )
}

/// A signed version by its number.
pub(crate) fn find_signed<'v>(
    versions: &'v Versions,
    field: &str,
    number: u32,
) -> Result<&'v Version> {
    versions
        .signed()
        .find(|version| version.number == number)
        .ok_or_else(|| {
            Error::field(
                "not_found",
                field,
                format!("There is no signed version {number} of this agreement. Nothing was changed. version.list names those that there are."),
            )
        })
}

/// All versions, the newest first.
pub(crate) fn list(desk: &Desk<'_>, request: Which) -> Result<Outcome<VersionList>> {
    let draft = draft(desk, &request.relationship)?;
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let versions = Versions::load(tx, &part.relationship)?;
        let count = match versions.newest_signed() {
            Some(last) => Some(changes(&text_of(last)?, &draft).len()),
            None => None,
        };
        let number = versions.next_number();
        Ok(Outcome::read(VersionList {
            versions: versions
                .0
                .iter()
                .rev()
                .map(|version| version_view(tx, &part, version))
                .collect::<Result<_>>()?,
            draft: DraftView {
                number,
                changes: count.map(|count| u32::try_from(count).unwrap_or(u32::MAX)),
                words: match count {
                    None => "Nothing has been signed yet: this is the draft of version 1.".to_owned(),
                    Some(0) => "Nothing has changed since the newest signed version.".to_owned(),
                    Some(1) => format!("One thing has changed since version {}. Signing it makes version {number}.", number - 1),
                    Some(count) => format!("{count} things have changed since version {}. Signing them makes version {number}.", number - 1),
                },
            },
        }))
    })
}

/// What the signatures under a version show, and what they do not (B4).
pub(crate) fn proof(names: [&str; 2], owner: &str, all_kept_here: bool) -> Vec<String> {
    let [mentee, mentor] = names;
    let mut said = vec![format!(
        "What they show: exactly this text was signed with two keys, one for {mentee} and one for {mentor}, under these names and at these times. If one letter of it changes, the check fails."
    )];
    said.push(if all_kept_here {
        format!(
            "What they do not show by themselves: who sat at the keyboard. Both keys are kept on one computer, {owner}'s, and whoever can open Fairlead there could have signed for both."
        )
    } else {
        "What they do not show by themselves: who held a key. That is as sure as the call on which you compared the words of your keys.".to_owned()
    });
    said.push("The times are those of the computer's clock. Nobody outside has checked your names or the time, so this is no signature with a proven identity, as a notary or a signature service would give.".to_owned());
    said
}

/// The proof of one version.
pub(crate) fn proof_of(tx: &Tx<'_>, part: &PartRow, version: &Version) -> Result<Vec<String>> {
    let text = text_of(version)?;
    let mut here = true;
    for side in Side::BOTH {
        here &= kept(tx, person(part, side))?
            .is_some_and(|kept| kept.secrets.public().hex() == version.keys.of(side));
    }
    let names = [text.mentee.name.as_str(), text.mentor.name.as_str()];
    Ok(proof(names, &text.person(version.computer_of).name, here))
}

/// The document of a frozen or signed version, drawn from its text of record.
pub(crate) fn document(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    version: &Version,
) -> Result<fairlead_press::Document> {
    let stage = if version.is_signed() {
        Stage::Signed
    } else {
        Stage::Frozen
    };
    let logo = setup::logo(tx, relationship)?.map(|logo| (logo.png, logo.words));
    let facts = text::facts(&text_of(version)?, stage, logo, paper::made(desk)?);
    Ok(agreement::document(&facts, Paper::A4))
}

/// One signed version, whole.
pub(crate) fn get(desk: &Desk<'_>, request: WhichVersion) -> Result<Outcome<VersionDetail>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let versions = Versions::load(tx, &part.relationship)?;
        let version = find_signed(&versions, "version", request.version)?;
        Ok(Outcome::read(VersionDetail {
            version: version_view(tx, &part, version)?,
            document: document(desk, tx, &part.relationship, version)?,
            record: super::signing_record::events(tx, &part.relationship, &versions, version)?,
            proof: proof_of(tx, &part, version)?,
        }))
    })
}

/// What stands under a version, as it travels.
pub(crate) fn signatures(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    versions: &Versions,
    version: &Version,
) -> Result<Signatures> {
    Ok(Signatures {
        format: signature::FORMAT.to_owned(),
        relationship: relationship.to_string(),
        version: version.number,
        agreement: version.sha256.clone(),
        keys: version.keys.clone(),
        signatures: version
            .signatures
            .iter()
            .map(|each| Signed {
                statement: each.statement.clone(),
                signature: each.signature.clone(),
                certificate: each.certificate.clone(),
            })
            .collect(),
        confirmations: version
            .confirmations
            .iter()
            .map(|each| Confirmed {
                statement: each.statement.clone(),
                signature: each.signature.clone(),
            })
            .collect(),
        record: super::signing_record::events(tx, relationship, versions, version)?,
    })
}

/// The two files of a signed version.
pub(crate) fn files(desk: &Desk<'_>, request: WhichVersion) -> Result<Outcome<VersionFiles>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let versions = Versions::load(tx, &part.relationship)?;
        let version = find_signed(&versions, "version", request.version)?;
        let signatures = signatures(tx, &part.relationship, &versions, version)?;
        let bytes = canonical::bytes(&signatures).map_err(Error::Internal)?;
        Ok(Outcome::read(VersionFiles {
            agreement: version.text.clone(),
            signatures: String::from_utf8(bytes)
                .map_err(|error| Error::Internal(error.to_string()))?,
        }))
    })
}

/// What a section says, in lines.
pub(crate) fn lines(section: Option<&TextSection>) -> Vec<String> {
    let Some(section) = section else {
        return Vec::new();
    };
    let mut lines: Vec<String> = section.sentence.iter().cloned().collect();
    for answer in &section.answers {
        lines.push(match (answer.by, answer.label.as_str()) {
            (_, "") => answer.words.clone(),
            (Some(side), label) => format!("{label} ({}): {}", side.key(), answer.words),
            (None, label) => format!("{label}: {}", answer.words),
        });
    }
    if section.standing != TextStanding::Agreed {
        lines.push(format!("({})", standing(section.standing)));
    }
    lines
}

/// The place of the words that changed, in whichever of the two texts has them.
fn wording_of(change: &Change, before: &Text, after: &Text) -> Option<Place> {
    let id = change.section.as_deref()?;
    // A section that is gone has no place any more where its words could stand.
    let section = after.section(id)?;
    if section.part == TextPart::Own {
        return change.label.is_empty().then(|| Place::Heading {
            heading: HeadingId(id.to_owned()),
        });
    }
    if change.label == "Wording" && change.side.is_none() {
        return Some(Place::Sentence {
            section: id.to_owned(),
        });
    }
    let field = [after, before]
        .into_iter()
        .filter_map(|text| text.section(id))
        .flat_map(|section| &section.answers)
        .find(|answer| answer.label == change.label && answer.by == change.side)?;
    Some(Place::Answer {
        field: field.id.clone(),
        side: change.side,
    })
}

/// Holds two versions against each other, side by side and as a list of changes.
pub(crate) fn compare(desk: &Desk<'_>, request: CompareVersions) -> Result<Outcome<Comparison>> {
    let draft = draft(desk, &request.relationship)?;
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let versions = Versions::load(tx, &part.relationship)?;
        let named = |field: &str, number: u32| -> Result<(ComparedVersion, Text)> {
            let version = find_signed(&versions, field, number)?;
            let on = signed_at(version).map_or_else(String::new, |at| told(at).words);
            let compared = ComparedVersion {
                number,
                draft: false,
                title: format!("Version {number}, signed {on}"),
            };
            Ok((compared, text_of(version)?))
        };
        let (from, before) = match (request.from, versions.newest_signed()) {
            (Some(number), _) => named("from", number)?,
            (None, Some(newest)) => named("from", newest.number)?,
            (None, None) => {
                return Err(Error::field(
                    "not_found",
                    "from",
                    "Nothing has been signed yet, so that there is nothing to compare the draft with. Nothing was changed. Sign a first version, or look at the draft itself.",
                ));
            }
        };
        let (to, after) = match request.to {
            Some(number) => named("to", number)?,
            None => {
                let number = versions.next_number();
                let title = format!("Version {number}, draft");
                (ComparedVersion { number, draft: true, title }, draft.clone())
            }
        };
        let changes = changes(&before, &after);
        let touched = |id: &str| changes.iter().any(|change| change.section.as_deref() == Some(id));
        let gone = before.sections.iter().filter(|section| after.section(&section.id).is_none());
        let sections = after
            .sections
            .iter()
            .chain(gone)
            .map(|section| ComparedSection {
                section: section.id.clone(),
                title: section.name(),
                changed: touched(&section.id),
                before: lines(before.section(&section.id)),
                after: lines(after.section(&section.id)),
            })
            .collect();
        let changes = changes
            .into_iter()
            .map(|change| ComparedChange {
                pieces: redline(&change.before, &change.after),
                place: wording_of(&change, &before, &after),
                sentence: sentence(&change),
                change,
            })
            .collect();
        Ok(Outcome::read(Comparison { from, to, changes, sections }))
    })
}

/// Every change since the first signed version.
pub(crate) fn amendments(desk: &Desk<'_>, request: Which) -> Result<Outcome<Amendments>> {
    let draft = draft(desk, &request.relationship)?;
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        let versions = Versions::load(tx, &part.relationship)?;
        let route =
            |section: &str| format!("/relationship/{}/agreement/{section}", part.relationship);
        let amendments = draft.amendments.iter().map(|amendment| {
            let version = versions
                .signed()
                .find(|version| version.number == amendment.version);
            AmendmentView {
                version: amendment.version,
                signed: version.and_then(signed_at).map(told),
                text: amendment.text.clone(),
                route: amendment.section.as_deref().map(route),
            }
        });
        Ok(Outcome::read(Amendments {
            amendments: amendments.collect(),
        }))
    })
}
