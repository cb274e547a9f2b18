//! Questions about answers that do not fit together. Advice never blocks: it asks, and the two decide.

use super::dates;
use super::template::Answer;
use super::terms::Terms;
use super::wording::{amount, rhythm};
use chrono::NaiveDate;

/// A question about answers that do not fit together. It never blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The field it stands beside.
    pub field: &'static str,
    /// Stable name of the rule.
    pub code: &'static str,
    /// The question, in words.
    pub sentence: String,
    /// An answer to the same field that would fit, where there is one.
    pub fix: Option<Fix>,
}

/// An answer that would fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The answer.
    pub answer: Answer,
    /// The answer in words: `8 weeks`.
    pub words: String,
}

impl Fix {
    fn on(date: NaiveDate) -> Self {
        Self {
            answer: Answer::Date(date),
            words: dates::long(date),
        }
    }
}

fn advice(field: &'static str, code: &'static str, sentence: impl Into<String>) -> Advice {
    Advice {
        field,
        code,
        sentence: sentence.into(),
        fix: None,
    }
}

/// All advice on the structured answers.
pub fn advise(terms: &Terms) -> Vec<Advice> {
    [
        silence(terms),
        term(terms),
        open_end(terms),
        open_and_dated(terms),
        missing_end(terms),
        last_call(terms),
        early_revisit(terms),
        little_time(terms),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// R39, C7: a silence limit no longer than the meeting interval would ring each time.
fn silence(terms: &Terms) -> Option<Advice> {
    let pattern = terms.pattern()?;
    let weeks = terms.silence_weeks?;
    let interval = pattern.interval_days();
    if weeks.saturating_mul(7) > interval {
        return None;
    }
    let fits = interval.div_ceil(7).saturating_add(2).max(8);
    let meets = match rhythm(pattern).split_once(" for ") {
        Some((every, _)) => every.to_owned(),
        None => rhythm(pattern),
    };
    let may = fits <= 52;
    let ask = if may {
        format!(" {fits}?")
    } else {
        String::new()
    };
    Some(Advice {
        fix: may.then(|| Fix {
            answer: Answer::Number(i64::from(fits)),
            words: amount(i64::from(fits), "weeks"),
        }),
        ..advice(
            "area.5.silence_weeks",
            "silence_within_interval",
            format!("You meet {meets}: this alarm would ring each time.{ask}"),
        )
    })
}

/// R66: six to twelve months is usual; another length is only pointed out.
fn term(terms: &Terms) -> Option<Advice> {
    let (start, end) = (terms.starts_on?, terms.ends_on?);
    let at = "template.4.ends_on";
    if end <= start {
        return Some(advice(
            at,
            "end_before_start",
            format!(
                "The end lies before the beginning on {}, so there is no mid-point yet. Which of the two dates is right?",
                dates::long(start)
            ),
        ));
    }
    let (six, twelve) = (dates::add_months(start, 6)?, dates::add_months(start, 12)?);
    if end < six {
        return Some(Advice {
            fix: Some(Fix::on(six)),
            ..advice(
                at,
                "term_short",
                "This is shorter than the usual six to twelve months. Is it long enough for your goals?",
            )
        });
    }
    if end > twelve {
        return Some(Advice {
            fix: Some(Fix::on(twelve)),
            ..advice(
                at,
                "term_long",
                "This is longer than the usual six to twelve months. Would a nearer end help you to use the time?",
            )
        });
    }
    None
}

/// C9: an open end needs a date to look at the agreement again.
fn open_end(terms: &Terms) -> Option<Advice> {
    (terms.end_kind.as_deref() == Some("open")
        && (terms.revisit.is_none() || revisit_is_vague(terms)))
    .then(|| {
        advice(
            "area.12.revisit",
            "open_end_without_revisit",
            "You left the end open, so a date to look at this again is needed before you sign. When should it be?",
        )
    })
}

/// C9: the end was left open, and section 4 names one.
fn open_and_dated(terms: &Terms) -> Option<Advice> {
    let end = terms.ends_on?;
    (terms.end_kind.as_deref() == Some("open")).then(|| Advice {
        fix: Some(Fix {
            answer: Answer::Choice("end_date".to_owned()),
            words: "the end date".to_owned(),
        }),
        ..advice(
            "area.14.end",
            "open_end_with_date",
            format!(
                "You left the end open here, and section 4 ends on {}. Which of the two holds?",
                dates::long(end)
            ),
        )
    })
}

fn revisit_is_vague(terms: &Terms) -> bool {
    terms.revisit.as_deref() == Some("other")
        && terms.revisit_months.is_none()
        && terms.revisit_on.is_none()
}

/// R50: the end date was chosen as the end, and is missing.
fn missing_end(terms: &Terms) -> Option<Advice> {
    (terms.end_kind.as_deref() == Some("end_date") && terms.ends_on.is_none()).then(|| {
        advice(
            "area.14.end",
            "end_date_missing",
            "There is no end date in section 4 yet. Which day should it be?",
        )
    })
}

/// C6: the last call comes after the day on which points are due.
fn last_call(terms: &Terms) -> Option<Advice> {
    let lead = terms.agenda_lead_days.unwrap_or(2);
    let call = terms.agenda_last_call_days?;
    (terms.agenda != Some(false) && call >= lead && call > 0).then(|| {
        advice(
            "area.3.agenda_last_call_days",
            "last_call_too_early",
            match lead {
                0 => "The points are due on the day of the meeting, so a last reminder would come too early. Is one of the two numbers different?".to_owned(),
                _ => format!(
                    "The points are due {} before the meeting, so a last reminder would have to come later than that. Is one of the two numbers different?",
                    amount(i64::from(lead), "days")
                ),
            },
        )
    })
}

/// R47: a first revisit before the beginning.
fn early_revisit(terms: &Terms) -> Option<Advice> {
    let (start, on) = (terms.starts_on?, terms.revisit_on?);
    (on <= start).then(|| {
        advice(
            "area.12.revisit_on",
            "revisit_before_start",
            format!(
                "This day is not after you begin on {}. When do you want to look at the agreement again?",
                dates::long(start)
            ),
        )
    })
}

/// R141 and R129: less than an hour a month.
fn little_time(terms: &Terms) -> Option<Advice> {
    let minutes = terms.pattern()?.minutes_a_month();
    (minutes < 60).then(|| {
        advice(
            "template.5.meeting_minutes",
            "little_time",
            format!(
                "That is about {} a month. Most pairs plan an hour. Is it enough for your goals?",
                amount(i64::from(minutes), "minutes")
            ),
        )
    })
}

/// R67: the milestone on which it ends has another date than the end by now.
pub fn milestone_moved(terms: &Terms, name: &str, on: Option<NaiveDate>) -> Option<Advice> {
    let (end, on) = (terms.ends_on?, on?);
    (end != on).then(|| Advice {
        fix: Some(Fix::on(on)),
        ..advice(
            "template.4.ends_on",
            "milestone_moved",
            format!(
                "You meant to end on the milestone “{name}”, which is now on {}. Should the end move with it?",
                dates::long(on)
            ),
        )
    })
}

/// R46: progress is looked at by measures that some goals do not have.
pub fn unmeasured(method: &str, goals: usize, without: usize) -> Option<Advice> {
    (matches!(method, "measures" | "both") && goals > 0 && without > 0).then(|| {
        let which = match (without, goals) {
            (without, goals) if without == goals => {
                "None of your goals has a measure yet".to_owned()
            }
            (1, _) => "One of your goals has no measure yet".to_owned(),
            (without, _) => format!("{without} of your goals have no measure yet"),
        };
        advice(
            "area.11.method",
            "goals_unmeasured",
            format!("{which}. How will you both see that it is reached?"),
        )
    })
}

/// R95 and R96: everything stays between the two, and somebody may hear more than that they meet.
pub fn strict_and_shared(wording: &str, shared: usize) -> Option<Advice> {
    (wording == "strict" && shared > 0).then(|| {
        advice(
            "clause.confidentiality.wording",
            "strict_and_shared",
            "This wording keeps everything between you, and the table below lets somebody hear more. Which of the two holds?",
        )
    })
}

const GENERIC: &[&str] = &[
    "be mentored",
    "being mentored",
    "mentoring",
    "mentorship",
    "have a mentor",
    "having a mentor",
    "get a mentor",
    "be a mentor",
    "mentor somebody",
    "mentor someone",
    "learn",
    "grow",
    "develop",
    "get better",
    "improve",
    "get advice",
    "advice",
    "guidance",
    "support",
    "help",
    "career",
    "my career",
    "development",
    "personal development",
    "career development",
    "professional development",
];

/// R62: a purpose that would suit any pair is questioned, never refused.
pub fn question_purpose(purpose: &str) -> Option<Advice> {
    let plain: String = purpose
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect::<String>()
        .to_lowercase();
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    let lead_in = [
        "i", "we", "want", "would", "like", "to", "for", "just", "some", "so", "that", "can",
    ];
    while words.first().is_some_and(|word| lead_in.contains(word)) {
        words.remove(0);
    }
    GENERIC.contains(&words.join(" ").as_str()).then(|| {
        advice(
            "template.2.purposes",
            "purpose_generic",
            "For what? Try: so that I can ...",
        )
    })
}

/// R63 and R88: what a look at the goals suggests. `short` counts short-term goals, `ranked` those in front.
pub fn advise_goals(short: usize, long: usize, ranked: usize) -> Vec<Advice> {
    let at = "template.3.goals";
    let mut all = Vec::new();
    if short < 2 {
        all.push(advice(
            at,
            "goals_short_term",
            "Two or more short-term goals at work make a good beginning. What else could be reached soon?",
        ));
    }
    if long == 0 {
        all.push(advice(
            at,
            "goals_long_term",
            "There is no long-term goal yet. Where should the longer path lead?",
        ));
    }
    if short + long > 0 && ranked < 3 {
        all.push(advice(
            at,
            "goals_ranked",
            "Fewer than three goals are in front. That is fine, and you can put others in front at any meeting.",
        ));
    }
    all
}
