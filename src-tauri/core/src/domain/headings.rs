//! The headings of part 2: the fourteen areas and those that the two added, in one order (R53).

/// One heading of part 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// One of the fourteen areas, by its key.
    Area(String),
    /// One of their own, by its id.
    Own(String),
}

impl Heading {
    /// The key or the id.
    pub fn key(&self) -> &str {
        match self {
            Self::Area(key) | Self::Own(key) => key,
        }
    }
}

/// The order in which the headings stand. As long as no area was moved, the areas come in the order of
/// the form and the others follow them; afterwards each heading has its place among all. `areas` are
/// given in the order of the form, `own` in theirs.
pub fn arrange(areas: &[(&str, Option<i64>)], own: &[(&str, i64)]) -> Vec<Heading> {
    let arranged = areas.iter().any(|(_, position)| position.is_some());
    let mut rows: Vec<(i64, usize, Heading)> = Vec::with_capacity(areas.len() + own.len());
    for (at, (key, position)) in areas.iter().enumerate() {
        let place = position.unwrap_or_else(|| i64::try_from(at).unwrap_or(i64::MAX));
        rows.push((place, at, Heading::Area((*key).to_owned())));
    }
    for (at, (id, position)) in own.iter().enumerate() {
        let place = if arranged { *position } else { i64::MAX };
        rows.push((place, areas.len() + at, Heading::Own((*id).to_owned())));
    }
    rows.sort_by_key(|(place, at, _)| (*place, *at));
    rows.into_iter().map(|(_, _, heading)| heading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(areas: &[(&str, Option<i64>)], own: &[(&str, i64)]) -> String {
        arrange(areas, own)
            .iter()
            .map(Heading::key)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn r53_areas_come_first_until_one_is_moved() {
        let areas = [("a", None), ("b", None)];
        assert_eq!(keys(&areas, &[("x", 0), ("y", 1)]), "a b x y");
        let moved = [("a", Some(3)), ("b", Some(0))];
        assert_eq!(keys(&moved, &[("x", 1), ("y", 2)]), "b x y a");
    }

    #[test]
    fn places_that_are_the_same_or_missing_still_give_one_order() {
        let moved = [("a", Some(1)), ("b", None), ("c", Some(1))];
        assert_eq!(keys(&moved, &[("x", 1), ("y", 9)]), "a b c x y");
    }
}
