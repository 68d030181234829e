//! The place where files come in.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DragEvent, File, FileList, HtmlInputElement};
use yew::prelude::*;

use crate::common::components::pictogram;
use crate::common::dom::window;

/// What the place shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FileBoxProps {
    /// Unique on the page.
    pub(super) id: AttrValue,
    /// What may come in.
    pub(super) label: AttrValue,
    /// A word of help.
    pub(super) hint: AttrValue,
    /// Whether several may come at once.
    #[prop_or_default]
    pub(super) several: bool,
    /// Called with each file.
    pub(super) onfile: Callback<File>,
}

/// A place to choose files. They can be dropped anywhere on the page: beside the place the browser would open them in
/// the page's stead.
#[component]
pub(super) fn FileBox(props: &FileBoxProps) -> Html {
    let over = use_drop(&props.onfile);
    let onchange = {
        let onfile = props.onfile.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            take(input.files(), &onfile);
            // The same file may be chosen again.
            input.set_value("");
        }
    };
    let hint = format!("{}-hint", props.id);
    html! {
        <div class={classes!("bk-drop", over.then_some("bk-drop--over"))}>
            <span class="bk-drop__icon">{ pictogram("upload") }</span>
            <label for={props.id.clone()}><strong>{ props.label.clone() }</strong></label>
            <p class="bk-quiet" id={hint.clone()}>{ props.hint.clone() }</p>
            <input class="bk-drop__input" id={props.id.clone()} type="file" multiple={props.several}
                aria-describedby={hint} {onchange} />
        </div>
    }
}

/// Takes the files that are dropped anywhere on the page. Returns whether some are over it.
#[hook]
fn use_drop(onfile: &Callback<File>) -> bool {
    let over = use_state_eq(|| false);
    use_effect_with(onfile.clone(), {
        let over = over.setter();
        move |onfile| {
            let onfile = onfile.clone();
            let listen = |kind: &'static str, then: Box<dyn Fn(&DragEvent)>| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&window(), kind, options, move |event| {
                    let event: &DragEvent = event.unchecked_ref();
                    if carries_files(event) {
                        event.prevent_default();
                        then(event);
                    }
                })
            };
            let (enter, leave) = (over.clone(), over.clone());
            let listeners = [
                listen("dragover", Box::new(move |_| enter.set(true))),
                // What the pointer goes to next; nothing when it leaves the page.
                listen("dragleave", Box::new(move |event| leave.set(event.related_target().is_some()))),
                listen(
                    "drop",
                    Box::new(move |event| {
                        over.set(false);
                        take(event.data_transfer().and_then(|transfer| transfer.files()), &onfile);
                    }),
                ),
            ];
            move || drop(listeners)
        }
    });
    *over
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

/// A text as the file it could have come in.
pub(super) fn text_file(name: &str, text: &str) -> Result<File, JsValue> {
    File::new_with_str_sequence(&Array::of1(&JsValue::from_str(text)), name)
}

fn take(files: Option<FileList>, onfile: &Callback<File>) {
    let Some(files) = files else { return };
    for file in (0..files.length()).filter_map(|place| files.item(place)) {
        onfile.emit(file);
    }
}
