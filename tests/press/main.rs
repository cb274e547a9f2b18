//! Facts about the press, shown on the PDF it makes.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, and writes into its own folder"
)]

mod extremes;
mod file;
mod flow;
mod inspection;
mod json;
mod metadata;
mod picture;
mod random;
mod revisions;
mod sample;
mod scripts;
mod signature_page;
mod signed;
mod signing;
mod standard;
mod tools;
