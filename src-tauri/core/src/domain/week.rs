//! The times of somebody's week: good, only if urgent, to be avoided (R12).
//!
//! A week is kept in its owner's own civil time: "Monday morning" stays Monday morning when the clocks
//! change, and a moment is looked up by what the clock on that person's wall shows.

use super::zone::Zone;
use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Timelike, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Hours of a day from and until, in their order.
type Spans = Vec<(u32, u32)>;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Day {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Day {
    /// All days, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

/// A part of a day. The eight parts cover the day without a gap and without an overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PartOfDay")]
pub enum DayPart {
    /// 00:00 to 06:00.
    Night,
    /// 06:00 to 09:00.
    EarlyMorning,
    /// 09:00 to 12:00.
    Morning,
    /// 12:00 to 14:00.
    Midday,
    /// 14:00 to 16:00.
    Afternoon,
    /// 16:00 to 18:00.
    LateAfternoon,
    /// 18:00 to 21:00.
    Evening,
    /// 21:00 to 24:00.
    LateEvening,
}

impl DayPart {
    /// All parts, from midnight on.
    pub const ALL: [Self; 8] = [
        Self::Night,
        Self::EarlyMorning,
        Self::Morning,
        Self::Midday,
        Self::Afternoon,
        Self::LateAfternoon,
        Self::Evening,
        Self::LateEvening,
    ];

    /// The hour it begins and the hour it ends, the end not included.
    pub const fn hours(self) -> (u32, u32) {
        match self {
            Self::Night => (0, 6),
            Self::EarlyMorning => (6, 9),
            Self::Morning => (9, 12),
            Self::Midday => (12, 14),
            Self::Afternoon => (14, 16),
            Self::LateAfternoon => (16, 18),
            Self::Evening => (18, 21),
            Self::LateEvening => (21, 24),
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Night => "Night",
            Self::EarlyMorning => "Early morning",
            Self::Morning => "Morning",
            Self::Midday => "Midday",
            Self::Afternoon => "Afternoon",
            Self::LateAfternoon => "Late afternoon",
            Self::Evening => "Evening",
            Self::LateEvening => "Late evening",
        }
    }
}

/// What somebody says of a part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TimeMark")]
pub enum Mark {
    /// A good time.
    Good,
    /// Only if it is urgent.
    Urgent,
    /// To be avoided.
    Avoid,
}

impl Mark {
    /// All marks.
    pub const ALL: [Self; 3] = [Self::Good, Self::Urgent, Self::Avoid];

    const fn letter(self) -> u8 {
        match self {
            Self::Good => b'g',
            Self::Urgent => b'u',
            Self::Avoid => b'a',
        }
    }

    fn from_letter(letter: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.letter() == letter)
    }
}

const PARTS: usize = DayPart::ALL.len();

/// The marks of a whole week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Week([[Option<Mark>; PARTS]; 7]);

impl Week {
    /// Reads what the store keeps; letters that are not known say nothing.
    pub fn read(text: &str) -> Self {
        let mut week = Self::default();
        let mut letters = text.bytes();
        for cell in week.0.iter_mut().flatten() {
            *cell = letters.next().and_then(Mark::from_letter);
        }
        week
    }

    /// What the store keeps: one letter for each part, Monday's night first; nothing where nothing is marked.
    pub fn to_text(self) -> String {
        if self.is_empty() {
            return String::new();
        }
        self.0
            .iter()
            .flatten()
            .map(|cell| char::from(cell.map_or(b'.', Mark::letter)))
            .collect()
    }

    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.0.iter().flatten().all(Option::is_none)
    }

    /// The mark of a part of a day.
    pub fn get(&self, day: Day, part: DayPart) -> Option<Mark> {
        *self.0.get(day as usize)?.get(part as usize)?
    }

    /// Marks a part of a day, or takes its mark away.
    pub fn set(&mut self, day: Day, part: DayPart, mark: Option<Mark>) {
        if let Some(cell) = self
            .0
            .get_mut(day as usize)
            .and_then(|parts| parts.get_mut(part as usize))
        {
            *cell = mark;
        }
    }

    /// What is said of a time on the wall.
    pub fn at(&self, civil: NaiveDateTime) -> Option<Mark> {
        let day = *Day::ALL.get(civil.weekday().num_days_from_monday() as usize)?;
        let part = DayPart::ALL.into_iter().find(|part| {
            let (from, to) = part.hours();
            (from..to).contains(&civil.hour())
        })?;
        self.get(day, part)
    }

    /// The worst that is said of any minute of a meeting: from `start` on, `minutes` long, looked up by
    /// the clock of the person whose week this is.
    pub fn during(&self, zone: &Zone, start: DateTime<Utc>, minutes: u32) -> Option<Mark> {
        // Offsets are whole minutes, parts begin on the hour: five minutes never step over a part.
        let last = minutes.max(1) - 1;
        (0..=last)
            .step_by(5)
            .chain([last])
            .filter_map(|minute| {
                let moment = start.checked_add_signed(TimeDelta::minutes(i64::from(minute)))?;
                self.at(zone.civil(moment))
            })
            .max()
    }

    /// The parts with this mark as people say them: `Monday, 09:00 to 12:00; Tuesday to Thursday, 16:00 to
    /// 18:00`. None where there are none.
    pub fn in_words(&self, mark: Mark) -> Option<String> {
        let mut groups: Vec<(Day, Day, Spans)> = Vec::new();
        let mut day_before: Option<Day> = None;
        for (day, parts) in Day::ALL.into_iter().zip(&self.0) {
            let mut spans = Spans::new();
            for (part, cell) in DayPart::ALL.into_iter().zip(parts) {
                if *cell != Some(mark) {
                    continue;
                }
                let (from, to) = part.hours();
                match spans.last_mut() {
                    Some(last) if last.1 == from => last.1 = to,
                    _ => spans.push((from, to)),
                }
            }
            if !spans.is_empty() {
                match groups.last_mut() {
                    Some((_, last, same)) if *same == spans && Some(*last) == day_before => {
                        *last = day;
                    }
                    _ => groups.push((day, day, spans)),
                }
            }
            day_before = Some(day);
        }
        let said: Vec<String> = groups
            .into_iter()
            .map(|(first, last, spans)| {
                let days = match last as usize - first as usize {
                    0 => first.name().to_owned(),
                    1 => format!("{} and {}", first.name(), last.name()),
                    6 => "Every day".to_owned(),
                    _ => format!("{} to {}", first.name(), last.name()),
                };
                if spans == [(0, 24)] {
                    return format!("{days}, all day");
                }
                let hours: Vec<String> = spans
                    .into_iter()
                    .map(|(from, to)| format!("{from:02}:00 to {to:02}:00"))
                    .collect();
                format!("{days}, {}", hours.join(" and "))
            })
            .collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// All that is said of the week, a line for each mark: `Good: …`.
    pub fn lines(&self) -> Vec<String> {
        Mark::ALL
            .into_iter()
            .filter_map(|mark| {
                let label = match mark {
                    Mark::Good => "Good",
                    Mark::Urgent => "Only if it is urgent",
                    Mark::Avoid => "Please avoid",
                };
                Some(format!("{label}: {}", self.in_words(mark)?))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates;

    fn week(cells: &[(Day, DayPart, Mark)]) -> Week {
        let mut week = Week::default();
        for (day, part, mark) in cells {
            week.set(*day, *part, Some(*mark));
        }
        week
    }

    fn moment(zone: &str, date: &str, hour: u32, minute: u32) -> DateTime<Utc> {
        Zone::named(zone)
            .unwrap()
            .at(dates::from_iso(date).unwrap(), hour, minute)
            .unwrap()
    }

    #[test]
    fn the_parts_cover_the_day_once() {
        let mut next = 0;
        for part in DayPart::ALL {
            let (from, to) = part.hours();
            assert_eq!(from, next);
            assert!(to > from);
            next = to;
        }
        assert_eq!(next, 24);
    }

    #[test]
    fn r12_a_week_is_kept_and_said_in_words() {
        use {Day::*, DayPart::*, Mark::*};
        let week = week(&[
            (Tuesday, LateAfternoon, Good),
            (Wednesday, LateAfternoon, Good),
            (Thursday, LateAfternoon, Good),
            (Monday, EarlyMorning, Avoid),
            (Monday, Morning, Avoid),
            (Saturday, Evening, Urgent),
            (Sunday, Evening, Urgent),
        ]);
        assert_eq!(week.to_text().len(), 56);
        assert_eq!(Week::read(&week.to_text()), week);
        assert_eq!(
            week.lines(),
            [
                "Good: Tuesday to Thursday, 16:00 to 18:00",
                "Only if it is urgent: Saturday and Sunday, 18:00 to 21:00",
                "Please avoid: Monday, 06:00 to 12:00",
            ]
        );
        assert_eq!(Week::default().to_text(), "");
        assert_eq!(Week::read("??"), Week::default());
        assert!(Week::default().lines().is_empty());
    }

    #[test]
    fn the_same_hours_on_days_apart_are_said_apart() {
        use {Day::*, DayPart::*, Mark::*};
        let week = week(&[
            (Monday, Morning, Good),
            (Wednesday, Morning, Good),
            (Wednesday, Afternoon, Good),
        ]);
        assert_eq!(
            week.in_words(Good).as_deref(),
            Some("Monday, 09:00 to 12:00; Wednesday, 09:00 to 12:00 and 14:00 to 16:00")
        );
        let mut all = Week::default();
        for day in Day::ALL {
            for part in DayPart::ALL {
                all.set(day, part, Some(Avoid));
            }
        }
        assert_eq!(all.in_words(Avoid).as_deref(), Some("Every day, all day"));
    }

    #[test]
    fn r12_a_meeting_is_looked_up_by_the_clock_of_the_person() {
        use {Day::*, DayPart::*, Mark::*};
        let toronto = Zone::named("America/Toronto").unwrap();
        let early = week(&[(Wednesday, EarlyMorning, Avoid), (Wednesday, Morning, Good)]);
        // 13:30 in London is 08:30 in Toronto in winter, and 09:30 in the weeks in which only Toronto has
        // changed its clocks.
        let winter = moment("Europe/London", "2026-03-04", 13, 30);
        assert_eq!(early.during(&toronto, winter, 30), Some(Avoid));
        let between = moment("Europe/London", "2026-03-11", 13, 30);
        assert_eq!(early.during(&toronto, between, 30), Some(Good));
        let summer = moment("Europe/London", "2026-04-01", 13, 30);
        assert_eq!(early.during(&toronto, summer, 30), Some(Avoid));
    }

    #[test]
    fn r12_the_worst_minute_of_a_meeting_counts_and_its_end_does_not() {
        use {Day::*, DayPart::*, Mark::*};
        let london = Zone::named("Europe/London").unwrap();
        let week = week(&[(Monday, Afternoon, Good), (Monday, LateAfternoon, Avoid)]);
        let start = moment("Europe/London", "2026-11-23", 15, 0);
        assert_eq!(week.during(&london, start, 60), Some(Good));
        assert_eq!(week.during(&london, start, 61), Some(Avoid));
        assert_eq!(week.during(&london, start, 0), Some(Good));
    }

    #[test]
    fn r12_zones_with_odd_offsets_are_looked_up_to_the_minute() {
        use {Day::*, DayPart::*, Mark::*};
        let week = week(&[(Thursday, Evening, Avoid)]);
        // Kathmandu is 5:45 ahead: 12:15 UTC is 18:00 there.
        let kathmandu = Zone::named("Asia/Kathmandu").unwrap();
        let at = |hour, minute| moment("UTC", "2026-11-26", hour, minute);
        assert_eq!(week.during(&kathmandu, at(12, 15), 1), Some(Avoid));
        assert_eq!(week.during(&kathmandu, at(12, 14), 1), None);
        assert_eq!(week.during(&kathmandu, at(12, 14), 2), Some(Avoid));
        // Chatham is 13:45 ahead in summer time: its Thursday evening begins at 04:15 UTC.
        let chatham = Zone::named("Pacific/Chatham").unwrap();
        assert_eq!(week.during(&chatham, at(4, 15), 1), Some(Avoid));
        assert_eq!(week.during(&chatham, at(4, 14), 1), None);
    }

    #[test]
    fn r12_on_days_when_the_clocks_change_the_wall_decides() {
        use {Day::*, DayPart::*, Mark::*};
        let london = Zone::named("Europe/London").unwrap();
        let week = week(&[(Sunday, Night, Avoid), (Sunday, EarlyMorning, Good)]);
        // Sunday 29 March 2026: the hour from 01:00 is skipped, and the night has five hours.
        assert_eq!(
            week.during(&london, moment("UTC", "2026-03-29", 4, 59), 1),
            Some(Avoid)
        );
        assert_eq!(
            week.during(&london, moment("UTC", "2026-03-29", 5, 0), 1),
            Some(Good)
        );
        // Sunday 25 October 2026: the hour from 01:00 comes twice, and the night has seven.
        assert_eq!(
            week.during(&london, moment("UTC", "2026-10-25", 5, 59), 1),
            Some(Avoid)
        );
        assert_eq!(
            week.during(&london, moment("UTC", "2026-10-25", 6, 0), 1),
            Some(Good)
        );
        assert_eq!(
            week.during(&london, moment("UTC", "2026-10-24", 22, 59), 1),
            None
        );
        assert_eq!(
            week.during(&london, moment("UTC", "2026-10-24", 23, 0), 1),
            Some(Avoid)
        );
    }
}
