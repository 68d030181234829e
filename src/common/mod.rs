//! What the resident's pages and the desk share.

pub mod components;
pub mod device;
pub mod dom;
pub mod languages;
pub mod library;
pub mod route;
pub mod session;
pub mod shared;
pub mod storage;
pub mod words;
