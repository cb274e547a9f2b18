//! `cargo xtask test`: every check and every test, lane by lane. A failed lane does not stop the next one.

use std::fmt;
use std::process::{Command, ExitCode};
use std::time::Duration;

use serde::Deserialize;

use crate::count::{Count, count};
use crate::machine::{self, Purpose};
use crate::process::{self, Failure, Outcome, follow};
use crate::stopwatch::timed;
use crate::ui;

/// One lane: a check says yes or no, a suite counts its tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lane {
    Format,
    Bundle,
    Clippy,
    Docs,
    Rust,
    TypeScript,
    UiUnit,
    UiBrowser,
    Window,
}

/// In the order in which they run: what other lanes need comes first (the bundle is part of the program).
const LANES: &[(Lane, &str)] = &[
    (Lane::Format, "format"),
    (Lane::Bundle, "bundle"),
    (Lane::Clippy, "clippy"),
    (Lane::Docs, "docs"),
    (Lane::Rust, "rust"),
    (Lane::TypeScript, "typescript"),
    (Lane::UiUnit, "ui-unit"),
    (Lane::UiBrowser, "ui-browser"),
    (Lane::Window, "window"),
];

/// The test target that drives the real window; it has a lane of its own.
const WINDOW_TESTS: &str = "e2e";

/// How a lane ended.
struct Ended {
    name: &'static str,
    count: Count,
    took: Duration,
    /// Why it failed, where that is more than a failed test.
    remark: Option<String>,
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.count.failed == 0 {
            "ok"
        } else {
            "FAILED"
        };
        let Count { passed, failed } = self.count;
        let seconds = self.took.as_secs_f64();
        write!(
            f,
            "{:<12} {verdict:<7} {passed:>5} ok {failed:>4} not {seconds:>8.1} s",
            self.name
        )?;
        match &self.remark {
            Some(remark) => write!(f, "   {remark}"),
            None => Ok(()),
        }
    }
}

/// Runs the lanes named, or all of them. The last line printed is `N passed, N failed`.
pub fn run(only: &[String]) -> Outcome<ExitCode> {
    for name in only {
        if !LANES.iter().any(|(_, lane)| lane == name) {
            let names = LANES
                .iter()
                .map(|(_, lane)| *lane)
                .collect::<Vec<_>>()
                .join(", ");
            return Err(Failure::new(format!(
                "There is no lane '{name}'. Lanes: {names}."
            )));
        }
    }
    machine::prepare(Purpose::Test)?;
    let chosen = LANES
        .iter()
        .filter(|(_, name)| only.is_empty() || only.iter().any(|wanted| wanted == name));
    let mut ended = Vec::new();
    for (lane, name) in chosen {
        println!("\n== {name}");
        let (outcome, took) = timed(|| lane.run());
        let lane = judge(name, took, outcome);
        println!("{lane}");
        ended.push(lane);
    }
    println!();
    let mut sum = Count::default();
    for lane in &ended {
        println!("{lane}");
        sum += lane.count;
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    Ok(if sum.failed == 0 && sum.passed > 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What a lane's commands gave.
enum Said {
    /// A check: fine or not.
    Check(bool),
    /// A suite: whether it exited well, and its tests.
    Suite(bool, Count),
}

fn judge(name: &'static str, took: Duration, outcome: Outcome<Said>) -> Ended {
    let (count, remark) = match outcome {
        Ok(Said::Check(true)) => (
            Count {
                passed: 1,
                failed: 0,
            },
            None,
        ),
        Ok(Said::Check(false)) => (
            Count {
                passed: 0,
                failed: 1,
            },
            None,
        ),
        Ok(Said::Suite(
            true,
            Count {
                passed: 0,
                failed: 0,
            },
        )) => (
            Count {
                passed: 0,
                failed: 1,
            },
            Some("ran no test".to_owned()),
        ),
        Ok(Said::Suite(false, Count { passed, failed: 0 })) => (
            Count { passed, failed: 1 },
            Some("the runner failed, though no test did".to_owned()),
        ),
        Ok(Said::Suite(_, count)) => (count, None),
        Err(failure) => (
            Count {
                passed: 0,
                failed: 1,
            },
            Some(failure.to_string()),
        ),
    };
    Ended {
        name,
        count,
        took,
        remark,
    }
}

impl Lane {
    /// Whether it compiles the program, which has the pages in it: run alone, it must not take old ones.
    fn compiles_pages(self) -> bool {
        match self {
            Self::Clippy | Self::Docs | Self::Rust | Self::Window => true,
            Self::Format | Self::Bundle | Self::TypeScript | Self::UiUnit | Self::UiBrowser => {
                false
            }
        }
    }

    fn run(self) -> Outcome<Said> {
        if self.compiles_pages() {
            ui::build()?;
        }
        match self {
            Self::Format => check(machine::cargo().args(["fmt", "--all", "--check"])),
            Self::Bundle => ui::build().map(|()| Said::Check(true)),
            Self::Clippy => check(machine::cargo().args([
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "--deny",
                "warnings",
            ])),
            Self::Docs => check(
                // Examples bring the tests' libraries in. With them the features are those that clippy chose, and what it
                // checked serves here again; without them some two hundred libraries are checked once more.
                machine::cargo()
                    .args([
                        "doc",
                        "--workspace",
                        "--no-deps",
                        "--lib",
                        "--bins",
                        "--examples",
                    ])
                    .env("RUSTDOCFLAGS", "--deny warnings"),
            ),
            Self::Rust => {
                // One selection of packages for every test command: another would build the libraries again.
                let mut tests = machine::cargo();
                tests.args(["test", "--workspace", "--no-fail-fast", "--lib", "--bins"]);
                for name in test_targets()?.iter().filter(|name| *name != WINDOW_TESTS) {
                    tests.args(["--test", name]);
                }
                let mut examples = machine::cargo();
                examples.args(["test", "--workspace", "--no-fail-fast", "--doc"]);
                suite(&mut [tests, examples])
            }
            Self::TypeScript => check(ui::npm().args(["run", "--silent", "check"])),
            Self::UiUnit => suite(&mut [ui_tests("test")]),
            Self::UiBrowser => suite(&mut [ui_tests("browser")]),
            Self::Window => {
                let mut tests = machine::cargo();
                tests.args([
                    "test",
                    "--workspace",
                    "--no-fail-fast",
                    "--test",
                    WINDOW_TESTS,
                ]);
                suite(&mut [tests])
            }
        }
    }
}

/// A Vitest run; the browser's path goes along for the lane that drives one.
fn ui_tests(script: &str) -> Command {
    let mut command = ui::npm();
    command
        .args(["run", "--silent", script])
        .env("NO_COLOR", "1");
    if let Some(browser) = ui::browser() {
        command.env("FAIRLEAD_CHROMIUM", browser);
    }
    command
}

fn check(command: &mut Command) -> Outcome<Said> {
    follow(command).map(|(well, _)| Said::Check(well))
}

fn suite(commands: &mut [Command]) -> Outcome<Said> {
    let mut all_well = true;
    let mut sum = Count::default();
    for command in commands {
        let (well, output) = follow(command)?;
        all_well &= well;
        sum += count(&output);
    }
    Ok(Said::Suite(all_well, sum))
}

/// The names of the workspace's integration tests, as Cargo knows them.
fn test_targets() -> Outcome<Vec<String>> {
    let text = process::read(machine::cargo().args([
        "metadata",
        "--no-deps",
        "--offline",
        "--format-version",
        "1",
    ]))?;
    let metadata: Metadata = serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("cargo metadata was not understood: {error}")))?;
    let targets = metadata
        .packages
        .into_iter()
        .flat_map(|package| package.targets);
    Ok(targets
        .filter(|target| target.kind == ["test"])
        .map(|target| target.name)
        .collect())
}

/// The part of `cargo metadata` that names the targets.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(outcome: Outcome<Said>) -> Count {
        judge("lane", Duration::ZERO, outcome).count
    }

    #[test]
    fn a_lane_that_ran_no_test_failed() {
        assert_eq!(
            judged(Ok(Said::Suite(true, Count::default()))),
            Count {
                passed: 0,
                failed: 1
            }
        );
    }

    #[test]
    fn a_runner_that_fails_without_a_failed_test_failed() {
        let count = Count {
            passed: 7,
            failed: 0,
        };
        assert_eq!(
            judged(Ok(Said::Suite(false, count))),
            Count {
                passed: 7,
                failed: 1
            }
        );
        assert_eq!(judged(Ok(Said::Suite(true, count))), count);
    }

    #[test]
    fn a_check_counts_once() {
        assert_eq!(
            judged(Ok(Said::Check(true))),
            Count {
                passed: 1,
                failed: 0
            }
        );
        assert_eq!(
            judged(Ok(Said::Check(false))),
            Count {
                passed: 0,
                failed: 1
            }
        );
        assert_eq!(
            judged(Err(Failure::new("did not start"))),
            Count {
                passed: 0,
                failed: 1
            }
        );
    }

    #[test]
    fn the_window_is_tested_with_the_pages_as_they_are() {
        assert!(Lane::Window.compiles_pages());
        assert!(Lane::Rust.compiles_pages());
        assert!(!Lane::Format.compiles_pages());
    }

    #[test]
    fn unknown_lanes_are_refused() {
        assert!(run(&["rusty".to_owned()]).is_err());
    }
}
