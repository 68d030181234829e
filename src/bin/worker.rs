//! The worker.

fn main() {
    basketry_app::worker::run();
}
