//! The shared record under random histories: the tables are what the edits add up to, and undo and
//! redo lead back and forth without a trace.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::OnceLock;

/// One thing somebody does; numbers choose among what is there at that moment.
#[derive(Debug, Clone)]
enum Deed {
    Answer {
        field: usize,
        mentor: bool,
        value: usize,
    },
    AddGoal {
        title: usize,
        rank: u32,
    },
    ChangeGoal {
        which: usize,
        title: usize,
        rank: u32,
    },
    MoveGoal {
        which: usize,
        position: u32,
    },
    RemoveGoal {
        which: usize,
    },
    AddMilestone {
        name: usize,
        on: usize,
    },
    ChangeMilestone {
        which: usize,
        name: usize,
        on: usize,
    },
    RemoveMilestone {
        which: usize,
    },
    Stand {
        section: usize,
        standing: usize,
    },
    Connect {
        on: usize,
    },
    FinishRevisit,
    AddHeading {
        title: usize,
    },
    ChangeHeading {
        which: usize,
        title: usize,
        standing: usize,
    },
    MoveHeading {
        which: usize,
        position: u32,
    },
    RemoveHeading {
        which: usize,
    },
    Word {
        section: usize,
        text: usize,
    },
    Settle {
        section: usize,
        take: bool,
    },
    Rename {
        section: usize,
        title: usize,
    },
    Arrange {
        which: usize,
        position: u32,
    },
    EndOn {
        which: usize,
        ends: bool,
    },
    AddPermission {
        what: usize,
        mentor: bool,
    },
    StepPermission {
        which: usize,
        state: usize,
    },
    RemovePermission {
        which: usize,
    },
    RestoreAnswer {
        field: usize,
        mentor: bool,
        which: usize,
    },
    Suggest {
        field: usize,
        mentor: bool,
        value: usize,
    },
    Decide {
        which: usize,
        how: usize,
    },
    Undo,
    Redo,
    Pass {
        seconds: i64,
    },
}

const TEXTS: [&str; 6] = [
    "",
    "One",
    "Two\nlines",
    "Ünï ✓ 漢",
    "\"quoted\" \\ {mentor}",
    "  spaced  ",
];
const DATES: [&str; 5] = ["", "2026-03-11", "2026-12-18", "2028-02-29", "2026-06-01"];
const STANDINGS: [&str; 3] = ["open", "agreed", "not_for_us"];

fn deed() -> impl Strategy<Value = Deed> {
    let number = 0..1_000_usize;
    prop_oneof![
        8 => (number.clone(), any::<bool>(), number.clone())
            .prop_map(|(field, mentor, value)| Deed::Answer { field, mentor, value }),
        2 => (number.clone(), 0..5_u32).prop_map(|(title, rank)| Deed::AddGoal { title, rank }),
        2 => (number.clone(), number.clone(), 0..5_u32)
            .prop_map(|(which, title, rank)| Deed::ChangeGoal { which, title, rank }),
        2 => (number.clone(), 0..6_u32).prop_map(|(which, position)| Deed::MoveGoal { which, position }),
        1 => number.clone().prop_map(|which| Deed::RemoveGoal { which }),
        2 => (number.clone(), number.clone()).prop_map(|(name, on)| Deed::AddMilestone { name, on }),
        1 => (number.clone(), number.clone(), number.clone())
            .prop_map(|(which, name, on)| Deed::ChangeMilestone { which, name, on }),
        1 => number.clone().prop_map(|which| Deed::RemoveMilestone { which }),
        3 => (number.clone(), number.clone()).prop_map(|(section, standing)| Deed::Stand { section, standing }),
        1 => number.clone().prop_map(|on| Deed::Connect { on }),
        1 => Just(Deed::FinishRevisit),
        2 => number.clone().prop_map(|title| Deed::AddHeading { title }),
        1 => (number.clone(), number.clone(), number.clone())
            .prop_map(|(which, title, standing)| Deed::ChangeHeading { which, title, standing }),
        1 => (number.clone(), 0..6_u32).prop_map(|(which, position)| Deed::MoveHeading { which, position }),
        1 => number.clone().prop_map(|which| Deed::RemoveHeading { which }),
        2 => (number.clone(), number.clone()).prop_map(|(section, text)| Deed::Word { section, text }),
        1 => (number.clone(), any::<bool>()).prop_map(|(section, take)| Deed::Settle { section, take }),
        1 => (number.clone(), number.clone()).prop_map(|(section, title)| Deed::Rename { section, title }),
        2 => (number.clone(), 0..18_u32).prop_map(|(which, position)| Deed::Arrange { which, position }),
        1 => (number.clone(), any::<bool>()).prop_map(|(which, ends)| Deed::EndOn { which, ends }),
        1 => (number.clone(), any::<bool>()).prop_map(|(what, mentor)| Deed::AddPermission { what, mentor }),
        1 => (number.clone(), number.clone()).prop_map(|(which, state)| Deed::StepPermission { which, state }),
        1 => number.clone().prop_map(|which| Deed::RemovePermission { which }),
        1 => (number.clone(), any::<bool>(), number)
            .prop_map(|(field, mentor, which)| Deed::RestoreAnswer { field, mentor, which }),
        3 => (0..1_000_usize, any::<bool>(), 0..1_000_usize)
            .prop_map(|(field, mentor, value)| Deed::Suggest { field, mentor, value }),
        3 => (0..1_000_usize, 0..1_000_usize).prop_map(|(which, how)| Deed::Decide { which, how }),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        2 => (0..200_i64).prop_map(|seconds| Deed::Pass { seconds }),
    ]
}

/// The questions and sections, which are the same in every relationship.
fn form(desk: &mut Desk, id: &str) -> &'static (Vec<Value>, Vec<Value>) {
    static FORM: OnceLock<(Vec<Value>, Vec<Value>)> = OnceLock::new();
    FORM.get_or_init(|| {
        let view = desk.call("agreement.get", json!({"relationship": id}));
        let sections = view["sections"].as_array().unwrap();
        let fields = sections
            .iter()
            .flat_map(|section| section["fields"].as_array().unwrap().clone())
            .filter(|field| !matches!(field["kind"].as_str().unwrap(), "goals" | "milestones"))
            .collect();
        (
            fields,
            sections
                .iter()
                .map(|section| section["section"].clone())
                .collect(),
        )
    })
}

fn value_for(field: &Value, choice: usize) -> Value {
    match field["kind"].as_str().unwrap() {
        "list" => {
            let lines = ["a", "b", "c", "d"];
            let taken = lines
                .iter()
                .enumerate()
                .filter(|(at, _)| choice & (1 << at) != 0);
            let mut taken: Vec<_> = taken.map(|(_, line)| *line).collect();
            if choice & 16 != 0 {
                taken.reverse();
            }
            json!(taken)
        }
        "choice" => {
            let options = field["options"].as_array().unwrap();
            options
                .get(choice % (options.len() + 1))
                .map_or(Value::Null, |option| option["key"].clone())
        }
        "number" => {
            let least = field["min"].as_i64().unwrap_or(0);
            json!(least + i64::try_from(choice % 3).unwrap())
        }
        "date" => json!(DATES[choice % DATES.len()]),
        "yes_no" => [json!(true), json!(false), Value::Null][choice % 3].clone(),
        _ => json!(TEXTS[choice % TEXTS.len()]),
    }
}

struct Scene {
    desk: Desk,
    id: String,
    seconds: i64,
}

impl Scene {
    fn new() -> Self {
        let mut desk = Desk::at("2026-03-11T10:00:00Z", "Europe/London");
        let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-09"));
        Self {
            desk,
            id,
            seconds: 0,
        }
    }

    /// Asks; a refusal is an answer too, and must change nothing.
    fn ask(&mut self, name: &str, mut request: Value) {
        request["relationship"] = json!(self.id);
        let before = self.desk.picture(&self.id);
        if self.desk.fairlead.call(name, request).is_err() {
            assert_eq!(before, self.desk.picture(&self.id), "{name} was refused");
        }
    }

    fn nth(&mut self, list: &str, which: usize) -> Option<Value> {
        let view = self
            .desk
            .call("agreement.get", json!({"relationship": self.id}));
        let ids = view[list].as_array().unwrap();
        ids.get(which % ids.len().max(1))
            .map(|item| item["id"].clone())
    }

    fn field(&mut self, field: usize, mentor: bool) -> (Value, Value) {
        let fields = &form(&mut self.desk, &self.id).0;
        let field = &fields[field % fields.len()];
        let side = match (field["owner"].as_str().unwrap(), mentor) {
            ("both", _) => Value::Null,
            (_, true) => json!("mentor"),
            (_, false) => json!("mentee"),
        };
        (field.clone(), side)
    }

    fn section(&mut self, section: usize) -> Value {
        let sections = &form(&mut self.desk, &self.id).1;
        sections[section % sections.len()].clone()
    }

    fn perform(&mut self, deed: &Deed) {
        match deed {
            Deed::Answer {
                field,
                mentor,
                value,
            } => {
                let (field, side) = self.field(*field, *mentor);
                let value = value_for(&field, *value);
                self.ask(
                    "answer.set",
                    json!({"field": field["field"], "side": side, "value": value}),
                );
            }
            Deed::RestoreAnswer {
                field,
                mentor,
                which,
            } => {
                let (field, side) = self.field(*field, *mentor);
                let history = self.desk.call(
                    "answer.history",
                    json!({"relationship": self.id, "field": field["field"], "side": side}),
                );
                let entries = history["entries"].as_array().unwrap();
                if let Some(entry) = entries.get(which % entries.len().max(1)) {
                    self.ask("answer.restore", json!({"edit": entry["edit"]}));
                }
            }
            Deed::Suggest {
                field,
                mentor,
                value,
            } => {
                let (field, side) = self.field(*field, *mentor);
                let place = json!({"kind": "answer", "field": field["field"], "side": side});
                let side = if *mentor { "mentor" } else { "mentee" };
                self.ask(
                    "suggestion.make",
                    json!({"place": place, "value": value_for(&field, *value), "side": side}),
                );
            }
            Deed::Decide { which, how } => {
                let list = json!({"relationship": self.id});
                let open = self.desk.call("suggestion.list", list)["open"].clone();
                let open = open.as_array().unwrap();
                if let Some(view) = open.get(which % open.len().max(1)) {
                    let calls = ["accept", "accept", "keep", "withdraw", "blend", "comment"];
                    let call = calls[how % calls.len()];
                    let mut request = json!({"suggestion": view["id"]});
                    match call {
                        "blend" => {
                            request["value"] = json!(TEXTS[how % 6]);
                            request["both"] = json!(how % 2 == 0);
                        }
                        "comment" => request["text"] = json!(TEXTS[how % 6]),
                        _ => {}
                    }
                    self.ask(&format!("suggestion.{call}"), request);
                }
            }
            Deed::AddGoal { title, rank } => {
                let horizon = if rank % 2 == 0 { "short" } else { "long" };
                self.ask(
                    "goal.add",
                    json!({"title": TEXTS[title % 6], "horizon": horizon,
                    "rank": if *rank == 0 { Value::Null } else { json!(rank) }}),
                );
            }
            Deed::ChangeGoal { which, title, rank } => {
                if let Some(goal) = self.nth("goals", *which) {
                    self.ask(
                        "goal.change",
                        json!({"goal": goal, "title": TEXTS[title % 6], "rank": rank}),
                    );
                }
            }
            Deed::MoveGoal { which, position } => {
                if let Some(goal) = self.nth("goals", *which) {
                    self.ask("goal.move", json!({"goal": goal, "position": position}));
                }
            }
            Deed::RemoveGoal { which } => {
                if let Some(goal) = self.nth("goals", *which) {
                    self.ask("goal.remove", json!({"goal": goal}));
                }
            }
            Deed::AddMilestone { name, on } => {
                self.ask(
                    "milestone.add",
                    json!({"name": TEXTS[name % 6], "on": DATES[on % 5]}),
                );
            }
            Deed::ChangeMilestone { which, name, on } => {
                if let Some(milestone) = self.nth("milestones", *which) {
                    self.ask("milestone.change",
                        json!({"milestone": milestone, "name": TEXTS[name % 6], "on": DATES[on % 5]}));
                }
            }
            Deed::RemoveMilestone { which } => {
                if let Some(milestone) = self.nth("milestones", *which) {
                    self.ask("milestone.remove", json!({"milestone": milestone}));
                }
            }
            Deed::Stand { section, standing } => {
                let section = self.section(*section);
                self.ask(
                    "section.stand",
                    json!({"section": section, "standing": STANDINGS[standing % 3]}),
                );
            }
            Deed::Connect { on } => {
                self.ask(
                    "relationship.update",
                    json!({"connectedOn": (["2026-03-01", "2026-03-09", "2026-03-11"][on % 3])}),
                );
            }
            Deed::AddHeading { title } => {
                self.ask(
                    "heading.add",
                    json!({"title": TEXTS[title % 6], "text": TEXTS[title % 5]}),
                );
            }
            Deed::ChangeHeading {
                which,
                title,
                standing,
            } => {
                if let Some(heading) = self.nth("headings", *which) {
                    self.ask(
                        "heading.change",
                        json!({"heading": heading, "text": TEXTS[title % 6],
                        "standing": STANDINGS[standing % 3]}),
                    );
                }
            }
            Deed::Word { section, text } => {
                let section = self.section(*section);
                self.ask(
                    "sentence.write",
                    json!({"section": section, "text": TEXTS[text % 6]}),
                );
            }
            Deed::Settle { section, take } => {
                let section = self.section(*section);
                let choice = if *take { "take" } else { "keep" };
                self.ask(
                    "sentence.settle",
                    json!({"section": section, "choice": choice}),
                );
            }
            Deed::Rename { section, title } => {
                let section = self.section(*section);
                self.ask(
                    "section.rename",
                    json!({"section": section, "title": TEXTS[title % 6]}),
                );
            }
            Deed::Arrange { which, position } => {
                let view = self
                    .desk
                    .call("agreement.get", json!({"relationship": self.id}));
                let order = view["order"].as_array().unwrap();
                let key = order[which % order.len()]["key"].clone();
                self.ask(
                    "section.move",
                    json!({"section": key, "position": position}),
                );
            }
            Deed::EndOn { which, ends } => {
                if let Some(milestone) = self.nth("milestones", *which) {
                    self.ask(
                        "milestone.change",
                        json!({"milestone": milestone, "ends": ends}),
                    );
                }
            }
            Deed::AddPermission { what, mentor } => {
                let (giver, state) = if *mentor {
                    ("mentor", "asked")
                } else {
                    ("mentee", "given")
                };
                self.ask(
                    "permission.add",
                    json!({"what": TEXTS[what % 6], "whom": "Mei", "giver": giver, "state": state}),
                );
            }
            Deed::StepPermission { which, state } => {
                if let Some(permission) = self.nth("permissions", *which) {
                    let state = ["asked", "given", "refused", "withdrawn"][state % 4];
                    self.ask(
                        "permission.step",
                        json!({"permission": permission, "state": state}),
                    );
                }
            }
            Deed::RemovePermission { which } => {
                if let Some(permission) = self.nth("permissions", *which) {
                    self.ask("permission.remove", json!({"permission": permission}));
                }
            }
            Deed::MoveHeading { which, position } => {
                if let Some(heading) = self.nth("headings", *which) {
                    self.ask(
                        "heading.move",
                        json!({"heading": heading, "position": position}),
                    );
                }
            }
            Deed::RemoveHeading { which } => {
                if let Some(heading) = self.nth("headings", *which) {
                    self.ask("heading.remove", json!({"heading": heading}));
                }
            }
            Deed::FinishRevisit => self.ask("revisit.finish", json!({})),
            Deed::Undo => self.ask("undo.back", json!({})),
            Deed::Redo => self.ask("undo.forward", json!({})),
            Deed::Pass { seconds } => {
                self.seconds += seconds;
                let at = chrono::DateTime::parse_from_rfc3339("2026-03-11T10:00:00Z").unwrap()
                    + chrono::TimeDelta::seconds(self.seconds);
                self.desk.set(&at.to_rfc3339());
            }
        }
    }

    /// Undoes or redoes as long as something is left, and answers how often.
    fn all(&mut self, name: &str, left: &str) -> usize {
        let mut times = 0;
        while !self
            .desk
            .call("undo.state", json!({"relationship": self.id}))[left]
            .is_null()
        {
            self.desk.call(name, json!({"relationship": self.id}));
            times += 1;
        }
        times
    }

    /// What can be seen, without the clocks on the wall.
    fn picture(&mut self) -> Value {
        let view = self
            .desk
            .call("agreement.get", json!({"relationship": self.id}));
        let mut relationship = self
            .desk
            .call("relationship.get", json!({"relationship": self.id}));
        for side in ["mentor", "mentee"] {
            relationship[side]["localTime"] = Value::Null;
        }
        json!([view, relationship])
    }
}

/// Where two pictures differ: a path, what stands there in the first, and in the second.
fn differences(path: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(ones), Value::Object(others)) if ones.len() == others.len() => {
            // What was undone is still in the history, and can still be looked at there.
            for (key, one) in ones.iter().filter(|(key, _)| *key != "recorded") {
                let other = others.get(key).unwrap_or(&Value::Null);
                differences(&format!("{path}.{key}"), one, other, found);
            }
        }
        (Value::Array(ones), Value::Array(others)) if ones.len() == others.len() => {
            for (at, (one, other)) in ones.iter().zip(others).enumerate() {
                differences(&format!("{path}.{at}"), one, other, found);
            }
        }
        _ if one != other => found.push(format!("{path}: {one} / {other}")),
        _ => {}
    }
}

fn same(one: &Value, other: &Value) -> Result<(), TestCaseError> {
    let mut found = Vec::new();
    differences("", one, other, &mut found);
    prop_assert!(found.is_empty(), "{:#?}", found);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn r60_every_history_replays_and_undo_and_redo_lead_back(deeds in vec(deed(), 1..40)) {
        let mut scene = Scene::new();
        let first = scene.picture();
        for deed in &deeds {
            scene.perform(deed);
        }
        scene.desk.fairlead.check().unwrap();
        // What was undone by hand and left so would be done again too.
        scene.all("undo.forward", "forward");
        let last = scene.picture();
        let back = scene.all("undo.back", "back");
        same(&scene.picture(), &first)?;
        scene.desk.fairlead.check().unwrap();
        let forward = scene.all("undo.forward", "forward");
        prop_assert_eq!(back, forward);
        same(&scene.picture(), &last)?;
        scene.desk.restart();
        same(&scene.picture(), &last)?;
        scene.desk.fairlead.check().unwrap();
    }
}
