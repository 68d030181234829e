//! The resident's pages.

fn main() {
    basketry_app::resident::run();
}
