//! From a chart to a scene: the body alone for a page that says the rest in HTML, or everything in one picture.

use crate::pen::{GAP, Pen};
use crate::text::Type;
use crate::{Align, Chart, Measure, Rect, Scene, Tone};

/// What surrounds the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Frame {
    /// Nothing: finding, subject, base, date and rule stand on the page. (What makes a chart illustrative is
    /// always drawn.)
    #[default]
    Bare,
    /// All of it, for a picture that leaves the page.
    Full,
}

/// The reading direction of the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Labels on the left, bars grow to the right.
    #[default]
    LeftToRight,
    /// Labels on the right, bars grow to the left.
    RightToLeft,
}

/// For which surface a chart is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Width in CSS pixels.
    pub width: u32,
    /// What surrounds the picture.
    pub frame: Frame,
    /// The reading direction.
    pub direction: Direction,
    /// Device pixels per CSS pixel (`devicePixelRatio`); only drawing uses it.
    pub scale: f64,
}

impl View {
    /// A page's view: bare, left to right, one device pixel per CSS pixel.
    pub fn bare(width: u32) -> Self {
        Self { width, frame: Frame::Bare, direction: Direction::LeftToRight, scale: 1.0 }
    }

    /// A download's view.
    pub fn full(width: u32) -> Self {
        Self { frame: Frame::Full, ..Self::bare(width) }
    }

    /// The size of the surface to draw on, in device pixels.
    pub fn device_size(&self, scene: &Scene) -> (u32, u32) {
        let scaled = |length: f64| crate::num::size((length * self.scale).ceil());
        (scaled(scene.width), scaled(f64::from(scene.pixel_height())))
    }
}

/// Lays a chart out. Everything else in this crate reads the result.
pub fn scene(chart: &Chart, view: &View, measure: &dyn Measure) -> Scene {
    let data = chart.data();
    let width = f64::from(view.width.max(160));
    let margin = if view.frame == Frame::Full { (width * 0.04).clamp(14.0, 36.0).round() } else { 4.0 };
    let mut pen = Pen::new(margin, width - margin, margin, measure);
    if let Some(mark) = &data.illustrative {
        boxed(&mut pen, mark);
    }
    if view.frame == Frame::Full {
        pen.paragraph(&data.finding, Type::HEAD, Tone::Ink, 6);
        pen.y += 4.0;
        pen.paragraph(&data.subject, Type::BODY, Tone::Muted, 5);
        pen.y += GAP * 2.0;
    }
    data.body.layout().lay(&mut pen);
    if view.frame == Frame::Full {
        foot(&mut pen, chart);
    }
    let height = (pen.y + margin).ceil();
    let mut scene = pen.finish(width, height);
    if view.direction == Direction::RightToLeft {
        scene.mirror();
    }
    scene
}

/// A label in a box, so that it can't be taken for part of the chart or cut off unnoticed.
fn boxed(pen: &mut Pen<'_>, mark: &str) {
    let kind = Type::SMALL_STRONG;
    let lines = pen.wrap(mark, kind, pen.width() - 2.0 * GAP, 8);
    let width = pen.widest(lines.iter().map(String::as_str), kind) + 2.0 * GAP;
    let top = pen.y;
    let bottom = top + crate::num::count(lines.len()) * kind.line() + GAP;
    let rect = Rect::edges(pen.left, top, pen.left + width, bottom);
    pen.fill(rect, Tone::Paper);
    pen.outline(rect, 1.0, Tone::Warm);
    pen.lines(pen.left + GAP, top + GAP / 2.0, Align::Left, &lines, kind, Tone::Warm);
    pen.y = bottom + GAP + 4.0;
}

fn foot(pen: &mut Pen<'_>, chart: &Chart) {
    let data = chart.data();
    pen.y += GAP * 1.5;
    pen.level(pen.left, pen.right, pen.y, 1.0, Tone::Line);
    pen.y += GAP;
    let about = [&data.base, &data.rule, &data.date, &data.consultation];
    let lines = data.notes.iter().chain(&data.held_back).chain(about);
    for line in lines {
        pen.paragraph(line, Type::SMALL, Tone::Muted, 6);
        pen.y += 2.0;
    }
}
