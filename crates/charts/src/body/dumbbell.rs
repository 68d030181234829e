//! Before and after, one row per area, with an arrow between.

use super::{Layout, nearly};
use crate::pen::{GAP, Labels, Pen, RowEdges};
use crate::text::Type;
use crate::{Align, Axis, ChartError, Figure, Rect, Tone};

/// Two readings per row.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Dumbbell {
    /// The word for the first reading: "First reaction".
    pub before: String,
    /// The word for the second: "Considered view".
    pub after: String,
    /// The scale. Points needn't start at zero; every reading is labelled.
    pub axis: Axis,
    /// Rows in the order to be read.
    pub rows: Vec<Change>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Change {
    /// The area.
    pub name: String,
    /// The first reading.
    pub before: Figure,
    /// The second.
    pub after: Figure,
    /// The difference as printed: "+9".
    pub shift: String,
    /// The row as a sentence.
    pub spoken: String,
}

const RADIUS: f64 = 6.0;
const PLOT: f64 = 26.0;

impl Layout for Dumbbell {
    fn names(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.name.as_str()).collect()
    }

    fn numbers(&self, row: usize) -> (Vec<f64>, f64) {
        let numbers = self.rows.get(row).map(|row| [row.before.value, row.after.value]);
        (numbers.into_iter().flatten().flatten().collect(), nearly(&self.axis))
    }

    fn check(&self) -> Result<(), ChartError> {
        self.axis.check()?;
        let values = self.rows.iter().flat_map(|row| [row.before.value, row.after.value]);
        values.flatten().try_for_each(|value| self.axis.holds(value))
    }

    fn lay(&self, pen: &mut Pen<'_>) {
        pen.key(&[
            (&self.before, Box::new(|pen, at| pen.ring(at.x + 13.0, at.y + at.height / 2.0, RADIUS, Tone::Sand))),
            (
                &self.after,
                Box::new(|pen, at| arrow(pen, at.x + 2.0, at.x + 20.0, at.y + at.height / 2.0, Tone::Accent)),
            ),
        ]);
        let labels = Labels::new(pen, self.names());
        let figures = || self.rows.iter().flat_map(|row| [&row.before, &row.after]);
        let known = figures().filter(|figure| figure.value.is_some()).map(|figure| figure.label.as_str());
        let value = pen.widest(known, Type::SMALL) + RADIUS + 6.0;
        let shift = pen.widest(self.rows.iter().map(|row| row.shift.as_str()), Type::STRONG);
        let right = if labels.above { pen.right } else { pen.right - shift - GAP * 2.0 };
        let plot = (labels.plot + value, (right - value).max(labels.plot + value + 1.0));
        for row in &self.rows {
            let lines = labels.wrap(pen, &row.name, shift + GAP * 2.0);
            let edges = labels.draw(pen, &lines, PLOT);
            let line = if labels.above { edges.top + Type::BODY.line() / 2.0 } else { edges.middle() };
            pen.text(pen.right, line, Align::Right, &row.shift, Type::STRONG, self.tone(row));
            self.marks(pen, row, &edges, (labels.plot, right), plot);
            pen.hit(Rect::edges(pen.left, edges.top, pen.right, edges.bottom), &row.spoken);
            pen.y = edges.bottom + if labels.above { 10.0 } else { GAP };
        }
        pen.y -= GAP;
    }
}

impl Dumbbell {
    fn tone(&self, row: &Change) -> Tone {
        match (row.before.value, row.after.value) {
            (Some(before), Some(after)) if (after - before).abs() < nearly(&self.axis) => Tone::Muted,
            (Some(before), Some(after)) if after < before => Tone::Warm,
            (Some(_), Some(_)) => Tone::Accent,
            _ => Tone::Muted,
        }
    }

    fn marks(&self, pen: &mut Pen<'_>, row: &Change, edges: &RowEdges, track: (f64, f64), plot: (f64, f64)) {
        let y = edges.middle().round();
        let (Some(before), Some(after)) = (row.before.value, row.after.value) else {
            let held = if row.before.value.is_none() { &row.before } else { &row.after };
            let label = pen.shorten(&held.label, Type::SMALL, track.1 - track.0);
            return pen.text(track.0, y, Align::Left, &label, Type::SMALL, Tone::Muted);
        };
        let tone = self.tone(row);
        let (from, to) = (Pen::place(&self.axis, before, plot), Pen::place(&self.axis, after, plot));
        // The track stops at the value labels, which would otherwise be struck through.
        pen.level(plot.0, plot.1, y, 1.0, Tone::Line);
        let (first, last) = if from <= to { (&row.before, &row.after) } else { (&row.after, &row.before) };
        let gap = RADIUS + 6.0;
        pen.halo = true;
        for (figure, x, align, side) in
            [(first, from.min(to), Align::Right, -gap), (last, from.max(to), Align::Left, gap)]
        {
            if align == Align::Right && tone == Tone::Muted {
                continue;
            }
            pen.text(x + side, y, align, &figure.label, Type::SMALL, Tone::Ink);
        }
        pen.halo = false;
        pen.ring(from, y, RADIUS, Tone::Sand);
        arrow(pen, from, to, y, tone);
    }
}

/// From the rim of one dot to a full dot with a head pointing at it; only the full dot if they touch.
fn arrow(pen: &mut Pen<'_>, from: f64, to: f64, y: f64, tone: Tone) {
    let way = (to - from).signum();
    let (start, end) = (from + way * RADIUS, to - way * RADIUS);
    let length = (end - start) * way;
    if length > 7.0 {
        pen.level(start.min(end - way * 5.0), start.max(end - way * 5.0), y, 2.0, tone);
        pen.shape(vec![(end, y), (end - way * 7.0, y - 5.0), (end - way * 7.0, y + 5.0)], tone);
    } else if length > 0.0 {
        pen.level(start.min(end), start.max(end), y, 2.0, tone);
    }
    pen.dot(to, y, RADIUS, tone);
}
