//! Fairlead's chores: `cargo xtask setup | run | test | gallery | types | bench | bundle`.

mod bench;
mod bundle;
mod count;
mod display;
mod gallery;
mod lanes;
mod machine;
mod process;
mod python;
mod root;
mod stopwatch;
mod types;
mod ui;
mod window;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::{Long, Short, Value, ValueExt};

use process::{Failure, Outcome};

const USAGE: &str = "\
cargo xtask COMMAND

  setup                          install what this machine lacks
  run [--sample] [--data-dir DIR]
                                 build Fairlead and open its window; without a display: a screenshot
  test [--only LANE]...          every check and every test; the last line counts them
  gallery [--out DIR]            pictures of every part and screen in every look, in DIR or target/gallery
  types                          write ui/src/api.d.ts again
  bench [--only PART]...         measure start, memory, typing, tables, PDFs and sizes
  bundle                         .deb and .rpm";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
enum Chore {
    Usage,
    Setup,
    Run(window::Options),
    Test { only: Vec<String> },
    Gallery { out: Option<PathBuf> },
    Types,
    Bench { only: Vec<String> },
    Bundle,
}

fn main() -> ExitCode {
    let outcome = read_arguments(std::env::args_os().skip(1)).and_then(carry_out);
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(chore: Chore) -> Outcome<ExitCode> {
    match chore {
        Chore::Usage => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        Chore::Setup => machine::prepare(machine::Purpose::Test).map(|()| ExitCode::SUCCESS),
        Chore::Run(options) => window::run(&options),
        Chore::Test { only } => lanes::run(&only),
        Chore::Gallery { out } => gallery::run(out.as_deref()).map(|()| ExitCode::SUCCESS),
        Chore::Types => types::write().map(|()| ExitCode::SUCCESS),
        Chore::Bench { only } => bench::run(&only).map(|()| ExitCode::SUCCESS),
        Chore::Bundle => bundle::run().map(|()| ExitCode::SUCCESS),
    }
}

/// Reads the command line; a word it does not know is refused with the usage text.
fn read_arguments(arguments: impl Iterator<Item = OsString>) -> Outcome<Chore> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut command: Option<String> = None;
    let mut only = Vec::new();
    let mut out = None;
    let mut options = window::Options::default();
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("help") | Short('h') => return Ok(Chore::Usage),
            Long("sample") if command.as_deref() == Some("run") => options.sample = true,
            Long("data-dir") if command.as_deref() == Some("run") => {
                options.data_dir = Some(PathBuf::from(parser.value().map_err(usage)?));
            }
            Long("out") if command.as_deref() == Some("gallery") => {
                out = Some(PathBuf::from(parser.value().map_err(usage)?));
            }
            Long("only") if matches!(command.as_deref(), Some("test" | "bench")) => {
                only.push(parser.value().and_then(|v| v.string()).map_err(usage)?);
            }
            Value(word) if command.is_none() => command = Some(word.string().map_err(usage)?),
            other @ (Long(_) | Short(_) | Value(_)) => return Err(usage(other.unexpected())),
        }
    }
    match command.as_deref() {
        None | Some("help") => Ok(Chore::Usage),
        Some("setup") => Ok(Chore::Setup),
        Some("run") => Ok(Chore::Run(options)),
        Some("test") => Ok(Chore::Test { only }),
        Some("gallery") => Ok(Chore::Gallery { out }),
        Some("types") => Ok(Chore::Types),
        Some("bench") => Ok(Chore::Bench { only }),
        Some("bundle") => Ok(Chore::Bundle),
        Some(other) => Err(Failure::new(format!(
            "There is no chore '{other}'.\n\n{USAGE}"
        ))),
    }
}

fn usage(error: lexopt::Error) -> Failure {
    Failure::new(format!("{error}\n\n{USAGE}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Outcome<Chore> {
        read_arguments(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn run_takes_a_sample_and_a_data_folder() {
        let expected = window::Options {
            sample: true,
            data_dir: Some(PathBuf::from("/tmp/x")),
        };
        assert_eq!(
            read("run --sample --data-dir /tmp/x").unwrap(),
            Chore::Run(expected)
        );
    }

    #[test]
    fn the_gallery_takes_a_folder() {
        assert_eq!(read("gallery").unwrap(), Chore::Gallery { out: None });
        let out = Some(PathBuf::from("/tmp/x"));
        assert_eq!(
            read("gallery --out /tmp/x").unwrap(),
            Chore::Gallery { out }
        );
        assert!(read("test --out /tmp/x").is_err());
    }

    #[test]
    fn options_of_another_chore_are_refused() {
        assert!(read("test --sample").is_err());
        assert!(read("run --only rust").is_err());
        assert!(read("sweep").is_err());
        assert!(read("test twice").is_err());
    }

    #[test]
    fn lanes_can_be_chosen_by_name() {
        let only = vec!["rust".to_owned(), "window".to_owned()];
        assert_eq!(
            read("test --only rust --only window").unwrap(),
            Chore::Test { only }
        );
    }
}
