//! Each kind N01 to N27 through the calls: when it is told for the first and the last time according to `due`, and the
//! call that ends it. What a kind is counted from, and the edges of each rule, stand in `kinds` and `stages`.

mod sessions;

use crate::desk::Desk;
use serde_json::{Value, json};

/// One relationship and what is called for it.
struct Life {
    desk: Desk,
    id: String,
    /// What the last call answered.
    said: Value,
}

impl Life {
    fn connected(role: &str) -> Self {
        let mut desk = Desk::at("2026-03-02T09:30:00Z", "Europe/London");
        let id = desk.relationship(role, "Tomasz Lewandowski", Some("2026-03-02"));
        Self {
            desk,
            id,
            said: Value::Null,
        }
    }

    /// In the middle of its term: from 11 March to 18 December 2026, both in touch.
    fn begun(role: &str) -> Self {
        Self::connected(role)
            .with(
                "answer.set",
                json!({"field": "template.4.starts_on", "value": "2026-03-11"}),
            )
            .with(
                "answer.set",
                json!({"field": "template.4.ends_on", "value": "2026-12-18"}),
            )
    }

    fn requested(role: &str) -> Self {
        let mut desk = Desk::at("2026-02-09T09:00:00Z", "Europe/London");
        let made = desk.call(
            "relationship.create",
            json!({"role": role, "partner": {"name": "Helen Marsh"}, "connection": {"state": "waiting"},
                "intake": {"kind": "request", "askedOn": "2026-02-09", "message": "You know the board."}}),
        );
        Self {
            desk,
            id: made["id"].as_str().unwrap().to_owned(),
            said: Value::Null,
        }
    }

    fn with(mut self, call: &str, mut with: Value) -> Self {
        with["relationship"] = json!(self.id);
        self.said = self.desk.call(call, with);
        self
    }

    fn at(self, utc: &str) -> Self {
        self.desk.set(utc);
        self
    }

    /// A session on Wednesday 6 May at two, of 90 minutes.
    fn session(self) -> Self {
        self.with(
            "session.add",
            json!({"on": "2026-05-06", "at": "14:00", "minutes": 90}),
        )
    }

    /// A call about the first session.
    fn of_session(mut self, call: &str, mut with: Value) -> Self {
        let list = self
            .desk
            .call("session.list", json!({"relationship": self.id}));
        with["session"] = list["sessions"][0]["id"].clone();
        self.with(call, with)
    }

    /// Every moment of one kind in the two years ahead, on the wall in London.
    fn told(&mut self, kind: &str) -> Vec<String> {
        let due = self
            .desk
            .call("reminder.due", json!({"until": "2028-03-01T00:00:00Z"}));
        due["notices"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|notice| {
                notice["kind"] == kind || notice["with"].as_array().unwrap().contains(&json!(kind))
            })
            .map(|notice| {
                let at: String = notice["at"].as_str().unwrap().chars().take(16).collect();
                at.replace('T', " ")
            })
            .collect()
    }

    /// Told at exactly these moments.
    #[track_caller]
    fn tells(mut self, kind: &str, expected: &[&str]) -> Self {
        assert_eq!(self.told(kind), expected, "{kind}");
        self
    }

    #[track_caller]
    fn never(self, kind: &str) {
        self.tells(kind, &[]);
    }
}

#[test]
fn n01_to_n03_from_the_connection_until_there_is_contact() {
    let n01 = [
        "2026-03-05 09:00",
        "2026-03-06 09:00",
        "2026-03-08 09:00",
        "2026-03-09 09:00",
    ];
    Life::connected("mentee")
        .tells("N01", &n01)
        .with("contact.log", json!({"direction": "in"}))
        .tells("N01", &n01)
        .with("contact.log", json!({"direction": "out"}))
        .never("N01");
    for direction in ["in", "out"] {
        Life::connected("mentor")
            .tells("N02", &["2026-03-10 09:00"])
            .with("contact.log", json!({"direction": direction}))
            .never("N02");
    }
    for role in ["mentee", "mentor"] {
        Life::connected(role)
            .tells("N03", &["2026-03-16 17:00"])
            .with("contact.log", json!({"direction": "in"}))
            .tells("N03", &["2026-03-16 17:00"])
            .with("contact.log", json!({"direction": "out"}))
            .never("N03");
    }
    Life::connected("mentor").never("N01");
    Life::connected("mentee").never("N02");
}

#[test]
fn n04_and_n05_from_the_request_until_it_is_answered() {
    let n04 = [
        "2026-02-13 09:00",
        "2026-02-14 09:00",
        "2026-02-17 09:00",
        "2026-02-19 09:00",
    ];
    for reply in ["accepted", "declined"] {
        Life::requested("mentor")
            .tells("N04", &n04)
            .at("2026-02-12T12:00:00Z")
            .with("intake.reply", json!({"reply": reply, "on": "2026-02-12"}))
            .never("N04");
        Life::requested("mentee")
            .tells("N05", &["2026-02-20 09:00"])
            .at("2026-02-12T12:00:00Z")
            .with("intake.reply", json!({"reply": reply, "on": "2026-02-12"}))
            .never("N05");
    }
    Life::requested("mentee")
        .at("2026-02-20T08:00:00Z")
        .with("intake.choose", json!({"choice": "another"}))
        .never("N05");
}

#[test]
fn n06_14_days_after_first_contact_until_a_draft_exists() {
    for role in ["mentee", "mentor"] {
        let life = Life::connected(role);
        life.with("contact.log", json!({"direction": "out"}))
            .tells("N06", &["2026-03-16 09:00"])
            .with(
                "answer.set",
                json!({"field": "template.2.text", "value": "To decide."}),
            )
            .never("N06");
    }
}

#[test]
fn n14_to_n16_from_the_log_until_the_next_contact() {
    Life::connected("mentee")
        .at("2026-03-04T12:00:00Z")
        .with(
            "contact.log",
            json!({"direction": "out", "needsReply": true}),
        )
        .tells("N14", &["2026-03-06 09:00", "2026-03-07 09:00"])
        .with(
            "answer.set",
            json!({"field": "area.5.reply_working_days", "value": true}),
        )
        .tells("N14", &["2026-03-09 09:00"])
        .with("contact.log", json!({"direction": "in"}))
        .never("N14");
    for role in ["mentee", "mentor"] {
        Life::connected(role)
            .at("2026-03-04T12:00:00Z")
            .with("contact.log", json!({"direction": "out"}))
            .tells("N15", &["2026-04-29 09:00"])
            .with("contact.all_fine", json!({"count": 20, "unit": "weeks"}))
            .tells("N16", &["2026-07-22 09:00"])
            .at("2026-07-20T12:00:00Z")
            .with("contact.log", json!({"direction": "out"}))
            .never("N16");
    }
}

#[test]
fn n17_to_n19_from_the_start_until_plan_form_and_booking() {
    for role in ["mentee", "mentor"] {
        let life = Life::begun(role).tells(
            "N17",
            &[
                "2026-03-25 09:00",
                "2026-04-03 09:00",
                "2026-04-05 09:00",
                "2026-04-10 09:00",
            ],
        );
        let life = life.with(
            "goal.add",
            json!({"title": "Lead a project", "horizon": "short"}),
        );
        let goal = life.said["goals"][0]["id"].clone();
        life.with(
            "activity.add",
            json!({"goal": goal, "title": "Write the brief", "kind": "doing", "start": "2026-03-30"}),
        )
        .never("N17");
        Life::begun(role)
            .tells(
                "N18",
                &[
                    "2026-05-26 09:00",
                    "2026-06-05 09:00",
                    "2026-06-06 09:00",
                    "2026-06-09 09:00",
                    "2026-06-16 09:00",
                ],
            )
            .at("2026-05-27T12:00:00Z")
            .with(
                "checkup.answer",
                json!({"suitability": "good", "energised": "mostly", "satisfied": "yes",
                    "meetings": "enough", "meetingsReason": "We met outside the log."}),
            )
            .with("checkup.complete", json!({}))
            .never("N18");
        Life::begun(role)
            .tells("N19", &["2026-07-16 09:00", "2026-07-27 09:00"])
            .with("mid_point.book", json!({"at": "14:00"}))
            .never("N19");
    }
}

#[test]
fn n20_before_and_on_the_revisit_date_until_it_was_held() {
    for role in ["mentee", "mentor"] {
        Life::begun(role)
            .with(
                "answer.set",
                json!({"field": "area.12.revisit", "value": "m12"}),
            )
            .tells(
                "N20",
                &[
                    "2027-02-25 09:00",
                    "2027-03-08 09:00",
                    "2027-03-11 09:00",
                    "2028-02-25 09:00",
                    "2028-02-26 09:00",
                ],
            )
            .at("2027-03-09T12:00:00Z")
            .with("revisit.finish", json!({}))
            .tells("N20", &["2028-02-25 09:00", "2028-02-26 09:00"]);
    }
}

#[test]
fn n22_before_the_end_until_the_closing_is_booked() {
    for role in ["mentee", "mentor"] {
        Life::begun(role)
            .tells("N22", &["2026-11-18 09:00", "2026-12-04 09:00"])
            .with(
                "session.add",
                json!({"on": "2026-12-16", "at": "14:00", "kind": "closing"}),
            )
            .never("N22");
    }
}

#[test]
fn n23_30_days_after_the_plan_was_touched_until_it_is_again() {
    let life = Life::begun("mentee").at("2026-04-01T12:00:00Z").with(
        "goal.add",
        json!({"title": "Lead a project", "horizon": "short"}),
    );
    let goal = life.said["goals"][0]["id"].clone();
    life.with(
        "activity.add",
        json!({"goal": goal, "title": "Write the brief", "kind": "doing", "start": "2026-04-10"}),
    )
    .tells("N23", &["2026-05-01 09:00"])
    .at("2026-04-30T12:00:00Z")
    .with("plan.still_right", json!({}))
    .tells("N23", &["2026-05-29 09:00", "2026-05-30 09:00"]);
}

#[test]
fn r93_r94_n25_on_the_date_of_the_brief_and_a_week_before_an_event_until_done() {
    for role in ["mentee", "mentor"] {
        Life::begun(role)
            .with(
                "supervisor.change",
                json!({"name": "Mei Tan", "briefOn": "2026-04-15"}),
            )
            .tells("N25", &["2026-04-15 09:00"])
            .with("supervisor.change", json!({"done": true}))
            .never("N25");
        let life = Life::begun(role)
            .with(
                "programme.event.add",
                json!({"name": "Leadership evening", "on": "2026-05-20"}),
            )
            .tells("N25", &["2026-05-13 09:00"]);
        let event = life.said["events"][0]["id"].clone();
        life.with("programme.event.remove", json!({"event": event}))
            .never("N25");
    }
}

#[test]
fn n25_goes_when_the_day_of_the_event_is_over_and_the_brief_stays_until_it_is_given() {
    let mut life = Life::begun("mentee")
        .with(
            "programme.event.add",
            json!({"name": "Leadership evening", "on": "2026-05-20"}),
        )
        .with("supervisor.change", json!({"briefOn": "2026-05-20"}));
    let listed = |life: &mut Life, at: &str| -> Vec<String> {
        life.desk.set(at);
        let list = life.desk.call("reminder.list", json!({}));
        let now = list["now"].as_array().unwrap().clone();
        now.iter()
            .filter(|reminder| reminder["kind"] == "N25")
            .map(|reminder| {
                reminder["route"]
                    .as_str()
                    .unwrap()
                    .rsplit('/')
                    .next()
                    .unwrap()
                    .to_owned()
            })
            .collect()
    };
    assert_eq!(
        listed(&mut life, "2026-05-20T10:00:00Z"),
        ["setup", "supervisor"]
    );
    assert_eq!(
        listed(&mut life, "2026-05-21T10:00:00Z"),
        ["setup", "supervisor"],
        "missed, for one more day"
    );
    assert_eq!(listed(&mut life, "2026-05-22T10:00:00Z"), ["supervisor"]);
    assert_eq!(listed(&mut life, "2026-09-22T10:00:00Z"), ["supervisor"]);
    let mut life = life.with("supervisor.change", json!({"done": true}));
    assert!(listed(&mut life, "2026-09-22T10:00:00Z").is_empty());
}

#[test]
fn n26_at_the_agreed_interval_after_closing_until_a_contact() {
    let closed = || {
        Life::begun("mentee")
            .at("2026-12-16T15:00:00Z")
            .with(
                "closing.stay_in_touch",
                json!({"ideas": ["Coffee each February"],
                    "every": {"count": 12, "unit": "months"}, "first": "2027-02-01"}),
            )
            .never("N26");
        Life::begun("mentee")
            .at("2026-12-16T15:00:00Z")
            .with(
                "closing.stay_in_touch",
                json!({"ideas": ["Coffee each February"],
                    "every": {"count": 12, "unit": "months"}, "first": "2027-02-01"}),
            )
            .with("closing.close", json!({}))
            .tells("N26", &["2027-02-01 09:00", "2028-02-01 09:00"])
    };
    closed()
        .with("closing.stay_in_touch", json!({"remind": false}))
        .never("N26");
}

#[test]
fn n27_7_days_after_suggesting_until_the_answer() {
    for role in ["mentee", "mentor"] {
        let life = Life::begun(role)
            .at("2026-03-24T12:00:00Z")
            .with(
                "suggestion.make",
                json!({"place": {"kind": "answer", "field": "template.2.text"}, "value": "To decide more."}),
            )
            .tells("N27", &["2026-03-31 09:00"]);
        let suggestion = life.said["open"][0]["id"].clone();
        life.with("suggestion.withdraw", json!({"suggestion": suggestion}))
            .never("N27");
    }
}
