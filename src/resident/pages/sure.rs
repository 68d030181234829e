//! How sure, and why.

use yew::prelude::*;

use super::super::{Action, Ask};
use super::Page;
use super::frame::Frame;
use crate::common::components::{Scale, TextField};
use crate::common::words::Words;
use crate::say;

/// How sure somebody is of the points they gave.
pub(super) fn sure(words: &Words, page: &Page, ask: Ask) -> Html {
    let reaction = page.state.reaction(ask);
    let scale = Scale {
        name: "sure",
        legend: say!(words, SURE_LEGEND),
        low: say!(words, SURE_LOW),
        high: say!(words, SURE_HIGH),
        score: reaction.sure,
        clear: say!(words, ANSWER_TAKE_BACK),
        onscore: page.on(move |score| Action::SetSure(ask, score)),
    };
    let reason = TextField {
        id: "reason",
        label: say!(words, SURE_WHY),
        hint: Some(say!(words, SURE_WHY_HINT)),
        value: reaction.reason.unwrap_or_default(),
        onchange: page.on(move |text| Action::SetReason(ask, text)),
    };
    let body = html! { <>{ scale.view(words) }{ reason.view(words) }</> };
    Frame::new(say!(words, SURE_TITLE), say!(words, CONTINUE)).view(words, page, body)
}
