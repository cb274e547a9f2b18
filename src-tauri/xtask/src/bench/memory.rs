//! What a program and the processes of its web view hold in memory.

use std::collections::HashMap;
use std::fs;
use std::thread;
use std::time::Duration;

use crate::process::{Failure, Outcome};

/// How often is looked, at most, until the amount stands still.
const LOOKS: u32 = 20;

/// The memory of a process and everything it started, once it stands still, in MB: PSS, which counts a page that n
/// processes share as a n-th for each.
pub fn settled(process: u32) -> Outcome<f64> {
    let mut before = pss_of_tree(process)?;
    for _ in 0..LOOKS {
        thread::sleep(Duration::from_millis(250));
        let now = pss_of_tree(process)?;
        if (now - before).abs() <= before * 0.005 {
            return Ok(now);
        }
        before = now;
    }
    Ok(before)
}

fn pss_of_tree(root: u32) -> Outcome<f64> {
    let kilobytes: u64 = tree(root)?
        .into_iter()
        .filter_map(|process| fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok())
        .filter_map(|text| pss(&text))
        .sum();
    Ok(super::size::as_f64(kilobytes) * 1024.0 / 1e6)
}

/// The time that a process and everything it started have had of the processor, in ticks.
pub fn ticks_of_tree(root: u32) -> Outcome<u64> {
    Ok(tree(root)?
        .into_iter()
        .filter_map(|process| fs::read_to_string(format!("/proc/{process}/stat")).ok())
        .filter_map(|text| ticks(&text))
        .sum())
}

/// A process and everything it started.
fn tree(root: u32) -> Outcome<Vec<u32>> {
    let parents: HashMap<u32, u32> = fs::read_dir("/proc")
        .map_err(|error| {
            Failure::new(format!(
                "/proc cannot be read, so nothing can be measured: {error}"
            ))
        })?
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|process| {
            Some((
                process,
                parent(&fs::read_to_string(format!("/proc/{process}/stat")).ok()?)?,
            ))
        })
        .collect();
    Ok(parents
        .keys()
        .copied()
        .filter(|process| descends(*process, root, &parents))
        .collect())
}

fn descends(process: u32, root: u32, parents: &HashMap<u32, u32>) -> bool {
    std::iter::successors(Some(process), |process| {
        parents.get(process).copied().filter(|parent| *parent != 0)
    })
    .any(|ancestor| ancestor == root)
}

/// The parent in the text of /proc/N/stat; the name before it may hold spaces and brackets.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?
        .1
        .split_whitespace()
        .nth(1)?
        .parse()
        .ok()
}

/// The ticks for the program and for the system on its behalf, in the text of /proc/N/stat.
fn ticks(stat: &str) -> Option<u64> {
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let own: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(own + system)
}

/// The kilobytes of the line `Pss:` of /proc/N/smaps_rollup.
fn pss(rollup: &str) -> Option<u64> {
    rollup
        .lines()
        .find_map(|line| line.strip_prefix("Pss:"))?
        .split_whitespace()
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_are_read_behind_odd_names() {
        assert_eq!(parent("42 (a) b (c)) S 7 42 42"), Some(7));
        assert_eq!(parent("nonsense"), None);
    }

    #[test]
    fn time_is_the_programs_own_and_the_systems() {
        let stat = "42 (a b) S 7 42 42 0 -1 4194304 100 0 0 0 31 11 900 900 20 0 1 0";
        assert_eq!(ticks(stat), Some(42));
        assert_eq!(ticks("nonsense"), None);
    }

    #[test]
    fn only_the_sum_is_read() {
        assert_eq!(pss("Rss: 10 kB\nPss:    8 kB\nPss_Anon: 3 kB\n"), Some(8));
    }

    #[test]
    fn grandchildren_belong_to_the_tree() {
        let parents = HashMap::from([(3, 2), (2, 1), (1, 0), (9, 1)]);
        assert!(descends(3, 2, &parents) && descends(3, 1, &parents) && descends(2, 2, &parents));
        assert!(!descends(9, 2, &parents));
    }
}
