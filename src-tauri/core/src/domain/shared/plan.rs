//! The action plan and the journal (R98 to R106).

use super::{Record, maybe, maybe_number, number, text};

/// An activity of a goal (R102, R104).
pub static ACTIVITY: Record = Record {
    name: "activity",
    fields: &[
        text("goal"),
        number("position"),
        text("title"),
        text("kind"),
        maybe_number("effort_count"),
        text("effort_unit"),
        maybe("starts_on"),
        maybe("finish_moved_on"),
        text("owner"),
        text("state"),
        maybe("state_on"),
        text("learned"),
    ],
    made_by_setting: false,
};
/// Something that helps with a goal, and who offered it (R100).
pub static RESOURCE: Record = Record {
    name: "resource",
    fields: &[
        text("goal"),
        number("position"),
        text("kind"),
        text("title"),
        text("place"),
        text("note"),
        text("side"),
    ],
    made_by_setting: false,
};
/// What is said of the plan as a whole (R105, R137, C33); id `plan`.
pub static PLAN: Record = Record {
    name: "plan",
    fields: &[
        text("career_goal"),
        text("situation"),
        maybe("reviewed_on"),
        maybe("still_right_on"),
    ],
    made_by_setting: true,
};
/// The plan as it stood when the two went through it (R105).
pub static PLAN_VERSION: Record = Record {
    name: "plan_version",
    fields: &[number("number"), text("kept_on"), text("content")],
    made_by_setting: false,
};
/// A line of where the mentee stands (R86).
pub static ASSESSMENT_LINE: Record = Record {
    name: "assessment_line",
    fields: &[
        text("stage"),
        text("list"),
        number("position"),
        text("text"),
    ],
    made_by_setting: false,
};
/// A moment worth keeping that both see (R106).
pub static JOURNAL_MOMENT: Record = Record {
    name: "journal_moment",
    fields: &[
        number("position"),
        text("on_date"),
        text("text"),
        text("side"),
    ],
    made_by_setting: false,
};

/// The shared tables of this part.
pub(super) static RECORDS: &[&Record] = &[
    &ACTIVITY,
    &RESOURCE,
    &PLAN,
    &PLAN_VERSION,
    &ASSESSMENT_LINE,
    &JOURNAL_MOMENT,
];
