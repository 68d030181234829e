//! The mark of figures that are invented for illustration.

use yew::prelude::*;

use crate::common::words::Words;
use crate::say;

/// The mark, where figures are illustrative. It stands after a figure, or once on a group of them.
pub fn illustrative(words: &Words, marked: bool) -> Html {
    html! {
        if marked { { " " }<span class="bk-illustrative">{ say!(words, ILLUSTRATIVE) }</span> }
    }
}
