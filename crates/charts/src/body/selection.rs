//! How a rule fills the budget, step by step: each step starts where the one before ended.

use super::{Layout, nearly};
use crate::pen::{GAP, Labels, Pen, RowEdges};
use crate::text::Type;
use crate::{Align, Axis, ChartError, Rect, Tone, data, num};

/// A selection in the order it came about.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Selection {
    /// The scale, from zero to beyond the budget.
    pub axis: Axis,
    /// The budget.
    pub budget: f64,
    /// "Budget £5.0m".
    pub budget_label: String,
    /// The word for full bars: "Selected".
    pub selected: String,
    /// The word for hatched bars: "Not selected".
    pub passed_over: String,
    /// What is left: "£120,000 left". May be empty.
    pub left_over: String,
    /// Steps in order.
    pub steps: Vec<Step>,
}

/// One item, looked at.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Step {
    /// The item.
    pub name: String,
    /// Its cost.
    pub cost: f64,
    /// As printed.
    pub cost_label: String,
    /// Whether the rule funds it.
    pub selected: bool,
    /// Why not. May be empty.
    pub reason: String,
    /// The step as a sentence.
    pub spoken: String,
}

const BAR: f64 = 18.0;

impl Layout for Selection {
    fn names(&self) -> Vec<&str> {
        self.steps.iter().map(|step| step.name.as_str()).collect()
    }

    fn numbers(&self, row: usize) -> (Vec<f64>, f64) {
        (self.steps.get(row).map(|step| step.cost).into_iter().collect(), nearly(&self.axis))
    }

    fn check(&self) -> Result<(), ChartError> {
        self.axis.check()?;
        self.axis.starts_at_zero()?;
        self.axis.holds(self.budget)?;
        let mut spent = 0.0;
        for step in &self.steps {
            data::finite(step.cost)?;
            self.axis.holds(step.cost.max(0.0))?;
            if step.cost < 0.0 {
                return Err(ChartError::OffAxis);
            }
            spent += if step.selected { step.cost } else { 0.0 };
        }
        self.axis.holds(spent)
    }

    fn lay(&self, pen: &mut Pen<'_>) {
        pen.key(&[
            (&self.selected, Box::new(|pen, at| pen.fill(middle(at), Tone::Accent))),
            (&self.passed_over, Box::new(|pen, at| pen.hatch(middle(at), 5.0, Tone::Warm))),
        ]);
        let labels = Labels::new(pen, self.names());
        let cost = pen.widest(self.steps.iter().map(|step| step.cost_label.as_str()), Type::STRONG);
        let right = if labels.above { pen.right } else { pen.right - cost - GAP * 2.0 };
        let plot = (labels.plot, (right - 2.0).max(labels.plot + 1.0));
        let line = Pen::place(&self.axis, self.budget, plot);
        self.budget_words(pen, line);
        let (top, behind) = (pen.y, pen.bookmark());
        pen.halo = true;
        let mut spent = 0.0;
        for step in &self.steps {
            let end = self.step(pen, step, spent, &labels, cost, plot);
            spent += if step.selected { step.cost } else { 0.0 };
            pen.y = end + if labels.above { 10.0 } else { GAP };
        }
        let (bottom, front) = (pen.y - GAP / 2.0, pen.bookmark());
        pen.upright(line.round(), top - 2.0, bottom, 2.0, Tone::Ink);
        pen.send_back(behind, front);
        pen.halo = false;
        pen.paragraph(&self.left_over, Type::STRONG, Tone::Ink, 2);
    }
}

impl Selection {
    fn budget_words(&self, pen: &mut Pen<'_>, line: f64) {
        let label = pen.shorten(&self.budget_label, Type::SMALL_STRONG, pen.width());
        let half = pen.span(&label, Type::SMALL_STRONG) / 2.0;
        let x = line.clamp(pen.left + half, (pen.right - half).max(pen.left + half));
        pen.text(x, pen.y + 8.0, Align::Center, &label, Type::SMALL_STRONG, Tone::Ink);
        pen.y += 20.0;
    }

    /// Draws one step after `spent`; returns where it ends.
    fn step(&self, pen: &mut Pen<'_>, step: &Step, spent: f64, labels: &Labels, cost: f64, plot: (f64, f64)) -> f64 {
        let lines = labels.wrap(pen, &step.name, cost + GAP * 2.0);
        let reason = pen.wrap(&step.reason, Type::SMALL, (plot.1 - plot.0 - 2.0).max(40.0), 3);
        let words = num::count(reason.len()) * Type::SMALL.line();
        let edges = labels.draw(pen, &lines, BAR + 4.0 + words);
        let y = edges.marks + 2.0 + BAR / 2.0;
        let tone = if step.selected { Tone::Ink } else { Tone::Warm };
        let kind = if step.selected { Type::STRONG } else { Type::BODY };
        let line = if labels.above { edges.top + Type::BODY.line() / 2.0 } else { y };
        pen.text(pen.right, line, Align::Right, &step.cost_label, kind, tone);
        self.bar(pen, step, spent, y, plot);
        pen.lines(plot.0, edges.marks + BAR + 4.0, Align::Left, &reason, Type::SMALL, Tone::Warm);
        self.hit(pen, step, &edges);
        edges.bottom
    }

    fn bar(&self, pen: &mut Pen<'_>, step: &Step, spent: f64, y: f64, plot: (f64, f64)) {
        let from = Pen::place(&self.axis, spent, plot);
        let to = Pen::place(&self.axis, spent + step.cost, plot).max(from + 1.0);
        pen.level(plot.0, from, y, 2.0, Tone::Line);
        let rect = Rect::edges(from, y - BAR / 2.0, to, y + BAR / 2.0);
        if step.selected {
            pen.fill(rect, Tone::Accent);
        } else {
            pen.hatch(rect, 5.0, Tone::Warm);
        }
    }

    #[expect(clippy::unused_self, reason = "one of a step's parts, beside `bar`")]
    fn hit(&self, pen: &mut Pen<'_>, step: &Step, edges: &RowEdges) {
        pen.hit(Rect::edges(pen.left, edges.top, pen.right, edges.bottom), &step.spoken);
    }
}

fn middle(at: Rect) -> Rect {
    Rect { y: at.y + 2.0, height: at.height - 4.0, ..at }
}
