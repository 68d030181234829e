//! The worker that makes what organisers download. It is loaded when somebody downloads, makes one file and is ended.
//!
//! It reads the ballots again from their files: what it needs them for, their digest and their rows, nobody else does.

mod making;
mod message;

pub use message::{Answer, Kind, Made, Order, Shown, Sources, Upload};

use crate::worker::listen;

/// Starts the program: from now on it listens to the page.
pub fn run() {
    listen(|order: Order, tell| tell(making::make(&order, tell)));
}
