//! Random histories with signing in them: the record stays what its edits add up to, nothing that was signed
//! changes, and undo never reaches it.

use super::Pair;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
enum Deed {
    Answer(u32),
    Rate(u32),
    AgreeOnAll,
    Begin,
    Open(bool),
    Sign(bool),
    Draw(bool),
    OnPaper(bool),
    Confirm(bool),
    Withdraw(bool),
    Undo,
    Redo,
    Pass(i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    let side = any::<bool>();
    prop_oneof![
        2 => (1..50_u32).prop_map(Deed::Answer),
        1 => (1..6_u32).prop_map(Deed::Rate),
        4 => Just(Deed::AgreeOnAll),
        4 => Just(Deed::Begin),
        1 => side.prop_map(Deed::Open),
        5 => side.prop_map(Deed::Sign),
        2 => side.prop_map(Deed::Draw),
        2 => side.prop_map(Deed::OnPaper),
        3 => side.prop_map(Deed::Confirm),
        1 => side.prop_map(Deed::Withdraw),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        2 => (0..90_000_i64).prop_map(Deed::Pass),
    ]
}

const fn side(mentor: bool) -> &'static str {
    if mentor { "mentor" } else { "mentee" }
}

/// A deed that may be refused, which changes nothing.
fn try_call(pair: &mut Pair, name: &str, with: Value) {
    let with = pair.with(with);
    let _ = pair.desk.fairlead.call(name, with);
}

fn sign(pair: &mut Pair, mentor: bool, more: &Value) {
    let signing = pair.call("signing.get", json!({}));
    if signing["version"].is_null() {
        return;
    }
    let mut with = pair.typed(side(mentor));
    for (name, value) in more.as_object().unwrap() {
        with[name] = value.clone();
    }
    try_call(pair, "signing.sign", with);
}

fn act(pair: &mut Pair, deed: &Deed, seconds: &mut i64) {
    match deed {
        Deed::Answer(weeks) => pair.answer("area.5.silence_weeks", json!(weeks)),
        Deed::Rate(value) => {
            let goal = pair.call("agreement.get", json!({}))["goals"][0]["id"].clone();
            let with = json!({"goal": goal, "side": "mentee", "value": value});
            pair.call("rating.set", with);
        }
        Deed::AgreeOnAll => pair.agree_on_all(),
        Deed::Begin => try_call(pair, "signing.begin", json!({})),
        Deed::Open(mentor) => try_call(pair, "signing.open", json!({"side": side(*mentor)})),
        Deed::Sign(mentor) => sign(pair, *mentor, &json!({})),
        Deed::Draw(mentor) => {
            let drawing = json!({"width": 9, "height": 9, "strokes": [[[1, 1], [2, 2]]]});
            sign(pair, *mentor, &json!({"kind": "drawn", "drawing": drawing}));
        }
        Deed::OnPaper(mentor) => {
            let paper = json!({"signedOn": "2026-03-20"});
            sign(pair, *mentor, &json!({"kind": "on_paper", "paper": paper}));
        }
        Deed::Confirm(mentor) => {
            let signing = pair.call("signing.get", json!({}));
            for person in signing["version"]["people"]
                .as_array()
                .into_iter()
                .flatten()
            {
                let id = person["signature"]["id"].clone();
                let with = json!({"signature": id, "side": side(*mentor)});
                try_call(pair, "signing.confirm", with);
            }
        }
        Deed::Withdraw(mentor) => {
            try_call(pair, "signing.withdraw", json!({"side": side(*mentor)}));
        }
        Deed::Undo => try_call(pair, "undo.back", json!({})),
        Deed::Redo => try_call(pair, "undo.forward", json!({})),
        Deed::Pass(more) => {
            *seconds += more;
            let start = chrono::DateTime::parse_from_rfc3339("2026-03-24T10:00:00Z").unwrap();
            let now = start + chrono::TimeDelta::seconds(*seconds);
            pair.desk.set(&now.to_rfc3339());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_signed_stays_whatever_happens(deeds in vec(deed(), 1..50)) {
        let mut pair = Pair::ready();
        let mut seconds = 0;
        let mut signed: BTreeMap<u32, (String, String)> = BTreeMap::new();
        for deed in &deeds {
            act(&mut pair, deed, &mut seconds);
            let list = pair.call("version.list", json!({}));
            let versions = list["versions"].as_array().unwrap();
            let open = versions.iter().filter(|version| version["state"] == "waiting").count();
            prop_assert!(open <= 1, "one text at a time");
            let mut numbers: Vec<u32> = versions
                .iter()
                .filter(|version| version["state"] == "signed")
                .map(|version| version["number"].as_u64().unwrap() as u32)
                .collect();
            numbers.reverse();
            let count = numbers.len() as u32;
            prop_assert_eq!(&numbers, &(1..=count).collect::<Vec<_>>());
            prop_assert!(signed.len() as u32 <= count, "no signed version goes");
            for number in numbers {
                let files = pair.files(number);
                let before = signed.entry(number).or_insert_with(|| files.clone());
                prop_assert_eq!(&files, before, "version {} to the letter", number);
            }
        }
        for files in signed.values() {
            let checked = fairlead_core::trust::check::check(files.0.as_bytes(), files.1.as_bytes());
            prop_assert!(checked.holds(), "{:?}", checked.faults);
        }
        let picture = pair.call("version.list", json!({}));
        pair.desk.fairlead.check().unwrap();
        pair.desk.restart();
        prop_assert_eq!(pair.call("version.list", json!({})), picture);
    }
}

#[test]
fn signing_cannot_be_undone() {
    let mut pair = Pair::ready();
    let before = pair.call("undo.state", json!({}))["back"].clone();
    assert!(before.is_string());
    pair.begin();
    assert_eq!(
        pair.call("undo.state", json!({}))["back"],
        before,
        "freezing is no deed to undo"
    );
    pair.sign("mentee");
    assert_eq!(pair.call("undo.state", json!({}))["back"], before);
    pair.sign("mentor");
    let state = pair.call("undo.state", json!({}));
    assert_eq!(
        (&state["back"], &state["forward"]),
        (&Value::Null, &Value::Null)
    );
    pair.call("undo.back", json!({}));
    assert_eq!(
        pair.call("version.list", json!({}))["versions"][0]["state"],
        "signed"
    );
}

#[test]
fn what_is_new_since_last_time_tells_of_signing() {
    let mut pair = Pair::ready();
    pair.call("since.seen", json!({}));
    pair.desk.set("2026-03-25T10:00:00Z");
    pair.sign_both();
    pair.desk.set("2026-03-27T10:00:00Z");
    let since = pair.call("since.get", json!({}));
    let said = since["changes"].to_string();
    assert!(said.contains("version 1 of the agreement"), "{said}");
}
