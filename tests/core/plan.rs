//! The action plan: ranks, activities, coverage, dates, resources, milestones, versions (R88, R98 to R105, R137, R138).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

mod journal;
mod random;
mod screens;

use crate::desk::Desk;
use serde_json::{Value, json};

/// Daniel's desk with Ruth as his mentor, on the day of step 1 of J5.
pub fn desk() -> (Desk, String) {
    let mut desk = Desk::at("2026-03-25T09:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-11"));
    (desk, id)
}

pub fn of(id: &str, more: Value) -> Value {
    let mut request = more;
    request["relationship"] = json!(id);
    request
}

pub fn goal(desk: &mut Desk, id: &str, title: &str, rank: Option<u32>) -> Value {
    let request = of(
        id,
        json!({"title": title, "horizon": "short", "rank": rank}),
    );
    desk.call("goal.add", request)["id"].clone()
}

fn ranks(desk: &mut Desk, id: &str) -> Vec<(String, Value)> {
    let plan = desk.call("plan.get", of(id, json!({})));
    let goals = plan["goals"].as_array().unwrap();
    goals
        .iter()
        .map(|goal| {
            (
                goal["title"].as_str().unwrap().to_owned(),
                goal["rank"].clone(),
            )
        })
        .collect()
}

fn named(pairs: &[(&str, Option<u32>)]) -> Vec<(String, Value)> {
    pairs
        .iter()
        .map(|(title, rank)| ((*title).to_owned(), json!(rank)))
        .collect()
}

#[test]
fn r88_ranking_a_fourth_goal_asks_which_one_gives_its_rank_up() {
    let (mut desk, id) = desk();
    let one = goal(&mut desk, &id, "One", Some(1));
    goal(&mut desk, &id, "Two", Some(2));
    let three = goal(&mut desk, &id, "Three", Some(3));
    let four = goal(&mut desk, &id, "Four", None);
    let plan = desk.call("plan.get", of(&id, json!({})));
    assert_eq!(plan["ranked"], "3 of 3 ranked");
    for (call, request) in [
        ("goal.change", json!({"goal": four, "rank": 2})),
        (
            "goal.add",
            json!({"title": "Five", "horizon": "long", "rank": 1}),
        ),
    ] {
        let refused = desk.refuse(call, of(&id, request));
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("three_ranked", Some("unrank"))
        );
        assert!(
            refused.message.contains("1 “One”, 2 “Two”, 3 “Three”"),
            "{}",
            refused.message
        );
    }
    let refused = desk.refuse(
        "goal.change",
        of(&id, json!({"goal": four, "rank": 2, "unrank": four})),
    );
    assert_eq!(refused.code, "not_ranked");
    desk.call(
        "goal.change",
        of(&id, json!({"goal": four, "rank": 2, "unrank": three})),
    );
    let asked = named(&[
        ("One", Some(1)),
        ("Four", Some(2)),
        ("Two", Some(3)),
        ("Three", None),
    ]);
    assert_eq!(ranks(&mut desk, &id), asked);
    desk.call("undo.back", of(&id, json!({})));
    assert_eq!(
        ranks(&mut desk, &id),
        named(&[
            ("One", Some(1)),
            ("Two", Some(2)),
            ("Three", Some(3)),
            ("Four", None)
        ]),
        "one deed"
    );
    desk.call("goal.change", of(&id, json!({"goal": one, "rank": 3})));
    assert_eq!(
        ranks(&mut desk, &id),
        named(&[
            ("Two", Some(1)),
            ("Three", Some(2)),
            ("One", Some(3)),
            ("Four", None)
        ]),
        "R101: the others move up"
    );
}

#[test]
fn goals_are_reached_changed_or_dropped_on_a_day_and_can_be_open_again() {
    let (mut desk, id) = desk();
    let one = goal(&mut desk, &id, "One", Some(1));
    desk.set("2026-03-25T12:00:00Z");
    let stand = |more: Value| {
        let mut request = of(&id, more);
        request["goal"] = one.clone();
        request
    };
    let goals = desk.call(
        "goal.stand",
        stand(json!({"state": "reached", "on": "2026-03-24"})),
    );
    assert_eq!(goals["goals"][0]["state"], "reached");
    assert_eq!(goals["goals"][0]["since"]["words"], "Tuesday 24 March 2026");
    let refused = desk.refuse(
        "goal.stand",
        stand(json!({"state": "dropped", "on": "2026-03-26"})),
    );
    assert_eq!(refused.code, "in_the_future");
    let goals = desk.call("goal.stand", stand(json!({"state": "dropped"})));
    assert_eq!(goals["goals"][0]["since"]["date"], "2026-03-25");
    let history = desk.call("goal.history", of(&id, json!({"goal": one})));
    assert!(
        history["entries"][0]["text"]
            .as_str()
            .unwrap()
            .ends_with("Dropped on Wednesday 25 March 2026")
    );
    let goals = desk.call("goal.stand", stand(json!({"state": "open"})));
    assert_eq!(goals["goals"][0]["since"], Value::Null);
    let first = history["entries"].as_array().unwrap().last().unwrap()["edit"].clone();
    desk.call("goal.stand", stand(json!({"state": "changed"})));
    let goals = desk.call("goal.restore", of(&id, json!({"edit": first})));
    assert_eq!(goals["goals"][0]["state"], "open");
}

#[test]
fn r102_r104_activities_are_dated_and_their_end_is_computed() {
    let (mut desk, id) = desk();
    let one = goal(&mut desk, &id, "One", Some(1));
    let add = |desk: &mut Desk, more: Value| {
        let mut request = of(&id, more);
        request["goal"] = one.clone();
        desk.call("activity.add", request)
    };
    let plan = add(
        &mut desk,
        json!({"title": "Over the leap day", "kind": "doing", "effort": {"count": 2, "unit": "days"}, "start": "2028-02-29"}),
    );
    let activity = plan["id"].clone();
    let read = |plan: &Value| plan["goals"][0]["activities"][0].clone();
    assert_eq!(read(&plan)["finish"]["date"], "2028-03-01");
    assert_eq!(read(&plan)["effortWords"], "2 days");
    assert_eq!(read(&plan)["ownerName"], "Priya Raman", "the mentee");
    let change = |more: Value| {
        let mut request = of(&id, more);
        request["activity"] = activity.clone();
        request
    };
    let refused = desk.refuse("activity.change", change(json!({"finish": "2028-03-05"})));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("computed", Some("finish"))
    );
    let plan = desk.call(
        "activity.change",
        change(json!({"effort": {"count": 5, "unit": "hours"}, "finish": "2028-03-05"})),
    );
    assert_eq!(read(&plan)["finish"]["date"], "2028-03-05");
    assert_eq!(read(&plan)["finishMoved"], true);
    let refused = desk.refuse("activity.change", change(json!({"finish": "2028-02-28"})));
    assert_eq!(refused.code, "wrong_order");
    let plan = desk.call(
        "activity.change",
        change(json!({"effort": {"count": 1, "unit": "weeks"}})),
    );
    assert_eq!(
        (&read(&plan)["finish"]["date"], &read(&plan)["finishMoved"]),
        (&json!("2028-03-06"), &json!(false)),
        "weeks end where they end"
    );
    let refused = desk.refuse(
        "activity.change",
        change(json!({"effort": {"count": 521, "unit": "weeks"}})),
    );
    assert_eq!(refused.field.as_deref(), Some("effort"));
    let refused = desk.refuse("activity.change", change(json!({"start": "2199-12-30"})));
    assert_eq!(refused.code, "out_of_range");
    let plan = desk.call(
        "activity.change",
        change(json!({"state": "done", "since": "2026-03-20", "learned": "Fewer words."})),
    );
    assert_eq!(
        (&read(&plan)["since"]["date"], &read(&plan)["learned"]),
        (&json!("2026-03-20"), &json!("Fewer words.")),
        "R106"
    );
    let plan = desk.call("activity.change", change(json!({"start": ""})));
    assert_eq!(
        (&read(&plan)["start"], &read(&plan)["finish"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(plan["timeline"], Value::Null);
}

#[test]
fn r103_the_meter_counts_per_goal_and_for_the_plan_and_never_blocks() {
    let (mut desk, id) = desk();
    let one = goal(&mut desk, &id, "One", Some(1));
    let two = goal(&mut desk, &id, "Two", Some(2));
    let mut add = |goal: &Value, kind: &str| {
        desk.call(
            "activity.add",
            of(&id, json!({"goal": goal, "title": kind, "kind": kind})),
        )
    };
    add(&one, "doing");
    add(&two, "others");
    let plan = add(&two, "others");
    let last = plan["id"].clone();
    assert_eq!(plan["goals"][0]["coverage"]["count"], 1);
    assert_eq!(
        plan["goals"][1]["coverage"]["hint"],
        "Only one kind so far: from others. What could you learn by doing, or as a stretch?"
    );
    assert_eq!(plan["coverage"]["words"], "2 of 3 kinds");
    assert_eq!(
        plan["coverage"]["hint"],
        "Two kinds so far. What could you learn as a stretch?"
    );
    desk.call(
        "activity.change",
        of(&id, json!({"activity": last, "kind": "stretch"})),
    );
    let plan = desk.call(
        "activity.change",
        of(&id, json!({"activity": last, "state": "dropped"})),
    );
    assert_eq!(
        plan["coverage"]["count"], 2,
        "what was let go counts for nothing"
    );
    let plan = desk.call(
        "activity.change",
        of(&id, json!({"activity": last, "state": "under_way"})),
    );
    assert_eq!(plan["coverage"]["count"], 3);
    desk.call(
        "goal.stand",
        of(&id, json!({"goal": two, "state": "dropped"})),
    );
    let plan = desk.call("plan.get", of(&id, json!({})));
    assert_eq!(plan["coverage"]["count"], 1);
}

#[test]
fn r100_resources_carry_their_author_and_go_with_their_goal() {
    let (mut desk, id) = desk();
    let one = goal(&mut desk, &id, "One", Some(1));
    let add = |more: Value| {
        let mut request = of(&id, more);
        request["goal"] = one.clone();
        request
    };
    desk.call(
        "activity.add",
        add(json!({"title": "Read it", "kind": "others"})),
    );
    let plan = desk.call(
        "resource.add",
        add(json!({"kind": "book", "title": "On forecasts", "side": "mentor"})),
    );
    let book = plan["id"].clone();
    let plan = desk.call(
        "resource.add",
        add(
            json!({"kind": "link", "title": "The dashboard", "place": "https://example.org/board"}),
        ),
    );
    let resources = plan["goals"][0]["resources"].clone();
    assert_eq!(
        (&resources[0]["author"], &resources[1]["author"]),
        (&json!("Ruth Kessler"), &json!("Priya Raman"))
    );
    let plan = desk.call(
        "resource.change",
        of(&id, json!({"resource": book, "note": "Chapter 3"})),
    );
    assert_eq!(plan["goals"][0]["resources"][0]["note"], "Chapter 3");
    desk.call("goal.remove", of(&id, json!({"goal": one})));
    let two = goal(&mut desk, &id, "Two", None);
    let refused = desk.refuse(
        "resource.change",
        of(&id, json!({"resource": book, "goal": two})),
    );
    assert_eq!(refused.code, "not_found", "it went with its goal");
    desk.call("undo.back", of(&id, json!({})));
    desk.call("undo.back", of(&id, json!({})));
    let plan = desk.call("plan.get", of(&id, json!({})));
    assert_eq!(plan["goals"][0]["resources"], {
        let mut all = resources;
        all[0]["note"] = json!("Chapter 3");
        all
    });
    assert_eq!(plan["goals"][0]["activities"][0]["title"], "Read it");
    desk.call("resource.remove", of(&id, json!({"resource": book})));
    desk.fairlead.check().unwrap();
}

#[test]
fn r137_r138_milestones_have_evidence_and_a_rating_and_lie_in_the_year() {
    let (mut desk, id) = desk();
    let one = goal(&mut desk, &id, "One", Some(1));
    desk.call(
        "plan.change",
        of(
            &id,
            json!({"careerGoal": "Head of data", "situation": "Analyst, three years"}),
        ),
    );
    let made = desk.call(
        "milestone.add",
        of(
            &id,
            json!({"name": "Review", "on": "2027-02-28", "evidence": "The form is signed", "rating": "stretch"}),
        ),
    );
    let milestone = made["id"].clone();
    desk.call(
        "milestone.add",
        of(&id, json!({"name": "Later", "on": "2027-03-01"})),
    );
    desk.call(
        "activity.add",
        of(
            &id,
            json!({"goal": one, "title": "Long", "kind": "stretch", "effort": {"count": 6, "unit": "weeks"}, "start": "2026-03-31"}),
        ),
    );
    let plan = desk.call("plan.get", of(&id, json!({})));
    assert_eq!(
        (&plan["careerGoal"], &plan["situation"]),
        (&json!("Head of data"), &json!("Analyst, three years"))
    );
    let lane = plan["lane"].as_array().unwrap();
    let names: Vec<_> = lane.iter().map(|month| &month["name"]).collect();
    assert_eq!(
        (names.len(), names[0], names[11]),
        (12, &json!("March 2026"), &json!("February 2027"))
    );
    assert_eq!(lane[11]["milestones"][0]["rating"], "A stretch");
    let part = |at: usize| {
        let action = &lane[at]["actions"][0];
        (action["starts"].clone(), action["ends"].clone())
    };
    assert_eq!(part(0), (json!(true), json!(false)));
    assert_eq!(part(1), (json!(false), json!(false)));
    assert_eq!(part(2), (json!(false), json!(true)), "to 11 May 2026");
    assert_eq!(lane[3]["actions"], json!([]));
    let rated = desk.call(
        "milestone.change",
        of(&id, json!({"milestone": milestone, "rating": "none"})),
    );
    assert_eq!(rated["milestones"][0]["rating"], Value::Null);
    assert_eq!(rated["milestones"][0]["evidence"], "The form is signed");
}

#[test]
fn r105_c33_going_through_the_plan_keeps_versions_and_takes_the_mark_away() {
    let (mut desk, id) = desk();
    let refused = desk.refuse("plan.review", of(&id, json!({})));
    assert_eq!(refused.code, "no_goals");
    let one = goal(&mut desk, &id, "One", Some(1));
    let plan = desk.call("plan.get", of(&id, json!({})));
    assert_eq!(plan["mark"], "in progress", "C33");
    let refused = desk.refuse("plan.compare", of(&id, json!({})));
    assert_eq!(refused.code, "no_versions");
    let plan = desk.call("plan.review", of(&id, json!({})));
    assert_eq!(
        (&plan["mark"], &plan["versions"][0]["number"]),
        (&Value::Null, &json!(1))
    );
    desk.set("2026-04-02T09:00:00Z");
    let plan = desk.call("plan.review", of(&id, json!({})));
    assert_eq!(
        plan["versions"].as_array().unwrap().len(),
        1,
        "nothing changed"
    );
    assert_eq!(plan["reviewedOn"]["date"], "2026-04-02");
    desk.call(
        "activity.add",
        of(
            &id,
            json!({"goal": one, "title": "Ask Mei", "kind": "others"}),
        ),
    );
    desk.call(
        "goal.change",
        of(&id, json!({"goal": one, "measure": "Both teams say so"})),
    );
    let plan = desk.call("plan.get", of(&id, json!({})));
    assert_eq!(plan["versions"][0]["changes"], 2);
    assert_eq!(plan["mark"], Value::Null, "a later edit is no new draft");
    let told = desk.call("plan.compare", of(&id, json!({})));
    assert_eq!(
        (&told["from"], &told["to"]),
        (
            &json!("Version 1, Wednesday 25 March 2026"),
            &json!("The plan now")
        )
    );
    assert_eq!(
        told["differences"],
        json!([
            {"change": "added", "what": "the measure of “One”", "before": "", "after": "Both teams say so"},
            {"change": "added", "what": "the activity “Ask Mei”", "before": "", "after": "from others, mentee, not started"},
        ])
    );
    desk.call("plan.review", of(&id, json!({})));
    let told = desk.call("plan.compare", of(&id, json!({"from": 2, "to": 1})));
    assert_eq!(told["differences"][1]["change"], "removed");
    let refused = desk.refuse("plan.compare", of(&id, json!({"from": 3})));
    assert_eq!(refused.field.as_deref(), Some("from"));
}

#[test]
fn r105_the_plan_knows_when_it_was_touched_and_that_it_is_still_right() {
    let (mut desk, id) = desk();
    let touched = |desk: &mut Desk| desk.call("plan.get", of(&id, json!({})))["touched"].clone();
    assert_eq!(touched(&mut desk), Value::Null);
    let one = goal(&mut desk, &id, "One", None);
    assert_eq!(
        touched(&mut desk),
        "Last changed on Wednesday 25 March 2026, by Priya Raman"
    );
    desk.set("2026-04-24T09:00:00Z");
    desk.answer(&id, "template.2.purposes", json!(["Other things"]));
    assert_eq!(
        touched(&mut desk),
        "Last changed on Wednesday 25 March 2026, by Priya Raman",
        "the agreement is not the plan"
    );
    let plan = desk.call("plan.still_right", of(&id, json!({})));
    assert_eq!(plan["touchedOn"]["date"], "2026-04-24");
    assert_eq!(
        plan["touched"],
        "Priya Raman said on Friday 24 April 2026 that it is still right"
    );
    desk.set("2026-04-25T09:00:00Z");
    desk.call(
        "activity.add",
        of(&id, json!({"goal": one, "title": "A", "kind": "doing"})),
    );
    assert_eq!(
        touched(&mut desk),
        "Last changed on Saturday 25 April 2026, by Priya Raman"
    );
    let history = desk.call("plan.history", of(&id, json!({})));
    let told: Vec<_> = history["deeds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|deed| {
            (
                deed["what"].as_str().unwrap(),
                deed["when"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Adding the activity “A”", "Saturday 25 April 2026, 10:00"),
            (
                "Saying that the plan is still right",
                "Friday 24 April 2026, 10:00"
            ),
            ("Adding the goal “One”", "Wednesday 25 March 2026, 09:00"),
        ]
    );
}

#[test]
fn activities_move_among_those_of_their_goal_alone() {
    let (mut desk, id) = desk();
    let goals = [
        goal(&mut desk, &id, "One", Some(1)),
        goal(&mut desk, &id, "Two", Some(2)),
    ];
    let mut last = Value::Null;
    for (goal, title) in [(0, "a"), (1, "x"), (0, "b"), (1, "y"), (0, "c")] {
        let plan = desk.call(
            "activity.add",
            of(
                &id,
                json!({"goal": goals[goal], "title": title, "kind": "doing"}),
            ),
        );
        last = plan["id"].clone();
    }
    let order = |plan: &Value, goal: usize| -> String {
        let activities = plan["goals"][goal]["activities"].as_array().unwrap();
        activities
            .iter()
            .map(|each| each["title"].as_str().unwrap())
            .collect()
    };
    let plan = desk.call(
        "activity.move",
        of(&id, json!({"activity": last, "position": 1})),
    );
    assert_eq!(
        (order(&plan, 0), order(&plan, 1)),
        ("cab".into(), "xy".into())
    );
    let plan = desk.call(
        "activity.change",
        of(&id, json!({"activity": last, "goal": goals[1]})),
    );
    assert_eq!(
        (order(&plan, 0), order(&plan, 1)),
        ("ab".into(), "cxy".into())
    );
    let plan = desk.call(
        "activity.move",
        of(&id, json!({"activity": last, "position": 9})),
    );
    assert_eq!(
        (order(&plan, 0), order(&plan, 1)),
        ("ab".into(), "xyc".into())
    );
}
