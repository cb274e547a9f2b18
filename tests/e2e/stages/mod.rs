//! One flow of each stage in the real window: beginning, looking back, ending; each with the keyboard alone.

mod beginning;
mod ending;
mod looking;

use crate::desk::{Desk, data};
use crate::window::Window;
use fairlead_core::Fairlead;
use serde_json::{Value, json};

const ZONE: &str = "Europe/London";

/// Fairlead on the desk's data folder at a moment, and the profile of a mentee in it.
fn mentee(desk: &Desk, moment: &str, name: &str) -> Fairlead {
    let mut fairlead = data::fairlead_at(&desk.data(), ZONE, moment);
    data::ask(
        &mut fairlead,
        "profile.save",
        json!({"name": name, "zone": ZONE, "roles": ["mentee"]}),
    );
    fairlead
}

/// A relationship of that mentee, connected on a day. Answers its id.
fn relationship(fairlead: &mut Fairlead, partner: &Value, on: &str) -> String {
    let made = data::ask(
        fairlead,
        "relationship.create",
        json!({"role": "mentee", "partner": partner, "connection": {"state": "connected", "on": on},
            "programme": {"name": "Northbridge Mentoring", "email": "desk@northbridge.example"}}),
    );
    made["id"].as_str().unwrap().to_owned()
}

/// Asks a use case about a relationship.
fn about(fairlead: &mut Fairlead, id: &str, name: &str, mut with: Value) -> Value {
    with["relationship"] = json!(id);
    data::ask(fairlead, name, with)
}

/// Goes to a page of a relationship as it is at this moment, from another page.
async fn visit(window: &Window, route: &str, heading: &str) {
    window.go("#/relationships").await;
    window.arrives("Relationships").await;
    window.go(&format!("#/{route}")).await;
    window.arrives(heading).await;
}

/// The label of the entry of a list that has this value under a key.
fn label(list: &Value, key: &str, value: &str, label: &str) -> String {
    let found = list
        .as_array()
        .unwrap()
        .iter()
        .find(|each| each[key] == value);
    found.unwrap_or_else(|| panic!("{value} in {list}"))[label]
        .as_str()
        .unwrap()
        .to_owned()
}
