//! `basketry`: the counting and the file formats at the command line.

mod check;
mod compile;
mod count;
mod export;
mod files;
mod merge;
mod options;
mod picture;
mod report;
mod schema;
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
    /// Says what is wrong with consultations, ballot files and Pabulib files.
    Check(check::Args),
    /// Merges ballot files without counting any ballot twice.
    Merge(merge::Args),
    /// Makes the files an organiser takes away: workbook, charts, data, election, ballots.
    Export(export::Args),
    /// Makes the organiser's charts: a folder with pictures, tables and a page that shows them in words.
    Report(report::Args),
    /// Prints the JSON Schema of the consultation file.
    Schema,
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Count(args) => count::run(&args),
        Command::Compile(args) => compile::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Merge(args) => merge::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Schema => schema::run(),
    }
}
