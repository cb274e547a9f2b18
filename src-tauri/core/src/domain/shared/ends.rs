//! Beginning and ending: the first meeting, the supervisor, closing (R80 to R97, R122 to R127).

use super::{Record, maybe, maybe_number, number, text};

/// Whether the relationship goes on (R127); id `closing`.
pub static CLOSING: Record = Record {
    name: "closing",
    fields: &[text("state"), maybe("on_date")],
    made_by_setting: true,
};
/// What happened to its course: closed, ended, reopened, extended.
pub static CLOSING_STEP: Record = Record {
    name: "closing_step",
    fields: &[
        number("position"),
        text("what"),
        maybe("on_date"),
        maybe("before_date"),
        text("side"),
        text("reason"),
    ],
    made_by_setting: false,
};
/// An answer of the closing conversation (R123, R124, R126, R127); id is the question, an @ and the side.
pub static CLOSING_ANSWER: Record = Record {
    name: "closing_answer",
    fields: &[text("text")],
    made_by_setting: true,
};
/// How the two stay in touch afterwards (R125); id `plan`.
pub static STAY_IN_TOUCH: Record = Record {
    name: "stay_in_touch",
    fields: &[
        text("ideas"),
        maybe_number("count"),
        text("unit"),
        maybe("first_on"),
        number("remind"),
    ],
    made_by_setting: true,
};

/// A line of getting acquainted (R81 to R85).
pub static ACQUAINTANCE: Record = Record {
    name: "acquaintance",
    fields: &[number("position"), text("side"), text("kind"), text("text")],
    made_by_setting: false,
};
/// A way in which the mentor can help (R87); id is the way.
pub static HELP_WANTED: Record = Record {
    name: "help_wanted",
    fields: &[text("text"), text("goal")],
    made_by_setting: false,
};
/// What became of a block, a line of the checklist or a stage (R79, R80); id says which.
pub static JOURNEY_MARK: Record = Record {
    name: "journey_mark",
    fields: &[text("state"), maybe_number("minutes")],
    made_by_setting: true,
};
/// Whom the mentee tells of taking part (R93); id `supervisor`.
pub static SUPERVISOR: Record = Record {
    name: "supervisor",
    fields: &[
        text("name"),
        text("email"),
        number("agreed"),
        maybe("brief_on"),
        maybe("done_on"),
    ],
    made_by_setting: true,
};

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[
    &CLOSING,
    &CLOSING_STEP,
    &CLOSING_ANSWER,
    &STAY_IN_TOUCH,
    &ACQUAINTANCE,
    &HELP_WANTED,
    &JOURNEY_MARK,
    &SUPERVISOR,
];
