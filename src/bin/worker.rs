//! The worker.

fn main() {
    basketry_app::common::dom::show_panics();
}
