//! A desktop's tray on a desk's own message bus: the watcher, and the host that shows what registers.

use super::bus::Bus;
use super::process::{PATIENCE, wait_until};
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::interface;
use zbus::zvariant::{OwnedValue, Structure, Value};

const NAME: &str = "org.kde.StatusNotifierWatcher";
const MENU: &str = "/MenuBar";

struct Watcher {
    hosted: bool,
    registered: Sender<String>,
}

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: String) {
        self.registered.send(service).unwrap();
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        self.hosted
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

/// A line of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    id: i32,
    /// What it says.
    pub label: String,
    /// Whether it can be chosen.
    pub enabled: bool,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// A running tray. It leaves the bus when dropped.
pub struct Tray {
    connection: Connection,
    registered: Receiver<String>,
}

impl Tray {
    /// Puts a tray on a bus that shows what registers.
    pub fn start(bus: &Bus) -> Self {
        Self::with(bus, true)
    }

    /// Puts a watcher on a bus behind which nobody shows anything.
    pub fn without_host(bus: &Bus) -> Self {
        Self::with(bus, false)
    }

    fn with(bus: &Bus, hosted: bool) -> Self {
        let (send, registered) = channel();
        let watcher = Watcher {
            hosted,
            registered: send,
        };
        let connection = Builder::address(bus.address())
            .unwrap()
            .name(NAME)
            .unwrap()
            .serve_at("/StatusNotifierWatcher", watcher)
            .unwrap()
            .build()
            .unwrap();
        Self {
            connection,
            registered,
        }
    }

    /// Waits until somebody registers.
    pub fn item(&self) -> Item<'_> {
        let service = self
            .registered
            .recv_timeout(PATIENCE)
            .expect("something was to register with the tray");
        Item {
            tray: self,
            service,
        }
    }
}

/// What registered with a tray.
pub struct Item<'t> {
    tray: &'t Tray,
    service: String,
}

impl Item<'_> {
    fn call<B>(&self, path: &str, interface: &str, method: &str, body: &B) -> zbus::Message
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        self.tray
            .connection
            .call_method(
                Some(self.service.as_str()),
                path,
                Some(interface),
                method,
                body,
            )
            .unwrap()
    }

    /// A property of it.
    pub fn property(&self, name: &str) -> OwnedValue {
        self.call(
            "/StatusNotifierItem",
            "org.freedesktop.DBus.Properties",
            "Get",
            &("org.kde.StatusNotifierItem", name),
        )
        .body()
        .deserialize()
        .unwrap()
    }

    /// Clicks on the icon.
    pub fn click(&self) {
        self.call(
            "/StatusNotifierItem",
            "org.kde.StatusNotifierItem",
            "Activate",
            &(0_i32, 0_i32),
        );
    }

    /// The lines of its menu, without those that only divide.
    pub fn lines(&self) -> Vec<Line> {
        let answer = self.call(
            MENU,
            "com.canonical.dbusmenu",
            "GetLayout",
            &(0_i32, -1_i32, Vec::<String>::new()),
        );
        type Layout = (u32, (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>));
        let (_, (_, _, children)): Layout = answer.body().deserialize().unwrap();
        let lines = children.into_iter().map(|child| {
            let child = Structure::try_from(child).unwrap();
            let [id, properties, ..] = child.fields() else {
                panic!("a line of a menu: {child:?}")
            };
            let id = i32::try_from(id).unwrap();
            let Value::Dict(properties) = properties else {
                panic!("properties: {properties:?}")
            };
            let label = properties.get::<_, String>(&"label").unwrap();
            let enabled = properties.get::<_, bool>(&"enabled").unwrap();
            let ticked = properties.get::<_, i32>(&"toggle-state").unwrap();
            Line {
                id,
                label: label.unwrap_or_default(),
                enabled: enabled.unwrap_or(true),
                ticked: ticked == Some(1),
            }
        });
        lines.filter(|line| !line.label.is_empty()).collect()
    }

    /// The line that says this, once the menu has one.
    pub fn line(&self, label: &str) -> Line {
        wait_until(&format!("the line `{label}`"), || {
            self.lines().into_iter().find(|line| line.label == label)
        })
    }

    /// Chooses a line of the menu.
    pub fn choose(&self, label: &str) {
        let line = self.line(label);
        self.call(
            MENU,
            "com.canonical.dbusmenu",
            "Event",
            &(line.id, "clicked", Value::from(0_i32), 0_u32),
        );
    }
}
