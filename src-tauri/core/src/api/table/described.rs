//! What each use case takes and answers, as TypeScript and in words: for `fairlead-cli calls` and the interface's
//! types. The window needs none of it, so that it is left out there (feature `types`).

use super::{USE_CASES, UseCase};
use crate::api::ApiError;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use ts_rs::{Config, TS, TypeVisitor};

/// The types of a use case.
pub(super) struct Described {
    pub request: fn(&Config) -> String,
    pub response: fn(&Config) -> String,
    pub collect: fn(&Config, &mut BTreeMap<String, String>),
}

/// What a use case takes and answers, for people and scripts.
#[derive(Debug, Clone, Serialize)]
pub struct Signature {
    /// Its name.
    pub name: &'static str,
    /// What it does, in words.
    pub about: &'static str,
    /// Name of its request's type.
    pub request: String,
    /// Name of its response's type.
    pub response: String,
    /// The TypeScript of both types and of every type in them, by name.
    pub types: BTreeMap<String, String>,
}

impl UseCase {
    /// What it takes and answers.
    pub fn signature(&self) -> Signature {
        let config = config();
        let mut types = BTreeMap::new();
        (self.described.collect)(&config, &mut types);
        Signature {
            name: self.name,
            about: about(self.name),
            request: (self.described.request)(&config),
            response: (self.described.response)(&config),
            types,
        }
    }
}

static ABOUT: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/calls.json")))
        .expect("content/calls.toml")
});

/// What a call does, in words; empty where nothing is said of it, which a test refuses.
fn about(name: &str) -> &'static str {
    ABOUT.get(name).map_or("", String::as_str)
}

/// The calls that `content/calls.toml` speaks of.
pub fn described() -> impl Iterator<Item = &'static str> {
    ABOUT.keys().map(String::as_str)
}

fn config() -> Config {
    Config::new().with_large_int("number")
}

pub(super) fn collect<T: TS + 'static>(config: &Config, found: &mut BTreeMap<String, String>) {
    struct Visitor<'a>(&'a Config, &'a mut BTreeMap<String, String>);
    impl TypeVisitor for Visitor<'_> {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            if T::output_path().is_none() || self.1.contains_key(&T::ident(self.0)) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            self.1.insert(
                T::ident(self.0),
                format!("{docs}export {}", T::decl(self.0)),
            );
            T::visit_dependencies(self);
        }
    }
    Visitor(config, found).visit::<T>();
}

/// The TypeScript types of every use case: `ui/src/api.d.ts`.
pub fn typescript() -> String {
    let config = config();
    let mut types = BTreeMap::new();
    collect::<ApiError>(&config, &mut types);
    for case in USE_CASES.iter() {
        (case.described.collect)(&config, &mut types);
    }
    let mut text = String::from(
        "// Generated from the table of use cases in src-tauri/core/src/api/table.rs by `cargo xtask types`.\n// Not to be edited by hand.\n\n",
    );
    for declaration in types.values() {
        text.push_str(declaration);
        text.push_str("\n\n");
    }
    text.push_str(
        "/** Every use case with its request and response. */\nexport interface Calls {\n",
    );
    for case in USE_CASES.iter() {
        text.push_str(&format!(
            "  /** {} */\n  \"{}\": {{ request: {}; response: {} }};\n",
            about(case.name),
            case.name,
            (case.described.request)(&config),
            (case.described.response)(&config)
        ));
    }
    text.push_str("}\n");
    text
}
