//! Pictograms, area stamps and bars.

use yew::prelude::*;

use crate::common::dom::asset;

/// The pictograms of the sprite that a consultation may name; others become a basket.
const KNOWN: &[&str] = &[
    "hospital",
    "clinic",
    "mind",
    "hands",
    "home",
    "child",
    "baby",
    "book",
    "people",
    "family",
    "bed",
    "heart",
    "coins",
    "briefcase",
    "globe",
    "speech",
    "leaf",
    "bus",
    "shield",
    "wheelchair",
    "cup",
    "door",
    "tooth",
    "pills",
    "clock",
    "phone",
    "school",
    "scales",
    "star",
    "road",
    "wrench",
    "elder",
    "basket",
    "check",
    "plus",
    "minus",
    "arrow-back",
    "arrow-forward",
    "warning",
    "info",
    "lock",
    "download",
    "upload",
    "print",
];

/// What a pictogram shows.
#[derive(Clone, PartialEq, Properties)]
pub struct PictogramProps {
    /// Its name in the sprite.
    pub name: AttrValue,
    /// Its class, when it is not the usual one.
    #[prop_or(AttrValue::Static("bk-pictogram"))]
    pub class: AttrValue,
}

/// A pictogram. It never stands alone: words beside it say the same.
#[component]
pub fn Pictogram(props: &PictogramProps) -> Html {
    let name = if KNOWN.contains(&props.name.as_str()) { props.name.as_str() } else { "basket" };
    let turns = matches!(name, "arrow-back" | "arrow-forward").then_some("bk-pictogram--turns");
    let href = format!("{}#pg-{name}", asset("pictograms.svg"));
    html! { <svg class={classes!(props.class.to_string(), turns)} aria-hidden="true"><use href={href} /></svg> }
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

/// What a stamp shows.
#[derive(Clone, PartialEq, Properties)]
pub struct TileProps {
    /// The pictogram.
    pub name: AttrValue,
    /// The area's colour, when no element around has it.
    #[prop_or_default]
    pub colour: Option<AreaColour>,
    /// `small` or `big`.
    #[prop_or_default]
    pub size: Option<AttrValue>,
}

/// A pictogram on its area's colour.
#[component]
pub fn Tile(props: &TileProps) -> Html {
    let size = props.size.as_ref().map(|size| format!("bk-tile--{size}"));
    html! {
        <span class={classes!("bk-tile", size, props.colour.map(AreaColour::class))}>
            <Pictogram name={props.name.clone()} />
        </span>
    }
}

/// What a bar shows.
#[derive(Clone, PartialEq, Properties)]
pub struct BarProps {
    /// From 0 to 100.
    pub percent: u8,
    /// More classes.
    #[prop_or_default]
    pub class: Classes,
}

/// A bar from 0 to 100. Its words stand beside it.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    html! {
        <svg class={classes!("bk-bar", props.class.clone())} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bk-bar__fill" width={props.percent.min(100).to_string()} height="1" />
        </svg>
    }
}
