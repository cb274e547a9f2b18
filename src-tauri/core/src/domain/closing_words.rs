//! The words of the end, from `content/closing.toml`.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use ts_rs::TS;

/// What kind of answer a question takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClosingAnswerKind")]
pub enum AnswerKind {
    /// Words.
    #[default]
    Text,
    /// A number from 1 to 5.
    Scale,
}

/// What a question belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ClosingGroup")]
pub enum Group {
    /// Looking back together (R123).
    Stock,
    /// What came back for the time (R124).
    Return,
    /// The evaluation (R127).
    Evaluation,
}

/// A question of the closing conversation; each of the two answers it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its key.
    pub key: String,
    /// What it belongs to.
    pub group: Group,
    /// What it takes.
    #[serde(default)]
    pub kind: AnswerKind,
    /// The requirements it serves.
    pub requirements: Vec<String>,
    /// What it is called.
    pub label: String,
    /// What to think about.
    pub prompt: String,
}

/// A way to help mentoring along (R126).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub label: String,
}

/// The letter to the programme when a relationship ends (C23).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

/// The words of the end.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Before an ending without fault: talk first.
    pub suggestion: String,
    /// What is said of a closed relationship.
    pub closed: String,
    /// What is said of one that was ended.
    pub ended: String,
    /// Why an edit is refused.
    pub refused: String,
    /// The letter to the programme.
    pub letter: Letter,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The ways to help, in order.
    pub culture: Vec<Help>,
    /// What is said before a relationship is deleted.
    pub deletion: Deletion,
    /// What the closing record says besides the answers.
    pub record: Record,
}

/// What the closing record says besides the answers (section 9).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its title.
    pub title: String,
    /// Under it: `{from}` and `{to}`.
    pub under: String,
    /// What it is.
    pub subject: String,
    /// Name of the file.
    pub file: String,
    /// Above the numbers.
    pub glance: String,
    /// The number of goals.
    pub goals_reached: String,
    /// The number of meetings.
    pub meetings: String,
    /// Their time.
    pub time: String,
    /// The number of moments.
    pub moments_kept: String,
    /// Above the goals.
    pub goals: String,
    /// A goal that was reached.
    pub reached: String,
    /// One that was not.
    pub not_reached: String,
    /// Column of the goals.
    pub goal: String,
    /// Column of how they stand.
    pub stands: String,
    /// Above the four answers.
    pub stock: String,
    /// Above what came back.
    pub gain: String,
    /// Above the moments.
    pub moments: String,
    /// Above how the two stay in touch.
    pub stay: String,
    /// Above how mentoring goes on.
    pub culture: String,
    /// Above the evaluation.
    pub evaluation: String,
    /// A mark of the scale: `{value}`.
    pub mark: String,
    /// Where nothing was written.
    pub nothing: String,
    /// Title of the last page.
    pub thanks: String,
    /// A letter of it: `{to}`.
    pub dear: String,
    /// Where somebody has written no words of thanks: `{from}` and `{to}`.
    pub plain_thanks: String,
    /// The last line.
    pub last: String,
    /// The footer.
    pub footer: String,
}

/// What is said before a relationship is deleted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deletion {
    /// Where it happens.
    pub computer: String,
    /// What the backups still hold: `{backups}`.
    pub backups: String,
    /// That none holds it.
    pub no_backups: String,
    /// That it happens once.
    pub once: String,
    /// What the rows of a table are called, one and many; empty where they are not told.
    pub labels: BTreeMap<String, [String; 2]>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/closing.json")))
        .expect("content/closing.toml")
});

/// The words of the end.
pub fn words() -> &'static Words {
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_asks_each_question_once_and_in_its_group() {
        let words = words();
        let of = |group| words.questions.iter().filter(|q| q.group == group).count();
        assert_eq!(of(Group::Stock), 4, "R123 has four questions");
        assert_eq!(of(Group::Return), 2, "R124 has two");
        assert!(of(Group::Evaluation) > 0);
        let mut keys: Vec<_> = words.questions.iter().map(|q| &q.key).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), words.questions.len());
        assert!(words.questions.iter().all(|q| !q.requirements.is_empty()));
        let letter = &words.letter.body;
        for place in ["{mentee}", "{mentor}", "{date}", "{owner}"] {
            assert!(letter.contains(place), "{place}");
        }
    }
}
