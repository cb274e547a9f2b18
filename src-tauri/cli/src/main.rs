//! `fairlead-cli`: the use cases of the window, without the window.

mod arguments;
mod batch;
mod commands;
mod data;
mod failure;
mod input;
mod output;
mod reference;
mod verify;

use arguments::Arguments;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) => {
            // Help and version are no mistakes. Whoever closed the pipe does not want to know more.
            let _ = told.print();
            return if told.use_stderr() {
                failure::WRONG_USAGE.into()
            } else {
                ExitCode::SUCCESS
            };
        }
    };
    match commands::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}
