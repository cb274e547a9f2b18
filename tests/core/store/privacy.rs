//! B8: what is private stands in its own table and in no other, least of all among the edits.

use std::sync::Arc;

use rusqlite::types::ValueRef;
use serde_json::json;

use super::support::{Desk, now};
use crate::clock::SetClock;
use crate::domain::moment::Moment;
use crate::domain::zone::Zone;
use crate::keychain::NoKeychain;
use crate::store::{Store, Unlock};
use crate::{Fairlead, Ports};

/// The tables in whose rows a text stands, whatever the column.
fn tables_with(store: &Store, text: &str) -> Vec<String> {
    let conn = store.conn();
    let names: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(names.iter().any(|name| name == "edit"));
    names
        .into_iter()
        .filter(|name| {
            let mut all = conn.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
            let columns = all.column_count();
            let mut rows = all.query([]).unwrap();
            let mut found = false;
            while let Some(row) = rows.next().unwrap() {
                found |= (0..columns).any(|column| match row.get_ref(column).unwrap() {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes
                        .windows(text.len())
                        .any(|part| part == text.as_bytes()),
                    ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => false,
                });
            }
            found
        })
        .collect()
}

#[test]
fn b8_what_is_private_stands_in_its_own_table_alone() {
    let desk = Desk::new();
    let clock = SetClock::new(Moment::new(now(), Zone::utc()));
    let mut fairlead = Fairlead::start(
        desk.path(),
        Ports {
            clock: Arc::new(clock),
            keychain: Arc::new(NoKeychain),
        },
    );
    let mut call = |name: &str, request| fairlead.call(name, request).unwrap().output;
    let id = call("example.add", json!({}))["id"].clone();
    call(
        "answer.set",
        json!({"relationship": id, "field": "template.1.text", "value": "shared-canary"}),
    );
    call(
        "note.write",
        json!({"relationship": id, "about": "template.1", "text": "canary-note-section"}),
    );
    call(
        "note.write",
        json!({"relationship": id, "about": "relationship", "text": "canary-note-whole"}),
    );
    call(
        "settings.save",
        json!({"quietFrom": "20:17", "quietUntil": "06:23", "namesInNotifications": true}),
    );
    // R107, R116, R154: the mentor's and the mentee's own answers before they are shared, and the mentor's check.
    call(
        "checkup.answer",
        json!({"relationship": id, "cancelled": "yes", "cancelledReason": "canary-checkup"}),
    );
    call(
        "mid_point.trust",
        json!({"relationship": id, "rating": 2, "note": "canary-trust"}),
    );
    call(
        "profile.save",
        json!({"name": "Daniel Ferreira", "zone": "Europe/London"}),
    );
    let mentors = call(
        "relationship.create",
        json!({"role": "mentor", "partner": {"name": "Ada Nwosu"}, "connection": {"state": "waiting"}}),
    )["id"]
        .clone();
    call(
        "self_check.save",
        json!({"relationship": mentors, "reflection": "canary-reflection"}),
    );
    let code = call("recovery.show", json!({}))["code"]
        .as_str()
        .unwrap()
        .to_owned();
    call(
        "passphrase.set",
        json!({"passPhrase": "canary phrase of seven kestrels"}),
    );
    drop(fairlead);
    let store = desk
        .opening()
        .open(Unlock::PassPhrase("canary phrase of seven kestrels"), now())
        .unwrap();
    assert!(
        tables_with(&store, "shared-canary").contains(&"edit".to_owned()),
        "the search finds what is shared"
    );
    assert_eq!(tables_with(&store, "canary-note"), ["private_note"]);
    assert_eq!(tables_with(&store, "canary-checkup"), ["checkup_private"]);
    assert_eq!(
        tables_with(&store, "canary-trust"),
        ["mid_point_trust_private"]
    );
    assert_eq!(tables_with(&store, "canary-reflection"), ["self_check"]);
    assert_eq!(tables_with(&store, "20:17"), ["setting"]);
    assert_eq!(tables_with(&store, "06:23"), ["setting"]);
    assert!(
        tables_with(&store, &code)
            .iter()
            .all(|table| table == "recovery"),
        "the code that waits for its owner"
    );
    assert_eq!(tables_with(&store, "kestrels"), [""; 0]);
}
