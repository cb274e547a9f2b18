//! Where the two stand on the way to being in touch, by day and role (R2 to R9, section 8): pure rules over
//! dates. A day is a calendar day in the owner's zone, counted from the connection date.

use super::dates;
use super::first_contact::{BOTH_UNTIL, MENTEE_UNTIL};
use super::side::Side;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// The end of a day, at which what is due "at the end of day 14" comes up, where the owner chose no other hour.
pub const END_OF_DAY: Option<NaiveTime> = NaiveTime::from_hms_opt(17, 0, 0);

/// A contact as the rules see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touch {
    /// Who reached out.
    pub side: Side,
    /// On which day.
    pub on: NaiveDate,
}

/// What is known of a pair.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The date of the connection e-mail; none while the two wait for it.
    pub connected_on: Option<NaiveDate>,
    /// The logged contacts, in any order.
    pub touches: &'a [Touch],
    /// The days on which the two met: a held meeting counts as contact both ways.
    pub held: &'a [NaiveDate],
    /// Whether the two are known to be in touch without a logged contact: they were both at the induction, found
    /// each other, or have settled something together.
    pub met: bool,
}

/// Where a pair stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactState {
    /// The connection e-mail has not come; nothing is counted (R2).
    NotConnected,
    /// Up to the end of day 7 the mentee writes first (R4).
    MenteesTurn,
    /// From day 8 on either may (R5).
    EitherTurn,
    /// One has written; the person on this side has not answered yet.
    WaitingFor(Side),
    /// Day 14 ends without contact both ways: both may tell the programme (R6, R7).
    Overdue,
    /// The two are in touch, since this day where it is known.
    InTouch(Option<NaiveDate>),
}

/// The colour of R9. It is always told in words as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// Nothing to say yet: not connected, or day 7 not over.
    Early,
    /// In touch both ways.
    Green,
    /// Day 8 to 14 without contact both ways.
    Amber,
    /// After day 14 without it.
    Red,
}

impl ContactState {
    /// The word of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotConnected => "not_connected",
            Self::MenteesTurn => "mentees_turn",
            Self::EitherTurn => "either_turn",
            Self::WaitingFor(Side::Mentor) => "waiting_for_mentor",
            Self::WaitingFor(Side::Mentee) => "waiting_for_mentee",
            Self::Overdue => "overdue",
            Self::InTouch(_) => "in_touch",
        }
    }
}

impl Flag {
    /// The word of the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }
}

impl Known<'_> {
    /// Days since the connection e-mail; 0 on its day. None before it came.
    pub fn day(&self, today: NaiveDate) -> Option<i64> {
        Some((today - self.connected_on?).num_days())
    }

    fn first(&self, side: Side) -> Option<NaiveDate> {
        self.touches
            .iter()
            .filter(|touch| touch.side == side)
            .map(|touch| touch.on)
            .min()
    }

    /// The day since which there is contact both ways: the later of the first contact in each direction, or the first
    /// held meeting.
    pub fn both_ways_on(&self) -> Option<NaiveDate> {
        let logged = self
            .first(Side::Mentee)
            .zip(self.first(Side::Mentor))
            .map(|(one, other)| one.max(other));
        logged.into_iter().chain(self.held.iter().copied()).min()
    }

    /// Whether somebody on this side has written, or the two have met.
    pub fn has_written(&self, side: Side) -> bool {
        self.met || !self.held.is_empty() || self.first(side).is_some()
    }

    /// The last contact in either direction: a logged one or a held meeting.
    pub fn last(&self) -> Option<NaiveDate> {
        self.touches
            .iter()
            .map(|touch| touch.on)
            .chain(self.held.iter().copied())
            .max()
    }

    /// When the two may tell the programme: the end of day 14 (R6, R7, C5), whether or not it comes to that.
    pub fn overdue_at(&self, end_of_day: NaiveTime) -> Option<NaiveDateTime> {
        Some(dates::add_days(self.connected_on?, BOTH_UNTIL)?.and_time(end_of_day))
    }

    /// Where the pair stands at `now`, by the owner's clock.
    pub fn state(&self, now: NaiveDateTime, end_of_day: NaiveTime) -> ContactState {
        let Some(day) = self.day(now.date()).filter(|day| *day >= 0) else {
            return ContactState::NotConnected;
        };
        if let Some(on) = self.both_ways_on() {
            return ContactState::InTouch(Some(on));
        }
        if self.met {
            return ContactState::InTouch(None);
        }
        if self.overdue_at(end_of_day).is_some_and(|at| at <= now) {
            return ContactState::Overdue;
        }
        match (self.first(Side::Mentee), self.first(Side::Mentor)) {
            (Some(_), None) => ContactState::WaitingFor(Side::Mentor),
            (None, Some(_)) => ContactState::WaitingFor(Side::Mentee),
            (None, None) | (Some(_), Some(_)) if day <= MENTEE_UNTIL => ContactState::MenteesTurn,
            (None, None) | (Some(_), Some(_)) => ContactState::EitherTurn,
        }
    }

    /// The colour on `today` (R9): amber on days 8 to 14, red after day 14.
    pub fn flag(&self, today: NaiveDate) -> Flag {
        if self.both_ways_on().is_some() || self.met {
            return Flag::Green;
        }
        match self.day(today) {
            None => Flag::Early,
            Some(day) if day <= MENTEE_UNTIL => Flag::Early,
            Some(day) if day <= BOTH_UNTIL => Flag::Amber,
            Some(_) => Flag::Red,
        }
    }

    /// Whether contact both ways came by the end of day 14, as every pair is expected to be (R9). None where that
    /// cannot be told: not connected, or in touch without a known day.
    pub fn in_time(&self) -> Option<bool> {
        let last = dates::add_days(self.connected_on?, BOTH_UNTIL)?;
        Some(self.both_ways_on()? <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        dates::from_iso(text).unwrap()
    }

    fn touch(side: Side, on: &str) -> Touch {
        Touch { side, on: day(on) }
    }

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    /// Connected on Monday 2 March 2026: day 7 is Monday 9 March, day 8 the 10th, day 14 Monday 16 March.
    fn known<'a>(touches: &'a [Touch], held: &'a [NaiveDate]) -> Known<'a> {
        Known {
            connected_on: Some(day("2026-03-02")),
            touches,
            held,
            met: false,
        }
    }

    fn state(known: &Known<'_>, now: &str) -> ContactState {
        known.state(at(now), END_OF_DAY.unwrap())
    }

    #[test]
    fn r2_nothing_is_counted_before_the_connection_email() {
        let known = Known {
            connected_on: None,
            ..known(&[], &[])
        };
        assert_eq!(
            state(&known, "2027-01-01 18:00"),
            ContactState::NotConnected
        );
        assert_eq!(known.flag(day("2027-01-01")), Flag::Early);
        assert_eq!(known.overdue_at(END_OF_DAY.unwrap()), None);
    }

    #[test]
    fn r4_r5_c3_the_mentee_has_day_seven_whole_and_from_day_eight_either_may_write() {
        let known = known(&[], &[]);
        assert_eq!(state(&known, "2026-03-02 00:00"), ContactState::MenteesTurn);
        assert_eq!(state(&known, "2026-03-09 23:59"), ContactState::MenteesTurn);
        assert_eq!(state(&known, "2026-03-10 00:00"), ContactState::EitherTurn);
        assert_eq!(state(&known, "2026-03-16 16:59"), ContactState::EitherTurn);
    }

    #[test]
    fn r6_r7_c5_the_end_of_day_fourteen_is_where_the_programme_may_be_told() {
        let written = [touch(Side::Mentee, "2026-03-05")];
        let known = known(&written, &[]);
        assert_eq!(
            state(&known, "2026-03-16 16:59"),
            ContactState::WaitingFor(Side::Mentor)
        );
        assert_eq!(state(&known, "2026-03-16 17:00"), ContactState::Overdue);
        assert_eq!(state(&known, "2026-04-20 08:00"), ContactState::Overdue);
    }

    #[test]
    fn r9_contact_both_ways_turns_the_flag_green_whenever_it_comes() {
        let one_way = [touch(Side::Mentee, "2026-03-05")];
        let waiting = known(&one_way, &[]);
        for (on, flag) in [
            ("2026-03-09", Flag::Early),
            ("2026-03-10", Flag::Amber),
            ("2026-03-16", Flag::Amber),
            ("2026-03-17", Flag::Red),
        ] {
            assert_eq!(waiting.flag(day(on)), flag, "{on}");
        }
        let both = [
            touch(Side::Mentor, "2026-03-10"),
            touch(Side::Mentee, "2026-03-05"),
        ];
        let in_touch = known(&both, &[]);
        assert_eq!(
            state(&in_touch, "2026-03-16 17:00"),
            ContactState::InTouch(Some(day("2026-03-10")))
        );
        assert_eq!(in_touch.flag(day("2026-03-10")), Flag::Green);
        assert_eq!(in_touch.in_time(), Some(true));
        for (on, in_time) in [("2026-03-16", true), ("2026-03-17", false)] {
            let late = [one_way[0], touch(Side::Mentor, on)];
            assert_eq!(known(&late, &[]).in_time(), Some(in_time), "{on}");
        }
    }

    #[test]
    fn r9_a_held_meeting_counts_as_contact_both_ways() {
        let held = [day("2026-03-11")];
        let met = known(&[], &held);
        assert_eq!(
            state(&met, "2026-03-12 10:00"),
            ContactState::InTouch(Some(day("2026-03-11")))
        );
        assert!(met.has_written(Side::Mentor) && met.has_written(Side::Mentee));
        assert_eq!(met.last(), Some(day("2026-03-11")));
    }

    #[test]
    fn two_messages_of_one_person_are_not_contact_both_ways() {
        let alone = [
            touch(Side::Mentor, "2026-03-10"),
            touch(Side::Mentor, "2026-03-12"),
        ];
        let known = known(&alone, &[]);
        assert_eq!(
            state(&known, "2026-03-12 10:00"),
            ContactState::WaitingFor(Side::Mentee)
        );
        assert_eq!(known.both_ways_on(), None);
        assert_eq!(known.last(), Some(day("2026-03-12")));
    }

    #[test]
    fn r1_two_who_met_at_the_induction_are_in_touch() {
        let met = Known {
            met: true,
            ..known(&[], &[])
        };
        assert_eq!(state(&met, "2026-03-20 10:00"), ContactState::InTouch(None));
        assert_eq!(met.flag(day("2026-03-20")), Flag::Green);
    }
}
