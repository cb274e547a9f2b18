//! Tests of `fairlead-core`.

mod architecture;
mod content;
mod files;
mod papers;
mod wording;
