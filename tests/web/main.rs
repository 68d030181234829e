//! Tests of what touches the browser, inside a browser. What needs none of it runs natively too.

#[cfg(target_arch = "wasm32")]
mod languages;
mod library;
mod storage;
#[cfg(target_arch = "wasm32")]
mod texts;
#[cfg(target_arch = "wasm32")]
mod words;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
