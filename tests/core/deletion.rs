//! Deleting a relationship after export: the name typed, a clear list, this computer only (B7, J9).

use crate::desk::Desk;
use serde_json::{Value, json};

fn set_up() -> (Desk, String) {
    let mut desk = Desk::at("2026-05-20T15:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Tomasz Łewandowski", Some("2026-03-02"));
    desk.answer(&id, "template.1.text", json!("canary of the roles"));
    desk.call(
        "note.write",
        json!({"relationship": id, "about": "relationship", "text": "canary of a note"}),
    );
    (desk, id)
}

#[test]
fn an_export_holds_every_row_and_the_list_says_what_disappears() {
    let (mut desk, id) = set_up();
    let export = desk.call("relationship.export", json!({"relationship": id}));
    let text = export["text"].as_str().unwrap();
    let read: Value = serde_json::from_str(text).unwrap();
    assert_eq!(read["format"], "fairlead-relationship");
    assert_eq!(read["tables"]["answer"][0]["text"], "canary of the roles");
    assert_eq!(
        read["tables"]["private_note"][0]["text"],
        "canary of a note"
    );
    assert!(read["tables"]["edit"].as_array().unwrap().len() > 1);
    assert_eq!(export["name"], "Priya Raman and Tomasz Łewandowski.json");

    let view = desk.call("deletion.get", json!({"relationship": id}));
    assert_eq!(view["name"], "Tomasz Łewandowski");
    let words: Vec<_> = view["disappears"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["words"].as_str().unwrap())
        .collect();
    assert!(words.contains(&"1 answer of your agreement"), "{words:?}");
    assert!(words.contains(&"1 private note"), "{words:?}");
    assert!(
        view["computer"]
            .as_str()
            .unwrap()
            .contains("this computer only")
    );
    assert_eq!(view["backups"], "No backup holds this relationship.");
}

#[test]
fn nothing_is_deleted_without_the_name() {
    let (mut desk, id) = set_up();
    let before = desk.picture(&id);
    for typed in ["", "Tomasz", "Priya Raman", "yes"] {
        let refused = desk.refuse(
            "deletion.delete",
            json!({"relationship": id, "name": typed}),
        );
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("wrong_name", Some("name")),
            "{typed}"
        );
        assert!(refused.message.contains("“Tomasz Łewandowski”"));
    }
    assert_eq!(desk.picture(&id), before);
    let deleted = desk.call(
        "deletion.delete",
        json!({"relationship": id, "name": " tomasz  łewandowski "}),
    );
    assert_eq!(deleted["backupsLeft"], 0);
    let refused = desk.refuse("relationship.get", json!({"relationship": id}));
    assert_eq!(refused.code, "not_found");
    let people = desk.call("person.list", json!({}));
    assert_eq!(people["people"].as_array().unwrap().len(), 1, "{people}");
    desk.fairlead.check().unwrap();
}

#[test]
fn b7_backups_that_hold_it_are_named_and_go_only_when_that_is_asked_for() {
    let (mut desk, id) = set_up();
    desk.call("backup.make", json!({}));
    let view = desk.call("deletion.get", json!({"relationship": id}));
    assert_eq!(view["held"].as_array().unwrap().len(), 1);
    assert!(
        view["backups"]
            .as_str()
            .unwrap()
            .contains("Wednesday 20 May 2026, 16:00"),
        "{view}"
    );
    desk.set("2026-05-21T09:00:00Z");
    let second = desk.relationship("mentee", "Ruth Kessler", Some("2026-05-20"));
    let deleted = desk.call(
        "deletion.delete",
        json!({"relationship": id, "name": "Tomasz Łewandowski"}),
    );
    assert_eq!(
        (&deleted["backupsRemoved"], &deleted["backupsLeft"]),
        (&json!(0), &json!(1))
    );
    assert_eq!(
        deleted["sentence"],
        "“Priya Raman and Tomasz Łewandowski” was deleted from this computer. 1 backup that holds it is still there."
    );
    desk.set("2026-05-22T09:00:00Z");
    desk.call("backup.make", json!({}));
    desk.set("2026-05-23T09:00:00Z");
    let deleted = desk.call(
        "deletion.delete",
        json!({"relationship": second, "name": "Priya Raman and Ruth Kessler", "backups": "remove"}),
    );
    assert_eq!(
        (&deleted["backupsRemoved"], &deleted["backupsLeft"]),
        (&json!(1), &json!(0))
    );
    let left = desk.call("backup.list", json!({}))["backups"].clone();
    let holds: Vec<_> = left
        .as_array()
        .unwrap()
        .iter()
        .map(|backup| backup["relationships"].as_u64().unwrap())
        .collect();
    assert_eq!(
        holds,
        [0, 1],
        "a new one of what is left, and the one made before the second relationship"
    );
}
