//! What of an agenda goes on to the next session (J6): by the order of the sessions, whatever their dates
//! and however they were moved.

use std::collections::{BTreeMap, HashMap, HashSet};

/// A session on the way, in the order of all sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Which session.
    pub id: String,
    /// Whether it is behind the two: held, called off, missed, or past. What it did not reach goes on.
    pub over: bool,
}

/// A point and the session for which it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Which point.
    pub id: String,
    /// The session for which it was written.
    pub home: String,
}

/// The points that stand on the agenda of each session, those carried over first. A point goes on from session
/// to session until one of them settles it, and waits at the first that is not over. One whose session is not
/// there any more waits there too.
pub fn agendas(
    stops: &[Stop],
    points: &[Point],
    settled: impl Fn(&str, &str) -> bool,
) -> BTreeMap<String, Vec<String>> {
    let mut agendas = BTreeMap::new();
    let mut going: Vec<&Point> = Vec::new();
    // By session, so that ten years of sessions are gone through once.
    let mut written: HashMap<&str, Vec<&Point>> = HashMap::new();
    for point in points {
        written.entry(&point.home).or_default().push(point);
    }
    let there: HashSet<&str> = stops.iter().map(|stop| stop.id.as_str()).collect();
    let mut lost: Vec<&Point> = points
        .iter()
        .filter(|point| !there.contains(point.home.as_str()))
        .collect();
    for stop in stops {
        let mut here = std::mem::take(&mut going);
        if !stop.over {
            here.append(&mut lost);
        }
        here.extend(written.remove(stop.id.as_str()).unwrap_or_default());
        let ids = here.iter().map(|point| point.id.clone()).collect();
        agendas.insert(stop.id.clone(), ids);
        if stop.over {
            going = here
                .into_iter()
                .filter(|point| !settled(&point.id, &stop.id))
                .collect();
        }
    }
    agendas
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Slow and obvious: a point is on the agenda of its own session, and of a later one when every session from
    /// its own up to that one is over and none of them settled it.
    fn stands_on(
        stops: &[Stop],
        point: &Point,
        settled: &dyn Fn(&str, &str) -> bool,
        at: usize,
    ) -> bool {
        match stops.iter().position(|stop| stop.id == point.home) {
            Some(home) => {
                home <= at
                    && stops[home..at]
                        .iter()
                        .all(|stop| stop.over && !settled(&point.id, &stop.id))
            }
            None => stops.iter().position(|stop| !stop.over) == Some(at),
        }
    }

    proptest! {
        #[test]
        fn carry_forward_is_what_the_slow_and_obvious_model_says(
            over in proptest::collection::vec(any::<bool>(), 0..9),
            homes in proptest::collection::vec(0_usize..10, 0..9),
            reached in proptest::collection::vec((0_usize..9, 0_usize..9), 0..20),
        ) {
            let stops: Vec<Stop> = over.iter().enumerate()
                .map(|(at, over)| Stop { id: format!("s{at}"), over: *over })
                .collect();
            let points: Vec<Point> = homes.iter().enumerate()
                .map(|(at, home)| Point { id: format!("p{at}"), home: format!("s{home}") })
                .collect();
            let settled = |point: &str, session: &str| reached.iter()
                .any(|(p, s)| format!("p{p}") == point && format!("s{s}") == session);
            let agendas = agendas(&stops, &points, settled);
            for (at, stop) in stops.iter().enumerate() {
                let mut said = agendas[&stop.id].clone();
                let mut obvious: Vec<String> = points.iter()
                    .filter(|point| stands_on(&stops, point, &settled, at))
                    .map(|point| point.id.clone())
                    .collect();
                said.sort();
                obvious.sort();
                prop_assert_eq!(said, obvious, "session {}", at);
            }
        }
    }

    fn stops(over: &[(&str, bool)]) -> Vec<Stop> {
        over.iter()
            .map(|(id, over)| Stop {
                id: (*id).to_owned(),
                over: *over,
            })
            .collect()
    }

    #[test]
    fn j6_an_untouched_point_goes_over_a_cancelled_session_and_waits_at_the_next() {
        let points = [
            Point {
                id: "reached".into(),
                home: "may".into(),
            },
            Point {
                id: "untouched".into(),
                home: "may".into(),
            },
            Point {
                id: "later".into(),
                home: "july".into(),
            },
        ];
        let settled = |point: &str, session: &str| point == "reached" && session == "may";
        let all = agendas(
            &stops(&[
                ("may", true),
                ("june", true),
                ("july", false),
                ("august", false),
            ]),
            &points,
            settled,
        );
        assert_eq!(all["may"], ["reached", "untouched"]);
        assert_eq!(all["june"], ["untouched"]);
        assert_eq!(
            all["july"],
            ["untouched", "later"],
            "what is carried comes first"
        );
        assert_eq!(all["august"], [""; 0]);
    }

    #[test]
    fn points_of_a_session_that_was_removed_wait_at_the_next_one() {
        let points = [Point {
            id: "p".into(),
            home: "gone".into(),
        }];
        let all = agendas(
            &stops(&[("may", true), ("june", false)]),
            &points,
            |_, _| false,
        );
        assert_eq!((all["may"].len(), all["june"].len()), (0, 1));
    }
}
