//! Sessions: planned, moved, held (R20, R21, R141 to R143).

use super::UseCase;
use crate::api::relationship::Which;
use crate::api::session::{
    CancelSession, ChangeSession, ConfirmSessions, HoldSession, MoveSession, NewSession,
    SessionView, Sessions, WhichSession,
};
use crate::ops::session;

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
];
