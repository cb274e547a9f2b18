//! Names of things. A newtype each, so that one cannot be passed for another.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub String);

        impl $name {
            /// A new one that no other installation will make.
            pub fn new() -> Self {
                Self(uuid::Uuid::new_v4().to_string())
            }

            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A relationship between a mentor and a mentee.
    RelationshipId,
    /// A person in the owner's list of people.
    PersonId,
    /// A goal of the relationship.
    GoalId,
    /// A milestone on the way to the end date.
    MilestoneId,
    /// An activity of the action plan.
    ActivityId,
    /// Something that helps with a goal.
    ResourceId,
    /// Something that the owner wants to change about how they work.
    BehaviourId,
    /// A version of the plan that was kept.
    PlanVersionId,
    /// A moment of the journal.
    MomentId,
    /// A line of where somebody stands.
    AssessmentLineId,
    /// A heading that the two added to the agreement.
    HeadingId,
    /// A template in the owner's list.
    TemplateId,
    /// A permission to pass something on.
    PermissionId,
    /// Other words that one of the two suggests.
    SuggestionId,
    /// A way to reach one of the two.
    ChannelId,
    /// A contact that was written down.
    ContactId,
    /// A person or an address of the programme.
    ProgrammeContactId,
    /// An event of the programme.
    ProgrammeEventId,
    /// A self-check of a mentor.
    SelfCheckId,
    /// A version of the agreement that was frozen to be signed.
    VersionId,
    /// A signature under a version.
    SignatureId,
    /// A task of one of the two.
    TaskId,
    /// A topic, or a module of the programme.
    TopicId,
    /// A part of a session's page: a point of its agenda, a line of its notes, feedback.
    PartId,
    /// A session of the two.
    SessionId,
    /// Sessions that were booked together.
    SeriesId,
    /// Times to choose from.
    ProposalId,
    /// A talk about the pace.
    PaceTalkId,
    /// A file that somebody added.
    AttachmentId,
}
