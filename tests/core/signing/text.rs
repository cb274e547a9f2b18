//! The text of record: the same agreement gives the same bytes, nothing private is in it, and the page that
//! is drawn from it is the page that was read.

use super::Pair;
use crate::papers::{filled, the_example};
use fairlead_core::domain::agreement_text::Text;
use fairlead_core::papers::facts::Stage;
use fairlead_core::papers::{agreement, fingerprint, text};
use fairlead_core::trust::{Fingerprint, canonical, check};
use fairlead_press::Paper;
use serde_json::{Value, json};

#[test]
fn facts_give_a_text_and_the_text_gives_the_same_facts_again() {
    let mut renamed = the_example();
    renamed
        .titles
        .insert("area.3".into(), "Who writes first".into());
    renamed
        .sentences
        .insert("area.12".into(), "We read it when the leaves fall.".into());
    renamed.vocabulary =
        fairlead_core::domain::vocabulary::Vocabulary::new("coach", "", "session", "", "");
    for facts in [filled(), the_example(), renamed] {
        let first = text::of(&facts);
        let again = text::facts(&first, Stage::Draft, facts.logo.clone(), facts.made);
        assert_eq!(text::of(&again), first);
        assert_eq!(
            agreement::document(&again, Paper::A4),
            agreement::document(&facts, Paper::A4),
            "the same page"
        );
        assert_eq!(
            fingerprint::content(&facts),
            canonical::bytes(&first).unwrap()
        );
    }
}

#[test]
fn a_signed_version_is_drawn_as_it_was_read() {
    let mut pair = Pair::ready();
    let read = pair.begin()["document"].clone();
    pair.sign("mentee");
    pair.sign("mentor");
    let kept = pair.call("version.get", json!({"version": 1}))["document"].clone();
    let words = |document: &Value| {
        document["blocks"].to_string().replace(
            "Frozen to be signed. It counts once both of us have signed.",
            "Signed by both of us.",
        )
    };
    let (read, kept) = (words(&read), words(&kept));
    let upto = |page: &str| page.split("In four words").next().unwrap().to_owned();
    assert_eq!(upto(&read), upto(&kept));
}

#[test]
fn the_bytes_are_canonical_and_their_sha_256_is_the_fingerprint() {
    let mut pair = Pair::signed();
    let (agreement, _) = pair.files(1);
    let view = pair.call("version.get", json!({"version": 1}))["version"].clone();
    let fingerprint = Fingerprint::of(agreement.as_bytes());
    assert_eq!(view["fingerprint"]["hex"], fingerprint.hex());
    assert_eq!(view["fingerprint"]["words"], json!(fingerprint.words()));
    let text = check::read_text(agreement.as_bytes()).unwrap();
    assert_eq!(canonical::bytes(&text).unwrap(), agreement.as_bytes());
    let value: Value = serde_json::from_str(&agreement).unwrap();
    assert_eq!(
        serde_json_canonicalizer::to_vec(&value).unwrap(),
        agreement.as_bytes()
    );
}

#[test]
fn the_record_gives_the_same_text_after_a_restart_and_a_replay() {
    let mut pair = Pair::signed();
    pair.answer("area.9.text", json!("Say it at once."));
    let (signed, draft) = (pair.files(1), pair.call("version.compare", json!({})));
    pair.desk.fairlead.check().unwrap();
    pair.desk.restart();
    assert_eq!(pair.files(1), signed);
    assert_eq!(pair.call("version.compare", json!({})), draft);
}

#[test]
fn b8_nothing_private_can_enter_the_text_or_the_signatures() {
    let mut pair = Pair::ready();
    let sections = pair.call("agreement.get", json!({}))["sections"].clone();
    let mut private = Vec::new();
    for (at, section) in sections.as_array().unwrap().iter().enumerate() {
        let note = format!("canary-note-{at}-x");
        pair.call(
            "note.write",
            json!({"about": section["section"], "text": note}),
        );
        private.push(note);
    }
    pair.desk.call(
        "profile.save",
        json!({"name": "Daniel Ferreira", "zone": "Europe/London", "phone": "+44 7700 900461", "email": "canary@ferreira.example"}),
    );
    private.extend([
        "+44 7700 900461".to_owned(),
        "canary@ferreira.example".to_owned(),
    ]);
    // R42: what is agreed separately is in no file.
    let limits = json!({"field": "area.7.limits", "side": "mentor", "value": ["canary-limit"]});
    pair.call("answer.set", limits);
    let print = json!({"field": "area.7.print", "side": "mentor", "value": "without_details"});
    pair.call("answer.set", print);
    private.push("canary-limit".to_owned());
    pair.agree_on_all();
    pair.sign_both();
    let (agreement, signatures) = pair.files(1);
    let detail = pair.call("version.get", json!({"version": 1})).to_string();
    let compared = pair
        .call("version.compare", json!({"from": 1, "to": 1}))
        .to_string();
    for canary in private {
        for way in [&agreement, &signatures, &detail, &compared] {
            assert!(!way.contains(&canary), "{canary}");
        }
    }
    let place = json!({"kind": "answer", "field": "area.7.limits", "side": "mentor"});
    let with = json!({"version": 1, "place": place, "side": "mentee"});
    assert_eq!(pair.refuse("version.restore", with), "withheld");
}

#[test]
fn a_text_has_one_form() {
    let mut pair = Pair::signed();
    let (agreement, _) = pair.files(1);
    let text: Text = serde_json::from_str(&agreement).unwrap();
    let mut value: Value = serde_json::from_str(&agreement).unwrap();
    value["private"] = json!("note");
    let more = canonical::bytes(&value).unwrap();
    assert_eq!(
        check::read_text(&more).unwrap_err().code(),
        "agreement_unreadable"
    );
    let pretty = serde_json::to_vec_pretty(&text).unwrap();
    assert_eq!(
        check::read_text(&pretty).unwrap_err().code(),
        "agreement_not_canonical"
    );
    let mut older: Value = serde_json::from_str(&agreement).unwrap();
    older["format"] = json!("fairlead.agreement/3");
    let newer = canonical::bytes(&older).unwrap();
    assert_eq!(
        check::read_text(&newer).unwrap_err().code(),
        "agreement_other_format"
    );
    older["format"] = json!("somebody.else/1");
    let foreign = canonical::bytes(&older).unwrap();
    assert_eq!(
        check::read_text(&foreign).unwrap_err().code(),
        "agreement_unreadable"
    );
}
