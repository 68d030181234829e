//! A chart as an SVG document.
//!
//! An own backend instead of plotters-svg 0.3.7, which has no title, description or role, sets text 1.24 times
//! smaller than a canvas does, drops the width of outlines, and puts line breaks into text.

use crate::paint::Painting;
use crate::{Chart, Measure, Scene, Theme, View};
use plotters::drawing::IntoDrawingArea;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::fmt::{self, Write as _};

/// A stand-alone SVG document: real text, a title, a description, no style sheet and no script.
pub fn svg(chart: &Chart, view: &View, theme: &Theme, measure: &dyn Measure) -> String {
    let scene = crate::scene(chart, view, measure);
    let mut shapes = String::new();
    let backend = Svg { out: &mut shapes, size: (view.width, scene.pixel_height()), font: &theme.font };
    // Writing into a string can't fail, and nothing else holds the area.
    let drawn = backend.into_drawing_area().draw(&Painting { scene: &scene, theme, scale: 1.0 });
    debug_assert!(drawn.is_ok(), "{drawn:?}");
    document(chart, &scene, theme, &shapes)
}

/// `direction` is fixed because text anchors follow it, and a page around the picture may be right-to-left.
fn document(chart: &Chart, scene: &Scene, theme: &Theme, shapes: &str) -> String {
    let data = chart.data();
    let (width, height) = (crate::num::size(scene.width), scene.pixel_height());
    let (id, font) = (identifier(&data.id), escape(&theme.font));
    let (title, alt) = (escape(&data.finding), escape(&data.alt));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
         direction=\"ltr\" font-family=\"{font}\">\n\
         <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{alt}</desc>\n{shapes}</svg>\n"
    )
}

struct Svg<'a> {
    out: &'a mut String,
    size: (u32, u32),
    font: &'a str,
}

impl Svg<'_> {
    fn push(&mut self, element: fmt::Arguments<'_>) -> Result<(), DrawingErrorKind<fmt::Error>> {
        writeln!(self.out, "{element}").map_err(DrawingErrorKind::DrawingError)
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = fmt::Error;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<fmt::Error>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<fmt::Error>> {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Result<(), DrawingErrorKind<fmt::Error>> {
        self.push(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\" fill=\"{}\"/>", hex(color)))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<fmt::Error>> {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<fmt::Error>> {
        if !fill {
            let path = [(x, y), (right, y), (right, bottom), (x, bottom), (x, y)];
            return self.draw_path(path, style);
        }
        let (width, height) = ((right - x).max(0), (bottom - y).max(0));
        let color = hex(style.color());
        self.push(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\"/>"))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<fmt::Error>> {
        let (points, color, width) = (points(path), hex(style.color()), style.stroke_width());
        self.push(format_args!(
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\"/>"
        ))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<fmt::Error>> {
        let color = hex(style.color());
        let (fill, stroke) = if fill { (color.as_str(), "none") } else { ("none", color.as_str()) };
        self.push(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{stroke}\"/>"))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<fmt::Error>> {
        self.push(format_args!("<polygon points=\"{}\" fill=\"{}\"/>", points(path), hex(style.color())))
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Result<(), DrawingErrorKind<fmt::Error>> {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // A shift in ems, not `dominant-baseline`, which office programs ignore.
        let drop = match style.anchor().v_pos {
            VPos::Top => "0.8em",
            VPos::Center => "0.34em",
            VPos::Bottom => "-0.2em",
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"bold\"" } else { "" };
        let family = match style.family().as_str() {
            same if same == self.font => String::new(),
            other => format!(" font-family=\"{}\"", escape(other)),
        };
        let (size, color, text) = (style.size(), hex(style.color()), escape(text));
        self.push(format_args!(
            "<text x=\"{x}\" y=\"{y}\" dy=\"{drop}\" text-anchor=\"{anchor}\" \
             font-size=\"{size}\"{weight}{family} fill=\"{color}\">{text}</text>"
        ))
    }
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let points: Vec<String> = path.into_iter().map(|(x, y)| format!("{x},{y}")).collect();
    points.join(" ")
}

fn hex(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Text for XML. Control characters that XML 1.0 can't hold at all become a space.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An XML name; the caller's id may hold anything.
fn identifier(id: &str) -> String {
    let safe = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
    std::iter::once('c').chain(std::iter::once('-')).chain(safe).collect()
}
