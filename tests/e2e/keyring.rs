//! The key to the data in a real keyring: kept there and not in a file, found again, and missed in words (B7).

use crate::desk::{Desk, keyring};
use crate::window::Window;
use serde_json::json;

const PROFILE: &str = "Priya Shah";

#[tokio::test]
async fn b7_key_lives_in_the_desktop_keyring_and_the_recovery_code_opens_without_it() {
    let mut desk = Desk::new();
    keyring::start(&mut desk);
    let window = Window::open(desk).await;
    let profile = json!({ "name": PROFILE, "email": "", "phone": "", "zone": "Europe/London", "roles": ["mentee"] });
    window.call("profile.save", profile).await;
    let place = window.call("data.where", json!({})).await;
    assert_eq!(place["keyPlace"], "keychain", "{place}");
    let code = window.call("recovery.show", json!({})).await["code"]
        .as_str()
        .unwrap()
        .to_owned();

    // Found again at the next start; no file of the data folder opens it.
    let desk = window.quit().await;
    assert!(
        !desk.data().join("device.key").exists(),
        "the key is in no file"
    );
    let window = Window::open(desk).await;
    let found = window.call("profile.get", json!({})).await;
    assert_eq!(found["profile"]["name"], PROFILE, "{found}");

    // Without the keyring the door stays shut, says so, and the recovery code opens it.
    let mut desk = window.quit().await;
    keyring::stop(&mut desk);
    let window = Window::open(desk).await;
    window.shows("recovery code").await;
    let state = window.call("start.state", json!({})).await;
    assert_eq!(state["state"], "key_missing", "{state}");
    window.write("Recovery code", &code).await;
    window.keys("\u{E007}").await;
    window
        .wait_until("the open data", async |window| {
            let state = window.call("start.state", json!({})).await;
            (state["state"] == "open").then_some(())
        })
        .await;
    let found = window.call("profile.get", json!({})).await;
    assert_eq!(found["profile"]["name"], PROFILE, "{found}");
    window.quit().await;
}
