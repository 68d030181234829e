//! The resident's pages: from the welcome to the receipt, one thing per page.
//!
//! `state` and `reduce` are plain and pure. Everything that touches the browser is in `app` and `effects`.

mod action;
mod app;
mod begin;
mod draft;
mod effects;
mod pages;
mod receipt;
mod state;
mod step;
#[cfg(test)]
mod tests;
mod trouble;

pub use action::{Action, Ask};
pub use app::run;
pub use draft::{Draft, KeptDraft, Stance};
pub use receipt::Receipt;
pub use state::{Held, Phase, Refused, State};
pub use step::{AreaPage, Step};
