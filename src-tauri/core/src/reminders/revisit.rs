//! N20: the agreement is looked at again, 14 and 3 days before the date and on it, until the two
//! have done so (R47).

use super::{Facts, Occurrence, Quiet, START_OF_DAY, days_of};
use crate::domain::dates;
use crate::domain::revisit::LEADS;
use chrono::{NaiveDate, NaiveDateTime};

/// Number in the catalogue.
pub(crate) const KIND: &str = "N20";

/// The series name of one revisit date.
pub(crate) fn series(subject: NaiveDate) -> String {
    format!("{KIND} {subject}")
}

/// What N20 says in a span, `from` excluded and `until` included.
pub(crate) fn occurrences(
    facts: &Facts,
    quiet: Quiet,
    from: NaiveDateTime,
    until: NaiveDateTime,
) -> Vec<Occurrence> {
    let Some(revisits) = &facts.revisits else {
        return Vec::new();
    };
    let mut all = Vec::new();
    // One month over 300 years: more would be a mistake in the data.
    for n in 0..3_600 {
        let Some(subject) = revisits.date(n) else {
            break;
        };
        // No occurrence comes earlier than the longest lead and a long week-end before its subject.
        if dates::add_days(subject, -21).is_some_and(|first| first > until.date()) {
            break;
        }
        if facts.last_revisit.is_some_and(|done| subject <= done) {
            continue;
        }
        for lead in LEADS {
            let Some(day) = dates::add_days(subject, -lead) else {
                continue;
            };
            for said in days_of(day) {
                let fires = quiet.defer(said.and_time(START_OF_DAY));
                if fires > from && fires <= until {
                    all.push(Occurrence {
                        kind: KIND,
                        relationship: facts.relationship.clone(),
                        series: series(subject),
                        subject,
                        fires,
                        occurrence: if said == day {
                            format!("{lead}")
                        } else {
                            format!("{lead} early")
                        },
                    });
                }
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::RelationshipId;
    use crate::domain::revisit::Series;
    use crate::domain::side::Role;
    use crate::domain::vocabulary::Vocabulary;
    use chrono::NaiveTime;

    fn day(text: &str) -> NaiveDate {
        dates::from_iso(text).unwrap()
    }

    fn facts(anchor: &str, months: u32, last: Option<&str>) -> Facts {
        Facts {
            relationship: RelationshipId("r".into()),
            role: Role::Mentee,
            mentor: "Tomasz".into(),
            mentee: "Priya".into(),
            vocabulary: Vocabulary::default(),
            revisits: Some(Series {
                anchor: day(anchor),
                months,
                first: None,
            }),
            last_revisit: last.map(day),
        }
    }

    fn days(facts: &Facts, from: &str, until: &str) -> Vec<String> {
        let quiet = Quiet {
            from: NaiveTime::from_hms_opt(21, 0, 0).unwrap(),
            until: NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
        };
        let at = |text: &str| day(text).and_time(NaiveTime::MIN);
        occurrences(facts, quiet, at(from), at(until))
            .iter()
            .map(|o| o.fires.format("%Y-%m-%d %H:%M").to_string())
            .collect()
    }

    #[test]
    fn n20_is_said_14_and_3_days_before_and_on_the_day() {
        // Friday 11 September 2026; 28 August is a Friday, 8 September a Tuesday.
        let facts = facts("2026-03-11", 6, None);
        assert_eq!(
            days(&facts, "2026-03-11", "2026-12-31"),
            ["2026-08-28 09:00", "2026-09-08 09:00", "2026-09-11 09:00"]
        );
        assert_eq!(days(&facts, "2026-03-11", "2026-08-28"), [""; 0]);
        assert_eq!(
            days(&facts, "2026-03-11", "2026-08-29"),
            ["2026-08-28 09:00"]
        );
    }

    #[test]
    fn n20_on_a_weekend_is_also_said_on_the_working_day_before() {
        // Saturday 28 February 2026, from Sunday 31 August 2025.
        let facts = facts("2025-08-31", 6, None);
        assert_eq!(
            days(&facts, "2025-08-31", "2026-03-31"),
            [
                "2026-02-13 09:00",
                "2026-02-14 09:00",
                "2026-02-25 09:00",
                "2026-02-27 09:00",
                "2026-02-28 09:00"
            ]
        );
    }

    #[test]
    fn n20_repeats_and_stops_when_the_revisit_was_held() {
        let open = facts("2026-03-11", 3, None);
        assert_eq!(days(&open, "2026-06-01", "2026-06-12").len(), 2);
        let held = facts("2026-03-11", 3, Some("2026-06-11"));
        assert_eq!(days(&held, "2026-06-01", "2026-08-01"), [""; 0]);
        assert_eq!(
            days(&held, "2026-08-01", "2026-09-12"),
            ["2026-08-28 09:00", "2026-09-08 09:00", "2026-09-11 09:00"]
        );
    }

    #[test]
    fn r47_twelve_months_from_29_february() {
        let facts = facts("2028-02-29", 12, None);
        assert_eq!(
            days(&facts, "2028-03-01", "2029-03-01")
                .last()
                .map(String::as_str),
            Some("2029-02-28 09:00")
        );
    }
}
