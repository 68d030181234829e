//! Puts shapes into a scene from top to bottom. Bodies draw with it, so that sizes and spacing agree.

use crate::text::{self, Type};
use crate::{Align, Axis, Hit, Mark, Measure, Rect, Scene, Tone, Words, num};

/// Space between things that belong together.
pub(crate) const GAP: f64 = 8.0;

/// Below this width labels stand above their bars instead of beside them.
pub(crate) const NARROW: f64 = 520.0;

pub(crate) struct Pen<'a> {
    pub(crate) measure: &'a dyn Measure,
    /// Edges of what may be drawn on.
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// How far down the page is filled.
    pub(crate) y: f64,
    /// Whether text gets a ground of paper, where rules that run down the page would strike it through.
    pub(crate) halo: bool,
    marks: Vec<Mark>,
    hits: Vec<Hit>,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(left: f64, right: f64, y: f64, measure: &'a dyn Measure) -> Self {
        Self { measure, left, right: right.max(left + 1.0), y, halo: false, marks: vec![], hits: vec![] }
    }

    pub(crate) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) fn narrow(&self) -> bool {
        self.width() < NARROW
    }

    pub(crate) fn finish(self, width: f64, height: f64) -> Scene {
        Scene { width, height, marks: self.marks, hits: self.hits }
    }

    pub(crate) fn fill(&mut self, rect: Rect, tone: Tone) {
        if rect.width > 0.0 && rect.height > 0.0 {
            self.marks.push(Mark::Fill(rect, tone));
        }
    }

    pub(crate) fn outline(&mut self, rect: Rect, width: f64, tone: Tone) {
        self.marks.push(Mark::Outline(rect, width, tone));
    }

    pub(crate) fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, tone: Tone) {
        self.marks.push(Mark::Line(from, to, width, tone));
    }

    /// An upright rule of `width` pixels centred on `x`.
    pub(crate) fn upright(&mut self, x: f64, top: f64, bottom: f64, width: f64, tone: Tone) {
        self.fill(Rect::edges(x - width / 2.0, top, x + width / 2.0, bottom), tone);
    }

    /// A level rule of `width` pixels centred on `y`.
    pub(crate) fn level(&mut self, left: f64, right: f64, y: f64, width: f64, tone: Tone) {
        self.fill(Rect::edges(left, y - width / 2.0, right, y + width / 2.0), tone);
    }

    pub(crate) fn dot(&mut self, x: f64, y: f64, radius: f64, tone: Tone) {
        self.marks.push(Mark::Dot((x, y), radius, tone));
    }

    /// A dot with a rim of paper, so that it stays apart from what it lies on.
    pub(crate) fn ringed_dot(&mut self, x: f64, y: f64, radius: f64, tone: Tone) {
        self.dot(x, y, radius + 1.5, Tone::Paper);
        self.dot(x, y, radius, tone);
    }

    /// A hollow dot.
    pub(crate) fn ring(&mut self, x: f64, y: f64, radius: f64, tone: Tone) {
        self.dot(x, y, radius, tone);
        self.dot(x, y, radius - 2.0, Tone::Paper);
    }

    pub(crate) fn shape(&mut self, points: Vec<(f64, f64)>, tone: Tone) {
        self.marks.push(Mark::Shape(points, tone));
    }

    /// Diagonal lines clipped to a rectangle: a second way, besides colour, to tell fills apart.
    pub(crate) fn hatch(&mut self, rect: Rect, spacing: f64, tone: Tone) {
        let Rect { x, y, width, height } = rect;
        let count = num::times(width + height, spacing);
        for i in 1..=count {
            // The diagonal from the upper edge (or right) down to the left edge (or lower).
            let reach = num::count(i) * spacing;
            if reach >= width + height {
                break;
            }
            let from = (x + reach.min(width), y + (reach - width).max(0.0));
            let to = (x + (reach - height).max(0.0), y + reach.min(height));
            self.line(from, to, 1.0, tone);
        }
        self.outline(rect, 1.0, tone);
    }

    pub(crate) fn text(&mut self, x: f64, y: f64, align: Align, text: &str, kind: Type, tone: Tone) {
        if text.trim().is_empty() {
            return;
        }
        let width = self.span(text, kind);
        let Type { size, bold } = kind;
        let words = Words { text: text.to_owned(), x, y, width, size, bold, tone, align };
        if self.halo {
            let rect = words.rect();
            let ground = Rect::edges(rect.x - 3.0, rect.y, rect.right() + 3.0, rect.bottom());
            self.fill(ground, Tone::Paper);
        }
        self.marks.push(Mark::Text(words));
    }

    pub(crate) fn span(&self, text: &str, kind: Type) -> f64 {
        kind.width(text, self.measure)
    }

    /// The widest of some labels; zero if there are none.
    pub(crate) fn widest<'t>(&self, labels: impl IntoIterator<Item = &'t str>, kind: Type) -> f64 {
        labels.into_iter().map(|label| self.span(label, kind)).fold(0.0, f64::max)
    }

    pub(crate) fn wrap(&self, text: &str, kind: Type, width: f64, most: usize) -> Vec<String> {
        text::wrap(text, kind, width, most, self.measure)
    }

    pub(crate) fn shorten(&self, text: &str, kind: Type, width: f64) -> String {
        text::shorten(text, kind, width, self.measure)
    }

    /// Lines from `top` down; returns where they end.
    pub(crate) fn lines(&mut self, x: f64, top: f64, align: Align, lines: &[String], kind: Type, tone: Tone) -> f64 {
        let mut y = top;
        for line in lines {
            self.text(x, y + kind.line() / 2.0, align, line, kind, tone);
            y += kind.line();
        }
        y
    }

    /// A wrapped paragraph across the page; moves down below it.
    pub(crate) fn paragraph(&mut self, text: &str, kind: Type, tone: Tone, most: usize) {
        let lines = self.wrap(text, kind, self.width(), most);
        self.y = self.lines(self.left, self.y, Align::Left, &lines, kind, tone);
    }

    pub(crate) fn hit(&mut self, rect: Rect, label: &str) {
        self.hits.push(Hit { index: self.hits.len(), rect, label: label.to_owned() });
    }

    /// Where `value` lies between two edges.
    pub(crate) fn place(axis: &Axis, value: f64, plot: (f64, f64)) -> f64 {
        plot.0 + axis.at(value) * (plot.1 - plot.0)
    }

    /// Tick labels in one line, leaving out those that would touch; returns the places that were labelled.
    pub(crate) fn tick_labels(&mut self, axis: &Axis, plot: (f64, f64), y: f64) -> Vec<f64> {
        let ticks: Vec<_> = axis.ticks.iter().filter(|tick| axis.holds(tick.value).is_ok()).collect();
        let places: Vec<(f64, f64, &str)> = ticks
            .iter()
            .map(|tick| {
                let half = self.span(&tick.label, Type::SMALL) / 2.0;
                let x = Self::place(axis, tick.value, plot);
                (x, x.clamp(self.left + half, (self.right - half).max(self.left + half)), tick.label.as_str())
            })
            .collect();
        // Every n-th only, and always in equal steps, so that the scale can still be read.
        let free = |every: usize| {
            let kept: Vec<_> = places.iter().step_by(every).collect();
            kept.windows(2).all(|pair| {
                let gap = |i: usize| self.span(pair[i].2, Type::SMALL) / 2.0;
                pair[1].1 - gap(1) - (pair[0].1 + gap(0)) >= GAP
            })
        };
        let every = (1..=places.len().max(1)).find(|every| free(*every)).unwrap_or(1);
        let kept: Vec<_> = places.into_iter().step_by(every).collect();
        for (_, x, label) in &kept {
            self.text(*x, y, Align::Center, label, Type::SMALL, Tone::Muted);
        }
        kept.into_iter().map(|(x, ..)| x).collect()
    }

    /// Faint upright rules from the last tick labels down to `bottom`, behind what is drawn after.
    pub(crate) fn grid_lines(&mut self, places: &[f64], top: f64, bottom: f64) {
        for x in places {
            self.upright(x.round(), top, bottom, 1.0, Tone::Line);
        }
    }

    /// Reserves a place in the drawing order for rules whose length is not known yet.
    pub(crate) fn bookmark(&self) -> usize {
        self.marks.len()
    }

    /// Moves everything drawn since `from` to behind what was drawn since `to`.
    pub(crate) fn send_back(&mut self, to: usize, from: usize) {
        let behind = self.marks.split_off(from);
        self.marks.splice(to..to, behind);
    }
}

/// How row labels are set: beside the plot, or above it where there is no room.
pub(crate) struct Labels {
    pub(crate) above: bool,
    /// Where the plot begins.
    pub(crate) plot: f64,
    width: f64,
}

impl Labels {
    const MOST: usize = 3;

    pub(crate) fn new<'t>(pen: &Pen<'_>, names: impl IntoIterator<Item = &'t str>) -> Self {
        if pen.narrow() {
            return Self { above: true, plot: pen.left, width: pen.width() };
        }
        let width = pen.widest(names, Type::BODY).min(pen.width() * 0.3).ceil() + 1.0;
        Self { above: false, plot: pen.left + width + GAP * 2.0, width }
    }

    /// The lines of a label when something `beside` pixels wide shares its line (only above the plot).
    pub(crate) fn wrap(&self, pen: &Pen<'_>, name: &str, beside: f64) -> Vec<String> {
        let width = if self.above { (self.width - beside).max(40.0) } else { self.width };
        pen.wrap(name, Type::BODY, width, if self.above { 2 } else { Self::MOST })
    }

    /// Draws the label of a row that starts at the pen's `y` and needs `plot` pixels of height for its marks.
    /// Returns the upper and lower edge of the marks; the row ends at the second of them or below the label.
    pub(crate) fn draw(&self, pen: &mut Pen<'_>, lines: &[String], plot: f64) -> RowEdges {
        let top = pen.y;
        let height = num::count(lines.len()) * Type::BODY.line();
        if self.above {
            let below = pen.lines(pen.left, top, Align::Left, lines, Type::BODY, Tone::Ink);
            return RowEdges { top, marks: below, marks_end: below + plot, bottom: below + plot };
        }
        let row = height.max(plot);
        pen.lines(pen.left, top + (row - height) / 2.0, Align::Left, lines, Type::BODY, Tone::Ink);
        let marks = top + (row - plot) / 2.0;
        RowEdges { top, marks, marks_end: marks + plot, bottom: top + row }
    }
}

/// Where a row and its marks begin and end.
pub(crate) struct RowEdges {
    pub(crate) top: f64,
    pub(crate) marks: f64,
    pub(crate) marks_end: f64,
    pub(crate) bottom: f64,
}

impl RowEdges {
    pub(crate) fn middle(&self) -> f64 {
        f64::midpoint(self.marks, self.marks_end)
    }
}

/// One entry of a key: a sample drawn into a box, and its word.
pub(crate) type Sample<'k> = (&'k str, Box<dyn Fn(&mut Pen<'_>, Rect) + 'k>);

impl Pen<'_> {
    /// A key in one or more lines. Used only where a label at the mark itself can't say it.
    pub(crate) fn key(&mut self, samples: &[Sample<'_>]) {
        const BOX: f64 = 26.0;
        let line = Type::SMALL.line() + 4.0;
        let mut x = self.left;
        for (word, draw) in samples.iter().filter(|(word, _)| !word.trim().is_empty()) {
            let word = self.shorten(word, Type::SMALL, self.width() - BOX - 6.0);
            let width = BOX + 6.0 + self.span(&word, Type::SMALL);
            if x > self.left && x + width > self.right {
                x = self.left;
                self.y += line;
            }
            draw(self, Rect { x, y: self.y + 2.0, width: BOX, height: line - 4.0 });
            self.text(x + BOX + 6.0, self.y + line / 2.0, Align::Left, &word, Type::SMALL, Tone::Muted);
            x += width + GAP * 2.0;
        }
        self.y += line + GAP;
    }
}
