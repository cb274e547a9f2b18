//! Which addresses the window may show.

use fairlead_shell::navigation::is_own_page;

#[test]
fn only_the_programs_own_pages_may_be_shown() {
    assert!(is_own_page(
        &"tauri://localhost/index.html".parse().unwrap()
    ));
    for address in [
        "http://127.0.0.1:8899/leak?private=note",
        "https://example.org/",
        "http://localhost:1420/",
        "tauri://evil.example/",
        "tauri://localhost.evil.example/",
        "ipc://localhost/call",
        "file:///etc/passwd",
        "data:text/html,hello",
        "blob:tauri://localhost/1",
        "about:blank",
        "javascript:alert(1)",
        "mailto:priya@example.org?body=private",
    ] {
        assert!(!is_own_page(&address.parse().unwrap()), "{address}");
    }
}

#[test]
fn the_name_windows_uses_is_closed_elsewhere() {
    for address in [
        "http://tauri.localhost/",
        "https://tauri.localhost/index.html",
    ] {
        assert_eq!(
            is_own_page(&address.parse().unwrap()),
            cfg!(windows),
            "{address}"
        );
    }
    assert!(!is_own_page(
        &"http://tauri.localhost.evil.example/".parse().unwrap()
    ));
}
