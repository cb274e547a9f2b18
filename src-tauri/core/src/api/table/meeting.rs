//! One session from its agenda to its summary, and tasks (R17, R22 to R24, R33 to R36).

use super::UseCase;
use crate::api::feedback::{
    ChangeFeedbackPoint, FeedbackAnswers, FeedbackPoints, NewCounter, NewFeedbackPoint,
    WhichFeedbackPoint, WhoseFeedback, WriteFeedback,
};
use crate::api::meeting::{
    Bell, ChangeAgendaPoint, ChangeNote, ChooseMissing, MarkAction, MoveAgendaPoint,
    NewAgendaPoint, NewNote, RethinkWish, SendAgenda, SessionPage, SetFeedbackTime, SetNoteTaker,
    SetOutcome, SetWish, Summary, SummarySent, WhichAgendaPoint, WhichNote, WritePrivateNote,
};
use crate::api::relationship::Which;
use crate::api::session::WhichSession;
use crate::api::start::Nothing;
use crate::api::task::{
    CantMakeIt, ChangeTask, NewTask, SetDuty, TaskDone, TaskTime, Tasks, TryDue, WhichTask,
};
use crate::api::topic::{
    AnswerHelp, AskHelp, ChangeTopic, HelpRequests, MoveTopic, NewTopic, Topics, WhichTopic,
};
use crate::ops::{help, meeting, task, topic};

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[
    desk!("task.list", Which => Tasks, task::list),
    desk!("task.add", NewTask => Tasks, task::add),
    desk!("task.try", TryDue => TaskTime, task::try_due),
    desk!("task.change", ChangeTask => Tasks, task::change),
    desk!("task.done", TaskDone => Tasks, task::done),
    desk!("task.reopen", WhichTask => Tasks, task::reopen),
    desk!("task.cant_make_it", CantMakeIt => Tasks, task::cant_make_it),
    desk!("task.remove", WhichTask => Tasks, task::remove),
    desk!("duty.set", SetDuty => Tasks, task::set_duty),
    desk!("session.page", WhichSession => SessionPage, meeting::get),
    desk!("session.bell", Nothing => Bell, meeting::bell::next),
    desk!("session.wish", SetWish => SessionPage, meeting::wish),
    desk!("session.rethink", RethinkWish => SessionPage, meeting::rethink),
    desk!("session.agenda.add", NewAgendaPoint => SessionPage, meeting::add),
    desk!("session.agenda.change", ChangeAgendaPoint => SessionPage, meeting::change),
    desk!("session.agenda.move", MoveAgendaPoint => SessionPage, meeting::shift),
    desk!("session.agenda.remove", WhichAgendaPoint => SessionPage, meeting::remove),
    desk!("session.agenda.default", WhichSession => SessionPage, meeting::default_agenda),
    desk!("session.agenda.send", SendAgenda => SessionPage, meeting::send),
    desk!("session.agenda.missing", ChooseMissing => SessionPage, meeting::choose_missing),
    desk!("session.agenda.outcome", SetOutcome => SessionPage, meeting::outcome),
    desk!("session.note.add", NewNote => SessionPage, meeting::add_note),
    desk!("session.note.change", ChangeNote => SessionPage, meeting::change_note),
    desk!("session.note.action", MarkAction => SessionPage, meeting::mark),
    desk!("session.note.plain", WhichNote => SessionPage, meeting::plain),
    desk!("session.note.remove", WhichNote => SessionPage, meeting::remove_note),
    desk!("session.note.private", WritePrivateNote => SessionPage, meeting::private),
    desk!("session.note.taker", SetNoteTaker => SessionPage, meeting::taker),
    desk!("session.outside", WhichSession => SessionPage, meeting::outside),
    desk!("session.feedback.time", SetFeedbackTime => SessionPage, meeting::feedback_time),
    desk!("session.feedback.write", WriteFeedback => SessionPage, meeting::write),
    desk!("session.feedback.read", WhoseFeedback => FeedbackAnswers, meeting::read),
    desk!("session.feedback.send", WriteFeedback => SessionPage, meeting::send_feedback),
    desk!("session.feedback.show", WhoseFeedback => SessionPage, meeting::release),
    desk!("session.summary.get", WhichSession => Summary, meeting::summary),
    desk!("session.summary.sent", SummarySent => SessionPage, meeting::summary_sent),
    desk!("feedback.list", Which => FeedbackPoints, meeting::points),
    desk!("feedback.add", NewFeedbackPoint => FeedbackPoints, meeting::add_point),
    desk!("feedback.change", ChangeFeedbackPoint => FeedbackPoints, meeting::change_point),
    desk!("feedback.remove", WhichFeedbackPoint => FeedbackPoints, meeting::remove_point),
    desk!("feedback.counter", NewCounter => FeedbackPoints, meeting::counter),
    desk!("topic.list", Which => Topics, topic::list),
    desk!("topic.add", NewTopic => Topics, topic::add),
    desk!("topic.change", ChangeTopic => Topics, topic::change),
    desk!("topic.move", MoveTopic => Topics, topic::shift),
    desk!("topic.remove", WhichTopic => Topics, topic::remove),
    desk!("help.list", Which => HelpRequests, help::list),
    desk!("help.ask", AskHelp => HelpRequests, help::ask),
    desk!("help.answer", AnswerHelp => HelpRequests, help::answer),
];
