//! How fast money grows and dues fall, and how far it is until they meet.

use num_traits::ToPrimitive as _;

/// The rounding of rates, many times over.
pub(super) const MARGIN: f64 = 1e-9;

/// What a number is at least and at most.
#[derive(Clone, Copy)]
pub(super) struct Between {
    pub(super) least: f64,
    pub(super) most: f64,
}

/// What lies ahead of a share, in steps.
pub(in super::super) struct Ahead {
    /// So many change nothing, for certain.
    pub(in super::super) safe: u64,
    /// After so many something changes, by the look of it.
    pub(in super::super) likely: u64,
}

impl Between {
    /// The same in units of `divisor`.
    pub(super) fn by(self, divisor: f64) -> Self {
        Self { least: self.least / divisor, most: self.most / divisor }
    }
}

impl Ahead {
    /// What lies ahead when it is `distance` to a change and each step goes as far as `each`.
    pub(super) fn new(distance: f64, each: Between) -> Self {
        let safe = if each.most <= 0.0 { u64::MAX } else { steps(distance, each.most) };
        let likely = each.least.midpoint(each.most);
        Self { safe, likely: if likely <= 0.0 { u64::MAX } else { steps(distance, likely) } }
    }
}

/// How many whole steps of `each` stay short of `distance`.
pub(super) fn steps(distance: f64, each: f64) -> u64 {
    let steps = (distance * (1.0 - MARGIN) / each).ceil() - 1.0;
    // A step of nothing never gets there, and this is beyond any raise. What is not a number stays so: no step at all.
    steps.clamp(0.0, 1e15).to_u64().unwrap_or(0)
}

#[expect(clippy::cast_precision_loss, reason = "rates are rounded anyway, and MARGIN is far wider")]
pub(in super::super) fn number(whole: u64) -> f64 {
    whole as f64
}

#[expect(clippy::cast_precision_loss, reason = "as above")]
pub(in super::super) fn wide(whole: u128) -> f64 {
    whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_short_of_the_distance_and_doubt_takes_none() {
        assert_eq!(steps(10.5, 2.0), 5);
        assert_eq!(steps(10.0, 2.0), 4, "to arrive is too far");
        assert_eq!(steps(1.0, 2.0), 0);
        assert_eq!(steps(0.0, 2.0), 0);
        assert_eq!(steps(1.0, f64::INFINITY), 0);
        assert_eq!(steps(1.0, f64::NAN), 0);
        assert_eq!(steps(0.0, 0.0), 0);
        assert_eq!(steps(1.0, 0.0), 1_000_000_000_000_000);
    }
}
