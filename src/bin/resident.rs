//! The resident's pages.

fn main() {
    yew::Renderer::<basketry_app::resident::App>::with_root(basketry_app::common::dom::root()).render();
}
