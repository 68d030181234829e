//! Languages by their own names, and the direction of the page.

use basketry_app::common::dom::page_mark;
use basketry_app::common::languages::{mark_language, own_name};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_language_is_called_what_its_speakers_call_it() {
    let names = ["en", "pl", "fr", "ur", "ar", "de", "pt-BR"].map(own_name);
    assert_eq!(names, ["English", "Polski", "Français", "اردو", "العربية", "Deutsch", "Português (Brasil)"]);
}

#[wasm_bindgen_test]
fn what_is_no_language_is_called_by_its_tag() {
    assert_eq!(["", "a b", "qaa"].map(own_name), ["", "a b", "Qaa"]);
}

#[wasm_bindgen_test]
fn the_page_is_written_in_the_direction_of_its_language() {
    for (tag, direction) in [
        ("ar", "rtl"),
        ("ur", "rtl"),
        ("he", "rtl"),
        ("fa", "rtl"),
        ("pa-PK", "rtl"),
        ("pa", "ltr"),
        ("qaa", "ltr"),
        ("en", "ltr"),
    ] {
        mark_language(tag);
        assert_eq!((page_mark("lang"), page_mark("dir")), (tag.to_owned(), direction.to_owned()));
    }
}
