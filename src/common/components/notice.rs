//! Notes: something to know, to mind, or to put right.

use yew::prelude::*;

use super::pictogram;

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Info,
    /// Something to mind.
    Warning,
    /// Something to put right. Read out at once.
    Error,
    /// Something that went well.
    Success,
}

/// A note, with a title where it needs one.
pub fn note(tone: Tone, title: Option<String>, body: Html) -> Html {
    let (modifier, icon, role) = match tone {
        Tone::Info => (None, "info", None),
        Tone::Warning => (Some("bk-notice--warning"), "warning", Some("status")),
        Tone::Error => (Some("bk-notice--error"), "warning", Some("alert")),
        Tone::Success => (Some("bk-notice--success"), "check", Some("status")),
    };
    // What has to be put right can be given the focus.
    let tabindex = (tone == Tone::Error).then_some("-1");
    html! {
        <div class={classes!("bk-notice", modifier)} {role} {tabindex}>
            { pictogram(icon) }
            <div class="bk-notice__body">
                if let Some(title) = title { <h2 class="bk-notice__title">{ title }</h2> }
                { body }
            </div>
        </div>
    }
}
