//! N20 on a real desktop: the agreement is to be looked at again, and the notification service answers,
//! is missing, or hangs.

use crate::desk::data::{afternoon_zone, fairlead, revisit_due_today};
use crate::desk::notifications::{Answers, Notifications};
use crate::desk::{Desk, fairlead as program};
use crate::window::Window;
use serde_json::json;

/// A desk on whose data folder one reminder is due, and the id of its relationship.
fn due() -> (Desk, String, String) {
    let zone = afternoon_zone();
    let desk = Desk::new().zone(zone.clone());
    let relationship = revisit_due_today(&desk.data(), &zone);
    (desk, relationship, zone)
}

/// The list inside the window holds the reminder, and the window goes on working.
async fn assert_listed(window: &Window) {
    let list = window.call("reminder.list", json!({})).await;
    assert_eq!(list["now"].as_array().unwrap().len(), 1, "{list}");
    window.go("#/reminders").await;
    window
        .shows(list["now"][0]["title"].as_str().unwrap())
        .await;
    window.shows(list["now"][0]["body"].as_str().unwrap()).await;
}

#[tokio::test]
async fn n20_is_shown_once_and_its_click_opens_the_agreement() {
    let (desk, relationship, zone) = due();
    let service = Notifications::start(desk.bus(), Answers::Always);
    let window = Window::open(desk).await;
    let shown = service.next();
    assert!(
        shown.actions.contains(&"default".to_owned()),
        "a click is offered: {shown:?}"
    );
    assert!(!shown.title.is_empty() && !shown.body.is_empty());
    for name in ["Priya", "Tomasz", "Zieliński"] {
        assert!(
            !format!("{shown:?}").contains(name),
            "names stay off the lock screen: {shown:?}"
        );
    }
    assert_listed(&window).await;

    service.click(&shown);
    let agreement = format!("#/relationship/{relationship}/agreement");
    window
        .wait_until(&agreement, async |window| {
            (window.route().await == agreement).then_some(())
        })
        .await;

    // After a restart it is in the list, and not shown again.
    let window = Window::open(window.quit().await).await;
    assert_listed(&window).await;
    let desk = window.quit().await;
    assert_eq!(
        fairlead(&desk.data(), &zone).tick().unwrap(),
        [],
        "it was claimed and shown before"
    );
    assert_eq!(service.rest(), []);
}

#[tokio::test]
async fn n20_is_shown_once_by_two_processes_on_one_folder() {
    let (desk, _, _) = due();
    let service = Notifications::start(desk.bus(), Answers::Always);
    let mut window = Window::open(desk).await;
    // By another name of the folder, so that the second one is not sent home but meets the folder's lock.
    let desk = window.desk_mut();
    let link = desk.home().join("the same folder");
    std::os::unix::fs::symlink(desk.data(), &link).unwrap();
    let mut command = desk.command(program());
    command.arg("--data-dir").arg(link);
    desk.start(command).wait_for_line("Fairlead: ready.");
    service.next();
    assert_listed(&window).await;
    window.quit().await;
    assert_eq!(service.rest(), []);
}

#[tokio::test]
async fn n20_stands_in_the_list_where_no_notification_service_is() {
    let (desk, _, _) = due();
    let window = Window::open(desk).await;
    window.wait_for_line("a reminder stands in the list only");
    assert_listed(&window).await;
}

#[tokio::test]
async fn n20_stands_in_the_list_where_the_notification_service_hangs() {
    let (desk, _, zone) = due();
    let service = Notifications::start(desk.bus(), Answers::Never);
    let window = Window::open(desk).await;
    assert_listed(&window).await;
    window.wait_for_line("a reminder stands in the list only");
    assert_eq!(service.rest(), []);
    // It was claimed and not shown: nothing is lost, and a later try may show it.
    let desk = window.quit().await;
    assert_eq!(
        fairlead(&desk.data(), &zone)
            .call("reminder.list", json!({}))
            .unwrap()
            .output["now"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn the_window_goes_on_where_the_notification_service_hangs_while_showing() {
    let (desk, _, _) = due();
    let service = Notifications::start(desk.bus(), Answers::UntilItShallShow);
    let window = Window::open(desk).await;
    service.next();
    assert_listed(&window).await;
    // Closing does not wait for the service either.
    window.quit().await;
}
