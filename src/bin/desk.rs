//! The desk: facilitators and organisers.

fn main() {
    basketry_app::common::dom::show_panics();
}
