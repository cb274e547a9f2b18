//! From a relationship to a paper: facts in, a [`fairlead_press::Document`] out. The screen shows the
//! same document that is printed.

pub mod agreement;
pub mod blank;
pub mod closing;
pub mod contact_plan;
pub mod facts;
pub mod file_name;
pub mod fingerprint;
mod leaf;
pub mod plan;
mod prose;
mod section;
pub mod session;
pub mod signed;
pub mod supervisor;
pub mod text;
pub mod to_sign;

pub use facts::AgreementFacts;
/// Sets papers; kept for a session, so that its fonts are unpacked once.
pub use fairlead_press::Press;

/// A paper that Fairlead can make (B6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The agreement.
    Agreement,
    /// What is decided by now, in short (R60).
    Sheet,
    /// The frozen version, to be signed by hand (B4).
    ToSign,
    /// The agreement as both signed it (B4).
    Signed,
    /// How the two reach each other, on a card (R10).
    ContactPlan,
    /// What the two reached, and their thanks (section 9).
    ClosingRecord,
    /// That somebody takes part, for their supervisor (R93).
    SupervisorBrief,
    /// The action plan (R98).
    ActionPlan,
    /// The summary of a session (R55, R148).
    SessionSummary,
}

impl Kind {
    /// The word of the command line and the API.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Sheet => "sheet",
            Self::ToSign => "to_sign",
            Self::Signed => "signed",
            Self::ContactPlan => "contact_plan",
            Self::ClosingRecord => "closing_record",
            Self::SupervisorBrief => "supervisor_brief",
            Self::ActionPlan => "action_plan",
            Self::SessionSummary => "session_summary",
        }
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Agreement => &crate::domain::phrases::agreement().title,
            Self::Sheet => &crate::domain::phrases::sheet().title,
            Self::ToSign => &crate::domain::phrases::to_sign().title,
            Self::Signed => &crate::domain::phrases::signed().title,
            Self::ContactPlan => &crate::domain::phrases::contact_plan().title,
            Self::ClosingRecord => &crate::domain::closing::words().record.title,
            Self::SupervisorBrief => supervisor::TITLE,
            Self::ActionPlan => &crate::domain::learning::paper().title,
            Self::SessionSummary => &crate::domain::phrases::session().title,
        }
    }

    /// The paper with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        kinds().iter().copied().find(|kind| kind.key() == key)
    }
}

/// Every paper there is.
pub const fn kinds() -> &'static [Kind] {
    &[
        Kind::Agreement,
        Kind::Sheet,
        Kind::ToSign,
        Kind::Signed,
        Kind::ContactPlan,
        Kind::ClosingRecord,
        Kind::SupervisorBrief,
        Kind::ActionPlan,
        Kind::SessionSummary,
    ]
}
