//! The charts, and the one place where they are listed.

mod points;

use basketry_charts::ChartData;

use crate::context::Context;
use crate::report::Absent;

/// Makes one chart.
pub(crate) struct Maker {
    pub(crate) id: &'static str,
    pub(crate) make: fn(&Context<'_>, &str) -> Result<ChartData, Absent>,
}

/// Every chart of a consultation, in the order to be read.
pub(crate) fn all() -> &'static [Maker] {
    const { &[Maker { id: "points", make: points::make }] }
}
