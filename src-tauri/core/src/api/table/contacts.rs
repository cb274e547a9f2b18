//! Staying in touch: the contact log and what follows from it (R4 to R25).

use super::UseCase;
use crate::api::contact_log::{
    AllFineDraft, ChangeContact, CloseEscalation, ContactLogView, EscalationView, InTouchFigure,
    NewContact, SayAllFine, TickMishap, TryAllFine, WhichContact, WhichEscalation,
};
use crate::api::relationship::Which;
use crate::api::start::Nothing;
use crate::ops::{contact_figure, contact_log, escalation};

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[
    desk!("contact.log", NewContact => ContactLogView, contact_log::log),
    desk!("contact.list", Which => ContactLogView, contact_log::get),
    desk!("contact.change", ChangeContact => ContactLogView, contact_log::change),
    desk!("contact.remove", WhichContact => ContactLogView, contact_log::remove),
    desk!("contact.all_fine", SayAllFine => ContactLogView, contact_log::all_fine),
    desk!("contact.all_fine.try", TryAllFine => AllFineDraft, contact_log::try_all_fine),
    desk!("contact.all_fine.end", Which => ContactLogView, contact_log::end_all_fine),
    desk!("contact.figure", Nothing => InTouchFigure, contact_figure::get),
    desk!("escalation.get", WhichEscalation => EscalationView, escalation::get),
    desk!("escalation.tick", TickMishap => ContactLogView, escalation::tick),
    desk!("escalation.close", CloseEscalation => ContactLogView, escalation::close),
];
