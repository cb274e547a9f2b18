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
