//! Requests for help with something in particular, such as looking over an application (R151). Each counts as a
//! task of the one who is asked.

use super::attachment::attached;
use super::contact::first_name;
use super::meeting::Context;
use super::task::{CHANGED, Draft, create, view as task_view, warning};
use super::{Desk, Outcome, address, glimpse, line, long_text, moment_words, read_date};
use crate::api::relationship::Which;
use crate::api::task::PartnerMessage;
use crate::api::topic::{AnswerHelp, AskHelp, HelpFile, HelpRequests, HelpView};
use crate::domain::dates;
use crate::domain::ids::{AttachmentId, TaskId};
use crate::domain::shared::meeting as schema;
use crate::domain::side::Side;
use crate::domain::task::Kind;
use crate::error::{Error, Result};
use crate::record::meeting::help;
use crate::record::task::Task;
use crate::store::Tx;
use serde_json::Value;

fn all(desk: &Desk<'_>, tx: &Tx<'_>, context: &Context) -> Result<HelpRequests> {
    let details = help(tx, &context.opened.relationship)?;
    let files = attached(tx, &context.opened.relationship)?;
    let mut requests: Vec<&Task> = context
        .tasks
        .all
        .iter()
        .filter(|task| task.kind == Kind::Help)
        .collect();
    requests.sort_by_key(|task| (task.due.is_none(), task.due, task.position));
    let views = requests.into_iter().map(|task| {
        let detail = details.get(&task.id).cloned().unwrap_or_default();
        HelpView {
            task: task_view(
                &context.opened.state,
                task,
                context.opened.role.side(),
                &desk.now,
            ),
            attachment: detail.attachment,
            files: files
                .iter()
                .filter(|file| file.row.about == task.id)
                .map(|file| HelpFile {
                    attachment: AttachmentId(file.row.id.clone()),
                    name: file.row.name.clone(),
                    shared: file.shared,
                })
                .collect(),
            answer: detail.answer,
            answered: detail.answered_at.as_ref().map(moment_words),
        }
    });
    let (open, mut answered): (Vec<_>, Vec<_>) =
        views.partition(|view: &HelpView| view.task.done_on.is_none());
    answered.reverse();
    Ok(HelpRequests {
        open,
        answered,
        id: None,
        warning: None,
        message: None,
    })
}

/// All requests for help.
pub(crate) fn list(desk: &Desk<'_>, request: Which) -> Result<Outcome<HelpRequests>> {
    desk.store.read(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        Ok(Outcome::read(all(desk, tx, &context)?))
    })
}

/// Asks the other one for help with something.
pub(crate) fn ask(desk: &Desk<'_>, request: AskHelp) -> Result<Outcome<HelpRequests>> {
    let what = line("what", "request", &request.what)?;
    let attachment = address(
        "attachment",
        "attachment",
        request.attachment.as_deref().unwrap_or_default(),
    )?;
    let note = long_text("note", "note", request.note.as_deref().unwrap_or_default())?;
    let due = match request.needed_by.as_deref() {
        Some(text) if !text.trim().is_empty() => Some(read_date("neededBy", text)?),
        Some(_) | None => None,
    };
    desk.store.write(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        if let Some(session) = &request.session {
            context.session(session)?;
        }
        let asker = request.side.unwrap_or(Side::Mentee);
        let deed = format!("asking for help with “{}”", glimpse(&what));
        let mut pen = context.opened.pen(tx, desk, deed);
        let id = create(
            &mut pen,
            &context.tasks,
            Draft {
                kind: Kind::Help,
                what: what.clone(),
                note: note.clone(),
                owner: asker.other(),
                set_by: asker,
                set_on: desk.now.date(),
                due,
                session: request
                    .session
                    .map_or_else(String::new, |session| session.0),
            },
        )?;
        pen.set(
            &schema::HELP_REQUEST,
            id.as_str(),
            "attachment",
            Value::from(attachment.as_str()),
        )?;
        let state = &context.opened.state;
        let other = state.person(asker.other());
        let mut text = format!(
            "Hello {},\n\ncould you help me with this: {}",
            first_name(&other.name),
            what
        );
        if let Some(due) = due {
            text.push_str(&format!("? I need it by {}", dates::long(due)));
        }
        text.push_str(".\n");
        for more in [&attachment, &note] {
            if !more.is_empty() {
                text.push_str(&format!("\n{more}\n"));
            }
        }
        text.push_str(&format!("\n{}\n", first_name(&state.person(asker).name)));
        let message = PartnerMessage {
            name: other.name.clone(),
            to: other.email.clone(),
            subject: format!("Could you help me: {what}"),
            text,
        };
        let mut requests = all(
            desk,
            tx,
            &Context::of(tx, &request.relationship, &desk.now)?,
        )?;
        requests.id = Some(id);
        requests.warning = due.and_then(|due| warning(state, desk.now.date(), due));
        requests.message = Some(message);
        Ok(Outcome::changed(requests, CHANGED))
    })
}

/// Answers a request; its task is then done.
pub(crate) fn answer(desk: &Desk<'_>, request: AnswerHelp) -> Result<Outcome<HelpRequests>> {
    let text = long_text("text", "answer", &request.text)?;
    if text.trim().is_empty() {
        return Err(Error::field(
            "empty",
            "text",
            "The answer is empty. Nothing was changed. Write what you found, or mark the task as done.",
        ));
    }
    desk.store.write(|tx| {
        let context = Context::of(tx, &request.relationship, &desk.now)?;
        let task = context
            .tasks
            .find(request.task.as_str())
            .filter(|task| task.kind == Kind::Help)
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "task",
                    "This request is not here any more. Nothing was changed. Choose one from the list.",
                )
            })?;
        let deed = format!("answering the request “{}”", glimpse(&task.what));
        let mut pen = context.opened.pen(tx, desk, deed);
        for (field, value) in [
            ("answer", Value::from(text)),
            ("answered_at", Value::from(desk.now.to_text())),
        ] {
            pen.set(&schema::HELP_REQUEST, &task.id, field, value)?;
        }
        if task.is_open() {
            let today = Value::from(desk.now.date().to_string());
            pen.set(&schema::TASK, &task.id, "done_on", today)?;
        }
        let id = TaskId(task.id.clone());
        let mut requests = all(desk, tx, &Context::of(tx, &request.relationship, &desk.now)?)?;
        requests.id = Some(id);
        Ok(Outcome::changed(requests, CHANGED))
    })
}
