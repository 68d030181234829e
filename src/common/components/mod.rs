//! Small parts that pages are made of.

mod field;
mod notice;
mod pictogram;
mod rich_text;
mod shell;

pub use field::{Choice, ChoiceGroup, Scale, TextField};
pub use notice::{Note, Tone};
pub use pictogram::{AreaColour, Bar, Pictogram, Tile};
pub use rich_text::Prose;
pub use shell::{Footer, Header, Steps};
