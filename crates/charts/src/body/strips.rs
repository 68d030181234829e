//! Who moved, which way and how far: one dot per person, stacked by shift.

use super::Layout;
use crate::pen::{GAP, Labels, Pen, RowEdges};
use crate::text::Type;
use crate::{Align, Axis, ChartError, Rect, Tone, data};

/// Dot histograms, one under the other on one scale.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Strips {
    /// The scale; zero means no change.
    pub axis: Axis,
    /// The distance between neighbouring bins.
    pub step: f64,
    /// At the low end: "gave less".
    pub less: String,
    /// At the high end: "gave more".
    pub more: String,
    /// Said if dots are drawn: "One dot is one person".
    pub dots: String,
    /// Said if people are too many for dots: "Higher bars: more people".
    pub columns: String,
    /// Rows in the order to be read.
    pub rows: Vec<Strip>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Strip {
    /// The area.
    pub name: String,
    /// How many people moved how far. Empty if held back: then `same` says so.
    pub bins: Vec<Bin>,
    /// "10 gave less".
    pub fell: String,
    /// "9 the same".
    pub same: String,
    /// "41 gave more".
    pub rose: String,
    /// The row as a sentence.
    pub spoken: String,
}

/// People with the same shift.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bin {
    /// The shift.
    pub at: f64,
    /// How many.
    pub count: u32,
}

/// Above this a row of dots would fill the page.
const TALLEST: f64 = 64.0;
const DOT: f64 = 9.0;
const COLUMN: f64 = 56.0;

impl Layout for Strips {
    fn names(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.name.as_str()).collect()
    }

    /// Single people are not in the table, only how many fell and rose.
    fn numbers(&self, _: usize) -> (Vec<f64>, f64) {
        (vec![], 0.0)
    }

    fn check(&self) -> Result<(), ChartError> {
        self.axis.check()?;
        self.axis.holds(0.0)?;
        data::finite(self.step)?;
        if self.step <= 0.0 {
            return Err(ChartError::EmptyAxis);
        }
        let bins = || self.rows.iter().flat_map(|row| &row.bins);
        bins().try_for_each(|bin| self.axis.holds(bin.at))
    }

    fn lay(&self, pen: &mut Pen<'_>) {
        let labels = Labels::new(pen, self.names());
        let scale = Scale::new(self, pen, &labels);
        let word = if scale.dots { &self.dots } else { &self.columns };
        pen.paragraph(word, Type::SMALL, Tone::Muted, 3);
        pen.y += GAP;
        let (top, behind) = (pen.y, pen.bookmark());
        pen.halo = true;
        for row in &self.rows {
            let tallest = row.bins.iter().map(|bin| bin.count).max().unwrap_or(0);
            let height = scale.height(tallest).max(8.0) + 22.0;
            let lines = labels.wrap(pen, &row.name, 0.0);
            let edges = labels.draw(pen, &lines, height);
            self.words(pen, row, &edges, &scale);
            for bin in &row.bins {
                self.bin(pen, *bin, edges.marks_end, &scale);
            }
            pen.level(scale.track.0, scale.track.1, edges.marks_end + 0.5, 1.0, Tone::Line);
            pen.hit(Rect::edges(pen.left, edges.top, pen.right, edges.bottom), &row.spoken);
            pen.y = edges.bottom + GAP * 1.5;
        }
        pen.y -= GAP;
        let (bottom, front) = (pen.y, pen.bookmark());
        pen.upright(Pen::place(&self.axis, 0.0, scale.plot).round(), top, bottom, 1.0, Tone::Line);
        pen.send_back(behind, front);
        pen.halo = false;
        self.ends(pen, &scale);
    }
}

struct Scale {
    /// Where the scale starts and ends.
    plot: (f64, f64),
    /// The same and half a bin more, so that the outermost bins have room.
    track: (f64, f64),
    /// Distance between bins.
    bin: f64,
    /// Height that one person adds to a bin.
    unit: f64,
    /// Dots side by side.
    across: f64,
    dots: bool,
}

impl Scale {
    fn new(strips: &Strips, pen: &Pen<'_>, labels: &Labels) -> Self {
        let track = (labels.plot, pen.right);
        let bins = (strips.axis.high - strips.axis.low) / strips.step;
        let bin = (track.1 - track.0) / (bins + 1.0);
        let plot = (track.0 + bin / 2.0, track.1 - bin / 2.0);
        let tallest = strips.rows.iter().flat_map(|row| &row.bins).map(|bin| bin.count).max().unwrap_or(0);
        let tallest = f64::from(tallest.max(1));
        // Several dots abreast where bins are wide: larger dots, lower rows.
        let fits = |across: f64| (bin * 0.86 / across).min(TALLEST / (tallest / across).ceil()).min(DOT);
        let best = |a: f64, b: f64| if fits(b) > fits(a) + 0.5 { b } else { a };
        let across = [2.0, 3.0, 4.0, 5.0].into_iter().fold(1.0, best);
        let dot = fits(across);
        let dots = dot >= 4.0;
        let unit = if dots { dot / across } else { COLUMN / tallest };
        Self { plot, track, bin, unit, across, dots }
    }
}

impl Scale {
    /// The height of so many people.
    fn height(&self, count: u32) -> f64 {
        let whole = if self.dots { (f64::from(count) / self.across).ceil() * self.across } else { f64::from(count) };
        whole * self.unit
    }
}

impl Strips {
    /// Who fell at the low end, who rose at the high end; those who stayed in the middle where there is room.
    fn words(&self, pen: &mut Pen<'_>, row: &Strip, edges: &RowEdges, scale: &Scale) {
        let y = edges.marks + 8.0;
        let (left, right) = scale.track;
        if row.bins.is_empty() {
            let label = pen.shorten(&row.same, Type::SMALL, right - left);
            return pen.text(left, y, Align::Left, &label, Type::SMALL, Tone::Muted);
        }
        let half = (right - left) / 2.0 - GAP;
        let fell = pen.shorten(&row.fell, Type::SMALL, half);
        let rose = pen.shorten(&row.rose, Type::SMALL, half);
        pen.text(left, y, Align::Left, &fell, Type::SMALL, Tone::Warm);
        pen.text(right, y, Align::Right, &rose, Type::SMALL_STRONG, Tone::Accent);
        let zero = Pen::place(&self.axis, 0.0, scale.plot);
        let reach = pen.span(&row.same, Type::SMALL) / 2.0 + GAP;
        let free = (left + pen.span(&fell, Type::SMALL), right - pen.span(&rose, Type::SMALL_STRONG));
        if zero - reach > free.0 && zero + reach < free.1 {
            pen.text(zero, y, Align::Center, &row.same, Type::SMALL, Tone::Muted);
        }
    }

    fn bin(&self, pen: &mut Pen<'_>, bin: Bin, ground: f64, scale: &Scale) {
        let x = Pen::place(&self.axis, bin.at, scale.plot);
        let tone = match bin.at {
            at if at > 0.0 => Tone::Accent,
            at if at < 0.0 => Tone::Warm,
            _ => Tone::Sand,
        };
        if scale.dots {
            let dot = scale.unit * scale.across;
            for i in (0..bin.count).map(f64::from) {
                let (row, place) = ((i / scale.across).floor(), i % scale.across);
                // A row that isn't full stands in the middle.
                let in_row = (f64::from(bin.count) - row * scale.across).min(scale.across);
                let x = x + (place - (in_row - 1.0) / 2.0) * dot;
                pen.dot(x, ground - (row + 0.5) * dot, (dot / 2.0 - 0.5).max(1.5), tone);
            }
        } else if bin.count > 0 {
            let half = (scale.bin / 2.0 - 0.5).clamp(0.5, 9.0);
            // One person among very many still leaves a trace.
            let height = (f64::from(bin.count) * scale.unit).max(1.0);
            pen.fill(Rect::edges(x - half, ground - height, x + half, ground), tone);
        }
    }

    fn ends(&self, pen: &mut Pen<'_>, scale: &Scale) {
        pen.tick_labels(&self.axis, scale.plot, pen.y + 10.0);
        pen.y += 20.0;
        let half = (scale.track.1 - scale.track.0) / 2.0 - GAP;
        let y = pen.y + Type::SMALL.line() / 2.0;
        let less = pen.shorten(&self.less, Type::SMALL, half);
        let more = pen.shorten(&self.more, Type::SMALL, half);
        pen.text(scale.track.0, y, Align::Left, &less, Type::SMALL, Tone::Muted);
        pen.text(scale.track.1, y, Align::Right, &more, Type::SMALL, Tone::Muted);
        pen.y += Type::SMALL.line();
    }
}
