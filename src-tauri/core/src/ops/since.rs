//! What changed since the owner last looked.

use super::{Desk, Outcome, find, moment_words, signing_record};
use crate::api::agreement::{Change, Since};
use crate::api::relationship::Which;
use crate::api::start::Done;
use crate::domain::dates;
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::domain::side::{Role, Side};
use crate::domain::suggestion::Stage;
use crate::domain::template::template;
use crate::domain::terms;
use crate::error::Result;
use crate::record::state::State;
use crate::record::suggestion::{self, Suggestion};
use crate::store::edit::{self, EditRow};
use serde_json::Value;

/// What an edit belongs to, and where that stands below the relationship's address.
fn place(state: &State, row: &EditRow) -> (String, String) {
    let key = match row.record.as_str() {
        "answer" => row
            .record_id
            .split('@')
            .next()
            .unwrap_or_default()
            .to_owned(),
        "terms" => terms::TERMS
            .iter()
            .find(|term| term.column == row.field)
            .map_or(String::new(), |term| term.field.to_owned()),
        "entry" => serde_json::from_str::<serde_json::Value>(if row.act == "create" {
            &row.value
        } else {
            &row.before
        })
        .ok()
        .and_then(|value| {
            value
                .get("list")
                .and_then(|list| list.as_str())
                .map(str::to_owned)
        })
        .unwrap_or_else(|| "template.2.purposes".to_owned()),
        "goal" | "rating" => "template.3.goals".to_owned(),
        "milestone" => "template.4.milestones".to_owned(),
        "heading" => {
            return (
                "a heading of your own".to_owned(),
                "/agreement/own".to_owned(),
            );
        }
        "section" => row.record_id.clone(),
        "expectation_mark" => "area.10".to_owned(),
        "permission" | "permission_step" => {
            return (
                "a permission to pass something on".to_owned(),
                "/agreement/clause.confidentiality".to_owned(),
            );
        }
        "contact_channel" | "contact_times" => {
            return ("the contact plan".to_owned(), "/contact".to_owned());
        }
        "session" | "session_change" | "session_proposal" | "pace_talk" => {
            return ("the sessions".to_owned(), "/sessions".to_owned());
        }
        "contact_log" => return ("the contact log".to_owned(), "/contact".to_owned()),
        "escalation" => {
            let words = state.vocabulary.say("the message to the programme");
            return (words.into_owned(), "/contact".to_owned());
        }
        "intake" | "first_meeting" => {
            return ("how you came together".to_owned(), "/setup".to_owned());
        }
        "activity" | "resource" | "plan" | "plan_version" => {
            return ("the action plan".to_owned(), "/plan".to_owned());
        }
        "assessment_line" => {
            return ("where the mentee stands".to_owned(), "/plan".to_owned());
        }
        "journal_moment" => return ("the journal".to_owned(), "/plan/journal".to_owned()),
        "programme" | "programme_contact" | "programme_event" | "programme_logo" => {
            let words = state.vocabulary.say("the programme").into_owned();
            return (words, "/setup".to_owned());
        }
        "task" | "task_delay" | "duty" => {
            return ("the tasks".to_owned(), "/tasks".to_owned());
        }
        "session_page" | "agenda_point" | "agenda_outcome" | "session_note"
        | "session_feedback" => {
            return ("the page of a session".to_owned(), "/sessions".to_owned());
        }
        "feedback_point" | "counter_proposal" => {
            return ("feedback".to_owned(), "/sessions".to_owned());
        }
        "topic" => return ("the topics".to_owned(), "/sessions".to_owned()),
        "help_request" => return ("a request for help".to_owned(), "/tasks".to_owned()),
        "relationship" => return ("the connection".to_owned(), String::new()),
        "form" => return ("the template of the agreement".to_owned(), String::new()),
        "checkup" | "obstacle_plan" => {
            return ("the 90-day check-up".to_owned(), "/checkups".to_owned());
        }
        "check_point_pattern" | "check_point_answer" => {
            return ("the check-points".to_owned(), "/checkups".to_owned());
        }
        "mid_point" | "mid_point_answer" | "mid_point_clause" | "mid_point_trust" => {
            return ("the mid-point".to_owned(), "/checkups/mid-point".to_owned());
        }
        "revisit_page" => {
            return (
                "a page of the revisit".to_owned(),
                "/checkups/revisit".to_owned(),
            );
        }
        "commitment" => {
            return (
                "what you say to going on".to_owned(),
                "/checkups".to_owned(),
            );
        }
        "revisit" => {
            return ("when you looked at the agreement".to_owned(), String::new());
        }
        _ => String::new(),
    };
    let section = template()
        .section_of(&key)
        .or_else(|| template().section(&key));
    match section {
        Some(section) => (
            format!("“{}”", state.title(section)),
            format!("/agreement/{}", section.key),
        ),
        None => ("the details of the people".to_owned(), String::new()),
    }
}

fn verb(row: &EditRow) -> &'static str {
    if row.record != "section" || row.field != "standing" {
        return "changed";
    }
    match row.value.trim_matches('"') {
        "agreed" => "marked as agreed:",
        "not_for_us" => "left out:",
        _ => "opened again:",
    }
}

/// The suggestions, for telling what was done with them.
struct Talk<'a> {
    suggestions: Vec<Suggestion>,
    state: &'a State,
    relationship: &'a RelationshipId,
}

impl Talk<'_> {
    /// Who suggested, decided or commented, in words; nothing for one that is not there any more.
    fn tell(&self, row: &EditRow) -> Option<Change> {
        let value: Value = serde_json::from_str(&row.value).ok()?;
        let commented = row.record == "suggestion_comment";
        let id = if commented {
            value.get("suggestion")?.as_str()?
        } else {
            row.record_id.as_str()
        };
        let found = self.suggestions.iter().find(|each| each.id == id)?;
        let spot = super::place::spot(self.state, self.relationship, &found.place);
        let title = &spot.title;
        let maker = &self.state.person(found.side).name;
        let other = &self.state.person(found.side.other()).name;
        let text = if commented && row.act == "create" {
            let side = Side::from_key(value.get("side")?.as_str()?)?;
            format!("{} commented on “{title}”", self.state.person(side).name)
        } else if row.act == "create" {
            format!("{maker} suggested other words in “{title}”")
        } else if row.act == "set" && row.field == "state" {
            match Stage::from_key(value.as_str()?)? {
                Stage::Open => format!("The suggestion in “{title}” is open again"),
                Stage::Accepted => format!("{other} accepted {maker}'s words in “{title}”"),
                Stage::Kept => format!("{other} kept the words in “{title}”"),
                Stage::Disagreed => {
                    format!("The two agreed to disagree in “{title}”; its words stay")
                }
                Stage::Blended => format!("{other} answered with words of both in “{title}”"),
                Stage::Withdrawn => format!("{maker} took the suggestion in “{title}” back"),
            }
        } else {
            return None;
        };
        Some(Change {
            text,
            route: spot.route,
        })
    }
}

/// One line for each section and person, in the order in which they were last touched.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<Since>> {
    desk.store.read(|tx| {
        let (part, role) = find(tx, &request.relationship)?;
        let Some((mark, at)) = edit::seen_mark(tx, &part.relationship)? else {
            return Ok(Outcome::read(Since {
                since: None,
                changes: Vec::new(),
            }));
        };
        let since = Moment::from_text(&at);
        // Shown when the owner comes back on another day: what they just did is no news to them.
        let same_day = since
            .as_ref()
            .is_some_and(|since| since.date() >= desk.now.date());
        let edits = edit::since(tx, &part.relationship, mark)?;
        let own = edits.iter().all(|row| row.author == role.key());
        if edits.is_empty() || (same_day && own) {
            return Ok(Outcome::read(Since {
                since: None,
                changes: Vec::new(),
            }));
        }
        let state = State::load(tx, &part.relationship)?;
        let talk = Talk {
            suggestions: suggestion::all(tx, &part.relationship)?,
            state: &state,
            relationship: &part.relationship,
        };
        let mut changes: Vec<Change> = Vec::new();
        for row in &edits {
            if schema::record(&row.record).is_some_and(schema::Record::is_sealed) {
                let name = |side: Side| match role.side() {
                    Some(own) if own == side => "You".to_owned(),
                    Some(_) | None => state.person(side).name.clone(),
                };
                changes.extend(signing_record::told(row, name).map(|text| Change {
                    text,
                    route: format!("/relationship/{}/agreement", part.relationship),
                }));
                continue;
            }
            if row.record.starts_with("suggestion") {
                if let Some(change) = talk.tell(row) {
                    changes.retain(|other| other != &change);
                    changes.push(change);
                }
                continue;
            }
            let (what, tail) = place(&state, row);
            let who = match Role::from_key(&row.author) {
                Some(author) if author == role => "You".to_owned(),
                Some(Role::Mentor) => state.mentor.name.clone(),
                Some(Role::Mentee) => state.mentee.name.clone(),
                Some(Role::Coordinator) | None => {
                    state.vocabulary.say("The coordinator").into_owned()
                }
            };
            let change = Change {
                text: format!("{who} {} {what}", verb(row)),
                route: format!("/relationship/{}{tail}", part.relationship),
            };
            changes.retain(|other| other != &change);
            changes.push(change);
        }
        let since = since.map(|since| {
            if (desk.now.date() - since.date()).num_days() < 7 {
                since.civil().format("%A").to_string()
            } else if since.date() == desk.now.date() {
                moment_words(&since)
            } else {
                dates::long(since.date())
            }
        });
        Ok(Outcome::read(Since { since, changes }))
    })
}

/// The owner has looked.
pub(crate) fn seen(desk: &Desk<'_>, request: Which) -> Result<Outcome<Done>> {
    desk.store.write(|tx| {
        let (part, _) = find(tx, &request.relationship)?;
        let newest = edit::newest(tx, &part.relationship)?;
        edit::mark_seen(tx, &part.relationship, newest, &desk.now.to_text())?;
        Ok(Outcome::changed(Done {}, &["since"]))
    })
}
