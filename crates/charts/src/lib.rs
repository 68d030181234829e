//! Charts as plain data, and the one place where they are laid out and drawn.
//!
//! A [`Chart`] holds everything a reader is owed: the finding in words, what is shown, the base, the date, the rule,
//! the table and the text alternative. [`scene()`] lays it out once; drawing ([`draw`], [`svg()`]), keyboard focus
//! ([`Scene::hits`]) and the height of the page's element ([`Scene::pixel_height`]) all read that one layout.
//!
//! On a canvas, at the screen's own resolution:
//!
//! ```text
//! let view = View { width: css_width, scale: window.device_pixel_ratio(), ..View::bare(0) };
//! let scene = scene(&chart, &view, &measure);
//! let (width, height) = view.device_size(&scene);
//! canvas.set_width(width); // device pixels; the element's CSS size is css_width x scene.pixel_height()
//! canvas.set_height(height);
//! let area = CanvasBackend::with_canvas_object(canvas)?.into_drawing_area();
//! draw(&chart, &view, &area, &theme, &measure)?; // or `draw_scene`, if the scene is kept for its hits
//! ```
//!
//! The canvas element needs `dir="ltr"`, also on a right-to-left page: its text anchors follow the direction.
//!
//! The crate knows no locale, no DOM and no clock: labels arrive formatted, text is measured through [`Measure`].

mod body;
mod chart;
mod data;
mod frame;
mod measure;
mod num;
mod paint;
mod pen;
mod scene;
mod svg;
mod table;
mod text;
mod theme;

pub use body::{
    Body,
    bars::{Bar, Bars},
    dumbbell::{Change, Dumbbell},
    grid::{Grid, GridCell, GridRow},
    matrix::{Head, Matrix, MatrixCell, MatrixRow},
    selection::{Selection, Step},
    spread::{Quartiles, Spread, SpreadRow},
    strips::{Bin, Strip, Strips},
};
pub use chart::{Chart, ChartData, ChartError};
pub use data::{Axis, Datum, Figure, Tick};
pub use frame::{Direction, Frame, View, scene};
pub use measure::{Approximate, Measure};
pub use paint::{draw, draw_scene};
pub use scene::{Align, Hit, Mark, Rect, Scene, Words};
pub use svg::svg;
pub use table::{Cell, Table, Unit, csv, harmless};
pub use theme::{Rgb, Theme, Tone};
