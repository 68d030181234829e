//! The desk: facilitators and organisers.

fn main() {
    basketry_app::common::dom::show_panics();
    yew::Renderer::<basketry_app::desk::App>::with_root(basketry_app::common::dom::root()).render();
}
