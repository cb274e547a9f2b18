//! Tests of `fairlead-core`.

mod architecture;
mod content;
mod papers;
mod wording;
