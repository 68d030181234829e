//! Text from a file reaches the page as nodes, and nothing in it runs.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use basketry_app::common::components::prose;
use basketry_formats::parse_markdown;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
struct Shown {
    markdown: AttrValue,
}

#[component]
fn Page(props: &Shown) -> Html {
    prose(&parse_markdown(&props.markdown))
}

async fn shown(markdown: &str) -> Element {
    let root: Element = gloo::utils::document().create_element("div").unwrap().unchecked_into();
    let props = Shown { markdown: markdown.to_owned().into() };
    yew::Renderer::<Page>::with_root_and_props(root.clone(), props).render();
    yew::scheduler::flush().await;
    root
}

#[wasm_bindgen_test]
async fn marks_become_elements() {
    let page = shown("## Beds\n\nSome **few**.\n\n- one\n- two\n\n[more](https://example.org/a)").await;
    let count = |selector: &str| page.query_selector_all(selector).unwrap().length();
    assert_eq!(["h2", "strong", "li", "a"].map(count), [1, 1, 2, 1]);
    let link = page.query_selector("a").unwrap().unwrap();
    assert_eq!(link.get_attribute("href").as_deref(), Some("https://example.org/a"));
    assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer"));
}

#[wasm_bindgen_test]
async fn markup_is_shown_as_words_and_bad_links_lead_nowhere() {
    let page = shown("<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1)) <script>alert(1)</script>").await;
    for never in ["img", "script", "a"] {
        assert_eq!(page.query_selector(never).unwrap(), None, "{never}");
    }
    assert!(page.text_content().unwrap_or_default().contains("<script>alert(1)</script>"));
}
