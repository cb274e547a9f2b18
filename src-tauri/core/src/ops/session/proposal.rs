//! Up to three times that one proposes and the other chooses from (R142).

use super::deed::{free, put, read_minutes, room_for};
use super::ledger::Asked;
use super::{NewRow, Opened, answer, called, civil_text, row, series, write_down};
use crate::api::session::Sessions as SessionsView;
use crate::api::session_plan::{
    ChooseSlot, NewProposal, ProposalState, ProposalView, WhichProposal,
};
use crate::domain::dates;
use crate::domain::ids::{ProposalId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::session::{Session, Stage};
use crate::domain::shared::sessions as schema;
use crate::domain::zone::Zone;
use crate::error::{Error, Result};
use crate::ops::contact::read_time;
use crate::ops::{Desk, Outcome, address, optional_line, read_date, words};
use crate::record::session_plan::Proposal;
use chrono::NaiveDateTime;
use serde_json::{Value, json};

fn state(proposal: &Proposal) -> ProposalState {
    match proposal.state.as_str() {
        "chosen" => ProposalState::Chosen,
        "none_fits" => ProposalState::NoneFits,
        "withdrawn" => ProposalState::Withdrawn,
        _ => ProposalState::Open,
    }
}

/// The session that a slot would be.
fn slot_row(proposal: &Proposal, starts_at: NaiveDateTime) -> NewRow {
    NewRow {
        kind: proposal.kind,
        starts_at,
        zone: Zone::named(&proposal.zone).unwrap_or_else(Zone::utc),
        minutes: proposal.minutes,
        method: proposal.method.clone(),
        place: proposal.place.clone(),
        topic: proposal.topic.clone(),
        state: Stage::Confirmed,
        held_minutes: None,
        series: String::new(),
        proposed_by: Some(proposal.side),
    }
}

/// A proposal on both clocks.
pub(super) fn view(opened: &Opened, proposal: &Proposal, now: &Moment) -> ProposalView {
    ProposalView {
        id: ProposalId(proposal.id.clone()),
        side: proposal.side,
        name: opened.state.person(proposal.side).name.clone(),
        made: words(now.date(), proposal.made_on),
        session: (!proposal.session.is_empty()).then(|| SessionId(proposal.session.clone())),
        slots: proposal
            .slots
            .iter()
            .map(|slot| series::time(opened, &slot_row(proposal, *slot), now))
            .collect(),
        minutes: proposal.minutes,
        state: state(proposal),
        chosen: proposal.chosen,
    }
}

fn find<'a>(opened: &'a Opened, id: &ProposalId) -> Result<&'a Proposal> {
    let found = opened
        .proposals
        .iter()
        .find(|proposal| proposal.id == id.as_str())
        .ok_or_else(|| {
            Error::field(
                "not_found",
                "proposal",
                "This proposal is not here any more. Nothing was changed. Choose one from the list.",
            )
        })?;
    if state(found) != ProposalState::Open {
        return Err(Error::field(
            "came_to_an_end",
            "proposal",
            "This proposal was answered or taken back already. Nothing was changed. Propose new times.",
        ));
    }
    Ok(found)
}

fn read_slots(request: &NewProposal) -> Result<Vec<NaiveDateTime>> {
    if !(1..=3).contains(&request.slots.len()) {
        return Err(Error::field(
            "out_of_range",
            "slots",
            "A proposal has one, two or three times. Nothing was changed. Name at least one and no more than three.",
        ));
    }
    let mut slots: Vec<NaiveDateTime> = Vec::new();
    for (at, slot) in request.slots.iter().enumerate() {
        let on = read_date(&format!("slots.{at}.on"), &slot.on)?;
        let time = on.and_time(read_time(&format!("slots.{at}.at"), &slot.at)?);
        if slots.contains(&time) {
            return Err(Error::field(
                "exists",
                &format!("slots.{at}.at"),
                format!(
                    "{} at {} is there twice. Nothing was changed. Name another time, or fewer.",
                    dates::long(on),
                    slot.at.trim()
                ),
            ));
        }
        slots.push(time);
    }
    Ok(slots)
}

/// Proposes times.
pub(crate) fn propose(desk: &Desk<'_>, request: NewProposal) -> Result<Outcome<SessionsView>> {
    let slots = read_slots(&request)?;
    let line = |field: &str, text: &Option<String>| {
        optional_line(field, field, text.as_deref().unwrap_or_default())
    };
    let method = line("method", &request.method)?;
    let topic = line("topic", &request.topic)?;
    let place = request
        .place
        .as_deref()
        .map(|place| address("place", "place", place))
        .transpose()?;
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let by = request.proposed_by.unwrap_or(opened.side());
        let zone = opened.zone_of(by);
        for (at, slot) in slots.iter().enumerate() {
            if zone
                .instant(*slot)
                .is_some_and(|start| start <= desk.now.utc())
            {
                return Err(Error::field(
                    "in_the_past",
                    &format!("slots.{at}.on"),
                    format!(
                        "{} at {} has been. Nothing was changed. Propose times that are still to come.",
                        dates::long(slot.date()),
                        slot.format("%H:%M")
                    ),
                ));
            }
        }
        let session = match &request.session {
            Some(id) => Some(opened.session(id)?),
            None => None,
        };
        if let Some(session) = session.filter(|session| session.state == Stage::Held) {
            return Err(Error::field(
                "came_to_an_end",
                "session",
                format!(
                    "The session on {} was held. Nothing was changed. Propose times for a new session.",
                    dates::long(session.date())
                ),
            ));
        }
        let minutes = request
            .minutes
            .or(session.map(|session| session.minutes))
            .unwrap_or(opened.usual_minutes());
        let kind = request
            .kind
            .or(session.map(|session| session.kind))
            .unwrap_or_default();
        let agreed_place = opened.state.terms.meeting_place.clone();
        let or = |own: String, of: fn(&Session) -> &String| {
            if own.is_empty() {
                session.map(of).cloned().unwrap_or_default()
            } else {
                own
            }
        };
        let mut times = slots.iter().map(|slot| civil_text(*slot));
        let fields = row(json!({
            "position": opened.proposals.iter().map(|other| other.position + 1).max().unwrap_or_default(),
            "side": by.key(),
            "made_on": desk.now.date().to_string(),
            "session": session.map(|session| session.id.clone()).unwrap_or_default(),
            "kind": kind.key(),
            "zone": zone.name(),
            "slot_1": times.next().unwrap_or_default(),
            "slot_2": times.next(),
            "slot_3": times.next(),
            "minutes": read_minutes("minutes", minutes)?,
            "method": match or(method, |session| &session.method) {
                none if none.is_empty() => kind.first_method(opened.state.terms.mode.as_deref()).to_owned(),
                method => method,
            },
            "place": place.or(session.map(|session| session.place.clone())).or(agreed_place).unwrap_or_default(),
            "topic": or(topic, |session| &session.topic),
        }));
        let id = ProposalId::new();
        let mut pen = opened.pen(tx, desk, "proposing times to meet");
        pen.create(&schema::SESSION_PROPOSAL, id.as_str(), fields)?;
        let mut outcome = answer(tx, &opened.relationship, &desk.now, None)?;
        outcome.output.proposal = Some(id);
        Ok(outcome)
    })
}

/// The other person chooses one: that is the session, or its new time.
pub(crate) fn choose(desk: &Desk<'_>, request: ChooseSlot) -> Result<Outcome<SessionsView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let proposal = find(&opened, &request.proposal)?;
        let slot = usize::try_from(request.slot)
            .ok()
            .and_then(|slot| slot.checked_sub(1))
            .and_then(|at| proposal.slots.get(at))
            .ok_or_else(|| {
                Error::field(
                    "out_of_range",
                    "slot",
                    format!(
                        "The proposal has times from 1 to {}. Nothing was changed. Choose one of them.",
                        proposal.slots.len()
                    ),
                )
            })?;
        let new = slot_row(proposal, *slot);
        free(&opened, &new)?;
        let there = opened
            .sessions
            .find(&proposal.session)
            .filter(|session| session.is_open());
        let mut id = None;
        let deed = match there {
            Some(session) => format!("moving {}", called(session)),
            None => "choosing a proposed time".to_owned(),
        };
        let mut pen = opened.pen(tx, desk, deed);
        match there {
            Some(session) => {
                let asked = Asked::on(proposal.side, proposal.made_on);
                let to = (*slot, &new.zone);
                put(tx, &mut pen, &opened, session, to, Some(new.minutes), &asked)?;
                if session.state == Stage::Proposed {
                    super::set(&mut pen, session, "state", Stage::Confirmed.key())?;
                }
            }
            None => {
                room_for(&opened, 1)?;
                id = Some(write_down(&mut pen, opened.sessions.next_position(), &new)?);
            }
        }
        let record = &schema::SESSION_PROPOSAL;
        pen.set(record, &proposal.id, "state", Value::from("chosen"))?;
        pen.set(record, &proposal.id, "chosen", Value::from(request.slot))?;
        answer(tx, &opened.relationship, &desk.now, id)
    })
}

fn end(
    desk: &Desk<'_>,
    request: &WhichProposal,
    state: &str,
    deed: &str,
) -> Result<Outcome<SessionsView>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let proposal = find(&opened, &request.proposal)?;
        let mut pen = opened.pen(tx, desk, deed);
        pen.set(
            &schema::SESSION_PROPOSAL,
            &proposal.id,
            "state",
            Value::from(state),
        )?;
        answer(tx, &opened.relationship, &desk.now, None)
    })
}

/// The other person says that none of the times fits.
pub(crate) fn decline(desk: &Desk<'_>, request: WhichProposal) -> Result<Outcome<SessionsView>> {
    end(
        desk,
        &request,
        "none_fits",
        "saying that no proposed time fits",
    )
}

/// Takes a proposal back.
pub(crate) fn withdraw(desk: &Desk<'_>, request: WhichProposal) -> Result<Outcome<SessionsView>> {
    end(desk, &request, "withdrawn", "taking proposed times back")
}
