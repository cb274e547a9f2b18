//! Today: what needs the owner, and why.

use super::intake::waiting_status;
use super::reminder::due_now;
use super::{Desk, Outcome, contact_card, signing_card, suggestion, time_left, words};
use crate::api::intake::IntakeKind;
use crate::api::start::Nothing;
use crate::api::today::{Ahead, Card, Today};
use crate::domain::closing::Standing;
use crate::domain::dates;
use crate::domain::intake::RequestState;
use crate::domain::moment::Moment;
use crate::domain::side::{Role, Side};
use crate::domain::template::template;
use crate::error::Result;
use crate::record::checkup::LookingBack;
use crate::record::state::State;
use crate::record::{closing, setup};
use crate::store::part::{self, PartRow};
use crate::store::{Store, Tx};
use chrono::NaiveDate;

/// At most this many things are shown as needing the owner.
const MOST: usize = 7;

fn recovery(store: &Store) -> Option<Card> {
    (!store.recovery_code_is_confirmed()).then(|| Card {
        id: "recovery_code".to_owned(),
        kind: "recovery_code".to_owned(),
        title: "Keep your recovery code somewhere safe".to_owned(),
        body: "If this computer forgets its key, the code is the only way back to what you wrote.".to_owned(),
        why: "Your data is encrypted. Nobody else has the key, and nobody can make a new one for you.".to_owned(),
        why_route: None,
        action: "Show my recovery code".to_owned(),
        route: "/settings/recovery".to_owned(),
        by: None,
        relationship: None,
        reminder: None,
    })
}

fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

pub(super) fn partner(state: &State, role: Role) -> String {
    match role.side() {
        Some(Side::Mentor) => first(&state.mentee.name).to_owned(),
        Some(Side::Mentee) => first(&state.mentor.name).to_owned(),
        None => super::relationship::title(state),
    }
}

/// What a relationship waits for that is not connected yet: its e-mail (R2), or the answer to a request (R131).
fn waiting(
    tx: &Tx<'_>,
    part: &PartRow,
    role: Role,
    state: &State,
    now: &Moment,
) -> Result<Option<Card>> {
    let id = &part.relationship;
    let partner = partner(state, role);
    let intake = setup::intake(tx, id)?;
    let asked = IntakeKind::from_key(&intake.kind) == IntakeKind::Request;
    if asked && intake.request(now.date()) == RequestState::Withdrawn {
        return Ok(None);
    }
    let mut card = Card {
        id: format!("connection/{id}"),
        kind: "connection".to_owned(),
        title: format!("Waiting to be connected with {partner}"),
        body: "Nothing to do until the connection e-mail arrives. Tell Fairlead when it does."
            .to_owned(),
        why: "Until the e-mail arrives, neither of you makes contact, and no date is counted."
            .to_owned(),
        why_route: None,
        action: "It arrived".to_owned(),
        route: format!("/relationship/{id}"),
        by: None,
        relationship: Some(id.clone()),
        reminder: None,
    };
    if asked {
        (card.title, card.action) = match role {
            Role::Mentor => (
                format!("{partner} has asked you"),
                "Write down your answer".to_owned(),
            ),
            Role::Mentee => (
                format!("Waiting for the answer of {partner}"),
                "Write down the answer".to_owned(),
            ),
            Role::Coordinator => (
                format!("Waiting for an answer: {partner}"),
                "Write down the answer".to_owned(),
            ),
        };
        card.body = waiting_status(state, &intake, role, now.date());
        card.why = "Ten days are given for an answer. Before a yes nobody makes contact, and no date is counted."
            .to_owned();
        card.route = format!("/relationship/{id}/setup");
    }
    Ok(Some(card))
}

/// What a relationship asks of its owner besides reminders.
fn next_step(part: &PartRow, role: Role, state: &State) -> Option<Card> {
    let id = &part.relationship;
    let partner = partner(state, role);
    let next = template()
        .sections
        .iter()
        .find(|section| state.standing(&section.key) == "open")?;
    if role == Role::Coordinator {
        return None;
    }
    let settled = super::relationship::settled(state);
    Some(Card {
        id: format!("agreement/{id}"),
        kind: "agreement".to_owned(),
        title: if settled == 0 {
            format!("Begin your agreement with {partner}")
        } else {
            format!("Go on with your agreement with {partner}")
        },
        body: if settled == 0 {
            format!(
                "Talk it through together, one section at a time. The first is “{}”.",
                state.title(next)
            )
        } else {
            format!(
                "{settled} of {} sections are settled. The next is “{}”.",
                template().sections.len(),
                state.title(next)
            )
        },
        why: "Pairs who say early what they expect of each other are glad of it later.".to_owned(),
        why_route: None,
        action: if settled == 0 { "Begin" } else { "Go on" }.to_owned(),
        route: format!("/relationship/{id}/agreement/{}", next.key),
        by: None,
        relationship: Some(id.clone()),
        reminder: None,
    })
}

/// The oldest suggestion of the other person that the owner has not decided.
fn suggested(tx: &Tx<'_>, part: &PartRow, role: Role, state: &State) -> Result<Option<Card>> {
    let Some(own) = role.side() else {
        return Ok(None);
    };
    let id = &part.relationship;
    let mut waiting = suggestion::waiting(tx, state, id)?;
    waiting.retain(|each| each.side != own);
    let more = waiting.len().saturating_sub(1);
    Ok(waiting.into_iter().next().map(|oldest| Card {
        id: format!("suggestion/{}", oldest.suggestion),
        kind: "suggestion".to_owned(),
        title: format!(
            "{} suggested other words for “{}”",
            first(&oldest.name),
            oldest.title
        ),
        body: match more {
            0 => "Look at what would change, and decide it together or by yourself.".to_owned(),
            1 => "One more suggestion waits. Look at what would change, and decide.".to_owned(),
            more => format!("{more} more suggestions wait. Look at what would change, and decide."),
        },
        why: "As long as a suggestion is not decided, the agreement cannot be signed.".to_owned(),
        why_route: None,
        action: "Look at it".to_owned(),
        route: format!("/relationship/{id}/agreement/suggestions"),
        by: None,
        relationship: Some(id.clone()),
        reminder: None,
    }))
}

/// The day on which the two look again at what they planned about obstacles (R114): a card from that day on.
fn looks_again(part: &PartRow, role: Role, state: &State, on: NaiveDate, today: NaiveDate) -> Card {
    let id = &part.relationship;
    Card {
        id: format!("obstacles/{id}"),
        kind: "obstacles".to_owned(),
        title: format!(
            "Look again at what stood in the way with {}",
            partner(state, role)
        ),
        body: format!(
            "You wanted to look at it again on {}. What has changed since then?",
            dates::long(on)
        ),
        why: "A plan about obstacles is looked at again after 30 days.".to_owned(),
        why_route: None,
        action: "Open the plan".to_owned(),
        route: format!("/relationship/{id}/checkups/obstacles"),
        by: Some(words(today, on)),
        relationship: Some(id.clone()),
        reminder: None,
    }
}

fn ahead(
    part: &PartRow,
    role: Role,
    state: &State,
    (mid_point, again_on): (Option<NaiveDate>, Option<NaiveDate>),
    now: &Moment,
) -> Vec<(NaiveDate, Ahead)> {
    let with = match role {
        Role::Coordinator => super::relationship::title(state),
        Role::Mentor | Role::Mentee => format!("you and {}", partner(state, role)),
    };
    let today = now.date();
    let route = format!("/relationship/{}", part.relationship);
    [
        (mid_point, format!("Half-way for {with}")),
        (
            again_on,
            format!("Look again at what stood in the way: {with}"),
        ),
        (
            state.next_revisit(),
            format!("Look at the agreement again: {with}"),
        ),
        (state.terms.ends_on, format!("End of the term of {with}")),
    ]
    .into_iter()
    .filter_map(|(date, title)| {
        let date = date.filter(|date| *date >= today)?;
        Some((
            date,
            Ahead {
                title,
                date: words(today, date),
                route: route.clone(),
            },
        ))
    })
    .collect()
}

fn cards(tx: &Tx<'_>, now: &Moment) -> Result<Vec<Card>> {
    let mut cards = Vec::new();
    for reminder in due_now(tx, now)? {
        cards.push(Card {
            id: reminder.reminder.clone(),
            kind: reminder.kind,
            title: reminder.title,
            body: reminder.body,
            why: reminder.why,
            why_route: Some(reminder.why_route),
            action: reminder.action,
            route: reminder.route,
            by: Some(reminder.due),
            relationship: Some(reminder.relationship),
            reminder: Some(reminder.reminder),
        });
    }
    Ok(cards)
}

pub(crate) fn get(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Today>> {
    let today = desk.now.date();
    desk.store.read(|tx| {
        let mut all: Vec<Card> = recovery(&desk.store).into_iter().collect();
        all.extend(cards(tx, &desk.now)?);
        let mut coming = Vec::new();
        for part in part::all(tx)? {
            let Some(role) = Role::from_key(&part.role) else {
                continue;
            };
            // What came to its end waits for nobody (R127); staying in touch is a reminder of its own.
            if closing::standing(tx, &part.relationship)?.0 != Standing::Open {
                continue;
            }
            let state = State::load(tx, &part.relationship)?;
            contact_card::add(
                &mut all,
                contact_card::cards(tx, &part, role, &state, &desk.now)?,
            );
            all.extend(suggested(tx, &part, role, &state)?);
            // Waiting to be connected comes before signing, and signing before the rest of the agreement.
            let signing = if state.connected {
                signing_card::card(desk, tx, &part, role, &state)?
            } else {
                None
            };
            all.extend(if state.connected {
                signing.or_else(|| next_step(&part, role, &state))
            } else {
                waiting(tx, &part, role, &state, &desk.now)?
            });
            let mid_point = time_left::mid_point(tx, &state)?;
            let again_on = LookingBack::load(tx, &part.relationship)?.looks_again_on();
            if let Some(on) = again_on.filter(|on| *on <= today && role != Role::Coordinator) {
                all.push(looks_again(&part, role, &state, on, today));
            }
            coming.extend(ahead(&part, role, &state, (mid_point, again_on), &desk.now));
        }
        all.truncate(MOST);
        coming.sort_by(|(a, x), (b, y)| (a, &x.title).cmp(&(b, &y.title)));
        Ok(Outcome::read(Today {
            date: words(today, today),
            cards: all,
            coming_up: coming.into_iter().map(|(_, ahead)| ahead).take(5).collect(),
        }))
    })
}
