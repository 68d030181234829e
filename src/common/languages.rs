//! Languages: what each is called in itself, and which way it is written.

use js_sys::{JsString, Object};
use wasm_bindgen::prelude::*;

use super::dom::mark_page;
use super::words::options;

/// The scripts that are written from right to left. `Intl` knows a language's script in every browser, and its
/// direction only in some.
const RIGHT_TO_LEFT: [&str; 12] =
    ["Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"];

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = DisplayNames)]
    type DisplayNames;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = "DisplayNames")]
    fn new(locale: &str, options: &Object) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<JsString, JsValue>;

    #[wasm_bindgen(js_namespace = Intl, js_name = Locale)]
    type Locale;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl, js_class = "Locale")]
    fn new(tag: &str) -> Result<Locale, JsValue>;
    #[wasm_bindgen(method)]
    fn maximize(this: &Locale) -> Locale;
    #[wasm_bindgen(method, getter)]
    fn script(this: &Locale) -> Option<String>;
}

/// A language's name in itself, so that people find theirs. Where the browser does not know the language, it has the
/// name in its own; else the tag must do. In a list names begin with a capital, as `Intl` has them for use in a sentence.
pub fn own_name(tag: &str) -> String {
    let name = DisplayNames::new(tag, &options(&[("type", "language")])).and_then(|names| names.of(tag));
    name.map_or_else(
        |_| tag.to_owned(),
        |name| name.char_at(0).to_locale_upper_case(Some(tag)).concat(&name.slice(1, name.length())).into(),
    )
}

/// Says which language the page is in, and which way it is written.
pub fn mark_language(tag: &str) {
    let script = Locale::new(tag).ok().and_then(|locale| locale.maximize().script());
    let rtl = script.is_some_and(|script| RIGHT_TO_LEFT.contains(&&*script));
    mark_page("lang", tag);
    mark_page("dir", if rtl { "rtl" } else { "ltr" });
}
