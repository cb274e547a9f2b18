//! Coverage (R103) and finish (R104) of random plans against a slow, obvious model, and the shared record with them:
//! the tables are what the edits add up to, and undo leads back.

use super::{desk, goal, of};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};

#[derive(Debug, Clone)]
struct Planned {
    goal: usize,
    kind: usize,
    effort: Option<(u32, usize)>,
    start: Option<NaiveDate>,
    state: usize,
}

#[derive(Debug, Clone)]
enum Deed {
    Add(Planned),
    Change(usize, Planned),
    Remove(usize),
    Undo,
}

const KINDS: [&str; 3] = ["doing", "others", "stretch"];
const UNITS: [&str; 3] = ["hours", "days", "weeks"];
const STATES: [&str; 4] = ["not_started", "under_way", "done", "dropped"];

fn start() -> impl Strategy<Value = Option<NaiveDate>> {
    // Days around month ends, leap days and the turn of a year, and any others.
    let edges = [
        "2028-02-28",
        "2028-02-29",
        "2027-02-28",
        "2026-12-31",
        "2026-03-31",
    ];
    prop_oneof![
        Just(None),
        prop::sample::select(edges.to_vec()).prop_map(|day| day.parse().ok()),
        (0..3_000_i64).prop_map(|days| {
            NaiveDate::from_ymd_opt(2025, 1, 1)?.checked_add_signed(chrono::TimeDelta::days(days))
        }),
    ]
}

fn planned() -> impl Strategy<Value = Planned> {
    (
        0..2_usize,
        0..3_usize,
        prop::option::of((1..60_u32, 0..3_usize)),
        start(),
        0..4_usize,
    )
        .prop_map(|(goal, kind, effort, start, state)| Planned {
            goal,
            kind,
            effort,
            start,
            state,
        })
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => planned().prop_map(Deed::Add),
        2 => (0..10_usize, planned()).prop_map(|(at, planned)| Deed::Change(at, planned)),
        1 => (0..10_usize).prop_map(Deed::Remove),
        1 => Just(Deed::Undo),
    ]
}

/// The last day, counted on the fingers: one day after the other.
fn last_day(planned: &Planned) -> Option<NaiveDate> {
    let (count, unit) = planned.effort?;
    let mut day = planned.start?;
    let days = match unit {
        0 => 1,
        1 => count,
        _ => count * 7,
    };
    for _ in 1..days {
        day = day.succ_opt()?;
    }
    Some(day)
}

/// The kinds of some goals, one after the other.
fn kinds(model: &[(Value, Planned)], goals: &[usize]) -> usize {
    (0..3)
        .filter(|kind| {
            model.iter().any(|(_, each)| {
                each.kind == *kind && each.state != 3 && goals.contains(&each.goal)
            })
        })
        .count()
}

fn request(planned: &Planned, goals: &[Value]) -> Value {
    json!({
        "goal": goals[planned.goal],
        "title": "An activity",
        "kind": KINDS[planned.kind],
        "effort": planned.effort.map(|(count, unit)| json!({"count": count, "unit": UNITS[unit]})),
        "start": planned.start.map(|day| day.to_string()),
        "state": STATES[planned.state],
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn r103_r104_coverage_and_finish_are_those_of_a_slow_model(deeds in prop::collection::vec(deed(), 1..25)) {
        let (mut desk, id) = desk();
        let goals = [goal(&mut desk, &id, "One", Some(1)), goal(&mut desk, &id, "Two", None)];
        let mut model: Vec<(Value, Planned)> = Vec::new();
        let mut before: Vec<Vec<(Value, Planned)>> = Vec::new();
        for (at, deed) in deeds.iter().enumerate() {
            // Far enough apart that no change goes on with the one before.
            let minutes = at * 5;
            desk.clock.set(crate::desk::moment(
                &format!("2026-03-25T{:02}:{:02}:00Z", 9 + minutes / 60, minutes % 60),
                "Europe/London",
            ));
            match deed {
                Deed::Add(planned) => {
                    before.push(model.clone());
                    let plan = desk.call("activity.add", of(&id, request(planned, &goals)));
                    model.push((plan["id"].clone(), planned.clone()));
                }
                Deed::Change(which, planned) if !model.is_empty() => {
                    let which = which % model.len();
                    let mut change = of(&id, request(planned, &goals));
                    change["activity"] = model[which].0.clone();
                    change["start"] = json!(planned.start.map_or_else(String::new, |day| day.to_string()));
                    change["effort"] = planned.effort.map_or(json!({"count": 0, "unit": "days"}), |(count, unit)| {
                        json!({"count": count, "unit": UNITS[unit]})
                    });
                    let back = |desk: &mut crate::desk::Desk| desk.call("undo.state", json!({"relationship": id}))["back"].clone();
                    let picture = desk.call("plan.get", of(&id, json!({})))["goals"].clone();
                    let plan = desk.call("activity.change", change);
                    // A change that changes nothing is no deed.
                    if plan["goals"] != picture {
                        before.push(model.clone());
                        prop_assert_eq!(back(&mut desk), "changing the activity “An activity”");
                    }
                    model[which].1 = planned.clone();
                }
                Deed::Remove(which) if !model.is_empty() => {
                    before.push(model.clone());
                    let which = which % model.len();
                    let (activity, _) = model.remove(which);
                    desk.call("activity.remove", of(&id, json!({"activity": activity})));
                }
                Deed::Undo => {
                    if let Some(then) = before.pop() {
                        desk.call("undo.back", of(&id, json!({})));
                        model = then;
                    }
                }
                Deed::Change(..) | Deed::Remove(_) => {}
            }
        }
        let plan = desk.call("plan.get", of(&id, json!({})));
        prop_assert_eq!(&plan["coverage"]["count"], &json!(kinds(&model, &[0, 1])));
        let mut shown = 0;
        for at in 0..2 {
            let view = &plan["goals"][at];
            prop_assert_eq!(&view["coverage"]["count"], &json!(kinds(&model, &[at])));
            for activity in view["activities"].as_array().unwrap() {
                let (_, planned) = model.iter().find(|(id, _)| *id == activity["id"]).unwrap();
                let finish = last_day(planned).map(|day| day.to_string());
                prop_assert_eq!(&activity["finish"]["date"], &json!(finish));
                prop_assert_eq!(planned.goal, at);
                shown += 1;
            }
        }
        prop_assert_eq!(shown, model.len());
        let dated = model.iter().filter(|(_, each)| each.start.is_some() && each.state != 3);
        let last = dated.clone().filter_map(|(_, each)| last_day(each).or(each.start)).max();
        prop_assert_eq!(&plan["timeline"]["to"]["date"], &json!(last.map(|day| day.to_string())));
        prop_assert_eq!(&plan["dated"], &json!(dated.count() > 0));
        desk.fairlead.check().unwrap();
    }
}
