//! The example relationship: complete enough to show every screen, clearly badged, gone in one click.

use super::relationship::{SetUp, remove as remove_relationship, set_up};
use super::{
    Desk, Outcome, answer, channel, contact, example_course as course, expectation, goal, heading,
    milestone, permission, profile, section, suggestion,
};
use crate::api::agreement::{Horizon, NewGoal, NewMilestone, SetAnswer, SetStanding, Standing};
use crate::api::contact::{MarkTimes, MarkedTime, NewChannel};
use crate::api::expectation::{MarkExpectation, WhoExpects, WriteExpectations};
use crate::api::heading::NewHeading;
use crate::api::permission::{NewPermission, StepPermission};
use crate::api::relationship::{Made, Programme, Which};
use crate::api::start::{Done, Nothing, Profile};
use crate::api::suggestion::{BlendSuggestion, NewSuggestion};
use crate::domain::dates;
use crate::domain::example::{self, example};
use crate::domain::example_course;
use crate::domain::ids::{GoalId, PermissionId, PersonId, RelationshipId};
use crate::domain::side::{Role, Side};
use crate::domain::suggestion::Place;
use crate::domain::week::Day;
use crate::error::{Error, Result};
use crate::store::person::{self, PersonRow};
use crate::store::{edit, part};

const CHANGED: &[&str] = &["relationships", "people", "today", "reminders", "agreement"];

/// The setting that names the example once it is filled.
const WHOLE: &str = "example";

/// The day that lies so many days from today, as the API reads it.
pub(super) fn date(desk: &Desk<'_>, days: i64) -> Option<String> {
    dates::add_days(desk.now.date(), days).map(|on| on.to_string())
}

fn person(from: &example::Person) -> PersonRow {
    PersonRow {
        id: PersonId::new(),
        name: from.name.clone(),
        email: from.email.clone(),
        phone: from.phone.clone(),
        zone: from.zone.clone(),
        place: from.place.clone(),
        owner: false,
    }
}

/// Adds the example, or answers the one that is there.
pub(crate) fn add(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Made>> {
    let present = desk.store.read(|tx| {
        let present = part::all(tx)?.into_iter().find(|part| part.example);
        let whole = person::setting(tx, WHOLE)?;
        Ok(present.map(|part| (whole.as_deref() == Some(part.relationship.as_str()), part)))
    })?;
    match present {
        Some((true, part)) => {
            return Ok(Outcome::read(Made {
                id: part.relationship,
            }));
        }
        // Filling it was cut short, by a power cut for instance: it is made anew.
        Some((false, _)) => {
            remove(desk, Nothing {})?;
        }
        None => {}
    }
    let example = example();
    let today = desk.now.date();
    let relationship = RelationshipId::new();
    desk.store.write(|tx| {
        let mentor = person(&example.mentor);
        person::save(tx, &mentor)?;
        let owner = person::owner(tx)?.filter(|owner| owner.name == example.mentee.name);
        let mentee = match owner {
            Some(owner) => owner,
            None => {
                let mentee = person(&example.mentee);
                person::save(tx, &mentee)?;
                mentee
            }
        };
        set_up(
            tx,
            &SetUp {
                relationship: relationship.clone(),
                role: Role::Mentee,
                mentor: &mentor,
                mentee: &mentee,
                connected_on: dates::add_days(today, example.connected),
                programme: &Programme {
                    name: example.programme.clone(),
                    email: "office@estuary.example.org".to_owned(),
                },
                template: None,
                intake: &super::intake::read_new(None, &desk.now)?,
                example: true,
            },
            &desk.now,
        )
    })?;
    fill(desk, &relationship).inspect_err(|_| {
        // A half-filled example would be worse than none.
        let _ = remove(desk, Nothing {});
    })?;
    Ok(Outcome::changed(Made { id: relationship }, CHANGED))
}

/// Adds the example to a folder. A folder that is nobody's yet becomes its mentee's, so that the
/// window opens on the example and not on the questions of the first run.
pub(crate) fn begin(desk: &Desk<'_>) -> Result<Outcome<Made>> {
    if profile::get(desk, Nothing {})?.output.profile.is_none() {
        let mentee = &example().mentee;
        profile::save(
            desk,
            Profile {
                name: mentee.name.clone(),
                email: mentee.email.clone(),
                phone: mentee.phone.clone(),
                zone: mentee.zone.clone(),
                roles: vec![Role::Mentee],
            },
        )?;
    }
    add(desk, Nothing {})
}

fn fill(desk: &Desk<'_>, relationship: &RelationshipId) -> Result<()> {
    let example = example();
    let today = desk.now.date();
    for given in example.answers(today) {
        answer::set(
            desk,
            SetAnswer {
                relationship: relationship.clone(),
                field: given.field.to_owned(),
                side: given.side,
                value: given.value,
            },
        )?;
    }
    fill_contact_plan(desk, relationship)?;
    fill_talk(desk, relationship)?;
    let mut goals: Vec<GoalId> = Vec::new();
    for given in &example.goals {
        let added = goal::add(
            desk,
            NewGoal {
                relationship: relationship.clone(),
                title: given.title.clone(),
                measure: given.measure.clone(),
                horizon: if given.horizon == "long" {
                    Horizon::Long
                } else {
                    Horizon::Short
                },
                rank: given.rank,
                unrank: None,
                occasion: Some(given.occasion),
                on: example_course::on(today, given.days, given.weekday).map(|on| on.to_string()),
            },
        )?;
        goals.extend(added.output.id);
    }
    for given in &example.milestones {
        milestone::add(
            desk,
            NewMilestone {
                relationship: relationship.clone(),
                name: given.name.clone(),
                on: dates::add_days(today, given.days).map(|date| date.to_string()),
                source: Some(given.source.clone()),
                evidence: None,
                rating: None,
            },
        )?;
    }
    for given in &example.headings {
        heading::add(
            desk,
            NewHeading {
                relationship: relationship.clone(),
                title: given.title.clone(),
                text: Some(given.text.clone()),
            },
        )?;
    }
    for given in &example.permissions {
        let on = |step: &example::Step| dates::add_days(today, step.days).map(|on| on.to_string());
        let mut made = None;
        for step in &given.steps {
            made = match made {
                None => {
                    let request = NewPermission {
                        relationship: relationship.clone(),
                        what: given.what.clone(),
                        whom: given.whom.clone(),
                        giver: given.giver,
                        state: step.state,
                        on: on(step),
                        side: None,
                    };
                    permission::add(desk, request)?.output.id
                }
                Some(permission) => {
                    let request = StepPermission {
                        relationship: relationship.clone(),
                        permission: PermissionId::clone(&permission),
                        state: step.state,
                        on: on(step),
                        side: None,
                    };
                    permission::step(desk, request)?;
                    Some(permission)
                }
            };
        }
    }
    let standings = [
        (&example.standings.agreed, Standing::Agreed),
        (&example.standings.left_out, Standing::NotForUs),
    ];
    for (sections, standing) in standings {
        for section in sections {
            section::stand(
                desk,
                SetStanding {
                    relationship: relationship.clone(),
                    section: section.clone(),
                    standing,
                },
            )?;
        }
    }
    course::fill(desk, relationship, &goals)?;
    desk.store.write(|tx| {
        person::save_setting(tx, WHOLE, relationship.as_str())?;
        edit::forget_deeds(tx, relationship)?;
        edit::mark_seen(
            tx,
            relationship,
            edit::newest(tx, relationship)?,
            &desk.now.to_text(),
        )?;
        Ok(())
    })
}

/// What they expect, and what they suggested to each other.
fn fill_talk(desk: &Desk<'_>, relationship: &RelationshipId) -> Result<()> {
    let which = || Which {
        relationship: relationship.clone(),
    };
    for side in Side::BOTH {
        let who = || WhoExpects {
            relationship: relationship.clone(),
            side,
        };
        let theirs = example()
            .expectations
            .iter()
            .filter(|line| line.side == side);
        let text: Vec<&str> = theirs.map(|line| line.text.as_str()).collect();
        let write = WriteExpectations {
            relationship: relationship.clone(),
            side,
            text: text.join("\n"),
        };
        expectation::write(desk, write)?;
        expectation::finish(desk, who())?;
    }
    for line in expectation::reveal(desk, which())?.output.lines {
        let given = example()
            .expectations
            .iter()
            .find(|given| given.text == line.text);
        let mark = MarkExpectation {
            relationship: relationship.clone(),
            line: line.id,
            mark: given.map(|given| given.mark),
        };
        expectation::mark(desk, mark)?;
    }
    for given in &example().suggestions {
        let made = suggestion::make(
            desk,
            NewSuggestion {
                relationship: relationship.clone(),
                place: Place::Answer {
                    field: given.field.clone(),
                    side: None,
                },
                value: given.value.clone().into(),
                side: Some(given.side),
                comment: Some(given.comment.clone()),
            },
        )?;
        if let Some(made) = made.output.id {
            suggestion::blend(
                desk,
                BlendSuggestion {
                    relationship: relationship.clone(),
                    suggestion: made,
                    value: given.blended.clone().into(),
                    side: Some(given.side.other()),
                    comment: Some(given.says.clone()),
                    both: Some(true),
                },
            )?;
        }
    }
    Ok(())
}

fn fill_contact_plan(desk: &Desk<'_>, relationship: &RelationshipId) -> Result<()> {
    for given in &example().channels {
        channel::add(
            desk,
            NewChannel {
                relationship: relationship.clone(),
                side: given.side,
                kind: given.kind,
                label: Some(given.label.clone()),
                address: Some(given.address.clone()),
                note: Some(given.note.clone()),
                reply: given.reply,
            },
        )?;
    }
    for given in &example().times {
        let marked = |day: &Day| {
            given.parts.iter().map({
                let day = *day;
                move |part| MarkedTime {
                    day,
                    part: *part,
                    mark: Some(given.mark),
                }
            })
        };
        contact::mark(
            desk,
            MarkTimes {
                relationship: relationship.clone(),
                side: given.side,
                times: given.days.iter().flat_map(marked).collect(),
            },
        )?;
    }
    Ok(())
}

/// Takes the example away.
pub(crate) fn remove(desk: &Desk<'_>, _: Nothing) -> Result<Outcome<Done>> {
    desk.store.write(|tx| {
        let Some(part) = part::all(tx)?.into_iter().find(|part| part.example) else {
            return Err(Error::refused(
                "not_found",
                "There is no example to remove. Nothing was changed. It can be added at any time.",
            ));
        };
        let done = remove_relationship(tx, &part)?;
        Ok(Outcome::changed(done, CHANGED))
    })
}
