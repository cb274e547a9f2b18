//! Sentences that are made from more than one answer, so that a section reads as somebody would write it.

use super::dates;
use super::side::Side;
use super::template::{Answer, template};
use super::wording::{Speaker, amount};

/// The answer to a field, given by one of the two or by both as one.
pub type Given<'a> = &'a dyn Fn(&str, Option<Side>) -> Option<Answer>;

/// A sentence and the fields that it tells of.
pub type Told = (String, &'static [&'static str]);

fn number(given: Given<'_>, field: &str) -> Option<i64> {
    match given(field, None)? {
        Answer::Number(number) => Some(number),
        Answer::Text(_)
        | Answer::List(_)
        | Answer::Choice(_)
        | Answer::Date(_)
        | Answer::YesNo(_) => None,
    }
}

fn option<'a>(field: &str, answer: &Answer) -> Option<&'a str> {
    template()
        .field(field)?
        .option(&answer.word())?
        .sentence
        .as_deref()
}

impl Speaker<'_> {
    /// "We begin on Wednesday 11 March 2026 and end on Friday 18 December 2026." (R66) `milestone` says
    /// on which milestone that is, where it is one (R67).
    pub fn term(&self, given: Given<'_>, milestone: &str) -> Option<Told> {
        let day = |field: &str| match given(field, None)? {
            Answer::Date(date) => Some(dates::long(date)),
            Answer::Text(_)
            | Answer::List(_)
            | Answer::Choice(_)
            | Answer::Number(_)
            | Answer::YesNo(_) => None,
        };
        let text = match (day("template.4.starts_on"), day("template.4.ends_on")) {
            (Some(start), Some(end)) => {
                format!("{{We}} begin on {start} and end on {end}{{value}}.")
            }
            (Some(start), None) => format!("{{We}} begin on {start}."),
            (None, Some(end)) => format!("{{We}} end on {end}{{value}}."),
            (None, None) => return None,
        };
        Some((
            self.fill(&text, None, milestone),
            &["template.4.starts_on", "template.4.ends_on"],
        ))
    }

    /// "If one of us has to postpone, we find a new date within 7 days of the old one." (R70, R144)
    pub fn postponing(&self, given: Given<'_>) -> Option<Told> {
        let choice = given("template.5.postpone", None)?;
        let within = number(given, "template.5.postpone_days")
            .filter(|_| choice.word() == "move")
            .map(|days| format!(" within {} of the old one", amount(days, "days")))
            .unwrap_or_default();
        let text = option("template.5.postpone", &choice)?;
        Some((
            self.fill(text, None, &within),
            &["template.5.postpone", "template.5.postpone_days"],
        ))
    }

    /// "Daniel sends points for discussion by e-mail 2 days before each meeting, with a last reminder
    /// 1 day before." (R13, R33, C6)
    pub fn points(&self, given: Given<'_>) -> Option<Told> {
        const FIELDS: &[&str] = &[
            "area.3.agenda",
            "area.3.agenda_by",
            "area.3.agenda_lead_days",
            "area.3.agenda_last_call_days",
        ];
        let agenda = given("area.3.agenda", None);
        if agenda == Some(Answer::YesNo(false)) {
            let field = template().field("area.3.agenda")?;
            return Some((
                self.fill(field.otherwise.as_deref()?, None, ""),
                &["area.3.agenda"],
            ));
        }
        let by = given("area.3.agenda_by", None);
        let lead = number(given, "area.3.agenda_lead_days");
        let call = number(given, "area.3.agenda_last_call_days");
        if agenda.is_none() && by.is_none() && lead.is_none() && call.is_none() {
            return None;
        }
        let mut when = match lead {
            None => " ahead of each meeting".to_owned(),
            Some(0) => " on the day of each meeting".to_owned(),
            Some(days) => format!(" {} before each meeting", amount(days, "days")),
        };
        match call {
            None => {}
            Some(0) => when.push_str(", with a last reminder on the day"),
            Some(days) => {
                when.push_str(&format!(
                    ", with a last reminder {} before",
                    amount(days, "days")
                ));
            }
        }
        let when = self.fill(&when, None, "");
        let text = match &by {
            Some(by) => option("area.3.agenda_by", by)?,
            None => template().field("area.3.agenda")?.sentence.as_deref()?,
        };
        Some((self.fill(text, None, &when), FIELDS))
    }

    /// "We tell each other of a change at least 24 hours ahead, and 48 hours ahead where one of us has
    /// to travel." (R21)
    pub fn notice(&self, given: Given<'_>) -> Option<Told> {
        let hours = |field| number(given, field);
        let (here, away) = (
            hours("area.4.notice_hours"),
            hours("area.4.notice_travel_hours"),
        );
        let ahead = |hours| format!("{} ahead", amount(hours, "hours"));
        let text = match (here, away) {
            (None, None) => return None,
            (Some(0), None) => "{We} may change a meeting at short notice.".to_owned(),
            (Some(0), Some(0)) => {
                "{We} may change a meeting at short notice, also where one of {us} has to travel."
                    .to_owned()
            }
            (Some(0), Some(away)) => format!(
                "{{We}} may change a meeting at short notice, but at least {} where one of {{us}} has to travel.",
                ahead(away)
            ),
            (Some(here), None) => {
                format!(
                    "{{We}} tell each other of a change at least {}.",
                    ahead(here)
                )
            }
            (Some(here), Some(away)) if away == here || away == 0 => format!(
                "{{We}} tell each other of a change at least {}, also where one of {{us}} has to travel.",
                ahead(here)
            ),
            (Some(here), Some(away)) => format!(
                "{{We}} tell each other of a change at least {}, and {} where one of {{us}} has to travel.",
                ahead(here),
                ahead(away)
            ),
            (None, Some(0)) => {
                "{We} may change a meeting at short notice where one of {us} has to travel."
                    .to_owned()
            }
            (None, Some(away)) => format!(
                "Where one of {{us}} has to travel, {{we}} tell each other of a change at least {}.",
                ahead(away)
            ),
        };
        Some((
            self.fill(&text, None, ""),
            &["area.4.notice_hours", "area.4.notice_travel_hours"],
        ))
    }

    /// "We are both willing to give honest, timely feedback." (R44); none where the two answers differ.
    pub fn willing(&self, given: Given<'_>) -> Option<Told> {
        let both = Side::BOTH.iter().all(|side| {
            given("area.9.feedback", Some(*side)).is_some_and(|answer| answer.word() == "yes")
        });
        both.then(|| {
            (
                self.fill(
                    "{We} are both willing to give honest, timely feedback.",
                    None,
                    "",
                ),
                &["area.9.feedback"] as &[&str],
            )
        })
    }

    /// "This relationship ends on Friday 18 December 2026." or at a goal that is named (R50).
    pub fn ending(&self, given: Given<'_>) -> Option<Told> {
        match (
            given("area.14.end", None)?.word().as_str(),
            given("template.4.ends_on", None),
            given("area.14.end_goal", None),
        ) {
            ("end_date", Some(Answer::Date(end)), _) => Some((
                format!("This relationship ends on {}.", dates::long(end)),
                &["area.14.end"],
            )),
            ("after_goal", _, Some(Answer::Text(goal))) => Some((
                format!("This relationship ends when this goal is reached: {}.", {
                    goal.trim().trim_end_matches('.')
                }),
                &["area.14.end", "area.14.end_goal"],
            )),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::wording::{Names, Voice};

    const WE: Speaker<'_> = Speaker {
        vocabulary: None,
        voice: Voice::We,
        names: Names {
            mentor: "Ruth",
            mentee: "Daniel",
        },
    };

    fn given(answers: &[(&str, Answer)]) -> impl Fn(&str, Option<Side>) -> Option<Answer> {
        move |key, _| {
            answers
                .iter()
                .find(|(field, _)| *field == key)
                .map(|(_, answer)| answer.clone())
        }
    }

    fn points(answers: &[(&str, Answer)]) -> Option<String> {
        let answers: Vec<_> = answers
            .iter()
            .map(|(field, answer)| (format!("area.3.{field}"), answer.clone()))
            .collect();
        let told = WE.points(&|key, _| {
            let found = answers.iter().find(|(field, _)| field == key)?;
            Some(found.1.clone())
        });
        told.map(|(sentence, _)| sentence)
    }

    #[test]
    fn r13_r33_c6_points_ahead_are_one_sentence_whatever_was_answered() {
        use Answer::{Choice, Number, YesNo};
        let lead = ("agenda_lead_days", Number(2));
        let call = ("agenda_last_call_days", Number(1));
        assert_eq!(points(&[]), None);
        assert_eq!(
            points(&[("agenda", YesNo(false)), lead.clone()]).unwrap(),
            "We meet without points sent ahead."
        );
        assert_eq!(
            points(&[("agenda", YesNo(true))]).unwrap(),
            "Daniel sends points for discussion ahead of each meeting."
        );
        assert_eq!(
            points(&[
                ("agenda_by", Choice("shared_document".into())),
                lead.clone(),
                call
            ])
            .unwrap(),
            "Daniel writes points for discussion into a document that both of us can open 2 days before each meeting, with a last reminder 1 day before."
        );
        assert_eq!(
            points(&[
                ("agenda_by", Choice("by_word".into())),
                ("agenda_lead_days", Number(0)),
                ("agenda_last_call_days", Number(0))
            ])
            .unwrap(),
            "Daniel tells Ruth the points for discussion on the day of each meeting, with a last reminder on the day."
        );
        // Every way of sending has its sentence, and none loses the time.
        let field = template().field("area.3.agenda_by").unwrap();
        for option in &field.options {
            let by = ("agenda_by", Choice(option.key.clone()));
            let told = points(&[by, lead.clone()]).unwrap();
            assert!(told.ends_with(" 2 days before each meeting."), "{told}");
        }
    }

    #[test]
    fn r21_notice_is_one_sentence_with_and_without_travel() {
        let notice = |here: Option<i64>, away: Option<i64>| {
            let answers: Vec<(&str, Answer)> = [
                ("area.4.notice_hours", here),
                ("area.4.notice_travel_hours", away),
            ]
            .into_iter()
            .filter_map(|(field, hours)| Some((field, Answer::Number(hours?))))
            .collect();
            let told = WE.notice(&given(&answers));
            told.map(|(sentence, _)| sentence).unwrap_or_default()
        };
        let change = "We tell each other of a change at least";
        for (here, away, said) in [
            (None, None, String::new()),
            (Some(24), None, format!("{change} 24 hours ahead.")),
            (
                Some(24),
                Some(48),
                format!("{change} 24 hours ahead, and 48 hours ahead where one of us has to travel."),
            ),
            (
                Some(1),
                Some(0),
                format!("{change} 1 hour ahead, also where one of us has to travel."),
            ),
            (
                Some(24),
                Some(24),
                format!("{change} 24 hours ahead, also where one of us has to travel."),
            ),
            (
                Some(0),
                None,
                "We may change a meeting at short notice.".to_owned(),
            ),
            (
                Some(0),
                Some(48),
                "We may change a meeting at short notice, but at least 48 hours ahead where one of us has to travel."
                    .to_owned(),
            ),
            (
                None,
                Some(48),
                "Where one of us has to travel, we tell each other of a change at least 48 hours ahead."
                    .to_owned(),
            ),
        ] {
            assert_eq!(notice(here, away), said);
        }
        assert!(notice(Some(0), Some(0)).contains("also where"));
        assert!(notice(None, Some(0)).contains("at short notice where"));
    }

    #[test]
    fn r70_r50_r66_days_goals_and_dates_stand_in_the_sentence_itself() {
        let day = |text: &str| Answer::Date(text.parse().unwrap());
        let move_it = ("template.5.postpone", Answer::Choice("move".into()));
        let days = ("template.5.postpone_days", Answer::Number(1));
        let said = |told: Option<Told>| told.map(|(sentence, _)| sentence).unwrap_or_default();
        assert_eq!(
            said(WE.postponing(&given(&[move_it.clone(), days.clone()]))),
            "If one of us has to postpone, we find a new date within 1 day of the old one."
        );
        assert_eq!(
            said(WE.postponing(&given(&[move_it]))),
            "If one of us has to postpone, we find a new date."
        );
        let skip = ("template.5.postpone", Answer::Choice("skip".into()));
        assert!(!said(WE.postponing(&given(&[skip, days]))).contains("1 day"));
        let start = ("template.4.starts_on", day("2028-02-29"));
        let end = ("template.4.ends_on", day("2028-08-31"));
        assert_eq!(
            said(WE.term(&given(&[start.clone(), end.clone()]), "")),
            "We begin on Tuesday 29 February 2028 and end on Thursday 31 August 2028."
        );
        assert_eq!(
            said(WE.term(&given(&[start]), ", the day of a milestone")),
            "We begin on Tuesday 29 February 2028."
        );
        let ends = |word: &str| ("area.14.end", Answer::Choice(word.into()));
        assert_eq!(
            said(WE.ending(&given(&[ends("end_date"), end.clone()]))),
            "This relationship ends on Thursday 31 August 2028."
        );
        let goal = ("area.14.end_goal", Answer::Text("I lead a team.".into()));
        assert_eq!(
            said(WE.ending(&given(&[ends("after_goal"), goal]))),
            "This relationship ends when this goal is reached: I lead a team."
        );
        assert_eq!(WE.ending(&given(&[ends("open"), end])), None);
    }
}
