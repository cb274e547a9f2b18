//! What the shell's clock asks for: what is to be notified now, and what will be until a moment.

use super::{all_facts, hold, kinds, ledger, row, save};
use crate::api::today::{Due, Notice, Notices};
use crate::domain::moment::Moment;
use crate::error::{Error, Result};
use crate::ops::profile::load_settings;
use crate::ops::{Desk, Outcome};
use crate::reminders::foresight::foresee;
use crate::reminders::ledger::{CAP_SECONDS, Fate, Memory, look, next_look, showing, shown};
use crate::reminders::words::{gathered, route, say};
use crate::reminders::{Claim, Toast, kind};
use crate::store::{Tx, fired, person};

/// Where the last look and the last notifications are kept.
const MEMORY: &str = "reminder_memory";
/// The last look is kept at least this often, in seconds; in between it is known to the running program.
const KEPT_EVERY: i64 = 900;

#[derive(serde::Serialize, serde::Deserialize, Default)]
#[serde(default)]
struct Kept {
    looked: Option<i64>,
    toasts: Vec<i64>,
}

fn kept(tx: &Tx<'_>) -> Result<Kept> {
    Ok(person::setting(tx, MEMORY)?
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

/// Claims what is to be notified now. Only the process that gets the claim shows it; what is claimed
/// and not handed over within a minute is claimed anew. `looked` is the last look of this
/// process, seconds since 1970.
pub(crate) fn tick(tx: &Tx<'_>, now: &Moment, looked: &mut Option<i64>) -> Result<Option<Toast>> {
    let rules = kinds::rules(tx, now)?;
    let seconds = now.utc().timestamp();
    if rules.quiet.holds(now.civil()) || hold::holds_until(tx, now)?.is_some() {
        return Ok(None);
    }
    let Kept {
        looked: before,
        mut toasts,
    } = kept(tx)?;
    let memory = Memory {
        looked: (*looked).or(before),
        toasts: toasts.clone(),
    };
    let all = all_facts(tx, now)?;
    let mut look = look(&all, &rules, &ledger(tx)?, &memory, now.utc());
    for (claim, entry) in &look.entries {
        if entry.fate != Fate::Claimed {
            save(tx, claim, *entry)?;
        } else if !fired::claim(tx, &row(claim, *entry), seconds)? {
            look.claimed.retain(|occurrence| occurrence.key() != *claim);
        }
    }
    *looked = Some(seconds);
    if look.count() > 0 {
        toasts.retain(|shown| (seconds - CAP_SECONDS..=seconds).contains(shown));
        toasts.push(seconds);
    }
    let stale = before.is_none_or(|before| !(seconds - KEPT_EVERY..=seconds).contains(&before));
    if stale || !look.entries.is_empty() {
        let kept = Kept {
            looked: Some(seconds),
            toasts,
        };
        let text =
            serde_json::to_string(&kept).map_err(|error| Error::Internal(error.to_string()))?;
        person::save_setting(tx, MEMORY, &text)?;
    }
    let claims = look.claimed.iter().map(|occurrence| occurrence.key());
    if let ([only], 0) = (look.claimed.as_slice(), look.missed)
        && let Some(facts) = all
            .iter()
            .find(|facts| facts.relationship == only.relationship)
    {
        let names = load_settings(tx)?.names_in_notifications;
        let said = say(facts, only, now.date(), names);
        return Ok(Some(Toast {
            title: said.title,
            body: said.body,
            route: route(only),
            claims: claims.collect(),
            done: kind(only.kind).done,
        }));
    }
    if look.count() == 0 {
        return Ok(None);
    }
    let said = gathered(&look);
    Ok(Some(Toast {
        title: said.title,
        body: said.body,
        route: "/reminders".to_owned(),
        claims: claims.collect(),
        done: false,
    }))
}

/// Notes that claimed occurrences go to the desktop now, and answers whether they may: only while each of them is
/// this process's and was not handed over before.
pub(crate) fn may_show(tx: &Tx<'_>, claims: &[Claim], now: &Moment) -> Result<bool> {
    let Some(entries) = showing(&ledger(tx)?, claims, now.utc()) else {
        return Ok(false);
    };
    for (claim, entry) in entries {
        save(tx, &claim, entry)?;
    }
    Ok(true)
}

/// Notes that a claimed notification was shown.
pub(crate) fn report_shown(tx: &Tx<'_>, claims: &[Claim]) -> Result<()> {
    for (claim, entry) in shown(&ledger(tx)?, claims) {
        save(tx, &claim, entry)?;
    }
    Ok(())
}

/// When [`tick`] has something to do next, seconds since 1970; none where nothing lies within a day.
pub(crate) fn next_due(tx: &Tx<'_>, now: &Moment) -> Result<Option<i64>> {
    let rules = kinds::rules(tx, now)?;
    Ok(next_look(
        &all_facts(tx, now)?,
        &rules,
        &ledger(tx)?,
        now.utc(),
    ))
}

/// What would be notified until a moment, and when, if nothing else happens: the moments of [`tick`].
pub(crate) fn notices(tx: &Tx<'_>, now: &Moment, until: &Moment) -> Result<Vec<Notice>> {
    let rules = kinds::rules(tx, now)?;
    let names = load_settings(tx)?.names_in_notifications;
    let all = all_facts(tx, now)?;
    let Kept { looked, toasts } = kept(tx)?;
    let memory = Memory { looked, toasts };
    let held = hold::holds_until(tx, now)?;
    let ledger = ledger(tx)?;
    let ahead = foresee(&all, &rules, &ledger, &memory, held, now.utc(), until.utc());
    let notices = ahead.iter().filter_map(|ahead| {
        let facts = all.get(ahead.whose)?;
        let occurrence = &ahead.occurrence;
        let said = say(facts, occurrence, rules.zone.civil(ahead.at).date(), names);
        Some(Notice {
            kind: occurrence.kind.text().to_owned(),
            with: occurrence
                .with
                .iter()
                .map(|merged| merged.kind.text().to_owned())
                .collect(),
            relationship: occurrence.relationship.clone(),
            at: Moment::new(ahead.at, now.zone().clone()).to_text(),
            title: said.title,
            body: said.body,
            route: route(occurrence),
        })
    });
    Ok(notices.collect())
}

/// The same as a use case.
pub(crate) fn due(desk: &Desk<'_>, request: Due) -> Result<Outcome<Notices>> {
    let until = Moment::read(&request.until, desk.now.zone().clone())
        .map_err(|sentence| Error::field("invalid", "until", sentence))?;
    desk.store.read(|tx| {
        Ok(Outcome::read(Notices {
            notices: notices(tx, &desk.now, &until)?,
        }))
    })
}
