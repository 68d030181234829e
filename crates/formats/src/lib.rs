//! Basketry's files: serde records with a version, and their conversion to and from the domain.
//!
//! Records stay here. The domain can be refactored without breaking a saved file, and no reader trusts its input:
//! sizes are bounded, and every refusal says what is wrong and where.

#[cfg(feature = "ballots")]
pub mod ballots;
pub mod compiled;
pub mod consultation;
#[cfg(feature = "files")]
mod issue;
#[cfg(feature = "files")]
mod json;
#[cfg(feature = "files")]
mod kind;
#[cfg(feature = "files")]
mod markdown;
mod notice;
#[cfg(feature = "files")]
mod pabulib;
mod rich_text;
#[cfg(feature = "files")]
mod shape;

#[cfg(feature = "files")]
pub use issue::{Issue, IssueCode, ReadError};
#[cfg(feature = "files")]
pub use kind::Kind;
#[cfg(feature = "files")]
pub use markdown::parse as parse_markdown;
pub use notice::{Notice, NoticeArg};
pub use rich_text::RichTextRecord;
#[cfg(feature = "files")]
pub use shape::{Misfit, Shape, Wanted};
