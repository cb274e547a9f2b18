//! What the reminders say, from `content/reminders.toml`.

use super::{Facts, Kind, Look, Merged, Occurrence, kind};
use crate::domain::dates;
use crate::domain::side::{Role, Side};
use chrono::NaiveDate;

/// What is said of an occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// First line, without names.
    pub title: String,
    /// Second line.
    pub body: String,
}

fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// Title and body of an occurrence on the day `today`. Without names nothing is said that would tell
/// others who sit in front of the screen what it is about.
pub fn say(facts: &Facts, occurrence: &Occurrence, today: NaiveDate, names: bool) -> Said {
    let kind = kind(occurrence.kind);
    let own = |text: &str| facts.vocabulary.say(text).into_owned();
    let (title, body) = texts(kind, facts, occurrence, today, names);
    let (partner, pair) = match (names, facts.role.side()) {
        (true, Some(Side::Mentor)) => (first(&facts.mentee).to_owned(), String::new()),
        (true, Some(Side::Mentee)) => (first(&facts.mentor).to_owned(), String::new()),
        (false, Some(Side::Mentor)) => (own("your mentee"), String::new()),
        (false, Some(Side::Mentee)) => (own("your mentor"), String::new()),
        (true, None) => (
            String::new(),
            format!("{} and {}", first(&facts.mentee), first(&facts.mentor)),
        ),
        (false, None) => (String::new(), own("Two people in your programme")),
    };
    // C29: the text in the programme's words first, so that no name is touched.
    let mut body = own(body)
        .replace("{days}", &dates::relative(today, occurrence.subject))
        .replace("{date}", &dates::long(occurrence.subject))
        .replace("{pair}", &pair)
        .replace("{partner}", &partner);
    if names {
        body = body.replace("{what}", &occurrence.what);
    }
    if let Some(also) = together(occurrence) {
        body.push(' ');
        body.push_str(&own(&also));
    }
    Said {
        title: own(title),
        body,
    }
}

/// What else is told with it.
fn together(occurrence: &Occurrence) -> Option<String> {
    let mut others: Vec<&str> = Vec::new();
    for Merged { kind: number, .. } in &occurrence.with {
        let short = kind(*number).short.as_str();
        if !others.contains(&short) {
            others.push(short);
        }
    }
    (!others.is_empty()).then(|| {
        format!(
            "It falls together with {}: one conversation can do for all.",
            others.join(" and ")
        )
    })
}

fn texts<'k>(
    kind: &'k Kind,
    facts: &Facts,
    occurrence: &Occurrence,
    today: NaiveDate,
    names: bool,
) -> (&'k str, &'k str) {
    let mentors = match facts.role {
        Role::Mentor => kind.mentor.as_ref(),
        Role::Mentee | Role::Coordinator => None,
    };
    // Leads of the owner's own may be more than there are words for.
    let usual = || mentors.or_else(|| kind.step.get(occurrence.step).or(kind.step.last()));
    let say = kind
        .other
        .as_ref()
        .filter(|_| occurrence.other)
        .or_else(usual);
    let title = say
        .and_then(|say| say.title.as_deref())
        .unwrap_or(&kind.title);
    if let (Role::Coordinator, Some(body)) = (facts.role, &kind.coordinator) {
        return (title, body);
    }
    if !names {
        return (title, say.map_or(&kind.discreet, |say| &say.discreet));
    }
    let phase = match occurrence.subject.cmp(&today) {
        std::cmp::Ordering::Greater => None,
        std::cmp::Ordering::Equal => kind.today.as_deref(),
        std::cmp::Ordering::Less => kind.after.as_deref(),
    };
    let body = match (say, phase) {
        (Some(say), _) => &say.body,
        (None, Some(phase)) => phase,
        (None, None) => &kind.body,
    };
    (title, body)
}

/// Where an occurrence leads.
pub fn route(occurrence: &Occurrence) -> String {
    fill(&kind(occurrence.kind).route, occurrence)
}

/// Where the clause or rule behind it stands.
pub fn why_route(occurrence: &Occurrence) -> String {
    fill(&kind(occurrence.kind).why_route, occurrence)
}

fn fill(route: &str, occurrence: &Occurrence) -> String {
    route
        .replace("{relationship}", occurrence.relationship.as_str())
        .replace("{object}", &occurrence.object)
        .replace("{page}", &occurrence.page)
}

/// What a notification says that stands for more than one, or for what was missed.
pub fn gathered(look: &Look) -> Said {
    let count = look.count();
    let title = match (look.away, count) {
        (true, 1) => "One thing while you were away".to_owned(),
        (true, _) => format!("{count} things while you were away"),
        (false, _) => format!("{count} reminders are waiting for you"),
    };
    Said {
        title,
        body: "They stand in your list of reminders.".to_owned(),
    }
}
