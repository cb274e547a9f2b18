//! Signing at one computer (B4): the text is frozen, the first person signs, the computer is passed on, the
//! second signs. Each step is one transaction; until both have signed either can take it back.

use super::key::{kept_or_drawn, person};
use super::version::{document, place, proof, proof_of, text_of, version_view};
use super::{Desk, Outcome, find_own, paper, ready};
use crate::api::form::Ready;
use crate::api::relationship::Which;
use crate::api::signing::{BeginSigning, Signing, SigningSide, SigningStep};
use crate::domain::agreement_text::Text;
use crate::domain::comparison::changes;
use crate::domain::ids::{RelationshipId, VersionId};
use crate::domain::moment::Moment;
use crate::domain::shared::{self as schema, Record};
use crate::domain::side::{Role, Side};
use crate::domain::template::template;
use crate::error::{Error, Result};
use crate::papers::facts::{AgreementFacts, Standing};
use crate::papers::text;
use crate::record::Pen;
use crate::record::state::State;
use crate::record::versions::{Version, Versions};
use crate::store::part::PartRow;
use crate::store::shared::Row;
use crate::store::{Tx, edit};
use crate::trust::{Fingerprint, canonical};
use serde_json::{Value, json};

const CHANGED: &[&str] = &["agreement", "relationships", "today", "versions"];

/// The sentence that each of the two agrees to by signing.
pub(crate) const STATEMENT_WORDS: &str =
    "I have read this version, and I agree to it and mean to keep to it.";

/// A relationship opened for one step of signing.
pub(super) struct Ceremony<'t, 'c> {
    pub tx: &'t Tx<'c>,
    pub now: Moment,
    pub part: PartRow,
    role: Role,
    /// Whose computer it is.
    pub own: Side,
    versions: Versions,
}

impl<'t, 'c> Ceremony<'t, 'c> {
    pub(super) fn open(
        tx: &'t Tx<'c>,
        desk: &Desk<'_>,
        relationship: &RelationshipId,
    ) -> Result<Self> {
        let (part, role) = find_own(tx, relationship)?;
        let own = role
            .side()
            .ok_or_else(|| Error::Internal("one of the two has no side".to_owned()))?;
        Ok(Self {
            versions: Versions::load(tx, &part.relationship)?,
            now: desk.now.clone(),
            tx,
            part,
            role,
            own,
        })
    }

    /// The version that is being signed.
    pub(super) fn version(&self) -> Result<&Version> {
        self.versions.open().ok_or_else(|| {
            Error::refused(
                "no_version",
                "No version is waiting to be signed. Nothing was changed. signing.begin freezes the text as it is now.",
            )
        })
    }

    /// Adds a row that is never changed or undone.
    pub(super) fn add(
        &self,
        record: &'static Record,
        id: &str,
        name: &str,
        mut row: Row,
    ) -> Result<()> {
        let position = Versions::next_position(self.tx, &self.part.relationship, record)?;
        row.insert("position".to_owned(), Value::from(position));
        Pen::new(self.tx, &self.part.relationship, self.role, &self.now, name)
            .sealing()
            .create(record, id, row)
    }

    /// Where the signing stands after this step.
    pub(super) fn answer(&self, desk: &Desk<'_>) -> Result<Outcome<Signing>> {
        let versions = Versions::load(self.tx, &self.part.relationship)?;
        let signing = signing(desk, self.tx, &self.part, self.own, &versions)?;
        Ok(Outcome::changed(signing, CHANGED))
    }
}

impl Ceremony<'_, '_> {
    /// Once both have signed, what led there can no longer be undone step by step: a change of what was
    /// signed is a change of the next version, and is made by name.
    pub(super) fn close(&self) -> Result<()> {
        let versions = Versions::load(self.tx, &self.part.relationship)?;
        if versions.open().is_none() {
            edit::forget_deeds(self.tx, &self.part.relationship)?;
        }
        Ok(())
    }
}

/// The fields of a row that was written as JSON.
pub(super) fn row(value: Value) -> Result<Row> {
    match value {
        Value::Object(row) => Ok(row),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Err(Error::Internal("a row is an object".to_owned()))
        }
    }
}

fn signing(
    desk: &Desk<'_>,
    tx: &Tx<'_>,
    part: &PartRow,
    own: Side,
    versions: &Versions,
) -> Result<Signing> {
    let open = versions.open();
    let (next, waiting_for) = open.map_or((SigningStep::Check, Vec::new()), next);
    let proof = match open {
        Some(version) => proof_of(tx, part, version)?,
        None => {
            let state = State::load(tx, &part.relationship)?;
            let names = [state.mentee.name.as_str(), state.mentor.name.as_str()];
            proof(names, &state.person(own).name, true)
        }
    };
    let view = |version: Option<&Version>| {
        version
            .map(|version| version_view(tx, part, version))
            .transpose()
    };
    let at_computer = open
        .and_then(|version| version.steps.iter().rev().find(|step| step.handed_over))
        .map_or(own, |step| step.side);
    Ok(Signing {
        next,
        waiting_for,
        at_computer,
        version: view(open)?,
        document: open
            .map(|version| document(desk, tx, &part.relationship, version))
            .transpose()?,
        statement: STATEMENT_WORDS.to_owned(),
        proof,
        signed: view(versions.newest_signed())?,
    })
}

/// What comes next for a version that is not signed by both, and for whom.
fn next(version: &Version) -> (SigningStep, Vec<Side>) {
    let unsigned: Vec<Side> = [Side::Mentee, Side::Mentor]
        .into_iter()
        .filter(|side| version.signature(*side).is_none())
        .collect();
    match unsigned.len() {
        2 => (SigningStep::First, unsigned),
        1 => (SigningStep::Second, unsigned),
        _ => {
            let open = version.signatures.iter();
            let open = open.filter(|signature| version.waits_for_confirmation(signature));
            let sides = open.map(|signature| signature.side.other());
            (SigningStep::Confirm, sides.collect())
        }
    }
}

/// Where the signing of an agreement stands.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<Signing>> {
    desk.store.read(|tx| {
        let here = Ceremony::open(tx, desk, &request.relationship)?;
        let signing = signing(desk, tx, &here.part, here.own, &here.versions)?;
        Ok(Outcome::read(signing))
    })
}

/// Freezes the text as it is now, to be signed.
pub(crate) fn begin(desk: &Desk<'_>, request: BeginSigning) -> Result<Outcome<Signing>> {
    desk.store.write(|tx| {
        let here = Ceremony::open(tx, desk, &request.relationship)?;
        let state = State::load(tx, &here.part.relationship)?;
        let ready = ready::of(tx, &state)?;
        let later = if request.later == ["all"] {
            ready.talking.iter().map(|open| open.section.clone()).collect()
        } else {
            request.later
        };
        check_ready(&ready, &later)?;
        let mut facts = paper::facts_of(desk, &state)?;
        leave_for_later(&mut facts, &later)?;
        place(&here.versions, &mut facts)?;
        facts.frozen_at = Some(here.now.to_text());
        for amendment in &mut facts.amendments {
            if amendment.version == facts.version {
                amendment.on = Some(here.now.date());
            }
        }
        let text = text::of(&facts);
        if let Some(open) = here.versions.open() {
            if !open.signatures.is_empty() {
                return Err(half_signed(open, &text_of(open)?));
            }
            if undated(&text_of(open)?) == undated(&text) {
                return here.answer(desk);
            }
            withdraw_row(&here, open, here.own, "superseded", "freezing another text")?;
        } else if let Some(last) = here.versions.newest_signed()
            && changes(&text_of(last)?, &text).is_empty()
        {
            return Err(Error::refused(
                "unchanged",
                format!(
                    "Nothing has changed since version {}, which both of you have signed. Nothing was frozen. Change what you want to change first; that starts the next version.",
                    last.number
                ),
            ));
        }
        freeze(&here, &facts, &text)?;
        here.answer(desk)
    })
}

/// A text without the day on which it was frozen.
fn undated(text: &Text) -> Text {
    let mut text = text.clone();
    text.frozen_at = None;
    for amendment in &mut text.amendments {
        amendment.on = None;
    }
    text
}

fn freeze(here: &Ceremony<'_, '_>, facts: &AgreementFacts, text: &Text) -> Result<()> {
    let bytes = canonical::bytes(text).map_err(Error::Internal)?;
    let public = |side: Side| -> Result<String> {
        let kept = kept_or_drawn(here.tx, person(&here.part, side), &here.now)?;
        Ok(kept.secrets.public().hex())
    };
    let written = row(json!({
        "number": facts.version,
        "sha256": Fingerprint::of(&bytes).hex(),
        "text": String::from_utf8(bytes).map_err(|error| Error::Internal(error.to_string()))?,
        "follows": facts.follows,
        "frozen_at": here.now.to_text(),
        "mentor_key": public(Side::Mentor)?,
        "mentee_key": public(Side::Mentee)?,
        "computer_of": here.own.key(),
    }))?;
    let name = format!("freezing version {} to be signed", facts.version);
    here.add(&schema::VERSION, VersionId::new().as_str(), &name, written)
}

/// Refuses where something stands between the agreement and the signatures.
fn check_ready(ready: &Ready, later: &[String]) -> Result<()> {
    let talking = ready
        .talking
        .iter()
        .filter(|section| !later.contains(&section.section));
    let mut names: Vec<String> = ready.names.iter().map(|name| name.why.clone()).collect();
    let blocked: Vec<String> = ready
        .missing
        .iter()
        .map(|missing| format!("“{}” in {}", missing.label, missing.title))
        .chain(
            ready
                .suggestions
                .iter()
                .map(|open| open.why.trim_end_matches('.').to_owned()),
        )
        .chain(talking.map(|section| format!("{} is still talked about", section.title)))
        .collect();
    if names.is_empty() && blocked.is_empty() {
        return Ok(());
    }
    let count = blocked.len();
    if count > 0 {
        let first: Vec<&str> = blocked.iter().take(3).map(String::as_str).collect();
        let rest = match count.saturating_sub(3) {
            0 => String::new(),
            rest => format!(", and {rest} more"),
        };
        names.push(format!("Still open: {}{rest}.", first.join("; ")));
    }
    Err(Error::refused(
        "not_ready",
        format!(
            "This cannot be signed yet. {} Nothing was frozen. The list of what is missing, agreement.ready, leads to each place.",
            names.join(" ")
        ),
    ))
}

/// Marks what is still talked about and is left for later on purpose.
fn leave_for_later(facts: &mut AgreementFacts, later: &[String]) -> Result<()> {
    for key in later {
        if let Some(own) = facts.own.iter_mut().find(|own| &own.id == key) {
            if own.standing == Standing::Open {
                own.standing = Standing::Later;
            }
        } else if let Some(section) = template().section(key) {
            if facts.standing(section) == Standing::Open {
                facts.standings.insert(key.clone(), Standing::Later);
            }
        } else {
            return Err(Error::field(
                "not_found",
                "later",
                format!(
                    "The agreement has no section “{}”. Nothing was frozen. agreement.ready lists those that are still talked about.",
                    super::glimpse(key)
                ),
            ));
        }
    }
    Ok(())
}

fn half_signed(version: &Version, text: &Text) -> Error {
    let names: Vec<&str> = version
        .signatures
        .iter()
        .map(|signature| text.person(signature.side).name.as_str())
        .collect();
    Error::refused(
        "half_signed",
        format!(
            "{} has already signed version {}. Nothing was changed. The other of you signs it too, or you take it back and freeze the new text.",
            names.join(" and "),
            version.number
        ),
    )
}

/// Notes that one of the two has the exact text on the screen.
pub(crate) fn open(desk: &Desk<'_>, request: SigningSide) -> Result<Outcome<Signing>> {
    step(desk, &request, "opened", "opening the text to be signed")
}

/// Notes that the computer is passed on to the other person.
pub(crate) fn hand_over(desk: &Desk<'_>, request: SigningSide) -> Result<Outcome<Signing>> {
    step(desk, &request, "handed_over", "passing the computer on")
}

fn step(
    desk: &Desk<'_>,
    request: &SigningSide,
    what: &str,
    name: &str,
) -> Result<Outcome<Signing>> {
    desk.store.write(|tx| {
        let here = Ceremony::open(tx, desk, &request.relationship)?;
        let version = here.version()?;
        let written = row(json!({
            "version": version.id.as_str(),
            "side": request.side.key(),
            "what": what,
            "at": here.now.to_text(),
        }))?;
        let id = uuid::Uuid::new_v4().to_string();
        here.add(&schema::SIGNING_STEP, &id, name, written)?;
        here.answer(desk)
    })
}

/// Takes back the version that waits. It stays on record.
pub(crate) fn withdraw(desk: &Desk<'_>, request: SigningSide) -> Result<Outcome<Signing>> {
    desk.store.write(|tx| {
        let here = Ceremony::open(tx, desk, &request.relationship)?;
        let Some(version) = here.versions.open() else {
            return Err(match here.versions.newest_signed() {
                Some(signed) => Error::refused(
                    "signed_by_both",
                    format!(
                        "Both of you have signed version {}, and it can no longer be taken back. Nothing was changed. What you change now becomes version {}, which you sign anew.",
                        signed.number,
                        here.versions.next_number()
                    ),
                ),
                None => Error::refused(
                    "nothing_to_withdraw",
                    "No version is waiting to be signed, so that there is nothing to take back. Nothing was changed. What both have signed is amended by the next version.",
                ),
            });
        };
        let name = format!("taking back version {}", version.number);
        withdraw_row(&here, version, request.side, "withdrawn", &name)?;
        here.answer(desk)
    })
}

fn withdraw_row(
    here: &Ceremony<'_, '_>,
    version: &Version,
    side: Side,
    reason: &str,
    name: &str,
) -> Result<()> {
    let written = row(json!({
        "version": version.id.as_str(),
        "side": side.key(),
        "reason": reason,
        "at": here.now.to_text(),
    }))?;
    let id = uuid::Uuid::new_v4().to_string();
    here.add(&schema::WITHDRAWAL, &id, name, written)
}
