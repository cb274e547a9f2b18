//! Reminders (section 7).

use super::UseCase;
use crate::api::reminder::{
    ChangeReminderKind, OpenedReminder, PauseReminders, Pauses, ReminderKinds, WhichKind,
};
use crate::api::start::{Done, Nothing};
use crate::api::today::{Due, Notices, Reminders, SnoozeReminder, WhichReminder};
use crate::ops::reminder;

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[
    desk!("reminder.list", Nothing => Reminders, reminder::list),
    desk!("reminder.snooze", SnoozeReminder => Done, reminder::snooze),
    desk!("reminder.dismiss", WhichReminder => Done, reminder::dismiss),
    desk!("reminder.opened", OpenedReminder => Done, reminder::opened),
    desk!("reminder.due", Due => Notices, reminder::due),
    desk!("reminder.kinds", Nothing => ReminderKinds, reminder::kinds),
    desk!("reminder.change", ChangeReminderKind => ReminderKinds, reminder::change),
    desk!("reminder.pause", PauseReminders => Pauses, reminder::pause),
    desk!("reminder.pauses", Nothing => Pauses, reminder::pauses),
    desk!("reminder.reset", WhichKind => ReminderKinds, reminder::reset),
];
