//! A tray on the message bus it is started on: it takes every icon and shows none. It says so on its
//! output when it is there, and stays until it is ended.

use std::process::ExitCode;

#[cfg(target_os = "linux")]
mod watcher {
    use zbus::blocking::connection::Builder;
    use zbus::interface;

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

    /// Stands on the bus, says so, and never comes back where that went well.
    pub fn stand() -> Result<(), Box<dyn std::error::Error>> {
        use std::io::Write;
        let _standing = Builder::session()?
            .name("org.kde.StatusNotifierWatcher")?
            .serve_at("/StatusNotifierWatcher", Watcher)?
            .build()?;
        writeln!(std::io::stdout(), "Tray: ready.")?;
        loop {
            std::thread::park();
        }
    }
}

fn main() -> ExitCode {
    #[cfg(target_os = "linux")]
    if watcher::stand().is_ok() {
        return ExitCode::SUCCESS;
    }
    ExitCode::FAILURE
}
