//! Commands run, and only the granted ones, without a screen.

use fairlead_core::Ports;
use fairlead_core::clock::SystemClock;
use fairlead_core::keychain::NoKeychain;
use fairlead_shell::arguments::Arguments;
use fairlead_shell::state::Product;
use serde_json::{Value, json};
use std::sync::Arc;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

/// The program on the runtime without a screen, with its real permissions, on an empty data folder.
pub struct Program {
    pub app: App<MockRuntime>,
    pub window: WebviewWindow<MockRuntime>,
    pub folder: TempDir,
}

pub fn program() -> Program {
    let folder = tempfile::tempdir().unwrap();
    let app = fairlead_shell::build(
        mock_builder(),
        fairlead_shell::context(),
        Arguments::default(),
    )
    .unwrap();
    let ports = Ports {
        clock: Arc::new(SystemClock),
        keychain: Arc::new(NoKeychain),
    };
    app.state::<Product>()
        .start(folder.path().join("data"), ports, |_| {});
    let window =
        WebviewWindowBuilder::new(&app, fairlead_shell::window::MAIN, WebviewUrl::default())
            .build()
            .unwrap();
    Program {
        app,
        window,
        folder,
    }
}

pub fn invoke(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    arguments: Value,
    from: &str,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: from.parse().unwrap(),
        body: InvokeBody::Json(arguments),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}

pub fn own_page() -> &'static str {
    if cfg!(windows) {
        "http://tauri.localhost"
    } else {
        "tauri://localhost"
    }
}

#[test]
fn environment_tells_locale_platform_and_version() {
    let program = program();
    let answer = invoke(&program.window, "environment", json!({}), own_page()).unwrap();
    assert_eq!(answer["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(answer["platform"], std::env::consts::OS);
    assert!(answer["locale"].as_str().unwrap().len() >= 2);
}

#[test]
fn an_unknown_use_case_is_refused_in_words() {
    let program = program();
    let error = invoke(
        &program.window,
        "call",
        json!({ "name": "no.such", "request": {} }),
        own_page(),
    )
    .unwrap_err();
    assert!(error["code"].is_string(), "{error}");
    assert!(error["message"].as_str().unwrap().contains("no.such"));
}

#[test]
fn a_missing_argument_is_an_error_and_no_panic() {
    let program = program();
    let error = invoke(
        &program.window,
        "call",
        json!({ "request": {} }),
        own_page(),
    )
    .unwrap_err();
    assert!(error.as_str().unwrap().contains("name"), "{error}");
}

#[test]
fn what_is_not_granted_is_denied() {
    let program = program();
    for command in [
        "plugin:window|title",
        "plugin:window|destroy",
        "plugin:webview|create_webview_window",
        "plugin:event|emit",
        "plugin:path|resolve_directory",
        "plugin:app|version",
        "plugin:notification|notify",
        "plugin:notification|register_listener",
        "plugin:window-state|save_window_state",
        "plugin:fs|read_file",
        "plugin:opener|open_path",
        "plugin:shell|open",
        "no_such_command",
    ] {
        let error = invoke(&program.window, command, json!({}), own_page()).unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("not allowed") || text.contains("not found"),
            "{command}: {text}"
        );
    }
}

#[test]
fn another_origin_may_call_nothing() {
    let program = program();
    for origin in [
        "https://example.org",
        "http://tauri.evil.example",
        "http://localhost:1420",
    ] {
        let error = invoke(&program.window, "environment", json!({}), origin).unwrap_err();
        assert!(
            error.to_string().contains("not allowed"),
            "{origin}: {error}"
        );
    }
}

#[test]
fn a_use_case_answers_its_output_and_what_changed() {
    let program = program();
    let state = invoke(
        &program.window,
        "call",
        json!({ "name": "start.state", "request": {} }),
        own_page(),
    )
    .unwrap();
    assert_eq!(state["output"]["state"], "open");
    assert_eq!(state["output"]["firstRun"], true);
    assert_eq!(state["changed"], json!([]));
    let made = invoke(
        &program.window,
        "call",
        json!({ "name": "example.add", "request": {} }),
        own_page(),
    )
    .unwrap();
    assert_ne!(made["changed"], json!([]));
    let list = invoke(
        &program.window,
        "call",
        json!({ "name": "relationship.list", "request": {} }),
        own_page(),
    )
    .unwrap();
    assert_eq!(list["output"]["relationships"].as_array().unwrap().len(), 1);
}

#[test]
fn a_token_that_was_never_given_opens_nothing() {
    let program = program();
    for command in ["open_saved", "show_saved"] {
        for token in ["saved-1", "/etc/passwd", ""] {
            let error = invoke(
                &program.window,
                command,
                json!({ "token": token }),
                own_page(),
            )
            .unwrap_err();
            assert_eq!(error["code"], "not_found", "{command} {token}");
        }
    }
}

#[test]
fn a_paper_of_no_relationship_is_refused_before_any_dialog() {
    let program = program();
    let request = json!({ "kind": "agreement", "relationship": "nobody", "paper": "a4" });
    let error = invoke(&program.window, "save_paper", request, own_page()).unwrap_err();
    assert_eq!(error["code"], "not_found", "{error}");
}

#[test]
fn a_text_that_is_too_long_is_refused_before_any_dialog() {
    let program = program();
    let request = json!({ "name": "Answers", "text": "x".repeat(1_000_001) });
    let error = invoke(&program.window, "save_text", request, own_page()).unwrap_err();
    assert_eq!(error["code"], "too_long");
}

#[test]
fn whoever_asks_while_the_program_closes_hears_so() {
    let program = program();
    program.app.state::<Product>().end();
    let error = invoke(
        &program.window,
        "call",
        json!({ "name": "start.state", "request": {} }),
        own_page(),
    )
    .unwrap_err();
    assert_eq!(error["code"], "ending");
}
