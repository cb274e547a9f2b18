//! The 90-day check-up as it is shown: every line with how it counts, and what follows.

use super::super::{programme, words};
use crate::api::checkup::{
    CheckupAction, CheckupCard, CheckupCardKind, CheckupForm, CheckupHelp, CheckupLetter,
    CheckupLine, CheckupOption, CheckupOutcomeView, ObstacleView, StreakCard,
};
use crate::domain::checkup::words as content;
use crate::domain::checkup::words::CardText;
use crate::domain::checkup::{
    Energised, Form, Help, Log, MeetingsHeld, OPENS_OBSTACLES, Outcome, STREAK_FLAG, Suitability,
    helps, outcome, unfavourable,
};
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::session::StreakLevel;
use crate::domain::side::Side;
use crate::error::Result;
use crate::record::session::Sessions;
use crate::record::setup;
use crate::record::state::State;
use crate::store::Tx;
use chrono::NaiveDate;
use std::collections::BTreeSet;

fn days(count: u32, what: &str) -> String {
    if count == 1 {
        format!("1 {what}")
    } else {
        format!("{count} {what}s")
    }
}

/// What the log says of question 2, in a sentence.
fn meetings_counted(log: &Log) -> String {
    let held = days(log.held, "meeting");
    match (log.start, log.elapsed(), log.interval_days, log.expected()) {
        (Some(start), Some(elapsed), Some(interval), Some(expected)) => {
            let judged = if log.meetings() == Some(MeetingsHeld::TooFew) {
                "That is fewer than half."
            } else {
                "That is at least half."
            };
            format!(
                "{held} held, {expected} expected: {} since {}, one every {}. {judged}",
                days(elapsed, "day"),
                dates::long(start),
                days(interval, "day"),
            )
        }
        (_, _, None, _) => format!(
            "{held} held. How often you meet is not agreed yet, so say yourself whether that is enough."
        ),
        (_, _, Some(_), _) => {
            format!(
                "{held} held. Your first meeting is still ahead, so say yourself whether that is enough."
            )
        }
    }
}

/// What the log says of question 5, in a sentence.
fn cancelled_counted(log: &Log) -> String {
    let run = match log.streak {
        0 => "None of the last sessions was cancelled or missed.".to_owned(),
        1 => "The last session was cancelled or missed.".to_owned(),
        streak => format!("The last {streak} sessions in a row were cancelled or missed."),
    };
    let judged = if log.cancelled() {
        "That is more than three."
    } else {
        "That is not more than three."
    };
    if log.longest > log.streak {
        format!("{run} {judged} The longest row so far was {}.", log.longest)
    } else {
        format!("{run} {judged}")
    }
}

/// The word of the API for the answer that counts.
fn answer_of(form: &Form, log: &Log, number: u32) -> Option<&'static str> {
    let yes_no = |yes: bool| if yes { "yes" } else { "no" };
    match number {
        1 => form.suitability.map(Suitability::key),
        2 => form
            .meetings
            .or_else(|| log.meetings())
            .map(MeetingsHeld::key),
        3 => form.energised.map(Energised::key),
        4 => form.time.map(yes_no),
        _ => Some(yes_no(form.cancelled.unwrap_or_else(|| log.cancelled()))),
    }
}

fn lines(form: &Form, log: &Log) -> Vec<CheckupLine> {
    let verdicts = form.verdicts(log);
    content::words()
        .questions
        .iter()
        .zip(verdicts)
        .map(|(question, verdict)| {
            let answer = answer_of(form, log, question.number);
            let (counted, overruled, reason) = match question.number {
                2 => (
                    Some(meetings_counted(log)),
                    form.meetings.is_some() && log.meetings().is_some(),
                    form.meetings_reason.clone(),
                ),
                5 => (
                    Some(cancelled_counted(log)),
                    form.cancelled.is_some(),
                    form.cancelled_reason.clone(),
                ),
                _ => (None, false, String::new()),
            };
            CheckupLine {
                number: question.number,
                key: question.key.clone(),
                question: question.title.clone(),
                options: question
                    .options
                    .iter()
                    .map(|(value, words)| CheckupOption {
                        value: value.clone(),
                        words: words.clone(),
                    })
                    .collect(),
                words: question
                    .options
                    .iter()
                    .find(|(value, _)| Some(value.as_str()) == answer)
                    .map(|(_, words)| words.clone())
                    .unwrap_or_default(),
                answer: answer.map(str::to_owned),
                counted,
                overruled,
                reason,
                unfavourable: verdict,
                verdict: match verdict {
                    Some(true) => "unfavourable",
                    Some(false) => "favourable",
                    None => "not answered yet",
                }
                .to_owned(),
            }
        })
        .collect()
}

fn sum(count: u32, missing: usize) -> String {
    let told = match count {
        0 => "No answer is unfavourable".to_owned(),
        1 => "1 of 5 answers is unfavourable".to_owned(),
        _ => format!("{count} of 5 answers are unfavourable"),
    };
    if missing > 0 {
        let open = u32::try_from(missing).unwrap_or(u32::MAX);
        return format!(
            "{told} so far, and {} still open.",
            if open == 1 {
                "1 is".to_owned()
            } else {
                format!("{open} are")
            }
        );
    }
    if count >= OPENS_OBSTACLES {
        format!("{told}. That is more than two, so the next step is to see what stands in the way.")
    } else {
        format!("{told}. Two or fewer means: you are on track.")
    }
}

/// The ten obstacles with what is ticked.
pub(super) fn obstacles(form: &Form) -> Vec<ObstacleView> {
    content::words()
        .obstacles
        .iter()
        .map(|each| ObstacleView {
            number: each.number,
            title: each.title.clone(),
            detail: each.detail.clone(),
            ticked: form.obstacles.contains_key(&each.number),
            words: form
                .obstacles
                .get(&each.number)
                .cloned()
                .unwrap_or_default(),
        })
        .collect()
}

/// What is needed to show a form besides the form.
pub(super) struct Frame<'a> {
    pub tx: &'a Tx<'a>,
    pub relationship: &'a RelationshipId,
    pub state: &'a State,
    pub sessions: &'a Sessions,
    pub today: NaiveDate,
}

impl Frame<'_> {
    /// One person's form.
    pub(super) fn form(
        &self,
        side: Side,
        form: &Form,
        log: &Log,
        opened_by_other: bool,
        shared_on: Option<NaiveDate>,
    ) -> Result<CheckupForm> {
        let verdicts = form.verdicts(log);
        let count = unfavourable(&verdicts);
        let missing = verdicts.iter().filter(|each| each.is_none()).count();
        let completed = form.completed_on;
        let ticked = form.ticked();
        let own = if opened_by_other && count < OPENS_OBSTACLES && !ticked.is_empty() {
            OPENS_OBSTACLES
        } else {
            count
        };
        Ok(CheckupForm {
            side,
            name: self.state.person(side).name.clone(),
            lines: lines(form, log),
            unfavourable: count,
            answered: missing == 0,
            sum: sum(count, missing),
            obstacles_open: missing == 0 && (count >= OPENS_OBSTACLES || opened_by_other),
            obstacles: obstacles(form),
            completed: completed.map(|on| words(self.today, on)),
            shared: shared_on.map(|on| words(self.today, on)),
            result: match completed {
                Some(_) => Some(self.outcome(outcome(own, &ticked), &ticked)?),
                None => None,
            },
        })
    }

    fn route(&self, tail: &str) -> String {
        format!("/relationship/{}{tail}", self.relationship)
    }

    fn action(&self, words: &str, tail: &str) -> CheckupAction {
        CheckupAction {
            words: self.state.vocabulary.say(words).into_owned(),
            route: self.route(tail),
        }
    }

    fn card(
        &self,
        kind: CheckupCardKind,
        text: &CardText,
        actions: Vec<CheckupAction>,
    ) -> CheckupCard {
        let own = |text: &str| self.state.vocabulary.say(text).into_owned();
        CheckupCard {
            kind,
            title: own(&text.title),
            text: own(&text.text),
            actions,
            addresses: Vec::new(),
            letter: None,
        }
    }

    /// What follows: the cards in their order, and what single obstacles bring.
    pub(super) fn outcome(
        &self,
        outcome: Outcome,
        ticked: &BTreeSet<u32>,
    ) -> Result<CheckupOutcomeView> {
        let texts = &content::words().outcomes;
        let meet = || self.action("Plan the talk", "/sessions");
        let mut cards = Vec::new();
        match outcome {
            Outcome::OnTrack => {
                cards.push(self.card(CheckupCardKind::OnTrack, &texts.on_track, Vec::new()));
            }
            Outcome::NothingNamed => {
                cards.push(self.card(CheckupCardKind::Talk, &texts.nothing_named, vec![meet()]));
            }
            Outcome::A | Outcome::B | Outcome::Both => {}
        }
        if outcome.shows_closing() {
            let end = self.action("See how ending without fault works", "/ending");
            let mut closing = self.card(CheckupCardKind::Coordinator, &texts.closing, vec![end]);
            closing.addresses = programme::address_lines(self.tx, self.relationship)?;
            closing.letter = Some(self.letter()?);
            cards.push(closing);
            // C15: a talk, and what can be cured, stands beside it.
            cards.push(self.card(CheckupCardKind::Talk, &texts.talk, vec![meet()]));
        }
        if outcome.shows_plan() {
            let plan = self.action("Plan the meeting", "/checkups/obstacles");
            cards.push(self.card(CheckupCardKind::Plan, &texts.plan, vec![plan]));
        }
        Ok(CheckupOutcomeView {
            outcome,
            cards,
            helps: helps(outcome, ticked)
                .into_iter()
                .filter_map(|(number, help)| self.help(number, help))
                .collect(),
        })
    }

    fn help(&self, obstacle: u32, help: Help) -> Option<CheckupHelp> {
        let text = content::words()
            .helps
            .iter()
            .find(|each| each.obstacle == obstacle)?;
        let (words, tail) = match help {
            Help::ConfidentialityClause => ("Open the clause", "/agreement/clause.confidentiality"),
            Help::Pause => ("Take a pause", "/contact"),
            Help::Goals => ("Open the goals", "/agreement/template.3"),
            Help::Expectations => ("Open area 10", "/agreement/area.10"),
            Help::SupervisorBrief => ("Open the supervisor brief", "/supervisor"),
            Help::Cadence => ("Choose a rhythm", "/agreement/template.5"),
            Help::Remote => ("Say how you work from afar", "/agreement/template.6"),
        };
        let own = |text: &str| self.state.vocabulary.say(text).into_owned();
        Some(CheckupHelp {
            obstacle,
            help,
            title: own(&text.title),
            text: own(&text.text),
            action: self.action(words, tail),
        })
    }

    /// The letter to the programme: names and dates, and nothing of what was answered (C23).
    fn letter(&self) -> Result<CheckupLetter> {
        let texts = &content::words().letter;
        let programme = setup::programme(self.tx, self.relationship)?;
        let contact = ["coordinator", "office", "escalation"]
            .into_iter()
            .find_map(|kind| programme.contacts.iter().find(|each| each.kind == kind));
        let (name, to) = match contact {
            Some(contact) => (
                if contact.name.is_empty() {
                    &programme.name
                } else {
                    &contact.name
                },
                if contact.email.is_empty() {
                    &programme.email
                } else {
                    &contact.email
                },
            ),
            None => (&programme.name, &programme.email),
        };
        let (mentor, mentee) = (&self.state.mentor.name, &self.state.mentee.name);
        let held: Vec<NaiveDate> = self
            .sessions
            .all()
            .iter()
            .filter(|session| session.is_held())
            .map(|session| session.date())
            .collect();
        let met = match held.as_slice() {
            [] => String::new(),
            [only] => texts.met_once.replace("{last}", &dates::long(*only)),
            [.., last] => texts
                .met
                .replace("{held}", &held.len().to_string())
                .replace("{last}", &dates::long(*last)),
        };
        let own = |text: &str| self.state.vocabulary.say(text).into_owned();
        let pair = format!("{mentee} and {mentor}");
        let connected = self.state.connected_on.map(dates::long).unwrap_or_default();
        Ok(CheckupLetter {
            to: to.clone(),
            name: name.clone(),
            subject: own(&texts.subject).replace("{pair}", &pair),
            text: own(texts.text.trim_start())
                .replace("{to}", if name.is_empty() { "all" } else { name })
                .replace("{mentee}", mentee)
                .replace("{mentor}", mentor)
                .replace("{connected}", &connected)
                .replace("{met}", &met)
                .replace("{me}", &pair),
        })
    }

    /// What is offered where sessions were cancelled again and again (R110, R158).
    pub(super) fn streak(&self) -> Option<StreakCard> {
        let streak = self.sessions.streak();
        let level = StreakLevel::of(streak);
        let (title, text) = match level {
            StreakLevel::None => return None,
            StreakLevel::Notice => (
                "Two sessions in a row did not happen",
                "That can be chance. A word about it is enough.",
            ),
            StreakLevel::Talk => (
                "Three sessions in a row did not happen",
                "Worth a short talk: does the time suit you both, and does the rhythm?",
            ),
            StreakLevel::Flag => (
                "More than three sessions in a row did not happen",
                "Talk about it, change the rhythm, or part without fault and let the programme find another mentor. Each of these is better than going on like this.",
            ),
        };
        let mut actions = vec![self.action("Plan a talk", "/sessions")];
        if streak >= STREAK_FLAG {
            actions.push(self.action("Choose another rhythm", "/agreement/template.5"));
            actions.push(self.action("See how ending without fault works", "/ending"));
        }
        let own = |text: &str| self.state.vocabulary.say(text).into_owned();
        Some(StreakCard {
            streak,
            level,
            title: own(title),
            text: own(text),
            actions,
        })
    }
}
