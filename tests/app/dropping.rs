//! A PDF that is dropped on the window: the page that verifies comes, and takes the file once.

use crate::ipc::{Program, invoke, own_page, program};
use fairlead_core::files::{self, Readers};
use fairlead_shell::commands::verify::take_dropped;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use tauri::{DragDropEvent, Listener, PhysicalPosition, WindowEvent};

fn drop_on(program: &Program, paths: Vec<PathBuf>) {
    let event = WindowEvent::DragDrop(DragDropEvent::Drop {
        paths,
        position: PhysicalPosition::new(40.0, 40.0),
    });
    take_dropped(&program.window.as_ref().window(), &event);
}

/// What the window is told from now on: the addresses to show.
fn routes(program: &Program) -> Receiver<String> {
    let (send, told) = channel();
    program.window.listen("open-route", move |event| {
        send.send(serde_json::from_str(event.payload()).unwrap())
            .unwrap();
    });
    told
}

fn taken(program: &Program) -> Value {
    invoke(&program.window, "verify_dropped", json!({}), own_page()).unwrap()
}

fn file(program: &Program, name: &str) -> PathBuf {
    let path = program.folder.path().join(name);
    files::write_new(&path, b"Dear Tom", Readers::Usual).unwrap();
    path
}

#[test]
fn a_dropped_pdf_brings_the_page_that_verifies_and_is_verified_once() {
    let program = program();
    let told = routes(&program);
    assert_eq!(taken(&program), Value::Null);
    drop_on(&program, vec![file(&program, "Agreement.PDF")]);
    assert_eq!(told.try_recv().as_deref(), Ok("verify"));
    let verified = taken(&program);
    assert_eq!(verified["file"], "Agreement.PDF");
    assert_eq!(verified["code"], "no_pdf", "{verified}");
    assert_eq!(taken(&program), Value::Null);
}

#[test]
fn what_is_no_pdf_and_several_files_at_once_are_left_alone() {
    let program = program();
    let told = routes(&program);
    let (one, two) = (file(&program, "one.pdf"), file(&program, "two.pdf"));
    drop_on(&program, vec![file(&program, "notes.txt")]);
    drop_on(&program, vec![one, two]);
    drop_on(&program, vec![]);
    assert!(told.try_recv().is_err());
    assert_eq!(taken(&program), Value::Null);
}

#[test]
fn a_folder_with_the_name_of_a_pdf_is_refused_in_words() {
    let program = program();
    let path = program.folder.path().join("folder.pdf");
    std::fs::create_dir(&path).unwrap();
    drop_on(&program, vec![path]);
    let error = invoke(&program.window, "verify_dropped", json!({}), own_page()).unwrap_err();
    assert_eq!(error["code"], "not_a_file", "{error}");
    assert_eq!(taken(&program), Value::Null);
}

#[test]
fn a_scan_that_was_never_attached_opens_nothing() {
    let program = program();
    let request = json!({ "relationship": "nobody", "sha256": "../../etc/passwd" });
    let error = invoke(&program.window, "show_scan", request, own_page()).unwrap_err();
    assert_eq!(error["code"], "not_found", "{error}");
}
