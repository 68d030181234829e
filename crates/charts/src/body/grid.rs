//! Areas by sections: a mean and its spread for each, on one scale.
//!
//! With room, each section is a panel beside the others, so that a section reads as a profile and an area as a row.
//! Without, each area is a block with a line per section, so that sections can still be compared along one scale.

use super::{Layout, nearly};
use crate::pen::{GAP, Labels, Pen};
use crate::text::Type;
use crate::{Align, Axis, ChartError, Figure, Rect, Tone, num};

/// Means with spread, rows by columns.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Grid {
    /// The scale, shared by all panels.
    pub axis: Axis,
    /// The sections.
    pub columns: Vec<String>,
    /// The word for the dot: "Mean".
    pub mean_word: String,
    /// The word for the line through it: "Middle half of people".
    pub spread_word: String,
    /// The word for the upright mark: "All sections together". Empty if there is none.
    pub overall_word: String,
    /// Rows in the order to be read.
    pub rows: Vec<GridRow>,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct GridRow {
    /// The area.
    pub name: String,
    /// The mean of all sections together.
    pub overall: Option<f64>,
    /// One cell per section.
    pub cells: Vec<GridCell>,
}

/// One section's view of one area.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct GridCell {
    /// The mean; held back in small sections.
    pub mean: Figure,
    /// The ends of the spread.
    pub spread: Option<(f64, f64)>,
    /// The cell as a sentence.
    pub spoken: String,
}

const PANEL: f64 = 112.0;
const ROW: f64 = 40.0;
const LINE: f64 = 24.0;

impl Layout for Grid {
    fn names(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.name.as_str()).collect()
    }

    fn numbers(&self, row: usize) -> (Vec<f64>, f64) {
        (self.rows.get(row).map(GridRow::numbers).unwrap_or_default(), nearly(&self.axis))
    }

    fn check(&self) -> Result<(), ChartError> {
        self.axis.check()?;
        if self.columns.is_empty() {
            return Err(ChartError::Empty);
        }
        for (index, row) in self.rows.iter().enumerate() {
            if row.cells.len() != self.columns.len() {
                return Err(ChartError::Ragged { row: index });
            }
            row.numbers().into_iter().try_for_each(|value| self.axis.holds(value))?;
            if row.cells.iter().any(|cell| cell.spread.is_some_and(|(low, high)| low > high)) {
                return Err(ChartError::Disorder { row: index });
            }
        }
        Ok(())
    }

    fn lay(&self, pen: &mut Pen<'_>) {
        pen.key(&[
            (&self.mean_word, Box::new(|pen, at| pen.dot(at.x + 13.0, at.y + at.height / 2.0, 5.0, Tone::Accent))),
            (
                &self.spread_word,
                Box::new(|pen, at| pen.level(at.x, at.right(), at.y + at.height / 2.0, 6.0, Tone::AccentSoft)),
            ),
            (&self.overall_word, Box::new(|pen, at| pen.upright(at.x + 13.0, at.y, at.bottom(), 2.0, Tone::Sand))),
        ]);
        let labels = Labels::new(pen, self.names());
        let panel = ((pen.right - labels.plot) / num::count(self.columns.len())).floor();
        if !labels.above && panel >= PANEL {
            self.panels(pen, &labels, panel);
        } else {
            self.blocks(pen);
        }
    }
}

impl GridRow {
    fn numbers(&self) -> Vec<f64> {
        let cell = |cell: &GridCell| {
            let (low, high) = cell.spread.unzip();
            [cell.mean.value, low, high]
        };
        self.cells.iter().flat_map(cell).chain([self.overall]).flatten().collect()
    }
}

impl Grid {
    fn panels(&self, pen: &mut Pen<'_>, labels: &Labels, panel: f64) {
        let inset = GAP * 1.5;
        let heads: Vec<_> =
            self.columns.iter().map(|name| pen.wrap(name, Type::SMALL_STRONG, panel - inset, 3)).collect();
        let most = heads.iter().map(Vec::len).max().unwrap_or(0);
        let plot = |at: usize| {
            let left = labels.plot + num::count(at) * panel;
            (left, left + panel - inset)
        };
        for (at, lines) in heads.iter().enumerate() {
            let top = pen.y + num::count(most - lines.len()) * Type::SMALL.line();
            pen.lines(plot(at).0, top, Align::Left, lines, Type::SMALL_STRONG, Tone::Ink);
        }
        pen.y += num::count(most) * Type::SMALL.line() + GAP;
        for row in &self.rows {
            let lines = labels.wrap(pen, &row.name, 0.0);
            let edges = labels.draw(pen, &lines, ROW);
            for (at, cell) in row.cells.iter().enumerate() {
                let (left, right) = plot(at);
                pen.upright(left, edges.top - 3.0, edges.bottom + 3.0, 1.0, Tone::Line);
                let within = (left + 6.0, right - 6.0);
                let y = edges.middle() + 8.0;
                self.cell(pen, row, cell, (y, 9.0), within);
                self.label_above(pen, cell, y - 16.0, within);
                pen.hit(Rect::edges(left, edges.top, right, edges.bottom), &cell.spoken);
            }
            pen.y = edges.bottom + 6.0;
        }
    }

    /// A dot's figure stands above it, kept inside its panel.
    fn label_above(&self, pen: &mut Pen<'_>, cell: &GridCell, y: f64, plot: (f64, f64)) {
        let known = cell.mean.value;
        let kind = if known.is_some() { Type::SMALL_STRONG } else { Type::SMALL };
        let label = pen.shorten(&cell.mean.label, kind, plot.1 - plot.0);
        let half = pen.span(&label, kind) / 2.0;
        let x = known.map_or(plot.0, |value| Pen::place(&self.axis, value, plot));
        let x = x.clamp(plot.0 + half, (plot.1 - half).max(plot.0 + half));
        pen.text(x, y, Align::Center, &label, kind, if known.is_some() { Tone::Ink } else { Tone::Muted });
    }

    fn blocks(&self, pen: &mut Pen<'_>) {
        let gutter = pen.widest(self.columns.iter().map(String::as_str), Type::SMALL).min(pen.width() * 0.36).ceil();
        let cells = || self.rows.iter().flat_map(|row| &row.cells);
        let value = pen.widest(cells().map(|cell| cell.mean.label.as_str()), Type::SMALL_STRONG);
        let value = value.min(pen.width() * 0.3);
        let left = pen.left + gutter + GAP;
        let plot = (left + 6.0, (pen.right - value - GAP - 6.0).max(left + 7.0));
        for row in &self.rows {
            let lines = pen.wrap(&row.name, Type::STRONG, pen.width(), 2);
            pen.y = pen.lines(pen.left, pen.y, Align::Left, &lines, Type::STRONG, Tone::Ink) + 2.0;
            for (name, cell) in self.columns.iter().zip(&row.cells) {
                let y = pen.y + LINE / 2.0;
                let name = pen.shorten(name, Type::SMALL, gutter);
                pen.text(pen.left, y, Align::Left, &name, Type::SMALL, Tone::Muted);
                pen.level(plot.0, plot.1, y, 1.0, Tone::Line);
                self.cell(pen, row, cell, (y, LINE / 2.0), plot);
                let kind = if cell.mean.value.is_some() { Type::SMALL_STRONG } else { Type::SMALL };
                let label = pen.shorten(&cell.mean.label, kind, value);
                pen.text(pen.right, y, Align::Right, &label, kind, Tone::Ink);
                pen.hit(Rect::edges(pen.left, pen.y, pen.right, pen.y + LINE), &cell.spoken);
                pen.y += LINE;
            }
            pen.y += GAP * 1.5;
        }
        pen.y -= GAP;
    }

    /// The mark of `overall` reaches so far up and down that in a block it makes one line.
    fn cell(&self, pen: &mut Pen<'_>, row: &GridRow, cell: &GridCell, (y, reach): (f64, f64), plot: (f64, f64)) {
        let Some(mean) = cell.mean.value else { return };
        let at = |value| Pen::place(&self.axis, value, plot);
        if let Some((low, high)) = cell.spread {
            pen.level(at(low), at(high).max(at(low) + 1.0), y, 6.0, Tone::AccentSoft);
        }
        if let Some(overall) = row.overall {
            pen.upright(at(overall), y - reach, y + reach, 2.0, Tone::Sand);
        }
        pen.ringed_dot(at(mean), y, 5.0, Tone::Accent);
    }
}
