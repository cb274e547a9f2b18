//! What each command does.

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;
use crate::{batch, data, input, output, verify};
use fairlead_core::Fairlead;
use fairlead_core::api::ApiError;
use fairlead_core::api::plan::PaperLayout;
use fairlead_core::api::start::{PaperSize, Settings};
use fairlead_core::api::table::USE_CASES;
use fairlead_core::api::table::described;
use fairlead_core::api::template::BlankOf;
use fairlead_core::api::today::Notice;
use fairlead_core::files::{self, FileError, FileTrouble, Readers};
use serde::Serialize;
use serde_json::{Value, json};
use std::path::Path;

/// Runs the command.
///
/// # Errors
/// A [`Failure`] that says how to end.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    match &arguments.command {
        Command::Calls { name, short } => calls(name.as_deref(), *short),
        Command::Types => output::print(&described::typescript()),
        Command::Call { name, request } => {
            let request = input::request(request.as_deref())?;
            output::answer(&call(&mut data::open(arguments)?, name, request)?)
        }
        Command::Batch { file } => {
            let lines = input::lines(file)?;
            batch::run(&mut data::open(arguments)?, lines, file)
        }
        Command::Sample => {
            let made = call(&mut data::open(arguments)?, "example.add", json!({}))?;
            output::answer(&json!({"relationship": made.get("id")}))
        }
        Command::Papers {
            kind: Some(kind),
            relationship,
            version,
            session,
            template,
            out: Some(out),
            paper,
            landscape,
            handwriting,
            force,
        } => {
            let mut fairlead = data::open_present(arguments)?;
            let size = match paper {
                Some(paper) => (*paper).into(),
                None => usual_paper(&mut fairlead)?,
            };
            let order = Order {
                kind: paper_kind(kind),
                relationship: relationship.as_deref(),
                version: *version,
                session: session.as_deref(),
                template: template.as_deref(),
                size,
                layout: PaperLayout {
                    landscape: *landscape,
                    handwriting: *handwriting,
                },
            };
            save_paper(&mut fairlead, &order, out, *force)
        }
        Command::Papers { .. } => output::answer(&Fairlead::papers()),
        Command::Verify { file } => verify::run(arguments, file),
        Command::Due { until } => {
            let due = data::open_present(arguments)?.due(until);
            for notice in due.map_err(data::with_advice)? {
                output::answer(&DueLine::from(notice))?;
            }
            Ok(())
        }
        Command::Check => {
            data::open_present(arguments)?
                .check()
                .map_err(data::with_advice)?;
            output::answer(&json!({"ok": true}))
        }
        Command::Backup => {
            let made = call(
                &mut data::open_present(arguments)?,
                "backup.make",
                json!({}),
            )?;
            output::answer(&made.pointer("/backups/0"))
        }
        Command::Backups => {
            let mut fairlead = data::open_present(arguments)?;
            output::answer(&call(&mut fairlead, "backup.list", json!({}))?)
        }
        Command::Restore { backup, to } => {
            data::open_present(arguments)?
                .restore_to(backup, to)
                .map_err(data::with_advice)?;
            output::answer(&json!({"folder": to.display().to_string()}))
        }
    }
}

/// Answers one use case.
pub fn call(fairlead: &mut Fairlead, name: &str, request: Value) -> Result<Value, ApiError> {
    fairlead
        .call(name, request)
        .map(|answer| answer.output)
        .map_err(data::with_advice)
}

/// Whether a call is meant by a name: its own, or that of its group, as `goal` or `session.agenda`.
fn is_meant(case: &str, name: &str) -> bool {
    case == name
        || case
            .strip_prefix(name.trim_end_matches(['.', '*']))
            .is_some_and(|rest| rest.starts_with('.'))
}

fn calls(name: Option<&str>, short: bool) -> Result<(), Failure> {
    let wanted: Vec<_> = USE_CASES
        .iter()
        .filter(|case| name.is_none_or(|name| is_meant(case.name, name)))
        .map(|case| case.signature())
        .collect();
    if let (Some(name), []) = (name, wanted.as_slice()) {
        return Err(Failure::refused(
            "unknown_call",
            format!(
                "There is no call “{name}”. Nothing was changed. `fairlead-cli calls` lists them all."
            ),
        ));
    }
    if short {
        let lines: Vec<_> = wanted
            .iter()
            .map(|call| format!("{}  {}\n", call.name, call.about))
            .collect();
        return output::print(&lines.concat());
    }
    // For people too, who read it on the screen.
    let text = serde_json::to_string_pretty(&wanted)
        .map_err(|error| Failure::refused("internal", error.to_string()))?;
    output::print(&format!("{text}\n"))
}

/// One line of `due`.
#[derive(Serialize)]
struct DueLine {
    kind: String,
    /// Kinds that are told with it (C8).
    with: Vec<String>,
    relationship: String,
    /// RFC 3339, with the offset of the zone.
    at: String,
    zone: String,
    title: String,
    body: String,
    route: String,
}

impl From<Notice> for DueLine {
    fn from(notice: Notice) -> Self {
        // The core writes RFC 9557, `2026-08-28T09:00:00+01:00[Europe/London]`, which few programs read yet.
        let (at, zone) = match notice.at.split_once('[') {
            Some((at, zone)) => (at.to_owned(), zone.trim_end_matches(']').to_owned()),
            None => (notice.at, String::new()),
        };
        Self {
            kind: notice.kind,
            with: notice.with,
            relationship: notice.relationship.to_string(),
            at,
            zone,
            title: notice.title,
            body: notice.body,
            route: notice.route,
        }
    }
}

/// The kind of paper that a name means, with a dash or a line below between its words.
fn paper_kind(typed: &str) -> &str {
    let same = |text: &str| text.replace('-', "_").to_lowercase();
    Fairlead::papers()
        .iter()
        .find(|paper| same(paper.kind) == same(typed))
        .map_or(typed, |paper| paper.kind)
}

fn usual_paper(fairlead: &mut Fairlead) -> Result<PaperSize, Failure> {
    let settings = call(fairlead, "settings.get", json!({}))?;
    Ok(serde_json::from_value::<Settings>(settings).map_or(PaperSize::A4, |chosen| chosen.paper))
}

/// The paper of which there is one for each signed version.
const SIGNED: &str = "signed";
/// The paper of which there is one for each session.
const SESSION: &str = "session_summary";

/// The papers that can lie, and can have a column to write in.
const LAID: [&str; 2] = ["action_plan", "blank_action_plan"];

/// A paper that is asked for.
struct Order<'a> {
    kind: &'a str,
    /// Whose; none for a blank form.
    relationship: Option<&'a str>,
    /// Which version of the signed paper; the newest where none is named.
    version: Option<u32>,
    /// Of which session the summary is; the newest that was held where none is named.
    session: Option<&'a str>,
    /// Of which template a blank form is.
    template: Option<&'a str>,
    size: PaperSize,
    /// Which way an action plan lies, and whether it has a column for handwriting.
    layout: PaperLayout,
}

fn save_paper(
    fairlead: &mut Fairlead,
    order: &Order<'_>,
    out: &Path,
    force: bool,
) -> Result<(), Failure> {
    if out.is_dir() {
        return Err(Failure::refused(
            "is_folder",
            format!(
                "{} is a folder. Nothing was written. Name a file in it.",
                out.display()
            ),
        ));
    }
    let is_blank = Fairlead::papers()
        .iter()
        .any(|each| each.kind == order.kind && each.is_blank_form());
    if order.version.is_some() && order.kind != SIGNED {
        return Err(Failure::Usage(format!(
            "--version belongs to the paper {SIGNED}, not to {}",
            order.kind
        )));
    }
    if order.layout != PaperLayout::default() && !LAID.contains(&order.kind) {
        return Err(Failure::Usage(format!(
            "--landscape and --handwriting belong to {}, not to {}",
            LAID.join(" and "),
            order.kind
        )));
    }
    if order.session.is_some() && order.kind != SESSION {
        return Err(Failure::Usage(format!(
            "--session belongs to the paper {SESSION}, not to {}",
            order.kind
        )));
    }
    let paper = match order.relationship {
        Some(relationship) if order.kind == SESSION && order.template.is_none() => {
            fairlead.session_summary(relationship, order.session, order.size)
        }
        Some(relationship) if order.kind == SIGNED => {
            fairlead.signed_paper(relationship, order.version, order.size)
        }
        Some(relationship) if !is_blank && order.template.is_none() => {
            fairlead.laid_paper(order.kind, relationship, order.size, order.layout)
        }
        relationship => {
            let of = BlankOf::new(order.template, relationship);
            fairlead.laid_blank_paper(order.kind, &of, order.size, order.layout)
        }
    }
    .map_err(data::with_advice)?;
    let written = if force {
        files::write_whole(out, &paper.bytes, Readers::Usual)
    } else {
        files::write_new(out, &paper.bytes, Readers::Usual)
    };
    written.map_err(|error| unwritten(out, &error))?;
    output::answer(&json!({
        "file": out.display().to_string(),
        "name": paper.name,
        "bytes": paper.bytes.len(),
    }))
}

fn unwritten(out: &Path, error: &FileError) -> Failure {
    let out = out.display();
    let (code, message) = match error.trouble() {
        FileTrouble::Exists => (
            "exists",
            format!(
                "{out} is there already. It was not touched. Take another name, or add --force to write over it."
            ),
        ),
        FileTrouble::Missing => (
            "no_folder",
            format!(
                "The folder of {out} does not exist. Nothing was written. Make it first, or check its name."
            ),
        ),
        FileTrouble::ReadOnly => (
            "read_only",
            format!(
                "{out} may not be written here. Nothing was written. Choose a folder of your own."
            ),
        ),
        FileTrouble::Full => (
            "disk_full",
            format!(
                "There is no room for {out}. Nothing was written. Make room, or choose another disk."
            ),
        ),
        FileTrouble::Other => (
            "unwritten",
            format!(
                "{out} could not be written ({}). Nothing was written. Choose another place.",
                error.source
            ),
        ),
    };
    Failure::refused(code, message)
}
