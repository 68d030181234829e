//! Small parts that pages are made of.

mod field;
mod illustrative;
mod notice;
mod pictogram;
mod rich_text;
mod shell;

pub use field::{Choice, Choices, Scale, TextField};
pub use illustrative::illustrative;
pub use notice::{Tone, note};
pub use pictogram::{AreaColour, Size, bar, bar_before, pictogram, pictogram_as, tile};
pub use rich_text::prose;
pub use shell::{Header, Steps, footer, set_text_size, text_size};
