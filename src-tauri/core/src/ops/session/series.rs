//! Block booking (R143): a series looked at before it is booked, on both clocks (R92), with what the two say of its
//! times (R12).

use super::deed::{as_session, free, read_minutes, room_for};
use super::{NewRow, Opened, answer, view, write_down};
use crate::api::session::Sessions as SessionsView;
use crate::api::session_plan::{NewSeries, SeriesPreview, SeriesTime};
use crate::domain::dates;
use crate::domain::ids::SeriesId;
use crate::domain::moment::Moment;
use crate::domain::series::{MOST, Rhythm, times};
use crate::domain::session::{Kind, Stage};
use crate::domain::terms::{Pattern, Unit};
use crate::error::{Error, Result};
use crate::ops::contact::read_time;
use crate::ops::profile::read_zone;
use crate::ops::{Desk, Outcome, address, optional_line, read_date, words};
use chrono::SecondsFormat;

/// `every 6 weeks`, `every month`.
fn every(count: u32, unit: Unit) -> String {
    let one = match unit {
        Unit::Days => "day",
        Unit::Weeks => "week",
        Unit::Months => "month",
    };
    if count == 1 {
        format!("every {one}")
    } else {
        format!("every {count} {one}s")
    }
}

/// `90 minutes every 6 weeks`.
pub(super) fn pattern_words(pattern: &Pattern) -> String {
    format!(
        "{} minutes {}",
        pattern.minutes,
        every(pattern.count, pattern.unit)
    )
}

fn missing(field: &str) -> Error {
    Error::field(
        "empty",
        field,
        "The two have not agreed how often they meet. Nothing was changed. Say how many days, weeks or months lie between two sessions.",
    )
}

/// The rows that a series would be, and what it is in words.
fn rows(opened: &Opened, request: &NewSeries) -> Result<(Vec<NewRow>, String)> {
    let first = read_date("from", &request.from)?.and_time(read_time("at", &request.at)?);
    if !(1..=MOST).contains(&request.times) {
        return Err(Error::field(
            "out_of_range",
            "times",
            format!("A series has from 1 to {MOST} sessions. Nothing was changed. Enter how many."),
        ));
    }
    let pattern = opened.state.terms.pattern();
    let count = request.count.or(pattern.map(|pattern| pattern.count));
    let unit = request.unit.or(pattern.map(|pattern| pattern.unit));
    let count = count.ok_or_else(|| missing("count"))?;
    let unit = unit.ok_or_else(|| missing("unit"))?;
    if !(1..=365).contains(&count) {
        return Err(Error::field(
            "out_of_range",
            "count",
            "From 1 to 365 days, weeks or months lie between two sessions. Nothing was changed. Enter another number.",
        ));
    }
    let minutes = read_minutes("minutes", request.minutes.unwrap_or(opened.usual_minutes()))?;
    let by = request.proposed_by.unwrap_or(opened.side());
    let zone = read_zone(
        "zone",
        request.zone.as_deref().unwrap_or_default(),
        &opened.zone_of(by),
    )?;
    let method = optional_line(
        "method",
        "way to meet",
        request.method.as_deref().unwrap_or_default(),
    )?;
    let place = match request.place.as_deref() {
        Some(place) => address("place", "place", place)?,
        None => opened.state.terms.meeting_place.clone().unwrap_or_default(),
    };
    let state = match request.state.unwrap_or_default() {
        state @ (Stage::Proposed | Stage::Confirmed) => state,
        Stage::Held | Stage::Cancelled | Stage::Missed => {
            return Err(Error::field(
                "invalid",
                "state",
                "A series is proposed or confirmed. Nothing was changed. Write down by session.add what was held.",
            ));
        }
    };
    let rhythm = Rhythm {
        count,
        unit,
        by_weekday: request.by_weekday.unwrap_or_default(),
    };
    let times = times(first, rhythm, request.times)
        .filter(|times| {
            times
                .last()
                .is_none_or(|last| dates::from_iso(&last.date().to_string()).is_ok())
        })
        .ok_or_else(|| {
            Error::field(
                "out_of_range",
                "times",
                "The series would reach beyond the years that can be reckoned with. Nothing was changed. Book fewer sessions.",
            )
        })?;
    let series = SeriesId::new().to_string();
    let none_yet = opened
        .sessions
        .all()
        .iter()
        .all(|session| session.state == Stage::Cancelled);
    let said = format!(
        "{} of {minutes} minutes, {}",
        if request.times == 1 {
            "1 session".to_owned()
        } else {
            format!("{} sessions", request.times)
        },
        every(count, unit)
    );
    let rows = times
        .into_iter()
        .enumerate()
        .map(|(at, starts_at)| NewRow {
            kind: if at == 0 && none_yet {
                Kind::First
            } else {
                Kind::Regular
            },
            starts_at,
            zone: zone.clone(),
            minutes,
            method: method.clone(),
            place: place.clone(),
            topic: String::new(),
            state,
            held_minutes: None,
            series: series.clone(),
            proposed_by: Some(by),
        })
        .collect();
    Ok((rows, said))
}

/// A time that is thought of, with what there is to think about.
pub(super) fn time(opened: &Opened, new: &NewRow, now: &Moment) -> SeriesTime {
    let session = as_session(new);
    let people = view::people(opened, &session, now);
    let mut warnings: Vec<String> = people
        .iter()
        .filter_map(|person| person.warning.clone())
        .collect();
    if !dates::is_working_day(session.date()) {
        warnings.push(format!(
            "{} is a day on which many people do not work.",
            dates::long(session.date())
        ));
    }
    SeriesTime {
        date: words(new.zone.civil(now.utc()).date(), session.date()),
        utc: session.start().to_rfc3339_opts(SecondsFormat::Secs, true),
        people,
        warnings,
    }
}

/// What a series would be; nothing is booked.
pub(crate) fn preview(desk: &Desk<'_>, request: NewSeries) -> Result<Outcome<SeriesPreview>> {
    desk.store.read(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let (rows, words) = rows(&opened, &request)?;
        Ok(Outcome::read(SeriesPreview {
            times: rows
                .iter()
                .map(|row| time(&opened, row, &desk.now))
                .collect(),
            words,
        }))
    })
}

/// Books a series in one deed.
pub(crate) fn book(desk: &Desk<'_>, request: NewSeries) -> Result<Outcome<SessionsView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let (rows, words) = rows(&opened, &request)?;
        room_for(&opened, rows.len())?;
        let mut pen = opened.pen(tx, desk, format!("booking {words}"));
        let from = opened.sessions.next_position();
        for (position, row) in (from..).zip(&rows) {
            free(&opened, row)?;
            write_down(&mut pen, position, row)?;
        }
        let mut outcome = answer(tx, &opened.relationship, &desk.now, None)?;
        outcome.output.series = rows.first().map(|row| SeriesId(row.series.clone()));
        Ok(outcome)
    })
}
