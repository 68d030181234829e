//! Notices in words.

use basketry_formats::Notice;
use basketry_results::notice_in_words;
use yew::prelude::*;

use crate::common::words::Words;

/// Notices as paragraphs and, where there are several, a list below the first.
pub(super) fn show(words: &Words, notices: &[Notice]) -> Html {
    let Some((first, rest)) = notices.split_first() else { return html! {} };
    html! {
        <>
            <p>{ notice_in_words(first, words) }</p>
            if !rest.is_empty() {
                <ul class="bk-notice__list">{ for rest.iter().map(|notice| html! { <li>{ notice_in_words(notice, words) }</li> }) }</ul>
            }
        </>
    }
}
