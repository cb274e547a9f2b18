//! The owner's profile and settings.

use super::{Desk, Outcome, line, optional_line};
use crate::api::relationship::{People, PersonView};
use crate::api::start::{Done, Nothing, Place, Profile, ProfileView, Settings};
use crate::domain::closing::Standing;
use crate::domain::ids::PersonId;
use crate::domain::shared as schema;
use crate::domain::side::{Role, Side};
use crate::domain::zone::Zone;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::closing;
use crate::store::person::{self, PersonRow, ProfileRow};
use crate::store::{Tx, part};
use serde_json::Value;

/// The zone with this name; the computer's where nothing was typed (R92).
pub(crate) fn read_zone(field: &str, name: &str, own: &Zone) -> Result<Zone> {
    if name.trim().is_empty() {
        return Ok(own.clone());
    }
    Zone::named(name).ok_or_else(|| {
        Error::field(
            "unknown_zone",
            field,
            format!("The time zone “{}” is not known here. Nothing was changed. Choose one from the list, for example Europe/London.", super::glimpse(name)),
        )
    })
}

/// Reads an e-mail address: nothing, or something with an @ between two parts.
pub(crate) fn read_email(field: &str, text: &str) -> Result<String> {
    let text = optional_line(field, "e-mail address", text)?;
    let fits = match text.split_once('@') {
        Some((user, host)) => {
            !user.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
        }
        None => text.is_empty(),
    };
    if fits {
        return Ok(text);
    }
    Err(Error::field(
        "invalid",
        field,
        format!(
            "“{}” does not look like an e-mail address. Nothing was changed. Type it like name@example.org, or leave it empty.",
            super::glimpse(&text)
        ),
    ))
}

pub(crate) fn get(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<ProfileView>> {
    desk.store.read(|tx| {
        let profile = person::profile(tx)?.map(|row| Profile {
            name: row.name,
            email: row.email,
            phone: row.phone,
            zone: row.zone,
            roles: row.roles.split(',').filter_map(Role::from_key).collect(),
        });
        Ok(Outcome::read(ProfileView { profile }))
    })
}

/// Keeps the profile, and the owner's name and zone in every relationship.
pub(crate) fn save(desk: &Desk<'_>, request: Profile) -> Result<Outcome<Done>> {
    let name = line("name", "name", &request.name)?;
    let email = read_email("email", &request.email)?;
    let phone = optional_line("phone", "phone number", &request.phone)?;
    let zone = read_zone("zone", &request.zone, desk.now.zone())?
        .name()
        .to_owned();
    let roles = request
        .roles
        .iter()
        .map(|role| role.key())
        .collect::<Vec<_>>()
        .join(",");
    desk.store.write(|tx| {
        let place = person::owner(tx)?
            .map(|owner| owner.place)
            .unwrap_or_default();
        let id = person::owner(tx)?.map_or_else(PersonId::new, |owner| owner.id);
        let row = PersonRow {
            id: id.clone(),
            name,
            email,
            phone,
            zone,
            place,
            owner: true,
        };
        person::save_profile(
            tx,
            &ProfileRow {
                name: row.name.clone(),
                email: row.email.clone(),
                phone: row.phone.clone(),
                zone: row.zone.clone(),
                roles,
            },
        )?;
        person::save(tx, &row)?;
        spread(tx, desk, &row)?;
        Ok(Outcome::changed(Done {}, &["profile", "relationships"]))
    })
}

/// Writes a person's name and addresses into the shared record of each relationship they are in.
fn spread(tx: &Tx<'_>, desk: &Desk<'_>, row: &PersonRow) -> Result<()> {
    for part in part::all(tx)? {
        let side = match (part.mentor == row.id, part.mentee == row.id) {
            (true, _) => Side::Mentor,
            (_, true) => Side::Mentee,
            _ => continue,
        };
        let Some(role) = Role::from_key(&part.role) else {
            continue;
        };
        // R127: one that has come to its end keeps the details with which it did.
        if closing::standing(tx, &part.relationship)?.0 != Standing::Open {
            continue;
        }
        let mut pen = Pen::new(
            tx,
            &part.relationship,
            role,
            &desk.now,
            format!("changing the details of {}", row.name),
        );
        for (field, value) in [
            ("name", &row.name),
            ("email", &row.email),
            ("phone", &row.phone),
            ("zone", &row.zone),
            ("place", &row.place),
        ] {
            pen.set(
                &schema::PARTICIPANT,
                side.key(),
                field,
                Value::from(value.as_str()),
            )?;
        }
    }
    Ok(())
}

pub(crate) fn people(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<People>> {
    desk.store.read(|tx| {
        let people = person::people(tx)?
            .into_iter()
            .map(|row| PersonView {
                id: row.id,
                name: row.name,
                email: row.email,
                phone: row.phone,
                zone: row.zone,
                place: row.place,
                owner: row.owner,
            })
            .collect();
        Ok(Outcome::read(People { people }))
    })
}

const SETTINGS: &str = "settings";

/// The settings as they are kept; the defaults where nothing was kept yet or it cannot be read.
pub(crate) fn load_settings(tx: &Tx<'_>) -> Result<Settings> {
    Ok(person::setting(tx, SETTINGS)?
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

pub(crate) fn settings(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Settings>> {
    desk.store.read(|tx| Ok(Outcome::read(load_settings(tx)?)))
}

/// Reads `21:00`.
pub(crate) fn read_clock(text: &str) -> Option<chrono::NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    if hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    chrono::NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

pub(crate) fn save_settings(desk: &Desk<'_>, request: Settings) -> Result<Outcome<Settings>> {
    if !(80..=200).contains(&request.text_size) {
        return Err(Error::field(
            "out_of_range",
            "textSize",
            "The text size goes from 80 to 200 percent. Nothing was changed. Choose a size between the two.",
        ));
    }
    for (field, text) in [
        ("quietFrom", &request.quiet_from),
        ("quietUntil", &request.quiet_until),
        ("startOfDay", &request.start_of_day),
        ("endOfDay", &request.end_of_day),
    ] {
        if read_clock(text).is_none() {
            return Err(Error::field(
                "invalid",
                field,
                "This could not be read as a time of day. Nothing was changed. Type it like 21:00.",
            ));
        }
    }
    let text =
        serde_json::to_string(&request).map_err(|error| Error::Internal(error.to_string()))?;
    desk.store.write(|tx| {
        person::save_setting(tx, SETTINGS, &text)?;
        Ok(Outcome::changed(
            request,
            &["settings", "reminders", "today"],
        ))
    })
}

const PLACE: &str = "place";

/// The address of the page that was shown last.
pub(crate) fn place(desk: &Desk<'_>) -> Result<Option<String>> {
    desk.store.read(|tx| Ok(person::setting(tx, PLACE)?))
}

/// Keeps the address of the page that is shown, so that the next start comes back to it.
pub(crate) fn keep_place(desk: &Desk<'_>, request: Place) -> Result<Outcome<Done>> {
    let route = line("route", "address", &request.route)?;
    desk.store.write(|tx| {
        person::save_setting(tx, PLACE, &route)?;
        Ok(Outcome::read(Done {}))
    })
}
