//! What changes between two wordings, word by word: the same on the screen, on paper and on the command line.

use serde::Serialize;
use similar::algorithms::{Capture, Compact, Replace, myers};
use similar::{ChangeTag, DiffOp, DiffableStr};
use ts_rs::TS;

/// Above this many characters in both wordings together, lines are compared instead of words, so that
/// two long texts with nothing in common stay quick to compare.
const WORDS: usize = 20_000;
/// As many changes are told in words; the rest is counted.
const TOLD: usize = 8;

/// What becomes of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PieceChange")]
pub enum Change {
    /// It stays.
    Same,
    /// It goes.
    Removed,
    /// It comes.
    Added,
}

/// A piece of text, and what becomes of it. What is removed stands before what takes its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Piece {
    /// What becomes of it.
    pub change: Change,
    /// The text, with its spaces.
    pub text: String,
}

/// What stays up to a change, and the change: what goes and what comes.
#[derive(Default)]
struct Step {
    same: String,
    removed: String,
    added: String,
}

/// The pieces that lead from one wording to the other: those that stay and those that go are the old one,
/// those that stay and those that come the new one. Words are those of Unicode.
pub fn redline(before: &str, after: &str) -> Vec<Piece> {
    let short = before.len().saturating_add(after.len()) <= WORDS;
    let parts = |text| {
        if short {
            str::tokenize_unicode_words(text)
        } else {
            str::tokenize_lines(text)
        }
    };
    let (before, after): (Vec<&str>, Vec<&str>) = (parts(before), parts(after));
    let changes = compare(&before, &after);
    let mut steps: Vec<Step> = vec![Step::default()];
    for change in changes
        .iter()
        .flat_map(|each| each.iter_changes(&before[..], &after[..]))
    {
        let begun = steps
            .last()
            .is_some_and(|step| !step.removed.is_empty() || !step.added.is_empty());
        if change.tag() == ChangeTag::Equal && begun {
            steps.push(Step::default());
        }
        let Some(step) = steps.last_mut() else {
            continue;
        };
        match change.tag() {
            ChangeTag::Equal => step.same.push_str(change.value_ref()),
            ChangeTag::Delete => step.removed.push_str(change.value_ref()),
            ChangeTag::Insert => step.added.push_str(change.value_ref()),
        }
    }
    let mut pieces = Vec::new();
    for step in join(steps) {
        for (change, text) in [
            (Change::Same, step.same),
            (Change::Removed, step.removed),
            (Change::Added, step.added),
        ] {
            if !text.is_empty() {
                pieces.push(Piece { change, text });
            }
        }
    }
    pieces
}

/// What changes between two lists of words or lines. The library's own front door would bring all its algorithms
/// into the program, six times this one.
fn compare(before: &[&str], after: &[&str]) -> Vec<DiffOp> {
    let mut hook = Compact::new(Replace::new(Capture::new()), before, after);
    let all = (0..before.len(), 0..after.len());
    match myers::diff(&mut hook, before, all.0, after, all.1) {
        Ok(()) => hook.into_inner().into_inner().into_ops(),
    }
}

/// A few letters that stayed by chance between two larger changes make three changes of one. They go and
/// come with the words around them, as long as they are less than half of the change on either side and no
/// line ends in them.
fn join(steps: Vec<Step>) -> Vec<Step> {
    let larger = |step: &Step| step.removed.len().max(step.added.len());
    let blank = |one: &str, two: &str| one.trim().is_empty() && two.trim().is_empty();
    let mut joined: Vec<Step> = Vec::new();
    for step in steps {
        match joined.last_mut() {
            Some(last)
                if !step.same.contains('\n')
                    && step.same.len() * 2 <= larger(last).min(larger(&step))
                    && !blank(&last.removed, &step.removed)
                    && !blank(&last.added, &step.added) =>
            {
                for (text, more) in [
                    (&mut last.removed, &step.removed),
                    (&mut last.added, &step.added),
                ] {
                    text.push_str(&step.same);
                    text.push_str(more);
                }
            }
            _ => joined.push(step),
        }
    }
    joined
}

/// The changes in words, one after the other: `“three” becomes “two”`.
pub fn in_words(pieces: &[Piece]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let mut rest = pieces.iter().peekable();
    while let Some(piece) = rest.next() {
        let text = short(&piece.text);
        match piece.change {
            Change::Same => {}
            Change::Added => told.push(format!("added: “{text}”")),
            Change::Removed => match rest.next_if(|next| next.change == Change::Added) {
                Some(next) => told.push(format!("“{text}” becomes “{}”", short(&next.text))),
                None => told.push(format!("removed: “{text}”")),
            },
        }
    }
    let more = told.len().saturating_sub(TOLD);
    if more > 1 {
        told.truncate(TOLD);
        told.push(format!("and {more} more changes"));
    }
    told
}

fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [first @ .., last] if words.len() > 24 => {
            let first: Vec<&str> = first.iter().take(20).copied().collect();
            format!("{} … {last}", first.join(" "))
        }
        _ => words.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Change::{Added, Removed, Same};

    fn pieces(before: &str, after: &str) -> Vec<(Change, String)> {
        redline(before, after)
            .into_iter()
            .map(|piece| (piece.change, piece.text))
            .collect()
    }

    #[test]
    fn a_word_that_changes_is_removed_and_added_and_the_rest_stays() {
        assert_eq!(
            pieces(
                "answered in three working days",
                "answered in two working days"
            ),
            [
                (Same, "answered in ".into()),
                (Removed, "three".into()),
                (Added, "two".into()),
                (Same, " working days".into()),
            ]
        );
        assert_eq!(pieces("", ""), []);
        assert_eq!(pieces("same", "same"), [(Same, "same".into())]);
        assert_eq!(pieces("gone", ""), [(Removed, "gone".into())]);
        assert_eq!(pieces("", "new"), [(Added, "new".into())]);
    }

    #[test]
    fn exchanged_words_beside_each_other_are_one_change() {
        assert_eq!(
            pieces("each session, always", "every month, always"),
            [
                (Removed, "each session".into()),
                (Added, "every month".into()),
                (Same, ", always".into()),
            ]
        );
    }

    #[test]
    fn letters_that_stayed_by_chance_between_large_changes_go_with_them() {
        let found = pieces(
            "It is told to the programme, and never to anybody else.",
            "Nobody hears of it, as long as the two of us agree.",
        );
        assert_eq!(found.len(), 3, "{found:?}");
        // What only goes takes nothing along that stays.
        assert_eq!(
            pieces("a, b and c", "b"),
            [
                (Removed, "a, ".into()),
                (Same, "b".into()),
                (Removed, " and c".into()),
            ]
        );
    }

    #[test]
    fn words_of_scripts_without_spaces_and_joined_emoji_stay_whole() {
        assert_eq!(
            pieces("我们每月见面", "我们每周见面").first(),
            Some(&(Same, "我们每".into()))
        );
        let family = "👨‍👩‍👧";
        for piece in redline(family, "👩‍👧") {
            assert!(piece.text == family || piece.text == "👩‍👧");
        }
        // The accent goes with its letter, composed or not.
        assert_eq!(pieces("cafe\u{301}", "cafe").len(), 2);
    }

    #[test]
    fn changes_are_told_in_words() {
        let said = |before, after| in_words(&redline(before, after));
        assert_eq!(
            said("in three days, and on Fridays", "in two days"),
            ["“three” becomes “two”", "removed: “, and on Fridays”"]
        );
        assert_eq!(said("We meet.", "We meet in town."), ["added: “in town”"]);
        assert_eq!(said("We meet.", "We meet."), Vec::<String>::new());
        let before: String = (0..40).map(|at| format!("a{at} same ")).collect();
        let after: String = (0..40).map(|at| format!("b{at} same ")).collect();
        let many = said(&before, &after);
        assert_eq!(many.len(), 9);
        assert_eq!(many.last().unwrap(), "and 32 more changes");
    }

    #[test]
    fn two_long_texts_with_nothing_in_common_are_compared_by_lines() {
        let before = "one word after the other\n".repeat(1_000);
        let after = "something else altogether\n".repeat(1_000);
        let found = redline(&before, &after);
        assert_eq!(found.len(), 2);
    }

    proptest::proptest! {
        #[test]
        fn what_stays_and_goes_is_the_old_wording_and_what_stays_and_comes_the_new(
            before in "([a-cé ]{0,6}[\\n.]?){0,12}", after in "\\PC{0,60}"
        ) {
            for (before, after) in [(&before, &after), (&after, &before), (&before, &before)] {
                let found = redline(before, after);
                let text = |other: Change| found.iter().filter(|piece| piece.change != other).map(|piece| piece.text.as_str()).collect::<String>();
                proptest::prop_assert_eq!(&text(Added), before);
                proptest::prop_assert_eq!(&text(Removed), after);
            }
        }
    }
}
