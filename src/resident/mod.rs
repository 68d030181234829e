//! The resident's pages: from the welcome to the receipt, one thing per page.
//!
//! `state` and `reduce` are plain and pure. Everything that touches the browser is in `app` and `effects`.

mod action;
mod app;
mod draft;
mod effects;
mod landing;
mod pages;
mod state;
mod step;

pub use action::{Action, Ask};
pub use app::App;
pub use draft::Draft;
pub use state::{Phase, Receipt, State};
pub use step::{AreaPage, Step};
