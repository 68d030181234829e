//! `basketry schema`: the JSON Schema of the consultation file, for editors that check while one writes.

use std::io::{self, Write};
use std::process::ExitCode;

use basketry_formats::consultation::schema;

/// Prints the schema.
pub(crate) fn run() -> ExitCode {
    match io::stdout().lock().write_all(format!("{:#}\n", schema()).as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("the schema cannot be printed: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
