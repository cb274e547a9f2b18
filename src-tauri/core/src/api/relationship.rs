//! People and relationships.

use super::contact_log::ContactStateView;
use super::intake::{FirstContact, FirstMeetingView, IntakeView, NewIntake};
use super::session::NextSession;
use super::template::UsedTemplate;
use crate::domain::closing::Standing;
use crate::domain::ids::{PersonId, RelationshipId, TemplateId};
use crate::domain::side::{Role, Side};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Which {
    /// Its id.
    pub relationship: RelationshipId,
}

/// A person as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPerson {
    /// Name.
    pub name: String,
    /// E-mail address, or nothing.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub email: String,
    /// Phone number, or nothing.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub phone: String,
    /// IANA time zone (R92); the computer's when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub zone: String,
    /// Place, or nothing.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub place: String,
}

/// Changes to a person; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePerson {
    /// Name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// E-mail address; empty for none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub email: Option<String>,
    /// Phone number; empty for none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub phone: Option<String>,
    /// IANA time zone (R92).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub zone: Option<String>,
    /// Place; empty for none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub place: Option<String>,
}

/// Whether the connection e-mail has come (R2, R3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConnectionState {
    /// It has not: nobody makes contact, and no clock runs.
    #[default]
    Waiting,
    /// It has: all windows count from its date.
    Connected,
}

/// The connection e-mail.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Connection {
    /// Whether it has come.
    pub state: ConnectionState,
    /// Its date as `2026-11-26`, when it has come.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
}

/// The programme that brings the two together (R159).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Its name, or nothing.
    #[serde(default)]
    pub name: String,
    /// Its e-mail address, or nothing.
    #[serde(default)]
    pub email: String,
}

/// Changes to what a relationship says of its programme; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeProgrammeName {
    /// Its name; empty for none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// Its e-mail address; empty for none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub email: Option<String>,
}

/// A new relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewRelationship {
    /// What the owner of this installation is in it (B1).
    pub role: Role,
    /// The other person; for a coordinator the mentee.
    pub partner: NewPerson,
    /// For a coordinator the mentor; otherwise left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub other: Option<NewPerson>,
    /// Whether the connection e-mail has come; waiting for it when left out.
    #[serde(default)]
    #[ts(optional, as = "Option<Connection>")]
    pub connection: Connection,
    /// The programme, where there is one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub programme: Option<Programme>,
    /// The template it is made from; the form that Fairlead ships where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub template: Option<TemplateId>,
    /// How the two come together; matched when left out (R131).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub intake: Option<NewIntake>,
}

/// The id of what was made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Made {
    /// Its id.
    pub id: RelationshipId,
}

/// Changes to a relationship; what is left out stays.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeRelationship {
    /// Which.
    pub relationship: RelationshipId,
    /// A new connection date, as `2026-11-26` (R3: it may be back-dated, and the change is in the history).
    #[serde(default)]
    #[ts(optional = nullable)]
    pub connected_on: Option<String>,
    /// The mentor's details.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub mentor: Option<ChangePerson>,
    /// The mentee's details.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub mentee: Option<ChangePerson>,
    /// The programme.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub programme: Option<ChangeProgrammeName>,
}

/// Something of a relationship that has a history of its own, besides its agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// The date of the connection e-mail (R3).
    ConnectedOn,
    /// Name and e-mail address of the programme (R159).
    Programme,
    /// What is known of the mentor: name, zone, how to reach them.
    Mentor,
    /// The same of the mentee.
    Mentee,
}

/// One detail of a relationship.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichDetail {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which detail.
    pub detail: Detail,
}

/// An earlier state of a detail to be put back.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreDetail {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Which detail.
    pub detail: Detail,
    /// Number of the edit, as the history gives it.
    #[ts(type = "number")]
    pub edit: i64,
}

/// The connection e-mail came.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Connected {
    /// Which relationship.
    pub relationship: RelationshipId,
    /// Date of the e-mail as `2026-11-26`.
    pub on: String,
}

/// One of the two people.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Participant {
    /// Which side.
    pub side: Side,
    /// What the programme calls somebody on this side: `mentor`, or a word of its own (C29).
    pub called: String,
    /// Name.
    pub name: String,
    /// E-mail address, or nothing.
    pub email: String,
    /// Phone number, or nothing.
    pub phone: String,
    /// IANA time zone.
    pub zone: String,
    /// What a clock there shows now, as `14:05` (R92).
    pub local_time: String,
    /// Place, or nothing.
    pub place: String,
    /// Whether this is the owner of this installation.
    pub owner: bool,
}

/// A person in the owner's list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    /// Id.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// E-mail address, or nothing.
    pub email: String,
    /// Phone number, or nothing.
    pub phone: String,
    /// IANA time zone.
    pub zone: String,
    /// Place, or nothing.
    pub place: String,
    /// Whether this is the owner of this installation.
    pub owner: bool,
}

/// The people the owner knows here.
#[derive(Debug, Clone, Serialize, TS)]
pub struct People {
    /// The owner first, then by name.
    pub people: Vec<PersonView>,
}

/// A date and how it is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DateWords {
    /// `2026-11-26`.
    pub date: String,
    /// `Thursday 26 November 2026`.
    pub words: String,
    /// `in 5 days`.
    pub relative: String,
}

/// One relationship at a glance.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RelationshipView {
    /// Id.
    pub id: RelationshipId,
    /// Both names, `Priya Raman and Tomasz Lewandowski`: the mentee first.
    pub title: String,
    /// What the owner is in it.
    pub role: Role,
    /// The mentor.
    pub mentor: Participant,
    /// The mentee.
    pub mentee: Participant,
    /// Whether this is the example.
    pub example: bool,
    /// Whether the connection e-mail has come.
    pub connection: ConnectionState,
    /// Its date (R3).
    pub connected_on: Option<DateWords>,
    /// How the two came together (R1, R131).
    pub intake: IntakeView,
    /// Where the two stand on the way to being in touch, and when they last were (R9, R18).
    pub contact: ContactStateView,
    /// The first fourteen days, while they run (R3 to R9).
    pub first_contact: Option<FirstContact>,
    /// The meeting fixed at the induction (R1).
    pub first_meeting: Option<FirstMeetingView>,
    /// The next session, once one is planned.
    pub next_session: Option<NextSession>,
    /// Whether fixing it was left for later.
    pub meeting_skipped: bool,
    /// The programme.
    pub programme: Programme,
    /// Start of the term.
    pub starts_on: Option<DateWords>,
    /// The mid-point (R68).
    pub mid_point: Option<DateWords>,
    /// End of the term.
    pub ends_on: Option<DateWords>,
    /// `7 sessions left until Friday 18 December 2026` (R25); none where there is no end, or it has passed.
    pub time_left: Option<String>,
    /// When the agreement is looked at again (R47).
    pub revisit_on: Option<DateWords>,
    /// How many sections of the agreement are agreed or left out on purpose.
    pub settled: u32,
    /// How many sections there are.
    pub sections: u32,
    /// Where the two stand, in one sentence.
    pub status: String,
    /// Whether it goes on, or was closed or ended (R127).
    pub standing: Standing,
    /// `Closed 16 Dec`, once it was.
    pub badge: Option<String>,
    /// The template it was made from.
    pub template: UsedTemplate,
}

/// The owner's relationships.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Relationships {
    /// By the names of the people.
    pub relationships: Vec<RelationshipView>,
}
