//! A file manager: the service that shows a file in its folder.

use super::bus::Bus;
use std::sync::mpsc::{Receiver, Sender, channel};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;

struct Service {
    shown: Sender<Vec<String>>,
}

#[zbus::interface(name = "org.freedesktop.FileManager1")]
impl Service {
    fn show_items(&self, items: Vec<String>, _startup: &str) {
        self.shown.send(items).unwrap();
    }
}

/// A running file manager. It leaves the bus when dropped.
pub struct FileManager {
    _connection: Connection,
    shown: Receiver<Vec<String>>,
}

impl FileManager {
    /// Puts it on a bus.
    pub fn start(bus: &Bus) -> Self {
        let (send, shown) = channel();
        let connection = Builder::address(bus.address())
            .unwrap()
            .name("org.freedesktop.FileManager1")
            .unwrap()
            .serve_at("/org/freedesktop/FileManager1", Service { shown: send })
            .unwrap()
            .build()
            .unwrap();
        Self {
            _connection: connection,
            shown,
        }
    }

    /// Waits for the next files that are to be shown, as addresses.
    pub fn next(&self) -> Vec<String> {
        self.shown
            .recv_timeout(super::process::PATIENCE)
            .expect("something was to be shown")
    }
}
