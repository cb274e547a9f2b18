//! Planning sessions: patterns, series, times to choose from, what was agreed for a change, the pace.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected fails, and says where"
)]

use crate::calendar::series;
use crate::sessions::Pair;
use fairlead_core::domain::dates;
use fairlead_core::domain::session::{
    Kind, Session, Stage, StreakLevel, arrange, longest_streak, new_times_by, streak,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn texts(list: &Value, key: &str) -> Vec<String> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|one| one[key].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn j6_r143_a_series_is_booked_in_one_go_and_told_on_both_clocks() {
    let mut pair = Pair::at("2026-03-11T10:00:00Z");
    let request = json!({"from": "2026-03-25", "at": "14:00", "times": 7, "count": 6, "unit": "weeks", "minutes": 90});
    let preview = pair.ask("series.preview", request);
    assert_eq!(preview["words"], "7 sessions of 90 minutes, every 6 weeks");
    assert_eq!(pair.list()["sessions"], json!([]), "nothing is booked yet");
    let booked = series(&mut pair);
    let sessions = &booked["sessions"];
    assert_eq!(
        texts(sessions, "on"),
        [
            "2026-03-25",
            "2026-05-06",
            "2026-06-17",
            "2026-07-29",
            "2026-09-09",
            "2026-10-21",
            "2026-12-02"
        ]
    );
    let clocks = |side: usize| -> Vec<String> {
        sessions
            .as_array()
            .unwrap()
            .iter()
            .map(|session| session["people"][side]["time"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        clocks(0),
        ["14:00"; 7],
        "R92: it stays what Daniel's clock shows"
    );
    let mut toronto = ["09:00"; 7];
    toronto[0] = "10:00";
    assert_eq!(clocks(1), toronto, "R92");
    assert_eq!(sessions[0]["state"], "proposed");
    let accepted = pair.ask("session.confirm", json!({"series": booked["series"]}));
    assert_eq!(texts(&accepted["sessions"], "state"), ["confirmed"; 7]);
    assert_eq!(accepted["left"], 7, "R25");
    // Booked twice by mistake it is refused, and one undo takes the acceptance back.
    let again =
        json!({"from": "2026-03-25", "at": "14:00", "times": 2, "count": 6, "unit": "weeks"});
    assert_eq!(pair.refuse("series.book", again).0, "exists");
    let undo = pair.ask("undo.state", json!({}));
    assert!(undo.to_string().contains("confirming 7 sessions"), "{undo}");
    pair.ask("undo.back", json!({}));
    pair.ask("undo.back", json!({}));
    assert_eq!(pair.list()["sessions"], json!([]));
    pair.desk.fairlead.check().unwrap();
}

#[test]
fn r1_a_meeting_fixed_beside_a_series_leaves_the_series_as_it_is() {
    let mut pair = Pair::at("2026-03-02T10:00:00Z");
    let booked = series(&mut pair);
    assert_eq!(booked["sessions"][0]["kind"], "first");
    let meeting = json!({"on": "2026-03-11", "at": "15:00"});
    pair.ask("first_meeting.set", json!({"meeting": meeting}));
    let list = pair.list();
    assert_eq!(list["sessions"].as_array().unwrap().len(), 8);
    assert_eq!(
        texts(&list["sessions"], "kind")[..2],
        ["first", "regular"].map(str::to_owned)
    );
    assert_eq!(
        texts(&list["sessions"], "on")[..2],
        ["2026-03-11", "2026-03-25"].map(str::to_owned)
    );
    pair.desk.fairlead.check().unwrap();
}

#[test]
fn j6_a_series_of_the_mentors_stays_on_the_mentors_clock() {
    let mut pair = Pair::at("2026-03-02T10:00:00Z");
    // Toronto changes its clocks on 8 March, London on 29 March.
    let booked = pair.ask(
        "series.book",
        json!({"from": "2026-03-04", "at": "09:00", "times": 3, "count": 2, "unit": "weeks", "proposedBy": "mentor"}),
    );
    assert_eq!(
        texts(&booked["sessions"], "utc"),
        [
            "2026-03-04T14:00:00Z",
            "2026-03-18T13:00:00Z",
            "2026-04-01T13:00:00Z"
        ]
    );
    assert_eq!(booked["sessions"][0]["zone"], "America/Toronto");
}

#[test]
fn r141_r90_the_pattern_has_three_presets_or_is_an_own_one_and_makes_the_series() {
    let mut pair = Pair::at("2026-03-11T10:00:00Z");
    let view = pair.ask("pattern.get", json!({}));
    let minutes: Vec<_> = view["presets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|preset| preset["minutesAMonth"].as_u64().unwrap())
        .collect();
    assert_eq!(minutes, [60, 65, 65], "R141");
    assert_eq!(view["words"], Value::Null);
    let refused = pair.refuse(
        "series.preview",
        json!({"from": "2026-03-25", "at": "14:00", "times": 2}),
    );
    assert_eq!(refused, ("empty".to_owned(), Some("count".to_owned())));
    let view = pair.ask(
        "pattern.set",
        json!({"cadence": "six_weeks_90", "when": "Wednesdays at 14:00", "place": "Video call"}),
    );
    assert_eq!(view["words"], "90 minutes every 6 weeks");
    let id = pair.id.clone();
    let cadence = pair.desk.value(&id, "template.5.cadence", None);
    assert_eq!(cadence, "six_weeks_90", "R30: the agreement says the same");
    let booked = pair.ask(
        "series.book",
        json!({"from": "2026-03-25", "at": "14:00", "times": 2}),
    );
    let second = &booked["sessions"][1];
    assert_eq!(
        (&second["on"], &second["minutes"], &second["place"]),
        (&json!("2026-05-06"), &json!(90), &json!("Video call"))
    );
    let view = pair.ask(
        "pattern.set",
        json!({"count": 3, "unit": "weeks", "minutes": 45}),
    );
    assert_eq!(
        (&view["cadence"], &view["words"]),
        (&json!("own"), &json!("45 minutes every 3 weeks"))
    );
    let why = "A project may need one of us for a month.";
    pair.desk.answer(&id, "area.2.why_change", json!(why));
    let view = pair.ask("pattern.get", json!({}));
    assert_eq!(view["whyChange"], why, "R31");
    pair.desk.fairlead.check().unwrap();
}

#[test]
fn r12_times_to_avoid_and_days_off_are_warned_of_and_never_block() {
    let mut pair = Pair::at("2026-03-11T10:00:00Z");
    pair.ask(
        "times.mark",
        json!({"side": "mentor", "times": [{"day": "wednesday", "part": "early_morning", "mark": "avoid"}]}),
    );
    // 13:30 in London is 08:30 in Toronto, but 09:30 in the weeks between the two changes of the clocks.
    let request =
        json!({"from": "2026-03-25", "at": "13:30", "times": 2, "count": 1, "unit": "weeks"});
    let times = pair.ask("series.preview", request.clone())["times"].clone();
    assert_eq!(times[0]["warnings"], json!([]));
    assert_eq!(
        times[1]["warnings"],
        json!(["Wednesday at 08:30 is a time that Ruth would rather avoid. Is there another one?"])
    );
    let booked = pair.ask("series.book", request);
    assert_eq!(
        booked["sessions"][1]["warnings"].as_array().unwrap().len(),
        1
    );
    let sunday =
        json!({"from": "2026-03-29", "at": "15:00", "times": 1, "count": 1, "unit": "weeks"});
    let times = pair.ask("series.preview", sunday)["times"].clone();
    assert_eq!(
        times[0]["warnings"],
        json!(["Sunday 29 March 2026 is a day on which many people do not work."])
    );
}

#[test]
fn r142_up_to_three_times_are_proposed_and_the_other_person_chooses() {
    let mut pair = Pair::at("2026-03-11T10:00:00Z");
    let slots = json!([{"on": "2026-03-25", "at": "14:00"}, {"on": "2026-03-26", "at": "15:00"}, {"on": "2026-04-01", "at": "14:00"}]);
    let made = pair.ask("slot.propose", json!({"slots": slots, "minutes": 90}));
    let proposal = &made["proposals"][0];
    assert_eq!(
        (&proposal["name"], &proposal["state"]),
        (&json!("Daniel Ferreira"), &json!("open"))
    );
    assert_eq!(proposal["slots"][0]["people"][1]["time"], "10:00", "R92");
    assert_eq!(proposal["slots"][2]["people"][1]["time"], "09:00", "R92");
    assert_eq!(made["sessions"], json!([]));
    let id = made["proposal"].clone();
    let chosen = pair.ask("slot.choose", json!({"proposal": id, "slot": 3}));
    let session = &chosen["sessions"][0];
    assert_eq!(
        (&session["on"], &session["state"], &session["minutes"]),
        (&json!("2026-04-01"), &json!("confirmed"), &json!(90))
    );
    assert_eq!(chosen["proposals"][0]["chosen"], 3);
    assert_eq!(
        pair.refuse("slot.choose", json!({"proposal": id, "slot": 1}))
            .0,
        "came_to_an_end"
    );

    // New times for that session: choosing one moves it, and the one who proposed has moved it.
    let slots = json!([{"on": "2026-04-02", "at": "09:00"}]);
    let made = pair.ask(
        "slot.propose",
        json!({"slots": slots, "session": session["id"], "proposedBy": "mentor"}),
    );
    let chosen = pair.ask(
        "slot.choose",
        json!({"proposal": made["proposal"], "slot": 1}),
    );
    let moved = &chosen["sessions"][0];
    assert_eq!(moved["id"], session["id"]);
    assert_eq!(
        (&moved["utc"], &moved["zone"], &moved["sequence"]),
        (
            &json!("2026-04-02T13:00:00Z"),
            &json!("America/Toronto"),
            &json!(1)
        )
    );
    assert_eq!(chosen["ledger"]["counts"][1]["moves"], 1);

    let many = json!([{"on": "2026-05-01", "at": "14:00"}, {"on": "2026-05-02", "at": "14:00"}, {"on": "2026-05-03", "at": "14:00"}, {"on": "2026-05-04", "at": "14:00"}]);
    assert_eq!(
        pair.refuse("slot.propose", json!({"slots": many})).0,
        "out_of_range"
    );
    let past = json!([{"on": "2026-03-11", "at": "09:59"}]);
    assert_eq!(
        pair.refuse("slot.propose", json!({"slots": past})).0,
        "in_the_past"
    );
    let made = pair.ask(
        "slot.propose",
        json!({"slots": [{"on": "2026-05-01", "at": "14:00"}]}),
    );
    let list = pair.ask("slot.decline", json!({"proposal": made["proposal"]}));
    assert_eq!(list["proposals"][0]["state"], "none_fits");
    let made = pair.ask(
        "slot.propose",
        json!({"slots": [{"on": "2026-05-02", "at": "14:00"}]}),
    );
    let list = pair.ask("slot.withdraw", json!({"proposal": made["proposal"]}));
    assert_eq!(list["proposals"][0]["state"], "withdrawn");
    pair.desk.fairlead.check().unwrap();
}

#[test]
fn r70_what_was_agreed_is_offered_when_a_session_is_moved_or_cancelled() {
    let mut pair = Pair::at("2026-06-12T10:00:00Z");
    let id = pair.id.clone();
    pair.desk.answer(&id, "template.5.postpone", json!("move"));
    pair.desk.answer(&id, "template.5.postpone_days", json!(7));
    let june = pair.add("2026-06-17", "14:00", json!({}));
    let offered = pair.ask("session.contingency", json!({"session": june}));
    assert_eq!(offered["notice"]["words"], "5 days");
    assert_eq!(offered["warning"], Value::Null);
    let first = &offered["offers"][0];
    assert_eq!(
        (&first["kind"], &first["agreed"], &first["words"]),
        (
            &json!("move"),
            &json!(true),
            &json!("Find a new date by Wednesday 24 June 2026")
        )
    );
    assert_eq!(texts(&offered["offers"], "kind"), ["move", "call", "skip"]);
    let moved = pair.ask("session.move", json!({"session": june, "on": "2026-06-18"}));
    assert_eq!(
        moved["contingency"]["offers"][0]["until"]["date"],
        "2026-06-24"
    );
    assert_eq!(
        moved["contingency"]["warning"],
        "This session has been moved once already. Is there a time that is safer for you both?",
        "R20: before the second move"
    );
    // Cancelled on a Friday: two new times by Wednesday.
    let list = pair.ask("session.cancel", json!({"session": june}));
    assert_eq!(list["contingency"]["newTimesBy"]["date"], "2026-06-17");
    let owed = &list["ledger"]["lines"][0]["newTimes"];
    assert_eq!(
        (&owed["done"], &owed["words"]),
        (
            &json!(false),
            &json!("Daniel Ferreira proposes two new times by Wednesday 17 June 2026.")
        )
    );
    let slots = json!([{"on": "2026-06-22", "at": "14:00"}, {"on": "2026-06-23", "at": "14:00"}]);
    let made = pair.ask("slot.propose", json!({"slots": slots, "session": june}));
    assert_eq!(made["ledger"]["lines"][0]["newTimes"]["done"], true);
    let chosen = pair.ask(
        "slot.choose",
        json!({"proposal": made["proposal"], "slot": 2}),
    );
    assert_eq!(
        texts(&chosen["sessions"], "state"),
        ["cancelled", "confirmed"]
    );
    pair.desk.answer(&id, "template.5.postpone", json!("skip"));
    assert_eq!(pair.list()["ledger"]["lines"][0]["newTimes"], Value::Null);
    pair.desk.fairlead.check().unwrap();
}

#[test]
fn r130_who_cannot_keep_the_pace_says_so_and_proposes_another() {
    let mut pair = Pair::at("2026-06-12T10:00:00Z");
    pair.ask("pattern.set", json!({"cadence": "fortnightly_30"}));
    let list = pair.ask(
        "pace.tell",
        json!({"side": "mentor", "cadence": "six_weeks_90", "note": "Two new projects until autumn."}),
    );
    let talk = &list["pace"][0];
    assert_eq!(
        (&talk["name"], &talk["pattern"], &talk["answer"]),
        (
            &json!("Ruth Kessler"),
            &json!("90 minutes every 6 weeks"),
            &Value::Null
        )
    );
    assert_eq!(talk["on"]["words"], "Friday 12 June 2026");
    let list = pair.ask(
        "pace.decide",
        json!({"talk": talk["id"], "answer": "agreed"}),
    );
    assert_eq!(list["pace"][0]["answer"], "agreed");
    assert_eq!(
        pair.ask("pattern.get", json!({}))["words"],
        "90 minutes every 6 weeks"
    );
    let own = json!({"cadence": "own", "count": 3, "unit": "weeks", "minutes": 45});
    let list = pair.ask("pace.tell", own);
    let talk = list["pace"][0]["id"].clone();
    pair.ask("pace.decide", json!({"talk": talk, "answer": "kept"}));
    assert_eq!(
        pair.ask("pattern.get", json!({}))["cadence"],
        "six_weeks_90"
    );
    assert_eq!(
        pair.refuse("pace.tell", json!({"cadence": "own"})).0,
        "invalid"
    );
    assert_eq!(
        pair.refuse("pace.tell", json!({"cadence": "daily"})).0,
        "invalid"
    );
    pair.desk.fairlead.check().unwrap();
}

#[test]
fn two_new_times_are_owed_within_three_working_days() {
    for (asked, by) in [
        ("2026-06-12", "2026-06-17"),
        ("2026-06-13", "2026-06-17"),
        ("2026-06-14", "2026-06-17"),
        ("2026-06-15", "2026-06-18"),
        ("2026-06-16", "2026-06-19"),
        ("2026-06-17", "2026-06-22"),
    ] {
        let day = |text| dates::from_iso(text).unwrap();
        assert_eq!(new_times_by(day(asked)), day(by), "{asked}");
    }
}

fn session(at: usize, day: u32, state: Stage) -> Session {
    Session {
        id: format!("{at:03}"),
        position: i64::try_from(at).unwrap(),
        series: String::new(),
        kind: Kind::Regular,
        starts_at: dates::from_iso("2026-01-01")
            .unwrap()
            .and_hms_opt(14, 0, 0)
            .unwrap()
            + chrono::TimeDelta::days(i64::from(day)),
        zone: "Europe/London".to_owned(),
        minutes: 60,
        method: String::new(),
        place: String::new(),
        topic: String::new(),
        state,
        held_minutes: None,
        sequence: 0,
        proposed_by: None,
    }
}

proptest! {
    #[test]
    fn r110_the_streak_is_what_a_slow_count_gives(written in prop::collection::vec((0_u32..40, 0_usize..5), 0..60)) {
        let mut sessions: Vec<Session> = written
            .iter()
            .enumerate()
            .map(|(at, (day, state))| session(at, *day, Stage::ALL[*state]))
            .collect();
        arrange(&mut sessions);
        // Slowly: for each length, whether the last so many that came to an end were all not held.
        let mut planned: Vec<(u32, usize, Stage)> = written
            .iter()
            .enumerate()
            .map(|(at, (day, state))| (*day, at, Stage::ALL[*state]))
            .filter(|(_, _, state)| *state != Stage::Proposed && *state != Stage::Confirmed)
            .collect();
        planned.sort();
        let lost: Vec<bool> = planned.iter().map(|(_, _, state)| *state != Stage::Held).collect();
        let all = |from: usize, to: usize| lost[from..to].iter().all(|lost| *lost);
        let slow = (0..=lost.len()).filter(|many| all(lost.len() - many, lost.len())).max().unwrap();
        prop_assert_eq!(streak(&sessions) as usize, slow);
        let mut longest = 0;
        for from in 0..=lost.len() {
            for to in from..=lost.len() {
                if all(from, to) {
                    longest = longest.max(to - from);
                }
            }
        }
        prop_assert_eq!(longest_streak(&sessions) as usize, longest);
        let level = StreakLevel::of(streak(&sessions));
        prop_assert_eq!(level == StreakLevel::Flag, slow > 3, "C13");
    }
}
