//! Charts on canvas: measured by the browser, sharp at any pixel ratio, and in the page's colours.

use basketry_charts::{Chart, Scene, Theme, View, draw_scene, scene};
use plotters::drawing::IntoDrawingArea;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::common::dom::{document, window};

/// The width of a downloaded picture, in CSS pixels.
pub(super) const DOWNLOAD_WIDTH: u32 = 960;
/// A downloaded picture has twice the pixels.
const DOWNLOAD_SCALE: f64 = 2.0;

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

/// Draws a chart on the page's canvas, which is light paper on a dark page too. Returns the scene, for its data points.
pub(super) fn draw(canvas: &HtmlCanvasElement, chart: &Chart, width: u32) -> Option<Scene> {
    let theme = Theme::light();
    let view = View { scale: window().device_pixel_ratio(), ..View::bare(width) };
    paint(canvas, chart, &view, &theme)
}

/// A chart as a PNG with everything a reader is owed, handed to `done`.
pub(super) fn png(chart: &Chart, done: impl FnOnce(web_sys::Blob) + 'static) -> Result<(), JsValue> {
    let canvas = new_canvas()?;
    let view = View { scale: DOWNLOAD_SCALE, ..View::full(DOWNLOAD_WIDTH) };
    paint(&canvas, chart, &view, &Theme::print());
    let callback = wasm_bindgen::closure::Closure::once_into_js(move |blob: Option<web_sys::Blob>| {
        if let Some(blob) = blob {
            done(blob);
        }
    });
    canvas.to_blob(callback.unchecked_ref())
}

/// A chart as an SVG with real text.
pub(super) fn svg(chart: &Chart) -> String {
    let theme = Theme::print();
    basketry_charts::svg(chart, &View::full(DOWNLOAD_WIDTH), &theme, &CanvasMeasure::new(&theme))
}

fn paint(canvas: &HtmlCanvasElement, chart: &Chart, view: &View, theme: &Theme) -> Option<Scene> {
    let scene = scene(chart, view, &CanvasMeasure::new(theme));
    let (width, height) = view.device_size(&scene);
    canvas.set_width(width);
    canvas.set_height(height);
    let area = CanvasBackend::with_canvas_object(canvas.clone())?.into_drawing_area();
    // A canvas does not refuse to be drawn on; were it to, the table beside it says the same.
    draw_scene(&scene, view.scale, &area, theme).ok()?;
    Some(scene)
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
