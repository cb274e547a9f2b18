//! What the reminders say, from `content/reminders.toml`.

use super::{Facts, Occurrence};
use crate::domain::dates;
use crate::domain::side::{Role, Side};
use chrono::NaiveDate;

use crate::domain::phrases::{self, RevisitWords};

/// The texts of a catalogue row.
pub(crate) fn words(kind: &str) -> Option<&'static RevisitWords> {
    match kind {
        super::revisit::KIND => Some(phrases::revisit()),
        _ => None,
    }
}

fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

/// Title and body of an occurrence on the day `today`. Without names the other person is called by
/// what they are, for screens that others can see.
pub(crate) fn say(
    facts: &Facts,
    occurrence: &Occurrence,
    today: NaiveDate,
    names: bool,
) -> (String, String) {
    let Some(words) = words(occurrence.kind) else {
        return (String::new(), String::new());
    };
    let own = |text: &str| facts.vocabulary.say(text).into_owned();
    let partner = match (names, facts.role.side()) {
        (true, Some(Side::Mentor)) => first(&facts.mentee).to_owned(),
        (true, Some(Side::Mentee)) => first(&facts.mentor).to_owned(),
        (false, Some(Side::Mentor)) => own("your mentee"),
        (false, Some(Side::Mentee)) => own("your mentor"),
        (_, None) => String::new(),
    };
    let pair = if names {
        format!("{} and {}", first(&facts.mentee), first(&facts.mentor))
    } else {
        own("Two people in your programme")
    };
    let body = match facts.role {
        Role::Coordinator => &words.coordinator,
        Role::Mentor | Role::Mentee if occurrence.subject > today => &words.ahead,
        Role::Mentor | Role::Mentee if occurrence.subject == today => &words.today,
        Role::Mentor | Role::Mentee => &words.after,
    };
    // C29: the text in the programme's words first, so that no name is touched.
    let body = own(body)
        .replace("{date}", &dates::long(occurrence.subject))
        .replace("{days}", &dates::relative(today, occurrence.subject))
        .replace("{partner}", &partner)
        .replace("{pair}", &pair);
    (own(&words.title), body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::revisit::LEADS;

    #[test]
    fn n20_has_its_words_and_the_leads_of_the_rule() {
        let words = words(crate::reminders::revisit::KIND).unwrap();
        assert_eq!(words.leads, LEADS);
        assert!(words.requirements.iter().any(|number| number == "R47"));
    }
}
