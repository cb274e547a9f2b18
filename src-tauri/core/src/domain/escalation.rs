//! Telling the programme that contact has broken down (R6, R7, R8, R57). The facts are names, dates and ways that
//! were tried; there is no place here for anything else (C23).

use super::dates;
use super::mail::Mail;
use super::messages::{self, fill};
use super::side::Side;
use super::vocabulary::Vocabulary;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the programme is told about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "EscalationAbout")]
pub enum About {
    /// No contact both ways by day 14 (R6, R7).
    FirstContact,
    /// Two check-ins without an answer after a long silence (R57).
    Stalled,
}

/// One of the four simple mishaps to be looked at first (R8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mishap {
    /// The message lies in a junk folder.
    Junk,
    /// The address was misspelt.
    Spelling,
    /// Another channel was not tried yet.
    OtherChannel,
    /// The other person is away and a notice says so.
    OutOfOffice,
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "EscalationOutcome")]
pub enum Outcome {
    /// The programme was told.
    Sent,
    /// There was no need; the reason says why.
    NotNeeded,
}

impl About {
    /// Both, in the order in which they can come.
    pub const ALL: [Self; 2] = [Self::FirstContact, Self::Stalled];

    /// The word of the store and of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::FirstContact => "first_contact",
            Self::Stalled => "stalled",
        }
    }
}

impl Mishap {
    /// All four, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::Junk,
        Self::Spelling,
        Self::OtherChannel,
        Self::OutOfOffice,
    ];

    /// The word of the store and of the JSON; also its column.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Junk => "junk",
            Self::Spelling => "spelling",
            Self::OtherChannel => "other_channel",
            Self::OutOfOffice => "out_of_office",
        }
    }

    /// What it is called in the message to the programme.
    pub fn name(self, partner: &str) -> String {
        let words = &messages::escalation().mishaps;
        let text = match self {
            Self::Junk => &words.junk,
            Self::Spelling => &words.spelling,
            Self::OtherChannel => &words.other_channel,
            Self::OutOfOffice => &words.out_of_office,
        };
        fill(&Vocabulary::default(), text, &[("partner", partner)])
    }
}

impl Outcome {
    /// The word of the store and of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::NotNeeded => "not_needed",
        }
    }

    /// The outcome with this word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Sent, Self::NotNeeded]
            .into_iter()
            .find(|outcome| outcome.key() == key)
    }
}

/// An attempt to get in touch: no more of it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// On which day.
    pub on: NaiveDate,
    /// Who wrote or rang.
    pub from: Side,
    /// By which way, in words.
    pub channel: String,
}

/// The facts that the programme is told.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// About what.
    pub about: About,
    /// Who tells.
    pub own: Side,
    /// The mentee's name.
    pub mentee: &'a str,
    /// The mentor's name.
    pub mentor: &'a str,
    /// When the two were connected.
    pub connected_on: NaiveDate,
    /// The last contact both ways, where there was one.
    pub last: Option<NaiveDate>,
    /// The day of the message.
    pub today: NaiveDate,
    /// What was tried, oldest first.
    pub attempts: &'a [Attempt],
    /// What was looked at before.
    pub looked_at: &'a [Mishap],
    /// The programme's own words.
    pub vocabulary: &'a Vocabulary,
}

impl Facts<'_> {
    const fn name(&self, side: Side) -> &str {
        match side {
            Side::Mentor => self.mentor,
            Side::Mentee => self.mentee,
        }
    }

    /// The message to the address `to`, to be read, changed and sent by the one who tells.
    pub fn draft(&self, to: &str) -> Mail {
        let words = messages::escalation();
        let (connected, today) = (dates::long(self.connected_on), dates::long(self.today));
        let last = self.last.map(dates::long);
        let places = [
            ("mentee", self.mentee),
            ("mentor", self.mentor),
            ("own", self.name(self.own)),
            ("connected", connected.as_str()),
            ("today", today.as_str()),
            ("last", last.as_deref().unwrap_or_default()),
        ];
        let say = |text: &str| fill(self.vocabulary, text, &places);
        let (subject, opening) = match (self.about, &last) {
            (About::FirstContact, _) => (&words.first_subject, &words.first),
            (About::Stalled, Some(_)) => (&words.stalled_subject, &words.stalled),
            (About::Stalled, None) => (&words.stalled_subject, &words.stalled_unknown),
        };
        let mut paragraphs = vec![words.dear.clone(), say(opening)];
        if self.attempts.is_empty() {
            paragraphs.push(words.no_attempts.clone());
        } else {
            let mut lines = vec![words.attempts.clone()];
            lines.extend(self.attempts.iter().map(|attempt| {
                fill(
                    &Vocabulary::default(),
                    &words.attempt,
                    &[
                        ("date", &dates::long(attempt.on)),
                        ("from", self.name(attempt.from)),
                        ("to", self.name(attempt.from.other())),
                        ("channel", &attempt.channel),
                    ],
                )
            }));
            paragraphs.push(lines.join("\n"));
        }
        if !self.looked_at.is_empty() {
            let partner = self.name(self.own.other());
            let mut lines = vec![words.looked_at.clone()];
            lines.extend(self.looked_at.iter().map(|mishap| {
                fill(
                    &Vocabulary::default(),
                    &words.looked,
                    &[("what", &mishap.name(partner))],
                )
            }));
            paragraphs.push(lines.join("\n"));
        }
        paragraphs.push(words.ask.clone());
        paragraphs.push(self.name(self.own).to_owned());
        Mail {
            to: to.to_owned(),
            subject: say(subject),
            text: paragraphs.join("\n\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        dates::from_iso(text).unwrap()
    }

    #[test]
    fn r6_r8_c23_the_draft_holds_names_dates_attempts_and_what_was_looked_at() {
        let attempts = [Attempt {
            on: day("2026-03-05"),
            from: Side::Mentee,
            channel: "e-mail".to_owned(),
        }];
        let vocabulary = Vocabulary::default();
        let facts = Facts {
            about: About::FirstContact,
            own: Side::Mentee,
            mentee: "Priya Raman",
            mentor: "Tomasz Lewandowski",
            connected_on: day("2026-03-02"),
            last: None,
            today: day("2026-03-16"),
            attempts: &attempts,
            looked_at: &[Mishap::Junk, Mishap::OtherChannel],
            vocabulary: &vocabulary,
        };
        let draft = facts.draft("desk@northbridge.example");
        assert_eq!(
            draft.subject,
            "No contact yet: Priya Raman and Tomasz Lewandowski"
        );
        assert_eq!(
            draft.text,
            "Hello,\n\nPriya Raman (mentee) and Tomasz Lewandowski (mentor) were connected on Monday 2 March 2026. By Monday 16 March 2026 we have not been in touch both ways.\n\nAttempts to get in touch:\n- Thursday 5 March 2026: Priya Raman to Tomasz Lewandowski, e-mail\n\nLooked at already:\n- the junk folder\n- another way to reach Tomasz Lewandowski\n\nCould you check the addresses, and tell me how to go on?\n\nPriya Raman"
        );
    }

    #[test]
    fn r57_a_stalled_contact_names_the_last_day_both_were_in_touch() {
        let vocabulary = Vocabulary::new("coach", "", "", "", "");
        let facts = Facts {
            about: About::Stalled,
            own: Side::Mentor,
            mentee: "Priya Raman",
            mentor: "Tomasz Lewandowski",
            connected_on: day("2026-03-02"),
            last: Some(day("2026-04-01")),
            today: day("2026-06-16"),
            attempts: &[],
            looked_at: &[],
            vocabulary: &vocabulary,
        };
        let text = facts.draft("").text;
        assert!(text.contains("The last contact both ways was on Wednesday 1 April 2026."));
        assert!(text.contains("Tomasz Lewandowski (coach)"), "C29: {text}");
        assert!(text.contains("No attempt is written down yet."));
        assert!(!text.contains("Looked at"));
    }
}
