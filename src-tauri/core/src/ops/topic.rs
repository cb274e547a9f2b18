//! Topics to come back to, and modules of the programme (R150).

use super::meeting::Context;
use super::{Desk, Outcome, glimpse, line, long_text, words};
use crate::api::relationship::Which;
use crate::api::topic::{
    ChangeTopic, MoveTopic, NewTopic, TopicKind, TopicView, Topics, WhichTopic,
};
use crate::domain::ids::{RelationshipId, SessionId, TopicId};
use crate::domain::shared::meeting as schema;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::meeting::{Meetings, Topic, behind};
use crate::store::Tx;
use crate::store::shared::Row;
use chrono::NaiveDate;
use serde_json::Value;

const CHANGED: &[&str] = &["topics", "sessions"];
/// Most topics and modules of a relationship.
const MOST: usize = 200;
/// What to think about before a module.
const BEFORE: &str = "What do you want to get out of this module?";
/// What to ask after it.
const AFTER: &str = "What was it worth, and what will you use?";

/// A topic as it is shown.
pub(crate) fn view(topic: &Topic, today: NaiveDate) -> TopicView {
    TopicView {
        id: TopicId(topic.id.clone()),
        kind: if topic.module {
            TopicKind::Module
        } else {
            TopicKind::Topic
        },
        title: topic.title.clone(),
        on: topic.on.map(|on| words(today, on)),
        before_prompt: topic.module.then_some(BEFORE),
        before: topic.before.clone(),
        after_prompt: topic.module.then_some(AFTER),
        after: topic.after.clone(),
        session: (!topic.session.is_empty()).then(|| SessionId(topic.session.clone())),
        done_on: topic.done_on.map(|on| words(today, on)),
    }
}

fn views(meetings: &Meetings, today: NaiveDate, id: Option<TopicId>) -> Topics {
    let all = meetings.topics.iter().map(|topic| view(topic, today));
    let (open, done) = all.partition(|topic| topic.done_on.is_none());
    Topics { open, done, id }
}

/// All topics and modules.
pub(crate) fn list(desk: &Desk<'_>, request: Which) -> Result<Outcome<Topics>> {
    desk.store.read(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        Ok(Outcome::read(views(
            &context.meetings,
            desk.now.date(),
            None,
        )))
    })
}

fn answered(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: Option<TopicId>,
) -> Result<Outcome<Topics>> {
    let meetings = Meetings::load(tx, relationship)?;
    Ok(Outcome::changed(
        views(&meetings, desk.now.date(), id),
        CHANGED,
    ))
}

/// Adds a topic or a module, behind the others.
pub(crate) fn add(desk: &Desk<'_>, request: NewTopic) -> Result<Outcome<Topics>> {
    let title = line("title", "topic", &request.title)?;
    let on = read_on(request.on.as_deref())?;
    desk.store.write(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        if let Some(session) = &request.session {
            context.session(session)?;
        }
        let topics = &context.meetings.topics;
        if topics.len() >= MOST {
            return Err(Error::field(
                "too_many",
                "title",
                format!("There are already {MOST} topics. Nothing was changed. Remove some that no longer matter first."),
            ));
        }
        let id = TopicId::new();
        let kind = match request.kind {
            Some(TopicKind::Module) => "module",
            Some(TopicKind::Topic) | None => "topic",
        };
        let deed = format!("adding the topic “{}”", glimpse(&title));
        let mut row = Row::new();
        for (name, value) in [
            ("position", Value::from(behind(topics.iter().map(|topic| topic.position)))),
            ("kind", Value::from(kind)),
            ("title", Value::from(title)),
            ("on_date", on),
            ("session", Value::from(request.session.map_or_else(String::new, |session| session.0))),
            ("done_on", Value::Null),
        ] {
            row.insert(name.to_owned(), value);
        }
        let mut pen = context.opened.pen(tx, desk, deed);
        pen.create(&schema::TOPIC, id.as_str(), row)?;
        answered(desk, tx, &context.opened.relationship, Some(id))
    })
}

fn read_on(on: Option<&str>) -> Result<Value> {
    let date = match on {
        Some(text) if !text.trim().is_empty() => Some(super::read_date("on", text)?),
        Some(_) | None => None,
    };
    Ok(date.map_or(Value::Null, |date| Value::from(date.to_string())))
}

fn with_topic(
    desk: &Desk<'_>,
    which: &WhichTopic,
    doing: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>, &Context, &Topic) -> Result<()>,
) -> Result<Outcome<Topics>> {
    desk.store.write(|tx| {
        let context = Context::of(tx, &which.relationship, &desk.now)?;
        let topic = context
            .meetings
            .topics
            .iter()
            .find(|topic| topic.id == which.topic.as_str())
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "topic",
                    "This topic is not here any more. Nothing was changed. Choose one from the list.",
                )
            })?;
        let name = format!("{doing} the topic “{}”", glimpse(&topic.title));
        let mut pen = context.opened.pen(tx, desk, name);
        deed(&mut pen, &context, topic)?;
        answered(desk, tx, &context.opened.relationship, Some(which.topic.clone()))
    })
}

/// Changes a topic: its title, its date, what was written before and after, and the session it belongs to.
pub(crate) fn change(desk: &Desk<'_>, request: ChangeTopic) -> Result<Outcome<Topics>> {
    let title = request
        .title
        .as_deref()
        .map(|title| line("title", "topic", title))
        .transpose()?;
    let on = request
        .on
        .as_deref()
        .map(|on| read_on(Some(on)))
        .transpose()?;
    let long = |field: &str, text: Option<&String>| {
        text.map(|text| long_text(field, "text", text)).transpose()
    };
    let before = long("before", request.before.as_ref())?;
    let after = long("after", request.after.as_ref())?;
    let which = WhichTopic {
        relationship: request.relationship,
        topic: request.topic,
    };
    with_topic(desk, &which, "changing", |pen, context, topic| {
        pen.goes_on();
        let session = request
            .session
            .filter(|session| !session.is_empty() || !topic.session.is_empty());
        if let Some(session) = session.as_ref().filter(|session| !session.is_empty()) {
            context.session(&SessionId(session.clone()))?;
        }
        let done = request.done.map(|done| {
            if done {
                Value::from(desk.now.date().to_string())
            } else {
                Value::Null
            }
        });
        for (field, value) in [
            ("title", title.map(Value::from)),
            ("on_date", on),
            ("before", before.map(Value::from)),
            ("after", after.map(Value::from)),
            ("session", session.map(Value::from)),
            ("done_on", done),
        ] {
            if let Some(value) = value {
                pen.set(&schema::TOPIC, &topic.id, field, value)?;
            }
        }
        Ok(())
    })
}

/// Takes a topic away.
pub(crate) fn remove(desk: &Desk<'_>, request: WhichTopic) -> Result<Outcome<Topics>> {
    with_topic(desk, &request, "removing", |pen, _, topic| {
        pen.remove(&schema::TOPIC, &topic.id)
    })
}

/// Moves a topic to another place among those to come.
pub(crate) fn shift(desk: &Desk<'_>, request: MoveTopic) -> Result<Outcome<Topics>> {
    let which = WhichTopic {
        relationship: request.relationship,
        topic: request.topic,
    };
    with_topic(desk, &which, "moving", |pen, context, topic| {
        let mut open: Vec<&Topic> = context
            .meetings
            .topics
            .iter()
            .filter(|other| other.done_on.is_none() && other.id != topic.id)
            .collect();
        let to = (request.position.max(1) as usize - 1).min(open.len());
        open.insert(to, topic);
        for (position, topic) in (0_i64..).zip(open) {
            pen.set(&schema::TOPIC, &topic.id, "position", Value::from(position))?;
        }
        Ok(())
    })
}
