//! How far counting has come, and when that is told.

/// How far counting has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Counting {
    steps: Steps,
    /// Whether it takes long enough to be told.
    long: bool,
}

/// Steps of counting done, and in all; none before the first is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Steps {
    /// Steps done.
    pub(in super::super) done: usize,
    /// Steps in all.
    pub(in super::super) of: usize,
}

impl Counting {
    /// How far it has come, once that is to be told.
    pub(in super::super) fn told(self) -> Option<Steps> {
        self.long.then_some(self.steps)
    }

    /// From now on it is told.
    pub(super) fn takes_long(&mut self) {
        self.long = true;
    }

    /// It goes on, told or not.
    pub(super) fn goes_on(&mut self, steps: Steps) {
        self.steps = steps;
    }
}
