//! The revisit page by page (R47): each section stays or changes, and what changed is the next version.

use super::agreement::standing_of;
use super::checkup::Looking;
use super::mid_point::{CHANGED, signed_text};
use super::{Desk, Outcome, long_text, paper, suggestion, version, words};
use crate::api::agreement::Standing;
use crate::api::mid_point::{
    ChoosePage, CommitmentView, PageChoice, RenewCommitment, Renewal, RenewalOccasion, Revisit,
    RevisitPage,
};
use crate::api::relationship::Which;
use crate::domain::agreement_text::{Text, TextPart, TextSection};
use crate::domain::comparison::{changes, sentence};
use crate::domain::dates;
use crate::domain::ids::{HeadingId, RelationshipId};
use crate::domain::revisit::LEADS;
use crate::domain::shared as agreement_schema;
use crate::domain::shared::looking as schema;
use crate::domain::side::Side;
use crate::domain::suggestion::Place;
use crate::domain::template::{Kind, template};
use crate::error::{Error, Result};
use crate::papers::text;
use crate::record::state::answer_id;
use crate::record::versions::Versions;
use crate::store::Tx;
use chrono::NaiveDate;
use serde_json::Value;

const fn choice_key(choice: PageChoice) -> &'static str {
    match choice {
        PageChoice::Keep => "keep",
        PageChoice::Change => "change",
    }
}

fn choice_of(key: &str) -> Option<PageChoice> {
    [PageChoice::Keep, PageChoice::Change]
        .into_iter()
        .find(|choice| choice_key(*choice) == key)
}

const fn renewal_key(choice: Renewal) -> &'static str {
    match choice {
        Renewal::GoOn => "go_on",
        Renewal::GoOnChanged => "go_on_changed",
        Renewal::End => "end",
    }
}

fn renewal_of(key: &str) -> Option<Renewal> {
    [Renewal::GoOn, Renewal::GoOnChanged, Renewal::End]
        .into_iter()
        .find(|choice| renewal_key(*choice) == key)
}

/// Where a section stands in the agreement.
pub(crate) fn route(relationship: &RelationshipId, section: &TextSection) -> String {
    let tail = match section.part {
        TextPart::Own => "own",
        TextPart::Template | TextPart::Contract | TextPart::Clause => section.id.as_str(),
    };
    format!("/relationship/{relationship}/agreement/{tail}")
}

/// The agreement as it stands now, as the text that would be signed.
fn current(desk: &Desk<'_>, looking: &Looking) -> Result<Text> {
    Ok(text::of(&paper::facts_of(desk, &looking.opened.state)?))
}

fn no_section() -> Error {
    Error::field(
        "not_found",
        "section",
        "This section is not in your agreement. Nothing was changed. revisit.get lists the pages.",
    )
}

/// The place at which other words for a section can be suggested.
pub(crate) fn place_of(desk: &Desk<'_>, looking: &Looking, section: &str) -> Result<Place> {
    let now = current(desk, looking)?;
    let found = now.section(section).ok_or_else(no_section)?;
    match found.part {
        TextPart::Own => Ok(Place::Heading {
            heading: HeadingId(found.id.clone()),
        }),
        TextPart::Clause => {
            let field = template()
                .section(&found.id)
                .and_then(|section| section.fields.iter().find(|field| field.kind == Kind::Long))
                .ok_or_else(no_section)?;
            Ok(Place::Answer {
                field: field.key.clone(),
                side: None,
            })
        }
        TextPart::Template | TextPart::Contract if found.sentence.is_some() => {
            Ok(Place::Sentence {
                section: found.id.clone(),
            })
        }
        TextPart::Template | TextPart::Contract => Err(Error::field(
            "no_sentence",
            "section",
            format!(
                "“{}” has no sentence that could be worded otherwise yet. Nothing was changed. Open this page of the agreement: its questions can be answered there, or another answer suggested.",
                found.title
            ),
        )),
    }
}

/// What each of the two says to going on, on one occasion.
pub(crate) fn commitments(
    looking: &Looking,
    occasion: &str,
    today: NaiveDate,
) -> Vec<CommitmentView> {
    [Side::Mentee, Side::Mentor]
        .map(|side| {
            let name = &looking.opened.state.person(side).name;
            let said = looking
                .back
                .commitments
                .get(&answer_id(occasion, Some(side)));
            let choice = said.and_then(|said| renewal_of(&said.choice));
            CommitmentView {
                side,
                name: name.clone(),
                choice,
                words: match choice {
                    None => format!("{name} has not said yet."),
                    Some(Renewal::GoOn) => format!("{name} goes on as agreed."),
                    Some(Renewal::GoOnChanged) => format!("{name} goes on, with what changed."),
                    Some(Renewal::End) => format!("{name} would rather end here, without fault."),
                },
                note: said.map(|said| said.note.clone()).unwrap_or_default(),
                on: said.and_then(|said| said.on).map(|on| words(today, on)),
            }
        })
        .to_vec()
}

fn count(pages: &[RevisitPage], choice: Option<PageChoice>) -> u32 {
    let counted = pages.iter().filter(|page| page.choice == choice).count();
    u32::try_from(counted).unwrap_or(u32::MAX)
}

fn view(desk: &Desk<'_>, tx: &Tx<'_>, looking: &Looking) -> Result<Revisit> {
    let state = &looking.opened.state;
    let relationship = &looking.opened.relationship;
    let today = desk.now.date();
    let day = |date: NaiveDate| words(today, date);
    let due = state.next_revisit();
    let now = current(desk, looking)?;
    let signed = signed_text(tx, relationship)?.map(|(_, text)| text);
    let pages: Vec<RevisitPage> = now
        .sections
        .iter()
        .map(|section| {
            let lines = version::lines(Some(section));
            let before = signed
                .as_ref()
                .map(|text| version::lines(text.section(&section.id)));
            let chosen = due
                .and_then(|due| looking.back.pages.get(&(due, section.id.clone())))
                .cloned()
                .unwrap_or_default();
            RevisitPage {
                section: section.id.clone(),
                name: section.name(),
                differs: before.as_ref().is_some_and(|before| *before != lines),
                now: lines,
                signed: before,
                choice: choice_of(&chosen.0),
                note: chosen.1,
                route: route(relationship, section),
            }
        })
        .collect();
    let (kept, changed, open) = (
        count(&pages, Some(PageChoice::Keep)),
        count(&pages, Some(PageChoice::Change)),
        count(&pages, None),
    );
    let status = match due {
        None => "There is no date yet for looking at your agreement again.".to_owned(),
        Some(due) => format!(
            "You look at your agreement again on {}, {}. {} of {} pages are looked at.",
            dates::long(due),
            dates::relative(today, due),
            kept + changed,
            pages.len()
        ),
    };
    let series = state.terms.revisits(state.connected_on);
    let last = state
        .revisits
        .values()
        .filter_map(|finished| *finished)
        .max();
    Ok(Revisit {
        then: series
            .zip(due)
            .and_then(|(series, due)| series.next_after(Some(due)))
            .map(day),
        notices: due
            .map(|due| {
                LEADS
                    .iter()
                    .filter_map(|lead| dates::add_days(due, -lead))
                    .map(day)
                    .collect()
            })
            .unwrap_or_default(),
        last: last.map(day),
        status,
        kept,
        changed,
        open,
        pages,
        amendments: signed
            .map(|signed| changes(&signed, &now).iter().map(sentence).collect())
            .unwrap_or_default(),
        next_version: Versions::load(tx, relationship)?.next_number(),
        commitments: due
            .map(|due| commitments(looking, &due.to_string(), today))
            .unwrap_or_default(),
        due: due.map(day),
    })
}

fn answered(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    relationship: &RelationshipId,
) -> Result<Outcome<Revisit>> {
    let looking = Looking::of(tx, relationship)?;
    Ok(Outcome::changed(view(desk, tx, &looking)?, CHANGED))
}

/// The revisit that is due next, page by page.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<Revisit>> {
    desk.store.read(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        Ok(Outcome::read(view(desk, tx, &looking)?))
    })
}

fn no_date() -> Error {
    Error::field(
        "no_revisit",
        "relationship",
        "There is no date yet for looking at your agreement again. Nothing was changed. Enter when your relationship starts, or a date of its own, in area 12.",
    )
}

/// A page stays or changes. One that changes is talked about again; other words become a suggestion.
pub(crate) fn page(desk: &Desk<'_>, request: ChoosePage) -> Result<Outcome<Revisit>> {
    let note = request
        .note
        .as_deref()
        .map(|note| long_text("note", "note", note))
        .transpose()?;
    let said = request
        .words
        .as_deref()
        .map(|text| long_text("words", "words", text))
        .transpose()?;
    if said.is_some() && request.choice != Some(PageChoice::Change) {
        return Err(Error::field(
            "keeps",
            "words",
            "Other words belong to a page that changes. Nothing was changed. Choose “change” with them.",
        ));
    }
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let state = &looking.opened.state;
        let side = looking.side(request.side)?;
        let due = state.next_revisit().ok_or_else(no_date)?;
        let now = current(desk, &looking)?;
        let section = now.section(&request.section).ok_or_else(no_section)?;
        let doing = match request.choice {
            Some(PageChoice::Keep) => "keeping",
            Some(PageChoice::Change) => "changing",
            None => "leaving open",
        };
        let mut pen = looking
            .opened
            .pen(tx, desk, format!("{doing} “{}”", section.title));
        let id = format!("{due}@{}", section.id);
        let choice = Value::from(request.choice.map_or("", choice_key));
        pen.set(&schema::REVISIT_PAGE, &id, "choice", choice)?;
        if let Some(note) = note {
            pen.set(&schema::REVISIT_PAGE, &id, "note", Value::from(note))?;
        }
        if request.choice == Some(PageChoice::Change) {
            let open = Value::from("open");
            if section.part == TextPart::Own {
                pen.set(&agreement_schema::HEADING, &section.id, "standing", open)?;
            } else if standing_of(state.standing(&section.id)) == Standing::Agreed {
                pen.set(&agreement_schema::SECTION, &section.id, "standing", open)?;
            }
            if let Some(said) = said {
                let proposal = suggestion::Proposal {
                    place: place_of(desk, &looking, &request.section)?,
                    value: Value::from(said),
                    side,
                    comment: String::new(),
                    answers: None,
                };
                suggestion::propose(tx, desk, &looking.opened, &mut pen, proposal)?;
            }
        }
        answered(desk, tx, &looking.opened.relationship)
    })
}

/// One of the two renews what they promised, at the mid-point or at a revisit.
pub(crate) fn renew(desk: &Desk<'_>, request: RenewCommitment) -> Result<Outcome<Revisit>> {
    let note = request
        .note
        .as_deref()
        .map(|note| long_text("note", "note", note))
        .transpose()?;
    desk.store.write(|tx| {
        let looking = Looking::of(tx, &request.relationship)?;
        let side = looking.side(request.side)?;
        let occasion = match request.occasion.unwrap_or(RenewalOccasion::MidPoint) {
            RenewalOccasion::MidPoint => "mid_point".to_owned(),
            RenewalOccasion::Revisit => {
                let due = looking.opened.state.next_revisit().ok_or_else(no_date)?;
                due.to_string()
            }
        };
        let id = answer_id(&occasion, Some(side));
        let name = &looking.opened.state.person(side).name;
        let mut pen = looking
            .opened
            .pen(tx, desk, format!("noting what {name} says to going on"));
        let (choice, on) = match request.choice {
            Some(choice) => (
                renewal_key(choice),
                Value::from(desk.now.date().to_string()),
            ),
            None => ("", Value::Null),
        };
        pen.set(&schema::COMMITMENT, &id, "choice", Value::from(choice))?;
        pen.set(&schema::COMMITMENT, &id, "on_date", on)?;
        if let Some(note) = note {
            pen.set(&schema::COMMITMENT, &id, "note", Value::from(note))?;
        }
        answered(desk, tx, &looking.opened.relationship)
    })
}
