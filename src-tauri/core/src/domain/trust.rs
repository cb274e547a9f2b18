//! How far each of the two trusts the other at the mid-point (R116).

/// From 1 (hardly) to 5 (fully).
pub const RATINGS: std::ops::RangeInclusive<u32> = 1..=5;

/// A rating. Neither printed nor serialised as a whole.
#[derive(Clone, PartialEq, Eq)]
pub struct Trust {
    /// From 1 to 5.
    pub rating: u32,
    /// A word to it; may be empty.
    pub note: String,
}

/// A rating that only who gave it sees. It comes out for that person, or by [`PrivateTrust::share`].
pub struct PrivateTrust(Trust);

impl PrivateTrust {
    /// A rating out of its private table.
    pub(crate) const fn new(trust: Trust) -> Self {
        Self(trust)
    }

    /// For who gave it, and nobody else.
    pub(crate) const fn own(&self) -> &Trust {
        &self.0
    }

    /// The person shares it.
    pub fn share(self) -> Trust {
        self.0
    }
}

/// What a rating means.
pub const fn words(rating: u32) -> &'static str {
    match rating {
        1 => "Hardly yet",
        2 => "A little",
        3 => "Partly",
        4 => "Mostly",
        _ => "Fully",
    }
}
