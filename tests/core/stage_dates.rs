//! The dates of the stages at their edges (R79, R98, R107, R116, R122, R125, R131, R132, R139): the day before, the
//! day and the day after, ends of months, 29 February, both changes of the clocks, and other zones. What is expected
//! is counted day by day.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot be set up has failed"
)]

use crate::desk::Desk;
use chrono::{Datelike, NaiveDate};
use fairlead_core::domain::checkup::days::{MidPoint, follow_up};
use fairlead_core::domain::closing::{Touches, Unit};
use serde_json::{Value, json};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// So many days later, one after the other.
fn later(from: NaiveDate, days: u32) -> NaiveDate {
    (0..days).fold(from, |day, _| day.succ_opt().unwrap())
}

fn of(id: &str, more: Value) -> Value {
    let mut request = more;
    request["relationship"] = json!(id);
    request
}

fn dues(desk: &mut Desk, id: &str) -> Vec<Option<String>> {
    let journey = desk.call("journey.get", of(id, json!({})));
    journey["stages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|stage| stage["due"]["date"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn r79_r98_r107_c11_thirty_and_ninety_days_are_counted_over_every_edge_of_the_calendar() {
    for (zone, now, start) in [
        // Over 29 February, and on it.
        ("Europe/London", "2028-03-01T12:00:00Z", "2028-01-30"),
        ("Europe/London", "2028-03-01T12:00:00Z", "2028-02-29"),
        // Over the spring and the autumn change, on the day itself.
        ("Europe/London", "2026-04-01T12:00:00Z", "2026-03-29"),
        ("America/Toronto", "2026-12-01T12:00:00Z", "2026-11-01"),
        // The end of a year, and zones far from UTC.
        ("Pacific/Auckland", "2027-01-05T12:00:00Z", "2026-12-31"),
        ("Asia/Kathmandu", "2026-09-01T12:00:00Z", "2026-08-31"),
    ] {
        let mut desk = Desk::at(now, zone);
        let id = desk.relationship("mentee", "Ruth Kessler", Some(start));
        let expected = |days| Some(later(day(start), days).to_string());
        let provisional = dues(&mut desk, &id);
        assert_eq!(
            (&provisional[1], &provisional[2]),
            (&expected(30), &expected(90)),
            "{zone} {start}, from the connection"
        );
        desk.call(
            "session.add",
            of(&id, json!({"on": start, "at": "10:00", "heldMinutes": 60})),
        );
        let counted = dues(&mut desk, &id);
        assert_eq!(counted[0].as_deref(), Some(start));
        assert_eq!(
            (&counted[1], &counted[2]),
            (&expected(30), &expected(90)),
            "{zone} {start}, from the first meeting"
        );
    }
}

#[test]
fn r116_c20_the_window_and_the_middle_are_what_counting_gives_for_every_length_of_a_term() {
    for start in ["2026-03-11", "2027-12-31", "2028-02-29", "2026-10-24"] {
        let start = day(start);
        for days in 0..=800_u32 {
            let end = later(start, days);
            let found = MidPoint::of(start, end).unwrap();
            // The last day on which no more than 40 and 50 of 100 days are over.
            let mut opens = start;
            let mut middle = start;
            for gone in 0..=days {
                if gone * 100 <= days * 40 {
                    opens = later(start, gone);
                }
                if gone * 2 <= days {
                    middle = later(start, gone);
                }
            }
            assert_eq!((found.opens, found.on), (opens, middle), "{start} {days}");
        }
    }
}

#[test]
fn c11_c20_every_page_tells_the_same_middle_of_the_term() {
    let mut desk = Desk::at("2026-03-20T18:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2026-03-02"));
    desk.answer(&id, "template.4.starts_on", json!("2026-03-09"));
    desk.answer(&id, "template.4.ends_on", json!("2026-12-18"));
    desk.call(
        "session.add",
        of(
            &id,
            json!({"on": "2026-03-11", "at": "10:00", "heldMinutes": 60}),
        ),
    );
    let middle = desk.call("mid_point.get", of(&id, json!({})));
    let journey = desk.call("journey.get", of(&id, json!({})));
    let view = desk.call("relationship.get", of(&id, json!({})));
    assert_eq!(middle["on"]["date"], "2026-07-30");
    assert_eq!(journey["midPoint"]["date"], "2026-07-30");
    assert_eq!(journey["stages"][3]["due"]["date"], "2026-07-30");
    assert_eq!(view["midPoint"]["date"], "2026-07-30");
    assert_eq!(journey["windowOpens"], middle["opens"]);
    let today = desk.call("today.get", json!({}));
    assert!(
        today["comingUp"].to_string().contains("2026-07-30"),
        "{today}"
    );
}

#[test]
fn r132_a_request_has_ten_whole_days_on_the_wall_of_whoever_asked() {
    for (zone, asked, last, open, lapsed) in [
        // Day 10 is 29 February.
        (
            "Europe/London",
            "2028-02-19",
            "2028-02-29",
            "2028-02-29T23:59:59Z",
            "2028-03-01T00:00:00Z",
        ),
        // The clocks go forward on day 10: that day ends an hour earlier.
        (
            "Europe/London",
            "2026-03-19",
            "2026-03-29",
            "2026-03-29T22:59:59Z",
            "2026-03-29T23:00:00Z",
        ),
        // They go back on day 10.
        (
            "America/Toronto",
            "2026-10-22",
            "2026-11-01",
            "2026-11-02T04:59:59Z",
            "2026-11-02T05:00:00Z",
        ),
        (
            "Asia/Kathmandu",
            "2026-12-25",
            "2027-01-04",
            "2027-01-04T18:14:59Z",
            "2027-01-04T18:15:00Z",
        ),
    ] {
        let mut desk = Desk::at(&format!("{asked}T16:00:00Z"), zone);
        let made = desk.call(
            "relationship.create",
            json!({"role": "mentee", "partner": {"name": "Helen Marsh"}, "connection": {"state": "waiting"},
                "intake": {"kind": "request", "askedOn": asked}}),
        );
        let id = made["id"].as_str().unwrap().to_owned();
        assert_eq!(later(day(asked), 10).to_string(), last);
        for (now, state) in [(open, "open"), (lapsed, "lapsed")] {
            desk.set(now);
            let intake = desk.call("relationship.get", of(&id, json!({})))["intake"].clone();
            assert_eq!(
                (&intake["replyBy"]["date"], &intake["state"]),
                (&json!(last), &json!(state)),
                "{zone} {now}"
            );
        }
    }
}

#[test]
fn r139_the_second_session_follows_the_pattern_over_ends_of_months_and_clock_changes() {
    for (zone, now, first, cadence, second) in [
        (
            "Europe/London",
            "2028-02-01T12:00:00Z",
            "2028-01-31",
            json!({"count": 1, "unit": "months"}),
            "2028-02-29",
        ),
        (
            "Europe/London",
            "2027-02-01T12:00:00Z",
            "2027-01-31",
            json!({"count": 1, "unit": "months"}),
            "2027-02-28",
        ),
        (
            "Europe/London",
            "2026-03-20T12:00:00Z",
            "2026-03-18",
            json!({"count": 2, "unit": "weeks"}),
            "2026-04-01",
        ),
        (
            "America/Toronto",
            "2026-10-30T20:00:00Z",
            "2026-10-30",
            json!({"count": 10, "unit": "days"}),
            "2026-11-09",
        ),
    ] {
        let mut desk = Desk::at(now, zone);
        let id = desk.relationship("mentee", "Ruth Kessler", Some(first));
        desk.call(
            "pattern.set",
            of(&id, json!({"cadence": "own", "count": cadence["count"], "unit": cadence["unit"], "minutes": 45})),
        );
        desk.call(
            "session.add",
            of(&id, json!({"on": first, "at": "14:00", "heldMinutes": 60})),
        );
        let view = desk.call("first.propose_second", of(&id, json!({})));
        let session = view["sessions"]
            .as_array()
            .unwrap()
            .iter()
            .find(|session| session["kind"] == "milestones")
            .unwrap();
        assert_eq!(
            (
                &session["date"]["date"],
                &session["at"],
                &session["minutes"]
            ),
            (&json!(second), &json!("14:00"), &json!(45)),
            "{zone} {first}"
        );
    }
}

#[test]
fn r114_the_follow_up_is_thirty_days_after_the_meeting_whatever_the_month() {
    for meeting in [
        "2028-01-30",
        "2027-01-30",
        "2026-12-31",
        "2026-03-15",
        "2026-10-10",
    ] {
        assert_eq!(follow_up(day(meeting)), Some(later(day(meeting), 30)));
    }
}

#[test]
fn r125_months_and_years_of_staying_in_touch_keep_their_day_where_there_is_one() {
    let touches = |first: &str, count, unit| Touches {
        since: day("2026-12-16"),
        first: Some(day(first)),
        count,
        unit,
    };
    let monthly = touches("2027-01-31", 1, Unit::Months);
    let days: Vec<u32> = (0..14).map(|n| monthly.date(n).unwrap().day()).collect();
    assert_eq!(
        days,
        [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29]
    );
    let yearly = touches("2028-02-29", 1, Unit::Years);
    for (n, on) in [(0, "2028-02-29"), (1, "2029-02-28"), (4, "2032-02-29")] {
        assert_eq!(yearly.date(n), Some(day(on)));
    }
    // The day itself counts, the day after leads to the next one, and never before the end.
    let weekly = touches("2027-03-25", 1, Unit::Weeks);
    for (from, next) in [
        ("2027-03-24", "2027-03-25"),
        ("2027-03-25", "2027-03-25"),
        ("2027-03-26", "2027-04-01"),
    ] {
        assert_eq!(weekly.next(day(from)), Some(day(next)));
    }
}

#[test]
fn r129_the_meter_looks_back_thirty_days_and_not_a_day_more() {
    let mut desk = Desk::at("2028-03-30T12:00:00Z", "Europe/London");
    let id = desk.relationship("mentee", "Ruth Kessler", Some("2028-01-10"));
    let minutes =
        |desk: &mut Desk| desk.call("session.list", of(&id, json!({})))["meter"]["minutes"].clone();
    // Thirty days before 30 March of a leap year is 29 February.
    let before = day("2028-02-28");
    for (on, sum) in [
        (before, 0),
        (later(before, 2), 60),
        (later(before, 31), 120),
    ] {
        desk.call(
            "session.add",
            of(
                &id,
                json!({"on": on.to_string(), "at": "10:00", "heldMinutes": 60}),
            ),
        );
        assert_eq!(minutes(&mut desk), json!(sum), "{on}");
    }
}
