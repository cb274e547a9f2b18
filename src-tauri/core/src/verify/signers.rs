//! The PDF's own signatures, held against what the two signed.

use super::Finding;
use crate::domain::side::Side;
use crate::domain::signature::{Signatures, Signed};
use crate::papers::signed::{field, scan_file};
use crate::trust::key::{PublicKey, bound_to};
use crate::trust::{Fingerprint, seal};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::DateTime;
use fairlead_press::{Inspection, SignatureFacts, SignatureState};

/// One of the two, as the file tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// In which role.
    pub side: Side,
    /// The name that was signed with.
    pub name: String,
    /// The person's key.
    pub key: PublicKey,
    /// Whether the signature under the text is this key's.
    pub text: bool,
    /// Whether the PDF's own signature holds and belongs to the same key.
    pub pdf: bool,
}

/// The two as far as they signed, mentee first; what is wrong goes to the findings.
pub(super) fn signers(
    inspection: &Inspection,
    signatures: &Signatures,
    findings: &mut Vec<Finding>,
) -> Vec<Signer> {
    [Side::Mentee, Side::Mentor]
        .into_iter()
        .filter_map(|side| {
            let signed = signatures
                .signatures
                .iter()
                .find(|signed| signed.statement.role == side)?;
            let key = PublicKey::from_hex(signatures.keys.of(side))?;
            let found = pdf(inspection, side, signed, &key);
            let pdf = found.is_none();
            findings.extend(found);
            Some(Signer {
                side,
                name: signed.statement.name.clone(),
                text: seal::holds(&signed.statement, &signed.signature, &key),
                key,
                pdf,
            })
        })
        .collect()
}

/// The first thing that is wrong with a person's signature in the PDF.
fn pdf(inspection: &Inspection, side: Side, signed: &Signed, key: &PublicKey) -> Option<Finding> {
    let mut fields = inspection
        .fields
        .iter()
        .filter(|facts| facts.name == field(side));
    let signature = fields.next().and_then(|facts| facts.signature.as_ref());
    let (Some(signature), None) = (signature, fields.next()) else {
        return Some(Finding::Unsigned(side));
    };
    match signature.state {
        SignatureState::Sound if signature.whole => {}
        SignatureState::Sound | SignatureState::DigestDiffers => return Some(Finding::Bytes(side)),
        SignatureState::KeyDiffers => return Some(Finding::PdfKey(side)),
        SignatureState::Foreign => return Some(Finding::PdfForm(side)),
    }
    if !is_certified(signature, signed, key) {
        return Some(Finding::Certificate(side));
    }
    let at = DateTime::parse_from_rfc3339(&signed.statement.at).ok();
    (at.map(|at| at.to_utc()) != signature.at).then_some(Finding::Time(side))
}

/// Whether the certificate is the one of `signatures.json`, made by its own key, and bound to the person's key.
fn is_certified(signature: &SignatureFacts, signed: &Signed, key: &PublicKey) -> bool {
    let Some(certificate) = &signature.certificate else {
        return false;
    };
    let bound = certificate
        .binding
        .as_ref()
        .and_then(|binding| bound_to(binding, &certificate.key));
    certificate.self_signed
        && STANDARD.encode(&certificate.der) == signed.certificate
        && bound.as_ref() == Some(key)
}

/// Scans of signatures by hand are there, and are those that were signed for.
pub(super) fn scans(inspection: &Inspection, signatures: &Signatures, findings: &mut Vec<Finding>) {
    for statement in signatures.signatures.iter().map(|signed| &signed.statement) {
        let paper = statement.paper.as_ref();
        let Some(scan) = paper.and_then(|paper| paper.scan.as_ref()) else {
            continue;
        };
        let file = inspection.attachment(&scan_file(statement.role, &scan.mime));
        let same = file.is_some_and(|file| Fingerprint::of(&file.bytes).hex() == scan.sha256);
        if !same {
            findings.push(Finding::Scan(statement.role));
        }
    }
}
