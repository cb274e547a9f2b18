//! The notification service of a Linux desktop, over the message bus (Desktop Notifications
//! Specification). Asked directly, because only so is it known whether it took a message: the plugin
//! answers before it has asked, and one service that hangs would hold up every later toast in it.

use super::{Action, LIMIT, Message, Taken, Trouble, escaped, lock};
use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use tauri::{AppHandle, Runtime};
use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::{Header, Type};
use zbus::zvariant::Value;
use zbus::{MatchRule, Message as Letter};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// Which messages the service shows: who it is on the bus, its number for the message, our key for it. A
/// service that was started again counts from one.
type Shown = Arc<Mutex<HashMap<(String, u32), u32>>>;

/// The notification service of this desktop. The connection stays: some services take a message back when
/// the connection that sent it goes.
#[derive(Debug)]
pub struct Service {
    bus: Connection,
    shown: Shown,
    gone: Arc<AtomicBool>,
}

impl Service {
    /// Reaches the message bus and listens to what people do with messages.
    ///
    /// # Errors
    /// Where there is no message bus.
    pub fn reach<R: Runtime>(
        _app: &AppHandle<R>,
        heard: impl Fn(u32, Action) + Send + 'static,
    ) -> Result<Self, Trouble> {
        let trouble = |error: zbus::Error| Trouble::Missing(error.to_string());
        let bus = Builder::session()
            .and_then(|builder| builder.method_timeout(LIMIT).build())
            .map_err(trouble)?;
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .path(PATH)
            .and_then(|rule| rule.interface(NAME))
            .map_err(trouble)?
            .build();
        let signals = MessageIterator::for_match_rule(rule, &bus, None).map_err(trouble)?;
        let shown = Shown::default();
        let gone = Arc::new(AtomicBool::new(false));
        let (listening, ended) = (Arc::clone(&shown), Arc::clone(&gone));
        std::thread::Builder::new()
            .name("notifications".into())
            .spawn(move || {
                for letter in signals.flatten() {
                    if let Some((key, action)) = read(&listening, &letter) {
                        heard(key, action);
                    }
                }
                // The bus went: the next message reaches for it anew.
                ended.store(true, Ordering::SeqCst);
            })
            .map_err(|error| Trouble::Missing(error.to_string()))?;
        Ok(Self { bus, shown, gone })
    }

    /// Whether the bus it was reached on has gone.
    pub fn is_gone(&self) -> bool {
        self.gone.load(Ordering::SeqCst)
    }

    /// Whether it still has a message of ours whose key is such a one.
    pub fn shows(&self, is_such: impl Fn(u32) -> bool) -> bool {
        // Copied, so that this lock is not held while another one is waited for.
        let keys: Vec<u32> = lock(&self.shown).values().copied().collect();
        keys.into_iter().any(is_such)
    }

    /// Asks the service what it can do. That it answers at all is the point.
    ///
    /// # Errors
    /// Where there is none, or it does not answer in time.
    pub fn ask(&self) -> Result<Vec<String>, Trouble> {
        let answer = || -> zbus::Result<Vec<String>> {
            self.bus
                .call_method(Some(NAME), PATH, Some(NAME), "GetCapabilities", &())?
                .body()
                .deserialize()
        };
        answer().map_err(|error| {
            if is_late(&error) {
                Trouble::Silent
            } else {
                Trouble::Missing(error.to_string())
            }
        })
    }

    /// Shows a message under a key of ours, by what the service can do.
    ///
    /// # Errors
    /// Where it could not be handed over.
    pub fn show<R: Runtime>(
        &self,
        _app: &AppHandle<R>,
        key: u32,
        message: &Message,
        abilities: &[String],
    ) -> Result<Taken, Trouble> {
        let can = |what: &str| abilities.iter().any(|ability| ability == what);
        let body = if can("body-markup") {
            escaped(&message.body)
        } else {
            message.body.clone()
        };
        let mut actions = vec![("default", Action::Open.label())];
        if can("actions") {
            actions.extend(
                message
                    .actions
                    .iter()
                    .map(|action| (action.key(), action.label())),
            );
        }
        // Held until the number is known, so that a click that comes before it waits for it.
        let mut shown = lock(&self.shown);
        match self.notify(&message.title, &body, &actions) {
            Ok((service, number)) => {
                shown.insert((service, number), key);
                Ok(Taken::Answered)
            }
            Err(error) if is_late(&error) => Ok(Taken::Untold),
            Err(error) => Err(Trouble::Missing(error.to_string())),
        }
    }

    /// Who took the message, and the number it has there.
    fn notify(
        &self,
        title: &str,
        body: &str,
        actions: &[(&str, &str)],
    ) -> zbus::Result<(String, u32)> {
        let actions: Vec<&str> = actions
            .iter()
            .flat_map(|(key, label)| [*key, *label])
            .collect();
        let hints = HashMap::from([("desktop-entry", Value::from("Fairlead"))]);
        let answer = self.bus.call_method(
            Some(NAME),
            PATH,
            Some(NAME),
            "Notify",
            &(
                "Fairlead", 0_u32, "fairlead", title, body, actions, hints, -1_i32,
            ),
        )?;
        let number = answer.body().deserialize()?;
        Ok((sender(&answer.header()), number))
    }
}

fn sender(header: &Header<'_>) -> String {
    header.sender().map(ToString::to_string).unwrap_or_default()
}

fn is_late(error: &zbus::Error) -> bool {
    matches!(error, zbus::Error::InputOutput(error) if error.kind() == ErrorKind::TimedOut)
}

/// What a person did, from a signal of the service: our key of the message, and the action.
fn read(shown: &Shown, letter: &Letter) -> Option<(u32, Action)> {
    let header = letter.header();
    let body = letter.body();
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (number, action) = body.deserialize::<(u32, String)>().ok()?;
            let key = *lock(shown).get(&(sender(&header), number))?;
            Some((key, Action::read(&action)?))
        }
        "NotificationClosed" => {
            let (number, _) = body.deserialize::<(u32, u32)>().ok()?;
            lock(shown).remove(&(sender(&header), number));
            None
        }
        _ => None,
    }
}
