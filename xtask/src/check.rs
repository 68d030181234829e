//! The checks of the sources: format, lints and documentation.

use std::process::ExitCode;

use anyhow::Result;

use crate::job::{Job, tail};
use crate::kit::Kit;
use crate::project::Project;
use crate::setup::wasm::TARGET;
use crate::setup::{self, Need};
use crate::steps::Steps;
use crate::suites::score::Score;
use crate::suites::unit;

/// A check and what to do when it fails.
struct Check {
    job: Job,
    name: &'static str,
    advice: &'static str,
}

/// The quick loop: every check, then the native tests.
pub(crate) fn run(project: Project) -> Result<ExitCode> {
    let mut steps = Steps::new(Need::Compile.steps());
    let kit = setup::run(project, Need::Compile, &mut steps)?;
    let score = sources(&kit)?.plus(unit::run(&kit)?);
    println!("{score}");
    Ok(score.exit_code())
}

/// Runs every check of the sources, each of which counts as one test.
pub(crate) fn sources(kit: &Kit) -> Result<Score> {
    let mut score = Score::default();
    let checks = checks(kit);
    let count = checks.len();
    for (place, check) in checks.into_iter().enumerate() {
        println!("  {} ({} of {count}): checking (a minute or two the first time)", check.name, place + 1);
        let finished = check.job.filtered(|_| false)?;
        if finished.success {
            println!("  {}: fine", check.name);
        } else {
            println!("{}", tail(&finished.output, 120));
            println!("  {}: FAILED; {}", check.name, check.advice);
        }
        score = score.plus(Score::of(finished.success));
    }
    Ok(score)
}

fn checks(kit: &Kit) -> [Check; 4] {
    let lint = ["--", "-D", "warnings"];
    [
        Check {
            job: kit.cargo("cargo fmt", ["fmt", "--all", "--check"]),
            name: "format",
            advice: "run `cargo fmt --all`",
        },
        Check {
            job: kit.cargo("cargo clippy", ["clippy", "--workspace", "--all-targets"]).args(lint),
            name: "lints, native",
            advice: "run `cargo clippy --workspace --all-targets` and mend what it names",
        },
        Check {
            job: kit
                .wasm("cargo clippy for wasm", "cargo", ["clippy", "-p", "basketry", "--all-targets", "--target"])
                .args([TARGET])
                .args(lint),
            name: "lints, wasm",
            advice: "mend what clippy names above",
        },
        Check {
            job: kit.cargo("cargo doc", ["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"),
            name: "documentation",
            advice: "mend what rustdoc names above",
        },
    ]
}
