//! What a certificate says, and whether its own key signed it.

use base64ct::{Base64, Encoding};
use chrono::{DateTime, Utc};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};
use x509_cert::{
    Certificate,
    der::{Decode, Encode, oid::AssociatedOid},
    ext::pkix::{SubjectAltName, name::GeneralName},
    time::Time,
};

use super::CertificateFacts;
use crate::sign::{BINDING, COMMON_NAME};

/// The facts of a certificate; nothing if its key is none on P-256.
pub(super) fn facts(certificate: &Certificate) -> Option<CertificateFacts> {
    let tbs = &certificate.tbs_certificate;
    let key = tbs.subject_public_key_info.subject_public_key.raw_bytes();
    VerifyingKey::from_sec1_bytes(key).ok()?;
    let name = tbs
        .subject
        .0
        .iter()
        .flat_map(|part| part.0.iter())
        .find(|part| part.oid == COMMON_NAME)
        .map(|part| String::from_utf8_lossy(part.value.value()).into_owned());
    Some(CertificateFacts {
        der: certificate.to_der().ok()?,
        key: key.to_vec(),
        name: name.unwrap_or_default(),
        validity: (
            time(&tbs.validity.not_before)?,
            time(&tbs.validity.not_after)?,
        ),
        binding: binding(certificate),
        self_signed: certificate.signature.as_bytes().is_some_and(|signature| {
            tbs.to_der()
                .is_ok_and(|signed| verifies(key, &signed, signature))
        }),
    })
}

/// Whether the key made this signature (DER) over the message.
pub(super) fn verifies(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let (Ok(key), Ok(signature)) = (
        VerifyingKey::from_sec1_bytes(key),
        Signature::from_der(signature),
    ) else {
        return false;
    };
    key.verify(message, &signature).is_ok()
}

fn time(time: &Time) -> Option<DateTime<Utc>> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok()?;
    DateTime::from_timestamp(seconds, 0)
}

fn binding(certificate: &Certificate) -> Option<Vec<u8>> {
    let extensions = certificate.tbs_certificate.extensions.as_ref()?;
    let names = extensions
        .iter()
        .find(|extension| extension.extn_id == SubjectAltName::OID)?;
    let names = SubjectAltName::from_der(names.extn_value.as_bytes()).ok()?;
    names.0.iter().find_map(|name| match name {
        GeneralName::UniformResourceIdentifier(address) => {
            Base64::decode_vec(address.as_str().strip_prefix(BINDING)?).ok()
        }
        GeneralName::OtherName(_)
        | GeneralName::Rfc822Name(_)
        | GeneralName::DnsName(_)
        | GeneralName::DirectoryName(_)
        | GeneralName::EdiPartyName(_)
        | GeneralName::IpAddress(_)
        | GeneralName::RegisteredId(_) => None,
    })
}
