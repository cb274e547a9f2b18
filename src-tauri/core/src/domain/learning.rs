//! The three kinds of learning activity in words, with examples to start from (R102), out of `content/plan.toml`.

use super::activity::ActivityKind;
use serde::Deserialize;
use std::sync::LazyLock;

/// A kind with what is said of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// Which.
    pub kind: ActivityKind,
    /// What it means.
    pub about: String,
    /// Examples to start from.
    pub examples: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    kinds: Vec<Learning>,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/plan.json")))
        .expect("content/plan.toml")
});

/// The three kinds, in order.
pub fn kinds() -> &'static [Learning] {
    &CONTENT.kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r102_each_of_the_three_kinds_has_examples_of_its_own() {
        let order: Vec<_> = kinds().iter().map(|each| each.kind).collect();
        assert_eq!(order, ActivityKind::ALL);
        let mut examples: Vec<&str> = kinds()
            .iter()
            .flat_map(|each| each.examples.iter().map(String::as_str))
            .collect();
        assert!(kinds().iter().all(|each| each.examples.len() >= 3));
        let count = examples.len();
        examples.sort_unstable();
        examples.dedup();
        assert_eq!(examples.len(), count);
    }
}
