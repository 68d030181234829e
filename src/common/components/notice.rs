//! Notes: something to know, to mind, or to put right.

use yew::prelude::*;

use super::Pictogram;

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

/// What a note shows.
#[derive(Clone, PartialEq, Properties)]
pub struct NoteProps {
    /// How much it matters.
    pub tone: Tone,
    /// What it is about.
    #[prop_or_default]
    pub title: Option<AttrValue>,
    /// What it says.
    pub children: Html,
}

/// A note.
#[component]
pub fn Note(props: &NoteProps) -> Html {
    let (modifier, pictogram, role) = match props.tone {
        Tone::Info => (None, "info", None),
        Tone::Warning => (Some("bk-notice--warning"), "warning", Some("status")),
        Tone::Error => (Some("bk-notice--error"), "warning", Some("alert")),
        Tone::Success => (Some("bk-notice--success"), "check", Some("status")),
    };
    html! {
        <div class={classes!("bk-notice", modifier)} role={role}>
            <Pictogram name={pictogram} />
            <div class="bk-notice__body">
                if let Some(title) = &props.title { <h2 class="bk-notice__title">{ title.clone() }</h2> }
                { props.children.clone() }
            </div>
        </div>
    }
}
