//! A Fairlead on a folder of its own with a clock that is set by hand.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use fairlead_core::api::ApiError;
use fairlead_core::clock::SetClock;
use fairlead_core::domain::moment::Moment;
use fairlead_core::domain::zone::Zone;
use fairlead_core::keychain::NoKeychain;
use fairlead_core::{Fairlead, Ports};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

pub fn moment(utc: &str, zone: &str) -> Moment {
    Moment::new(
        chrono::DateTime::parse_from_rfc3339(utc).unwrap().to_utc(),
        Zone::named(zone).unwrap(),
    )
}

pub struct Desk {
    pub fairlead: Fairlead,
    pub clock: Arc<SetClock>,
    folder: TempDir,
    zone: String,
}

impl Desk {
    /// Priya Raman's desk at a moment.
    pub fn at(utc: &str, zone: &str) -> Self {
        let mut desk = Self::new(utc, zone);
        desk.call(
            "profile.save",
            json!({"name": "Priya Raman", "zone": zone, "roles": ["mentee"]}),
        );
        desk
    }

    /// A desk that is nobody's yet.
    pub fn new(utc: &str, zone: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::new(moment(utc, zone)));
        let fairlead = start(&folder, &clock);
        Self {
            fairlead,
            clock,
            folder,
            zone: zone.to_owned(),
        }
    }

    /// A desk on a folder that was copied from another one's.
    pub fn on_copy_of(folder: &Path, utc: &str, zone: &str) -> Self {
        let own = tempfile::tempdir().unwrap();
        let data = own.path().join("data");
        std::fs::create_dir(&data).unwrap();
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap();
            if file.file_type().unwrap().is_file() {
                std::fs::copy(file.path(), data.join(file.file_name())).unwrap();
            }
        }
        let clock = Arc::new(SetClock::new(moment(utc, zone)));
        let fairlead = start(&own, &clock);
        Self {
            fairlead,
            clock,
            folder: own,
            zone: zone.to_owned(),
        }
    }

    /// Closes Fairlead and gives the folder away, whose data lies in `data`.
    pub fn close(self) -> TempDir {
        let Self {
            fairlead, folder, ..
        } = self;
        drop(fairlead);
        folder
    }

    /// Sets the clock.
    pub fn set(&self, utc: &str) {
        self.clock.set(moment(utc, &self.zone));
    }

    /// The data folder.
    pub fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// Ends Fairlead and starts it again on the same folder.
    pub fn restart(&mut self) {
        let elsewhere = tempfile::tempdir().unwrap();
        self.fairlead = start(&elsewhere, &self.clock);
        self.fairlead = start(&self.folder, &self.clock);
    }

    pub fn call(&mut self, name: &str, request: Value) -> Value {
        match self.fairlead.call(name, request) {
            Ok(answer) => answer.output,
            Err(error) => panic!("{name}: {error:?}"),
        }
    }

    pub fn refuse(&mut self, name: &str, request: Value) -> ApiError {
        match self.fairlead.call(name, request) {
            Ok(answer) => panic!("{name} answered {}", answer.output),
            Err(error) => error,
        }
    }

    pub fn relationship(&mut self, role: &str, partner: &str, connected: Option<&str>) -> String {
        let connection = match connected {
            Some(on) => json!({"state": "connected", "on": on}),
            None => json!({"state": "waiting"}),
        };
        let made = self.call(
            "relationship.create",
            json!({"role": role, "partner": {"name": partner}, "connection": connection}),
        );
        made["id"].as_str().unwrap().to_owned()
    }

    pub fn answer(&mut self, relationship: &str, field: &str, value: Value) -> Value {
        self.call(
            "answer.set",
            json!({"relationship": relationship, "field": field, "value": value}),
        )
    }

    pub fn section(&mut self, relationship: &str, section: &str) -> Value {
        let view = self.call("agreement.get", json!({"relationship": relationship}));
        view["sections"]
            .as_array()
            .unwrap()
            .iter()
            .find(|view| view["section"] == section)
            .unwrap()
            .clone()
    }

    pub fn value(&mut self, relationship: &str, field: &str, side: Option<&str>) -> Value {
        let section = field.rsplit_once('.').unwrap().0;
        let section = self.section(relationship, section);
        let field = section["fields"]
            .as_array()
            .unwrap()
            .iter()
            .find(|view| view["field"] == field)
            .unwrap();
        let answers = field["answers"].as_array().unwrap();
        answers
            .iter()
            .find(|answer| answer["side"].as_str() == side)
            .unwrap()["value"]
            .clone()
    }

    /// Everything that can be seen of a relationship.
    pub fn picture(&mut self, relationship: &str) -> String {
        format!(
            "{} {} {} {}",
            self.call("agreement.get", json!({"relationship": relationship})),
            self.call("suggestion.list", json!({"relationship": relationship})),
            self.call("relationship.list", json!({})),
            self.call("settings.get", json!({}))
        )
    }
}

pub fn start(folder: &TempDir, clock: &Arc<SetClock>) -> Fairlead {
    Fairlead::start(
        folder.path().join("data"),
        Ports {
            clock: Arc::<SetClock>::clone(clock),
            keychain: Arc::new(NoKeychain),
        },
    )
}
