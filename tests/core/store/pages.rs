//! Pages: a flipped bit is noticed, and deleted text is gone (case 34).

use std::fs;

use super::support::{Desk, answers, fill, put};
use crate::store::Refusal;
use crate::store::refusal::Damage;

#[test]
fn each_of_a_hundred_flipped_bits_is_noticed_and_none_is_written_over() {
    let desk = Desk::used(300);
    let data = desk.file("fairlead.db");
    let whole = fs::read(&data).unwrap();
    let mut random = [0_u8; 800];
    getrandom::fill(&mut random).unwrap();
    for eight in random.chunks(8) {
        let number = u64::from_le_bytes(eight.try_into().unwrap());
        let bit = usize::try_from(number % (whole.len() as u64 * 8)).unwrap();
        let mut flipped = whole.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        put(&data, &flipped);
        let refusal = desk.refusal();
        assert!(
            matches!(
                refusal,
                Refusal::Damaged {
                    damage: Damage::NotReadable | Damage::Faults(_),
                    ..
                }
            ),
            "bit {bit}: {refusal:?}"
        );
        assert_eq!(fs::read(&data).unwrap(), flipped, "bit {bit}");
    }
    put(&data, &whole);
    assert_eq!(answers(&desk.open()), 300);
}

#[test]
fn damage_while_the_store_is_open_is_an_error_and_nothing_more_is_written() {
    let desk = Desk::used(300);
    let data = desk.file("fairlead.db");
    let mut bytes = fs::read(&data).unwrap();
    let store = desk.open();
    // A bit in each page but the first, whichever the answers are on.
    for page in bytes.chunks_mut(4096).skip(1) {
        page[2000] ^= 1;
    }
    put(&data, &bytes);
    store.conn().execute_batch("PRAGMA shrink_memory;").unwrap();
    let read = store.read(|tx| {
        let length: i64 =
            tx.conn()
                .query_row("SELECT sum(length(text)) FROM answer", [], |row| row.get(0))?;
        Ok(length)
    });
    let code = crate::api::ApiError::from(read.unwrap_err()).code;
    assert_eq!(code, "damaged");
}

#[test]
fn deleted_text_is_not_in_the_decrypted_file() {
    let desk = Desk::used(50);
    let marker = "a sentence that nobody may find again";
    let store = desk.open();
    let holds = || {
        let conn = store.conn();
        let pages = conn.serialize("main").unwrap();
        pages
            .windows(marker.len())
            .any(|window| window == marker.as_bytes())
    };
    store
        .write(|tx| {
            tx.conn().execute(
                "INSERT INTO answer (relationship_id, id, text) VALUES ('r', 'secret', ?1)",
                [marker.repeat(300)],
            )?;
            Ok(())
        })
        .unwrap();
    assert!(holds(), "the search finds what is there");
    store
        .write(|tx| {
            tx.conn()
                .execute("DELETE FROM answer WHERE id = 'secret'", [])?;
            Ok(())
        })
        .unwrap();
    assert!(!holds());
    fill(&store, 5);
    drop(store);
    // Closing folds the journal in and removes it: no copy is left there either.
    assert!(!desk.file("fairlead.db-wal").exists());
}

/// The first call that meets the damage says so, and from then on the door is closed: with its
/// reason, its backups and no start in between (B7).
#[test]
fn damage_found_while_it_is_used_closes_the_gate_at_once() {
    let desk = Desk::new();
    let ports = || crate::Ports {
        clock: std::sync::Arc::new(crate::clock::SystemClock),
        keychain: std::sync::Arc::clone(&desk.keychain),
    };
    let start = || crate::Fairlead::start(desk.path(), ports());
    let nothing = || serde_json::json!({});
    let mut fairlead = start();
    let names = serde_json::json!({"name": "Priya Raman", "roles": ["mentee"]});
    fairlead.call("profile.save", names).unwrap();
    fairlead.call("backup.make", nothing()).unwrap();
    drop(fairlead);
    let data = desk.file("fairlead.db");
    let mut bytes = fs::read(&data).unwrap();
    let mut fairlead = start();
    for page in bytes.chunks_mut(4096).skip(1) {
        page[2000] ^= 1;
    }
    put(&data, &bytes);
    let open = fairlead.desk().unwrap();
    let forget = open.store.conn().execute_batch("PRAGMA shrink_memory;");
    forget.unwrap();
    let code = |fairlead: &mut crate::Fairlead, name| {
        fairlead.call(name, nothing()).map(|_| ()).unwrap_err().code
    };
    assert_eq!(code(&mut fairlead, "profile.get"), "damaged");
    let state = fairlead.call("start.state", nothing()).unwrap().output;
    assert_eq!(state["state"], "damaged", "{state}");
    assert!(
        state["sentence"]["safe"]
            .as_str()
            .unwrap()
            .contains("there is a backup"),
        "{state}"
    );
    assert_eq!(code(&mut fairlead, "today.get"), "damaged");
    assert_eq!(fs::read(&data).unwrap(), bytes);
    let list = fairlead.call("start.backups", nothing()).unwrap().output;
    let backup = serde_json::json!({"backup": list["backups"][0]["backup"]});
    let state = fairlead.call("start.restore", backup).unwrap().output;
    assert_eq!(state["state"], "open", "{state}");
    let profile = fairlead.call("profile.get", nothing()).unwrap().output;
    assert_eq!(profile["profile"]["name"], "Priya Raman");
}
