//! A drawing as a list of shapes: what layout produces and what every output reads.

use crate::{Tone, num};

/// An upright rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width, never negative.
    pub width: f64,
    /// Height, never negative.
    pub height: f64,
}

impl Rect {
    /// A rectangle by its left, upper, right and lower edges.
    pub fn edges(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self { x: left, y: top, width: (right - left).max(0.0), height: (bottom - top).max(0.0) }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        const EDGE: f64 = 0.01;
        self.x + EDGE < other.right()
            && other.x + EDGE < self.right()
            && self.y + EDGE < other.bottom()
            && other.y + EDGE < self.bottom()
    }

    fn mirror(&mut self, width: f64) {
        self.x = width - self.right();
    }
}

/// Which part of a text lies at its `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left edge.
    Left,
    /// The middle.
    Center,
    /// The right edge.
    Right,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Where, see `align`.
    pub x: f64,
    /// The middle of the line.
    pub y: f64,
    /// Width as measured.
    pub width: f64,
    /// Type size.
    pub size: f64,
    /// Whether bold.
    pub bold: bool,
    /// Colour.
    pub tone: Tone,
    /// What lies at `x`.
    pub align: Align,
}

impl Words {
    /// The space the line takes.
    pub fn rect(&self) -> Rect {
        let x = match self.align {
            Align::Left => self.x,
            Align::Center => self.x - self.width / 2.0,
            Align::Right => self.x - self.width,
        };
        Rect { x, y: self.y - self.size * 0.5, width: self.width, height: self.size }
    }
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle; also every straight rule, which so stays sharp.
    Fill(Rect, Tone),
    /// The outline of a rectangle, drawn inside it.
    Outline(Rect, f64, Tone),
    /// A line of the given width.
    Line((f64, f64), (f64, f64), f64, Tone),
    /// A filled disc.
    Dot((f64, f64), f64, Tone),
    /// A filled polygon.
    Shape(Vec<(f64, f64)>, Tone),
    /// Text.
    Text(Words),
}

/// A data point for pointer and keyboard.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its place in reading order.
    pub index: usize,
    /// Where it is. Hits never overlap.
    pub rect: Rect,
    /// What is said of it.
    pub label: String,
}

/// A laid-out chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Shapes, from back to front.
    pub marks: Vec<Mark>,
    /// Data points in reading order.
    pub hits: Vec<Hit>,
}

impl Scene {
    /// The height in whole pixels.
    pub fn pixel_height(&self) -> u32 {
        num::size(self.height.ceil())
    }

    /// The lines of text.
    pub fn texts(&self) -> impl Iterator<Item = &Words> {
        self.marks.iter().filter_map(|mark| if let Mark::Text(words) = mark { Some(words) } else { None })
    }

    /// Swaps left and right for readers of right-to-left scripts. Text keeps its own direction.
    pub(crate) fn mirror(&mut self) {
        let width = self.width;
        let flip = |point: &mut (f64, f64)| point.0 = width - point.0;
        for mark in &mut self.marks {
            match mark {
                Mark::Fill(rect, _) | Mark::Outline(rect, ..) => rect.mirror(width),
                Mark::Line(from, to, ..) => [from, to].into_iter().for_each(flip),
                Mark::Dot(center, ..) => flip(center),
                Mark::Shape(points, _) => points.iter_mut().for_each(flip),
                Mark::Text(words) => {
                    words.x = width - words.x;
                    words.align = match words.align {
                        Align::Left => Align::Right,
                        Align::Center => Align::Center,
                        Align::Right => Align::Left,
                    };
                }
            }
        }
        self.hits.iter_mut().for_each(|hit| hit.rect.mirror(width));
    }
}
