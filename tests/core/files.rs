//! Files are written whole or not at all, and named so that every system takes the name (case 70).

use std::fs;

use fairlead_core::files::{self, FileTrouble, Readers};
use proptest::prelude::*;

#[test]
fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("agreement.pdf");
    for content in ["first", "the second, which is longer", ""] {
        files::write_whole(&path, content.as_bytes(), Readers::Usual).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_paper_is_readable_as_usual_and_a_secret_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mode = |name: &str, readers| {
        let path = folder.path().join(name);
        files::write_whole(&path, b"x", readers).unwrap();
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode("secret", Readers::Owner), 0o600);
    let usual = mode("paper", Readers::Usual);
    let system = fs::File::create_new(folder.path().join("by-hand")).unwrap();
    assert_eq!(
        usual,
        system.metadata().unwrap().permissions().mode() & 0o777
    );
}

#[test]
fn a_new_file_is_never_written_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("agreement.pdf");
    files::write_new(&path, b"mine", Readers::Usual).unwrap();
    let error = files::write_new(&path, b"yours", Readers::Usual).unwrap_err();
    assert_eq!(error.trouble(), FileTrouble::Exists);
    assert_eq!(error.path, path);
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    let other = folder.path().join("other.pdf");
    files::write_new(&other, b"other", Readers::Usual).unwrap();
    let error = files::move_to(&other, &path).unwrap_err();
    assert_eq!(error.trouble(), FileTrouble::Exists);
    assert_eq!(fs::read(&path).unwrap(), b"mine");
}

#[test]
fn errors_carry_the_path_and_what_was_tried() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gone").join("agreement.pdf");
    let error = files::write_whole(&path, b"x", Readers::Usual).unwrap_err();
    assert_eq!(
        (error.path.as_path(), error.trouble()),
        (path.as_path(), FileTrouble::Missing)
    );
    let said = error.to_string();
    assert!(
        said.starts_with("could not write ") && said.contains("agreement.pdf"),
        "{said}"
    );
    // A folder in the way.
    let error = files::write_whole(folder.path(), b"x", Readers::Usual).unwrap_err();
    assert_eq!(error.path, folder.path());
    assert!(folder.path().is_dir());
}

#[test]
fn reading_stops_at_the_limit_and_at_what_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    files::write_whole(&path, &[7; 100], Readers::Usual).unwrap();
    assert_eq!(files::read_limited(&path, 100).unwrap().len(), 100);
    let error = files::read_limited(&path, 99).unwrap_err();
    assert_eq!(error.source.kind(), std::io::ErrorKind::FileTooLarge);
    assert!(files::read_limited(folder.path(), 99).is_err());
    #[cfg(unix)]
    assert!(files::read_limited(std::path::Path::new("/dev/zero"), 99).is_err());
}

#[test]
fn titles_become_names_that_every_system_takes() {
    let cases = [
        ("Agreement Amira & João", "Agreement Amira & João.pdf"),
        ("Jose\u{301}", "José.pdf"),
        ("李小龙 محمد علي שרה", "李小龙 محمد علي שרה.pdf"),
        ("Who/what\\when: \"why\"?", "Who what when why.pdf"),
        (
            "<img src=x onerror=alert(1)>",
            "img src=x onerror=alert(1).pdf",
        ),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("C:\\Windows", "C Windows.pdf"),
        ("  two   spaces\t\n", "two spaces.pdf"),
        (".hidden", "hidden.pdf"),
        ("-rf", "rf.pdf"),
        ("ends with dots...", "ends with dots.pdf"),
        ("CON", "_CON.pdf"),
        ("nul ", "_nul.pdf"),
        ("Com1", "_Com1.pdf"),
        ("LPT9.old", "_LPT9.old.pdf"),
        ("COM¹", "_COM¹.pdf"),
        ("console", "console.pdf"),
        ("COM10", "COM10.pdf"),
        ("", "Fairlead.pdf"),
        (" . ", "Fairlead.pdf"),
        ("\u{202E}fdp.exe", "fdp.exe.pdf"),
        ("a\0b\u{7}c\u{200B}d", "abcd.pdf"),
        ("\u{3164}\u{FEFF}", "Fairlead.pdf"),
    ];
    for (title, name) in cases {
        assert_eq!(files::safe_file_name(title, "pdf"), name, "{title:?}");
    }
    assert_eq!(files::safe_file_name("no extension", ""), "no extension");
}

#[test]
fn a_long_title_is_cut_between_characters() {
    for title in ["x".repeat(10_000), "é".repeat(10_000), "👩‍👩‍👧 ".repeat(4000)] {
        let name = files::safe_file_name(&title, "pdf");
        assert!(name.len() <= 180 && name.ends_with(".pdf"), "{name}");
    }
}

proptest! {
    #[test]
    fn every_title_makes_a_name_that_can_be_written(title in "\\PC{0,300}|[\\x00-\\x7f]{0,40}") {
        let name = files::safe_file_name(&title, "pdf");
        prop_assert!(name.len() <= 182);
        prop_assert!(!name.contains(['/', '\\', ':', '\0', '<', '>', '"', '|', '?', '*']));
        prop_assert!(!name.starts_with(['.', ' ', '-']));
        prop_assert_eq!(std::path::Path::new(&name).components().count(), 1);
        let folder = tempfile::tempdir().unwrap();
        files::write_new(&folder.path().join(&name), b"x", Readers::Usual).unwrap();
        // A name made of a name is that name: saving twice asks about the same file.
        let stem = name.strip_suffix(".pdf").unwrap();
        prop_assert_eq!(files::safe_file_name(stem, "pdf"), name);
    }
}
