//! What was signed cannot be changed, replaced or deleted in the data file itself (B4).

use super::support::{Desk, now};
use crate::clock::SetClock;
use crate::domain::moment::Moment;
use crate::domain::zone::Zone;
use crate::{Fairlead, Ports};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::sync::Arc;

/// The tables whose rows are signed, or tell of a signing.
const SEALED: [&str; 6] = [
    "version",
    "signature",
    "confirmation",
    "signing_step",
    "withdrawal",
    "scan",
];

/// A folder with a row in each of these tables, and the relationship they belong to.
fn signed() -> (Desk, String) {
    let desk = Desk::new();
    let clock = SetClock::new(Moment::new(now(), Zone::named("Europe/London").unwrap()));
    let mut fairlead = Fairlead::start(
        desk.path(),
        Ports {
            clock: Arc::new(clock),
            keychain: Arc::clone(&desk.keychain),
        },
    );
    let mut call = |name: &str, with: Value| fairlead.call(name, with).unwrap().output;
    call(
        "profile.save",
        json!({"name": "Daniel Ferreira", "zone": "Europe/London"}),
    );
    let made = call(
        "relationship.create",
        json!({"role": "mentee", "partner": {"name": "Ruth Kessler"}, "connection": {"state": "waiting"}}),
    );
    let id = made["id"].as_str().unwrap().to_owned();
    let fixture: Vec<Value> =
        serde_json::from_str(include_str!("../../fixtures/agreement.json")).unwrap();
    for line in &fixture {
        let field = line["field"].as_str().unwrap();
        let mut with = json!({"relationship": id, "field": field, "value": line["value"]});
        if line["side"].is_string() {
            with["side"] = line["side"].clone();
        }
        if field == "template.3.goals" {
            call(
                "goal.add",
                json!({"relationship": id, "title": "One goal", "horizon": "short"}),
            );
        } else if field != "template.4.milestones" && !line["calls"].is_array() {
            call("answer.set", with);
        }
    }
    let ready = call("agreement.ready", json!({"relationship": id}));
    for section in ready["talking"].as_array().unwrap() {
        call(
            "section.stand",
            json!({"relationship": id, "section": section["section"], "standing": "agreed"}),
        );
    }
    for round in 0..2 {
        let begun = call("signing.begin", json!({"relationship": id}));
        call(
            "signing.open",
            json!({"relationship": id, "side": "mentee"}),
        );
        let mut with = json!({"relationship": id, "version": begun["version"]["id"],
            "fingerprint": begun["version"]["fingerprint"]["hex"], "side": "mentee",
            "name": "Daniel Ferreira", "kind": "on_paper", "paper": {"signedOn": "2026-11-20",
            "scan": {"base64": "JVBERi0xLjQKMSAwIG9iagplbmRvYmoKc3RhcnR4cmVmCjkKJSVFT0YK"}}});
        let half = call("signing.sign", with.clone());
        if round == 0 {
            call(
                "signing.withdraw",
                json!({"relationship": id, "side": "mentor"}),
            );
            continue;
        }
        let people = half["version"]["people"].as_array().unwrap();
        call(
            "signing.confirm",
            json!({"relationship": id, "side": "mentor", "signature": people[0]["signature"]["id"]}),
        );
        with["side"] = json!("mentor");
        with["name"] = json!("Ruth Kessler");
        with["kind"] = json!("typed");
        with["paper"] = Value::Null;
        let done = call("signing.sign", with);
        assert_eq!(done["signed"]["number"], 1);
    }
    drop(fairlead);
    (desk, id)
}

fn columns(conn: &Connection, table: &str) -> Vec<String> {
    let mut statement = conn
        .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))
        .unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap();
    names.collect::<Result<_, _>>().unwrap()
}

fn rows(conn: &Connection, table: &str) -> u32 {
    conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
        row.get(0)
    })
    .unwrap()
}

#[test]
fn b4_the_database_itself_refuses_to_change_what_was_signed() {
    let (desk, id) = signed();
    let store = desk.open();
    let conn = store.conn();
    conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    for table in SEALED {
        assert!(rows(&conn, table) > 0, "{table} has a row to try it on");
        for column in columns(&conn, table) {
            let same = format!("UPDATE {table} SET {column} = {column}");
            let error = conn.execute(&same, []).unwrap_err().to_string();
            assert!(error.contains("never change"), "{table}.{column}: {error}");
            let forced = format!("UPDATE OR REPLACE {table} SET {column} = {column}");
            assert!(conn.execute(&forced, []).is_err(), "{table}.{column}");
            let ignored = format!("UPDATE OR IGNORE {table} SET {column} = {column}");
            assert!(conn.execute(&ignored, []).is_err(), "{table}.{column}");
        }
        for statement in [
            format!("DELETE FROM {table}"),
            format!("DELETE FROM {table} WHERE relationship_id = '{id}'"),
            format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
            format!("REPLACE INTO {table} SELECT * FROM {table}"),
            format!("INSERT INTO {table} SELECT * FROM {table}"),
        ] {
            assert!(conn.execute(&statement, []).is_err(), "{statement}");
        }
    }
    for statement in [
        "UPDATE edit SET value = '{}' WHERE record = 'signature'",
        "DELETE FROM edit WHERE record = 'signature'",
        "REPLACE INTO edit SELECT * FROM edit WHERE record = 'version'",
        "DELETE FROM deed",
        "UPDATE relationship SET id = 'another'",
    ] {
        assert!(conn.execute(statement, []).is_err(), "{statement}");
    }
    // A second signature of the same person under the same version has no place either.
    let again = "INSERT INTO signature SELECT relationship_id, 'another', position, version, side, kind, statement, sha256, signature, certificate, at FROM signature";
    assert!(conn.execute(again, []).is_err());
    conn.execute_batch("ROLLBACK").unwrap();
}

#[test]
fn with_its_relationship_all_that_was_signed_goes() {
    let (desk, id) = signed();
    let store = desk.open();
    let conn = store.conn();
    conn.execute("DELETE FROM relationship WHERE id = ?1", [&id])
        .unwrap();
    for table in SEALED.into_iter().chain(["edit", "deed", "rating"]) {
        assert_eq!(rows(&conn, table), 0, "{table}");
    }
}

#[test]
fn a_signed_row_that_was_forced_past_the_triggers_is_found_by_check() {
    let (desk, _) = signed();
    let store = desk.open();
    crate::ops::check_record(&store).unwrap();
    for (drop, force) in [
        (
            "DROP TRIGGER signature_never_changes",
            "UPDATE signature SET at = '2026-11-27T10:00:00+00:00[Europe/London]'",
        ),
        (
            "DROP TRIGGER version_is_never_replaced",
            "INSERT INTO version SELECT relationship_id, 'another', position, number, text, sha256, follows, frozen_at, mentor_key, mentee_key, computer_of FROM version LIMIT 1",
        ),
    ] {
        let (desk, _) = signed();
        let store = desk.open();
        store.conn().execute(drop, []).unwrap();
        store.conn().execute(force, []).unwrap();
        let error = crate::ops::check_record(&store).unwrap_err();
        assert!(
            error.to_string().contains("does not match its history"),
            "{error}"
        );
    }
}
