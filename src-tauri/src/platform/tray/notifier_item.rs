//! The tray of a Linux desktop: a StatusNotifierItem on the message bus.

use super::{Choice, Menu, OPEN, PAUSE, QUIT, icon};
use ksni::blocking::{Handle, TrayMethods};
use ksni::menu::{CheckmarkItem, MenuItem, StandardItem};
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc::Sender;
use std::time::Duration;
use tauri::{AppHandle, Runtime};
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;

/// How long the desktop may take to tell whether it shows trays.
const LIMIT: Duration = Duration::from_secs(2);

const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const WATCHER_PATH: &str = "/StatusNotifierWatcher";

/// The icon in the tray. It waits for a tray that is not there yet, as when the computer has just started.
pub struct Tray {
    handle: Handle<Item>,
    shown: Mutex<Menu>,
}

impl Tray {
    /// Puts the icon into the tray; `choices` hears what is chosen there.
    ///
    /// # Errors
    /// Where there is no message bus, in words of the system.
    pub fn start<R: Runtime>(_app: &AppHandle<R>, choices: Sender<Choice>) -> Result<Self, String> {
        let menu = Menu::default();
        let item = Item {
            menu: menu.clone(),
            choices,
        };
        let handle = item
            .assume_sni_available(true)
            .spawn()
            .map_err(|error| error.to_string())?;
        Ok(Self {
            handle,
            shown: Mutex::new(menu),
        })
    }

    /// Writes the menu anew, where it has changed.
    pub fn show(&self, menu: Menu) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if *shown != menu {
            *shown = menu.clone();
            self.handle.update(|item| item.menu = menu);
        }
    }

    /// Whether this desktop shows the icon to anybody now.
    pub fn is_hosted(&self) -> bool {
        !self.handle.is_closed() && has_host().unwrap_or(false)
    }
}

/// Whether somebody shows what registers with the desktop's watcher.
fn has_host() -> zbus::Result<bool> {
    let answer = Builder::session()?
        .method_timeout(LIMIT)
        .build()?
        .call_method(
            Some(WATCHER),
            WATCHER_PATH,
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &(WATCHER, "IsStatusNotifierHostRegistered"),
        )?;
    let value: OwnedValue = answer.body().deserialize()?;
    Ok(bool::try_from(value)?)
}

struct Item {
    menu: Menu,
    choices: Sender<Choice>,
}

impl Item {
    fn chose(&self, choice: Choice) {
        // Nobody hears it any more at the end of the program.
        let _ = self.choices.send(choice);
    }
}

/// A text as a menu shows it: one underscore would mark the next letter as its key.
fn label(text: &str) -> String {
    text.replace('_', "__")
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        "org.fairlead.Fairlead".to_owned()
    }

    fn title(&self) -> String {
        "Fairlead".to_owned()
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        let icon = icon();
        let (Ok(width), Ok(height)) = (i32::try_from(icon.width()), i32::try_from(icon.height()))
        else {
            return Vec::new();
        };
        let mut data = icon.rgba().to_vec();
        // From red, green, blue, alpha to alpha, red, green, blue.
        for pixel in data.chunks_exact_mut(4) {
            pixel.rotate_right(1);
        }
        vec![ksni::Icon {
            width,
            height,
            data,
        }]
    }

    fn tool_tip(&self) -> ksni::ToolTip {
        ksni::ToolTip {
            title: "Fairlead".to_owned(),
            description: self.menu.next.replace('&', "&amp;").replace('<', "&lt;"),
            ..ksni::ToolTip::default()
        }
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        self.chose(Choice::Open);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let line = |text: &str, choice: Choice| StandardItem {
            label: label(text),
            activate: Box::new(move |item: &mut Self| item.chose(choice.clone())),
            ..StandardItem::default()
        };
        let next = StandardItem {
            enabled: self.menu.route.is_some(),
            ..line(&self.menu.next, self.menu.choice())
        };
        let paused = self.menu.paused;
        let pause = CheckmarkItem {
            label: label(PAUSE),
            checked: paused,
            activate: Box::new(move |item: &mut Self| {
                item.menu.paused = !paused;
                item.chose(Choice::Pause(!paused));
            }),
            ..CheckmarkItem::default()
        };
        vec![
            next.into(),
            MenuItem::Separator,
            line(OPEN, Choice::Open).into(),
            pause.into(),
            MenuItem::Separator,
            line(QUIT, Choice::Quit).into(),
        ]
    }
}
