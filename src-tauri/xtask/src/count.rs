//! Counting tests by reading what their runners print.

use std::ops::AddAssign;

/// How many tests ran.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Adds up the closing lines of libtest (`test result: ...`), Vitest (`Tests  1 failed | 12 passed (13)`)
/// and a plain `N passed, N failed`.
pub fn count(output: &str) -> Count {
    let mut sum = Count::default();
    for line in output.lines() {
        let line = without_colours(line);
        let words = line.trim();
        let counted = if let Some(rest) = words.strip_prefix("test result: ") {
            rest
        } else if let Some(rest) = words
            .strip_prefix("Tests ")
            .filter(|rest| rest.trim_end().ends_with(')'))
        {
            rest
        } else if words.starts_with(|c: char| c.is_ascii_digit()) && words.contains(" passed, ") {
            words
        } else {
            continue;
        };
        sum += Count {
            passed: number_before(counted, "passed"),
            failed: number_before(counted, "failed"),
        };
    }
    sum
}

/// The number that stands before a word: 12 in `1 failed | 12 passed (13)`.
fn number_before(text: &str, word: &str) -> u64 {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|' | '.'))
        .filter(|w| !w.is_empty())
        .collect();
    words
        .windows(2)
        .find_map(|pair| match pair {
            [number, name] if *name == word => number.parse().ok(),
            _ => None,
        })
        .unwrap_or(0)
}

/// Takes terminal colour codes out of a line.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(c) = characters.next() {
        if c == '\u{1b}' {
            // ESC [ ... letter
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_tests_are_added_up_over_binaries() {
        let output = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(
            count(output),
            Count {
                passed: 15,
                failed: 2
            }
        );
    }

    #[test]
    fn vitest_is_read_with_and_without_colours() {
        let plain = " Test Files  2 passed (2)\n      Tests  1 failed | 12 passed (13)\n";
        assert_eq!(
            count(plain),
            Count {
                passed: 12,
                failed: 1
            }
        );
        let coloured = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m45 passed\u{1b}[39m\u{1b}[22m\u{1b}[90m (45)\u{1b}[39m\n";
        assert_eq!(
            count(coloured),
            Count {
                passed: 45,
                failed: 0
            }
        );
    }

    #[test]
    fn a_plain_closing_line_counts() {
        assert_eq!(
            count("4 passed, 1 failed\n"),
            Count {
                passed: 4,
                failed: 1
            }
        );
    }

    #[test]
    fn other_talk_of_passing_does_not_count() {
        assert_eq!(
            count("the deadline passed, 3 failed attempts\nTests are fun\n"),
            Count::default()
        );
    }
}
