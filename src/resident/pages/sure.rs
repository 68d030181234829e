//! How sure, and why.

use yew::prelude::*;

use super::super::{Action, Ask};
use super::frame::Frame;
use super::use_page;
use crate::common::components::{Scale, TextField};
use crate::common::words::use_words;
use crate::say;

/// Which of the two times.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SureProps {
    /// Before or after.
    pub ask: Ask,
}

/// How sure somebody is of the points they gave.
#[component]
pub(crate) fn Sure(props: &SureProps) -> Html {
    let words = use_words();
    let Some(page) = use_page() else { return html! {} };
    let ask = props.ask;
    let reaction = page.state.reaction(ask);
    let (score, text) = (page.act.clone(), page.act.clone());
    html! {
        <Frame title={say!(words, SURE_TITLE)} next={say!(words, CONTINUE)}>
            <Scale name="sure" legend={say!(words, SURE_LEGEND)} low={say!(words, SURE_LOW)} high={say!(words, SURE_HIGH)}
                score={reaction.sure} onscore={move |sure| score.emit(Action::SetSure(ask, sure))} />
            <TextField id="reason" label={say!(words, SURE_WHY)} hint={say!(words, SURE_WHY_HINT)}
                value={reaction.reason.unwrap_or_default()}
                onchange={move |reason| text.emit(Action::SetReason(ask, reason))} />
        </Frame>
    }
}
