//! Draws a scene through plotters.

use crate::scene::{Align, Mark, Scene, Words};
use crate::{Chart, Measure, Rect, Rgb, Theme, Tone, View, num, text};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PointCollection};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle,
};
use std::convert::Infallible;

/// Draws a chart onto a plotters drawing area whose backend has [`View::device_size`].
///
/// `view.scale` does the work of `devicePixelRatio`: coordinates are rounded to device pixels, so rules stay sharp.
/// A canvas needs `dir="ltr"` (also on a right-to-left page), because its text anchors follow the element's direction.
pub fn draw<DB: DrawingBackend>(
    chart: &Chart,
    view: &View,
    area: &DrawingArea<DB, Shift>,
    theme: &Theme,
    measure: &dyn Measure,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    draw_scene(&crate::scene(chart, view, measure), view.scale, area, theme)
}

/// Draws a scene that was laid out before, at so many device pixels per CSS pixel.
pub fn draw_scene<DB: DrawingBackend>(
    scene: &Scene,
    scale: f64,
    area: &DrawingArea<DB, Shift>,
    theme: &Theme,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    // A scale of zero would divide by zero when rules are snapped to pixels.
    let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
    area.draw(&Painting { scene, theme, scale })
}

/// A whole scene as one plotters element. plotters' own text element would measure text; this one never does.
pub(crate) struct Painting<'s> {
    pub(crate) scene: &'s Scene,
    pub(crate) theme: &'s Theme,
    pub(crate) scale: f64,
}

impl<'a> PointCollection<'a, (i32, i32)> for &'a Painting<'_> {
    type Point = (i32, i32);
    type IntoIter = std::iter::Once<(i32, i32)>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once((0, 0))
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Painting<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut origin: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let origin = origin.next().unwrap_or_default();
        let ground = Rect { x: 0.0, y: 0.0, width: self.scene.width, height: self.scene.height };
        self.mark(&Mark::Fill(ground, Tone::Paper), origin, backend)?;
        self.scene.marks.iter().try_for_each(|mark| self.mark(mark, origin, backend))
    }
}

impl Painting<'_> {
    fn mark<DB: DrawingBackend>(
        &self,
        mark: &Mark,
        origin: BackendCoord,
        backend: &mut DB,
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let at = |point: &(f64, f64)| (origin.0 + self.px(point.0), origin.1 + self.px(point.1));
        match mark {
            Mark::Fill(rect, tone) => {
                let (from, to) = self.corners(rect);
                backend.draw_rect(at(&from), at(&to), &self.pen(*tone, 1.0), true)
            }
            Mark::Outline(rect, width, tone) => self.outline(rect, *width, *tone, origin, backend),
            Mark::Line(from, to, width, tone) => {
                // Not `draw_line`: the canvas backend moves level lines by half a pixel.
                backend.draw_path([at(from), at(to)], &self.pen(*tone, *width))
            }
            Mark::Dot(center, radius, tone) => {
                let radius = num::size(radius * self.scale).max(1);
                backend.draw_circle(at(center), radius, &self.pen(*tone, 1.0), true)
            }
            Mark::Shape(points, tone) => backend.fill_polygon(points.iter().map(at), &self.pen(*tone, 1.0)),
            Mark::Text(words) => {
                let style = TextStyle { words, theme: self.theme, scale: self.scale };
                backend.draw_text(&text::isolated(&words.text), &style, at(&(words.x, words.y)))
            }
        }
    }

    /// Four filled sides: plotters' outlines ignore the width in some backends and straddle the edge in others.
    fn outline<DB: DrawingBackend>(
        &self,
        rect: &Rect,
        width: f64,
        tone: Tone,
        origin: BackendCoord,
        backend: &mut DB,
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
        let sides = [
            Rect::edges(left, top, right, top + width),
            Rect::edges(left, bottom - width, right, bottom),
            Rect::edges(left, top + width, left + width, bottom - width),
            Rect::edges(right - width, top + width, right, bottom - width),
        ];
        sides.iter().try_for_each(|side| self.mark(&Mark::Fill(*side, tone), origin, backend))
    }

    /// A thin rectangle keeps at least one device pixel, whatever the rounding.
    fn corners(&self, rect: &Rect) -> ((f64, f64), (f64, f64)) {
        let one = 1.0 / self.scale;
        let snap = |value: f64| (value * self.scale).round() / self.scale;
        let (x, y) = (snap(rect.x), snap(rect.y));
        ((x, y), (snap(rect.right()).max(x + one), snap(rect.bottom()).max(y + one)))
    }

    fn px(&self, value: f64) -> i32 {
        num::px(value * self.scale)
    }

    fn pen(&self, tone: Tone, width: f64) -> Stroke {
        Stroke { color: color(self.theme.color(tone)), width: num::size(width * self.scale).max(1) }
    }
}

struct Stroke {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

fn color(Rgb(r, g, b): Rgb) -> BackendColor {
    BackendColor { alpha: 1.0, rgb: (r, g, b) }
}

struct TextStyle<'s> {
    words: &'s Words,
    theme: &'s Theme,
    scale: f64,
}

impl BackendTextStyle for TextStyle<'_> {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        color(self.theme.color(self.words.tone))
    }

    fn size(&self) -> f64 {
        self.words.size * self.scale
    }

    fn style(&self) -> FontStyle {
        if self.words.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    /// The output's own anchor, so that a label still ends where it should if the reader lacks the font.
    fn anchor(&self) -> Pos {
        let h = match self.words.align {
            Align::Left => HPos::Left,
            Align::Center => HPos::Center,
            Align::Right => HPos::Right,
        };
        Pos::new(h, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(&self.theme.font)
    }

    /// Only asked by backends that have no text of their own; answered from our own measurement.
    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let (width, height) = (self.words.width * self.scale, self.words.size * self.scale);
        Ok(((0, 0), (num::px(width), num::px(height))))
    }

    /// Backends without text of their own draw none; canvas and SVG have it.
    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
