//! Sessions: planned, moved, held (R20, R21, R141 to R143).

use super::UseCase;
use crate::api::relationship::Which;
use crate::api::session::{
    CancelSession, ChangeSession, ConfirmSessions, HoldSession, MoveSession, NewSession,
    SessionView, Sessions, WhichSession,
};
use crate::api::session_plan::{
    AnswerPace, CalendarFile, CalendarOf, ChooseSlot, Contingency, NewProposal, NewSeries,
    PatternView, SeriesPreview, SetPattern, TellPace, WhichProposal,
};
use crate::ops::session::{self, ics, pattern, proposal, series};

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[
    desk!("session.list", Which => Sessions, session::list),
    desk!("session.get", WhichSession => SessionView, session::get),
    desk!("session.add", NewSession => Sessions, session::add),
    desk!("session.change", ChangeSession => Sessions, session::change),
    desk!("session.confirm", ConfirmSessions => Sessions, session::confirm),
    desk!("session.hold", HoldSession => Sessions, session::hold),
    desk!("session.miss", WhichSession => Sessions, session::miss),
    desk!("session.cancel", CancelSession => Sessions, session::cancel),
    desk!("session.move", MoveSession => Sessions, session::shift),
    desk!("session.reopen", WhichSession => Sessions, session::reopen),
    desk!("session.remove", WhichSession => Sessions, session::remove),
    desk!("session.contingency", WhichSession => Contingency, session::contingency),
    desk!("pattern.get", Which => PatternView, pattern::get),
    desk!("pattern.set", SetPattern => PatternView, pattern::set),
    desk!("series.preview", NewSeries => SeriesPreview, series::preview),
    desk!("series.book", NewSeries => Sessions, series::book),
    desk!("slot.propose", NewProposal => Sessions, proposal::propose),
    desk!("slot.choose", ChooseSlot => Sessions, proposal::choose),
    desk!("slot.decline", WhichProposal => Sessions, proposal::decline),
    desk!("slot.withdraw", WhichProposal => Sessions, proposal::withdraw),
    desk!("pace.tell", TellPace => Sessions, pattern::tell),
    desk!("pace.decide", AnswerPace => Sessions, pattern::decide),
    desk!("calendar.sessions", CalendarOf => CalendarFile, ics::sessions),
    desk!("calendar.events", Which => CalendarFile, ics::events),
    desk!("calendar.supervisor", Which => CalendarFile, ics::for_supervisor),
];
