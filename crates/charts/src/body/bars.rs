//! Level bars from zero, each labelled at its end; up to four series per row, told apart by pattern and colour.

use super::{Layout, nearly};
use crate::pen::{GAP, Labels, Pen, Sample};
use crate::text::Type;
use crate::{Align, Axis, ChartError, Datum, Rect, Tone};

/// Bars.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bars {
    /// The scale, from zero. Its ticks are not drawn: every bar says its figure.
    pub axis: Axis,
    /// The words for the series. One series needs no key, and its word isn't drawn.
    pub series: Vec<String>,
    /// Rows in the order to be read.
    pub rows: Vec<Bar>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bar {
    /// The item.
    pub name: String,
    /// One figure per series.
    pub values: Vec<Datum>,
}

impl Layout for Bars {
    fn names(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.name.as_str()).collect()
    }

    fn numbers(&self, row: usize) -> (Vec<f64>, f64) {
        let values = self.rows.get(row).map(|row| row.values.iter().filter_map(|datum| datum.figure.value));
        (values.into_iter().flatten().collect(), nearly(&self.axis))
    }

    fn check(&self) -> Result<(), ChartError> {
        self.axis.check()?;
        self.axis.starts_at_zero()?;
        if self.series.is_empty() {
            return Err(ChartError::Empty);
        }
        for (index, row) in self.rows.iter().enumerate() {
            if row.values.len() != self.series.len() {
                return Err(ChartError::Ragged { row: index });
            }
            row.values.iter().filter_map(|datum| datum.figure.value).try_for_each(|value| self.axis.holds(value))?;
        }
        Ok(())
    }

    fn lay(&self, pen: &mut Pen<'_>) {
        let single = self.series.len() == 1;
        if !single {
            let samples: Vec<Sample<'_>> = self.series.iter().enumerate().map(|(i, word)| sample(word, i)).collect();
            pen.key(&samples);
        }
        let labels = Labels::new(pen, self.names());
        let known = self.rows.iter().flat_map(|row| &row.values).filter(|datum| datum.figure.value.is_some());
        let value = pen.widest(known.map(|datum| datum.figure.label.as_str()), Type::SMALL_STRONG) + 6.0;
        let plot = (labels.plot, (pen.right - value).max(labels.plot + 1.0));
        let (thick, apart) = if single { (20.0, 0.0) } else { (15.0, 3.0) };
        let height = crate::num::count(self.series.len()) * (thick + apart) - apart;
        for row in &self.rows {
            let lines = labels.wrap(pen, &row.name, 0.0);
            let edges = labels.draw(pen, &lines, height + 4.0);
            let mut top = edges.marks + 2.0;
            for (index, datum) in row.values.iter().enumerate() {
                let middle = top + thick / 2.0;
                self.bar(pen, datum, index, (top, thick), plot);
                let (first, last) = (index == 0, index + 1 == row.values.len());
                let above = if first { edges.top } else { top - apart / 2.0 };
                let below = if last { edges.bottom } else { middle + thick / 2.0 + apart / 2.0 };
                pen.hit(Rect::edges(pen.left, above, pen.right, below), &datum.spoken);
                top += thick + apart;
            }
            // The zero line: what a bar's length is measured from.
            pen.upright(plot.0, edges.marks, edges.marks_end, 1.0, Tone::Muted);
            pen.y = edges.bottom + if labels.above { 10.0 } else { GAP - 2.0 };
        }
        pen.y -= 4.0;
    }
}

impl Bars {
    fn bar(&self, pen: &mut Pen<'_>, datum: &Datum, series: usize, (top, thick): (f64, f64), plot: (f64, f64)) {
        let y = top + thick / 2.0;
        let Some(value) = datum.figure.value else {
            let label = pen.shorten(&datum.figure.label, Type::SMALL, pen.right - plot.0 - 6.0);
            return pen.text(plot.0 + 6.0, y, Align::Left, &label, Type::SMALL, Tone::Muted);
        };
        let end = Pen::place(&self.axis, value, plot);
        patterned(pen, Rect::edges(plot.0, top, end, top + thick), series);
        pen.text(end + 6.0, y, Align::Left, &datum.figure.label, Type::SMALL_STRONG, Tone::Ink);
    }
}

fn sample(word: &str, series: usize) -> Sample<'_> {
    (word, Box::new(move |pen, at| patterned(pen, Rect { y: at.y + 2.0, height: at.height - 4.0, ..at }, series)))
}

/// Full, hatched, hollow, densely hatched: four fills that a grey copy keeps apart.
fn patterned(pen: &mut Pen<'_>, rect: Rect, series: usize) {
    let tone = Tone::Series(series);
    if rect.width < 2.0 {
        return pen.fill(rect, tone);
    }
    match series % 4 {
        0 => pen.fill(rect, tone),
        1 => pen.hatch(rect, 6.0, tone),
        2 => pen.outline(rect, 2.0, tone),
        _ => pen.hatch(rect, 3.0, tone),
    }
}
