//! How much people gave, and how far they differ: the middle half as a box, with median, mean and extremes.

use super::{Layout, nearly};
use crate::pen::{GAP, Labels, Pen, RowEdges};
use crate::text::Type;
use crate::{Align, Axis, ChartError, Rect, Tone};

/// Box plots, lying down.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Spread {
    /// The scale; its ticks are drawn.
    pub axis: Axis,
    /// The word for the box: "Middle half of people".
    pub box_word: String,
    /// The word for the line in it: "Median".
    pub median_word: String,
    /// The word for the dot: "Mean".
    pub mean_word: String,
    /// The word for the thin line: "Lowest to highest".
    pub range_word: String,
    /// Rows in the order to be read.
    pub rows: Vec<SpreadRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SpreadRow {
    /// The area.
    pub name: String,
    /// `None` if held back: the label says so.
    pub quartiles: Option<Quartiles>,
    /// The median as printed.
    pub label: String,
    /// A second, quieter line; the middle half as printed, say. May be empty.
    pub detail: String,
    /// The row as a sentence.
    pub spoken: String,
}

/// A distribution in a few numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quartiles {
    /// The lowest and highest, unless that would point at one person.
    pub range: Option<(f64, f64)>,
    /// A quarter lies below.
    pub lower: f64,
    /// Half lies below.
    pub median: f64,
    /// Three quarters lie below.
    pub upper: f64,
    /// The mean.
    pub mean: Option<f64>,
}

impl Quartiles {
    fn numbers(&self) -> impl Iterator<Item = f64> {
        let (low, high) = self.range.unzip();
        [low, Some(self.lower), Some(self.median), Some(self.upper), high].into_iter().flatten()
    }
}

const BOX: f64 = 18.0;

impl Layout for Spread {
    fn names(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.name.as_str()).collect()
    }

    fn numbers(&self, row: usize) -> (Vec<f64>, f64) {
        let quartiles = self.rows.get(row).and_then(|row| row.quartiles);
        let numbers = quartiles.iter().flat_map(|q| q.numbers().chain(q.mean)).collect();
        (numbers, nearly(&self.axis))
    }

    fn check(&self) -> Result<(), ChartError> {
        self.axis.check()?;
        for (index, row) in self.rows.iter().enumerate() {
            let Some(quartiles) = row.quartiles else { continue };
            quartiles.numbers().chain(quartiles.mean).try_for_each(|value| self.axis.holds(value))?;
            if !quartiles.numbers().is_sorted() {
                return Err(ChartError::Disorder { row: index });
            }
        }
        Ok(())
    }

    fn lay(&self, pen: &mut Pen<'_>) {
        self.key(pen);
        let labels = Labels::new(pen, self.names());
        let value = pen.widest(self.rows.iter().map(|row| row.label.as_str()), Type::STRONG);
        let detail = pen.widest(self.rows.iter().map(|row| row.detail.as_str()), Type::SMALL);
        let column = value.max(detail).min(pen.width() * 0.34);
        let plot = if labels.above {
            (pen.left + 6.0, pen.right - 6.0)
        } else {
            (labels.plot, (pen.right - column - GAP * 2.0).max(labels.plot + 1.0))
        };
        let places = pen.tick_labels(&self.axis, plot, pen.y + 8.0);
        pen.y += 20.0;
        let (top, behind) = (pen.y, pen.bookmark());
        pen.halo = labels.above;
        for row in &self.rows {
            let beside = if labels.above { column + GAP * 2.0 } else { 0.0 };
            let lines = labels.wrap(pen, &row.name, beside);
            let edges = labels.draw(pen, &lines, BOX + 16.0);
            self.words(pen, row, &edges, labels.above, column);
            if let Some(quartiles) = &row.quartiles {
                self.marks(pen, quartiles, edges.middle().round(), plot);
            }
            pen.hit(Rect::edges(pen.left, edges.top, pen.right, edges.bottom), &row.spoken);
            pen.y = edges.bottom + GAP;
        }
        pen.y -= GAP;
        let (bottom, front) = (pen.y, pen.bookmark());
        pen.grid_lines(&places, top, bottom);
        pen.send_back(behind, front);
        pen.halo = false;
    }
}

impl Spread {
    fn key(&self, pen: &mut Pen<'_>) {
        pen.key(&[
            (
                &self.box_word,
                Box::new(|pen, at| pen.fill(Rect { y: at.y + 2.0, height: at.height - 4.0, ..at }, Tone::AccentSoft)),
            ),
            (&self.median_word, Box::new(|pen, at| pen.upright(at.x + 13.0, at.y, at.bottom(), 3.0, Tone::Accent))),
            (&self.mean_word, Box::new(|pen, at| pen.ringed_dot(at.x + 13.0, at.y + at.height / 2.0, 4.0, Tone::Ink))),
            (&self.range_word, Box::new(|pen, at| whisker(pen, at.x, at.right(), at.y + at.height / 2.0))),
        ]);
    }

    /// Beside the plot the figures stand in a column of their own; above it, at the end of the label's line.
    #[expect(clippy::unused_self, reason = "one of the row's parts, beside `marks`")]
    fn words(&self, pen: &mut Pen<'_>, row: &SpreadRow, edges: &RowEdges, above: bool, column: f64) {
        let tone = if row.quartiles.is_some() { Tone::Ink } else { Tone::Muted };
        let kind = if row.quartiles.is_some() { Type::STRONG } else { Type::SMALL };
        let label = pen.shorten(&row.label, kind, column);
        let detail = pen.shorten(&row.detail, Type::SMALL, column);
        let first = match (above, detail.is_empty()) {
            (true, _) => edges.top + Type::BODY.line() / 2.0,
            (false, true) => edges.middle(),
            (false, false) => edges.middle() - 8.0,
        };
        pen.text(pen.right, first, Align::Right, &label, kind, tone);
        // Above the plot there is no room for a second line; the table has it.
        if !above {
            pen.text(pen.right, edges.middle() + 9.0, Align::Right, &detail, Type::SMALL, Tone::Muted);
        }
    }

    fn marks(&self, pen: &mut Pen<'_>, quartiles: &Quartiles, y: f64, plot: (f64, f64)) {
        let at = |value| Pen::place(&self.axis, value, plot);
        if let Some((low, high)) = quartiles.range {
            whisker(pen, at(low), at(high), y);
        }
        let (left, right) = (at(quartiles.lower), at(quartiles.upper));
        pen.fill(Rect::edges(left, y - BOX / 2.0, right.max(left + 2.0), y + BOX / 2.0), Tone::AccentSoft);
        pen.upright(at(quartiles.median), y - BOX / 2.0 - 3.0, y + BOX / 2.0 + 3.0, 3.0, Tone::Accent);
        if let Some(mean) = quartiles.mean {
            pen.ringed_dot(at(mean), y, 4.0, Tone::Ink);
        }
    }
}

/// A thin line with ends.
fn whisker(pen: &mut Pen<'_>, from: f64, to: f64, y: f64) {
    pen.level(from, to, y, 1.5, Tone::Sand);
    for x in [from, to] {
        pen.upright(x, y - 4.0, y + 4.0, 1.5, Tone::Sand);
    }
}
