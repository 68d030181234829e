//! The place where files come in.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};
use yew::prelude::*;

use crate::common::components::pictogram;

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

/// A place to drop files on, or to choose them.
#[component]
pub(super) fn FileBox(props: &FileBoxProps) -> Html {
    let over = use_state(|| false);
    let onchange = {
        let onfile = props.onfile.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            take(input.files(), &onfile);
            // The same file may be chosen again.
            input.set_value("");
        }
    };
    let ondragover = {
        let over = over.clone();
        move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        }
    };
    let ondragleave = {
        let over = over.clone();
        move |_: DragEvent| over.set(false)
    };
    let ondrop = {
        let (onfile, over) = (props.onfile.clone(), over.clone());
        move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            take(event.data_transfer().and_then(|transfer| transfer.files()), &onfile);
        }
    };
    let hint = format!("{}-hint", props.id);
    html! {
        <div class={classes!("bk-drop", over.then_some("bk-drop--over"))} {ondragover} {ondragleave} {ondrop}>
            <span class="bk-drop__icon">{ pictogram("upload") }</span>
            <label for={props.id.clone()}><strong>{ props.label.clone() }</strong></label>
            <p class="bk-quiet" id={hint.clone()}>{ props.hint.clone() }</p>
            <input class="bk-drop__input" id={props.id.clone()} type="file" multiple={props.several}
                aria-describedby={hint} {onchange} />
        </div>
    }
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
