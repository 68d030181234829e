//! Items by tables: whose basket holds what, at which level.

use super::Layout;
use crate::pen::{GAP, Labels, Pen};
use crate::text::Type;
use crate::{Align, ChartError, Rect, Tone, num};
use std::ops::Range;

/// Baskets side by side.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Matrix {
    /// The tables.
    pub columns: Vec<Head>,
    /// The highest level that any item has.
    pub levels: u8,
    /// Rows in the order to be read.
    pub rows: Vec<MatrixRow>,
}

/// A column's heading.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Head {
    /// In full: "Table 1".
    pub name: String,
    /// For narrow cells: "1".
    pub short: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MatrixRow {
    /// The item.
    pub name: String,
    /// One cell per column.
    pub cells: Vec<MatrixCell>,
    /// What the row adds up to: "5 of 6". May be empty.
    pub total: String,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct MatrixCell {
    /// Zero if the item isn't in the basket; `None` if there is no answer.
    pub level: Option<u8>,
    /// As printed in the cell.
    pub label: String,
    /// The cell as a sentence.
    pub spoken: String,
}

const CELL: f64 = 28.0;

impl Layout for Matrix {
    fn names(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.name.as_str()).collect()
    }

    fn numbers(&self, row: usize) -> (Vec<f64>, f64) {
        let cells = self.rows.get(row).map(|row| row.cells.iter().filter_map(|cell| cell.level.map(f64::from)));
        (cells.into_iter().flatten().collect(), 0.0)
    }

    fn check(&self) -> Result<(), ChartError> {
        if self.columns.is_empty() {
            return Err(ChartError::Empty);
        }
        for (index, row) in self.rows.iter().enumerate() {
            if row.cells.len() != self.columns.len() {
                return Err(ChartError::Ragged { row: index });
            }
            if row.cells.iter().any(|cell| cell.level.is_some_and(|level| level > self.levels)) {
                return Err(ChartError::OffAxis);
            }
        }
        Ok(())
    }

    fn lay(&self, pen: &mut Pen<'_>) {
        let labels = Labels::new(pen, self.names());
        let total = pen.widest(self.rows.iter().map(|row| row.total.as_str()), Type::SMALL_STRONG);
        let aside = if labels.above || total == 0.0 { 0.0 } else { total + GAP * 2.0 };
        let room = (pen.right - aside - labels.plot).max(CELL);
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let shorts = self.columns.iter().map(|head| head.short.as_str());
        let least =
            pen.widest(cells.map(|cell| cell.label.as_str()), Type::STRONG).max(pen.widest(shorts, Type::SMALL));
        let most = num::times(room, (least + GAP).max(CELL).min(room));
        // More tables than fit side by side continue in equal blocks below.
        let blocks = self.columns.len().div_ceil(most);
        let per_block = self.columns.len().div_ceil(blocks);
        let cell = (room / num::count(per_block)).min(72.0).floor();
        let mut start = 0;
        while start < self.columns.len() {
            let end = (start + per_block).min(self.columns.len());
            self.block(pen, &labels, start..end, cell, total);
            start = end;
            pen.y += if start < self.columns.len() { GAP * 2.0 } else { 0.0 };
        }
    }
}

impl Matrix {
    fn block(&self, pen: &mut Pen<'_>, labels: &Labels, columns: Range<usize>, cell: f64, total: f64) {
        self.heads(pen, labels.plot, columns.clone(), cell);
        for row in &self.rows {
            let beside = if labels.above { total + GAP * 2.0 } else { 0.0 };
            let lines = labels.wrap(pen, &row.name, beside);
            let edges = labels.draw(pen, &lines, CELL);
            for (at, entry) in row.cells[columns.clone()].iter().enumerate() {
                let x = labels.plot + num::count(at) * cell;
                self.cell(pen, entry, Rect { x: x + 1.0, y: edges.marks + 1.0, width: cell - 2.0, height: CELL - 2.0 });
                pen.hit(Rect { x, y: edges.marks, width: cell, height: CELL }, &entry.spoken);
            }
            let line = if labels.above { edges.top + Type::BODY.line() / 2.0 } else { edges.middle() };
            let after = labels.plot + num::count(columns.len()) * cell + GAP * 2.0 + total;
            let x = if labels.above { pen.right } else { after.min(pen.right) };
            pen.text(x, line, Align::Right, &row.total, Type::SMALL_STRONG, Tone::Muted);
            pen.y = edges.bottom + if labels.above { GAP } else { 2.0 };
        }
    }

    fn heads(&self, pen: &mut Pen<'_>, left: f64, columns: Range<usize>, cell: f64) {
        let heads = &self.columns[columns];
        let width = cell - 4.0;
        let wrapped = |pen: &Pen<'_>, text: &str| pen.wrap(text, Type::SMALL, width, 2);
        let whole =
            heads.iter().all(|head| !wrapped(pen, &head.name).concat().ends_with('…') && fits(pen, &head.name, width));
        let words: Vec<Vec<String>> = heads
            .iter()
            .map(
                |head| {
                    if whole { wrapped(pen, &head.name) } else { vec![pen.shorten(&head.short, Type::SMALL, width)] }
                },
            )
            .collect();
        let most = words.iter().map(Vec::len).max().unwrap_or(0);
        for (at, lines) in words.iter().enumerate() {
            let x = left + (num::count(at) + 0.5) * cell;
            let top = pen.y + num::count(most - lines.len()) * Type::SMALL.line();
            pen.lines(x, top, Align::Center, lines, Type::SMALL, Tone::Muted);
        }
        pen.y += num::count(most) * Type::SMALL.line() + 4.0;
    }

    fn cell(&self, pen: &mut Pen<'_>, entry: &MatrixCell, rect: Rect) {
        let (x, y) = (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
        let label = pen.shorten(&entry.label, Type::STRONG, rect.width - 2.0);
        match entry.level {
            None => {
                pen.hatch(rect, 6.0, Tone::Line);
                pen.text(x, y, Align::Center, &label, Type::SMALL, Tone::Muted);
            }
            Some(0) => {
                pen.outline(rect, 1.0, Tone::Line);
                pen.text(x, y, Align::Center, &label, Type::BODY, Tone::Muted);
            }
            Some(level) => {
                pen.fill(rect, Tone::Level(level, self.levels));
                pen.text(x, y, Align::Center, &label, Type::STRONG, Tone::OnLevel(level, self.levels));
            }
        }
    }
}

/// Whether no word of the text is wider than a line.
fn fits(pen: &Pen<'_>, text: &str, width: f64) -> bool {
    text.split_whitespace().all(|word| pen.span(word, Type::SMALL) <= width)
}
