//! What holds every notification back for a while: the owner's pause for today, and the computer in the
//! other person's hands. The list goes on; what came meanwhile is told afterwards as one.

use crate::api::reminder::{PauseReminders, Pauses};
use crate::api::start::Nothing;
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::domain::side::Role;
use crate::error::Result;
use crate::ops::{Desk, Outcome};

use crate::record::versions::Versions;
use crate::store::{Tx, part, person, shared};
use chrono::{DateTime, TimeDelta, Utc};

/// Where the day is kept on which no notification is wanted.
const PAUSED_ON: &str = "reminders_paused_on";

/// Nobody signs for longer. A computer that was handed over and never given back is its owner's again
/// after this, or a forgotten step would silence every reminder from then on.
const LONGEST_HAND_OVER: TimeDelta = TimeDelta::hours(12);

/// Until when no notification may be shown, if nothing else happens; none where they may be now.
pub(super) fn holds_until(tx: &Tx<'_>, now: &Moment) -> Result<Option<DateTime<Utc>>> {
    let paused = if is_paused(tx, now)? {
        let tomorrow = now.date().succ_opt();
        tomorrow.and_then(|tomorrow| now.zone().at(tomorrow, 0, 0))
    } else {
        None
    };
    Ok(paused.max(handed_over_until(tx, now)?))
}

fn is_paused(tx: &Tx<'_>, now: &Moment) -> Result<bool> {
    Ok(person::setting(tx, PAUSED_ON)?.is_some_and(|day| day == now.date().to_string()))
}

/// Whether the computer is in the other person's hands for signing.
pub(crate) fn handed_over(tx: &Tx<'_>, now: &Moment) -> Result<bool> {
    Ok(handed_over_until(tx, now)?.is_some())
}

/// When the computer is its owner's again at the latest; none where it is now.
fn handed_over_until(tx: &Tx<'_>, now: &Moment) -> Result<Option<DateTime<Utc>>> {
    let mut until = None;
    for part in part::all(tx)? {
        let Some(own) = Role::from_key(&part.role).and_then(Role::side) else {
            continue;
        };
        // Most relationships are not being signed, and their versions need not be read.
        if shared::rows(tx, &schema::SIGNING_STEP, &part.relationship)?.is_empty() {
            continue;
        }
        let versions = Versions::load(tx, &part.relationship)?;
        let last = versions
            .open()
            .and_then(|version| version.steps.iter().rev().find(|step| step.handed_over));
        let ends = last
            .filter(|step| step.side != own)
            .and_then(|step| Moment::from_text(&step.at))
            .filter(|at| {
                let since = now.utc() - at.utc();
                since >= -LONGEST_HAND_OVER && since <= LONGEST_HAND_OVER
            })
            .and_then(|at| {
                let over = LONGEST_HAND_OVER.checked_add(&TimeDelta::seconds(1))?;
                at.utc().checked_add_signed(over)
            });
        until = until.max(ends);
    }
    Ok(until)
}

/// Whether notifications are paused for today.
pub(crate) fn pauses(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Pauses>> {
    desk.store.read(|tx| {
        Ok(Outcome::read(Pauses {
            today: is_paused(tx, &desk.now)?,
        }))
    })
}

/// Pauses notifications until the end of this day, or takes that back.
pub(crate) fn pause(desk: &Desk<'_>, request: PauseReminders) -> Result<Outcome<Pauses>> {
    desk.store.write(|tx| {
        let day = if request.today {
            desk.now.date().to_string()
        } else {
            String::new()
        };
        person::save_setting(tx, PAUSED_ON, &day)?;
        let pauses = Pauses {
            today: request.today,
        };
        Ok(Outcome::changed(pauses, &["reminders"]))
    })
}
