//! A tray on the message bus it is started on: it takes every icon and shows none. It says so on its
//! output when it is there, and stays until it is ended. With `--notifications` it takes those too, and
//! writes the moment of each: milliseconds since 1970.

use std::process::ExitCode;

#[cfg(target_os = "linux")]
mod watcher {
    use std::collections::HashMap;
    use std::io::Write;

    use zbus::blocking::connection::Builder;
    use zbus::interface;
    use zbus::zvariant::OwnedValue;

    struct Watcher;

    #[interface(name = "org.kde.StatusNotifierWatcher")]
    impl Watcher {
        fn register_status_notifier_item(&self, _service: String) {}

        #[zbus(property)]
        fn is_status_notifier_host_registered(&self) -> bool {
            true
        }

        #[zbus(property)]
        fn registered_status_notifier_items(&self) -> Vec<String> {
            Vec::new()
        }

        #[zbus(property)]
        fn protocol_version(&self) -> i32 {
            0
        }
    }

    struct Service {
        count: u32,
    }

    #[interface(name = "org.freedesktop.Notifications")]
    impl Service {
        fn get_capabilities(&self) -> Vec<String> {
            vec!["actions".to_owned(), "body".to_owned()]
        }

        #[expect(clippy::too_many_arguments, reason = "the specification's own list")]
        fn notify(
            &mut self,
            _app_name: String,
            _replaces: u32,
            _icon: String,
            _title: String,
            _body: String,
            _actions: Vec<String>,
            _hints: HashMap<String, OwnedValue>,
            _expires: i32,
        ) -> u32 {
            let now = std::time::UNIX_EPOCH.elapsed().unwrap_or_default();
            // Where nobody reads any more, there is nobody to tell it.
            let _ = writeln!(std::io::stdout(), "{}", now.as_millis());
            self.count += 1;
            self.count
        }

        fn close_notification(&self, _id: u32) {}
    }

    /// Stands on the bus, says so, and never comes back where that went well.
    pub fn stand(notifications: bool) -> Result<(), Box<dyn std::error::Error>> {
        let mut builder = Builder::session()?
            .name("org.kde.StatusNotifierWatcher")?
            .serve_at("/StatusNotifierWatcher", Watcher)?;
        if notifications {
            builder = builder
                .name("org.freedesktop.Notifications")?
                .serve_at("/org/freedesktop/Notifications", Service { count: 0 })?;
        }
        let _standing = builder.build()?;
        writeln!(std::io::stdout(), "Tray: ready.")?;
        loop {
            std::thread::park();
        }
    }
}

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    if watcher::stand(std::env::args().any(|word| word == "--notifications")).is_ok() {
        return ExitCode::SUCCESS;
    }
    ExitCode::FAILURE
}
