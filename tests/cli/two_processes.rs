//! Two processes on one data folder.

use crate::program::Folder;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

#[test]
fn the_second_process_is_told_and_harms_nothing() {
    let folder = Folder::new();
    let id = folder.sample();
    let mut first = folder
        .command(&["batch", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut ask = first.stdin.take().unwrap();
    let mut answers = BufReader::new(first.stdout.take().unwrap()).lines();
    // An answer means that the first has the folder.
    ask.write_all(b"{\"call\":\"start.state\"}\n").unwrap();
    assert!(answers.next().unwrap().unwrap().contains("\"open\""));
    let before = folder.content();
    for words in [
        &["check"][..],
        &["backup"],
        &["sample"],
        &["call", "relationship.list"],
        &["due", "--until", "2027-01-01T00:00:00Z"],
    ] {
        assert_eq!(folder.run(words).code(), "in_use", "{words:?}");
    }
    assert_eq!(folder.content(), before, "not a byte was changed");
    let line = serde_json::json!({"call": "answer.set",
        "with": {"relationship": id, "field": "template.1.text", "value": "The first goes on"}});
    writeln!(ask, "{line}").unwrap();
    assert!(answers.next().unwrap().unwrap().contains("\"ok\":true"));
    drop(ask);
    assert!(first.wait().unwrap().success());
    assert_eq!(folder.run(&["check"]).status, Some(0));
}
