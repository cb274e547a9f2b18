//! What the two agreed for a session that cannot be as planned, offered where one is moved or cancelled (R70).

use super::{Opened, ledger};
use crate::api::session::WhichSession;
use crate::api::session_plan::{Contingency, ContingencyKind, ContingencyOffer};
use crate::domain::dates;
use crate::domain::ids::SessionId;
use crate::domain::moment::Moment;
use crate::domain::session::{Session, new_times_by};
use crate::error::Result;
use crate::ops::contact::lines;
use crate::ops::{Desk, Outcome, words};
use crate::record::session::{Change, Changed};

/// What was agreed, and what a change would mean now; nothing is changed.
pub(crate) fn get(desk: &Desk<'_>, request: WhichSession) -> Result<Outcome<Contingency>> {
    desk.store.read(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let session = opened.session(&request.session)?;
        let present = session.zone().civil(desk.now.utc());
        let change = Change {
            id: String::new(),
            position: 0,
            session: session.id.clone(),
            kind: Changed::Moved,
            side: opened.side(),
            asked_on: present.date(),
            asked_at: Some(present.time()),
            was_at: session.starts_at,
            was_zone: session.zone.clone(),
            now_at: None,
            now_zone: None,
            travel: false,
            reason: String::new(),
        };
        let moves = opened.moves(&session.id);
        Ok(Outcome::read(of(
            &opened, session, &change, moves, &desk.now,
        )))
    })
}

/// The same for a change that was made.
pub(super) fn of(
    opened: &Opened,
    session: &Session,
    change: &Change,
    moves: u32,
    now: &Moment,
) -> Contingency {
    let state = &opened.state;
    let today = now.date();
    let postpone = state.terms.postpone.as_deref();
    let until = state
        .terms
        .postpone_days
        .and_then(|days| dates::add_days(change.was_at.date(), i64::from(days)));
    let mut offers: Vec<ContingencyOffer> = [
        (ContingencyKind::Move, "move", "Find a new date"),
        (
            ContingencyKind::Call,
            "call",
            "Have a short call at the same time instead",
        ),
        (
            ContingencyKind::Skip,
            "skip",
            "Leave it out, and meet at the next date",
        ),
    ]
    .into_iter()
    .map(|(kind, key, told)| {
        let agreed = postpone == Some(key);
        let until = until.filter(|_| agreed && kind == ContingencyKind::Move);
        ContingencyOffer {
            kind,
            words: match until {
                Some(until) => format!("{told} by {}", dates::long(until)),
                None => told.to_owned(),
            },
            agreed,
            until: until.map(|until| words(today, until)),
        }
    })
    .collect();
    offers.sort_by_key(|offer| !offer.agreed);
    Contingency {
        session: SessionId(session.id.clone()),
        agreed: lines(state, &["template.5.postpone"]).into_iter().next(),
        offers,
        notice: ledger::notice(change, state),
        moves,
        warning: (moves >= 1 && session.is_open()).then(|| {
            let times = match moves {
                1 => "once".to_owned(),
                2 => "twice".to_owned(),
                _ => format!("{moves} times"),
            };
            format!("This session has been moved {times} already. Is there a time that is safer for you both?")
        }),
        new_times_by: words(today, new_times_by(change.asked_on)),
    }
}
