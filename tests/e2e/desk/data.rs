//! Data that is there before the program starts, made by the core itself.

use fairlead_core::clock::{Clock, SetClock, SystemClock, ZonedClock};
use fairlead_core::domain::dates;
use fairlead_core::keychain::NoKeychain;
use fairlead_core::{Fairlead, Ports};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// A zone in which it is about two in the afternoon now: outside the quiet hours, whatever the hour of
/// the machine that runs the test.
pub fn afternoon_zone() -> String {
    let hour = SystemClock.now().utc().timestamp().rem_euclid(86_400) / 3_600;
    // The names of these zones count the other way round: Etc/GMT-3 is three hours ahead.
    match 14 - hour {
        0 => "Etc/GMT".to_owned(),
        ahead if ahead > 0 => format!("Etc/GMT-{ahead}"),
        behind => format!("Etc/GMT+{}", -behind),
    }
}

/// Fairlead on a folder, without a window.
pub fn fairlead(folder: &Path, zone: &str) -> Fairlead {
    let clock = Arc::new(ZonedClock::named(zone).unwrap());
    Fairlead::start(
        folder.to_owned(),
        Ports {
            clock,
            keychain: Arc::new(NoKeychain),
        },
    )
}

/// Fairlead on a folder at this moment (RFC 3339), without a window.
pub fn fairlead_at(folder: &Path, zone: &str, moment: &str) -> Fairlead {
    let clock = Arc::new(SetClock::reading(moment, Some(zone)).unwrap());
    Fairlead::start(
        folder.to_owned(),
        Ports {
            clock,
            keychain: Arc::new(NoKeychain),
        },
    )
}

/// Asks a use case.
pub fn ask(fairlead: &mut Fairlead, name: &str, request: Value) -> Value {
    match fairlead.call(name, request) {
        Ok(answer) => answer.output,
        Err(error) => panic!("{name}: {error:?}"),
    }
}

/// A profile and one relationship whose agreement is to be looked at again today (N20). Answers its id.
pub fn revisit_due_today(folder: &Path, zone: &str) -> String {
    let (mut fairlead, id) = connected_today(folder, zone);
    let today = fairlead.now().date();
    let answer =
        json!({ "relationship": id, "field": "area.12.revisit_on", "value": today.to_string() });
    ask(&mut fairlead, "answer.set", answer);
    id
}

/// The same, with an event of the programme of which today is the day to be told (N25), a week ahead.
pub fn event_told_today(folder: &Path, zone: &str) -> String {
    let (mut fairlead, id) = connected_today(folder, zone);
    let on = dates::add_days(fairlead.now().date(), 7).unwrap();
    let event = json!({ "relationship": id, "name": "Leadership evening", "on": on.to_string() });
    ask(&mut fairlead, "programme.event.add", event);
    id
}

fn connected_today(folder: &Path, zone: &str) -> (Fairlead, String) {
    let mut fairlead = fairlead(folder, zone);
    let profile = json!({ "name": "Priya Shah", "email": "", "phone": "", "zone": zone, "roles": ["mentee"] });
    ask(&mut fairlead, "profile.save", profile);
    let request = json!({
        "role": "mentee",
        "partner": { "name": "Tomasz Zieliński", "email": "tomasz@example.org" },
        "connection": { "state": "connected", "on": fairlead.now().date().to_string() },
    });
    let id = ask(&mut fairlead, "relationship.create", request)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    (fairlead, id)
}

/// A profile of somebody who has no relationship yet.
pub fn profile(folder: &Path, zone: &str, name: &str, email: &str) {
    let mut fairlead = fairlead(folder, zone);
    let profile =
        json!({ "name": name, "email": email, "phone": "", "zone": zone, "roles": ["mentee"] });
    ask(&mut fairlead, "profile.save", profile);
}

/// A template of this name: a copy of the shipped form.
pub fn template(folder: &Path, zone: &str, name: &str) {
    let mut fairlead = fairlead(folder, zone);
    let copy = json!({ "template": "fairlead", "name": name });
    ask(&mut fairlead, "template.copy", copy);
}

/// Puts answers in, given as `answer.set` takes them.
pub fn answers(folder: &Path, zone: &str, relationship: &str, answers: &[Value]) {
    let mut fairlead = fairlead(folder, zone);
    for answer in answers {
        let mut answer = answer.clone();
        answer["relationship"] = json!(relationship);
        ask(&mut fairlead, "answer.set", answer);
    }
}

/// Makes this the page that the window comes back to.
pub fn keep_place(folder: &Path, zone: &str, route: &str) {
    let mut fairlead = fairlead(folder, zone);
    ask(&mut fairlead, "place.keep", json!({ "route": route }));
}

/// A profile and one relationship in which nothing is agreed yet. Answers its id.
pub fn relationship(folder: &Path, zone: &str) -> String {
    let mut fairlead = fairlead(folder, zone);
    let today = fairlead.now().date();
    let profile = json!({ "name": "Daniel Ferreira", "email": "", "phone": "", "zone": zone, "roles": ["mentee"] });
    ask(&mut fairlead, "profile.save", profile);
    let request = json!({
        "role": "mentee",
        "partner": { "name": "Ruth Kessler", "email": "ruth@example.org" },
        "connection": { "state": "connected", "on": today.to_string() },
    });
    ask(&mut fairlead, "relationship.create", request)["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Daniel's agreement with Ruth as the fixture fills it, agreed on in every section. Answers the relationship.
pub fn agreed(folder: &Path, zone: &str) -> String {
    let id = relationship(folder, zone);
    let mut fairlead = fairlead(folder, zone);
    let fixture: Vec<Value> =
        serde_json::from_str(include_str!("../../fixtures/agreement.json")).unwrap();
    let mut call = |name: &str, mut with: Value| {
        with["relationship"] = json!(id);
        ask(&mut fairlead, name, with)
    };
    for line in &fixture {
        if let Some(calls) = line["calls"].as_array() {
            for part in calls {
                call(part["call"].as_str().unwrap(), part["with"].clone());
            }
            continue;
        }
        match line["field"].as_str().unwrap() {
            "template.3.goals" => {
                for goal in line["value"].as_array().unwrap() {
                    call("goal.add", goal.clone());
                }
            }
            "template.4.milestones" => {
                for milestone in line["value"].as_array().unwrap() {
                    let with = json!({"name": milestone["name"], "on": milestone["on"]});
                    call("milestone.add", with);
                }
            }
            field => {
                let mut with = json!({"field": field, "value": line["value"]});
                if line["side"].is_string() {
                    with["side"] = line["side"].clone();
                }
                call("answer.set", with);
            }
        }
    }
    for (field, value) in [
        ("area.7.text", "A raised hand is enough. We never ask why."),
        ("area.13.text", "each session"),
    ] {
        call("answer.set", json!({"field": field, "value": value}));
    }
    let talking = call("agreement.ready", json!({}))["talking"].clone();
    for section in talking.as_array().unwrap() {
        let with = json!({"section": section["section"], "standing": "agreed"});
        call("section.stand", with);
    }
    id
}
