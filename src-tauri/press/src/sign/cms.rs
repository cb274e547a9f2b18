//! The signature's own container (CMS, RFC 5652), in the one shape that we write: what PAdES asks for, and nothing optional.

use cms::{
    cert::{CertificateChoices, IssuerAndSerialNumber},
    content_info::{CmsVersion, ContentInfo},
    signed_data::{
        CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier,
        SignerInfo, SignerInfos,
    },
};
use sha2::{Digest, Sha256};
use x509_cert::{
    Certificate,
    attr::Attribute,
    der::{
        self, Any, Decode, Encode, Sequence,
        asn1::{ObjectIdentifier, OctetString, SetOfVec},
    },
    spki::AlgorithmIdentifierOwned,
};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
pub(crate) const ECDSA_SHA_256: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// As long as an ECDSA signature over P-256 gets in DER.
pub(crate) const LONGEST_SIGNATURE: [u8; 72] = [0; 72];

/// RFC 5035's attribute: which certificate the signature was made with, so that no other can be put in its place.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
struct SigningCertificate {
    certificates: Vec<CertificateId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
struct CertificateId {
    /// SHA-256, which is the default and therefore not named.
    hash: OctetString,
}

pub(crate) fn algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid,
        parameters: None,
    }
}

fn attribute(oid: ObjectIdentifier, value: &impl Encode) -> der::Result<Attribute> {
    Ok(Attribute {
        oid,
        values: SetOfVec::try_from(vec![Any::from_der(&value.to_der()?)?])?,
    })
}

/// Content type, digest and certificate. The time is not among them: PAdES has it in the PDF.
fn attributes(certificate: &[u8], digest: &[u8; 32]) -> der::Result<SignedAttributes> {
    let hash = OctetString::new(Sha256::digest(certificate).to_vec())?;
    let own = SigningCertificate {
        certificates: vec![CertificateId { hash }],
    };
    SetOfVec::try_from(vec![
        attribute(CONTENT_TYPE, &DATA)?,
        attribute(MESSAGE_DIGEST, &OctetString::new(digest.to_vec())?)?,
        attribute(SIGNING_CERTIFICATE, &own)?,
    ])
}

/// The bytes that the key signs: the attributes, which hold the digest of the file.
///
/// # Errors
/// [`der::Error`]
pub(crate) fn attributes_to_sign(certificate: &[u8], digest: &[u8; 32]) -> der::Result<Vec<u8>> {
    attributes(certificate, digest)?.to_der()
}

/// The whole container.
///
/// # Errors
/// [`der::Error`]
pub(crate) fn assemble(
    certificate: &Certificate,
    digest: &[u8; 32],
    signature: &[u8],
) -> der::Result<Vec<u8>> {
    let tbs = &certificate.tbs_certificate;
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: tbs.issuer.clone(),
            serial_number: tbs.serial_number.clone(),
        }),
        digest_alg: algorithm(SHA_256),
        signed_attrs: Some(attributes(&certificate.to_der()?, digest)?),
        signature_algorithm: algorithm(ECDSA_SHA_256),
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let certificates =
        SetOfVec::try_from(vec![CertificateChoices::Certificate(certificate.clone())])?;
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![algorithm(SHA_256)])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: DATA,
            econtent: None,
        },
        certificates: Some(CertificateSet(certificates)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![signer])?),
    };
    ContentInfo {
        content_type: SIGNED_DATA,
        content: Any::encode_from(&data)?,
    }
    .to_der()
}

/// What a container of our shape holds.
pub(crate) struct Parts {
    pub(crate) certificate: Certificate,
    /// The digest of the file that the signer signed.
    pub(crate) digest: [u8; 32],
    /// In DER.
    pub(crate) signature: Vec<u8>,
}

/// Takes a container apart, if it is byte for byte what [`assemble`] makes of its parts and nothing but zeros follow it.
/// A container of another shape may well be sound; it is not ours, and is not looked at further.
pub(crate) fn take_apart(bytes: &[u8]) -> Option<Parts> {
    let mut reader = der::SliceReader::new(bytes).ok()?;
    let outer = ContentInfo::decode(&mut reader).ok()?;
    let data: SignedData = outer.content.decode_as().ok()?;
    let certificate = match data.certificates?.0.get(0)? {
        CertificateChoices::Certificate(certificate) => certificate.clone(),
        CertificateChoices::Other(_) => return None,
    };
    let signer = data.signer_infos.0.get(0)?;
    let digest = signer
        .signed_attrs
        .as_ref()?
        .iter()
        .find(|attribute| attribute.oid == MESSAGE_DIGEST)?
        .values
        .get(0)?
        .decode_as::<OctetString>()
        .ok()?;
    let parts = Parts {
        digest: digest.as_bytes().try_into().ok()?,
        signature: signer.signature.as_bytes().to_vec(),
        certificate,
    };
    let same = assemble(&parts.certificate, &parts.digest, &parts.signature).ok()?;
    let padding = bytes.strip_prefix(same.as_slice())?;
    padding.iter().all(|byte| *byte == 0).then_some(parts)
}
