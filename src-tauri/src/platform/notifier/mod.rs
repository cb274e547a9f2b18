//! Showing toasts. A toast is a courtesy: the list inside Fairlead is the truth, so one that cannot be
//! shown costs nothing and stops nothing.

#[cfg(target_os = "linux")]
mod bus;
#[cfg(not(target_os = "linux"))]
mod plugin;

#[cfg(target_os = "linux")]
use bus::Service;
#[cfg(not(target_os = "linux"))]
use plugin::Service;

use crate::{reminding, say};
use fairlead_core::reminders::Toast;
use std::collections::HashMap;
use std::fmt;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tauri::{AppHandle, Runtime};

/// How long the notification service may take to answer, each time it is asked something.
pub const LIMIT: Duration = Duration::from_secs(5);

/// What a person can do with a toast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Go to its page; a click on the toast itself does the same.
    Open,
    /// See it again in an hour.
    Snooze,
    /// Say that it is done.
    Done,
}

impl Action {
    /// All of them, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Open, Self::Snooze, Self::Done];

    /// What it is called between Fairlead and the notification service.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Snooze => "snooze",
            Self::Done => "done",
        }
    }

    /// What stands on its button.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Snooze => "In an hour",
            Self::Done => "Done",
        }
    }

    /// The action of a key. The click on a toast is called `default` or `tap`.
    pub fn read(key: &str) -> Option<Self> {
        match key {
            "default" | "tap" => Some(Self::Open),
            _ => Self::ALL.into_iter().find(|action| action.key() == key),
        }
    }

    /// What a toast offers: done and snooze where they fit.
    pub fn of(toast: &Toast) -> Vec<Self> {
        let fits = |action: &Self| match action {
            Self::Open => true,
            Self::Snooze => !toast.claims.is_empty(),
            Self::Done => toast.done,
        };
        Self::ALL.into_iter().filter(fits).collect()
    }
}

/// What is shown, free of what could change how it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// First line.
    pub title: String,
    /// Second line.
    pub body: String,
    /// Its buttons.
    pub actions: Vec<Action>,
}

/// How the notification service took a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It answered that it has it.
    Answered,
    /// It was given it and does not tell, or not in time; it may have shown it.
    Untold,
}

/// Why a message could not even be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// No notification service is there; with what the system says.
    Missing(String),
    /// One is there and does not answer.
    Silent,
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(why) => write!(formatter, "no notification service answered ({why})"),
            Self::Silent => write!(
                formatter,
                "the notification service did not answer within {} s",
                LIMIT.as_secs()
            ),
        }
    }
}

/// What stands behind a shown message.
enum Behind {
    Reminder(Toast),
    Word,
}

/// The messages whose actions are still heard, by the key they were shown with.
type Heard = Arc<Mutex<HashMap<u32, Behind>>>;

/// Something for the notifier's thread.
enum Job {
    Remind(Toast),
    Tell(Message, Sender<Result<Taken, Trouble>>),
    Look(Sender<bool>),
}

/// Shows toasts one after the other on a thread of its own, so that a notification service that does
/// not answer holds up nothing else.
#[derive(Debug, Clone)]
pub struct Notifier {
    queue: Sender<Job>,
}

impl Notifier {
    /// Starts the thread.
    ///
    /// # Errors
    /// Where the system has no thread left.
    pub fn start<R: Runtime>(app: &AppHandle<R>) -> std::io::Result<Self> {
        let (queue, jobs) = channel();
        let app = app.clone();
        std::thread::Builder::new()
            .name("notifier".into())
            .spawn(move || work(&app, &jobs))?;
        Ok(Self { queue })
    }

    /// Hands over a toast; it is shown as soon as those before it are.
    pub fn remind(&self, toast: Toast) {
        // The thread ends only with the program.
        let _ = self.queue.send(Job::Remind(toast));
    }

    /// Shows a message that is no reminder and waits for how it was taken: longer than the limits of what
    /// is shown before it only where the thread is gone.
    ///
    /// # Errors
    /// Where it could not be handed over.
    pub fn tell(&self, title: &str, body: &str) -> Result<Taken, Trouble> {
        let message = Message {
            title: title.to_owned(),
            body: body.to_owned(),
            actions: vec![Action::Open],
        };
        let (send, answer) = channel();
        let _ = self.queue.send(Job::Tell(message, send));
        answer.recv().unwrap_or(Err(Trouble::Silent))
    }

    /// Whether a reminder is on the screen, or among the desktop's messages, that a person can still press.
    pub fn is_on_screen(&self) -> bool {
        let (send, answer) = channel();
        let _ = self.queue.send(Job::Look(send));
        answer.recv().unwrap_or(false)
    }
}

fn work<R: Runtime>(app: &AppHandle<R>, jobs: &Receiver<Job>) {
    let heard = Heard::default();
    let mut service: Option<Service> = None;
    for (job, key) in jobs.iter().zip(1_u32..) {
        match job {
            Job::Remind(toast) => {
                let message = Message {
                    title: plain(&toast.title),
                    body: plain(&toast.body),
                    actions: Action::of(&toast),
                };
                keep(&heard, key, Behind::Reminder(toast.clone()));
                let may_show = || reminding::may_show(app, &toast);
                match hand_over(app, &mut service, &heard, key, &message, may_show) {
                    Ok(Some(Taken::Answered | Taken::Untold)) => reminding::shown(app, &toast),
                    // Somebody else has shown it, or it was dealt with meanwhile.
                    Ok(None) => forget(&heard, key),
                    Err(trouble) => {
                        forget(&heard, key);
                        say(&format!(
                            "Fairlead: a reminder stands in the list only: {trouble}"
                        ));
                    }
                }
            }
            Job::Tell(message, answer) => {
                keep(&heard, key, Behind::Word);
                let taken = hand_over(app, &mut service, &heard, key, &message, || true);
                // Whoever asked may have gone.
                let _ = answer.send(taken.and_then(|taken| taken.ok_or(Trouble::Silent)));
            }
            Job::Look(answer) => {
                let is_reminder = |key| matches!(lock(&heard).get(&key), Some(Behind::Reminder(_)));
                let _ = answer.send(service.as_ref().is_some_and(|at| at.shows(is_reminder)));
            }
        }
    }
}

/// Hands a message to the service. That it answers is asked first, and only then whether the message may be
/// shown: from that question on it may have been seen, and is not shown again.
fn hand_over<R: Runtime>(
    app: &AppHandle<R>,
    service: &mut Option<Service>,
    heard: &Heard,
    key: u32,
    message: &Message,
    may_show: impl FnOnce() -> bool,
) -> Result<Option<Taken>, Trouble> {
    if service.as_ref().is_none_or(Service::is_gone) {
        let (handle, heard) = (app.clone(), Arc::clone(heard));
        *service = Some(Service::reach(app, move |key, action| {
            act(&handle, &heard, key, action);
        })?);
    }
    let Some(service) = service else {
        return Err(Trouble::Silent);
    };
    let abilities = service.ask()?;
    if may_show() {
        service.show(app, key, message, &abilities).map(Some)
    } else {
        Ok(None)
    }
}

/// A person did something with a message.
fn act<R: Runtime>(app: &AppHandle<R>, heard: &Heard, key: u32, action: Action) {
    let toast = match lock(heard).get(&key) {
        Some(Behind::Reminder(toast)) => Some(toast.clone()),
        Some(Behind::Word) => None,
        None => return,
    };
    // A service may name an action that was not offered.
    if toast
        .as_ref()
        .is_none_or(|toast| Action::of(toast).contains(&action))
    {
        reminding::answer(app, toast.as_ref(), action);
    }
}

/// So many messages are heard at most; older ones have long gone from the screen.
const MOST_HEARD: usize = 200;

fn keep(heard: &Heard, key: u32, behind: Behind) {
    let mut heard = lock(heard);
    if heard.len() >= MOST_HEARD
        && let Some(oldest) = heard.keys().copied().min()
    {
        heard.remove(&oldest);
    }
    heard.insert(key, behind);
}

fn forget(heard: &Heard, key: u32) {
    lock(heard).remove(&key);
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Text without what changes how other text is shown: controls, and marks that turn the direction of writing.
fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character {
            '\n' | '\t' => Some(' '),
            '\u{061C}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' => None,
            other => (!other.is_control()).then_some(other),
        })
        .collect()
}

/// Text that a service which reads markup shows as it stands.
#[cfg(any(target_os = "linux", test))]
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toasts_carry_no_markup_no_controls_and_no_direction_marks() {
        let text = plain("<img src=x> & \u{202E}evil\u{2066}\n\u{7}line");
        assert_eq!(text, "<img src=x> & evil line");
        assert_eq!(escaped(&text), "&lt;img src=x&gt; &amp; evil line");
    }

    #[test]
    fn keys_are_read_as_they_are_written_and_a_click_opens() {
        for action in Action::ALL {
            assert_eq!(Action::read(action.key()), Some(action));
        }
        assert_eq!(Action::read("default"), Some(Action::Open));
        assert_eq!(Action::read("tap"), Some(Action::Open));
        assert_eq!(Action::read("something else"), None);
    }

    #[test]
    fn no_more_messages_are_heard_than_can_be_seen() {
        let heard = Heard::default();
        for key in 1..=300 {
            keep(&heard, key, Behind::Word);
        }
        let kept = lock(&heard);
        assert_eq!(kept.len(), MOST_HEARD);
        assert!(kept.contains_key(&300) && !kept.contains_key(&100));
    }
}
