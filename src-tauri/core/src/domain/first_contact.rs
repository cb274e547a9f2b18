//! The first two weeks after the connection e-mail, in which the two find each other (R3 to R9).

use super::dates;
use super::side::Side;
use chrono::NaiveDate;

/// The mentee writes until the end of this day (R4, C3).
pub const MENTEE_UNTIL: i64 = 7;
/// Everybody is in touch by the end of this day (R9).
pub const BOTH_UNTIL: i64 = 14;

/// Where a pair stands in these two weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Days since the connection e-mail; 0 on its day.
    pub day: i64,
    /// Whose turn it is to write: the mentee's, and from day 8 on either's.
    pub turn: Option<Side>,
    /// Until when.
    pub until: NaiveDate,
}

/// The window on `today`; none before the connection and after the fourteenth day.
pub fn window(connected_on: NaiveDate, today: NaiveDate) -> Option<Window> {
    let day = (today - connected_on).num_days();
    if !(0..=BOTH_UNTIL).contains(&day) {
        return None;
    }
    let (turn, last) = if day <= MENTEE_UNTIL {
        (Some(Side::Mentee), MENTEE_UNTIL)
    } else {
        (None, BOTH_UNTIL)
    };
    Some(Window {
        day,
        turn,
        until: dates::add_days(connected_on, last)?,
    })
}

impl Window {
    /// `Day 0 of 14`.
    pub fn day_words(&self) -> String {
        format!("Day {} of {BOTH_UNTIL}", self.day)
    }

    /// Whose turn it is, to the person on `side` (a coordinator where there is none).
    pub fn turn_words(&self, side: Option<Side>, mentee: &str, mentor: &str) -> String {
        let until = dates::long(self.until);
        match (self.turn, side) {
            (Some(Side::Mentee), Some(Side::Mentee)) => {
                format!("Your turn: write to {mentor} by {until}.")
            }
            (Some(_), _) => format!("{mentee}'s turn: a first message by {until}."),
            (None, Some(Side::Mentee)) => format!(
                "Either of you may write now, so that you and {mentor} are in touch by {until}."
            ),
            (None, Some(Side::Mentor)) => format!(
                "If you have not heard from {mentee}, a short note from you helps. You are in touch by {until}."
            ),
            (None, None) => format!("Either of them may write now. They are in touch by {until}."),
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
    fn r4_c3_the_mentee_has_until_the_end_of_day_seven() {
        let connected = day("2026-03-02");
        let first = window(connected, connected).unwrap();
        assert_eq!(first.day_words(), "Day 0 of 14");
        assert_eq!(
            first.turn_words(Some(Side::Mentee), "Priya", "Tomasz"),
            "Your turn: write to Tomasz by Monday 9 March 2026."
        );
        let seventh = window(connected, day("2026-03-09")).unwrap();
        assert_eq!((seventh.day, seventh.turn), (7, Some(Side::Mentee)));
        let eighth = window(connected, day("2026-03-10")).unwrap();
        assert_eq!(
            (eighth.day, eighth.turn, eighth.until),
            (8, None, day("2026-03-16"))
        );
    }

    #[test]
    fn r9_the_window_closes_with_day_fourteen() {
        let connected = day("2026-03-02");
        assert!(window(connected, day("2026-03-16")).is_some());
        assert_eq!(window(connected, day("2026-03-17")), None);
        assert_eq!(window(connected, day("2026-03-01")), None);
    }

    #[test]
    fn every_sentence_names_the_day_it_ends() {
        for (on, ends) in [
            ("2026-03-05", "Monday 9 March"),
            ("2026-03-12", "Monday 16 March"),
        ] {
            let window = window(day("2026-03-02"), day(on)).unwrap();
            for side in [Some(Side::Mentee), Some(Side::Mentor), None] {
                let said = window.turn_words(side, "Priya", "Tomasz");
                assert!(said.contains(ends), "{said}");
            }
        }
    }
}
