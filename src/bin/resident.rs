//! The resident's pages.

fn main() {
    basketry_app::common::dom::show_panics();
    yew::Renderer::<basketry_app::resident::App>::with_root(basketry_app::common::dom::root()).render();
}
