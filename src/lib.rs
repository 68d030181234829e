//! The Basketry app. Four programs share this library: the resident's pages, the desk of facilitators and organisers,
//! the worker that opens files and counts, and the one that makes what organisers download.

pub mod common;
pub mod desk;
pub mod exports;
pub mod resident;
pub mod worker;

pub use basketry_texts::say;
