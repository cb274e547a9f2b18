//! The journal of moments (R106). A moment begins private unless its owner shares it; sharing moves it into the
//! record of the two, and from there nothing makes it private again.

use super::{Desk, Outcome, find_own, glimpse, long_text, read_past, words};
use crate::api::journal::{ChangeMoment, Journal, MomentView, NewMoment, WhichMoment};
use crate::api::relationship::Which;
use crate::domain::dates;
use crate::domain::ids::{MomentId, RelationshipId};
use crate::domain::shared::plan as tables;
use crate::domain::side::{Role, Side};
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::journal::{SharedMoment, shared_moments};
use crate::record::state::State;
use crate::store::private_plan::{self, PrivateMoment};
use crate::store::shared::Row;
use crate::store::{StoreError, Tx};
use chrono::NaiveDate;
use serde_json::Value;

const CHANGED: &[&str] = &["journal"];

fn gone() -> Error {
    Error::field(
        "not_found",
        "moment",
        "This moment is not here any more. Nothing was changed. Choose one from the journal.",
    )
}

fn read_text(text: &str) -> Result<String> {
    let text = long_text("text", "moment", text)?;
    if text.trim().is_empty() {
        return Err(Error::field(
            "empty",
            "text",
            "There are no words yet. Nothing was changed. Write a line about the moment.",
        ));
    }
    Ok(text)
}

/// The journal as its owner sees it, newest first.
fn journal(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    role: Role,
    id: Option<MomentId>,
) -> Result<Journal> {
    let today = desk.now.date();
    let state = State::load(tx, relationship)?;
    let private = private_plan::moments(tx, relationship)?;
    let own = role
        .side()
        .map(|side| state.person(side).name.clone())
        .unwrap_or_default();
    let hidden = private.len();
    let mut moments: Vec<(NaiveDate, MomentView)> = private
        .into_iter()
        .filter_map(|each| {
            let on = dates::from_iso(&each.on).ok()?;
            Some((
                on,
                MomentView {
                    id: MomentId(each.id),
                    on: words(today, on),
                    text: each.text,
                    shared: false,
                    author: own.clone(),
                },
            ))
        })
        .collect();
    moments.extend(
        shared_moments(tx, relationship)?
            .into_iter()
            .map(|each| (each.on, shared_view(&state, each, today))),
    );
    moments.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    let all = moments.len();
    let noun = if all == 1 { "moment" } else { "moments" };
    Ok(Journal {
        moments: moments.into_iter().map(|(_, view)| view).collect(),
        words: match hidden {
            0 => format!("{all} {noun}"),
            hidden => format!("{all} {noun}, {hidden} of them private"),
        },
        id,
    })
}

fn shared_view(state: &State, each: SharedMoment, today: NaiveDate) -> MomentView {
    MomentView {
        id: MomentId(each.id),
        on: words(today, each.on),
        text: each.text,
        shared: true,
        author: state.person(each.side).name.clone(),
    }
}

/// All moments.
pub(crate) fn list(desk: &Desk<'_>, request: Which) -> Result<Outcome<Journal>> {
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let journal = journal(desk, tx, &part.relationship, role, None)?;
        Ok(Outcome::read(journal))
    })
}

fn write_shared(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    role: Role,
    side: Option<Side>,
    moment: &PrivateMoment,
) -> Result<()> {
    let side = side.or_else(|| role.side()).unwrap_or(Side::Mentee);
    let position = shared_moments(tx, relationship)?
        .iter()
        .map(|each| each.position.saturating_add(1))
        .max()
        .unwrap_or(0);
    let deed = format!("sharing the moment “{}”", glimpse(&moment.text));
    let mut row = Row::new();
    row.insert("position".to_owned(), Value::from(position));
    row.insert("on_date".to_owned(), Value::from(moment.on.as_str()));
    row.insert("text".to_owned(), Value::from(moment.text.as_str()));
    row.insert("side".to_owned(), Value::from(side.key()));
    Pen::new(tx, relationship, role, &desk.now, deed).create(
        &tables::JOURNAL_MOMENT,
        &moment.id,
        row,
    )
}

/// Keeps a new moment.
pub(crate) fn add(desk: &Desk<'_>, request: NewMoment) -> Result<Outcome<Journal>> {
    let today = desk.now.date();
    let text = read_text(&request.text)?;
    let on = match request.on.as_deref() {
        Some(on) => read_past("on", on, today)?,
        None => today,
    };
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let id = MomentId::new();
        let moment = PrivateMoment {
            id: id.to_string(),
            on: on.to_string(),
            text,
        };
        if request.share == Some(true) {
            write_shared(desk, tx, &part.relationship, role, request.side, &moment)?;
        } else {
            private_plan::save_moment(tx, &part.relationship, &moment)?;
        }
        let journal = journal(desk, tx, &part.relationship, role, Some(id))?;
        Ok(Outcome::changed(journal, CHANGED))
    })
}

/// Changes a moment where it is.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeMoment) -> Result<Outcome<Journal>> {
    let text = request.text.as_deref().map(read_text).transpose()?;
    let on = request
        .on
        .as_deref()
        .map(|on| read_past("on", on, desk.now.date()))
        .transpose()?
        .map(|on| on.to_string());
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let id = request.moment.as_str();
        if let Some(mut private) = private_plan::moment(tx, &part.relationship, id)? {
            private.text = text.unwrap_or(private.text);
            private.on = on.unwrap_or(private.on);
            private_plan::save_moment(tx, &part.relationship, &private)?;
        } else {
            let shared = find_shared(tx, &part.relationship, id)?;
            let deed = format!("changing the moment “{}”", glimpse(&shared.text));
            let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed).typing();
            for (field, value) in [("text", text), ("on_date", on)] {
                if let Some(value) = value {
                    pen.set(&tables::JOURNAL_MOMENT, id, field, Value::from(value))?;
                }
            }
        }
        let journal = journal(desk, tx, &part.relationship, role, None)?;
        Ok(Outcome::changed(journal, CHANGED))
    })
}

fn find_shared(tx: &Tx<'_>, relationship: &RelationshipId, id: &str) -> Result<SharedMoment> {
    shared_moments(tx, relationship)?
        .into_iter()
        .find(|each| each.id == id)
        .ok_or_else(gone)
}

/// Takes a moment out of the journal.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichMoment) -> Result<Outcome<Journal>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let id = request.moment.as_str();
        if private_plan::moment(tx, &part.relationship, id)?.is_some() {
            private_plan::delete_moment(tx, &part.relationship, id)?;
        } else {
            let shared = find_shared(tx, &part.relationship, id)?;
            let deed = format!("removing the moment “{}”", glimpse(&shared.text));
            Pen::new(tx, &part.relationship, role, &desk.now, deed)
                .remove(&tables::JOURNAL_MOMENT, id)?;
        }
        let journal = journal(desk, tx, &part.relationship, role, None)?;
        Ok(Outcome::changed(journal, CHANGED))
    })
}

/// Shares a private moment: from now on both see it.
pub(crate) fn share(desk: &Desk<'_>, request: WhichMoment) -> Result<Outcome<Journal>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let id = request.moment.as_str();
        let private: Result<Option<PrivateMoment>, StoreError> =
            private_plan::moment(tx, &part.relationship, id);
        let moment = match private? {
            Some(moment) => moment,
            None => {
                find_shared(tx, &part.relationship, id)?;
                return Err(Error::field(
                    "already_shared",
                    "moment",
                    "Both of you see this moment already. Nothing was changed. There is nothing more to do.",
                ));
            }
        };
        private_plan::delete_moment(tx, &part.relationship, id)?;
        write_shared(desk, tx, &part.relationship, role, None, &moment)?;
        let journal = journal(
            desk,
            tx,
            &part.relationship,
            role,
            Some(request.moment.clone()),
        )?;
        Ok(Outcome::changed(journal, CHANGED))
    })
}
