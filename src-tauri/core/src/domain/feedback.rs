//! The four answers at the end of a session (R49): each writes theirs unseen, and both are shown together.

use super::side::Side;

/// What one of the two answers. An answer may stay empty.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// What they take away.
    pub take_away: String,
    /// What the mentor should keep doing.
    pub keep: String,
    /// What the mentor should do less of.
    pub less: String,
    /// What the mentee could do differently.
    pub differently: String,
}

impl Answers {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        [&self.take_away, &self.keep, &self.less, &self.differently]
            .into_iter()
            .all(|text| text.trim().is_empty())
    }
}

/// What somebody has sent and the other may not see yet. It is neither printed, nor copied, nor written out;
/// [`together`] opens both, [`alone`] one that its writer shows without waiting.
pub struct Unseen {
    answers: Answers,
    sent_at: String,
}

impl Unseen {
    /// Closes it.
    pub const fn new(answers: Answers, sent_at: String) -> Self {
        Self { answers, sent_at }
    }
}

/// Shows what both have sent, with when each did: there is no way to one of them but with the other.
pub fn together(mentor: Unseen, mentee: Unseen) -> [(Side, Answers, String); 2] {
    [
        (Side::Mentor, mentor.answers, mentor.sent_at),
        (Side::Mentee, mentee.answers, mentee.sent_at),
    ]
}

/// Shows what its writer no longer wants to wait with.
pub fn alone(sent: Unseen) -> (Answers, String) {
    (sent.answers, sent.sent_at)
}

/// The four questions, in their order: stable name and words. `{mentor}` and `{mentee}` are names.
pub const QUESTIONS: [(&str, &str); 4] = [
    ("takeAway", "What do you take away from this session?"),
    ("keep", "What should {mentor} keep doing?"),
    ("less", "What should {mentor} do less of?"),
    ("differently", "What could {mentee} do differently?"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r49_both_are_shown_together_and_each_stays_its_writers() {
        let sent = |text: &str| {
            Unseen::new(
                Answers {
                    keep: text.to_owned(),
                    ..Answers::default()
                },
                format!("{text} sent"),
            )
        };
        let [(first, mentor, at), (second, mentee, _)] = together(sent("mentor"), sent("mentee"));
        assert_eq!((first, mentor.keep.as_str()), (Side::Mentor, "mentor"));
        assert_eq!((second, mentee.keep.as_str()), (Side::Mentee, "mentee"));
        assert_eq!(at, "mentor sent");
        assert_eq!(alone(sent("mentee")).0.keep, "mentee");
        assert!(Answers::default().is_empty() && !mentor.is_empty());
    }
}
