//! What the reminders of one relationship are computed from: plain data, read once.
//!
//! Whatever is not known yet is an empty list or none, and then nothing is said about it.

use crate::domain::ids::RelationshipId;
use crate::domain::revisit;
use crate::domain::side::{Role, Side};
use crate::domain::vocabulary::Vocabulary;
use chrono::{DateTime, NaiveDate, Utc};

/// Everything about one relationship that a reminder depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Which one.
    pub relationship: RelationshipId,
    /// What the owner of this installation is in it.
    pub role: Role,
    /// The mentor's name.
    pub mentor: String,
    /// The mentee's name.
    pub mentee: String,
    /// The programme's own words (C29).
    pub vocabulary: Vocabulary,
    /// Closed relationships are read-only: only staying in touch is left (R127).
    pub closed: bool,
    /// A request to a mentor (R131).
    pub request: Option<Request>,
    /// The day of the connection e-mail (R3); none while it is waited for.
    pub connected_on: Option<NaiveDate>,
    /// From which day on the two know each other without the log saying so: they were together at the
    /// induction, found each other by themselves, or have begun their term.
    pub known_from: Option<NaiveDate>,
    /// What the contact log says.
    pub contact: Contact,
    /// Whether anything stands in the agreement (N06).
    pub agreement_begun: bool,
    /// The first meeting held; until then the start of the term (C11).
    pub start: Option<NaiveDate>,
    /// The sessions that are planned or were held.
    pub sessions: Vec<Session>,
    /// What is agreed on the points for a session.
    pub agenda: Agenda,
    /// How often the two look at how they work together (R48).
    pub rhythm: Rhythm,
    /// Tasks that are not done.
    pub tasks: Vec<Task>,
    /// The action plan.
    pub plan: Plan,
    /// Whether the owner has filled in the 90-day form.
    pub checkup_done: bool,
    /// The middle of the term (R68).
    pub mid_point: Option<NaiveDate>,
    /// Whether a mid-point session is booked or was held.
    pub mid_point_booked: bool,
    /// The revisit dates, once there is a date to count from (R47).
    pub revisits: Option<revisit::Series>,
    /// The last revisit that was held, by the date for which it was due.
    pub last_revisit: Option<NaiveDate>,
    /// The end of the term (R66).
    pub ends_on: Option<NaiveDate>,
    /// Whether a closing session is booked or was held.
    pub closing_booked: bool,
    /// Sessions that did not take place, counted from the last one (R110).
    pub streak: Option<Streak>,
    /// The supervisor brief and the events of the programme that are not done.
    pub dates: Vec<Dated>,
    /// The stay-in-touch plan, while it is on.
    pub stay_in_touch: Option<StayInTouch>,
    /// What waits for the other person: a signature, a suggestion.
    pub waiting: Vec<Waiting>,
}

/// A request to a mentor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request {
    /// When it was sent.
    pub asked_on: NaiveDate,
    /// Accepted, declined, or another mentor was asked.
    pub answered: bool,
}

/// What the contact log says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The mentee has written or called.
    pub mentee_wrote: bool,
    /// One contact in each direction, or a meeting held.
    pub two_way: bool,
    /// The programme was told, or need not be told (R7).
    pub escalation_settled: bool,
    /// The first contact of all.
    pub first: Option<NaiveDate>,
    /// Messages of the owner that need a reply and have none: when to ask.
    pub unanswered: Vec<Unanswered>,
    /// When it will have been quiet for as long as the two agreed (R39), if nothing comes; none while an
    /// "all fine" runs.
    pub quiet_on: Option<NaiveDate>,
    /// How long that is, in words: `8 weeks`.
    pub quiet_for: String,
    /// When the owner wanted to be back in touch, as long as no contact came since (R19).
    pub back_on: Option<NaiveDate>,
}

/// A message of the owner without an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// The entry in the contact log.
    pub id: String,
    /// When the agreed time is over (R38, R73).
    pub ask_on: NaiveDate,
    /// How the two agreed to ask, in words.
    pub how: String,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its row.
    pub id: String,
    /// The time on the wall and the zone for which it is fixed, as text: a session that is moved rings anew.
    pub fixed: String,
    /// Where it stands.
    pub state: SessionState,
    /// When it begins.
    pub begins: DateTime<Utc>,
    /// When it ends.
    pub ends: DateTime<Utc>,
    /// Its day where the owner is.
    pub on: NaiveDate,
    /// The agenda was sent, or the mentor has it.
    pub agenda_sent: bool,
    /// The mentor has chosen what to do without points (R33).
    pub agenda_choice: bool,
    /// The mentee has thought again (R35).
    pub rethought: bool,
    /// How many of its last minutes are for feedback (R147).
    pub feedback_minutes: u32,
    /// The owner has opened the feedback form (R49).
    pub feedback: bool,
    /// There are notes (R156).
    pub notes: bool,
    /// The summary was sent (R55).
    pub summary: bool,
    /// It is a check-point whose questions the owner has not answered (R115).
    pub check_point_open: bool,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionState {
    /// Both know of it and it has not been said how it went.
    Planned,
    /// It took place.
    Held,
    /// It did not.
    Off,
}

/// What is agreed on the points for a session (R13, R33, R145).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agenda {
    /// Whether points are sent at all.
    pub asked: bool,
    /// Who sends them.
    pub owner: Side,
    /// Days before the session by which they are sent.
    pub lead: u32,
    /// Days before the session of the last call.
    pub last_call: u32,
}

impl Default for Agenda {
    fn default() -> Self {
        Self {
            asked: true,
            owner: Side::Mentee,
            lead: 2,
            last_call: 1,
        }
    }
}

/// How often the two look at how they work together (R48).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rhythm {
    /// In the last minutes of each session.
    #[default]
    EachSession,
    /// Every three months.
    Quarterly {
        /// Counted from when they last did, or began.
        since: NaiveDate,
        /// They never did: the first session is as good a time as any.
        never: bool,
    },
    /// When they want to.
    Own,
}

/// A task that is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its row.
    pub id: String,
    /// Whose it is.
    pub owner: Side,
    /// What it is.
    pub what: String,
    /// Its date as it stands now.
    pub due: NaiveDate,
}

/// The action plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Plan {
    /// At least one goal has at least one dated activity (N17).
    pub dated: bool,
    /// When the plan was last changed, or found to be still right; none without a plan (N23).
    pub touched_on: Option<NaiveDate>,
}

/// Sessions that did not take place, counted from the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streak {
    /// How many.
    pub length: u32,
    /// The day of the last of them, or the day on which it was called off if that was earlier.
    pub on: NaiveDate,
}

/// Something with a date that is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Its row.
    pub id: String,
    /// What it is.
    pub what: String,
    /// Its date.
    pub on: NaiveDate,
    /// The supervisor brief is told on its date, an event ahead of it.
    pub brief: bool,
}

/// The stay-in-touch plan after closing (R125).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayInTouch {
    /// What the two wanted to do.
    pub idea: String,
    /// When, from the last contact on.
    pub dates: Vec<NaiveDate>,
}

/// Something that waits for the other person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its row.
    pub id: String,
    /// What it is.
    pub what: String,
    /// Since when.
    pub since: NaiveDate,
    /// The page it leads to, below the relationship.
    pub page: String,
}

impl Facts {
    /// A relationship of which nothing is known but its two people.
    pub fn new(relationship: RelationshipId, role: Role, mentor: &str, mentee: &str) -> Self {
        Self {
            relationship,
            role,
            mentor: mentor.to_owned(),
            mentee: mentee.to_owned(),
            vocabulary: Vocabulary::default(),
            closed: false,
            request: None,
            connected_on: None,
            known_from: None,
            contact: Contact::default(),
            agreement_begun: false,
            start: None,
            sessions: Vec::new(),
            agenda: Agenda::default(),
            rhythm: Rhythm::default(),
            tasks: Vec::new(),
            plan: Plan::default(),
            checkup_done: false,
            mid_point: None,
            mid_point_booked: false,
            revisits: None,
            last_revisit: None,
            ends_on: None,
            closing_booked: false,
            streak: None,
            dates: Vec::new(),
            stay_in_touch: None,
            waiting: Vec::new(),
        }
    }
}
