//! Batches: names, references, refusals.

use crate::program::Folder;
use serde_json::json;

#[test]
fn each_line_is_answered_with_its_number_and_name() {
    let folder = Folder::new();
    let said = folder.batch(&[
        json!({"call": "start.state"}),
        json!({"call": "example.add", "as": "x"}),
        json!({"call": "relationship.get", "with": {"relationship": "$x.id"}, "as": "seen"}),
        json!({"call": "goal.add", "with": {"relationship": "$seen.id", "title": "$$x", "horizon": "short"}, "as": "goals"}),
        json!({"call": "goal.remove", "with": {"relationship": "$x.id", "goal": "$goals.goals.0.id"}}),
    ]);
    assert_eq!((said.status, said.err.as_str()), (Some(0), ""));
    let lines = said.lines();
    assert_eq!(lines.len(), 5);
    assert_eq!(
        (&lines[1]["line"], &lines[1]["as"], &lines[1]["ok"]),
        (&json!(2), &json!("x"), &json!(true))
    );
    assert_eq!(lines[1]["output"]["id"], lines[2]["output"]["id"]);
    let titles = lines[3]["output"]["goals"].to_string();
    assert!(titles.contains("\"$x\""), "{titles}");
}

#[test]
fn the_first_refusal_ends_a_batch_and_what_came_before_stays() {
    let folder = Folder::new();
    let said = folder.batch(&[
        json!({"call": "example.add"}),
        json!({"call": "no.such.call"}),
        json!({"call": "example.remove"}),
    ]);
    let told = said.refusal();
    assert_eq!(
        (&told["code"], &told["line"]),
        (&json!("unknown_call"), &json!(2))
    );
    let lines = said.lines();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["ok"], false);
    assert_eq!(lines[1]["message"], told["message"]);
    let list = folder.run(&["call", "relationship.list"]).value();
    assert_eq!(list["relationships"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_line_that_may_fail_is_answered_and_the_batch_goes_on() {
    let folder = Folder::new();
    let said = folder.batch(&[
        json!({"call": "date.read", "with": {"text": "29/02/2027"}, "may_fail": true, "as": "d"}),
        json!({"call": "date.read", "with": {"text": "$d.date"}, "may_fail": true}),
        json!({"call": "start.state"}),
    ]);
    assert_eq!(said.status, Some(0));
    let lines = said.lines();
    assert_eq!(lines[0]["code"], "no_such_date");
    assert_eq!(
        lines[1]["code"], "unknown_reference",
        "a refused line has no output"
    );
    assert_eq!(lines[2]["ok"], true);
}

#[test]
fn lines_that_are_no_calls_are_refused_in_words() {
    for (text, code) in [
        ("nope\n", "invalid_json"),
        ("{\"call\": 4}\n", "invalid_json"),
        ("{\"with\": {}}\n", "invalid_json"),
        (
            "{\"call\": \"start.state\", \"wiht\": {}}\n",
            "invalid_json",
        ),
        ("{\"call\": \"start.state\", \"as\": \"a b\"}\n", "invalid"),
        (
            "{\"call\": \"date.read\", \"with\": {\"text\": \"$x\"}}\n",
            "unknown_reference",
        ),
    ] {
        let folder = Folder::new();
        let said = crate::program::feed(&mut folder.command(&["batch", "-"]), text);
        assert_eq!(said.code(), code, "{text}");
        assert_eq!(said.lines().len(), 1);
    }
}

#[test]
fn empty_lines_and_a_missing_last_line_end_are_fine() {
    let folder = Folder::new();
    let said = crate::program::feed(
        &mut folder.command(&["batch", "-"]),
        "\n  \r\n{\"call\":\"start.state\"}\r\n\n{\"call\":\"start.state\"}",
    );
    let numbers: Vec<_> = said
        .lines()
        .iter()
        .map(|line| line["line"].clone())
        .collect();
    assert_eq!(numbers, [json!(3), json!(5)]);
    let said = crate::program::feed(&mut folder.command(&["batch", "-"]), "");
    assert_eq!((said.status, said.out.as_str()), (Some(0), ""));
}
