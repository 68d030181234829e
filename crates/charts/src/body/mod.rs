//! The kinds of picture. A new kind is one file here, one line in [`Body`] and [`Body::layout`], and one fixture.

pub(crate) mod bars;
pub(crate) mod dumbbell;
pub(crate) mod grid;
pub(crate) mod matrix;
pub(crate) mod selection;
pub(crate) mod spread;
pub(crate) mod strips;

use crate::ChartError;
use crate::pen::Pen;

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Body {
    /// First reaction to considered view, per area.
    Dumbbell(dumbbell::Dumbbell),
    /// Shares or counts.
    Bars(bars::Bars),
    /// Quartiles, median and mean, per area.
    Spread(spread::Spread),
    /// Who moved up and who down, per area.
    Strips(strips::Strips),
    /// Table baskets side by side.
    Matrix(matrix::Matrix),
    /// What a rule funds, step by step, against the budget.
    Selection(selection::Selection),
    /// Areas by sections.
    Grid(grid::Grid),
}

impl Body {
    pub(crate) fn layout(&self) -> &dyn Layout {
        match self {
            Self::Dumbbell(body) => body,
            Self::Bars(body) => body,
            Self::Spread(body) => body,
            Self::Strips(body) => body,
            Self::Matrix(body) => body,
            Self::Selection(body) => body,
            Self::Grid(body) => body,
        }
    }
}

/// What every kind of picture does.
pub(crate) trait Layout {
    /// The rows as named; the table has the same.
    fn names(&self) -> Vec<&str>;

    /// The numbers drawn in a row, and how near the table's number must be.
    fn numbers(&self, row: usize) -> (Vec<f64>, f64);

    /// Refuses what can't be drawn truthfully.
    fn check(&self) -> Result<(), ChartError>;

    /// Draws from the pen's `y` down, and leaves `y` at the end.
    fn lay(&self, pen: &mut Pen<'_>);
}

/// A five-hundredth of the axis: less than a pixel, so a rounded number in the table is still the one drawn.
pub(crate) fn nearly(axis: &crate::Axis) -> f64 {
    (axis.high - axis.low) / 500.0
}
