//! The project's own commands: `cargo xtask serve`, `build`, `check`, `test`, `size`, `speed` and `bench`.

mod bench;
mod build;
mod check;
mod compress;
mod dist;
mod html;
mod job;
mod kit;
mod offline;
mod project;
mod samples;
mod serve;
mod setup;
mod shell;
mod size;
mod speed;
mod steps;
mod suites;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Parser, Subcommand};

use crate::project::Project;
use crate::setup::Need;
use crate::steps::Steps;
use crate::suites::Suite;

/// Sets up, builds, serves and tests Basketry.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up what is missing, build the app for development and serve it, rebuilding on change.
    Serve {
        /// The port on 127.0.0.1.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Serve the small, slow-to-build release version.
        #[arg(long)]
        release: bool,
    },
    /// Build the release site into dist/, ready for any static host.
    Build,
    /// The quick loop: format, lints, documentation and native tests.
    Check,
    /// Everything a merge needs to pass; the last line counts the tests.
    Test {
        /// Run one suite alone.
        #[arg(long)]
        only: Option<Suite>,
    },
    /// Make the start page and the style sheets; trunk calls this before each build.
    #[command(hide = true)]
    Shell,
    /// The transfer size of each file in dist/, and the first-load budget.
    Size,
    /// How long a visit on a slow link and a tap take, against their budgets. Run it on a quiet machine.
    Speed,
    /// How long counting takes in WebAssembly and natively, beside a peer. Run it on a quiet machine.
    Bench {
        /// Pabulib files (.pb); made-up cities when there is none.
        files: Vec<PathBuf>,
        /// Bring so many made-up ballots of a consultation together instead.
        #[arg(long, conflicts_with = "files")]
        ballots: Option<u64>,
        /// Bring them together on the organiser's page as well, in a real browser; `cargo xtask build` comes first.
        #[arg(long, requires = "ballots")]
        page: bool,
    },
}

fn main() -> ExitCode {
    match run(&Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<ExitCode> {
    let project = Project::find()?;
    match command {
        Command::Serve { port, release } => serve::run(project, *port, *release)?,
        Command::Build => {
            let mut steps = Steps::new(Need::Build.steps() + build::STEPS);
            let kit = setup::run(project, Need::Build, &mut steps)?;
            build::run(&kit, &mut steps)?;
        }
        Command::Check => return check::run(project),
        Command::Test { only } => return Ok(suites::run(project, *only)),
        Command::Shell => shell::run(&project)?,
        Command::Speed => speed::run(project)?,
        Command::Bench { ballots: Some(ballots), page, .. } => bench::ballots::run(project, *ballots, *page)?,
        Command::Bench { files, .. } => bench::run(project, files)?,
        Command::Size => {
            if size::report(&project)?.failed > 0 {
                bail!("a load is over its budget; see the table above for what grew");
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
