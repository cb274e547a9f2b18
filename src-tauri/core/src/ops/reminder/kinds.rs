//! What the owner chose for each kind of reminder, and what there is to choose.

use super::super::profile::{load_settings, read_clock};
use super::super::{Desk, Outcome};
use crate::api::reminder::{ChangeReminderKind, Lead, ReminderKind, ReminderKinds, WhichKind};
use crate::api::start::{Delivery, Nothing};
use crate::domain::moment::Moment;
use crate::error::{Error, Result};
use crate::reminders::catalogue::LeadUnit;
use crate::reminders::ledger::LONGEST_LEAD;
use crate::reminders::{
    Choice, END_OF_DAY, Kind, Number, Quiet, Reach, Rules, START_OF_DAY, kind, kinds,
};
use crate::store::{Tx, person};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where the choices are kept.
const KINDS: &str = "reminder_kinds";
/// More leads than this for one kind would nag.
const MOST_LEADS: usize = 6;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    delivery: Option<Delivery>,
    leads: Option<Vec<i64>>,
}

fn kept(tx: &Tx<'_>) -> Result<BTreeMap<Number, Kept>> {
    Ok(person::setting(tx, KINDS)?
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

const fn reach(delivery: Delivery) -> Reach {
    match delivery {
        Delivery::Notify => Reach::Notify,
        Delivery::InApp => Reach::InApp,
        Delivery::Off => Reach::Off,
    }
}

/// The owner's rules, in the zone of the clock.
pub(super) fn rules(tx: &Tx<'_>, now: &Moment) -> Result<Rules> {
    let settings = load_settings(tx)?;
    let usual = Rules::usual(now.zone().clone());
    let time = |text: &str, otherwise: NaiveTime| read_clock(text).unwrap_or(otherwise);
    Ok(Rules {
        quiet: Quiet {
            from: time(&settings.quiet_from, usual.quiet.from),
            until: time(&settings.quiet_until, usual.quiet.until),
        },
        start_of_day: time(&settings.start_of_day, START_OF_DAY),
        end_of_day: time(&settings.end_of_day, END_OF_DAY),
        kinds: kept(tx)?
            .into_iter()
            .map(|(number, kept)| {
                let choice = Choice {
                    reach: kept.delivery.map_or(Reach::Notify, reach),
                    leads: kept.leads,
                };
                (number, choice)
            })
            .collect(),
        ..usual
    })
}

fn lead(unit: LeadUnit, amount: i64) -> Lead {
    let count = amount.unsigned_abs();
    let many = |one: &str| {
        if count == 1 {
            format!("1 {one}")
        } else {
            format!("{count} {one}s")
        }
    };
    let span = match unit {
        LeadUnit::Days => many("day"),
        LeadUnit::Minutes if count >= 60 && count.is_multiple_of(60) => {
            let hours = count / 60;
            if hours == 1 {
                "1 hour".to_owned()
            } else {
                format!("{hours} hours")
            }
        }
        LeadUnit::Minutes => many("minute"),
    };
    Lead {
        amount,
        words: match (unit, amount.signum()) {
            (LeadUnit::Days, 0) => "on the day".to_owned(),
            (LeadUnit::Minutes, 0) => "at that moment".to_owned(),
            (_, -1) => format!("{span} before"),
            _ => format!("{span} after"),
        },
    }
}

fn view(of: &Kind, kept: Option<&Kept>) -> ReminderKind {
    let own = kept.and_then(|kept| kept.leads.as_ref());
    ReminderKind {
        kind: of.kind,
        name: of.name.clone(),
        roles: of.whom.clone(),
        measured: of.measured.clone(),
        until: of.until.clone(),
        why: of.why.clone(),
        agreed: of.agreed.clone().filter(|_| own.is_none()),
        unit: of.unit,
        time: of.time,
        delivery: kept
            .and_then(|kept| kept.delivery)
            .unwrap_or(Delivery::Notify),
        leads: own
            .unwrap_or(&of.leads)
            .iter()
            .map(|amount| lead(of.unit, *amount))
            .collect(),
        changed: kept.is_some_and(|kept| kept.delivery.is_some() || kept.leads.is_some()),
    }
}

fn answer(tx: &Tx<'_>) -> Result<ReminderKinds> {
    let kept = kept(tx)?;
    Ok(ReminderKinds {
        kinds: kinds()
            .iter()
            .map(|of| view(of, kept.get(&of.kind)))
            .collect(),
    })
}

pub(crate) fn list(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<ReminderKinds>> {
    desk.store.read(|tx| Ok(Outcome::read(answer(tx)?)))
}

/// Leads in order, each once.
fn read_leads(of: &Kind, leads: &[i64]) -> Result<Vec<i64>> {
    let refuse = |message: String| Err(Error::field("invalid", "leads", message));
    if leads.is_empty() {
        return refuse(format!(
            "A reminder without a time would never come. Nothing was changed. Give “{}” at least one, or switch it off.",
            of.name
        ));
    }
    if leads.len() > MOST_LEADS {
        return refuse(format!(
            "More than {MOST_LEADS} times for one reminder are too many. Nothing was changed. Take some of them away."
        ));
    }
    let longest = match of.unit {
        LeadUnit::Days => LONGEST_LEAD - 30,
        LeadUnit::Minutes => 7 * 24 * 60,
    };
    if leads.iter().any(|amount| amount.abs() > longest) {
        return refuse(match of.unit {
            LeadUnit::Days => format!("A reminder comes at most {longest} days before or after its date. Nothing was changed. Type a smaller number."),
            LeadUnit::Minutes => "A reminder of this kind comes at most a week before or after, which is 10080 minutes. Nothing was changed. Type a smaller number.".to_owned(),
        });
    }
    let mut leads = leads.to_vec();
    leads.sort_unstable();
    leads.dedup();
    Ok(leads)
}

fn write(
    desk: &Desk<'_>,
    act: impl FnOnce(&mut BTreeMap<Number, Kept>) -> Result<()>,
) -> Result<Outcome<ReminderKinds>> {
    desk.store.write(|tx| {
        let mut all = kept(tx)?;
        act(&mut all)?;
        let text =
            serde_json::to_string(&all).map_err(|error| Error::Internal(error.to_string()))?;
        person::save_setting(tx, KINDS, &text)?;
        Ok(Outcome::changed(
            answer(tx)?,
            &["settings", "reminders", "today"],
        ))
    })
}

/// Changes how, and when, a kind of reminder comes.
pub(crate) fn change(
    desk: &Desk<'_>,
    request: ChangeReminderKind,
) -> Result<Outcome<ReminderKinds>> {
    let leads = match &request.leads {
        Some(leads) => Some(read_leads(kind(request.kind), leads)?),
        None => None,
    };
    write(desk, |all| {
        let kept = all.entry(request.kind).or_default();
        if let Some(delivery) = request.delivery {
            kept.delivery = Some(delivery);
        }
        if leads.is_some() {
            kept.leads = leads;
        }
        Ok(())
    })
}

/// Takes the owner's choices for a kind back.
pub(crate) fn reset(desk: &Desk<'_>, request: WhichKind) -> Result<Outcome<ReminderKinds>> {
    write(desk, |all| {
        all.remove(&request.kind);
        Ok(())
    })
}
