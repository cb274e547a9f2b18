//! What one person does under a frozen version: sign it, in one of three ways, or confirm that the other
//! signed by hand (B4).

use super::key::{kept, person};
use super::paper::PaperFile;
use super::signing::{Ceremony, row};
use super::version::text_of;
use super::{Desk, Outcome, find_own, scan};
use crate::api::signing::{ConfirmSignature, NewOnPaper, ScanFile, Sign, Signing, WhichScan};
use crate::domain::ids::{RelationshipId, SignatureId};
use crate::domain::moment::Moment;
use crate::domain::shared as schema;
use crate::domain::side::Side;
use crate::domain::signature::{
    BadDrawing, CONFIRMATION, Confirmation, Drawing, Keys, Kind, OnPaper, STATEMENT, Scan,
    Statement,
};
use crate::domain::signer;
use crate::error::{Error, Result};
use crate::files::safe_file_name;
use crate::store::signing as store;
use crate::trust::{Fingerprint, seal};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fairlead_press::Person;
use serde_json::json;

/// What of a request makes a signature of its kind.
struct Made {
    drawing: Option<Drawing>,
    paper: Option<OnPaper>,
    scan: Option<scan::Scan>,
    /// What the file of the scan is called.
    called: String,
}

fn made(request: &Sign, now: &Moment) -> Result<Made> {
    let none = Made {
        drawing: None,
        paper: None,
        scan: None,
        called: String::new(),
    };
    match (request.kind, &request.drawing, &request.paper) {
        (Kind::Typed, None, None) => Ok(none),
        (Kind::Drawn, Some(drawing), None) => {
            check_drawing(drawing)?;
            Ok(Made {
                drawing: Some(drawing.clone()),
                ..none
            })
        }
        (Kind::OnPaper, None, Some(paper)) => on_paper(paper, now),
        (Kind::Drawn, None, None) => Err(bad_drawing(BadDrawing::Empty)),
        (Kind::OnPaper, None, None) => Err(Error::field(
            "missing",
            "paper",
            "For a signature on paper the day on which it was signed is needed. Nothing was signed. Give the day, and a scan where you have one.",
        )),
        (Kind::Typed, Some(_), _) | (Kind::OnPaper, Some(_), _) => Err(Error::field(
            "not_of_this_kind",
            "drawing",
            "Only a drawn signature has a drawing. Nothing was signed. Choose one way to sign.",
        )),
        (Kind::Typed | Kind::Drawn, _, Some(_)) => Err(Error::field(
            "not_of_this_kind",
            "paper",
            "Only a signature by hand has a paper. Nothing was signed. Choose one way to sign.",
        )),
    }
}

fn check_drawing(drawing: &Drawing) -> Result<()> {
    drawing.check().map_err(bad_drawing)
}

fn bad_drawing(bad: BadDrawing) -> Error {
    let (code, sentence) = match bad {
        BadDrawing::Empty => (
            "drawing_empty",
            "Nothing has been drawn yet. Nothing was signed. Draw your signature, or type your name instead.",
        ),
        BadDrawing::TooLarge => (
            "drawing_too_large",
            "This drawing has more strokes than a signature has. Nothing was signed. Clear it and draw once more, or type your name instead.",
        ),
        BadDrawing::Outside => (
            "drawing_outside",
            "A part of this drawing lies outside its area. Nothing was signed. Clear it and draw once more.",
        ),
    };
    Error::field(code, "drawing", sentence)
}

fn on_paper(paper: &NewOnPaper, now: &Moment) -> Result<Made> {
    let on = super::read_date("paper.signedOn", &paper.signed_on)?;
    if on > now.date() {
        return Err(Error::field(
            "date_in_future",
            "paper.signedOn",
            "The day on which the paper was signed lies ahead. Nothing was signed. Give the day that stands on the paper.",
        ));
    }
    let scan = paper
        .scan
        .as_ref()
        .map(|scan| scan::read(&scan.base64))
        .transpose()
        .map_err(|unfit| Error::field(unfit.code(), "paper.scan", unfit.sentence()))?;
    let signed = scan
        .as_ref()
        .map(|scan| -> Result<Scan> {
            Ok(Scan {
                sha256: Fingerprint::of(&scan.bytes).hex(),
                mime: scan.mime.to_owned(),
                bytes: u32::try_from(scan.bytes.len())
                    .map_err(|error| Error::Internal(error.to_string()))?,
            })
        })
        .transpose()?;
    Ok(Made {
        drawing: None,
        paper: Some(OnPaper {
            signed_on: on.to_string(),
            scan: signed,
        }),
        scan,
        called: paper
            .scan
            .as_ref()
            .map_or_else(String::new, |scan| scan::called(&scan.name)),
    })
}

/// One of the two signs.
pub(crate) fn sign(desk: &Desk<'_>, request: Sign) -> Result<Outcome<Signing>> {
    let made = made(&request, &desk.now)?;
    desk.store.write(|tx| {
        let here = Ceremony::open(tx, desk, &request.relationship)?;
        let version = here.version()?;
        if version.id != request.version || version.sha256 != request.fingerprint {
            return Err(Error::field(
                "other_text",
                "fingerprint",
                "The text that waits to be signed is not the one you read. Nothing was signed. Read it again, and compare the four words.",
            ));
        }
        let text = text_of(version)?;
        let agreed = &text.person(request.side).name;
        if version.signature(request.side).is_some() {
            return Err(Error::field(
                "signed_already",
                "side",
                format!("{agreed} has already signed this version. Nothing was changed. Now the other of you signs, or you take it back."),
            ));
        }
        let name = signer::signs_as(&request.name, agreed).map_err(|unsignable| {
            Error::field(
                unsignable.code(),
                "name",
                format!(
                    "{} Nothing was signed. Type the name as the agreement says it, “{agreed}”; if that one is wrong, take this version back and change it first.",
                    unsignable.reason(&request.name)
                ),
            )
        })?;
        let kept = kept(tx, person(&here.part, request.side))?
            .filter(|kept| kept.secrets.public().hex() == version.keys.of(request.side))
            .ok_or_else(|| kept_elsewhere(agreed))?;
        let statement = Statement {
            tag: STATEMENT.to_owned(),
            relationship: here.part.relationship.to_string(),
            version: version.number,
            agreement: version.sha256.clone(),
            follows: version.follows.clone(),
            role: request.side,
            name: name.clone(),
            kind: request.kind,
            drawing: made.drawing.clone(),
            paper: made.paper.clone(),
            at: here.now.rfc3339(),
            zone: here.now.zone().name().to_owned(),
            computer_of: here.own,
            keys: version.keys.clone(),
        };
        let sealed = seal::sign(&statement, &kept.secrets)?;
        let title = match request.side {
            Side::Mentor => "Mentor",
            Side::Mentee => "Mentee",
        };
        let certificate = kept.secrets.certificate(Person { name: &name, title }, kept.made)?;
        if let (Some(scan), Some(Scan { sha256, .. })) = (
            &made.scan,
            made.paper.as_ref().and_then(|paper| paper.scan.as_ref()),
        ) {
            let kept = store::ScanRow {
                name: made.called.clone(),
                mime: scan.mime.to_owned(),
                bytes: scan.bytes.clone(),
            };
            store::keep_scan(tx, &here.part.relationship, sha256, &kept)?;
        }
        let written = row(json!({
            "version": version.id.as_str(),
            "side": request.side.key(),
            "kind": request.kind.key(),
            "statement": in_text(sealed.bytes)?,
            "sha256": sealed.fingerprint.hex(),
            "signature": sealed.signature,
            "certificate": STANDARD.encode(certificate),
            "at": here.now.to_text(),
        }))?;
        let deed = format!("signing version {}", version.number);
        here.add(&schema::SIGNATURE, SignatureId::new().as_str(), &deed, written)?;
        here.close()?;
        here.answer(desk)
    })
}

fn in_text(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| Error::Internal(error.to_string()))
}

fn kept_elsewhere(name: &str) -> Error {
    Error::field(
        "kept_elsewhere",
        "side",
        format!(
            "The key with which {name} signs this version is not kept on this computer. Nothing was signed. {name} signs where the key is."
        ),
    )
}

/// One of the two confirms that the other signed by hand.
pub(crate) fn confirm(desk: &Desk<'_>, request: ConfirmSignature) -> Result<Outcome<Signing>> {
    desk.store.write(|tx| {
        let here = Ceremony::open(tx, desk, &request.relationship)?;
        let version = here.version()?;
        let signature = version
            .signatures
            .iter()
            .find(|signature| signature.id == request.signature)
            .ok_or_else(|| {
                Error::field(
                    "not_found",
                    "signature",
                    "This signature does not stand under the version that waits. Nothing was changed. signing.get names those that do.",
                )
            })?;
        let refuse = |code: &'static str, field: &str, why: &str| {
            Err(Error::field(code, field, format!("{why} Nothing was changed.")))
        };
        if signature.kind != Kind::OnPaper {
            return refuse("not_on_paper", "signature", "Only a signature by hand is confirmed; this one was made here.");
        }
        if signature.side == request.side {
            return refuse("own_signature", "side", "Nobody confirms their own signature: the other of you does.");
        }
        if version.confirmation(signature).is_some() {
            return refuse("confirmed_already", "signature", "This signature has been confirmed already.");
        }
        let text = text_of(version)?;
        let name = &text.person(request.side).name;
        let kept = kept(tx, person(&here.part, request.side))?
            .filter(|kept| kept.secrets.public().hex() == version.keys.of(request.side))
            .ok_or_else(|| kept_elsewhere(name))?;
        let statement = Confirmation {
            tag: CONFIRMATION.to_owned(),
            relationship: here.part.relationship.to_string(),
            version: version.number,
            agreement: version.sha256.clone(),
            role: request.side,
            name: name.clone(),
            confirms: signature.sha256.clone(),
            at: here.now.rfc3339(),
            zone: here.now.zone().name().to_owned(),
            computer_of: here.own,
            keys: Keys::clone(&version.keys),
        };
        let sealed = seal::sign(&statement, &kept.secrets)?;
        let written = row(json!({
            "version": version.id.as_str(),
            "side": request.side.key(),
            "confirms": signature.id.as_str(),
            "statement": in_text(sealed.bytes)?,
            "signature": sealed.signature,
            "at": here.now.to_text(),
        }))?;
        let deed = format!("confirming a signature under version {}", version.number);
        let id = uuid::Uuid::new_v4().to_string();
        here.add(&schema::CONFIRMATION, &id, &deed, written)?;
        here.close()?;
        here.answer(desk)
    })
}

/// A scan that was attached to a signature.
pub(crate) fn scan_file(desk: &Desk<'_>, request: WhichScan) -> Result<Outcome<ScanFile>> {
    let kept = find_scan(desk, &request.relationship, &request.sha256)?;
    Ok(Outcome::read(ScanFile {
        words: scan::words(&kept.mime, &kept.bytes),
        name: kept.name,
        mime: kept.mime,
        base64: STANDARD.encode(kept.bytes),
    }))
}

/// The same as a file.
pub(crate) fn scan(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    sha256: &str,
) -> Result<PaperFile> {
    let kept = find_scan(desk, relationship, sha256)?;
    let ending = scan::ending(&kept.mime);
    let name = kept
        .name
        .rsplit_once('.')
        .map_or(kept.name.as_str(), |(name, _)| name);
    let name = if name.is_empty() {
        "Signed by hand"
    } else {
        name
    };
    Ok(PaperFile {
        name: safe_file_name(name, ending),
        bytes: kept.bytes,
    })
}

fn find_scan(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    sha256: &str,
) -> Result<store::ScanRow> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, relationship)?;
        store::scan(tx, &part.relationship, sha256)?.ok_or_else(|| {
            Error::field(
                "not_found",
                "sha256",
                "There is no scan with this number. Nothing was changed. The signatures of version.get name theirs.",
            )
        })
    })
}
