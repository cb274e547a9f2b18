//! Structured answers become sentences, and advice asks where two answers do not fit together.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected fails, and says where"
)]

use fairlead_core::domain::advice::{
    Fix, advise, advise_goals, milestone_moved, question_purpose, strict_and_shared, unmeasured,
};
use fairlead_core::domain::dates::from_iso;
use fairlead_core::domain::side::Side;
use fairlead_core::domain::template::{Answer, Field, template};
use fairlead_core::domain::terms::{Pattern, Terms, Unit};
use fairlead_core::domain::wording::{Names, Speaker, Voice, amount, rhythm};

const NAMES: Names = Names {
    mentor: "Ruth",
    mentee: "Daniel",
};
const WE: Speaker = Speaker {
    vocabulary: None,
    voice: Voice::We,
    names: NAMES,
};
const YOU: Speaker = Speaker {
    vocabulary: None,
    voice: Voice::You,
    names: NAMES,
};

fn pattern(count: u32, unit: Unit, minutes: u32) -> Pattern {
    Pattern {
        count,
        unit,
        minutes,
    }
}

fn codes(terms: &Terms) -> Vec<&'static str> {
    advise(terms)
        .into_iter()
        .map(|advice| advice.code)
        .collect()
}

fn dated(start: &str, end: &str) -> Terms {
    Terms {
        starts_on: Some(from_iso(start).unwrap()),
        ends_on: Some(from_iso(end).unwrap()),
        ..Terms::default()
    }
}

fn with_cadence(cadence: &str) -> Terms {
    Terms {
        cadence: Some(cadence.into()),
        ..Terms::default()
    }
}

#[test]
fn r90_and_r141_the_rhythm_is_a_sentence_with_its_minutes_a_month() {
    let say = |cadence: &str| {
        let pattern = with_cadence(cadence).pattern().unwrap();
        format!("{} {}", YOU.meeting(pattern), YOU.meeting_time(pattern))
    };
    assert_eq!(
        say("six_weeks_90"),
        "You meet every 6 weeks for 90 minutes. That is about 65 minutes a month."
    );
    assert_eq!(
        say("monthly_60"),
        "You meet every month for 60 minutes. That is 60 minutes a month."
    );
    assert_eq!(
        say("fortnightly_30"),
        "You meet every 2 weeks for 30 minutes. That is about 65 minutes a month."
    );
    assert_eq!(rhythm(pattern(1, Unit::Days, 1)), "every day for 1 minute");
    assert_eq!(
        WE.meeting_time(pattern(2, Unit::Months, 45)),
        "That is about 22 minutes a month."
    );
}

#[test]
fn j4_the_mid_point_of_282_days_is_day_141() {
    let terms = dated("2026-03-11", "2026-12-18");
    assert_eq!(
        WE.mid_point(&terms).as_deref(),
        Some("The mid-point is Thursday 30 July 2026.")
    );
    assert_eq!(WE.mid_point(&Terms::default()), None);
    assert_eq!(WE.mid_point(&dated("2026-12-18", "2026-03-11")), None);
}

#[test]
fn r38_the_reply_limit_says_whether_it_counts_working_days() {
    let mut terms = Terms {
        reply_days: Some(1),
        ..Terms::default()
    };
    assert!(WE.reply(&terms).unwrap().contains("after 1 day,"));
    terms.reply_days = Some(3);
    terms.reply_working_days = Some(true);
    assert!(WE.reply(&terms).unwrap().contains("after 3 working days,"));
    assert_eq!(WE.reply(&Terms::default()), None);
}

#[test]
fn r47_the_revisit_names_its_rhythm_and_its_first_day() {
    let mut terms = Terms {
        revisit: Some("m6".into()),
        starts_on: Some(from_iso("2026-08-31").unwrap()),
        ..Terms::default()
    };
    assert_eq!(
        WE.revisit(&terms, None).unwrap(),
        "We read this agreement again every six months, for the first time on Sunday 28 February 2027."
    );
    terms.revisit = Some("other".into());
    assert_eq!(
        WE.revisit(&terms, None).unwrap(),
        "We read this agreement again at a time that is still open."
    );
    terms.revisit_on = Some(from_iso("2026-12-01").unwrap());
    assert_eq!(
        YOU.revisit(&terms, None).unwrap(),
        "You read this agreement again on Tuesday 1 December 2026."
    );
    terms.revisit_months = Some(1);
    assert_eq!(
        WE.revisit(&terms, None).unwrap(),
        "We read this agreement again every month, for the first time on Tuesday 1 December 2026."
    );
    let undated = Terms {
        revisit: Some("m3".into()),
        ..Terms::default()
    };
    assert_eq!(
        WE.revisit(&undated, None).unwrap(),
        "We read this agreement again every three months."
    );
    assert!(
        WE.revisit(&undated, from_iso("2026-03-02").ok())
            .unwrap()
            .ends_with("Tuesday 2 June 2026.")
    );
}

#[test]
fn a_silence_limit_within_the_meeting_interval_is_questioned_r39_c7() {
    let mut terms = with_cadence("six_weeks_90");
    terms.silence_weeks = Some(6);
    let advice = advise(&terms).remove(0);
    assert_eq!(advice.field, "area.5.silence_weeks");
    assert_eq!(
        advice.fix,
        Some(Fix {
            answer: Answer::Number(8),
            words: "8 weeks".into()
        })
    );
    assert_eq!(
        advice.sentence,
        "You meet every 6 weeks: this alarm would ring each time. 8?"
    );
    terms.silence_weeks = Some(7);
    assert_eq!(codes(&terms), [""; 0]);

    let mut monthly = with_cadence("monthly_60");
    monthly.silence_weeks = Some(4);
    assert_eq!(codes(&monthly), ["silence_within_interval"]);
    monthly.silence_weeks = Some(5);
    assert_eq!(codes(&monthly), [""; 0]);

    let mut rare = with_cadence("own");
    rare.interval_count = Some(12);
    rare.interval_unit = Some(Unit::Weeks);
    rare.meeting_minutes = Some(60);
    rare.silence_weeks = Some(8);
    let advice = advise(&rare).remove(0);
    assert_eq!(advice.fix.unwrap().words, "14 weeks");
    rare.interval_count = Some(51);
    let advice = advise(&rare).remove(0);
    assert_eq!(advice.fix, None);
    assert_eq!(
        advice.sentence,
        "You meet every 51 weeks: this alarm would ring each time."
    );

    let unknown = Terms {
        silence_weeks: Some(1),
        ..Terms::default()
    };
    assert_eq!(codes(&unknown), [""; 0]);
}

#[test]
fn a_term_outside_six_to_twelve_months_is_pointed_out_r66() {
    for (end, code) in [
        ("2026-08-27", Some("term_short")),
        ("2026-08-28", None),
        ("2027-02-27", None),
        ("2027-02-28", None),
        ("2027-03-01", Some("term_long")),
        ("2026-02-28", Some("end_before_start")),
        ("2026-02-27", Some("end_before_start")),
    ] {
        let found = codes(&dated("2026-02-28", end));
        assert_eq!(found.first().copied(), code, "{end}");
    }
    // Calendar months, also from a 31st: 31 Aug + 6 months is 28 February.
    assert_eq!(codes(&dated("2026-08-31", "2027-02-27")), ["term_short"]);
    assert_eq!(codes(&dated("2026-08-31", "2027-02-28")), [""; 0]);
    assert_eq!(codes(&dated("2026-08-31", "2027-08-31")), [""; 0]);
    assert_eq!(codes(&dated("2026-08-31", "2027-09-01")), ["term_long"]);
}

#[test]
fn an_open_end_needs_a_date_to_look_again_c9() {
    let mut terms = Terms {
        end_kind: Some("open".into()),
        ..Terms::default()
    };
    assert_eq!(codes(&terms), ["open_end_without_revisit"]);
    terms.revisit = Some("other".into());
    assert_eq!(codes(&terms), ["open_end_without_revisit"]);
    terms.revisit_months = Some(4);
    assert_eq!(codes(&terms), [""; 0]);
    terms.revisit = Some("m12".into());
    terms.revisit_months = None;
    assert_eq!(codes(&terms), [""; 0]);
    terms.end_kind = Some("end_date".into());
    assert_eq!(codes(&terms), ["end_date_missing"]);
    terms.end_kind = Some("after_goal".into());
    assert_eq!(codes(&terms), [""; 0]);
}

#[test]
fn a_last_call_before_the_points_are_due_is_questioned_c6() {
    let mut terms = Terms {
        agenda_last_call_days: Some(2),
        ..Terms::default()
    };
    assert_eq!(codes(&terms), ["last_call_too_early"]);
    terms.agenda_last_call_days = Some(1);
    assert_eq!(codes(&terms), [""; 0]);
    terms.agenda_lead_days = Some(1);
    assert_eq!(codes(&terms), ["last_call_too_early"]);
    terms.agenda = Some(false);
    assert_eq!(codes(&terms), [""; 0]);
}

#[test]
fn a_revisit_on_the_first_day_is_questioned_r47() {
    let mut terms = dated("2026-03-11", "2026-12-18");
    terms.revisit_on = from_iso("2026-03-11").ok();
    assert_eq!(codes(&terms), ["revisit_before_start"]);
    terms.revisit_on = from_iso("2026-03-12").ok();
    assert_eq!(codes(&terms), [""; 0]);
}

#[test]
fn a_generic_purpose_is_questioned_and_a_real_one_is_not_r62() {
    for generic in [
        "to be mentored",
        "To be mentored.",
        "I want to be mentored",
        "Mentoring",
        "so that I can grow",
        "Career development!",
        "«to learn»",
    ] {
        let advice = question_purpose(generic).unwrap_or_else(|| panic!("{generic}"));
        assert_eq!(advice.sentence, "For what? Try: so that I can ...");
    }
    for real in [
        "move from reports to decisions",
        "to learn to chair a difficult meeting",
        "so that I can be mentored by someone who has closed a plant",
        "προαγωγή",
        "",
    ] {
        assert_eq!(question_purpose(real), None, "{real}");
    }
}

#[test]
fn r63_r64_and_r88_goals_are_prompted() {
    let codes = |short, long, ranked| -> Vec<_> {
        advise_goals(short, long, ranked)
            .into_iter()
            .map(|advice| advice.code)
            .collect()
    };
    assert_eq!(codes(0, 0, 0), ["goals_short_term", "goals_long_term"]);
    assert_eq!(codes(2, 1, 3), [""; 0]);
    assert_eq!(codes(2, 1, 2), ["goals_ranked"]);
    assert_eq!(codes(1, 2, 3), ["goals_short_term"]);
}

#[test]
fn sentences_name_the_people_and_keep_names_that_look_like_places() {
    let form = template();
    let initiator = form.field("area.3.initiator").unwrap();
    let mentee = Answer::Choice("mentee".into());
    assert_eq!(
        WE.sentence(initiator, &mentee, None).unwrap(),
        "Daniel proposes the dates and keeps us in touch."
    );
    assert_eq!(
        YOU.sentence(initiator, &mentee, None).unwrap(),
        "Daniel proposes the dates and keeps you in touch."
    );
    let odd = Speaker {
        vocabulary: None,
        voice: Voice::We,
        names: Names {
            mentor: "{mentee}",
            mentee: "{value} {",
        },
    };
    let effort = form.field("template.1.shared_effort").unwrap();
    assert_eq!(
        odd.sentence(effort, &Answer::YesNo(true), Some(Side::Mentee))
            .unwrap(),
        "{value} { commits to a shared effort."
    );
    assert_eq!(
        odd.fill("{mentor}{unknown}{", None, ""),
        "{mentee}{unknown}{"
    );
    let tasks = form.field("area.3.task_days").unwrap();
    assert_eq!(
        WE.sentence(tasks, &Answer::Number(1), None).unwrap(),
        "Whoever takes on a task has at least 1 day for it."
    );
    assert_eq!(
        WE.sentence(tasks, &Answer::Number(0), None).unwrap(),
        "A task may be due at any time."
    );
    // What is told together with other answers has no sentence of its own.
    let alone = |field: &&Field| field.min == Some(0) && field.sentence.is_some();
    for field in form.fields().filter(alone) {
        let none = WE.sentence(field, &Answer::Number(0), None).unwrap();
        assert!(!none.contains('0'), "{}: {none}", field.key);
    }
    assert_eq!(amount(0, "days"), "0 days");
}

/// Every sentence in the content can be said for both voices without a place left open.
#[test]
fn no_sentence_of_the_form_keeps_an_open_place() {
    for field in template().fields() {
        let options = field
            .options
            .iter()
            .map(|option| Answer::Choice(option.key.clone()));
        let others = [Answer::Number(2), Answer::YesNo(true), Answer::YesNo(false)];
        for answer in options.chain(others) {
            for speaker in [WE, YOU] {
                if let Some(said) = speaker.sentence(field, &answer, Some(Side::Mentor)) {
                    assert!(!said.contains(['{', '}']), "{}: {said}", field.key);
                }
                assert!(!speaker.heading(field, Some(Side::Mentor)).contains('{'));
            }
        }
    }
}

#[test]
fn r66_a_term_outside_the_usual_length_offers_its_edge() {
    let words = |end: &str| {
        let advice = advise(&dated("2026-08-31", end)).remove(0);
        advice.fix.map(|fix| fix.words)
    };
    assert_eq!(
        words("2026-10-01").as_deref(),
        Some("Sunday 28 February 2027")
    );
    assert_eq!(
        words("2028-01-01").as_deref(),
        Some("Tuesday 31 August 2027")
    );
    assert_eq!(words("2026-08-31"), None, "no edge lies before the start");
}

#[test]
fn r141_less_than_an_hour_a_month_is_questioned() {
    for cadence in ["monthly_60", "fortnightly_30", "six_weeks_90"] {
        assert_eq!(codes(&with_cadence(cadence)), [""; 0], "{cadence}");
    }
    let mut own = with_cadence("own");
    own.interval_count = Some(1);
    own.interval_unit = Some(Unit::Months);
    own.meeting_minutes = Some(60);
    assert_eq!(codes(&own), [""; 0]);
    own.meeting_minutes = Some(59);
    let advice = advise(&own).remove(0);
    assert_eq!(
        (advice.code, advice.field),
        ("little_time", "template.5.meeting_minutes")
    );
    assert!(advice.sentence.contains("59 minutes a month"));
}

#[test]
fn r67_an_end_that_left_its_milestone_is_questioned() {
    let terms = dated("2026-03-11", "2026-12-18");
    let day = |text: &str| from_iso(text).ok();
    assert_eq!(milestone_moved(&terms, "Launch", day("2026-12-18")), None);
    assert_eq!(milestone_moved(&terms, "Launch", None), None);
    let advice = milestone_moved(&terms, "Launch", day("2026-12-19")).unwrap();
    assert_eq!(advice.fix.unwrap().words, "Saturday 19 December 2026");
    assert_eq!(
        milestone_moved(&Terms::default(), "Launch", day("2026-12-19")),
        None
    );
}

#[test]
fn r46_measures_are_asked_for_where_progress_is_looked_at_by_them() {
    for method in ["measures", "both"] {
        assert_eq!(unmeasured(method, 0, 0), None);
        assert_eq!(unmeasured(method, 2, 0), None);
        assert!(
            unmeasured(method, 2, 1)
                .unwrap()
                .sentence
                .starts_with("One of your goals has")
        );
        assert!(
            unmeasured(method, 3, 2)
                .unwrap()
                .sentence
                .starts_with("2 of your goals have")
        );
        assert!(
            unmeasured(method, 1, 1)
                .unwrap()
                .sentence
                .starts_with("None of your")
        );
    }
    assert_eq!(unmeasured("talk", 2, 2), None);
}

#[test]
fn r95_r96_a_strict_wording_beside_an_open_table_is_questioned() {
    assert_eq!(strict_and_shared("strict", 0), None);
    assert_eq!(strict_and_shared("by_permission", 3), None);
    assert_eq!(
        strict_and_shared("strict", 1).unwrap().field,
        "clause.confidentiality.wording"
    );
}

#[test]
fn c9_an_open_end_beside_an_end_date_is_questioned() {
    let codes = |terms: &Terms| -> Vec<_> {
        advise(terms)
            .into_iter()
            .map(|advice| advice.code)
            .collect()
    };
    let mut terms = Terms {
        end_kind: Some("open".into()),
        revisit: Some("m6".into()),
        ..Terms::default()
    };
    assert_eq!(codes(&terms), [""; 0]);
    terms.ends_on = Some(from_iso("2026-12-18").unwrap());
    let all = advise(&terms);
    assert_eq!(all[0].code, "open_end_with_date");
    assert_eq!(all[0].field, "area.14.end");
    assert!(all[0].sentence.contains("Friday 18 December 2026"));
    terms.end_kind = Some("end_date".into());
    assert_eq!(codes(&terms), [""; 0]);
}
