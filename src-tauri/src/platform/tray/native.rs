//! The tray of Windows and macOS, by Tauri.

use super::{Choice, Menu, OPEN, PAUSE, QUIT, icon};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::menu::{CheckMenuItem, Menu as Native, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Runtime};

/// The icon in the tray, or in the menu bar.
pub struct Tray {
    shown: Arc<Mutex<Menu>>,
    write: Box<dyn Fn(&Menu) + Send + Sync>,
}

impl Tray {
    /// Puts the icon into the tray; `choices` hears what is chosen there.
    ///
    /// # Errors
    /// Where the system has none, in its words.
    pub fn start<R: Runtime>(app: &AppHandle<R>, choices: Sender<Choice>) -> Result<Self, String> {
        let (send, made) = channel();
        let handle = app.clone();
        // Only the thread of the windows may make an icon.
        app.run_on_main_thread(move || {
            let _ = send.send(make(&handle, choices).map_err(|error| error.to_string()));
        })
        .map_err(|error| error.to_string())?;
        made.recv().map_err(|error| error.to_string())?
    }

    /// Writes the menu anew, where it has changed.
    pub fn show(&self, menu: Menu) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if *shown != menu {
            (self.write)(&menu);
            *shown = menu;
        }
    }

    /// These systems always show it.
    pub fn is_hosted(&self) -> bool {
        true
    }
}

fn make<R: Runtime>(app: &AppHandle<R>, choices: Sender<Choice>) -> tauri::Result<Tray> {
    let menu = Menu::default();
    let next = MenuItem::with_id(app, "next", &menu.next, menu.route.is_some(), None::<&str>)?;
    let open = MenuItem::with_id(app, "open", OPEN, true, None::<&str>)?;
    let pause = CheckMenuItem::with_id(app, "pause", PAUSE, true, menu.paused, None::<&str>)?;
    let quit = MenuItem::with_id(app, "quit", QUIT, true, None::<&str>)?;
    let lines = Native::with_items(
        app,
        &[
            &next,
            &PredefinedMenuItem::separator(app)?,
            &open,
            &pause,
            &PredefinedMenuItem::separator(app)?,
            &quit,
        ],
    )?;
    let shown = Arc::new(Mutex::new(menu));
    let (standing, clicked) = (Arc::clone(&shown), choices.clone());
    TrayIconBuilder::with_id("fairlead")
        .icon(icon())
        .icon_as_template(true)
        .tooltip("Fairlead")
        .menu(&lines)
        .show_menu_on_left_click(cfg!(target_os = "macos"))
        .on_menu_event(move |_, event| {
            let menu = standing.lock().unwrap_or_else(PoisonError::into_inner);
            let choice = match event.id().as_ref() {
                "next" => menu.choice(),
                "open" => Choice::Open,
                "pause" => Choice::Pause(!menu.paused),
                "quit" => Choice::Quit,
                _ => return,
            };
            let _ = choices.send(choice);
        })
        .on_tray_icon_event(move |_, event| {
            if let TrayIconEvent::DoubleClick {
                button: MouseButton::Left,
                ..
            } = event
            {
                let _ = clicked.send(Choice::Open);
            }
        })
        .build(app)?;
    Ok(Tray {
        shown,
        write: Box::new(move |menu| {
            // A line that cannot be written says what it said before.
            let _ = next.set_text(&menu.next);
            let _ = next.set_enabled(menu.route.is_some());
            let _ = pause.set_checked(menu.paused);
        }),
    })
}
