//! Staying in touch: the contact log and what follows from it (R4 to R25).

use super::{Record, maybe, number, text};

/// A contact between the two, as one of them wrote it down (R18).
pub static CONTACT_LOG: Record = Record {
    name: "contact_log",
    fields: &[
        number("position"),
        text("side"),
        text("channel"),
        text("on_date"),
        maybe("at_time"),
        text("zone"),
        text("note"),
        number("needs_reply"),
        text("purpose"),
        maybe("back_on"),
        maybe("ended_on"),
        maybe("session"),
    ],
    made_by_setting: false,
};
/// What became of telling the programme (R6, R7, R8, R57); id is what it is about, an @ and the side.
pub static ESCALATION: Record = Record {
    name: "escalation",
    fields: &[
        number("junk"),
        number("spelling"),
        number("other_channel"),
        number("out_of_office"),
        text("outcome"),
        maybe("on_date"),
        text("reason"),
    ],
    made_by_setting: true,
};

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[&CONTACT_LOG, &ESCALATION];
