//! A notification service on a desk's own message bus, of the kinds there are.

use super::bus::Bus;
use std::collections::HashMap;
use std::future::pending;
use std::sync::mpsc::{Receiver, Sender, channel};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::interface;
use zbus::zvariant::OwnedValue;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// What was handed to the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The number the service gave it.
    pub id: u32,
    /// Its first line.
    pub title: String,
    /// What is below it.
    pub body: String,
    /// The keys of what a person can do with it.
    pub actions: Vec<String>,
}

/// When the service answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// Always.
    Always,
    /// To nothing at all.
    Never,
    /// To questions about itself, but never when it is to show something.
    UntilItShallShow,
}

struct Service {
    answers: Answers,
    shown: Sender<Shown>,
    count: u32,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Service {
    async fn get_capabilities(&self) -> Vec<String> {
        if self.answers == Answers::Never {
            pending::<()>().await;
        }
        ["actions", "body", "body-markup"]
            .map(str::to_owned)
            .to_vec()
    }

    #[expect(clippy::too_many_arguments, reason = "the specification's own list")]
    async fn notify(
        &mut self,
        _app_name: String,
        _replaces: u32,
        _icon: String,
        title: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expires: i32,
    ) -> u32 {
        self.count += 1;
        let id = self.count;
        let actions = actions.into_iter().step_by(2).collect();
        self.shown
            .send(Shown {
                id,
                title,
                body,
                actions,
            })
            .unwrap();
        if self.answers != Answers::Always {
            pending::<()>().await;
        }
        id
    }

    fn close_notification(&self, _id: u32) {}
}

/// A running service. It leaves the bus when dropped.
pub struct Notifications {
    connection: Connection,
    shown: Receiver<Shown>,
}

impl Notifications {
    /// Puts a service on a bus.
    pub fn start(bus: &Bus, answers: Answers) -> Self {
        let (send, shown) = channel();
        let connection = Builder::address(bus.address())
            .unwrap()
            .name(NAME)
            .unwrap()
            .serve_at(
                PATH,
                Service {
                    answers,
                    shown: send,
                    count: 0,
                },
            )
            .unwrap()
            .build()
            .unwrap();
        Self { connection, shown }
    }

    /// Waits for the next thing that is shown.
    pub fn next(&self) -> Shown {
        self.shown
            .recv_timeout(super::process::PATIENCE)
            .expect("something was to be shown")
    }

    /// What was shown and not asked for yet.
    pub fn rest(&self) -> Vec<Shown> {
        self.shown.try_iter().collect()
    }

    /// Clicks on what was shown.
    pub fn click(&self, shown: &Shown) {
        self.press(shown, "default");
    }

    /// Takes away what was shown, as its cross does.
    pub fn close(&self, shown: &Shown) {
        const BY_THE_PERSON: u32 = 2;
        self.connection
            .emit_signal(
                None::<&str>,
                PATH,
                NAME,
                "NotificationClosed",
                &(shown.id, BY_THE_PERSON),
            )
            .unwrap();
    }

    /// Presses the button of this key on what was shown.
    pub fn press(&self, shown: &Shown, key: &str) {
        self.connection
            .emit_signal(None::<&str>, PATH, NAME, "ActionInvoked", &(shown.id, key))
            .unwrap();
    }
}
