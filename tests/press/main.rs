//! Facts about the press, shown on the PDF it makes.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod json;
