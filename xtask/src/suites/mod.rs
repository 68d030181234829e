//! The test suites, and the one line that sums them up.

mod browser;
mod deny;
mod fuzz;
mod journeys;
pub(crate) mod score;
mod software;
pub(crate) mod unit;

use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;

use self::score::Score;
use crate::kit::Kit;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::{build, check, size};

/// A group of tests that run together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Suite {
    /// Format, lints and documentation.
    Check,
    /// Licences, sources and advisories of the dependencies.
    Deny,
    /// Native tests of every crate.
    Unit,
    /// Downloads, opened by the programs they are for.
    Software,
    /// Every parser and a whole count, on inputs nobody thought of.
    Fuzz,
    /// Rust tests inside a browser.
    Browser,
    /// The release site against its size budget.
    Size,
    /// People's journeys through the release site.
    Journeys,
}

impl Suite {
    /// What the suite needs of the machine.
    fn need(self) -> Need {
        match self {
            Self::Check | Self::Unit | Self::Software => Need::Compile,
            Self::Size => Need::Build,
            Self::Deny | Self::Fuzz | Self::Browser | Self::Journeys => Need::Test,
        }
    }
}

/// Runs one suite or all, and ends with the line that counts the tests.
pub(crate) fn run(project: Project, only: Option<Suite>) -> ExitCode {
    let suites = only.map_or_else(|| Suite::value_variants().to_vec(), |suite| vec![suite]);
    let need = suites.iter().map(|suite| suite.need()).max().unwrap_or(Need::Test);
    let count = suites.len();
    let results = match setup::run(project, need, &mut Steps::new(need.steps())) {
        Ok(kit) => {
            let mut runner = Runner { kit, site: None };
            let score = |(place, suite): (usize, &Suite)| {
                println!("\n== {suite:?} ({} of {count})", place + 1);
                (format!("{suite:?}"), runner.score(*suite))
            };
            suites.iter().enumerate().map(score).collect()
        }
        Err(error) => {
            println!("set-up failed: {error:#}");
            vec![("Set-up".to_owned(), Score::of(false))]
        }
    };
    let total = results.iter().fold(Score::default(), |total, (_, score)| total.plus(*score));
    let empty: Vec<_> = results.iter().filter(|(_, score)| score.is_empty()).map(|(name, _)| name.as_str()).collect();
    println!();
    for (name, score) in &results {
        println!("  {name}: {} fine, {} not", score.passed, score.failed);
    }
    if !empty.is_empty() {
        println!("  no test ran in {}: that is a failure too", empty.join(", "));
    }
    println!("{total}");
    if empty.is_empty() { total.exit_code() } else { ExitCode::FAILURE }
}

/// Runs suites with one kit, and builds the site once for those that need it.
struct Runner {
    kit: Kit,
    /// Whether the site could be built, once that was tried.
    site: Option<bool>,
}

impl Runner {
    /// A suite that breaks down counts as one failed test.
    fn score(&mut self, suite: Suite) -> Score {
        self.run(suite).unwrap_or_else(|error| {
            println!("  {suite:?} broke down: {error:#}");
            Score::of(false)
        })
    }

    fn run(&mut self, suite: Suite) -> Result<Score> {
        match suite {
            Suite::Check => check::sources(&self.kit),
            Suite::Deny => deny::run(&self.kit),
            Suite::Unit => unit::run(&self.kit),
            Suite::Software => software::run(&self.kit),
            Suite::Fuzz => fuzz::run(&self.kit),
            Suite::Browser => browser::run(&self.kit),
            Suite::Size => {
                self.build()?;
                size::report(&self.kit.project)
            }
            Suite::Journeys => {
                self.build()?;
                journeys::run(&self.kit)
            }
        }
    }

    fn build(&mut self) -> Result<()> {
        if let Some(built) = self.site {
            ensure!(built, "the site could not be built; see above");
            return Ok(());
        }
        let result = build::run(&self.kit, &mut Steps::new(build::STEPS));
        self.site = Some(result.is_ok());
        result.context("building the site")
    }
}
