//! What both people may see, as tables: the tables, their fields and what each may hold. Names of
//! tables and columns reach SQL from here only, never from a request.

pub mod attachments;
pub mod contacts;
pub mod ends;
pub mod looking;
pub mod meeting;
pub mod plan;
pub mod sessions;

use serde_json::Value;
use std::sync::LazyLock;

/// What a field of a shared row may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// Text, or nothing yet.
    MaybeText,
    /// A whole number.
    Integer,
    /// A whole number, or nothing yet.
    MaybeInteger,
}

/// A field of a shared row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The column.
    pub name: &'static str,
    /// What it may hold.
    pub holds: Holds,
}

/// A kind of shared row.
#[derive(Debug, PartialEq, Eq)]
pub struct Record {
    /// The table.
    pub name: &'static str,
    /// Its fields besides the key.
    pub fields: &'static [Field],
    /// Whether setting a field of a row that is not there makes the row.
    pub made_by_setting: bool,
}

impl Record {
    /// Whether its rows are signed, or tell of a signing: they are added and never set, removed or undone.
    pub fn is_sealed(&self) -> bool {
        SEALED.iter().any(|record| record.name == self.name)
    }

    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl Holds {
    /// Whether the value is of the right kind.
    pub fn fits(self, value: &Value) -> bool {
        match self {
            Self::Text => value.is_string(),
            Self::MaybeText => value.is_string() || value.is_null(),
            Self::Integer => value.is_i64(),
            Self::MaybeInteger => value.is_i64() || value.is_null(),
        }
    }
}

pub(crate) const fn text(name: &'static str) -> Field {
    Field {
        name,
        holds: Holds::Text,
    }
}
pub(crate) const fn maybe(name: &'static str) -> Field {
    Field {
        name,
        holds: Holds::MaybeText,
    }
}
pub(crate) const fn number(name: &'static str) -> Field {
    Field {
        name,
        holds: Holds::Integer,
    }
}
pub(crate) const fn maybe_number(name: &'static str) -> Field {
    Field {
        name,
        holds: Holds::MaybeInteger,
    }
}

/// The relationship itself; its id is the relationship's.
pub static RELATIONSHIP: Record = Record {
    name: "relationship",
    fields: &[
        text("connection"),
        maybe("connected_on"),
        text("programme"),
        text("programme_email"),
    ],
    made_by_setting: true,
};
/// One of the two people; id `mentor` or `mentee`.
pub static PARTICIPANT: Record = Record {
    name: "participant",
    fields: &[
        text("name"),
        text("email"),
        text("phone"),
        text("zone"),
        text("place"),
    ],
    made_by_setting: true,
};
/// A free text of the agreement.
pub static ANSWER: Record = Record {
    name: "answer",
    fields: &[text("text")],
    made_by_setting: true,
};
/// A line of a list.
pub static ENTRY: Record = Record {
    name: "entry",
    fields: &[text("list"), number("position"), text("text")],
    made_by_setting: false,
};
/// How the two stand to a section, what they call it, where it stands, and its sentence in their own words.
pub static SECTION: Record = Record {
    name: "section",
    fields: &[
        text("standing"),
        maybe("title"),
        maybe_number("position"),
        maybe("sentence"),
        maybe("sentence_of"),
    ],
    made_by_setting: true,
};
/// The structured answers; id `terms`.
pub static TERMS: Record = Record {
    name: "terms",
    fields: &[
        maybe("starts_on"),
        maybe("ends_on"),
        maybe("cadence"),
        maybe_number("interval_count"),
        maybe("interval_unit"),
        maybe_number("meeting_minutes"),
        maybe("meeting_place"),
        maybe("meeting_when"),
        maybe("postpone"),
        maybe_number("postpone_days"),
        maybe("mode"),
        maybe("initiator"),
        maybe_number("agenda"),
        maybe_number("agenda_lead_days"),
        maybe_number("agenda_last_call_days"),
        maybe("agenda_missing"),
        maybe_number("reply_days"),
        maybe_number("reply_working_days"),
        maybe_number("silence_weeks"),
        maybe("revisit"),
        maybe_number("revisit_months"),
        maybe("revisit_on"),
        maybe("rhythm"),
        maybe("end_kind"),
        maybe("confidentiality"),
    ],
    made_by_setting: true,
};
/// A goal.
pub static GOAL: Record = Record {
    name: "goal",
    fields: &[
        text("title"),
        text("measure"),
        text("horizon"),
        maybe_number("rank"),
        number("position"),
        text("occasion"),
        maybe("set_on"),
        text("state"),
        maybe("state_on"),
    ],
    made_by_setting: false,
};
/// A milestone on the way to the end date.
pub static MILESTONE: Record = Record {
    name: "milestone",
    fields: &[
        text("name"),
        maybe("on_date"),
        text("source"),
        number("ends"),
        text("evidence"),
        text("rating"),
    ],
    made_by_setting: false,
};
/// A heading that the two added to the fourteen areas (R53).
pub static HEADING: Record = Record {
    name: "heading",
    fields: &[
        text("title"),
        text("text"),
        text("standing"),
        number("position"),
    ],
    made_by_setting: false,
};
/// The copy of the template that the relationship was made from; id `form`.
pub static FORM: Record = Record {
    name: "form",
    fields: &[text("template"), number("version"), text("content")],
    made_by_setting: true,
};
/// Something that may be passed on once its giver allows it (R95, R96).
pub static PERMISSION: Record = Record {
    name: "permission",
    fields: &[text("what"), text("whom"), text("giver")],
    made_by_setting: false,
};
/// What became of a permission: asked, given, refused or withdrawn (R96).
pub static PERMISSION_STEP: Record = Record {
    name: "permission_step",
    fields: &[
        text("permission"),
        text("state"),
        text("side"),
        text("on_date"),
        number("position"),
    ],
    made_by_setting: false,
};
/// How the two came together (R1, R131); id `intake`.
pub static INTAKE: Record = Record {
    name: "intake",
    fields: &[
        text("kind"),
        maybe_number("together"),
        maybe("asked_on"),
        text("message"),
        text("reply"),
        maybe("replied_on"),
        text("reason"),
        text("choice"),
        maybe("chosen_on"),
    ],
    made_by_setting: true,
};
/// The meeting fixed at the induction (R1); id `first`.
pub static FIRST_MEETING: Record = Record {
    name: "first_meeting",
    fields: &[
        text("state"),
        maybe("on_date"),
        maybe("at_time"),
        text("zone"),
        text("method"),
        text("place"),
    ],
    made_by_setting: true,
};
/// The programme besides its name and address (R159, C29); id `programme`.
pub static PROGRAMME: Record = Record {
    name: "programme",
    fields: &[
        text("web"),
        text("phone"),
        text("word_mentor"),
        text("word_mentee"),
        text("word_meeting"),
        text("word_programme"),
        text("word_coordinator"),
    ],
    made_by_setting: true,
};
/// A person or an address of the programme.
pub static PROGRAMME_CONTACT: Record = Record {
    name: "programme_contact",
    fields: &[
        number("position"),
        text("kind"),
        text("name"),
        text("email"),
        text("phone"),
        text("note"),
    ],
    made_by_setting: false,
};
/// An event of the programme.
pub static PROGRAMME_EVENT: Record = Record {
    name: "programme_event",
    fields: &[
        text("name"),
        maybe("on_date"),
        maybe("at_time"),
        text("place"),
        text("note"),
        number("supervisor"),
    ],
    made_by_setting: false,
};
/// The programme's logo (R58); id `logo`.
pub static PROGRAMME_LOGO: Record = Record {
    name: "programme_logo",
    fields: &[
        text("png"),
        number("width"),
        number("height"),
        text("words"),
    ],
    made_by_setting: false,
};
/// A way to reach one of the two (R11, R73).
pub static CONTACT_CHANNEL: Record = Record {
    name: "contact_channel",
    fields: &[
        text("side"),
        number("position"),
        text("kind"),
        text("label"),
        text("address"),
        text("note"),
        maybe_number("reply_count"),
        text("reply_unit"),
    ],
    made_by_setting: false,
};
/// The times of one person's week (R12); id `mentor` or `mentee`.
pub static CONTACT_TIMES: Record = Record {
    name: "contact_times",
    fields: &[text("marks")],
    made_by_setting: true,
};
/// Other words for one place of the agreement, and what became of them (R76).
pub static SUGGESTION: Record = Record {
    name: "suggestion",
    fields: &[
        number("position"),
        text("place"),
        text("target"),
        text("side"),
        text("value"),
        text("before"),
        text("comment"),
        text("made_at"),
        maybe("answers"),
        text("state"),
        text("reason"),
        maybe("decided_at"),
    ],
    made_by_setting: false,
};
/// What one of the two said about a suggestion.
pub static SUGGESTION_COMMENT: Record = Record {
    name: "suggestion_comment",
    fields: &[
        number("position"),
        text("suggestion"),
        text("side"),
        text("text"),
        text("made_at"),
    ],
    made_by_setting: false,
};
/// How the two stand to one line of what they expect (R45); id is that of the line.
pub static EXPECTATION_MARK: Record = Record {
    name: "expectation_mark",
    fields: &[text("mark")],
    made_by_setting: true,
};
/// A revisit that was held; id is the date for which it was due.
pub static REVISIT: Record = Record {
    name: "revisit",
    fields: &[maybe("finished_on")],
    made_by_setting: true,
};

/// Where one of the two stands towards a goal (R27); id is the goal, an @ and the side.
pub static RATING: Record = Record {
    name: "rating",
    fields: &[number("value")],
    made_by_setting: true,
};
/// A text of record that was frozen to be signed (B4).
pub static VERSION: Record = Record {
    name: "version",
    fields: &[
        number("position"),
        number("number"),
        text("text"),
        text("sha256"),
        maybe("follows"),
        text("frozen_at"),
        text("mentor_key"),
        text("mentee_key"),
        text("computer_of"),
    ],
    made_by_setting: false,
};
/// A signature under a version.
pub static SIGNATURE: Record = Record {
    name: "signature",
    fields: &[
        number("position"),
        text("version"),
        text("side"),
        text("kind"),
        text("statement"),
        text("sha256"),
        text("signature"),
        text("certificate"),
        text("at"),
    ],
    made_by_setting: false,
};
/// That the other person saw a signature by hand.
pub static CONFIRMATION: Record = Record {
    name: "confirmation",
    fields: &[
        number("position"),
        text("version"),
        text("side"),
        text("confirms"),
        text("statement"),
        text("signature"),
        text("at"),
    ],
    made_by_setting: false,
};
/// A step on the way to the signatures.
pub static SIGNING_STEP: Record = Record {
    name: "signing_step",
    fields: &[
        number("position"),
        text("version"),
        text("side"),
        text("what"),
        text("at"),
    ],
    made_by_setting: false,
};
/// A version that was taken back before both had signed.
pub static WITHDRAWAL: Record = Record {
    name: "withdrawal",
    fields: &[
        number("position"),
        text("version"),
        text("side"),
        text("reason"),
        text("at"),
    ],
    made_by_setting: false,
};

/// The tables whose rows are only ever added; the database itself refuses the rest.
pub static SEALED: &[&Record] = &[
    &VERSION,
    &SIGNATURE,
    &CONFIRMATION,
    &SIGNING_STEP,
    &WITHDRAWAL,
];

/// All shared tables, the root first.
pub static RECORDS: LazyLock<Vec<&'static Record>> = LazyLock::new(|| {
    [
        BASE,
        contacts::RECORDS,
        sessions::RECORDS,
        meeting::RECORDS,
        plan::RECORDS,
        looking::RECORDS,
        ends::RECORDS,
        attachments::RECORDS,
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect()
});

/// The relationship, its people and its agreement.
static BASE: &[&Record] = &[
    &RELATIONSHIP,
    &PARTICIPANT,
    &ANSWER,
    &ENTRY,
    &SECTION,
    &TERMS,
    &GOAL,
    &MILESTONE,
    &HEADING,
    &FORM,
    &PERMISSION,
    &PERMISSION_STEP,
    &REVISIT,
    &INTAKE,
    &FIRST_MEETING,
    &PROGRAMME,
    &PROGRAMME_CONTACT,
    &PROGRAMME_EVENT,
    &PROGRAMME_LOGO,
    &CONTACT_CHANNEL,
    &CONTACT_TIMES,
    &SUGGESTION,
    &SUGGESTION_COMMENT,
    &EXPECTATION_MARK,
    &RATING,
    &VERSION,
    &SIGNATURE,
    &CONFIRMATION,
    &SIGNING_STEP,
    &WITHDRAWAL,
];

/// The record with this name.
pub fn record(name: &str) -> Option<&'static Record> {
    RECORDS.iter().copied().find(|record| record.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::terms;

    #[test]
    fn every_structured_answer_has_its_column() {
        let columns: Vec<_> = TERMS.fields.iter().map(|field| field.name).collect();
        let terms: Vec<_> = terms::TERMS.iter().map(|term| term.column).collect();
        assert_eq!(columns, terms);
    }
}
