//! One session from its agenda to its summary, and tasks (R17, R22 to R24, R33 to R36).

use super::{Record, maybe, number, text};

/// A task of one of the two (R22).
pub static TASK: Record = Record {
    name: "task",
    fields: &[
        number("position"),
        text("kind"),
        text("what"),
        text("note"),
        text("owner"),
        text("set_by"),
        maybe("set_on"),
        maybe("due"),
        text("session"),
        maybe("done_on"),
    ],
    made_by_setting: false,
};
/// A date of a task that was put off (R23).
pub static TASK_DELAY: Record = Record {
    name: "task_delay",
    fields: &[
        text("task"),
        number("position"),
        maybe("was"),
        maybe("due"),
        text("reason"),
        text("told_at"),
    ],
    made_by_setting: false,
};
/// Whose a duty is that comes back with every session (R15, R54); id is the duty.
pub static DUTY: Record = Record {
    name: "duty",
    fields: &[text("owner")],
    made_by_setting: true,
};

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[&TASK, &TASK_DELAY, &DUTY];
