//! Looking back: check-ups, the mid-point, the revisit (R107 to R121).

use super::{Record, maybe, maybe_number, number, text};

/// What one of the two answered in the 90-day check-up, shared (R107); id is the side.
pub static CHECKUP: Record = Record {
    name: "checkup",
    fields: &[
        text("suitability"),
        text("meetings"),
        text("meetings_reason"),
        text("energised"),
        maybe_number("time"),
        maybe_number("cancelled"),
        text("cancelled_reason"),
        text("obstacles"),
        maybe("completed_on"),
        maybe("start_on"),
        maybe_number("interval_days"),
        number("held"),
        number("streak"),
        number("longest"),
        maybe("shared_on"),
    ],
    made_by_setting: false,
};
/// A meeting about obstacles and its plan (R114); id is the session.
pub static OBSTACLE_PLAN: Record = Record {
    name: "obstacle_plan",
    fields: &[
        text("obstacles"),
        maybe("made_on"),
        maybe("follow_up_on"),
        maybe("followed_up_on"),
        text("outcome"),
    ],
    made_by_setting: false,
};
/// Every which session is a check-point (R115); id `pattern`.
pub static CHECK_POINT_PATTERN: Record = Record {
    name: "check_point_pattern",
    fields: &[maybe_number("every")],
    made_by_setting: true,
};
/// What one of the two answered at a check-point; id is the session, an @ and the side.
pub static CHECK_POINT_ANSWER: Record = Record {
    name: "check_point_answer",
    fields: &[text("working"), text("progress"), text("change")],
    made_by_setting: true,
};
/// An answer of the mid-point (R117, R119, R120).
pub static MID_POINT_ANSWER: Record = Record {
    name: "mid_point_answer",
    fields: &[text("text")],
    made_by_setting: true,
};
/// How the two kept a section of what they signed (R117); id is the section.
pub static MID_POINT_CLAUSE: Record = Record {
    name: "mid_point_clause",
    fields: &[text("kept"), text("note")],
    made_by_setting: true,
};
/// How far one of the two trusts the other, shared (R116); id is the side.
pub static MID_POINT_TRUST: Record = Record {
    name: "mid_point_trust",
    fields: &[number("rating"), text("note")],
    made_by_setting: false,
};
/// That the mid-point is evaluated (R121); id `mid_point`.
pub static MID_POINT: Record = Record {
    name: "mid_point",
    fields: &[maybe("finished_on"), maybe_number("plan_version")],
    made_by_setting: true,
};
/// A page of a revisit (R47); id is the day for which it was due, an @ and the section.
pub static REVISIT_PAGE: Record = Record {
    name: "revisit_page",
    fields: &[text("choice"), text("note")],
    made_by_setting: true,
};
/// That one of the two renews what they promised; id is the occasion, an @ and the side.
pub static COMMITMENT: Record = Record {
    name: "commitment",
    fields: &[text("choice"), text("note"), maybe("on_date")],
    made_by_setting: true,
};

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[
    &CHECKUP,
    &OBSTACLE_PLAN,
    &CHECK_POINT_PATTERN,
    &CHECK_POINT_ANSWER,
    &MID_POINT_ANSWER,
    &MID_POINT_CLAUSE,
    &MID_POINT_TRUST,
    &MID_POINT,
    &REVISIT_PAGE,
    &COMMITMENT,
];
