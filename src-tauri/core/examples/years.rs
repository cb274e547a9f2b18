//! What `cargo xtask bench` measures of a long relationship: how long the questions behind each page take when two
//! people have met every week for years.
//!
//! `years FOLDER SESSIONS`: makes such a relationship in the empty FOLDER, with about ten lines of notes to each of its
//! SESSIONS sessions, and prints one line of JSON.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use fairlead_core::api::ApiError;
use fairlead_core::clock::SetClock;
use fairlead_core::domain::moment::Moment;
use fairlead_core::domain::zone::Zone;
use fairlead_core::keychain::NoKeychain;
use fairlead_core::{Fairlead, Ports};
use serde_json::{Value, json};

/// How often each page is opened; the median counts.
const ROUNDS: usize = 9;

/// The questions that each page asks, of the relationship or of its newest session.
const PAGES: &[(&str, &[&str])] = &[
    ("today", &["today.get", "relationship.list", "session.bell"]),
    (
        "overview",
        &["relationship.get", "journey.get", "since.get"],
    ),
    (
        "sessions",
        &["session.list", "relationship.get", "pattern.get"],
    ),
    (
        "session",
        &["session.page", "topic.list", "session.summary.get"],
    ),
    ("tasks", &["task.list", "help.list", "feedback.list"]),
    ("plan", &["plan.get", "plan.history"]),
    (
        "journal",
        &["journal.list", "behaviour.list", "self_assessment.get"],
    ),
    ("contact", &["contact.get", "contact.list", "agreement.get"]),
    (
        "agreement",
        &["agreement.get", "suggestion.list", "undo.state"],
    ),
    (
        "looking back",
        &[
            "checkup.get",
            "check_point.get",
            "mid_point.get",
            "revisit.get",
        ],
    ),
    ("ending", &["ending.get", "closing.get"]),
    ("reminders", &["reminder.list"]),
];

/// A relationship in the making.
struct Years {
    fairlead: Fairlead,
    clock: Arc<SetClock>,
    zone: Zone,
    id: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args_os().skip(1);
    let (Some(folder), Some(sessions)) = (words.next(), words.next()) else {
        return Err("years FOLDER SESSIONS".into());
    };
    let sessions: u32 = sessions.to_string_lossy().parse()?;
    let mut years = Years::begin(PathBuf::from(folder))?;
    let mut newest = String::new();
    for week in 0..sessions {
        newest = years.live(week)?;
    }
    let (mut pages, mut calls) = (BTreeMap::new(), BTreeMap::new());
    for (page, questions) in PAGES {
        let mut whole = 0.0;
        for question in *questions {
            let took = years.time(question, &newest)?;
            calls.insert(*question, took);
            whole += took;
        }
        pages.insert(*page, whole);
    }
    let report = json!({"sessions": sessions, "pages": pages, "calls": calls});
    writeln!(std::io::stdout(), "{report}")?;
    Ok(())
}

impl Years {
    fn begin(folder: PathBuf) -> Result<Self, Box<dyn Error>> {
        let zone = Zone::named("Europe/London").ok_or("the zone Europe/London is not known")?;
        let begins: DateTime<Utc> = "2016-01-04T09:00:00Z".parse()?;
        let clock = Arc::new(SetClock::new(Moment::new(begins, zone.clone())));
        let ports = Ports {
            clock: clock.clone(),
            keychain: Arc::new(NoKeychain),
        };
        let mut years = Self {
            fairlead: Fairlead::start(folder, ports),
            clock,
            zone,
            id: String::new(),
        };
        years.call(
            "profile.save",
            json!({"name": "Daniel Ferreira", "zone": "Europe/London", "roles": ["mentee"]}),
        )?;
        let made = years.call(
            "relationship.create",
            json!({"role": "mentee", "partner": {"name": "Ruth Kessler", "zone": "America/Toronto"},
                   "connection": {"state": "connected", "on": "2016-01-04"}}),
        )?;
        years.id = text(&made, "id")?;
        for (field, value) in [
            ("template.4.starts_on", json!("2016-01-06")),
            ("template.4.ends_on", json!("2030-12-18")),
            ("area.12.revisit", json!("m6")),
        ] {
            years.ask("answer.set", json!({"field": field, "value": value}))?;
        }
        for rank in 1..=3 {
            let goal = years.ask(
                "goal.add",
                json!({"title": format!("Goal {rank}"), "horizon": "short", "rank": rank}),
            )?;
            for (number, kind) in (1..=12).zip(["doing", "others", "stretch"].into_iter().cycle()) {
                years.ask(
                    "activity.add",
                    json!({"goal": goal.get("id"), "title": format!("Activity {number}"), "kind": kind,
                           "effort": {"count": 2, "unit": "days"}, "start": "2016-02-01"}),
                )?;
            }
        }
        Ok(years)
    }

    /// One week: a contact, a session with its agenda, notes and what follows from it.
    fn live(&mut self, week: u32) -> Result<String, Box<dyn Error>> {
        let first = NaiveDate::from_ymd_opt(2016, 1, 6).ok_or("a date that is none")?;
        let on = first
            .checked_add_signed(TimeDelta::weeks(i64::from(week)))
            .ok_or("too many weeks")?;
        let at = self.zone.at(on, 17, 0).ok_or("a time that is none")?;
        self.clock.set(Moment::new(at, self.zone.clone()));
        self.ask(
            "contact.log",
            json!({"direction": if week.is_multiple_of(2) { "out" } else { "in" }, "channel": "email", "note": "About Wednesday"}),
        )?;
        // Now and then one is called off, or moved first.
        let added = self.ask(
            "session.add",
            json!({"on": on.to_string(), "at": "14:00", "minutes": 60, "kind": "regular", "method": "Video call"}),
        )?;
        let session = text(&added, "id")?;
        let about = |more: Value| with(json!({"session": session}), more);
        if week % 9 == 4 {
            self.ask("session.cancel", about(json!({"askedBy": "mentor"})))?;
            return Ok(session);
        }
        if week % 7 == 3 {
            self.ask(
                "session.move",
                about(json!({"at": "14:30", "askedBy": "mentee"})),
            )?;
        }
        let page = self.ask(
            "session.agenda.add",
            about(json!({"text": format!("Point {week}")})),
        )?;
        let outcome = if week.is_multiple_of(5) {
            "not_reached"
        } else {
            "reached"
        };
        self.ask(
            "session.agenda.outcome",
            about(json!({"point": page.get("id"), "outcome": outcome})),
        )?;
        self.ask("session.wish", about(json!({"text": "One thing less"})))?;
        let lines: Vec<String> = (1..=10)
            .map(|line| format!("Line {line} of week {week}, as long as such lines are"))
            .collect();
        self.ask("session.note.add", about(json!({"text": lines.join("\n")})))?;
        if week.is_multiple_of(2) {
            let due = on
                .checked_add_signed(TimeDelta::weeks(1))
                .ok_or("too late")?;
            let task = self.ask(
                "task.add",
                json!({"what": format!("Task {week}"), "due": due.to_string(), "session": session}),
            )?;
            if !week.is_multiple_of(20) {
                self.ask("task.done", json!({"task": task.get("id")}))?;
            }
        }
        self.ask("session.hold", about(json!({"minutes": 60})))?;
        if week.is_multiple_of(4) {
            for side in ["mentor", "mentee"] {
                self.ask(
                    "session.feedback.send",
                    about(json!({"side": side, "takeAway": "Less is more"})),
                )?;
            }
            self.ask("journal.add", json!({"text": format!("Moment {week}")}))?;
        }
        self.ask("session.summary.sent", about(json!({})))?;
        Ok(session)
    }

    /// The median of a question's milliseconds.
    fn time(&mut self, question: &str, session: &str) -> Result<f64, Box<dyn Error>> {
        let request = match question {
            "today.get" | "relationship.list" | "session.bell" | "reminder.list" => json!({}),
            "session.page" | "session.summary.get" => {
                json!({"relationship": self.id, "session": session})
            }
            _ => json!({"relationship": self.id}),
        };
        let mut took = Vec::with_capacity(ROUNDS);
        for _ in 0..ROUNDS {
            let began = now();
            self.call(question, request.clone())?;
            took.push(began.elapsed().as_secs_f64() * 1e3);
        }
        took.sort_by(f64::total_cmp);
        Ok(took.get(ROUNDS / 2).copied().unwrap_or_default())
    }

    fn ask(&mut self, name: &str, request: Value) -> Result<Value, Box<dyn Error>> {
        let request = with(json!({"relationship": self.id}), request);
        self.call(name, request)
    }

    fn call(&mut self, name: &str, request: Value) -> Result<Value, Box<dyn Error>> {
        Ok(self
            .fairlead
            .call(name, request)
            .map(|answer| answer.output)
            .map_err(|error: ApiError| format!("{name}: {}: {}", error.code, error.message))?)
    }
}

fn with(mut request: Value, more: Value) -> Value {
    if let (Some(fields), Value::Object(more)) = (request.as_object_mut(), more) {
        fields.extend(more);
    }
    request
}

fn text(value: &Value, field: &str) -> Result<String, Box<dyn Error>> {
    Ok(value
        .get(field)
        .and_then(Value::as_str)
        .ok_or_else(|| format!("an answer without {field}"))?
        .to_owned())
}

#[expect(clippy::disallowed_methods, reason = "measures durations")]
fn now() -> Instant {
    Instant::now()
}
