//! The arrows: which room may know which.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::paths::{Named, paths};
use super::sources::Source;

/// Core's rooms, and the rooms each may name. What is not listed is not allowed; a room names itself freely.
const ROOMS: &[(&str, &[&str])] = &[
    // Pure: no I/O, no clock, nobody else's types.
    ("domain", &[]),
    // Ports and ground floor.
    ("clock", &["domain"]),
    // The one place where what went wrong inside becomes what may be said outside.
    ("error", &["api", "domain", "files", "store"]),
    ("files", &[]),
    ("keychain", &[]),
    // A pen appends an edit and applies it in one transaction, through the store's table files.
    ("record", &["domain", "store", "error"]),
    ("trust", &["domain", "error"]),
    (
        "store",
        &["domain", "trust", "clock", "error", "files", "keychain"],
    ),
    // Why a folder is closed, in the words of the boundary.
    ("gate", &["api", "error", "store"]),
    ("reminders", &["domain"]),
    ("calendar", &["domain"]),
    // The fingerprint of what is printed, by the canonical bytes that are signed.
    ("papers", &["domain", "trust"]),
    ("exchange", &["domain", "record", "trust"]),
    // Papers from outside, worked out again from what they carry.
    ("verify", &["domain", "papers", "trust"]),
    // The whole product behind one object: the gate, and the use cases behind it.
    (
        "fairlead",
        &[
            "api",
            "clock",
            "domain",
            "error",
            "gate",
            "keychain",
            "ops",
            "reminders",
            "store",
            "verify",
        ],
    ),
    (
        "ops",
        &[
            "domain",
            "record",
            "store",
            "reminders",
            "exchange",
            "trust",
            "calendar",
            "papers",
            "verify",
            "api",
            "clock",
            "error",
            "files",
            "keychain",
        ],
    ),
    (
        "api",
        &[
            "fairlead",
            "ops",
            "domain",
            "gate",
            "record",
            "store",
            "reminders",
            "papers",
            "clock",
            "error",
            "files",
            "keychain",
        ],
    ),
];

/// Libraries that one place alone may name.
const KEPT_LIBRARIES: &[(&str, &[&str])] = &[
    ("rusqlite", &["src-tauri/core/src/store"]),
    ("rusqlite_migration", &["src-tauri/core/src/store"]),
    (
        "tauri",
        &[
            "src-tauri/src",
            "src-tauri/build.rs",
            "src-tauri/xtask/empty-window",
        ],
    ),
    ("tauri_build", &["src-tauri/build.rs"]),
    ("printpdf", &["src-tauri/press"]),
    ("lopdf", &["src-tauri/press"]),
    ("parley", &["src-tauri/press"]),
    ("subsetter", &["src-tauri/press"]),
    // Zone rules come from one file (decision 6).
    ("jiff", &["src-tauri/core/src/domain/zone.rs"]),
];

/// What of core the crates around it may name.
const DOORS: &[(&str, &[&str])] = &[
    (
        "src-tauri/src/",
        &["api", "clock", "keychain", "files", "reminders"],
    ),
    (
        "src-tauri/cli/src/",
        &["api", "ops", "clock", "keychain", "files"],
    ),
];

/// Standard modules that reach out of the process; the domain has no use for them.
const OUTSIDE: &[&str] = &["fs", "net", "env", "process", "thread", "io", "time"];

/// Every arrow that a Rust file breaks, as sentences.
pub fn broken_arrows(source: &Source) -> Vec<String> {
    if source.path.starts_with("tests/") || source.path.starts_with("src-tauri/xtask/") {
        return Vec::new();
    }
    let Ok(tokens) = source.text.parse::<TokenStream>() else {
        return vec![format!("{}: no Rust", source.path)];
    };
    paths(tokens)
        .iter()
        .filter_map(|named| {
            breaks(source, named).map(|why| format!("{}:{}: {why}", source.path, named.line))
        })
        .collect()
}

fn breaks(source: &Source, named: &Named) -> Option<String> {
    let path = source.path.as_str();
    let first = named.segments.first()?;
    let whole = named.segments.join("::");
    if let Some((_, homes)) = KEPT_LIBRARIES
        .iter()
        .find(|(library, _)| library == first || plugin_of(library, first))
    {
        let at_home = homes.iter().any(|home| path.starts_with(home));
        return (!at_home).then(|| format!("{first} is named only in {}", homes.join(", ")));
    }
    if path.starts_with("src-tauri/press/")
        && first.starts_with("fairlead_")
        && first != "fairlead_press"
    {
        return Some(format!(
            "the press knows nothing of ours, but names {whole}"
        ));
    }
    if first == "fairlead_press" && path.starts_with("src-tauri/core/src/") {
        // Trust makes the certificates with which the press signs; verifying reads what it signed.
        let homes = ["papers", "trust", "ops", "api", "verify"];
        let at_home = homes.contains(&room_of(path)?.0.as_str());
        return (!at_home)
            .then(|| format!("only papers, trust and verify know the press, not {path}"));
    }
    if first == "fairlead_core"
        && let Some((_, doors)) = DOORS.iter().find(|(folder, _)| path.starts_with(folder))
    {
        let second = named.segments.get(1)?;
        let open = doors.contains(&second.as_str()) || second.starts_with(char::is_uppercase);
        return (!open).then(|| format!("{whole} is behind core's doors ({})", doors.join(", ")));
    }
    if path.starts_with("src-tauri/core/src/") {
        let (room, depth) = room_of(path)?;
        if room == "domain"
            && first == "std"
            && named
                .segments
                .get(1)
                .is_some_and(|m| outside(m, &named.segments))
        {
            return Some(format!("the domain is pure, but names {whole}"));
        }
        let target = core_target(named, depth)?;
        return broken_room(&room, &target);
    }
    None
}

/// A `Duration` is a quantity, not a clock.
fn outside(module: &str, segments: &[String]) -> bool {
    OUTSIDE.contains(&module)
        && !(module == "time" && segments.get(2).is_some_and(|name| name == "Duration"))
}

fn plugin_of(library: &str, name: &str) -> bool {
    library == "tauri" && name.starts_with("tauri_plugin_")
}

fn broken_room(room: &str, target: &str) -> Option<String> {
    if room == target || room == "lib" || room == "fairlead" {
        return None;
    }
    if target == "*" {
        return Some(format!("{room} takes everything in with crate::*"));
    }
    if target.starts_with(char::is_uppercase) {
        // The product behind one object is for those outside core.
        return (room != "api").then(|| format!("{room} names crate::{target}"));
    }
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return Some(format!(
            "the room {room} has no arrows yet: add it to the rules, and to ARCHITECTURE.md"
        ));
    };
    (!allowed.contains(&target)).then(|| format!("{room} -> {target}"))
}

/// The room of a file in core, and how many modules deep its own module lies below the crate.
fn room_of(path: &str) -> Option<(String, usize)> {
    let inner = path
        .strip_prefix("src-tauri/core/src/")?
        .strip_suffix(".rs")?;
    let mut modules: Vec<&str> = inner.split('/').collect();
    if modules.last() == Some(&"mod") {
        modules.pop();
    }
    Some((modules.first()?.to_string(), modules.len()))
}

/// The room of core that a path leads to: by `crate::`, or by so many `super::` that it leaves its room.
fn core_target(named: &Named, depth: usize) -> Option<String> {
    let segments = &named.segments;
    if segments.first()? == "crate" {
        return segments.get(1).cloned();
    }
    let ups = segments
        .iter()
        .take_while(|segment| *segment == "super")
        .count();
    let target = segments.get(ups)?;
    // A module inside the file adds to the depth unseen, so only the name of a room counts here.
    (ups >= depth && ROOMS.iter().any(|(room, _)| room == target)).then(|| target.clone())
}

/// Attributes that switch a lint off for good, instead of expecting it with a reason.
pub fn allowed_lints(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    if let Ok(tokens) = source.text.parse::<TokenStream>() {
        find_allow(tokens, false, &mut |line| {
            found.push(format!("{}:{line}: expect it, with a reason", source.path))
        });
    }
    found
}

fn find_allow(tokens: TokenStream, in_attribute: bool, report: &mut impl FnMut(usize)) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                let begins = matches!(at.checked_sub(1).map(|before| &tokens[before]),
                    Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '#' | '!'));
                let attribute = in_attribute || (begins && group.delimiter() == Delimiter::Bracket);
                find_allow(group.stream(), attribute, report);
            }
            TokenTree::Ident(ident) if in_attribute && ident == "allow" => {
                report(ident.span().start().line)
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Words that no page may contain, and why.
const PAGE_WORDS: &[(&str, &str)] = &[
    ("dangerouslySetInnerHTML", "text is text, never markup"),
    (".innerHTML", "text is text, never markup"),
    ("fetch(", "Fairlead uses no network"),
    ("XMLHttpRequest", "Fairlead uses no network"),
    ("WebSocket", "Fairlead uses no network"),
    ("localStorage", "what is kept is kept in the data file"),
    ("sessionStorage", "what is kept is kept in the data file"),
];

/// Every rule that a page or control breaks.
pub fn broken_page_rules(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        let mut say = |why: &str| found.push(format!("{}:{}: {why}", source.path, index + 1));
        if line.contains("@tauri-apps") && source.path != "ui/src/ipc.ts" {
            say("only ipc.ts touches @tauri-apps");
        }
        if line.contains("/screens/") && source.path.starts_with("ui/src/parts/") {
            say("parts know no screen");
        }
        for (word, why) in PAGE_WORDS.iter().filter(|(word, _)| line.contains(word)) {
            say(&format!("{word}: {why}"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrows(path: &str, text: &str) -> Vec<String> {
        broken_arrows(&Source::sample(path, text))
    }

    #[test]
    fn the_domain_knows_nobody() {
        let file = "src-tauri/core/src/domain/goal.rs";
        assert_eq!(
            arrows(file, "use crate::store::Tx;"),
            ["src-tauri/core/src/domain/goal.rs:1: domain -> store"]
        );
        assert_eq!(arrows(file, "use super::super::store::Tx;").len(), 1);
        assert_eq!(arrows(file, "fn f() { crate::clock::now() }").len(), 1);
        assert_eq!(arrows(file, "use std::fs;").len(), 1);
        assert_eq!(arrows(file, "use std::time::SystemTime;").len(), 1);
        assert_eq!(arrows(file, "use crate::*;").len(), 1);
        assert!(
            arrows(
                file,
                "use crate::domain::side::Side; use super::name::Name; use std::time::Duration;"
            )
            .is_empty()
        );
    }

    #[test]
    fn a_room_reached_by_super_is_a_room() {
        assert_eq!(
            arrows("src-tauri/core/src/papers/mod.rs", "use super::store::Tx;").len(),
            1
        );
        assert!(
            arrows(
                "src-tauri/core/src/papers/agreement.rs",
                "use super::store::Tx;"
            )
            .is_empty()
        );
        assert_eq!(
            arrows(
                "src-tauri/core/src/papers/agreement.rs",
                "use crate::{domain::Side, store};"
            )
            .len(),
            1
        );
    }

    #[test]
    fn libraries_stay_where_they_are_kept() {
        assert_eq!(
            arrows(
                "src-tauri/core/src/ops/goal.rs",
                "use rusqlite::Connection;"
            )
            .len(),
            1
        );
        assert!(
            arrows(
                "src-tauri/core/src/store/goal.rs",
                "use rusqlite::Connection;"
            )
            .is_empty()
        );
        assert_eq!(
            arrows("src-tauri/cli/src/main.rs", "fn f(a: tauri::App) {}").len(),
            1
        );
        assert_eq!(
            arrows(
                "src-tauri/core/src/lib.rs",
                "use tauri_plugin_dialog::init;"
            )
            .len(),
            1
        );
        assert_eq!(
            arrows("src-tauri/core/src/papers/mod.rs", "use printpdf::Mm;").len(),
            1
        );
        assert_eq!(
            arrows("src-tauri/core/src/domain/dates.rs", "use jiff::Zoned;").len(),
            1
        );
        assert!(arrows("src-tauri/core/src/domain/zone.rs", "use jiff::Zoned;").is_empty());
    }

    #[test]
    fn the_press_knows_nothing_of_ours() {
        assert_eq!(
            arrows(
                "src-tauri/press/src/lib.rs",
                "use fairlead_core::domain::Side;"
            )
            .len(),
            1
        );
        assert_eq!(
            arrows(
                "src-tauri/core/src/store/mod.rs",
                "use fairlead_press::Document;"
            )
            .len(),
            1
        );
        assert!(
            arrows(
                "src-tauri/core/src/papers/mod.rs",
                "use fairlead_press::Document;"
            )
            .is_empty()
        );
    }

    #[test]
    fn core_is_entered_by_its_doors() {
        assert_eq!(
            arrows(
                "src-tauri/cli/src/main.rs",
                "use fairlead_core::store::open;"
            )
            .len(),
            1
        );
        assert_eq!(
            arrows(
                "src-tauri/src/commands/call.rs",
                "use fairlead_core::domain::Side;"
            )
            .len(),
            1
        );
        assert!(
            arrows(
                "src-tauri/src/commands/call.rs",
                "use fairlead_core::{Fairlead, api::Answer};"
            )
            .is_empty()
        );
    }

    #[test]
    fn a_new_room_needs_arrows_of_its_own() {
        let found = arrows(
            "src-tauri/core/src/attic/mod.rs",
            "use crate::domain::Side;",
        );
        assert!(found[0].contains("no arrows yet"), "{found:?}");
    }

    #[test]
    fn allow_is_found_in_every_shape() {
        let allowed = |text| allowed_lints(&Source::sample("a.rs", text)).len();
        assert_eq!(allowed("#[allow(dead_code)] fn f() {}"), 1);
        assert_eq!(allowed("#![allow(clippy::panic, reason = \"\")]"), 1);
        assert_eq!(
            allowed("mod a { #[cfg_attr(test, allow(dead_code))] fn f() {} }"),
            1
        );
        assert_eq!(
            allowed(
                "#[expect(dead_code, reason = \"x\")] fn allow() { allow(); let a = [allow]; }"
            ),
            0
        );
    }

    #[test]
    fn pages_reach_the_program_through_ipc_only() {
        let rules = |path: &str, text: &str| broken_page_rules(&Source::sample(path, text)).len();
        assert_eq!(
            rules(
                "ui/src/app.tsx",
                "import { invoke } from '@tauri-apps/api/core';"
            ),
            1
        );
        assert_eq!(
            rules(
                "ui/src/ipc.ts",
                "import { invoke } from '@tauri-apps/api/core';"
            ),
            0
        );
        assert_eq!(
            rules(
                "ui/src/parts/date.tsx",
                "import { Today } from '../screens/today/today';"
            ),
            1
        );
        assert_eq!(
            rules(
                "ui/src/screens/today/today.tsx",
                "await fetch('/x'); a.innerHTML = b;"
            ),
            2
        );
    }
}
