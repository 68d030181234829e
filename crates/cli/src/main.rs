//! `basketry`: the counting and the file formats at the command line.

mod compile;
mod count;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Counts community consultations and participatory budgeting elections.
#[derive(Parser)]
#[command(name = "basketry", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Counts a Pabulib file and says which projects a rule funds.
    Count(count::Args),
    /// Checks consultations and compiles them into what the app loads.
    Compile(compile::Args),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Count(args) => count::run(&args),
        Command::Compile(args) => compile::run(&args),
    }
}
