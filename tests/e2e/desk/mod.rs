//! A desktop of its own for one test: a screen (Xvfb), a message bus (dbus-daemon), a home folder.
//! What it starts it stops, by the number of the process.

pub mod bus;
pub mod data;
pub mod dialog;
pub mod files;
pub mod keyring;
pub mod notifications;
pub mod process;
pub mod screen;
pub mod tray;

use bus::Bus;
use process::{Running, wait_until};
use screen::Screen;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The window manager's own settings. As shipped it binds its keys anew when the keyboard changes, and the
/// first key that xdotool presses is such a change: on a busy machine that key came in between and was lost.
const WINDOW_MANAGER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard>
    <rebindOnMappingNotify>no</rebindOnMappingNotify>
    <keybind key="A-F4"><action name="Close"/></keybind>
  </keyboard>
</openbox_config>
"#;

/// A desktop. Dropping it ends everything that was started on it.
pub struct Desk {
    // Dropped in this order: programs first, then their bus and screen, then the folders.
    pub(crate) programs: Vec<Running>,
    bus: Option<Bus>,
    screen: Screen,
    home: TempDir,
    theme: &'static str,
    language: &'static str,
    zone: String,
    clock: Option<PathBuf>,
}

impl Desk {
    /// A light desktop in British English, with a message bus on which nobody lives yet.
    pub fn new() -> Self {
        let home = TempDir::with_prefix("fairlead-desk-").unwrap();
        for folder in ["run", "data"] {
            std::fs::create_dir(home.path().join(folder)).unwrap();
        }
        Self {
            programs: Vec::new(),
            bus: Some(Bus::start(&home.path().join("run"))),
            screen: Screen::start(),
            home,
            theme: "Adwaita",
            language: "en_GB.UTF-8",
            zone: "Europe/London".to_owned(),
            clock: None,
        }
    }

    /// The same desktop, on which it is this moment (RFC 3339) for Fairlead until [`Desk::set_time`] says another one.
    pub fn at(mut self, moment: &str) -> Self {
        self.clock = Some(self.home().join("clock"));
        self.set_time(moment);
        self
    }

    /// Makes it this moment for Fairlead, as [`Desk::at`] takes it.
    pub fn set_time(&self, moment: &str) {
        let path = self.clock.as_ref().expect("a desk with a time of its own");
        let written = path.with_extension("new");
        std::fs::write(&written, moment).unwrap();
        // In one step: the program may look at any time.
        std::fs::rename(written, path).unwrap();
    }

    /// The same desktop with a window manager, which closes, moves and raises windows.
    pub fn with_window_manager(mut self) -> Self {
        let settings = self.home().join("window-manager.xml");
        std::fs::write(&settings, WINDOW_MANAGER).unwrap();
        let mut command = self.command("openbox");
        command.arg("--config-file").arg(&settings);
        self.start(command);
        wait_until("the window manager", || {
            let output = self
                .command("xdotool")
                .args(["get_desktop"])
                .output()
                .unwrap();
            output.status.success().then_some(())
        });
        self
    }

    /// The same desktop with a program of this name before all others, written in shell.
    pub fn with_program(self, name: &str, script: &str) -> Self {
        use std::os::unix::fs::PermissionsExt;
        let folder = self.home().join("bin");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        self
    }

    /// The same desktop in dark colours.
    pub fn dark(mut self) -> Self {
        self.theme = "Adwaita:dark";
        self
    }

    /// The same desktop with `LANG` set to `language`.
    pub fn language(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    /// The same desktop in another time zone.
    pub fn zone(mut self, zone: String) -> Self {
        self.zone = zone;
        self
    }

    /// The same desktop without a message bus.
    pub fn without_bus(mut self) -> Self {
        self.bus = None;
        self
    }

    /// The user's home folder.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The data folder the programs of this desk are started on.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// The address of the message bus.
    pub fn bus(&self) -> &Bus {
        self.bus.as_ref().expect("this desk has a message bus")
    }

    /// The number of the screen, as `DISPLAY` wants it.
    pub fn display(&self) -> String {
        self.screen.display()
    }

    /// A command that would run on this desk, and sees nothing of the one around the test.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", self.path())
            .env("HOME", self.home())
            .env("XDG_RUNTIME_DIR", self.home().join("run"))
            .env("DISPLAY", self.display())
            .env("LANG", self.language)
            .env("TZ", &self.zone)
            .env("GTK_THEME", self.theme)
            .env("GDK_BACKEND", "x11")
            // There is no assistive technology on this bus to look for.
            .env("NO_AT_BRIDGE", "1")
            .current_dir(self.home())
            .stdin(Stdio::null());
        if let Some(clock) = &self.clock {
            command.env("FAIRLEAD_CLOCK_FILE", clock);
        }
        match &self.bus {
            Some(bus) => command.env("DBUS_SESSION_BUS_ADDRESS", bus.address()),
            // Without this the library looks for a bus in XDG_RUNTIME_DIR.
            None => command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"),
        };
        command
    }

    /// Where programs are looked for: those of [`Desk::with_program`] first.
    fn path(&self) -> std::ffi::OsString {
        let rest = std::env::var_os("PATH").unwrap_or_default();
        let first = self.home().join("bin");
        std::env::join_paths(std::iter::once(first).chain(std::env::split_paths(&rest))).unwrap()
    }

    /// Starts a command in a process group of its own and keeps it until the desk goes.
    pub fn start(&mut self, command: Command) -> &mut Running {
        self.programs.push(Running::start(command));
        self.programs.last_mut().unwrap()
    }

    /// Ends what was started with [`Desk::start`].
    pub fn stop_programs(&mut self) {
        self.programs.clear();
    }
}

/// The program under test.
pub fn fairlead() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_fairlead"))
}
