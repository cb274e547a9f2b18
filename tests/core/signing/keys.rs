//! Keys of partners, as verifying a paper meets them: pinned when they are first met; another one is a warning until the
//! two have compared it by voice (B4, J4 step 12).

use super::Pair;
use crate::verify::{assert_three_parts, said};
use fairlead_core::api::start::PaperSize;
use fairlead_core::api::verify::{KeyStanding, Verdict, Verified};
use fairlead_core::domain::side::Side;
use serde_json::json;

/// Papers that Daniel signed with his one key and Ruth with another key each time, as if her program had been installed
/// anew: they are made by going back to a backup in which only he has a key. The desk is left as it was there.
fn papers_of_two_keys() -> (Pair, [Vec<u8>; 2]) {
    let mut pair = Pair::ready();
    let ruth = pair.id.clone();
    let made = pair.desk.call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Maya Lin"}, "connection": {"state": "connected", "on": "2026-03-09"}}),
    );
    pair.id = made["id"].as_str().unwrap().to_owned();
    pair.fill_all();
    pair.begin();
    pair.id = ruth;
    let backup = pair.desk.call("backup.make", json!({}))["backups"][0]["backup"].clone();
    let papers = [(); 2].map(|()| {
        pair.sign_both();
        let bytes = paper(&mut pair);
        pair.desk.call("backup.restore", json!({"backup": backup}));
        bytes
    });
    assert!(papers[0] != papers[1]);
    (pair, papers)
}

fn paper(pair: &mut Pair) -> Vec<u8> {
    let id = pair.id.clone();
    let made = pair.desk.fairlead.signed_paper(&id, None, PaperSize::A4);
    made.unwrap().bytes
}

fn verify(pair: &mut Pair, bytes: &[u8]) -> Verified {
    pair.desk.fairlead.verify("paper.pdf", bytes)
}

/// How far Ruth's key and Daniel's are known.
fn standings(verified: &Verified) -> [KeyStanding; 2] {
    [Side::Mentor, Side::Mentee].map(|side| {
        let signer = verified.signers.iter().find(|signer| signer.side == side);
        signer.unwrap().standing
    })
}

fn assert_changed(verified: &Verified, since: &str) {
    assert_eq!(said(verified), (Verdict::CannotTell, "key_changed"));
    assert_eq!(
        standings(verified),
        [KeyStanding::Changed, KeyStanding::Own]
    );
    let sentence = &verified.sentence;
    let changed = format!("The key of Ruth Kessler has changed since {since}");
    assert!(sentence.happened.starts_with(&changed), "{sentence:?}");
    assert!(
        sentence.next.contains("Call Ruth Kessler") && sentence.next.contains("four words"),
        "{sentence:?}"
    );
    assert_three_parts(verified);
}

/// The two compare the newest of Ruth's keys by voice.
fn compare_by_voice(pair: &mut Pair) {
    let keys = pair.call("key.get", json!({}));
    let key = keys["partner"].as_array().unwrap().last().unwrap()["key"].clone();
    pair.call("key.confirm", json!({"key": key}));
}

#[test]
fn j4_step_12_verifying_tells_a_changed_key_with_its_day_and_believes_it_after_a_spoken_check() {
    let (mut pair, [one, other]) = papers_of_two_keys();
    let first = verify(&mut pair, &one);
    assert_eq!(said(&first), (Verdict::Valid, "valid"), "{first:#?}");
    assert_eq!(standings(&first), [KeyStanding::First, KeyStanding::Own]);

    pair.desk.set("2026-04-02T09:00:00Z");
    for _ in 0..2 {
        assert_changed(&verify(&mut pair, &other), "Tuesday 24 March 2026");
    }
    let keys = pair.call("key.get", json!({}))["partner"].clone();
    assert_eq!(keys[1]["state"], "changed", "{keys}");
    compare_by_voice(&mut pair);
    let known = verify(&mut pair, &other);
    assert_eq!(said(&known), (Verdict::Valid, "valid"), "{known:#?}");
    assert_eq!(standings(&known), [KeyStanding::Known, KeyStanding::Own]);
    assert_changed(&verify(&mut pair, &one), "Thursday 2 April 2026");
}

#[test]
fn where_a_version_was_signed_another_key_is_noted_and_believed_after_a_spoken_check() {
    let (mut pair, [other, _]) = papers_of_two_keys();
    pair.sign_both();
    let here = paper(&mut pair);
    assert_eq!(said(&verify(&mut pair, &here)), (Verdict::Valid, "valid"));
    for _ in 0..2 {
        assert_changed(&verify(&mut pair, &other), "Tuesday 24 March 2026");
    }
    compare_by_voice(&mut pair);
    let known = verify(&mut pair, &other);
    assert_eq!(said(&known), (Verdict::Valid, "valid"), "{known:#?}");
    assert_eq!(standings(&known), [KeyStanding::Known, KeyStanding::Own]);
    let kept = verify(&mut pair, &here);
    assert_eq!(said(&kept), (Verdict::Valid, "valid"));
    assert_eq!(standings(&kept), [KeyStanding::KeptHere, KeyStanding::Own]);
}
