//! The worker that makes what organisers download.

fn main() {
    basketry_app::exports::run();
}
