//! Calendar dates: arithmetic by calendar months, and dates in words.

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};

/// The earliest year a date of a relationship may lie in.
pub const FIRST_YEAR: i32 = 1900;
/// The latest year a date of a relationship may lie in.
pub const LAST_YEAR: i32 = 2199;

/// `date` plus calendar months; the 31st becomes the last day of a shorter month (C28). Always
/// reckon from the anchor, never from the last result, or the day drifts.
pub fn add_months(date: NaiveDate, months: u32) -> Option<NaiveDate> {
    date.checked_add_months(Months::new(months))
}

/// `date` plus `days`, which may be negative.
pub fn add_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    date.checked_add_signed(TimeDelta::try_days(days)?)
}

/// Whether people usually work on this day.
pub fn is_working_day(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The last working day before `date`.
pub fn working_day_before(date: NaiveDate) -> Option<NaiveDate> {
    let mut day = date.pred_opt()?;
    while !is_working_day(day) {
        day = day.pred_opt()?;
    }
    Some(day)
}

/// The `count`th working day after `date`.
pub fn add_working_days(date: NaiveDate, count: u32) -> Option<NaiveDate> {
    let mut day = date;
    for _ in 0..count {
        day = day.succ_opt()?;
        while !is_working_day(day) {
            day = day.succ_opt()?;
        }
    }
    Some(day)
}

/// `Thursday 26 November 2026`.
pub fn long(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// `Thu 26 Nov 2026`, for narrow places.
pub fn short(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// How far `date` lies from `today`, in words: `today`, `tomorrow`, `in 5 days`, `3 weeks ago`.
pub fn relative(today: NaiveDate, date: NaiveDate) -> String {
    let days = (date - today).num_days();
    let amount = |n: i64| match n {
        0..14 => format!("{n} days"),
        14..70 => format!("{} weeks", n / 7),
        _ => {
            let months = months_between(n);
            if months >= 24 {
                format!("{} years", months / 12)
            } else {
                format!("{months} months")
            }
        }
    };
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        2.. => format!("in {}", amount(days)),
        _ => format!("{} ago", amount(-days)),
    }
}

fn months_between(days: i64) -> i64 {
    // The mean length of a month is 30.44 days; this is for words, not for reckoning.
    days * 100 / 3044
}

/// Why a text was not understood as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// There is nothing to read.
    Empty,
    /// It does not look like a date.
    NotADate,
    /// It looks like a date that the calendar does not have.
    NoSuchDay {
        /// Day of the month as typed.
        day: u32,
        /// Month as typed.
        month: u32,
        /// Year as typed.
        year: i32,
    },
    /// The year lies outside [`FIRST_YEAR`] to [`LAST_YEAR`].
    FarAway(i32),
}

impl Unread {
    /// The sentence for the person who typed it.
    pub fn sentence(&self) -> String {
        match self {
            Self::Empty => "There is no date yet. Nothing was changed. Type one, for example 26/11/2026 or 26 Nov 2026.".to_owned(),
            Self::NotADate => {
                "This could not be read as a date. Your text is still there. Type it like 26/11/2026 or 26 Nov 2026.".to_owned()
            }
            Self::NoSuchDay { day, month, year } => match month_name(*month) {
                Some(name) => format!(
                    "There is no {day} {name} in {year}. Your text is still there. Type another day, or choose one from the calendar."
                ),
                None => format!(
                    "There is no month {month}. Your text is still there. Type the day first, then the month, for example 26/11/2026."
                ),
            },
            Self::FarAway(year) => format!(
                "The year {year} is too far away. Your text is still there. Type a year between {FIRST_YEAR} and {LAST_YEAR}."
            ),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u32) -> Option<&'static str> {
    usize::try_from(month)
        .ok()?
        .checked_sub(1)
        .and_then(|at| MONTHS.get(at))
        .copied()
}

/// Checks a date that came as parts.
pub fn from_parts(year: i32, month: u32, day: u32) -> Result<NaiveDate, Unread> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(Unread::FarAway(year));
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Unread::NoSuchDay { day, month, year })
}

/// Reads `2026-11-26` and nothing else: the form in which dates cross the API.
pub fn from_iso(text: &str) -> Result<NaiveDate, Unread> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Unread::Empty);
    }
    let mut parts = text.split('-');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(y), Some(m), Some(d), None) if y.len() == 4 => {
            match (number(y), number(m), number(d)) {
                (Some(y), Some(m), Some(d)) => {
                    from_parts(i32::try_from(y).unwrap_or(i32::MAX), m, d)
                }
                _ => Err(Unread::NotADate),
            }
        }
        _ => Err(Unread::NotADate),
    }
}

/// Reads a date that names its year: `2026-11-26` as dates cross the API, and as people write it,
/// "26/11/2026" or "Thursday 26 November 2026". Which day is meant never depends on today.
///
/// # Errors
/// [`Unread`].
pub fn with_year(text: &str) -> Result<NaiveDate, Unread> {
    let iso = from_iso(text);
    if !matches!(iso, Err(Unread::NotADate)) {
        return iso;
    }
    let lower = text.trim().to_lowercase();
    match written(&lower).as_slice() {
        [day, month, year] => full(day, month, year),
        _ => Err(Unread::NotADate),
    }
}

/// The parts of a written date, without the weekday.
fn written(text: &str) -> Vec<&str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | ',' | '-'))
        .filter(|word| !word.is_empty() && !is_weekday(word))
        .collect()
}

fn full(day: &str, month: &str, year: &str) -> Result<NaiveDate, Unread> {
    let (day, month) = day_and_month(day, month)?;
    let typed = number(year).ok_or(Unread::NotADate)?;
    let year = if year.len() <= 2 { 2000 + typed } else { typed };
    from_parts(i32::try_from(year).unwrap_or(i32::MAX), month, day)
}

fn number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 6 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// As [`read`], for something that has happened: a date without a year is the last such day up to `today`.
pub fn read_past(text: &str, today: NaiveDate) -> Result<NaiveDate, Unread> {
    let date = read(text, today)?;
    // Read once more as on the day after a year ago. A text with a year names the same day again, "tomorrow" and its
    // like another day of the month: only a day and month alone come out one year earlier.
    let earlier = today
        .checked_sub_months(Months::new(12))
        .and_then(|day| day.succ_opt())
        .and_then(|day| read(text, day).ok())
        .filter(|earlier| {
            date > today
                && *earlier <= today
                && (earlier.day(), earlier.month()) == (date.day(), date.month())
        });
    Ok(earlier.unwrap_or(date))
}

/// Reads a date as people type it, day before month: `26/11/2026`, `26.11.26`, `26 Nov`,
/// `Thursday 26 November 2026`, `2026-11-26`, `today`, `tomorrow`, `in 3 weeks`, `+2 months`.
/// A date without a year is the next such day from `today` on.
pub fn read(text: &str, today: NaiveDate) -> Result<NaiveDate, Unread> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Err(Unread::Empty);
    }
    if let Some(date) = read_relative(&text, today) {
        return date.and_then(within);
    }
    if text
        .split('-')
        .next()
        .is_some_and(|year| year.len() == 4 && number(year).is_some())
    {
        return from_iso(&text);
    }
    match written(&text).as_slice() {
        [day, month] => {
            let (day, month) = day_and_month(day, month)?;
            next_such_day(today, day, month)
        }
        [day, month, year] => full(day, month, year),
        _ => Err(Unread::NotADate),
    }
}

fn within(date: NaiveDate) -> Result<NaiveDate, Unread> {
    from_parts(date.year(), date.month(), date.day())
}

fn day_and_month(first: &str, second: &str) -> Result<(u32, u32), Unread> {
    let day = |text: &str| {
        number(text.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h'])).ok_or(Unread::NotADate)
    };
    if let Some(month) = month_number(second) {
        return Ok((day(first)?, month));
    }
    if let Some(month) = month_number(first) {
        return Ok((day(second)?, month));
    }
    Ok((
        number(first).ok_or(Unread::NotADate)?,
        number(second).ok_or(Unread::NotADate)?,
    ))
}

fn month_number(text: &str) -> Option<u32> {
    if text.chars().count() < 3 {
        return None;
    }
    MONTHS
        .iter()
        .position(|name| name.to_lowercase().starts_with(text))
        .or_else(|| (text == "sept").then_some(8))
        .and_then(|at| u32::try_from(at + 1).ok())
}

fn is_weekday(text: &str) -> bool {
    text.chars().count() >= 3
        && [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ]
        .iter()
        .any(|name| name.starts_with(text) || (text == "thurs") || (text == "tues"))
}

fn next_such_day(today: NaiveDate, day: u32, month: u32) -> Result<NaiveDate, Unread> {
    // 29 February comes back after at most eight years.
    let mut first = Err(Unread::NoSuchDay {
        day,
        month,
        year: today.year(),
    });
    for year in today.year()..=today.year() + 8 {
        match from_parts(year, month, day) {
            Ok(date) if date >= today => return Ok(date),
            Ok(_) => {}
            Err(error) if year == today.year() => first = Err(error),
            Err(_) => {}
        }
    }
    first
}

fn read_relative(text: &str, today: NaiveDate) -> Option<Result<NaiveDate, Unread>> {
    match text {
        "today" => return Some(Ok(today)),
        "tomorrow" => return Some(add_days(today, 1).ok_or(Unread::NotADate)),
        "yesterday" => return Some(add_days(today, -1).ok_or(Unread::NotADate)),
        _ => {}
    }
    let rest = text
        .strip_prefix("in ")
        .or_else(|| text.strip_prefix('+'))?
        .trim();
    let split = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (count, unit) = rest.split_at_checked(split)?;
    let count = number(count)?;
    let date = match unit.trim() {
        "d" | "day" | "days" => add_days(today, i64::from(count)),
        "w" | "week" | "weeks" => add_days(today, i64::from(count) * 7),
        "m" | "month" | "months" => add_months(today, count),
        "y" | "year" | "years" => add_months(today, count.checked_mul(12)?),
        _ => return None,
    };
    Some(date.ok_or(Unread::NotADate))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        from_iso(text).unwrap()
    }

    #[test]
    fn months_are_calendar_months_and_reckoned_from_the_anchor() {
        let anchor = day("2026-08-31");
        assert_eq!(add_months(anchor, 6), Some(day("2027-02-28")));
        assert_eq!(add_months(anchor, 18), Some(day("2028-02-29")));
        assert_eq!(add_months(day("2028-02-29"), 12), Some(day("2029-02-28")));
        assert_eq!(add_months(anchor, 7), Some(day("2027-03-31")));
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        let today = day("2026-11-21");
        for (text, want) in [
            ("26/11/2026", "2026-11-26"),
            ("26.11.26", "2026-11-26"),
            ("26 Nov", "2026-11-26"),
            ("20 nov", "2027-11-20"),
            ("21 nov", "2026-11-21"),
            ("Thu 26 November 2026", "2026-11-26"),
            ("Nov 26th 2026", "2026-11-26"),
            ("1st Sept 2027", "2027-09-01"),
            ("2026-11-26", "2026-11-26"),
            ("today", "2026-11-21"),
            ("tomorrow", "2026-11-22"),
            ("in 3 weeks", "2026-12-12"),
            ("+1 month", "2026-12-21"),
            ("29 feb", "2028-02-29"),
        ] {
            assert_eq!(read(text, today), Ok(day(want)), "{text}");
        }
    }

    #[test]
    fn what_has_happened_is_read_as_the_last_such_day() {
        let today = day("2026-11-21");
        for (text, want) in [
            ("2 nov", "2026-11-02"),
            ("21 nov", "2026-11-21"),
            ("22 nov", "2025-11-22"),
            ("31/12", "2025-12-31"),
            ("yesterday", "2026-11-20"),
            ("tomorrow", "2026-11-22"),
            ("in 3 weeks", "2026-12-12"),
            ("2 nov 2027", "2027-11-02"),
            ("2027-11-02", "2027-11-02"),
        ] {
            assert_eq!(read_past(text, today), Ok(day(want)), "{text}");
        }
        assert_eq!(
            read_past("29 feb", day("2028-03-01")),
            Ok(day("2028-02-29"))
        );
    }

    #[test]
    fn dates_that_do_not_exist_are_named() {
        let today = day("2026-11-21");
        assert_eq!(
            read("29/02/2027", today),
            Err(Unread::NoSuchDay {
                day: 29,
                month: 2,
                year: 2027
            })
        );
        assert_eq!(
            read("31/11/2026", today),
            Err(Unread::NoSuchDay {
                day: 31,
                month: 11,
                year: 2026
            })
        );
        assert_eq!(
            read("01/13/2026", today),
            Err(Unread::NoSuchDay {
                day: 1,
                month: 13,
                year: 2026
            })
        );
        assert_eq!(read("1/1/0000", today), Err(Unread::FarAway(0)));
        assert_eq!(read("1/1/9999", today), Err(Unread::FarAway(9999)));
        assert_eq!(read("soon", today), Err(Unread::NotADate));
        assert_eq!(read("<img onerror>", today), Err(Unread::NotADate));
        assert_eq!(read(" ", today), Err(Unread::Empty));
        assert!(
            Unread::NoSuchDay {
                day: 29,
                month: 2,
                year: 2027
            }
            .sentence()
            .contains("no 29 February in 2027")
        );
    }

    #[test]
    fn a_weekend_day_has_a_working_day_before() {
        assert_eq!(
            working_day_before(day("2026-03-08")),
            Some(day("2026-03-06"))
        );
        assert_eq!(
            working_day_before(day("2026-03-09")),
            Some(day("2026-03-06"))
        );
        assert_eq!(
            working_day_before(day("2026-03-10")),
            Some(day("2026-03-09"))
        );
    }

    #[test]
    fn distance_is_told_in_words() {
        let today = day("2026-11-21");
        for (date, want) in [
            ("2026-11-21", "today"),
            ("2026-11-22", "tomorrow"),
            ("2026-11-20", "yesterday"),
            ("2026-11-26", "in 5 days"),
            ("2026-12-12", "in 3 weeks"),
            ("2027-05-21", "in 5 months"),
            ("2026-11-18", "3 days ago"),
        ] {
            assert_eq!(relative(today, day(date)), want);
        }
    }
}
