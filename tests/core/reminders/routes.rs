//! Every reminder leads to a page that there is.

use super::words::every;
use fairlead_core::reminders::Number;
use fairlead_core::reminders::words::{route, why_route};

/// The addresses of the window's pages, from its router.
fn addresses() -> Vec<Vec<String>> {
    let router = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../ui/src/router.ts"
    ))
    .unwrap();
    let (_, list) = router.split_once("export const ADDRESSES = {").unwrap();
    let (list, _) = list.split_once("} as const").unwrap();
    list.lines()
        .filter_map(|line| line.split('"').nth(1))
        .map(|address| address.split('/').map(str::to_owned).collect())
        .collect()
}

/// The address that a route belongs to; the first that fits, as in the router.
fn page(addresses: &[Vec<String>], route: &str) -> Option<String> {
    let parts: Vec<&str> = route.strip_prefix('/')?.split('/').collect();
    addresses
        .iter()
        .find(|address| {
            address.len() == parts.len()
                && address
                    .iter()
                    .zip(&parts)
                    .all(|(word, part)| (word.starts_with(':') && !part.is_empty()) || word == part)
        })
        .map(|address| address.join("/"))
}

#[test]
fn every_kind_leads_to_a_page_that_exists() {
    let addresses = addresses();
    assert!(addresses.len() > 30, "{addresses:?}");
    for (facts, occurrence) in every() {
        for route in [route(&occurrence), why_route(&occurrence)] {
            let found = page(&addresses, &route);
            assert!(found.is_some(), "{}: {route}", occurrence.kind);
        }
        let expected: &[&str] = match occurrence.kind {
            Number::N01 | Number::N02 | Number::N03 | Number::N14 | Number::N15 | Number::N16 => {
                &["contact"]
            }
            Number::N04 | Number::N05 => &[""],
            Number::N06 | Number::N20 => &["agreement"],
            Number::N07 | Number::N08 | Number::N09 | Number::N11 | Number::N12 => {
                &["session/:session"]
            }
            Number::N10 => &["session/:session", "sessions"],
            Number::N13 => &["tasks"],
            Number::N17 | Number::N23 => &["plan"],
            Number::N18 => &["checkups/ninety-days"],
            Number::N19 | Number::N24 => &["sessions"],
            Number::N21 => &["checkups"],
            Number::N22 | Number::N26 => &["closing"],
            Number::N25 => &["supervisor", "setup"],
            Number::N27 => &["agreement/suggestions", "sign"],
        };
        let page = page(&addresses, &route(&occurrence)).unwrap();
        let tail = page
            .strip_prefix("relationship/:id")
            .unwrap()
            .trim_start_matches('/');
        assert!(
            expected.contains(&tail),
            "{} of {:?} leads to {page}",
            occurrence.kind,
            facts.role
        );
    }
}

#[test]
fn a_session_and_the_supervisor_brief_lead_to_their_own_pages() {
    for (_, occurrence) in every() {
        let to = route(&occurrence);
        let of_session = matches!(
            occurrence.kind,
            Number::N07 | Number::N08 | Number::N09 | Number::N10 | Number::N11 | Number::N12
        );
        if of_session {
            assert_eq!(to, "/relationship/r/session/s", "{}", occurrence.kind);
        }
        if occurrence.object == "brief" {
            assert_eq!(to, "/relationship/r/supervisor");
        }
    }
}
