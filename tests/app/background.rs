//! What the tray says, what the desktop's entry holds, and the commands for both, without a desktop.

use fairlead_core::domain::ids::RelationshipId;
use fairlead_core::reminders::{Claim, Toast};
use fairlead_shell::platform::notifier::Action;
use fairlead_shell::platform::tray::{Choice, Menu};
use serde_json::{Value, json};

fn row(title: &str, fires: &str, route: &str) -> Value {
    json!({ "title": title, "fires": fires, "route": route })
}

#[test]
fn the_tray_says_what_comes_next_and_where_it_leads() {
    let later = row(
        "Your action plan",
        "Monday 30 November 2026, 09:00",
        "/relationship/r/plan",
    );
    let now = row(
        "Write your first message",
        "Friday 20 November 2026, 09:00",
        "/relationship/r/contact",
    );
    for (list, next, choice) in [
        (
            json!({ "now": [], "later": [] }),
            "No reminders ahead",
            Choice::Open,
        ),
        (
            json!({ "now": [], "later": [later.clone()] }),
            "Next: Your action plan, Monday 30 November 2026, 09:00",
            Choice::Next("/reminders".to_owned()),
        ),
        (
            json!({ "now": [now.clone()], "later": [later.clone()] }),
            "Now: Write your first message",
            Choice::Next("/relationship/r/contact".to_owned()),
        ),
        (
            json!({ "now": [now.clone(), later], "later": [] }),
            "2 reminders are waiting for you",
            Choice::Next("/reminders".to_owned()),
        ),
    ] {
        let menu = Menu::of(Some(&list), false);
        assert_eq!((menu.next.as_str(), menu.choice()), (next, choice));
    }
    let closed = Menu::of(None, false);
    assert_eq!(closed.next, "Your reminders are locked");
    assert_eq!(closed.choice(), Choice::Open);
    assert!(Menu::of(None, true).paused);
}

#[cfg(target_os = "linux")]
#[test]
fn an_entry_starts_the_program_in_the_background_whatever_its_path_is() {
    use fairlead_shell::platform::autostart::text;
    use std::ffi::OsString;
    use std::path::Path;
    for (program, exec) in [
        ("/usr/bin/fairlead", r#""/usr/bin/fairlead" "--background""#),
        (
            "/home/a b/Fair lead",
            r#""/home/a b/Fair lead" "--background""#,
        ),
        (
            r#"/tmp/50% "$x" `y` \z"#,
            r#""/tmp/50%% \\"\\$x\\" \\`y\\` \\\\z" "--background""#,
        ),
    ] {
        let entry = text(Path::new(program), &[OsString::from("--background")]).unwrap();
        assert!(
            entry.lines().any(|line| line == format!("Exec={exec}")),
            "{entry}"
        );
    }
    assert!(text(Path::new("/tmp/two\nlines"), &[]).is_err());
}

#[cfg(target_os = "linux")]
#[test]
fn an_entry_is_looked_at_and_not_only_found() {
    use fairlead_core::files::{self, Readers};
    use fairlead_shell::platform::autostart::{Autostart, Standing};
    use std::ffi::OsString;
    use std::path::Path;
    let settings = tempfile::tempdir().unwrap();
    let words = [OsString::from("--background")];
    let at = |program: &str| Autostart::at(settings.path(), Path::new(program), &words).unwrap();
    let entry = at("/opt/new/fairlead");
    assert_eq!(entry.look(), Standing::Off);
    at("/opt/old/fairlead").put().unwrap();
    assert_eq!(entry.look(), Standing::Stale, "it starts the old program");
    entry.put().unwrap();
    assert_eq!(entry.look(), Standing::On);

    let file = settings
        .path()
        .join("autostart/org.fairlead.Fairlead.desktop");
    let whole = std::fs::read_to_string(&file).unwrap();
    let write = |text: &str| files::write_whole(&file, text.as_bytes(), Readers::Usual).unwrap();
    for off in ["Hidden=true", "X-GNOME-Autostart-enabled=false"] {
        write(&format!("{whole}{off}\n"));
        assert_eq!(entry.look(), Standing::Off, "switched off with {off}");
    }
    write(&whole);
    entry.take_away().unwrap();
    assert_eq!(entry.look(), Standing::Off);
    entry.take_away().unwrap();
}

#[test]
fn the_titles_that_the_tray_shows_name_nobody() {
    // The tray takes titles only; that none of them has a place for a name is the catalogue's promise.
    for kind in fairlead_core::reminders::kinds() {
        assert!(!kind.title.contains('{'), "{}", kind.title);
        for step in &kind.step {
            assert!(!step.title.as_deref().unwrap_or_default().contains('{'));
        }
    }
}

#[test]
fn done_and_snooze_are_offered_where_they_fit() {
    let claim = Claim {
        relationship: RelationshipId("r".into()),
        series: "N09 s 2026-03-01".into(),
        occurrence: "-15".into(),
    };
    let toast = |claims: &[Claim], done| Toast {
        title: String::new(),
        body: String::new(),
        route: String::new(),
        claims: claims.to_vec(),
        done,
    };
    let one = std::slice::from_ref(&claim);
    for (toast, offered) in [
        (toast(&[], false), vec![Action::Open]),
        (toast(one, false), vec![Action::Open, Action::Snooze]),
        (toast(one, true), Action::ALL.to_vec()),
    ] {
        assert_eq!(Action::of(&toast), offered);
    }
}
