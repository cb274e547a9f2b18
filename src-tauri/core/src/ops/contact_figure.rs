//! How many of the pairs that a coordinator looks after are in touch (R9): states and dates, nothing else.

use super::contact_facts::ContactFacts;
use super::contact_view::state_view;
use super::{Desk, Outcome, relationship};
use crate::api::contact_log::{InTouchFigure, PairInTouch};
use crate::api::start::Nothing;
use crate::domain::contact_state::Flag;
use crate::domain::side::Role;
use crate::domain::wording::amount;
use crate::error::Result;
use crate::record::state::State;
use crate::store::part;

/// The figure over all pairs that the owner looks after and that are connected.
pub(crate) fn get(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<InTouchFigure>> {
    desk.store.read(|tx| {
        let mut figure = InTouchFigure {
            connected: 0,
            in_time: 0,
            later: 0,
            under_way: 0,
            overdue: 0,
            words: String::new(),
            pairs: Vec::new(),
        };
        for part in part::all(tx)? {
            if Role::from_key(&part.role) != Some(Role::Coordinator) {
                continue;
            }
            let state = State::load(tx, &part.relationship)?;
            let facts = ContactFacts::load(tx, &state, desk.now.date())?;
            if facts.connected_on.is_none() {
                continue;
            }
            let known = facts.known();
            figure.connected = figure.connected.saturating_add(1);
            let count = match (known.flag(desk.now.date()), known.in_time()) {
                (Flag::Green, Some(true)) => &mut figure.in_time,
                (Flag::Green, Some(false) | None) => &mut figure.later,
                (Flag::Early | Flag::Amber, _) => &mut figure.under_way,
                (Flag::Red, _) => &mut figure.overdue,
            };
            *count = count.saturating_add(1);
            figure.pairs.push(PairInTouch {
                relationship: part.relationship,
                title: relationship::title(&state),
                contact: state_view(&state, Role::Coordinator, &facts, &desk.now),
            });
        }
        figure.pairs.sort_by_key(|pair| {
            let rank = match pair.contact.flag.as_str() {
                "red" => 0,
                "amber" => 1,
                "early" => 2,
                _ => 3,
            };
            (rank, pair.title.to_lowercase())
        });
        figure.words = format!(
            "In touch by day 14: {} of {}.",
            figure.in_time,
            amount(i64::from(figure.connected), "pairs")
        );
        Ok(Outcome::read(figure))
    })
}
