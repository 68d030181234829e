//! The few things asked of the page itself.

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlAnchorElement, HtmlElement, HtmlScriptElement, Url, Window};

/// The window.
pub fn window() -> Window {
    gloo::utils::window()
}

/// The document.
pub fn document() -> Document {
    gloo::utils::document()
}

/// The element the app is drawn in. The shell painted before the program came stands in it until then.
pub fn root() -> Element {
    let found = document().query_selector("#app").ok().flatten();
    found.or_else(|| document().body().map(Element::from)).unwrap_throw()
}

/// The same, when a program begins to draw in it. From here on the page is set in our typeface.
pub fn stage() -> Element {
    mark_page("data-typeface", "literata");
    root()
}

/// The address of a file that ships with the app. The files stand beside the script that started us, which need not
/// be beside the page: a release keeps each version's files in a folder of their own.
pub fn asset(path: &str) -> String {
    let script = document().query_selector("script[type=module]").ok().flatten();
    let base = script.and_then(|script| script.dyn_into::<HtmlScriptElement>().ok()).map(|script| script.src());
    let url = base.and_then(|base| Url::new_with_base(path, &base).ok());
    url.map_or_else(|| path.to_owned(), |url| url.href())
}

/// Says where we are: the title of the page, then the focus on its heading, so that a screen reader reads it.
pub fn arrive(title: &str) {
    document().set_title(title);
    focus("h1");
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// The words of the page's heading.
pub fn heading() -> String {
    let found = document().query_selector("h1").ok().flatten();
    found.and_then(|heading| heading.text_content()).unwrap_or_default()
}

/// Moves the focus to the first element a selector finds.
pub fn focus(selector: &str) {
    let element = document().query_selector(selector).ok().flatten();
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Hands the person a file.
pub fn download(name: &str, kind: &str, content: &[u8]) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(content));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    download_blob(name, &blob)
}

/// Hands the person a blob as a file.
pub fn download_blob(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers ask where to save first, and fetch the blob only then: its address stays for a minute.
    let revoke = Closure::once_into_js(move || Url::revoke_object_url(&url));
    window().set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), 60_000)?;
    Ok(())
}

/// Now, as RFC 3339 in UTC, to the minute.
pub fn this_minute() -> String {
    let now: String = js_sys::Date::new_0().to_iso_string().into();
    format!("{}Z", now.get(..16).unwrap_or_default())
}

/// Today in UTC, as `2001-07-31`.
pub fn today() -> String {
    let now: String = js_sys::Date::new_0().to_iso_string().into();
    now.get(..10).unwrap_or_default().to_owned()
}

/// Sets an attribute of the whole page, for the styles and for screen readers.
pub fn mark_page(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // Fails only for a name that is no attribute name; ours are constants.
        let _ = root.set_attribute(name, value);
    }
}

/// An attribute of the whole page.
pub fn page_mark(name: &str) -> String {
    document().document_element().and_then(|root| root.get_attribute(name)).unwrap_or_default()
}
