//! Tests of `fairlead-core`.

mod content;
mod wording;
