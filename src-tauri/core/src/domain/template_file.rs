//! A template as one file: readable JSON that says its format. What is wrong with a file is told in a
//! sentence that names it.

use super::name::{self, Unfit};
use super::overlay::{
    FORM_VERSION, GUIDANCE_CHARS, MOST_OWN, Overlay, SHIPPED, SectionChange, is_own_key, may_hide,
};
use super::template::template;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use std::collections::HashSet;

/// What a file says it is.
pub const FORMAT: &str = "fairlead.template/1";
const FORMAT_NAME: &str = "fairlead.template/";
/// Most bytes of a file. The largest template that can be made takes about half of it.
pub const LARGEST: usize = 1_000_000;
/// A section in the list of sections in the file.
const DEEPEST: usize = 3;
const HIGHEST_VERSION: u32 = 1_000_000;

/// A template on its way from one computer to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFile {
    /// The template's id, the same on every computer.
    pub template: String,
    /// Its version there.
    pub version: u32,
    /// What it changes.
    pub overlay: Overlay,
}

/// Why a file is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Stable name of the reason.
    pub code: &'static str,
    /// What happened, what is safe, what to do next.
    pub sentence: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    /// The version of the shipped form that it changes.
    form: u32,
    template: String,
    version: u32,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    programme: String,
    sections: Vec<SectionChange>,
}

/// What is looked at before anything else; the rest may be that of another version.
#[derive(Deserialize)]
struct Head {
    format: Option<serde_json::Value>,
}

fn fault(code: &'static str, what: &str, next: &str) -> Fault {
    Fault {
        code,
        sentence: format!(
            "This file was not read as a template: {what}. Nothing was changed. {next}"
        ),
    }
}

const AGAIN: &str = "Ask for the file again, or export it once more.";
const MEND: &str = "Mend it in the file, or export the template once more.";

impl TemplateFile {
    /// The text of the file.
    ///
    /// # Errors
    /// Never for what [`Overlay`] can hold.
    pub fn to_text(&self) -> Result<String, String> {
        let written = Written {
            format: FORMAT.to_owned(),
            form: FORM_VERSION,
            template: self.template.clone(),
            version: self.version,
            name: self.overlay.name.clone(),
            programme: self.overlay.programme.clone(),
            sections: self.overlay.sections.clone(),
        };
        serde_json::to_string_pretty(&written)
            .map(|text| text + "\n")
            .map_err(|error| error.to_string())
    }

    /// Reads a file. Everything in it is checked before anything of it is used.
    ///
    /// # Errors
    /// [`Fault`] naming what is wrong.
    pub fn read(text: &str) -> Result<Self, Fault> {
        if text.len() > LARGEST {
            return Err(too_large(text.len() as u64));
        }
        let text = text.trim_start_matches('\u{FEFF}');
        if text.trim().is_empty() {
            return Err(fault("empty", "it is empty", AGAIN));
        }
        if depth(text) > DEEPEST {
            return Err(fault(
                "too_deep",
                "its brackets stand in each other deeper than those of a template",
                AGAIN,
            ));
        }
        check_format(text)?;
        let written: Written = serde_json::from_str(text).map_err(|error| unread(&error))?;
        written.check()
    }
}

/// The fault of a file of this many bytes, before anything of it is read.
pub fn too_large(bytes: u64) -> Fault {
    let size = bytes.div_ceil(1_000_000);
    fault(
        "too_large",
        &format!("it has {size} MB, and a template has less than 1 MB"),
        "Choose the file that was exported from Fairlead.",
    )
}

/// The fault of a file that holds no text.
pub fn no_text() -> Fault {
    fault(
        "no_text",
        "it holds no readable text",
        "Choose the file that was exported from Fairlead.",
    )
}

/// How deep brackets stand in each other, outside of texts.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut quoted, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

fn check_format(text: &str) -> Result<(), Fault> {
    let head: Head = serde_json::from_str(text).map_err(|error| unread(&error))?;
    let format = head.format.as_ref().and_then(serde_json::Value::as_str);
    match format {
        Some(FORMAT) => Ok(()),
        Some(other) if other.starts_with(FORMAT_NAME) => Err(fault(
            "other_version",
            &format!(
                "it is written in the format “{}”, and this version of Fairlead reads “{FORMAT}”",
                shown(other)
            ),
            "Use the newest version of Fairlead to import it.",
        )),
        Some(_) | None => Err(fault(
            "not_template",
            &format!("it does not say that its format is “{FORMAT}”"),
            "Choose the file that was exported from Fairlead.",
        )),
    }
}

fn unread(error: &serde_json::Error) -> Fault {
    let at = format!("line {}, column {}", error.line(), error.column());
    match error.classify() {
        Category::Eof => fault(
            "cut_short",
            &format!("it ends in the middle, at {at}"),
            AGAIN,
        ),
        Category::Syntax | Category::Io => fault(
            "not_json",
            &format!("{at} is no JSON ({})", reason(error)),
            AGAIN,
        ),
        Category::Data => fault(
            "misfit",
            &format!("{at} does not fit a template ({})", reason(error)),
            MEND,
        ),
    }
}

/// The reader's own words without the place, which was told, and without what a text of the file could
/// make of them.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let bare = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(bare, _)| bare);
    shown(bare)
}

/// A piece of somebody's text in a sentence: short, and on one line.
fn shown(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| {
            if c.is_control() || name::turns_direction(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > 120 {
        format!("{}…", line.chars().take(119).collect::<String>())
    } else {
        line
    }
}

fn unfit(what: &str, error: Unfit) -> Fault {
    let why = match error {
        Unfit::Empty => "is empty".to_owned(),
        Unfit::TooLong { length, limit } => {
            format!("has {length} characters, and may have {limit}")
        }
        Unfit::TurnsDirection => "holds invisible marks that turn the writing direction".to_owned(),
        Unfit::Control => "holds invisible control characters".to_owned(),
    };
    fault(error.code(), &format!("{what} {why}"), MEND)
}

impl Written {
    fn check(self) -> Result<TemplateFile, Fault> {
        if self.form > FORM_VERSION {
            return Err(fault(
                "other_version",
                &format!(
                    "it changes version {} of the form, and this version of Fairlead has version {FORM_VERSION}",
                    self.form
                ),
                "Use the newest version of Fairlead to import it.",
            ));
        }
        let id = uuid::Uuid::parse_str(&self.template)
            .map(|id| id.to_string())
            .ok()
            .filter(|id| *id == self.template && id != SHIPPED);
        if id.is_none() {
            return Err(fault(
                "misfit",
                &format!("“{}” is no id of a template", shown(&self.template)),
                MEND,
            ));
        }
        if !(1..=HIGHEST_VERSION).contains(&self.version) {
            return Err(fault(
                "misfit",
                &format!(
                    "its version is {}, and versions go from 1 to {HIGHEST_VERSION}",
                    self.version
                ),
                MEND,
            ));
        }
        let overlay = Overlay {
            name: name::line(&self.name).map_err(|error| unfit("its name", error))?,
            programme: name::optional_line(&self.programme)
                .map_err(|error| unfit("the name of its programme", error))?,
            sections: check_sections(self.sections)?,
        };
        Ok(TemplateFile {
            template: self.template,
            version: self.version,
            overlay: overlay.settled(),
        })
    }
}

fn check_sections(sections: Vec<SectionChange>) -> Result<Vec<SectionChange>, Fault> {
    let mut seen = HashSet::new();
    let mut checked = Vec::new();
    for change in sections {
        let key = change.section.clone();
        if !seen.insert(key.clone()) {
            let what = format!("the section “{}” stands in it twice", shown(&key));
            return Err(fault("twice", &what, MEND));
        }
        checked.push(check_section(change)?);
    }
    if checked.iter().filter(|change| change.is_own()).count() > MOST_OWN {
        return Err(fault(
            "too_many",
            &format!("it has more than {MOST_OWN} sections of its own"),
            MEND,
        ));
    }
    Ok(checked)
}

fn check_section(change: SectionChange) -> Result<SectionChange, Fault> {
    let key = change.section.clone();
    let refuse = |code, what: String| Err(fault(code, &what, MEND));
    match template().section(&key) {
        None if !is_own_key(&key) => {
            return refuse(
                "unknown_section",
                format!("the form has no section “{}”", shown(&key)),
            );
        }
        None if change.title.is_none() => {
            return refuse("misfit", format!("the section “{key}” has no title"));
        }
        None if change.hidden => {
            return refuse(
                "misfit",
                format!("“{key}” is a section of its own and hidden; it would never be seen"),
            );
        }
        Some(section) if change.hidden && !may_hide(section) => {
            return refuse(
                "not_hidden",
                format!(
                    "it hides “{}”, which stands in every agreement",
                    section.title
                ),
            );
        }
        Some(_) | None => {}
    }
    let title = change
        .title
        .as_deref()
        .map(name::line)
        .transpose()
        .map_err(|error| unfit(&format!("the title of “{key}”"), error))?;
    let guidance = change
        .guidance
        .as_deref()
        .map(read_guidance)
        .transpose()
        .map_err(|error| unfit(&format!("the guidance of “{key}”"), error))?;
    Ok(SectionChange {
        title,
        guidance,
        ..change
    })
}

/// Reads a guidance: paragraphs without controls and without what turns the writing direction.
///
/// # Errors
/// [`Unfit`].
pub fn read_guidance(text: &str) -> Result<String, Unfit> {
    if text.chars().any(name::turns_direction) {
        return Err(Unfit::TurnsDirection);
    }
    let text = name::text(text)?;
    let length = text.chars().count();
    if length > GUIDANCE_CHARS {
        return Err(Unfit::TooLong {
            length,
            limit: GUIDANCE_CHARS,
        });
    }
    Ok(text.trim_end().to_owned())
}
