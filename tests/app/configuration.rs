//! The rules of the shell that stand in `tauri.conf.json`, `build.rs` and `Cargo.lock`.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The content security policy, to the letter.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                   connect-src ipc: http://ipc.localhost; object-src 'none'; base-uri 'none'; form-action 'none'; \
                   frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// The Tauri plugins that may be compiled in. The core's own `tauri-plugin` is the library to write them with.
const PLUGINS: [&str; 4] = [
    "tauri-plugin-notification",
    "tauri-plugin-opener",
    "tauri-plugin-single-instance",
    "tauri-plugin-window-state",
];

/// The permissions that are no command of our own: hearing what the program says.
const LISTENING: [&str; 2] = ["core:event:allow-listen", "core:event:allow-unlisten"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn configuration() -> Value {
    serde_json::from_str(&text("tauri.conf.json")).unwrap()
}

/// Every key of a JSON document, with the path to it and its value.
fn keys<'a>(value: &'a Value, path: &str, found: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = format!("{path}/{key}");
                keys(value, &path, found);
                found.push((path, value));
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                keys(value, &format!("{path}/{index}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn capabilities(configuration: &Value) -> &Vec<Value> {
    configuration["app"]["security"]["capabilities"]
        .as_array()
        .unwrap()
}

fn permissions(configuration: &Value) -> BTreeSet<String> {
    let granted = capabilities(configuration)[0]["permissions"]
        .as_array()
        .unwrap();
    granted
        .iter()
        .map(|permission| permission.as_str().unwrap().to_owned())
        .collect()
}

/// The words between `start` and `end` in a source, without the comments.
fn between<'a>(source: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = source.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn content_security_policy_is_exact() {
    let configuration = configuration();
    let security = &configuration["app"]["security"];
    assert_eq!(security["csp"].as_str(), Some(CSP));
    assert!(
        security.get("devCsp").is_none(),
        "the development server gets the same policy"
    );
    assert!(security.get("headers").is_none());
}

#[test]
fn shell_is_closed_by_configuration() {
    let configuration = configuration();
    let app = &configuration["app"];
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(app["security"]["freezePrototype"], true);
    assert_eq!(app["security"]["assetProtocol"]["enable"], false);
    assert_eq!(
        app["security"]["assetProtocol"]["scope"],
        serde_json::json!([])
    );
    assert_eq!(
        app["windows"],
        serde_json::json!([]),
        "the one window is opened by the program, with its guards"
    );
    assert!(configuration.get("plugins").is_none());
}

#[test]
fn forbidden_keys_stand_nowhere() {
    let configuration = configuration();
    let mut found = Vec::new();
    keys(&configuration, "", &mut found);
    assert!(found.len() > 20, "the scan went through the file");
    for (path, value) in found {
        let key = path
            .rsplit('/')
            .next()
            .unwrap()
            .to_ascii_lowercase()
            .replace(['-', '_'], "");
        assert!(!key.starts_with("dangerous"), "{path}");
        assert!(
            ![
                "remote",
                "devtools",
                "urls",
                "additionalbrowserargs",
                "pattern",
                "updater"
            ]
            .contains(&key.as_str()),
            "{path}"
        );
        assert!(key != "csp" || value.is_string(), "{path} is {value}");
    }
    assert!(
        !root().join("capabilities").exists(),
        "the one capability stands in tauri.conf.json"
    );
    for variant in ["linux", "macos", "windows", "android", "ios"] {
        assert!(!root().join(format!("tauri.{variant}.conf.json")).exists());
    }
}

#[test]
fn one_capability_names_one_window_and_each_permission() {
    let configuration = configuration();
    let capabilities = capabilities(&configuration);
    assert_eq!(capabilities.len(), 1);
    assert_eq!(
        capabilities[0]["windows"],
        serde_json::json!([fairlead_shell::window::MAIN])
    );
    assert!(capabilities[0].get("webviews").is_none());
    for permission in permissions(&configuration) {
        assert!(
            !permission.contains('*')
                && !permission.ends_with(":default")
                && permission != "default",
            "{permission}"
        );
    }
}

#[test]
fn handlers_manifest_and_capability_are_the_same_set() {
    let library = text("src-tauri/src/lib.rs");
    assert_eq!(library.matches("generate_handler!").count(), 1);
    let handlers: BTreeSet<String> = between(&library, "generate_handler![", "]")
        .split(',')
        .map(str::trim)
        .filter(|path| !path.is_empty())
        .map(|path| path.rsplit("::").next().unwrap().to_owned())
        .collect();

    let build = text("src-tauri/build.rs");
    let manifest: BTreeSet<String> = between(&build, "const COMMANDS: &[&str] = &[", "];")
        .split(',')
        .map(|name| name.trim().trim_matches('"').to_owned())
        .filter(|name| !name.is_empty())
        .collect();

    let granted: BTreeSet<String> = permissions(&configuration())
        .into_iter()
        .filter(|permission| !LISTENING.contains(&permission.as_str()))
        .map(|permission| permission.strip_prefix("allow-").unwrap().replace('-', "_"))
        .collect();

    let mut files = Vec::new();
    sources(&root().join("src-tauri/src"), &mut files);
    let mut declared = BTreeSet::new();
    for file in files {
        let source = fs::read_to_string(file).unwrap();
        for after in source.split("#[tauri::command").skip(1) {
            let name = between(after, "fn ", "(");
            declared.insert(name.split('<').next().unwrap().to_owned());
        }
    }

    assert!(handlers.len() > 3);
    assert_eq!(handlers, manifest, "generate_handler! and AppManifest");
    assert_eq!(handlers, granted, "generate_handler! and the capability");
    assert_eq!(
        handlers, declared,
        "generate_handler! and #[tauri::command]"
    );
}

#[test]
fn compiled_versions_hold_the_security_fixes() {
    let lock: toml::Table = text("Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    let version = |name: &str| -> (u32, u32, u32) {
        let package = packages
            .iter()
            .find(|package| package["name"].as_str() == Some(name))
            .expect(name);
        let mut parts = package["version"]
            .as_str()
            .unwrap()
            .split('.')
            .map(|part| part.parse::<u32>().unwrap());
        (
            parts.next().unwrap(),
            parts.next().unwrap(),
            parts.next().unwrap(),
        )
    };
    assert!(version("tauri") >= (2, 11, 1), "CVE-2026-42184");
    assert!(
        version("tauri-plugin-notification") >= (2, 8, 0),
        "clicks on the desktop"
    );

    let plugins: BTreeSet<&str> = packages
        .iter()
        .filter_map(|package| package["name"].as_str())
        .filter(|name| name.starts_with("tauri-plugin-"))
        .collect();
    assert_eq!(
        plugins,
        BTreeSet::from(PLUGINS),
        "no plugin for files, network, shell or data bases"
    );
}

#[test]
fn developer_tools_are_not_compiled_in() {
    let manifest: toml::Table = text("Cargo.toml").parse().unwrap();
    let tauri = manifest["dependencies"]["tauri"].as_table().unwrap();
    assert_eq!(
        tauri["default-features"].as_bool(),
        Some(false),
        "none comes along unnamed"
    );
    let named = tauri["features"].as_array().unwrap();
    assert!(named.iter().all(|feature| {
        ["wry", "x11", "dbus", "compression", "common-controls-v6"]
            .contains(&feature.as_str().unwrap_or_default())
    }));
    let features = manifest["features"].as_table().unwrap();
    assert_eq!(
        features["default"].as_array().unwrap(),
        &[toml::Value::from("custom-protocol")]
    );
    assert_eq!(
        features["custom-protocol"].as_array().unwrap(),
        &[toml::Value::from("tauri/custom-protocol")]
    );
    assert!(text("src-tauri/src/window.rs").contains(".devtools(false)"));
}
