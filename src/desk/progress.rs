//! How far reading has come, and the way to end it.

use yew::prelude::*;

use crate::common::words::Words;
use crate::say;

/// How far the reading of some files has come, when there are any: of each the bytes read, and the bytes in all.
pub(super) fn reading(words: &Words, files: impl Iterator<Item = (f64, f64)>, onstop: Callback<MouseEvent>) -> Html {
    let Some((read, of)) = files.reduce(|(read, of), (r, o)| (read + r, of + o)) else { return html! {} };
    html! {
        <div class="bk-progress">
            <label class="bk-progress__label" for="reading">{ say!(words, FILES_READING) }</label>
            <progress class="bk-progress__bar" id="reading" max={of.max(1.0).to_string()} value={read.to_string()} />
            <button class="bk-button bk-button--quiet" type="button" onclick={onstop}>{ say!(words, FILES_CANCEL) }</button>
        </div>
    }
}
