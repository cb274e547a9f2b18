//! What signing asks of the owner, as a card of Today.

use super::today::partner;
use super::version::{place, text_of};
use super::{Desk, paper, ready};
use crate::api::today::Card;
use crate::domain::comparison::changes;
use crate::domain::side::{Role, Side};
use crate::error::Result;
use crate::papers::text;
use crate::record::state::State;
use crate::record::versions::{Version, Versions};
use crate::store::Tx;
use crate::store::part::PartRow;

/// What a card says; the rest of it is the same for all of them.
struct Said {
    kind: &'static str,
    title: String,
    body: String,
    why: &'static str,
    action: &'static str,
}

const BOTH: &str = "A version counts when both of you have signed it.";

/// The card of a relationship, where signing waits for somebody or can begin.
pub(super) fn card(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    part: &PartRow,
    role: Role,
    state: &State,
) -> Result<Option<Card>> {
    let Some(own) = role.side() else {
        return Ok(None);
    };
    let versions = Versions::load(tx, &part.relationship)?;
    let other = partner(state, role);
    let said = match versions.open() {
        Some(version) if !version.signatures.is_empty() => Some(waiting(version, own, &other)),
        Some(_) | None => to_sign(desk, tx, state, &versions, &other)?,
    };
    Ok(said.map(|said| Card {
        id: format!("signing/{}", part.relationship),
        kind: said.kind.to_owned(),
        title: said.title,
        body: said.body,
        why: said.why.to_owned(),
        why_route: None,
        action: said.action.to_owned(),
        route: format!("/relationship/{}/sign", part.relationship),
        by: None,
        relationship: Some(part.relationship.clone()),
        reminder: None,
    }))
}

/// One of the two has signed, and something is missing.
fn waiting(version: &Version, own: Side, other: &str) -> Said {
    let number = version.number;
    if version.signature(own).is_none() {
        return Said {
            kind: "sign",
            title: format!("Sign your agreement with {other}"),
            body: format!("{other} has signed version {number}. Read it, and sign it too."),
            why: BOTH,
            action: "Read and sign",
        };
    }
    let unconfirmed = |side: Side| {
        let signature = version.signature(side);
        signature.is_some_and(|signature| version.waits_for_confirmation(signature))
    };
    if unconfirmed(own.other()) {
        return Said {
            kind: "confirm_paper",
            title: format!("Confirm {other}'s signature on paper"),
            body: format!(
                "{other} signed version {number} by hand. Look at the signed page and say that you have seen it."
            ),
            why: "A signature by hand counts when the other person has seen it.",
            action: "Look at it",
        };
    }
    if version.signature(own.other()).is_none() {
        return Said {
            kind: "signature",
            title: format!("Waiting for {other}'s signature"),
            body: format!(
                "You have signed version {number}. It waits for {other} to read and sign it on this computer."
            ),
            why: BOTH,
            action: "Go on signing",
        };
    }
    Said {
        kind: "signature",
        title: format!("Waiting for {other} to confirm your signature"),
        body: format!(
            "You signed version {number} by hand. {other} still says on this computer that they have seen it."
        ),
        why: "A signature by hand counts when the other person has seen it.",
        action: "Go on signing",
    }
}

/// Nothing is half signed: everything is settled and can be signed, for the first time or anew.
fn to_sign(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    state: &State,
    versions: &Versions,
    other: &str,
) -> Result<Option<Said>> {
    let ready = ready::of(tx, state)?;
    if !ready.talking.is_empty() {
        return Ok(None);
    }
    let action = "Check and sign";
    let body = |told: String| {
        if ready.ready {
            told
        } else {
            "Everything is settled. A few things are needed before you sign; the first step lists them.".to_owned()
        }
    };
    let Some(last) = versions.newest_signed() else {
        return Ok(Some(Said {
            kind: "sign",
            title: format!("Sign your agreement with {other}"),
            body: body(
                "Everything is settled. Read it once more together, and sign it.".to_owned(),
            ),
            why: "With your signatures the text stands, and you can both rely on it.",
            action,
        }));
    };
    let mut facts = paper::facts_of(desk, state)?;
    place(versions, &mut facts)?;
    let count = changes(&text_of(last)?, &text::of(&facts)).len();
    if count == 0 {
        return Ok(None);
    }
    let what = if count == 1 {
        "One thing has".to_owned()
    } else {
        format!("{count} things have")
    };
    Ok(Some(Said {
        kind: "sign",
        title: format!("Sign what you changed with {other}"),
        body: body(format!(
            "{what} changed since version {}. Signing makes it version {}.",
            last.number,
            versions.next_number()
        )),
        why: "The version that you both signed counts until you sign the next one.",
        action,
    }))
}
