//! What is for mentors alone (R152 to R155): prompt cards, and the private self-check with its trend. It
//! stands in a private table and never becomes an edit, so there is no undo and no history of it.

use super::{Desk, Outcome, find, long_text, read_past, words};
use crate::api::mentor::{
    MentorCard, MentorCards, PitfallView, SaveSelfCheck, SelfCheckView, SelfChecks, WhichSelfCheck,
};
use crate::api::relationship::Which;
use crate::domain::checkup::words as content;
use crate::domain::ids::{RelationshipId, SelfCheckId, SessionId};
use crate::domain::self_check::{self, SelfCheck, Trend};
use crate::domain::side::Role;
use crate::error::{Error, Result};
use crate::record::session::Sessions;
use crate::record::setup;
use crate::store::{Tx, self_check as store};

const CHANGED: &[&str] = &["self_checks"];
/// Most self-checks that are kept.
const MOST: usize = 2_000;

/// The relationship, if its owner is the mentor in it.
fn mentors(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<RelationshipId> {
    let (part, role) = find(tx, relationship)?;
    if role == Role::Mentor {
        return Ok(part.relationship);
    }
    let why = "This is for the mentor alone, and you are not the mentor in this relationship. Nothing was changed. Choose a relationship in which you are.";
    Err(Error::field(
        "not_mentor",
        "relationship",
        setup::vocabulary(tx, &part.relationship)?.say(why),
    ))
}

/// The prompt cards (R152).
pub(crate) fn cards(desk: &Desk<'_>, request: Which) -> Result<Outcome<MentorCards>> {
    desk.store.read(|tx| {
        mentors(tx, &request.relationship)?;
        Ok(Outcome::read(MentorCards {
            note: content::words().mentor.note.clone(),
            cards: content::words()
                .cards
                .iter()
                .map(|card| MentorCard {
                    key: card.key.clone(),
                    title: card.title.clone(),
                    text: card.text.clone(),
                })
                .collect(),
        }))
    })
}

fn said(checks: usize, mean: Option<u32>, trend: Option<Trend>) -> String {
    match (mean, trend) {
        (None, _) => "No talk share is noted yet.".to_owned(),
        (Some(mean), None) => format!("You noted a talk share of {mean} percent once."),
        (Some(mean), Some(trend)) => {
            let going = match trend {
                Trend::Falling => "you talk less than before",
                Trend::Steady => "much as before",
                Trend::Rising => "you talk more than before",
            };
            format!("Over {checks} meetings you talked {mean} percent of the time: {going}.")
        }
    }
}

fn view(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: Option<SelfCheckId>,
) -> Result<SelfChecks> {
    let checks = store::all(tx, relationship)?;
    let shares: Vec<u32> = checks.iter().filter_map(|check| check.talk_share).collect();
    let (mean, trend) = (self_check::mean(&shares), self_check::trend(&shares));
    let texts = &content::words().mentor;
    Ok(SelfChecks {
        note: texts.note.clone(),
        talk_question: texts.talk_share.clone(),
        reflection_question: texts.open_mind.clone(),
        pitfalls: content::words()
            .pitfalls
            .iter()
            .map(|pitfall| {
                let [before, lately] = self_check::counts(&checks, pitfall.number);
                PitfallView {
                    number: pitfall.number,
                    title: pitfall.title.clone(),
                    before,
                    lately,
                }
            })
            .collect(),
        mean,
        trend,
        words: said(shares.len(), mean, trend),
        checks: checks
            .into_iter()
            .rev()
            .map(|check| SelfCheckView {
                id: SelfCheckId(check.id),
                on: words(desk.now.date(), check.on),
                session: check.session.map(SessionId),
                pitfalls: check.pitfalls.into_iter().collect(),
                talk_share: check.talk_share,
                reflection: check.reflection,
            })
            .collect(),
        id,
    })
}

/// The self-checks with their trend, for the mentor alone.
pub(crate) fn checks(desk: &Desk<'_>, request: Which) -> Result<Outcome<SelfChecks>> {
    desk.store.read(|tx| {
        let relationship = mentors(tx, &request.relationship)?;
        Ok(Outcome::read(view(desk, tx, &relationship, None)?))
    })
}

fn gone() -> Error {
    Error::field(
        "not_found",
        "check",
        "This self-check is not here any more. Nothing was changed. Choose one from the list.",
    )
}

/// Keeps a self-check (R154, R155).
pub(crate) fn save(desk: &Desk<'_>, request: SaveSelfCheck) -> Result<Outcome<SelfChecks>> {
    let reflection = request
        .reflection
        .as_deref()
        .map(|text| long_text("reflection", "answer", text))
        .transpose()?;
    let on = request
        .on
        .as_deref()
        .map(|on| read_past("on", on, desk.now.date()))
        .transpose()?;
    if request.talk_share.is_some_and(|share| share > 100) {
        return Err(Error::field(
            "out_of_range",
            "talkShare",
            "The share is a number from 0 to 100. Nothing was changed. Enter it in percent.",
        ));
    }
    let wrong = |number: &u32| !(1..=self_check::PITFALLS).contains(number);
    if request.pitfalls.iter().flatten().any(wrong) {
        return Err(Error::field(
            "out_of_range",
            "pitfalls",
            "The pitfalls are numbered from 1 to 8. Nothing was changed.",
        ));
    }
    desk.store.write(|tx| {
        let relationship = mentors(tx, &request.relationship)?;
        let all = store::all(tx, &relationship)?;
        if all.len() >= MOST {
            return Err(Error::refused(
                "too_many",
                format!("There are already {MOST} self-checks. Nothing was changed. Remove old ones first."),
            ));
        }
        let session = match &request.session {
            Some(id) => {
                let sessions = Sessions::load(tx, &relationship)?;
                let found = sessions.find(id.as_str()).ok_or_else(|| {
                    Error::field(
                        "not_found",
                        "session",
                        "This session is not here any more. Nothing was changed. Choose one from the list.",
                    )
                })?;
                Some((found.id.clone(), found.date()))
            }
            None => None,
        };
        let before = match (&request.check, &session) {
            (Some(id), _) => Some(all.iter().find(|each| each.id == id.as_str()).ok_or_else(gone)?),
            (None, Some((session, _))) => {
                all.iter().find(|each| each.session.as_deref() == Some(session))
            }
            (None, None) => None,
        };
        let mut check = before.cloned().unwrap_or_else(|| SelfCheck {
            id: SelfCheckId::new().0,
            on: session.as_ref().map_or(desk.now.date(), |(_, on)| *on),
            session: None,
            pitfalls: std::collections::BTreeSet::new(),
            talk_share: None,
            reflection: String::new(),
        });
        check.on = on.unwrap_or(check.on);
        check.session = session.map(|(id, _)| id).or(check.session);
        if let Some(pitfalls) = request.pitfalls {
            check.pitfalls = pitfalls.into_iter().collect();
        }
        check.talk_share = request.talk_share.or(check.talk_share);
        check.reflection = reflection.unwrap_or(check.reflection);
        store::keep(tx, &relationship, &check)?;
        let id = SelfCheckId(check.id);
        Ok(Outcome::changed(view(desk, tx, &relationship, Some(id))?, CHANGED))
    })
}

/// Takes a self-check away, for good.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichSelfCheck) -> Result<Outcome<SelfChecks>> {
    desk.store.write(|tx| {
        let relationship = mentors(tx, &request.relationship)?;
        if !store::remove(tx, &relationship, request.check.as_str())? {
            return Err(gone());
        }
        Ok(Outcome::changed(
            view(desk, tx, &relationship, None)?,
            CHANGED,
        ))
    })
}
