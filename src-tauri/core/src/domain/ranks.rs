//! The three ranks of goals (R88, C10): who moves where when a goal is given one.

/// The lowest rank.
pub const LAST: u32 = 3;

/// A ranked goal, by its place in the caller's list.
pub type Ranked = (usize, u32);

/// What becomes of the ranks of other goals when a goal takes `rank`: the goals that get another one. `ranked` are
/// the others that have one. None where all three ranks are others' already: somebody has to say which goal gives
/// its rank up.
///
/// A goal in the way moves back by one, and the next one too, up to the first free rank; where there is none behind,
/// they move forward.
pub fn make_room(ranked: &[Ranked], rank: u32) -> Option<Vec<Ranked>> {
    let at = |rank: u32| ranked.iter().find(|(_, has)| *has == rank);
    let behind = (rank..=LAST).find(|rank| at(*rank).is_none());
    let before = (1..=rank).rev().find(|rank| at(*rank).is_none());
    let moves = |taken: std::ops::Range<u32>, to: fn(u32) -> u32| -> Vec<Ranked> {
        taken
            .filter_map(|rank| at(rank).map(|(goal, _)| (*goal, to(rank))))
            .collect()
    };
    match (behind, before) {
        (Some(free), _) => Some(moves(rank..free, |rank| rank + 1)),
        (None, Some(free)) => Some(moves(free + 1..rank + 1, |rank| rank - 1)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r88_a_goal_in_the_way_moves_and_none_falls_out() {
        for (ranked, rank, moved) in [
            (vec![], 2, Some(vec![])),
            (vec![(0, 1)], 2, Some(vec![])),
            (vec![(0, 1)], 1, Some(vec![(0, 2)])),
            (vec![(0, 1), (1, 2)], 1, Some(vec![(0, 2), (1, 3)])),
            (vec![(0, 1), (1, 3)], 1, Some(vec![(0, 2)])),
            (vec![(0, 2), (1, 3)], 3, Some(vec![(0, 1), (1, 2)])),
            (vec![(0, 1), (1, 3)], 3, Some(vec![(1, 2)])),
            (vec![(0, 1), (1, 2), (2, 3)], 2, None),
        ] {
            assert_eq!(make_room(&ranked, rank), moved, "{ranked:?} and {rank}");
        }
    }
}
