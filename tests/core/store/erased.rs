//! A deleted relationship is in no page of the file any more, used or free, and in no journal (B7, J9).

use super::support::Desk;
use serde_json::{Value, json};

const CANARIES: [&str; 5] = [
    "canary purpose of nine ospreys",
    "canary goal of the tenth heron",
    "canary note of the last wren",
    "canary partner Quillfeather",
    "canary answer of the closing owl",
];

fn holds(heap: &[u8], needle: &str) -> bool {
    heap.windows(needle.len())
        .any(|part| part == needle.as_bytes())
}

#[test]
fn b7_after_deleting_no_page_of_the_decrypted_file_holds_a_text_of_the_relationship() {
    let desk = Desk::new();
    let ports = || crate::Ports {
        clock: std::sync::Arc::new(crate::clock::SystemClock),
        keychain: std::sync::Arc::clone(&desk.keychain),
    };
    let mut fairlead = crate::Fairlead::start(desk.path(), ports());
    let call = |fairlead: &mut crate::Fairlead, name: &str, request: Value| {
        fairlead.call(name, request).unwrap().output
    };
    call(
        &mut fairlead,
        "profile.save",
        json!({"name": "Priya Raman", "roles": ["mentee"]}),
    );
    let made = |fairlead: &mut crate::Fairlead, partner: &str| {
        let request = json!({"role": "mentee", "partner": {"name": partner}, "connection": {"state": "waiting"}});
        call(fairlead, "relationship.create", request)["id"].clone()
    };
    let kept = made(&mut fairlead, "Ruth Kessler");
    let id = made(&mut fairlead, CANARIES[3]);
    // Enough for overflow pages, and for pages that become free.
    let long = format!("{} ", CANARIES[0]).repeat(400);
    for (name, request) in [
        (
            "answer.set",
            json!({"field": "template.1.text", "value": long}),
        ),
        (
            "goal.add",
            json!({"title": CANARIES[1], "horizon": "short"}),
        ),
        (
            "note.write",
            json!({"about": "relationship", "text": CANARIES[2]}),
        ),
        (
            "closing.answer",
            json!({"question": "goals", "answer": CANARIES[4]}),
        ),
        ("closing.close", json!({})),
    ] {
        let mut request = request;
        request["relationship"] = id.clone();
        call(&mut fairlead, name, request);
    }
    let pages = |fairlead: &crate::Fairlead| {
        let open = fairlead.desk().unwrap();
        let conn = open.store.conn();
        conn.serialize("main").unwrap().to_vec()
    };
    let before = pages(&fairlead);
    for canary in CANARIES {
        assert!(holds(&before, canary), "the search finds {canary}");
    }
    call(
        &mut fairlead,
        "deletion.delete",
        json!({"relationship": id, "name": CANARIES[3]}),
    );
    let after = pages(&fairlead);
    for canary in CANARIES {
        assert!(!holds(&after, canary), "{canary}");
    }
    let journal = std::fs::metadata(desk.file("fairlead.db-wal")).map_or(0, |found| found.len());
    assert_eq!(journal, 0, "the journal is folded in");
    // The other relationship is as it was.
    call(
        &mut fairlead,
        "relationship.get",
        json!({"relationship": kept}),
    );
    fairlead.check().unwrap();
}
