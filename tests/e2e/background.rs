//! Fairlead without a window: in the tray, found again from there, from a notification and by a second
//! start; and what it does where there is no tray.

use crate::desk::data::{
    afternoon_zone, event_told_today, fairlead, relationship, revisit_due_today,
};
use crate::desk::notifications::{Answers, Notifications};
use crate::desk::process::{Running, wait_until};
use crate::desk::tray::Tray;
use crate::desk::{Desk, fairlead as program};
use crate::window::Window;
use serde_json::json;
use std::path::PathBuf;

const TITLE: &str = "Time to read your agreement again";
const PAUSE: &str = "No notifications today";

/// Starts the program as a person does, without anything that drives it.
fn start<'d>(desk: &'d mut Desk, words: &[&str]) -> &'d mut Running {
    let mut command = desk.command(program());
    command.arg("--data-dir").arg(desk.data()).args(words);
    desk.start(command)
}

/// Waits until the program was in the background so many times.
fn in_background(running: &Running, times: usize) {
    wait_until("the program in the background", || {
        let said = running.said();
        let entered = said
            .iter()
            .filter(|line| line.contains("in the background"));
        (entered.count() == times).then_some(())
    });
}

/// The windows that can be seen whose title begins like this. Asked one by one: the older of a window's two
/// titles, by which it is found, holds no letters that the desk's locale lacks.
fn windows(desk: &Desk, title: &str) -> Vec<String> {
    let mut numbers = desk.windows("Fairlead");
    numbers.retain(|number| {
        let mut command = desk.command("xdotool");
        let output = command.args(["getwindowname", number]).output().unwrap();
        String::from_utf8_lossy(&output.stdout).starts_with(title)
    });
    numbers
}

/// The window of this title, once it is there.
fn title(desk: &Desk, title: &str) -> String {
    wait_until(&format!("the window `{title}`"), || {
        windows(desk, title).pop()
    })
}

/// Closes the window of this title by the window manager, as its cross does.
fn close(desk: &Desk, name: &str) {
    let window = title(desk, name);
    desk.xdotool(&["windowfocus", "--sync", &window]);
    desk.xdotool(&["key", "--clearmodifiers", "alt+F4"]);
    wait_until("the window to go", || {
        desk.windows("Fairlead").is_empty().then_some(())
    });
}

/// A desk with a window manager on whose data one reminder is due that a pause for today holds back.
fn held_back() -> Desk {
    let zone = afternoon_zone();
    let desk = Desk::new().with_window_manager().zone(zone.clone());
    revisit_due_today(&desk.data(), &zone);
    let mut fairlead = fairlead(&desk.data(), &zone);
    fairlead
        .call("reminder.pause", json!({ "today": true }))
        .unwrap();
    drop(fairlead);
    desk
}

#[test]
fn closed_into_the_tray_it_reminds_and_the_click_opens_the_page() {
    let mut desk = held_back();
    let service = Notifications::start(desk.bus(), Answers::Always);
    let tray = Tray::start(desk.bus());
    let running = start(&mut desk, &[]);
    running.wait_for_line("Fairlead: ready.");
    let running = desk.programs.pop().unwrap();
    let item = tray.item();
    item.line(&format!("Now: {TITLE}"));

    close(&desk, "Today");
    in_background(&running, 1);
    let said = service.next();
    assert_eq!(said.title, "Fairlead goes on in the tray");

    assert!(item.line(PAUSE).ticked);
    item.choose(PAUSE);
    let reminder = service.next();
    assert_eq!(reminder.title, TITLE);
    assert!(!item.line(PAUSE).ticked);
    for action in ["default", "open", "snooze"] {
        assert!(
            reminder.actions.contains(&action.to_owned()),
            "{reminder:?}"
        );
    }
    assert!(desk.windows("Fairlead").is_empty());
    service.click(&reminder);
    close(&desk, "Agreement");
    in_background(&running, 2);

    // From the icon it comes back where it was left, and that it goes on was said once.
    item.click();
    title(&desk, "Agreement");
    assert_eq!(service.rest(), []);
    let mut running = running;
    item.choose("Quit");
    assert_eq!(running.wait_for_end().code(), Some(0));
}

#[test]
fn the_tray_opens_what_is_due_and_ends_the_program_without_a_window() {
    let mut desk = held_back();
    let tray = Tray::start(desk.bus());
    start(&mut desk, &["--background"]);
    let mut running = desk.programs.pop().unwrap();
    in_background(&running, 1);
    assert!(!running.said().iter().any(|line| line.contains("ready")));
    let item = tray.item();
    assert_eq!(
        String::try_from(item.property("Title")).unwrap(),
        "Fairlead"
    );
    item.choose(&format!("Now: {TITLE}"));
    close(&desk, "Agreement");
    in_background(&running, 2);
    item.choose("Quit");
    assert_eq!(running.wait_for_end().code(), Some(0));
}

#[test]
fn without_a_window_for_a_while_it_starts_anew_in_its_place_and_goes_on() {
    let zone = afternoon_zone();
    let mut desk = Desk::new().with_window_manager().zone(zone.clone());
    revisit_due_today(&desk.data(), &zone);
    let service = Notifications::start(desk.bus(), Answers::Always);
    let tray = Tray::start(desk.bus());
    let mut command = desk.command(program());
    command.arg("--data-dir").arg(desk.data());
    command.env("FAIRLEAD_SETTLED_SECONDS", "1");
    let running = desk.start(command);
    running.wait_for_line("Fairlead: ready.");
    let running = desk.programs.pop().unwrap();
    let reminder = service.next();
    assert_eq!(reminder.title, TITLE);
    close(&desk, "Today");
    in_background(&running, 1);
    assert_eq!(service.next().title, "Fairlead goes on in the tray");
    // The reminder can still be pressed, and is.
    service.click(&reminder);
    title(&desk, "Agreement");
    service.close(&reminder);
    close(&desk, "Agreement");
    in_background(&running, 3);
    assert_eq!(helpers(running.id()), Vec::<String>::new());

    // Told once is told: what was shown before is not shown again. The page it was left on is the one it comes back to.
    let item = tray.item();
    item.line(&format!("Now: {TITLE}"));
    item.click();
    title(&desk, "Agreement");
    assert_eq!(service.rest(), []);
    close(&desk, "Agreement");
    in_background(&running, 5);
    let item = tray.item();
    let mut running = running;
    item.choose("Quit");
    assert_eq!(running.wait_for_end().code(), Some(0));
}

/// What this process has started and not seen end: neither helpers of a web view, nor what is left of them.
fn helpers(process: u32) -> Vec<String> {
    std::fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| std::fs::read_to_string(entry.path().join("stat")).ok())
        .filter(|stat| {
            let (_, rest) = stat.rsplit_once(')').unwrap();
            rest.split_whitespace().nth(1) == Some(process.to_string().as_str())
        })
        .collect()
}

#[test]
fn a_second_start_hands_its_page_over_whether_there_is_a_window_or_not() {
    let zone = afternoon_zone();
    let mut desk = Desk::new().with_window_manager().zone(zone.clone());
    relationship(&desk.data(), &zone);
    let _tray = Tray::start(desk.bus());
    start(&mut desk, &["--background"]);
    let first = desk.programs.pop().unwrap();
    in_background(&first, 1);
    for (page, heading) in [("people", "People"), ("library", "Library")] {
        let second = start(&mut desk, &["--open", page]);
        assert_eq!(second.wait_for_end().code(), Some(0));
        title(&desk, heading);
    }
    // One that would start in the background asks for nothing.
    let third = start(&mut desk, &["--background"]);
    assert_eq!(third.wait_for_end().code(), Some(0));
    title(&desk, "Library");
}

#[test]
fn a_start_in_the_background_without_a_tray_is_a_button_in_the_task_bar() {
    let zone = afternoon_zone();
    let mut desk = Desk::new()
        .with_window_manager()
        .zone(zone.clone())
        .without_bus();
    relationship(&desk.data(), &zone);
    let running = start(&mut desk, &["--background"]);
    running.wait_for_line("Fairlead: ready.");
    assert!(
        desk.windows("Fairlead").is_empty(),
        "minimised, it cannot be seen"
    );
}

#[tokio::test]
async fn where_nobody_shows_a_tray_closing_ends_the_program() {
    let desk = Desk::new().with_window_manager();
    let tray = Tray::without_host(desk.bus());
    let window = Window::open(desk).await;
    window.find("heading", "Welcome").await;
    tray.item();
    let standing = window.invoke("background_standing", json!({})).await;
    assert_eq!(standing["ok"]["tray"], false, "{standing}");
    window.close();
}

#[tokio::test]
async fn a_reminder_is_done_from_its_notification() {
    let zone = afternoon_zone();
    let desk = Desk::new().zone(zone.clone());
    event_told_today(&desk.data(), &zone);
    let service = Notifications::start(desk.bus(), Answers::Always);
    let window = Window::open(desk).await;
    let shown = service.next();
    assert_eq!(shown.title, "A date of your programme");
    assert!(shown.actions.contains(&"done".to_owned()), "{shown:?}");
    let list = window.call("reminder.list", json!({})).await;
    assert_eq!(list["now"].as_array().unwrap().len(), 1, "{list}");
    service.press(&shown, "done");
    window
        .wait_until("the reminder done", async |window| {
            let list = window.call("reminder.list", json!({})).await;
            (list["now"] == json!([])).then_some(())
        })
        .await;
    assert_eq!(service.rest(), []);
}

#[tokio::test]
async fn a_reminder_is_put_off_from_its_notification() {
    let zone = afternoon_zone();
    let desk = Desk::new().zone(zone.clone());
    revisit_due_today(&desk.data(), &zone);
    let service = Notifications::start(desk.bus(), Answers::Always);
    let window = Window::open(desk).await;
    let shown = service.next();
    // N20 ends by reading the agreement, so that nobody can say by a button that it is done.
    assert!(!shown.actions.contains(&"done".to_owned()), "{shown:?}");
    service.press(&shown, "done");
    service.press(&shown, "snooze");
    window
        .wait_until("the reminder put off", async |window| {
            let list = window.call("reminder.list", json!({})).await;
            let put_off = list["later"]
                .as_array()
                .unwrap()
                .iter()
                .any(|row| row["title"] == TITLE && !row["snoozedUntil"].is_null());
            (put_off && list["now"] == json!([])).then_some(())
        })
        .await;
}

#[tokio::test]
async fn a_notification_on_trial_is_answered_for_as_it_went() {
    for (answers, code) in [
        (Some(Answers::Always), None),
        (None, Some("no_notifications")),
        (Some(Answers::Never), Some("silent_notifications")),
        (
            Some(Answers::UntilItShallShow),
            Some("silent_notifications"),
        ),
    ] {
        let desk = Desk::new();
        let service = answers.map(|answers| Notifications::start(desk.bus(), answers));
        let window = Window::open(desk).await;
        window.find("heading", "Welcome").await;
        let told = window.invoke("try_notification", json!({})).await;
        match code {
            None => {
                assert_eq!(told["ok"]["confirmed"], true, "{told}");
                let shown = service.unwrap().next();
                assert_eq!(shown.title, "This is how a reminder comes");
            }
            Some(code) => {
                assert_eq!(told["error"]["code"], code, "{told}");
                let message = told["error"]["message"].as_str().unwrap();
                assert!(message.contains("still stands in Fairlead"), "{message}");
            }
        }
        window.quit().await;
    }
}

/// The desktop's entry that starts Fairlead with the computer.
fn entry(desk: &Desk) -> PathBuf {
    desk.home()
        .join(".config/autostart/org.fairlead.Fairlead.desktop")
}

#[tokio::test]
async fn starting_with_the_computer_is_an_entry_that_each_start_looks_at() {
    let desk = Desk::new();
    let window = Window::open(desk).await;
    window.find("heading", "Welcome").await;
    let standing = window.invoke("background_standing", json!({})).await;
    assert!(standing["ok"]["atLogin"].is_null(), "{standing}");
    let on = window.invoke("start_at_login", json!({ "on": true })).await;
    assert_eq!(on["ok"]["atLogin"], true, "{on}");
    let file = entry(window.desk());
    let whole = std::fs::read_to_string(&file).unwrap();
    let exec = format!("Exec=\"{}\" \"--background\"", program().display());
    assert!(whole.contains(&exec), "{whole}");

    // One that starts an older program is mended.
    let stale = whole.replace(program().to_str().unwrap(), "/opt/older/fairlead");
    std::fs::write(&file, stale).unwrap();
    let window = Window::open(window.quit().await).await;
    wait_until("the mended entry", || {
        (std::fs::read_to_string(&file).unwrap() == whole).then_some(())
    });

    // One that was taken away in the desktop's settings is not put back.
    std::fs::remove_file(&file).unwrap();
    let window = Window::open(window.quit().await).await;
    window.find("heading", "Welcome").await;
    let standing = window.invoke("background_standing", json!({})).await;
    assert_eq!(standing["ok"]["atLogin"], false, "{standing}");
    let window = Window::open(window.quit().await).await;
    window.find("heading", "Welcome").await;
    assert!(!file.exists());
}
