//! What was found, in words: one sentence in three parts for the whole, and one for each finding.

use super::{Examined, Finding, Pages, Verdict};
use crate::domain::agreement_text;
use crate::domain::side::Side;
use crate::trust::check::{Fault, Which};

/// A sentence in three parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What was found.
    pub happened: String,
    /// What is safe.
    pub safe: String,
    /// What to do next.
    pub next: String,
}

/// A verdict in a word or two.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Valid => "Genuine and unchanged",
        Verdict::NotValid => "Not valid",
        Verdict::CannotTell => "Cannot be told",
    }
}

/// Fairlead looks, and touches nothing.
const LOOKED: &str = "Nothing was changed: Fairlead only looked at the file.";
const ASK: &str = "Ask for the file as it was when both had signed, or save it again from Fairlead on the computer where it was signed.";
const OTHER_FILE: &str = "Choose the PDF that Fairlead saved when both had signed.";
const AGAIN: &str =
    "Fetch the file again from where you got it: copy it whole, or ask for it once more.";

/// The file in one sentence.
pub fn sentence(examined: &Examined) -> Sentence {
    match (examined.verdict(), examined.findings.first()) {
        (Verdict::NotValid | Verdict::CannotTell, Some(first)) => Sentence {
            happened: told(first, examined),
            safe: safe(first, examined),
            next: next(first, examined),
        },
        (Verdict::Valid | Verdict::NotValid | Verdict::CannotTell, _) => valid(examined),
    }
}

fn valid(examined: &Examined) -> Sentence {
    let version = examined.text.as_ref().map_or(0, |text| text.version);
    let names: Vec<&str> = examined
        .signers
        .iter()
        .map(|signer| signer.name.as_str())
        .collect();
    let new = examined
        .findings
        .iter()
        .any(|finding| matches!(finding, Finding::NewKey(_)));
    let safe = match &examined.pages {
        Pages::Same => "Every letter of the text and every page is as it was signed.",
        Pages::Unknown(_) | Pages::Differ | Pages::NotCompared => {
            "Every letter of the attached text is as it was signed, and the PDF signatures of both cover the pages."
        }
    };
    let next = if new {
        "Keep the file as it is. To be sure whose keys these are, compare the four words of each key with the person, by voice or in the same room."
    } else {
        "Keep the file as it is; reading, printing and sending it change nothing."
    };
    Sentence {
        happened: format!(
            "This paper is genuine and unchanged: {} both signed version {version}.",
            names.join(" and ")
        ),
        safe: safe.to_owned(),
        next: next.to_owned(),
    }
}

/// The name that somebody signed with, or what the person is.
fn name(side: Side, examined: &Examined) -> String {
    let signer = examined.signers.iter().find(|signer| signer.side == side);
    let agreed = examined.text.as_ref().map(|text| &text.person(side).name);
    match (signer, agreed) {
        (Some(signer), _) => signer.name.clone(),
        (None, Some(name)) if !name.is_empty() => name.clone(),
        (None, Some(_) | None) => match side {
            Side::Mentor => "the mentor".to_owned(),
            Side::Mentee => "the mentee".to_owned(),
        },
    }
}

fn size(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1_000_000))
}

/// Where the text differs, as the end of a sentence.
fn places(examined: &Examined) -> String {
    match examined.differing.as_slice() {
        [] => ".".to_owned(),
        [one] => format!(". It differs in {}.", quoted(one)),
        some => {
            let named: Vec<String> = some.iter().take(6).map(|place| quoted(place)).collect();
            let more = some.len() - named.len();
            let rest = if more == 0 {
                String::new()
            } else {
                format!(" and {more} more")
            };
            format!(". It differs in {}{rest}.", named.join(", "))
        }
    }
}

/// A section in quotation marks; what is no section stands as it is.
fn quoted(place: &str) -> String {
    if place.starts_with("the ") {
        place.to_owned()
    } else {
        format!("“{place}”")
    }
}

/// A finding in a sentence.
pub fn told(finding: &Finding, examined: &Examined) -> String {
    let who = |side: &Side| name(*side, examined);
    match finding {
        Finding::NoPdf => "This file is no PDF.".to_owned(),
        Finding::TooLarge(bytes) => format!(
            "This file has {}. A signed agreement is far smaller, so it was not read.",
            size(*bytes)
        ),
        Finding::CutOff => "This PDF is cut off: its end is missing.".to_owned(),
        Finding::Encrypted => "This PDF is locked with a password, so that its content cannot be checked.".to_owned(),
        Finding::Damaged(why) => format!("This PDF is damaged: {why}."),
        Finding::Foreign { signed: false } => {
            "This PDF is none of Fairlead's signed agreements: the text of an agreement is not attached to it.".to_owned()
        }
        Finding::Foreign { signed: true } => {
            "This PDF is signed by some other program; the text of an agreement is not attached to it.".to_owned()
        }
        Finding::Newer => "A newer version of Fairlead wrote this paper, in a form that this version does not know.".to_owned(),
        Finding::Draft => "This paper is a draft: nobody has signed it.".to_owned(),
        Finding::ToBeSigned => {
            "This paper was printed to be read before signing: the signatures are not in it.".to_owned()
        }
        Finding::Missing(file) if *file == agreement_text::FILE => {
            format!("The text of the agreement is missing: the attached file {file} is not in this PDF.")
        }
        Finding::Missing(file) => {
            format!("The signatures are missing: the attached file {file} is not in this PDF.")
        }
        Finding::Twice(file) => {
            format!("The attached file {file} is in this PDF more than once, so that nobody can say which was meant.")
        }
        Finding::Text(fault) => text(fault, examined),
        Finding::Unsigned(side) => format!("The PDF signature of {} is missing.", who(side)),
        Finding::Bytes(side) => format!("The file was changed after {} signed it.", who(side)),
        Finding::PdfKey(side) => format!("The PDF signature of {} was not made with the key it names.", who(side)),
        Finding::PdfForm(side) => {
            format!("The PDF signature of {} is damaged, or another program made it.", who(side))
        }
        Finding::Certificate(side) => {
            format!("The PDF signature of {} was made with a key that is not theirs.", who(side))
        }
        Finding::Time(side) => {
            format!("The PDF signature of {} tells another time than what was signed.", who(side))
        }
        Finding::Scan(side) => format!(
            "The scan of the signature of {} is missing, or is not the one that was attached when they signed.",
            who(side)
        ),
        Finding::Tail(bytes) => format!(
            "{bytes} bytes stand behind the end of this file: something was put there, or the file was cut off while a signature was added."
        ),
        Finding::Changed => "Something was added to this file after it was signed.".to_owned(),
        Finding::Earlier { changed: false, bytes } => format!(
            "Both signed this file, and {bytes} bytes were put behind its end afterwards."
        ),
        Finding::Earlier { changed: true, .. } if examined.differing.is_empty() => {
            "The signatures belong to an earlier state of this file: it was changed after both had signed. The attached text is the one they signed.".to_owned()
        }
        Finding::Earlier { changed: true, .. } => format!(
            "The signatures belong to another version: this file was changed after both had signed{}",
            places(examined)
        ),
        Finding::Pages => "The pages do not show the text that was signed: they are not what Fairlead makes of it.".to_owned(),
        Finding::PagesUnknown(Some(version)) => format!(
            "Fairlead {version} set these pages, and this is Fairlead {}: the pages were not compared with the text. The PDF signatures of both cover them.",
            env!("CARGO_PKG_VERSION")
        ),
        Finding::PagesUnknown(None) => {
            "The pages could not be set again here, because fonts or details of another computer were used: they were not compared with the text. The PDF signatures of both cover them.".to_owned()
        }
        Finding::OtherKey(side, since) => {
            let since = if since.is_empty() {
                String::new()
            } else {
                format!(" since {since}")
            };
            format!(
                "The key of {} has changed{since}: this paper is signed with another one than the one that Fairlead knows. Somebody who has a new computer has a new key; so has somebody else.",
                who(side)
            )
        }
        Finding::NewKey(side) => format!("Fairlead has not met the key of {} before.", who(side)),
        Finding::OtherText(version) => {
            format!("The version {version} that is kept here says something else{}", places(examined))
        }
        Finding::Later(version, when) => format!("Version {version} was signed since, on {when}."),
    }
}

fn text(fault: &Fault, examined: &Examined) -> String {
    let who = |side: &Side| name(*side, examined);
    let file = |which: &Which| match which {
        Which::Agreement => "text of the agreement",
        Which::Signatures => "file of signatures",
    };
    match fault {
        Fault::Unreadable(which, _) | Fault::OtherFormat(which, _) => {
            format!(
                "The {} in this PDF is not readable any more{}",
                file(which),
                places(examined)
            )
        }
        Fault::NotCanonical(which) => format!(
            "The {} in this PDF was written anew by some other program{}",
            file(which),
            places(examined)
        ),
        Fault::OtherVersion { text, signed } => format!(
            "The signatures belong to another version: the text is version {text}, and version {signed} was signed."
        ),
        Fault::OtherRelationship => {
            "The signatures belong to the agreement of another relationship.".to_owned()
        }
        Fault::TextDiffers => {
            format!(
                "The text in this paper is not the text that was signed{}",
                places(examined)
            )
        }
        Fault::BadKeys => "The keys in this paper are no keys of two people.".to_owned(),
        Fault::Missing(side) => format!("{} has not signed this version.", capital(&who(side))),
        Fault::Twice(side) => format!("There is more than one signature of {}.", who(side)),
        Fault::StatementDiffers(side, _) => {
            format!("What {} signed does not fit this text.", who(side))
        }
        Fault::Wrong(side) => format!(
            "The signature of {} under the text does not hold.",
            who(side)
        ),
        Fault::Unconfirmed(side) => format!(
            "{} signed by hand on paper, and the other person has not confirmed it.",
            capital(&who(side))
        ),
        Fault::WrongConfirmation(side) => {
            format!("The confirmation by {} does not hold.", who(side))
        }
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// What is safe.
fn safe(finding: &Finding, examined: &Examined) -> String {
    match finding {
        Finding::Earlier { changed, .. } => {
            if *changed && !examined.differing.is_empty() {
                "The signed text is still inside the file, and what both signed holds. Nothing was changed by looking."
            } else {
                "What both signed is still inside the file, to the letter. Nothing was changed by looking."
            }
            .to_owned()
        }
        Finding::OtherKey(..) => {
            "The text is unchanged since it was signed with these keys. Nothing was changed by looking.".to_owned()
        }
        Finding::Draft | Finding::ToBeSigned => {
            "Drafts are safe to read and to talk about. Nothing was changed by looking.".to_owned()
        }
        Finding::NoPdf
        | Finding::TooLarge(_)
        | Finding::CutOff
        | Finding::Encrypted
        | Finding::Damaged(_)
        | Finding::Foreign { .. }
        | Finding::Newer
        | Finding::Missing(_)
        | Finding::Twice(_)
        | Finding::Text(_)
        | Finding::Unsigned(_)
        | Finding::Bytes(_)
        | Finding::PdfKey(_)
        | Finding::PdfForm(_)
        | Finding::Certificate(_)
        | Finding::Time(_)
        | Finding::Scan(_)
        | Finding::Tail(_)
        | Finding::Changed
        | Finding::Pages
        | Finding::PagesUnknown(_)
        | Finding::NewKey(_)
        | Finding::OtherText(_)
        | Finding::Later(..) => LOOKED.to_owned(),
    }
}

/// What to do next.
fn next(finding: &Finding, examined: &Examined) -> String {
    match finding {
        Finding::NoPdf | Finding::TooLarge(_) | Finding::Foreign { .. } => OTHER_FILE.to_owned(),
        Finding::CutOff | Finding::Damaged(_) => AGAIN.to_owned(),
        Finding::Encrypted => {
            "Ask for the file without a password. A password can be put on a copy for sending, but that copy cannot be checked.".to_owned()
        }
        Finding::Newer => "Check it again with the newer version of Fairlead.".to_owned(),
        Finding::Draft | Finding::ToBeSigned => {
            "When both have signed, save the signed paper from Fairlead and check that.".to_owned()
        }
        Finding::OtherKey(side, _) => format!(
            "Call {} and read the four words of the key to each other. If they are the same on both sides, confirm the new key on the page “Whose keys are these?”. Until then, what it signed counts for nothing.",
            name(*side, examined)
        ),
        Finding::OtherText(_) => {
            "Compare the two with each other, and ask the other person which file they have.".to_owned()
        }
        Finding::Missing(_)
        | Finding::Twice(_)
        | Finding::Text(_)
        | Finding::Unsigned(_)
        | Finding::Bytes(_)
        | Finding::PdfKey(_)
        | Finding::PdfForm(_)
        | Finding::Certificate(_)
        | Finding::Time(_)
        | Finding::Scan(_)
        | Finding::Tail(_)
        | Finding::Changed
        | Finding::Earlier { .. }
        | Finding::Pages
        | Finding::PagesUnknown(_)
        | Finding::NewKey(_)
        | Finding::Later(..) => ASK.to_owned(),
    }
}
