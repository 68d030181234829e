//! The Basketry app. Three programs share this library: the resident's pages, the desk of facilitators and
//! organisers, and the worker that opens files and counts.

pub mod common;
pub mod desk;
pub mod resident;
pub mod worker;

pub use basketry_texts::say;
