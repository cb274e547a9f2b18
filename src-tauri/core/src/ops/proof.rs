//! What a text of record and the signatures beside it are worth, in words: for whoever has the two files.

use super::key::{Seen, observe};
use super::version::{proof, text_of, view};
use super::{Desk, Outcome};
use crate::api::version::{CheckFiles, CheckedKey, FilesChecked, FoundFault, Verdict};
use crate::domain::agreement_text::Text;
use crate::domain::comparison::differing;
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::side::Side;
use crate::error::Result;
use crate::record::versions::Versions;
use crate::store::{Tx, part};
use crate::trust::check::{self, Checked, Fault, Which};
use crate::trust::key::PublicKey;

/// What somebody is called where no name can be read.
const fn role(side: Side) -> &'static str {
    match side {
        Side::Mentor => "the mentor",
        Side::Mentee => "the mentee",
    }
}

/// A fault in a sentence; `text` gives the names, where it can be read.
pub(crate) fn fault_words(fault: &Fault, text: Option<&Text>) -> String {
    let name = |side: Side| {
        text.map_or_else(
            || role(side).to_owned(),
            |text| text.person(side).name.clone(),
        )
    };
    let file = |which: Which| match which {
        Which::Agreement => "the text (agreement.json)",
        Which::Signatures => "the signatures (signatures.json)",
    };
    match fault {
        Fault::Unreadable(which, _) => {
            format!("It holds something else where {} should be.", file(*which))
        }
        Fault::OtherFormat(which, _) => format!(
            "It was made by another version of Fairlead, whose form of {} is not known here.",
            file(*which)
        ),
        Fault::NotCanonical(which) => format!(
            "The bytes of {} are not those that Fairlead writes: they were changed, even if they read the same.",
            file(*which)
        ),
        Fault::OtherVersion { text, signed } => format!(
            "The text is that of version {text}, and the signatures stand under version {signed}: they do not belong together."
        ),
        Fault::OtherRelationship => {
            "The signatures stand under the agreement of two other people.".to_owned()
        }
        Fault::TextDiffers => "The text is not the one that was signed.".to_owned(),
        Fault::BadKeys => "The keys named in it are no keys that two people could have.".to_owned(),
        Fault::Missing(side) => format!("The signature of {} is missing.", name(*side)),
        Fault::Twice(side) => format!("{} stands under it twice.", name(*side)),
        Fault::StatementDiffers(side, what) => format!(
            "What {} signed does not fit this version: {what} is another one.",
            name(*side)
        ),
        Fault::Wrong(side) => {
            format!(
                "The signature of {} does not hold: it was changed, or was made by another key.",
                name(*side)
            )
        }
        Fault::Unconfirmed(side) => format!(
            "The signature of {} was made by hand, and the other person's confirmation is missing.",
            name(*side)
        ),
        Fault::WrongConfirmation(side) => {
            format!("The confirmation by {} does not hold.", name(*side))
        }
    }
}

/// The verdict on what was checked. What cannot be read for a reason that is nobody's fault cannot be told.
pub(crate) fn verdict(checked: &Checked) -> Verdict {
    if checked.holds() {
        Verdict::Valid
    } else if checked
        .faults
        .iter()
        .all(|fault| matches!(fault, Fault::OtherFormat(..)))
    {
        Verdict::CannotTell
    } else {
        Verdict::NotValid
    }
}

/// Where a text differs from the version of the same number that both signed and that is kept here. The
/// text may be one that is no longer canonical, as long as its content can be read.
pub(crate) fn differences(tx: &Tx<'_>, agreement: &[u8]) -> Result<Vec<String>> {
    let Ok(text) = serde_json::from_slice::<Text>(agreement) else {
        return Ok(Vec::new());
    };
    let relationship = RelationshipId(text.relationship.clone());
    let versions = Versions::load(tx, &relationship)?;
    let Some(version) = versions.signed().find(|each| each.number == text.version) else {
        return Ok(Vec::new());
    };
    Ok(differing(&text_of(version)?, &text))
}

/// What is known here of the keys in a file.
pub(crate) fn keys(tx: &Tx<'_>, checked: &Checked, now: &Moment) -> Result<Vec<CheckedKey>> {
    let Some(signatures) = &checked.signatures else {
        return Ok(Vec::new());
    };
    let relationship = RelationshipId(signatures.relationship.clone());
    let known = part::one(tx, &relationship)?;
    let mut keys = Vec::new();
    for side in [Side::Mentee, Side::Mentor] {
        let Some(key) = PublicKey::from_hex(signatures.keys.of(side)) else {
            continue;
        };
        let name = checked.text.as_ref().map_or_else(
            || role(side).to_owned(),
            |text| text.person(side).name.clone(),
        );
        let fingerprint = view(key.fingerprint());
        let four = fingerprint.words.join(" - ");
        let seen = match &known {
            // Only what holds may pin a key.
            Some(part) if checked.holds() => Some(observe(tx, part, side, &key, now)?),
            Some(_) | None => None,
        };
        let (known, words) = match seen {
            Some(Seen::KeptHere) => (
                "kept_here",
                format!("The key of {name} is kept on this computer."),
            ),
            Some(Seen::Same) => ("same", format!("The key of {name} is the one known here.")),
            Some(Seen::First) => (
                "first",
                format!(
                    "This is the first key of {name} that was seen here, and it is remembered. Call each other and compare its four words: {four}."
                ),
            ),
            Some(Seen::Changed { since }) => (
                "changed",
                format!(
                    "The key of {name} has changed since {}. Call {name} and compare the four words of the new one: {four}. Until you have, it counts for nothing.",
                    Moment::from_text(&since)
                        .map_or(since, |at| crate::domain::dates::long(at.date()))
                ),
            ),
            None => (
                "unknown",
                format!(
                    "Whether this is the key of {name} cannot be told here. Its four words are: {four}."
                ),
            ),
        };
        keys.push(CheckedKey {
            side,
            key: fingerprint,
            known,
            words,
        });
    }
    Ok(keys)
}

fn words(verdict: Verdict, checked: &Checked, differs: &[String]) -> String {
    match (verdict, &checked.text) {
        (Verdict::Valid, Some(text)) => format!(
            "This is version {} of the agreement of {} and {}, exactly as both signed it.",
            text.version, text.mentee.name, text.mentor.name
        ),
        (Verdict::Valid | Verdict::CannotTell, _) => {
            "Whether this was signed cannot be told with this version of Fairlead.".to_owned()
        }
        (Verdict::NotValid, _) if !differs.is_empty() => format!(
            "This does not match what was signed: {} {}.",
            differs.join("; "),
            if differs.len() == 1 {
                "differs"
            } else {
                "differ"
            }
        ),
        (Verdict::NotValid, text) => checked.faults.first().map_or_else(String::new, |fault| {
            format!("This does not hold. {}", fault_words(fault, text.as_ref()))
        }),
    }
}

/// Checks the two files of a version.
pub(crate) fn check(desk: &Desk<'_>, request: CheckFiles) -> Result<Outcome<FilesChecked>> {
    let checked = check::check(request.agreement.as_bytes(), request.signatures.as_bytes());
    let verdict = verdict(&checked);
    desk.store.write(|tx| {
        let differs = if checked.holds() {
            Vec::new()
        } else {
            differences(tx, request.agreement.as_bytes())?
        };
        let keys = keys(tx, &checked, &desk.now)?;
        let proof = checked.text.as_ref().map_or_else(Vec::new, |text| {
            let here = keys.iter().all(|key| key.known == "kept_here");
            let names = [text.mentee.name.as_str(), text.mentor.name.as_str()];
            let owner = checked
                .signatures
                .as_ref()
                .and_then(|signatures| signatures.signatures.first())
                .map_or(Side::Mentee, |signed| signed.statement.computer_of);
            proof(names, &text.person(owner).name, here)
        });
        let changed: &[&str] = if keys
            .iter()
            .any(|key| matches!(key.known, "first" | "changed"))
        {
            &["relationships"]
        } else {
            &[]
        };
        Ok(Outcome::changed(
            FilesChecked {
                verdict,
                words: words(verdict, &checked, &differs),
                fingerprint: view(checked.fingerprint),
                version: checked.text.as_ref().map(|text| text.version),
                faults: checked
                    .faults
                    .iter()
                    .map(|fault| FoundFault {
                        code: fault.code(),
                        side: fault.side(),
                        words: fault_words(fault, checked.text.as_ref()),
                    })
                    .collect(),
                differs,
                keys,
                proof: if verdict == Verdict::Valid {
                    proof
                } else {
                    Vec::new()
                },
            },
            changed,
        ))
    })
}
