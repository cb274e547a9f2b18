//! The use cases: one transaction each, answering the output and which kinds of things changed.

pub mod activity;
pub mod agreement;
pub mod answer;
pub mod assessment;
pub mod attachment;
pub mod behaviour;
pub mod carry;
pub mod channel;
pub mod check_point;
pub mod checkup;
pub mod closing;
pub mod closing_course;
pub mod closing_facts;
pub mod closing_paper;
pub mod contact;
pub mod contact_card;
pub mod contact_facts;
pub mod contact_figure;
pub mod contact_log;
pub mod contact_paper;
pub mod contact_view;
pub mod date;
pub mod deletion;
pub mod details;
pub mod ending;
pub mod escalation;
pub mod example;
mod example_course;
pub mod expectation;
pub mod first_meeting;
pub mod form;
pub mod goal;
pub mod heading;
pub mod help;
pub mod history;
pub mod intake;
pub mod journal;
pub mod journey;
pub(crate) mod kept;
pub mod key;
pub mod meeting;
pub mod mentor;
pub mod mid_point;
pub mod milestone;
pub mod paper;
pub mod permission;
pub mod picture;
pub mod place;
pub mod plan;
pub mod plan_view;
pub mod profile;
pub mod programme;
pub mod proof;
pub mod rating;
pub mod ready;
pub mod relationship;
pub mod reminder;
pub mod resource;
pub mod restore;
pub mod revisit;
pub mod scan;
pub mod section;
pub mod session;
pub mod signature;
pub mod signed_paper;
pub mod signing;
pub mod signing_card;
pub mod signing_record;
pub mod since;
pub mod suggestion;
pub mod supervisor;
pub mod task;
pub mod template;
pub mod template_deed;
pub mod template_import;
pub mod time_left;
pub mod today;
pub mod topic;
pub mod undo;
pub mod verify;
pub mod version;

use crate::api::relationship::DateWords;
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::name::{self, Unfit};
use crate::domain::side::Role;
use crate::error::{Error, Result};
use crate::record::state::State;
use crate::record::{Pen, setup};
use crate::store::part::{self, PartRow};
use crate::store::{Store, Tx};
use chrono::NaiveDate;
use kept::Kept;

/// What a use case works with.
pub(crate) struct Desk<'a> {
    pub store: Kept<'a>,
    pub now: Moment,
}

/// Output and the kinds of things that changed, so that screens know what to ask again.
pub(crate) struct Outcome<T> {
    pub output: T,
    pub changed: &'static [&'static str],
}

impl<T> Outcome<T> {
    pub(crate) const fn read(output: T) -> Self {
        Self {
            output,
            changed: &[],
        }
    }

    pub(crate) const fn changed(output: T, changed: &'static [&'static str]) -> Self {
        Self { output, changed }
    }
}

/// The relationship with this id, and what the owner is in it.
pub(crate) fn find(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<(PartRow, Role)> {
    let part = part::one(tx, relationship)?.ok_or_else(|| {
        Error::field(
            "not_found",
            "relationship",
            "This relationship is not here any more. Nothing was changed. Choose one from your list.",
        )
    })?;
    let role =
        Role::from_key(&part.role).ok_or_else(|| Error::Internal(format!("role {}", part.role)))?;
    Ok((part, role))
}

/// As [`find`], for what belongs to the two people alone.
pub(crate) fn find_own(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<(PartRow, Role)> {
    let (part, role) = find(tx, relationship)?;
    if role == Role::Coordinator {
        let why = "You look after this relationship as coordinator, and its agreement belongs to the two people in it. Nothing was changed. Ask them for the paper if you need it.";
        return Err(Error::field(
            "coordinator",
            "relationship",
            setup::vocabulary(tx, &part.relationship)?.say(why),
        ));
    }
    Ok((part, role))
}

/// The agreement of a relationship, opened for a deed of one of its two people.
pub(crate) struct Opened {
    pub relationship: RelationshipId,
    pub role: Role,
    /// What stands in it.
    pub state: State,
}

impl Opened {
    /// Opens it; see [`find_own`] for who may.
    pub(crate) fn of(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Self> {
        let (part, role) = find_own(tx, relationship)?;
        Ok(Self {
            state: State::load(tx, &part.relationship)?,
            relationship: part.relationship,
            role,
        })
    }

    /// The pen for a deed of this name.
    pub(crate) fn pen<'t, 'c>(
        &self,
        tx: &'t Tx<'c>,
        desk: &Desk<'_>,
        deed: impl Into<String>,
    ) -> Pen<'t, 'c> {
        Pen::new(tx, &self.relationship, self.role, &desk.now, deed)
    }
}

pub(crate) fn words(today: NaiveDate, date: NaiveDate) -> DateWords {
    DateWords {
        date: date.to_string(),
        words: dates::long(date),
        relative: dates::relative(today, date),
    }
}

/// A moment in words: `Thursday 26 November 2026, 14:05`.
pub(crate) fn moment_words(moment: &Moment) -> String {
    format!(
        "{}, {}",
        dates::long(moment.date()),
        moment.civil().format("%H:%M")
    )
}

/// Reads a date of the API and refuses with the field's name.
pub(crate) fn read_date(field: &str, text: &str) -> Result<NaiveDate> {
    dates::with_year(text).map_err(|unread| {
        let code = if matches!(unread, dates::Unread::NoSuchDay { .. }) {
            "no_such_date"
        } else {
            "invalid"
        };
        Error::field(code, field, unread.sentence())
    })
}

/// Reads the date of something that has happened.
pub(crate) fn read_past(field: &str, text: &str, today: NaiveDate) -> Result<NaiveDate> {
    let date = read_date(field, text)?;
    if date > today {
        return Err(Error::field(
            "in_the_future",
            field,
            format!(
                "{} has not come yet. Nothing was changed. Choose a day up to today.",
                dates::long(date)
            ),
        ));
    }
    Ok(date)
}

fn unfit(field: &str, what: &str, error: Unfit) -> Error {
    Error::field(error.code(), field, error.sentence(what))
}

/// Reads a line that must not be empty.
pub(crate) fn line(field: &str, what: &str, text: &str) -> Result<String> {
    name::line(text).map_err(|error| unfit(field, what, error))
}

/// Reads a line that may be empty.
pub(crate) fn optional_line(field: &str, what: &str, text: &str) -> Result<String> {
    name::optional_line(text).map_err(|error| unfit(field, what, error))
}

/// Reads an address, number or link that may be empty.
pub(crate) fn address(field: &str, what: &str, text: &str) -> Result<String> {
    name::address(text).map_err(|error| unfit(field, what, error))
}

/// Reads a longer text.
pub(crate) fn long_text(field: &str, what: &str, text: &str) -> Result<String> {
    name::text(text).map_err(|error| unfit(field, what, error))
}

/// A short piece of a text for the name of a deed.
pub(crate) fn glimpse(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() > 40 {
        format!("{}…", line.chars().take(39).collect::<String>().trim_end())
    } else {
        line.to_owned()
    }
}

/// Holds the shared tables against their edits: replaying the edits must give the same rows. The
/// replay is rolled back.
pub(crate) fn check_record(store: &Store) -> Result<()> {
    for part in store.read(|tx| Ok(part::all(tx)?))? {
        let held: Result<()> = store.write(|tx| {
            let before = crate::record::replay::picture(tx, &part.relationship)?;
            crate::record::replay::replay(tx, &part.relationship)?;
            let after = crate::record::replay::picture(tx, &part.relationship)?;
            Err(Error::refused(
                if before == after { "same" } else { "differs" },
                "",
            ))
        });
        match held {
            Err(Error::Refused(refusal)) if refusal.code == "same" => {}
            Err(Error::Refused(refusal)) if refusal.code == "differs" => {
                return Err(crate::record::replay::differs());
            }
            Err(other) => return Err(other),
            Ok(()) => {}
        }
    }
    Ok(())
}
