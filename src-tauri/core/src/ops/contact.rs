//! The contact plan on one page (R10): the ways to reach each other, the times, points ahead, and what
//! happens when nobody answers. What the agreement's form asks as well is read from its answers, so that
//! nothing is asked twice.

use super::agreement::{answer_view, standing};
use super::answer::find_field;
use super::history::Recorded;
use super::{Desk, Outcome, find_own, read_date, words};
use crate::api::agreement::{AnswerSaved, RestoreWording};
use crate::api::contact::{
    ChannelView, ContactPlan, ContactSaved, ContactSide, DayView, MarkTimes, PartName, Suits,
    TimeCell, TimeSuits, TryTime,
};
use crate::api::relationship::Which;
use crate::domain::ids::{ChannelId, RelationshipId};
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::domain::side::{Role, Side};
use crate::domain::template::{Field, template};
use crate::domain::week::{Day, DayPart, Mark, Week};
use crate::domain::wording::{Names, Speaker, Voice, in_words};
use crate::domain::zone::Zone;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::contact::{ChannelRow, ContactReplay, Shown};
use crate::record::state::State;
use crate::store::part::PartRow;
use crate::store::{Tx, edit};
use chrono::{DateTime, NaiveTime, Utc};
use serde_json::Value;

pub(crate) const CHANGED: &[&str] = &["contact", "agreement", "relationships", "today"];

/// The section of the agreement that shows it is open again when it changes.
pub(crate) fn reopen(pen: &mut Pen<'_, '_>, state: &State, shown: Shown) -> Result<()> {
    let section = match shown {
        Shown::Channels | Shown::Times => "area.1",
        Shown::Promises => "template.6",
    };
    if state.standing(section) == "agreed" {
        pen.set(&schema::SECTION, section, "standing", Value::from("open"))?;
    }
    Ok(())
}

fn channel_view(row: &ChannelRow) -> ChannelView {
    let channel = &row.channel;
    ChannelView {
        id: ChannelId(row.id.clone()),
        kind: channel.kind,
        name: channel.name().to_owned(),
        label: channel.label.clone(),
        address: channel.address.clone(),
        note: channel.note.clone(),
        reply: channel.reply,
        promise: channel.reply.map(|promise| promise.in_words()),
    }
}

fn week_view(week: Week) -> Vec<DayView> {
    Day::ALL
        .into_iter()
        .map(|day| DayView {
            day,
            name: day.name().to_owned(),
            parts: DayPart::ALL
                .into_iter()
                .map(|part| TimeCell {
                    part,
                    mark: week.get(day, part),
                })
                .collect(),
        })
        .collect()
}

fn parts() -> Vec<PartName> {
    DayPart::ALL
        .into_iter()
        .map(|part| {
            let (from, to) = part.hours();
            PartName {
                part,
                name: part.name().to_owned(),
                hours: format!("{from:02}:00 to {to:02}:00"),
            }
        })
        .collect()
}

/// What a person is called in a sentence.
pub(crate) fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

pub(super) fn speaker(state: &State) -> Speaker<'_> {
    Speaker {
        vocabulary: Some(&state.vocabulary),
        voice: Voice::You,
        names: Names {
            mentor: first_name(&state.mentor.name),
            mentee: first_name(&state.mentee.name),
        },
    }
}

/// The sentence of an answer, or its words, where there is one and it is asked.
fn said(state: &State, field: &Field, side: Option<Side>) -> Option<String> {
    let answer = state.answer(field, side).filter(|_| state.asks(field))?;
    speaker(state)
        .sentence(field, &answer, side)
        .or_else(|| Some(in_words(field, &answer)))
}

/// The sentences of some answers, of those that are given.
pub(crate) fn lines(state: &State, fields: &[&str]) -> Vec<String> {
    fields
        .iter()
        .filter_map(|key| said(state, template().field(key)?, None))
        .collect()
}

fn calls(state: &State, side: Side) -> Option<String> {
    let told: Vec<String> = ["template.6.ad_hoc", "template.6.ad_hoc_note"]
        .iter()
        .filter_map(|key| said(state, template().field(key)?, Some(side)))
        .collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn side_view(state: &State, side: Side, role: Role, now: &Moment) -> ContactSide {
    let person = state.person(side);
    let zone = Zone::named(&person.zone).unwrap_or_else(Zone::utc);
    let week = state.contact.week(side);
    let owner = role.side() == Some(side);
    let channels: Vec<ChannelView> = state.contact.of(side).map(channel_view).collect();
    let nudge = speaker(state).nudge(side, |key| state.answer(template().field(key)?, Some(side)));
    let calls = calls(state, side);
    let empty = channels.is_empty() && week.is_empty() && nudge.is_none() && calls.is_none();
    ContactSide {
        side,
        name: person.name.clone(),
        owner,
        empty,
        ask: (empty && !owner).then(|| format!("Ask {}", first_name(&person.name))),
        zone: zone.name().to_owned(),
        local_time: zone.civil(now.utc()).format("%H:%M").to_string(),
        channels,
        week: week_view(week),
        times: week.lines(),
        promises: state.contact.lines(Shown::Promises, side),
        nudge,
        calls,
    }
}

/// The plan as it stands.
pub(crate) fn plan(tx: &Tx<'_>, part: &PartRow, role: Role, now: &Moment) -> Result<ContactPlan> {
    let state = State::load(tx, &part.relationship)?;
    let mut silence: Vec<String> = speaker(&state).reply(&state.terms).into_iter().collect();
    silence.extend(lines(&state, &["area.5.silence_weeks", "area.5.mechanism"]));
    Ok(ContactPlan {
        relationship: part.relationship.clone(),
        title: super::relationship::title(&state),
        mentee: side_view(&state, Side::Mentee, role, now),
        mentor: side_view(&state, Side::Mentor, role, now),
        parts: parts(),
        points: speaker(&state)
            .points(&|key, side| {
                let field = template().field(key).filter(|field| state.asks(field))?;
                state.answer(field, side)
            })
            .map(|(sentence, _)| sentence)
            .into_iter()
            .collect(),
        silence,
        programme: super::programme::address_lines(tx, &part.relationship)?,
    })
}

pub(crate) fn saved(
    tx: &Tx<'_>,
    part: &PartRow,
    role: Role,
    now: &Moment,
    id: Option<ChannelId>,
) -> Result<ContactSaved> {
    Ok(ContactSaved {
        plan: plan(tx, part, role, now)?,
        id,
    })
}

/// The whole contact plan (R10).
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<ContactPlan>> {
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        Ok(Outcome::read(plan(tx, &part, role, &desk.now)?))
    })
}

/// Marks parts of a person's week (R12).
pub(crate) fn mark(desk: &Desk<'_>, request: MarkTimes) -> Result<Outcome<ContactSaved>> {
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let mut week = state.contact.week(request.side);
        for time in &request.times {
            week.set(time.day, time.part, time.mark);
        }
        // Filling in a week is one deed, as typing a text is.
        let deed = format!("changing the times of {}", state.person(request.side).name);
        let mut pen = Pen::new(tx, &part.relationship, role, &desk.now, deed).typing();
        let changed = pen.set(
            &schema::CONTACT_TIMES,
            request.side.key(),
            "marks",
            Value::from(week.to_text()),
        )?;
        if changed {
            reopen(&mut pen, &state, Shown::Times)?;
        }
        Ok(Outcome::changed(
            saved(tx, &part, role, &desk.now, None)?,
            CHANGED,
        ))
    })
}

/// The part of the contact plan that an edit changed, where it changed one: whose, and of which kind.
pub(crate) fn field_of_edit(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: i64,
) -> Result<Option<(Side, Shown)>> {
    let Some(edit) = edit::one(tx, relationship, id)? else {
        return Ok(None);
    };
    if edit.record == schema::CONTACT_TIMES.name {
        return Ok(Side::from_key(&edit.record_id).map(|side| (side, Shown::Times)));
    }
    if edit.record != schema::CONTACT_CHANNEL.name {
        return Ok(None);
    }
    // Whose a channel is was said when it was added.
    let side = edit::of_record(tx, relationship, &edit.record)?
        .into_iter()
        .filter(|other| other.act == "create" && other.record_id == edit.record_id)
        .find_map(|other| {
            let row: Value = serde_json::from_str(&other.value).ok()?;
            Side::from_key(row.get("side")?.as_str()?)
        });
    Ok(side.map(|side| (side, Shown::Channels)))
}

/// Puts a person's channels or week back as they were after an edit (R60). What came in between stays in
/// the history.
pub(crate) fn restore(
    desk: &Desk<'_>,
    request: &RestoreWording,
    (side, shown): (Side, Shown),
) -> Result<Outcome<AnswerSaved>> {
    let key = match shown {
        Shown::Times => "area.1.times",
        Shown::Channels | Shown::Promises => "area.1.channels",
    };
    let field = find_field(key, Some(side))?;
    desk.store.write(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let relationship = &part.relationship;
        let state = State::load(tx, relationship)?;
        let deed = edit::one(tx, relationship, request.edit)?.map(|edit| edit.deed);
        let mut then = ContactReplay::default();
        for record in [&schema::CONTACT_CHANNEL, &schema::CONTACT_TIMES] {
            for edit in edit::of_record(tx, relationship, record.name)? {
                // A deed is put back whole: the history shows what stood there after it.
                if edit.id <= request.edit || Some(edit.deed) == deed {
                    then.apply(&edit);
                }
            }
        }
        let deed = format!(
            "putting back “{}” of {}",
            field.label,
            state.person(side).name
        );
        let mut pen = Pen::new(tx, relationship, role, &desk.now, deed);
        if shown == Shown::Times {
            let marks = Value::from(then.marks(side));
            pen.set(&schema::CONTACT_TIMES, side.key(), "marks", marks)?;
        } else {
            put_back(&mut pen, &state, &then, side)?;
        }
        reopen(&mut pen, &state, shown)?;
        let state = State::load(tx, relationship)?;
        Ok(Outcome::changed(
            AnswerSaved {
                answer: answer_view(
                    &state,
                    &Recorded::load(tx, relationship)?,
                    field,
                    Some(side),
                    desk.now.date(),
                )?,
                text: None,
                standing: standing(&state, "area.1"),
                saved_at: desk.now.civil().format("%H:%M").to_string(),
            },
            CHANGED,
        ))
    })
}

/// Brings a person's channels to the rows of then: what was added since goes, what went comes back.
fn put_back(pen: &mut Pen<'_, '_>, state: &State, then: &ContactReplay, side: Side) -> Result<()> {
    let old = then.rows(side);
    for row in state.contact.of(side) {
        if !old.iter().any(|(other, _)| other.id == row.id) {
            pen.remove(&schema::CONTACT_CHANNEL, &row.id)?;
        }
    }
    for (channel, row) in old {
        if state
            .contact
            .of(side)
            .any(|present| present.id == channel.id)
        {
            for (name, value) in row {
                pen.set(&schema::CONTACT_CHANNEL, &channel.id, name, value.clone())?;
            }
        } else {
            pen.create(&schema::CONTACT_CHANNEL, &channel.id, row.clone())?;
        }
    }
    Ok(())
}

/// Reads a time of the API: `14:00`.
pub(crate) fn read_time(field: &str, text: &str) -> Result<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| {
        Error::field(
            "invalid",
            field,
            format!(
                "“{}” is no time. Nothing was changed. Type it like 14:00.",
                super::glimpse(text)
            ),
        )
    })
}

/// How a moment suits each of the two, by the clock on that person's wall (R12, R92).
pub(crate) fn suits(state: &State, now: &Moment, start: DateTime<Utc>, minutes: u32) -> Vec<Suits> {
    [Side::Mentee, Side::Mentor]
        .into_iter()
        .map(|side| {
            let person = state.person(side);
            let zone = Zone::named(&person.zone).unwrap_or_else(Zone::utc);
            let civil = zone.civil(start);
            let today = zone.civil(now.utc()).date();
            let mark = state.contact.week(side).during(&zone, start, minutes);
            let name = first_name(&person.name);
            let time = civil.format("%H:%M").to_string();
            let day = civil.format("%A");
            Suits {
                side,
                name: person.name.clone(),
                date: words(today, civil.date()),
                mark,
                warning: match mark {
                    Some(Mark::Avoid) => Some(format!(
                        "{day} at {time} is a time that {name} would rather avoid. Is there another one?"
                    )),
                    Some(Mark::Urgent) => Some(format!(
                        "{day} at {time} is a time that {name} keeps for what is urgent. Is there another one?"
                    )),
                    Some(Mark::Good) | None => None,
                },
                time,
            }
        })
        .collect()
}

/// Tries a time: what the clocks show then, and what each of the two says of it. It never blocks.
pub(crate) fn try_time(desk: &Desk<'_>, request: TryTime) -> Result<Outcome<TimeSuits>> {
    let on = read_date("on", &request.on)?;
    let at = read_time("at", &request.at)?;
    desk.store.read(|tx| {
        let (part, role) = find_own(tx, &request.relationship)?;
        let state = State::load(tx, &part.relationship)?;
        let zone = match request.side.or(role.side()) {
            Some(side) => Zone::named(&state.person(side).zone).unwrap_or_else(Zone::utc),
            None => desk.now.zone().clone(),
        };
        let start = zone
            .instant(on.and_time(at))
            .ok_or_else(|| Error::Internal(format!("{on} {at} in {zone}")))?;
        let minutes = request.minutes.unwrap_or(60).min(24 * 60);
        Ok(Outcome::read(TimeSuits {
            people: suits(&state, &desk.now, start, minutes),
        }))
    })
}
