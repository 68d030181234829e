//! Notices in words.

use basketry_formats::{Notice, NoticeArg};
use basketry_texts::{Message, Value};
use yew::prelude::*;

use crate::common::words::Words;

/// A notice in words. One without words is still told, by its code.
pub(super) fn words_of(words: &Words, notice: &Notice) -> String {
    let value = |arg: &NoticeArg| match arg {
        NoticeArg::Text(text) => Value::Text(text.clone()),
        NoticeArg::Number(number) => Value::Number(*number),
    };
    let args: Vec<(&str, Value)> = notice.args.iter().map(|(name, arg)| (name.as_str(), value(arg))).collect();
    Message::by_name(&notice.code).map_or_else(|| notice.code.clone(), |message| words.say(message, &args))
}

/// Notices as paragraphs and, where there are several, a list below the first.
pub(super) fn show(words: &Words, notices: &[Notice]) -> Html {
    let Some((first, rest)) = notices.split_first() else { return html! {} };
    html! {
        <>
            <p>{ words_of(words, first) }</p>
            if !rest.is_empty() {
                <ul class="bk-notice__list">{ for rest.iter().map(|notice| html! { <li>{ words_of(words, notice) }</li> }) }</ul>
            }
        </>
    }
}
