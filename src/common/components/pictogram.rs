//! Pictograms, area stamps and bars.

use basketry_pictograms::shape;
use yew::prelude::*;

/// A pictogram. It never stands alone: words beside it say the same.
pub fn pictogram(name: &str) -> Html {
    pictogram_as(name, "bk-pictogram")
}

/// A pictogram with a class of its own.
pub fn pictogram_as(name: &str, class: &'static str) -> Html {
    // A plain text is quicker than a list of classes, and pages have hundreds of pictograms.
    let turns = matches!(name, "arrow-back" | "arrow-forward");
    let class = if turns { AttrValue::from(format!("{class} bk-pictogram--turns")) } else { class.into() };
    html! { <svg {class} viewBox="0 0 24 24" aria-hidden="true"><path d={shape(name)} /></svg> }
}

/// The class that gives an area its colour: the same area, the same colour, everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaColour(
    /// The area's place in the consultation, from 0.
    pub usize,
);

impl AreaColour {
    /// The class.
    pub fn class(self) -> String {
        format!("bk-area--{}", self.0 % 12 + 1)
    }
}

/// How big a stamp is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Within a line.
    Small,
    /// Beside a line.
    Usual,
    /// Beside a heading.
    Big,
}

/// A pictogram on its area's colour, which is given when no element around has it.
pub fn tile(name: &str, size: Size, colour: Option<AreaColour>) -> Html {
    let size = match size {
        Size::Small => Some("bk-tile--small"),
        Size::Usual => None,
        Size::Big => Some("bk-tile--big"),
    };
    html! { <span class={classes!("bk-tile", size, colour.map(AreaColour::class))}>{ pictogram(name) }</span> }
}

/// A bar from 0 to 100. Its words stand beside it.
pub fn bar(percent: u8) -> Html {
    bar_as(percent, "bk-bar")
}

/// A bar that shows what was before.
pub fn bar_before(percent: u8) -> Html {
    bar_as(percent, "bk-bar bk-bar--before")
}

fn bar_as(percent: u8, class: &'static str) -> Html {
    html! {
        <svg {class} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bk-bar__fill" width={percent.min(100).to_string()} height="1" />
        </svg>
    }
}
