//! The desk: what facilitators and organisers need, and residents don't.

mod app;
mod canvas;
mod chart;
mod clerk;
mod facilitator;
mod filebox;
mod hands;
mod notices;
mod organiser;
mod progress;

pub use app::App;
