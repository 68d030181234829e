//! Charts on canvas: measured by the browser, sharp at any pixel ratio, and in the page's colours.

use basketry_charts::{Chart, Hit, Mark, Rect, Scene, Theme, Tone, View, draw_scene, scene};
use plotters::drawing::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::common::dom::document;

/// The width of a downloaded picture, in CSS pixels.
pub(super) const DOWNLOAD_WIDTH: u32 = 960;
/// A downloaded picture has twice the pixels.
const DOWNLOAD_SCALE: f64 = 2.0;

/// How far the ring round a data point reaches out, in CSS pixels. A pixel on either side of it is paper.
const RING: f64 = 4.0;

/// Measures text as the canvas will draw it.
pub(super) struct CanvasMeasure {
    context: Option<CanvasRenderingContext2d>,
    font: String,
}

impl CanvasMeasure {
    /// A measure for a theme's face.
    pub(super) fn new(theme: &Theme) -> Self {
        let context = new_canvas().ok().and_then(|canvas| context(&canvas).ok());
        Self { context, font: theme.font.clone() }
    }
}

impl basketry_charts::Measure for CanvasMeasure {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let measured = self.context.as_ref().and_then(|context| {
            context.set_font(&format!("{} {size}px {}", if bold { "bold" } else { "normal" }, self.font));
            context.measure_text(text).ok().map(|metrics| metrics.width())
        });
        measured.unwrap_or_else(|| basketry_charts::Approximate.width(text, size, bold))
    }
}

/// A chart laid out for the page.
#[derive(Debug, PartialEq)]
pub(super) struct Laid {
    view: View,
    scene: Scene,
}

impl Laid {
    /// Its data points in reading order.
    pub(super) fn hits(&self) -> &[Hit] {
        &self.scene.hits
    }
}

/// Lays a chart out for a canvas of the page: so many CSS pixels wide, on a screen of so many pixels to each.
pub(super) fn lay_out(chart: &Chart, width: u32, ratio: f64) -> Laid {
    let view = View { scale: ratio, ..View::bare(width) };
    let scene = scene(chart, &view, &CanvasMeasure::new(&page_theme()));
    Laid { view, scene }
}

/// Draws a chart on the page's canvas, with a ring round the data point one has come to.
pub(super) fn draw(canvas: &HtmlCanvasElement, laid: &Laid, at: Option<usize>) {
    let ring = at.and_then(|at| laid.scene.hits.get(at)).map(|hit| ring(hit, &laid.scene));
    let marks = laid.scene.marks.iter().cloned().chain(ring.into_iter().flatten()).collect();
    let scene = Scene { marks, hits: Vec::new(), ..laid.scene };
    paint(canvas, &scene, &laid.view, &page_theme());
}

/// A chart as a PNG with everything a reader is owed, handed to `done`; nothing when the browser could not make it.
pub(super) fn png(chart: &Chart, done: impl FnOnce(Option<web_sys::Blob>) + 'static) -> Result<(), JsValue> {
    let canvas = new_canvas()?;
    let view = View { scale: DOWNLOAD_SCALE, ..View::full(DOWNLOAD_WIDTH) };
    let theme = Theme::print();
    paint(&canvas, &scene(chart, &view, &CanvasMeasure::new(&theme)), &view, &theme);
    let callback = wasm_bindgen::closure::Closure::once_into_js(done);
    canvas.to_blob(callback.unchecked_ref())
}

/// A chart as an SVG with real text.
pub(super) fn svg(chart: &Chart) -> String {
    let theme = Theme::print();
    basketry_charts::svg(chart, &View::full(DOWNLOAD_WIDTH), &theme, &CanvasMeasure::new(&theme))
}

/// A chart on the page is light paper on a dark page too.
fn page_theme() -> Theme {
    Theme::light()
}

/// A ring round a data point, within the picture: ink between two edges of paper, to be seen on every colour.
fn ring(hit: &Hit, scene: &Scene) -> [Mark; 2] {
    let around = |by: f64| {
        let inset = RING - by;
        Rect::edges(
            (hit.rect.x - by).max(inset),
            (hit.rect.y - by).max(inset),
            (hit.rect.right() + by).min(scene.width - inset),
            (hit.rect.bottom() + by).min(scene.height - inset),
        )
    };
    [Mark::Outline(around(RING), RING, Tone::Paper), Mark::Outline(around(RING - 1.0), RING - 2.0, Tone::Ink)]
}

fn paint(canvas: &HtmlCanvasElement, scene: &Scene, view: &View, theme: &Theme) {
    let (width, height) = view.device_size(scene);
    canvas.set_width(width);
    canvas.set_height(height);
    if let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) {
        // A canvas does not refuse to be drawn on; were it to, the table beside it says the same.
        let _ = draw_scene(scene, view.scale, &backend.into_drawing_area(), theme);
    }
}

fn new_canvas() -> Result<HtmlCanvasElement, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_attribute("dir", "ltr")?;
    Ok(canvas)
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    Ok(context.unchecked_into())
}
