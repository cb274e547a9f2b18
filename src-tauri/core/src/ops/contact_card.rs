//! What staying in touch asks of the owner today: whose turn it is to write, what has no answer, how long it has been
//! quiet, and telling the programme. Each card has the number of its row in the catalogue of reminders.

use super::contact::first_name;
use super::contact_facts::ContactFacts;
use super::contact_view::mechanism;
use super::reminder::switched_off;
use super::{escalation, words};
use crate::api::relationship::DateWords;
use crate::api::today::Card;
use crate::domain::contact_state::ContactState;
use crate::domain::dates;
use crate::domain::escalation::About;
use crate::domain::first_contact;
use crate::domain::moment::Moment;
use crate::domain::quiet::Quiet;
use crate::domain::side::{Role, Side};
use crate::domain::wording::amount;
use crate::error::Result;
use crate::record::state::State;
use crate::store::part::PartRow;
use crate::store::{Tx, fired};

/// A card before it has its relationship.
struct Draft {
    kind: &'static str,
    title: String,
    body: String,
    why: String,
    why_area: Option<&'static str>,
    action: &'static str,
    by: Option<DateWords>,
    /// What the name of its reminder holds besides the kind; none for a card that cannot be put off (R7).
    reminder: Option<String>,
}

/// Adds cards to those that are there. What a reminder says already is not said twice: the card has more to say, and
/// can be put off and dismissed as the reminder can.
pub(crate) fn add(all: &mut Vec<Card>, cards: Vec<Card>) {
    for card in cards {
        let said = all
            .iter_mut()
            .find(|other| other.kind == card.kind && other.relationship == card.relationship);
        match said {
            Some(other) if other.reminder.is_some() => {
                let reminder = other.reminder.take();
                *other = Card {
                    id: other.id.clone(),
                    why_route: card.why_route.clone().or(other.why_route.take()),
                    reminder,
                    ..card
                };
            }
            Some(_) => {}
            None => all.push(card),
        }
    }
}

/// The names of reminders that the owner has put off or dismissed.
fn put_off(tx: &Tx<'_>, part: &PartRow, now: &Moment) -> Result<Vec<String>> {
    Ok(fired::all(tx)?
        .into_iter()
        .filter(|row| row.relationship == part.relationship)
        .filter(|row| match row.state.as_str() {
            "dismissed" => true,
            "snoozed" => row
                .snooze_until
                .is_some_and(|until| until > now.utc().timestamp()),
            _ => false,
        })
        .map(|row| row.series)
        .collect())
}

impl Draft {
    /// Whether its reminder is among those that were put off.
    fn is_among(&self, put_off: &[String]) -> bool {
        self.reminder.as_ref().is_some_and(|about| {
            put_off
                .iter()
                .any(|series| series.starts_with(self.kind) && series.contains(about.as_str()))
        })
    }
}

/// Where the two check and in which words, as one sentence.
fn agreed_words(state: &State, asked: Side) -> String {
    let agreed = mechanism(state, Some(asked));
    let mut said = Vec::new();
    if !agreed.nudge.is_empty() {
        said.push(agreed.nudge);
    }
    if agreed.channel.is_empty() {
        said.push(format!("Your words for it: “{}”", agreed.text));
    } else {
        said.push(format!(
            "You agreed to check by {}: “{}”",
            agreed.channel, agreed.text
        ));
    }
    said.join(" ")
}

fn first_steps(state: &State, side: Side, facts: &ContactFacts, now: &Moment) -> Option<Draft> {
    let today = now.date();
    let partner = first_name(&state.person(side.other()).name);
    let window = first_contact::window(facts.connected_on?, today)?;
    let by = dates::long(window.until);
    let wrote = facts.known().has_written(side.other());
    let (kind, title, body) = match (side, facts.state(now.civil())) {
        (Side::Mentee, ContactState::MenteesTurn | ContactState::EitherTurn) => (
            "N01",
            format!("Say hello to {partner} by {by}"),
            "A short message is enough: who you are, and a few times that suit you.".to_owned(),
        ),
        (Side::Mentor, ContactState::EitherTurn) => (
            "N02",
            format!("You have not heard from {partner} yet"),
            format!("A short note from you helps. You are in touch by {by}."),
        ),
        (own, ContactState::WaitingFor(asked)) if own == asked && wrote => (
            match side {
                Side::Mentee => "N01",
                Side::Mentor => "N02",
            },
            format!("{partner} has written to you"),
            format!("Answer by {by}, and write it down here."),
        ),
        (
            Side::Mentee | Side::Mentor,
            ContactState::NotConnected
            | ContactState::MenteesTurn
            | ContactState::WaitingFor(_)
            | ContactState::Overdue
            | ContactState::InTouch(_),
        ) => return None,
    };
    Some(Draft {
        kind,
        title,
        body,
        why: state
            .vocabulary
            .say("Every pair is in touch within 14 days of the connection e-mail; the mentee writes first, by day 7, and from day 8 either may.")
            .into_owned(),
        why_area: None,
        action: "Write a message",
        by: Some(words(today, window.until)),
        reminder: Some(String::new()),
    })
}

fn told_programme(state: &State, side: Side, facts: &ContactFacts, now: &Moment) -> Vec<Draft> {
    let partner = first_name(&state.person(side.other()).name);
    escalation::standing(facts, side, now)
        .into_iter()
        .filter(|standing| standing.due)
        .map(|standing| {
            let (kind, title, why) = match standing.about {
                About::FirstContact => (
                    "N03",
                    match side {
                        Side::Mentee => format!("Two weeks without contact with {partner}: tell the programme"),
                        Side::Mentor => format!("Two weeks without contact with {partner}: please tell the programme"),
                    },
                    "At the end of day 14 without contact both ways the programme is told. This stays here until you say “sent” or “not needed because …”.",
                ),
                About::Stalled => (
                    "stalled",
                    format!("{partner} has not answered twice: tell the programme"),
                    "After two check-ins without an answer in a long silence the programme is told. This stays here until you say “sent” or “not needed because …”.",
                ),
            };
            Draft {
                kind,
                title: state.vocabulary.say_around_quotes(&title),
                body: state
                    .vocabulary
                    .say("Look at four simple things first. Then a message with names and dates only is ready.")
                    .into_owned(),
                why: state.vocabulary.say_around_quotes(why),
                why_area: None,
                action: "Look at it",
                by: standing.due_on.map(|on| words(now.date(), on)),
                reminder: None,
            }
        })
        .collect()
}

fn unanswered(state: &State, side: Side, facts: &ContactFacts, now: &Moment) -> Vec<Draft> {
    let today = now.date();
    let partner = first_name(&state.person(side.other()).name);
    let mut waiting = facts.waiting(state);
    waiting.retain(|waiting| waiting.message.side == side && waiting.ask_on <= today);
    waiting.sort_by_key(|waiting| waiting.ask_on);
    waiting
        .into_iter()
        .map(|waiting| Draft {
            kind: "N14",
            title: format!(
                "{partner} has not answered since {}",
                dates::long(waiting.message.on)
            ),
            body: agreed_words(state, side.other()),
            why: "Your message wanted an answer, and the days that you two agreed on are over."
                .to_owned(),
            why_area: Some("area.5"),
            action: "Ask again",
            by: Some(words(today, waiting.ask_on)),
            reminder: Some(waiting.message.id.clone()),
        })
        .collect()
}

fn silence(state: &State, side: Side, facts: &ContactFacts, now: &Moment) -> Option<Draft> {
    let today = now.date();
    let partner = first_name(&state.person(side.other()).name);
    let Some(Quiet::Ringing(since)) = facts.quiet(today) else {
        return None;
    };
    Some(Draft {
        kind: "N15",
        title: format!(
            "It has been {} without contact with {partner}",
            amount(i64::from(facts.weeks), "weeks")
        ),
        body: format!(
            "Meet, or just say that all is well. {}",
            agreed_words(state, side.other())
        ),
        why: "You two agreed to check on each other after so many weeks without contact."
            .to_owned(),
        why_area: Some("area.5"),
        action: "Get in touch",
        by: Some(words(today, since)),
        reminder: Some(since.to_string()),
    })
}

fn back_again(state: &State, side: Side, facts: &ContactFacts, now: &Moment) -> Option<Draft> {
    let today = now.date();
    let fine = facts
        .all_fine(today)
        .filter(|fine| fine.due && fine.said.side == side)?;
    let partner = first_name(&state.person(side.other()).name);
    Some(Draft {
        kind: "N16",
        title: format!("Be in touch with {partner} again"),
        body: format!(
            "On {} you said that all is fine, and that you would write by {}.",
            dates::long(fine.said.on),
            dates::long(fine.back)
        ),
        why: "You chose this day when you said “All fine for now”.".to_owned(),
        why_area: None,
        action: "Write a message",
        by: Some(words(today, fine.back)),
        reminder: Some(fine.back.to_string()),
    })
}

/// What a relationship asks of the owner today, the most pressing first.
pub(crate) fn cards(
    tx: &Tx<'_>,
    part: &PartRow,
    role: Role,
    state: &State,
    now: &Moment,
) -> Result<Vec<Card>> {
    let Some(side) = role.side() else {
        return Ok(Vec::new());
    };
    let facts = ContactFacts::load(tx, state, now.date())?;
    if facts.connected_on.is_none() {
        return Ok(Vec::new());
    }
    let mut drafts = told_programme(state, side, &facts, now);
    drafts.extend(first_steps(state, side, &facts, now));
    drafts.extend(unanswered(state, side, &facts, now));
    drafts.extend(back_again(state, side, &facts, now));
    drafts.extend(silence(state, side, &facts, now));
    let id = &part.relationship;
    let put_off = put_off(tx, part, now)?;
    let off = switched_off(tx, now)?;
    Ok(drafts
        .into_iter()
        .filter(|draft| !off.contains(&draft.kind))
        .filter(|draft| !draft.is_among(&put_off))
        .map(|draft| Card {
            id: format!("{}/{id}", draft.kind),
            kind: draft.kind.to_owned(),
            title: draft.title,
            body: draft.body,
            why: draft.why,
            why_route: draft
                .why_area
                .map(|area| format!("/relationship/{id}/agreement/{area}")),
            action: draft.action.to_owned(),
            route: format!("/relationship/{id}/contact"),
            by: draft.by,
            relationship: Some(id.clone()),
            reminder: None,
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(kind: &'static str, reminder: Option<&str>) -> Draft {
        Draft {
            kind,
            title: String::new(),
            body: String::new(),
            why: String::new(),
            why_area: None,
            action: "",
            by: None,
            reminder: reminder.map(str::to_owned),
        }
    }

    #[test]
    fn r7_what_was_put_off_stays_away_and_the_duty_does_not() {
        let put_off = [
            "N15 2026-04-13".to_owned(),
            "N14 m1 2026-03-09".to_owned(),
            "N03 2026-03-16".to_owned(),
        ];
        let away = |kind, about| draft(kind, about).is_among(&put_off);
        assert!(away("N15", Some("2026-04-13")));
        assert!(!away("N15", Some("2026-09-01")), "a later silence");
        assert!(away("N14", Some("m1")) && !away("N14", Some("m2")));
        assert!(!away("N03", None), "it stays until it is settled");
    }

    #[test]
    fn a_reminder_keeps_its_buttons_and_takes_the_words_of_the_card() {
        let card = |title: &str, reminder: Option<&str>| Card {
            id: title.to_owned(),
            kind: "N14".to_owned(),
            title: title.to_owned(),
            body: String::new(),
            why: String::new(),
            why_route: None,
            action: String::new(),
            route: String::new(),
            by: None,
            relationship: None,
            reminder: reminder.map(str::to_owned),
        };
        let mut all = vec![card("A message without an answer", Some("r/N14/0"))];
        add(&mut all, vec![card("Tomasz has not answered", None)]);
        let told: Vec<_> = all
            .iter()
            .map(|card| (card.title.as_str(), card.reminder.as_deref()))
            .collect();
        assert_eq!(told, [("Tomasz has not answered", Some("r/N14/0"))]);
        let mut none = Vec::new();
        add(&mut none, vec![card("one", None), card("two", None)]);
        assert_eq!(none.len(), 1, "each kind once");
    }
}
