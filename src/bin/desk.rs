//! The desk: facilitators and organisers.

fn main() {
    yew::Renderer::<basketry_app::desk::App>::with_root(basketry_app::common::dom::stage()).render();
}
