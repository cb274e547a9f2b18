//! Signing: what is added, and what other programs say of it.

use fairlead_press::{Document, Press, SecretKey, SignError, SignatureState, inspect};

use crate::{
    signed::{Signer, mentee, mentor, once, paper, twice, unsigned},
    tools::{assert_sound, mutool, objects, pdfsig, pyhanko},
};

#[test]
fn a_signature_is_added_behind_the_exact_bytes() {
    assert!(unsigned().ends_with(b"%%EOF\n"));
    assert!(once().starts_with(unsigned()) && twice().starts_with(once()));
    for bytes in [unsigned(), once(), twice()] {
        assert_sound(bytes);
    }
    let added = twice().len() - once().len();
    assert!(added < 4 * 1024, "{added} bytes for a signature");
}

#[test]
fn the_same_input_gives_the_same_signature() {
    assert_eq!(mentor().sign(unsigned()).unwrap(), once());
    assert_eq!(mentee().sign(once()).unwrap(), twice());
    assert_eq!(mentor().certificate, mentor().certificate);
}

#[test]
fn pdfsig_finds_both_signatures_valid() {
    let said = pdfsig(twice());
    assert_eq!(said.len(), 2, "{said:?}");
    for (signature, name) in said.iter().zip(["Amara Okafor", "João da Silva Ferreira"]) {
        assert!(signature.contains("Signature is Valid."), "{signature}");
        assert!(signature.contains("ETSI.CAdES.detached"), "{signature}");
        assert!(signature.contains("SHA-256"), "{signature}");
        assert!(signature.contains(name), "{signature}");
    }
    assert!(said[0].contains("Signed Ranges") && said[1].contains("Total document signed"));
}

#[test]
fn mutool_finds_both_signatures_valid() {
    let said = mutool(twice());
    let signatures: Vec<_> = said.split("Verifying signature").skip(1).collect();
    assert_eq!(signatures.len(), 2, "{said}");
    // An edit is the second signature, which MuPDF does not tell from others.
    assert!(
        signatures[0].contains("The signature is valid but there have been edits since signing."),
        "{said}"
    );
    assert!(
        signatures[1].contains("The document is unchanged since signing."),
        "{said}"
    );
}

#[test]
fn pyhanko_finds_both_signatures_valid() {
    let said = pyhanko(twice());
    assert_eq!(said.len(), 2, "{said:?}");
    for signature in &said {
        assert!(
            signature.contains("INTACT:TRUSTED") && signature.contains("bottom line: True"),
            "{said:?}"
        );
    }
    assert!(said[0].contains("ENTIRE_REVISION FORM_FILLING"), "{said:?}");
    assert!(said[1].contains("ENTIRE_FILE NONE"), "{said:?}");
}

#[test]
fn names_of_any_kind_are_signed() {
    let long: &'static str = "Ñandú, \"Q\" ".repeat(93).leak();
    assert!(long.len() > 1_000);
    for name in [
        "Okafor, Amara; \"Dr.\" <a+b=c> \\ #1/(x",
        "عقد التوجيه",
        "\u{202e}desrever\u{0}\n",
        "",
        long,
    ] {
        let signer = Signer::new(11, name, "mentor");
        let bytes = signer.sign(unsigned()).unwrap();
        assert_sound(&bytes);
        let said = pdfsig(&bytes);
        assert!(said[0].contains("Signature is Valid."), "{name}: {said:?}");
        let facts = inspect(&bytes).unwrap();
        let signature = facts.fields[0].signature.as_ref().unwrap();
        assert_eq!(signature.state, SignatureState::Sound, "{name}");
        let own = signature.certificate.as_ref().unwrap();
        assert!(own.name.chars().count() <= 64);
        let whole = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if whole.chars().count() <= 64 && !whole.contains(['\u{202e}', '\u{0}']) {
            assert_eq!(
                (own.name.as_str(), signature.name.as_str()),
                (&*whole, &*whole)
            );
        }
    }
}

#[test]
fn nothing_but_the_value_of_the_field_is_added() {
    let fields = |bytes: &[u8]| objects(bytes).matches("/FT /Sig").count();
    assert_eq!([unsigned(), once(), twice()].map(fields), [2, 2, 2]);
    let form = |bytes: &[u8]| objects(bytes).matches("/SigFlags 3").count();
    assert_eq!([unsigned(), once(), twice()].map(form), [1, 1, 1]);
    let filled = |bytes: &[u8]| objects(bytes).matches("/ETSI.CAdES.detached").count();
    assert_eq!([unsigned(), once(), twice()].map(filled), [0, 1, 2]);
}

#[test]
fn a_field_is_signed_once_by_its_own_name_and_key() {
    let refused = |answer: Result<Vec<u8>, SignError>| answer.unwrap_err();
    assert!(matches!(refused(mentor().sign(once())), SignError::Signed(name) if name == "mentor"));
    let other = Signer::new(3, "Amara Okafor", "coordinator");
    assert!(
        matches!(refused(other.sign(unsigned())), SignError::NoField(name) if name == "coordinator")
    );
    let mut stolen = mentor();
    stolen.certificate = mentee().certificate;
    assert!(matches!(
        refused(stolen.sign(unsigned())),
        SignError::Certificate
    ));
    stolen.certificate = b"no certificate".to_vec();
    assert!(matches!(
        refused(stolen.sign(unsigned())),
        SignError::Certificate
    ));
    let appended = [unsigned(), b"%".as_slice()].concat();
    assert!(matches!(refused(mentor().sign(&appended)), SignError::Tail));
    assert!(matches!(
        refused(mentor().sign(b"%PDF-1.7")),
        SignError::Read(_)
    ));
    let plain = Press::new()
        .press(&Document {
            blocks: Vec::new(),
            ..paper()
        })
        .unwrap();
    assert!(matches!(
        refused(mentor().sign(&plain.bytes)),
        SignError::NoField(_)
    ));
}

#[test]
fn bytes_that_are_no_key_are_refused() {
    for bytes in [[0; 32], [0xff; 32]] {
        assert!(matches!(SecretKey::from_bytes(&bytes), Err(SignError::Key)));
    }
    let key = SecretKey::from_bytes(&[7; 32]).unwrap();
    assert_eq!(key.public().len(), 65);
    assert_eq!(format!("{key:?}"), "SecretKey");
}
