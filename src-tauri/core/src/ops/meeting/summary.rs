//! The summary of a session (R55, R148): what is shared of it, actions first. What is private has no place in it
//! by its type.

use super::{Context, Made, agenda, answered, moment_of, page, set};
use crate::api::meeting::{SessionPage, Summary, SummarySent};
use crate::api::session::WhichSession;
use crate::api::task::PartnerMessage;
use crate::domain::ids::{RelationshipId, SessionId};
use crate::domain::session::Session;
use crate::domain::side::Side;
use crate::domain::task::Duty;
use crate::error::{Error, Result};
use crate::ops::contact::first_name;
use crate::ops::{Desk, Outcome, moment_words, paper};
use crate::papers::session::{
    ActionFact, NoteFact, SessionFacts, TakeAway, WishFact, message_text,
};
use crate::record::meeting::{notes, shown};
use crate::record::setup;
use crate::store::Tx;

/// The session that a summary is of: the one named, else the newest that was held, else the newest that is over.
fn choose<'a>(context: &'a Context, session: Option<&SessionId>) -> Result<&'a Session> {
    if let Some(session) = session {
        return context.session(session);
    }
    let all = context.sessions.all();
    all.iter()
        .rev()
        .find(|session| session.is_held())
        .or_else(|| {
            all.iter()
                .rev()
                .find(|session| context.is_over(session) && session.is_open())
        })
        .ok_or_else(|| {
            Error::field(
                "not_found",
                "session",
                "No session was held yet, so there is nothing to sum up. Nothing was made. Name a session, or note that one was held.",
            )
        })
}

/// When a session is, on the clocks of the mentee and of the mentor (R92).
fn both_clocks(context: &Context, session: &Session) -> [(String, String); 2] {
    [Side::Mentee, Side::Mentor].map(|side| {
        (
            context.name(side).to_owned(),
            agenda::when(context, session, side),
        )
    })
}

fn of(desk: &Desk<'_>, tx: &Tx<'_>, context: &Context, session: &Session) -> Result<SessionFacts> {
    let state = &context.opened.state;
    let relationship = &context.opened.relationship;
    let known = context.meetings.page(&session.id);
    let notes = notes(tx, relationship, &session.id)?;
    let wish = |text: &str, at: Option<&_>| {
        (!text.is_empty()).then(|| WishFact {
            text: text.to_owned(),
            when: at.map(moment_words).unwrap_or_default(),
        })
    };
    let mut take_aways = Vec::new();
    for side in [Side::Mentee, Side::Mentor] {
        // What the owner may not see yet is on no paper of theirs (R49).
        let visible =
            side == context.side() || shown(tx, relationship, &session.id, side.other())?.is_some();
        let answers = shown(tx, relationship, &session.id, side)?.filter(|_| visible);
        if let Some(answers) = answers.filter(|shown| !shown.answers.take_away.is_empty()) {
            take_aways.push(TakeAway {
                name: context.name(side).to_owned(),
                text: answers.answers.take_away,
            });
        }
    }
    Ok(SessionFacts {
        mentor: state.mentor.name.clone(),
        mentee: state.mentee.name.clone(),
        programme: state.programme.clone(),
        title: context.title(session),
        about: session.topic.clone(),
        when: both_clocks(context, session),
        minutes: session.held_minutes.unwrap_or(session.minutes),
        first_wish: wish(&known.wish, known.wish_at.as_ref()),
        second_wish: wish(&known.rethink, known.rethink_at.as_ref()),
        actions: context
            .tasks
            .all
            .iter()
            .filter(|task| task.session == session.id)
            .map(|task| ActionFact {
                owner: context.name(task.owner).to_owned(),
                what: task.what.clone(),
                due: task.due,
                done: !task.is_open(),
            })
            .collect(),
        notes: notes
            .into_iter()
            .filter(|note| note.task.is_empty())
            .map(|note| NoteFact {
                name: context.name(note.side).to_owned(),
                text: note.text,
            })
            .collect(),
        next: context
            .following(session)
            .map(|next| both_clocks(context, next)),
        take_aways,
        vocabulary: state.vocabulary.clone(),
        logo: setup::logo(tx, relationship)?.map(|logo| (logo.png, logo.words)),
        made: paper::made(desk)?,
    })
}

/// What the paper of a session's summary is made from.
pub(crate) fn facts(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    session: Option<&SessionId>,
) -> Result<SessionFacts> {
    desk.store.read(|tx| {
        let context = Context::of(tx, relationship, &desk.now)?;
        let session = choose(&context, session)?;
        of(desk, tx, &context, session)
    })
}

fn message(context: &Context, facts: &SessionFacts) -> PartnerMessage {
    let from = context.duty(Duty::Summary);
    let other = context.opened.state.person(from.other());
    PartnerMessage {
        name: other.name.clone(),
        to: other.email.clone(),
        subject: facts.subject(),
        text: message_text(
            facts,
            first_name(&other.name),
            first_name(context.name(from)),
        ),
    }
}

/// The summary of a session as a message.
pub(crate) fn get(desk: &Desk<'_>, request: WhichSession) -> Result<Outcome<Summary>> {
    desk.store.read(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        let session = context.session(&request.session)?;
        let facts = of(desk, tx, &context, session)?;
        Ok(Outcome::read(Summary {
            message: message(&context, &facts),
            actions: context
                .tasks
                .all
                .iter()
                .filter(|task| task.session == session.id)
                .map(|task| page::task_view(desk, &context, task))
                .collect(),
            sent: context
                .meetings
                .page(&session.id)
                .summary_sent_at
                .as_ref()
                .map(moment_words),
        }))
    })
}

/// Notes that the summary was sent (R55).
pub(crate) fn sent(desk: &Desk<'_>, request: SummarySent) -> Result<Outcome<SessionPage>> {
    let at = moment_of(desk, request.on.as_deref())?;
    let which = (&request.relationship, &request.session);
    desk.store.write(|tx| {
        let context = Context::of(tx, which.0, &desk.now)?;
        let session = context.session(which.1)?;
        let deed = format!("sending the summary of {}", Context::called(session));
        let mut pen = context.opened.pen(tx, desk, deed);
        set(&mut pen, session, "summary_sent_at", at.to_text())?;
        let mut outcome = answered(desk, tx, which, Made::default())?;
        let facts = of(desk, tx, &context, session)?;
        outcome.output.message = Some(message(&context, &facts));
        Ok(outcome)
    })
}
