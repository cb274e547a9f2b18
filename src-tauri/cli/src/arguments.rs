//! What may be typed.

use clap::{Parser, Subcommand, ValueEnum};
use fairlead_core::api::start::PaperSize;
use fairlead_core::clock::{SetClock, ZonedClock};
use std::path::PathBuf;

/// Shown below the list of options.
const AFTER: &str = "\
Answers are JSON on standard output: one value, or one value a line for batch and due.

Exit status
  0  done
  1  refused: {\"code\",\"message\",\"field\"} on standard error, and nothing was changed
  2  wrong usage: a sentence on standard error

A folder that does not exist is made by call, batch and sample; every other command refuses it.

Locked data
  A pass phrase is taken from the environment variable FAIRLEAD_PASS_PHRASE or from the first line of
  --pass-phrase-file; a recovery code from FAIRLEAD_RECOVERY_CODE or --recovery-code-file. Neither is ever an
  argument, because every program on the computer can read those. Where the window keeps the key in the system's
  keychain, this program needs the recovery code.

One at a time
  While the window or another fairlead-cli has the folder open, a command is refused with the code in_use.";

/// Shown below the help of batch.
const BATCH: &str = "\
A line is {\"call\": NAME, \"with\": {...}, \"as\": \"x\", \"may_fail\": true}; all but \"call\" may be left out. Empty lines
are passed over.

A string in \"with\" that is \"$x\" as a whole stands for the output of the line named x, and \"$x.id\" or
\"$x.goals.0.id\" for a part of it. \"$$x\" is the text \"$x\". Any other text with a dollar sign is itself.

Each line is answered by one line, written before the next one is read:
  {\"line\":1,\"as\":\"x\",\"ok\":true,\"output\":...}
  {\"line\":2,\"ok\":false,\"code\":...,\"message\":...,\"field\":...}
When the answer says ok, what was changed is on the disk.

The first refusal ends the batch with exit status 1, and is told on standard error as well; the lines before it stay
done. A refused line with \"may_fail\": true is answered and the batch goes on.";

/// Shown below the help of calls.
const CALLS: &str = "\
Begin with --short, which is one line a call, then read those you need by name or by group.

In a request a field with ? may be left out, and its comment says what then holds. A date is written 2026-11-26 or
26/11/2026, a time 14:00, always by the clock of the zone that is named, else of --zone. A person is called mentor or
mentee. Ids come from the answers: nearly every call takes the id that relationship.create answered as relationship.";

/// Shown below the help of papers.
const PAPERS: &str = "\
A paper of a relationship needs --relationship. A blank form, blank-template, blank-contract or
blank_action_plan, needs none: it is made
from the form that Fairlead ships, or from a --template of yours. With --relationship it has the name, the logo and the
words of that relationship's programme, and without --template it is made from the template of the relationship.";

/// Shown below the help of verify.
const VERIFY: &str = "\
Everything is worked out again from the file: the text it carries, the signatures under it, the PDF's own signatures,
and the pages. Without --data nothing is known of keys; with it, they are compared with those met before, and a key
that is met for the first time is remembered.

Exit status
  0  valid: genuine and unchanged
  1  not valid: changed, or not signed by both
  2  cannot tell: no PDF, encrypted, cut off, too large, somebody else's, or a key that is not the known one";

/// Fairlead without a window: the same use cases, answered as JSON. No display is needed.
#[derive(Debug, Parser)]
#[command(name = "fairlead-cli", version, after_help = AFTER, max_term_width = 110)]
pub struct Arguments {
    /// The data folder
    #[arg(long, value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,

    /// The moment it is taken to be, as 2026-03-11T10:00:00Z; else the computer's clock
    #[arg(long, value_name = "RFC3339", global = true, value_parser = moment)]
    pub at: Option<String>,

    /// Your time zone, as Europe/London; else the computer's
    #[arg(long, value_name = "IANA", global = true, value_parser = zone)]
    pub zone: Option<String>,

    /// A file whose first line is the pass phrase
    #[arg(long, value_name = "FILE", global = true)]
    pub pass_phrase_file: Option<PathBuf>,

    /// A file whose first line is the recovery code
    #[arg(long, value_name = "FILE", global = true)]
    pub recovery_code_file: Option<PathBuf>,

    #[command(subcommand)]
    pub command: Command,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List every call with its request and response, in TypeScript
    #[command(after_help = CALLS)]
    Calls {
        /// Only this one, or only those of this group, as goal or session.agenda
        name: Option<String>,
        /// One line for each call: its name, and what it does
        #[arg(long)]
        short: bool,
    },
    /// Answer one call
    Call {
        /// Its name, as calls lists it
        name: String,
        /// The request; - reads it from standard input, and nothing is {}
        request: Option<String>,
    },
    /// Answer calls one after another, from JSON lines
    #[command(after_help = BATCH)]
    Batch {
        /// The lines; - is standard input
        file: PathBuf,
    },
    /// Add the example relationship, or find it: {"relationship": ID}
    Sample,
    /// List the kinds of papers, or write one as PDF
    #[command(after_help = PAPERS)]
    Papers {
        /// The paper, as papers lists it
        #[arg(requires = "out")]
        kind: Option<String>,
        /// Whose, for a paper of a relationship; for a blank form, with whose logo and words
        #[arg(long, value_name = "ID", requires = "kind")]
        relationship: Option<String>,
        /// Which version, for the paper signed; else the newest
        #[arg(long, value_name = "NUMBER", requires = "relationship")]
        version: Option<u32>,
        /// Of which session, for the paper session_summary; else the newest that was held
        #[arg(long, value_name = "ID", requires = "relationship")]
        session: Option<String>,
        /// From which template, for a blank form
        #[arg(long, value_name = "ID", requires = "kind")]
        template: Option<String>,
        /// Where to; never over a file that is there, unless --force
        #[arg(long, value_name = "FILE", requires = "kind")]
        out: Option<PathBuf>,
        /// Size of the paper; else as the settings have it
        #[arg(long, value_enum, requires = "kind")]
        paper: Option<Paper>,
        /// With the sheet lying: for action_plan and blank_action_plan
        #[arg(long, requires = "kind")]
        landscape: bool,
        /// With a column of 4 cm to write in by hand: for action_plan and blank_action_plan
        #[arg(long, requires = "kind")]
        handwriting: bool,
        /// Write over a file that is there
        #[arg(long, requires = "kind")]
        force: bool,
    },
    /// List what would be notified from now until a moment: one line each
    Due {
        /// The moment, as 2026-12-18T10:00:00Z
        #[arg(long, value_name = "RFC3339", value_parser = moment)]
        until: String,
    },
    /// Read the whole data file and check it, with every history in it
    Check,
    /// Make a backup
    Backup,
    /// List the backups, newest first
    Backups,
    /// Restore a backup as a data folder of its own
    Restore {
        /// Its name, as backups lists it
        backup: String,
        /// The new folder; it must not exist, or be empty
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    /// Say whether a PDF is an agreement that two people signed, unchanged
    #[command(after_help = VERIFY)]
    Verify {
        /// The PDF
        file: PathBuf,
    },
    /// Print the TypeScript types of all calls
    Types,
}

/// Sizes of paper.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Paper {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}

impl From<Paper> for PaperSize {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::Letter => Self::Letter,
        }
    }
}

fn moment(typed: &str) -> Result<String, String> {
    SetClock::reading(typed, Some("UTC")).map(|_| typed.to_owned())
}

fn zone(typed: &str) -> Result<String, String> {
    ZonedClock::named(typed).map(|_| typed.to_owned())
}
