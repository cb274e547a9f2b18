//! Dates as typed, and time zones.

use super::{Desk, Outcome, words};
use crate::api::relationship::DateWords;
use crate::api::start::Nothing;
use crate::api::today::{TypedDate, Zones};
use crate::domain::dates::{self, Unread};
use crate::domain::zone::Zone;
use crate::error::{Error, Result};

/// Reads a date as people type it and says it back.
pub(crate) fn read(desk: &Desk<'_>, request: TypedDate) -> Result<Outcome<DateWords>> {
    let today = desk.now.date();
    let read = if request.past == Some(true) {
        dates::read_past
    } else {
        dates::read
    };
    match read(&request.text, today) {
        Ok(date) => Ok(Outcome::read(words(today, date))),
        Err(unread) => {
            let code = match unread {
                Unread::Empty => "empty",
                Unread::NotADate => "invalid",
                Unread::NoSuchDay { .. } => "no_such_date",
                Unread::FarAway(_) => "out_of_range",
            };
            Err(Error::field(code, "text", unread.sentence()))
        }
    }
}

pub(crate) fn zones(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Zones>> {
    Ok(Outcome::read(Zones {
        zones: Zone::names(),
        own: desk.now.zone().name().to_owned(),
    }))
}
