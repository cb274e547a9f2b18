//! One session from its agenda to its summary, and tasks (R17, R22 to R24, R33 to R36).

use super::{Record, maybe, maybe_number, number, text};

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

/// What is known of a session's page (R33 to R36, R55, R156); id is the session.
pub static SESSION_PAGE: Record = Record {
    name: "session_page",
    fields: &[
        text("wish"),
        text("wish_at"),
        text("rethink"),
        text("rethink_at"),
        maybe_number("rethink_minutes"),
        text("agenda_sent_at"),
        text("agenda_missing"),
        text("note_taker"),
        maybe_number("feedback_minutes"),
        text("summary_sent_at"),
    ],
    made_by_setting: true,
};
/// A point of an agenda.
pub static AGENDA_POINT: Record = Record {
    name: "agenda_point",
    fields: &[
        text("session"),
        number("position"),
        text("text"),
        text("side"),
        text("topic"),
    ],
    made_by_setting: false,
};
/// What happened to a point in a session; id is the point, an @ and the session.
pub static AGENDA_OUTCOME: Record = Record {
    name: "agenda_outcome",
    fields: &[text("outcome"), text("note")],
    made_by_setting: true,
};
/// A topic to come back to, or a module of the programme (R150).
pub static TOPIC: Record = Record {
    name: "topic",
    fields: &[
        number("position"),
        text("kind"),
        text("title"),
        maybe("on_date"),
        text("before"),
        text("after"),
        text("session"),
        maybe("done_on"),
    ],
    made_by_setting: false,
};
/// A line of the shared notes of a session (R148).
pub static SESSION_NOTE: Record = Record {
    name: "session_note",
    fields: &[
        text("session"),
        number("position"),
        text("side"),
        text("kind"),
        text("text"),
        text("task"),
    ],
    made_by_setting: false,
};
/// What belongs to a request for help (R151); id is its task.
pub static HELP_REQUEST: Record = Record {
    name: "help_request",
    fields: &[text("attachment"), text("answer"), text("answered_at")],
    made_by_setting: true,
};
/// Feedback or a recommendation in a line (R75).
pub static FEEDBACK_POINT: Record = Record {
    name: "feedback_point",
    fields: &[
        text("session"),
        number("position"),
        text("side"),
        text("text"),
        text("tag"),
        text("state"),
        text("made_at"),
    ],
    made_by_setting: false,
};
/// "I see it differently" or "I'd rather have" (R76).
pub static COUNTER_PROPOSAL: Record = Record {
    name: "counter_proposal",
    fields: &[
        text("target"),
        number("position"),
        text("side"),
        text("kind"),
        text("text"),
        text("made_at"),
    ],
    made_by_setting: false,
};
/// The four answers of one of the two to a session, once shown (R49); id is the session, an @ and the side.
pub static SESSION_FEEDBACK: Record = Record {
    name: "session_feedback",
    fields: &[
        text("take_away"),
        text("keep"),
        text("less"),
        text("differently"),
        text("sent_at"),
    ],
    made_by_setting: false,
};

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[
    &TASK,
    &TASK_DELAY,
    &DUTY,
    &SESSION_PAGE,
    &AGENDA_POINT,
    &AGENDA_OUTCOME,
    &TOPIC,
    &SESSION_NOTE,
    &HELP_REQUEST,
    &FEEDBACK_POINT,
    &COUNTER_PROPOSAL,
    &SESSION_FEEDBACK,
];
