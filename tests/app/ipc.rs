//! Commands run, and only the granted ones, without a screen.

use fairlead_shell::arguments::Arguments;
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The program on the runtime without a screen, with its real permissions.
fn program() -> (App<MockRuntime>, WebviewWindow<MockRuntime>) {
    let app = fairlead_shell::build(
        mock_builder(),
        fairlead_shell::context(),
        Arguments::default(),
    )
    .unwrap();
    let window =
        WebviewWindowBuilder::new(&app, fairlead_shell::window::MAIN, WebviewUrl::default())
            .build()
            .unwrap();
    (app, window)
}

fn invoke(
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

fn own_page() -> &'static str {
    if cfg!(windows) {
        "http://tauri.localhost"
    } else {
        "tauri://localhost"
    }
}

#[test]
fn environment_tells_locale_platform_and_version() {
    let (_app, window) = program();
    let answer = invoke(&window, "environment", json!({}), own_page()).unwrap();
    assert_eq!(answer["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(answer["platform"], std::env::consts::OS);
    assert!(answer["locale"].as_str().unwrap().len() >= 2);
}

#[test]
fn an_unknown_use_case_is_refused_in_words() {
    let (_app, window) = program();
    let error = invoke(
        &window,
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
    let (_app, window) = program();
    let error = invoke(&window, "call", json!({ "request": {} }), own_page()).unwrap_err();
    assert!(error.as_str().unwrap().contains("name"), "{error}");
}

#[test]
fn what_is_not_granted_is_denied() {
    let (_app, window) = program();
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
        let error = invoke(&window, command, json!({}), own_page()).unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("not allowed") || text.contains("not found"),
            "{command}: {text}"
        );
    }
}

#[test]
fn another_origin_may_call_nothing() {
    let (_app, window) = program();
    for origin in [
        "https://example.org",
        "http://tauri.evil.example",
        "http://localhost:1420",
    ] {
        let error = invoke(&window, "environment", json!({}), origin).unwrap_err();
        assert!(
            error.to_string().contains("not allowed"),
            "{origin}: {error}"
        );
    }
}
