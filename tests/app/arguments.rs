//! The command line.

use fairlead_shell::arguments::{ArgumentError, Arguments, Asked, read};
use std::ffi::OsString;

fn asked(words: &[&str]) -> Result<Asked, ArgumentError> {
    read(words.iter().map(OsString::from))
}

#[test]
fn nothing_asked_opens_the_window_on_the_usual_folder() {
    assert_eq!(asked(&[]), Ok(Asked::Window(Arguments::default())));
}

#[test]
fn folder_sample_and_background_are_understood_in_any_order() {
    let expected = Arguments {
        data_dir: Some("/tmp/a b".into()),
        sample: true,
        background: true,
        open: None,
    };
    for words in [
        ["--data-dir", "/tmp/a b", "--sample", "--background"],
        ["--background", "--sample", "--data-dir", "/tmp/a b"],
    ] {
        assert_eq!(asked(&words), Ok(Asked::Window(expected.clone())));
    }
    assert_eq!(
        asked(&["--data-dir=/tmp/a b", "--background", "--sample"]),
        Ok(Asked::Window(expected))
    );
}

#[test]
fn a_missing_folder_and_an_unknown_word_are_said() {
    for words in [&["--data-dir"][..], &["--data-dir="], &["--data-dir", ""]] {
        assert_eq!(asked(words), Err(ArgumentError::FolderMissing));
    }
    assert_eq!(
        asked(&["--sampel"]),
        Err(ArgumentError::Unknown("--sampel".into()))
    );
    assert_eq!(
        asked(&["--sample", "file.txt"]),
        Err(ArgumentError::Unknown("file.txt".into()))
    );
}

#[test]
fn a_page_is_an_address_and_nothing_else() {
    for page in [
        "reminders",
        "/settings/reminders",
        "relationship/0f3a-9/plan/goal/a%20b",
    ] {
        let expected = Arguments {
            open: Some(page.to_owned()),
            ..Arguments::default()
        };
        assert_eq!(asked(&["--open", page]), Ok(Asked::Window(expected)));
    }
    for words in [&["--open"][..], &["--open", ""]] {
        assert_eq!(asked(words), Err(ArgumentError::PageMissing));
    }
    let long = "a".repeat(301);
    for page in [
        "--sample",
        "javascript:alert(1)",
        "a b",
        "#/reminders",
        "a?b",
        "caf\u{e9}",
        &long,
    ] {
        assert_eq!(
            asked(&["--open", page]),
            Err(ArgumentError::NoPage(page.to_owned()))
        );
    }
}

#[test]
fn help_and_version_win_over_what_follows() {
    assert_eq!(asked(&["--help", "--nonsense"]), Ok(Asked::Help));
    assert_eq!(asked(&["--sample", "-V"]), Ok(Asked::Version));
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text_are_a_folder_but_no_word() {
    use std::os::unix::ffi::OsStringExt;
    let odd = OsString::from_vec(vec![b'/', b't', 0xff]);
    let asked = read([OsString::from("--data-dir"), odd.clone()]);
    assert_eq!(
        asked,
        Ok(Asked::Window(Arguments {
            data_dir: Some(odd.clone().into()),
            ..Arguments::default()
        }))
    );
    assert_eq!(
        read([odd]),
        Err(ArgumentError::Unknown("/t\u{fffd}".into()))
    );
}
