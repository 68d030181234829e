//! The same persons before and after: how many went which way, and whether chance alone would do as much.
//!
//! Nothing here knows ballots, only numbers of persons. Those who did not move say nothing about a direction and are
//! left out of the tests.

mod bounds;
mod chance;
mod holm;
mod movement;
mod yes_no;

pub use chance::Chance;
pub use holm::holm;
pub use movement::{Movement, movements};
pub use yes_no::YesNo;

use crate::Exact;

/// Persons who moved, by the way they went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Split {
    /// How many went up.
    pub up: usize,
    /// How many went down.
    pub down: usize,
}

impl Split {
    /// How many moved; the base of the test.
    pub fn moved(self) -> usize {
        self.up + self.down
    }

    /// How uneven it is: from -1, all down, to 1, all up; `None` when nobody moved.
    pub fn effect(self) -> Option<Exact> {
        let count = |persons: usize| i128::try_from(persons).ok();
        let moved = count(self.moved()).filter(|moved| *moved > 0)?;
        Some(Exact::new(count(self.up)? - count(self.down)?, moved))
    }
}
