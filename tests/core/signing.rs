//! Versions of the agreement and the signatures under them: what the tests of them share.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

mod ceremony;
mod histories;
mod keys;
mod proof;
mod text;
mod turns;
mod versions;

use crate::desk::Desk;
use serde_json::{Value, json};
use std::sync::OnceLock;
use tempfile::TempDir;

/// Daniel's desk, and his agreement with Ruth: every answer that is needed is there, and both agree on all.
pub struct Pair {
    pub desk: Desk,
    pub id: String,
}

impl Pair {
    /// Filled once, and copied for each test.
    pub fn ready() -> Self {
        static FILLED: OnceLock<(TempDir, String)> = OnceLock::new();
        let (folder, id) = FILLED.get_or_init(|| {
            let Self { desk, id } = Self::filled();
            (desk.close(), id)
        });
        let folder = folder.path().join("data");
        Self {
            desk: Desk::on_copy_of(&folder, "2026-03-24T10:00:00Z", "Europe/London"),
            id: id.clone(),
        }
    }

    fn filled() -> Self {
        let mut desk = Desk::new("2026-03-24T10:00:00Z", "Europe/London");
        desk.call(
            "profile.save",
            json!({"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}),
        );
        let made = desk.call(
            "relationship.create",
            json!({"role": "mentee", "partner": {"name": "Ruth Kessler", "zone": "America/Toronto", "place": "Toronto"},
                "connection": {"state": "connected", "on": "2026-03-09"}}),
        );
        let id = made["id"].as_str().unwrap().to_owned();
        let mut pair = Self { desk, id };
        pair.fill_all();
        pair
    }

    /// Answers all that is asked, and both agree on it.
    fn fill_all(&mut self) {
        let fixture: Vec<Value> =
            serde_json::from_str(include_str!("../fixtures/agreement.json")).unwrap();
        for line in fixture {
            self.fill(&line);
        }
        self.agree_on_all();
    }

    /// An agreement that both have signed, by typing their names.
    pub fn signed() -> Self {
        let mut pair = Self::ready();
        pair.sign_both();
        pair
    }

    fn fill(&mut self, line: &Value) {
        let field = line["field"].as_str().unwrap();
        match field {
            "template.3.goals" => {
                for goal in line["value"].as_array().unwrap() {
                    self.call("goal.add", goal.clone());
                }
            }
            "template.4.milestones" => {
                for milestone in line["value"].as_array().unwrap() {
                    let with = json!({"name": milestone["name"], "on": milestone["on"]});
                    self.call("milestone.add", with);
                }
            }
            // Parts of the contact plan are written in the contact plan, and expectations unseen by the other (R45).
            _ if line["calls"].is_array() => {
                for call in line["calls"].as_array().unwrap() {
                    let name = call["call"].as_str().unwrap();
                    self.call(name, call["with"].clone());
                }
            }
            _ => {
                let mut with = json!({"field": field, "value": line["value"]});
                if line["side"].is_string() {
                    with["side"] = line["side"].clone();
                }
                self.call("answer.set", with);
            }
        }
    }

    pub fn with(&self, mut with: Value) -> Value {
        with["relationship"] = json!(self.id);
        with
    }

    pub fn call(&mut self, name: &str, with: Value) -> Value {
        let with = self.with(with);
        self.desk.call(name, with)
    }

    pub fn refuse(&mut self, name: &str, with: Value) -> String {
        let with = self.with(with);
        let error = self.desk.refuse(name, with);
        assert!(error.message.ends_with('.'), "{error:?}");
        assert!(
            error.message.contains("Nothing was"),
            "says what is safe: {}",
            error.message
        );
        error.code
    }

    pub fn agree_on_all(&mut self) {
        let ready = self.call("agreement.ready", json!({}));
        for section in ready["talking"].as_array().unwrap() {
            let key = section["section"].as_str().unwrap();
            let own = !["template.", "area.", "clause."]
                .iter()
                .any(|part| key.starts_with(part));
            if own {
                self.call(
                    "heading.change",
                    json!({"heading": key, "standing": "agreed"}),
                );
            } else {
                self.call(
                    "section.stand",
                    json!({"section": key, "standing": "agreed"}),
                );
            }
        }
    }

    pub fn answer(&mut self, field: &str, value: Value) {
        self.call("answer.set", json!({"field": field, "value": value}));
    }

    pub fn begin(&mut self) -> Value {
        self.call("signing.begin", json!({}))
    }

    /// The request of a typed signature under the version that waits.
    pub fn typed(&mut self, side: &str) -> Value {
        let signing = self.call("signing.get", json!({}));
        let version = &signing["version"];
        let name = match side {
            "mentee" => "Daniel Ferreira",
            _ => "Ruth Kessler",
        };
        json!({"version": version["id"], "fingerprint": version["fingerprint"]["hex"],
            "side": side, "name": name, "kind": "typed"})
    }

    pub fn sign(&mut self, side: &str) -> Value {
        let with = self.typed(side);
        self.call("signing.sign", with)
    }

    pub fn sign_both(&mut self) -> Value {
        self.begin();
        self.sign("mentee");
        self.sign("mentor")
    }

    /// The two files of a signed version.
    pub fn files(&mut self, version: u32) -> (String, String) {
        let files = self.call("version.files", json!({"version": version}));
        let text = |name: &str| files[name].as_str().unwrap().to_owned();
        (text("agreement"), text("signatures"))
    }
}
