//! Tests of `fairlead-core`.

mod architecture;
mod content;
mod store_open;
mod wording;
