//! Two starts on one data folder.

use crate::desk::{Desk, fairlead as program};
use crate::window::Window;
use serde_json::json;

#[tokio::test]
async fn a_second_start_raises_the_first_window_and_ends() {
    let mut window = Window::open(Desk::new()).await;
    window.find("heading", "Welcome").await;
    let desk = window.desk_mut();
    let data = desk.data();
    let mut command = desk.command(program());
    command.arg("--data-dir").arg(data);
    let second = desk.start(command);
    assert_eq!(second.wait_for_end().code(), Some(0));
    assert_eq!(window.call("start.state", json!({})).await["state"], "open");
}

#[tokio::test]
async fn a_second_window_without_a_message_bus_says_so_and_harms_nothing() {
    let first = Window::open(Desk::new().without_bus()).await;
    first.find("heading", "Welcome").await;
    first.call("example.add", json!({})).await;
    let folder = first.desk().data();
    let second = Window::open_with(
        Desk::new().without_bus(),
        &["--data-dir", folder.to_str().unwrap()],
    )
    .await;
    second.find("heading", "Fairlead is open already").await;
    second.assert_accessible("open-already").await;
    let refused = second
        .invoke("call", json!({ "name": "example.remove", "request": {} }))
        .await;
    assert_eq!(refused["error"]["code"], "in_use", "{refused}");
    second.quit().await;

    assert_eq!(
        first.call("relationship.list", json!({})).await["relationships"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let first = Window::open(first.cut_power()).await;
    assert_eq!(
        first.call("relationship.list", json!({})).await["relationships"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn the_sample_is_put_in_once() {
    let desk = Desk::new();
    let data = desk.data();
    let words = ["--data-dir", data.to_str().unwrap(), "--sample"];
    let window = Window::open_with(desk, &words).await;
    let there = async |window: &Window| {
        window.call("relationship.list", json!({})).await["relationships"]
            .as_array()
            .unwrap()
            .len()
    };
    window
        .wait_until("the example", async |window| {
            (there(window).await == 1).then_some(())
        })
        .await;
    let window = Window::open_with(window.quit().await, &words).await;
    assert_eq!(there(&window).await, 1);
}
