//! Numbered lines that say which step of a command is running.

use std::fmt::Display;

/// Counts the steps of one command, so that each line says how far it has come.
pub(crate) struct Steps {
    total: usize,
    begun: usize,
}

impl Steps {
    /// A command of `total` steps, none begun.
    pub(crate) fn new(total: usize) -> Self {
        Self { total, begun: 0 }
    }

    /// Begins the next step and says what it does.
    pub(crate) fn begin(&mut self, name: impl Display, what: impl Display) {
        self.begun += 1;
        println!("[{}/{}] {name}: {what}", self.begun, self.total);
    }

    /// Begins a step that finds its work done already.
    pub(crate) fn already_there(&mut self, name: impl Display) {
        self.begin(name, "already there");
    }
}
