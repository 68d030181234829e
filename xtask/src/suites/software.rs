//! Our downloads, opened by the programs they are for.

use std::fs;

use anyhow::{Context, Result};

use super::score::Score;
use crate::job::Job;
use crate::job::tail;
use crate::kit::Kit;
use crate::setup::software::{self, STEPS};
use crate::steps::Steps;

/// How much of a failed run is shown.
const SHOWN: usize = 80;

/// Makes every kind of file with the command, and has each opened.
pub(crate) fn run(kit: &Kit) -> Result<Score> {
    let programs = software::ensure(&kit.project, &mut Steps::new(STEPS))?;
    println!("  building the command");
    let command = kit.project.target().join("debug").join("basketry");
    kit.cargo("cargo build", ["build", "-p", "basketry-cli", "--target-dir"])
        .args([kit.project.target()])
        .quiet()
        .context("the command does not build")?;
    let folder = kit.project.target().join("software");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    let finished = Job::new("the software check", &programs.python)
        // What it compiles would lie in the repository.
        .args(["-B", "tests/software/check.py"])
        .args([&command, &programs.office, &folder])
        .dir(kit.project.root())
        .filtered(|line| line.starts_with("ok ") || line.starts_with("not ok "))?;
    if !finished.success {
        println!("{}", tail(&finished.output, SHOWN));
        println!("  the files are in {}", folder.display());
    }
    Ok(Score::from_tap(&finished.output).of_program(finished.success))
}
