//! What the two files of a version are worth: every change is found, and named where it can be.

use super::Pair;
use fairlead_core::domain::side::Side;
use fairlead_core::domain::signature::{
    self, Keys, Kind, STATEMENT, Signatures, Signed, Statement,
};
use fairlead_core::papers::text;
use fairlead_core::trust::check::{Fault, check};
use fairlead_core::trust::key::Secrets;
use fairlead_core::trust::{Fingerprint, canonical, seal};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::OnceLock;

/// The files of a version that Daniel typed and Ruth drew.
fn files() -> &'static (String, String) {
    static FILES: OnceLock<(String, String)> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut pair = Pair::ready();
        pair.begin();
        pair.sign("mentee");
        let mut with = pair.typed("mentor");
        with["kind"] = json!("drawn");
        with["drawing"] = json!({"width": 600, "height": 200, "strokes": [[[10, 100], [300, 20]]]});
        pair.call("signing.sign", with);
        pair.files(1)
    })
}

fn faults(agreement: &[u8], signatures: &[u8]) -> Vec<&'static str> {
    check(agreement, signatures)
        .faults
        .iter()
        .map(Fault::code)
        .collect()
}

#[test]
fn what_both_signed_holds() {
    let (agreement, signatures) = files();
    let checked = check(agreement.as_bytes(), signatures.as_bytes());
    assert!(checked.holds(), "{:?}", checked.faults);
    assert_eq!(checked.text.unwrap().version, 1);
}

#[test]
fn every_single_byte_of_the_text_counts() {
    let (agreement, signatures) = files();
    let mut bytes = agreement.clone().into_bytes();
    let signed = Fingerprint::of(&bytes);
    for at in 0..bytes.len() {
        bytes[at] ^= 1;
        // What both keys signed names this number.
        assert_ne!(Fingerprint::of(&bytes), signed, "byte {at}");
        if at % 23 == 0 {
            assert!(!check(&bytes, signatures.as_bytes()).holds(), "byte {at}");
        }
        bytes[at] ^= 1;
    }
    assert!(check(&bytes, signatures.as_bytes()).holds());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_a_byte_anywhere_holds(part in 0..2_usize, at: prop::sample::Index, bit in 0..8_u32) {
        let (agreement, signatures) = files();
        let mut files = [agreement.clone().into_bytes(), signatures.clone().into_bytes()];
        let at = at.index(files[part].len());
        files[part][at] ^= 1 << bit;
        // The record is told by the program and signed by nobody but the PDF.
        let record = part == 1 && at > signatures.find("\"record\":").unwrap() && at < signatures.find("\"relationship\":").unwrap();
        let certificate = part == 1 && certificates(signatures).iter().any(|span| span.contains(&at));
        prop_assert!(record || certificate || !check(&files[0], &files[1]).holds(), "part {} byte {} bit {}", part, at, bit);
    }

    #[test]
    fn a_text_cut_off_anywhere_does_not_hold(at: prop::sample::Index) {
        let (agreement, signatures) = files();
        let at = at.index(agreement.len());
        prop_assert!(!check(&agreement.as_bytes()[..at], signatures.as_bytes()).holds());
        let at = at.min(signatures.len() - 1);
        prop_assert!(!check(agreement.as_bytes(), &signatures.as_bytes()[..at]).holds());
    }
}

/// Where the certificates stand: the PDF's own signatures are checked against them, not these files.
fn certificates(signatures: &str) -> Vec<std::ops::Range<usize>> {
    let name = "\"certificate\":\"";
    signatures
        .match_indices(name)
        .map(|(at, _)| {
            let start = at + name.len();
            let rest = signatures.as_bytes().iter().skip(start);
            start..start + rest.take_while(|byte| **byte != b'"').count()
        })
        .collect()
}

/// The signatures with one change, in canonical form.
fn bent(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value: Value = serde_json::from_str(&files().1).unwrap();
    change(&mut value);
    serde_json_canonicalizer::to_vec(&value).unwrap()
}

#[test]
fn each_bend_of_the_signatures_is_named() {
    let text = files().0.as_bytes();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (
            "signature_missing",
            bent(|value| {
                value["signatures"].as_array_mut().unwrap().pop();
            }),
        ),
        (
            "signature_twice",
            bent(|value| {
                let again = value["signatures"][0].clone();
                value["signatures"].as_array_mut().unwrap().push(again);
            }),
        ),
        (
            "signature_wrong",
            bent(|value| {
                value["signatures"][0]["statement"]["at"] = json!("2026-03-24T10:00:01+00:00");
            }),
        ),
        (
            "statement_differs",
            bent(|value| {
                value["signatures"][0]["statement"]["name"] = json!("Ruth Kessler");
            }),
        ),
        (
            "statement_differs",
            bent(|value| {
                value["signatures"][1]["statement"]["drawing"] = Value::Null;
            }),
        ),
        ("other_version", bent(|value| value["version"] = json!(2))),
        (
            "other_relationship",
            bent(|value| value["relationship"] = json!("another")),
        ),
        (
            "text_differs",
            bent(|value| value["agreement"] = json!("0".repeat(64))),
        ),
        (
            "bad_keys",
            bent(|value| {
                value["keys"]["mentor"] = value["keys"]["mentee"].clone();
            }),
        ),
        (
            "bad_keys",
            bent(|value| {
                value["keys"]["mentor"] = json!(format!("01{}", "0".repeat(62)));
            }),
        ),
        (
            "signatures_unreadable",
            bent(|value| value["more"] = json!(1)),
        ),
        (
            "signatures_other_format",
            bent(|value| value["format"] = json!("fairlead.signatures/2")),
        ),
        (
            "confirmation_wrong",
            bent(|value| {
                let statement = value["signatures"][0]["statement"].clone();
                value["confirmations"] = json!([{
                "signature": value["signatures"][0]["signature"],
                "statement": {"tag": "fairlead.confirmation/1", "relationship": statement["relationship"],
                    "version": 1, "agreement": statement["agreement"], "role": "mentor", "name": "Ruth Kessler",
                    "confirms": "0".repeat(64), "at": statement["at"], "zone": statement["zone"],
                    "computerOf": "mentee", "keys": statement["keys"]}}]);
            }),
        ),
    ];
    for (code, signatures) in cases {
        let found = faults(text, &signatures);
        assert!(found.contains(&code), "{code}: {found:?}");
    }
    // One person's signature does not do for the other.
    let swapped = bent(|value| {
        let first = value["signatures"][0]["signature"].clone();
        value["signatures"][0]["signature"] = value["signatures"][1]["signature"].clone();
        value["signatures"][1]["signature"] = first;
    });
    assert_eq!(
        faults(text, &swapped),
        ["signature_wrong", "signature_wrong"]
    );
}

#[test]
fn j4_step_11_one_letter_changed_is_refused_and_its_area_is_named() {
    let mut pair = Pair::signed();
    let (agreement, signatures) = pair.files(1);
    let mut value: Value = serde_json::from_str(&agreement).unwrap();
    let section = value["sections"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|each| each["id"] == "area.5")
        .unwrap();
    let words = section["answers"][0]["words"].as_str().unwrap().to_owned();
    section["answers"][0]["words"] = json!(format!("{words}x"));
    let altered = String::from_utf8(serde_json_canonicalizer::to_vec(&value).unwrap()).unwrap();
    let checked = pair.desk.call(
        "version.check",
        json!({"agreement": altered, "signatures": signatures}),
    );
    assert_eq!(checked["verdict"], "not_valid");
    assert!(
        checked["words"]
            .as_str()
            .unwrap()
            .starts_with("This does not match what was signed: Area 5, "),
        "{checked}"
    );
    assert_eq!(checked["differs"].as_array().unwrap().len(), 1);
    let spaced = agreement.replacen("\"answers\":[", "\"answers\": [", 1);
    let checked = pair.desk.call(
        "version.check",
        json!({"agreement": spaced, "signatures": signatures}),
    );
    assert_eq!(checked["faults"][0]["code"], "agreement_not_canonical");
    let whole = pair.desk.call(
        "version.check",
        json!({"agreement": agreement, "signatures": signatures}),
    );
    assert_eq!(whole["verdict"], "valid");
    assert_eq!(
        whole["words"],
        "This is version 1 of the agreement of Daniel Ferreira and Ruth Kessler, exactly as both signed it."
    );
    for key in whole["keys"].as_array().unwrap() {
        assert_eq!(key["known"], "kept_here");
    }
}

#[test]
fn the_signatures_of_another_version_do_not_fit() {
    let mut pair = Pair::signed();
    let first = pair.files(1);
    pair.answer("area.9.text", json!("Say it at once."));
    pair.agree_on_all();
    pair.sign_both();
    let second = pair.files(2);
    for (agreement, signatures) in [(&first.0, &second.1), (&second.0, &first.1)] {
        let checked = pair.desk.call(
            "version.check",
            json!({"agreement": agreement, "signatures": signatures}),
        );
        assert_eq!(checked["verdict"], "not_valid");
        assert_eq!(checked["faults"][0]["code"], "other_version", "{checked}");
    }
}

#[test]
fn what_a_newer_fairlead_wrote_cannot_be_told() {
    let mut pair = Pair::signed();
    let (agreement, signatures) = pair.files(1);
    let newer = agreement.replace("fairlead.agreement/2", "fairlead.agreement/9");
    let checked = pair.desk.call(
        "version.check",
        json!({"agreement": newer, "signatures": signatures}),
    );
    assert_eq!(
        checked["verdict"], "not_valid",
        "the signatures stand under another text"
    );
    let later = signatures.replace("fairlead.signatures/1", "fairlead.signatures/9");
    let checked = pair.desk.call(
        "version.check",
        json!({"agreement": agreement, "signatures": later}),
    );
    assert_eq!(checked["verdict"], "cannot_tell");
    for foreign in ["", "{}", "<html>", "[1,2]", "null"] {
        let with = json!({"agreement": foreign, "signatures": foreign});
        let checked = pair.desk.call("version.check", with);
        assert_eq!(checked["verdict"], "not_valid");
        assert_eq!(checked["faults"][0]["code"], "agreement_unreadable");
    }
}

/// A version that both signed with keys of other computers: the mentor's is drawn by `seed`.
fn signed_elsewhere(relationship: &str, seed: u8) -> (String, String) {
    let secrets = |seed: u8| Secrets::from_bytes(&[seed; 32], &[seed; 32]).unwrap();
    let (mentor, mentee) = (secrets(seed), secrets(99));
    let mut facts = crate::papers::filled();
    facts.relationship = relationship.to_owned();
    facts.mentor.name = "Ruth Kessler".to_owned();
    facts.mentee.name = "Daniel Ferreira".to_owned();
    let agreement = canonical::bytes(&text::of(&facts)).unwrap();
    let keys = Keys {
        mentor: mentor.public().hex(),
        mentee: mentee.public().hex(),
    };
    let signed = |role: Side, name: &str, secrets: &Secrets| {
        let statement = Statement {
            tag: STATEMENT.to_owned(),
            relationship: relationship.to_owned(),
            version: 1,
            agreement: Fingerprint::of(&agreement).hex(),
            follows: None,
            role,
            name: name.to_owned(),
            kind: Kind::Typed,
            drawing: None,
            paper: None,
            at: "2026-03-24T06:10:00-04:00".to_owned(),
            zone: "America/Toronto".to_owned(),
            computer_of: Side::Mentor,
            keys: keys.clone(),
        };
        Signed {
            signature: seal::sign(&statement, secrets).unwrap().signature,
            certificate: String::new(),
            statement,
        }
    };
    let signatures = Signatures {
        format: signature::FORMAT.to_owned(),
        relationship: relationship.to_owned(),
        version: 1,
        agreement: Fingerprint::of(&agreement).hex(),
        signatures: vec![
            signed(Side::Mentor, "Ruth Kessler", &mentor),
            signed(Side::Mentee, "Daniel Ferreira", &mentee),
        ],
        keys,
        confirmations: Vec::new(),
        record: Vec::new(),
    };
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        text(agreement),
        text(canonical::bytes(&signatures).unwrap()),
    )
}

#[test]
fn j4_step_12_a_changed_key_is_told_and_counts_after_a_spoken_check() {
    // Ruth's own Fairlead signs with keys of its own: here, those of another folder with the same record.
    let mut pair = Pair::signed();
    let own = pair.call("key.get", json!({}));
    assert!(own["own"]["words"].is_array());
    assert_eq!(own["partner"], json!([]));
    let foreign = |seed: u8| signed_elsewhere(&pair.id, seed);
    let (first, second) = (foreign(1), foreign(2));
    let check = |pair: &mut Pair, files: &(String, String)| {
        let with = json!({"agreement": files.0, "signatures": files.1});
        let checked = pair.desk.call("version.check", with);
        assert_eq!(checked["verdict"], "valid", "{checked}");
        let keys = checked["keys"].as_array().unwrap().clone();
        keys.into_iter()
            .find(|key| key["side"] == "mentor")
            .unwrap()
    };
    assert_eq!(check(&mut pair, &first)["known"], "first");
    assert_eq!(check(&mut pair, &first)["known"], "same");
    let changed = check(&mut pair, &second);
    assert_eq!(changed["known"], "changed");
    let words = changed["words"].as_str().unwrap();
    assert!(
        words.contains("has changed since Tuesday 24 March 2026") && words.contains("Call Ruth"),
        "{words}"
    );
    assert_eq!(
        check(&mut pair, &second)["known"],
        "changed",
        "looking twice makes it no better"
    );
    let keys = pair.call("key.get", json!({}))["partner"].clone();
    let states: Vec<&str> = keys
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key["state"].as_str().unwrap())
        .collect();
    let mut sorted = states.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["changed", "first"]);
    let at = states.iter().position(|state| *state == "changed").unwrap();
    let key = keys[at]["key"].clone();
    assert_eq!(
        pair.refuse("key.confirm", json!({"key": "0".repeat(64)})),
        "not_found"
    );
    pair.desk.set("2026-03-25T10:00:00Z");
    pair.call("key.confirm", json!({"key": key}));
    assert_eq!(check(&mut pair, &second)["known"], "same");
    assert_eq!(check(&mut pair, &first)["known"], "changed");
}
