//! The worker.

use basketry_app::worker::{Clerk, StructuredClone};
use gloo_worker::Registrable as _;

fn main() {
    Clerk::registrar().encoding::<StructuredClone>().register();
}
