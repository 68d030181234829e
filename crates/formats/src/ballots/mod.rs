//! The ballot file (`*.ballots.ndjson`): a header line, then one ballot a line.

mod convert;
#[cfg(feature = "files")]
mod fault;
#[cfg(feature = "files")]
mod head;
mod pairs;
#[cfg(feature = "files")]
mod read;
mod record;

pub use convert::{header, line, parse_reference, write_reference};
#[cfg(feature = "files")]
pub use fault::fault_notice;
#[cfg(feature = "files")]
pub use read::{BallotLines, FileError, Header, LineError, LineErrorKind, read};
pub use record::{BallotRecord, ChannelRecord, HeaderRecord, VoterRecord};

/// What the `format` field of the header line says.
pub const FORMAT: &str = "basketry-ballots";
/// The version this program writes and the newest it reads.
pub const VERSION: u32 = 1;
