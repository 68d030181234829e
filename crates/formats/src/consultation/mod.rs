//! The consultation file.

mod bodies;
mod convert;
#[cfg(feature = "files")]
mod read;
mod record;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "files")]
mod translate;

pub use convert::{Malformed, MalformedKind};
#[cfg(feature = "files")]
pub use read::{LARGEST_FILE, Opened, open};
pub use record::*;
#[cfg(feature = "schema")]
pub use schema::schema;

/// What the `format` field of a consultation file says.
pub const FORMAT: &str = "basketry-consultation";
/// The version this program writes and the newest it reads.
pub const VERSION: u32 = 1;
