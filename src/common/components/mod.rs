//! Small parts that pages are made of.

mod field;
mod notice;
mod pictogram;
mod rich_text;
mod shell;

pub use field::{Choice, Choices, Scale, TextField};
pub use notice::{Tone, note};
pub use pictogram::{AreaColour, Size, bar, bar_before, pictogram, pictogram_as, tile};
pub use rich_text::prose;
pub use shell::{Header, Steps, footer};
