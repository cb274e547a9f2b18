//! A person's own certificate: says which key is whose, vouched for by nobody else.

use base64ct::{Base64, Encoding};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use x509_cert::{
    Certificate, TbsCertificate, Version,
    attr::AttributeTypeAndValue,
    der::{
        self, Any, Encode, Tag,
        asn1::{
            BitString, GeneralizedTime, Ia5String, ObjectIdentifier, OctetString, SetOfVec, UtcTime,
        },
        oid::AssociatedOid,
    },
    ext::{
        Extension,
        pkix::{
            BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectAltName,
            name::GeneralName,
        },
    },
    name::{Name, RdnSequence, RelativeDistinguishedName},
    serial_number::SerialNumber,
    spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned},
    time::{Time, Validity},
};

use super::{
    SecretKey, SignError,
    cms::{ECDSA_SHA_256, algorithm},
};
use crate::clean::clean_line;

pub(crate) const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const TITLE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.12");
const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
/// For what the key is used. Some readers know only the older one of the two.
const USES: [ObjectIdentifier; 2] = [
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.4"),
];
/// How the alternative name begins that holds the binding: RFC 2397's way to write bytes as an address.
pub(crate) const BINDING: &str = "data:application/octet-stream;base64,";
/// X.520 gives a name so many characters.
const LONGEST_NAME: usize = 64;

/// Whose certificate it is, in plain words; nothing in them has a meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person<'a> {
    /// The name. X.520 has room for 64 characters: of a longer one the first 63 stand in the certificate, and an ellipsis.
    pub name: &'a str,
    /// What the person is here, like "Mentor"; may be empty. Cut like the name.
    pub title: &'a str,
}

/// Makes a person's own certificate for a key, in DER.
///
/// `binding` is any bytes that tie the key to the person elsewhere, like another key and its signature over this one;
/// they stand as a `data:` address among the alternative names, and [`crate::inspect()`] gives them back. Both ends of
/// `validity` are included.
///
/// # Errors
/// [`SignError::Time`] and [`SignError::Encode`].
pub fn certificate(
    key: &SecretKey,
    person: Person<'_>,
    binding: &[u8],
    validity: (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<u8>, SignError> {
    let name = name(person)?;
    let public = SubjectPublicKeyInfoOwned {
        algorithm: AlgorithmIdentifierOwned {
            oid: EC_KEY,
            parameters: Some(Any::encode_from(&P_256)?),
        },
        subject_public_key: BitString::from_bytes(&key.public())?,
    };
    let address = Ia5String::new(&format!("{BINDING}{}", Base64::encode_string(binding)))?;
    let mut tbs = TbsCertificate {
        version: Version::V3,
        serial_number: SerialNumber::new(&[1])?,
        signature: algorithm(ECDSA_SHA_256),
        issuer: name.clone(),
        validity: Validity {
            not_before: time(validity.0)?,
            not_after: time(validity.1)?,
        },
        subject: name,
        subject_public_key_info: public,
        issuer_unique_id: None,
        subject_unique_id: None,
        extensions: Some(vec![
            extension(
                true,
                &BasicConstraints {
                    ca: false,
                    path_len_constraint: None,
                },
            )?,
            extension(
                true,
                &KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation),
            )?,
            extension(false, &ExtendedKeyUsage(USES.into()))?,
            extension(
                false,
                &SubjectAltName(vec![GeneralName::UniformResourceIdentifier(address)]),
            )?,
        ]),
    };
    // The number follows from everything else, so that no two certificates share one. Its first bit must not be set,
    // and its first byte not be zero.
    let mut number: Vec<u8> = Sha256::digest(tbs.to_der()?)
        .iter()
        .take(16)
        .copied()
        .collect();
    if let Some(first) = number.first_mut() {
        *first = *first & 0x3f | 0x40;
    }
    tbs.serial_number = SerialNumber::new(&number)?;
    let signature = key.sign(&tbs.to_der()?);
    Ok(Certificate {
        tbs_certificate: tbs,
        signature_algorithm: algorithm(ECDSA_SHA_256),
        signature: BitString::from_bytes(&signature)?,
    }
    .to_der()?)
}

/// A name of one or two parts, each put in as it is: a name parsed from text would read commas and quotes as signs.
fn name(person: Person<'_>) -> der::Result<Name> {
    let mut parts = Vec::new();
    for (oid, text) in [(COMMON_NAME, person.name), (TITLE, person.title)] {
        let text = shorten(&clean_line(text));
        if oid == COMMON_NAME || !text.is_empty() {
            let value = Any::new(Tag::Utf8String, text.into_bytes())?;
            let part = AttributeTypeAndValue { oid, value };
            parts.push(RelativeDistinguishedName(SetOfVec::try_from(vec![part])?));
        }
    }
    Ok(RdnSequence(parts))
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST_NAME {
        return text.to_owned();
    }
    text.chars()
        .take(LONGEST_NAME - 1)
        .chain(std::iter::once('…'))
        .collect()
}

fn extension<T: AssociatedOid + Encode>(critical: bool, value: &T) -> der::Result<Extension> {
    Ok(Extension {
        extn_id: T::OID,
        critical,
        extn_value: OctetString::new(value.to_der()?)?,
    })
}

/// Up to 2049 in the short form and from 2050 in the long one, as RFC 5280 wants it.
fn time(at: DateTime<Utc>) -> Result<Time, SignError> {
    let seconds = u64::try_from(at.timestamp()).map_err(|_| SignError::Time)?;
    let since = core::time::Duration::from_secs(seconds);
    if let Ok(time) = UtcTime::from_unix_duration(since) {
        return Ok(Time::UtcTime(time));
    }
    GeneralizedTime::from_unix_duration(since)
        .map(Time::GeneralTime)
        .map_err(|_| SignError::Time)
}
