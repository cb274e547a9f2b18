//! The contact log as it is shown: who waits for whom, in words.

use super::contact::{first_name, speaker};
use super::contact_facts::{ContactFacts, Waiting};
use super::{escalation, words};
use crate::api::contact_log::{
    AllFineView, ContactLogView, ContactStateView, Direction, LoggedContact, Mechanism,
    MessageDraft, NotHeardBack, QuietView, StarterView,
};
use crate::domain::contact::ChannelKind;
use crate::domain::contact_state::ContactState;
use crate::domain::dates;
use crate::domain::first_contact;
use crate::domain::ids::{ContactId, SessionId};
use crate::domain::mail::Mail;
use crate::domain::messages::{Starter, fill};
use crate::domain::moment::Moment;
use crate::domain::quiet::Quiet;
use crate::domain::side::{Role, Side};
use crate::domain::template::{Answer, Suggestion, template};
use crate::domain::wording::amount;
use crate::error::Result;
use crate::record::contact_log::{Logged, Purpose};
use crate::record::state::State;
use crate::store::Tx;
use crate::store::part::PartRow;
use chrono::NaiveDate;

/// The words in which the two check, where they agreed on none (R40).
fn usual_words() -> String {
    let suggested = template()
        .field("area.5.mechanism")
        .and_then(|field| field.default.as_ref());
    if let Some(Suggestion::Text(text)) = suggested {
        text.clone()
    } else {
        String::new()
    }
}

fn text_of(state: &State, key: &str) -> String {
    let answer = template()
        .field(key)
        .and_then(|field| state.answer(field, None));
    if let Some(Answer::Text(text)) = answer {
        text.trim().to_owned()
    } else {
        String::new()
    }
}

/// What the two agreed to do when nothing is heard of `asked` (R14, R40).
pub(crate) fn mechanism(state: &State, asked: Option<Side>) -> Mechanism {
    let text = text_of(state, "area.5.mechanism");
    let nudge = asked.and_then(|side| {
        speaker(state).nudge(side, |key| state.answer(template().field(key)?, Some(side)))
    });
    Mechanism {
        channel: text_of(state, "area.5.mechanism_channel"),
        text: if text.is_empty() { usual_words() } else { text },
        nudge: nudge.unwrap_or_default(),
    }
}

impl From<Mail> for MessageDraft {
    fn from(mail: Mail) -> Self {
        Self {
            to: mail.to,
            subject: mail.subject,
            text: mail.text,
        }
    }
}

/// The e-mail address of somebody: that of the contact plan, else that of the person.
pub(crate) fn email_of(state: &State, side: Side) -> String {
    state
        .contact
        .of(side)
        .map(|row| &row.channel)
        .find(|channel| channel.kind == ChannelKind::Email && channel.address.contains('@'))
        .map_or_else(
            || state.person(side).email.clone(),
            |channel| channel.address.clone(),
        )
}

/// A message of the owner on `side` to the other person.
pub(crate) fn message(
    state: &State,
    side: Side,
    starter: Starter,
    back: Option<NaiveDate>,
) -> MessageDraft {
    let words = starter.message();
    let (own, partner) = (state.person(side), state.person(side.other()));
    let goal = top_goal(state).unwrap_or_default();
    let date = back.map(dates::long).unwrap_or_default();
    let places = [
        ("own", first_name(&own.name)),
        ("partner", first_name(&partner.name)),
        ("goal", goal),
        ("date", &date),
    ];
    MessageDraft {
        to: email_of(state, side.other()),
        subject: fill(&state.vocabulary, &words.subject, &places),
        text: fill(&state.vocabulary, words.text.trim(), &places),
    }
}

fn top_goal(state: &State) -> Option<&str> {
    let ranked = state.goals.iter().filter(|goal| goal.rank.is_some());
    ranked
        .min_by_key(|goal| goal.rank)
        .or_else(|| state.goals.first())
        .map(|goal| goal.title.as_str())
}

/// The messages to begin from: a first one until the two are in touch, the check-in for both, and for the mentor a
/// word of encouragement and one back to the first goal (R4, R5, R16, R56).
fn starters(state: &State, role: Role, contact: ContactState) -> Vec<StarterView> {
    let Some(side) = role.side() else {
        return Vec::new();
    };
    let first = match side {
        Side::Mentor => Starter::FirstOfMentor,
        Side::Mentee => Starter::FirstOfMentee,
    };
    let refocus = if state.goals.is_empty() {
        Starter::RefocusOpen
    } else {
        Starter::Refocus
    };
    let mut found = Vec::new();
    match (contact, side) {
        // R2: nobody writes before the connection e-mail.
        (ContactState::NotConnected, _) => {}
        (ContactState::InTouch(_), Side::Mentee) => found.push(Starter::CheckIn),
        (ContactState::InTouch(_), Side::Mentor) => {
            found.extend([Starter::CheckIn, Starter::Encouragement, refocus]);
        }
        (
            ContactState::MenteesTurn
            | ContactState::EitherTurn
            | ContactState::WaitingFor(_)
            | ContactState::Overdue,
            _,
        ) => found.extend([first, Starter::CheckIn]),
    }
    let partner = first_name(&state.person(side.other()).name);
    found
        .into_iter()
        .map(|starter| {
            let words = starter.message();
            StarterView {
                key: starter.key().to_owned(),
                title: state.vocabulary.say(&words.title).into_owned(),
                about: fill(&state.vocabulary, &words.about, &[("partner", partner)]),
                message: message(state, side, starter, None),
            }
        })
        .collect()
}

/// Who is meant, to the owner: `you`, or a first name.
pub(crate) fn called(state: &State, role: Role, side: Side) -> &str {
    if role.side() == Some(side) {
        "you"
    } else {
        first_name(&state.person(side).name)
    }
}

/// The same at the beginning of a sentence.
fn begins(state: &State, role: Role, side: Side) -> &str {
    if role.side() == Some(side) {
        "You"
    } else {
        first_name(&state.person(side).name)
    }
}

fn is_or_are(role: Role, side: Side) -> &'static str {
    if role.side() == Some(side) {
        "are"
    } else {
        "is"
    }
}

fn has_or_have(role: Role, side: Side) -> &'static str {
    if role.side() == Some(side) {
        "have"
    } else {
        "has"
    }
}

/// `You and Tomasz`, `You and Priya`, `Priya and Tomasz`.
fn both(state: &State, role: Role) -> String {
    let name = |side| first_name(&state.person(side).name);
    match role.side() {
        Some(side) => format!("You and {}", name(side.other())),
        None => format!("{} and {}", name(Side::Mentee), name(Side::Mentor)),
    }
}

pub(crate) fn state_words(state: &State, role: Role, facts: &ContactFacts, now: &Moment) -> String {
    let (mentee, mentor) = (
        first_name(&state.mentee.name),
        first_name(&state.mentor.name),
    );
    let window = || {
        let window = first_contact::window(facts.connected_on?, now.date())?;
        Some(window.turn_words(role.side(), mentee, mentor))
    };
    match facts.state(now.civil()) {
        ContactState::NotConnected if facts.asked && role == Role::Mentor => {
            "Nothing to do until you have answered.".to_owned()
        }
        ContactState::NotConnected if facts.asked => {
            format!("Nothing to do until {mentor} has answered.")
        }
        ContactState::NotConnected => {
            "Nothing to do until the connection e-mail arrives.".to_owned()
        }
        ContactState::MenteesTurn | ContactState::EitherTurn => window().unwrap_or_default(),
        ContactState::WaitingFor(asked) => {
            let wrote = asked.other();
            let on = facts
                .log
                .contacts
                .iter()
                .rev()
                .find(|contact| contact.side == wrote)
                .map(|contact| dates::long(contact.on))
                .unwrap_or_default();
            format!(
                "{} wrote on {on} and {} waiting for {}.",
                begins(state, role, wrote),
                is_or_are(role, wrote),
                called(state, role, asked)
            )
        }
        ContactState::Overdue => {
            let day = facts.known().day(now.date()).unwrap_or_default();
            format!(
                "{} are not in touch both ways, and it is day {day}.",
                both(state, role)
            )
        }
        ContactState::InTouch(Some(on)) => {
            let day = facts
                .known()
                .day(on)
                .filter(|day| *day >= 0)
                .map(|day| format!(" on day {day},"));
            format!(
                "{} got in touch{} {}.",
                both(state, role),
                day.as_deref().unwrap_or(" on"),
                dates::long(on)
            )
        }
        ContactState::InTouch(None) => format!("{} are in touch.", both(state, role)),
    }
}

/// Where the two stand.
pub(crate) fn state_view(
    state: &State,
    role: Role,
    facts: &ContactFacts,
    now: &Moment,
) -> ContactStateView {
    let today = now.date();
    let known = facts.known();
    let last = known.last();
    let last_words = match (last, facts.log.contacts.last()) {
        (Some(on), Some(contact)) if contact.on == on => format!(
            "{}, {}: {}",
            dates::long(on),
            dates::relative(today, on),
            contact_words(state, role, contact)
        ),
        (Some(on), _) => format!(
            "{}, {}: you met",
            dates::long(on),
            dates::relative(today, on)
        ),
        (None, _) => "Nothing is written down yet.".to_owned(),
    };
    let in_touch_on = if let ContactState::InTouch(on) = facts.state(now.civil()) {
        on
    } else {
        None
    };
    ContactStateView {
        state: facts.state(now.civil()).key().to_owned(),
        flag: known.flag(today).key().to_owned(),
        day: known.day(today),
        in_touch_on: in_touch_on.map(|on| words(today, on)),
        words: state_words(state, role, facts, now),
        last: last.map(|on| words(today, on)),
        last_words,
    }
}

/// `you wrote, e-mail`, `Tomasz rang, phone`.
fn contact_words(state: &State, role: Role, contact: &Logged) -> String {
    let who = called(state, role, contact.side);
    let how = contact.channel.name().to_lowercase();
    match contact.purpose {
        Purpose::AllFine => format!("{who} said that all is fine for now, {how}"),
        Purpose::Message => format!("{who} got in touch, {how}"),
    }
}

fn logged(
    state: &State,
    role: Role,
    today: NaiveDate,
    contact: &Logged,
    waiting: bool,
) -> LoggedContact {
    LoggedContact {
        id: ContactId(contact.id.clone()),
        direction: role.side().map(|own| {
            if own == contact.side {
                Direction::Out
            } else {
                Direction::In
            }
        }),
        from: contact.side,
        channel: contact.channel,
        channel_name: contact.channel.name().to_owned(),
        on: words(today, contact.on),
        at: contact.at.map(|at| at.format("%H:%M").to_string()),
        note: if role == Role::Coordinator {
            String::new()
        } else {
            contact.note.clone()
        },
        needs_reply: contact.needs_reply,
        waiting,
        all_fine: contact.purpose == Purpose::AllFine,
        session: contact.session.clone().map(SessionId),
        words: contact_words(state, role, contact),
    }
}

/// A message without an answer, with what to do then.
pub(crate) fn not_heard_back(
    state: &State,
    role: Role,
    today: NaiveDate,
    waiting: Waiting<'_>,
) -> NotHeardBack {
    let Waiting { message, ask_on } = waiting;
    let (wrote, asked) = (message.side, message.side.other());
    NotHeardBack {
        contact: ContactId(message.id.clone()),
        from: wrote,
        sent_on: words(today, message.on),
        ask_on: words(today, ask_on),
        due: ask_on <= today,
        words: format!(
            "{} {} not answered since {}.",
            begins(state, role, asked),
            has_or_have(role, asked),
            dates::long(message.on)
        ),
        mechanism: mechanism(state, Some(asked)),
    }
}

fn quiet_view(
    state: &State,
    role: Role,
    facts: &ContactFacts,
    today: NaiveDate,
) -> Option<QuietView> {
    let clock = facts.clock()?;
    let shown = facts.quiet(today)?;
    let rings_on = clock.rings_on()?;
    let weeks = amount(i64::from(facts.weeks), "weeks");
    let last = dates::long(clock.last());
    let (key, words_of) = match shown {
        Quiet::Running(rings) => (
            "running",
            format!(
                "After {weeks} without contact, on {}, both of you are asked.",
                dates::long(rings)
            ),
        ),
        Quiet::Paused(until) => (
            "paused",
            format!(
                "All is fine for now, until {}. Nothing is counted until then.",
                dates::long(until)
            ),
        ),
        Quiet::Hidden(_, session) => (
            "hidden",
            format!(
                "There was no contact since {last}. You meet on {}, so nobody is asked now.",
                dates::long(session)
            ),
        ),
        Quiet::Ringing(_) => (
            "ringing",
            format!(
                "There was no contact since {last}. You agreed to check on each other after {weeks}."
            ),
        ),
    };
    Some(QuietView {
        state: key.to_owned(),
        days: clock.elapsed(today),
        weeks: facts.weeks,
        rings_on: words(today, rings_on),
        words: words_of,
        mechanism: mechanism(state, role.side().map(Side::other)),
    })
}

fn all_fine_view(
    state: &State,
    role: Role,
    facts: &ContactFacts,
    today: NaiveDate,
) -> Option<AllFineView> {
    let fine = facts.all_fine(today)?;
    let who = begins(state, role, fine.said.side);
    let words_of = if fine.due {
        format!(
            "{who} wanted to be in touch again by {}.",
            dates::long(fine.back)
        )
    } else {
        format!(
            "{who} said on {} that all is fine, and will be in touch again by {}.",
            dates::long(fine.said.on),
            dates::long(fine.back)
        )
    };
    Some(AllFineView {
        contact: ContactId(fine.said.id.clone()),
        from: fine.said.side,
        said_on: words(today, fine.said.on),
        back_on: words(today, fine.back),
        runs: fine.runs,
        due: fine.due,
        words: words_of,
    })
}

/// The whole log.
pub(crate) fn view(
    tx: &Tx<'_>,
    part: &PartRow,
    role: Role,
    now: &Moment,
    id: Option<ContactId>,
) -> Result<ContactLogView> {
    let state = State::load(tx, &part.relationship)?;
    let today = now.date();
    let facts = ContactFacts::load(tx, &state, today)?;
    let waiting = facts.waiting(&state);
    Ok(ContactLogView {
        relationship: part.relationship.clone(),
        title: super::relationship::title(&state),
        contact: state_view(&state, role, &facts, now),
        quiet: quiet_view(&state, role, &facts, today),
        all_fine: all_fine_view(&state, role, &facts, today),
        escalations: escalation::views(tx, &state, role, &facts, now)?,
        starters: starters(&state, role, facts.state(now.civil())),
        contacts: facts
            .log
            .contacts
            .iter()
            .rev()
            .map(|contact| {
                let waits = waiting.iter().any(|each| each.message.id == contact.id);
                logged(&state, role, today, contact, waits)
            })
            .collect(),
        not_heard_back: waiting
            .into_iter()
            .map(|each| not_heard_back(&state, role, today, each))
            .collect(),
        id,
    })
}
