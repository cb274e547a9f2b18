//! Keys: those with which people sign here, and those that a partner's own Fairlead was seen to use.
//!
//! A key that was seen first is pinned. Another one later is no proof of anything bad, a new computer has a
//! new key, but nothing that it signed counts before the two have compared it by voice.

use super::version::{told, view};
use super::{Desk, Outcome, find_own};
use crate::api::relationship::Which;
use crate::api::signing::{ConfirmKey, KeyState, KeysView, PartnerKey};
use crate::domain::ids::{PersonId, RelationshipId};
use crate::domain::moment::Moment;
use crate::domain::side::Side;
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::part::PartRow;
use crate::store::signing::{self, KeyRow, PartnerKeyRow};
use crate::trust::key::{PublicKey, Secrets};
use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

/// The person on a side of a relationship.
pub(crate) const fn person(part: &PartRow, side: Side) -> &PersonId {
    match side {
        Side::Mentor => &part.mentor,
        Side::Mentee => &part.mentee,
    }
}

/// Secrets, and since when they are there.
pub(crate) struct Kept {
    pub secrets: Secrets,
    pub made: DateTime<Utc>,
}

/// The secrets of a person that are kept here.
pub(crate) fn kept(tx: &Tx<'_>, person: &PersonId) -> Result<Option<Kept>> {
    let Some(row) = signing::key(tx, person)? else {
        return Ok(None);
    };
    let broken = || Error::Internal("a signing key cannot be read".to_owned());
    Ok(Some(Kept {
        secrets: Secrets::from_bytes(&row.own, &row.pdf).ok_or_else(broken)?,
        made: Moment::from_text(&row.made_at).ok_or_else(broken)?.utc(),
    }))
}

/// The secrets of a person; drawn now where there are none.
pub(crate) fn kept_or_drawn(tx: &Tx<'_>, person: &PersonId, now: &Moment) -> Result<Kept> {
    if let Some(kept) = kept(tx, person)? {
        return Ok(kept);
    }
    let secrets = Secrets::draw()?;
    signing::insert_key(
        tx,
        person,
        &KeyRow {
            own: Zeroizing::new(secrets.own_bytes().to_vec()),
            pdf: Zeroizing::new(secrets.pdf_bytes().to_vec()),
            made_at: now.to_text(),
        },
    )?;
    Ok(Kept {
        secrets,
        made: now.utc(),
    })
}

/// What is known of a key that somebody used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Seen {
    /// Its secret is kept on this computer.
    KeptHere,
    /// It was never seen, and no other one either: it is pinned from now on.
    First,
    /// It is the one that was seen before, or was confirmed by voice.
    Same,
    /// It is another one than the one seen before.
    Changed {
        /// Since when the other one is known (RFC 9557).
        since: String,
    },
}

/// Looks at a key that a paper or packet says one of the two used, and pins it where it is the first.
pub(crate) fn observe(
    tx: &Tx<'_>,
    part: &PartRow,
    side: Side,
    key: &PublicKey,
    now: &Moment,
) -> Result<Seen> {
    if kept(tx, person(part, side))?.is_some_and(|kept| kept.secrets.public() == *key) {
        return Ok(Seen::KeptHere);
    }
    let known = signing::partner_keys(tx, &part.relationship, side.key())?;
    let seen = match pinned(&known) {
        None => Seen::First,
        Some(pinned) if pinned.key == key.hex() => return Ok(Seen::Same),
        Some(pinned) => Seen::Changed {
            since: pinned.seen_at.clone(),
        },
    };
    if !known.iter().any(|row| row.key == key.hex()) {
        let row = PartnerKeyRow {
            position: i64::try_from(known.len()).unwrap_or(i64::MAX),
            key: key.hex(),
            seen_at: now.to_text(),
            confirmed_at: None,
        };
        signing::save_partner_key(tx, &part.relationship, side.key(), &row)?;
    }
    Ok(seen)
}

/// Whether the two compared this key of the partner's by voice.
pub(crate) fn is_confirmed(
    tx: &Tx<'_>,
    part: &PartRow,
    side: Side,
    key: &PublicKey,
) -> Result<bool> {
    let known = signing::partner_keys(tx, &part.relationship, side.key())?;
    let key = key.hex();
    Ok(known
        .iter()
        .any(|row| row.key == key && row.confirmed_at.is_some()))
}

/// The key that counts: the one confirmed last, else the one seen first.
fn pinned(known: &[PartnerKeyRow]) -> Option<&PartnerKeyRow> {
    let confirmed = known.iter().filter(|row| row.confirmed_at.is_some());
    confirmed
        .max_by_key(|row| {
            let at = row.confirmed_at.as_deref().and_then(Moment::from_text);
            at.map(|at| at.utc())
        })
        .or_else(|| known.first())
}

fn partner_view(name: &str, row: &PartnerKeyRow, known: &[PartnerKeyRow]) -> Option<PartnerKey> {
    let fingerprint = view(PublicKey::from_hex(&row.key)?.fingerprint());
    let since = Moment::from_text(&pinned(known)?.seen_at)?;
    let state = if row.confirmed_at.is_some() {
        KeyState::Confirmed
    } else if pinned(known) == Some(row) {
        KeyState::First
    } else {
        KeyState::Changed
    };
    let four = fingerprint.words.join(" - ");
    let words = match state {
        KeyState::First => format!(
            "This is the first key of {name}'s that was seen here. Call each other, and have {name} read the four words of the key: {four}."
        ),
        KeyState::Confirmed => format!("You compared this key with {name} by voice."),
        KeyState::Changed => format!(
            "{name}'s key is another one than before, which was known since {}. That happens with a new computer, and it happens when somebody else signs in {name}'s name. Call {name} and compare the four words of the new key: {four}. Until then, what it signed counts for nothing.",
            crate::domain::dates::long(since.date())
        ),
    };
    Some(PartnerKey {
        key: row.key.clone(),
        fingerprint,
        state,
        seen: told(&row.seen_at),
        words,
    })
}

fn views(tx: &Tx<'_>, part: &PartRow, own: Side) -> Result<KeysView> {
    let state = crate::record::state::State::load(tx, &part.relationship)?;
    let name = &state.person(own.other()).name;
    let known = signing::partner_keys(tx, &part.relationship, own.other().key())?;
    Ok(KeysView {
        own: kept(tx, person(part, own))?.map(|kept| view(kept.secrets.public().fingerprint())),
        partner: known
            .iter()
            .filter_map(|row| partner_view(name, row, &known))
            .collect(),
    })
}

fn own_side(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<(PartRow, Side)> {
    let (part, role) = find_own(tx, relationship)?;
    let side = role
        .side()
        .ok_or_else(|| Error::Internal("one of the two has no side".to_owned()))?;
    Ok((part, side))
}

/// The keys of a relationship.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<KeysView>> {
    desk.store.read(|tx| {
        let (part, side) = own_side(tx, &request.relationship)?;
        Ok(Outcome::read(views(tx, &part, side)?))
    })
}

/// Notes that the two compared a key of the partner's by voice: it counts from now on.
pub(crate) fn confirm(desk: &Desk<'_>, request: ConfirmKey) -> Result<Outcome<KeysView>> {
    desk.store.write(|tx| {
        let (part, side) = own_side(tx, &request.relationship)?;
        let other = side.other().key();
        let row = signing::partner_keys(tx, &part.relationship, other)?
            .into_iter()
            .find(|row| row.key == request.key)
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "key",
                    "This key was never seen here. Nothing was changed. key.get lists the keys that were.",
                )
            })?;
        let row = PartnerKeyRow {
            confirmed_at: Some(desk.now.to_text()),
            ..row
        };
        signing::save_partner_key(tx, &part.relationship, other, &row)?;
        Ok(Outcome::changed(
            views(tx, &part, side)?,
            &["agreement", "relationships"],
        ))
    })
}
