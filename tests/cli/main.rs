//! Tests of `fairlead-cli`: the program itself is run.

mod bad_input;
mod batch;
mod beginnings;
mod commands;
mod contact;
mod endings;
mod filling;
mod journeys;
mod killed;
mod locked;
mod looking;
mod meeting;
mod negotiation;
mod plan;
mod program;
mod sessions;
mod signing;
mod stages;
mod tasks;
mod templates;
mod two_processes;
mod verify;
