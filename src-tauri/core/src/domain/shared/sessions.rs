//! Sessions: planned, moved, held (R20, R21, R141 to R143).

use super::{Record, maybe, maybe_number, number, text};

/// A session.
pub static SESSION: Record = Record {
    name: "session",
    fields: &[
        number("position"),
        text("series"),
        text("kind"),
        text("starts_at"),
        text("zone"),
        number("minutes"),
        text("method"),
        text("place"),
        text("topic"),
        text("state"),
        maybe_number("held_minutes"),
        number("sequence"),
        text("proposed_by"),
    ],
    made_by_setting: false,
};
/// A move or a cancellation of a session (R20, R21).
pub static SESSION_CHANGE: Record = Record {
    name: "session_change",
    fields: &[
        number("position"),
        text("session"),
        text("kind"),
        text("side"),
        text("asked_on"),
        maybe("asked_at"),
        text("was_at"),
        text("was_zone"),
        maybe("now_at"),
        maybe("now_zone"),
        number("travel"),
        text("reason"),
    ],
    made_by_setting: false,
};
/// Up to three times to choose from (R142).
pub static SESSION_PROPOSAL: Record = Record {
    name: "session_proposal",
    fields: &[
        number("position"),
        text("side"),
        text("made_on"),
        text("session"),
        text("kind"),
        text("zone"),
        text("slot_1"),
        maybe("slot_2"),
        maybe("slot_3"),
        number("minutes"),
        text("method"),
        text("place"),
        text("topic"),
        text("state"),
        maybe_number("chosen"),
    ],
    made_by_setting: false,
};
/// That the pace cannot be kept (R130).
pub static PACE_TALK: Record = Record {
    name: "pace_talk",
    fields: &[
        number("position"),
        text("side"),
        text("on_date"),
        text("note"),
        text("cadence"),
        maybe_number("interval_count"),
        maybe("interval_unit"),
        maybe_number("minutes"),
        text("state"),
    ],
    made_by_setting: false,
};

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[&SESSION, &SESSION_CHANGE, &SESSION_PROPOSAL, &PACE_TALK];
