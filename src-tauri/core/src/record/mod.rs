//! The shared record: what both people may see changes only through edits.
//!
//! A [`Pen`] writes edits. Each edit is appended and applied to its table in the same transaction,
//! so that the tables are always what the edits add up to. One mechanism gives the history of every
//! answer (R60), undo by name, "since last time" and, later, amendments and packets.

pub mod assessment;
pub mod checkup;
pub mod closing;
pub mod contact;
pub mod contact_log;
pub mod journal;
pub mod meeting;
pub mod plan;
pub mod replay;
pub mod session;
pub mod session_plan;
pub mod setup;
pub mod state;
pub mod suggestion;
pub mod task;
pub mod undo;
pub mod versions;

use crate::domain::closing as end;
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::shared::Record;
use crate::domain::side::Role;
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::edit::{self, DeedKind, EditRow};
use crate::store::shared::{self, Row};
use chrono::NaiveDate;
use serde_json::Value;

/// How long a text may be typed on before the next change counts as a new deed, in seconds.
const TYPING_PAUSE: i64 = 60;

/// Writes edits for one deed of the owner.
pub(crate) struct Pen<'t, 'c> {
    tx: &'t Tx<'c>,
    relationship: RelationshipId,
    author: Role,
    at: Moment,
    name: String,
    typing: bool,
    kind: DeedKind,
    deed: Option<i64>,
    /// Whether the relationship goes on, once that was looked up; a pen that reopens it does not ask.
    goes_on: Option<(end::Standing, Option<NaiveDate>)>,
}

impl<'t, 'c> Pen<'t, 'c> {
    /// Begins a deed; `name` says what it is, as in "Undo adding the goal …".
    pub(crate) fn new(
        tx: &'t Tx<'c>,
        relationship: &RelationshipId,
        author: Role,
        at: &Moment,
        name: impl Into<String>,
    ) -> Self {
        Self {
            tx,
            relationship: relationship.clone(),
            author,
            at: at.clone(),
            name: name.into(),
            typing: false,
            kind: DeedKind::Done,
            deed: None,
            goes_on: None,
        }
    }

    /// Says that this goes on with the deed before, where that one changed the same text just now.
    pub(crate) const fn typing(mut self) -> Self {
        self.goes_on();
        self
    }

    /// As [`Pen::typing`], for a pen that is already in hand.
    pub(crate) const fn goes_on(&mut self) {
        self.typing = true;
    }

    const fn reversing(mut self) -> Self {
        self.kind = DeedKind::Reversal;
        self
    }

    /// Says that this deed can never be undone.
    pub(crate) const fn sealing(mut self) -> Self {
        self.kind = DeedKind::Sealed;
        self
    }

    /// Says that this deed reopens a relationship that has come to its end (R127).
    pub(crate) const fn reopening(mut self) -> Self {
        self.goes_on = Some((end::Standing::Open, None));
        self
    }

    /// Refuses an edit of a relationship that has come to its end (R127): from then on it is read and not
    /// changed, but for how the two stay in touch (R125). Every edit passes here, and nowhere else is this asked.
    fn check_end(&mut self, record: &Record) -> Result<()> {
        let (standing, on) = match self.goes_on {
            Some(known) => known,
            None => closing::standing(self.tx, &self.relationship)?,
        };
        self.goes_on = Some((standing, on));
        if standing == end::Standing::Open || end::AFTERWARDS.contains(&record.name) {
            return Ok(());
        }
        Err(closing::refused(standing, on))
    }

    /// Adds a row.
    pub(crate) fn create(&mut self, record: &'static Record, id: &str, fields: Row) -> Result<()> {
        for (name, value) in &fields {
            check(record, name, value)?;
        }
        if record.is_sealed() && self.kind != DeedKind::Sealed {
            return Err(sealed(record));
        }
        let value = Value::Object(fields.clone());
        self.write("create", record, id, "", &value, &Value::Null)?;
        apply_create(self.tx, record, &self.relationship, id, &fields)
    }

    /// Sets one field. Nothing is written where it already holds the value.
    pub(crate) fn set(
        &mut self,
        record: &'static Record,
        id: &str,
        field: &str,
        value: Value,
    ) -> Result<bool> {
        let field = check(record, field, &value)?;
        if record.is_sealed() {
            return Err(sealed(record));
        }
        let row = shared::row(self.tx, record, &self.relationship, id)?;
        let before = match &row {
            Some(row) => row.get(field).cloned().unwrap_or(Value::Null),
            None if record.made_by_setting => Value::Null,
            None => return Err(Error::not_found(record.name)),
        };
        if before == value || (row.is_none() && (value.is_null() || value.as_str() == Some(""))) {
            return Ok(false);
        }
        self.write("set", record, id, field, &value, &before)?;
        apply_set(self.tx, record, &self.relationship, id, field, &value)?;
        Ok(true)
    }

    /// Takes a row away. What it held stays in the history.
    pub(crate) fn remove(&mut self, record: &'static Record, id: &str) -> Result<()> {
        if record.is_sealed() {
            return Err(sealed(record));
        }
        let Some(row) = shared::row(self.tx, record, &self.relationship, id)? else {
            return Err(Error::not_found(record.name));
        };
        self.write("remove", record, id, "", &Value::Null, &Value::Object(row))?;
        shared::delete(self.tx, record, &self.relationship, id)?;
        Ok(())
    }

    /// Ends the deed as one that cannot be undone: what both have read cannot be unread (R45).
    pub(crate) fn for_good(self) -> Result<()> {
        if let Some(deed) = self.deed {
            edit::mark_deed(self.tx, deed, "gone")?;
        }
        Ok(())
    }

    fn write(
        &mut self,
        act: &str,
        record: &'static Record,
        id: &str,
        field: &str,
        value: &Value,
        before: &Value,
    ) -> Result<()> {
        self.check_end(record)?;
        let at = self.at.to_text();
        let deed = match self.deed {
            Some(deed) => deed,
            None => self.begin(record, id, field, &at)?,
        };
        self.deed = Some(deed);
        edit::append(
            self.tx,
            &self.relationship,
            &EditRow {
                id: 0,
                author: self.author.key().to_owned(),
                seq: 0,
                seen: 0,
                at,
                act: act.to_owned(),
                record: record.name.to_owned(),
                record_id: id.to_owned(),
                field: field.to_owned(),
                value: value.to_string(),
                before: before.to_string(),
                deed,
            },
        )?;
        Ok(())
    }

    fn begin(&self, record: &Record, id: &str, field: &str, at: &str) -> Result<i64> {
        if self.typing
            && let Some(last) = edit::newest_done(self.tx, &self.relationship)?
            && edit::oldest_undone(self.tx, &self.relationship)?.is_none()
            && opening(&last.name) == opening(&self.name)
            && Moment::from_text(&last.at).is_some_and(|then| {
                (0..=TYPING_PAUSE).contains(&(self.at.utc() - then.utc()).num_seconds())
            })
            && edit::of_deed(self.tx, last.id)?.iter().all(|edit| {
                edit.act == "set"
                    && edit.record == record.name
                    && edit.record_id == id
                    && edit.field == field
            })
        {
            edit::touch_deed(self.tx, last.id, at)?;
            return Ok(last.id);
        }
        Ok(edit::begin_deed(
            self.tx,
            &self.relationship,
            &self.name,
            at,
            self.kind,
        )?)
    }
}

/// What a deed is called before the name of its thing, which may be what is being typed.
fn opening(name: &str) -> &str {
    name.split('“').next().unwrap_or(name)
}

fn sealed(record: &Record) -> Error {
    Error::Internal(format!("a row of {} is only ever added", record.name))
}

fn check(record: &'static Record, field: &str, value: &Value) -> Result<&'static str> {
    let known = record
        .field(field)
        .ok_or_else(|| Error::Internal(format!("{} has no field {field}", record.name)))?;
    if !known.holds.fits(value) {
        return Err(Error::Internal(format!(
            "{}.{field} cannot hold {value}",
            record.name
        )));
    }
    Ok(known.name)
}

fn apply_create(
    tx: &Tx<'_>,
    record: &'static Record,
    relationship: &RelationshipId,
    id: &str,
    fields: &Row,
) -> Result<()> {
    if record.made_by_setting && shared::row(tx, record, relationship, id)?.is_some() {
        for field in record.fields {
            if let Some(value) = fields.get(field.name) {
                shared::set(tx, record, relationship, id, field.name, value)?;
            }
        }
        return Ok(());
    }
    shared::insert(tx, record, relationship, id, fields)?;
    Ok(())
}

fn apply_set(
    tx: &Tx<'_>,
    record: &'static Record,
    relationship: &RelationshipId,
    id: &str,
    field: &'static str,
    value: &Value,
) -> Result<()> {
    if record.made_by_setting && shared::row(tx, record, relationship, id)?.is_none() {
        shared::insert(tx, record, relationship, id, &Row::new())?;
    }
    shared::set(tx, record, relationship, id, field, value)?;
    Ok(())
}
