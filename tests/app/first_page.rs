//! The page brings along what its first screen asks.

use fairlead_core::Ports;
use fairlead_core::clock::SystemClock;
use fairlead_core::keychain::NoKeychain;
use fairlead_shell::first_page::bring;
use fairlead_shell::state::Product;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::sync::Arc;
use tauri::http::Response;
use tauri::http::header::CONTENT_TYPE;
use tempfile::TempDir;

const PAGE: &str = "<!doctype html><html><body><div id=\"app\"></div></body></html>";

/// Fairlead on a new data folder, with the example or without.
fn product(example: bool) -> (Product, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let product = Product::default();
    let ports = Ports {
        clock: Arc::new(SystemClock),
        keychain: Arc::new(NoKeychain),
    };
    product.start(folder.path().join("data"), ports, |fairlead| {
        if example {
            fairlead.begin_with_example().unwrap();
        }
    });
    (product, folder)
}

fn brought(product: &Product, kind: &str) -> String {
    let mut response = Response::builder()
        .header(CONTENT_TYPE, kind)
        .body(Cow::Borrowed(PAGE.as_bytes()))
        .unwrap();
    bring(product, &mut response);
    String::from_utf8(response.into_body().into_owned()).unwrap()
}

fn answers(page: &str) -> Vec<Value> {
    let (_, rest) = page
        .split_once("<script type=\"application/json\" id=\"brought\">")
        .unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn the_page_brings_what_asking_would_have_answered() {
    let (product, _folder) = product(true);
    let answers = answers(&brought(&product, "text/html"));
    let names: Vec<_> = answers
        .iter()
        .map(|each| each["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["start.state", "relationship.list", "today.get", "since.get"]
    );
    for each in answers {
        let asked = product
            .with(|fairlead| fairlead.call(each["name"].as_str().unwrap(), each["request"].clone()))
            .unwrap();
        assert_eq!(each["answer"], serde_json::to_value(asked).unwrap());
    }
}

#[test]
fn at_the_first_run_the_page_brings_the_state_alone() {
    let (product, _folder) = product(false);
    let answers = answers(&brought(&product, "text/html"));
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0]["request"], json!({}));
    assert_eq!(answers[0]["answer"]["output"]["firstRun"], true);
}

#[test]
fn where_another_page_was_left_its_own_questions_are_asked_by_it() {
    let (product, _folder) = product(true);
    product
        .with(|fairlead| fairlead.call("place.keep", json!({ "route": "reminders" })))
        .unwrap();
    let names: Vec<_> = answers(&brought(&product, "text/html"))
        .iter()
        .map(|each| each["name"].clone())
        .collect();
    assert_eq!(names, ["start.state", "relationship.list"]);
}

#[test]
fn nothing_but_a_page_is_changed() {
    let (product, _folder) = product(true);
    assert_eq!(brought(&product, "text/javascript"), PAGE);
}

#[test]
fn a_page_that_comes_before_the_data_goes_without() {
    assert_eq!(brought(&Product::default(), "text/html"), PAGE);
    let (product, _folder) = product(true);
    product.end();
    assert_eq!(brought(&product, "text/html"), PAGE);
}
