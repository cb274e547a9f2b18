//! One session before, during and after (R17): the words and rules of its page.

use super::dates;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What happened to a point of the agenda in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "AgendaOutcome")]
pub enum Outcome {
    /// The two talked about it: it is done with.
    Reached,
    /// They did not get to it: it goes on to the next session.
    NotReached,
    /// They no longer need it.
    Dropped,
}

impl Outcome {
    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NotReached => "not_reached",
            Self::Dropped => "dropped",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Reached, Self::NotReached, Self::Dropped]
            .into_iter()
            .find(|outcome| outcome.key() == key)
    }

    /// Whether the point goes no further.
    pub const fn settles(self) -> bool {
        match self {
            Self::Reached | Self::Dropped => true,
            Self::NotReached => false,
        }
    }
}

/// What is done when no agenda has come (R33).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgendaMissing {
    /// The mentor reminds the mentee.
    Remind,
    /// The two meet all the same.
    Hold,
    /// The session is moved.
    Move,
}

impl AgendaMissing {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Remind, Self::Hold, Self::Move];

    /// The word the store, the agreement and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Remind => "remind",
            Self::Hold => "hold",
            Self::Move => "move",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.key() == key)
    }
}

/// What critical feedback is for (R75).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackTag {
    /// To learn a skill.
    Skill,
    /// To change how something is done.
    Method,
    /// To become aware of something.
    Awareness,
}

impl FeedbackTag {
    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Skill => "skill",
            Self::Method => "method",
            Self::Awareness => "awareness",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Skill, Self::Method, Self::Awareness]
            .into_iter()
            .find(|tag| tag.key() == key)
    }
}

/// Where feedback or a recommendation stands between the two (R76, R77).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackState {
    /// It was said.
    Open,
    /// It is taken up.
    Taken,
    /// The two agree to disagree.
    AgreeToDisagree,
}

impl FeedbackState {
    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Taken => "taken",
            Self::AgreeToDisagree => "agree_to_disagree",
        }
    }

    /// The one with this word; what says nothing is open.
    pub fn from_key(key: &str) -> Self {
        [Self::Taken, Self::AgreeToDisagree]
            .into_iter()
            .find(|state| state.key() == key)
            .unwrap_or(Self::Open)
    }
}

/// What somebody answers to a recommendation instead of taking it (R76). It is kept without judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CounterKind {
    /// "I see it differently".
    Differently,
    /// "I'd rather have …".
    Rather,
}

impl CounterKind {
    /// The word the store and the JSON use.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Differently => "differently",
            Self::Rather => "rather",
        }
    }

    /// The one with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Differently, Self::Rather]
            .into_iter()
            .find(|kind| kind.key() == key)
    }

    /// How it begins.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Differently => "I see it differently",
            Self::Rather => "I'd rather have …",
        }
    }
}

/// Days before a session by which the agenda is sent, where the two have not agreed on a number (C6).
pub const LEAD_DAYS: u32 = 2;
/// Days before a session of the last call (C6).
pub const LAST_CALL_DAYS: u32 = 1;

/// When the agenda of a session is prepared, sent, and called for a last time (R145, C6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgendaDates {
    /// To begin with it: the day before it is sent.
    pub prepare: NaiveDate,
    /// To send it.
    pub send: NaiveDate,
    /// The last call; from that day on the mentor is told that nothing has come (R33).
    pub last_call: NaiveDate,
}

/// The dates for a session on `day`, as agreed or as usual.
pub fn agenda_dates(
    day: NaiveDate,
    lead: Option<u32>,
    last_call: Option<u32>,
) -> Option<AgendaDates> {
    let before = |days: u32| dates::add_days(day, -i64::from(days));
    let lead = lead.unwrap_or(LEAD_DAYS);
    Some(AgendaDates {
        prepare: before(lead.saturating_add(1))?,
        send: before(lead)?,
        last_call: before(last_call.unwrap_or(LAST_CALL_DAYS).min(lead))?,
    })
}

/// Whether an agenda that was not sent is missed: from the day of the last call on, as long as the session is to
/// come (R33).
pub fn is_missed(today: NaiveDate, dates: AgendaDates, over: bool) -> bool {
    !over && today >= dates.last_call
}

/// The three points of a session for which nobody has written an agenda (R157).
pub const DEFAULT_AGENDA: [&str; 3] = [
    "What has happened since we last met",
    "What matters most to talk about now",
    "Next steps, and who does what by when",
];

/// Minutes at the end of a session that are kept for feedback, unless the two choose fewer (R147).
pub const FEEDBACK_MINUTES: u32 = 10;

/// The instant of the soft bell: when the time kept for feedback begins (R147).
pub fn bell(end: DateTime<Utc>, minutes: u32) -> DateTime<Utc> {
    end.checked_sub_signed(TimeDelta::minutes(i64::from(minutes)))
        .unwrap_or(end)
}

/// Hours after the end of a session without notes after which both are asked for them (R156).
pub const NOTES_AFTER_HOURS: i64 = 24;

/// Whether it is time to ask for notes (R156).
pub fn are_notes_missing(end: DateTime<Utc>, now: DateTime<Utc>, notes: usize) -> bool {
    notes == 0 && (now - end).num_minutes() >= NOTES_AFTER_HOURS * 60
}

/// Whether the four questions are asked after a session (R48): each time, every three months counted from the last
/// answers, or where the two have a rhythm of their own, when they want to.
pub fn is_feedback_due(rhythm: Option<&str>, last: Option<NaiveDate>, day: NaiveDate) -> bool {
    match rhythm {
        Some("quarterly") => last
            .and_then(|last| dates::add_months(last, 3))
            .is_none_or(|next| day >= next),
        Some("other") => false,
        Some(_) | None => true,
    }
}

/// What is noted where something needs another kind of help (R41). It says nothing of the matter.
pub const OUTSIDE: &str = "We stopped here, because this is outside mentoring. We look together for the right place to turn.";

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        dates::from_iso(text).unwrap()
    }

    fn instant(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn r145_c6_an_agenda_is_prepared_sent_and_called_for_before_its_session() {
        let dates = agenda_dates(day("2026-05-06"), None, None).unwrap();
        assert_eq!(dates.prepare, day("2026-05-03"), "J6: Sunday 3 May");
        assert_eq!(dates.send, day("2026-05-04"));
        assert_eq!(dates.last_call, day("2026-05-05"));
        let early = agenda_dates(day("2026-03-02"), Some(5), Some(2)).unwrap();
        assert_eq!(
            (early.send, early.last_call),
            (day("2026-02-25"), day("2026-02-28"))
        );
        let same_day = agenda_dates(day("2026-05-06"), Some(0), Some(3)).unwrap();
        assert_eq!(
            same_day.last_call, same_day.send,
            "nobody is called before the day on which it is due"
        );
        assert!(!is_missed(day("2026-05-04"), dates, false), "R33");
        assert!(is_missed(day("2026-05-05"), dates, false));
        assert!(!is_missed(day("2026-05-07"), dates, true));
    }

    #[test]
    fn r147_the_bell_rings_when_the_time_for_feedback_begins() {
        let end = instant("2026-05-06T14:30:00Z");
        assert_eq!(bell(end, FEEDBACK_MINUTES), instant("2026-05-06T14:20:00Z"));
        assert_eq!(bell(end, 5), instant("2026-05-06T14:25:00Z"));
    }

    #[test]
    fn r156_notes_are_asked_for_a_day_after_the_end_and_not_a_minute_earlier() {
        let end = instant("2026-05-06T14:30:00Z");
        assert!(!are_notes_missing(end, instant("2026-05-07T14:29:00Z"), 0));
        assert!(are_notes_missing(end, instant("2026-05-07T14:30:00Z"), 0));
        assert!(!are_notes_missing(end, instant("2026-06-07T14:30:00Z"), 1));
    }

    #[test]
    fn r48_feedback_is_asked_for_in_the_agreed_rhythm() {
        let on = day("2026-05-31");
        assert!(
            is_feedback_due(None, Some(on), on),
            "each session by default"
        );
        assert!(is_feedback_due(Some("each_session"), Some(on), on));
        assert!(is_feedback_due(Some("quarterly"), None, on));
        assert!(!is_feedback_due(
            Some("quarterly"),
            Some(day("2026-03-01")),
            on
        ));
        assert!(is_feedback_due(
            Some("quarterly"),
            Some(day("2026-02-28")),
            on
        ));
        assert!(!is_feedback_due(Some("other"), None, on));
    }

    #[test]
    fn every_word_of_a_session_is_read_as_it_was_written() {
        for outcome in [Outcome::Reached, Outcome::NotReached, Outcome::Dropped] {
            assert_eq!(Outcome::from_key(outcome.key()), Some(outcome));
        }
        for choice in AgendaMissing::ALL {
            assert_eq!(AgendaMissing::from_key(choice.key()), Some(choice));
        }
        for tag in [
            FeedbackTag::Skill,
            FeedbackTag::Method,
            FeedbackTag::Awareness,
        ] {
            assert_eq!(FeedbackTag::from_key(tag.key()), Some(tag));
        }
        for state in [
            FeedbackState::Open,
            FeedbackState::Taken,
            FeedbackState::AgreeToDisagree,
        ] {
            assert_eq!(FeedbackState::from_key(state.key()), state);
        }
        for kind in [CounterKind::Differently, CounterKind::Rather] {
            assert_eq!(CounterKind::from_key(kind.key()), Some(kind));
        }
        assert!(Outcome::Dropped.settles() && !Outcome::NotReached.settles());
    }
}
